"""Citations: who said it, who printed it, where it is on record; text stays text in each form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from claims.collection import Collection
from claims.export import citation
from claims.export.citation import LATEX, Work
from claims.periods import parse
from claims.vocabulary import SourceKind
from tests import citing, factories, hostile, starter
from tests.citing import PIN, SITE, Read

if TYPE_CHECKING:
    from claims.export.selection import Selection

KILLED = "c-8d08b2e02c55"
AT = f"{SITE}/c/{KILLED}?{PIN}"
HELD = f"On Record, claim {KILLED}, revision 1,204 of 20 November 2026"
TITLE = "Iran: Group linked to Israel spy agency Mossad busted, arms seized"
ADDRESS = "https://www.trtworld.com:443/article/12762970"
MEDIA = "Iranian state-run and semiofficial media"
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKUP = re.compile(r"[\\`*_{}\[\]()<>#!|~$&@^]")
LINK = re.compile(r"<(https?://[^<>\s]+)>")
TAG = re.compile(r"([A-Z][A-Z0-9])  - (.*)")
ENTRY = re.compile(r"@misc\{([a-z0-9-]+),\n(.*)\n\}\n", re.DOTALL)
FIELD = re.compile(r"  ([a-z]+) = \{(.*)\},?")
BROKEN = 'two\r\nlines\tTY  - X\u2028ER  - \x00\u202eend "quoted" \ud800 \x85 } { % 100 & more'


def killed(**fields: Any) -> Work:
    """Cite the real claim that at least five people were killed, some fields replaced."""
    return replace(citation.of_claim(*citing.on_record(KILLED)), **fields)


def view(**fields: Any) -> Selection:
    """Select the real claims of how many people were killed in Khuzestan."""
    chosen = starter.claims("khuzestan-protests-2021-killed")
    defaults = {"title": "Killed in Khuzestan", "filters": {"Claimant": "A or B"}}
    return citing.selection(chosen[:6], starter.records(), **defaults | fields)


def works() -> list[Work]:
    """Cite claims and views with hostile text in every field."""
    found = []
    for number, text in enumerate([*hostile.TEXTS.values(), BROKEN]):
        if text != BROKEN:
            records = Collection.of_records(hostile.records_with(text, number))
            chosen = [claim for claim, _ in records.claims()]
            selection = citing.selection(chosen, records, title=text, filters={text: text})
            found += [citation.of_claim(selection, chosen[0]), citation.of_view(selection)]
        found.append(killed(author=text, title=text, publisher=text, held=text))
    return found


WORKS = works()


def read_bibtex(entry: str) -> dict[str, str]:
    """Return the fields of an entry; fails where its braces do not close as they open."""
    depth = 0
    for character in entry:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    assert depth == 0
    matched = ENTRY.fullmatch(entry)
    assert matched is not None, entry
    lines = [FIELD.fullmatch(line) for line in matched[2].split("\n")]
    assert all(lines), entry
    return {"key": matched[1]} | {line[1]: line[2] for line in lines if line}


def from_latex(text: str) -> str:
    """Return what LaTeX shows; fails where a command is left."""
    shown = ""
    while text:
        found = next(((c, w) for c, w in LATEX.items() if text.startswith(w)), (text[0], text[0]))
        assert found[0] != found[1] or found[0] not in LATEX, text[:20]
        shown, text = shown + found[0], text[len(found[1]) :]
    return shown


def read_ris(record: str) -> list[tuple[str, str]]:
    """Return tags and values; fails where a line is no tag with a value."""
    assert record.endswith("\r\n")
    lines = [TAG.fullmatch(line) for line in record.removesuffix("\r\n").split("\r\n")]
    assert all(lines), record
    return [(line[1], line[2]) for line in lines if line]


INLINE = [
    (killed(), f"({MEDIA} in TRT World, 27 July 2021; On Record, revision 1,204)"),
    (killed(author="TRT World"), "(TRT World, 27 July 2021; On Record, revision 1,204)"),
    (killed(published=None), f"({MEDIA} in TRT World, undated; On Record, revision 1,204)"),
    (
        killed(published=parse("2014-12~")),
        f"({MEDIA} in TRT World, about December 2014; On Record, revision 1,204)",
    ),
    (citation.of_view(view()), "(Killed in Khuzestan; On Record, revision 1,204)"),
]


@pytest.mark.parametrize(("work", "expected"), INLINE)
def test_in_line_it_names_claimant_publisher_day_and_position(work: Work, expected: str) -> None:
    """A claimant that printed its own words is named once; a view is named by its title."""
    assert citation.inline(work) == expected


def test_in_full_it_names_everything_needed_to_find_it_again() -> None:
    """Claimant, headline, publisher, day, addresses, position and the day it was retrieved."""
    printed = f"{MEDIA}. “{TITLE}”. TRT World, 27 July 2021. {ADDRESS}"
    retrieved = f"Retrieved 23 November 2026 from {AT}"
    assert citation.full(killed()) == f"{printed} {HELD}. {retrieved}"
    archived = killed(archived="https://archive.example/1")
    kept = "Archived: https://archive.example/1"
    assert citation.full(archived) == f"{printed} {kept} {HELD}. {retrieved}"
    bare = killed(title="", source="", published=None)
    assert citation.full(bare) == f"{MEDIA}. TRT World, undated. {HELD}. {retrieved}"


def test_a_view_names_its_claimants_its_filters_and_the_day_of_its_states() -> None:
    """Three claimants are named and the others counted; the link holds the view."""
    work = citation.of_view(view(path="/explore?v=2&q=x"))
    others = len({claim.claimant for claim in view().claims}) - 3
    assert work.author.endswith(f" and {others} others")
    assert work.author.startswith("Kurdistan Human Rights Association (KMMK), ")
    assert work.held == (
        "On Record, 6 claims, revision 1,204 of 20 November 2026, states as on 22 November 2026; "
        "chosen by Claimant: A or B"
    )
    assert citation.full(work).endswith(f"from {SITE}/explore?v=2&q=x&{PIN}")


def test_a_view_of_nothing_is_still_cited() -> None:
    """No claimant is named where there is none."""
    work = citation.of_view(citing.selection([], starter.records()))
    assert citation.full(work).startswith("“On Record”. On Record, 0 claims, revision 1,204 of ")


def test_a_claim_whose_source_is_not_on_record_is_cited_by_the_end_of_its_chain() -> None:
    """The publisher is the last of the chain; day, headline and address are not made up."""
    claim = factories.claim()
    work = citation.of_claim(citing.selection([claim], Collection()), claim)
    assert (work.publisher, work.title, work.source) == ("arab-news", "", "")
    assert work.published is None


@pytest.mark.parametrize("address", ["/c/c-1", "javascript:alert(1)", "ftp://a.example/", ""])
def test_only_addresses_on_the_web_are_links(address: str) -> None:
    """Whatever else stands for an address is shown as text."""
    work = killed(address=address, source="")
    assert [tag for tag, _ in Read(citation.html(work)).elements if tag == "a"] == []
    assert LINK.search(citation.markdown(work)) is None


@pytest.mark.parametrize("work", WORKS)
def test_hostile_text_is_text_in_html(work: Work) -> None:
    """A browser finds only our elements, and reads what the plain form says."""
    read = Read(citation.html(work))
    assert {tag for tag, _ in read.elements} <= {"a", "bdi", "span"}
    for tag, attributes in read.elements:
        assert set(attributes) == ({"href", "rel"} if tag == "a" else set())
        assert tag != "a" or attributes["rel"] == "noopener noreferrer nofollow"
        assert tag != "a" or (attributes["href"] or "").startswith(("http://", "https://"))
    assert (read.text, read.other) == (citation.full(work), [])


@pytest.mark.parametrize("work", WORKS)
def test_hostile_text_is_text_in_markdown(work: Work) -> None:
    """No character that is markup stands unescaped, and nothing is lost."""
    written = citation.markdown(work)
    bare = LINK.sub("", written)
    assert MARKUP.findall(ESCAPED.sub("", bare)) == []
    assert len(LINK.findall(written)) == 1 + bool(work.source)
    assert re.match(r"[-+=#>*]|\d+[.)]", written) is None
    assert ESCAPED.sub(r"\1", LINK.sub(r"\1", written)) == citation.full(work)


@pytest.mark.parametrize("work", WORKS)
def test_hostile_text_is_text_in_bibtex(work: Work) -> None:
    """Braces close as they open, no command is left, and the text reads as it was written."""
    fields = read_bibtex(citation.bibtex(work))
    assert from_latex(fields["author"][1:-1]) == citation.one_line(work.author)
    assert from_latex(fields["title"][1:-1]) == citation.one_line(work.title or work.printed)
    assert citation.one_line(work.held) in from_latex(fields["note"])
    assert fields["url"] == work.address


@pytest.mark.parametrize("work", WORKS)
def test_hostile_text_is_text_in_ris(work: Work) -> None:
    """Each line is a tag, the record begins and ends once, and nothing is lost."""
    tags = read_ris(citation.ris(work))
    names = [tag for tag, _ in tags]
    assert (names[0], names[-1]) == ("TY", "ER")
    assert (names.count("TY"), names.count("ER")) == (1, 1)
    values = dict(tags)
    assert values["AU"] == citation.one_line(work.author)
    assert values["TI"] == citation.one_line(work.title or work.printed)
    assert ("N1", f"{citation.one_line(work.held)}.") in tags


@pytest.mark.parametrize(
    ("published", "date", "year"),
    [
        ("2021-07-27", "2021-07-27", "2021"),
        ("2021-07", "2021-07", "2021"),
        ("2021", "2021", "2021"),
        ("2021-07~", None, None),
        ("2021-21", None, None),
        ("../2021-07-27", None, None),
        ("2021-07-01/2021-07-27", None, None),
    ],
)
def test_a_date_for_reference_managers_is_no_firmer_than_it_was(
    published: str, date: str | None, year: str | None
) -> None:
    """A month stays a month; what is approximate, open, a span or a season is in the note."""
    work = killed(published=parse(published))
    fields = read_bibtex(citation.bibtex(work))
    assert (fields.get("date"), fields.get("year")) == (date, year)
    values = dict(read_ris(citation.ris(work)))
    assert (values.get("DA"), values.get("PY")) == (date and date.replace("-", "/"), year)
    assert parse(published).in_words() in fields["note"]


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (SourceKind.NEWS_REPORT, "NEWS"),
        (SourceKind.RIGHTS_REPORT, "RPRT"),
        (SourceKind.DATA_SET, "DATA"),
        (SourceKind.REFERENCE, "ELEC"),
        (None, "DATA"),
    ],
)
def test_ris_says_what_kind_of_source_it_is(kind: SourceKind | None, written: str) -> None:
    """A report of a rights group is no newspaper article."""
    assert read_ris(citation.ris(killed(kind=kind)))[0] == ("TY", written)


def test_the_key_of_an_entry_is_made_of_the_id_and_the_position() -> None:
    """A title without a Latin letter still makes a key."""
    assert killed().key == f"on-record-{KILLED}-rev1204"
    assert citation.of_view(view()).key == "on-record-killed-in-khuzestan-rev1204"
    assert citation.of_view(view(title="مظاهرات {},\\")).key == "on-record-view-rev1204"


def test_an_address_cannot_close_the_field_that_holds_it() -> None:
    """Braces and quotes of an address are percent-encoded; what is encoded stays as it is."""
    work = killed(address='https://desk.example/i/a?q={x}"%20#y')
    assert read_bibtex(citation.bibtex(work))["url"].endswith("?q=%7Bx%7D%22%20#y")

"""How a claim or a view is cited: in a line of a story, in full, and for reference managers.

“(Iranian officials in Arab News, 27 July 2021; On Record, revision 1,204)” is the in-line
form of a claim. Each form writes the text of records as text: nothing in a headline can
become markup, a command or a line of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from claims.export import markup
from claims.numerals import counted
from claims.periods import PLAIN, words
from claims.vocabulary import SourceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from claims.export.selection import Selection
    from claims.periods import Period
    from claims.records import Claim

MOST_NAMED = 3
"""Claimants that the citation of a view names before it counts the others."""
MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#!|~$:&@^.]|^[-+=]")
"""Characters that Markdown may read as markup, those of a list or heading at the start only."""
LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
} | {character: f"\\{character}" for character in "%&$#_"}
"""Characters that LaTeX reads as commands; braces by name, for BibTeX counts even escaped ones."""
LAST_MONTH = 12
"""EDTF writes seasons as the months from 21 on."""
RIS_TYPES = {
    SourceKind.NEWS_REPORT: "NEWS",
    SourceKind.OFFICIAL_REPORT: "RPRT",
    SourceKind.RIGHTS_REPORT: "RPRT",
    SourceKind.DATA_SET: "DATA",
    None: "DATA",
}
"""The RIS type of a kind of source, of a view for None; any other is a page on the web."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited: a claim with the page that prints it, or a view of several claims."""

    key: str
    """What a reference manager calls it: `on-record-c-8d08b2e02c55-rev1204`."""
    author: str
    """The claimant, or the claimants of a view."""
    title: str
    """The headline of the source, empty where none is known; the title of a view."""
    publisher: str
    """Who printed the claim; empty for a view."""
    published: Period | None
    """When it was printed; none where the source shows no date, and for a view."""
    kind: SourceKind | None
    """What kind of source printed it; none for a view."""
    source: str
    """The address of the source; empty where none is known."""
    archived: str
    """The address of an archived copy; empty where there is none."""
    held: str
    """What On Record holds and where: `On Record, claim c-1, revision 3 of 1 May 2026`."""
    rev: int
    """The ledger position."""
    address: str
    """The link that opens it at that position."""
    accessed: date
    """The day on which it was taken from On Record, UTC."""

    @property
    def printed(self) -> str:
        """Say who printed it when: `Arab News, 27 July 2021`; empty for a view."""
        when = self.published.in_words() if self.published else "undated"
        return f"{self.publisher}, {when}" if self.publisher else ""


def of_claim(selection: Selection, claim: Claim) -> Work:
    """Return a claim as a work to cite, in the source that is named first."""
    records = selection.records
    source = records.source(claim.source)
    return Work(
        key=_key(claim.id, selection),
        author=records.name(claim.claimant),
        title=(source.title if source else None) or "",
        publisher=records.name(source.publisher if source else claim.chain[-1]),
        published=source.published if source else None,
        kind=source.kind if source else SourceKind.REFERENCE,
        source=(source.url if source else None) or "",
        archived=(source.archive_url if source else None) or "",
        held=f"On Record, claim {claim.id}, {_position(selection)}",
        rev=selection.position.rev,
        address=selection.permalink(claim.id),
        accessed=selection.made.date(),
    )


def of_view(selection: Selection) -> Work:
    """Return a view, such as an indicator with the claims chosen of it, as a work to cite."""
    claims = counted(len(selection.claims), "claim")
    chosen = selection.chosen_in_words
    as_on = f"states as on {words(selection.day)}"
    return Work(
        key=_key(selection.title, selection),
        author=_named(selection.records.name(claim.claimant) for claim in selection.claims),
        title=selection.title,
        publisher="",
        published=None,
        kind=None,
        source="",
        archived="",
        held=f"On Record, {claims}, {_position(selection)}, {as_on}; {chosen}",
        rev=selection.position.rev,
        address=selection.address,
        accessed=selection.made.date(),
    )


def inline(work: Work) -> str:
    """Cite in a line: `(Iranian officials in Arab News, 27 July 2021; On Record, revision 3)`."""
    by = "" if work.author == work.publisher else f"{work.author} in "
    cited = f"{by}{work.printed}" if work.printed else work.title
    return f"({one_line(cited)}; On Record, revision {work.rev:,})"


def full(work: Work) -> str:
    """Cite in full as plain text."""
    return _cited(work, one_line, one_line)


def markdown(work: Work) -> str:
    """Cite in full as Markdown; addresses on the web are links."""
    return _cited(work, _markdown, _markdown_link)


def html(work: Work) -> str:
    """Cite in full as HTML without a block around it; addresses on the web are links."""
    return _cited(work, _html, _html_link)


def bibtex(work: Work) -> str:
    """Cite as an entry of BibTeX; addresses stand verbatim in `url`, escaped in `note`."""
    note = " ".join([f"{work.printed}." if work.printed else "", work.source, f"{work.held}."])
    fields = {
        "author": f"{{{_latex(work.author)}}}",
        "title": f"{{{_latex(work.title or work.printed)}}}",
        "howpublished": _latex(work.publisher),
        "year": plain_date(work.published)[:4],
        "date": plain_date(work.published),
        "url": quote(one_line(work.address), safe="!#$%&'()*+,/:;=?@[]~"),
        "urldate": work.accessed.isoformat(),
        "note": _latex(note),
    }
    written = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{work.key},\n" + ",\n".join(written) + "\n}\n"


def ris(work: Work) -> str:
    """Cite as a record of RIS, one line a tag."""
    day = plain_date(work.published)
    tags = [
        ("TY", RIS_TYPES.get(work.kind, "ELEC")),
        ("ID", work.key),
        ("AU", work.author),
        ("TI", work.title or work.printed),
        ("T2", work.publisher),
        ("PY", day[:4]),
        ("DA", day.replace("-", "/")),
        ("DB", "On Record"),
        ("UR", work.address),
        ("Y2", work.accessed.strftime("%Y/%m/%d")),
        ("N1", f"{work.held}."),
        ("N1", f"Source: {work.source}" if work.source else ""),
        ("N1", f"Archived: {work.archived}" if work.archived else ""),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def one_line(text: str) -> str:
    """Return text on one line, with nothing that makes it read other than it is stored."""
    return markup.clean(" ".join(text.split()))


def is_on_the_web(address: str) -> bool:
    """Tell whether an address starts with http or https; no other becomes a link."""
    return markup.WEB.fullmatch(address) is not None


def plain_date(period: Period | None) -> str:
    """Return a date that every program reads, `2021-07` or `2021-07-27`, else nothing.

    What is approximate, open or a season stays out, lest it look firmer than it is.
    """
    return period.text if period and is_plain(period.text) else ""


def is_plain(text: str) -> bool:
    """Tell whether EDTF is a plain year, month or day; `2021-21` is the spring of 2021."""
    return PLAIN.fullmatch(text) is not None and int(text[5:7] or 1) <= LAST_MONTH


def _cited(work: Work, text: Callable[[str], str], link: Callable[[str], str]) -> str:
    """Cite in full; no address is followed by a full stop, which readers would copy with it."""
    parts = [f"{text(work.author)}."] if work.author else []
    parts += [f"“{text(work.title)}”."] if work.title else []
    parts += [f"{text(work.printed)}."] if work.printed else []
    parts += [link(work.source)] if work.source else []
    parts += [f"Archived: {link(work.archived)}"] if work.archived else []
    parts.append(f"{text(work.held)}.")
    parts.append(f"Retrieved {words(work.accessed)} from {link(work.address)}")
    return " ".join(parts)


def _html(text: str) -> str:
    return markup.say(markup.told(one_line(text)))


def _html_link(address: str) -> str:
    return markup.say(markup.link(one_line(address)))


def _markdown(text: str) -> str:
    return MARKDOWN.sub(r"\\\g<0>", one_line(text))


def _markdown_link(address: str) -> str:
    """Write an address between angle brackets where it is on the web, else as text."""
    if not is_on_the_web(address):
        return _markdown(address)
    return f"<{one_line(address).translate({ord('<'): '%3C', ord('>'): '%3E'})}>"


def _latex(text: str) -> str:
    return "".join(LATEX.get(character, character) for character in one_line(text))


def _key(name: str, selection: Selection) -> str:
    """Make a key of a name: letters, digits and hyphens only."""
    slug = re.sub("[^a-z0-9]+", "-", name.lower())[:80].strip("-")
    return f"on-record-{slug or 'view'}-rev{selection.position.rev}"


def _position(selection: Selection) -> str:
    """Say the ledger position with its day: `revision 1,204 of 22 November 2026`."""
    position = selection.position
    return f"revision {position.rev:,}{f' of {words(position.at)}' if position.at else ''}"


def _named(names: Iterable[str]) -> str:
    """Name the first few of the claimants, each once, and count the others."""
    every = list(dict.fromkeys(names))
    shown, others = every[:MOST_NAMED], len(every) - MOST_NAMED
    more = f" and {others:,} other{'' if others == 1 else 's'}" if others > 0 else ""
    return ", ".join(shown) + more

"""What is exported comes back equal: the real records through each form into a new ledger.

JSON lines, JSON, linked data and the zip hold every record that the claims refer to. A table
holds claims only, so it is read into a ledger with the parties, sources and indicators, and
it cannot hold three things: where in its source a quote stands (the words around it,
paragraph and offsets), evidence after the first, and explanations. Beside the claims on
record a table changes nothing at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.collection import Collection
from claims.errors import UnreadableFileError
from claims.export import linked
from claims.export.lines import as_json, as_jsonl, records
from claims.export.package import as_package
from claims.export.table import as_csv, as_xlsx
from claims.imports import exported, factchecks, long_table
from claims.imports.linked import documents
from claims.imports.tables.opening import open_table
from claims.intake import load, sift
from claims.ledger import Ledger
from claims.records import Claim
from tests import factories, hostile, selections, starter
from tests.checking import review, write
from tests.linking import expanded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from claims.export.selection import Selection
    from claims.records import Record

    Form = Callable[[Selection], bytes]

WHOLE: dict[str, Form] = {
    "view.jsonl": as_jsonl,
    "view.json": as_json,
    "view.jsonld": linked.as_jsonld,
    "linked.json": linked.as_jsonld,
    "view.zip": as_package,
    "page.html": lambda s: _page(linked.embedded(linked.document(s))),
}
"""The forms that hold all records, by the name of a file of each."""
TABLES: dict[str, Form] = {"view.csv": as_csv, "view.xlsx": as_xlsx}
NOT_IN_A_TABLE = ("prefix", "suffix", "paragraph", "start", "end")


def _page(script: str) -> bytes:
    head = f'<script type="application/ld+json">{script}</script>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>x</body></html>".encode()


def by_id(found: Iterable[Record]) -> dict[tuple[str, str], Record]:
    """Return records by kind and id."""
    return {(type(one).__name__, one.id): one for one in found}


def written(folder: Path, name: str, form: Form, selection: Selection) -> Path:
    """Write a selection as a file of this name."""
    (folder / name).write_bytes(form(selection))
    return folder / name


def real_records() -> list[Record]:
    """Return the records in data/."""
    return [item.record for item in starter.records().located]


@pytest.mark.parametrize("name", WHOLE)
def test_the_real_records_come_back_into_a_new_ledger(tmp_path: Path, name: str) -> None:
    """All claims with all that they refer to, equal field by field, and no problem."""
    selection = selections.of(real_records(), tmp_path / "a.db")
    file = written(tmp_path, name, WHOLE[name], selection)
    with Ledger.open(tmp_path / "b.db") as ledger:
        intake = load(file, ledger, "desk", "a test")
        assert intake.problems == ()
        back = [*(item.record for item in ledger.context().located), *ledger.claims()]
        assert by_id(back) == by_id(records(selection))
        assert len(selection.claims) == len(ledger.claims())
        again = load(file, ledger, "desk", "once more")
        assert (again.receipt.rev, again.problems) == (intake.receipt.rev, ())


@pytest.mark.parametrize("name", WHOLE)
def test_hostile_records_come_back_too(tmp_path: Path, name: str) -> None:
    """Markup, formulas and scripts of all kinds are text and stay it."""
    selection = selections.of(hostile.records(), tmp_path / "a.db")
    loaded = exported.read(written(tmp_path, name, WHOLE[name], selection))
    assert loaded.problems == ()
    assert by_id(item.record for item in loaded.records) == by_id(records(selection))


def without_what_tables_lack(claim: Claim) -> Claim:
    """Return a claim without what a row cannot hold."""
    first = claim.evidence[0].model_copy(update=dict.fromkeys(NOT_IN_A_TABLE))
    return claim.model_copy(update={"evidence": (first,), "explained": ()})


@pytest.mark.parametrize("name", TABLES)
def test_a_table_makes_the_claims_anew(tmp_path: Path, name: str) -> None:
    """Of the parties, sources and indicators on record; what it cannot hold is named above."""
    selection = selections.of(real_records(), tmp_path / "a.db")
    table = open_table(written(tmp_path, name, TABLES[name], selection))
    context = [one for one in real_records() if not isinstance(one, Claim)]
    with Ledger.open(tmp_path / "b.db") as ledger:
        ledger.append(context, actor="desk", reason="a test")
        loaded = long_table.read(table, ledger.context())
        good, problems = sift(loaded, ledger.context())
        ledger.append([i.record for i in good.located], actor="desk", reason="a table")
        back = by_id(ledger.claims())
    further = {claim.id for claim in selection.claims if len(claim.evidence) > 1}
    assert {problem.record for problem in problems} == further
    assert {problem.field for problem in problems} == {"further_quotes"}
    expected = [
        without_what_tables_lack(claim) for claim in selection.claims if claim.id not in further
    ]
    assert back == by_id(expected)
    assert len(back) > 250


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("make", [real_records, hostile.records])
def test_an_equal_table_changes_nothing(
    tmp_path: Path, name: str, make: Callable[[], Sequence[Record]]
) -> None:
    """Beside the claims on record every row is the claim that it was made of."""
    selection = selections.of(make(), tmp_path / "a.db")
    table = open_table(written(tmp_path, name, TABLES[name], selection))
    known = Collection.of_records([*make()])
    loaded = long_table.read(table, known)
    assert loaded.problems == ()
    assert by_id(i.record for i in loaded.records) == by_id(selection.claims)
    assert long_table.claim_ids(table) == {claim.id for claim in selection.claims}


def test_linked_data_may_have_been_rewritten_by_other_programs(tmp_path: Path) -> None:
    """Where every name is written out, the records are there still; no server is asked."""
    selection = selections.of([*factories.base(), factories.claim()], tmp_path / "a.db")
    loaded = exported.read(write(tmp_path, expanded(linked.document(selection)), "x.jsonld"))
    assert loaded.problems == ()
    assert by_id(i.record for i in loaded.records) == by_id(records(selection))


def test_the_faults_of_linked_data_have_their_elements(tmp_path: Path) -> None:
    """Each record is read by itself."""
    good = {"id": "a", "name": "A", "kind": "person"}
    held = {"parties": [good, {"id": "b", "kind": "person"}, 5], "rumours": [{}], "claims": "x"}
    file = write(tmp_path, {"@graph": [{"@type": "Dataset", "onRecord": held}]}, "view.jsonld")
    loaded = exported.read(file)
    assert [item.record.id for item in loaded.records] == ["a"]
    places = [(str(problem.where), problem.field) for problem in loaded.problems]
    assert places == [
        ("view.jsonld/parties:2", "name"),
        ("view.jsonld/parties:3", ""),
        ("view.jsonld/rumours:1", ""),
        ("view.jsonld/claims:1", ""),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [("{}", "carries onRecord"), ("{", "no JSON"), ("\ud800", "not UTF-8"), ("<p>x", "onRecord")],
)
def test_other_linked_data_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    """What schema.org says of a claim has no hedge and no chain, so that it makes no record."""
    with pytest.raises(UnreadableFileError, match=reason):
        exported.read(write(tmp_path, content, "view.jsonld"))


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    """The refusal names the limit."""
    with (tmp_path / "view.jsonld").open("wb") as file:
        file.truncate(documents.MAX_JSON + 1)
    with pytest.raises(UnreadableFileError, match="limit of 268,435,456 bytes"):
        exported.read(tmp_path / "view.jsonld")


def test_ours_are_no_fact_checks_of_others(tmp_path: Path) -> None:
    """Their verdicts are read as our reviews, which they are."""
    selection = selections.of(hostile.records(), tmp_path / "a.db")
    for name, form in WHOLE.items():
        file = written(tmp_path, name, form, selection)
        assert not factchecks.is_fact_check(file)
        assert exported.read(file, Collection()) == exported.read(file)


def test_fact_checks_of_others_are_handed_on(tmp_path: Path) -> None:
    """Where it is known what is on record, so that nothing of it is made anew."""
    text = '{"claims": [{"text": "x", "claimReview": [{"url": "https://a.example"}]}]}'
    file = write(tmp_path, text, "checks.json")
    assert exported.read(file, Collection()) == factchecks.read(file)
    assert exported.read(file).records == ()


def test_fact_checks_go_in_once(tmp_path: Path) -> None:
    """A second run changes nothing; a review that is new is one change of one claim."""
    other = review(url="https://b.example/1", author={"name": "B"}, datePublished="2024-05-04")
    with Ledger.open(tmp_path / "a.db") as ledger:
        first = load(write(tmp_path, review(), "a.json"), ledger, "desk", "checks")
        again = load(write(tmp_path, [review()], "b.json"), ledger, "desk", "checks")
        assert (again.receipt.rev, again.problems) == (first.receipt.rev, ())
        more = load(write(tmp_path, [review(), other], "c.json"), ledger, "desk", "checks")
        (claim,) = ledger.claims()
        assert len(claim.evidence) == 2
        assert more.problems == ()
        assert len(ledger.history("claim", claim.id)) == 2

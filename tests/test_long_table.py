"""Our long table read back: an equal one changes nothing, an edited cell changes its field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.collection import Collection
from claims.errors import Problem, Where
from claims.export import table as exported_table
from claims.hedges import Hedge
from claims.imports import long_cells, long_table
from claims.imports.errors import UnfittingTableError
from claims.records import Claim, Evidence, Review, Withdrawal
from claims.vocabulary import ReviewState
from tests import factories, hostile, long_rows, selections, strategies
from tests.factories import quantity

if TYPE_CHECKING:
    from claims.imports.jsonl import Loaded

FULL = factories.claim(
    "killed: five and a policeman, “=1”",
    quantity=quantity(6, Hedge.EXACT, as_stated="five and a policeman", sum_of=(5, 1)),
    evidence=(
        factories.evidence(
            "killed: five and a policeman, “=1”",
            prefix="before",
            suffix="after",
            paragraph=3,
            start=10,
            end=44,
            url="https://a.example/p.jpg",
        ),
        factories.evidence("six | seven", start=0, end=11),
    ),
    review=Review(
        state=ReviewState.CLEARED, by="Ana", on="2021-08", why="two lists", verdict="Supported"
    ),
    withdrawn=Withdrawal(on="2021-08-01", by="IRNA", reason="a slip"),
    supersedes="c-0",
    explained=({"claim": "c-0", "why": "scope", "by": "Ana"},),
    tags=("one", "two-b"),
    note="first\nsecond;=1",
)


def row(claim: Claim, **cells: str) -> dict[str, str]:
    """Return the cells of a claim in our CSV, some of them edited."""
    selection = replace(selections.nothing(), claims=(claim,), records=factories.together(claim))
    return long_rows.cells(selection)[0] | cells


def read(*rows: dict[str, str], form: str = "CSV", known: Collection | None = None) -> Loaded:
    """Read rows beside what a claim of the factories refers to, and what else is known."""
    return long_table.read(long_rows.table(rows, form), known or factories.together())


def claim(loaded: Loaded) -> Claim:
    """Return the one claim that was read."""
    assert loaded.problems == ()
    (item,) = loaded.records
    assert isinstance(item.record, Claim)
    return item.record


def test_an_equal_row_changes_nothing() -> None:
    """What no cell holds comes from the claim on record: places, further words, explanations."""
    assert claim(read(row(FULL), known=factories.together(FULL))) == FULL


LOST = ("prefix", "suffix", "paragraph", "start", "end")
ALONE = factories.changed(
    FULL, evidence=FULL.evidence[:1], explained=(), note="first second;=1", supersedes=None
)


def test_a_row_alone_holds_all_but_the_place_of_its_words() -> None:
    """A claim that is not on record is made of its cells, with the id that it had."""
    made = claim(read(row(ALONE)))
    bare = ALONE.evidence[0].model_copy(update=dict.fromkeys(LOST))
    assert made == ALONE.model_copy(update={"evidence": (bare,)})


EDITS: list[tuple[str, str, dict[str, Any]]] = [
    ("statement", "At least five.", {"statement": "At least five."}),
    ("said_on", "2021-07", {"said_on": "2021-07"}),
    ("said_on", "", {"said_on": None}),
    ("planned", "TRUE", {"planned": True}),
    ("chain", "arab-news", {"chain": ("arab-news",)}),
    ("chain", "irna>arab-news", {}),
    ("note", "'=1+1", {"note": "=1+1"}),
    ("note", "a;'=1", {"note": "a;=1"}),
    ("note", "'tis", {"note": "'tis"}),
    ("tags", "one | three", {"tags": ("one", "three")}),
    ("quote_url", "https://a.example/q", {}),
    ("review", "in review", {"review": Review(state=ReviewState.IN_REVIEW)}),
    ("reviewed_by", "Bo", {"review": Review(by="Bo")}),
    ("review_reason", "read again", {"review": Review(why="read again")}),
    ("figure", "six", {}),
    ("claimant_name", "Someone", {}),
    ("currency", "stale", {}),
    ("sentence", "Nobody was killed.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("column", "cell", "fields"), EDITS)
def test_an_edited_cell_changes_its_field(column: str, cell: str, fields: dict[str, Any]) -> None:
    """And no other; what repeats or computes is not read."""
    before = factories.claim()
    known = factories.together(before)
    expected = before.model_copy(update=dict(factories.changed(before, **fields)))
    if column == "quote_url":
        evidence = before.evidence[0].model_copy(update={"url": cell})
        expected = before.model_copy(update={"evidence": (evidence,)})
    assert claim(read(row(before, **{column: cell}), known=known)) == expected


def test_another_number_is_read_with_its_hedge_and_bounds() -> None:
    """Cells of numbers are numbers again, whole or not."""
    before = factories.claim()
    edit = {"as_stated": "2.5 to 7", "hedge": "between", "value": "", "low": "2.5", "high": "7"}
    made = claim(read(row(before, **edit), known=factories.together(before)))
    assert made.quantity == quantity(None, Hedge.BETWEEN, as_stated="2.5 to 7", between=(2.5, 7))
    none = dict.fromkeys("as_stated hedge value low high unit sum_of".split(), "")
    assert claim(read(row(before, **none))).quantity is None


def test_other_words_lose_the_place_of_the_old_ones() -> None:
    """Offsets of words that no longer stand there would be wrong."""
    made = claim(read(row(FULL, quote="six"), known=factories.together(FULL)))
    assert made.evidence[0] == Evidence(source="s-1", quote="six", url="https://a.example/p.jpg")
    assert made.evidence[1:] == FULL.evidence[1:]


def test_a_column_that_was_deleted_is_as_on_record() -> None:
    """A table with fewer columns says nothing of the others."""
    cells = {name: cell for name, cell in row(FULL).items() if name in long_table.NEEDED}
    assert claim(read(cells, known=factories.together(FULL))) == FULL


def test_a_row_without_an_id_is_a_new_claim() -> None:
    """Its id is made of its content."""
    before = factories.claim()
    assert claim(read(row(before, id=""))) == before


FAULTS = [
    ({"value": "2,500"}, "value", "is no number"),
    ({"value": "about 5"}, "value", "is no number"),
    ({"value": "nan"}, "value", "is no number"),
    ({"low": "-1"}, "low", "is no number"),
    ({"value": "9" * 17}, "value", "less than or equal"),
    ({"sum_of": "5 + x"}, "sum_of", "is no number"),
    ({"planned": "WAHR"}, "planned", "is neither true nor false"),
    ({"hedge": "perhaps"}, "hedge", "Input should be"),
    ({"kind": "rumour"}, "kind", "Input should be"),
    ({"kind": ""}, "kind", "Field required"),
    ({"statement": ""}, "statement", "Field required"),
    ({"quote": ""}, "quote", "Field required"),
    ({"hedge": ""}, "hedge", "Field required"),
    ({"said_on": "27.7.2021"}, "said_on", "27.7.2021"),
    ({"quote_url": "javascript:1"}, "quote_url", "is no web address"),
    ({"withdrawn_on": "2021-08-01"}, "withdrawn_by", "Field required"),
    ({"review": "fine"}, "review", "Input should be"),
    ({"claimant": "nobody"}, "claimant", "no such party is on record"),
    ({"chain": "irna > nobody"}, "chain", "no such party is on record"),
    ({"source": "s-9"}, "source", "no such source is on record"),
    ({"indicator": "i-9"}, "indicator", "no such indicator is on record"),
    ({"period": "2021-07-01"}, "period_start", "has another day here"),
    ({"period": "2021-07-15"}, "period_end", "has another day here"),
    ({"further_quotes": "more words"}, "further_quotes", "which further words"),
    ({"further_sources": "s-1"}, "further_sources", "which further words"),
]


@pytest.mark.parametrize(("cells", "column", "message"), FAULTS)
def test_a_fault_has_its_row_and_column(cells: dict[str, str], column: str, message: str) -> None:
    """The row is not read, the rows around it are."""
    before = factories.claim()
    good = row(before, id="c-1")
    loaded = read(
        good, row(before, **cells), row(before, id="c-2"), known=factories.together(before)
    )
    assert [item.record.id for item in loaded.records] == ["c-1", "c-2"]
    problem = next(p for p in loaded.problems if p.field == column)
    assert (problem.where, problem.record) == (Where("view.csv", 3), before.id)
    assert message in problem.message
    assert problem.hint


def test_what_is_not_on_record_comes_with_the_zip() -> None:
    """The hint says where all parties, sources and indicators are."""
    loaded = read(row(factories.claim(), source="s-9"))
    assert ["the zip" in problem.hint for problem in loaded.problems] == [True]


def test_further_words_of_a_claim_that_is_not_on_record_are_told() -> None:
    """A table does not say which of them stand in which source, so that nothing is guessed."""
    loaded = read(row(FULL))
    assert loaded.records == ()
    assert [problem.field for problem in loaded.problems] == ["further_quotes"]
    emptied = read(row(FULL, further_quotes=""), known=factories.together(FULL))
    assert [problem.field for problem in emptied.problems] == ["further_quotes"]


def test_a_month_that_a_spreadsheet_made_a_day_is_told() -> None:
    """`2021-07` ends on the 31st, `2021-07-01` does not."""
    before = factories.claim(period="2021-07")
    loaded = read(row(before, period="2021-07-01"), form="XLSX", known=factories.together(before))
    assert [problem.field for problem in loaded.problems] == ["period_end"]
    meant = row(before, period="2021-07-01", period_start="", period_end="")
    assert str(claim(read(meant, known=factories.together(before))).period) == "2021-07-01"


def test_problems_of_the_table_and_its_rows_are_passed_on() -> None:
    """Those of a heading and of a line that could not be read."""
    first, second = (Problem(Where("view.csv", n), "", "", "", "bad", "mend") for n in (1, 3))
    good = row(factories.claim())
    table = long_rows.table([good], problems=(first,))
    rows = list(table)
    table = replace(table, read=lambda: iter([*rows, second]))
    loaded = long_table.read(table, factories.together())
    assert (len(loaded.records), loaded.problems) == (1, (first, second))
    assert long_table.claim_ids(table) == {good["id"]}


def test_a_table_of_others_is_refused() -> None:
    """The refusal names the columns that would tell it."""
    table = long_rows.table([{"id": "1", "killed": "5"}])
    assert not long_table.is_long_table(table)
    with pytest.raises(UnfittingTableError, match="no column kind, statement"):
        long_table.read(table, factories.together())
    assert long_table.is_long_table(long_rows.table([row(factories.claim())]))


def test_the_columns_are_those_of_the_export() -> None:
    """And both know the same signs for the start of a formula."""
    assert set(long_cells.FIELDS) <= set(exported_table.COLUMNS)
    assert long_cells.FORMULA == exported_table.FORMULA
    assert long_cells.BREAKS.pattern == exported_table.BREAKS.pattern


@pytest.mark.parametrize("text", hostile.TEXTS.values())
@pytest.mark.parametrize("form", ["CSV", "XLSX"])
def test_hostile_text_comes_back_as_it_was(text: str, form: str) -> None:
    """Only the apostrophe before a formula is taken off again, and only where it was set."""
    before = factories.claim(text, statement=text, note=text, quantity=None, indicator=None)
    one = replace(selections.nothing(), claims=(before,), records=factories.together(before))
    table = long_rows.sheet(one) if form == "XLSX" else long_rows.table(long_rows.cells(one))
    assert claim(long_table.read(table, factories.together())) == before


@given(note=strategies.texts | st.text("=+-@;' \"ab", min_size=1).filter(str.strip))
def test_any_text_is_unchanged_by_a_round_trip(note: str) -> None:
    """Beside the claim on record no text is changed, whatever the CSV had to write for it."""
    before = factories.claim(note=note)
    assert claim(read(row(before), known=factories.together(before))) == before


@given(strategies.claims)
def test_any_claim_is_unchanged_by_a_round_trip(before: Claim) -> None:
    """All its fields, as the ledger holds them."""
    one = replace(selections.nothing(), claims=(before,), records=Collection())
    known = Collection.of_records([before])
    assert claim(long_table.read(long_rows.table(long_rows.cells(one)), known)) == before

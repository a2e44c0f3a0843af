"""The long table: every row says its figure whole, and no cell is more than text."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped] # published without types

from claims.collection import Collection
from claims.errors import TooManyError
from claims.export import table
from claims.export.markup import clean
from claims.export.table import COLUMNS, as_csv, as_xlsx, rows
from claims.hedges import Hedge
from claims.records import Claim, Review, Withdrawal
from claims.vocabulary import ReviewState
from tests import factories, hostile, selections
from tests.factories import quantity, quantity_in

if TYPE_CHECKING:
    from pathlib import Path

    from claims.export.selection import Selection

MARKS = "=+-@＝＋－＠\t\r\n"


def row(**fields: Any) -> dict[str, object]:
    """Return the row of one claim, without computed states."""
    claim = factories.claim(**fields)
    (found,) = rows(replace(selections.nothing(), claims=(claim,), records=factories.together()))
    return found


def read(content: bytes) -> list[dict[str, str]]:
    """Read CSV as a program does that knows nothing of us."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def saying(**texts: str) -> Selection:
    """Return a selection of one claim with these texts, however wrong they are."""
    claim = factories.claim().model_copy(update=texts)
    return replace(selections.nothing(), claims=(claim,), records=Collection())


BOUNDS = [
    ("at least five", "at least five", "at least", 5, 5, None, "5 or more", True),
    ("more than 5", "more than five", "more than", 5, 6, None, "6 or more", True),
    ("about 50", "about 50", "about", 50, 45, 55, "45 to 55", False),
    ("between 250 and 350", "between 250 and 350", "between", None, 250, 350, "250 to 350", False),
    ("several", "several", "vague", None, 3, None, "3 or more", True),
    ("up to 10", "at most 10", "at most", 10, 0, 10, "0 to 10", False),
    ("no", "0", "exact", 0, 0, 0, "0", False),
]  # fmt: skip


@pytest.mark.parametrize("case", BOUNDS, ids=[case[0] for case in BOUNDS])
def test_a_figure_keeps_its_hedge_and_bounds(case: tuple[object, ...]) -> None:
    """The words, the hedge, the number and its two ends stand beside each other."""
    said = (
        quantity(0, Hedge.EXACT, as_stated="no") if case[0] == "no" else quantity_in(str(case[0]))
    )
    found = row(quantity=said)
    assert found["as_stated"] == case[0]
    assert (
        tuple(found[name] for name in "hedge value low high bounds open_above".split()) == case[2:]
    )
    assert found["figure"] == case[1]


def test_what_is_not_stated_is_empty_and_not_zero() -> None:
    """A source that gives no number, and a claim without one, leave the cells empty."""
    unknown = row(quantity=quantity(None, Hedge.NOT_STATED, as_stated="no number was given"))
    names = ("value", "low", "high", "open_above")
    assert [unknown[name] for name in names] == [None] * 4
    assert (unknown["bounds"], unknown["figure"]) == ("unknown", "not stated")
    none = row(quantity=None, kind="event", indicator=None)
    assert {none[name] for name in (*names, "figure", "hedge", "unit", "indicator")} == {None}
    claim = factories.claim(quantity=None, kind="event", indicator=None)
    (told,) = read(as_csv(replace(saying(), claims=(claim,))))
    assert {told[name] for name in (*names, "figure", "hedge", "unit", "indicator")} == {""}


def test_a_row_has_the_three_dates_and_the_way_of_a_claim() -> None:
    """What it is about, when it was said, when it was printed; from the origin to the publisher."""
    found = row(period="2021-07/..", said_on="2021-07-26")
    names = "period period_start period_end said_on published".split()
    assert [found[n] for n in names] == [
        "2021-07/..",
        "2021-07-01",
        None,
        "2021-07-26",
        "2021-07-27",
    ]
    assert (found["chain"], found["chain_names"]) == ("irna > arab-news", "IRNA > ARAB-NEWS")
    assert (found["source_title"], found["publisher_name"]) == ("Report s-1", "ARAB-NEWS")
    assert str(found["sentence"]).endswith("as reported by ARAB-NEWS on 27 July 2021.")


def test_a_row_has_the_states_and_what_must_be_said_of_them() -> None:
    """Flags, a verdict and the reason of a withdrawal go with the figure."""
    gone = Withdrawal(on="2021-08", by="IRNA", reason="an error")
    found = row(
        planned=True,
        quantity=quantity(6, as_stated="five and a policeman", sum_of=(5, 1)),
        withdrawn=gone,
        review=Review(state=ReviewState.REJECTED, by="Ana", verdict="False"),
        evidence=(factories.evidence(), factories.evidence("5 dead"), factories.evidence("five")),
    )
    assert found["flags"] == "planned, withdrawn, rejected"
    names = "withdrawn_on withdrawn_by withdrawn_reason review reviewed_by verdict".split()
    assert [found[n] for n in names] == ["2021-08", "IRNA", "an error", "rejected", "Ana", "False"]
    assert (found["sum_of"], found["further_sources"]) == ("5 + 1", "s-1")
    assert found["further_quotes"] == "5 dead | five"


def test_every_row_says_filters_position_and_date(tmp_path: Path) -> None:
    """So that a row that is cut out and passed on still says where it is from."""
    selection = selections.evil(tmp_path / "a.db")
    for one in rows(selection):
        assert tuple(one) == tuple(COLUMNS)
        assert one["permalink"] == selection.permalink(str(one["id"]))
        assert one["view"] == selection.address
        assert (one["position"], one["states_on"]) == (selection.position.rev, "2026-11-22")
        assert one["exported"] == "2026-11-22T14:05:31Z"
        assert one["filters"] == selection.filters_in_words


def test_the_real_records_come_back_from_csv(tmp_path: Path) -> None:
    """Each cell is what the row holds; computed states agree with those given."""
    selection = selections.real(tmp_path / "a.db")
    content = as_csv(selection)
    assert content.startswith(b"\xef\xbb\xbfid,indicator,")
    assert content.count(b"\r\n") == content.count(b"\n") == len(selection.claims) + 1
    for told, one, claim in zip(read(content), rows(selection), selection.claims, strict=True):
        assert told == {name: as_text(value) for name, value in one.items()}
        standing = selection.states.get(claim.id)
        assert told["currency"] == (standing.currency if standing else "")


def as_text(value: object) -> str:
    """Return what a cell of CSV says for a value that is no formula."""
    spelt = {None: "", True: "true", False: "false"}
    return spelt[value] if value is None or isinstance(value, bool) else str(value)


def test_hostile_text_comes_back_from_csv_and_starts_no_formula(tmp_path: Path) -> None:
    """Only an apostrophe is put before a formula, and marks for what is no text."""
    selection = selections.evil(tmp_path / "a.db")
    found = read(as_csv(selection))
    for told, one in zip(found, rows(selection), strict=True):
        for name, value in one.items():
            assert not told[name].startswith(tuple(MARKS)), name
            assert told[name].removeprefix("'") == clean(as_text(value)), name
    assert {one["statement"] for one in found} >= set(hostile.TEXTS.values()) - {
        hostile.TEXTS["formula"]
    }
    assert any(one["note"] == f"'{hostile.TEXTS['formula']}" for one in found)


TEXT = [
    ("=1+1", "'=1+1"),
    ("+49 30", "'+49 30"),
    ("-5", "'-5"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("＝1＋1", "'＝1＋1"),
    ("＠SUM(A1)", "'＠SUM(A1)"),
    ("－5", "'－5"),
    ("\t=1", "' =1"),
    ("  =1", "'  =1"),
    ("\r\n-1", "' -1"),
    ("'=1", "'=1"),
    ("a;=1+1;@x", "a;'=1+1;'@x"),
    (';; "-1" ; ＝1', ";; \"'-1\" ; '＝1"),
    ("a; b=1;5-3;'=1", "a; b=1;5-3;'=1"),
    ("5 = 5", "5 = 5"),
    ("–5", "–5"),
    ("'tis", "'tis"),
    ("2021-07-27", "2021-07-27"),
    ("a\r\nb\tc\u2028d\u2029e\x0bf\x85g", "a b c d e f g"),
    ('say "five", or 5; or\nsix', 'say "five", or 5; or six'),
    ("a\x00b\x1b[2J\u202ec\udcff", "a\ufffdb\ufffd[2J\ufffdc\ufffd"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cell"), TEXT)
def test_a_cell_of_csv_is_text(text: str, cell: str) -> None:
    """What a spreadsheet would run has an apostrophe before it; near misses stay as they are."""
    (found,) = read(as_csv(saying(note=text)))
    assert found["note"] == cell


def test_numbers_are_numbers_and_text_is_text_in_a_workbook(tmp_path: Path) -> None:
    """Each cell of the first sheet is what the row holds; the heading stays in sight."""
    selection = selections.real(tmp_path / "a.db")
    book = load_workbook(io.BytesIO(as_xlsx(selection)))
    assert book.sheetnames == ["Claims", "About"]
    sheet = book["Claims"]
    assert sheet.freeze_panes == "B2"
    heading, *cells = sheet.iter_rows(values_only=True)
    assert heading == tuple(COLUMNS)
    expected = [
        tuple(value or None if value == "" else value for value in one.values())
        for one in rows(selection)
    ]
    assert cells == expected
    about = dict(book["About"].iter_rows(min_row=1, max_row=9, max_col=2, values_only=True))
    assert (about["position"], about["states_on"]) == (selection.position.rev, "2026-11-22")
    assert (about["filters"], about["address"]) == ("all claims", selection.address)


def test_a_workbook_of_hostile_text_has_no_formula_and_no_link(tmp_path: Path) -> None:
    """Every cell is a string, a number or a truth value, and reads as the record does."""
    selection = selections.evil(tmp_path / "a.db")
    book = load_workbook(io.BytesIO(as_xlsx(selection)))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} == {"s", "n", "b"}
    assert [cell for cell in cells if cell.hyperlink] == []
    names = list(COLUMNS)
    for line, one in zip(
        book["Claims"].iter_rows(min_row=2, values_only=True), rows(selection), strict=True
    ):
        assert line[names.index("statement")] == one["statement"]
        assert line[names.index("quote")] == one["quote"]


def test_a_cell_holds_no_more_than_a_spreadsheet_takes() -> None:
    """Longer text is cut with a sign of it, counted as spreadsheets count."""
    for letter, kept in {"x": 32_766, "\N{PILE OF POO}": 16_383}.items():
        book = load_workbook(io.BytesIO(as_xlsx(saying(note=letter * 40_000))))
        text = str(book["Claims"].cell(2, list(COLUMNS).index("note") + 1).value)
        assert text == letter * kept + "…"


def test_more_claims_than_a_sheet_has_rows_are_refused() -> None:
    """The refusal says how many fit."""
    claims: tuple[Claim, ...] = (factories.claim(),) * (table.MOST_ROWS + 1)
    with pytest.raises(TooManyError, match="1,048,575"):
        as_xlsx(replace(selections.nothing(), claims=claims))


@pytest.mark.parametrize("form", [as_csv, as_xlsx])
def test_the_same_selection_gives_the_same_bytes(tmp_path: Path, form: Any) -> None:
    """Nothing of the moment of writing gets into a file, and none is a valid table too."""
    selection = selections.evil(tmp_path / "a.db")
    assert form(selection) == form(selection)
    assert form(selections.nothing())
    assert read(as_csv(selections.nothing())) == []


def test_every_column_says_what_it_means() -> None:
    """Each has a type of Table Schema and a sentence."""
    kinds = {kind for kind, _ in COLUMNS.values()}
    assert kinds == {"string", "number", "integer", "boolean", "date", "datetime"}
    assert all(meaning[0].isupper() and meaning[-1] != "." for _, meaning in COLUMNS.values())

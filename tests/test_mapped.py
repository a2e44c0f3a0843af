"""Rows to claims by a mapping: figures, hedges, bounds, claimants, days, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.collection import Collection
from claims.hedges import Hedge
from claims.imports.errors import BadMappingError, CutOffTableError, UnfittingTableError
from claims.imports.mapped import chunks, fitting, unread
from claims.records import Claim, Indicator, Party
from tests import factories, importing

if TYPE_CHECKING:
    from pathlib import Path

HEADING = "day,by,killed,how,injured,state,remark\n"
REFUSED = [
    # a row, the column of the problem, its value, words of the message
    ("2024-05-04,City Hospital,1.5,,,,", "killed", "1.5", "no whole number"),
    ("2024-05-04,City Hospital,-3,,,,", "killed", "-3", "negative"),
    ("2024-05-04,City Hospital,5 (3 women),,,,", "killed", "5 (3 women)", "more than one"),
    ("2024-05-04,,5,,,,", "by", "", "nothing stands in this column"),
    (",City Hospital,5,,,,", "day", "", "nothing stands in this column"),
    ("4 May,City Hospital,5,,,,", "day", "2024-05-01/4 May", "EDTF"),
    ("2024-13-04,City Hospital,5,,,,", "day", "2024-05-01/2024-13-04", "EDTF"),
    ("2023-05-04,City Hospital,5,,,,", "day", "2024-05-01/2023-05-04", "ends before it starts"),
    ("2024-05-04,City Hospital,5,,,missing,", "state", "missing", "no report that day"),
    ("2024-05-04,City Hospital,5,,,,a\u202eb", "remark", "a\u202eb", "unprintable"),
    ("2024-05-04,City Hospital,9999999999999999,,,,", "killed", "9999999999999999", "no number"),
]  # fmt: skip


def test_rows_become_claims_with_hedge_claimant_and_days(tmp_path: Path) -> None:
    """One claim a figure, with its words, bounds, period and chain."""
    claims, problems = importing.read(importing.table(tmp_path))
    assert problems == []
    assert [(c.indicator, str(c.quantity and c.quantity.as_stated)) for c in claims] == [
        ("harbour-killed", "4"),
        ("harbour-injured", "12"),
        ("harbour-killed", "ca [about] 9"),
        ("harbour-injured", "ca [about] 20-25"),
        ("harbour-killed", "11"),
        ("harbour-injured", "Unknown"),
    ]
    hedges = [c.quantity.hedge for c in claims if c.quantity]
    assert hedges[2:] == [Hedge.ABOUT, Hedge.BETWEEN, Hedge.EXACT, Hedge.NOT_STATED]
    assert {(c.claimant, c.chain) for c in claims} == {
        ("city-hospital", ("city-hospital", "toll-watch"))
    }
    assert (str(claims[2].period), str(claims[2].said_on)) == (
        "2024-05-01/2024-05-02",
        "2024-05-02",
    )
    assert claims[2].note == "counted twice"
    assert claims[2].statement == "People killed in the harbour fire: about nine by 2 May 2024"
    assert (claims[2].evidence[0].source, claims[2].evidence[0].prefix) == (
        "harbour-tolls",
        "killed",
    )


@pytest.mark.parametrize(("row", "column", "value", "why"), REFUSED)
def test_a_bad_row_is_a_problem_with_row_column_and_value(
    tmp_path: Path, row: str, column: str, value: str, why: str
) -> None:
    """The good rows beside it go in."""
    rows = importing.table(tmp_path, f"{importing.ROWS}{row}\n")
    claims, problems = importing.read(rows)
    assert len(claims) == 6
    first = problems[0]
    assert (first.where.file, first.where.line, first.field) == ("tolls.csv", 5, column)
    assert first.value == value
    assert why in first.message
    assert first.hint


def test_an_empty_figure_makes_no_claim_and_is_no_zero(tmp_path: Path) -> None:
    """Not stated is not zero."""
    rows = importing.table(tmp_path, f"{HEADING}2024-05-04,City Hospital,,,0,,\n")
    claims, problems = importing.read(rows)
    assert problems == []
    assert [(c.indicator, c.quantity and c.quantity.value) for c in claims] == [
        ("harbour-injured", 0)
    ]


def test_rows_that_say_nothing_new_are_left_out_and_counted(tmp_path: Path) -> None:
    """What a publisher carried forward was not said that day."""
    rows = importing.table(tmp_path, f"{importing.ROWS}2024-05-04,City Hospital,11,,,carried,\n")
    found = list(chunks(rows, importing.mapping(), Collection()))
    assert sum((chunk.left_out for chunk in found), start=type(found[0].left_out)()) == {
        "carried forward": 1
    }
    assert sum(chunk.rows for chunk in found) == 4


def test_a_second_row_for_one_claim_is_a_problem(tmp_path: Path) -> None:
    """Which of the two is meant cannot be told; the first one stands."""
    rows = importing.table(tmp_path, f"{HEADING}2024-05-04,City Hospital,5,,,,\n")
    twice = f"{HEADING}2024-05-04,City Hospital,5,,,,\n2024-05-04,City Hospital,6,,,,\n"
    once, _ = importing.read(rows)
    claims, problems = importing.read(importing.table(tmp_path, twice))
    assert claims == once
    assert [(p.where.line, p.field, p.value) for p in problems] == [(3, "killed", "6")]


def test_a_claimant_that_only_a_cell_names_becomes_a_party(tmp_path: Path) -> None:
    """It is recorded once, before the first claim; known spellings mean the party on record."""
    text = f"{HEADING}2024-05-04,Dock Union,5,,,,\n2024-05-05,Dock Union,6,,,,\n"
    found = list(chunks(importing.table(tmp_path, text), importing.mapping(), Collection()))
    records = [item.record for item in found[1].records]
    assert [r.id for r in records if isinstance(r, Party)] == ["dock-union"]
    assert isinstance(records[0], Party)
    known = Collection.of_records([factories.party("union", aliases=("Dock Union",))])
    claims, _ = importing.read(importing.table(tmp_path, text), known=known)
    assert {claim.claimant for claim in claims} == {"union"}


def test_what_is_on_record_stays_as_it_is_there(tmp_path: Path) -> None:
    """A mapping brings records; it takes nothing from those that the newsroom keeps."""
    known = Collection.of_records([factories.party("toll-watch", name="Toll Watch (Newsroom)")])
    first = next(chunks(importing.table(tmp_path), importing.mapping(), known))
    assert "toll-watch" not in {item.record.id for item in first.records}
    assert "city-hospital" in {item.record.id for item in first.records}


def test_a_question_is_made_for_each_value_of_a_column(tmp_path: Path) -> None:
    """The mapping says it once, with the column in braces."""
    how = importing.mapping("""
name: ports
title: Losses by port
sources: [{id: ports, title: Ports, publisher: ports-watch, kind: data set, tier: secondary,
  language: en}]
parties: [{id: ports-watch, name: Ports Watch, kind: research body}]
tables:
  - name: ports
    recognised_by: [port, lost]
    source: ports
    claimant: ports-watch
    hedge: "[at least]"
    period: "{day}"
    columns: {day: {date: "%d.%m.%Y"}}
    figures:
      - column: lost
        indicator: "{port}-lost"
        question: {title: "Ships lost at {port}", kind: weapons count, unit: ships, basis: event,
          includes: "ships seen lost at {port}"}
""")
    text = "port,lost,day\nSt. Mary,3,1.5.2024\nÅrø,4,31.12.2024\n"
    found = list(chunks(importing.table(tmp_path, text), how, Collection()))
    records = [item.record for chunk in found for item in chunk.records]
    asked = {r.id: r.title for r in records if isinstance(r, Indicator)}
    assert asked["st-mary-lost"] == "Ships lost at St. Mary"
    assert len(asked) == 2
    claims = [r for r in records if isinstance(r, Claim)]
    assert [c.quantity and c.quantity.as_stated for c in claims] == ["[at least] 3", "[at least] 4"]
    assert [str(c.period) for c in claims] == ["2024-05-01", "2024-12-31"]


def test_the_id_of_a_claim_stays_when_its_figure_changes(tmp_path: Path) -> None:
    """That is what makes a changed figure a revision, not another claim."""
    before, _ = importing.read(importing.table(tmp_path))
    text = importing.ROWS.replace("City Hospital,9,ca", "City Hospital,8,")
    after, _ = importing.read(importing.table(tmp_path, text))
    assert [claim.id for claim in before] == [claim.id for claim in after]
    assert [claim.quantity for claim in before] != [claim.quantity for claim in after]


def test_a_table_without_the_columns_is_refused(tmp_path: Path) -> None:
    """The refusal names what is missing."""
    with pytest.raises(UnfittingTableError, match="no column killed"):
        list(
            chunks(importing.table(tmp_path, "day,dead\n1,2\n"), importing.mapping(), Collection())
        )


def test_chunks_of_any_length_give_the_same(tmp_path: Path) -> None:
    """How many rows are read at a time changes nothing."""
    rows = importing.table(tmp_path, f"{importing.ROWS}2024-05-04,,5,,,,\n")
    how = importing.mapping()
    by_length = [list(chunks(rows, how, Collection(), length)) for length in (1, 2, 1_000)]
    one, two, many = ([i for chunk in found for i in chunk.records] for found in by_length)
    assert one == two == many


def test_a_column_that_the_mapping_reads_and_the_table_lacks_is_said(tmp_path: Path) -> None:
    """A misspelt or renamed column is a problem of the file, never nothing; new ones are named."""
    how = importing.mapping(importing.MAPPING.replace("column: injured", "column: hurt"))
    rows = importing.table(tmp_path)
    claims, problems = importing.read(rows, how)
    assert len(claims) == 3
    assert [(p.where.line, p.field) for p in problems] == [(0, "hurt")]
    assert unread(fitting(how, rows), rows) == ["injured"]


@pytest.mark.parametrize(
    ("good", "bad", "why"),
    [
        ('claimant: "{by}"', "claimant: city-hospitl", "no party “city-hospitl”"),
        ("publisher: toll-watch", "publisher: toll-wach", "toll-wach"),
        ("baseline: 2024-05-01, includes: people killed", "includes: people killed", "baseline"),
    ],
)
def test_a_mapping_whose_records_do_not_go_together_is_refused(
    good: str, bad: str, why: str, tmp_path: Path
) -> None:
    """The fault is said once, not for every row."""
    how = importing.mapping(importing.MAPPING.replace(good, bad, 1))
    with pytest.raises(BadMappingError, match=why):
        importing.read(importing.table(tmp_path), how)


def test_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    """What stands after the cut nobody knows, so nothing of it is taken."""
    whole = '[{"day": "2024-05-01", "by": "City Hospital", "killed": 4}, {"day": "2024'
    with pytest.raises(CutOffTableError, match=r"cut\.json:2"):
        importing.read(importing.table(tmp_path, whole, "cut.json"))
    short = f"{importing.ROWS}2024-05-04,City Hospital,1"
    claims, problems = importing.read(importing.table(tmp_path, short))
    assert (len(claims), [p.where.line for p in problems]) == (6, [5])
    assert "cut off" in problems[0].message


def test_a_day_of_a_spreadsheet_is_read_whatever_form_is_stated(tmp_path: Path) -> None:
    """A true date has no form of its own: one mapping serves the CSV and the workbook."""
    how = importing.MAPPING.replace(
        "    columns:\n", '    columns:\n      day: {date: "%d.%m.%Y"}\n'
    )
    text = importing.ROWS.replace("2024-05-02", "02.05.2024")
    claims, problems = importing.read(importing.table(tmp_path, text), importing.mapping(how))
    assert problems == []
    assert [str(claim.said_on) for claim in claims[::2]] == [
        "2024-05-01", "2024-05-02", "2024-05-03",
    ]  # fmt: skip


def test_a_refused_row_names_the_claims_that_it_would_make(tmp_path: Path) -> None:
    """So that a claim on record does not count as gone from the set; its problem stands once."""
    before, _ = importing.read(importing.table(tmp_path))
    text = importing.ROWS.replace("City Hospital,9,ca,20-25", "City Hospital,9,eh,20")
    found = list(chunks(importing.table(tmp_path, text), importing.mapping(), Collection()))
    assert found[1].refused == {before[2].id, before[3].id}
    assert len(found[1].problems) == 2
    text = importing.ROWS.replace("2024-05-02,City Hospital", "2024-05-02,")
    _, problems = importing.read(importing.table(tmp_path, text))
    assert [(p.where.line, p.field, p.record) for p in problems] == [(3, "by", "")]


@pytest.mark.parametrize(
    ("cell", "stated", "hedge"),
    [
        ("mindestens 1.220", "mindestens [at least] 1,220", Hedge.AT_LEAST),
        ("Rund 40", "Rund [about] 40", Hedge.ABOUT),
        ("etwa 40", None, None),
        ("unbekannt", "unbekannt [unknown]", Hedge.NOT_STATED),
        ("Dutzende", "Dutzende [dozens]", Hedge.VAGUE),
        ("k.A.", None, None),
        ("gut 40", "40", Hedge.EXACT),
    ],
)
def test_words_of_another_language_are_explained_by_the_mapping(
    cell: str, stated: str | None, hedge: Hedge | None, tmp_path: Path
) -> None:
    """The source's word stays in the quote, with what it means in brackets."""
    explained = """    columns:
      killed:
        numbers: 1.234,5
        means: {unbekannt: unknown, Dutzende: dozens, k.A.: ""}
        words: {mindestens: at least, rund: about, gut: ""}
"""
    how = importing.MAPPING.replace("    columns:\n", explained)
    rows = importing.table(tmp_path, f'{HEADING}2024-05-04,City Hospital,"{cell}",,,,\n')
    claims, problems = importing.read(rows, importing.mapping(how))
    found = [(c.quantity.as_stated, c.quantity.hedge) for c in claims if c.quantity]
    assert found == ([(stated, hedge)] if stated else [])
    assert bool(problems) is (cell == "etwa 40")

"""Hedges, dates, breakdowns, places, claimants and titles: what must never be lost or invented."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claims.collection import Collection
from claims.hedges import Hedge
from claims.imports.mapped import chunks
from claims.imports.mapping import Otherwise, Span
from claims.imports.suggesting import Role, suggested
from claims.imports.suggesting.parts import kind_of_party
from claims.imports.suggesting.spoken import spoken
from claims.imports.tables.opening import open_table
from claims.records import Claim, Indicator
from claims.vocabulary import PartyKind
from tests.unmapped import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from claims.imports.mapped import Chunk
    from claims.imports.tables.table import Table

DATES = "2024-05-01|2024-05-02|2024-05-04"


def _read(table: Table) -> list[Chunk]:
    """Import a table as suggested."""
    mapping = suggested(table).mapping
    assert mapping is not None
    return list(chunks(table, mapping, Collection()))


def _claims(table: Table) -> list[Claim]:
    """Return the claims of a table as suggested."""
    records = (item.record for chunk in _read(table) for item in chunk.records)
    return [one for one in records if isinstance(one, Claim)]


def _periods(table: Table) -> list[str | None]:
    return [None if claim.period is None else str(claim.period) for claim in _claims(table)]


def _titles(table: Table) -> list[str]:
    records = (item.record for chunk in _read(table) for item in chunk.records)
    return [one.title for one in records if isinstance(one, Indicator)]


@pytest.mark.parametrize("name", ["estimate", "deaths_qualifier", "Precision", "hedge"])
def test_hedge_words_that_are_not_known_are_refused(name: str) -> None:
    """A figure whose hedge cannot be read is never recorded as exact."""
    table = table_of(**{"date": DATES, "deaths": "5|3|9", name: "approx.|peak|"})
    found = suggested(table)
    assert found.roles[name] is Role.HEDGE
    assert found.mapping is not None
    assert found.mapping.tables[0].columns[name].otherwise is Otherwise.REFUSE
    assert any("“peak”" in doubt for doubt in found.doubts)
    hedges = [claim.quantity.hedge for claim in _claims(table) if claim.quantity]
    assert hedges == [Hedge.ABOUT, Hedge.EXACT]


@pytest.mark.parametrize(
    ("word", "hedge"),
    [
        ("ca.", Hedge.ABOUT), ("c.", Hedge.ABOUT), ("est.", Hedge.ABOUT),
        ("rund", Hedge.ABOUT), ("etwa", Hedge.ABOUT), ("environ", Hedge.ABOUT),
        ("unos", Hedge.ABOUT), ("min.", Hedge.AT_LEAST), ("mindestens", Hedge.AT_LEAST),
        ("au moins", Hedge.AT_LEAST), ("al menos", Hedge.AT_LEAST), ("max.", Hedge.AT_MOST),
        ("at least", Hedge.AT_LEAST), ("exact", Hedge.EXACT),
    ],
)  # fmt: skip
def test_hedge_words_of_four_languages_are_known(word: str, hedge: Hedge) -> None:
    """What stands beside a figure is what it means in our own table of hedges."""
    table = table_of(date=DATES, deaths="50|30|90", qualifier=f"{word}|{word}|{word}")
    assert {claim.quantity.hedge for claim in _claims(table) if claim.quantity} == {hedge}


def test_hedges_of_which_no_figure_is_known_refuse_their_rows() -> None:
    """Two hedge columns that could belong to either figure leave none of them exact."""
    table = table_of(
        about="x|approx.|", hedge="|about|", date=DATES, deaths="5|3|9", injured="1|2|3"
    )
    assert {claim.quantity.value for claim in _claims(table) if claim.quantity} <= {9, 3}


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("14 mars 2024", "2024-03-14"),
        ("1er janvier 2024", "2024-01-01"),
        ("3. März 2024", "2024-03-03"),
        ("5 de mayo de 2024", "2024-05-05"),
        ("7-11 Oct 2023", "2023-10-07/2023-10-11"),
        ("Oct 7-11, 2023", "2023-10-07/2023-10-11"),
        ("30 Sep - 4 Oct 2023", "2023-09-30/2023-10-04"),
        ("1 au 15 mars 2024", "2024-03-01/2024-03-15"),
        ("août 2024", "2024-08"),
        ("Q1 2023", "2023-01/2023-03"),
        ("2023-Q4", "2023-10/2023-12"),
        ("Q5 2023", ""),
        ("Q1", ""),
        ("25 Dec - 3 Jan 2024", ""),
        ("32 Oct 2023", ""),
        ("7 10 2023", ""),
        ("Mars 12", ""),
        ("Paris 2024", ""),
        ("12", ""),
    ],
)
def test_dates_in_words_are_read_where_they_are_clear(cell: str, period: str) -> None:
    """Months of four languages and spans of days; what leaves a year open is not guessed."""
    assert spoken(cell) == period


@pytest.mark.parametrize("name", ["Date de l'événement", "Reporting period", "Datum"])
def test_dates_in_words_are_listed_in_the_mapping_with_a_doubt(name: str) -> None:
    """They are the period, no part of the question, and a date that is not listed is refused."""
    table = table_of(**{name: "14 mars 2024|15 mars 2024", "lieu": "A|B", "morts": "5|3"})
    found = suggested(table)
    assert found.roles[name] is Role.DATE
    assert "dates in words" in found.doubts[0]
    assert _periods(table) == ["2024-03-14", "2024-03-15"]


def test_words_for_a_time_that_cannot_be_read_give_no_mapping() -> None:
    """Undated figures are not suggested where a column says when."""
    table = table_of(Reporting__period="early May 2024|mid-May 2024", city="A|B", killed="5|3")
    found = suggested(table)
    assert found.mapping is None
    assert any("says when, in words that cannot be read" in doubt for doubt in found.doubts)


def test_a_date_column_with_odd_cells_is_the_date() -> None:
    """Odd ones that are clear are read and shown, others are problems of their rows."""
    days = "2024-05-01|2024-05-02|2024-05-03|30 Apr 2024"
    clear = table_of(As__of=days, city="A|B|C|D", IDPs="5|3|9|4")
    assert _periods(clear)[-1] == "2024-04-30"
    assert any("30 Apr 2024 as 2024-04-30" in doubt for doubt in suggested(clear).doubts)
    unclear = table_of(As__of=days.replace("30 Apr 2024", "late April"), IDPs="5|3|9|4")
    assert len(_claims(unclear)) == len(_periods(unclear)) == 3
    assert sum(len(chunk.problems) for chunk in _read(unclear)) == 1


def test_the_last_days_of_weeks_are_whole_weeks() -> None:
    """New cases of a week ending on a day are those of seven days; a total is since the first."""
    weeks = "2024-01-07|2024-01-14|2024-01-21"
    table = table_of(Week__ending=weeks, new_deaths="20|31|28", cumulative_deaths="2|33|61")
    mapping = suggested(table).mapping
    assert mapping is not None
    first, second = (figure.period for figure in mapping.tables[0].figures)
    assert first == Span(to="{Week ending}", hours="168")
    assert second == "2024-01-01/{Week ending}"
    assert _periods(table)[:2] == ["2024-01-01/2024-01-07", "2024-01-01/2024-01-07"]


def test_weeks_that_are_given_by_one_day_are_a_doubt() -> None:
    """The first day of a week is not the week."""
    weeks = "2024-01-01|2024-01-08|2024-01-15"
    doubts = suggested(table_of(Week__of=weeks, deaths="20|31|28")).doubts
    assert any("speaks of weeks" in doubt for doubt in doubts)
    plain = suggested(table_of(date=weeks, deaths="20|31|28")).doubts
    assert not any("speaks of weeks" in doubt for doubt in plain)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Age group", "0-17|18-59|0-17|18-59"),
        ("age", "0-17|60+|0-17|60+"),
        ("Sex", "male|female|male|female"),
        ("Category of people", "medics|civilians|medics|civilians"),
        ("Perpetrator", "army|rebels|army|rebels"),
        ("Weapon", "drone|shell|drone|shell"),
        ("Contributing country", "France|Italy|France|Italy"),
    ],
)
def test_what_breaks_figures_down_is_a_part_of_the_question(name: str, cells: str) -> None:
    """Each group answers a question of its own, and no row is taken for a repetition."""
    months = "2024-01|2024-01|2024-02|2024-02"
    table = table_of(**{"month": months, name: cells, "killed": "120|88|98|79"})
    assert suggested(table).roles[name] is Role.CATEGORY
    groups = list(dict.fromkeys(cells.split("|")))
    assert _titles(table) == [f"Killed, {group}" for group in groups]
    assert len(_claims(table)) == len(cells.split("|"))


def test_rows_that_only_a_column_not_used_tells_apart_are_refused() -> None:
    """Parts of a figure are never recorded as the whole."""
    table = table_of(month="2024-01|2024-01|2024-02|2024-02", age="17|18|17|18", killed="9|8|7|5")
    assert suggested(table).doubts[0].startswith("“age” tells apart rows")
    assert _claims(table) == []
    assert sum(len(chunk.problems) for chunk in _read(table)) == 4


@pytest.mark.parametrize("total", ["Total", "ALL", "Grand total", "Gesamt", "Insgesamt", "Total:"])
@pytest.mark.parametrize("name", ["Province", "Sex"])
def test_rows_of_totals_are_left_out_with_a_doubt(name: str, total: str) -> None:
    """They are no place and no group of their own; the report counts them."""
    table = table_of(
        **{name: f"North|South|{total}", "date": "|".join(["2024-06-12"] * 3), "deaths": "5|3|8"}
    )
    assert len(_claims(table)) == 2
    assert sum(sum(chunk.left_out.values()) for chunk in _read(table)) == 1
    assert any(f"“{total}” in “{name}” are left out" in doubt for doubt in suggested(table).doubts)


def test_a_place_that_only_sounds_like_a_total_is_kept() -> None:
    """Allier and Totalán are places."""
    table = table_of(city="Allier|Totalán|Sumy", date=DATES, deaths="5|3|8")
    assert len(_claims(table)) == 3


def test_places_are_put_from_small_to_large() -> None:
    """In the question and its place, in whatever order the columns stand."""
    for names in (("location", "country"), ("country", "location")):
        cells = {"location": "Al-Zahra, Gaza City|Jabalia", "country": "Gaza Strip|Gaza Strip"}
        columns = {name: cells[name] for name in names}
        table = table_of(date="2024-05-01|2024-05-02", **columns, deaths="5|3")
        assert _titles(table)[0] == "Deaths, Al-Zahra, Gaza City, Gaza Strip"


@pytest.mark.parametrize(
    ("source", "is_doubted"),
    [("UNHCR, IOM", True), ("Radio A; Radio B", True), ("UNHCR/IOM", True), ("UNHCR", False),
     ("Police and Fire Service", False)],
)  # fmt: skip
def test_several_claimants_in_one_cell_are_a_doubt(source: str, is_doubted: bool) -> None:
    """Whether two names are one party is for a person to say."""
    doubts = suggested(table_of(date=DATES, source=f"{source}|A|A", deaths="5|3|8")).doubts
    assert any("seem to name several" in doubt for doubt in doubts) == is_doubted


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("data.csv", "Killed"),
        ("Export (2).xlsx", "Killed"),
        ("Tabelle1.csv", "Killed"),
        ("mass shootings final (3).csv", "Killed (Mass shootings)"),
        ("covid-19_v2.csv", "Killed (Covid 19)"),
        ("7 October.csv", "Killed (7 October)"),
    ],
)
def test_a_title_says_the_file_only_where_that_says_something(file: str, title: str) -> None:
    """Names that any file could have, and marks of versions, are left out."""
    assert _titles(table_of(file, date=DATES, killed="5|3|8")) == [title]


@pytest.mark.parametrize(
    ("columns", "language"),
    [
        (("Datum", "Ort", "Tote"), "de"),
        (("Date", "Lieu", "Morts"), "fr"),
        (("Fecha", "Municipio", "Fallecidos"), "es"),
        (("Date", "City", "Killed"), "en"),
        (("Date", "Land", "Killed"), "en"),
    ],
)
def test_the_language_is_that_of_the_headings(columns: tuple[str, ...], language: str) -> None:
    """English unless they are clearly German, French or Spanish."""
    date, place, count = columns
    mapping = suggested(table_of(**{date: DATES, place: "A|B|C", count: "5|3|9"})).mapping
    assert mapping is not None
    assert mapping.sources[0].language == language


def test_what_a_party_is_is_not_made_up() -> None:
    """A name that says nothing leaves the kind open."""
    assert kind_of_party("KNCHR") is PartyKind.NOT_STATED
    assert kind_of_party("Kyiv City Military Administration") is PartyKind.GOVERNMENT


def test_lines_above_the_headings_are_a_doubt(tmp_path: Path) -> None:
    """A date in a title is not read, and the person is told of it."""
    path = tmp_path / "deaths.csv"
    path.write_text("Deaths as of 12 June\n\nDate,City,Killed\n2024-05-01,A,5\n2024-05-02,B,4\n")
    assert any("“Deaths as of 12 June”" in doubt for doubt in suggested(open_table(path)).doubts)


def test_headings_in_two_rows_give_no_mapping(tmp_path: Path) -> None:
    """Whether “Cases” are of a week or all of them stands in the row that was passed over."""
    path = tmp_path / "cases.csv"
    path.write_text(",Last 7 days,,All,\nCity,Cases,Deaths,Cases,Deaths\nA,1,2,30,4\nB,2,2,35,5\n")
    found = suggested(open_table(path))
    assert found.mapping is None
    assert "two rows" in found.doubts[0]
    assert suggested(replace(open_table(path), problems=())).mapping is not None


def test_headings_that_are_dates_give_no_mapping_and_say_so() -> None:
    """A figure for each day in a column of its own needs the table to be turned first."""
    found = suggested(table_of(**{"Country": "A|B", "1/22/20": "17|0", "1/23/20": "17|1"}))
    assert found.mapping is None
    assert "“1/22/20” are dates" in found.doubts[0]

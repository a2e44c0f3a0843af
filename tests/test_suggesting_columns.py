"""What single columns are taken for: words of names, dates, numbers, and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.collection import Collection
from claims.hedges import Hedge
from claims.imports.loading import as_yaml, parse
from claims.imports.mapped import chunks
from claims.imports.suggesting import Basics, Role, mapping_of, roles, suggested, with_roles
from claims.imports.suggesting.days import how_written
from claims.imports.suggesting.numbers import numbers_in
from claims.imports.tables.opening import open_table
from claims.records import Claim
from claims.vocabulary import Basis, Kind
from tests.unmapped import table_of

SHARED = Path(__file__).parents[2] / "shared" / "data"
"""Real tables beside the project, where they are at hand."""


DATES = "2024-05-01|2024-05-02|2024-05-04"


@pytest.mark.parametrize(
    ("name", "kind", "unit"),
    [
        ("Killed", Kind.CASUALTY_FIGURE, "deaths"),
        ("civiliansKilled", Kind.CASUALTY_FIGURE, "deaths"),
        ("DEATHS", Kind.CASUALTY_FIGURE, "deaths"),
        ("personas fallecidas", Kind.CASUALTY_FIGURE, "deaths"),
        ("Todesopfer", Kind.CASUALTY_FIGURE, "deaths"),
        ("blessés", Kind.CASUALTY_FIGURE, "injured"),
        ("Killed and wounded", Kind.CASUALTY_FIGURE, "casualties"),
        ("killed soldiers", Kind.CASUALTY_FIGURE, "deaths"),
        ("festgenommene", Kind.DETENTION, "detained"),
        ("drone attacks", Kind.ATTACK_TALLY, "attacks"),
        ("attack drones", Kind.WEAPONS_COUNT, "attack drones"),
        ("APCs", Kind.WEAPONS_COUNT, "apcs"),
        ("displaced_households", Kind.OTHER_COUNT, "households"),
        ("troops", Kind.TROOP_COUNT, "troops"),
        ("homes destroyed", Kind.OTHER_COUNT, "homes destroyed"),
    ],
)  # fmt: skip
def test_a_figure_is_known_by_the_words_of_its_name(name: str, kind: Kind, unit: str) -> None:
    """What is counted, and its unit, follow from the name in any case and spelling."""
    mapping = suggested(table_of(**{"date": DATES, name: "5|3|9"})).mapping
    assert mapping is not None
    assert [(one.kind, one.unit) for one in mapping.indicators] == [(kind, unit)]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("year", "2024|2024|2024"),
        ("population", "2100000|2100000|2100000"),
        ("percent killed", "5|3|9"),
        ("killed %", "5|3|9"),
        ("deaths per 100k", "1|2|3"),
        ("ext_killed", "5|3|9"),
        ("projected_deaths", "5|3|9"),
        ("estimated deaths", "5|3|9"),
        ("killed_diff", "5|3|9"),
        ("latitude", "33|34|35"),
        ("lon", "44.1|44.2|44.3"),
        ("region_code", "11|12|11"),
        ("row", "1|2|3"),
        ("case id", "5|9|8"),
        ("timestamp", "1715040000|1715050000|1715060000"),
        ("balance", "-5|3|-9"),
        ("phase", "1|1|2"),
        ("shoe size", "41|43|41"),
    ],
)
def test_numbers_that_count_nothing_are_no_figures(name: str, cells: str) -> None:
    """Years, shares, computed numbers, places and ids are left out, with the reason."""
    table = table_of(**{"date": DATES, "killed": "5|3|9", name: cells})
    found = suggested(table)
    assert found.mapping is not None
    assert [figure.column for figure in found.mapping.tables[0].figures] == ["killed"]
    assert name in found.mapping.tables[0].unused


@pytest.mark.parametrize("name", ["killed", "projectiles fired", "minors killed"])
def test_names_that_only_resemble_those_are_figures(name: str) -> None:
    """Projectiles are not projected, minors no minimum."""
    assert roles(table_of(**{"date": DATES, name: "5|3|9"}))[name] is Role.FIGURE


@pytest.mark.parametrize(
    ("cells", "form", "is_unclear"),
    [
        (["2024-05-03", "2024-05-04T10:00:00Z"], None, False),
        (["2024-05", "2024-06"], None, False),
        (["2024-05-01/2024-05-07"], None, False),
        (["3.5.2024", "14.05.2024"], "%d.%m.%Y", False),
        (["03/05/2024", "14/05/2024"], "%d/%m/%Y", False),
        (["05/03/2024", "05/14/2024"], "%m/%d/%Y", False),
        (["03/05/2024", "04/05/2024"], "%d/%m/%Y", True),
        (["03/05/24", "14/05/24"], "%d/%m/%y", False),
        (["14/05/2024 13:30"], "%d/%m/%Y %H:%M", False),
        (["3 May 2024", "14 June 2024"], "%d %B %Y", False),
        (["3 Sep 2024", "14 Oct 2024"], "%d %b %Y", False),
        (["May 3, 2024"], "%B %d, %Y", False),
        (["May 2024", "June 2024"], "%B %Y", False),
        (["2024/05/03"], "%Y/%m/%d", False),
        (["20240503"], "%Y%m%d", False),
    ],
)
def test_the_way_days_are_written_is_found(
    cells: list[str], form: str | None, is_unclear: bool
) -> None:
    """Day and month are told apart by numbers above twelve; where there is none, it is a doubt."""
    found = how_written(cells)
    assert found is not None
    assert (found.form, found.is_unclear) == (form, is_unclear)
    assert all(found.edtf(cell) for cell in cells)


@pytest.mark.parametrize("cells", [["Kyiv"], ["12", "40"], ["31/14/2024"], ["2024-13-01"], []])
def test_what_is_no_date_is_taken_for_none(cells: list[str]) -> None:
    """Names, counts and days that do not exist are no dates."""
    assert how_written(cells) is None


@pytest.mark.parametrize(
    ("cells", "style"),
    [
        (["1,234", "12"], "1,234.5"),
        (["1.234", "12"], "1.234,5"),
        (["1.234.567"], "1.234,5"),
        (["12 345"], "1 234,5"),
        (["12\u202f345"], "1 234,5"),
        (["12'345"], "1'234.5"),
        (["about 1.200"], "1.234,5"),
        (["12", "7"], "1,234.5"),
    ],
)
def test_the_way_numbers_are_written_is_found(cells: list[str], style: str) -> None:
    """Thousands are told from decimals by the digits that follow."""
    found = numbers_in(cells, "deaths")
    assert (found.style, found.countable) == (style, 1)


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {"name": "Anna|Omar", "city": "Kyiv|Gaza"},
        {"{killed}": "Anna|Omar"},
        {"date": "2024-05-01|2024-05-02", "killed": "-5|-7", "injured": "-1|4"},
        {"latitude": "33.1|34.2"},
        {"killed": "|"},
    ],
)
def test_a_table_without_a_count_gives_no_mapping_and_says_so(columns: dict[str, str]) -> None:
    """Nothing is imported from a table that counts nothing, whatever else it holds."""
    found = suggested(table_of(**columns))
    assert found.mapping is None
    assert any("nothing to import" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("cells", "basis"),
    [
        ("5|9|12|12|20|31|40", Basis.TALLY),
        ("5|9|2|12|7|31|4", Basis.INTERVAL),
        ("5|5|5|5|5|5|5", Basis.INTERVAL),
    ],
)
def test_numbers_that_never_fall_are_running_totals(cells: str, basis: Basis) -> None:
    """Growth over many dates tells a total from counts of single days; a constant does not."""
    days = "|".join(f"2024-05-0{day}" for day in range(1, 8))
    mapping = suggested(table_of(date=days, killed=cells)).mapping
    assert mapping is not None
    assert [one.basis for one in mapping.indicators] == [basis]


def test_a_hedge_that_belongs_to_no_figure_is_a_doubt() -> None:
    """Hedge words are never dropped in silence."""
    found = suggested(
        table_of(date=DATES, killed="5|3|9", killed_accuracy="probably|perhaps|maybe")
    )
    assert any("“killed_accuracy” may say how firm" in doubt for doubt in found.doubts)


def test_least_and_most_without_a_best_estimate_are_a_range() -> None:
    """No best estimate is made up; a least alone is a floor, and the doubt says so."""
    found = suggested(table_of(date=DATES, killed_min="5|3|9", killed_max="8|3|20"))
    assert found.mapping is not None
    (figure,) = found.mapping.tables[0].figures
    assert (figure.low, figure.high, figure.hedge) == ("killed_min", "killed_max", None)
    assert found.mapping.indicators[0].title.startswith("Killed")
    alone = suggested(table_of(date=DATES, killed_min="5|3|9"))
    assert alone.mapping is not None
    (figure,) = alone.mapping.tables[0].figures
    assert (figure.column, figure.hedge, figure.high) == ("killed_min", "[at least]", "")
    assert any("No best estimate" in doubt for doubt in alone.doubts)


def test_a_fault_of_the_table_is_told_in_the_doubts() -> None:
    """Cells that state no count are shown before anything is imported."""
    found = suggested(table_of(fecha=DATES, heridos="unos 100|3|9"))
    assert any("“unos 100”" in doubt for doubt in found.doubts)


def test_rows_that_cannot_be_told_apart_are_a_doubt() -> None:
    """Two figures for one date and claimant are never taken for two claims in silence."""
    found = suggested(table_of(date="2024-05-01|2024-05-01|2024-05-02", killed="5|3|9"))
    assert any("1 of 3 rows agree" in doubt for doubt in found.doubts)


def test_a_person_changes_roles_and_states_what_no_column_says() -> None:
    """Chosen roles and stated basics make another whole mapping."""
    table = table_of(date=DATES, phase="4|1|2", killed="5|3|9")
    about = Basics("Toll", "Gaza Ministry of Health", "OCHA", unit="dead", baseline="2023-10-07")
    found = with_roles(table, {"phase": Role.FIGURE, "killed": Role.UNUSED}, about)
    assert found.mapping is not None
    sheet = found.mapping.tables[0]
    assert [figure.column for figure in sheet.figures] == ["phase"]
    assert (sheet.claimant, found.mapping.sources[0].publisher) == (
        "gaza-ministry-of-health",
        "ocha",
    )
    assert [one.unit for one in found.mapping.indicators] == ["dead"]
    assert found.mapping == mapping_of(table, found.roles, about)


def test_a_fault_in_what_a_person_states_is_a_doubt() -> None:
    """A baseline that is no date gives no mapping, and the reason instead of an error."""
    found = with_roles(table_of(date=DATES, killed="5|3|9"), {}, Basics(baseline="some day"))
    assert found.mapping is None
    assert any("baseline" in doubt for doubt in found.doubts)


PERSONNEL = """[
{"date": "2022-02-25", "day": 2, "personnel": 2800, "personnel*": "about", "POW": 0},
{"date": "2022-03-07", "day": 12, "personnel": 11000, "personnel*": "more"}
]"""
"""A stand-in for the real table of losses, where that is not at hand."""


def test_the_real_table_of_losses_is_imported_as_suggested(tmp_path: Path) -> None:
    """Every figure of a real table becomes a claim with its hedge, none with a problem."""
    path, figures = SHARED / "ukraine_losses" / "russia_losses_personnel.json", 1_688
    if not path.exists():
        print(f"{path} is not at hand; a stand-in is read")  # noqa: T201 - pytest shows it
        path, figures = tmp_path / "losses.json", 3
        path.write_text(PERSONNEL, encoding="utf-8")
    table = open_table(path)
    mapping = suggested(table).mapping
    assert mapping is not None
    every = list(chunks(table, mapping, Collection()))
    claims = [i.record for chunk in every for i in chunk.records if isinstance(i.record, Claim)]
    assert (len(claims), sum(len(chunk.problems) for chunk in every)) == (figures, 0)
    hedged = {one.quantity.hedge for one in claims if one.quantity and one.kind == Kind.OTHER_COUNT}
    assert hedged == {Hedge.ABOUT, Hedge.MORE_THAN}


@pytest.mark.parametrize("killed", ["5|3|9", "about 20|6-8|dozens"])
def test_a_suggestion_can_be_kept_as_a_file(killed: str) -> None:
    """What is suggested reads back the same from YAML, so that a person can change it there."""
    mapping = suggested(table_of(date=DATES, place="Kyiv|Kyiv|Odesa", killed=killed)).mapping
    assert mapping is not None
    assert parse(as_yaml(mapping), "suggested.yaml") == mapping

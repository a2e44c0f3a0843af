"""What the ready mappings make of single rows: who says it, how firmly, about when, and of what."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from claims.analysis.guard import panels
from claims.collection import Collection
from claims.hedges import Hedge
from claims.imports.loading import load, ready
from claims.imports.mapped import chunks
from claims.imports.tables.opening import open_table
from claims.records import Claim
from claims.vocabulary import Basis, Kind
from tests.ready_sets import STAND_INS

if TYPE_CHECKING:
    from claims.records import Indicator

LOSSES, ORYX, PEOPLE = "ukraine_losses", "oryx", "tech4palestine"
DEATH = ("kill", "death", "dead", "died", "casualt", "fatal")

# mapping, table, column, row -> indicator, claimant, period, figure as stated
# fmt: off
ROWS = [
    ("ukraine-general-staff", f"{LOSSES}/russia_losses_personnel.json", "personnel", 2,
     "ru-personnel-losses", "ua-general-staff", "2022-02-24/2022-02-26", "about 2350"),
    ("ukraine-general-staff", f"{LOSSES}/russia_losses_personnel.json", "personnel", 3,
     "ru-personnel-losses", "ua-general-staff", "2022-02-24/2022-03-07", "more [than] 9000"),
    ("oryx", f"{ORYX}/daily_count.csv", "type_total", 10,
     "ru-tanks-lost-documented", "oryx", "2022-02-24/2025-03-21", "[at least] 3600"),
    ("oryx", f"{ORYX}/daily_count.csv", "damaged", 11,
     "ua-tanks-damaged-documented", "oryx", "2022-02-24/2025-03-21", "[at least] 50"),
    ("oryx", f"{ORYX}/daily_count.csv", "destroyed", 4,
     "ru-items-of-equipment-of-all-types-destroyed-documented", "oryx", "2022-02-24/2022-03-27",
     "[at least] 500"),
    ("t4p-gaza", f"{PEOPLE}/casualties_daily.json", "killed_cum", 1,
     "gaza-killed", "gaza-health-ministry", "2023-10-07", "150"),
    ("t4p-gaza", f"{PEOPLE}/casualties_daily.json", "killed_cum", 3,
     "gaza-killed", "gaza-government-media-office", "2023-10-07/2023-10-09", "350"),
    ("t4p-gaza", f"{PEOPLE}/casualties_daily.json", "killed", 7,
     "gaza-killed-added-by-report", "gaza-health-ministry", "2024-08-11/2024-08-12", "58"),
    ("t4p-gaza", f"{PEOPLE}/casualties_daily.json", "killed_committee", 10,
     "gaza-killed-recognised-added-by-report", "gaza-health-ministry", "2025-10-02/2025-10-04",
     "720"),
    ("t4p-gaza-extrapolated", f"{PEOPLE}/casualties_daily.json", "ext_killed", 5,
     "gaza-killed-in-a-day-extrapolated", "tech-for-palestine", "2023-10-11", "[about] 95"),
    ("t4p-west-bank", f"{PEOPLE}/west_bank_daily.json", "killed_cum", 2,
     "west-bank-killed-flash", "un-ocha", "2023-10-07/2023-10-08", "14"),
    ("t4p-west-bank", f"{PEOPLE}/west_bank_daily.json", "verified.killed_cum", 3,
     "west-bank-killed-verified", "un-ocha", "2023-10-07/2023-10-09", "12"),
    ("t4p-west-bank", f"{PEOPLE}/west_bank_daily.json", "verified.killed", 2,
     "west-bank-killed-in-a-day-verified", "un-ocha", "2023-10-08", "7"),
    ("t4p-lebanon", f"{PEOPLE}/lebanon_casualties_daily.json", "killed_cum_reported", 3,
     "lebanon-killed-phase-1", "lebanon-public-health-ministry", "2023-10-08/2024-12-04", "3900"),
    ("t4p-lebanon", f"{PEOPLE}/lebanon_casualties_daily.json", "killed_cum_reported", 4,
     "lebanon-killed-phase-2", "lebanon-public-health-ministry", "2026-03-02/2026-03-05", "130"),
    ("t4p-lebanon", f"{PEOPLE}/lebanon_casualties_daily.json", "killed_cum", 4,
     "lebanon-killed-both-phases", "tech-for-palestine", "2023-10-08/2026-03-05", "4030"),
    ("t4p-lebanon", f"{PEOPLE}/lebanon_casualties_daily.json", "killed", 2,
     "lebanon-killed-added-by-report", "un-ocha", "2023-11-15/2023-11-21", "9"),
    ("ucdp-ged", "ucdp/GEDEvent_v99_1.csv", "low, high, best", 2,
     "ucdp-ged-500001", "ucdp", "2023-05-03", "2 [to] 8 [best estimate] 5"),
    ("ucdp-ged", "ucdp/GEDEvent_v99_1.csv", "low, high, best", 3,
     "ucdp-ged-500002", "ucdp", "2023-05-03", "4"),
    ("ucdp-ged", "ucdp/GEDEvent_v99_1.csv", "low, high, best", 4,
     "ucdp-ged-500003", "ucdp", "2023-05-01/2023-05-31", "0 [to] 90 [best estimate] 40"),
]
# fmt: on


@pytest.mark.parametrize(
    ("name", "table", "column", "row", "indicator", "claimant", "period", "stated"),
    ROWS,
    ids=[f"{row[0]}-{row[2]}-{row[3]}" for row in ROWS],
)
def test_a_cell_becomes_one_claim(  # noqa: PLR0913, PLR0917 - the columns of the table above
    name: str,
    table: str,
    column: str,
    row: int,
    indicator: str,
    claimant: str,
    period: str,
    stated: str,
) -> None:
    """A figure comes in under its question, by its claimant, about its days, in its words."""
    [claim] = [one for one in _claims(name, table).get(row, []) if _column(one) == column]
    assert claim.quantity
    got = (claim.indicator, claim.claimant, str(claim.period), claim.quantity.as_stated)
    assert got == (indicator, claimant, period, stated)


def test_personnel_losses_are_no_deaths() -> None:
    """Nothing that is shown of Russian personnel losses reads as a toll of deaths."""
    asked = _indicators("ukraine-general-staff")["ru-personnel-losses"]
    assert (asked.kind, asked.unit) == (Kind.OTHER_COUNT, "personnel")
    assert asked.includes.endswith("nowhere defined as killed only, so no death toll")
    table = _claims("ukraine-general-staff", f"{LOSSES}/russia_losses_personnel.json")
    said = [one.statement for claims in table.values() for one in claims]
    for text in (asked.title, asked.unit, *said):
        assert not any(word in text.casefold() for word in DEATH)


@pytest.mark.parametrize(
    ("mappings", "one", "other"),
    [
        (("ukraine-general-staff", "oryx"), "ru-tanks-lost", "ru-tanks-lost-documented"),
        (("ukraine-general-staff", "oryx"), "ru-aircraft-lost", "ru-aircraft-lost-documented"),
        (("t4p-west-bank",), "west-bank-killed-flash", "west-bank-killed-verified"),
        (("t4p-west-bank",), "west-bank-injured-flash", "west-bank-injured-verified"),
        (("t4p-gaza", "t4p-gaza-extrapolated"), "gaza-killed", "gaza-killed-extrapolated"),
    ],
)
def test_two_counts_stand_side_by_side(mappings: tuple[str, ...], one: str, other: str) -> None:
    """Rival counts of one thing share an axis in Compare, and are two questions."""
    both = {i: a for name in mappings for i, a in _indicators(name).items() if i in {one, other}}
    tables = {
        "ukraine-general-staff": f"{LOSSES}/russia_losses_equipment.json",
        "oryx": f"{ORYX}/daily_count.csv",
        "t4p-west-bank": f"{PEOPLE}/west_bank_daily.json",
    }
    every = [
        claim
        for name in mappings
        for claims in _claims(name, tables.get(name, f"{PEOPLE}/casualties_daily.json")).values()
        for claim in claims
    ]
    [panel] = panels(tuple(both.values()), every)
    assert set(panel.indicators) == {one, other}


def test_a_documented_loss_is_part_of_a_claimed_one_only_where_that_is_sure() -> None:
    """Four kinds of equipment mean the same to both; armoured vehicles and artillery may not."""
    parts = {i.id: i.broader for i in load("oryx").indicators if i.broader}
    assert parts == {
        "ru-tanks-lost-documented": "ru-tanks-lost",
        "ru-aircraft-lost-documented": "ru-aircraft-lost",
        "ru-helicopters-lost-documented": "ru-helicopters-lost",
        "ru-multiple-rocket-launchers-lost-documented": "ru-rocket-launchers-lost",
    }


def test_what_a_report_adds_is_no_days_toll() -> None:
    """Every question about an interval of reports says so in its title and in what it includes."""
    for name in ("t4p-gaza", "t4p-lebanon"):
        steps = [i for i in load(name).indicators if i.basis is Basis.INTERVAL]
        assert steps
        for asked in steps:
            assert "added by a report" in asked.title
            assert "one report" in asked.includes


def test_extrapolated_figures_say_by_whom() -> None:
    """Every title of the extrapolated mapping names the publishers as those who extrapolated."""
    for asked in load("t4p-gaza-extrapolated").indicators:
        assert asked.title.endswith("extrapolated by Tech for Palestine")


def test_an_item_is_its_picture() -> None:
    """An item has the picture's address, its own number, and a name without the scraped one."""
    items = _claims("oryx", f"{ORYX}/event_destroyed_to_2024-06-30.csv")
    assert sorted(items) == [2, 3, 4, 8]
    [tank], [howitzer] = items[3], items[4]
    assert tank.statement == "Russia: one T-99B main tank was destroyed, as a picture shows"
    assert howitzer.statement.startswith("Russia: one 152mm Field-1 howitzer was destroyed")
    assert tank.evidence[0].url == howitzer.evidence[0].url == "https://pictures.example/2.jpg"
    assert (tank.kind, tank.indicator, tank.tags) == (Kind.EVENT, None, ("russia", "destroyed"))
    assert (str(tank.period), str(tank.said_on)) == ("2022-02-24/2022-06-26", "2022-06-26")
    assert len({claim.id for claims in items.values() for claim in claims}) == len(items)


def test_a_floor_is_a_floor() -> None:
    """Every figure of the daily count of pictures is read as “at least”."""
    table = _claims("oryx", f"{ORYX}/daily_count.csv")
    hedges = [c.quantity.hedge for claims in table.values() for c in claims if c.quantity]
    assert hedges
    assert set(hedges) == {Hedge.AT_LEAST}


def test_an_event_says_how_exactly_it_is_known() -> None:
    """Precision of day and place, the sides, and an unfinished check stand in the note."""
    events = _claims("ucdp-ged", "ucdp/GEDEvent_v99_1.csv")
    known, month, unchecked = (events[row][0].note or "" for row in (2, 4, 9))
    assert known.startswith("Somewhere town: the place is known; the day is known")
    assert "unknown 1" in known
    assert "the country is known; the month is known, or eight to thirty days" in month
    assert unchecked.startswith("Not fully checked by UCDP: Check deaths. Somewhere town")
    assert events[7][0].tags == ("one-sided-violence",)


@cache
def _claims(name: str, table: str) -> dict[int, list[Claim]]:
    """Return the claims that a stand-in makes, by row."""
    found: dict[int, list[Claim]] = {}
    for chunk in chunks(open_table(STAND_INS / table), load(name), Collection()):
        for item in chunk.records:
            if isinstance(item.record, Claim):
                found.setdefault(item.where.line or 0, []).append(item.record)
    return found


def _indicators(name: str) -> dict[str, Indicator]:
    """Return the indicators that a mapping lists."""
    [mapping] = [one for one in ready() if one.name == name]
    return {indicator.id: indicator for indicator in mapping.indicators}


def _column(claim: Claim) -> str | None:
    """Return the column that a figure stood in."""
    return claim.evidence[0].prefix

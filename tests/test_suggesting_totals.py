"""Which figures are running totals, counts of single periods and stocks, and which are doubted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.imports.suggesting import Basics, suggested, with_roles
from claims.vocabulary import Basis
from tests.unmapped import table_of

if TYPE_CHECKING:
    from claims.imports.suggesting import Suggestion

THREE = "2024-05-01|2024-05-02|2024-05-03"
FIVE = f"{THREE}|2024-05-04|2024-05-05"
TALLY, INTERVAL, LEVEL, EVENT = Basis.TALLY, Basis.INTERVAL, Basis.LEVEL, Basis.EVENT


def _bases(found: Suggestion) -> dict[str, Basis]:
    """Return how each figure counts: by its column, or by the word of its category."""
    assert found.mapping is not None
    listed = {one.id: one.basis for one in found.mapping.indicators}
    return {
        next(iter(figure.only.values()), (figure.column,))[0]: (
            figure.question.basis if figure.question else listed[figure.indicator or ""]
        )
        for figure in found.mapping.tables[0].figures
        if not figure.unless
    }


def _is_doubted(found: Suggestion, name: str) -> bool:
    """Tell whether a doubt says that figures may count in another way."""
    told = [doubt for doubt in found.doubts if doubt.startswith("Taken for")]
    return any(f"“{name}”" in doubt for doubt in told)


@pytest.mark.parametrize(
    ("name", "beside", "cells"),
    [
        ("Total killed", "New killed", "1873|1919|1956"),
        ("Tote gesamt", "Neue Tote", "1.873|1.919|1.956"),
        ("Décès", "Nouveaux décès", "482|509|536"),
        ("Fallecidos en total", "Nuevos fallecidos", "62|70|90"),
        ("Total killed", "Killed today", "1873|1819|1956"),
        ("Killed overall", "Killed", "100|146|183"),
        ("killed", "killed_daily", "100|146|183"),
        ("Acumulado de heridos", "Heridos", "100|146|183"),
        ("killed_cumulative", "killed", "9|8|7"),
    ],
)
def test_a_total_beside_the_counts_of_single_days_is_a_running_total(
    name: str, beside: str, cells: str
) -> None:
    """By its name, or because its differences are the numbers beside it; one fall is no matter."""
    found = suggested(table_of(**{"date": THREE, name: cells, beside: "55|46|37"}))
    assert _bases(found) == {name: TALLY, beside: INTERVAL}
    assert found.mapping is not None
    periods = [figure.period for figure in found.mapping.tables[0].figures]
    assert periods == ["2024-05-01/{date}", "{date}"]
    assert any("start on 2024-05-01" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"men killed": "5|3|9", "women killed": "2|1|4", "total killed": "7|4|13"}, INTERVAL),
        ({"men killed": "1|2|9", "women killed": "2|3|4", "total killed": "3|5|13"}, INTERVAL),
        ({"total killed": "30|12|25"}, INTERVAL),
        ({"new killed total": "30|42|55"}, INTERVAL),
        ({"total killed": "30|42|55"}, TALLY),
        ({"total displaced": "3000|4200|3500"}, LEVEL),
    ],
)
def test_a_total_that_falls_or_adds_up_a_row_is_no_running_total(
    columns: dict[str, str], expected: Basis
) -> None:
    """The sum of the columns beside it is called a total, too."""
    found = suggested(table_of(date=THREE, **columns))
    assert _bases(found)[list(columns)[-1]] is expected


def test_steps_are_compared_for_each_place_and_over_the_same_gap() -> None:
    """A missing day between two rows says nothing against a running total."""
    days = "2024-05-01|2024-05-01|2024-05-02|2024-05-02|2024-05-09|2024-05-09"
    found = suggested(
        table_of(
            date=days, city="A|B|A|B|A|B", deaths="482|610|509|667|604|1102",
            reported__deaths="31|58|27|57|12|41",
        )
    )  # fmt: skip
    assert _bases(found) == {"deaths": TALLY, "reported deaths": INTERVAL}
    assert not _is_doubted(found, "deaths")


@pytest.mark.parametrize(
    ("days", "cells", "expected"),
    [
        (FIVE, "4255|4300|4333|4333|4340", TALLY),
        (FIVE, "50|110|122|140|141", TALLY),
        (THREE, "3|4|6", INTERVAL),
        (THREE, "6|4|3", INTERVAL),
        (FIVE, "2|3|40|90|400", INTERVAL),
        ("2024-01|2024-02|2024-03|2024-04|2024-05", "50|110|122|140|141", INTERVAL),
    ],
)
def test_numbers_that_only_grow_are_running_totals_with_a_doubt(
    days: str, cells: str, expected: Basis
) -> None:
    """Weak evidence is doubted either way: few rows, months, or steps as large as the numbers."""
    found = suggested(table_of(date=days, killed=cells))
    assert _bases(found) == {"killed": expected}
    assert _is_doubted(found, "killed") == (cells != "6|4|3")


def test_figures_that_keep_pace_with_a_running_total_are_one_too() -> None:
    """Confirmed deaths that never fall beside a total are a total; a few of them are not."""
    found = suggested(table_of(date=THREE, total_deaths="56|95|110", confirmed_deaths="40|71|88"))
    assert _bases(found) == {"total_deaths": TALLY, "confirmed_deaths": TALLY}
    assert _is_doubted(found, "confirmed_deaths")
    few = suggested(table_of(date=THREE, total_deaths="560|950|1100", confirmed_deaths="1|2|3"))
    assert _bases(few)["confirmed_deaths"] is INTERVAL


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("missing", LEVEL),
        ("people in shelters", LEVEL),
        ("Hospitalisations", LEVEL),
        ("hospitalised now", LEVEL),
        ("Vertriebene", LEVEL),
        ("IDPs", LEVEL),
        ("newly missing", INTERVAL),
        ("new hospitalisations", INTERVAL),
        ("wounded", INTERVAL),
    ],
)
def test_stocks_that_go_up_and_down_are_levels(name: str, expected: Basis) -> None:
    """People missing, displaced or in hospital are counted as of a day, not within it."""
    found = suggested(table_of(**{"date": THREE, name: "1300|900|1100"}))
    assert _bases(found) == {name: expected}


def test_stocks_are_known_by_small_steps_up_and_down_with_a_doubt() -> None:
    """What nobody names as a stock but hardly moves is taken for one; counts of days jump."""
    slow = suggested(table_of(date=FIVE, households="980|1000|990|1010|1005"))
    assert _bases(slow) == {"households": LEVEL}
    assert _is_doubted(slow, "households")
    jumping = suggested(table_of(date=FIVE, households="980|10|990|110|5"))
    assert _bases(jumping) == {"households": INTERVAL}


def test_casualties_as_of_a_day_are_running_totals_with_a_doubt() -> None:
    """A date that is called “as of” says how far the numbers go, not that they are of one day."""
    found = suggested(
        table_of(province="A|B", As__of="2024-06-12|2024-06-12", deaths="401|71", troops="9|8")
    )
    assert _bases(found) == {"deaths": TALLY, "troops": LEVEL}
    assert _is_doubted(found, "deaths")


def test_each_word_of_a_long_table_counts_in_its_own_way() -> None:
    """By its word and by its own numbers, for each place on its own."""
    words = "new deaths|total deaths|missing|wounded"
    found = suggested(
        table_of(
            date="|".join(day for day in FIVE.split("|") for _ in range(4)),
            indicator="|".join([words] * 5),
            value="5|90|40|7|6|96|55|2|2|98|31|9|8|106|30|1|1|107|12|4",
        )
    )
    assert _bases(found) == {
        "new deaths": INTERVAL, "total deaths": TALLY, "missing": LEVEL, "wounded": INTERVAL,
    }  # fmt: skip


def test_a_total_of_one_event_is_no_running_total() -> None:
    """A row about one event states its toll."""
    found = suggested(
        table_of(
            event_id="a|b|c", date="2024-05-01|2024-05-09|2024-05-21", city="A|B|A",
            total_killed="3|8|20", missing="1|2|3",
        )
    )  # fmt: skip
    assert _bases(found) == {"total_killed": EVENT, "missing": EVENT}


def test_what_a_person_states_is_not_doubted() -> None:
    """Once somebody has said how the numbers count, nothing asks again."""
    table = table_of(date=FIVE, killed="50|110|122|140|141")
    found = with_roles(table, {}, Basics(basis=Basis.INTERVAL))
    assert _bases(found) == {"killed": INTERVAL}
    assert not _is_doubted(found, "killed")

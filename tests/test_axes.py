"""Charts that are read beside one another agree on time, numbers and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from claims.analysis.frames import OTHERS, figures
from claims.hedges import Hedge
from claims.vocabulary import Basis
from dashboard import axes, charts, theme
from dashboard.text import JOINER
from tests import factories

if TYPE_CHECKING:
    from claims.records import Claim


def _claim(number: int, value: int, day: str, **fields: Any) -> Claim:
    quantity = factories.quantity(value, Hedge.EXACT)
    defaults = {"id": f"c-{number}", "claimant": f"party-{number}", "period": f"2021-07-01/{day}"}
    return factories.claim(quantity=quantity, **defaults | fields)


def _frame(*claims: Claim, **indicator: Any) -> pd.DataFrame:
    return figures(claims, factories.together(factories.indicator(**indicator)))


def _points(frame: pd.DataFrame, domain: axes.Shared | None) -> dict[str, Any]:
    """Return the marks that can be clicked, of a chart that keeps to the schema."""
    chart = charts.timeline(frame, theme.LIGHT, title="", unit="deaths", domain=domain)
    encoding: dict[str, Any] = chart.to_dict(validate=True)["layer"][-1]["encoding"]
    return encoding


FIRST = _frame(_claim(1, 5, "2021-07-15"), _claim(2, 6, "2021-07-20"))
SECOND = _frame(_claim(3, 40, "2021-08-03"))
PAGE = pd.concat([FIRST, SECOND])


def test_time_reaches_over_everything_on_the_page() -> None:
    """A chart of July alone leaves room for August."""
    found = _points(FIRST, axes.Shared(PAGE, PAGE))["x"]["scale"]["domain"]
    assert found == [
        {"year": 2021, "month": 7, "date": 15},
        {"year": 2021, "month": 8, "date": 3},
    ]


def test_time_reaches_over_the_stretches_that_are_drawn() -> None:
    """A level that held through a month is drawn from its first day to its last."""
    held = _frame(_claim(1, 5, "2021-07-31"), basis=Basis.LEVEL, baseline=None)
    found = _points(held, axes.Shared(held, held))["x"]["scale"]["domain"]
    assert [(day["month"], day["date"]) for day in found] == [(7, 1), (7, 31)]


def test_numbers_reach_over_what_shares_the_axis() -> None:
    """Five and forty on one axis; on an axis of its own five fills the chart."""
    assert _points(FIRST, axes.Shared(PAGE, PAGE))["y"]["scale"]["domain"] == [0, 40]
    assert _points(FIRST, axes.Shared(PAGE, FIRST))["y"]["scale"]["domain"] == [0, 6]


def test_a_chart_alone_takes_its_own_axes() -> None:
    """Without others beside it nothing is reserved for them."""
    alone = _points(FIRST, None)
    assert "domain" not in alone["x"]["scale"]
    assert alone["fill"]["scale"]["domain"] == ["party-1", "party-2"]
    assert "minExtent" not in alone["y"]["axis"]


def test_a_claimant_has_one_colour_on_the_page() -> None:
    """Also in the chart where it says nothing, and where it is one of the others."""
    many = [_claim(n, n, "2021-07-15") for n in range(1, 9)]
    many += [_claim(20 + n, n, "2021-07-16", claimant="party-8") for n in range(1, 3)]
    page = _frame(*many)
    one, two = page.iloc[:3], page.iloc[3:]
    scales = [_points(part, axes.Shared(page, part))["fill"]["scale"] for part in (one, two)]
    assert scales[0] == scales[1]
    assert scales[0]["domain"][0] == "party-8"
    assert (scales[0]["domain"][-1], scales[0]["range"][-1]) == (OTHERS, theme.LIGHT.others)


@pytest.mark.parametrize(
    ("first", "last"), [(True, True), (True, False), (False, True), (False, False)]
)
def test_legends_stand_once_at_the_top_and_the_bottom(first: bool, last: bool) -> None:
    """The first chart says whose colour is whose, the last what the shapes mean."""
    drawn = _points(FIRST, axes.Shared(PAGE, FIRST, first, last))
    assert (drawn["color"]["legend"] is not None) == first
    assert (drawn["fill"].get("legend", "as drawn") is not None) == first
    assert (drawn["shape"]["legend"] is not None) == last


def test_number_axes_leave_the_same_room() -> None:
    """Two charts with labels of other lengths begin at the same place."""
    drawn = _points(FIRST, axes.Shared(PAGE, FIRST))
    assert drawn["y"]["axis"]["minExtent"] == axes.LABELS


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("deaths", "deaths"),
        ("troops (US)", "troops (US)"),
        ("C:\\x", f"C:\\{JOINER}x"),
        ('\\" + open()', f'\\{JOINER}" + open()'),
        ("two\nlines\u2028three", "two lines three"),
        ("constructor", f"constructor{JOINER}"),
        ("constructors", "constructors"),
        ("", ""),
    ],
)
def test_a_title_is_nothing_but_words(text: str, title: str) -> None:
    """What a program would take for its own is kept from it, and reads as it is written."""
    assert axes.as_title(text) == title


def test_a_claimant_of_a_programs_name_has_a_colour() -> None:
    """What every object of JavaScript has is no name that Vega takes in a list of colours."""
    frame = _frame(_claim(1, 5, "2021-07-20")).assign(claimant="toString")
    data, _ = axes.prepared(frame)
    assert axes.colour_scale(data, theme.LIGHT).domain == [f"toString{JOINER}"]
    assert list(data["claimant"]) == ["toString"]

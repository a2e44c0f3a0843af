"""The labels of a time axis: as much of the date as its span needs, and none of them twice."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.frames import figures
from claims.hedges import Hedge
from claims.vocabulary import Basis
from dashboard import axes, charts, courses, theme
from dashboard.images.sheet import drawing
from dashboard.images.still import picture
from tests import factories, pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

FIRST = date(2020, 5, 1)
LOOK: dict[str, Any] = {"title": "", "unit": "deaths"}
DRAWN: dict[str, Callable[[pd.DataFrame], charts.Chart]] = {
    "timeline": lambda frame: charts.timeline(frame, theme.LIGHT, **LOOK),
    "beside others": lambda frame: charts.timeline(
        frame, theme.LIGHT, domain=axes.Shared(frame, frame), **LOOK
    ),
    "strip": lambda frame: charts.strip(frame, theme.LIGHT, title=""),
    "reported": lambda frame: courses.reported(frame, theme.LIGHT, **LOOK),
    "mini": lambda frame: charts.mini(frame, theme.LIGHT),
}
LABEL = re.compile(r"(?:\d{1,2} )?[A-Z][a-z]{2} \d{4}|\b20\d\d\b")


def frame(*periods: str, **indicator: Any) -> pd.DataFrame:
    """Make a figure for each period."""
    claims = [
        factories.claim(
            id=f"c-{n}",
            quantity=factories.quantity(n, Hedge.EXACT),
            period=period,
            said_on=None,
        )
        for n, period in enumerate(periods)
    ]
    records = factories.together(factories.indicator(**indicator))
    return figures(claims, records).assign(question="Killed")


def labels(chart: charts.Chart, wide: int) -> list[str]:
    """Return the dates beside the axes of a chart as a picture."""
    return LABEL.findall(pictures.text(drawing(picture(chart, wide, 300)).encode()))


@pytest.mark.parametrize("wide", [220, 1_000])
@pytest.mark.parametrize("span", [0, 1, 2, 4, 6, 10, 11, 90, 91, 110, 200, 1_096, 1_200, 4_000])
@pytest.mark.parametrize("kind", DRAWN)
def test_no_label_of_a_time_axis_comes_twice(kind: str, span: int, wide: int) -> None:
    """Marks of one day have that day, and none of the hours between two days is called a day."""
    moments = (FIRST, FIRST + timedelta(span / 2), FIRST + timedelta(span))
    found = labels(DRAWN[kind](frame(*(day.isoformat() for day in moments))), wide)
    is_along_numbers = kind == "mini" and span < 2  # fewer than three days to stand at
    assert found or is_along_numbers
    assert len(found) == len(set(found)), found


def test_a_single_day_stands_between_its_neighbours() -> None:
    """Charts beside one another whose marks are all of one day have three days on their axis."""
    found = labels(DRAWN["beside others"](frame("2020-05-01")), 1_000)
    assert found == ["30 Apr 2020", "1 May 2020", "2 May 2020"]


def test_a_stretch_that_is_drawn_counts_for_the_labels() -> None:
    """A level that held for two years is not labelled by the day because it is one mark."""
    held = frame("2020-01-01/2021-12-31", basis=Basis.LEVEL, baseline=None)
    for kind in ("timeline", "beside others"):
        found = labels(DRAWN[kind](held), 1_000)
        assert found[0] == "Jan 2020"
        assert len(found) == len(set(found)) < 12

"""What readers ask of a chart: the scale of its numbers, and claims that stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.frames import figures
from claims.hedges import Hedge
from dashboard import axes, charts, courses, theme
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    Draw = Callable[..., charts.Chart]

LOOK: dict[str, Any] = {"title": "", "unit": "deaths"}
SCALED: dict[str, Draw] = {
    "timeline": lambda frame, **asked: charts.timeline(frame, theme.LIGHT, **LOOK, **asked),
    "agreement": lambda frame, **asked: charts.agreement(frame, theme.LIGHT, **LOOK, **asked),
}
PICKED: dict[str, Draw] = {
    **SCALED,
    "strip": lambda frame, **asked: charts.strip(frame, theme.LIGHT, title="", **asked),
    "reported": lambda frame, **asked: courses.reported(frame, theme.LIGHT, **LOOK, **asked),
}


def _frame(values: Sequence[float]) -> pd.DataFrame:
    claims = [
        factories.claim(id=f"c-{n}", quantity=factories.quantity(value, Hedge.EXACT))
        for n, value in enumerate(values)
    ]
    return figures(claims, factories.together()).assign(question="Killed")


def _spec(chart: charts.Chart) -> dict[str, Any]:
    found: dict[str, Any] = chart.to_dict(validate=True)
    return found


def _number(chart: charts.Chart) -> dict[str, Any]:
    """Return the channel that the numbers of a chart are on."""
    encoding = _spec(chart)["layer"][-1]["encoding"]
    x_or_y = (encoding["x"], encoding["y"])
    found: dict[str, Any] = next(c for c in x_or_y if c.get("field") == "value")
    return found


@pytest.mark.parametrize("draw", SCALED)
@pytest.mark.parametrize(
    ("values", "asked", "drawn"),
    [
        ((10, 20, 999), "", "linear"),
        ((10, 20, 999), "log", "log"),
        ((10, 20, 1_000), "", "log"),
        ((10, 20, 1_000), "linear", "linear"),
        ((10, 20, 1_000), "log", "log"),
        ((0, 10, 20), "log", "symlog"),
        ((0, 10, 5_000), "linear", "linear"),
        ((0, 0, 0), "log", "symlog"),
        ((7, 7, 7), "log", "log"),
    ],
)  # fmt: skip
def test_a_scale_that_is_asked_for_is_drawn(
    draw: str, values: tuple[int, ...], asked: axes.Scaling, drawn: str
) -> None:
    """Whatever the spread; a zero makes a log scale a symmetric one, and keeps its place."""
    assert _number(SCALED[draw](_frame(values), scale=asked))["scale"]["type"] == drawn


@pytest.mark.parametrize(
    ("values", "ticks"),
    [((1, 20, 1_000), [1, 10, 100, 1_000, 10_000]), ((2_100, 2_500, 2_900), None), ((0, 4), None)],
)
def test_powers_of_ten_label_a_log_scale_only_where_they_suffice(
    values: tuple[int, ...], ticks: list[int] | None
) -> None:
    """Between 2,100 and 2,900 there is none: the scale is labelled as its room allows."""
    chart = SCALED["timeline"](_frame(values), scale="log")
    assert _number(chart)["axis"].get("values") == ticks


def test_nothing_reaches_below_a_log_scale() -> None:
    """At most 10 reaches down to zero, which is drawn to the lower end where log is asked for."""
    claim = factories.claim(quantity=factories.quantity(10, Hedge.AT_MOST))
    frame = figures([claim], factories.together())
    data, scale = axes.prepared(frame, scaling="log")
    assert scale.type == "log"
    assert data["low"].min() == min(scale.domain) > 0


@pytest.mark.parametrize("draw", PICKED)
def test_a_click_adds_a_mark_or_takes_it_away(draw: str) -> None:
    """Nothing is chosen at first, and a click beside the marks changes nothing."""
    (found,) = _spec(PICKED[draw](_frame((5, 6))))["params"]
    assert found["name"] == charts.SELECTION
    assert found["select"]["fields"] == ["id"]
    assert found["select"]["toggle"] == "true"
    assert found["select"]["clear"] is False
    assert "value" not in found


@pytest.mark.parametrize("draw", PICKED)
def test_what_was_picked_is_picked(draw: str) -> None:
    """A link that names claims opens with their marks chosen."""
    (found,) = _spec(PICKED[draw](_frame((5, 6, 7)), picked=["c-0", "c-2"]))["params"]
    assert found["value"] == [{"id": "c-0"}, {"id": "c-2"}]


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_what_is_picked_stands_out(colours: theme.Palette) -> None:
    """It is larger and outlined in the colour of text; what is not keeps its claimant's colour."""
    chart = charts.timeline(_frame((5, 6)), colours, **LOOK, picked=["c-0"])
    marks = _spec(chart)["layer"][-1]["encoding"]
    for channel in ("color", "size", "strokeWidth"):
        assert marks[channel]["condition"]["param"] == charts.SELECTION
        assert marks[channel]["condition"]["empty"] is False
    assert marks["size"]["condition"]["value"] > marks["size"]["value"]
    assert marks["strokeWidth"]["condition"]["value"] > marks["strokeWidth"]["value"]
    assert marks["color"]["condition"]["value"] == colours.text
    assert marks["color"]["field"] == "group"


def test_drawing_a_chart_again_changes_nothing() -> None:
    """Its parts are not numbered by how many charts were drawn before."""
    one, two = (_spec(PICKED["timeline"](_frame((5, 6)), picked=["c-1"])) for _ in range(2))
    assert one == two

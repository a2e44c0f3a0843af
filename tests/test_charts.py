"""What charts draw, read from their specifications: no browser is needed."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.frames import figures
from claims.collection import Collection
from claims.hedges import Hedge
from claims.vocabulary import Basis
from dashboard import axes, charts, theme
from dashboard.images.sheet import drawing
from dashboard.text import JOINER
from tests import factories, pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from claims.quantities import Quantity
    from claims.records import Claim

    Draw = Callable[[pd.DataFrame], charts.Chart]

START = date(2021, 7, 15)
DRAWN: dict[str, Draw] = {
    "timeline": lambda frame: charts.timeline(frame, theme.LIGHT, title="Figures", unit="deaths"),
    "agreement": lambda frame: charts.agreement(frame, theme.LIGHT, title="Figures", unit="deaths"),
    "mini": lambda frame: charts.mini(frame, theme.LIGHT),
}


def _frame(*quantities: Quantity, **fields: Any) -> pd.DataFrame:
    """Make a frame of one figure a day, each by a claimant of its own."""
    claims = [_claim(n, quantity, **fields) for n, quantity in enumerate(quantities)]
    return figures(claims, Collection.of_records([factories.indicator()]))


def _claim(number: int, quantity: Quantity, **fields: Any) -> Claim:
    day = START + timedelta(days=number)
    defaults: dict[str, Any] = {
        "claimant": f"party-{number}",
        "chain": (f"party-{number}", "arab-news"),
    }
    defaults |= {"period": f"{START}/{day}", "said_on": str(day), "quantity": quantity}
    return factories.claim(f"quote {number}", **defaults | fields)


def _exact(*values: float) -> pd.DataFrame:
    return _frame(*(factories.quantity(value, Hedge.EXACT) for value in values))


def _spec(chart: charts.Chart) -> dict[str, Any]:
    """Return a chart's specification, checked against the schema of Vega-Lite."""
    spec: dict[str, Any] = chart.to_dict(validate=True)
    return spec


def _layers(chart: charts.Chart) -> Iterator[dict[str, Any]]:
    yield from _spec(chart)["layer"]


def _marks(chart: charts.Chart) -> list[str]:
    """Return the kind of each layer: bar, dashed line, arrow head, stretch of time, points."""
    return [_kind(layer) for layer in _layers(chart)]


def _kind(layer: dict[str, Any]) -> str:
    mark, chosen = layer["mark"], json.dumps(layer.get("transform", []))
    if mark["type"] == "point":
        return "arrow" if "open_above" in chosen else "points"
    if "spans" in chosen:
        return "stretch"
    return "dashed" if "strokeDash" in mark else "bar"


def _scale(chart: charts.Chart) -> str:
    """Return the type of the scale that the number stands on."""
    points = next(layer for layer in _layers(chart) if _kind(layer) == "points")
    encoding = points["encoding"]
    number = next(e for e in (encoding["x"], encoding["y"]) if e.get("field") == "value")
    return str(number["scale"].get("type", "linear"))


def _points(chart: charts.Chart) -> dict[str, Any]:
    points = next(layer for layer in _layers(chart) if _kind(layer) == "points")
    encoding: dict[str, Any] = points["encoding"]
    return encoding


# Bounds


@pytest.mark.parametrize("draw", DRAWN)
@pytest.mark.parametrize("hedge", [Hedge.AT_LEAST, Hedge.MORE_THAN])
def test_an_open_upper_end_goes_on(draw: str, hedge: Hedge) -> None:
    """At least five ends in no bar but in a dashed line that has no end."""
    marks = _marks(DRAWN[draw](_frame(*(factories.quantity(n, hedge) for n in (5, 6, 7)))))
    assert "dashed" in marks
    assert "bar" not in marks


@pytest.mark.parametrize("draw", ["timeline", "agreement"])
def test_an_open_upper_end_has_an_arrow_head(draw: str) -> None:
    """The head of the arrow says that the line goes on; it stands where the line ends."""
    chart = DRAWN[draw](_frame(factories.quantity(5, Hedge.AT_LEAST)))
    head = next(layer for layer in _layers(chart) if _kind(layer) == "arrow")
    ends = [e.get("field") for e in (head["encoding"]["x"], head["encoding"]["y"])]
    assert "reach" in ends
    assert _reach(chart)[0] > 5


@pytest.mark.parametrize("draw", DRAWN)
@pytest.mark.parametrize("hedge", [Hedge.ABOUT, Hedge.NEARLY, Hedge.AT_MOST, Hedge.FEWER_THAN])
def test_closed_bounds_are_a_bar(draw: str, hedge: Hedge) -> None:
    """About fifty is a bar from one end to the other, without an arrow."""
    marks = _marks(DRAWN[draw](_frame(*(factories.quantity(n, hedge) for n in (50, 60, 70)))))
    assert "bar" in marks
    assert "dashed" not in marks
    assert "arrow" not in marks


@pytest.mark.parametrize("draw", DRAWN)
def test_an_exact_figure_is_a_mark_alone(draw: str) -> None:
    """Nothing is drawn beside a number that leaves nothing open."""
    assert set(_marks(DRAWN[draw](_exact(5, 6, 7)))) == {"points"}


def test_a_range_without_a_number_stands_between_its_ends() -> None:
    """Between 40 and 60 is drawn from 40 to 60, its mark in the middle."""
    quantity = factories.quantity(None, Hedge.BETWEEN, between=(40, 60), as_stated="40 to 60")
    row = _data(DRAWN["timeline"](_frame(quantity)))[0]
    assert (row["low"], row["value"], row["reach"]) == (40, 50, 60)


def test_a_level_is_drawn_over_its_whole_period() -> None:
    """The stretch of time is drawn for a level that holds for a month, not for a tally."""
    claim = _claim(0, factories.quantity(5, Hedge.EXACT), period="2021-07")
    for basis, drawn in ((Basis.LEVEL, True), (Basis.TALLY, False)):
        frame = figures([claim], Collection.of_records([factories.indicator(basis=basis)]))
        assert ("stretch" in _marks(DRAWN["timeline"](frame))) == drawn


# The scale


@pytest.mark.parametrize("draw", DRAWN)
@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ((10, 20, 999), "linear"),
        ((10, 20, 1_000), "log"),
        ((2_500, 170_000, 2_499), "linear"),
        ((100, 2_500, 170_000), "log"),
        ((0, 34, 110), "linear"),
        ((0, 10, 20), "linear"),
        ((0, 10, 5_000), "symlog"),
        ((0, 0, 0), "linear"),
        ((7, 7, 7), "linear"),
    ],
)
def test_a_hundredfold_needs_a_log_scale(draw: str, values: tuple[int, ...], scale: str) -> None:
    """From a hundredfold on the scale is logarithmic; a zero keeps its place on it."""
    assert _scale(DRAWN[draw](_exact(*values))) == scale


@pytest.mark.parametrize("draw", DRAWN)
def test_no_bound_falls_off_a_log_scale(draw: str) -> None:
    """At most 1,000 reaches down to zero, which a log scale does not have."""
    hedged = [factories.quantity(n, Hedge.AT_MOST) for n in (10, 100, 1_000)]
    chart = DRAWN[draw](_frame(*hedged))
    assert all(row["low"] > 0 for row in _data(chart))


@pytest.mark.parametrize("draw", DRAWN)
def test_an_open_end_stays_on_the_scale(draw: str) -> None:
    """The arrow of the largest number ends within the domain that is fixed for a log scale."""
    chart = DRAWN[draw](_frame(*(factories.quantity(n, Hedge.AT_LEAST) for n in (5, 50, 5_000))))
    text = json.dumps(_spec(chart)["layer"])
    top = max(float(end) for end in _domain_ends(text))
    assert max(_reach(chart)) <= top


# Marks


@pytest.mark.parametrize("draw", DRAWN)
def test_the_shape_says_the_hedge(draw: str) -> None:
    """Only the hedges that occur are drawn, each by its own shape."""
    hedges = [Hedge.EXACT, Hedge.ABOUT, Hedge.AT_LEAST]
    shape = _points(DRAWN[draw](_frame(*(factories.quantity(50, hedge) for hedge in hedges))))[
        "shape"
    ]
    shapes = dict(zip(shape["scale"]["domain"], shape["scale"]["range"], strict=True))
    assert shape["field"] == "hedge"
    assert shapes == {str(hedge): theme.SHAPES[hedge] for hedge in hedges}


@pytest.mark.parametrize("draw", ["timeline", "agreement"])
def test_a_plan_is_hollow(draw: str) -> None:
    """The inside of a mark is empty where the figure is planned, and filled elsewhere."""
    fill = _points(DRAWN[draw](_exact(5, 6)))["fillOpacity"]
    assert "planned" in fill["condition"]["test"]
    assert fill["condition"]["value"] == 0
    assert fill["value"] >= 0.5


@pytest.mark.parametrize("draw", ["timeline", "agreement"])
def test_a_mark_can_be_clicked(draw: str) -> None:
    """A click gives the id of the claim; the tooltip loads no picture."""
    spec = _spec(DRAWN[draw](_exact(5, 6)))
    picked = [param for param in spec["params"] if param["name"] == charts.SELECTION]
    assert picked[0]["select"]["fields"] == ["id"]
    titles = {tip.get("title", tip["field"]) for tip in _points(DRAWN[draw](_exact(5)))["tooltip"]}
    assert "image" not in titles


def test_claimants_keep_their_colours_apart() -> None:
    """The most frequent claimants have a colour each, the rest is grey."""
    few = _points(DRAWN["timeline"](_exact(*range(1, 5))))["fill"]["scale"]
    many = _points(DRAWN["timeline"](_exact(*range(1, 15))))["fill"]["scale"]
    assert len(set(few["range"])) == 4
    assert len(set(many["range"])) == axes.MOST_COLOURS + 1
    assert (many["domain"][-1], many["range"][-1]) == ("other claimants", theme.LIGHT.others)


# Titles, sizes, themes


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_chart_is_valid_in_both_themes(colours: theme.Palette) -> None:
    """Each chart has its title where one is asked for, and keeps to the schema."""
    frame = _frame(
        *(
            factories.quantity(n, hedge)
            for n in (5, 800)
            for hedge in theme.SHAPES
            if hedge not in {Hedge.BETWEEN, Hedge.VAGUE}
        )
    )
    years = frame.assign(year=2021, claims=3)
    drawn = [
        charts.timeline(frame, colours, title="T", unit="deaths"),
        charts.agreement(frame, colours, title="T", unit="deaths"),
        charts.strip(frame.assign(question="Q"), colours, title="T"),
        charts.counts(years[["year", "claims"]], colours, title="T"),
    ]
    assert [_title(_spec(chart)) for chart in drawn] == ["T"] * 4
    assert _spec(charts.mini(frame, colours))["config"]["background"] == "transparent"


@pytest.mark.parametrize("draw", ["timeline", "agreement"])
def test_the_number_axis_names_its_unit(draw: str) -> None:
    """A number never stands without what it counts."""
    encoding = _points(DRAWN[draw](_exact(5, 6)))
    assert "deaths" in {encoding["x"].get("title"), encoding["y"].get("title")}


@pytest.mark.parametrize("words", ["C:\\x41", '\\" + x + "', "a\nb", "toString", "{{x}}", "\\"])
@pytest.mark.parametrize("draw", [charts.timeline, charts.agreement])
def test_no_title_and_no_name_stops_a_chart(draw: Callable[..., charts.Chart], words: str) -> None:
    """Whatever a unit, a title or a claimant is called, it is drawn, and evaluated nowhere."""
    frame = _exact(3, 5).assign(claimant=[words, "other"])
    said = pictures.text(drawing(_spec(draw(frame, theme.LIGHT, title=words, unit=words))).encode())
    assert " ".join(said.replace(JOINER, "").split()).count(" ".join(words.split())) >= 3


def test_a_small_chart_of_undated_claims_runs_along_the_number() -> None:
    """Where no time is known a small chart has a line a claimant."""
    undated = _frame(*(factories.quantity(n, Hedge.EXACT) for n in (5, 6, 7)), period=None)
    assert _points(charts.mini(undated, theme.LIGHT))["x"]["field"] == "value"


def _data(chart: charts.Chart) -> list[dict[str, Any]]:
    """Return the rows that a chart draws."""
    rows: list[dict[str, Any]] = next(iter(_spec(chart)["datasets"].values()))
    return rows


def _reach(chart: charts.Chart) -> list[float]:
    return [row["reach"] for row in _data(chart)]


def _domain_ends(text: str) -> list[str]:
    """Return the upper ends of the fixed domains of a specification."""
    return [
        text.split("]")[0].split(",")[-1]
        for text in text.split('"domain": [')[1:]
        if text[0].isdigit()
    ]


def _title(spec: dict[str, Any]) -> str:
    title = spec["title"]
    return str(title["text"] if isinstance(title, dict) else title)

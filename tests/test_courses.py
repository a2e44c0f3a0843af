"""Charts of what is known over time, read from their specifications: no browser is needed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis import bands, consensus, ladders
from claims.analysis.case import Case
from dashboard import charts, courses, theme
from tests import factories, starter
from tests.factories import stating

if TYPE_CHECKING:
    from claims.records import Indicator

INDICATORS = [indicator.id for indicator in starter.records().indicators]
TALLIES = ["khuzestan-protests-2021-killed", "attacks-us-interests-iraq-2021"]
INJURED = "al-asad-2020-01-08-injured"


@lru_cache
def case(indicator_id: str) -> Case:
    """Return an indicator on record with its claims."""
    claims = tuple(starter.claims(indicator_id))
    return Case(starter.indicator(indicator_id), claims, starter.records())


def spec(chart: charts.Chart) -> dict[str, Any]:
    """Return a chart's specification, checked against the schema of Vega-Lite."""
    found: dict[str, Any] = chart.to_dict(validate=True)
    return found


def band(one: Case, colours: theme.Palette = theme.LIGHT) -> dict[str, Any]:
    """Return the specification of the band of a case."""
    over = consensus.over_time(one.claims, one.indicator, one.records, one.gone)
    frame = bands.band(over, one.indicator, one.records)
    return spec(courses.band(frame, colours, title="Known", unit=one.indicator.unit))


def rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows that a chart draws."""
    (data,) = found["datasets"].values()
    return list(data)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("indicator", INDICATORS)
def test_the_band_of_every_indicator_is_valid(indicator: str, colours: theme.Palette) -> None:
    """Whatever is known of a question over time can be drawn, in both themes."""
    one = case(indicator)
    if consensus.over_time(one.claims, one.indicator, one.records, one.gone):
        for row in rows(band(one, colours)):
            assert row["start"] <= row["end"]
            assert row["low"] <= row["reach"]


def test_rivals_stand_above_one_another_in_the_colour_of_conflict() -> None:
    """Five and eight deaths by one day are two bands of one time, both contested."""
    one = of(factories.indicator(), "five", "eight")
    found = band(one)
    assert [(row["low"], row["reach"], row["state"]) for row in rows(found)] == [
        (5, 5, "contested"),
        (8, 8, "contested"),
    ]
    scale = found["layer"][0]["encoding"]["color"]["scale"]
    by_state = dict(zip(scale["domain"], scale["range"], strict=True))
    assert by_state["contested"] == theme.LIGHT.claimants[1]


def test_an_open_end_reaches_beyond_its_bound() -> None:
    """At least five and at least eight make eight or more, with no line at the upper end."""
    one = of(factories.indicator(), "at least five", "at least eight")
    found = band(one)
    (row,) = rows(found)
    assert (row["low"], row["open_above"], row["state"]) == (8, True, "single origin")
    assert row["reach"] > row["low"]
    assert "open_above" in str(found["layer"][2]["transform"])


def of(indicator: Indicator, *words: str) -> Case:
    """Make a case of figures by as many agencies."""
    claims = [
        stating(one, claimant=who, chain=(who, "arab-news"))
        for one, who in zip(words, ("irna", "fars", "hrana"), strict=False)
    ]
    return Case(indicator, tuple(claims), factories.together(indicator))


@pytest.mark.parametrize("indicator", TALLIES)
def test_running_totals_are_steps_of_their_claimants(indicator: str) -> None:
    """Each claimant has a line of its own that holds until its next total."""
    one = case(indicator)
    frame = bands.as_reported(one.claims, one.indicator, one.records, one.standings)
    found = spec(courses.reported(frame, theme.LIGHT, title="As reported", unit="deaths"))
    line, points = found["layer"]
    assert line["mark"]["interpolate"] == "step-after"
    assert line["encoding"]["detail"]["field"] == "claimant"
    assert points["mark"]["type"] == "point"
    assert len(rows(found)) == len(frame)


def test_a_ladder_is_drawn_step_by_step_with_its_figures() -> None:
    """Seven figures of Ain al-Asad stand on the chart, the first at zero."""
    (ladder,) = ladders.ladders(case(INJURED))
    frame = bands.steps(ladder, starter.records())
    found = spec(courses.ladder(frame, theme.LIGHT, title="US government", unit="injured"))
    steps, points, labels = found["layer"]
    assert steps["mark"]["interpolate"] == "step-after"
    assert [row["figure"] for row in rows(found)] == ["0", "11", "34", "50", "64", "109", "110"]
    assert labels["encoding"]["text"]["field"] == "figure"
    assert {t["title"] for t in points["encoding"]["tooltip"]} >= {"Change", "Printed by"}

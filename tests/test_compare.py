"""The page that reads indicators and claimants side by side, drawn through the real entry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from claims.hedges import Hedge
from claims.ledger import Filter
from claims.vocabulary import Kind
from dashboard import links
from tests import factories, hostile, screen

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.conftest import Put

pytestmark = pytest.mark.usefixtures("pages")
TROOPS, COALITION = "us-troops-iraq", "coalition-troops-iraq-non-us"
KILLED = "khuzestan-protests-2021-killed"


def _charts(at: AppTest) -> list[dict[str, Any]]:
    """Return the specifications of the charts, from the top."""
    return [json.loads(chart.proto.spec) for chart in at.get("vega_lite_chart")]


def _panels(at: AppTest) -> list[str]:
    return [screen.read(subheader.value) for subheader in at.subheader]


def _captions(at: AppTest) -> str:
    return "\n".join(screen.read(caption.value) for caption in at.caption)


def _points(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the encoding of the marks that can be clicked."""
    encoding: dict[str, Any] = spec["layer"][-1]["encoding"]
    return encoding


# Nothing to compare yet


def test_pairs_are_offered_where_nothing_is_chosen() -> None:
    """Each pair is a step to the comparison of the two, in the address."""
    at = screen.show("compare")
    assert "Choose two to four indicators" in screen.read(at.info[0].value)
    assert _charts(at) == []
    at.button(key=f"start-{TROOPS}-{COALITION}").click()
    screen.drawn(at)
    assert dict(at.query_params) == {"indicator": [COALITION, TROOPS]}
    assert _panels(at) == ["Troops, number at one time", "US troops in Iraq: plans"]


def test_one_indicator_is_offered_with_what_goes_beside_it() -> None:
    """One alone is refused, and every pair that is offered holds it."""
    at = screen.show("compare", indicator=TROOPS)
    assert "“US troops in Iraq” alone" in screen.read(at.info[0].value)
    offered = [button.key for button in at.button]
    assert offered
    assert all(key.startswith(f"start-{TROOPS}-") for key in offered if key)


def test_more_than_four_are_refused() -> None:
    """Five indicators, or five claimants, are not drawn; what was chosen stays chosen."""
    five = [TROOPS, COALITION, KILLED, "nato-mission-iraq-personnel", "us-troops-iraq-force-cap"]
    at = screen.show("compare", indicator=five)
    assert "No more than four indicators" in at.info[0].value
    assert (_charts(at), len(at.button)) == ([], 0)
    assert sorted(at.multiselect(key="compare-indicator").value) == sorted(five)
    people = ["associated-press", "brookings-institution", "cnn", "donald-trump", "bloomberg"]
    at = screen.show("compare", indicator=TROOPS, claimant=people)
    assert "No more than four claimants" in at.info[0].value


@pytest.mark.parametrize("field", ["indicator", "claimant"])
def test_an_unknown_name_is_named_and_nothing_more_is_shown(field: str) -> None:
    """A link to something renamed says so; what is left of it is not widened."""
    at = screen.show("compare", **{"indicator": TROOPS} | {field: [TROOPS, "gone"]})
    assert any("“gone”" in screen.read(warning.value) for warning in at.warning)
    assert _charts(at) == []
    assert "“US troops in Iraq” alone" in screen.read(at.info[0].value)


def test_claimants_that_nobody_knows_leave_nothing() -> None:
    """Two indicators by an unknown claimant are not two indicators by everybody."""
    at = screen.show("compare", indicator=[TROOPS, COALITION], claimant="gone")
    assert "No claim fits" in at.info[0].value
    assert _charts(at) == []


# What is drawn


def test_indicators_of_one_axis_share_time_numbers_and_colours() -> None:
    """A day, a number and a claimant's colour mean one thing in both charts."""
    at = screen.show("compare", indicator=[TROOPS, COALITION])
    us, others = (_points(spec) for spec in _charts(at)[:2])
    assert us["x"]["scale"] == others["x"]["scale"]
    assert us["y"]["scale"] == others["y"]["scale"]
    assert us["fill"]["scale"] == others["fill"]["scale"]
    assert [spec["title"] for spec in _charts(at)[:2]] == [
        "US troops in Iraq",
        "Non-US coalition troops in Iraq",
    ]


def test_indicators_of_two_axes_share_only_time_and_colours() -> None:
    """Deaths and troops have an axis each; the page says why."""
    at = screen.show("compare", indicator=[TROOPS, KILLED])
    troops, killed = (_points(spec) for spec in _charts(at)[:2])
    assert troops["x"]["scale"] == killed["x"]["scale"]
    assert troops["fill"]["scale"] == killed["fill"]["scale"]
    assert troops["y"]["scale"] != killed["y"]["scale"]
    assert (troops["y"]["title"], killed["y"]["title"]) == ("troops", "deaths")
    assert "An axis of its own: deaths are not troops; a running total" in _captions(at)


def test_plans_have_an_axis_of_their_own() -> None:
    """A cap is not drawn with what was counted."""
    at = screen.show("compare", indicator=[TROOPS, "us-troops-iraq-force-cap"])
    assert _panels(at) == ["Troops, number at one time", "Troops, number at one time: plans"]
    assert "plans are not drawn with what was observed" in _captions(at)


def test_each_series_says_what_it_counts() -> None:
    """The protesters killed are a part of the people killed, and the page says so."""
    at = screen.show("compare", indicator=[KILLED, "khuzestan-protests-2021-protesters-killed"])
    assert "counts: Protesters killed" in _captions(at)
    assert "is a part of “People killed in the Khuzestan water protests" in _captions(at)
    assert "1 figure without a day: not drawn." in _captions(at)


def test_two_claimants_are_compared_under_one_indicator() -> None:
    """Only their figures are drawn, each claimant in its colour."""
    both = ["associated-press", "brookings-institution"]
    at = screen.show("compare", indicator=TROOPS, claimant=both)
    assert _panels(at) == ["US troops in Iraq"]
    (chart,) = _charts(at)
    assert set(_points(chart)["fill"]["scale"]["domain"]) == {
        "Associated Press",
        "Brookings Institution",
    }


def test_an_indicator_without_figures_by_the_chosen_claimant_is_named() -> None:
    """A series that is missing is missed."""
    at = screen.show("compare", indicator=[TROOPS, KILLED], claimant="brookings-institution")
    assert "No figure to draw under “People killed in the Khuzestan" in _captions(at)


# The address


def test_a_choice_goes_into_the_address_and_back() -> None:
    """The widgets write the address, and they follow it."""
    at = screen.show("compare", indicator=TROOPS)
    at.multiselect(key="compare-indicator").set_value([TROOPS, COALITION])
    screen.drawn(at)
    assert dict(at.query_params) == {"indicator": [COALITION, TROOPS]}
    at.multiselect(key="compare-claimant").set_value(["brookings-institution"])
    screen.drawn(at)
    assert dict(at.query_params)["claimant"] == "brookings-institution"
    at.query_params.clear()
    screen.drawn(at)
    assert at.multiselect(key="compare-indicator").value == []
    assert at.multiselect(key="compare-claimant").value == []


def test_the_last_choice_taken_back_leaves_an_empty_address() -> None:
    """Nothing chosen is the page as it was."""
    at = screen.show("compare", indicator=TROOPS)
    at.multiselect(key="compare-indicator").set_value([])
    assert dict(screen.drawn(at).query_params) == {}


def test_the_page_says_which_filters_it_does_not_heed() -> None:
    """Words and hedges choose nothing here."""
    at = screen.show("compare", indicator=[TROOPS, COALITION], hedge="about")
    assert "no filter by How firm" in screen.read(at.warning[0].value)
    assert len(_charts(at)) == 3


def test_the_address_of_a_comparison_reads_back_the_same() -> None:
    """Indicators and claimants, each once and in order."""
    view = links.View(filter=Filter(indicator=("b", "a", "b"), claimant=("d", "c")))
    written = {k: [v] if isinstance(v, str) else v for k, v in links.write(view).items()}
    assert written == {"indicator": ["a", "b"], "claimant": ["c", "d"]}
    assert links.read(written) == (view, [])


# Odd records


def test_an_empty_ledger_has_nothing_to_offer(put: Put) -> None:
    """Before the first record the page asks for a choice, and has none."""
    put([])
    at = screen.show("compare")
    assert ([button.key for button in at.button], _panels(at)) == ([], [])


def test_indicators_of_one_name_can_be_told_apart(put: Put) -> None:
    """Streamlit tells options apart by their labels; two of one name carry their ids."""
    twins = [factories.indicator(name, title="Killed") for name in ("first", "second")]
    claims = [factories.claim(id=f"c-{i.id}", indicator=i.id) for i in twins]
    put([*factories.base(), *twins, *claims])
    at = screen.show("compare", indicator=["first", "second"])
    options = at.multiselect(key="compare-indicator").options
    assert {"Killed (first)", "Killed (second)"} <= set(options)
    assert len(_charts(at)) == 2


@pytest.mark.parametrize("fields", [{"quantity": None}, {"period": None, "said_on": None}])
def test_claims_without_a_number_or_a_day_are_counted(fields: dict[str, Any], put: Put) -> None:
    """Nothing can be drawn of them, and the page says so."""
    other = factories.indicator("other", kind=Kind.CASUALTY_FIGURE)
    claims = [factories.claim(id=f"c-{n}", indicator=n, **fields) for n in ("other", "third")]
    records = [*factories.base(), other, factories.indicator("third"), *claims]
    put(records)
    at = screen.show("compare", indicator=["other", "third"])
    assert _charts(at) == []
    assert "2 claims without a number" in _captions(at) or "2 figures without" in _captions(at)


def test_one_day_is_enough_for_a_chart(put: Put) -> None:
    """A stretch of time of no length, and a figure of nought, break nothing."""
    none = factories.quantity(0, Hedge.EXACT)
    claims = [factories.claim(id=f"c-{n}", indicator=n, quantity=none) for n in ("one", "two")]
    records = [*factories.base(), *map(factories.indicator, ("one", "two")), *claims]
    put(records)
    assert len(_charts(screen.show("compare", indicator=["one", "two"]))) == 2


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_names_are_shown_as_text(name: str, put: Put) -> None:
    """Titles, units, claimants and what is counted are text, chosen or offered."""
    text = hostile.TEXTS[name]
    second = hostile.records_with(text, 1)
    put([*hostile.records_with(text), *second])
    both: dict[str, str | list[str]] = {"indicator": ["i-0", "i-1"]}
    for address in ({"indicator": "i-0"}, both, both | {"claimant": ["p-0", "p-1"]}):
        at = screen.show("compare", **address)
        assert [error.value for error in at.error] == []
        assert [said for said in screen.said(at) if screen.UNESCAPED.search(said)] == []

"""What the page of a comparison says of its axes, of the last common day and of each series."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claims.hedges import Hedge
from tests import factories, screen

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.conftest import Put

pytestmark = pytest.mark.usefixtures("pages")
TROOPS, COALITION = "us-troops-iraq", "coalition-troops-iraq-non-us"
KILLED = "khuzestan-protests-2021-killed"


def _captions(at: AppTest) -> str:
    return "\n".join(screen.read(caption.value) for caption in at.caption)


def _scales(at: AppTest) -> set[str]:
    """Return the kinds of number axes that the charts have."""
    specs = [json.loads(chart.proto.spec) for chart in at.get("vega_lite_chart")]
    return {spec["layer"][-1]["encoding"]["y"]["scale"]["type"] for spec in specs}


def test_two_counts_on_one_axis_are_said_to_count_different_things() -> None:
    """A difference is no contradiction; alone, or on axes of their own, nothing is to be said."""
    said = "They count different things"
    together = screen.show("compare", indicator=[TROOPS, COALITION])
    assert [said in text for text in screen.said(together)].count(True) == 1
    apart = screen.show("compare", indicator=[TROOPS, KILLED])
    assert not any(said in text for text in screen.said(apart))


def _two(put: Put, first: float, second: float) -> AppTest:
    """Draw two indicators with a figure each on one day."""
    names = {"one": first, "two": second}
    claims = [
        factories.claim(id=f"c-{n}", indicator=n, quantity=factories.quantity(v, Hedge.EXACT))
        for n, v in names.items()
    ]
    put([*factories.base(), *map(factories.indicator, names), *claims])
    return screen.show("compare", indicator=list(names))


def test_figures_of_the_last_common_day_lead_to_their_claims(put: Put) -> None:
    """Each is a link, under the day that it is of."""
    at = _two(put, 5, 8)
    assert any("Last time with a figure from each: " in text for text in screen.said(at))
    links = [one.proto for one in at.get("page_link")]
    assert {"five", "eight"} <= {screen.read(one.label)[9:-1] for one in links}
    assert sum("c-one" in one.query_string for one in links) == 1


@pytest.mark.parametrize(
    ("figures", "scale", "is_log"),
    [
        ((5, 8), "", False),
        ((5, 8_000), "", True),
        ((5, 8_000), "linear", False),
        ((5, 8), "log", True),
    ],
)
def test_a_logarithmic_scale_is_said_and_can_be_changed(
    figures: tuple[int, int], scale: str, is_log: bool, put: Put
) -> None:
    """What the axis says and what the page says of it are one."""
    at = _two(put, *figures)
    if scale:
        at.button_group(key="scale").set_value(scale)
        screen.drawn(at)
    assert ("Logarithmic scale:" in _captions(at)) == is_log
    assert _scales(at) == {"log" if is_log else "linear"}


def test_a_figure_of_one_origin_is_said_in_a_few_words(put: Put) -> None:
    """A sentence on who agrees with whom says nothing where there is only one."""
    captions = _captions(_two(put, 5, 8))
    assert "Latest: five, " in captions
    assert ", one origin." in captions
    assert "the only origin that speaks of it" not in captions


def test_figures_of_several_origins_are_said_with_all_of_them(put: Put) -> None:
    """Two origins that say the same are both named, in a sentence."""
    one = factories.claim(id="c-1")
    two = factories.claim(id="c-2", claimant="hrana", chain=("hrana", "arab-news"))
    second = factories.claim(id="c-3", indicator="second")
    put(
        [
            *factories.base(),
            factories.party("hrana"),
            factories.indicator("second"),
            one,
            two,
            second,
        ]
    )
    captions = _captions(screen.show("compare", indicator=["khuzestan-killed", "second"]))
    assert "by both origins that speak of it (HRANA, IRNA)" in captions
    assert captions.count("Latest: ") == 1

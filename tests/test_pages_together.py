"""What claims say together, on the pages: every view of every indicator, and explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.analysis.findings import RULES
from claims.vocabulary import DIFFERENCES
from tests import screen, starter

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("pages")
INDICATORS = [indicator.id for indicator in starter.records().indicators]
KILLED, TROOPS = "khuzestan-protests-2021-killed", "us-troops-iraq"
TABS = {
    "al-asad-2020-01-08-injured": ["Revised", "Known over time", "From whom, through whom"],
    KILLED: ["Known over time", "As reported by", "From whom, through whom"],
    TROOPS: ["Known over time", "From whom, through whom"],
    "attacks-us-interests-iraq-syria-2023-q4": ["Known over time", "From whom, through whom"],
}


def tabs(at: AppTest) -> list[str]:
    """Return the names of the views that a page offers."""
    (control,) = [one for one in at.get("button_group") if one.key == "tab"]
    return [option.content for option in control.proto.options]


@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_view_of_every_indicator_is_drawn(indicator: str) -> None:
    """No view of any question on record ends in an error."""
    for tab in ("", "known", "reported", "revised", "relays"):
        at = (
            screen.show("indicator", id=indicator, tab=tab)
            if tab
            else screen.show("indicator", id=indicator)
        )
        assert not at.exception
        assert not at.error


@pytest.mark.parametrize(("indicator", "names"), TABS.items())
def test_an_indicator_has_the_views_that_tell_of_it(indicator: str, names: list[str]) -> None:
    """Revisions where there are some, running totals where it is one, the telling one first."""
    assert tabs(screen.show("indicator", id=indicator)) == names
    assert tabs(screen.show("indicator", id=indicator, tab="nonsense")) == names


KNOWN = {
    KILLED: ("warning", "On 29 July 2021 the origins contradict each other: 5 deaths"),
    "al-asad-2020-01-08-injured": ("info", "As said by 4 May 2020: 110 injured"),
    TROOPS: ("info", "On 14 January 2026: fewer than 2,000 troops, by the only origin"),
}


@pytest.mark.parametrize("indicator", KNOWN)
def test_the_top_of_an_indicator_says_what_is_known(indicator: str) -> None:
    """An editor reads what is known, by how many origins, and who contradicts it, in one line."""
    kind, begins = KNOWN[indicator]
    at = screen.show("indicator", id=indicator)
    boxes = at.warning if kind == "warning" else at.info
    said = [str(one.value).replace("\\", "") for one in boxes]
    assert any(words.startswith(begins) for words in said), said


def test_the_overview_lists_what_needs_attention_by_weight() -> None:
    """The slip of a digit comes first, before the conflicts."""
    text = " ".join(str(one.value) for one in screen.show("overview").markdown)
    assert 0 < text.find("digit slip") < text.find("conflict")


def test_a_contested_claim_offers_the_short_list_of_reasons() -> None:
    """Who is at the machine can say why two figures differ, for one of six reasons."""
    claim = next(c for c in starter.claims("us-troops-leaving-iraq-2020-09"))
    at = screen.show("claim", id=claim.id)
    (why,) = [box for box in at.selectbox if box.label == "Why"]
    assert len(why.options) == len(DIFFERENCES)
    assert why.options[0].startswith("scope: ")


def test_the_method_states_every_rule() -> None:
    """Each kind of finding stands on the page with a case that raises it and one that does not."""
    at = screen.show("method")
    text = " ".join(str(table.value.to_csv()) for table in at.table)
    for kind, rule in RULES.items():
        assert str(kind) in text
        assert rule.meaning[:40] in text
        assert rule.near_miss[:20] in text

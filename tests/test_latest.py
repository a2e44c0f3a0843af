"""The newest figure in few words: said only where nothing else is known of its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.analysis import consensus, latest
from claims.periods import parse
from claims.vocabulary import Basis, Tier
from tests import factories
from tests.factories import stating

if TYPE_CHECKING:
    from claims.records import Claim

FIVE = stating("five", id="c-five")
REPRINT = stating("five", id="c-reprint", chain=("irna", "associated-press", "arab-news"))
AT_LEAST = stating("at least five", id="c-least")
HRANA = {"claimant": "hrana", "chain": ("hrana", "arab-news")}
NAMELESS = {
    "claimant": "arab-news",
    "chain": ("arab-news",),
    "evidence": (factories.evidence("five", source="s-2"),),
}
RECORDS = factories.together(
    factories.party("hrana"),
    factories.party("associated-press"),
    factories.source("s-2", tier=Tier.SECONDARY),
)
SAID = "Latest: five, 27 July 2021 (IRNA), one origin."

KNOWN: dict[str, tuple[list[Claim], str]] = {
    "one claim": ([FIVE], SAID),
    "two pages with it from one origin": ([FIVE, REPRINT], SAID),
    "a figure with its hedge": ([AT_LEAST], SAID.replace("five", "at least five")),
    "a second origin that says the same": ([FIVE, stating("five", id="c-2", **HRANA)], ""),
    "a second origin that contradicts it": ([FIVE, stating("nine", id="c-2", **HRANA)], ""),
    "a page that names no origin": ([FIVE, stating("five", id="c-2", **NAMELESS)], ""),
    "nothing but a page that names none": ([stating("five", id="c-1", **NAMELESS)], ""),
    "the same origin, less firmly": ([FIVE, AT_LEAST], ""),
    "the newest states no number": ([stating("an undisclosed number", id="c-none"), FIVE], ""),
    "the newest is no figure": ([stating("five", id="c-none", quantity=None), FIVE], ""),
}


@pytest.mark.parametrize(("claims", "said"), KNOWN.values(), ids=KNOWN)
def test_the_newest_figure_is_said_alone_where_it_is_all_that_is_known(
    claims: list[Claim], said: str
) -> None:
    """The first claim is the newest; whatever else is known, nothing is said here."""
    indicator = factories.indicator()
    found = consensus.at(claims, indicator, RECORDS, parse("2021-07-27"))
    assert latest.in_words(found, claims[0], RECORDS) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2021-07-27", "27 July 2021"),
        ("2021-07", "July 2021"),
        ("2021-07-15/2021-07-27", "15 July 2021 to 27 July 2021"),
        ("../2021-07-27", "up to 27 July 2021"),
    ],
)
def test_the_time_is_said_as_precisely_as_it_is_asked_for(when: str, said: str) -> None:
    """A day is a day, and a month is not made one."""
    claim = stating("five", period=when)
    level = factories.indicator(basis=Basis.LEVEL, baseline=None)
    found = consensus.at([claim], level, RECORDS, parse(when))
    assert latest.in_words(found, claim, RECORDS) == f"Latest: five, {said} (IRNA), one origin."


def test_how_long_figures_hold_is_said_where_they_are_stale() -> None:
    """The shelf life of the indicator in words."""
    indicator = factories.indicator(shelf_life="P1Y5M")
    said = "Stale: figures here hold for 1 year and 5 months."
    assert latest.stale_in_words(indicator) == said

"""Whether a figure is about the place of an indicator."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.desk.tokens import tokens
from claims.extraction.places.gazetteer import country_names

if TYPE_CHECKING:
    from claims.extraction.proposal import Proposal
    from claims.records import Indicator

SAME_PLACE, NAMED_NEAR, WITHIN = 2.0, 1.5, 0.5
ANOTHER = -4.0
VAGUE = tokens("province city town region district governorate state area and worldwide county")
"""Words of a place that name none."""


def place_fits(
    proposal: Proposal, indicator: Indicator, near: frozenset[str], far: frozenset[str]
) -> tuple[float, str]:
    """Return the points of a place and why, in words.

    `near` are the words of the sentence, `far` those of the whole text. A figure that names
    only the country may be about any place in it; one of another place is about another.
    """
    very, country = _parts(indicator)
    said = tokens(proposal.place or "") - VAGUE
    abroad = bool(proposal.country and indicator.country and proposal.country != indicator.country)
    if not said:
        return _unsaid(indicator, very, near, far)
    if said & very:
        return SAME_PLACE, f"place {proposal.place}"
    if abroad:
        return (WITHIN, "") if said & tokens(indicator.title) else (ANOTHER, "")
    if said <= country:
        return (WITHIN if very else SAME_PLACE), f"place {proposal.place}"
    if very:
        return (WITHIN, "") if said & tokens(indicator.title) else (ANOTHER, "")
    return WITHIN, f"in {indicator.place}" if indicator.place else ""


def parts(place: str | None) -> tuple[str, str]:
    """Return the very place and what is around it: Sadr City and Iraq; one of the two may be none.

    A name alone is that of a country where there is one of that name: Iraq, Iraq and Syria.
    """
    very, comma, around = (place or "").rpartition(",")
    if comma:
        return very, around
    names = {name for one in around.split(" and ") if (name := one.strip().removeprefix("the "))}
    return ("", around) if names <= _countries() else (around, "")


@cache
def _countries() -> frozenset[str]:
    return frozenset(country_names().values())


def _parts(indicator: Indicator) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of the very place and those of its country: Sadr City, Baghdad and Iraq."""
    very, around = parts(indicator.place)
    return tokens(very) - VAGUE, tokens(around) - VAGUE


def _unsaid(
    indicator: Indicator, very: frozenset[str], near: frozenset[str], far: frozenset[str]
) -> tuple[float, str]:
    """Weigh a place that the figure itself does not name, and the text may."""
    place = very or tokens(indicator.place or "") - VAGUE
    if place & near:
        return NAMED_NEAR, f"place {indicator.place}"
    if place & far:
        return NAMED_NEAR / 2, f"{indicator.place} elsewhere in the text"
    return 0.0, ""

"""What several rules need of the figures of a case: those that count, and how each is said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from claims.numerals import say, spell
from claims.periods import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.periods import Period
    from claims.quantities import Quantity
    from claims.records import Claim


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that stand and have a quantity, by id."""
    return sorted((c for c in claims if c.stands and c.quantity), key=lambda claim: claim.id)


def newest_first(claim: Claim) -> tuple[int, str]:
    """Sort the newest said first, and what was said on no known day last."""
    said = (claim.said_on and claim.said_on.end) or date.min
    return -said.toordinal(), claim.id


def quantity_of(claim: Claim) -> Quantity:
    """Return the quantity of a claim that has one; raises ValueError where it has none."""
    if claim.quantity is None:  # pragma: no cover - left out before
        raise ValueError(claim.id)
    return claim.quantity


def last_day(claim: Claim) -> date:
    """Return the day that a running total is counted to, the last there is where it is open."""
    return (claim.period and claim.period.end) or date.max


def in_words(claim: Claim) -> str:
    """Say the figure of a claim that has one, with its hedge: `at least five`."""
    return say(quantity_of(claim))


def total_in_words(claim: Claim) -> str:
    """Say a running total and its day: `at least 1,115 by 28 March 2022`."""
    return f"{in_words(claim)} by {words(last_day(claim))}"


def when(period: Period) -> str:
    """Say when: `on 17 January 2020`, `in October 2025`, `(3 July 2021 to 5 July 2021)`."""
    if "/" in period.text:
        return f"({period.in_words()})"
    return f"{'on' if period.start == period.end else 'in'} {period.in_words()}"


def how_many(number: int, noun: str) -> str:
    """Say a number in a sentence, in words below ten: `one day`, `two days`, `47 days`."""
    return f"{spell(number)} {noun if number == 1 else noun + 's'}"

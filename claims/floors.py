"""What stands higher on record than a floor: at least five allows the eight that others counted.

“At least five” is true where eight were counted, and who prints it alone says too little.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from claims.numerals import say
from claims.periods import words
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.collection import Collection
    from claims.records import Claim, Indicator


def higher(
    claim: Claim, agreeing: Iterable[Claim], indicator: Indicator, records: Collection
) -> str:
    """Say the highest figure beside a floor that agrees with it and is above it, if there is one.

    at least 10 by 24 July 2021 (Human Rights Activists in Iran)

    `agreeing` are the claims that can be true together with it and still count. A running total
    of a later day is none, nor a level of another time: there may have been fewer.
    """
    if claim.quantity is None or claim.quantity.high is not None or not claim.quantity.low:
        return ""
    of_then = _overlaps if indicator.basis is Basis.LEVEL else _is_no_later
    above = [one for one in agreeing if _low(one) > _low(claim) and of_then(one, claim)]
    if not above:
        return ""
    highest = max(above, key=lambda one: (_low(one), -_high(one), one.id))
    figure = say(highest.quantity) if highest.quantity else ""
    return f"{figure}{_when(highest, indicator)} ({records.name(highest.claimant)})"


def _low(claim: Claim) -> float:
    return (claim.quantity and claim.quantity.low) or 0


def _high(claim: Claim) -> float:
    most = claim.quantity.high if claim.quantity else None
    return inf if most is None else most


def _overlaps(one: Claim, claim: Claim) -> bool:
    """Tell whether two levels are of one time: at another there may have been more or fewer."""
    return bool(one.period and claim.period and one.period.overlaps(claim.period))


def _is_no_later(one: Claim, claim: Claim) -> bool:
    """Tell whether a figure is of a time that does not end after another one's."""
    mine, theirs = (of.period.end if of.period else None for of in (one, claim))
    return mine is None or theirs is None or mine <= theirs


def _when(claim: Claim, indicator: Indicator) -> str:
    """Say when a figure was said or what time it is of: ` by 24 July 2021`."""
    if indicator.basis is Basis.TALLY and claim.period and claim.period.end:
        return f" by {words(claim.period.end)}"
    when = claim.said_on if indicator.basis is Basis.EVENT else claim.period
    return f", {when.in_words()}" if when else ""

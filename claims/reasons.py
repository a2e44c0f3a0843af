"""Why two claims stand to each other as they do, each in one sentence without a full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.hedges import Hedge
from claims.numerals import say
from claims.periods import duration_in_words, words
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from datetime import timedelta

    from claims.quantities import Quantity
    from claims.records import Claim, Indicator

OURS = frozenset({Hedge.ABOUT, Hedge.NEARLY, Hedge.VAGUE})
"""The hedges whose bounds are our reading of the words."""

CONTRADICT = "cannot both be true"


def agree(one: Claim, other: Claim) -> str:
    """Say that two figures can both be true: `five and at least five can both be true`."""
    mine, theirs = _say(one), _say(other)
    return f"both say {mine}" if mine == theirs else f"{mine} and {theirs} can both be true"


def agree_apart(one: Claim, other: Claim, gap: timedelta) -> str:
    """Say that two levels agree, and how far apart they are: `both say 2,500, 1 day apart`."""
    return f"{agree(one, other)}, {duration_in_words(f'P{gap.days}D')} apart"


def agree_rounded(one: Claim, other: Claim) -> str:
    """Say that two figures agree within rounding."""
    return f"{_say(one)} and {_say(other)} differ by no more than rounding"


def grew(one: Claim, other: Claim) -> str:
    """Say that a higher count of an event was given later."""
    return f"a higher count was given later: {_say(one)} and {_say(other)}"


def is_floor(earlier: Claim, later: Claim) -> str:
    """Say that an earlier total makes a later one true."""
    return f"{_say(earlier)} by {_end(earlier)} makes {_say(later)} by {_end(later)} true"


def fell(earlier: Claim, later: Claim) -> str:
    """Say that a running total is below an earlier one, without a word on which is right."""
    return f"{_read(later)} by {_end(later)} is below the {_read(earlier)} by {_end(earlier)}"


def contradict(one: Claim, other: Claim, indicator: Indicator) -> str:
    """Say that two figures contradict each other, and what both are of.

    `about 127,000 (read as 126,500 to 127,500) and 125,000 cannot both be true: both of June 2006`
    """
    same = _same(one, other, indicator.basis)
    return f"{_read(one)} and {_read(other)} {CONTRADICT}: {same}"


def as_explained(reason: str) -> str:
    """Say only that two figures differ, where a person explained why both may stand."""
    return reason.replace(f" {CONTRADICT}", " differ")


def _same(one: Claim, other: Claim, basis: Basis) -> str:
    """Say what two claims that contradict each other are both about."""
    if basis is Basis.EVENT:
        return "the same event"
    if basis is Basis.TALLY:
        return f"running totals to the same day, {_end(one)}"
    of = sorted({claim.period.in_words() for claim in (one, other) if claim.period})
    if basis is Basis.INTERVAL:
        return f"the same interval, {of[0]}"
    return f"both of {of[0]}" if len(of) == 1 else f"of {' and '.join(of)}"


def _read(claim: Claim) -> str:
    """Say a figure, and the bounds that we read into words which leave them open."""
    known, said = _known(claim), _say(claim)
    ends = [end for end in (known.low, known.high) if end is not None]
    is_ours = known.hedge in OURS and all(end == int(end) for end in ends)
    return f"{said} (read as {known.bounds.in_words()})" if is_ours else said


def _say(claim: Claim) -> str:
    return say(_known(claim))


def _end(claim: Claim) -> str:
    """Say the day that a running total stood at."""
    return words(claim.period.end) if claim.period and claim.period.end else "an unknown day"


def _known(claim: Claim) -> Quantity:
    if claim.quantity is None:  # pragma: no cover - only figures are compared
        raise ValueError(claim.id)
    return claim.quantity

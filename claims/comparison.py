"""May two claims be compared, and do they agree: the bounds algebra under the basis rules.

Levels compare when their periods overlap, tallies with one baseline when they end on the
same day, intervals over the same interval, events always. A higher count of an event said
later makes the lower one outdated, not wrong: tolls grow. A plan is never compared with an
observation. What may not be compared is refused with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from claims.numerals import say
from claims.periods import words
from claims.quantities import Agreement, Quantity, agreement
from claims.records import Claim, Indicator
from claims.vocabulary import Basis, Kind

FIRST_DAYS = timedelta(days=1)
"""How long after an event tolls of one day are taken to grow by the hour."""


class Relation(StrEnum):
    """How one claim stands to another."""

    COMPATIBLE = "compatible"
    WITHIN_ROUNDING = "within rounding"
    OUTDATED = "outdated"
    SUPERSEDED = "superseded"
    CONFLICT = "in conflict"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How `one` stands to `other`, and why in words.

    Outdated and superseded name the older of the two in `older`.
    """

    one: Claim
    other: Claim
    relation: Relation
    reason: str
    older: Claim | None = None


def compare(one: Claim, other: Claim, indicator: Indicator) -> Comparison:
    """Return how two claims under one indicator stand to each other."""
    if reason := _refusal(one, other, indicator):
        return Comparison(one, other, Relation.NOT_COMPARED, reason)
    if older := _replaced(one, other, indicator):
        reason = "the same claimant gave a newer figure"
        return Comparison(one, other, Relation.SUPERSEDED, reason, older)
    mine, theirs = _known(one), _known(other)
    if indicator.basis is Basis.TALLY and _end(one) != _end(other):
        return _compare_tallies(one, other)
    found = agreement(mine, theirs)
    if found is Agreement.COMPATIBLE:
        same = say(mine) == say(theirs)
        reason = f"both say {say(mine)}" if same else f"{say(mine)} and {say(theirs)} can both be true"
        return Comparison(one, other, Relation.COMPATIBLE, reason)
    if found is Agreement.WITHIN_ROUNDING:
        reason = f"{say(mine)} and {say(theirs)} differ by no more than rounding"
        return Comparison(one, other, Relation.WITHIN_ROUNDING, reason)
    if indicator.basis is Basis.EVENT and (older := _outgrown(one, other)):
        reason = f"a higher count was given later: {say(mine)} and {say(theirs)}"
        return Comparison(one, other, Relation.OUTDATED, reason, older)
    return Comparison(one, other, Relation.CONFLICT, _conflict_in_words(one, other, indicator))


def _refusal(one: Claim, other: Claim, indicator: Indicator) -> str:
    """Return why the two may not be compared, or nothing where they may."""
    if one.indicator != other.indicator:
        return "they answer different questions"
    if one.withdrawn or other.withdrawn:
        return "one of them was withdrawn"
    if one.planned != other.planned:
        return "a plan is not compared with an observation"
    for claim in (one, other):
        if claim.quantity is None or not claim.quantity.is_known:
            return "one of them states no number"
        if claim.period is None:
            return "one of them names no period"
    return _different_times(one, other, indicator.basis)


def _different_times(one: Claim, other: Claim, basis: Basis) -> str:
    mine, theirs = one.period, other.period
    if mine is None or theirs is None or basis is Basis.EVENT:
        return ""
    if basis is Basis.LEVEL and not mine.overlaps(theirs):
        return "they are about different times"
    if basis is Basis.INTERVAL and (mine.start, mine.end) != (theirs.start, theirs.end):
        return "they count over different intervals"
    if basis is Basis.TALLY and (mine.end is None or theirs.end is None):
        return "one of the running totals names no day"
    return ""


def _replaced(one: Claim, other: Claim, indicator: Indicator) -> Claim | None:
    """Return the claim that the other takes the place of, if either does."""
    if one.supersedes == other.id:
        return other
    if other.supersedes == one.id:
        return one
    if one.claimant != other.claimant or one.said_on is None or other.said_on is None:
        return None
    if indicator.basis is Basis.TALLY and _end(one) != _end(other):
        return None
    if one.said_on.is_before(other.said_on):
        return one
    return other if other.said_on.is_before(one.said_on) else None


def _compare_tallies(one: Claim, other: Claim) -> Comparison:
    """Compare running totals of different days: the later one must not be lower."""
    earlier, later = sorted((one, other), key=_end)
    before, after = _known(earlier).bounds, _known(later).bounds
    if after.high is not None and before.low is not None and after.high < before.low:
        reason = (
            f"{say(_known(later))} by {_end_in_words(later)} is below the {say(_known(earlier))} "
            f"already counted by {_end_in_words(earlier)}"
        )
        return Comparison(one, other, Relation.CONFLICT, reason)
    reason = "running totals of different days"
    return Comparison(one, other, Relation.NOT_COMPARED, reason)


def _outgrown(one: Claim, other: Claim) -> Claim | None:
    """Return the lower of two counts of an event where the higher one was said later."""
    lower, higher = sorted((one, other), key=lambda claim: _known(claim).point or 0)
    if lower.said_on is None or higher.said_on is None:
        return None
    if lower.said_on.is_before(higher.said_on):
        return lower
    event, said = lower.period, lower.said_on
    same_day = said.start == higher.said_on.start and said.end == higher.said_on.end
    early = event and event.end and said.end and said.end - event.end <= FIRST_DAYS
    return lower if same_day and early and lower.kind is Kind.CASUALTY_FIGURE else None


def _conflict_in_words(one: Claim, other: Claim, indicator: Indicator) -> str:
    mine, theirs = _known(one).bounds.in_words(), _known(other).bounds.in_words()
    about = sorted({claim.period.in_words() for claim in (one, other) if claim.period})
    same = {
        Basis.LEVEL: f"both about {about[0]}" if len(about) == 1 else f"about {' and '.join(about)}",
        Basis.TALLY: f"running totals to the same day, {_end_in_words(one)}",
        Basis.INTERVAL: f"the same interval, {about[0]}",
        Basis.EVENT: "the same event",
    }[indicator.basis]
    return f"{mine} and {theirs} cannot both be true: {same}"


def _known(claim: Claim) -> Quantity:
    if claim.quantity is None:  # pragma: no cover - refused before
        raise ValueError(claim.id)
    return claim.quantity


def _end(claim: Claim) -> date:
    """Return the day that a running total stood at."""
    if claim.period is None or claim.period.end is None:  # pragma: no cover - refused before
        raise ValueError(claim.id)
    return claim.period.end


def _end_in_words(claim: Claim) -> str:
    return words(_end(claim))

"""May two claims be compared, and do they agree: the bounds algebra under the basis rules.

Levels compare when their periods overlap, and may agree within one shelf life; tallies with one
baseline when they end on the same day, intervals over the same interval, events always. A higher
count of an event said later makes the lower one outdated, not wrong: tolls grow. A plan is never
compared with an observation. What may not be compared is refused with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from claims import reasons
from claims.origins import stated
from claims.periods import lasting
from claims.quantities import Agreement, agreement, is_floor_of
from claims.vocabulary import Basis, Difference, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from claims.quantities import Quantity
    from claims.records import Claim, Explanation, Indicator

FIRST_DAYS = timedelta(days=1)
"""How long after an event tolls of one day are taken to grow by the hour."""
OTHER_TIMES = "they are about different times"
ONLY_A_YEAR = "one of them names only a year, within which the level may have changed"
OTHER_DAYS = "running totals of different days"
NAMED = "the newer claim is recorded as taking its place"
RENEWED = "the same claimant gave a newer figure"


class Relation(StrEnum):
    """How one claim stands to another."""

    COMPATIBLE = "compatible"
    WITHIN_ROUNDING = "within rounding"
    OUTDATED = "outdated"
    SUPERSEDED = "superseded"
    CONFLICT = "in conflict"
    NOT_COMPARED = "not compared"


RELATIONS: Mapping[Relation, str] = {
    Relation.COMPATIBLE: "Their bounds meet: one number makes both true",
    Relation.WITHIN_ROUNDING: "Their bounds meet once an unhedged round figure is given half of "
    "its last place, and at most a twentieth of itself, on either side: 170,000 and 168,000. Who "
    "says “exactly” has not rounded",
    Relation.OUTDATED: "A higher count of the same event was given later",
    Relation.SUPERSEDED: "The same claimant gave another figure for the same thing later, or the "
    "newer claim is recorded as taking its place, on whichever page the older one stands",
    Relation.CONFLICT: "Their bounds do not meet: they cannot both be true",
    Relation.NOT_COMPARED: "They answer different questions or are about different times, one is a "
    "plan and the other an observation, one was withdrawn, or one states no number",
}
"""What each relation of two claims says."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How `one` stands to `other`, and why in words.

    Outdated and superseded name the older of the two in `older`. A conflict may carry the
    explanation that a person recorded, and the claim that it is recorded on.
    """

    one: Claim
    other: Claim
    relation: Relation
    why: Callable[[], str] = field(compare=False, repr=False)
    older: Claim | None = None
    explained: Explanation | None = None
    explained_on: Claim | None = None

    @property
    def reason(self) -> str:
        """Why, in one sentence without a full stop; worded when it is asked for."""
        said = self.why()
        return reasons.as_explained(said) if self.is_settled else said

    @property
    def is_settled(self) -> bool:
        """Whether a person explained a conflict so that both figures may stand."""
        return self.explained is not None and self.explained.why is not Difference.ERROR

    def contests(self, claim: Claim) -> bool:
        """Tell whether this is a conflict that counts against a claim.

        One that was explained does not, save an error: it counts against the claim in error.
        """
        if self.relation is not Relation.CONFLICT or self.is_settled:
            return False
        return self.explained_on is None or self.explained_on.id == claim.id

    def counterpart(self, claim: Claim) -> Claim:
        """Return the other claim of the two."""
        return self.other if self.one.id == claim.id else self.one


def compare(one: Claim, other: Claim, indicator: Indicator) -> Comparison:
    """Return how two claims under one indicator stand to each other."""
    if (one.supersedes or other.supersedes) and (older := _superseded(one, other)):
        return Comparison(one, other, Relation.SUPERSEDED, lambda: NAMED, older)
    if reason := _refusal(one, other, indicator):
        return _compare_neighbours(one, other, indicator, reason)
    if older := _renewed(one, other, indicator):
        return Comparison(one, other, Relation.SUPERSEDED, lambda: RENEWED, older)
    if indicator.basis is Basis.TALLY and _end(one) != _end(other):
        return _compare_tallies(one, other)
    return _compare_figures(one, other, indicator)


def _compare_neighbours(one: Claim, other: Claim, indicator: Indicator, why: str) -> Comparison:
    """Let levels within one shelf life agree; they never conflict: the level may have changed."""
    refused = Comparison(one, other, Relation.NOT_COMPARED, lambda: why)
    life = indicator.shelf_life
    if why != OTHER_TIMES or not life or one.period is None or other.period is None:
        return refused
    gap = one.period.gap(other.period)
    if gap > lasting(life) or agreement(_known(one), _known(other)) is not Agreement.COMPATIBLE:
        return refused
    said = partial(reasons.agree_apart, one, other, gap)
    return Comparison(one, other, Relation.COMPATIBLE, said)


def _compare_figures(one: Claim, other: Claim, indicator: Indicator) -> Comparison:
    """Compare two figures that answer the same question about the same time."""
    found = agreement(_known(one), _known(other))
    if found is Agreement.COMPATIBLE:
        return Comparison(one, other, Relation.COMPATIBLE, partial(reasons.agree, one, other))
    if found is Agreement.WITHIN_ROUNDING:
        said = partial(reasons.agree_rounded, one, other)
        return Comparison(one, other, Relation.WITHIN_ROUNDING, said)
    if indicator.basis is Basis.EVENT and (older := _outgrown(one, other)):
        said = partial(reasons.grew, one, other)
        return Comparison(one, other, Relation.OUTDATED, said, older)
    if indicator.basis is Basis.LEVEL and _names_less(one, other):
        return Comparison(one, other, Relation.NOT_COMPARED, lambda: ONLY_A_YEAR)
    said = partial(reasons.contradict, one, other, indicator)
    return Comparison(one, other, Relation.CONFLICT, said)


def _names_less(one: Claim, other: Claim) -> bool:
    """Tell whether one of two levels names only a year and the other something else."""
    mine, theirs = one.period, other.period
    if mine is None or theirs is None or mine.text == theirs.text:
        return False
    return mine.names_only_a_year or theirs.names_only_a_year


def _superseded(one: Claim, other: Claim) -> Claim | None:
    """Return the claim that the other names as the one it takes the place of, if either does."""
    if one.indicator != other.indicator or one.planned != other.planned:
        return None
    if one.withdrawn or other.withdrawn:
        return None
    if one.supersedes == other.id:
        return other
    return one if other.supersedes == one.id else None


def _refusal(one: Claim, other: Claim, indicator: Indicator) -> str:
    """Return why the two may not be compared, or nothing where they may."""
    if one.indicator != other.indicator:
        return "they answer different questions"
    if one.withdrawn or other.withdrawn:
        return "one of them was withdrawn"
    if one.planned != other.planned:
        return "a plan is not compared with an observation"
    if not (one.quantity and other.quantity and one.quantity.is_known and other.quantity.is_known):
        return "one of them states no number"
    return _different_times(one, other, indicator.basis)


def _different_times(one: Claim, other: Claim, basis: Basis) -> str:
    mine, theirs = one.period, other.period
    if basis is Basis.EVENT:
        return ""
    if mine is None or theirs is None:
        return "one of them names no period"
    if basis is Basis.LEVEL and not mine.overlaps(theirs):
        return OTHER_TIMES
    if basis is Basis.INTERVAL and (mine.start, mine.end) != (theirs.start, theirs.end):
        return "they count over different intervals"
    if basis is Basis.TALLY and not (mine.ends_on_a_day and theirs.ends_on_a_day):
        return "one of the running totals names no day"
    return ""


def _renewed(one: Claim, other: Claim, indicator: Indicator) -> Claim | None:
    """Return the older of two figures that one claimant gave for the same thing on different days.

    A newer level takes the place of an older one where it is about its time or a part of it: what
    is said of a year takes the place of nothing that is said of a day. The same figure, printed
    again later, takes the place of nothing.
    """
    if one.claimant != other.claimant or one.said_on is None or other.said_on is None:
        return None
    if indicator.basis is Basis.TALLY and _end(one) != _end(other):
        return None
    older, newer = (one, other) if one.said_on.is_before(other.said_on) else (other, one)
    if not (older.said_on and newer.said_on and older.said_on.is_before(newer.said_on)):
        return None
    if stated(one) == stated(other):
        return None
    about = older.period, newer.period
    if indicator.basis is Basis.LEVEL and about[0] and about[1]:
        return older if about[1].is_within(about[0]) else None
    return older


def _compare_tallies(one: Claim, other: Claim) -> Comparison:
    """Compare running totals of different days: they never fall, so the earlier is a floor."""
    earlier, later = (one, other) if _end(one) <= _end(other) else (other, one)
    before, after = _known(earlier), _known(later)
    if _reach(later) < _reach(earlier) and agreement(before, after) is Agreement.CONFLICT:
        said = partial(reasons.fell, earlier, later)
        return Comparison(one, other, Relation.CONFLICT, said)
    if is_floor_of(before, after):
        said = partial(reasons.is_floor, earlier, later)
        return Comparison(one, other, Relation.COMPATIBLE, said)
    return Comparison(one, other, Relation.NOT_COMPARED, lambda: OTHER_DAYS)


def _outgrown(one: Claim, other: Claim) -> Claim | None:
    """Return the lower of two counts of an event where the higher one was said later."""
    lower, higher = (one, other) if _reach(one) <= _reach(other) else (other, one)
    before, after = _said(lower), _said(higher)
    if before is None or after is None:
        return None
    if before != after:
        return lower if before[1] <= after[0] else None
    event = lower.period.end if lower.period else None
    early = event is not None and before[1] - event <= FIRST_DAYS
    return lower if early and lower.kind is Kind.CASUALTY_FIGURE else None


def _said(claim: Claim) -> tuple[date, date] | None:
    """Return the first and last day on which a count can have been given, none before its event."""
    said, event = claim.said_on, claim.period
    if said is None or said.start is None or said.end is None:
        return None
    first = max(said.start, event.start) if event and event.start else said.start
    return first, max(first, said.end)


def _reach(claim: Claim) -> tuple[float, float, str]:
    """Return the ends of a figure to sort by; the lower of two in conflict comes first."""
    known = _known(claim)
    return known.low or 0, inf if known.high is None else known.high, claim.id


def _known(claim: Claim) -> Quantity:
    if claim.quantity is None:  # pragma: no cover - refused before
        raise ValueError(claim.id)
    return claim.quantity


def _end(claim: Claim) -> date:
    """Return the day that a running total stood at."""
    if claim.period is None or claim.period.end is None:  # pragma: no cover - refused before
        raise ValueError(claim.id)
    return claim.period.end

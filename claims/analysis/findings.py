"""Findings: what an editor should look at, each with its claims, figures and reason in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claims.numerals import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claims.records import Claim


class FindingKind(StrEnum):
    """What was found."""

    DIGIT_SLIP = "digit slip"
    CONFLICT = "conflict"
    FALLING = "falling total"
    UNCOMPARED = "not compared"
    PART_ABOVE_WHOLE = "part above whole"
    UNREADABLE = "quote does not say it"
    COINCIDENCE = "same figure elsewhere"
    HEDGE_LOST = "hedge lost"
    ATTRIBUTION = "attribution changed"
    IN_USE = "superseded figure in use"
    OLD_FIGURE = "old figure"
    PLANS = "plans conflict"
    LOWERED = "lowered total"
    EXPLAINED = "explained conflict"
    STALE = "stale"
    MORE = "more found"


MOST_KEPT = 100
"""Findings of each kind that are kept of one indicator."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table of findings."""

    weight: int
    """How far up it stands among what needs attention, 100 at the top."""
    meaning: str
    """When it is raised, in one sentence."""
    example: str
    """A case that raises it."""
    near_miss: str
    """A case that looks alike and does not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at under an indicator."""

    kind: FindingKind
    indicator: str
    claims: tuple[str, ...]
    """The claims concerned, by id, the one to look at first."""
    figures: tuple[str, ...]
    """Their figures with the hedges, as they are said, each once."""
    reason: str
    """Why, in one sentence without a full stop."""
    since: date | None = None
    """The first day on which it holds; none where it holds at any time."""
    day: date | None = None
    """What it is about or when it was said: the newest come first."""

    @property
    def weight(self) -> int:
        """How far up it stands among what needs attention."""
        return RULES[self.kind].weight


def finding(kind: FindingKind, *claims: Claim, reason: str, since: date | None = None) -> Finding:
    """Return a finding about claims of one indicator, the one to look at first."""
    figures = [say(claim.quantity) for claim in claims if claim.quantity]
    days = [period.end for claim in claims for period in (claim.said_on, claim.period) if period]
    return Finding(
        kind=kind,
        indicator=claims[0].indicator or "",
        claims=tuple(dict.fromkeys(claim.id for claim in claims)),
        figures=tuple(dict.fromkeys(figures)),
        reason=reason,
        since=since,
        day=max((day for day in days if day), default=None),
    )


def unlisted(kind: FindingKind, number: int, indicator: str) -> Finding:
    """Return the finding that more was found of a kind than is kept."""
    reason = f"“{kind}” was found {number:,} times, the newest {MOST_KEPT} are listed"
    return Finding(FindingKind.MORE, indicator, (), (), reason)


RULES: Mapping[FindingKind, Rule] = {
    FindingKind.DIGIT_SLIP: Rule(
        95,
        "Two figures for one thing conflict and nobody has explained why, and they differ in one "
        "digit or by two neighbouring digits that changed places, both with three digits that "
        "count or more, or by a factor of ten or 100, with two or more; or a later count of an "
        "event is ten or 100 times one of another origin, and no count between shows that it grew",
        "8,892 and 8,992 for one day; 120 and 1,200; 1,204 deaths by the ministry and, a week "
        "later, 12,040 in a newspaper",
        "1,200 and 2,200: too few digits that count; 125,000 and 127,000: two round estimates; "
        "1,204 deaths and, a week later, 1,304, or 12,040 after 5,000: the toll grew",
    ),
    FindingKind.UNREADABLE: Rule(
        90,
        "The words that are kept of a source do not state the figure on record",
        "The quote says “more than five”, the record at least five",
        "The quote says “five people”, the record five",
    ),
    FindingKind.CONFLICT: Rule(
        80,
        "Two comparable figures cannot both be true and nobody has explained why they differ",
        "Five and eight deaths in one event",
        "At least five and eight: the bounds meet",
    ),
    FindingKind.FALLING: Rule(
        75,
        "A running total is below one that was counted to an earlier day; a series that fell is "
        "raised once a fall",
        "45 attacks by 22 June and 44 by 26 June",
        "At least 44 by 26 June: it may be more",
    ),
    FindingKind.UNCOMPARED: Rule(
        72,
        "There are more claims under one indicator than are compared with each other, so that none "
        "of their contradictions is known",
        "Running totals by 49 claimants over 100 days; a million claims under one question",
        "500 claims under one question: all are compared",
    ),
    FindingKind.PART_ABOVE_WHOLE: Rule(
        70,
        "A part is larger than the whole that it belongs to, at a time when it cannot be",
        "Seven protesters killed by 21 July, five people killed by 29 July",
        "Seven protesters killed by 21 July, five people killed by 20 July: two may have followed",
    ),
    FindingKind.COINCIDENCE: Rule(
        65,
        "One origin gives the same unusual figure for another thing or place within a week",
        "4,460 deaths on Monday and 4,460 shelters on Tuesday",
        "2,500 troops and 2,500 shelters: a round figure comes up often",
    ),
    FindingKind.HEDGE_LOST: Rule(
        60,
        "One origin's figure is printed firmer on one page than on another as near to it or nearer",
        "The ministry said about 5,200, a newspaper printed 5,200",
        "The ministry said 5,200, a newspaper printed about 5,200: the hedge was added",
    ),
    FindingKind.ATTRIBUTION: Rule(
        55,
        "Pages that print one agency's figure name another claimant for it, fewer, or none",
        "“State-run and semiofficial media” became “state media”",
        "Two agencies name two offices for one figure",
    ),
    FindingKind.IN_USE: Rule(
        50,
        "A figure was still printed after its claimant had given a newer one that excludes it",
        "34 injured, said on 24 January, printed on 30 January after 50 was said on the 28th",
        "34 injured, printed on 27 January: nothing newer had been said",
    ),
    FindingKind.OLD_FIGURE: Rule(
        45,
        "A page gives a level or a running total that may be older than the page: said more than "
        "30 days before it was printed, or a total no higher than one more than 30 days earlier",
        "30 attacks by 4 May, almost 30 by 20 June",
        "47 attacks by 5 July, around 50 by 27 July: it has grown",
    ),
    FindingKind.PLANS: Rule(
        40,
        "Two plans for one thing at one time cannot both come about",
        "A cut to 3,000 and a cut to about 2,000 by the same month",
        "A plan and an observation: they are never compared",
    ),
    FindingKind.LOWERED: Rule(
        30,
        "One claimant's “at least” running total is lower than its own earlier one: no "
        "contradiction, yet something was taken back; raised once a fall",
        "At least 1,924 items by 27 March, at least 1,115 by 28 March",
        "Another claimant's at least 1,115 by 28 March",
    ),
    FindingKind.EXPLAINED: Rule(
        20,
        "Two comparable figures cannot both be true, and a person has explained why they differ",
        "A ceiling of 5,262 and a headcount of 8,892: method",
        "A note on one of the claims: only an explanation from the short list counts",
    ),
    FindingKind.STALE: Rule(
        15,
        "The newest figure of an indicator is older than figures of its kind hold",
        "The newest troop count is of January, figures hold six months, and it is November",
        "A death toll of one event: it does not age",
    ),
    FindingKind.MORE: Rule(
        5,
        f"More than {MOST_KEPT} of one kind were found under an indicator: the newest are listed",
        "214 digit slips under one question",
        "100 digit slips under one question: all are listed",
    ),
}
"""Every kind of finding: its weight, when it is raised, and a case that just is and just is not."""

"""The closed vocabularies of the field: what parties, sources and claims can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class PartyKind(StrEnum):
    """What a claimant or publisher is, so that a reader can weigh what it says."""

    GOVERNMENT = "government"
    ARMED_FORCES = "armed forces"
    ARMED_GROUP = "armed group or political wing"
    POLICE = "police"
    HEALTH = "health authority"
    COURT = "court"
    STATE_MEDIA = "state media"
    AGENCY = "news agency"
    OUTLET = "news outlet"
    RIGHTS_GROUP = "rights group"
    INTERGOVERNMENTAL = "intergovernmental organisation"
    RESEARCH = "research body"
    PERSON = "person"
    UNNAMED = "unnamed people"
    WEBSITE = "other website"
    NOT_STATED = "kind not stated"


class SourceKind(StrEnum):
    """What kind of document a source is."""

    NEWS_REPORT = "news report"
    OFFICIAL_STATEMENT = "official statement"
    OFFICIAL_REPORT = "official report"
    RIGHTS_REPORT = "NGO report"
    ANALYSIS = "analysis"
    DATA_SET = "data set"
    REFERENCE = "reference page"


class Tier(StrEnum):
    """How near a source stands to what it reports."""

    OFFICIAL = "official"
    ORIGINAL = "original"
    WIRE_COPY = "wire copy"
    SECONDARY = "secondary"
    REPOST = "repost"
    TERTIARY = "tertiary"


class Kind(StrEnum):
    """What a claim asserts; the first six carry a number under an indicator."""

    TROOP_COUNT = "troop count"
    ATTACK_TALLY = "attack tally"
    CASUALTY_FIGURE = "casualty figure"
    DETENTION = "detention"
    WEAPONS_COUNT = "weapons count"
    OTHER_COUNT = "other count"
    EVENT = "event"
    COMMITMENT = "commitment"
    POSITION = "position"
    ATTRIBUTE = "attribute"


COUNTED = tuple(Kind)[:6]
"""The kinds that an indicator may have."""


class Basis(StrEnum):
    """How the number of an indicator counts."""

    LEVEL = "level"
    TALLY = "tally"
    INTERVAL = "interval"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class BasisRule:
    """What a basis means and which of its figures are compared."""

    meaning: str
    compared: str
    example: str


BASES: Mapping[Basis, BasisRule] = {
    Basis.LEVEL: BasisRule(
        "A level: how many there are at a time",
        "Where their periods have a day in common. Two that lie within one shelf life of each "
        "other may agree, their bounds as they are; they never contradict each other, for the "
        "level may have changed, nor does one that names only a year contradict one that names a "
        "month or a day of it. A newer one of the same claimant takes the place of one about the "
        "same time, or about a longer time around it",
        "5,262 and 8,892 troops on 30 September 2017 contradict each other; 2,500 on 26 July and "
        "2,500 on 27 July 2021 agree; 160,000 in June and 156,247 in July 2007 are not compared",
    ),
    Basis.TALLY: BasisRule(
        "A running total since a baseline",
        "Where they end on the same day. One that ends later must not be below the highest that "
        "each claimant had counted before, in its own pages and in those that relay it, which "
        "bears out a later “at least” that is no higher. What was found to be an error binds "
        "nothing. One that names only a month or a year is not compared",
        "Five and eight deaths by 23 July contradict each other; five by 23 July and eight by 24 "
        "July are not compared; eight by 23 July and five by 24 July contradict each other; 10 by "
        "24 July bears out at least five by 27 July",
    ),
    Basis.INTERVAL: BasisRule(
        "A count within an interval",
        "Over the same interval only",
        "Nine and seven attacks in July contradict each other; nine in July and seven from 1 to "
        "30 July are not compared",
    ),
    Basis.EVENT: BasisRule(
        "A count of one event",
        "Always, save that a higher count said later makes the lower one outdated, not wrong: "
        "tolls grow. On the day of an event and the day after, the higher of two counts of dead or "
        "injured of one day is taken as the later one. Otherwise, where nobody knows which of two "
        "was said first, they contradict each other",
        "Four deaths, said on Monday, are outdated by 22, said on Tuesday; 22 on Monday and four "
        "on Tuesday contradict each other",
    ),
}
"""What each basis means, which figures are compared, and cases on either side."""


class ReviewState(StrEnum):
    """What a person has decided about a claim."""

    UNREVIEWED = "unreviewed"
    IN_REVIEW = "in review"
    CLEARED = "cleared"
    REJECTED = "rejected"


class Difference(StrEnum):
    """Why two figures that cannot both be true differ, as a person explained it."""

    SCOPE = "scope"
    TIME = "time"
    METHOD = "method"
    DEFINITION = "definition"
    HEDGE_ONLY = "hedge only"
    ERROR = "error"


DIFFERENCES: Mapping[Difference, str] = {
    Difference.SCOPE: "They count other people, places or things",
    Difference.TIME: "They are about other times than their periods say",
    Difference.METHOD: "They were counted in another way: a ceiling, a headcount, an estimate",
    Difference.DEFINITION: "They define what is counted in another way",
    Difference.HEDGE_ONLY: "They mean one number and differ in how firmly it is said",
    Difference.ERROR: "The claim that is explained is wrong: a slip in copying, adding or reading",
}
"""What each explanation says. All but an error mean that the two can stand side by side."""

"""The closed vocabularies of the field: what parties, sources and claims can be."""

from __future__ import annotations

from enum import StrEnum


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


class ReviewState(StrEnum):
    """What a person has decided about a claim."""

    UNREVIEWED = "unreviewed"
    IN_REVIEW = "in review"
    CLEARED = "cleared"
    REJECTED = "rejected"

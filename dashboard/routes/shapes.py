"""What the API answers, as models: they write the answers, and the OpenAPI document is of them.

Every key of an answer is always there. Within a record the fields that hold their default are
left out, as in our own files; a field keeps its name and meaning for good.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Generic, TypeVar

from pydantic import ConfigDict, Field

from claims.ledger.between import Turn
from claims.records import Claim, Frozen, Indicator, Party, Source
from claims.states import Corroboration, Currency
from claims.vocabulary import ReviewState

Item = TypeVar("Item")


class Position(Frozen):
    """The ledger position that an answer is of: it never changes what it says."""

    rev: int
    """The revision; 0 where nothing is on record."""
    at: datetime | None
    """When that was written, UTC."""
    day: date
    """The day as on which figures are current or stale."""


class Links(Frozen):
    """Addresses that belong to an answer."""

    model_config = ConfigDict(validate_by_name=True)

    here: Annotated[str, Field(alias="self")]
    """This answer."""
    next: str | None
    """The next part of the list; none at its end."""
    view: str
    """The same in the app, held at this position."""


class States(Frozen):
    """How a claim stands on the day of the answer."""

    corroboration: Corroboration | None
    """How many independent origins stand behind it; none where it has no indicator."""
    currency: Currency | None
    """Whether its figure is still the one to use; none where it has no indicator."""
    why_currency: str
    """Why it is stale, superseded or withdrawn; empty for a current one."""
    review: ReviewState
    """What a person decided."""
    planned: bool
    """Whether it is about the future."""
    origins: tuple[str, ...]
    """The independent origins that bear it out, by party id, its own first where it has one."""
    higher: str
    """Of a floor: the highest figure that agrees with it, in words; empty where none is higher."""
    conflicts: int
    """Claims that stand and cannot be true together with it."""


class ClaimItem(Frozen):
    """A claim with what was computed of it."""

    claim: Claim
    """The record as it is on record."""
    states: States
    """How it stands."""
    figure: str
    """The figure with its hedge in words; a dash where there is none."""
    sentence: str
    """The attributed sentence, with its warnings in brackets."""
    permalink: str
    """The link of the claim at this position."""


class IndicatorItem(Frozen):
    """An indicator, and how many of the chosen claims answer it."""

    indicator: Indicator
    """The record as it is on record."""
    claims: int
    """How many of the chosen claims are under it."""
    permalink: str
    """The link of the indicator at this position."""


class SourceItem(Frozen):
    """A source, and how many claims rest on it."""

    source: Source
    """The record as it is on record."""
    title: str
    """What to call it: its title, or its publisher and day."""
    claims: int
    """How many claims rest on it."""
    permalink: str
    """The link of the source at this position."""


class PartyItem(Frozen):
    """A party, and how many claims it asserts."""

    party: Party
    """The record as it is on record."""
    claims: int
    """How many claims it asserts."""


class Revised(Frozen):
    """One revision of a claim."""

    rev: int
    """Its number."""
    at: datetime
    """When it was written, UTC."""
    actor: str
    """Who made it."""
    action: str
    """`added`, `revised` or `withdrawn`."""
    reason: str
    """Why; empty where nobody said."""


class ChangeItem(Frozen):
    """A claim that is not what it was."""

    turn: Turn
    """What became of it."""
    before: Claim | None
    """As it stood at the earlier position; none where it was not on record."""
    after: Claim
    """As it stands at the later one."""
    revisions: tuple[Revised, ...]
    """What was done in between, oldest first."""
    permalink: str
    """The link of the claim at the later position."""


class Listing(Frozen, Generic[Item]):
    """A part of a list, at one ledger position."""

    position: Position
    """What the answer is of."""
    total: int
    """How many there are in all."""
    items: tuple[Item, ...]
    """Those of this part."""
    next: str | None
    """The cursor of the next part; none at the end."""
    links: Links
    """Where this, the next part and the view are."""


class Claims(Listing[ClaimItem]):
    """Claims as a filter chooses them, in its order."""


class Indicators(Listing[IndicatorItem]):
    """Indicators, those with the most chosen claims first."""


class Sources(Listing[SourceItem]):
    """Sources, those that the most claims rest on first."""


class Parties(Listing[PartyItem]):
    """Parties, those that assert the most claims first."""


class Changes(Listing[ChangeItem]):
    """Claims that differ between two positions, the last changed first."""

    since: Position
    """The earlier position."""
    counts: dict[Turn, int]
    """How many there are of each kind."""


class Fault(Frozen):
    """Why a request was not answered."""

    status: int
    """The HTTP status."""
    message: str
    """What is wrong."""
    hint: str
    """What to do instead; may be empty."""


class Refused(Frozen):
    """The answer to a request that cannot be answered."""

    error: Fault
    """Why."""

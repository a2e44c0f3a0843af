"""The records: who, where it is printed, what is asked, and what was said.

A `Claim` reads aloud as: *claimant* said, through *chain*, that there were *quantity*
of what *indicator* counts, about *period*, in the words of *evidence*. All records are
frozen, refuse fields they do not know, and write themselves as JSON Schema.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from claims.fields import Country, Duration, Language, Slug, Text, WebAddress
from claims.periods import Period
from claims.quantities import Quantity
from claims.vocabulary import (
    COUNTED,
    Basis,
    Difference,
    Kind,
    PartyKind,
    ReviewState,
    SourceKind,
    Tier,
)


class Frozen(BaseModel):
    """A value that never changes and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Party(Frozen):
    """Someone who asserts, relays or publishes: one spelling, and what it is."""

    id: Slug
    """Short stable name used in claims and sources."""
    name: Text
    """The one spelling shown to readers."""
    kind: PartyKind
    """What the party is."""
    country: Country | None = None
    """Where it belongs, ISO 3166-1."""
    part_of: Slug | None = None
    """The party it speaks for: the Pentagon's figures are the US government's."""
    aliases: tuple[Text, ...] = ()
    """Other spellings seen in sources."""
    note: Text | None = None
    """Anything a reader should know about the party."""


class Source(Frozen):
    """A document that can be cited: an article, a statement, a report, a data set."""

    id: Slug
    """Short stable name used by the evidence of claims."""
    title: Text | None = None
    """Its headline; none where it was not visible."""
    publisher: Slug
    """The party that published it."""
    url: WebAddress | None = None
    """Where it stands, http or https; none where no address is known."""
    published: Period | None = None
    """The day it was published, EDTF; none where it shows none."""
    kind: SourceKind
    """What kind of document it is."""
    tier: Tier
    """How near it stands to what it reports."""
    language: Language
    """Its language, BCP 47."""
    credit: tuple[Slug, ...] = ()
    """The agencies and outlets whose text it prints or quotes."""
    archive_url: WebAddress | None = None
    """An archived copy."""
    accessed: Period | None = None
    """The day it was read, EDTF."""
    text_sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """SHA-256 of the text that was read."""
    note: Text | None = None
    """Doubts and particulars."""


class Indicator(Frozen):
    """A question that a number answers; claims compare only under one indicator."""

    id: Slug
    """Short stable name used in claims and addresses."""
    title: Text
    """The question as a heading: `US troops in Iraq`."""
    kind: Kind
    """What its claims assert."""
    unit: Text
    """The thing counted: `deaths`."""
    basis: Basis
    """How the number counts: level, tally, interval or event."""
    baseline: Period | None = None
    """The day a tally starts from, or the interval that is counted, EDTF."""
    place: Text | None = None
    """Where, in words."""
    country: Country | None = None
    """Where, ISO 3166-1."""
    includes: Text
    """What the number counts, one line."""
    excludes: Text | None = None
    """What it does not count, one line."""
    broader: Slug | None = None
    """The indicator that this one is a part of."""
    shelf_life: Duration | None = None
    """ISO 8601 duration after which a level or tally is stale; none where it never is."""
    note: Text | None = None
    """Doubts and particulars."""

    @model_validator(mode="after")
    def _is_counted(self) -> Self:
        if self.kind not in COUNTED:
            message = f"an indicator counts something; its kind is one of {', '.join(COUNTED)}"
            raise ValueError(message)
        return self


class Evidence(Frozen):
    """The few words of a source that carry a claim: a W3C TextQuoteSelector and position."""

    source: Slug
    """The source that the words stand in."""
    quote: Text
    """The exact words."""
    prefix: Text | None = None
    """The words before them."""
    suffix: Text | None = None
    """The words after them."""
    paragraph: Annotated[int, Field(ge=1)] | None = None
    """Number of the paragraph, the headline being 1."""
    start: Annotated[int, Field(ge=0)] | None = None
    """Offset of the first character in the text."""
    end: Annotated[int, Field(ge=1)] | None = None
    """Offset after the last character."""
    url: WebAddress | None = None
    """Where just these words or their proof stand, such as a picture; else see the source."""


class Review(Frozen):
    """What a person decided about a claim, and why."""

    state: ReviewState = ReviewState.UNREVIEWED
    """Where the review stands."""
    by: Text | None = None
    """Who decided."""
    on: Period | None = None
    """When, EDTF."""
    why: Text | None = None
    """The reason."""
    verdict: Text | None = None
    """A rating, only where an editor gave one."""


class Withdrawal(Frozen):
    """That a claim no longer stands, and why."""

    on: Period
    """The day it was withdrawn, EDTF."""
    by: Text
    """Who withdrew it: the claimant, the publisher or the newsroom."""
    reason: Text
    """Why."""


class Explanation(Frozen):
    """Why a claim differs from another one that it cannot be true together with."""

    claim: Slug
    """The other claim."""
    why: Difference
    """The reason, from the short list; an error is one of the claim that is explained."""
    by: Text
    """Who explains it."""
    on: Period | None = None
    """When, EDTF."""
    note: Text | None = None
    """The explanation in words."""
    figures: tuple[Text, Text] | None = None
    """The two figures, that of the claim first; it lapses when one changes, without them never."""


class Claim(Frozen):
    """One assertion by one claimant, with the words that carry it."""

    id: Slug = ""
    """Short stable name, made of the content when the claim is first recorded."""
    kind: Kind
    """What is asserted."""
    indicator: Slug | None = None
    """The question it answers; none where there is no number to compare."""
    statement: Text
    """The assertion in our words, one sentence."""
    quantity: Quantity | None = None
    """The number with its hedge and bounds."""
    period: Period | None = None
    """What the figure is about, EDTF; for a tally its last day is the day it stood at."""
    said_on: Period | None = None
    """When it was said, EDTF; none where the source shows no date."""
    claimant: Slug
    """The party that asserts it."""
    chain: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=20)]
    """The parties from the origin to the publisher, in order."""
    planned: bool = False
    """About the future: a target, a cap, an announced cut."""
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1, max_length=50)]
    """The words that carry it, in one source or more."""
    review: Review = Review()
    """What a person decided about it."""
    supersedes: Slug | None = None
    """An earlier claim that this one takes the place of."""
    explained: Annotated[tuple[Explanation, ...], Field(max_length=50)] = ()
    """Why it differs from other claims, as persons explained it."""
    withdrawn: Withdrawal | None = None
    """Set when the claim no longer stands."""
    tags: tuple[Slug, ...] = ()
    """Free labels."""
    note: Text | None = None
    """Doubts and particulars."""

    @model_validator(mode="before")
    @classmethod
    def _named_by_content(cls, data: object) -> object:
        """Give a claim that has no id the one that its content makes."""
        if isinstance(data, dict) and not data.get("id"):
            return data | {"id": claim_id(data)}
        return data

    @property
    def stands(self) -> bool:
        """Whether it was neither withdrawn nor rejected."""
        return self.withdrawn is None and self.review.state is not ReviewState.REJECTED

    @property
    def origin(self) -> str:
        """The party where the chain starts."""
        return self.chain[0]

    @property
    def source(self) -> str:
        """The source of the first evidence."""
        return self.evidence[0].source


Record: TypeAlias = Party | Source | Indicator | Claim
RecordName: TypeAlias = Literal["party", "source", "indicator", "claim"]
MODELS: dict[RecordName, type[Record]] = {
    "party": Party,
    "source": Source,
    "indicator": Indicator,
    "claim": Claim,
}
"""The four kinds of record, in the order in which they refer to one another."""
NAMES: dict[type[Record], RecordName] = {model: name for name, model in MODELS.items()}


def name_of(record: Record) -> RecordName:
    """Return the name of a record's kind: `claim`."""
    return NAMES[type(record)]


def claim_id(data: dict[str, Any]) -> str:
    """Return the id that a claim's content makes: 12 hex digits over a JSON list."""
    first = _first_evidence(data.get("evidence"))
    values = [data.get("indicator"), data.get("claimant"), data.get("period") or ""]
    values += [first.get("source"), first.get("quote")]
    parts = [None if value is None else str(value).strip() for value in values]
    written = json.dumps(parts, ensure_ascii=False).encode(errors="surrogatepass")
    return f"c-{hashlib.sha256(written).hexdigest()[:12]}"


def _first_evidence(evidence: object) -> dict[str, Any]:
    """Return the first evidence of a claim that is yet to be validated; empty where none is."""
    match evidence:
        case [dict() as first, *_]:
            return first
        case [Evidence() as first, *_]:
            return first.model_dump()
        case _:
            return {}


def to_json(record: Record) -> str:
    """Write a record as one line of JSON: fields in the order of the model, defaults left out."""
    return json.dumps(record.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)

"""Work in progress on one document: what was proposed and what a person decided.

    works = Works(Path("var/desk"))
    work = works.save(Work.begin(document, proposals, actor="Ann"))
    works.decide(work.id, 0, Decided.accepted("c-0652f8aaa0c7"))
    works.finish(work.id)      # the text is thrown away, the decisions stay

`claims.desk.works` keeps them in a folder.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AwareDatetime, Field, StringConstraints

from claims.documents.document import Document
from claims.extraction.proposal import Proposal
from claims.records import Frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

Outcome = Literal["accepted", "rejected"]
WorkId = Annotated[str, StringConstraints(pattern="^[0-9a-f]{12}$")]


class Printed(Frozen):
    """What is kept of a document: where it stands and the hash of its text."""

    title: str | None = None
    """Its headline."""
    author: str | None = None
    """Its byline."""
    publisher: str | None = None
    """The name of the site or publication."""
    url: str | None = None
    """Its address."""
    published: str | None = None
    """The day it was published, an ISO date."""
    language: str | None = None
    """Its language, BCP 47."""
    media_type: str = "text/plain"
    """What was read."""
    sha256: str
    """SHA-256 of the text, as `text_sha256` of a source holds it."""

    @classmethod
    def of(cls, document: Document) -> Self:
        """Return what is kept of a document."""
        stated = {name: getattr(document, name) for name in cls.model_fields if name != "sha256"}
        return cls(sha256=document.sha256, **stated)


class Decided(Frozen):
    """What a person decided about one proposal."""

    outcome: Outcome
    """Accepted or rejected."""
    claim: str | None = None
    """The claim that an accepted proposal became, by id."""
    reason: str = ""
    """Why it was rejected, in the person's words; may be empty."""
    at: AwareDatetime
    """When, UTC."""

    @classmethod
    def accepted(cls, claim: str) -> Self:
        """Return the decision that a proposal became this claim, made now."""
        return cls(outcome="accepted", claim=claim, at=now())

    @classmethod
    def rejected(cls, reason: str = "") -> Self:
        """Return the decision that a proposal is no claim, made now."""
        return cls(outcome="rejected", reason=reason, at=now())


class Work(Frozen):
    """One document on the desk."""

    id: WorkId
    """Twelve random hex digits; good for an address."""
    opened: AwareDatetime
    """When it was put on the desk, UTC."""
    changed: AwareDatetime
    """When it was saved last, UTC."""
    actor: str
    """Who works on it."""
    document: Printed
    """What the document says about itself, and the hash of its text."""
    text: str
    """The text that all places count into; empty once the work is finished."""
    proposals: tuple[Proposal, ...]
    """What was proposed, numbered from 0."""
    decided: Mapping[int, Decided] = Field(default_factory=dict)
    """What was decided, by the number of the proposal."""
    finished: AwareDatetime | None = None
    """When it was finished, UTC."""

    @classmethod
    def begin(cls, document: Document, proposals: Sequence[Proposal], actor: str) -> Self:
        """Put a document on the desk; it is not saved yet."""
        moment = now()
        return cls(
            id=secrets.token_hex(6),
            opened=moment,
            changed=moment,
            actor=actor,
            document=Printed.of(document),
            text=document.text,
            proposals=tuple(proposals),
        )

    @property
    def left(self) -> tuple[int, ...]:
        """The numbers of the proposals that nothing was decided about."""
        return tuple(n for n in range(len(self.proposals)) if n not in self.decided)

    def as_document(self) -> Document:
        """Return the document again, as the functions of the desk take it."""
        stated = self.document.model_dump(exclude={"sha256"})
        return Document(text=self.text, **stated)

    def with_decision(self, number: int, decided: Decided | None) -> Self:
        """Return the work with a decision, or with one taken back.

        What was accepted stays accepted: the claim is on record.
        """
        before = self.decided.get(number)
        if before is not None and before.outcome == "accepted":
            return self
        others = {n: one for n, one in self.decided.items() if n != number}
        after = others if decided is None else others | {number: decided}
        return self.model_copy(update={"decided": dict(sorted(after.items()))})

    def dated(self, published: str | None, proposals: Sequence[Proposal]) -> Self:
        """Return the work with another day of publication and what was found anew with it.

        A decision is kept where the same words are proposed as the same kind of figure again;
        what was accepted is on record and always kept.
        """
        found = {_place(one): one for one in proposals}
        kept: dict[tuple[int, int, str], Decided] = {}
        for number, decided in self.decided.items():
            before = self.proposals[number]
            if _place(before) in found or decided.outcome == "accepted":
                found.setdefault(_place(before), before)
                kept[_place(before)] = decided
        places = sorted(found)
        return self.model_copy(
            update={
                "document": self.document.model_copy(update={"published": published}),
                "proposals": tuple(found[place] for place in places),
                "decided": {n: kept[place] for n, place in enumerate(places) if place in kept},
            }
        )

    def closed(self, *, keep_text: bool) -> Self:
        """Return the work as finished, without its text unless that is kept."""
        text = self.text if keep_text else ""
        return self.model_copy(update={"finished": self.finished or now(), "text": text})


def _place(proposal: Proposal) -> tuple[int, int, str]:
    """Return what tells a proposal from the others of a text."""
    return proposal.start, proposal.end, proposal.kind


def now() -> datetime:
    """Return the moment, UTC."""
    return datetime.now(UTC)

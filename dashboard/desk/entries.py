"""What a proposal would become: its entry under the question that a person chose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.collection import Collection
from claims.desk.effects import Effects, effects
from claims.desk.entry import draft, records
from claims.desk.suggest import Suggestion, new_indicator, on_record, parties, suggest
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.desk.entry import Entry
    from claims.desk.work import Work
    from claims.errors import Problem
    from claims.ledger import Ledger
    from claims.records import Record

NEW = ""
"""The choice of a new question, in place of an indicator on record."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What accepting a proposal would do, before it is done."""

    entry: Entry
    suggestions: tuple[Suggestion, ...]
    problems: tuple[Problem, ...]
    known: tuple[Claim, ...]
    """Claims on record that say the same."""
    effects: Effects
    claim: Claim | None = None
    """The claim that it would become; none where something is wrong with it."""
    near: tuple[str, ...] = ()
    """Parties on record whose names are near that of the claimant, to be chosen."""
    records: Collection = field(default_factory=Collection)
    """What is on record and what would be, for naming parties."""


def prospect(
    ledger: Ledger, context: Collection, work: Work, number: int, chosen: str | None = None
) -> Prospect:
    """Return what a proposal of a work would become.

    `chosen` is the indicator that a person chose, NEW for a new question, None for the best
    suggestion.
    """
    proposal, document = work.proposals[number], work.as_document()
    suggestions = suggest(ledger, proposal, text=work.text, known=context)
    entry = draft(proposal, document, ledger, indicator=chosen or None, known=context)
    if chosen == NEW and entry.indicator is not None:  # a claim without a figure has none
        fresh = new_indicator(proposal, document.published)
        changed = {"indicator": None, "new_indicator": fresh, "unit": fresh.unit}
        entry = entry.model_copy(update=changed)
    made, problems = records(entry, document, ledger, known=context)
    claim = next((one for one in made if isinstance(one, Claim)), None)
    return Prospect(
        entry,
        tuple(suggestions),
        tuple(problems),
        tuple(on_record(ledger, proposal, document, known=context)),
        effects(ledger, made) if claim and not problems else Effects(),
        claim,
        near=near(ledger, proposal.claimant or "", context, entry),
        records=together(context, made),
    )


def near(ledger: Ledger, words: str, context: Collection, entry: Entry) -> tuple[str, ...]:
    """Return the names of parties that the claimant's words are near to, that chosen left out."""
    found = parties(ledger, words, known=context) if words else []
    return tuple(party.name for party in found if party.id != entry.claimant.id)


def together(context: Collection, made: list[Record]) -> Collection:
    """Return what is on record with what would be put on record."""
    return Collection.of_records([*(one.record for one in context.located), *made])


def choices(found: Prospect, context: Collection) -> Mapping[str, str]:
    """Return the questions that can be chosen and their labels: suggested, new, all others."""
    labels = {one.indicator.id: f"{one.indicator.title} ({one.why})" for one in found.suggestions}
    fresh = found.entry.new_indicator
    labels[NEW] = f"A new question: {fresh.title}" if fresh else "A new question"
    others = sorted(context.indicators, key=lambda indicator: indicator.title.casefold())
    return labels | {one.id: one.title for one in others if one.id not in labels}

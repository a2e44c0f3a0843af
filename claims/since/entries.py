"""The revisions of a view's claims, each as an entry that a feed or a page can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.ledger.filter import EVERYTHING
from claims.prose import sentence
from claims.since.differing import Field, differing, subject

if TYPE_CHECKING:
    from datetime import datetime

    from claims.collection import Collection
    from claims.ledger import Filter, Ledger, Step

MOST = 100
"""Entries of a feed: more than a reader misses in a day, and few enough to be made at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision of a claim in words."""

    claim: str
    rev: int
    at: datetime
    actor: str
    title: str
    """`Revised: at least eight deaths, HRANA`."""
    sentence: str
    """The claim after the revision as one attributed sentence."""
    fields: tuple[Field, ...]
    """What the revision changed; nothing where it put the claim on record."""
    reason: str
    """Why, empty where no reason was given."""


def entries(
    ledger: Ledger,
    filter: Filter = EVERYTHING,  # noqa: A002 - as the ledger calls it
    rev: int | None = None,
    limit: int = MOST,
    *,
    records: Collection | None = None,
) -> tuple[Entry, ...]:
    """Return the latest revisions of claims that a filter chose before or after each.

    Newest first. `records` are the parties, sources and indicators at the position, where the
    caller holds them. Raises UnknownPositionError.
    """
    named = ledger.context(rev) if records is None else records
    return tuple(_entry(step, named) for step in ledger.steps(filter, rev, limit))


def _entry(step: Step, records: Collection) -> Entry:
    made = step.revision
    return Entry(
        step.after.id,
        made.rev,
        made.at,
        made.actor,
        f"{made.action.capitalize()}: {subject(step.after, records)}",
        sentence(step.after, records),
        differing(step.before, step.after, records) if step.before else (),
        made.reason,
    )

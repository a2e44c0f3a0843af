"""From what a person accepts to the ledger: records, checked by all rules, written together.

entry = draft(proposal, document, ledger)
made, problems = records(entry, document, ledger)
accept(ledger, entry, document, actor="Ann")
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import checks
from claims.collection import Collection, Located
from claims.desk.filling import MOST_WORDS, Entry, draft
from claims.desk.making import Making, problem
from claims.desk.whom import Whom
from claims.ledger.filter import Filter
from claims.prose import figure
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.documents.document import Document
    from claims.errors import Problem
    from claims.ledger import Ledger, Receipt
    from claims.records import Record

__all__ = ["MOST_WORDS", "Accepted", "Entry", "Whom", "accept", "draft", "records"]

REASON = "accepted from the desk"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of an entry."""

    claim: str | None
    """The claim on record, by id; none where there are problems."""
    problems: tuple[Problem, ...] = ()
    """Why nothing was written."""
    receipt: Receipt | None = None
    """What was written; none where the claim was on record before."""


def accept(ledger: Ledger, entry: Entry, document: Document, actor: str) -> Accepted:
    """Write an entry in one transaction, or nothing where it has problems.

    Accepting the same twice changes nothing; a claim on record is never overwritten.
    """
    made, problems = records(entry, document, ledger)
    claim = next((record for record in made if isinstance(record, Claim)), None)
    if claim is not None and (before := ledger.claims_by_id([claim.id])):
        return _recorded(claim, before[0])
    if not actor.strip():
        problems.append(problem("actor", "", "nobody accepts it", "Give your name"))
    if problems or claim is None:
        return Accepted(None, tuple(problems))
    receipt = ledger.append(made, actor=actor.strip(), reason=REASON)
    return Accepted(claim.id, receipt=receipt)


def _recorded(claim: Claim, before: Claim) -> Accepted:
    """Return that a claim is on record, or that it is there with another figure."""
    if (claim.quantity, claim.planned) == (before.quantity, before.planned):
        return Accepted(before.id)
    message = f"this claim is on record as {figure(before.quantity)}"
    return Accepted(None, (problem("claim", before.id, message, "Correct it on its own page"),))


def records(
    entry: Entry, document: Document, ledger: Ledger, *, known: Collection | None = None
) -> tuple[list[Record], list[Problem]]:
    """Return the records that an entry makes, the claim last, and what is wrong with them.

    New parties, a new source, a new indicator and the claim; what is on record is left out.
    Where one of them cannot be made, the list holds those that can. `known` saves reading
    `ledger.context()` again.
    """
    context = known or ledger.context()
    making = Making(context)
    publisher = making.party(entry.publisher, "publisher")
    claimant = making.party(entry.claimant, "claimant")
    chain = [making.party(link, f"chain.{n}") for n, link in enumerate(entry.chain)]
    source = making.source(entry, document, publisher) if publisher else None
    indicator = making.indicator(entry)
    figure = making.figure(entry)
    making.quote(entry, document)
    if making.problems or source is None:
        return making.records, making.problems
    making.claim(entry, document, claimant, chain, source, indicator, figure)
    if making.problems:
        return making.records, making.problems
    return making.records, _against_rules(making.records, context, ledger)


def _against_rules(made: list[Record], context: Collection, ledger: Ledger) -> list[Problem]:
    """Return what the rules across records say of new ones, beside what is on record."""
    beside = Collection.of([*context.located, *map(Located, _near(made, ledger))])
    return checks.run(Collection.of_records(made), beside)


def _near(made: list[Record], ledger: Ledger) -> Iterator[Claim]:
    """Yield the claims on record that may say the same as a new one."""
    for claim in made:
        if isinstance(claim, Claim) and claim.indicator is not None:
            chosen = Filter(indicator=(claim.indicator,), claimant=(claim.claimant,))
            yield from (one for one in ledger.claims(chosen) if one.id != claim.id)

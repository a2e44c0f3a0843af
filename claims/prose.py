"""The record says itself: one attributed sentence, and the warnings that go with it.

“At least five people were killed, according to Iranian officials via Iranian state media
and Associated Press, as reported by Arab News on 27 July 2021.”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.hedges import Hedge, show
from claims.numerals import say
from claims.states import Corroboration, Currency, counterpart

if TYPE_CHECKING:
    from claims.collection import Collection
    from claims.periods import Period
    from claims.quantities import Quantity
    from claims.records import Claim
    from claims.states import Standing


def sentence(claim: Claim, records: Collection) -> str:
    """Return the claim as one sentence with its hedge, claimant, relays and days."""
    statement = claim.statement.strip().rstrip(".")
    return f"{statement}, {attribution(claim, records)}."


def attribution(claim: Claim, records: Collection) -> str:
    """Say who asserts it and when, through whom, and who printed it when."""
    origin, *relays = map(records.name, claim.chain)
    source = records.source(claim.source)
    said, printed = claim.said_on, source.published if source else None
    if not relays:
        return f"according to {origin}{_on(said or printed)}"
    *between, publisher = relays
    via = f" via {_listed(between)}" if between else ""
    when = "" if said == printed else _on(said)
    return f"according to {origin}{when}{via}, as reported by {publisher}{_on(printed)}"


def figure(quantity: Quantity | None) -> str:
    """Say the figure with its hedge: `at least five`, `2,500`; a dash where there is none."""
    if quantity is None:
        return "–"
    if quantity.hedge is Hedge.NOT_STATED:
        return "not stated"
    words = say(quantity)
    return f"{words} ({' + '.join(map(show, quantity.sum_of))})" if quantity.sum_of else words


def warnings(standing: Standing) -> list[str]:
    """Return what a reader must be told beside the figure, one sentence each."""
    found = []
    if standing.corroboration is Corroboration.CONTESTED:
        others = [counterpart(conflict, standing.claim) for conflict in standing.conflicts]
        by = counted(len({other.claimant for other in others}), "claimant")
        claims = "another claim" if len(others) == 1 else f"{len(others)} other claims by {by}"
        found.append(f"Contested: {claims} on record cannot be true together with it.")
    if standing.corroboration is Corroboration.SINGLE:
        found.append("Single origin: no comparable claim from another origin is on record.")
    if standing.currency is not Currency.CURRENT:
        why = standing.why_currency.rstrip(".")
        found.append(f"{standing.currency.capitalize()}: {why}.")
    return found


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: `1 claim`, `1,204 claims`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def _on(period: Period | None) -> str:
    if period is None:
        return ""
    words = period.in_words()
    if "/" in period.text:
        return f" ({words})"
    return f" on {words}" if period.start == period.end else f" in {words}"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

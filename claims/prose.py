"""The record says itself: one attributed sentence, and the warnings that go with it.

“At least five people were killed, according to Iranian officials via Iranian state media
and Associated Press, as reported by Arab News on 27 July 2021.”
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from claims.hedges import Hedge, show
from claims.numerals import counted, say
from claims.states import Corroboration, Currency
from claims.vocabulary import ReviewState

if TYPE_CHECKING:
    from claims.collection import Collection
    from claims.periods import Period
    from claims.quantities import Quantity
    from claims.records import Claim
    from claims.states import Standing


class Caution(StrEnum):
    """What a reader must be told of beside a figure; the first words of the sentence."""

    CONTESTED = "contested"
    EXPLAINED = "explained"
    HIGHER = "higher on record"
    SINGLE = "single origin"
    UNNAMED = "no origin named"
    SUPERSEDED = "superseded"
    STALE = "stale"
    WITHDRAWN = "withdrawn"


def sentence(claim: Claim, records: Collection, standing: Standing | None = None) -> str:
    """Return the claim as one sentence with its hedge, claimant, relays and days.

    Where its standing is given, what goes with the figure follows: `[contested, stale]`.
    """
    statement = claim.statement.strip().rstrip(".")
    said = f"{statement}, {attribution(claim, records)}."
    shown = ", ".join(flags(claim, standing)) if standing or not claim.stands else ""
    return f"{said} [{shown}]" if shown else said


def attribution(claim: Claim, records: Collection) -> str:
    """Say who asserts it and when, through whom, and who printed it when."""
    origin, *relays = map(records.name, claim.chain)
    source = records.source(claim.source)
    said, printed = claim.said_on, source.published if source else None
    if not relays:
        return f"according to {origin}{_on(said or printed)}"
    *between, publisher = relays
    via = f" via {listed(between)}" if between else ""
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


def flags(claim: Claim, standing: Standing | None) -> list[str]:
    """Return the words that go with a figure wherever it stands: `planned`, `contested`, `stale`.

    What needs no word, a current figure from one named origin or more, gets none.
    """
    found = ["planned"] if claim.planned else []
    if claim.withdrawn and standing is None:
        found.append(Currency.WITHDRAWN)
    if claim.review.state is ReviewState.REJECTED:
        found.append(claim.review.state)
    if standing is not None:
        told = standing.corroboration in {Corroboration.CONTESTED, Corroboration.UNNAMED}
        found += [standing.corroboration] * told
        found += [standing.currency] * (standing.currency is not Currency.CURRENT)
    return [str(flag) for flag in found]


def warnings(standing: Standing) -> list[str]:
    """Return what a reader must be told beside the figure, one sentence each."""
    return [said for _, said in cautions(standing)]


FOUND_WRONG = "a person found it to be an error"


def cautions(standing: Standing) -> list[tuple[Caution, str]]:
    """Return the same, each sentence with what it is about."""
    found: list[tuple[Caution, str]] = []
    if standing.corroboration is Corroboration.CONTESTED:
        by = counted(standing.rivals, "claimant")
        many = f"{standing.conflicts} other claims by {by}"
        others = "another claim" if standing.conflicts == 1 else many
        told = f"{others} on record cannot be true together with it"
        found.append((Caution.CONTESTED, told if standing.conflicts else FOUND_WRONG))
    if standing.explained:
        claims = counted(standing.explained, "claim")
        found.append((Caution.EXPLAINED, f"why it differs from {claims} on record was explained"))
    if standing.higher:
        found.append((Caution.HIGHER, standing.higher))
    if standing.corroboration is Corroboration.SINGLE:
        said = f"no other named origin on record bears it out{_and(standing)}"
        found.append((Caution.SINGLE, said))
    if standing.corroboration is Corroboration.UNNAMED:
        found.append((Caution.UNNAMED, "its page does not say whom it has the figure from"))
    if standing.currency is not Currency.CURRENT:
        found.append((Caution(standing.currency), standing.why_currency.rstrip(".")))
    return [(about, f"{about.capitalize()}: {said}.") for about, said in found]


def _and(standing: Standing) -> str:
    """Say how many claims agree without naming whom they have the figure from."""
    if not standing.unnamed:
        return ""
    claims = counted(standing.unnamed, "claim")
    return f"; {claims} that agree{'s' if standing.unnamed == 1 else ''} named none"


def _on(period: Period | None) -> str:
    if period is None:
        return ""
    words = period.in_words()
    if "/" in period.text:
        return f" ({words})"
    return f" on {words}" if period.start == period.end else f" in {words}"


def listed(names: list[str]) -> str:
    """Join words as a sentence does: `a reason, words and a name`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

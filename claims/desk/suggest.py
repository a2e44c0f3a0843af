"""What a proposal may belong to: indicators and parties on record, claims that say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.desk import naming
from claims.desk.countries import country_of
from claims.desk.drafting import drafted_indicator
from claims.desk.matching import Questions
from claims.desk.sameness import alike, printed_in, sources_of
from claims.desk.whom import claimant_of, publisher_of
from claims.records import Party

if TYPE_CHECKING:
    from claims.collection import Collection
    from claims.documents.document import Document
    from claims.extraction.proposal import Proposal
    from claims.ledger import Ledger
    from claims.records import Claim, Indicator

LEAST = 1.0
"""Points below which an indicator is not suggested."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An indicator that a proposal may belong under."""

    indicator: Indicator
    why: str
    """Why, in words: `same kind, place Khuzestan, “protests”, July 2021`."""
    score: float
    """How well it fits; higher is better, 3 and more is a good fit."""
    is_good: bool = False
    """Whether it fits so well that it may be filled in."""


def suggest(  # noqa: PLR0913 - where a proposal stands
    ledger: Ledger,
    proposal: Proposal,
    *,
    text: str = "",
    rev: int | None = None,
    limit: int = 5,
    known: Collection | None = None,
) -> list[Suggestion]:
    """Return the indicators on record that a proposal may belong under, the best first.

    `text` is the article: its words around the figure say most. `known` saves reading
    `ledger.context(rev)` again.
    """
    indicators = known.indicators if known else ledger.all("indicator", rev)
    fits = Questions(ledger, indicators, rev).fits(proposal, text)
    return [
        Suggestion(fit.indicator, ", ".join(fit.why), round(fit.score, 2), fit.is_good)
        for fit in fits
        if fit.score >= LEAST
    ][:limit]


def parties(
    ledger: Ledger,
    words: str,
    *,
    rev: int | None = None,
    limit: int = 5,
    known: Collection | None = None,
) -> list[Party]:
    """Return the parties that are near words, the best first; none rather than a wild guess.

    They are choices: which one is meant is told by `claims.desk.countries.meant`.
    """
    return [party for _, party in naming.named(words, every_party(ledger, rev, known))][:limit]


def every_party(ledger: Ledger, rev: int | None, known: Collection | None) -> list[Party]:
    """Return the parties that are on record."""
    if known is None:
        return list(ledger.all("party", rev))
    return [item.record for item in known.located if isinstance(item.record, Party)]


def new_indicator(proposal: Proposal, published: str | None = None) -> Indicator:
    """Return a draft of the question that a proposal answers, for a person to correct."""
    return drafted_indicator(proposal, published)


def on_record(
    ledger: Ledger,
    proposal: Proposal,
    document: Document,
    *,
    rev: int | None = None,
    known: Collection | None = None,
) -> list[Claim]:
    """Return the claims on record that say what a proposal says.

    First those of the same document and the same words, then those of the same claimant under
    a fitting indicator with the same bounds and about the same time.
    """
    sources = known.sources if known else ledger.all("source", rev)
    every = every_party(ledger, rev, known)
    publisher = publisher_of(document, every)
    exact = printed_in(ledger, proposal, sources_of(document, sources, publisher.id), rev)
    home = proposal.country or country_of(document.text)
    by = claimant_of(proposal.claimant or "", publisher, every, home) or publisher
    fitting = suggest(ledger, proposal, text=document.text, rev=rev, limit=3, known=known)
    asked = [one.indicator.id for one in fitting if one.is_good]
    others = alike(ledger, proposal, asked, by.id, rev)
    return list({claim.id: claim for claim in (*exact, *others)}.values())

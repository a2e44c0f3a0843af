"""Claims on record that say what a proposal says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.desk.counting import unit_counts
from claims.desk.timing import period_of
from claims.desk.tokens import folded
from claims.ledger.filter import Filter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.documents.document import Document
    from claims.extraction.proposal import Proposal
    from claims.ledger import Ledger
    from claims.records import Claim, Source


def sources_of(
    document: Document, sources: Iterable[Source], publisher: str | None
) -> list[Source]:
    """Return the sources on record that a document of a publisher is, by its id.

    The page of the same address; of the same publisher the same text, or the same headline of
    the same day. The same text under another publisher is a source of its own. Those of the
    same text come first.
    """
    found = [source for source in sources if _is_printed_as(source, document, publisher)]
    return sorted(found, key=lambda source: source.text_sha256 != document.sha256)


def _is_printed_as(source: Source, document: Document, publisher: str | None) -> bool:
    address = _address(document.url)
    if address and address in {_address(source.url), _address(source.archive_url)}:
        return True
    if publisher is None or source.publisher != publisher:
        return False
    if source.text_sha256 == document.sha256:
        return True
    title = folded(document.title or "")
    same_day = document.published is not None and document.published == str(source.published)
    return bool(title) and same_day and title == folded(source.title or "")


def _address(url: str | None) -> str:
    """Return an address without what changes nothing: scheme, www, fragment, last slash."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def printed_in(
    ledger: Ledger, proposal: Proposal, sources: Sequence[Source], rev: int | None
) -> list[Claim]:
    """Return the claims on these sources whose quote states the same figure with these words."""
    if not sources:
        return []
    found = ledger.claims(Filter(source=tuple(source.id for source in sources)), rev)
    ids = {source.id for source in sources}
    return [claim for claim in found if _quotes(claim, proposal, ids)]


def _quotes(claim: Claim, proposal: Proposal, sources: set[str]) -> bool:
    if not states(claim, proposal):
        return False
    quantity = claim.quantity
    if quantity is None or proposal.kind not in unit_counts(quantity.unit, claim.kind):
        return False
    words, figure = f" {folded(proposal.quote)} ", f" {folded(quantity.as_stated)} "
    quotes = [f" {folded(one.quote)} " for one in claim.evidence if one.source in sources]
    return figure in words or any(words in quote or quote in words for quote in quotes)


def states(claim: Claim, proposal: Proposal) -> bool:
    """Tell whether a claim states the figure of a proposal: the same hedge and bounds."""
    quantity = claim.quantity
    if quantity is None:
        return False
    mine = (proposal.hedge, proposal.low, proposal.high)
    return mine == (quantity.hedge, quantity.low, quantity.high)


def alike(
    ledger: Ledger,
    proposal: Proposal,
    indicators: Sequence[str],
    claimant: str | None,
    rev: int | None,
) -> list[Claim]:
    """Return the claims of a claimant under some indicators with the same figure and time."""
    if not indicators or claimant is None:
        return []
    chosen = Filter(indicator=tuple(indicators), claimant=(claimant,), withdrawn=False)
    found = ledger.claims(chosen, rev)
    return [claim for claim in found if states(claim, proposal) and _same_time(claim, proposal)]


def _same_time(claim: Claim, proposal: Proposal) -> bool:
    """Tell whether both are about one time: they end together, or the proposal tells none."""
    said = period_of(proposal.period)
    if said is None or claim.period is None:
        return said is None
    return said.end == claim.period.end or said.text == claim.period.text

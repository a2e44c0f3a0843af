"""What a person accepts: the fields of the card, filled in from a proposal and then corrected.

`claims.desk.entry` makes records of them and writes them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claims import numerals
from claims.desk.countries import country_of
from claims.desk.drafting import drafted_indicator
from claims.desk.sameness import printed_in, sources_of
from claims.desk.stating import is_none, statement
from claims.desk.suggest import every_party, suggest
from claims.desk.timing import period_of
from claims.desk.whom import OWN_WORDS, Whom, chain_of, claimant_of, on_record, publisher_of
from claims.errors import WordingError
from claims.hedges import Hedge, Number
from claims.records import Frozen, Indicator
from claims.vocabulary import Basis, Kind, SourceKind, Tier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.collection import Collection
    from claims.documents.document import Document
    from claims.extraction.proposal import Proposal
    from claims.ledger import Ledger
    from claims.records import Party, Source

MOST_WORDS = 8
"""Words of a source that are quoted."""
WORD = re.compile(r"\S+")


class Entry(Frozen):
    """What the form of a card holds; nothing is checked before records are made of it."""

    statement: str
    """The assertion in our words, one sentence."""
    kind: Kind
    """What is asserted."""
    indicator: str | None = None
    """The question on record that it answers."""
    new_indicator: Indicator | None = None
    """A new question, where none on record fits; `indicator` is then none."""
    as_stated: str = ""
    """The words of the quote that state the figure; empty where there is no figure."""
    hedge: Hedge = Hedge.EXACT
    """How firm the words are."""
    value: Number | None = None
    """The number; for a vague word the least that it allows."""
    between: tuple[Number, Number] | None = None
    """The ends of a range."""
    unit: str = ""
    """The thing counted, as the indicator spells it."""
    period: str | None = None
    """What the figure is about, EDTF."""
    said_on: str | None = None
    """When it was said, EDTF."""
    claimant: Whom
    """Who asserts it."""
    chain: tuple[Whom, ...]
    """From the origin to the publisher, in order."""
    publisher: Whom
    """Who published the document; a new source names it."""
    source_kind: SourceKind = SourceKind.NEWS_REPORT
    """What kind of document it is, for a new source."""
    tier: Tier = Tier.ORIGINAL
    """How near a new source stands to what it reports."""
    planned: bool = False
    """About the future."""
    quote: str
    """The exact words, eight at most."""
    start: int
    """Where the quote begins in the text."""
    end: int
    """Where it ends."""
    paragraph: int | None = None
    """The paragraph that it stands in, the headline being 1."""
    tags: tuple[str, ...] = ()
    """Free labels."""
    note: str | None = None
    """Doubts and particulars."""


def draft(  # noqa: PLR0913 - what an entry is filled in from
    proposal: Proposal,
    document: Document,
    ledger: Ledger,
    *,
    indicator: str | None = None,
    known: Collection | None = None,
    rev: int | None = None,
) -> Entry:
    """Return the entry that a proposal makes, for a person to correct.

    Under the indicator of the claim on record that says the same on the same page, else the
    best suggested one where it fits well, else a new one. `indicator` chooses one instead.
    What the article denies or only thinks possible is a position without a figure: nothing
    may compare it with what was counted.
    """
    parties = every_party(ledger, rev, known)
    sources = known.sources if known else ledger.all("source", rev)
    publisher, printed = _printed(document, parties, sources)
    home = proposal.country or country_of(document.text)
    said_by = proposal.claimant or ""
    words = proposal.chain if said_by in proposal.chain else (said_by, *proposal.chain)
    claimant = claimant_of(said_by, publisher, parties, home)
    chain = chain_of(document, words, publisher, parties, home)
    kind, tier = OWN_WORDS.get(publisher.kind, (SourceKind.NEWS_REPORT, Tier.ORIGINAL))
    copied = any(one.text_sha256 == document.sha256 for one in sources) and not printed
    is_wire = not claimant and len(chain) > 1
    fields: dict[str, object] = {
        "statement": statement(proposal),
        "period": proposal.period,
        "said_on": document.published,
        "claimant": claimant or chain[0],
        "chain": chain,
        "publisher": publisher,
        "source_kind": kind,
        "tier": Tier.WIRE_COPY if is_wire else Tier.REPOST if copied else tier,
        "planned": proposal.planned,
        "paragraph": proposal.paragraph,
        "note": _doubts(proposal),
    }
    asked = _Asked(document, ledger, indicator, known, rev, printed)
    return Entry.model_validate(fields | _quoted(proposal) | _question(proposal, asked))


def _printed(
    document: Document, parties: Sequence[Party], sources: Sequence[Source]
) -> tuple[Whom, list[Source]]:
    """Return who published a document, and the sources on record that it is.

    Whoever is on record as the publisher of the very page is.
    """
    publisher = publisher_of(document, parties)
    found = sources_of(document, sources, publisher.id)
    known = [one for one in parties if found and one.id == found[0].publisher]
    return (on_record(known[0]) if known else publisher), found


class _Asked(NamedTuple):
    """Where the question of a figure is looked for."""

    document: Document
    ledger: Ledger
    indicator: str | None
    known: Collection | None
    rev: int | None
    printed: list[Source]
    """The sources on record that the document is."""


def _quoted(proposal: Proposal) -> dict[str, object]:
    """Return the quote, cut to eight words around its figure."""
    words = list(WORD.finditer(proposal.quote))
    if len(words) <= MOST_WORDS:
        return {"quote": proposal.quote, "start": proposal.start, "end": proposal.end}
    stated = numerals.find(proposal.quote, proposal.unit)
    ends = stated[0].end if stated else words[MOST_WORDS - 1].end()
    last = next(n for n, word in enumerate(words) if word.end() >= ends)
    first = max(0, last - MOST_WORDS + 1)
    start = words[first].start()
    end = words[min(len(words), first + MOST_WORDS) - 1].end()
    place = {"start": proposal.start + start, "end": proposal.start + end}
    return {"quote": proposal.quote[start:end], **place}


def _question(proposal: Proposal, where: _Asked) -> dict[str, object]:
    """Return the kind, the figure and the question that it answers."""
    stated = _as_stated(proposal)
    is_doubted = proposal.conditional or (proposal.negated and not is_none(proposal))
    if not stated or is_doubted:
        return {"kind": Kind.POSITION if is_doubted else Kind.EVENT}
    chosen = _on_record(proposal, where)
    asked = chosen or drafted_indicator(proposal, where.document.published)
    period = about(proposal.period, asked, where.document.published)
    is_tally = asked.basis is Basis.TALLY
    return {
        "kind": asked.kind,
        "indicator": asked.id if chosen else None,
        "new_indicator": None if chosen else asked,
        "unit": asked.unit,
        "period": period,
        "statement": statement(proposal, period, is_tally=is_tally),
        **stated,
    }


def about(period: str | None, asked: Indicator, published: str | None) -> str | None:
    """Return what a figure is about, as its question wants it told.

    A running total counts from its baseline to the day it stood at, and a level is of a day:
    that of publication where the article tells none.
    """
    if asked.basis is Basis.LEVEL:
        return period or published
    told, base = period_of(period or published), asked.baseline
    if asked.basis is not Basis.TALLY or told is None or base is None or "/" in told.text:
        return period
    if base.start is None or told.start is None or told.start < base.start:
        return period
    if told.start == told.end == base.start:
        told = period_of(published) or told  # “the unrest that began on 15 July”
    return f"{base.text.partition('/')[0]}/{told.text}"


def _on_record(proposal: Proposal, where: _Asked) -> Indicator | None:
    ledger, rev = where.ledger, where.rev
    if where.indicator is not None:
        return ledger.get("indicator", where.indicator, rev)
    for claim in printed_in(ledger, proposal, where.printed, rev):
        if claim.indicator is not None:
            return ledger.get("indicator", claim.indicator, rev)
    text = where.document.text
    found = suggest(ledger, proposal, text=text, rev=rev, limit=1, known=where.known)
    return found[0].indicator if found and found[0].is_good else None


def _as_stated(proposal: Proposal) -> dict[str, object]:
    """Return the figure and the words that state it; nothing where no word states it."""
    hedge, low, high = proposal.hedge, proposal.low, proposal.high
    quote = str(_quoted(proposal)["quote"])
    if hedge is Hedge.NOT_STATED:
        return {"as_stated": quote, "hedge": hedge}
    try:
        stated = numerals.parse(quote, proposal.unit)
    except WordingError:
        return {}
    said = (stated.hedge, stated.bounds.low, stated.bounds.high)
    if said != (hedge, low, high):  # “a 34-year-old man” is one man
        return {}
    figure: dict[str, object] = {"as_stated": quote[stated.start : stated.end], "hedge": hedge}
    if hedge is Hedge.BETWEEN:
        return figure | {"between": (low, high)}
    return figure | {"value": low if hedge is Hedge.VAGUE else proposal.value}


def _doubts(proposal: Proposal) -> str | None:
    """Return what a reader should know about how the figure was put."""
    told = [
        (proposal.negated and not is_none(proposal), "The article or whom it quotes denies it."),
        (proposal.conditional, "It is put as possible, not as fact."),
        (proposal.part, "It is part of a larger figure named with it."),
    ]
    found = [words for is_so, words in told if is_so]
    return " ".join(found) or None

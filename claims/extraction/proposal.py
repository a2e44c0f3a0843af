"""What an article seems to state, for a person to accept, correct or reject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from claims import numerals
from claims.errors import WordingError
from claims.extraction.events.kinds import ROWS, What
from claims.hedges import Hedge, Number
from claims.quantities import Quantity

if TYPE_CHECKING:
    from claims.vocabulary import Kind


class Proposal(BaseModel):
    """One figure of an article with its place, what it counts, when, where and by whom.

    All places are characters of the article's text; `text[start:end]` is the quote.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    start: int
    """Where the quote begins."""
    end: int
    """Where the quote ends."""
    quote: str
    """The few words that state the figure: `At least five people`."""
    paragraph: int
    """Paragraphs count lines that hold something; the headline is 1."""
    sentence_start: int
    """Where the sentence of the quote begins."""
    sentence_end: int
    """Where the sentence of the quote ends."""
    kind: What
    """What the figure counts: killed, troops, attacks."""
    noun: str
    """The thing counted, as printed: `people`; empty where the words give none."""
    hedge: Hedge
    """How firm the words are."""
    value: Number | None
    """The number in the words; none for ranges, vague words and where none is stated."""
    low: Number | None
    """The least that the words allow; none where that end is open."""
    high: Number | None
    """The most that the words allow; none where that end is open."""
    unit: str
    """What indicators of this kind count: `deaths`."""
    period: str | None = None
    """What the figure is about, in EDTF; none where nothing tells."""
    place: str | None = None
    """The most specific place named for it."""
    country: str | None = None
    """Its country, ISO 3166-1 alpha-2."""
    claimant: str | None = None
    """Who says so, in the article's words; none for the article's own voice."""
    chain: tuple[str, ...] = ()
    """From the origin to the last relay that the article names, in its words."""
    planned: bool = False
    """Whether it is about the future: a plan, a target, a cap."""
    conditional: bool = False
    """Whether it may never come about: `could kill`, `if`."""
    negated: bool = False
    """Whether the article or the one it quotes denies it."""
    part: bool = False
    """Whether it is part of a figure before it: `including two children`."""
    implied: bool = False
    """Whether one person or nobody is meant and no number printed: `killed a mayor`."""
    also: tuple[tuple[int, int], ...] = ()
    """Where else the article says the same."""
    proposer: str = "rules"
    """What proposed it: rules, parse, or the name of a model."""

    @property
    def claim_kind(self) -> Kind:
        """What a claim of this figure asserts."""
        return ROWS[self.kind].kind

    @property
    def quantity(self) -> Quantity:
        """The figure as a claim holds it."""
        return Quantity(
            as_stated=self.quote,
            hedge=self.hedge,
            value=self.value,
            low=self.low,
            high=self.high,
            unit=self.unit,
        )


def stands(proposal: Proposal, text: str) -> bool:
    """Tell whether a quote stands in a text at its place and says the figure's bounds.

    Nothing is proposed that fails this, whoever proposed it. One person who is told by a name
    or a role, and nobody, have no number to read: that must then be one or none.
    """
    inside = 0 <= proposal.start < proposal.end <= len(text)
    if not inside or text[proposal.start : proposal.end] != proposal.quote:
        return False
    figure = (proposal.hedge, proposal.value, proposal.low, proposal.high)
    if proposal.hedge is Hedge.NOT_STATED:
        return figure[1:] == (None, None, None)
    if proposal.implied:
        return figure in {(Hedge.EXACT, n, n, n) for n in (0, 1)}
    try:
        stated = numerals.parse(proposal.quote, proposal.unit)
    except WordingError:
        return False
    return figure == (stated.hedge, stated.value, stated.bounds.low, stated.bounds.high)

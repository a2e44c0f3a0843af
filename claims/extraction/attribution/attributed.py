"""What attribution finds: `Said` for the caller, and what a rule reads on the way to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.extraction.attribution.noun_phrases import Tokens

CLOSING = frozenset({",", '"', "”", "’", "-", "–", "—", "?", "!", "'"})
"""Marks after what is said and before who says it."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a text that say who asserts something: `text[start:end]`."""

    start: int
    end: int
    covers: tuple[tuple[int, int], ...]
    """What is asserted: stretches of the text, each (start, end)."""
    claimant: str
    """Who asserts it, in the words of the text without an article."""
    chain: tuple[str, ...]
    """From the claimant to the last who passes it on, as far as the text says."""
    passive: bool = False
    """Nobody is named: "reportedly", "stand accused of"."""
    denied: bool = False
    """The claimant says that it is not so."""


@dataclass(slots=True)
class Part:
    """What one rule read: the words that attribute and what they govern, as token numbers."""

    sentence: int
    first: int
    last: int
    """The attributing words."""
    covers: list[tuple[int, int]]
    """First and last token of each stretch that is attributed."""
    speaker: tuple[int, int] | None = None
    """First and last token of who asserts; None where it is the speaker named before."""
    relay: tuple[int, int] | None = None
    """First and last token of who passes it on: "told the agency"."""
    label: str = ""
    """The claimant, where nobody is named."""
    passive: bool = False
    denied: bool = False
    cites: bool = False
    """The words name a source of the sentence's other speaker: "citing officials"."""
    trails: bool = False
    """It stands after what is said."""
    same: bool = False
    """The speaker is that of the sentence so far: "... and said"."""
    before: bool = False
    """It governs the sentence before: "That's according to"."""
    chain: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A sentence as token numbers: its number, first token and the one after its last."""

    number: int
    first: int
    end: int

    def word(self, tokens: Tokens, index: int) -> str:
        """Return a word of the sentence, an empty one where it is not of the sentence."""
        return tokens.words[index] if self.first <= index < self.end else ""

"""What reads the numbers of an article: rules alone, or rules with a parse beside them.

Whatever reads, the rest is the same: `engine.read(text)` finds the numbers of a text once and
then says, sentence by sentence, what they count.

    >>> [found.value for found in Rules().read("Five people died.").numbers]
    [5]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from claims.extraction import events, numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.events import Counted
    from claims.extraction.events.words import Words
    from claims.extraction.numbers import Found


class Reading(Protocol):
    """The numbers of one text, and what they count."""

    @property
    def numbers(self) -> Sequence[Found]:
        """The quantities of the text, in order."""

    def counted(self, words: Words, numbers: Sequence[Found]) -> list[Counted]:
        """Return what some numbers of a sentence count; those that count nothing are left out."""


class Engine(Protocol):
    """What reads the numbers of texts."""

    @property
    def name(self) -> str:
        """What proposals of this engine say proposed them: `rules`, `parse`."""

    def read(self, text: str) -> Reading:
        """Return the numbers of a text, and what they count."""


@dataclass(frozen=True, slots=True)
class ReadByRules:
    """The numbers of a text as the rules read them."""

    numbers: Sequence[Found]

    def counted(self, words: Words, numbers: Sequence[Found]) -> list[Counted]:
        """Return what some numbers of a sentence count, by the words around them."""
        return events.counted(words, numbers)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules alone: always there, no model."""

    name: str = "rules"

    def read(self, text: str) -> ReadByRules:
        """Return the numbers of a text, and what they count."""
        return ReadByRules(numbers.find(text))

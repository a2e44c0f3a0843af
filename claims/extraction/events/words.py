"""A sentence in words, each with its place, as the rules for events read it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.extraction.sentences import Sentence

_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a sentence in lower case, with their places in the article."""

    lower: list[str]
    starts: list[int]
    ends: list[int]
    as_written: list[str]

    @classmethod
    def of(cls, sentence: Sentence) -> Words:
        """Read a sentence."""
        found = list(_WORD.finditer(sentence.text))
        written = [match[0] for match in found]
        return cls(
            [word.translate(_LOWER) for word in written],
            [sentence.start + match.start() for match in found],
            [sentence.start + match.end() for match in found],
            written,
        )

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.lower)

    def at(self, place: int) -> str:
        """Return a word in lower case, or nothing outside the sentence."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def first_from(self, start: int) -> int:
        """Return the number of the first word that starts at a place of the article or later."""
        return bisect_left(self.starts, start)

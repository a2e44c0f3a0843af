"""The dependency parse of sentences, as plain data: who governs whom.

The parse is spaCy's, with its small English model, and stays inside `parse`; what reads a tree
needs no spaCy.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence's words with their tags and governors; places are characters of the text.

    `tags` are those of the Penn Treebank (`NNS`, `VBN`), `relations` those of ClearNLP
    (`nummod`, `nsubjpass`); the head of a sentence is its own governor.
    """

    sentence: int
    """Where the sentence starts in the text."""
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    governors: tuple[int, ...]
    below: tuple[tuple[int, ...], ...]
    """The words that each word governs, in order."""

    def between(self, start: int, end: int) -> range:
        """Return the words that a stretch of the text touches."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def head_of(self, stretch: range) -> int:
        """Return the word of a stretch that is governed from outside it, the last if several."""
        outside = [n for n in stretch if self.governors[n] not in stretch or self.is_root(n)]
        return outside[-1] if outside else stretch[-1]

    def is_root(self, word: int) -> bool:
        """Tell whether a word heads its sentence."""
        return self.governors[word] == word

    def governed(self, word: int) -> tuple[int, ...]:
        """Return the words that a word governs, in order."""
        return self.below[word]

    def upward(self, word: int, limit: int = 6) -> Iterator[int]:
        """Yield a word and its governors, as far as `limit` of them."""
        yield word
        for _ in range(limit):
            if self.is_root(word):
                return
            word = self.governors[word]
            yield word

"""Finding words in a long text: exactly, or the passage that is nearest to them.

A passage is looked for among the windows of the text that share the most words with the quote
and what stood around it, so that the time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from heapq import nlargest
from typing import NamedTuple

WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")
"""A word or number as printed, or one sign."""
CUT_BEFORE = re.compile(r"\w$|\w-$|\d[.,]$")
CUT_AFTER = re.compile(r"\w|[.,]\d")
"""What goes on with a word or number: twenty-five, 21,200."""
LOOKED_INTO = 8
"""Windows that are compared word by word."""
MOST_PLACES = 1_000
"""Places of an exact quote that are looked at."""
NEAR_ENOUGH = 0.5
"""Share of the words of a quote that an edited passage keeps."""
CONTEXT_ENOUGH = 0.75
"""Share of the words around a quote that stands for words all of which were replaced."""


class Quoted(NamedTuple):
    """A quote and the words that stood around it."""

    quote: str
    prefix: str = ""
    suffix: str = ""


class Passage(NamedTuple):
    """A place in a text."""

    start: int
    end: int


class Passages:
    """A text whose words are found fast."""

    def __init__(self, text: str) -> None:
        """Take the text apart into words once."""
        self.text = text
        self._spans = [found.span() for found in WORD.finditer(text)]
        self._words = [text[start:end].lower() for start, end in self._spans]

    def exact(self, quote: str) -> list[Passage]:
        """Return where exactly these words stand, as whole words: `five` not in `twenty-five`."""
        found: list[Passage] = []
        start = self.text.find(quote)
        while start >= 0 and len(found) < MOST_PLACES:
            if self.is_whole(start, start + len(quote)):
                found.append(Passage(start, start + len(quote)))
            start = self.text.find(quote, start + 1)
        return found

    def is_whole(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the text cuts no word or number at either end."""
        before, after = self.text[max(0, start - 2) : start], self.text[end : end + 2]
        cut = self.text[start].isalnum() and CUT_BEFORE.search(before)
        return not cut and not (self.text[end - 1].isalnum() and CUT_AFTER.match(after))

    def nearest(self, quoted: Quoted) -> Passage | None:
        """Return the passage that took the place of a quote, None where nothing is near."""
        quote, prefix, suffix = (_words(part) for part in quoted)
        wanted = [*prefix, *quote, *suffix]
        best: tuple[float, Passage] | None = None
        for first in self._windows(wanted):
            found = self._aligned(first, len(wanted) * 2, (prefix, quote, suffix))
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        return best[1] if best else None

    def _windows(self, wanted: list[str]) -> list[int]:
        """Return where the windows begin that share the most words with those wanted."""
        size, words = len(wanted), self._words
        need = Counter(wanted)
        have: Counter[str] = Counter()
        shared, scores = 0, []
        for n, word in enumerate(words):
            have[word] += 1
            shared += have[word] <= need[word]
            if n >= size:
                gone = words[n - size]
                shared -= have[gone] <= need[gone]
                have[gone] -= 1
            if shared:
                scores.append((shared, max(0, n - size + 1)))
        return self._apart(scores, size)

    def _apart(self, scores: list[tuple[int, int]], size: int) -> list[int]:
        """Return the best windows that do not lie on each other."""
        chosen: list[int] = []
        for _, first in nlargest(LOOKED_INTO * max(4, size), scores, key=lambda one: one[0]):
            if all(abs(first - other) > size // 2 for other in chosen):
                chosen.append(first)
            if len(chosen) == LOOKED_INTO:
                break
        return chosen

    def _aligned(
        self, first: int, size: int, parts: tuple[list[str], list[str], list[str]]
    ) -> tuple[float, Passage] | None:
        """Lay a quote beside a stretch of the text; return how well it fits and its place."""
        prefix, quote, suffix = parts
        begin = max(0, first - size // 4)
        stretch = self._words[begin : first + size]
        wanted = [*prefix, *quote, *suffix]
        blocks = SequenceMatcher(None, wanted, stretch, autojunk=False).get_matching_blocks()
        pairs = {a + n: b + n for a, b, length in blocks for n in range(length)}
        at = range(len(prefix), len(prefix) + len(quote))
        kept = [n for n in at if n in pairs]
        around = [n for n in range(len(wanted)) if n in pairs and n not in at]
        if not _is_near(len(kept), len(quote), len(around), len(prefix) + len(suffix)):
            return None
        place = _place(pairs, at, len(stretch))
        if place is None:
            return None
        low, high = begin + place[0], begin + place[1]
        score = len(kept) / len(quote) + (len(around) / (len(wanted) - len(quote) or 1)) / 2
        return score, Passage(self._spans[low][0], self._spans[high - 1][1])


def _is_near(kept: int, quote: int, around: int, context: int) -> bool:
    """Tell whether enough of a quote, or of what stood around it, is still there."""
    if kept / quote >= NEAR_ENOUGH:
        return True
    return context > 2 and around / context >= CONTEXT_ENOUGH  # noqa: PLR2004 - one or two words are found anywhere


def _place(pairs: dict[int, int], at: range, size: int) -> tuple[int, int] | None:
    """Return which words of a stretch stand where the quote stood.

    From the word after the last kept one before it to the word before the next kept one, as
    far as those are known; else just the kept words of the quote.
    """
    kept = [pairs[n] for n in at if n in pairs]
    before = [pairs[n] for n in pairs if n < at.start]
    after = [pairs[n] for n in pairs if n >= at.stop]
    low = pairs[at.start] if at.start in pairs else _after(before, at, kept)
    high = pairs[at.stop - 1] + 1 if at.stop - 1 in pairs else _before(after, at, kept, size)
    if low is None and high is not None:
        low = max(0, high - len(at))
    if high is None and low is not None:
        high = min(size, low + len(at))
    return (low, high) if low is not None and high is not None and low < high else None


def _after(before: list[int], at: range, kept: list[int]) -> int | None:
    """Return where a quote begins whose first word was replaced."""
    first = min(kept, default=None)
    if before and (first is None or first - max(before) <= len(at) * 2):
        return max(before) + 1
    return None if first is None else first


def _before(after: list[int], at: range, kept: list[int], size: int) -> int | None:
    """Return where a quote ends whose last word was replaced."""
    last = max(kept, default=None)
    if after and (last is None or min(after) - last <= len(at) * 2):
        return min(after)
    return None if last is None else min(size, last + 1)


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]

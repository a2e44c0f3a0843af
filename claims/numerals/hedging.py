"""The hedge that stands before a number: at least, nearly, more than the."""

from __future__ import annotations

import re

from claims.hedges import Hedge
from claims.numerals.words import ATTACHED, FILLERS, HEDGE_OF

_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_WINDOW = 64
"""How many characters before a number its hedge is looked for in."""
_LONGEST = max(len(wording.split()) for wording in HEDGE_OF)
_LONGEST_FILLER = max(map(len, FILLERS))
_SOFT = frozenset({Hedge.EXACT, Hedge.ABOUT})
"""Hedges that give way to a firmer one before them: at least *some* 300."""
_PREPOSITIONS = frozenset("about above around below over under".split())
"""Hedges that say where, not how many, before an article: *around the* 37-metre mast."""


def hedge_before(lower: str, place: int) -> tuple[Hedge, int]:
    """Return the hedge that stands before a place and where it starts; exact where none stands."""
    for attached in ATTACHED:
        if lower.endswith(attached, 0, place):
            return ATTACHED[attached], place - len(attached)
    words = words_before(lower, place)
    found = _hedge_at_end(words)
    if found is None:
        return Hedge.EXACT, place
    hedge, count = found
    if hedge in _SOFT and (firmer := _hedge_at_end(words[:-count])) and firmer[0] not in _SOFT:
        hedge, count = firmer[0], count + firmer[1]
    start = place
    for word in reversed(words[-count:]):
        start = lower.rindex(word, 0, start)
    return hedge, start


def words_before(lower: str, place: int) -> list[str]:
    """Return the words that run up to a place with nothing but blanks between them."""
    first = max(0, place - _WINDOW)
    window = lower[first:place]
    if not window[-1:].isspace():
        return []
    words: list[str] = []
    for token in reversed(window.split()):
        if not token.isalpha():
            if letters := _LAST_LETTERS.search(token):
                words.append(letters[0])
            break
        words.append(token)
        if len(words) > _LONGEST * 2:
            break
    else:
        if first and words and window.startswith(words[-1]):
            words.pop()
    return words[::-1]


def _hedge_at_end(words: list[str]) -> tuple[Hedge, int] | None:
    """Return the hedge that a run of words ends in, and how many of the words it takes."""
    for filler in range(_LONGEST_FILLER + 1):
        if filler and tuple(words[-filler:]) not in FILLERS:
            continue
        rest = words[: len(words) - filler]
        for count in range(min(_LONGEST, len(rest)), 0, -1):
            wording = " ".join(rest[-count:])
            if filler == 1 and words[-1] != "another" and wording in _PREPOSITIONS:
                continue
            if hedge := HEDGE_OF.get(wording):
                return hedge, filler + count
    return None

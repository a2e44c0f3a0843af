"""Attribution without a verb of saying: "according to", "citing", "reportedly", "Police: ...".

Each rule reads outward from one word of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.attribution import noun_phrases as phrases
from claims.extraction.attribution import speakers as words
from claims.extraction.attribution.attributed import Bounds, Part
from claims.extraction.attribution.saying import ends_in_speaker, saying, skip_back, subject

if TYPE_CHECKING:
    from claims.extraction.attribution.noun_phrases import Tokens

ACCUSERS = "unnamed accusers"
"""The claimant of "stand accused of"."""
UNNAMED = "unnamed people"
"""The claimant of "reportedly" and "is believed to"."""
SHORT = 3
"""Words of the longest opening that says nothing of its own: "That figure is"."""
HEADLINE = 5
"""Words of the longest speaker beside a colon."""

_THAT = frozenset({"that", "this", "thes", "thos"})
_COUNTS = frozenset("count tally estimate estimates reckoning figures".split())
_FIRM = frozenset("announced estimated confirmed".split())
_SAID_SO = frozenset("that to dead killed as".split())
"""Words after "were confirmed" by which somebody has said so."""


def _believed(tokens: Tokens, bounds: Bounds, verb: int) -> Part | None:
    """Read "is believed to", "was reported", "stand accused of"; with "by X", X is named."""
    word = tokens.words[verb]
    if word not in words.BELIEVED | words.ACCUSED:
        return None
    covers = [(bounds.first, bounds.end - 1)]
    if bounds.word(tokens, verb + 1) == "by":
        last = phrases.ahead(tokens, verb + 2, bounds.end)
        if last > verb + 1 and phrases.speaks(tokens, verb + 2, last):
            return Part(bounds.number, verb, last, covers, (verb + 2, last))
    after = bounds.word(tokens, verb + 1)
    if word in _FIRM and after not in _SAID_SO:
        return None
    label = ACCUSERS if word in words.ACCUSED else UNNAMED
    last = verb + (bounds.word(tokens, verb + 1) in {"of", "to", "that"})
    return Part(bounds.number, verb - 1, last, covers, label=label, passive=True)


def participle(tokens: Tokens, bounds: Bounds, verb: int) -> Part | None:
    """Read a participle that is hearsay after "are", or else a verb of saying."""
    before = skip_back(tokens, bounds, verb - 1)
    if bounds.word(tokens, before) in words.BEING:
        return _believed(tokens, bounds, verb)
    return saying(tokens, bounds, verb) if tokens.words[verb] in words.SAYING_VERBS else None


def hearsay(tokens: Tokens, bounds: Bounds, index: int) -> Part | None:
    """Read "reportedly", which governs its clause."""
    first, last = index, index
    while first > bounds.first and tokens.words[first - 1] not in {",", ";", "—", "–"}:
        first -= 1
    while last < bounds.end - 1 and tokens.words[last + 1] not in {";", "—", "–"}:
        last += 1
    return Part(bounds.number, index, index, [(first, last)], label=UNNAMED, passive=True)


def according(tokens: Tokens, bounds: Bounds, index: int) -> Part | None:
    """Read "according to X", before, within or after what X says."""
    if bounds.word(tokens, index + 1) != "to":
        return None
    return _sourced(tokens, bounds, index, index + 2)


def _sourced(tokens: Tokens, bounds: Bounds, index: int, start: int) -> Part | None:
    """Read the speaker at a word; it governs the sentence, or the one before."""
    last = phrases.ahead(tokens, start, bounds.end)
    if last < start:
        return None
    covers: list[tuple[int, int]] = []
    opening = tokens.words[bounds.first : min(index, bounds.first + 4)]
    before = len(opening) <= SHORT and opening[:1] != [] and opening[0][:4] in _THAT
    if index - bounds.first >= SHORT and not before:
        covers.append((bounds.first, index - 1))
    if last + 2 < bounds.end and not before:
        covers.append((last + 1, bounds.end - 1))
    speaker = phrases.origin(tokens, start, last)
    return Part(bounds.number, index, last, covers, speaker, trails=True, before=before)


def citing(tokens: Tokens, bounds: Bounds, index: int) -> Part | None:
    """Read "citing X"."""
    part = _sourced(tokens, bounds, index, index + 1)
    if part is None or not part.speaker or not phrases.speaks(tokens, index + 1, part.last):
        return None
    part.cites = True
    return part


def quoted(tokens: Tokens, bounds: Bounds, index: int) -> Part | None:
    """Read "X was quoted as saying", "X, quoted by Y, said" and "as quoted by Y"."""
    covers = [(bounds.first, bounds.end - 1)]
    last, relay = index, None
    if bounds.word(tokens, index + 1) == "by":
        last = phrases.ahead(tokens, index + 2, bounds.end)
        relay = (index + 2, last) if last > index + 1 else None
    if bounds.word(tokens, last + 1) == "as":
        last = min(last + 2, bounds.end - 1)
        covers = [(last + 1, bounds.end - 1)] if last + 1 < bounds.end else covers
    before = skip_back(tokens, bounds, index - 1)
    while bounds.word(tokens, before) in words.BEING | {","}:
        before -= 1
    speaker = subject(tokens, bounds, before)
    if speaker and phrases.speaks(tokens, *speaker):
        return Part(bounds.number, speaker[0], last, covers, speaker, relay)
    if relay:
        return Part(bounds.number, index, last, covers, relay)
    return None


def as_reported(tokens: Tokens, bounds: Bounds, index: int) -> Part | None:
    """Read "as reported by X"."""
    if tokens.words[index + 1 : index + 3] == ["reported", "by"]:
        return _sourced(tokens, bounds, index, index + 3)
    return None


def by_count(tokens: Tokens, bounds: Bounds, index: int) -> Part | None:
    """Read "by X's count"."""
    for last in range(index + 2, min(index + 8, bounds.end)):
        word = tokens.words[last]
        if tokens.is_mark(last) or word in words.STOPS:
            return None
        if word in _COUNTS:
            part = _sourced(tokens, bounds, index, index + 1)
            return part if part and part.speaker != (index + 1, part.last) else None
    return None


def headline(tokens: Tokens, bounds: Bounds, index: int) -> Part | None:
    """Read "Police: five killed" and "Five killed in blast: police"."""
    before, after = (bounds.first, index - 1), (index + 1, bounds.end - 1)
    if before[1] < before[0] or after[1] < after[0]:
        return None
    if after[1] - after[0] < HEADLINE and ends_in_speaker(tokens, after):
        return Part(bounds.number, *after, [before], after, trails=True)
    if before[1] - before[0] < HEADLINE and ends_in_speaker(tokens, before):
        return Part(bounds.number, *before, [after], before)
    return None

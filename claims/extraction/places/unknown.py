"""Places that no gazetteer has, where the text itself says that they are places.

"The village of Al-Bara", "the Chapinero neighborhood", "in Al-Bara, Idlib".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.places import words
from claims.extraction.places.gazetteer import Level
from claims.extraction.places.text import SPACES, Seen, Words

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 4
"""Words of the longest name that is read."""

_LOCATING = frozenset("in at near off outside around above below".split())
_BODIES = frozenset(
    "ministry party army navy university college hospital club united fc inc corp ltd council "
    "court "
    "parliament congress senate house church street avenue road square commission committee union "
    "association agency bank company group league front movement force forces police command "
    "bureau "
    "department office institute academy school airport station olympics cup games facebook "
    "twitter "
    "instagram youtube google reuters hamas hezbollah nato un eu english french arabic spanish "
    "january february march april may june july august september october november december "
    "christmas easter ramadan hajj islam god".split()
)
"""Words of names that something may be in or at, and that are no place."""
_JOINED = SPACES | {"-"}
_OF = frozenset("de del la las los el al as san".split())
_BETWEEN = words.PASSED_OVER | {"in"}
_CLOSING = frozenset({",", ".", ")", "", "\n"})
_ENDS = words.SMALL_WORDS | words.LOCATIVE | words.POINTING | words.PASSED_OVER | words.DAYS


def unknown_at(
    read: Words, index: int, taken: int, known_at: Callable[[int], Seen | None]
) -> Seen | None:
    """Return the unknown place that a word belongs to; `taken` is the last word already named."""
    word = read.keys[index]
    if word in words.NAMES_A_PLACE and read.keys[index + 1 : index + 2] == ["of"]:
        return _named_at(read, index + 2, known_at)
    if word in words.OFTEN_UNKNOWN and taken < index - 1 and read.gap(index - 1) in SPACES:
        return _before(read, index, taken)
    if word in _LOCATING and read.gap(index) in SPACES:
        found = _named_at(read, index + 1, known_at)
        if found and (_stands_alone(read, found) or _is_in_known(read, found.last, known_at)):
            return found
    return None


def _stands_alone(read: Words, found: Seen) -> bool:
    """Tell whether a name that a text locates something in is that of a place: "at Minova".

    Capitals must tell a name, and it must not be that of a body that one may be in too.
    """
    if read.upper or read.is_possessive(found.last):
        return False
    printed = read.text[read.starts[found.first] : read.ends[found.last]]
    if printed.isupper():
        return False
    parts = set(read.keys[found.first : found.last + 1])
    return (
        parts.isdisjoint(_BODIES) and parts.isdisjoint(words.DAYS) and len(min(parts, key=len)) > 1
    )


def _named_at(read: Words, first: int, known_at: Callable[[int], Seen | None]) -> Seen | None:
    """Return the unknown name that starts at a word."""
    if first >= len(read.keys) or not _may_name(read, first) or known_at(first):
        return None
    if read.keys[first] in words.NO_NAME_OF_PLACE:
        return None
    last = first
    while last + 1 < min(first + LONGEST, len(read.keys)) and read.gap(last) in _JOINED:
        follows = read.keys[last + 1]
        linked = read.keys[last] in words.PARTICLES or follows in _OF or read.gap(last) == "-"
        if not linked and (read.upper or not _may_name(read, last + 1)):
            break
        last += 1
    return Seen(first, last) if read.capitals[last] else None


def _may_name(read: Words, index: int) -> bool:
    """Tell whether a word may be of a name: it has a capital and is no word of the tables."""
    word = read.keys[index]
    no_name = word in words.DEMONYMS or (word in _ENDS and word not in words.PARTICLES)
    return read.capitals[index] and not no_name


def _before(read: Words, noun: int, taken: int) -> Seen | None:
    """Return the unknown name that a noun follows: "in the Chapinero neighborhood"."""
    first = last = noun - 1
    if not _may_name(read, last) or read.keys[last] in words.NO_NAME_OF_PLACE:
        return None
    while first - 1 > taken and read.gap(first - 1) in _JOINED and last - first < LONGEST - 1:
        before = read.keys[first - 1]
        if before not in words.PARTICLES and (read.upper or not _may_name(read, first - 1)):
            break
        first -= 1
    start = first - 1
    while start > max(taken, first - LONGEST) and read.keys[start] in words.PASSED_OVER:
        start -= 1
    located = start >= 0 and read.keys[start] in words.LOCATIVE and read.gap(first - 1) in SPACES
    return Seen(first, last, level=Level.CITY) if located and read.capitals[first] else None


def _is_in_known(read: Words, last: int, known_at: Callable[[int], Seen | None]) -> bool:
    """Tell whether a known place closes the phrase after a comma: "Al-Bara, Idlib, on Monday"."""
    index = last + 1
    if not read.gap(last).startswith(","):
        return False
    while index < min(last + 5, len(read.keys)) and read.keys[index] in _BETWEEN:
        index += 1
    wider = known_at(index) if index < len(read.keys) and read.capitals[index] else None
    if wider is None or read.is_possessive(wider.last):
        return False
    after = read.keys[wider.last + 1] if read.gap(wider.last) in SPACES else ""
    return (
        after in words.PLACE_NOUNS
        or read.text[read.ends[wider.last] : read.ends[wider.last] + 1] in _CLOSING
    )

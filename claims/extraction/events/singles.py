"""One person, one weapon or nobody, as a find in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction.events.kinds import What
from claims.extraction.events.persons import head

if TYPE_CHECKING:
    from claims.extraction.events.words import Words

HARMED = frozenset(
    {
        What.KILLED,
        What.WOUNDED,
        What.KIDNAPPED,
        What.DETAINED,
        What.MISSING,
        What.RESCUED,
        What.DISPLACED,
    }
)
"""Kinds that tell what happened to people."""


@dataclass(frozen=True, slots=True)
class Implied:
    """One person to whom something happened, by place in the article; `victim` for telling apart.

    `number` is 1, or 0 for nobody; `part` says that it is part of a figure before it; `cue` is
    the word that told.
    """

    start: int
    end: int
    what: What
    victim: str
    number: int
    part: bool
    cue: int


def implied_by(  # noqa: PLR0913, PLR0917 - the parts of a find
    words: Words,
    place: int,
    what: What,
    first: int,
    after: int,
    many: int,
    *,
    part: bool = False,
) -> Implied:
    """Return a find; at the start of a sentence it reaches to the word that tells."""
    victim = head(words.lower[first:after])
    start, end = words.starts[first], words.ends[after - 1]
    if many == 1 and words.as_written[first][0].isupper() and not part:
        start, end = min(start, words.starts[place]), max(end, words.ends[place])
    return Implied(start, end, what, victim, many, part, place)

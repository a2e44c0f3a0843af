"""A text as the places stage reads it: its words, and the names that stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from claims.extraction.places.gazetteer import Entry, Level, key

if TYPE_CHECKING:
    from typing import Self

SPACES = frozenset({" ", "  ", "\n"})
"""What stands between two words of one phrase."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W\d_]+(?:['’ʻ`][^\W\d_]+)*")  # noqa: RUF001 - as printed
_FAR = "\n\n"
_SAMPLE = 2000
"""Characters from which it is told whether a text has small letters."""

Known = Mapping[str, tuple[Entry, ...]]
"""Places by the key of their name."""


class Support(IntEnum):
    """What the words around a name say for its being a place."""

    NONE = 0
    SOME = 1
    """A word such as "from" or "of", that a person or a paper may follow too."""
    FIRM = 2
    """A word that only a place follows or precedes: "the city of", "province"."""
    LOCATED = 3
    """Something is in it: "in", "near"."""


@dataclass(slots=True)
class Words:
    """The words of a text: where each starts and ends, its looked-up form, its capital."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    capitals: list[bool] = field(default_factory=list)
    upper: bool = False
    """The text is printed in capitals throughout, so that they tell nothing."""

    @classmethod
    def of(cls, text: str) -> Self:
        """Read the words of a text; a possessive 's is no part of its word."""
        found = cls(text)
        for match in _WORD.finditer(text):
            start, end = match.span()
            word = match[0]
            if word[-2:] in {"'s", "’s", "'S", "’S"}:
                word, end = word[:-2], end - 2
            found.starts.append(start)
            found.ends.append(end)
            simple = word.isascii() and word.isalpha()
            found.keys.append(word.lower() if simple else key(word).replace(" ", ""))
            found.capitals.append(word[0].isupper() or (not simple and word != word.lower()))
        sample = text[:_SAMPLE]
        found.upper = sum(map(str.islower, sample)) < sum(map(str.isupper, sample))
        return found

    def gap(self, index: int) -> str:
        """Return what stands between a word and the one after it."""
        if index < 0 or index + 1 >= len(self.keys):
            return _FAR
        start, end = self.ends[index], self.starts[index + 1]
        return self.text[start:end] if end - start <= len(", in ") else _FAR

    def is_possessive(self, index: int) -> bool:
        """Tell whether a word has a possessive 's: "Iraq's" second city."""
        return self.text[self.ends[index] : self.ends[index] + 2].lower() in {"'s", "’s"}


@dataclass(slots=True)
class Seen:
    """A name that stands in the text, before it is known which place it is."""

    first: int
    last: int
    """The words it begins and ends with."""
    places: tuple[Entry, ...] = ()
    """What the gazetteer has under the name; nothing where only the text calls it a place."""
    adjective: bool = False
    support: Support = Support.NONE
    inside: bool = False
    """It is part of another name: "Iran-backed", "Baghdad Operations Command"."""
    dateline: bool = False
    """It stands before an article: "BAGHDAD (Agency) —"."""
    hints: list[Seen] = field(default_factory=list)
    """Places named beside it: "Mosul, Iraq", "the Iranian province of"."""
    level: Level | None = None
    """What the words beside it call it: "the city of", "province"."""

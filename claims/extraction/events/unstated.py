"""Figures that an article says are not given: `did not say how many were arrested`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import told_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extraction.events.words import Words

REACH = 10
"""Words between “how many” and what happened, at most."""
_UNKNOWN = re.compile(
    r"\b(?:not|cannot|n.t|no|nor|nobody|none|unclear|unknown|neither|refus\w+|declin\w+|never|"
    r"without|withh[eo]ld\w*|unable|yet to|undetermined|secret|conceal\w*|silent)\b"
)
_GIVEN = frozenset({("how", "many"), ("number", "of"), ("figure", "for"), ("toll", "is")})
_THERE = frozenset("board aboard inside present affected involved there hit".split())
"""Words after people who are only counted: `how many people were on board`."""
_NUMBER_OF = frozenset(
    {"unknown", "unspecified", "undisclosed", "unstated", "unclear", "undetermined", "unconfirmed"}
)


@dataclass(frozen=True, slots=True)
class Unstated:
    """A figure that is not given: its words as word numbers, what it would count."""

    first: int
    after: int
    what: What


def unstated(words: Words) -> Iterator[Unstated]:
    """Yield each figure that a sentence says it does not know: `how many fighters died`."""
    if not _UNKNOWN.search(" ".join(words.lower)) and not _NUMBER_OF & set(words.lower):
        return
    for place in range(len(words) - 1):
        if (words.at(place), words.at(place + 1)) not in _GIVEN:
            continue
        reach = range(place + 2, min(len(words), place + REACH))
        for form in (Form.DONE, Form.ITSELF, Form.COUNTED):
            end = next((n for n in reach if form in told_at(words, n)), None)
            if end is not None:
                begun = place - 2 if words.at(place - 1) in _NUMBER_OF else place
                yield Unstated(max(0, begun), end + 1, told_at(words, end)[form])
                break
        else:
            there = next((n for n in reach if words.at(n) in _THERE), None)
            if there is not None:
                yield Unstated(place, there + 1, What.OTHER)

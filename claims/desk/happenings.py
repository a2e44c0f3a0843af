"""What happened, told by its noun: a flood is no protest, whoever was killed in either.

>>> differ("killed in floods in Khuzestan", "People killed in the Khuzestan water protests")
True
>>> differ("killed in an attack on a market", "People killed in the Sadr City market bombing")
False
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.desk.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

HAPPENINGS = (
    "protest demonstration rally unrest riot march crackdown",
    "bombing bomb bomber blast explosion attack suicide",
    "airstrike strike drone missile rocket shelling raid attack barrage bombardment",
    "shooting gunman gunfire shootout attack ambush massacre",
    "flood flooding landslide mudslide deluge",
    "earthquake quake aftershock tremor",
    "storm cyclone hurricane typhoon tornado blizzard",
    "fire wildfire blaze",
    "crash collision accident derailment",
    "stampede crush",
    "avalanche",
    "epidemic outbreak cholera virus covid pandemic",
    "heatwave drought famine",
    "execution executed hanged hanging",
    "election vote referendum",
)
"""Nouns of one happening on a line; a noun may stand on several."""
LINES: dict[str, set[int]] = {}
for _line, _words in enumerate(HAPPENINGS):
    for _word in tokens(_words):
        LINES.setdefault(_word, set()).add(_line)


def differ(text: str, title: str) -> bool:
    """Tell whether a text and a title both name what happened, and name no like happening."""
    return are_apart(told(tokens(text)), told(tokens(title)))


def told(words: Iterable[str]) -> frozenset[int]:
    """Return the happenings that words name, by line."""
    return frozenset(line for word in words for line in LINES.get(word, ()))


def are_apart(one: frozenset[int], other: frozenset[int]) -> bool:
    """Tell whether two lots of happenings are both known and have none in common."""
    return bool(one and other and not one & other)

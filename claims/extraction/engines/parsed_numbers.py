"""What a parse adds to the numbers of a sentence: the noun counted, and rises and falls.

"Repaired dozens of Lada and Skoda cars" counts cars, "two new 737 Max jets" jets, and in
"slid 4 per cent to 28,030 yen" both numbers fall: the words between do not tell, the parse does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extraction.numbers import nouns
from claims.extraction.numbers.unit_names import NAMES
from claims.extraction.numbers.units import measure_at
from claims.hedges import Hedge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.extraction.engines.trees import Tree
    from claims.extraction.numbers import Found

MEASURES = frozenset(NAMES.values()) - {"people"}
"""Units that are told by their name and need no parse."""
NOUNS = frozenset("NN NNS NNP NNPS".split())
IN_A_PHRASE = NOUNS | frozenset("JJ JJR JJS VBN VBG CD CC POS HYPH , FW RB AFX ADD".split())
"""Tags of the words between a number and the noun that it counts."""
NOT_SHOWN = frozenset("DT PDT PRP$ JJR CC HYPH".split())
"""Tags of words that stand before the thing counted and are not part of it."""
NEXT_TO_NOUN = frozenset("nummod nmod compound quantmod amod".split())
"""Relations of a number to the noun that it counts."""
MORE = frozenset("more other further additional such own".split())
"""Words around which a number and its noun may stand: `five more people`."""
MOMENTS = frozenset("last next this past".split())
"""Words before a noun that make it a moment: `2.1 last year`."""
THEM = frozenset("them whom which these those".split())
"""Words for those counted before: `five of them`."""
LONGEST = 6
"""Words of the thing counted, at most."""


def retold(lower: str, found: Sequence[Found], tree: Tree) -> list[Found]:
    """Return the quantities of a sentence with what they count, as its tree has it.

    `lower` is the lowered text that the places of numbers and tree belong to.
    """
    placed = [(one, tree.between(one.number_start, one.number_end)) for one in found]
    taken = frozenset(word for _, stretch in placed for word in stretch)
    units: dict[int, str] = {}
    read: list[Found] = []
    for number, stretch in placed:
        unit = number.unit
        if stretch and not _is_told(unit):
            unit = _counted(lower, stretch, taken, tree) or unit or _shared(stretch, tree, units)
        if stretch and unit:
            units |= dict.fromkeys((*stretch, tree.governors[tree.head_of(stretch)]), unit)
        if not unit and stretch and _is_part_of_a_name(number, stretch, tree):
            continue
        known = _without_particle(number, tree)
        read.append(known if unit == known.unit else replace(known, unit=unit))
    return read


def _is_part_of_a_name(number: Found, stretch: range, tree: Tree) -> bool:
    """Tell whether a number that counts nothing belongs to a name: `the 737 fleet`."""
    return number.hedge is Hedge.EXACT and tree.relations[tree.head_of(stretch)] == "compound"


def _without_particle(number: Found, tree: Tree) -> Found:
    """Return a number without a hedge that belongs to the verb: `handed over 640 rifles`."""
    before = tree.between(number.start, number.number_start)
    if len(before) != 1 or tree.relations[before[0]] != "prt" or number.value is None:
        return number
    return replace(
        number, start=number.number_start, hedge=Hedge.EXACT, low=number.value, high=number.value
    )


def _is_told(unit: str) -> bool:
    """Tell whether a unit is certain without a parse: `dollar`, `test per day`."""
    return " per " in unit or unit in MEASURES


def _counted(lower: str, stretch: range, taken: frozenset[int], tree: Tree) -> str:
    """Return the noun that a number counts, with what stands before it, else ""."""
    noun = _noun(stretch, tree)
    if noun is None:
        return ""
    last = max((n for n in range(stretch[-1], noun) if n in taken), default=stretch[-1])
    first = last + 1
    first += tree.lower[first] == "of"
    while first < noun and (tree.tags[first] in NOT_SHOWN or tree.lower[first] in MORE):
        first += 1
    between = range(first, noun)
    if len(between) >= LONGEST or any(tree.tags[n] not in IN_A_PHRASE for n in between):
        return ""
    if between and tree.lower[first] in MOMENTS:
        return ""
    if measure := measure_at(lower, tree.starts[first]):
        return measure
    before = lower[tree.starts[first] : tree.starts[noun]]
    return before + nouns.singular(tree.lower[noun].strip("."))


def _noun(stretch: range, tree: Tree) -> int | None:
    """Return the noun that a number counts: its governor, or what stands behind its “of”."""
    after = stretch[-1] + 1
    if after < len(tree.lower) and tree.lower[after] == "of":
        below = (n for n in tree.governed(after) if n > after and tree.tags[n] in NOUNS)
        return next(below, None)
    head = tree.head_of(stretch)
    governor = tree.governors[head]
    is_counted = governor > stretch[-1] and tree.tags[governor] in NOUNS
    return governor if is_counted and tree.relations[head] in NEXT_TO_NOUN else None


def _shared(stretch: range, tree: Tree, units: Mapping[int, str]) -> str:
    """Return the unit that a bare number takes over: `18 people, five of them`, `30 and 50`."""
    after = stretch[-1] + 1
    following = tree.lower[after : after + 2]
    if following[:1] == ("of",) and following[-1] in THEM:
        return units[max(units)] if units else ""
    if tree.tags[after : after + 1] and tree.tags[after] in NOUNS | {"VBN", "JJ", "HYPH"}:
        return ""
    for word in tree.upward(tree.head_of(stretch), 3):
        if word not in stretch and word in units:
            return units[word]
        if tree.lower[word] == "to":
            return _gone_from(word, tree, units)
        if tree.relations[word] not in {"conj", "pobj", "appos", "prep"}:
            return ""
    return ""


def _gone_from(to: int, tree: Tree, units: Mapping[int, str]) -> str:
    """Return the unit of the “from” that a “to” goes on from: `from 14 mpg to 24`."""
    above = tree.governors[to]
    beside = [n for n in (above, *tree.governed(above)) if tree.lower[n] == "from"]
    ends = (n for start in beside for n in tree.governed(start) if n in units)
    return next((units[n] for n in ends), "")

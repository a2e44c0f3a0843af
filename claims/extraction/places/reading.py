"""Names of places where they stand in a text: which words may be one, and what says that they are.

The words of a text are looked up, longest name first. What stands around a name says whether
it is a place at all: "in Nice" is, "nice" is not, and no surname is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.places import words
from claims.extraction.places.gazetteer import Entry, Level, country_names
from claims.extraction.places.text import SPACES, Known, Seen, Support, Words
from claims.extraction.places.unknown import unknown_at

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 6
"""Words of the longest name that is looked up."""
REACH = 7
"""Words that are read back from a name for the preposition it depends on."""

_DATELINE = re.compile(
    r"(?:, [^\W\d_.]{1,20}(?: [^\W\d_]{1,20})?)?(?:,? \d{1,2} [^\W\d_]{3,9}\.?(?: \d{2,4})?)?"
    r"(?:, [^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^()\n]{1,40}\))?(?:: | ?(?:--|[—–]) )"
)
_GAPS = frozenset({" ", "-", ". ", "\n", "–"})
_LOOSE = frozenset({" ", "  ", "\n", "-", "'s ", "’s ", "'S ", ' "', ", "})
_NO_NAME = words.SMALL_WORDS | words.PASSED_OVER | words.LOCATIVE | words.POINTING | words.DAYS


def seen_in(read: Words, known: Known, firsts: Mapping[str, int]) -> list[Seen]:
    """Return every name in the text, in order, adjectives of countries too."""
    found: list[Seen] = []
    index = 0
    while index < len(read.keys):
        one = None
        if read.capitals[index]:
            one = name_at(read, index, known, firsts) or _adjective_at(read, index)
        if one is None:
            taken = found[-1].last if found else -1
            one = unknown_at(read, index, taken, lambda at: name_at(read, at, known, firsts))
        if one is not None:
            found.append(one)
            index = max(one.last, index)
        index += 1
    return found


def name_at(read: Words, index: int, known: Known, firsts: Mapping[str, int]) -> Seen | None:
    """Return the longest known name that starts at a word, None where there is none."""
    size = min(firsts.get(read.keys[index], 0), LONGEST)
    for number in range(1, size):
        if read.gap(index + number - 1) not in _GAPS:
            size = number
            break
    for last in range(index + size - 1, index - 1, -1):
        if last == index and read.keys[index] in words.NEVER:
            return None
        places = known.get(" ".join(read.keys[index : last + 1]))
        if places and read.capitals[last] and not _is_us(read, index, last):
            return Seen(index, last, places)
    return None


def _is_us(read: Words, first: int, last: int) -> bool:
    """Tell whether "us" is the pronoun and no country."""
    printed = read.text[read.starts[first] : read.ends[last]]
    return (
        read.keys[first : last + 1] == ["us"]
        and (read.upper or printed != "US")
        and ("." not in printed)
    )


def _adjective_at(read: Words, index: int) -> Seen | None:
    """Return the adjective of a country, or its people, that stands at a word."""
    word = read.keys[index]
    country = words.DEMONYMS.get(word) or words.DEMONYMS.get(word.removesuffix("s"))
    if country is None or (index and read.keys[index - 1] in words.NOT_DEMONYM_AFTER):
        return None
    place = Entry(country, (country_names()[country],), Level.COUNTRY)
    return Seen(index, index, (place,), adjective=True)


def judge(read: Words, seen: list[Seen]) -> None:
    """Fill in what the words around each name say of it."""
    by_last = {one.last: one for one in seen}
    by_first = {one.first: one for one in seen}
    for one in seen:
        if one.adjective:
            continue
        _look_back(read, one, by_last)
        _look_ahead(read, one, by_first)
        one.dateline = _is_dateline(read, one)
        one.inside = _is_inside(read, one, by_last, by_first)


def _is_dateline(read: Words, one: Seen) -> bool:
    """Tell whether a name opens a line as the place where an article was written."""
    start = read.starts[one.first]
    opens = start == 0 or read.text[start - 1] == "\n"
    return opens and _DATELINE.match(read.text, read.ends[one.last]) is not None


def _look_back(read: Words, one: Seen, by_last: Mapping[int, Seen]) -> None:
    """Read back to the preposition that a name depends on."""
    index = one.first - 1
    for _ in range(REACH):
        if index < 0 or read.gap(index) not in _LOOSE:
            return
        word = read.keys[index]
        if word in words.LOCATIVE:
            article = read.keys[one.first - 1] in {"the", "a", "an", "this", "its"}
            one.support = max(one.support, Support.SOME if article else Support.LOCATED)
            return
        if other := by_last.get(index):
            if other.adjective or read.is_possessive(index):
                one.hints.append(other)
            elif read.keys[index + 1] not in {"and", "&"}:
                return
            index = other.first - 1
            continue
        _note(one, read, index)
        if word in words.POINTING:
            one.support = max(one.support, Support.SOME)
        if word not in words.PASSED_OVER:
            return
        index -= 1


def _note(one: Seen, read: Words, index: int) -> None:
    """Note what a word before a name calls it: "city of", "province of"."""
    word, after = read.keys[index], read.keys[index + 1]
    if word in words.NAMES_A_PLACE and after == "of" and index + 2 == one.first:
        one.support = max(one.support, Support.FIRM)
    if one.level is None and (after == "of" or index + 1 == one.first):
        one.level = level_of(word)


def level_of(noun: str) -> Level | None:
    """Return what a noun says a place is: a region or a city."""
    if noun in words.REGION_NOUNS:
        return Level.REGION
    return Level.CITY if noun in words.CITY_NOUNS else None


def _is_located(read: Words, one: Seen) -> bool:
    """Tell whether "in the" stands before a name, as in "in the Cauca department"."""
    return any(word in words.LOCATIVE for word in read.keys[max(0, one.first - 3) : one.first])


def _look_ahead(read: Words, one: Seen, by_first: Mapping[int, Seen]) -> None:
    """Read the noun or the country after a name: "Medellin Airport", "Mosul, Iraq"."""
    after = one.last + 1
    if after >= len(read.keys):
        return
    gap = read.gap(one.last)
    if gap in SPACES and read.keys[after] in words.PLACE_NOUNS:
        located = one.support >= Support.SOME and _is_located(read, one)
        one.support = max(one.support, Support.LOCATED if located else Support.FIRM)
        one.level = one.level or level_of(read.keys[after])
        after, gap = after + 1, read.gap(after)
    if gap not in {", ", ",\n", " (", " in ", " - "} and not (
        gap == " " and read.keys[after : after + 1] == ["in"]
    ):
        return
    for index in range(after, min(after + 4, len(read.keys))):
        if other := by_first.get(index):
            wider = not other.adjective and other.places and other.places[0].level < Level.CITY
            if wider and not read.is_possessive(other.last):
                one.support = max(one.support, Support.FIRM)
                one.hints.append(other)
            return
        if read.keys[index] not in words.PASSED_OVER | {"in"}:
            return


def _is_inside(
    read: Words, one: Seen, by_last: Mapping[int, Seen], by_first: Mapping[int, Seen]
) -> bool:
    """Tell whether a name is part of another: of a person, a paper, an adjective."""
    before = read.gap(one.first - 1)
    if before == "-" or read.text[read.ends[one.last] : read.ends[one.last] + 1] == "-":
        return True
    if read.upper:
        return False
    if before == " " and read.capitals[one.first - 1] and one.first - 1 not in by_last:
        word = read.keys[one.first - 1]
        return word not in _NO_NAME
    after = one.last + 1
    if read.gap(one.last) == " " and read.capitals[after] and after not in by_first:
        return read.keys[after] not in _NO_NAME | words.PLACE_NOUNS
    return False

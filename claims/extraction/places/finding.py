"""The places that a text names, each with its country: where what is counted happened.

>>> [(p.name, p.country) for p in Gazetteer().find("Five died in an attack near Mosul.")]
[('Mosul', 'IQ')]
"""

from __future__ import annotations

import sys
from collections import ChainMap, Counter
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from claims.extraction.places.gazetteer import (
    LARGE,
    Entry,
    Level,
    country_names,
    entries,
    first_words,
    key,
)
from claims.extraction.places.reading import judge, seen_in
from claims.extraction.places.text import Seen, Support, Words
from claims.extraction.places.words import DAYS, ORDINARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

KNOWN = 100_000
"""Inhabitants of a city that is believed after a word such as "from" before it."""
DOMINANT = 20
"""A city this many times as large as its namesakes is meant, unless the words say otherwise."""


class Mention(IntEnum):
    """How a text names a place, the firmest last."""

    CONTEXT = 0
    """An adjective or part of another name: "Iraqi", "pro-Iran", "Baghdad Operations Command"."""
    DATELINE = 1
    """Before an article: "BAGHDAD (Agency) —"."""
    NAMED = 2
    """By its name, perhaps for its government: "Iran said"."""
    LOCATED = 3
    """As where something is: "in Mosul"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A place that the newsroom's own records name: it comes before the gazetteer's."""

    name: str
    country: str | None = None
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A place named in a text: `text[start:end]`."""

    start: int
    end: int
    name: str
    """As the gazetteer spells it."""
    country: str | None
    """ISO 3166-1; None where nothing says which."""
    path: tuple[str, ...]
    """From the country to the place: ("Iran", "Khuzestan")."""
    mention: Mention = Mention.NAMED


class Gazetteer:
    """The places of the world that texts name, the newsroom's own names before them."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        """Take the newsroom's names; the rest is loaded once, when the first text is read."""
        self._names = tuple(names)

    @cached_property
    def _known(self) -> Mapping[str, tuple[Entry, ...]]:
        return ChainMap({key(one.name): (_own(one),) for one in self._names}, entries())

    @cached_property
    def _firsts(self) -> Mapping[str, int]:
        sizes = dict(first_words())
        for one in self._names:
            parts = key(one.name).split()
            sizes[parts[0]] = max(len(parts), sizes.get(parts[0], 0))
        return sizes

    def find(self, text: str) -> list[Placed]:
        """Return every place that a text names, in order; adjectives of countries too."""
        read = Words.of(text)
        seen = seen_in(read, self._known, self._firsts)
        judge(read, seen)
        counts = _countries_of(seen)
        kept = [one for one in seen if _is_meant(one, read, counts)]
        return _placed(read, kept, counts)


def _own(name: Name) -> Entry:
    """Return the gazetteer's entry for a name of the newsroom's."""
    path = name.path or ((country_names()[name.country],) if name.country else ())
    path = path if path[-1:] == (name.name,) else (*path, name.name)
    return Entry(name.country, path, Level(min(len(path) - 1, Level.CITY)), sys.maxsize)


def _countries_of(seen: Sequence[Seen]) -> Counter[str | None]:
    """Weigh how much a text is about each country: by its name, its people and its cities."""
    counts: Counter[str | None] = Counter()
    for one in seen:
        country = _only_country(one.places)
        if country is not None:
            actor = one.adjective or country == "US"
            counts[country] += 1 if actor else 2
    return counts


def _only_country(places: Sequence[Entry]) -> str | None:
    """Return the country that a name is surely in: of a country, or a city without equals."""
    if not places or places[0].level is Level.COUNTRY:
        return places[0].country if places else None
    largest = max(places, key=lambda entry: entry.population)
    rivals = {e.country for e in places if e.population * DOMINANT > largest.population}
    return largest.country if largest.population >= KNOWN and len(rivals) == 1 else None


def _is_meant(one: Seen, read: Words, counts: Counter[str | None]) -> bool:
    """Tell whether a name is that of a place here: "Nice" after "in", a city after "from"."""
    if one.adjective or not one.places or one.places[0].population == sys.maxsize:
        return True
    if one.places[0].level is Level.COUNTRY:
        return not (one.inside and _follows_name(one, read))
    return not one.inside and (one.dateline or _is_believed(one, read, counts))


def _is_believed(one: Seen, read: Words, counts: Counter[str | None]) -> bool:
    """Tell whether the words around a name, or its size, make it a place."""
    single, name = one.first == one.last, read.keys[one.first]
    if single and (name in DAYS or (name in ORDINARY and one.support < Support.FIRM)):
        return False
    size = max(entry.population for entry in one.places)
    here = any(entry.country in counts for entry in one.places)
    if one.support >= Support.FIRM:
        called = one.level is Level.REGION and one.places[0].level is Level.REGION
        return here or called or bool(one.hints) or not read.upper or size >= KNOWN
    if one.support is Support.SOME or not single:
        return here or size >= KNOWN
    return size >= LARGE


def _follows_name(one: Seen, read: Words) -> bool:
    """Tell whether another capitalised word stands right before a name: "Michael Jordan"."""
    return read.gap(one.first - 1) == " " and read.capitals[one.first - 1] and not read.upper


def _placed(read: Words, seen: Sequence[Seen], counts: Counter[str | None]) -> list[Placed]:
    """Say which place each name means; the last first, so that "Mosul, Iraq" knows its Iraq."""
    chosen: dict[int, Entry] = {}
    found: list[Placed] = []
    for one in reversed(seen):
        hints = [chosen.get(hint.first, hint.places[0]) for hint in one.hints if hint.places]
        start, end = read.starts[one.first], read.ends[one.last]
        if one.places:
            entry = _choose(one, {hint.country for hint in hints}, counts)
        else:
            entry = _unknown(read.text[start:end], hints)
        chosen[one.first] = entry
        path = _within(entry, hints)
        found.append(Placed(start, end, path[-1], entry.country, path, _mention(one)))
    return found[::-1]


def _unknown(printed: str, hints: Sequence[Entry]) -> Entry:
    """Return the entry of a place that only the text names: of the country named beside it."""
    name = " ".join(printed.split())
    if hints:
        return Entry(hints[0].country, (hints[0].path[0], name), Level.CITY)
    return Entry(None, (name,), Level.CITY)


def _within(entry: Entry, hints: Sequence[Entry]) -> tuple[str, ...]:
    """Return the path of a place, by way of the region or city named beside it."""
    for hint in hints:
        wider = hint.country == entry.country and len(hint.path) > 1
        if wider and entry.path[1:-1] == () and hint.path[-1] != entry.path[-1]:
            return (*hint.path, *entry.path[1:])
    return entry.path


def _choose(one: Seen, hints: set[str | None], counts: Counter[str | None]) -> Entry:
    """Return the place that a name means: of the country named beside it or in the text."""
    largest = max(entry.population for entry in one.places)

    def rank(entry: Entry) -> tuple[bool, bool, bool, int, bool, bool, int]:
        dwarfed = largest >= LARGE and entry.level is Level.CITY
        return (
            entry.country in hints,
            entry.level is Level.COUNTRY and one.level is None,
            not (dwarfed and entry.population * DOMINANT < largest),
            counts[entry.country],
            entry.level == one.level,
            entry.level is Level.CITY,
            entry.population,
        )

    return max(one.places, key=rank)


def _mention(one: Seen) -> Mention:
    """Say how a text names a place."""
    if one.adjective or one.inside:
        return Mention.CONTEXT
    if one.dateline:
        return Mention.DATELINE
    located = one.support is Support.LOCATED or not one.places
    return Mention.LOCATED if located else Mention.NAMED

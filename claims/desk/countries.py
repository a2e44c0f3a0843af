"""Whose country words name, and so whether a party of a country may be meant by them.

“The interior ministry” is the Iraqi one only in a story about Iraq, “Iran’s interior ministry”
never; “Amnesty” is Amnesty wherever the story plays.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.desk.naming import SPEAKING, named
from claims.desk.tokens import tokens
from claims.extraction.places import Gazetteer
from claims.extraction.places.gazetteer import country_names
from claims.vocabulary import PartyKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.records import Party

OFFICES = tokens(
    "ministry minister interior defence defense health foreign justice finance oil energy "
    "transport information education mining labour labor agriculture environment home affairs "
    "security prime deputy president presidency vice cabinet parliament parliamentary government "
    "state federal national central police policeman officer army military navy naval air force "
    "forces armed guard coast border police civil protection defence emergency disaster fire "
    "rescue ambulance service services department agency authority directorate office bureau "
    "council commission committee court courts supreme judiciary judicial prosecutor prosecutors "
    "attorney general chief staff command joint operations intelligence media television "
    "broadcaster radio news press semiofficial state-run run owned hospital hospitals "
    "governor mayor local regional provincial red crescent cross meteorological weather "
    "election electoral statistics bank embassy spokesman spokeswoman spokesperson"
)
"""Words that every country has an office for; alone they are the name of nobody."""
OF_A_STATE = frozenset(
    {
        PartyKind.GOVERNMENT,
        PartyKind.ARMED_FORCES,
        PartyKind.POLICE,
        PartyKind.HEALTH,
        PartyKind.COURT,
        PartyKind.STATE_MEDIA,
    }
)
"""Kinds of party that every country has."""


def meant(words: str, parties: Sequence[Party], country: str | None = None) -> list[Party]:
    """Return the parties that words may mean in a story about a country, the best first.

    The others that are near in words are not meant, however near: they may be chosen.
    """
    is_told = bool(countries_in(words))
    if country and not is_told and is_office(words):
        words = of_country(words, country)
    return [party for score, party in named(words, parties) if _may_be(party, words, score)]


def _may_be(party: Party, words: str, score: float) -> bool:
    """Tell whether a party is of the country that words name, or no country is needed."""
    is_exact, here = score >= 1, countries_in(words)
    if party.kind is PartyKind.PERSON or (is_exact and not is_office(words)):
        return True
    if here:
        return party.country in here or (is_exact and party.country is None)
    return party.country is None or not is_office(words)


@lru_cache(maxsize=2_000)
def is_office(words: str) -> bool:
    """Tell whether words name an office that every country has: `the interior ministry`."""
    bare = words
    for start, end, _ in reversed(_places(words)):
        bare = f"{bare[:start]} {bare[end:]}"
    left = tokens(bare) - SPEAKING
    return bool(left) and left <= OFFICES


@lru_cache(maxsize=2_000)
def countries_in(words: str) -> frozenset[str]:
    """Return the countries that words name, by a place too: Iran of `Iran’s army`."""
    return frozenset(country for _, _, country in _places(words))


def of_country(words: str, country: str | None) -> str:
    """Return the name of an office with its country: `interior ministry (Chile)`."""
    name = country_names().get(country or "")
    return f"{words} ({name})" if name and country not in countries_in(words) else words


@lru_cache(maxsize=64)
def country_of(text: str) -> str | None:
    """Return the country that a text names most; none where it names none."""
    found = Counter(one.country for one in _gazetteer().find(text) if one.country)
    return found.most_common(1)[0][0] if found else None


@lru_cache(maxsize=2_000)
def _places(words: str) -> list[tuple[int, int, str]]:
    spelt = words if words != words.lower() else words.title()
    return [(one.start, one.end, one.country) for one in _gazetteer().find(spelt) if one.country]


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer()

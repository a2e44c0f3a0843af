"""The newsroom's own places: those that its indicators name, for the extraction to look for.

“Sadr City, Baghdad, Iraq” is Sadr City in Baghdad in Iraq.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.places import Name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.records import Indicator

KIND_OF_PLACE = re.compile(
    r" (?:province|region|governorate|district|county|state)s?$", re.IGNORECASE
)


def own_places(indicators: Iterable[Indicator]) -> tuple[Name, ...]:
    """Return the places that indicators name, countries left out, each once."""
    found = {name.path: name for one in indicators for name in _names(one)}
    return tuple(sorted(found.values(), key=lambda name: name.path))


def _names(indicator: Indicator) -> list[Name]:
    """Return the places of one indicator: `Khuzestan and Lorestan provinces, Iran` are two."""
    very, *around = [part.strip() for part in (indicator.place or "").split(",")]
    if not around or indicator.country is None:
        return []
    places = KIND_OF_PLACE.sub("", very).split(" and ")
    above = tuple(KIND_OF_PLACE.sub("", part) for part in reversed(around))
    return [Name(place, indicator.country, (*above, place)) for place in places if place]

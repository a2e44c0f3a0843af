"""Places from small to large: `Al-Zahra, Gaza City, Gaza Strip`."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.words import either

if TYPE_CHECKING:
    from claims.imports.suggesting.look import Look

SIZES = tuple(either(words) for words in (
    "site camp base address neighborhood neighbourhood quarter where spot",
    "location settlement locality village ort lugar lieu localidad place island",
    "city town stadt ville ciudad",
    "municipality commune gemeinde municipio admin3 adm3",
    "county district admin2 adm2 raion kreis bezirk departement departamento",
    ("governorate province state admin admin1 adm1 oblast bundesland provincia estado region "
     "gebiet zona zone area territory"),
    "country pays pais nation land",
    "continent theatre theater front",
))  # fmt: skip
"""Words of places, the smallest first."""
UNSIZED, PROVINCE, COUNTRY = 4, 5, 6
"""The place of names that say no size, of provinces and of countries in that order."""


def from_small_to_large(look: Look, columns: list[str]) -> list[str]:
    """Return columns of places in the order in which they are written after each other.

    What their cells show counts first: a place that always lies in one other is the smaller.
    """
    order = {name: place for place, name in enumerate(look.table.columns)}
    ranks = {name: _rank(name) for name in columns}
    countries = [name for name in columns if ranks[name] == COUNTRY]
    for name in columns:
        if countries and words_of(name) == "region" and order[name] < order[countries[0]]:
            is_provincial = any(rank == PROVINCE for n, rank in ranks.items() if n != name)
            ranks[name] = COUNTRY + 1 if is_provincial else ranks[name]
    found = sorted(columns, key=lambda name: (ranks[name], -order[name]))
    for one, other in combinations(list(found), 2):
        if _lies_in(look, other, one) and not _lies_in(look, one, other):
            found.remove(other)
            found.insert(found.index(one), other)
    return found


def _rank(name: str) -> float:
    words = words_of(name)
    return next((n for n, pattern in enumerate(SIZES) if pattern.search(words)), UNSIZED)


def _lies_in(look: Look, small: str, large: str) -> bool:
    """Tell whether each place of one column has one place in another, and several share one."""
    rows = [row.cells for row in look.sample.rows]
    pairs = {(row[small], row[large]) for row in rows if small in row and large in row}
    smalls, larges = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return len(larges) > 1 and len(pairs) == len(smalls) > len(larges)

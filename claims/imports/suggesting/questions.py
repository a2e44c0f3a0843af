"""What a column of figures asks: its concept, unit, kind and basis, as an indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.imports.naming import slug
from claims.imports.suggesting.choosing_figures import PERIOD, stem
from claims.imports.suggesting.look import concept_of
from claims.imports.suggesting.names import label as label_of
from claims.imports.suggesting.names import titled, words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.words import GENERIC, GROUPS, INTERVAL, TALLY, TOTAL
from claims.vocabulary import Basis, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.imports.suggesting.counting import Counting
    from claims.imports.suggesting.role import Basics
    from claims.imports.suggesting.words import Concept

NUMBER, NUMBER_ID = "Number", "number-by-period"
"""What figures are called whose columns are named after years."""
ITEMS = "items"
"""The unit of numbers of which nobody says what they count."""
PEOPLE = frozenset("people person persons individual individuals count number n total".split())
"""Units that say less than what happened to the people."""
INCLUDES = "what the table counts under “{label}”; it is not defined further there"


@dataclass(frozen=True)
class Asked:
    """A question that the figures of one column answer, and why its numbers count so."""

    stem: str
    """What tells its id from others."""
    label: str
    fields: Mapping[str, Any]
    """Kind, unit, basis, baseline and what it includes, as an indicator has them."""
    why: str
    is_vague: bool
    """Whether nothing says what is counted."""


def asked(
    counting: Counting,
    about: Basics,
    column: str,
    only: Mapping[str, str] | None = None,
    *,
    is_rest: bool = False,
) -> Asked:
    """Return what a column asks; `only` are the words of a category that its rows have.

    Of the rows that are left beside known categories nothing says what they count.
    """
    told = only or {}
    named = " ".join(value for value in told.values() if value.casefold() not in PEOPLE)
    is_period = PERIOD.fullmatch(column) is not None
    is_end = column in counting.of(Role.LOW) and bool(counting.of(Role.HIGH))
    shown = named or (stem(column) if is_end else "") or column
    label = NUMBER if is_period else titled(shown)
    found = concept_of(named) if told else concept_of(column)
    context = None if told or is_rest else _context(counting, column)
    if context and found is None and not is_period and not counting.of(Role.CATEGORY):
        label = f"{titled(context.name)}, {label.lower()}"
    concept = None if is_rest else found or context
    words = f"{words_of(named)} {words_of(column)}".strip()
    basis, why = counting.basis(column, words, concept, told)
    basis = about.basis or basis
    kind = about.kind or _kind(counting, concept)
    return Asked(
        stem=NUMBER_ID if is_period else slug(label_of(shown)),
        label=label,
        fields={
            "kind": kind,
            "unit": about.unit or _unit(counting, concept, label, told),
            "basis": basis,
            "baseline": _baseline(counting, about, basis),
            "includes": INCLUDES.format(label=label.replace("{", "").replace("}", "")),
        },
        why=why,
        is_vague=concept is None and about.unit is None,
    )


def _context(counting: Counting, column: str) -> Concept | None:
    """Return what a number of a general name counts: by its unit, its neighbours, its table."""
    table = counting.look.table
    if not (GENERIC.search(words_of(column)) or PERIOD.fullmatch(column)):
        return concept_of(table.file) or concept_of(table.part)
    units = [u for name in counting.of(Role.UNIT) for u in counting.look.distinct(name)]
    beside = [
        n
        for n in counting.look.table.columns
        if n != column and counting.look.numbers(n).has_digits
    ]
    names = [*units, *beside, table.file, table.part]
    return next((found for name in names if (found := concept_of(name))), None)


def _kind(counting: Counting, concept: Concept | None) -> Kind:
    """Return what a concept asserts; personnel in a table of losses is no troop count."""
    if concept is None:
        return Kind.OTHER_COUNT
    lost = concept.kind is Kind.TROOP_COUNT and counting.is_about_losses
    return Kind.OTHER_COUNT if lost else concept.kind


def _unit(counting: Counting, concept: Concept | None, label: str, told: Mapping[str, str]) -> str:
    """Return the thing counted: households, deaths, or the words of the column itself."""
    words = words_of(label)
    for start, unit in GROUPS.items():
        if start in words:
            return unit
    said = [value for name, value in told.items() if counting.roles.get(name) is Role.UNIT]
    units = said or _one_unit(counting)
    if units and units[0].casefold() not in PEOPLE:
        return units[0]
    if (
        concept
        and concept.unit
        and not (concept.kind is Kind.TROOP_COUNT and counting.is_about_losses)
    ):
        return concept.unit
    plain = " ".join(TALLY.sub(" ", TOTAL.sub(" ", INTERVAL.sub(" ", label.lower()))).split())
    return plain[:80] if concept and plain else ITEMS


def _one_unit(counting: Counting) -> list[str]:
    """Return the unit that the whole table has, if it names one."""
    found = [counting.look.distinct(name) for name in counting.of(Role.UNIT)]
    return found[0] if found and len(found[0]) == 1 else []


def _baseline(counting: Counting, about: Basics, basis: Basis) -> str | None:
    """Return since when running totals count, and from when on periods are counted."""
    first = about.baseline or counting.first
    if basis is Basis.TALLY:
        return first
    return f"{first}/.." if basis is Basis.INTERVAL and first else None

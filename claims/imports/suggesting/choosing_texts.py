"""Which columns of words are hedge, claimant, place, category, unit, key and note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.imports.suggesting.look import concept_of
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import (
    AGES,
    EVENT,
    METRIC,
    NO_WORDS,
    ROLES_OF_TEXT,
    WHOSE,
)
from claims.imports.suggesting.words import either

if TYPE_CHECKING:
    from claims.imports.suggesting.choosing import Choice
    from claims.imports.suggesting.look import Look

WHY = {
    Role.CLAIMANT: "names who asserts the figures",
    Role.PLACE: "names places: each gets its own question",
    Role.CATEGORY: "names what each row counts",
    Role.UNIT: "names the thing counted",
    Role.KEY: "tells the events apart",
    Role.NOTE: "holds remarks",
}
ONCE = frozenset({Role.CLAIMANT, Role.UNIT, Role.KEY, Role.NOTE})
"""Roles that one column has."""
IDS = either(
    "id key uuid guid gid ref reference nr no case.number record eventid event.code incident.code"
)
SPLITS = frozenset({Role.CLAIMANT, Role.PLACE, Role.CATEGORY})
WEAK = either("status outcome phase subject what event attack incident population")
"""Names of categories that are used only where rows cannot be told apart without them."""
MOST_WORDS = 60
"""Characters of a name; longer cells are prose."""
MOST_CATEGORIES = 0.5
"""The share of rows that may have a category of their own."""
FEW_CATEGORIES = 40
LONGEST_NOTE = 2_000
SEVERAL = re.compile(r"\w\s*[;+]\s*\w|\w\s*,\s*(and |et |und |y )?[A-Z]|\w\s*/\s*[A-Z]")
"""Several names in one cell: `UNHCR, IOM`."""


def choose_key(choice: Choice) -> None:
    """Take an id that no two rows share as the key."""
    for name in choice.open():
        if choice.has(Role.KEY):
            return
        if IDS.search(words_of(name)) and _is_unique(choice.look, name):
            choice.take(name, Role.KEY, "holds an id that no two rows share")


def _is_unique(look: Look, name: str) -> bool:
    values = [row.cells.get(name, "") for row in look.sample.rows]
    return len(values) > 1 and "" not in values and len(set(values)) == len(values)


def choose_ages(choice: Choice) -> None:
    """Take groups of ages as a category: `0-17`, `60+`; ages in years are no groups."""
    for name in choice.open():
        cells = choice.look.cells(name)
        grouped = not all(cell.isdecimal() for cell in cells)
        known = AGES.search(words_of(name)) and concept_of(name) is None
        if known and grouped and not _has_too_many(choice, name):
            choice.take(name, Role.CATEGORY, "breaks the figures down by age")


def choose_texts(choice: Choice) -> None:
    """Give columns of words their roles, by their names."""
    for role, pattern in ROLES_OF_TEXT:
        for name in choice.open():
            words = words_of(name)
            if pattern.search(words) and not NO_WORDS.search(words):
                whose = role is Role.PLACE and WHOSE.search(words)
                _take(choice, name, Role.CATEGORY if whose else role)
    _metric_units(choice)
    _needed(choice)


def _take(choice: Choice, name: str, role: Role) -> None:
    """Give a column its role where what stands in it bears its name out."""
    cells = choice.look.cells(name)
    longest = max(map(len, cells))
    if role is Role.ADDRESS or (role is Role.KEY and not _names_events(choice, name)):
        return
    if role is Role.NOTE:
        if longest > LONGEST_NOTE or choice.has(Role.NOTE):
            return
        choice.take(name, role, WHY[role])
    elif longest > MOST_WORDS * (2 if role is Role.CLAIMANT else 1):
        return
    elif role in ONCE and choice.has(role):
        taken = choice.has(role)[0]
        choice.take(name, Role.UNUSED, f"is not used: “{taken}” {WHY[role]}")
    elif role is Role.CATEGORY and _has_too_many(choice, name):
        return
    else:
        choice.take(name, role, WHY[role])
        _doubt(choice, name, role)


def _names_events(choice: Choice, name: str) -> bool:
    """Tell whether a column names events, which several rows may be about."""
    return (
        bool(EVENT.search(words_of(name)))
        and not choice.has(Role.KEY)
        and ("type" not in words_of(name).split())
    )


def _has_too_many(choice: Choice, name: str) -> bool:
    few = max(FEW_CATEGORIES, MOST_CATEGORIES * len(choice.look.sample.rows))
    return len(set(choice.look.cells(name))) > few


def _doubt(choice: Choice, name: str, role: Role) -> None:
    """Say what a person must look at in a column of parties or places."""
    if not choice.look.is_always_filled(name) and role in SPLITS:
        choice.doubt(f"“{name}” is empty in some rows: these are reported and not imported")
    names = choice.look.distinct(name)
    several = [one for one in names if SEVERAL.search(one)] if role is Role.CLAIMANT else []
    if several:
        choice.doubt(
            f"Some cells of “{name}” seem to name several, such as “{several[0]}”: each is taken "
            "for one party; say in the mapping whom it means"
        )
    if role is Role.CLAIMANT and all(
        len(one) <= len("ministry") and one.islower() for one in names
    ):
        choice.doubt(
            f"“{name}” holds short codes ({', '.join(names[:5])}): give the names of the claimants"
        )


def _metric_units(choice: Choice) -> None:
    """Take a unit column as the category where its words say what each row counts."""
    for name in choice.has(Role.UNIT):
        known = [one for one in choice.look.distinct(name) if concept_of(one)]
        several = len(choice.look.distinct(name)) > 1
        if several and known and not choice.has(Role.CATEGORY):
            choice.roles[name] = Role.CATEGORY
            choice.reasons[name] = f"“{name}” {WHY[Role.CATEGORY]}"


def _needed(choice: Choice) -> None:
    """Leave out weak categories without which the rows differ, and add what tells them apart."""
    keyed = bool(choice.has(Role.KEY))
    for name in choice.has(Role.CATEGORY):
        words = words_of(name)
        if METRIC.search(words) or not (WEAK.search(words) or keyed):
            continue
        others = [one for one in splitting(choice) if one != name]
        if keyed or not repeats(choice.look, others):
            _leave_out(choice, name, keyed=keyed)
    if keyed or not choice.has(Role.FIGURE):
        return
    few = sorted(choice.open(), key=lambda name: len(set(choice.look.cells(name))))
    for name in few:
        before = splitting(choice)
        if not repeats(choice.look, before):
            return
        if not _has_too_many(choice, name) and _helps(choice, name, before):
            choice.take(name, Role.CATEGORY, "tells rows apart that agree in all else")


def _helps(choice: Choice, name: str, before: list[str]) -> bool:
    """Tell whether a column of short words lowers the number of rows that agree."""
    cells = choice.look.cells(name)
    short = max(map(len, cells)) <= MOST_WORDS and choice.look.is_always_filled(name)
    return short and repeats(choice.look, [*before, name]) < repeats(choice.look, before)


def _leave_out(choice: Choice, name: str, *, keyed: bool) -> None:
    choice.roles[name] = Role.UNUSED
    about = "describes the events" if keyed else "is not needed to tell the rows apart"
    choice.reasons[name] = f"“{name}” {about}"


def splitting(choice: Choice) -> list[str]:
    """Return the columns by which the claims of rows are told apart."""
    roles = (
        Role.DATE, Role.MONTH, Role.DAY, Role.END, Role.CLAIMANT, Role.PLACE, Role.CATEGORY,
        Role.UNIT,
    )  # fmt: skip
    return [name for role in roles for name in choice.has(role)]


def repeats(look: Look, columns: list[str]) -> int:
    """Return how many rows agree with an earlier one in all of some columns."""
    rows = [tuple(row.cells.get(name, "") for name in columns) for row in look.sample.rows]
    return len(rows) - len(set(rows))

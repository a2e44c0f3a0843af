"""A whole mapping from the roles of a table's columns and what a person states once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from claims.imports.mapping import Mapping
from claims.imports.naming import slug
from claims.imports.suggesting.choosing import Choice, choose
from claims.imports.suggesting.choosing_dates import UNREADABLE
from claims.imports.suggesting.choosing_figures import PERIOD
from claims.imports.suggesting.choosing_texts import repeats
from claims.imports.suggesting.counting import Counting
from claims.imports.suggesting.days import how_written
from claims.imports.suggesting.doubting import above, doubts_of, has_two_headings
from claims.imports.suggesting.figures import Figures
from claims.imports.suggesting.look import Look
from claims.imports.suggesting.names import is_usable, words_of
from claims.imports.suggesting.parts import columns_of, party_of, source_of, title_of
from claims.imports.suggesting.role import Basics, Role, Suggestion
from claims.imports.suggesting.role_words import SAID

if TYPE_CHECKING:
    from collections.abc import Mapping as Mapped

    from claims.imports.tables.table import Table

NO_FIGURE = "No column holds numbers that count something: there is nothing to import"
UNDATED = "No date can be read: the claims would have no period, so there is no mapping"
TWO_HEADINGS = "The headings stand in two rows: join them in one, so that each says what it counts"
DATED = (
    "Headings such as “{}” are dates: there is nothing to import until each row has its date in a "
    "cell and its figure beside it"
)
RECOGNISED = 5
"""Columns by which a table is recognised, at most."""
LONGEST_NAME = 40
MOST_PARTIES = 50
"""Claimants of a column that the mapping lists, with what their names say they are."""


def suggested(table: Table) -> Suggestion:
    """Return a mapping for a table that works as it is, with its reasons and doubts."""
    look = Look.at(table)
    return _suggestion(choose(look), Basics())


def roles(table: Table) -> dict[str, Role]:
    """Return what each column of a table is taken for."""
    return choose(Look.at(table)).roles


def with_roles(table: Table, roles: Mapped[str, Role], about: Basics) -> Suggestion:
    """Return the mapping for roles that a person has chosen; columns without one are as found."""
    choice = choose(Look.at(table))
    for name, role in roles.items():
        if not is_usable(name):
            continue
        if name in choice.roles and choice.roles[name] is not role:
            choice.roles[name] = role
            choice.reasons[name] = f"“{name}” was chosen by hand"
    return _suggestion(choice, about)


def mapping_of(table: Table, roles: Mapped[str, Role], about: Basics) -> Mapping | None:
    """Return the mapping alone."""
    return with_roles(table, roles, about).mapping


def _suggestion(choice: Choice, about: Basics) -> Suggestion:
    """Return the mapping of a choice; none where it has no figure or is at fault."""
    doubts = [*choice.look.sample.faults]
    found: Mapping | None = None
    counting = Counting(choice.look, choice.roles)
    if reason := _hindrance(choice, counting):
        doubts += [reason, *above(choice.look), *choice.doubts]
        return Suggestion(None, choice.reasons, tuple(doubts), choice.roles)
    title = title_of(choice.look, about.title)
    figures = Figures(counting, about, slug(title)[:LONGEST_NAME].strip("-"), title)
    figures.make()
    try:
        found = Mapping.model_validate(_fields(choice, about, counting, figures))
    except ValidationError as error:
        doubts += [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    doubts += doubts_of(counting, about, figures, choice.doubts)
    reasons = {
        name: f"{why}; {figures.why[name]}" if name in figures.why else why
        for name, why in choice.reasons.items()
    }
    return Suggestion(found, reasons, tuple(dict.fromkeys(doubts)), choice.roles)


def _hindrance(choice: Choice, counting: Counting) -> str | None:
    """Return why a table gives no mapping, None where it does."""
    if not choice.has(Role.FIGURE) and not choice.has(Role.LOW):
        days = [
            n for n in choice.look.table.columns if not PERIOD.fullmatch(n) and how_written([n])
        ]
        return DATED.format(days[0]) if len(days) > 1 else NO_FIGURE
    if has_two_headings(choice.look):
        return TWO_HEADINGS
    return UNDATED if _cannot_be_dated(choice, counting) else None


def _cannot_be_dated(choice: Choice, counting: Counting) -> bool:
    """Tell whether the only column that says when cannot be read."""
    dated = counting.dates or counting.of(Role.SAID_ON) or counting.first
    return not dated and any(UNREADABLE in choice.reasons[n] for n in choice.has(Role.UNUSED))


def _fields(choice: Choice, about: Basics, counting: Counting, figures: Figures) -> dict[str, Any]:
    """Return a mapping as plain fields."""
    claimant, publisher = party_of(about.claimant), party_of(about.publisher)
    named = counting.of(Role.CLAIMANT)[:1] if about.claimant is None else []
    said = counting.look.distinct(named[0])[:MOST_PARTIES] if named else []
    claimants = [party_of(one) for one in said] if named else [claimant]
    parties = {party.id: party for party in (publisher, *claimants)}
    return {
        "name": figures.name,
        "title": figures.title,
        "parties": list(parties.values()),
        "sources": [source_of(choice.look, figures.name, figures.title, publisher.id)],
        "indicators": figures.indicators,
        "tables": [
            {
                "name": figures.name,
                "recognised_by": _recognised(counting),
                "source": figures.name,
                "claimant": f"{{{named[0]}}}" if named else claimant.id,
                "columns": columns_of(counting),
                "left_out": figures.left_out,
                "refused": figures.refused,
                "unused": _unused(choice, counting, figures),
                "figures": figures.figures,
                **_told(counting),
            }
        ],
    }


def _told(counting: Counting) -> dict[str, Any]:
    """Return what the table says of all its claims alike."""
    said = (counting.of(Role.SAID_ON) or _reported(counting))[:1]
    note, address = counting.of(Role.NOTE)[:1], counting.of(Role.ADDRESS)[:1]
    key = key_of(counting)
    return {
        "said_on": f"{{{said[0]}}}" if said else None,
        "note": f"{{{note[0]}}}" if note else None,
        "url": f"{{{address[0]}}}" if address else None,
        "key": [f"{{{name}}}" for name in key] or None,
    }


def _reported(counting: Counting) -> list[str]:
    """Return the date of the figures where its name says that it is one of reporting."""
    return [name for name in counting.of(Role.DATE) if SAID.search(words_of(name))]


def key_of(counting: Counting) -> list[str]:
    """Return the columns by which rows are told apart that agree in question and period."""
    keys = counting.of(Role.KEY)
    identity = [*counting.dates, *counting.splits, *(keys if counting.has_events else [])]
    if not repeats(counting.look, identity):
        return []
    others = [] if counting.has_events else keys
    for name in [*counting.of(Role.SAID_ON), *others]:
        always = counting.look.is_always_filled(name)
        if always and not repeats(counting.look, [*identity, name]):
            return [name]
    return []


def _recognised(counting: Counting) -> list[str]:
    """Return the columns by which the table is known again."""
    found = counting.of(Role.DATE, Role.FIGURE, Role.LOW, Role.CATEGORY, Role.CLAIMANT)
    return found[:RECOGNISED]


def _unused(choice: Choice, counting: Counting, figures: Figures) -> dict[str, str]:
    """Return the columns that are not imported, and why."""
    found = {n: choice.reasons[n].removeprefix(f"“{n}” ") for n in choice.has(Role.UNUSED)}
    told = [*key_of(counting), *figures.splits()]
    rest = [name for name in choice.has(Role.KEY) if name not in told]
    return found | dict.fromkeys(rest, "its rows are told apart by their dates and places")

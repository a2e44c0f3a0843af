"""What a person must check or fill in before a suggested mapping is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.imports.suggesting.choosing_texts import repeats
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import WEEK
from claims.imports.suggesting.spoken import spoken
from claims.imports.suggesting.words import INTERVAL
from claims.vocabulary import Basis, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claims.imports.suggesting.counting import Counting
    from claims.imports.suggesting.figures import Figures
    from claims.imports.suggesting.look import Look
    from claims.imports.suggesting.role import Basics

ABOVE = "this stands above the headings and is not read"
TWICE = "the heading stands twice"
SHOWN = 3
"""Examples that a doubt shows."""


def doubts_of(
    counting: Counting, about: Basics, figures: Figures, of_columns: list[str]
) -> list[str]:
    """Return what must be checked, the weightiest first; `of_columns` are those on their roles."""
    found = [
        *figures.first_doubts,
        *_days(counting),
        *above(counting.look),
        *of_columns,
        *_claimant(counting, about),
        *_totals(counting, about, figures),
        *_places(counting, figures),
        *_hedges(figures),
        *_growing(counting, about, figures),
        *_numbers(counting),
        *_repeats(counting),
        *figures.doubts,
    ]
    if about.publisher is None:
        found.append("Who published the table is not known: the publisher is “Not named”")
    return found


def _claimant(counting: Counting, about: Basics) -> Iterator[str]:
    if about.claimant is None and not counting.of(Role.CLAIMANT):
        yield "No column says who asserts the figures: the claimant is “Not named”"


def above(look: Look) -> Iterator[str]:
    """Doubt lines above the headings: a date in one of them is not read."""
    lines = [one.value for one in look.table.problems if one.message == ABOVE]
    if lines:
        shown = ", ".join(f"“{line}”" for line in lines[:SHOWN])
        yield (
            f"Above the headings stands {shown}: it is not read. If it says as of when, since when "
            "or by whom, put that into the mapping"
        )


def has_two_headings(look: Look) -> bool:
    """Tell whether headings stand in two rows: the upper not read, the lower twice the same."""
    said = {one.message for one in look.table.problems}
    return ABOVE in said and TWICE in said


def _days(counting: Counting) -> Iterator[str]:
    """Doubt days that cannot be read for certain."""
    if not counting.dates and counting.first is None:
        yield "No column says when: the figures have no period"
    for name in counting.of(Role.DATE, Role.END, Role.SAID_ON):
        written = counting.look.days(name)
        if written is None:
            yield f"“{name}” holds no dates that can be read"
            continue
        if name in counting.of(Role.DATE) and not counting.weeks and counting.has_full_days:
            yield from _weeks(counting, name)
        if written.is_unclear:
            first = counting.look.cells(name)[0]
            yield f"“{name}” has days such as {first}: the day is taken to come first"
        if written.is_spoken:
            yield (
                f"“{name}” has dates in words, such as {counting.look.cells(name)[0]}: the mapping "
                "lists what each means, and rows with others are reported; ISO dates need no list"
            )
        elif written.share < 1:
            yield _odd(counting, name)
        if not counting.look.is_always_filled(name):
            yield f"“{name}” is empty in some rows: check what these are about"


def _odd(counting: Counting, name: str) -> str:
    """Doubt the cells of a date column that are written in another way than the others."""
    written = counting.look.days(name)
    odd = [cell for cell in counting.look.distinct(name) if not written or not written.reads(cell)]
    told = [f"{cell} as {spoken(cell)}" for cell in odd if spoken(cell)]
    if len(told) == len(odd):
        return f"Some cells of “{name}” are dates of another form: read {', '.join(told[:SHOWN])}"
    return f"Some cells of “{name}” are no dates like the others: their rows are reported"


def _weeks(counting: Counting, name: str) -> Iterator[str]:
    """Doubt single days that stand for weeks."""
    named = [one for one in (name, *counting.of(Role.FIGURE)) if WEEK.search(words_of(one))]
    if named and not counting.of(Role.END):
        yield (
            f"“{named[0]}” speaks of weeks, but each row would be about the one day in “{name}”: "
            "give the period in the mapping, such as {to: …, hours: 168} for the last days of weeks"
        )


def _totals(counting: Counting, about: Basics, figures: Figures) -> Iterator[str]:
    """Doubt running totals and stocks that only look so, and the day that totals start from."""
    asks = [*figures.indicators, *(f["question"] for f in figures.figures if "question" in f)]
    since = next((one.get("baseline") for one in asks if one["basis"] == Basis.TALLY), None)
    if since and about.baseline is None:
        yield (
            f"The running totals are taken to start on {since}, the first day of the table: "
            "give the day from which they count"
        )
    if about.basis is not None:
        return
    for why, names in _by_why(counting.unsure).items():
        yield f"Taken for running totals: {_shown(names)}, for {why}; check it"
    if counting.slow:
        slow = list(dict.fromkeys(counting.slow))
        yield f"Taken for stocks, for they go up and down in small steps: {_shown(slow)}; check it"


def _by_why(names: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, why in names.items():
        found.setdefault(why, []).append(name)
    return found


def _shown(names: list[str]) -> str:
    """List the first of some names, and how many are left."""
    rest = f" and {len(names) - SHOWN} more" if names[SHOWN:] else ""
    return ", ".join(f"“{name}”" for name in names[:SHOWN]) + rest


def _places(counting: Counting, figures: Figures) -> Iterator[str]:
    """Doubt countries beside weapons and troops: they may be whose these are."""
    asks = [f["question"]["kind"] for f in figures.figures if "question" in f]
    if {Kind.WEAPONS_COUNT, Kind.TROOP_COUNT}.intersection(asks):
        for name in counting.of(Role.PLACE)[:1]:
            yield f"“{name}” is taken for where the figures are: check that it is not whose"


def _hedges(figures: Figures) -> Iterator[str]:
    """Doubt hedges beside bounds: none may be dropped unseen."""
    for figure in figures.figures:
        if "low" in figure and "hedge" in figure:
            yield f"The hedge of “{figure['column']}” is not imported beside its least and most"


def _growing(counting: Counting, about: Basics, figures: Figures) -> Iterator[str]:
    """Doubt counts of single periods of which nothing shows that they are no running totals."""
    if about.basis is not None:
        return
    totals = counting.totals
    open_ones = [
        one.name
        for one in totals.every
        if figures.bases.get(one.name) is Basis.INTERVAL
        and not INTERVAL.search(one.words)
        and not totals.falls(one)
    ]
    if open_ones:
        yield (
            f"Taken for counts of single periods: {_shown(open_ones)}; nothing shows that it is no "
            "running total, so check it"
        )


def _numbers(counting: Counting) -> Iterator[str]:
    """Doubt numbers that are written in two ways, or cells that state none."""
    for name in counting.of(Role.FIGURE, Role.LOW, Role.HIGH):
        found = counting.look.numbers(name)
        if len(found.styles) > 1:
            yield f"“{name}” writes numbers in two ways; they are read as {found.style}"
        if found.unread:
            shown = ", ".join(f"“{cell[:40]}”" for cell in found.unread[:SHOWN])
            yield f"Some cells of “{name}” state no count and are reported: {shown}"


def _repeats(counting: Counting) -> Iterator[str]:
    """Doubt rows that agree in all that tells claims apart."""
    keys = counting.of(Role.KEY, Role.SAID_ON)
    found = repeats(counting.look, [*counting.dates, *counting.splits, *keys])
    if found:
        yield (
            f"{found} of {len(counting.look.sample.rows)} rows agree with an earlier one in date, "
            "place and claimant: they are reported as repeated"
        )

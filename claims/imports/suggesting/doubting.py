"""What a person must check or fill in before a suggested mapping is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.imports.suggesting.choosing_texts import repeats
from claims.imports.suggesting.role import Role
from claims.vocabulary import Basis, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.imports.suggesting.counting import Counting
    from claims.imports.suggesting.figures import Figures
    from claims.imports.suggesting.role import Basics

SHOWN = 3
"""Examples that a doubt shows."""


def doubts_of(counting: Counting, about: Basics, figures: Figures) -> list[str]:
    """Return what must be checked, the weightiest first."""
    found = [
        *_claimant(counting, about),
        *_days(counting),
        *_totals(about, figures),
        *_places(counting, figures),
        *_hedges(counting, figures),
        *_growing(counting, figures),
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


def _days(counting: Counting) -> Iterator[str]:
    """Doubt days that cannot be read for certain."""
    if not counting.dates and counting.first is None:
        yield "No column says when: the figures have no period"
    for name in counting.of(Role.DATE, Role.END, Role.SAID_ON):
        written = counting.look.days(name)
        if written is None:
            yield f"“{name}” holds no dates that can be read"
            continue
        if written.is_unclear:
            first = counting.look.cells(name)[0]
            yield f"“{name}” has days such as {first}: the day is taken to come first"
        if written.share < 1:
            yield f"Some cells of “{name}” are no dates like the others: their rows are reported"
        if not counting.look.is_always_filled(name):
            yield f"“{name}” is empty in some rows: check what these are about"


def _totals(about: Basics, figures: Figures) -> Iterator[str]:
    """Doubt running totals that only look so, and the day that they start from."""
    if figures.by_values:
        shown = ", ".join(f"“{name}”" for name in figures.by_values[:SHOWN])
        rest = f" and {len(figures.by_values) - SHOWN} more" if figures.by_values[SHOWN:] else ""
        yield f"Taken for running totals because they hardly ever fall: {shown}{rest}; check it"
    asks = [*figures.indicators, *(f["question"] for f in figures.figures if "question" in f)]
    since = next((one.get("baseline") for one in asks if one["basis"] == Basis.TALLY), None)
    if since and about.baseline is None:
        yield f"The running totals are taken to start on {since}, the first day of the table"


def _places(counting: Counting, figures: Figures) -> Iterator[str]:
    """Doubt countries beside weapons and troops: they may be whose these are."""
    asks = [f["question"]["kind"] for f in figures.figures if "question" in f]
    if {Kind.WEAPONS_COUNT, Kind.TROOP_COUNT}.intersection(asks):
        for name in counting.of(Role.PLACE)[:1]:
            yield f"“{name}” is taken for where the figures are: check that it is not whose"


def _hedges(counting: Counting, figures: Figures) -> Iterator[str]:
    """Doubt hedges that no figure takes: none may be dropped unseen."""
    named = {
        name
        for f in figures.figures
        for name in (*f["only"], *f["unless"], f.get("hedge", "").strip("{}"))
    }
    for name in counting.of(Role.HEDGE):
        if name not in named:
            yield f"“{name}” says how firm a figure is, but not which: its words are not imported"
    for figure in figures.figures:
        if "low" in figure and "hedge" in figure:
            yield f"The hedge of “{figure['column']}” is not imported beside its least and most"


def _growing(counting: Counting, figures: Figures) -> Iterator[str]:
    """Doubt counts of single days that could be running totals."""
    for name, why in figures.why.items():
        if why.startswith(Basis.INTERVAL) and counting.never_falls(name, {}, rises=1, steps=2):
            yield f"“{name}” is taken for counts of single periods, but never falls: check it"


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

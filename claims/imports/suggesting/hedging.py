"""Which hedge column goes with which figure, and how its words are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.imports.suggesting.choosing_hedges import leaves_firm
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.parts import are_flags
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import YES

if TYPE_CHECKING:
    from claims.imports.suggesting.counting import Counting


@dataclass(frozen=True)
class Hedged:
    """The hedge of a figure, and the rows that have it."""

    words: str | None = None
    only: dict[str, list[str]] = field(default_factory=dict)
    unless: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Hedging:
    """The hedge columns of a table."""

    counting: Counting
    doubts: list[str] = field(default_factory=list)

    def of(self, column: str, *, is_least: bool) -> list[Hedged]:
        """Return how a figure is hedged: one way, or two that share the rows between them."""
        if is_least:
            return [Hedged("[at least]")]
        name = self._column(column)
        if name is None:
            return [Hedged()]
        cells = self.counting.look.distinct(name)
        if are_flags(cells):
            yes = [cell for cell in cells if cell.casefold() in YES]
            return [Hedged("[about]", only={name: yes}), Hedged(unless={name: yes})]
        firm = [cell for cell in cells if leaves_firm(cell)]
        if not firm:
            return [Hedged(f"{{{name}}}")]
        return [Hedged(f"{{{name}}}", unless={name: firm}), Hedged(only={name: firm})]

    def free(self, figures: list[dict[str, Any]]) -> list[str]:
        """Return the hedge columns that no figure takes, as a mapping writes figures."""
        named = {
            name
            for f in figures
            for name in (*f["only"], *f["unless"], f.get("hedge", "").strip("{}"))
        }
        return [name for name in self.counting.of(Role.HEDGE) if name not in named]

    def _column(self, column: str) -> str | None:
        """Return the hedge column of a figure: by its name, by its place, or the only one."""
        hedges, figures = self.counting.of(Role.HEDGE), self.counting.of(Role.FIGURE)
        own = {name: self._named_for(name, figures) for name in hedges}
        if named := next((name for name, figure in own.items() if figure == column), None):
            return named
        free = [name for name, figure in own.items() if figure is None]
        order = self.counting.look.table.columns
        after = [name for name in free if order.index(name) == order.index(column) + 1]
        if after:
            return after[0]
        if len(free) != 1 or self._follows_one(free[0], figures):
            return None
        if len(figures) > 1:
            self._doubt(f"“{free[0]}” is taken as the hedge of all figures: check that it is")
        return free[0]

    def _named_for(self, name: str, figures: list[str]) -> str | None:
        """Return the figure that a hedge column is named after: `killed_qualifier`, `killed*`."""
        own = set(words_of(name).split())
        named = [f for f in figures if set(words_of(f).split()) <= own]
        return max(named, key=len, default=None)

    def _follows_one(self, name: str, figures: list[str]) -> bool:
        """Tell whether a hedge stands between two figures: then it is that of the first."""
        order = self.counting.look.table.columns
        place = order.index(name)
        before = place > 0 and order[place - 1] in figures
        return before and any(order.index(figure) > place for figure in figures)

    def _doubt(self, words: str) -> None:
        if words not in self.doubts:
            self.doubts.append(words)

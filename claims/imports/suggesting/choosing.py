"""What each column of a table is taken for, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.imports.suggesting.choosing_dates import choose_dates
from claims.imports.suggesting.choosing_figures import choose_figures
from claims.imports.suggesting.choosing_hedges import choose_hedges
from claims.imports.suggesting.choosing_texts import choose_ages, choose_key, choose_texts
from claims.imports.suggesting.names import is_usable
from claims.imports.suggesting.role import Role

if TYPE_CHECKING:
    from claims.imports.suggesting.look import Look

NOT_KNOWN = "neither its name nor what stands in it says what it is"


@dataclass
class Choice:
    """The roles of the columns, the reasons, and what a person must check."""

    look: Look
    roles: dict[str, Role] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def take(self, column: str, role: Role, reason: str) -> None:
        """Give a column its role, with the reason; a column has one role, the first."""
        if column not in self.roles:
            self.roles[column], self.reasons[column] = role, f"“{column}” {reason}"

    def doubt(self, words: str) -> None:
        """Note what a person must check, once."""
        if words not in self.doubts:
            self.doubts.append(words)

    def open(self) -> list[str]:
        """Return the columns that have no role yet."""
        return [name for name in self.look.table.columns if name not in self.roles]

    def has(self, role: Role) -> list[str]:
        """Return the columns of a role, in their order."""
        return [name for name in self.look.table.columns if self.roles.get(name) is role]


def choose(look: Look) -> Choice:
    """Return what each column of a table is taken for."""
    choice = Choice(look)
    for name in look.table.columns:
        if not is_usable(name):
            choice.take(name, Role.UNUSED, "has a name that a mapping cannot use")
        elif not look.cells(name):
            choice.take(name, Role.UNUSED, "is empty in the rows that were read")
        elif look.holds_addresses(name):
            taken = choice.has(Role.ADDRESS)
            reason = f"holds addresses, as “{taken[0]}” does" if taken else "holds web addresses"
            choice.take(name, Role.UNUSED if taken else Role.ADDRESS, reason)
    choose_dates(choice)
    choose_key(choice)
    choose_hedges(choice)
    choose_ages(choice)
    choose_figures(choice)
    choose_texts(choice)
    for name in choice.open():
        choice.take(name, Role.UNUSED, f"is not used: {NOT_KNOWN}")
    return choice

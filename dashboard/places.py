"""Where a view stands: the ledger position that is shown, and the one that its address holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.periods import words

if TYPE_CHECKING:
    from datetime import date

    from claims.ledger import Ledger, Position
    from dashboard.links import View


@dataclass(frozen=True, slots=True)
class Place:
    """What is shown is of `rev`, its states as on `day`; `held` is what the address carries."""

    rev: int
    day: date
    """The day as on which figures are current or stale."""
    now: date
    """The day on which it is looked at, UTC."""
    head: Position
    """The newest position."""
    held: Position | None = None
    """The position that the address holds the view at; none where it shows what stands now."""
    held_day: date | None = None
    shared: bool = False
    """Whether the address is a copied link, and not a walk back."""

    @property
    def is_past(self) -> bool:
        """Whether the view is shown as it stood, rather than as it stands."""
        return self.held is not None and self.rev == self.held.rev and self.day == self.held_day

    def in_words(self) -> str:
        """Say what the address holds: `As shared on 22 November 2026 (revision 1,204)`."""
        if self.held is None or self.held_day is None:
            return ""
        how = "As shared on" if self.shared else "As on record on"
        return f"{how} {words(self.held_day)} (revision {self.held.rev:,})"


def place(view: View, ledger: Ledger, today: date) -> Place:
    """Return where a view stands; raises UnknownPositionError.

    An address with a revision and no day holds it as on the day of the revision, one with a
    day alone at what was on record at the end of that day.
    """
    head = ledger.head
    if view.rev is None and view.day is None:
        return Place(head.rev, today, today, head)
    rev = view.rev
    position = ledger.position(view.day or today) if rev is None else ledger.position_of(rev)
    written = position.at.date() if position.at else view.day or today
    day = min(max(view.day or written, written), today)
    shown, on = (head, today) if view.now else (position, day)
    return Place(shown.rev, on, today, head, position, day, view.shared)

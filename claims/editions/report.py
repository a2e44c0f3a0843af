"""What became of an edition: rows read, claims new, revised, unchanged, gone, and the problems."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from claims.numerals import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.errors import Problem

MOST_REVISIONS = 1_000
"""Revised claims that are listed one by one; the history has all of them."""
MOST_PROBLEMS = 100_000
"""Problems that are kept with their rows; of further ones only the number is."""
IMPORTED = "Import of "
"""How the reason of every revision begins that an import wrote."""
TAKEN_BACK = "Undo of import, "
"""How the reason of every revision begins that took an import back."""


@dataclass(frozen=True, slots=True)
class Revised:
    """A figure that the set changed."""

    claim: str
    statement: str
    """What is said now."""
    before: str
    """The figure as it stood, as it is said."""
    after: str


@dataclass
class Report:
    """What an import did, or would do."""

    file: str
    mapping: str
    edition: str
    """First digits of the SHA-256 of the file."""
    is_rehearsal: bool = False
    """Whether nothing was written."""
    rows: int = 0
    claims: int = 0
    """Claims that the rows make, good ones only."""
    others: int = 0
    """Parties, sources and indicators that came with them and were not on record."""
    added: int = 0
    revised: int = 0
    unchanged: int = 0
    revisions: list[Revised] = field(default_factory=list)
    """The first of the claims that were revised, figure by figure."""
    notes: list[str] = field(default_factory=list)
    """What is odd about the edition as a whole, one sentence each."""
    unread: list[str] = field(default_factory=list)
    """Columns of which the mapping says nothing."""
    kept: list[str] = field(default_factory=list)
    """Claims that a person changed on record since; the set has not changed, so they stay."""
    vanished: list[str] = field(default_factory=list)
    """Claims on record from this source that the edition no longer makes; they stay too."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Rows that say nothing new, by the reason."""
    problems: list[Problem] = field(default_factory=list)
    beyond: int = 0
    """Problems that are not listed for their number."""
    first: int = 0
    last: int = 0
    """The first and last revision that was written; 0 where none was."""

    @property
    def reason(self) -> str:
        """Why the revisions were written, as the history says it."""
        return f"{IMPORTED}{self.file} by the mapping {self.mapping}, edition {self.edition}"

    def add(self, problems: list[Problem]) -> None:
        """Take in problems, as many as are kept."""
        room = MOST_PROBLEMS - len(self.problems)
        self.problems += problems[:room]
        self.beyond += len(problems[room:])

    def in_words(self) -> str:
        """Say it in one sentence."""
        would = "would be " if self.is_rehearsal else ""
        parts = [
            f"{counted(self.rows, 'row')} read",
            f"{counted(self.claims, 'claim')}: {self.added:,} {would}added",
            f"{self.revised:,} {would}revised",
            f"{self.unchanged:,} unchanged",
            counted(len(self.problems) + self.beyond, "problem"),
        ]
        if self.kept:
            parts.insert(4, f"{len(self.kept):,} changed by a person and left so")
        return f"{', '.join(parts)}."

    def as_dict(self) -> Mapping[str, object]:
        """Return the report as plain JSON values."""
        plain = asdict(self) | {"left_out": dict(self.left_out)}
        return plain | {"problems": [problem.as_dict() for problem in self.problems]}

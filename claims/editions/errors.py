"""Why an edition cannot be taken in or taken back, and how it is said.

ClaimsError
├── NoImportError     the revision was written by no import
├── TakenBackError    the import was taken back already
├── UnpackableError   a data package does not hold such a file
└── NoMappingError    no mapping was named, and the file brings none
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Sequence


class NoImportError(ClaimsError):
    """A revision was written by no import."""

    def __init__(self, rev: int) -> None:
        """Take the revision."""
        self.rev = rev
        super().__init__(f"Revision {rev:,} was written by no import: there is nothing to undo.")


class TakenBackError(ClaimsError):
    """An import was taken back already, and nothing of it stands."""

    def __init__(self, first: int, last: int) -> None:
        """Take the revisions of the import."""
        self.first, self.last = first, last
        super().__init__(f"Revisions {first:,} to {last:,} were taken back already.")


class UnpackableError(ClaimsError):
    """A data package does not hold such a file."""

    def __init__(self, file: str, form: str) -> None:
        """Take the file and its form."""
        self.file, self.form = file, form
        super().__init__(
            f"“{file}” ({form}) cannot be put into a package: save it as CSV or JSON first."
        )


class NoMappingError(ClaimsError):
    """No mapping was named, and the file brings none."""

    def __init__(self, file: str, fitting: Sequence[str]) -> None:
        """Take the file and the ready mappings that its columns fit."""
        self.file, self.fitting = file, tuple(fitting)
        advice = "--suggest prints one to begin with"
        if fitting:
            advice = f"its columns fit {' and '.join(f'--mapping {name}' for name in fitting)}"
        super().__init__(f"“{file}” needs a mapping that says what its columns mean: {advice}.")

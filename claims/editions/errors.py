"""Why an edition cannot be taken in or taken back, and how it is said.

ClaimsError
├── NoImportError     the revision was written by no import
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


class NoMappingError(ClaimsError):
    """No mapping was named, and the file brings none."""

    def __init__(self, file: str, fitting: Sequence[str]) -> None:
        """Take the file and the ready mappings that its columns fit."""
        self.file, self.fitting = file, tuple(fitting)
        advice = "`claims import FILE --suggest` writes one to begin with"
        if fitting:
            advice = f"its columns fit {' and '.join(f'--mapping {name}' for name in fitting)}"
        super().__init__(f"“{file}” needs a mapping that says what its columns mean: {advice}.")

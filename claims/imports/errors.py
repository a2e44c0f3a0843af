"""Why an import cannot begin, and how it is said.

ClaimsError
├── UnknownMappingError    no ready mapping has that name, and no file does
├── BadMappingError        the file is no mapping, with the first faults and where
├── UnfittingTableError    the table has not the columns that the mapping reads
└── CutOffTableError       a part of the file cannot be read at all
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.errors import Problem


class UnknownMappingError(ClaimsError):
    """No ready mapping has that name, and no file does."""

    def __init__(self, name: str, ready: Sequence[str]) -> None:
        """Take what was asked for and the names that there are."""
        self.name, self.ready = name, tuple(ready)
        super().__init__(
            f"There is no mapping “{name[:80]}”: give one of {', '.join(ready)}, or a YAML file."
        )


class BadMappingError(ClaimsError):
    """A file is no mapping."""

    def __init__(self, name: str, faults: Sequence[str]) -> None:
        """Take the file and what is wrong with it, each with its place."""
        self.name, self.faults = name, tuple(faults)
        shown, more = "; ".join(faults[:5]), len(faults) - 5
        others = f"; and {more} more" if more > 0 else ""
        super().__init__(f"“{name}” is no mapping that can be used: {shown}{others}.")


class UnfittingTableError(ClaimsError):
    """A table has not the columns that a mapping reads."""

    def __init__(self, file: str, mapping: str, missing: Sequence[str]) -> None:
        """Take the file, the mapping and the columns that would tell the table."""
        self.file, self.mapping, self.missing = file, mapping, tuple(missing)
        super().__init__(
            f"“{file}” is no table of the mapping “{mapping}”: "
            f"it has no column {', '.join(missing[:8])}."
        )


class CutOffTableError(ClaimsError):
    """A part of a file cannot be read at all, so that nobody knows what stands there."""

    def __init__(self, problem: Problem) -> None:
        """Take the problem of the place from which on nothing can be read."""
        self.problem = problem
        super().__init__(
            f"{problem.where}: {problem.message}. {problem.hint}: nothing of it was recorded."
        )

"""Why a table cannot be read at all, and how it is said.

ClaimsError
├── UnknownPartError       the file holds no sheet, list or resource of that name
├── UnknownTableError      a kind of file that is not read
├── TooMuchError           more of something than is read: columns, bytes
├── LockedTableError       a workbook that opens with a password only
└── UnsafePackageError     a package points to what is outside of it
"""

from __future__ import annotations

from claims.errors import ClaimsError

KINDS = (
    "CSV (also TSV, or compressed as .csv.gz), JSON, JSON lines, XLSX, XLS, ODS, Parquet, "
    "or a Data Package (datapackage.json, or a zip that holds it)"
)


class UnknownPartError(ClaimsError):
    """The file holds no sheet, list or resource of that name."""

    def __init__(self, file: str, part: str, parts: tuple[str, ...]) -> None:
        """Take the file, the part that was asked for and those that it holds."""
        self.file, self.part, self.parts = file, part, parts
        shown = ", ".join(f"“{one}”" for one in parts[:20]) or "a single table"
        super().__init__(f"“{file}” holds no “{part}”: it holds {shown}.")


class UnknownTableError(ClaimsError):
    """A kind of file that is not read."""

    def __init__(self, file: str, found: str = "") -> None:
        """Take the file and what it was found to be, if that is known: `a web page`."""
        self.file, self.found = file, found
        what = f"is {found}, which is" if found else "is of a kind that is"
        super().__init__(f"“{file}” {what} not read as a table. Give {KINDS}.")


class TooMuchError(ClaimsError):
    """More of something than is read."""

    def __init__(self, file: str, limit: int, unit: str) -> None:
        """Take the file, how much of it would be read, and of what: `columns`."""
        self.file, self.limit, self.unit = file, limit, unit
        super().__init__(f"“{file}” is too large: at most {limit:,} {unit} are read.")


class LockedTableError(ClaimsError):
    """A workbook that opens with a password only."""

    def __init__(self, file: str) -> None:
        """Take the file."""
        self.file = file
        super().__init__(f"“{file}” opens with a password only: save it without one.")


class UnsafePackageError(ClaimsError):
    """A package points to what is outside of it; nothing of it is read."""

    def __init__(self, file: str, path: str) -> None:
        """Take the package and the path that leads out of it."""
        self.file, self.path = file, path
        super().__init__(
            f"“{file}” points to “{path}”, which is not within the package: only files beside "
            "its datapackage.json are read."
        )

"""What can go wrong, and how it is said.

Bad *data* is never raised: it is returned as a list of `Problem`. Exceptions are
for bad requests and damaged files; each takes the facts and owns its wording.

    ClaimsError
    ├── UnknownRecordError      a record was asked for that is not on record
    ├── UnknownPositionError    a ledger position was asked for that does not exist
    ├── StaleEditError          the record moved on since the editor opened it
    ├── NothingToExplainError   an explanation was given for claims that need none
    ├── NothingToTakeBackError  an explanation was taken back that is not on record
    ├── IncompleteExplanationError  an explanation lacks its reason, words or name
    ├── LedgerDamagedError      the hash chain does not hold
    ├── LedgerVersionError      the ledger was written by another version
    ├── TooManyError            more claims were asked for than fit into one file
    ├── UnreadableFileError     a file cannot be read at all
    └── WordingError            a wording states no number that the table knows
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file: its name, and the line counted from 1 (0: the whole file)."""

    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        """Say the place as compilers do: `claims.jsonl:12`."""
        return f"{self.file or 'records'}:{self.line}" if self.line else self.file or "records"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in the data: where it is, what is wrong, and how to mend it."""

    where: Where
    record: str
    """Id of the record, empty where it has none yet."""
    field: str
    """Dotted path of the field, such as `quantity.low`."""
    value: str
    """The offending value, shortened."""
    message: str
    """What is wrong, without a full stop."""
    hint: str
    """How to mend it."""

    def __str__(self) -> str:
        """Say the problem on one line."""
        value = f" {self.value!r}" if self.value else ""
        return f"{self.where}: {self.field or 'record'}{value}: {self.message}. {self.hint}"

    def as_dict(self) -> dict[str, object]:
        """Return the problem as plain JSON values."""
        place = asdict(self.where)
        return place | {k: v for k, v in asdict(self).items() if k != "where"}


class ClaimsError(Exception):
    """Root of everything this package raises on purpose."""


class UnknownRecordError(ClaimsError):
    """A record was asked for that is not on record."""

    def __init__(self, record: str, record_id: str, rev: int | None = None) -> None:
        """Take the kind of record, its id and, where one was asked for, the position."""
        self.record, self.record_id, self.rev = record, record_id, rev
        at = f" at revision {rev:,}" if rev is not None else ""
        super().__init__(f"No {record} “{record_id}” is on record{at}.")


class UnknownPositionError(ClaimsError):
    """A ledger position was asked for that does not exist."""

    def __init__(self, rev: int, head: int) -> None:
        """Take the position asked for and the newest one."""
        self.rev, self.head = rev, head
        super().__init__(f"There is no revision {rev:,}: the ledger stands at {head:,}.")


class StaleEditError(ClaimsError):
    """The record moved on since the editor opened it; nothing was written."""

    def __init__(self, record_id: str, based_on: int, now: int, yours: str, theirs: str) -> None:
        """Take the record, the two revisions and both versions as JSON."""
        self.record_id, self.based_on, self.now = record_id, based_on, now
        self.yours, self.theirs = yours, theirs
        super().__init__(
            f"“{record_id}” was opened at revision {based_on:,} and has since been changed at "
            f"revision {now:,}. Nothing was written: compare the two versions and edit again."
        )


class NothingToExplainError(ClaimsError):
    """An explanation was given for two claims that need none."""

    def __init__(self, claim_id: str, other_id: str, reason: str) -> None:
        """Take the two claims and how they stand to each other."""
        self.claim_id, self.other_id, self.reason = claim_id, other_id, reason
        super().__init__(f"“{claim_id}” and “{other_id}” need no explanation: {reason}.")


class NothingToTakeBackError(ClaimsError):
    """An explanation was taken back that is not on record."""

    def __init__(self, claim_id: str, other_id: str) -> None:
        """Take the two claims."""
        self.claim_id, self.other_id = claim_id, other_id
        super().__init__(f"No explanation is on record why “{claim_id}” and “{other_id}” differ.")


class IncompleteExplanationError(ClaimsError):
    """An explanation lacks its reason, its words or the name of whoever gives it."""

    def __init__(self, faults: Iterable[str]) -> None:
        """Take what is missing or wrong, each in a few words."""
        self.faults = tuple(faults)
        super().__init__(f"Nothing was recorded: {'; '.join(self.faults)}.")


class LedgerDamagedError(ClaimsError):
    """The hash chain does not hold: a revision was changed outside the program."""

    def __init__(self, rev: int, reason: str) -> None:
        """Take the first bad revision and what is wrong with it."""
        self.rev, self.reason = rev, reason
        super().__init__(f"Revision {rev:,} does not verify: {reason}.")


class LedgerVersionError(ClaimsError):
    """The ledger was written by another version of the program."""

    def __init__(self, found: int, expected: int) -> None:
        """Take the schema version found and the one this program writes."""
        self.found, self.expected = found, expected
        advice = "Run `claims rebuild` to bring it up to date; no revision is changed by it."
        if found > expected:
            advice = "It was written by a newer program: update this one."
        super().__init__(
            f"This ledger has schema {found}, this program writes schema {expected}. {advice}"
        )


class TooManyError(ClaimsError):
    """More claims were asked for than fit into one file."""

    def __init__(self, count: int, limit: int) -> None:
        """Take how many were asked for and how many fit."""
        self.count, self.limit = count, limit
        super().__init__(
            f"{count:,} claims are more than the {limit:,} that fit here: choose fewer of them."
        )


class UnreadableFileError(ClaimsError):
    """A file or folder cannot be read at all."""

    def __init__(self, path: Path, reason: str) -> None:
        """Take the path and why it cannot be read."""
        self.path, self.reason = path, reason
        super().__init__(f"{path} cannot be read: {reason}.")


class WordingError(ClaimsError):
    """A wording states no number that the hedge table knows."""

    def __init__(self, wording: str) -> None:
        """Take the words that were to be understood."""
        self.wording = wording
        super().__init__(f"“{wording}” states no number that the hedge table knows.")

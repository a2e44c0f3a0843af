"""Following a folder: each file that is new or was changed is taken in once it is written."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Mark = tuple[int, int]


@dataclass
class Folder:
    """A folder whose files are taken in as they come."""

    path: Path
    settled: float = 10.0
    """Seconds for which a file must not have been written to."""
    _seen: dict[Path, Mark] = field(default_factory=dict)
    """The time and size of each file when it was looked at last."""
    _done: dict[Path, Mark] = field(default_factory=dict)
    """The same when it was taken in."""

    def ready(self) -> Iterator[Path]:
        """Yield the files that are new or changed, and are no longer being written.

        Hidden and unfinished files are passed over.
        """
        for path in self._files():
            mark = _mark(path)
            if mark is None:
                continue
            rests = time.time() - mark[0] / 10**9 >= self.settled
            if rests and self._seen.get(path) == mark != self._done.get(path):
                self._done[path] = mark
                yield path
            self._seen[path] = mark

    def _files(self) -> list[Path]:
        """Return what lies in the folder; raises UnreadableFileError where it is gone."""
        try:
            return sorted(self.path.iterdir())
        except OSError as error:
            raise UnreadableFileError(self.path, error.strerror or "it is gone") from error


def watch(folder: Folder, take: Callable[[Path], object], wait: Callable[[], bool]) -> None:
    """Take in the files of a folder as they come, until `wait` says that it is enough.

    `wait` is called between two looks and returns whether to go on.
    """
    while True:
        for path in folder.ready():
            take(path)
        if not wait():
            return


def _mark(path: Path) -> Mark | None:
    """Return the time and size of a file; None for what is none, or is being written."""
    if path.name.startswith(".") or path.suffix in {".part", ".tmp", ".crdownload"}:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if path.is_file() else None

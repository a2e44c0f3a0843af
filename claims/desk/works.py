"""Works in a folder: one JSON file a work, written whole or not at all, for its owner only.

A file that is damaged is a problem that is told, never a crash.
"""

from __future__ import annotations

import os
import re
import tempfile
import threading
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from claims.desk.work import Work, now
from claims.errors import Problem, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.desk.work import Decided
    from claims.extraction.proposal import Proposal

ID = re.compile("[0-9a-f]{12}")
UNFINISHED = ".part"
KEPT = timedelta(days=30)
"""How long an unfinished text lies on the desk after the last change."""
LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read: a text of the largest document with its proposals."""
_AT_ONCE = threading.RLock()


class Works:
    """The works in a folder."""

    def __init__(self, folder: Path, *, keep_text: bool = False) -> None:
        """Take the folder, made when needed, and whether finished works keep their text."""
        self.folder, self.keep_text = Path(folder), keep_text

    def save(self, work: Work) -> Work:
        """Write a work and return it with the moment of the change."""
        saved = work.model_copy(update={"changed": now()})
        path = self._path(saved.id)
        with _AT_ONCE, self._written(path) as file:
            file.write_text(saved.model_dump_json(exclude_defaults=True), encoding="utf-8")
        return saved

    def get(self, work_id: str) -> Work | Problem:
        """Return a work, or what is wrong: no such work, an id that is none, a damaged file."""
        if ID.fullmatch(work_id) is None or not self._path(work_id).is_file():
            return _problem(work_id, "there is no such work on the desk", "Open the document again")
        return self._read(self._path(work_id))

    def open_ones(self, limit: int = 20) -> tuple[list[Work], list[Problem]]:
        """Return the works that are not finished, the last changed first, and damaged files."""
        read = [self._read(path) for path in self._files()]
        works = [one for one in read if isinstance(one, Work) and one.finished is None]
        works.sort(key=lambda work: (work.changed, work.id), reverse=True)
        return works[:limit], [one for one in read if isinstance(one, Problem)]

    def decide(self, work_id: str, number: int, decided: Decided | None) -> Work | Problem:
        """Record a decision about a proposal, or take it back with None, and save the work.

        What was accepted stays accepted: the claim is on record.
        """
        with _AT_ONCE:
            work = self.get(work_id)
            if isinstance(work, Problem):
                return work
            if not 0 <= number < len(work.proposals):
                message = f"the work has no proposal {number}"
                return _problem(work_id, message, "Open the document again")
            return self.save(work.with_decision(number, decided))

    def date(
        self, work_id: str, published: str | None, proposals: Sequence[Proposal]
    ) -> Work | Problem:
        """Give a work another day of publication with what was found anew, and save it."""
        with _AT_ONCE:
            work = self.get(work_id)
            if isinstance(work, Problem):
                return work
            if work.finished is not None:
                return _problem(work_id, "the work is finished", "Open the document again")
            return self.save(work.dated(published, proposals))

    def finish(self, work_id: str) -> Work | Problem:
        """Close a work: its text is thrown away, what was decided stays."""
        with _AT_ONCE:
            work = self.get(work_id)
            if isinstance(work, Problem):
                return work
            return self.save(work.closed(keep_text=self.keep_text))

    def expire(self, older_than: timedelta = KEPT) -> int:
        """Finish the works that nobody changed for so long, and return how many.

        Files that hold no whole work go too, for they may hold a text.
        """
        before = now() - older_than
        expired = 0
        with _AT_ONCE:
            for path in [*self._files(), *self.folder.glob(f"*{UNFINISHED}")]:
                work = self._read(path) if path.suffix != UNFINISHED else None
                if isinstance(work, Work):
                    if work.finished is None and not before < work.changed <= now():
                        self.save(work.closed(keep_text=self.keep_text))
                        expired += 1
                elif path.stat().st_mtime <= before.timestamp():
                    path.unlink(missing_ok=True)
        return expired

    def _path(self, work_id: str) -> Path:
        if ID.fullmatch(work_id) is None:
            message = f"{work_id!r} is no id of a work"
            raise ValueError(message)
        return self.folder / f"{work_id}.json"

    def _files(self) -> list[Path]:
        return [path for path in sorted(self.folder.glob("*.json")) if ID.fullmatch(path.stem)]

    def _read(self, path: Path) -> Work | Problem:
        """Return the work that a file holds, or that it holds none."""
        try:
            if path.stat().st_size > LARGEST:
                return _problem(path.stem, "its file is too large", "Open the document again")
            work = Work.model_validate_json(path.read_bytes())
        except (OSError, ValidationError, RecursionError):
            return _problem(path.stem, "its file is damaged", "Open the document again")
        if work.id != path.stem:
            return _problem(path.stem, "its file holds another work", "Open the document again")
        return work

    @contextmanager
    def _written(self, path: Path) -> Iterator[Path]:
        """Give a new file, readable by its owner only, that then takes the place of another."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=UNFINISHED, dir=self.folder)
        part = Path(name)
        try:
            yield part
            os.fsync(handle)
            part.replace(path)
        finally:
            os.close(handle)
            with suppress(FileNotFoundError):
                part.unlink()


def _problem(work_id: str, message: str, hint: str) -> Problem:
    return Problem(Where("desk"), work_id[:80], "", "", message, hint)

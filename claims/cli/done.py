"""A file that a long command writes and goes on with after it was stopped.

Beside `OUT` stands `OUT.done`, a line for each input that is through: its address and how long
`OUT` was after it. Whatever `OUT` holds past that came from an input that was cut off; an input
whose rows `OUT` no longer holds whole is not through, nor one that was read as otherwise asked.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class Done:
    """What was written, and which inputs are through; prints where there is no file."""

    output: Path | None = None
    asked: str = ""
    """How the inputs are read: the options of the command."""
    through: dict[str, int] = field(default_factory=dict)
    """How long the output was after each input that is through, in bytes."""
    _file: IO[bytes] | None = None
    _list: IO[str] | None = None

    @classmethod
    def into(cls, output: Path | None, asked: str = "") -> Self:
        """Open a file for going on, or standard output."""
        done = cls(output, asked)
        listed = done._listed()
        if listed is not None and listed.exists() and output is not None and output.exists():
            done.through.update(_whole(listed, output.stat().st_size, asked))
        return done

    def _listed(self) -> Path | None:
        """Return where the inputs that are through are listed."""
        return self.output and self.output.with_name(f"{self.output.name}.done")

    def __enter__(self) -> Self:
        """Begin to write, after what is through; ends the command where it cannot write."""
        try:
            self._open()
        except OSError as error:
            raise click.FileError(str(self.output), error.strerror) from error
        return self

    def _open(self) -> None:
        """Open the output after what is through, and the list anew."""
        listed = self._listed()
        if self.output is not None and listed is not None:
            self._file = self.output.open("r+b" if self.through else "wb")
            self._file.seek(max(self.through.values(), default=0))
            self._file.truncate()
            self._list = listed.open("w", encoding="utf-8")
            self._list.writelines(
                _line(path, size, self.asked) for path, size in self.through.items()
            )
            self._list.flush()

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        """Stop writing; when all is through, the list is no longer needed."""
        for file in (self._file, self._list):
            if file is not None:
                file.close()
        listed = self._listed()
        if error is None and listed is not None:
            listed.unlink()

    def has(self, path: Path) -> bool:
        """Tell whether an input is through."""
        return str(path) in self.through

    def add(self, path: Path, text: str) -> None:
        """Write what an input gave, and that it is through."""
        if self._file is None or self._list is None:
            sys.stdout.write(text)
            return
        self._file.write(text.encode())
        self._file.flush()
        self._list.write(_line(str(path), self._file.tell(), self.asked))
        self._list.flush()


def _line(path: str, size: int, asked: str) -> str:
    """Return the line of an input; names that are no Unicode text are kept too."""
    return f"{json.dumps([path, size, asked])}\n"


def _whole(listed: Path, held: int, asked: str) -> Iterator[tuple[str, int]]:
    """Yield the inputs that are listed in whole lines and whose rows the output still holds."""
    for line in listed.read_text(encoding="utf-8").splitlines(keepends=True):
        if not line.endswith("\n"):
            return
        path, size, as_asked = json.loads(line)
        if size > held or as_asked != asked:
            return
        yield path, size

"""Bytes that a table is read from: a file, one of a zip, or one that is compressed."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

from claims.errors import UnreadableFileError
from claims.fields import UNSAFE
from claims.imports.tables.errors import TooMuchError
from claims.imports.tables.limits import MAX_GZIP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from _typeshed import WriteableBuffer


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes that can be read anew, and the name by which problems call them."""

    name: str
    path: Path
    """The file on disk, for errors."""
    open: Callable[[], IO[bytes]]

    @classmethod
    def of(cls, path: Path) -> Source:
        """Return the bytes of a file on disk."""
        return cls(name_of(path), path, lambda: path.open("rb"))

    @classmethod
    def unpacked(cls, path: Path, most: int = MAX_GZIP) -> Source:
        """Return the bytes that a file compressed with gzip holds, at most so many."""
        return cls(
            name_of(path), path, lambda: cast("IO[bytes]", io.BufferedReader(_Unpacked(path, most)))
        )

    def head(self, size: int) -> bytes:
        """Return the first bytes, at most so many."""
        with self.open() as file:
            return file.read(size)


def name_of(path: Path) -> str:
    """Return the name of a file as it can be printed, whatever bytes it is made of."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", path.name)


class _Unpacked(io.RawIOBase):
    """What a file compressed with gzip holds.

    Reading raises TooMuchError above the limit, UnreadableFileError where it is damaged.
    """

    def __init__(self, path: Path, most: int) -> None:
        """Take the file and how many bytes it may unpack to."""
        self._path, self._most, self._left = path, most, most
        self._file = gzip.open(path, "rb")  # noqa: SIM115 - closed with this

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer; return how many bytes were put there."""
        view = memoryview(buffer)
        try:
            piece = self._file.read(len(view))
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableFileError(self._path, f"it is damaged: {error}") from error
        self._left -= len(piece)
        if self._left < 0:
            raise TooMuchError(self._path.name, self._most, "unpacked bytes")
        view[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()

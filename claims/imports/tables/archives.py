"""Files that are zips inside (XLSX, ODS, a package), made sure of before anything opens them."""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from lzma import LZMAError
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from claims.errors import UnreadableFileError
from claims.imports.tables.errors import LockedTableError, TooMuchError
from claims.imports.tables.limits import MAX_RATIO, MAX_UNPACKED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = 10_000
"""Files in a zip."""
SMALL = 2**24
"""Bytes below which a file may be packed however well."""
PIECE = 2**18
LOCKED = 1
"""The flag of a file in a zip that asks for a password."""


@contextmanager
def unzipped(path: Path) -> Iterator[ZipFile]:
    """Open a zip whose sizes have been made sure of.

    Raises TooMuchError where it unpacks to more than the limit, LockedTableError, and
    UnreadableFileError where it is damaged.
    """
    try:
        with ZipFile(path) as archive:
            _check(archive, path)
            yield archive
    except (BadZipFile, NotImplementedError, EOFError, zlib.error, LZMAError) as error:
        raise UnreadableFileError(path, f"it is damaged: {error}") from error


def _check(archive: ZipFile, path: Path) -> None:
    """Unpack all files of a zip once, holding none, to learn how large they truly are."""
    members = archive.infolist()
    if len(members) > MANY:
        raise TooMuchError(path.name, MANY, "files in a zip")
    if any(member.flag_bits & LOCKED for member in members):
        raise LockedTableError(path.name)
    left = MAX_UNPACKED
    for member in members:
        if member.file_size > left:
            raise TooMuchError(path.name, MAX_UNPACKED, "unpacked bytes")
        stated, member.file_size = member.file_size, left + 1
        with archive.open(member) as file:
            size = sum(len(piece) for piece in iter(lambda: file.read(PIECE), b""))
        member.file_size = stated
        if size > left:
            raise TooMuchError(path.name, MAX_UNPACKED, "unpacked bytes")
        if size > max(SMALL, MAX_RATIO * member.compress_size):
            raise TooMuchError(path.name, MAX_RATIO, "unpacked bytes for each packed one")
        left -= size

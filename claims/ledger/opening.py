"""Opening a file as a ledger, or saying why it is none."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pydantic import ValidationError
from sqlalchemy.exc import DatabaseError

from claims.errors import LedgerVersionError, UnreadableFileError
from claims.ledger import sqlite
from claims.ledger.schema import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine


def engine_of(path: Path, *, read_only: bool, any_version: bool) -> tuple[Engine, int]:
    """Return an engine on a ledger and the version of its projections.

    The file is made when there is none and it may be written. Raises UnreadableFileError
    and LedgerVersionError.
    """
    if read_only and not path.is_file():
        raise UnreadableFileError(path, "there is no such file")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        engine = sqlite.connect(path, read_only=read_only)
        mark, version = sqlite.prepare(engine, read_only=read_only)
    except (DatabaseError, OSError) as error:
        raise UnreadableFileError(path, str(getattr(error, "orig", error))) from error
    if mark != sqlite.APPLICATION:
        engine.dispose()
        raise UnreadableFileError(path, "it is no ledger")
    if version > SCHEMA or (version != SCHEMA and not any_version):
        engine.dispose()
        raise LedgerVersionError(version, SCHEMA)
    return engine, version


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Raise UnreadableFileError where a part of the file turns out damaged in reading."""
    try:
        yield
    except DatabaseError as error:
        raise UnreadableFileError(path, str(error.orig)) from error
    except ValidationError as error:
        raise UnreadableFileError(path, "a record in it is damaged") from error

"""The hash chain: each revision is sealed over all its columns and the seal before it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from claims.ledger.known import chunks
from claims.ledger.schema import revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

FIRST = ""
"""The seal before the first revision."""
SEALED = ("rev", "at", "actor", "action", "record", "record_id", "reason", "state")
"""The columns under the seal, in order."""


def seal(before: str, row: Mapping[str, Any]) -> str:
    """Return the SHA-256, in hex, over the seal before and every column of a revision."""
    parts = [before, *(row[name] for name in SEALED)]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def hashes(connection: Connection, revs: Iterable[int]) -> dict[int, str]:
    """Return the seals of some revisions by number; those that do not exist are left out."""
    found: dict[int, str] = {}
    query = select(revision.c.rev, revision.c.hash).order_by(revision.c.rev)
    for some in chunks(sorted(set(revs))):
        rows = connection.execute(query.where(revision.c.rev.in_(some)))
        found |= {row.rev: row.hash for row in rows}
    return found

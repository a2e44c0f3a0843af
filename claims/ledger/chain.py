"""The hash chain: each revision is sealed over all its columns and the seal before it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST = ""
"""The seal before the first revision."""
SEALED = ("rev", "at", "actor", "action", "record", "record_id", "reason", "state")
"""The columns under the seal, in order."""


def seal(before: str, row: Mapping[str, Any]) -> str:
    """Return the SHA-256, in hex, over the seal before and every column of a revision."""
    parts = [before, *(row[name] for name in SEALED)]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

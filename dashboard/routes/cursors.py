"""Where a list goes on: a cursor holds the position, so that its parts never shift.

While the ledger grows, the next part is of the position of the first one: every record comes
once. A cursor belongs to one list with one filter; any other is refused.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date

from dashboard.routes.answering import RefusedError

LONGEST = 400
"""Characters of a cursor, far more than one has."""
FURTHEST = 10**9
"""Records that may come before a part of a list."""
HINT = "Take the cursor of an answer as it is, with the same address and filter."


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: the ledger position and day that it is of, and how much came before."""

    rev: int
    day: str
    offset: int

    def written(self, listed: str) -> str:
        """Return the cursor as text for an address; `listed` says which list it is of."""
        text = json.dumps([*asdict(self).values(), self._mark(listed)], separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    def _mark(self, listed: str) -> str:
        parts = (listed, self.rev, self.day, self.offset)
        return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]


def read(text: str, listed: str) -> Cursor:
    """Return the cursor that a text means; raises RefusedError where it is none of this list."""
    text = text[: LONGEST + 1]
    try:
        padded = text + "=" * (-len(text) % 4)
        found = json.loads(base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True))
        rev, day, offset, _ = found
        cursor = Cursor(int(rev), date.fromisoformat(day).isoformat(), int(offset))
        genuine = cursor.written(listed) == text
    except (ValueError, TypeError, ArithmeticError, RecursionError) as error:
        raise RefusedError(400, "The cursor cannot be read.", HINT) from error
    if not genuine or not 0 <= cursor.offset <= FURTHEST or cursor.rev < 0:
        raise RefusedError(400, "The cursor is not of this list.", HINT)
    return cursor

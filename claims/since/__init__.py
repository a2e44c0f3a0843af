"""What changed in a view since a position, in readers' words.

since(ledger, Filter(), (1204, date(2026, 11, 22)), (1210, date(2026, 12, 1))).in_words()
# 2 revised, 1 withdrawn, 3 added
"""

from claims.since.differing import Field, differing, subject
from claims.since.entries import Entry, entries
from claims.since.standing import StateChange
from claims.since.view import Difference, Moment, Other, Since, since

__all__ = [
    "Difference",
    "Entry",
    "Field",
    "Moment",
    "Other",
    "Since",
    "StateChange",
    "differing",
    "entries",
    "since",
    "subject",
]

"""The ledger: every state that every record was ever in, and fast views of what stands.

    with Ledger.open("var/on-record.db") as ledger:
        ledger.append(records, actor="desk", reason="first load")
        ledger.count(Filter(indicator=("us-troops-iraq",)))

`revision` is the only truth; all other tables are projections that can be made anew.
"""

from claims.ledger.append import Receipt
from claims.ledger.batch import Batch
from claims.ledger.between import Between, Step, Turn, Turned
from claims.ledger.filter import Filter, Sort
from claims.ledger.history import Position, Revision
from claims.ledger.ledger import Ledger
from claims.ledger.schema import FACETS, FOREVER, Span

__all__ = [
    "FACETS",
    "FOREVER",
    "Batch",
    "Between",
    "Filter",
    "Ledger",
    "Position",
    "Receipt",
    "Revision",
    "Sort",
    "Span",
    "Step",
    "Turn",
    "Turned",
]

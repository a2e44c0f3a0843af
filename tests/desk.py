"""What the tests of the desk share: a ledger of the shipped records, documents and proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims import numerals
from claims.documents.document import Document
from claims.errors import WordingError
from claims.extraction.events.kinds import ROWS, What
from claims.extraction.proposal import Proposal
from claims.hedges import Hedge
from claims.ledger import Ledger
from tests import starter

if TYPE_CHECKING:
    from pathlib import Path

    from claims.records import Record


def shipped(folder: Path, *more: Record) -> Ledger:
    """Open a new ledger that holds the shipped records, and some more."""
    ledger = Ledger.open(folder / "on-record.db")
    given = [item.record for item in starter.records().located]
    ledger.append([*given, *more], actor="test", reason="shipped")
    return ledger


def document(text: str, **fields: Any) -> Document:
    """Make a plain text that Arab News printed on 27 July 2021."""
    defaults = {
        "media_type": "text/plain",
        "title": "A report",
        "publisher": "Arab News",
        "published": "2021-07-27",
        "language": "en",
    }
    return Document(text=text, **defaults | fields)


def proposed(text: str, quote: str, kind: What = What.KILLED, **fields: Any) -> Proposal:
    """Make the proposal of a quote of a text; its sentence ends at the next full stop."""
    start = text.index(quote)
    before, after = text.rfind(". ", 0, start), text.find(".", start + len(quote))
    defaults = {
        "paragraph": 1,
        "sentence_start": before + 2 if before >= 0 else 0,
        "sentence_end": after + 1 if after >= 0 else len(text),
        "noun": quote.rsplit(maxsplit=1)[-1],
        "unit": ROWS[kind].unit,
    }
    place = {"start": start, "end": start + len(quote), "quote": quote, "kind": kind}
    return Proposal(**_figure(quote, kind) | defaults | place | fields)


def _figure(quote: str, kind: What) -> dict[str, Any]:
    try:
        stated = numerals.parse(quote, ROWS[kind].unit)
    except WordingError:
        return {"hedge": Hedge.NOT_STATED, "value": None, "low": None, "high": None}
    found = stated.bounds
    return {"hedge": stated.hedge, "value": stated.value, "low": found.low, "high": found.high}

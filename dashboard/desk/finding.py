"""From what a reporter gives (words, a file, an address) to a document, and on to a work."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from claims.desk.places import own_places
from claims.desk.work import Work
from claims.documents.document import document
from claims.documents.errors import TooLargeError
from claims.documents.fetching import fetch
from claims.documents.reading import read
from claims.extraction.proposals import propose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.documents.document import Document
    from claims.extraction.proposal import Proposal
    from claims.records import Indicator

MOST = 200_000
"""Characters of a text on the desk: sixty pages. One person reads no more at once."""
PASTED = "the pasted text"


def from_file(content: bytes, name: str) -> Document:
    """Read a file. Raises the errors of `claims.documents.errors`."""
    return checked(read(content, name), name)


def from_address(address: str) -> Document:
    """Fetch and read what stands at an address. Raises the errors of `claims.documents.errors`."""
    fetched = fetch(address)
    found = read(fetched.content, fetched.address, fetched.media_type)
    return checked(found if found.url else found.model_copy(update={"url": address}), address)


def from_words(text: str, stated: Mapping[str, str | None]) -> Document:
    """Make a document of a text and what a person states about it; raises TooLargeError."""
    if len(text) > MOST:
        raise TooLargeError(PASTED, MOST, "characters")
    media_type = stated.get("media_type") or "text/plain"
    others = {name: value or None for name, value in stated.items() if name != "media_type"}
    return document(PASTED, text, media_type, **others)


def checked(found: Document, name: str) -> Document:
    """Return a document that is short enough for the desk; raises TooLargeError."""
    if len(found.text) > MOST:
        raise TooLargeError(name, MOST, "characters")
    return found


def work_on(found: Document, actor: str, indicators: Iterable[Indicator]) -> Work:
    """Return the work on a document: what it seems to state, for a person to decide about."""
    return Work.begin(found, proposals(found.text, day(found.published), indicators), actor)


def proposals(text: str, on: date | None, indicators: Iterable[Indicator]) -> list[Proposal]:
    """Return what a text of a day seems to state, the places of the record known."""
    return propose(text, published=on, names=own_places(indicators))


def day(published: str | None) -> date | None:
    """Return a day of publication; none where the document gives none or only a month."""
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return None

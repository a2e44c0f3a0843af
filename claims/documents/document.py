"""The document as it was read: its text and what it says about itself."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter, ValidationError

from claims.documents.errors import NoTextError, TooLargeError
from claims.documents.tidying import one_line, tidy
from claims.fields import Language, Text, WebAddress
from claims.periods import Period
from claims.records import Frozen

MOST_CHARACTERS = 2_000_000
TEXT: TypeAdapter[str] = TypeAdapter(Text)
LANGUAGE: TypeAdapter[str] = TypeAdapter(Language)
WEB_ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)
PERIOD: TypeAdapter[Period] = TypeAdapter(Period)


class Document(Frozen):
    """A text and what the document states about itself; nothing is guessed."""

    text: str
    """The text that all offsets count into; paragraphs stand on lines of their own."""
    media_type: str
    """What was read: `text/html`."""
    title: Text | None = None
    """The headline."""
    author: Text | None = None
    """The byline: a reporter, an agency."""
    publisher: Text | None = None
    """The name of the site or publication."""
    url: WebAddress | None = None
    """The address that the document gives as its own."""
    published: str | None = None
    """The day it says it was published, an ISO date."""
    language: Language | None = None
    """The language it says it is in, BCP 47."""

    @cached_property
    def sha256(self) -> str:
        """What a Source's `text_sha256` holds: SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def document(  # noqa: PLR0913 - what a document may state about itself
    name: str,
    text: str,
    media_type: str,
    *,
    title: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
) -> Document:
    """Make a document; what it states about itself in a form that no record takes is left out.

    Raises NoTextError and TooLargeError.
    """
    text = tidy(text).strip()
    if not text:
        raise NoTextError(name)
    if len(text) > MOST_CHARACTERS:
        raise TooLargeError(name, MOST_CHARACTERS, "characters")
    return Document(
        text=text,
        media_type=media_type,
        title=_stated(TEXT, title),
        author=_stated(TEXT, author),
        publisher=_stated(TEXT, publisher),
        url=_stated(WEB_ADDRESS, url),
        published=published if _stated(PERIOD, published) else None,
        language=_stated(LANGUAGE, (language or "").replace("_", "-")),
    )


def _stated(form: TypeAdapter[Any], value: str | None) -> Any | None:  # noqa: ANN401 - of any form
    """Return a statement in the form of the records, None where it has none."""
    try:
        return form.validate_python(one_line(value))
    except ValidationError:
        return None

"""PDF to documents: the text of its pages, with the lines of a paragraph joined again."""

from __future__ import annotations

import time
from io import BytesIO
from typing import TYPE_CHECKING

from claims.documents.document import MOST_CHARACTERS, document
from claims.documents.errors import (
    DamagedDocumentError,
    LockedDocumentError,
    MissingLibraryError,
    TooIntricateError,
    TooLargeError,
)
from claims.documents.tidying import tidy
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

    from claims.documents.document import Document

KIND, LIBRARY = "a PDF", "pypdf"
MEDIA_TYPE = "application/pdf"
MOST_PAGES = 500
MOST_OPERATIONS = 500_000
"""Of one page; a page of small print has some thousands."""
WITHIN = 60.0
"""Seconds that all pages may take; 500 pages of a report take few."""
SENTENCE_ENDS = (".", "!", "?", ".”", ".’", '."', ".)", ":", "؟", "。")
ENDING = 0.9
"""A line shorter than this part of the widest, and that ends a sentence, ends a paragraph."""
SHORT = 0.6
"""A line shorter than this part of the widest ends one in any case: a heading, a list."""


def read_pdf(content: bytes, name: str, within: float = WITHIN) -> Document:
    """Return the text of a PDF. Its dates are those of the file, so none is taken over.

    Between pages it is given up once `within` seconds have gone. Raises LockedDocumentError,
    TooLargeError, TooIntricateError, DamagedDocumentError, and NoTextError for a scan.
    """
    try:
        import pypdf  # noqa: PLC0415 - only where it is needed
        from pypdf.errors import DependencyError  # noqa: PLC0415 - as above
    except ImportError as error:
        raise MissingLibraryError(KIND, LIBRARY) from error
    limits = pypdf.Configuration(stream_parsing_work_maximum_count=MOST_OPERATIONS)
    try:
        with pypdf.apply_configuration(limits):
            return _document(pypdf.PdfReader(BytesIO(content)), name, within)
    except ClaimsError:
        raise
    except (DependencyError, NotImplementedError) as error:
        raise LockedDocumentError(name) from error
    except Exception as error:  # bytes from anywhere make parsers raise anything
        raise DamagedDocumentError(name, KIND) from error


def _document(reader: PdfReader, name: str, within: float) -> Document:
    end = time.monotonic() + within
    if reader.is_encrypted and not reader.decrypt(""):
        raise LockedDocumentError(name)
    if len(reader.pages) > MOST_PAGES:
        raise TooLargeError(name, MOST_PAGES, "pages")
    pages, length = [], 0
    for page in reader.pages:
        pages.append("\n\n".join(paragraphs(tidy(page.extract_text()))))
        length += len(pages[-1])
        if length > MOST_CHARACTERS:
            raise TooLargeError(name, MOST_CHARACTERS, "characters")
        if time.monotonic() > end:
            raise TooIntricateError(name, within)
    stated = reader.metadata
    language = reader.root_object.get("/Lang")
    return document(
        name,
        "\n\n".join(filter(None, pages)),
        MEDIA_TYPE,
        title=stated.title if stated else None,
        author=stated.author if stated else None,
        language=str(language) if language else None,
    )


def paragraphs(page: str) -> Iterator[str]:
    r"""Yield the paragraphs of a page whose lines end where the paper did.

    A hyphen at the end of a line stays: "twenty-" and "seven" are "twenty-seven".

        >>> list(paragraphs("At least five people were\nkilled.\nPolice said more may follow."))
        ['At least five people were killed.', 'Police said more may follow.']
    """
    lines = [line.strip() for line in page.split("\n")]
    widest = max(map(len, lines))
    text = ""
    for line in lines:
        text += line if not text or _is_divided(text, line) else f" {line}".rstrip()
        if text and _ends_paragraph(line, widest):
            yield text
            text = ""
    if text:
        yield text


def _is_divided(text: str, line: str) -> bool:
    """Tell whether a word goes on in the next line."""
    return text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower()


def _ends_paragraph(line: str, widest: int) -> bool:
    ending = line.endswith(SENTENCE_ENDS) and len(line) < ENDING * widest
    return ending or len(line) < SHORT * widest

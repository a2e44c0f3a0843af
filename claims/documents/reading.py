"""Any document to its text: plain text, a web page, a PDF, a Word document.

>>> read(b"At least five people were killed.", "note.txt").text
'At least five people were killed.'
"""

from __future__ import annotations

import re
from email.message import Message
from pathlib import PurePath
from typing import TYPE_CHECKING

from claims.documents import pdf, webpages, word
from claims.documents.decoding import decoded
from claims.documents.document import document
from claims.documents.errors import DamagedDocumentError, TooLargeError, UnknownFormatError

if TYPE_CHECKING:
    from claims.documents.document import Document

MOST_BYTES = 10_000_000
PLAIN, MARKDOWN = "text/plain", "text/markdown"
MEDIA_TYPES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": webpages.MEDIA_TYPE,
    ".htm": webpages.MEDIA_TYPE,
    ".xhtml": webpages.MEDIA_TYPE,
    ".pdf": pdf.MEDIA_TYPE,
    ".docx": word.MEDIA_TYPE,
}
"""The kinds that are read, by the end of the name."""
SAME = {
    "application/xhtml+xml": webpages.MEDIA_TYPE,
    "text/x-markdown": MARKDOWN,
    "application/x-pdf": pdf.MEDIA_TYPE,
}
UNSTATED = {"", "application/octet-stream", "binary/octet-stream"}
"""Media types that say nothing about the kind."""
PDF_MARK = b"%PDF-"
ZIP_MARK = b"PK\x03\x04"
PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
HEADING = re.compile(r"\s*#\s+(.+)")
HEAD = 1_024


def read(content: bytes, name: str, media_type: str | None = None) -> Document:
    """Return the text of a document and what it states about itself.

    `name` is that of the file, or its address; `media_type` may carry a charset, as HTTP sends
    it: `text/html; charset=utf-8`. Nothing but the bytes given is ever loaded.
    Raises the errors of `claims.documents.errors`.
    """
    if len(content) > MOST_BYTES:
        raise TooLargeError(name, MOST_BYTES, "bytes")
    stated, charset = parts_of(media_type)
    kind = _kind(content, name, stated)
    if kind == pdf.MEDIA_TYPE:
        return pdf.read_pdf(content, name)
    if kind == word.MEDIA_TYPE:
        return word.read_word(content, name)
    if kind == webpages.MEDIA_TYPE:
        return webpages.read_page(content, name, charset)
    return _read_plain(decoded(content, name, charset), name, kind)


def parts_of(media_type: str | None) -> tuple[str, str | None]:
    """Return the media type in its usual spelling, and the charset that it carries."""
    header = Message()
    header["Content-Type"] = " ".join((media_type or "").split())
    stated = header.get_content_type() if media_type else ""
    return SAME.get(stated, stated), header.get_content_charset()


def is_read(media_type: str) -> bool:
    """Tell whether documents of a media type are read, or it says nothing about the kind."""
    return media_type in UNSTATED or media_type in MEDIA_TYPES.values()


def _kind(content: bytes, name: str, stated: str) -> str:
    """Return the media type: by the bytes where they show it, then as stated, then by name."""
    head = content[:HEAD]
    if PDF_MARK in head:
        return pdf.MEDIA_TYPE
    if head.startswith(ZIP_MARK) and word.is_word(content):
        return word.MEDIA_TYPE
    kind = MEDIA_TYPES.get(PurePath(name).suffix.lower(), "") if stated in UNSTATED else stated
    if kind in {pdf.MEDIA_TYPE, word.MEDIA_TYPE}:
        raise DamagedDocumentError(name, pdf.KIND if kind == pdf.MEDIA_TYPE else word.KIND)
    if not kind:
        return webpages.MEDIA_TYPE if PAGE.search(head) else PLAIN
    if not is_read(kind):
        raise UnknownFormatError(name, kind)
    return kind


def _read_plain(text: str, name: str, kind: str) -> Document:
    """Take a text as it stands; a Markdown heading on its first line is its title."""
    heading = HEADING.match(text) if kind == MARKDOWN else None
    return document(name, text, kind, title=heading[1] if heading else None)

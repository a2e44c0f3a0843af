"""Word documents (.docx) to documents: paragraphs and tables in their order.

The library opens the package; its own reading of paragraphs would leave out what was inserted
with tracked changes or stands in a form or a box, so the text is gathered from the markup here.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from claims.documents.document import document
from claims.documents.errors import DamagedDocumentError, MissingLibraryError, TooLargeError
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from claims.documents.document import Document

KIND, LIBRARY = "a Word document", "python-docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN_PART = "word/document.xml"
MOST_PARTS = 2_000
MOST_UNPACKED = 30_000_000
"""Bytes that all parts may unpack to; pictures hardly grow, and this much text is a library."""
CHUNK = 1 << 16
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOX = f"{W}txbxContent"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
GONE = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}pPr",
    f"{W}rPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
"""What is no text of the document: deleted, moved away, layout, and boxes told a second time."""


def read_word(content: bytes, name: str) -> Document:
    """Return the text of a Word document, with all tracked changes accepted.

    Its dates are those of the file, so none is taken over. Notes below the text are not read.

    Raises TooLargeError before anything is parsed, and DamagedDocumentError.
    """
    try:
        import docx  # noqa: PLC0415 - only where it is needed
    except ImportError as error:
        raise MissingLibraryError(KIND, LIBRARY) from error
    try:
        _check_size(content, name)
        word = docx.Document(BytesIO(content))
        text = "\n\n".join(filter(str.strip, _paragraphs(word.element.body)))
        stated = word.core_properties
        return document(
            name,
            text,
            MEDIA_TYPE,
            title=stated.title,
            author=stated.author,
            language=stated.language,
        )
    except ClaimsError:
        raise
    except Exception as error:  # bytes from anywhere make parsers raise anything
        raise DamagedDocumentError(name, KIND) from error


def is_word(content: bytes) -> bool:
    """Tell whether bytes are a package with the main part of a Word document."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return MAIN_PART in package.namelist()
    except Exception:  # noqa: BLE001 - as above
        return False


def _check_size(content: bytes, name: str) -> None:
    """Raise TooLargeError where the parts unpack to too much, stated and in fact."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
        if len(parts) > MOST_PARTS:
            raise TooLargeError(name, MOST_PARTS, "parts")
        left = MOST_UNPACKED - sum(part.file_size for part in parts)
        if left < 0:
            raise TooLargeError(name, MOST_UNPACKED, "unpacked bytes")
        left = MOST_UNPACKED
        for part in parts:
            with package.open(part) as unpacked:
                while chunk := unpacked.read(CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise TooLargeError(name, MOST_UNPACKED, "unpacked bytes")


def _paragraphs(element: BaseOxmlElement) -> Iterator[str]:
    """Yield the paragraphs below an element in their order, a row of a table as one."""
    for child in element.iterchildren():
        if child.tag == f"{W}p":
            yield "".join(_letters(child))
            yield from (text for box in _boxes(child) for text in _paragraphs(box))
        elif child.tag == f"{W}tr":
            yield from _row(child)
        elif child.tag not in GONE:
            yield from _paragraphs(child)


def _row(row: BaseOxmlElement) -> Iterator[str]:
    """Yield a row with `|` between its cells, or all its paragraphs where a cell has several."""
    cells = [[text for text in _paragraphs(cell) if text.strip()] for cell in row.iterchildren()]
    if max(map(len, cells), default=0) > 1:
        yield from (text for cell in cells for text in cell)
    else:
        yield " | ".join(text.strip() for cell in cells for text in cell)


def _letters(element: BaseOxmlElement) -> Iterator[str]:
    """Yield the text of a paragraph, that of fields, links, controls and insertions included."""
    for child in element.iterchildren():
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in GONE and child.tag != BOX:
            yield from _letters(child)


def _boxes(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the text boxes that hang on a paragraph."""
    for child in element.iterchildren():
        if child.tag == BOX:
            yield child
        elif child.tag not in GONE:
            yield from _boxes(child)

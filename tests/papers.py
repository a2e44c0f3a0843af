"""Makers of small files as a newsroom is sent them: PDF, Word, web pages."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from pypdf import PdfReader, PdfWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def pdf(*pages: Sequence[str], info: str = "", root: str = "", packed: bool = False) -> bytes:
    """Make a PDF of pages of lines; `info` and `root` are entries such as `/Title (Report)`."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    numbers = range(5, 5 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        f"<</Type/Catalog/Pages 2 0 R {root}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        font,
        f"<<{info}>>".encode("cp1252"),
    ]
    for number, lines in zip(numbers, pages, strict=True):
        content = _content(lines)
        coding = "/Filter/FlateDecode" if packed else ""
        stream = zlib.compress(content) if packed else content
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number + 1} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode(),
            f"<</Length {len(stream)}{coding}>>stream\n".encode() + stream + b"\nendstream",
        ]
    return _numbered(objects)


def _content(lines: Iterable[str]) -> bytes:
    """Write lines below one another."""
    shown = []
    for line in lines:
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        shown.append(f"({escaped}) Tj T*".encode("cp1252"))
    return b"BT /F1 12 Tf 14 TL 72 770 Td\n" + b"\n".join(shown) + b"\nET"


def _numbered(objects: Sequence[bytes]) -> bytes:
    """Put objects one after another, with the table of where each begins."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    table += "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 4 0 R>>\n"
    return body + f"{table}{trailer}startxref\n{len(body)}\n%%EOF".encode()


def locked(content: bytes, password: str) -> bytes:
    """Encrypt a PDF; with an empty password anyone may open it, though not change it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(password, owner_password="desk", algorithm="RC4-128")  # noqa: S106 - of a test
    packed = BytesIO()
    writer.write(packed)
    return packed.getvalue()


def word(*paragraphs: str, table: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """Make a Word document of paragraphs, a table, and a last line."""
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        rows = document.add_table(len(table), len(table[0])).rows
        for row, texts in zip(rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("The end.")
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def word_of(markup: str, beginning: str = "") -> bytes:
    """Make a Word document of the markup of its body."""
    main = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{markup}</w:body></w:document>'
    xml = f'<?xml version="1.0"?>{beginning}{main}'
    return with_part(word(), "word/document.xml", xml.encode())


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Put a part into a Word document in place of the one of that name, or beside the others."""
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for kept in old.infolist():
            if kept.filename != name:
                new.writestr(kept, old.read(kept))
        new.writestr(name, part)
    return packed.getvalue()


def web_page(*paragraphs: str, head: str = "", before: str = "", after: str = "") -> str:
    """Make a web page with an article between what stands around it."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body>'
        f'<nav><a href="/">Home</a><a href="/weather">Weather</a></nav>{before}'
        f"<article>{body}</article>{after}<footer>All rights reserved</footer></body></html>"
    )

"""What kind of file holds a table, told from its first bytes, then from its name."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Literal

from claims.imports.tables.errors import UnknownTableError

if TYPE_CHECKING:
    from claims.imports.tables.source import Source

Kind = Literal["text", "json", "json lines", "zip", "ole", "parquet", "gzip", "package"]

MAGIC: dict[bytes, Kind] = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "ole",
    b"PAR1": "parquet",
    b"\x1f\x8b": "gzip",
}
OTHERS = {
    b"%PDF": "a PDF",
    b"{\\rtf": "a text document (RTF)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"BZh": "compressed with bzip2",
    b"\x28\xb5\x2f\xfd": "compressed with Zstandard",
    b"<": "a web page or XML",
}
SUFFIXES: dict[str, Kind] = {
    ".csv": "text",
    ".tsv": "text",
    ".tab": "text",
    ".psv": "text",
    ".json": "json",
    ".geojson": "json",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
}
PLAIN = {"", ".txt", ".dat", ".data", ".asc"}
"""Names that may hold rows of text or JSON: what is in them tells."""
HEAD = 2**16
JSON_START = re.compile(rb"(\xef\xbb\xbf)?\s*(\[\s*[\[{\]]|\{\s*[\"}])")
PACKAGE = "datapackage.json"


def kind_of(source: Source, suffix: str) -> Kind:
    """Return the kind of file, by its first bytes, else by its name.

    Example: a workbook called `data.csv` is read as a workbook. Raises UnknownTableError.
    """
    head = source.head(HEAD)
    for magic, kind in MAGIC.items():
        if head.startswith(magic):
            return kind
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, what in OTHERS.items():
        if start.startswith(magic):
            raise UnknownTableError(source.name, what)
    if source.name.lower() == PACKAGE:
        return "package"
    by_name = SUFFIXES.get(suffix)
    if by_name is None and suffix not in PLAIN:
        raise UnknownTableError(source.name)
    if by_name != "text" and JSON_START.match(head):
        return "json lines" if _is_lines(head) else "json"
    return by_name or "text"


def _is_lines(head: bytes) -> bool:
    """Tell whether the first line is one JSON object, and another one starts below it."""
    first, _, rest = head.lstrip().partition(b"\n")
    if not first.rstrip().endswith(b"}") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        json.loads(first.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return True

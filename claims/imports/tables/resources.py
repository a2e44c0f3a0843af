"""A resource of a Data Package: where its rows stand, and how they are written."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from claims.documents.decoding import KNOWN
from claims.imports.tables.delimited import Given
from claims.imports.tables.dialects import BY_NAME, Dialect
from claims.imports.tables.errors import UnsafePackageError

if TYPE_CHECKING:
    from collections.abc import Mapping

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
"""How an address begins, and a path with the letter of a drive."""
Resource = dict[str, Any]


def safe_path(resource: Resource, file: str) -> str:
    """Return the path of a resource within its package. Raises UnsafePackageError.

    Example: "data/losses.csv" is one; "../losses.csv", "/etc/passwd" and "https://…" are not.
    """
    path = resource.get("path")
    if isinstance(path, list) and len(path) == 1:
        path = path[0]
    if not isinstance(path, str) or not path.strip():
        raise UnsafePackageError(file, str(path or ""))
    parts = PurePosixPath(path).parts
    if ADDRESS.match(path) or path.startswith(("/", "~")) or "\\" in path or ".." in parts:
        raise UnsafePackageError(file, path)
    return str(PurePosixPath(path))


def missing_values(resource: Resource) -> frozenset[str]:
    """Return the texts that stand for nothing in a resource, such as "n/a"."""
    stated = _mapping(resource, "schema").get("missingValues", [])
    texts = [one.get("value") if isinstance(one, dict) else one for one in _list(stated)]
    return frozenset(" ".join(one.split()) for one in texts if isinstance(one, str))


def given(resource: Resource, suffix: str) -> Given:
    """Return what a package says of a text file; by default commas, and headings."""
    stated = _mapping(resource, "dialect")
    stated = {**stated, **_mapping(stated, "csv")}
    delimiter = _sign(stated, "delimiter") or BY_NAME.get(suffix, ",")
    quote = _sign(stated, "quoteChar") or '"'
    fields = _list(_mapping(resource, "schema").get("fields"))
    names = [str(one.get("name", "")) for one in fields if isinstance(one, dict)]
    return Given(
        encoding=_encoding(resource.get("encoding")),
        dialect=Dialect(delimiter, quote, _sign(stated, "escapeChar") or None),
        comment=_sign(stated, "commentChar"),
        columns=tuple(names),
        has_headings=stated.get("header") is not False,
    )


def _encoding(label: object) -> str:
    """Return the encoding that a label means; empty for one that is not known."""
    try:
        name = codecs.lookup(str(label)).name if label else ""
    except (LookupError, ValueError):
        return ""
    # A mark at the start of UTF-8 is no part of the first heading.
    return {"utf-8": "utf-8-sig"}.get(name, name) if KNOWN.fullmatch(name) else ""


def _mapping(holder: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = holder.get(name)
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _sign(stated: Mapping[str, Any], name: str) -> str:
    """Return a single character that is stated, empty where none is."""
    value = stated.get(name)
    return value if isinstance(value, str) and len(value) == 1 and value not in "\r\n\0" else ""

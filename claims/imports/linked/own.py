"""Our own records in linked data: a document that was exported, or a page of ours that was saved.

The data set in it carries them under `onRecord`; what it says in the terms of schema.org
repeats them in other words and is not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claims.errors import UnreadableFileError, Where
from claims.imports import jsonl
from claims.imports.jsonl import validate
from claims.imports.linked.documents import MAX_JSON, is_page, scripts
from claims.imports.linked.graphs import unread
from claims.imports.linked.nodes import Node, each, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.collection import Located
    from claims.errors import Problem
    from claims.records import RecordName

    Found = Iterator[Located | Problem]

TERMS = ("onRecord", "urn:x-on-record:records")
"""The name of the records, as we write it and where every name was written out."""
MARK = re.compile(rb'"(?:onRecord|urn:x-on-record:records)"\s*:')
HEAD = 2**20
"""What tells a document that carries them, and in how many of its first bytes."""
PARTS: dict[str, RecordName] = {
    name.removesuffix(".jsonl"): record for name, record in jsonl.FILES.items()
}
"""The lists of a document and what stands in them."""


def records(path: Path) -> Found:
    """Read the records of a file; raises UnreadableFileError and OSError."""
    if path.stat().st_size > MAX_JSON:
        raise UnreadableFileError(path, f"it is larger than the limit of {MAX_JSON:,} bytes")
    content = path.read_bytes()
    try:
        found = scripts(content, path) if is_page(content) else [content.decode("utf-8-sig")]
        carried = [one for script in found for one in carried_by(jsonl.parse(script))]
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, "it is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(path, f"it is no JSON: {error}") from error
    if not carried:
        raise UnreadableFileError(path, f"it is no linked data that carries {TERMS[0]}")
    for one in carried:
        yield from _validated(one, path.name)


def carried_by(data: object) -> list[Node]:
    """Return what the nodes of a document carry of our records."""
    top = nodes(data)
    every = [*top, *(node for one in top for node in nodes(one.get("@graph")))]
    held = [one for node in every for term in TERMS for one in each(node.get(term))]
    return [one for one in held if isinstance(one, dict)]


def _validated(carried: Node, file: str) -> Found:
    """Return the record of each element, with its place: `view.jsonld/claims`, element 3."""
    for name, some in carried.items():
        elements: list[Any] = some if isinstance(some, list) else [some]
        for number, one in enumerate(elements, 1):
            where = Where(f"{file}/{name[:60]}", number)
            if name not in PARTS:
                hint = f"The parts are {', '.join(PARTS)}; leave out any other"
                yield unread(where, name, "there is no such part", hint)
            elif not isinstance(one, dict):
                yield unread(where, one, "this is no JSON object", f"List objects under “{name}”")
            else:
                yield from validate(PARTS[name], one, where)

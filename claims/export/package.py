"""A selection as a Frictionless Data Package: one zip with data, schema, readme and licence.

Its `claims.csv` is the long table; `parties`, `sources`, `indicators` and `claims.jsonl` are
our own files, which load back. The same selection gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
from mimetypes import guess_type
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claims.export.about import LICENCE, LICENCE_ID, LICENCE_IN_WORDS, LICENCE_TITLE, about
from claims.export.citation import bibtex, full, of_view
from claims.export.columns import COLUMNS
from claims.export.lines import referred
from claims.export.markup import clean
from claims.export.readme import readme
from claims.export.table import as_csv
from claims.hedges import Hedge
from claims.records import to_json
from claims.states import Corroboration, Currency
from claims.vocabulary import Kind, ReviewState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

    from claims.export.selection import Selection
    from claims.records import Record

FILES = {
    "claims.csv": "Claims, one row each, with hedge, bounds, dates, chain and states",
    "parties.jsonl": "Parties: who asserts, relays or publishes, one a line",
    "sources.jsonl": "Sources: documents that can be cited, one a line",
    "indicators.jsonl": "Indicators: questions that a number answers, one a line",
    "claims.jsonl": "Claims as they are on record, one a line",
}
"""The data of a package, and what each file is."""
VALUES: Mapping[str, type[StrEnum]] = {
    "kind": Kind,
    "hedge": Hedge,
    "corroboration": Corroboration,
    "currency": Currency,
    "review": ReviewState,
}
"""The columns that hold one of a few words."""
REQUIRED = frozenset(
    "id kind planned statement claimant claimant_name chain chain_names publisher_name quote "
    "source review sentence permalink position states_on view filters exported".split()
)
MEDIA = {".csv": "text/csv", ".jsonl": "application/jsonl", ".jsonld": "application/ld+json"}
"""Media types that not every machine knows."""
OLDEST, NEWEST = 1980, 2107
"""The years that a zip can hold."""


def as_package(selection: Selection, extra: Mapping[str, bytes] | None = None) -> bytes:
    """Return the zip; `extra` are further files by their path in it: `charts/troops.svg`.

    Raises ValueError where such a path leads out of the package or is one of its own files.
    """
    data = _data(selection) | dict(sorted((extra or {}).items()))
    told = {
        "README.md": readme(selection, {path: FILES.get(path, "") for path in data}).encode(),
        "citation.txt": _citation(selection).encode(),
        "LICENSE.txt": f"{LICENCE_TITLE}\n{LICENCE}\n\n{LICENCE_IN_WORDS}\n".encode(),
    }
    for path in extra or {}:
        _refuse_beside(path, {*FILES, *told, "datapackage.json"})
    described = json.dumps(_descriptor(selection, data), ensure_ascii=False, indent=2)
    return _zipped(data | told | {"datapackage.json": f"{described}\n".encode()}, selection)


def _data(selection: Selection) -> dict[str, bytes]:
    """Return the files of data by name."""
    claims = (*selection.claims, *selection.beyond)
    parts: tuple[Iterable[Record], ...] = (*referred(selection), claims)
    lines = ("".join(f"{to_json(record)}\n" for record in some).encode() for some in parts)
    return dict(zip(FILES, (as_csv(selection), *lines), strict=True))


def _citation(selection: Selection) -> str:
    work = of_view(selection)
    return f"{full(work)}\n\n{bibtex(work)}"


def _refuse_beside(path: str, own: set[str]) -> None:
    """Refuse a path that is no plain path within the package, or is taken."""
    parts = PurePosixPath(path).parts
    if path in {"", *own} or "\\" in path or "/".join(parts) != path or {"..", "/"} & set(parts):
        message = f"{path!r} cannot be a further file of the package"
        raise ValueError(message)


def _descriptor(selection: Selection, data: Mapping[str, bytes]) -> dict[str, Any]:
    """Return `datapackage.json`: what the package is, and each file with its schema and hash."""
    told = about(selection)
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"on-record-rev{selection.position.rev}",
        "title": told["title"],
        "description": f"{clean(selection.in_words)}. README.md says how to read it.",
        "version": str(selection.position.rev),
        "created": told["made"],
        "licenses": [{"name": LICENCE_ID, "title": LICENCE_TITLE, "path": LICENCE}],
        "on_record": told,
        "resources": [_resource(path, data[path]) for path in data],
    }


def _resource(path: str, content: bytes) -> dict[str, Any]:
    """Describe a file; the table with a schema, any other by its bytes."""
    suffix = PurePosixPath(path).suffix
    found: dict[str, Any] = {
        "name": "".join(c if c.isalnum() and c.isascii() else "-" for c in path.lower()),
        "title": FILES.get(path, path),
        "type": "table" if path == "claims.csv" else "file",
        "path": path,
        "format": suffix[1:] or "bin",
        "mediatype": MEDIA.get(suffix) or guess_type(path)[0] or "application/octet-stream",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if found["type"] == "table":
        found |= {"encoding": "utf-8", "dialect": {"delimiter": ",", "lineTerminator": "\r\n"}}
        fields = [_field(name, *column) for name, column in COLUMNS.items()]
        found["schema"] = {"fields": fields, "primaryKey": ["id"], "missingValues": [""]}
    return found


def _field(name: str, kind: str, meaning: str) -> dict[str, Any]:
    """Describe a column of the table, with what holds of its values."""
    rules: dict[str, Any] = {"required": True} if name in REQUIRED else {}
    if name in VALUES:
        rules["enum"] = [str(value) for value in VALUES[name]]
    rules |= {"unique": True} if name == "id" else {}
    rules |= {"minimum": 0} if kind in {"number", "integer"} else {}
    found = {"name": name, "type": kind, "description": meaning}
    return found | ({"constraints": rules} if rules else {})


def _zipped(files: Mapping[str, bytes], selection: Selection) -> bytes:
    """Return a zip whose entries are sorted and all of the time at which it was asked for."""
    year = min(max(selection.made.year, OLDEST), NEWEST)
    at = (year, *selection.made.timetuple()[1:6])
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path in sorted(files):
            entry = ZipInfo(path, at)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[path])
    return written.getvalue()

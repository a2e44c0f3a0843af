"""A table with its mapping as a Frictionless Data Package: another newsroom imports it as it is.

The data stand in the package as they were given, byte for byte, beside `mapping.yaml`.
"""

from __future__ import annotations

import errno
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claims.editions.choosing import INSIDE
from claims.editions.errors import UnpackableError
from claims.imports.loading import as_yaml
from claims.imports.mapped import fitting
from claims.imports.mapping import columns_of

if TYPE_CHECKING:
    from collections.abc import Mapping as Fields
    from pathlib import Path

    from claims.imports.mapping import Mapping
    from claims.imports.tables.table import Table

MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of every entry, so that the same table and mapping give the same bytes."""
CHUNK = 2**20
UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
HELD = {
    "CSV": {".csv", ".txt", ".tsv", ".tab"},
    "TSV": {".csv", ".txt", ".tsv", ".tab"},
    "JSON": {".json"},
}
"""The forms of tables that a package holds, and how their names end."""
DIALECTS = {"CSV", "TSV"}
"""Forms whose resource says how cells are set apart."""


def pack(path: Path, table: Table, mapping: Mapping, output: Path) -> None:
    """Write the package of a table and its mapping.

    Raises UnfittingTableError, UnpackableError where a package cannot hold the table, OSError, and
    FileExistsError where the output is there already.
    """
    fitting(mapping, table)
    if table.form not in HELD or path.suffix.lower() not in HELD[table.form]:
        raise UnpackableError(table.file, table.form)
    if output.exists():
        raise FileExistsError(errno.EEXIST, "it is there already", str(output))
    described = json.dumps(_descriptor(path, table, mapping), ensure_ascii=False, indent=2)
    with ZipFile(output, "w", ZIP_DEFLATED) as archive:
        _add(archive, "datapackage.json", f"{described}\n".encode())
        _add(archive, INSIDE, as_yaml(mapping).encode())
        with archive.open(_entry(_inside(path)), "w") as written, path.open("rb") as read:
            while chunk := read.read(CHUNK):
                written.write(chunk)


def _inside(path: Path) -> str:
    """Return where the data stand in the package, under a plain name."""
    return f"data/{UNSAFE.sub('-', path.name)}"


def _descriptor(path: Path, table: Table, mapping: Mapping) -> dict[str, Any]:
    """Return `datapackage.json`: what the set is, the file with its hash, and the mapping."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    licences = {"licenses": [{"title": mapping.licence}]} if mapping.licence else {}
    homepage = {"homepage": mapping.homepage} if mapping.homepage else {}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": mapping.name,
        "title": mapping.title,
        **({"description": mapping.about} if mapping.about else {}),
        **homepage,
        **licences,
        "resources": [
            {
                "name": "data",
                "path": _inside(path),
                "format": path.suffix.lower().lstrip(".") or "bin",
                "bytes": path.stat().st_size,
                "hash": f"sha256:{digest}",
                **_table(table, mapping),
            },
            {"name": "mapping", "path": INSIDE, "format": "yaml", "mediatype": "application/yaml"},
        ],
    }


def _table(table: Table, mapping: Mapping) -> Fields[str, object]:
    """Describe how a text table is written, and which of its columns are read."""
    if table.form not in DIALECTS:
        return {}
    read = {name for sheet in fitting(mapping, table) for name in columns_of(sheet)}
    fields = [
        {"name": name, "type": "string"}
        | ({} if name in read else {"description": "Not read by the mapping"})
        for name in table.columns
    ]
    return {
        "encoding": table.encoding,
        "dialect": {"delimiter": table.delimiter},
        "schema": {"fields": fields},
    }


def _add(archive: ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_entry(name), content)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, MOMENT)
    entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
    entry.external_attr = 0o644 << 16
    return entry

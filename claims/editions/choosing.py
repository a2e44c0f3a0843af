"""Which mapping a table is read by: the one that is named, the package's own, or what would fit."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, is_zipfile

from claims.editions.errors import NoMappingError
from claims.imports import loading
from claims.imports.mapped import fits

if TYPE_CHECKING:
    from pathlib import Path

    from claims.editions.shelf import Shelf
    from claims.imports.mapping import Mapping
    from claims.imports.tables.table import Table

INSIDE = "mapping.yaml"
"""The mapping within a package."""


def mapping_for(path: Path, table: Table, name: str | None, shelf: Shelf | None = None) -> Mapping:
    """Return the mapping of a table: by name or file, its package's own, or the one used before.

    Raises NoMappingError, naming those that fit, and the errors of `loading`.
    """
    if name is not None:
        return loading.load(name)
    packed = _packed(path)
    if packed is not None:
        return loading.parse(packed, f"{path.name}/{INSIDE}")
    kept = shelf.fitting(table) if shelf else []
    if len(kept) == 1:
        return kept[0]
    every = [shelf.path_of(one) for one in kept] if shelf else []
    raise NoMappingError(table.file, [*every, *(one.name for one in ready_for(table))])


def ready_for(table: Table) -> list[Mapping]:
    """Return the ready mappings that a table's columns fit."""
    return [mapping for mapping in loading.ready() if fits(mapping, table)]


def _packed(path: Path) -> bytes | None:
    """Return the mapping that a package or its folder holds beside its data."""
    beside = path.parent / INSIDE
    if path.name == "datapackage.json" and beside.is_file():
        return beside.read_bytes()[: loading.LARGEST + 1]
    if not is_zipfile(path):
        return None
    try:
        with ZipFile(path) as archive, archive.open(INSIDE) as file:
            return file.read(loading.LARGEST + 1)
    except (KeyError, BadZipFile, RuntimeError, NotImplementedError):
        return None

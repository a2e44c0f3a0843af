"""Which mapping a table is read by: the one that is named, the package's own, or what would fit."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, is_zipfile

from claims.editions.errors import NoMappingError
from claims.imports import loading
from claims.imports.errors import UnfittingTableError
from claims.imports.mapped import fitting

if TYPE_CHECKING:
    from pathlib import Path

    from claims.imports.mapping import Mapping
    from claims.imports.tables.table import Table

INSIDE = "mapping.yaml"
"""The mapping within a package."""


def mapping_for(path: Path, table: Table, name: str | None) -> Mapping:
    """Return the mapping of a table: by name or file, or the one that its package brings.

    Raises NoMappingError, naming the ready ones that fit, and the errors of `loading`.
    """
    if name is not None:
        return loading.load(name)
    packed = _packed(path)
    if packed is None:
        raise NoMappingError(table.file, [mapping.name for mapping in fits(table)])
    return loading.parse(packed, f"{path.name}/{INSIDE}")


def fits(table: Table) -> list[Mapping]:
    """Return the ready mappings that a table's columns fit."""
    return [mapping for mapping in loading.ready() if _fits(mapping, table)]


def _fits(mapping: Mapping, table: Table) -> bool:
    try:
        return bool(fitting(mapping, table))
    except UnfittingTableError:
        return False


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

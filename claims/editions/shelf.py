"""The mappings of earlier imports, kept beside the ledger for the next edition of a set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.errors import ClaimsError
from claims.imports import loading
from claims.imports.mapped import fits

if TYPE_CHECKING:
    from pathlib import Path

    from claims.imports.mapping import Mapping
    from claims.imports.tables.table import Table
    from claims.ledger import Ledger

FOLDER = "mappings"
"""Beside the file of the ledger."""
MOST = 200
"""Mappings that are looked through."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of mappings, one YAML file each, named as the mapping is."""

    folder: Path

    def keep(self, mapping: Mapping) -> None:
        """Keep a mapping in place of an earlier one of its name; a ready one need not be kept."""
        if (loading.READY / f"{mapping.name}.yaml").exists():
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = self.folder / f".{mapping.name}.part"
        unfinished.write_text(loading.as_yaml(mapping), encoding="utf-8")
        unfinished.replace(self.path_of(mapping))

    def path_of(self, mapping: Mapping) -> str:
        """Return where a mapping is kept."""
        return str(self.folder / f"{mapping.name}.yaml")

    def fitting(self, table: Table) -> list[Mapping]:
        """Return the mappings that a table's columns fit, the last kept first; damaged ones not."""
        return [mapping for mapping in self._kept() if fits(mapping, table)]

    def _kept(self) -> list[Mapping]:
        paths = sorted(self.folder.glob("*.yaml"), key=_changed, reverse=True)[:MOST]
        found = (_read(path) for path in paths)
        return [mapping for mapping in found if mapping is not None]


def shelf_of(ledger: Ledger) -> Shelf:
    """Return the mappings that are kept beside a ledger."""
    return Shelf(ledger.path.parent / FOLDER)


def _changed(path: Path) -> tuple[int, str]:
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:
        return 0, path.name


def _read(path: Path) -> Mapping | None:
    try:
        return loading.read(path)
    except ClaimsError:
        return None

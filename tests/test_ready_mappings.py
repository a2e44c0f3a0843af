"""The mappings that come with the program: whole, consistent, in step with what is on record."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.checks import run
from claims.collection import Collection
from claims.imports.loading import READY, as_yaml, load, parse, ready
from claims.imports.mapped import fitting
from claims.imports.mapping import columns_of
from claims.imports.tables.opening import open_table
from claims.records import Party, name_of
from tests.ready_sets import TABLES, every_file

if TYPE_CHECKING:
    from claims.imports.mapping import Mapping, Sheet
    from claims.records import Record
    from tests.ready_sets import Published

NAMES = (
    "oryx",
    "t4p-gaza",
    "t4p-gaza-extrapolated",
    "t4p-lebanon",
    "t4p-west-bank",
    "ucdp-ged",
    "ukraine-general-staff",
)
ON_RECORD = Path(__file__).parent.parent / "data" / "parties.jsonl"
EACH = pytest.mark.parametrize("mapping", ready(), ids=lambda mapping: mapping.name)
SHEETS = [(mapping, sheet) for mapping in ready() for sheet in mapping.tables]


def test_all_are_listed() -> None:
    """Every set that is promised has a mapping, in a file of its name, and a table in the tests."""
    assert sorted(mapping.name for mapping in ready()) == list(NAMES)
    assert sorted(path.stem for path in READY.glob("*.yaml")) == list(NAMES)
    assert {name for name, _ in TABLES} == set(NAMES)


@EACH
def test_each_says_what_it_is(mapping: Mapping) -> None:
    """A mapping has a title, what must be known before use, where the set stands and its terms."""
    assert load(mapping.name) == mapping
    assert all((mapping.title, mapping.about, mapping.homepage, mapping.licence))
    assert all(sheet.recognised_by for sheet in mapping.tables)


@EACH
def test_each_survives_being_written(mapping: Mapping) -> None:
    """A mapping written as YAML and read again is the same."""
    assert parse(as_yaml(mapping), mapping.name) == mapping


@EACH
def test_its_own_records_are_good(mapping: Mapping) -> None:
    """Parties, sources and indicators of a mapping pass every rule by themselves."""
    own: list[Record] = [*mapping.parties, *mapping.sources, *mapping.indicators]
    assert run(Collection.of_records(own)) == []


@pytest.mark.parametrize(
    ("mapping", "sheet"), SHEETS, ids=[f"{m.name}-{s.name}" for m, s in SHEETS]
)
def test_no_column_is_both_used_and_unused(mapping: Mapping, sheet: Sheet) -> None:
    """A column that is not imported has a reason, and no claim is made of it."""
    assert not _used(sheet) & set(sheet.unused)
    assert all(why.strip() for why in sheet.unused.values())
    assert sheet.source in {source.id for source in mapping.sources}


@pytest.mark.parametrize("file", every_file(), ids=str)
def test_every_column_is_used_or_unused(file: Published) -> None:
    """No column of a set is passed over without a word."""
    table = open_table(file.path)
    for sheet in fitting(load(file.mapping), table):
        assert set(table.columns) - _used(sheet) - set(sheet.unused) == set()


def test_one_id_is_one_record() -> None:
    """What two mappings define under one id is the same: tanks claimed, beside tanks documented."""
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for mapping in ready():
        own: list[Record] = [*mapping.parties, *mapping.sources, *mapping.indicators]
        for record in own:
            found[name_of(record), record.id].append(record)
    assert [key for key, records in found.items() if any(r != records[0] for r in records)] == []
    assert len(found["indicator", "ru-tanks-lost"]) == len(("general staff", "oryx"))
    assert len(found["party", "tech-for-palestine"]) == len(("gaza", "extrapolated", "wb", "lb"))


def test_no_party_is_on_record_under_another_id() -> None:
    """A party of a mapping is the one on record by its id, or is called like none of them."""
    lines = ON_RECORD.read_text(encoding="utf-8").splitlines()
    known = {party.id: party for party in (Party.model_validate(json.loads(i)) for i in lines)}
    taken = {n.casefold() for p in known.values() for n in (p.id, p.name, *p.aliases)}
    for party in (party for mapping in ready() for party in mapping.parties):
        if party.id in known:
            assert party == known[party.id]
        else:
            assert not {n.casefold() for n in (party.id, party.name, *party.aliases)} & taken


def _used(sheet: Sheet) -> frozenset[str]:
    """Return the columns that claims are made of; one may recognise a table without being used."""
    return columns_of(sheet.model_copy(update={"recognised_by": ()}))

"""Mappings from YAML: what is read, what is refused, and that they write themselves."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from claims.errors import UnreadableFileError
from claims.imports import loading
from claims.imports.errors import BadMappingError, UnknownMappingError
from claims.imports.mapping import (
    Column,
    Condition,
    Figure,
    Mapping,
    Question,
    Sheet,
    Span,
    columns_of,
)
from tests import importing

if TYPE_CHECKING:
    from claims.records import Frozen

BAD = [
    # what replaces what in a good mapping, words of the refusal
    ("basis: tally", "basis: total", "indicators.0.basis"),
    ("name: daily", "nome: daily", "nome"),
    ("column: killed, ", "", "a figure needs an indicator"),
    ("name: harbour\n", "name: Harbour Fire\n", "name"),
    ("title: Harbour fire, daily tolls", "title: {a: 1}", "title"),
    ("language: en", "language: en, url: 'javascript:alert(1)'", "sources.0.url"),
    ("state, holds", "state, held", "left_out.0"),
    ("name: harbour\n", "name: harbour\nname: harbour\n", "given twice"),
    ("name: harbour\n", "name: &a harbour\ntitle: *a\n", "references are not read"),
    ("tables:", "tables: [\n", "while parsing"),
]


@pytest.mark.parametrize(("good", "bad", "why"), BAD)
def test_a_faulty_mapping_says_where_it_is_faulty(good: str, bad: str, why: str) -> None:
    """The fault is named with its place; nothing is guessed."""
    assert good in importing.MAPPING
    with pytest.raises(BadMappingError, match=why):
        importing.mapping(importing.MAPPING.replace(good, bad, 1))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"- just\n- a list", b"", b"[" * 5_000])
def test_what_is_no_mapping_is_refused(content: bytes) -> None:
    """Bytes, lists, nothing and endless nesting end in one plain sentence."""
    with pytest.raises(BadMappingError):
        loading.parse(content, "odd.yaml")


def test_a_mapping_writes_itself_and_is_read_back_the_same() -> None:
    """What is printed can be kept as a file."""
    mapping = importing.mapping()
    assert loading.parse(loading.as_yaml(mapping), "again.yaml") == mapping


def test_the_json_schema_accepts_what_is_accepted() -> None:
    """The published schema describes the files as they are written."""
    schema = Mapping.model_json_schema()
    plain = yaml.load(importing.MAPPING, Loader=yaml.BaseLoader)  # noqa: S506 - makes text only
    written = json.loads(importing.mapping().model_dump_json(exclude_defaults=True))
    jsonschema.validate(written, schema)
    assert plain.keys() == written.keys()


def test_a_table_knows_the_columns_it_reads() -> None:
    """Those of figures, hedges, notes, dates and conditions alike."""
    used = columns_of(importing.mapping().tables[0])
    assert used == {"day", "killed", "by", "how", "remark", "state", "injured"}


def test_ready_mappings_are_found_by_name_and_files_by_path(tmp_path: Path) -> None:
    """A name is one that comes with the program; a path is anybody's file."""
    assert loading.load("ukraine-general-staff").name == "ukraine-general-staff"
    path = tmp_path / "own.yaml"
    path.write_text(importing.MAPPING, encoding="utf-8")
    assert loading.load(str(path)).name == "harbour"
    with pytest.raises(UnknownMappingError, match="ukraine-general-staff"):
        loading.load("nothing-of-the-kind")
    with pytest.raises(UnreadableFileError):
        loading.load(str(tmp_path / "absent.yaml"))


@pytest.mark.parametrize("model", [Mapping, Sheet, Figure, Question, Column, Condition, Span])
def test_every_field_is_explained(model: type[Frozen]) -> None:
    """A mapping can be written from its page alone."""
    page = (Path(__file__).parent.parent / "docs" / "mappings.md").read_text(encoding="utf-8")
    missing = [name for name in model.model_fields if not re.search(rf"\b{name}\b", page)]
    assert missing == []

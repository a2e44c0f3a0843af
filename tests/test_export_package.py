"""The data package: `frictionless` accepts it, it says what it is, and it loads back."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from frictionless import validate

from claims import intake
from claims.export.package import FILES, as_package
from claims.export.table import COLUMNS, as_csv
from claims.ledger import Ledger
from claims.records import MODELS
from tests import factories, hostile, selections

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from claims.export.selection import Selection

SELECTIONS: Mapping[str, Callable[[Path], Selection]] = {
    "real": selections.real,
    "hostile": selections.evil,
    "empty": lambda _: selections.nothing(),
}
EXTRA = {
    "charts/troops.svg": b"<svg/>",
    "charts/troops.png": b"\x89PNG",
    "claims.jsonld": b"{}",
    "more/what it is": b"",
}


def opened(content: bytes) -> dict[str, bytes]:
    """Return the files of a zip."""
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", SELECTIONS)
def test_the_validator_accepts_the_package(tmp_path: Path, name: str) -> None:
    """Real, hostile and no claims at all: every row fits the schema, every file its hash."""
    selection = SELECTIONS[name](tmp_path / "a.db")
    file = tmp_path / "view.zip"
    file.write_bytes(as_package(selection, EXTRA))
    report = validate(file, type="package")
    assert report.flatten(["name", "rowNumber", "fieldName", "type", "note"]) == []
    assert report.valid
    assert len(report.tasks) == len(FILES) + len(EXTRA)
    assert report.tasks[0].stats.get("rows", 0) == len(selection.claims)


SPOILT = [
    (b",at least,", b",perhaps,"),
    (b",false,", b",no,"),
    (b"2021-07-15,", b"July,"),
    (b",8,", b",-8,"),
]


@pytest.mark.parametrize(("good", "bad"), SPOILT)
def test_the_validator_refuses_a_table_that_was_changed(
    tmp_path: Path, good: bytes, bad: bytes
) -> None:
    """The schema says enough that a wrong word, number or date is found, beside the hash."""
    records = [*factories.base(), factories.claim()]
    files = opened(as_package(selections.of(records, tmp_path / "a.db", position=_at(8))))
    assert good in files["claims.csv"]
    files["claims.csv"] = files["claims.csv"].replace(good, bad, 1)
    for path, content in files.items():
        (tmp_path / path).write_bytes(content)
    report = validate(tmp_path / "datapackage.json")
    kinds = {kind for (kind,) in report.flatten(["type"])}
    assert "hash-count" in kinds
    assert kinds & {"type-error", "constraint-error"}


def _at(rev: int) -> object:
    return replace(selections.nothing().position, rev=rev)


def test_the_package_holds_and_describes_its_files(tmp_path: Path) -> None:
    """Data, readme, citation and licence; each file of data with its bytes and hash."""
    selection = selections.real(tmp_path / "a.db")
    files = opened(as_package(selection, EXTRA))
    told = {"README.md", "citation.txt", "LICENSE.txt", "datapackage.json"}
    assert set(files) == {*FILES, *EXTRA, *told}
    package = json.loads(files["datapackage.json"])
    assert {r["path"]: r["hash"] for r in package["resources"]} == {
        path: f"sha256:{hashlib.sha256(files[path]).hexdigest()}" for path in (*FILES, *EXTRA)
    }
    assert package["on_record"]["position"] == selection.position.rev
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    schema = package["resources"][0]["schema"]
    assert [(f["name"], (f["type"], f["description"])) for f in schema["fields"]] == list(
        COLUMNS.items()
    )
    assert schema["primaryKey"] == ["id"]
    assert files["claims.csv"] == as_csv(selection)


def test_the_package_loads_back(tmp_path: Path) -> None:
    """As a zip, and unpacked as a folder, it gives an equal ledger."""
    first = tmp_path / "first.db"
    content = as_package(selections.real(first), EXTRA)
    (tmp_path / "view.zip").write_bytes(content)
    with ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path / "folder")
    for path in ("view.zip", "folder"):
        with (
            Ledger.open(first, read_only=True) as before,
            Ledger.open(tmp_path / f"{path}.db") as after,
        ):
            assert intake.load(tmp_path / path, after, "desk", "back").problems == ()
            assert [after.all(name) for name in MODELS] == [before.all(name) for name in MODELS]


def test_the_readme_says_what_the_file_is(tmp_path: Path) -> None:
    """Filters, position, date, each column and file, how to read, cite and load it."""
    selection = selections.real(tmp_path / "a.db")
    selection = replace(selection, filters={"Claimant": "HRANA"}, beyond=(factories.claim(),))
    readme = opened(as_package(selection, EXTRA))["README.md"].decode()
    for words in (
        "    Chosen by: Claimant: HRANA\n",
        f"    Position: {selection.position}\n",
        "    States as on: 2026-11-22\n",
        f"    Address: {selection.address}\n",
        "no upper bound",
        "claims load PACKAGE.zip",
        "https://creativecommons.org/licenses/by/4.0/",
        f"refer to, so that it loads by itself: {factories.claim().id}.",
    ):
        assert words in readme
    for name in (*COLUMNS, *FILES, *EXTRA):
        assert f"\n| `{name}` | " in readme


def test_hostile_text_is_no_markup_in_the_readme(tmp_path: Path) -> None:
    """What comes from the view stands in blocks of code, one line each."""
    selection = selections.evil(tmp_path / "a.db")
    selection = replace(selection, title=f"a\n\n# b {hostile.TEXTS['image']}\n> c")
    readme = opened(as_package(selection))["README.md"].decode()
    lines = [line for line in readme.splitlines() if hostile.EVIL in line]
    assert lines
    assert all(line.startswith("    ") for line in lines)
    assert f"    View: a # b {hostile.TEXTS['image']} > c\n" in readme


BAD_PATHS = [
    "../a.svg",
    "a/../../b",
    "/etc/passwd",
    "a//b",
    "a/",
    "a\\b",
    "./a",
    "",
    "claims.csv",
    "README.md",
    "datapackage.json",
]


@pytest.mark.parametrize("path", BAD_PATHS)
def test_a_further_file_stays_in_the_package_and_takes_no_place(path: str) -> None:
    """A path that leads out, or names one of the files that are there, is refused."""
    with pytest.raises(ValueError, match="cannot be a further file"):
        as_package(selections.nothing(), {path: b""})


def test_the_same_selection_gives_the_same_bytes(tmp_path: Path) -> None:
    """Entries are sorted and of the time of the selection, whatever the order of further files."""
    selection = selections.real(tmp_path / "a.db")
    turned = dict(reversed(EXTRA.items()))
    content = as_package(selection, EXTRA)
    assert content == as_package(selection, turned)
    with ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(2026, 11, 22, 14, 5, 30)}


@pytest.mark.parametrize("year", [1970, 2200])
def test_a_time_that_no_zip_can_hold_breaks_nothing(year: int) -> None:
    """The nearest year that it can hold is taken."""
    made = datetime(year, 2, 3, tzinfo=UTC)
    assert opened(as_package(replace(selections.nothing(), made=made)))

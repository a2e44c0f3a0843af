"""Files that the desk is given to import: unreadable, hostile, private; and a read-only desk."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest

from claims.errors import Problem, Where
from dashboard.desk import import_problems
from dashboard.desk.import_file import KEPT, PREFIX, safe_name
from tests import hostile, screen
from tests.at_desk import ledger, press, told
from tests.at_import import brought, imported, numbers

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("pages", "small", "temporary")


# What cannot be read, what is hostile, what is not left lying about


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("tolls.csv", b"", "tolls.csv cannot be read: it is empty."),
        ("tolls.xlsx", b"PK\x03\x04 no workbook", "tolls.xlsx"),
        ("tolls.parquet", b"PAR1 no table PAR1", "tolls.parquet"),
        ("tolls.json", b"{", "tolls.json"),
        ("a page.csv", b"<!doctype html><html><body>Not found</body></html>", "a web page"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    name: str, content: bytes, message: str, temporary: Path
) -> None:
    """The file is named without the folder that it lies in, and nothing can be imported."""
    at = brought(content, name)
    assert message in told(at)
    assert str(temporary) not in told(at)
    assert "desk-import-take" not in [one.key for one in at.button]


def test_an_address_of_the_own_network_is_not_asked() -> None:
    """The guarded fetch refuses it, and the page says so."""
    at = screen.show("desk", tab="import")
    at.text_input(key="desk-import-address").set_value("http://127.0.0.1/tolls.csv")
    press(at, "desk-import-get")
    assert "which On Record never asks" in told(at)
    assert not at.metric


def test_an_import_needs_a_name() -> None:
    """Nothing goes on record in nobody's name."""
    with ledger() as opened:
        before = opened.head.rev
    assert "the desk needs your name" in told(imported(brought(), " "))
    with ledger() as opened:
        assert opened.head.rev == before


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_names_and_cells_are_shown_as_text(name: str) -> None:
    """Markup in headings, cells, sheets and mappings is nothing but letters."""
    evil = " ".join(hostile.TEXTS[name].split()).replace('"', "'")[:400]
    rows = (
        f'Date,"Place {evil}",Killed,"{evil}"\n2030-03-01,"{evil}",4,x\n2030-03-02,"{evil}",no,x\n'
    )
    at = brought(rows, f"{evil[:60]}.csv")
    field = next(one for one in at.text_input if one.label == "What the table is")
    field.set_value(evil[:200])
    screen.drawn(at)
    assert screen.loose(at) == []
    if "desk-import-take" in [one.key for one in at.button]:
        assert screen.loose(imported(at)) == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("tolls.csv", "tolls.csv"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\tolls.CSV", "tolls.CSV"),
        ("/", "table"),
        ("..", "table"),
        (".csv", "table.csv"),
        ("daily.csv.gz", "daily.csv.gz"),
        ("<b>losses</b>.csv", "b-.csv"),
        ("tolls\x00\u202e.csv", "tolls-.csv"),
        ("Потери 2024 (1).xlsx", "Потери 2024 (1).xlsx"),
        (f"{'x' * 300}.csv", f"{'x' * 60}.csv"),
    ],
)  # fmt: skip
def test_a_file_name_is_never_a_path(given: str, kept: str) -> None:
    """What is kept of it is short, plain, and names a file of the private folder only."""
    assert safe_name(given) == kept


def test_another_file_takes_the_place_of_the_first(temporary: Path) -> None:
    """One private folder at a time, readable by nobody else; none after the file is removed."""
    at = brought(at=brought(name="first.csv"), name="second.csv")
    (folder,) = temporary.iterdir()
    assert [path.name for path in folder.iterdir()] == ["second.csv"]
    assert folder.stat().st_mode & 0o077 == 0
    press(at, "desk-import-drop")
    assert list(temporary.iterdir()) == []


def test_a_file_is_gone_with_the_visit(temporary: Path) -> None:
    """A visitor who only closes the tab leaves nothing behind."""
    at = brought()
    assert len(list(temporary.iterdir())) == 1
    del at
    gc.collect()
    assert list(temporary.iterdir()) == []


def test_what_a_server_left_behind_is_cleared_away(temporary: Path) -> None:
    """A folder of more than a day is of a server that was ended; a younger one may be in use."""
    ended, other = (temporary / f"{PREFIX}{name}" for name in ("ended", "other"))
    for folder in (ended, other):
        folder.mkdir()
    long_ago = other.stat().st_mtime - KEPT.total_seconds() - 1
    os.utime(ended, (long_ago, long_ago))
    brought()
    assert (ended.exists(), other.exists()) == (False, True)


def test_problems_leave_the_house_without_formulas() -> None:
    """Every problem is a line of the file, and a spreadsheet computes none of its cells."""
    problem = Problem(Where("tolls.csv", 3), "", "Killed", "=1+1;@x", "it is a formula", "Write it")
    written = import_problems.as_csv([problem]).decode("utf-8-sig")
    assert written.splitlines() == [
        "Row,Column,Value,What is wrong,How to mend it",
        "3,Killed,'=1+1;'@x,it is a formula,Write it",
    ]


# A desk on which nothing can be recorded


@pytest.mark.usefixtures("read_only")
def test_a_visitor_sees_what_would_be_and_can_record_nothing() -> None:
    """The preview is drawn; there is no way to import, to fetch or to undo."""
    at = brought()
    assert numbers(at)["Problems"] == "2"
    labels = {one.label for one in at.button}
    assert not {"Fetch", "Take it back"} & labels
    assert not any(label.startswith("Import ") for label in labels)
    with ledger() as opened:
        assert [one.id for one in opened.claims()] == ["c-1"]

"""Tables at web addresses: files and published spreadsheets, fetched under guard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.documents.errors import (
    LocalAddressError,
    NotFetchedError,
    RefusedAddressError,
    TooLargeError,
)
from claims.documents.fetching import Wanted
from claims.imports import addresses
from claims.imports.addresses import as_file, download, is_address
from claims.imports.tables.opening import open_table
from tests import importing
from tests.answering import answering, leading_to, page

if TYPE_CHECKING:
    from pathlib import Path

SHEET = "https://docs.google.com/spreadsheets/d/1aB-_9"
FILES = [
    # the address that a person copies, and the one of the file behind it
    (f"{SHEET}/edit#gid=7", f"{SHEET}/export?format=csv&gid=7"),
    (f"{SHEET}/edit?gid=7#gid=7", f"{SHEET}/export?format=csv&gid=7"),
    (f"{SHEET}/edit?usp=sharing", f"{SHEET}/export?format=csv"),
    (SHEET, f"{SHEET}/export?format=csv"),
    ("https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml?gid=3",
     "https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv&gid=3"),
    (f"{SHEET}/edit#gid=7;x", f"{SHEET}/export?format=csv"),
    ("https://example.org/tolls.csv?day=1", "https://example.org/tolls.csv?day=1"),
    ("https://docs.google.com.example.org/spreadsheets/d/1aB/edit",
     "https://docs.google.com.example.org/spreadsheets/d/1aB/edit"),
]  # fmt: skip
NAMES = [
    # the path that is asked, the media type of the answer, the name of the file
    ("/data/tolls.csv", "text/csv", "tolls.csv"),
    ("/data/tolls.csv?x=1", "text/plain", "tolls.csv"),
    ("/pub?output=csv", "text/csv; charset=utf-8", "pub.csv"),
    ("/export", "application/json", "export.json"),
    ("/", "text/csv", "table.csv"),
    ("/..%2F..%2Fetc%2Fpasswd", "text/csv", "passwd.csv"),
    ("/%3Cscript%3E.csv", "text/csv", "script-.csv"),
]


@pytest.mark.parametrize(("copied", "file"), FILES)
def test_a_copied_address_leads_to_the_file(copied: str, file: str) -> None:
    """A spreadsheet's page is no table; its export is."""
    assert as_file(copied) == file


@pytest.mark.parametrize(("path", "media_type", "name"), NAMES)
def test_a_table_is_fetched_into_the_folder(
    path: str, media_type: str, name: str, tmp_path: Path
) -> None:
    """It lies there under a plain name, whatever its address says, and opens as a table."""
    with answering({path: page(importing.ROWS.encode(), media_type=media_type)}) as served:
        found = download(served.at(path), tmp_path, permitted=served.permitted)
    assert (found.name, found.parent) == (name, tmp_path)
    assert found.read_text(encoding="utf-8") == importing.ROWS


def test_what_is_fetched_is_read(tmp_path: Path) -> None:
    """The claims are those of the file."""
    with answering({"/t.csv": page(importing.ROWS.encode(), media_type="text/csv")}) as served:
        found = download(served.at("/t.csv"), tmp_path, permitted=served.permitted)
    claims, problems = importing.read(open_table(found))
    assert (len(claims), problems) == (6, [])


def test_the_local_network_is_never_asked(tmp_path: Path) -> None:
    """Not even where an address of the open web leads there."""
    with answering({"/t.csv": page(b"a,b\n")}) as served:
        with pytest.raises(RefusedAddressError):
            download(served.at("/t.csv"), tmp_path)
        assert served.asked == []
    with (
        answering({"/a": leading_to("http://10.0.0.1/t.csv")}) as served,
        pytest.raises(LocalAddressError),
    ):
        download(served.at("/a"), tmp_path, permitted=served.permitted)


def test_an_answer_that_is_too_large_or_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is left in the folder."""
    few = Wanted(reads=lambda _: True, most_bytes=10)
    monkeypatch.setattr(addresses, "TABLES", few)
    answers = {"/t.csv": page(importing.ROWS.encode()), "/gone.csv": page(b"", status=404)}
    with answering(answers) as served:
        for path, error in (("/t.csv", TooLargeError), ("/gone.csv", NotFetchedError)):
            with pytest.raises(error):
                download(served.at(path), tmp_path, permitted=served.permitted)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://a.org/b.csv", True),
        ("HTTP://a.org", True),
        ("ftp://a.org", False),
        ("a.csv", False),
    ],
)
def test_an_address_is_told_from_a_file(text: str, is_one: bool) -> None:
    """Only http and https are fetched."""
    assert is_address(text) is is_one

"""Tables as text with faults: each costs its own row and is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.errors import ClaimsError
from claims.imports.tables.errors import TooMuchError, UnknownTableError
from claims.imports.tables.opening import open_table
from tests.tabling import put, read, zipped

if TYPE_CHECKING:
    from pathlib import Path

NEVER = "a quotation mark opens a cell on this line and never closes"
LONG = "x" * 100_001
TOO_LONG = "the cell is longer than the limit of 100,000 characters"
LONG_LINE = "the line is longer than the limit of 1,048,576 characters"


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("x,1,2,3", "", "the row has 4 cells, the table 3 columns"),
        ("x,1,2,,3", "", "the row has 5 cells, the table 3 columns"),
        ("x\0y,1,2", "a", "the cell holds a zero byte"),
        (f"x,{LONG},2", "b", TOO_LONG),
        (f"x,{'y' * 140_000},2", "*", TOO_LONG),
        (f'x,"{"y" * 10_000_000}",2', "", LONG_LINE),
        ('"x,1,2', "", NEVER),
        ('x,1,"2', "", NEVER),
    ],
)  # fmt: skip
def test_bad_row(line: str, column: str, message: str, tmp_path: Path) -> None:
    """A bad row is a problem with its line and column; the rows around it are read.

    Whether the column is named where the csv module itself refuses the cell is up to its limit,
    which any library may change for all.
    """
    good = "".join(f"g{n},1,2\n" for n in range(5))
    rows, problems = read(put(tmp_path, "a.csv", f"a,b,c\n{good}{line}\n{good}"))
    assert [row.number for row in rows] == [2, 3, 4, 5, 6, 8, 9, 10, 11, 12]
    (found,) = problems
    assert (found.where.file, found.where.line, found.message) == ("a.csv", 7, message)
    assert column in {found.field, "*"}
    assert all(p.hint and len(p.value) < 100 for p in problems)


@pytest.mark.parametrize("line", ["x,1", "x", "x,1,", "x,1,2,", "x,1,2,,,", " x , 1 "])
def test_ragged_row(line: str, tmp_path: Path) -> None:
    """Cells that are missing at the end, or blank beyond it, are no fault."""
    rows, problems = read(put(tmp_path, "a.csv", f"a,b,c\n1,2,3\n1,2,3\n{line}\n"))
    assert problems == []
    assert {"a": "x", **rows[2].cells} == dict(rows[2].cells)
    assert "" not in rows[2].cells.values()


def test_unclosed_quote_before_long_file(tmp_path: Path) -> None:
    """A mark that never closes costs one row of a long file."""
    good = "".join(f"g{n},{n}\n" for n in range(5_000))
    rows, problems = read(put(tmp_path, "a.csv", f'a,b\n"bad,1\n{good}'))
    assert [problem.where.line for problem in problems] == [2]
    assert [row.number for row in rows] == list(range(3, 5_003))


def test_many_unclosed_quotes(tmp_path: Path) -> None:
    """A file whose every line opens a cell anew is read to its end, line by line."""
    text = "a,b\n1,2\n3,4\n" + 'x","y\n' * 3_000
    rows, problems = read(put(tmp_path, "a.csv", text))
    assert len(rows) >= 2
    assert {problem.message for problem in problems} == {NEVER}
    assert {p.where.line for p in problems} | {r.number for r in rows} >= {2, 3, 4, 3_003}


def test_long_cell_over_many_lines(tmp_path: Path) -> None:
    """The lines of a cell that is far too long never become rows of their own."""
    cell = '"' + "words of a cell\n" * 3_000 + '"'
    rows, problems = read(put(tmp_path, "a.csv", f"a,b,c\n1,2,3\n4,{cell},6\n7,8,9\n"))
    assert rows[0].cells == {"a": "1", "b": "2", "c": "3"}
    assert not any(row.cells.get("a", "").startswith("words") for row in rows)
    assert rows[-1].cells == {"a": "7", "b": "8", "c": "9"}
    assert problems[0].where.line == 3


def test_too_many_columns(tmp_path: Path) -> None:
    """A table with more columns than are read is refused with the limit."""
    assert (
        len(open_table(put(tmp_path, "a.csv", ",".join(f"c{n}" for n in range(1_000)))).columns)
        == 1_000
    )
    with pytest.raises(TooMuchError, match="at most 1,000 columns"):
        open_table(put(tmp_path, "b.csv", ",".join(f"c{n}" for n in range(1_001))))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "it is empty"),
        ("a.csv", b"\n \n", "it is empty"),
        ("a.csv", b"\xef\xbb\xbf", "it is empty"),
        ("a.csv", bytes(range(256)) * 9, "is of a kind that is not read"),
        ("a.csv", b"\0" * 1000, "is of a kind that is not read"),
        ("a.csv", b"%PDF-1.7 ...", "is a PDF"),
        ("a.xls", b"<html><table><tr><td>5", "is a web page or XML"),
        ("a.docx", b"a,b\n1,2\n", "is of a kind that is not read"),
        ("a.csv", b"\x1f\x8b\x08junk", "it is damaged"),
        ("a.xlsx", b"PK\x03\x04junk", "it is damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "it is damaged"),
        ("a.parquet", b"PAR1junkPAR1", "it is damaged"),
        ("a.json", b"", "it is empty"),
    ],
)  # fmt: skip
def test_unreadable(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    """A file that is empty, damaged or of another kind is refused with what it is."""
    with pytest.raises(ClaimsError, match=said) as caught:
        open_table(put(tmp_path, name, content))
    assert name in str(caught.value)


def test_no_file(tmp_path: Path) -> None:
    """A folder and a file that is not there are refused."""
    with pytest.raises(ClaimsError, match="there is no such file"):
        open_table(tmp_path / "none.csv")
    with pytest.raises(ClaimsError, match="it is no regular file"):
        open_table(tmp_path)


def test_other_zips(tmp_path: Path) -> None:
    """A zip that is no workbook and no package is refused with what it is."""
    with pytest.raises(UnknownTableError, match="is a Word document"):
        open_table(zipped(tmp_path, "a.xlsx", {"word/document.xml": "<w/>"}))
    with pytest.raises(UnknownTableError, match="is a zip"):
        open_table(zipped(tmp_path, "a.zip", {"a.csv": "a,b"}))


def test_kind_by_content(tmp_path: Path) -> None:
    """What is in a file goes before its name."""
    assert open_table(put(tmp_path, "a.txt", '[{"a": 1}]')).form == "JSON"
    assert open_table(put(tmp_path, "b.json", '{"a": 1}\n{"a": 2}\n')).form == "JSON lines"
    assert open_table(put(tmp_path, "c.jsonl", '[{"a": 1},\n{"a": 2}]')).form == "JSON"

"""Tables as text: encodings, dialects, headings."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from claims.errors import UnreadableFileError
from claims.imports.tables.delimited import read_delimited
from claims.imports.tables.errors import TooMuchError
from claims.imports.tables.opening import open_table
from claims.imports.tables.source import Source
from tests.tabling import cells, put, read

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = [{"place": "Zoë", "killed": "5"}, {"place": "Sumy", "killed": "7"}]
RUSSIAN = (
    "место,погибло,источник\n" + "Донецк,5,по данным министерства\nХарьков,7,сообщили власти\n"
)
JAPANESE = (
    "場所,死者,出典\n" + "東京都,5,警察の発表によると\n大阪府,7,市の発表によると死者が増えた\n"
)
POLISH = "miejsce,zabitych,źródło\n" + "Łódź,5,według władz żołnierze zginęli\nKraków,7,służby\n"


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        ("place,killed\nZoë,5\nSumy,7\n", "utf-8", "utf-8"),
        ("place,killed\nZoë,5\nSumy,7\n", "utf-8-sig", "utf-8"),
        ("place,killed\nZoë,5\nSumy,7\n", "utf-16", "utf-16"),
        ("place,killed\nZoë,5\nSumy,7\n", "utf-16-le", "utf-16-le"),
        ("place,killed\nZoë,5\nSumy,7\n", "utf-16-be", "utf-16-be"),
        ("place,killed\nZoë,5\nSumy,7\n", "utf-32", "utf-32"),
        ("place,killed\nZoë,5\nSumy,7\n", "cp1252", "cp1252"),
        ("place,note\nKyiv,“about” five – or six\n", "cp1252", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "utf-8", "utf-8"),
        (JAPANESE, "shift-jis", "cp932"),
        (JAPANESE, "utf-16", "utf-16"),
        (POLISH, "cp1250", "cp1250"),
    ],
)  # fmt: skip
def test_encodings(text: str, encoding: str, told: str, tmp_path: Path) -> None:
    """A file is read in the encoding that it is in, and says which that is."""
    path = put(tmp_path, "a.csv", text.encode(encoding))
    heading, *lines = text.splitlines()
    expected = [dict(zip(heading.split(","), line.split(","), strict=True)) for line in lines]
    assert cells(path) == expected
    assert open_table(path).encoding == told


def test_foreign_letters_further_down(tmp_path: Path) -> None:
    """A file that is plain for a megabyte is still read in the encoding of what follows."""
    text = "place,killed\n" + f"Sumy,{'9' * 1_000}\n" * 1_100 + "Zoë,5\n"
    rows, problems = read(put(tmp_path, "a.csv", text.encode("cp1252")))
    assert problems == []
    assert rows[-1].cells == {"place": "Zoë", "killed": "5"}


def test_mixed_bytes(tmp_path: Path) -> None:
    """A stray byte in UTF-8 costs its own row, which is named with the column and the byte."""
    good = "Zoë,5\n" * 30
    content = f"place,killed\n{good}".encode() + b"Zo\xeb,5\n" + b"Sumy,7\n"
    rows, problems = read(put(tmp_path, "a.csv", content))
    assert len(rows) == 31
    assert [(p.where.line, p.field, p.value, p.message) for p in problems] == [
        (32, "place", "Zo\\xeb", "the byte 0xeb is no utf-8")
    ]


@pytest.mark.parametrize(
    ("name", "text", "delimiter", "form"),
    [
        ("a.csv", "place,killed\nZoë,5\nSumy,7\n", ",", "CSV"),
        ("a.csv", "place;killed\nZoë;5\nSumy;7\n", ";", "CSV"),
        ("a.csv", "place|killed\r\nZoë|5\r\nSumy|7\r\n", "|", "CSV"),
        ("a.csv", "place\tkilled\nZoë\t5\nSumy\t7\n", "\t", "TSV"),
        ("a.tsv", "place\tkilled\nZoë\t5\nSumy\t7\n", "\t", "TSV"),
        ("a.txt", "place\tkilled\rZoë\t5\rSumy\t7", "\t", "TSV"),
        ("a.csv", "sep=;\nplace;killed\nZoë;5\nSumy;7\n", ";", "CSV"),
        ("a.csv", "\ufeffsep=|\r\nplace|killed\r\nZoë|5\r\nSumy|7\r\n", "|", "CSV"),
        ("a.csv", '"place","killed"\n"Zoë","5"\n"Sumy","7"\n', ",", "CSV"),
        ("a.csv", 'place, killed\n  Zoë ,\t5\n\n,,\nSumy, "7"\n', ",", "CSV"),
        ("a.csv", "'place','killed'\n'Zoë','5'\n'Sumy','7'\n", ",", "CSV"),
        ("a", "place,killed\nZoë,5\nSumy,7", ",", "CSV"),
    ],
)  # fmt: skip
def test_dialects(name: str, text: str, delimiter: str, form: str, tmp_path: Path) -> None:
    """Commas, semicolons, tabs and bars, line ends of any kind, and Excel's first line."""
    path = put(tmp_path, name, text)
    assert cells(path) == PLAIN
    table = open_table(path)
    assert (table.delimiter, table.form, table.columns) == (delimiter, form, ("place", "killed"))


@pytest.mark.parametrize(
    ("line", "cell"),
    [
        ('"a, b",5', "a, b"),
        ('"say ""hi""",5', 'say "hi"'),
        ("'Orlan-20' UAV,5", "'Orlan-20' UAV"),
        ('5" shell,5', '5" shell'),
        ('"Missile\n Systems\n",5', "Missile Systems"),
        ("a\u00a0\u00a0b\tc,5", "a b c"),
        ("=1+1,5", "=1+1"),
        ("NaN,5", "NaN"),
        ("123456789012345678901234567890,5", "123456789012345678901234567890"),
        ("1e3,5", "1e3"),
    ],
)  # fmt: skip
def test_cells(line: str, cell: str, tmp_path: Path) -> None:
    """A cell is its text on one line: nothing of it is computed, and apostrophes are text."""
    path = put(tmp_path, "a.csv", f"system,lost\n{line}\nother,7\n")
    assert cells(path) == [{"system": cell, "lost": "5"}, {"system": "other", "lost": "7"}]


def test_row_numbers(tmp_path: Path) -> None:
    """A row is numbered by the line on which it starts."""
    rows, _ = read(put(tmp_path, "a.csv", 'a,b\n"x\ny",1\n\nz,2\n'))
    assert [(row.number, row.cells["b"]) for row in rows] == [(2, "1"), (5, "2")]


@pytest.mark.parametrize(
    ("text", "columns", "messages"),
    [
        ("a,b\n1,2\n", ("a", "b"), []),
        ("a,a,a\n1,2,3\n", ("a", "a (2)", "a (3)"), ["the heading stands twice"] * 2),
        ("a,a (2),a\n1,2,3\n", ("a", "a (2)", "a (3)"), ["the heading stands twice"]),
        ("a,,b\n1,2,3\n", ("a", "column 2", "b"), ["the column has no heading"]),
        (",b\n1,2\n", ("column 1", "b"), ["the column has no heading"]),
        ("a,b,\n1,2,\n", ("a", "b"), []),
        ("a,b,\n1,2,3\n", ("a", "b", "column 3"), ["the column has no heading"]),
        (' a ,"b\nc  d"\n1,2\n', ("a", "b c d"), []),
        ("Losses\n\na,b\n1,2\n", ("a", "b"), ["this stands above the headings and is not read"]),
        ("Losses,,\nSource,UN,\na,b,c\n1,2,3\n4,5,6\n", ("a", "b", "c"),
         ["this stands above the headings and is not read"] * 2),
        ("# by, the, UN\na,b,c\n1,2,3\n", ("a", "b", "c"),
         ["this stands above the headings and is not read"]),
        ("#,b,c\n1,2,3\n", ("#", "b", "c"), []),
        ("a,b,c\n1,2\n1,2\n1,2\n", ("a", "b", "c"), []),
        ("a\n1\n2\n", ("a",), []),
    ],
)  # fmt: skip
def test_headings(text: str, columns: tuple[str, ...], messages: list[str], tmp_path: Path) -> None:
    """Headings stand in the first row as wide as the table; each is made one of its own."""
    table = open_table(put(tmp_path, "a.csv", text))
    assert table.columns == columns
    assert [problem.message for problem in table.problems] == messages


def test_titles_are_quoted(tmp_path: Path) -> None:
    """What stands above the headings is shown with its line, and rows keep theirs."""
    rows, problems = read(put(tmp_path, "a.csv", "Losses 2022,,\nday,place,killed\n1,Sumy,5\n"))
    assert [(p.where.line, p.value) for p in problems] == [(1, "Losses 2022")]
    assert [row.number for row in rows] == [3]


def test_compressed(tmp_path: Path) -> None:
    """A CSV compressed with gzip is read as it is without."""
    text = "place,killed\nZoë,5\nSumy,7\n"
    assert cells(put(tmp_path, "a.csv.gz", gzip.compress(text.encode()))) == PLAIN


def test_compressed_too_large(tmp_path: Path) -> None:
    """Compressed text that unpacks to more than the limit is refused with the limit."""
    path = put(tmp_path, "a.csv.gz", gzip.compress(b"a,b\n" + b"1,2\n" * 100_000))
    with pytest.raises(TooMuchError, match="at most 1,000 unpacked bytes"):
        read_delimited(Source.unpacked(path, 1_000))


def test_compressed_damaged(tmp_path: Path) -> None:
    """A compressed file that is cut off is refused as damaged."""
    content = gzip.compress(bytes(range(32, 127)) * 1000 + b"\n1,2")
    with pytest.raises(UnreadableFileError, match="it is damaged"):
        open_table(put(tmp_path, "a.csv.gz", content[:-20]))

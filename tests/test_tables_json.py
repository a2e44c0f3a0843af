"""Tables as JSON: lists, lists inside of documents, lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claims.errors import UnreadableFileError
from claims.imports.tables.errors import TooMuchError, UnknownPartError
from claims.imports.tables.opening import open_table
from tests.tabling import cells, put, read

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = "the cell is longer than the limit of 100,000 characters"
DEEP = "[" * 60 + "]" * 60


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2800", "2800"),
        ("-25", "-25"),
        ("0", "0"),
        ("2800.0", "2800"),
        ("1e3", "1000"),
        ("1.5E-2", "0.015"),
        ("1.50", "1.50"),
        ("12345678901234567890123", "12345678901234567890123"),
        ("9" * 5_000, "9" * 5_000),
        ("true", "true"),
        ("false", "false"),
        ('" about  5 \\n"', "about 5"),
        ('"=1+1"', "=1+1"),
        ('"1e3"', "1e3"),
        ('"\\ud83d\\ude00"', "😀"),
        ('["a", 1.50, {"b": null}]', '["a", 1.50, {"b": null}]'),
        ("[]", "[]"),
    ],
)  # fmt: skip
def test_values(value: str, text: str, tmp_path: Path) -> None:
    """A number is written out with its digits as they stand, text is left as it is."""
    assert cells(put(tmp_path, "a.json", f'[{{"a": {value}}}]')) == [{"a": text}]


@pytest.mark.parametrize("value", ["null", '""', '"  "', "{}"])
def test_nothing(value: str, tmp_path: Path) -> None:
    """A field in which nothing stands is absent."""
    assert cells(put(tmp_path, "a.json", f'[{{"a": {value}, "b": 1}}]')) == [{"b": "1"}]


@pytest.mark.parametrize(
    ("element", "field", "message"),
    [
        ('{"a": NaN}', "a", "NaN is no number"),
        ('{"a": {"b": -Infinity}}', "a.b", "-Infinity is no number"),
        ('{"a": 1e999999999}', "a", "the number has more than 300 digits"),
        ('{"a": 1e99999999999999999999}', "a", "the number has more than 300 digits"),
        ('{"a": 1, "a": 2}', "column without a name", "the field stands twice in the row"),
        ('{"a": {"b": 1}, "a.b": 2}', "a.b", "the field stands twice in the row"),
        ('{"a": "\\ud83d"}', "a", "the cell holds what is no character"),
        ('{"a": "x\\u0000"}', "a", "the cell holds what is no character"),
        (f'{{"a": "{"x" * 100_001}"}}', "a", LIMIT),
        (f'{{"a": "{"x" * 10_000_000}"}}', "a", LIMIT),
        (f'{{"a": {DEEP}}}', "a", "more than 50 lists or objects stand inside one another"),
        ("null", "", "this is no JSON object"),
        ("[1, 2]", "", "this is no JSON object"),
        ('"text"', "", "this is no JSON object"),
    ],
)  # fmt: skip
def test_bad_element(element: str, field: str, message: str, tmp_path: Path) -> None:
    """A bad element is a problem with its number and field; those around it are read."""
    path = put(tmp_path, "a.json", f'[{{"a": 1}}, {element}, {{"a": 3}}]')
    rows, problems = read(path)
    assert [(row.number, row.cells["a"]) for row in rows] == [(1, "1"), (3, "3")]
    assert [(p.where.line, p.field, p.message) for p in problems] == [(2, field, message)]
    assert all(p.hint and len(p.value) < 100 for p in problems)


def test_nested(tmp_path: Path) -> None:
    """Nested objects are addressed with dots, and columns are those of all rows."""
    text = '[{"day": 1, "verified": {"killed": 6, "by": {"age": 2}}}, {"day": 2, "new  name": 3}]'
    path = put(tmp_path, "a.json", text)
    assert open_table(path).columns == ("day", "verified.killed", "verified.by.age", "new name")
    assert cells(path) == [
        {"day": "1", "verified.killed": "6", "verified.by.age": "2"},
        {"day": "2", "new name": "3"},
    ]


DOCUMENT = """{"about": {"by": "UN", "pages": [1, 2, 3]}, "days": [{"d": 1}],
    "data": {"rows": [{"k": 5}, {"k": 6}], "empty": []}, "n": 12.5}"""


def test_parts(tmp_path: Path) -> None:
    """Each list of objects in a document is a part; the longest is read unless one is named."""
    path = put(tmp_path, "a.json", DOCUMENT)
    table = open_table(path)
    assert (table.part, table.parts) == ("data.rows", ("days", "data.rows"))
    assert cells(path) == cells(path, "data.rows") == [{"k": "5"}, {"k": "6"}]
    assert cells(path, "days") == [{"d": "1"}]
    with pytest.raises(UnknownPartError, match=r"holds no “data\.empty”: it holds “days”"):
        open_table(path, "data.empty")


@pytest.mark.parametrize(
    ("text", "rows", "said"),
    [
        ('[{"a": 1}, {"a": 2}, {"a', 2, "the file ends too early at character 23"),
        ('[{"a": 1}, {"a": 2}, {"a": ', 2, "the file ends too early at character 28"),
        ('[{"a": 1}, {"a": 2}', 2, "the file ends too early at character 20"),
        ('[{"a": 1}, {"a": 2} {"a": 3}]', 2, "a comma or “]” is missing at character 21"),
        ('[{"a": 1}, {"a": 2}, {"a": x}, {"a": 4}]', 2, "expecting value at character 28"),
        ('{"rows": [{"a": 1}, {"a": 2}', 2, "the file ends too early at character 29"),
        ('[{"a": 1}] [{"a": 2}]', 1, "more stands after the end of the document at character 12"),
    ],
)  # fmt: skip
def test_cut_off(text: str, rows: int, said: str, tmp_path: Path) -> None:
    """What stands before a cut or a fault is read, and then it is said where the file ends."""
    found, problems = read(put(tmp_path, "a.json", text))
    assert len(found) == rows
    assert [(p.where.line, p.message) for p in problems] == [
        (rows + 1, f"from here on nothing can be read: {said}")
    ]


@pytest.mark.parametrize(
    "text",
    ["[]", "{}", "[1, 2]", '{"a": 1}', '{"a": []}', '"text"', "12", "[" * 100_000, "{", "[{"],
)  # fmt: skip
def test_no_list(text: str, tmp_path: Path) -> None:
    """A document without a list of objects is refused."""
    with pytest.raises(UnreadableFileError, match=r"it is no JSON|it holds no list of objects"):
        open_table(put(tmp_path, "a.json", text))


def test_long_document(tmp_path: Path) -> None:
    """Elements are whole wherever the pieces end in which a file is read."""
    data = [{"n": n, "text": "ä" * (n % 700)} for n in range(2_000)]
    path = put(tmp_path, "a.json", json.dumps(data, ensure_ascii=False, indent=1))
    found = cells(path)
    assert [row["n"] for row in found] == [str(n) for n in range(2_000)]
    assert found[699] == {"n": "699", "text": "ä" * 699}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    """JSON is read in its encoding, with or without a byte order mark."""
    path = put(tmp_path, "a.json", '[{"place": "Zoë"}]'.encode(encoding))
    assert cells(path) == [{"place": "Zoë"}]


def test_too_many_fields(tmp_path: Path) -> None:
    """A list whose objects have more fields than are read is refused with the limit."""
    path = put(tmp_path, "a.json", json.dumps([{f"f{n}": n} for n in range(1_001)]))
    with pytest.raises(TooMuchError, match="at most 1,000 columns"):
        open_table(path)


def test_lines(tmp_path: Path) -> None:
    """JSON lines give one row a line; a bad line is a problem of its own."""
    lines = ['{"a": {"b": 1}}', "", '{"a": ', "[1]", f'{{"a": "{"x" * 2**20}"}}', '{"c": NaN}',
             "[" * 100_000, '{"a": {"b": 2}}']  # fmt: skip
    path = put(tmp_path, "a.jsonl", "\r\n".join(lines))
    rows, problems = read(path)
    assert [(row.number, dict(row.cells)) for row in rows] == [(1, {"a.b": "1"}), (8, {"a.b": "2"})]
    assert [(p.where.line, p.field, p.message) for p in problems] == [
        (3, "", "the line is no JSON: Expecting value at character 6"),
        (4, "", "this is no JSON object"),
        (5, "", "the line is longer than the limit of 1,048,576 characters"),
        (6, "c", "NaN is no number"),
        (7, "", "too many lists or objects stand inside one another"),
    ]
    assert open_table(path).columns == ("a.b", "c")


def test_no_lines(tmp_path: Path) -> None:
    """A file of lines that hold no object is refused."""
    with pytest.raises(UnreadableFileError, match="no line of it holds a JSON object"):
        open_table(put(tmp_path, "a.jsonl", "1\n2\n"))

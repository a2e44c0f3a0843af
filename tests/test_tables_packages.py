"""Tables in Parquet and in Data Packages."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa  # type: ignore[import-untyped] # published without types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above
import pytest

from claims.errors import ClaimsError
from claims.imports.tables.errors import UnknownPartError, UnsafePackageError
from claims.imports.tables.opening import open_table
from tests.tabling import cells, put, read, zipped

if TYPE_CHECKING:
    from pathlib import Path

LOSSES = "place;killed\n'Zoë; or so';5\nSumy;n/a\n"
RESOURCE = {
    "name": "losses", "path": "data/losses.csv", "encoding": "cp1252",
    "dialect": {"delimiter": ";", "quoteChar": "'"}, "schema": {"missingValues": ["", "n/a"]},
}  # fmt: skip


def test_parquet(tmp_path: Path) -> None:
    """Typed columns become text, and structs are addressed with dots."""
    rows = [
        {"day": dt.date(2022, 2, 25), "killed": 5, "share": 0.5, "seen": True, "by": {"age": 2},
         "at": dt.datetime.fromisoformat("2022-02-25T13:05"), "sum": Decimal("12.00"),
         "who": ["a", "b"]},
        {"day": None, "killed": None, "share": float("nan"), "by": {"age": None}},
        {"killed": 7},
    ]  # fmt: skip
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path)
    found, problems = read(path)
    assert [(row.number, dict(row.cells)) for row in found] == [
        (1, {"day": "2022-02-25", "killed": "5", "share": "0.5", "seen": "true", "by.age": "2",
             "at": "2022-02-25T13:05:00", "sum": "12", "who": '["a", "b"]'}),
        (3, {"killed": "7"}),
    ]  # fmt: skip
    assert [(p.where.line, p.field, p.message) for p in problems] == [
        (2, "share", "nan is no number")
    ]
    assert open_table(path).columns == (
        "day",
        "killed",
        "share",
        "seen",
        "by.age",
        "at",
        "sum",
        "who",
    )


def test_parquet_of_many_rows(tmp_path: Path) -> None:
    """Rows are numbered through, whatever the batches."""
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"n": range(2_500)}), path)
    rows, _ = read(path)
    assert [(row.number, row.cells["n"]) for row in rows][1_999:2_002] == [
        (2_000, "1999"), (2_001, "2000"), (2_002, "2001"),
    ]  # fmt: skip


def package(folder: Path, *resources: dict[str, Any]) -> Path:
    """Write a package with these resources and one file of data."""
    put(folder, "data/losses.csv", LOSSES.encode("cp1252"))
    put(folder, "data/rows.json", '[{"a": 1}]')
    return put(folder, "datapackage.json", json.dumps({"resources": list(resources)}))


def test_package(tmp_path: Path) -> None:
    """A resource is read as its package says: encoding, dialect, what stands for nothing."""
    path = package(tmp_path, RESOURCE, {"name": "rows", "path": "data/rows.json"})
    assert cells(path) == [{"place": "Zoë; or so", "killed": "5"}, {"place": "Sumy"}]
    assert cells(path, "rows") == [{"a": "1"}]
    table = open_table(path)
    assert (table.form, table.part, table.parts) == ("Data Package", "losses", ("losses", "rows"))
    with pytest.raises(UnknownPartError, match="“rows”"):
        open_table(path, "none")


@pytest.mark.parametrize("folder", ["", "my-package/"])
def test_package_in_zip(folder: str, tmp_path: Path) -> None:
    """A package in a zip is read without unpacking it, its problems under the zip's name."""
    files: dict[str, str | bytes] = {
        f"{folder}datapackage.json": json.dumps({"resources": [RESOURCE]}),
        f"{folder}data/losses.csv": LOSSES.encode("cp1252") + b"a;b;c\n",
    }
    rows, problems = read(zipped(tmp_path, "p.zip", files))
    assert [dict(row.cells) for row in rows][1:] == [{"place": "Sumy"}]
    assert [(p.where.file, p.where.line) for p in problems] == [("p.zip/data/losses.csv", 4)]


@pytest.mark.parametrize(
    ("resource", "expected"),
    [
        ({"data": [{"a": 1}, {"a": 1.5, "b": {"c": True}}]},
         [{"a": "1"}, {"a": "1.5", "b.c": "true"}]),
        ({"data": [["a", "b"], [1, None], ["x, y", 2]]}, [{"a": "1"}, {"a": "x, y", "b": "2"}]),
        ({"data": "a|b\n1|2\n", "dialect": {"delimiter": "|"}}, [{"a": "1", "b": "2"}]),
        ({"data": "1,2\n3,4\n", "dialect": {"header": False}},
         [{"column 1": "1", "column 2": "2"}, {"column 1": "3", "column 2": "4"}]),
        ({"data": "1,2\n", "dialect": {"header": False}, "schema": {"fields": [{"name": "a"}]}},
         [{"a": "1", "column 2": "2"}]),
        ({"data": "%note\na,b\n%note\n1,2\n", "dialect": {"commentChar": "%"}},
         [{"a": "1", "b": "2"}]),
    ],
)  # fmt: skip
def test_inline(resource: dict[str, Any], expected: list[dict[str, str]], tmp_path: Path) -> None:
    """Data that stands in the package's description itself is read, in each of its forms."""
    assert cells(package(tmp_path, resource)) == expected


@pytest.mark.parametrize(
    "path",
    [
        "../losses.csv", "data/../../losses.csv", "/etc/passwd", "C:/losses.csv", "..\\losses.csv",
        "https://example.org/losses.csv", "file:///etc/passwd", "~/losses.csv", "", None,
        ["a.csv", "b.csv"],
    ],
)  # fmt: skip
def test_unsafe_paths(path: object, tmp_path: Path) -> None:
    """A path that leads out of the package is refused, and so is an address."""
    with pytest.raises(UnsafePackageError, match="not within the package"):
        open_table(package(tmp_path, {"name": "x", "path": path}))


def test_link_out_of_the_package(tmp_path: Path) -> None:
    """A link in the package's folder that leads out of it is refused."""
    put(tmp_path, "secret.csv", "a,b\n1,2\n")
    path = package(tmp_path / "package", {"name": "x", "path": "link.csv"})
    (tmp_path / "package" / "link.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(UnsafePackageError, match=r"link\.csv"):
        open_table(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "its datapackage.json is no JSON"),
        ("[]", "lists no resources"),
        ('{"resources": 5}', "lists no resources"),
        ('{"resources": []}', "lists no resources"),
        ('{"resources": [{"name": "x", "path": "none.csv"}]}', "there is no such file"),
        ('{"resources": [{"name": "x", "path": "datapackage.xml"}]}', "there is no such file"),
    ],
)  # fmt: skip
def test_bad_package(text: str, said: str, tmp_path: Path) -> None:
    """A package that describes nothing is refused with what is wrong."""
    with pytest.raises(ClaimsError, match=said):
        open_table(put(tmp_path, "datapackage.json", text))

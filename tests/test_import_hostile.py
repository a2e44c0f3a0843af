"""Imports that mean harm: nothing runs, nothing is overwritten, and each ends in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa  # type: ignore[import-untyped] # published without types
import pytest
from click.testing import CliRunner
from pyarrow import parquet

from claims.cli import main
from claims.errors import ClaimsError, Problem
from claims.imports import loading
from claims.imports.errors import BadMappingError
from claims.imports.tables.faults import CUT_OFF
from claims.imports.tables.opening import open_table
from tests import importing

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

PLANTED = "import pathlib; pathlib.Path('planted').write_text('ran')\n"


def run(*words: object) -> Result:
    """Run the command; what it raises beside an exit is a failure."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize("module", ["python_calamine", "json", "claims"])
def test_nothing_of_the_current_folder_is_run(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook that is read apart is read by our own libraries, not by what lies beside it."""
    (tmp_path / f"{module}.py").write_text(PLANTED, encoding="utf-8")
    (tmp_path / "x.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ClaimsError):
        open_table(tmp_path / "x.xls")
    assert not (tmp_path / "planted").exists()


@pytest.mark.parametrize(
    "text",
    [
        "? [a, b]\n: c\n",
        "{[a]: b}: c\n",
        importing.MAPPING.replace("how: {means", 'day: {date: "%Y-%m-%d %Y"}\n      how: {means'),
        importing.MAPPING.replace("how: {means", 'day: {date: "%d%d"}\n      how: {means'),
        importing.MAPPING.replace("how: {means", 'day: {date: ""}\n      how: {means'),
    ],
)
def test_an_odd_mapping_is_refused(text: str) -> None:
    """Keys that are no words, and forms that no date can have."""
    with pytest.raises(BadMappingError):
        loading.parse(text, "odd.yaml")


@pytest.mark.parametrize(
    ("day", "hours", "column"),
    [
        ("0001-01-01", "48", "day"),
        ("2024-05-01", "9" * 5_000, "hours"),
        ("2024-05-01", "0", "hours"),
    ],
)
def test_a_period_that_no_calendar_has_is_a_problem(
    day: str, hours: str, column: str, tmp_path: Path
) -> None:
    """The row is refused with its column."""
    how = importing.MAPPING.replace(
        "period: 2024-05-01/{day}", 'period: {to: "{day}", hours: "{hours}"}'
    )
    rows = importing.table(tmp_path, f"day,by,killed,hours\n{day},City Hospital,4,{hours}\n")
    claims, problems = importing.read(rows, importing.mapping(how))
    assert claims == []
    assert column in {problem.field for problem in problems}


def test_packing_never_writes_over_a_file(tmp_path: Path) -> None:
    """Not over the table itself, nor over any other."""
    table, mapping = tmp_path / "tolls.csv", tmp_path / "harbour.yaml"
    table.write_text(importing.ROWS, encoding="utf-8")
    mapping.write_text(importing.MAPPING, encoding="utf-8")
    for output in (table, mapping):
        before = output.read_bytes()
        done = run("pack", table, "--mapping", mapping, "-o", output)
        assert (done.exit_code, output.read_bytes()) == (1, before)


def test_what_a_package_cannot_hold_is_not_packed(tmp_path: Path) -> None:
    """Nothing is promised that the next newsroom could not read."""
    table, mapping = tmp_path / "tolls.parquet", tmp_path / "harbour.yaml"
    columns = {"day": ["2024-05-01"], "by": ["City Hospital"], "killed": [4]}
    parquet.write_table(pa.table(columns), table)
    mapping.write_text(importing.MAPPING, encoding="utf-8")
    done = run("pack", table, "--mapping", mapping, "-o", tmp_path / "out.zip")
    assert "save it as CSV or JSON first" in done.output
    assert not (tmp_path / "out.zip").exists()


def test_a_day_that_no_calendar_has_does_not_end_a_parquet_file_in_a_trace(tmp_path: Path) -> None:
    """What the library cannot turn into a day is told as such."""
    days = pa.array([2**30], type=pa.int32()).cast(pa.date32())
    parquet.write_table(pa.table({"day": days, "killed": [4]}), tmp_path / "t.parquet")
    (found,) = open_table(tmp_path / "t.parquet")
    assert isinstance(found, Problem)
    assert found.message.startswith(CUT_OFF)

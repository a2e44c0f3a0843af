"""Public files as their authors publish them, counted beside an independent reader.

The files stand beside the project, in `shared/data`; where they are absent only the stand-ins
written here are read: the names of the tests say which file each of them read.
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from claims.errors import Problem
from claims.imports.tables.opening import open_table
from tests.tabling import put

DATA = Path(__file__).parents[2] / "shared" / "data"
REAL = sorted(path for path in DATA.glob("*/*") if path.suffix in {".csv", ".json", ".jsonl"})
STAND_INS = {
    "daily.json": '[\n  {"date": "2022-02-25", "personnel": 2800, "personnel*": "about"},\n'
    '  {"date": "2022-03-07", "personnel": 11000, "personnel*": "more", "POW": 259}\n]',
    "nested.json": '[{"day": "2023-10-07", "verified": {"killed": 6}, "killed_cum": 3},\n'
    '{"day": "2023-10-08", "killed_cum": 13, "source": "fill"}]',
    "tally.csv": 'country,type,lost,day\nRussia,"Missile Systems\n",5,2022-03-01\n'
    "Russia,'Orlan-20' ''Kartograf'' UAV,1,2022-03-02\n"
    'Ukraine,"All - 14, of which: lost: 2",2,\n',
    "dates.jsonl": '{"quote": "Tuesday", "when": "2017-07-18"}\n{"quote": "last week"}\n',
}  # fmt: skip


def frame(path: Path) -> pd.DataFrame:
    """Return the rows of a file as pandas reads them, each value as text."""
    if path.suffix == ".csv":
        return pd.read_csv(path, dtype=str, keep_default_na=False)
    text = path.read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else None
    return pd.json_normalize(rows or json.loads(text))


@pytest.fixture(params=[*STAND_INS, *REAL], ids=lambda one: getattr(one, "name", f"stand-in {one}"))
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Each stand-in, and each real file that is there."""
    one = request.param
    return one if isinstance(one, Path) else put(tmp_path, one, STAND_INS[one])


def test_rows_and_columns(file: Path) -> None:
    """Rows and columns are those that pandas counts, and no row is a problem."""
    table, expected = open_table(file), frame(file)
    rows = list(table)
    assert [row for row in rows if isinstance(row, Problem)] == []
    assert len(rows) == len(expected)
    assert set(table.columns) == set(expected.columns)


def test_totals(file: Path) -> None:
    """The sum of every column of numbers is the one that pandas computes."""
    expected = frame(file)
    rows = [row for row in open_table(file) if not isinstance(row, Problem)]
    for column in expected.columns:
        sums = pd.to_numeric(expected[column], errors="coerce").fillna(0).sum()
        texts = pd.Series([row.cells.get(str(column), "") for row in rows], dtype=object)
        assert pd.to_numeric(texts, errors="coerce").fillna(0).sum() == sums, column

"""How fast tables become claims on record, and with what memory.

A daily set of the shape of the General Staff's losses, 100,000 rows of one figure each, and a
CSV of 500 MB; the real files are taken where they lie beside the project.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from claims import editions
from claims.imports import loading
from claims.imports.tables.opening import open_table
from claims.ledger import Ledger
from tests.bench.measure import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.imports.mapping import Mapping

REAL = Path(__file__).parents[3] / "shared" / "data" / "ukraine_losses"
DAYS, ROWS = 1_626, 100_000
MEGABYTES = 500
WORDS = "x" * 4_000
"""What stands in a column that is not read: reports carry long texts."""
COUNTS = """
name: counts
title: Counts by town and day
parties: [{id: counters, name: Counters, kind: research body}]
sources: [{id: counts, title: Counts, publisher: counters, kind: data set, tier: secondary,
  language: en}]
tables:
  - name: counts
    recognised_by: [town, day, killed]
    source: counts
    claimant: counters
    period: "{day}"
    said_on: "{day}"
    hedge: "{how}"
    figures:
      - column: killed
        indicator: "{town}-killed"
        question: {title: "People killed in {town}", kind: casualty figure, unit: deaths,
          basis: interval, baseline: 2020-01-01/2024-12-31, includes: people killed}
"""
PEAK = """
import re, sys
from pathlib import Path
from claims import editions
from claims.imports import loading
from claims.imports.tables.opening import open_table
from claims.ledger import Ledger
with Ledger.open(sys.argv[1]) as ledger:
    mapping = loading.load(sys.argv[3])
    editions.take_in(open_table(Path(sys.argv[2])), mapping, ledger, actor="bench")
print(int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024)
"""


def results() -> Iterator[Result]:
    """Import into new ledgers, everything included: reading, checks, indexes and findings."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _daily(Path(folder))
        yield from _many(Path(folder))
        yield from _large(Path(folder))


def _daily(folder: Path) -> Iterator[Result]:
    """Take in a daily set of running totals, and then the same again."""
    path = REAL / "russia_losses_equipment.json"
    name = "the General Staff's equipment" if path.exists() else "a set of its shape (no real file)"
    path = path if path.exists() else _series(folder / "series.json")
    mapping = loading.load("ukraine-general-staff")
    with Ledger.open(folder / "daily.db") as ledger:
        took, claims = _taken(path, mapping, ledger)
        yield Result(f"{name}, {claims:,} claims, seconds", took, None, 10, "s")
        again, _ = _taken(path, mapping, ledger)
        yield Result("the same edition again, seconds", again, None, 10, "s")


def _many(folder: Path) -> Iterator[Result]:
    mapping = loading.parse(COUNTS, "counts.yaml")
    path = _counts(folder / "counts.csv", ROWS, "")
    with Ledger.open(folder / "many.db") as ledger:
        took, claims = _taken(path, mapping, ledger)
    yield Result(f"claims a second, {ROWS:,} rows", claims / took, None, 5_000, "", most=False)


def _large(folder: Path) -> Iterator[Result]:
    """Compare the memory of a large file with that of a hundredth of it."""
    rows = MEGABYTES * 1_000_000 // len(WORDS)
    mapping = folder / "counts.yaml"
    mapping.write_text(COUNTS, encoding="utf-8")
    small = _peak(_counts(folder / "small.csv", rows // 100, WORDS), mapping, folder / "s.db")
    path = _counts(folder / "large.csv", rows, WORDS)
    size = path.stat().st_size / 1_000_000
    large = _peak(path, mapping, folder / "l.db")
    yield Result(
        f"memory, a CSV of {size:,.0f} MB beside {size / 100:,.0f} MB", large, small, None, "MB"
    )
    yield Result("memory, MB", large, None, 500, "MB")


def _peak(path: Path, mapping: Path, ledger: Path) -> float:
    """Return the most memory that an import takes, in megabytes."""
    words = [sys.executable, "-c", PEAK, str(ledger), str(path), str(mapping)]
    return float(subprocess.run(words, capture_output=True, text=True, check=True).stdout)  # noqa: S603 - our own command


def _taken(path: Path, mapping: Mapping, ledger: Ledger) -> tuple[float, int]:
    start = time.perf_counter()
    report = editions.take_in(open_table(path), mapping, ledger, actor="bench")
    return time.perf_counter() - start, report.claims


def _series(path: Path) -> Path:
    """Write a made-up set of running totals: one row a day, one column a category."""
    sheet = next(
        one for one in loading.load("ukraine-general-staff").tables if one.name == "equipment"
    )
    totals = dict.fromkeys((figure.column for figure in sheet.figures), 0)
    chance, rows = random.Random(1), []  # noqa: S311 - no secret
    for day in range(DAYS):
        totals = {name: total + chance.randrange(30) for name, total in totals.items()}
        told = {"date": str(date(2022, 2, 25) + timedelta(day)), "greatest losses direction": "x"}
        rows.append(told | totals)
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def _counts(path: Path, rows: int, words: str) -> Path:
    """Write a made-up table of counts by town and day."""
    chance = random.Random(2)  # noqa: S311 - no secret
    with path.open("w", encoding="utf-8") as file:
        file.write("town,day,killed,how,text\n")
        for row in range(rows):
            day = date(2020, 1, 1) + timedelta(row // 400)
            how = chance.choice(["", "about", "at least"])
            file.write(f"T{row % 400},{day},{chance.randrange(90)},{how},{words}\n")
    return path

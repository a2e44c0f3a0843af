"""What the published files say, counted with pandas straight from the file, and by other rules.

A figure is known by its column alone: the claims of one column are as many as its cells that
count, and add up to as much, for each question that the column answers.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.ready_sets import Published

Parts = dict[str, list[tuple[int, int]]]
"""By column: how many figures each of its questions has, and their sum, the smallest first."""
NO_FIGURE = ""
"""Stands for the column of claims without a figure."""
EXTRAPOLATED = "ext_"


@dataclass
class Counted:
    """What an import of a file must come to."""

    parts: Parts = field(default_factory=dict)
    refused: set[tuple[int, str]] = field(default_factory=set)
    """The rows that must be reported, with their column."""
    left_out: int = 0
    """Rows that say nothing new, or hold no figure."""
    falls: int = 0
    """Figures below the highest one before, which no rounding explains."""


def counted(file: Published) -> Counted:
    """Count a file."""
    return COUNTS[file.mapping, file.path.stem.partition("_to_")[0]](file.path)


def _listed(path: Path) -> pd.DataFrame:
    """Read a list of objects, flattened; the index is the element's number."""
    rows = pd.json_normalize(json.loads(path.read_text(encoding="utf-8")))
    return rows.set_index(pd.RangeIndex(1, len(rows) + 1))


def _lines(path: Path) -> pd.DataFrame:
    """Read a CSV as text; the index is the line on which the row starts."""
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        starts = [reader.line_num + 1 for _ in reader][:-1]
    return rows.set_index(pd.Index(starts))


def _sums(rows: pd.DataFrame, columns: Iterable[str], by: list[str] | None = None) -> Parts:
    """Count and add up the cells of columns, for each group of rows."""
    groups = [rows] if not by else [group for _, group in rows.groupby(by)]
    found: Parts = defaultdict(list)
    for column in columns:
        for cells in (group[column].dropna() for group in groups):
            if len(cells):
                found[column].append((len(cells), int(cells.astype(int).sum())))
        found[column].sort()
    return {column: parts for column, parts in found.items() if parts}


def _slack(figure: int) -> float:
    """Return how far an unhedged round figure may be off: half its last place, at most 5 %."""
    zeros = len(str(figure)) - len(str(figure).rstrip("0"))
    return min(10**zeros / 2, figure * 0.05) if zeros and figure else 0


def _falls(rows: pd.DataFrame, columns: Iterable[str]) -> int:
    """Count how often running totals fell below their highest before, beyond rounding.

    However long a total takes to grow back, it fell once.
    """
    found = 0
    for cells in (rows[column].dropna().astype(int) for column in columns):
        peaks = (cells >= cells.cummax()).cumsum()
        lows = zip(cells, cells.cummax(), peaks, strict=True)
        found += len({peak for now, most, peak in lows if now + _slack(now) < most - _slack(most)})
    return found


def _personnel(path: Path) -> Counted:
    rows = _listed(path)
    known = rows["personnel*"].isin(["about", "more"])
    parts = _sums(rows[known], ["personnel"]) | _sums(rows, ["POW"])
    return Counted(parts, {(number, "personnel*") for number in rows.index[~known]})


def _equipment(path: Path) -> Counted:
    rows = _listed(path).drop(columns=["date", "day", "greatest losses direction"], errors="ignore")
    return Counted(_sums(rows, rows.columns), falls=_falls(rows, rows.columns))


def _corrections(path: Path) -> Counted:
    rows = _listed(path).drop(columns=["date", "day"])
    return Counted({NO_FIGURE: [(int((rows.fillna(0) != 0).sum().sum()), 0)]})


def _daily_count(path: Path) -> Counted:
    rows = _lines(path)
    is_zero_line = rows["date_recorded"] < "2022-02-24"
    is_heading = rows["equipment_type"].str.contains(r"\d") & ~is_zero_line
    rows["type"] = rows["equipment_type"].str.strip()
    kept = rows[~is_zero_line & ~is_heading]
    columns = ["destroyed", "abandoned", "captured", "damaged", "type_total"]
    refused = {(number, "equipment_type") for number in rows.index[is_heading]}
    return Counted(_sums(kept, columns, ["country", "type"]), refused, int(is_zero_line.sum()))


def _items(path: Path) -> Counted:
    rows = _lines(path)
    bad = {
        "system": rows["system"].isin(["", "NA"]),
        "matID": rows["matID"].isin(["", "NA"]),
        "url": ~rows["url"].str.match(r"https?://\S+$"),
    }
    refused = {(number, name) for name, rule in bad.items() for number in rows.index[rule]}
    kept = len(rows) - len({number for number, _ in refused})
    return Counted({NO_FIGURE: [(kept, 0)]}, refused)


def _gaza(path: Path) -> Counted:
    rows = _listed(path)
    columns = [name for name in rows.columns if not name.startswith((EXTRAPOLATED, "report_"))]
    is_new = rows["report_period"] != 0
    is_told = rows["report_source"].isin(["mohtel", "gmotel"])
    is_empty = rows[columns].isna().all(axis=1)
    orphans = rows.index[is_new & ~is_told & ~is_empty]
    kept = rows[is_new & is_told]
    falls = _falls(kept, [name for name in columns if name.endswith("_cum")])
    refused = {(number, "report_source") for number in orphans}
    return Counted(_sums(kept, columns), refused, int((~is_new | is_empty).sum()), falls)


def _extrapolated(path: Path) -> Counted:
    rows = _listed(path)
    return Counted(_sums(rows, [name for name in rows.columns if name.startswith(EXTRAPOLATED)]))


def _west_bank(path: Path) -> Counted:
    rows = _listed(path)
    verified = [name for name in rows.columns if name.startswith("verified.")]
    flash = [name for name in rows.columns if name.endswith("_cum") and name not in verified]
    said = rows[rows["flash_source"] == "un"]
    parts = _sums(rows, verified) | _sums(said, flash)
    totals = [name for name in verified if name.endswith("_cum")]
    carried, unverified = len(rows) - len(said), int(rows[verified].isna().all(axis=1).sum())
    falls = _falls(said, flash) + _falls(rows, totals)
    return Counted(parts, set(), carried + unverified, falls)


def _lebanon(path: Path) -> Counted:
    rows = _listed(path)
    reported = _sums(rows, ["killed_cum_reported", "injured_cum_reported"], ["phase"])
    others = _sums(rows, ["killed_cum", "injured_cum", "killed", "injured"])
    return Counted(reported | others)


def _events(path: Path) -> Counted:
    rows = _lines(path)
    deaths = rows[["low", "best", "high"]].apply(pd.to_numeric)
    is_ordered = (deaths["low"] <= deaths["best"]) & (deaths["best"] <= deaths["high"])
    bad = {
        "best": ~is_ordered,
        "type_of_violence": ~rows["type_of_violence"].isin(["1", "2", "3"]),
        "date_start, date_end": rows["date_end"] < rows["date_start"],
    }
    refused = {(number, name) for name, rule in bad.items() for number in rows.index[rule]}
    kept = rows.drop(index=[number for number, _ in refused])
    sums = _sums(kept, ["best"], ["id"])
    return Counted({"low, high, best": sums["best"]}, refused)


COUNTS: dict[tuple[str, str], Callable[[Path], Counted]] = {
    ("ukraine-general-staff", "russia_losses_personnel"): _personnel,
    ("ukraine-general-staff", "russia_losses_equipment"): _equipment,
    ("ukraine-general-staff", "russia_losses_equipment_correction"): _corrections,
    ("oryx", "daily_count"): _daily_count,
    ("oryx", "event_destroyed"): _items,
    ("t4p-gaza", "casualties_daily"): _gaza,
    ("t4p-gaza-extrapolated", "casualties_daily"): _extrapolated,
    ("t4p-west-bank", "west_bank_daily"): _west_bank,
    ("t4p-lebanon", "lebanon_casualties_daily"): _lebanon,
    ("ucdp-ged", "GEDEvent_v99_1"): _events,
}
"""How each table is counted."""

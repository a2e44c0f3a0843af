"""Time expressions: how many are found in annotated Wikinews articles, read right, and how fast.

The articles and their annotation (GUM, CC BY) stand beside the project where there are any;
otherwise fifteen sentences of our own are read. Times of day and lengths of time are annotated
there too and are counted apart. A value is right where its first and last day are.
"""

from __future__ import annotations

import csv
import json
import statistics
import sys
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from claims import periods
from claims.extraction import dates
from tests.bench.measure import Result, timed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "gum_wikinews"
WORDS = 650
"""The length of an article, as speeds are given."""
PUBLISHED = date(2021, 7, 28)
OWN = (
    ("The shelling began {on Tuesday} at dusk.", "2021-07-27"),
    ("Forty were freed {on 12 July} and taken home.", "2021-07-12"),
    ("{Last week} the bridge was closed.", "2021-07-19/2021-07-25"),
    ("The mill burned down {in 2014}.", "2014"),
    ("Harvests failed {in July 2020} across the valley.", "2020-07"),
    ("{Yesterday} nine boats came in.", "2021-07-27"),
    ("The camp was emptied {in late 2017}.", "2017-10/2017-12"),
    ("Nobody has been paid {since last year}.", "2020/.."),
    ("The council will meet {on Friday}.", "2021-07-30"),
    ("Troops are to leave {by the end of the year}.", "../2021-12"),
    ("{Three days ago} the well ran dry.", "2021-07-25"),
    ("It rained {from Monday to Wednesday}.", "2021-07-26/2021-07-28"),
    ("The clinic moved {in the 1990s}.", "1990/1999"),
    ("{Over the past three days} eight fell ill.", "2021-07-25/2021-07-28"),
    ("The convoy was hit {on March 3, 2020}.", "2020-03-03"),
)
"""Sentences, the expression in braces, and when it was."""


@dataclass(frozen=True)
class Case:
    """A text, its publication day, and the annotated expressions: place, value, sort."""

    text: str
    published: date
    expected: Sequence[tuple[int, int, str, str]]


def results() -> Iterator[Result]:
    """Read all texts and say what was found, what was right, and the speed."""
    there = FOLDER.is_dir()
    if not there:
        sys.stderr.write("gum_wikinews is not here: fifteen sentences of our own are read\n")
    cases = list(annotated() if there else own())
    for sort in ("date", "length", "time"):
        yield from _scored(cases, sort, "Wikinews" if there else "own sentences")
    length = sum(len(case.text.split()) for case in cases)
    took = statistics.median(timed(lambda: _read(cases)) for _ in range(9))
    yield Result("time expressions of an article of 650 words", took * WORDS / length, None, 1.5)
    yield Result("articles a second", 1_000 * length / WORDS / took, None, None, "1/s")


def _scored(cases: Sequence[Case], sort: str, name: str) -> Iterator[Result]:
    """Say the shares of one sort; only dates have targets."""
    found, right, strict, of = scores(cases, sort)
    if not of:
        return
    aims = (85, 80) if sort == "date" else (None, None)
    yield Result(
        f"{name}: {sort}s found, of {of}", 100 * found / of, None, aims[0], "%", most=False
    )
    shares = 100 * right / max(1, found), 100 * strict / max(1, found)
    yield Result(f"{name}: {sort}s, right of the found", shares[0], None, aims[1], "%", most=False)
    yield Result(f"{name}: {sort}s, right as a whole period", shares[1], None, None, "%")


def _read(cases: Sequence[Case]) -> None:
    for case in cases:
        dates.find(case.text, case.published)


def scores(cases: Sequence[Case], sort: str) -> tuple[int, int, int, int]:
    """Return how many of a sort were found, were right, were so as a whole period, and all."""
    found = right = strict = of = 0
    for case in cases:
        ours = dates.find(case.text, case.published)
        for start, end, value, its_sort in case.expected:
            if its_sort == sort:
                hits = [one for one in ours if one.start < end and start < one.end]
                of += 1
                found += bool(hits)
                right += any(same(one, value) for one in hits)
                strict += any(same(one, value, ends=False) for one in hits)
    return found, right, strict, of


def same(one: dates.Dated, value: str, *, ends: bool = True) -> bool:
    """Tell whether the first and last day are those annotated.

    Since 2007 and from 2007 to 2009 are annotated as years of their own: with `ends`, of what is
    open or joined an end that is named counts too.
    """
    if one.period is None:
        return False
    wanted = periods.parse(value)
    sides = [side for side in one.period.split("/") if ends and side != periods.OPEN]
    named = [one.period, *sides]
    return any((p.start, p.end) == (wanted.start, wanted.end) for p in map(periods.parse, named))


def own() -> Iterator[Case]:
    """Yield the sentences of our own."""
    for marked, value in OWN:
        start, end = marked.index("{"), marked.index("}") - 1
        text = marked.replace("{", "").replace("}", "")
        yield Case(text, PUBLISHED, [(start, end, value, "date")])


def annotated() -> Iterator[Case]:
    """Yield the annotated articles."""
    with (FOLDER / "index.csv").open(encoding="utf-8", newline="") as file:
        published = {
            row["id"]: date.fromisoformat(row["published"]) for row in csv.DictReader(file)
        }
    lines = (FOLDER / "dates.jsonl").read_text(encoding="utf-8").splitlines()
    for name, rows in groupby(map(json.loads, lines), key=lambda row: str(row["id"])):
        text = (FOLDER / "text" / f"{name}.txt").read_text(encoding="utf-8")
        expected = [(int(r["start"]), int(r["end"]), value_of(r), sort_of(r)) for r in rows]
        yield Case(text, published[name], expected)


def value_of(row: Mapping[str, str]) -> str:
    """Write an annotated value in EDTF; a time of day is left as it is."""
    if "when" in row:
        return row["when"]
    first = row.get("from", row.get("notBefore", ".."))
    return f"{first}/{row.get('to', row.get('notAfter', '..'))}"


def sort_of(row: Mapping[str, str]) -> str:
    """Tell dates from times of day, and from lengths of time such as `twelve years`."""
    if row["tag"] == "time" or ":" in row.get("when", ""):
        return "time"
    lasting = "notBefore" in row and not row["quote"].startswith(("the ", "last ", "a "))
    return "length" if lasting and "day" not in row["quote"] else "date"

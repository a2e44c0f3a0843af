"""Numbers in news sentences: NewsQuant's own counting where it is at hand, beside five tools.

The benchmark's sentences are not ours to hand on. They are read from `../shared/bench/` beside
the project; where that folder is absent, twelve sentences of our own stand in for them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.extraction import numbers
from tests.bench.measure import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.extraction.numbers import Found
    from claims.hedges import Number

    Bounded = tuple[str, Number, Number | None]
    """A hedge and the bounds that it gives."""

ROOT = Path(__file__).parent.parent.parent
BENCH = ROOT.parent / "shared" / "bench"
GOLD, SCORER = "newsquant_dev.jsonl", "score_newsquant.py"
AIMS = {"value": 92.0, "value+change": 87.0, "value+unit": 60.0}
"""F1 in per cent that we want at least."""
FASTEST = 3_000
"""Sentences a second that we want at least."""
ROUNDS = 3

STAND_IN: tuple[tuple[str, list[Bounded]], ...] = (
    # sentence, (hedge, low, high) of each quantity
    ("At least five miners were killed on Tuesday.", [("at least", 5, None)]),
    ("Between 20 and 30 houses burned down.", [("between", 20, 30)]),
    ("The council spent £2.5m, nearly twice the 2019 sum.", [("exact", 2_500_000, 2_500_000)]),
    ("Turnout fell by 3 percent to 41 percent.", [("exact", 3, 3), ("exact", 41, 41)]),
    ("Dozens of families left Section 12 at 6 p.m.", [("vague", 24, None)]),
    ("Anna Vik, 31, has coached two teams.", [("exact", 2, 2)]),
    ("No one was hurt on March 3, 2020.", []),
    ("One in five bridges is older than 50 years.", [("exact", 0.2, 0.2), ("exact", 50, 50)]),
    ("More than 1,200 soldiers and about 40 tanks arrived.", [
        ("more than", 1_201, None), ("about", 35, 45)]),
    ("The storm brought winds of 120km/h.", [("exact", 120, 120)]),
    ("Two-thirds of voters, or 10,000-plus people, agreed.", [
        ("exact", 2 / 3, 2 / 3), ("at least", 10_000, None)]),
    ("They won 3-1 at 42 Mill Road.", []),
)  # fmt: skip


def results() -> Iterator[Result]:
    """Score our numbers beside the peers', then measure speed and memory."""
    if (BENCH / SCORER).exists():
        yield from _scored(sentences())
    else:
        sys.stdout.write("newsquant: ../shared/bench is absent; twelve sentences stand in\n")
        yield _stood_in()
    yield from _measured(sentences())


def sentences() -> list[str]:
    """Return the sentences of the benchmark, or those that stand in for it."""
    if (BENCH / GOLD).exists():
        return [row["text"] for row in _rows(BENCH / GOLD)]
    return [sentence for sentence, _ in STAND_IN]


def _rows(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a file, each a JSON object."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _scored(texts: Sequence[str]) -> Iterator[Result]:
    """Run the benchmark's own scorer on what we find in its sentences."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "numbers.jsonl"
        lines = [json.dumps({"quantities": _predicted(text)}) for text in texts]
        predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.executable, SCORER, GOLD, str(predictions), "--json"]
        ran = subprocess.run(  # noqa: S603 - the scorer that stands beside the project
            command, cwd=BENCH, check=True, capture_output=True, text=True
        )
    published = json.loads(ran.stdout)["published"]
    peers = json.loads((BENCH / "peers" / "scores.json").read_text(encoding="utf-8"))
    for name, aim in AIMS.items():
        precision, recall, f1 = published[name]
        yield Result(f"NewsQuant {name}: precision", precision, None, None, "%")
        yield Result(f"NewsQuant {name}: recall", recall, None, None, "%")
        yield Result(f"NewsQuant {name}: F1", f1, None, aim, "%", most=False)
        for peer, scores in peers.items():
            if theirs := scores["F1"][name]:
                yield Result(f"  F1 beside {peer}", f1, theirs, None, "%")


def _predicted(text: str) -> list[dict[str, Any]]:
    """Return what we find in a sentence, as the scorer reads it."""
    return [
        {
            "value": found.value,
            "low": found.low,
            "high": found.high,
            "hedge": found.hedge.value,
            "unit": found.unit,
            "trend": found.trend or None,
        }
        for found in numbers.find(text)
    ]


def _stood_in() -> Result:
    """Count our own sentences of which every quantity is found, and nothing else."""
    right = sum(
        [(f.hedge.value, f.low, f.high) for f in numbers.find(text)] == gold
        for text, gold in STAND_IN
    )
    return Result("Stand-in sentences read rightly", right, None, len(STAND_IN), "", most=False)


def _measured(sentences: Sequence[str]) -> Iterator[Result]:
    """Measure sentences a second of processor time, and the memory that finding takes."""
    best = min(_seconds(sentences) for _ in range(ROUNDS))
    yield Result("Sentences a second", len(sentences) / best, None, FASTEST, "/s", most=False)
    tracemalloc.start()
    kept: list[list[Found]] = [numbers.find(text) for text in sentences]
    peak = tracemalloc.get_traced_memory()[1] / 1_000_000
    tracemalloc.stop()
    found = sum(map(len, kept))
    yield Result(f"Memory for {found} quantities found", peak, None, None, "MB")


def _seconds(sentences: Sequence[str]) -> float:
    """Return the processor time that the sentences take, in seconds."""
    start = time.process_time()
    for text in sentences:
        numbers.find(text)
    return time.process_time() - start

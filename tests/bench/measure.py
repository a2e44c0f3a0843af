"""Timing two things side by side, and saying how they compare."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Result:
    """One line of the report: our figure, the one beside it, and the ratio aimed at."""

    what: str
    ours: float
    theirs: float | None
    target: float | None
    unit: str = "ms"
    most: bool = True
    """Whether the target is an upper limit; else it is the least that is wanted."""

    @property
    def ratio(self) -> float:
        """Ours to theirs, or ours itself where nothing stands beside it."""
        return self.ours / self.theirs if self.theirs else self.ours

    def __str__(self) -> str:
        """Say the result on one line."""
        theirs = f"{self.theirs:10,.2f}" if self.theirs is not None else " " * 10
        if self.target is None:
            return f"{self.what:<58} {self.ours:10,.2f} {theirs} {self.unit:<9}{self.ratio:10,.3f}"
        good = self.ratio <= self.target if self.most else self.ratio >= self.target
        aim = f"{'≤' if self.most else '≥'} {self.target:,g}"
        verdict = "" if good else "  MISSED"
        numbers = f"{self.ours:10,.2f} {theirs} {self.unit:<9}{self.ratio:10,.3f}"
        return f"{self.what:<58} {numbers}  {aim:<9}{verdict}"


def side_by_side(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Run the two in turn and return the median of each, in milliseconds."""
    mine, other = [], []
    for _ in range(rounds):
        mine.append(timed(ours))
        other.append(timed(theirs))
    return statistics.median(mine), statistics.median(other)


def timed(action: Callable[[], object]) -> float:
    """Return how long an action takes, in milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1_000

"""A text cut at its marks, so that a page can show each mark in its place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, TypeAlias

from claims.fields import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Piece: TypeAlias = "tuple[str, str]"
"""A stretch of text and the mark that it belongs to; empty where it belongs to none."""
ALL_LINES = str.maketrans(dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text that is marked; one mark may have several."""

    start: int
    end: int
    mark: str


def lines(text: str, spans: Sequence[Span], chosen: str = "") -> list[list[Piece]]:
    """Return the lines of a text that hold something, each cut at the ends of its marks.

    Of two marks that overlap the shorter one is shown where both are, and of two in one place
    the chosen one. Characters that would not show as they are stored show as a mark for that.
    Example: `five died` with five marked is `[[("five", "0"), (" died", "")]]`.
    """
    found: list[list[Piece]] = [[]]
    stretches = list(_stretches(len(text), spans, chosen))
    for mark, same in groupby(stretches, key=lambda stretch: stretch[2]):
        whole = "".join(text[start:end] for start, end, _ in same)
        first, *rest = whole.translate(ALL_LINES).split("\n")
        found[-1].append((_shown(first), mark))
        found += [[(_shown(line), mark)] for line in rest]
    kept = [[piece for piece in line if piece[0]] for line in found]
    return [line for line in kept if "".join(text for text, _ in line).strip()]


def _shown(text: str) -> str:
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def _stretches(length: int, spans: Sequence[Span], chosen: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and mark of each stretch between two ends of marks."""
    ends = sorted({0, length, *(s.start for s in spans), *(s.end for s in spans)})
    waiting = sorted(spans, key=lambda span: span.start, reverse=True)
    over: list[Span] = []
    for start, end in pairwise(ends):
        while waiting and waiting[-1].start <= start:
            over.append(waiting.pop())
        over = [span for span in over if span.end > start]
        shortest = min(over, key=lambda s: (s.end - s.start, s.mark != chosen), default=None)
        yield start, end, shortest.mark if shortest else ""

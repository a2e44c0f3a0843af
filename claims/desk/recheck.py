"""The quotes on record against the text of their source as it reads now.

Only the exact words count as unchanged. Near words are shown with the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from claims.desk.passages import Passages, Quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.desk.passages import Passage
    from claims.records import Claim, Evidence


NEAR = 2_100
"""Characters beside a place that are looked at: as many as the words around a quote can have."""


class Outcome(StrEnum):
    """What became of a quote."""

    UNCHANGED = "unchanged"
    """The exact words stand where they stood, or stand at all where no place was noted."""
    MOVED = "moved"
    """The exact words stand elsewhere."""
    EDITED = "edited"
    """Near words stand in their stead."""
    GONE = "gone"
    """Nothing near it is left."""


class Difference(NamedTuple):
    """Some words of a quote and what became of them."""

    change: str
    """`same`, `removed` or `added`."""
    words: str


class Found(NamedTuple):
    """A passage of the text as it reads now."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Recheck:
    """One quote against the text."""

    claim: Claim
    evidence: int
    """The number of the evidence in the claim, from 0."""
    outcome: Outcome
    """What became of the quote."""
    found: Found | None = None
    """Where it stands now, or the nearest passage; none where it is gone."""
    difference: tuple[Difference, ...] = ()
    """For an edited quote, word by word."""


def recheck(text: str, claims: Iterable[Claim], *, source: str | None = None) -> list[Recheck]:
    """Return what became of each quote of some claims in a text, claims in their order.

    `source` leaves out evidence from other sources.
    """
    passages = Passages(text)
    return [
        _recheck(passages, claim, n, evidence)
        for claim in claims
        for n, evidence in enumerate(claim.evidence)
        if source is None or evidence.source == source
    ]


def _recheck(passages: Passages, claim: Claim, number: int, evidence: Evidence) -> Recheck:
    """Look for one quote: at its place, elsewhere, nearly."""
    places = passages.exact(evidence.quote)
    if places:
        noted = evidence.start
        same = [one for one in places if noted is None or one.start == noted]
        place = same[0] if noted is not None and same else _likeliest(passages, places, evidence)
        outcome = Outcome.UNCHANGED if same else Outcome.MOVED
        return Recheck(claim, number, outcome, _found(passages, place))
    near = passages.nearest(Quoted(evidence.quote, evidence.prefix or "", evidence.suffix or ""))
    if near is None:
        return Recheck(claim, number, Outcome.GONE)
    found = _found(passages, near)
    told = tuple(_differences(evidence.quote.split(), found.words.split()))
    return Recheck(claim, number, Outcome.EDITED, found, told)


def _likeliest(passages: Passages, places: list[Passage], evidence: Evidence) -> Passage:
    """Return the place with the words that stood around the quote, else the nearest to where."""
    before, after = evidence.prefix or "", evidence.suffix or ""

    def unlike(place: Passage) -> tuple[int, int]:
        led = passages.text[max(0, place.start - NEAR) : place.start].rstrip()
        followed = passages.text[place.end : place.end + NEAR].lstrip()
        alike = bool(before and led.endswith(before)) + bool(after and followed.startswith(after))
        return -alike, abs(place.start - (evidence.start or 0))

    return min(places, key=unlike)


def _found(passages: Passages, place: Passage) -> Found:
    return Found(place.start, place.end, passages.text[place.start : place.end])


def _differences(before: list[str], after: list[str]) -> Iterator[Difference]:
    """Yield what became of some words, one stretch at a time."""
    for change, a, a_end, b, b_end in SequenceMatcher(None, before, after).get_opcodes():
        if change == "equal":
            yield Difference("same", " ".join(before[a:a_end]))
            continue
        if a < a_end:
            yield Difference("removed", " ".join(before[a:a_end]))
        if b < b_end:
            yield Difference("added", " ".join(after[b:b_end]))

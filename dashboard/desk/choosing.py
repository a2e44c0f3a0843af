"""Which proposal of a work is chosen, which comes next, and what its mark says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.numerals import counted
from claims.prose import figure
from dashboard.desk.article import Mark
from dashboard.desk.marks import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.desk.work import Work
    from claims.extraction.proposal import Proposal

DOUBTS: Mapping[str, str] = {
    "negated": "The article denies it, or quotes someone who does",
    "conditional": "It may never come about",
    "planned": "It is about the future: a plan, a target, a cap",
    "part": "It is part of a figure before it",
    "implied": "One person is meant; no number is printed",
}
"""What a person must know of a proposal before it is accepted, by the field that says so."""

LONGEST = 70
"""Characters of a text that stand for its title."""


def chosen(work: Work, named: str) -> int | None:
    """Return the number of the proposal that the address names, or else the first open one."""
    if named and int(named) < len(work.proposals):
        return int(named)
    return work.left[0] if work.left else (0 if work.proposals else None)


def following(work: Work, number: int) -> int:
    """Return the open proposal after one that was decided, from the start where none comes."""
    later = [n for n in work.left if n > number]
    return next(iter([*later, *work.left]), number)


def progress(work: Work) -> str:
    """Say how far a work is: `3 of 11 decided: 2 accepted, 1 rejected`."""
    outcomes = [one.outcome for one in work.decided.values()]
    told = f"{len(outcomes)} of {len(work.proposals)} decided"
    kinds = [(outcomes.count(name), name) for name in ("accepted", "rejected")]
    each = ", ".join(f"{n} {name}" for n, name in kinds if n)
    return f"{told}: {each}" if each else told


def title(work: Work) -> str:
    """Say what a work is called: its headline, or else how its text began and of how much."""
    if work.document.title:
        return work.document.title
    first = work.text.strip().split("\n", 1)[0]
    short = first if len(first) <= LONGEST else f"{first[:LONGEST].rsplit(' ', 1)[0]} …"
    return short or f"{counted(len(work.proposals), 'proposal')} without a title"


def spans(work: Work) -> list[Span]:
    """Return every place of the text that a proposal stands at."""
    return [
        Span(start, end, str(number))
        for number, one in enumerate(work.proposals)
        for start, end in ((one.start, one.end), *one.also)
    ]


def marks(work: Work) -> dict[str, Mark]:
    """Return the marks of all proposals, by their numbers."""
    return {str(number): _mark(work, number) for number in range(len(work.proposals))}


def _mark(work: Work, number: int) -> Mark:
    proposal = work.proposals[number]
    state = work.decided[number].outcome if number in work.decided else "open"
    told = ", ".join([f"{proposal.kind}", figure(proposal.quantity), *doubted(proposal), state])
    return Mark(proposal.kind, f"{number + 1} of {len(work.proposals)}: {told}", state)


def doubted(proposal: Proposal) -> list[str]:
    """Return the doubts about a proposal, by name."""
    return [name for name in DOUBTS if getattr(proposal, name)]


def located(text: str, words: str, near: int) -> tuple[int, int] | None:
    """Return where exact words stand in a text, the place nearest to another; none if nowhere."""
    places = []
    at = text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - near))
    return start, start + len(words)

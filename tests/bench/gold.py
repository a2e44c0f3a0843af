"""Our own gold set against the extraction: which claims it proposes, which fields are right.

`python -m tests.bench --only gold` prints the figures of both halves; `python -m tests.bench.gold`
lists what was missed, what was proposed for nothing and what was read wrongly in the development
half. The other half is there to be counted, not read. How the set was made: tests/gold/README.md.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.periods import parse
from tests.bench.gold_set import HALVES, read
from tests.bench.measure import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.bench.gold_set import Figure, Item

AIMS = {"claims, F1": 0.75, "period": 0.75, "claimant": 0.6}
"""What the held-back half is to reach; the other figures are only printed."""
TRIMMED = re.compile(
    r"\b(?:the|an?)\s+|(?:'s)?\s*\b(?:spokes(?:man|woman|person)|spokespeople)\b(?:\s+(?:for|of)\s+)?"
)
"""Words that do not make another party: articles, and that it spoke through a spokesman."""
FIELDS = ("period", "place", "claimant", "hedge", "planned", "negated")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some items: figures annotated, proposed, matched, and right by field."""

    annotated: int
    proposed: int
    matched: int
    right: dict[str, int]

    @property
    def precision(self) -> float:
        """The share of what was proposed that is annotated, 0 to 1."""
        return self.matched / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        """The share of what is annotated that was proposed, 0 to 1."""
        return self.matched / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two, 0 to 1."""
        both = self.annotated + self.proposed
        return 2 * self.matched / both if both else 0.0

    def share(self, field: str) -> float:
        """Return the share of the matched figures that have a field right, 0 to 1."""
        return self.right[field] / self.matched if self.matched else 0.0


def pairs(claims: Sequence[Figure], proposals: Sequence[Figure]) -> list[tuple[int, int]]:
    """Match claims and proposals one to one, the longest overlap first; return their indexes.

    They match where their words overlap and their kind and bounds are equal.
    """
    overlaps = [
        (min(claim.end, proposal.end) - max(claim.start, proposal.start), one, other)
        for one, claim in enumerate(claims)
        for other, proposal in enumerate(proposals)
        if _same_figure(claim, proposal)
    ]
    found: dict[int, int] = {}
    for length, one, other in sorted(overlaps, key=lambda pair: (-pair[0], pair[1:])):
        if length > 0 and one not in found and other not in found.values():
            found[one] = other
    return sorted(found.items())


def _same_figure(one: Figure, other: Figure) -> bool:
    return (str(one.kind), one.low, one.high) == (str(other.kind), other.low, other.high)


def right_in(claim: Figure, proposal: Figure) -> set[str]:
    """Return the fields that a proposal has right."""
    right = {"planned": claim.planned == proposal.planned}
    right["negated"] = claim.negated == proposal.negated
    right["hedge"] = str(claim.hedge) == str(proposal.hedge)
    right["period"] = same_period(claim.period, proposal.period)
    right["place"] = same_words(claim.place, proposal.place)
    right["claimant"] = same_words(claim.claimant, proposal.claimant)
    return {field for field in FIELDS if right[field]}


def same_period(one: object, other: object) -> bool:
    """Tell whether two EDTF texts are equal or have the same first and last day."""
    if not one or not other:
        return not one and not other
    try:
        first, second = parse(str(one)), parse(str(other))
    except ValueError:
        return False
    return (first.start, first.end) == (second.start, second.end)


def same_words(one: str | None, other: str | None) -> bool:
    """Tell whether two names are one, or one holds the other as whole words.

    Case, articles and "spokesman for" do not count: "a police spokesman" is "Police".
    """
    first, second = _bare(one), _bare(other)
    if not first or not second:
        return first == second
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "


def _bare(name: str | None) -> str:
    """Return the words of a name that count, one space between them."""
    plain = (name or "").casefold().replace("\u2019", "'")
    words = re.findall(r"[^\W_]+", TRIMMED.sub(" ", plain)) or re.findall(r"[^\W_]+", plain)
    return " ".join(words)


def score(items: Sequence[Item], proposed: Sequence[Sequence[Figure]]) -> Score:
    """Count what was proposed, item by item, against what is annotated."""
    right = dict.fromkeys(FIELDS, 0)
    matched = 0
    for item, proposals in zip(items, proposed, strict=True):
        for one, other in pairs(item.claims, proposals):
            matched += 1
            for field in right_in(item.claims[one], proposals[other]):
                right[field] += 1
    annotated = sum(len(item.claims) for item in items)
    return Score(annotated, sum(map(len, proposed)), matched, right)


def errors(items: Sequence[Item], proposed: Sequence[Sequence[Figure]]) -> Iterator[str]:
    """Say what was missed, what was proposed for nothing, and which fields are wrong."""
    for item, proposals in zip(items, proposed, strict=True):
        found = dict(pairs(item.claims, proposals))
        lines = [_shown("missed", item, c) for n, c in enumerate(item.claims) if n not in found]
        useless = [p for n, p in enumerate(proposals) if n not in found.values()]
        lines += [_shown("useless", item, proposal) for proposal in useless]
        for one, other in found.items():
            claim, proposal = item.claims[one], proposals[other]
            for field in sorted(set(FIELDS) - right_in(claim, proposal)):
                wanted, got = getattr(claim, field), getattr(proposal, field)
                lines.append(f"  {field}: {claim.quote!r}: wanted {wanted!s}, got {got!s}")
        if lines:
            yield "\n".join([f"{item.id} {item.published} {item.text}", *lines])


def _shown(what: str, item: Item, figure: Figure) -> str:
    quote = item.text[figure.start : figure.end]
    return f"  {what}: {quote!r} {figure.kind} {figure.low} to {figure.high}"


def _proposed(items: Sequence[Item]) -> list[Sequence[Figure]]:
    """Ask the extraction for its proposals, item by item."""
    from claims.extraction.proposals import propose  # noqa: PLC0415 - only when it is measured

    ask: Callable[..., Sequence[Figure]] = propose
    return [ask(item.text, published=item.published) for item in items]


def results() -> Iterator[Result]:
    """Measure both halves; the figures of the one held back have aims."""
    for half, path in HALVES.items():
        items = read(path)
        found = score(items, _proposed(items))
        shown = {
            "claims, precision": found.precision,
            "claims, recall": found.recall,
            "claims, F1": found.f1,
        }
        shown |= {field: found.share(field) for field in FIELDS}
        for what, figure in shown.items():
            aim = AIMS.get(what) if half == "held back" else None
            of = f"{what} of the matched" if what in FIELDS else what
            yield Result(f"gold, {half}: {of}", figure, None, aim, "", most=False)


if __name__ == "__main__":
    developed = read(HALVES["development"])
    sys.stdout.writelines(f"{line}\n" for line in errors(developed, _proposed(developed)))

"""What differs between two states of a record, field by field, in readers' words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.hedges import Hedge, show
from claims.prose import figure, flags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.collection import Collection
    from claims.periods import Period
    from claims.quantities import Quantity
    from claims.records import Claim, Evidence, Explanation, Record, Review, Withdrawal

    Saying = Callable[[Claim, Collection], str]

NOTHING = "none"
"""What is said of a field that has no value."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs: what readers call it, and what it said before and says now."""

    name: str
    before: str
    after: str

    def in_words(self) -> str:
        """Say the difference: `figure: at least five → at least eight`."""
        return f"{self.name}: {self.before} → {self.after}"


def differing(before: Claim, after: Claim, records: Collection) -> tuple[Field, ...]:
    """Return the fields of a claim that differ, with parties and indicators by name.

    Empty where only the notation differs: 5 and 5.0.
    """
    said = ((name, say(before, records), say(after, records)) for name, say in SAID.items())
    return tuple(Field(name, then, now) for name, then, now in said if then != now)


def others_differing(before: Record, after: Record) -> tuple[Field, ...]:
    """Return the fields of a party, source or indicator that differ, by their own names."""
    then, now = (one.model_dump(mode="json") for one in (before, after))
    return tuple(
        Field(name.replace("_", " "), _plain(then[name]), _plain(now[name]))
        for name in now
        if then[name] != now[name]
    )


def subject(claim: Claim, records: Collection) -> str:
    """Name a claim in a line: `at least eight deaths, HRANA [planned]`.

    One without a figure is named by its statement.
    """
    marks = ", ".join(flags(claim, None))
    counted = _counted(claim.quantity) if claim.quantity else claim.statement.rstrip(".")
    return f"{counted}, {records.name(claim.claimant)}" + (f" [{marks}]" if marks else "")


def _counted(quantity: Quantity) -> str:
    """Say a figure with what it counts: `one death`, `number of deaths not stated`."""
    if quantity.hedge is Hedge.NOT_STATED:
        return f"number of {quantity.unit} not stated"
    unit = quantity.unit.removesuffix("s") if quantity.value == 1 else quantity.unit
    return f"{figure(quantity)} {unit}"


def _plain(value: object) -> str:
    """Say a plain value of a record."""
    if isinstance(value, list):
        return ", ".join(map(str, value)) or NOTHING
    return NOTHING if value is None else str(value)


def _figure(claim: Claim, _: Collection) -> str:
    return figure(claim.quantity) if claim.quantity else NOTHING


def _as_stated(claim: Claim, _: Collection) -> str:
    return f"“{claim.quantity.as_stated}”" if claim.quantity else NOTHING


def _bounds(claim: Claim, _: Collection) -> str:
    """Say the bounds: `5 or more`, `up to 10`, `250 to 350`, `unknown`."""
    if claim.quantity is None:
        return NOTHING
    low, high = claim.quantity.low, claim.quantity.high
    if low is None:
        return f"up to {show(high)}" if high is not None else "unknown"
    if high is None:
        return f"{show(low)} or more"
    return show(low) if low == high else f"{show(low)} to {show(high)}"


def _unit(claim: Claim, _: Collection) -> str:
    return claim.quantity.unit if claim.quantity else NOTHING


def _period(period: Period | None) -> str:
    return period.in_words() if period else NOTHING


def _chain(claim: Claim, records: Collection) -> str:
    return " → ".join(map(records.name, claim.chain))


def _review(review: Review, of: str) -> str:
    return _plain(getattr(review, of))


def _withdrawn(withdrawn: Withdrawal | None) -> str:
    """Say a withdrawal: `on 1 August 2021 by Arab News: retracted`."""
    if withdrawn is None:
        return "no"
    return f"on {withdrawn.on.in_words()} by {withdrawn.by}: {withdrawn.reason}"


def _each(found: Iterable[str]) -> str:
    """Say each of several, `none` where there are none."""
    return "; ".join(found) or NOTHING


def _cited(evidence: Evidence, records: Collection) -> str:
    source = records.source(evidence.source)
    return records.title(source) if source else evidence.source


def _place(evidence: Evidence) -> str:
    """Say where words stand: `paragraph 3, characters 10 to 40, after “…”, before “…”`."""
    found = [f"paragraph {evidence.paragraph}"] if evidence.paragraph else []
    if evidence.start is not None or evidence.end is not None:
        found.append(f"characters {_plain(evidence.start)} to {_plain(evidence.end)}")
    found += [f"after “{evidence.prefix}”"] if evidence.prefix else []
    found += [f"before “{evidence.suffix}”"] if evidence.suffix else []
    return ", ".join(found) or "not said"


def _explained(one: Explanation) -> str:
    """Say an explanation: `scope beside c-31e965acc8d5, by Ana on 1 May 2024: other towns`."""
    on = f" on {one.on.in_words()}" if one.on else ""
    return f"{one.why} beside {one.claim}, by {one.by}{on}" + (f": {one.note}" if one.note else "")


SAID: dict[str, Saying] = {
    "figure": _figure,
    "as stated": _as_stated,
    "bounds": _bounds,
    "unit": _unit,
    "period": lambda claim, _: _period(claim.period),
    "said": lambda claim, _: _period(claim.said_on),
    "claimant": lambda claim, records: records.name(claim.claimant),
    "chain": _chain,
    "statement": lambda claim, _: claim.statement,
    "about": lambda claim, _: "the future" if claim.planned else "what was observed",
    "kind": lambda claim, _: str(claim.kind),
    "indicator": lambda claim, records: records.label(claim.indicator or NOTHING),
    "withdrawn": lambda claim, _: _withdrawn(claim.withdrawn),
    "review": lambda claim, _: str(claim.review.state),
    "reviewed by": lambda claim, _: _review(claim.review, "by"),
    "reviewed": lambda claim, _: _period(claim.review.on),
    "reason of the review": lambda claim, _: _review(claim.review, "why"),
    "verdict": lambda claim, _: _review(claim.review, "verdict"),
    "quote": lambda claim, _: _each(f"“{e.quote}”" for e in claim.evidence),
    "source": lambda claim, records: _each(_cited(e, records) for e in claim.evidence),
    "place in the source": lambda claim, _: _each(map(_place, claim.evidence)),
    "takes the place of": lambda claim, _: claim.supersedes or NOTHING,
    "explained": lambda claim, _: _each(map(_explained, claim.explained)),
    "tags": lambda claim, _: ", ".join(claim.tags) or NOTHING,
    "note": lambda claim, _: claim.note or NOTHING,
}
"""What readers call each field of a claim, and how it is said; in the order of reading."""

"""Rules about ids and references: used once, to something on record that may be referred to so."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeAlias

from claims.errors import Problem, Where
from claims.records import Claim, Indicator, Party, Record, RecordName, Source, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.collection import Collection

Reference: TypeAlias = tuple[str, RecordName, str]
"""The field that names another record, the kind of that record, and its id."""


def ids_are_used_once(records: Collection) -> Iterator[Problem]:
    """Two records of one kind must not share an id."""
    seen: dict[tuple[RecordName, str], Where] = {}
    for item in records.located:
        key = (name_of(item.record), item.record.id)
        if key in seen:
            message = f"the id is already used at {seen[key]}"
            yield Problem(
                item.where, item.record.id, "id", item.record.id, message, "Remove one of the two"
            )
        seen.setdefault(key, item.where)


def references_exist(records: Collection) -> Iterator[Problem]:
    """Every party, source, indicator and claim that is named must be on record."""
    hints: dict[tuple[RecordName, str], str] = {}
    for item in records.located:
        for field, kind, wanted in _references(item.record):
            if not records.has(kind, wanted):
                message = f"there is no such {kind}"
                hint = hints.get((kind, wanted)) or _near(kind, wanted, records)
                hints[kind, wanted] = hint
                yield Problem(item.where, item.record.id, field, wanted, message, hint)


def _near(kind: RecordName, wanted: str, records: Collection) -> str:
    """Say which id on record is spelled much like one that is not."""
    near = get_close_matches(wanted, records.ids(kind), 1)
    return f"Did you mean “{near[0]}”" if near else f"Add the {kind} first"


def _references(record: Record) -> list[Reference]:
    """Return a reference for every record that a record names."""
    named: list[tuple[str, RecordName, str | None]] = []
    if isinstance(record, Party):
        named = [("part_of", "party", record.part_of)]
    elif isinstance(record, Source):
        named = [("publisher", "party", record.publisher)]
        named += [(f"credit.{n}", "party", party) for n, party in enumerate(record.credit)]
    elif isinstance(record, Indicator):
        named = [("broader", "indicator", record.broader)]
    else:
        named = [
            ("indicator", "indicator", record.indicator),
            ("claimant", "party", record.claimant),
        ]
        named += [(f"chain.{n}", "party", party) for n, party in enumerate(record.chain)]
        named += [
            (f"evidence.{n}.source", "source", e.source) for n, e in enumerate(record.evidence)
        ]
        named += [("supersedes", "claim", record.supersedes)]
        named += [
            (f"explained.{n}.claim", "claim", e.claim) for n, e in enumerate(record.explained)
        ]
    return [(field, kind, wanted) for field, kind, wanted in named if wanted]


def no_record_contains_itself(records: Collection) -> Iterator[Problem]:
    """No record may be part of itself, wider than itself or take its own place."""
    parent = {(name_of(i.record), i.record.id): _parent(i.record) for i in records.located}
    for item in records.located:
        name = name_of(item.record)
        step, seen = _parent(item.record), {item.record.id}
        while step and step not in seen:
            seen.add(step)
            step = parent.get((name, step))
        if step == item.record.id:
            field = {"party": "part_of", "indicator": "broader"}.get(name, "supersedes")
            message = "following it leads back to the record itself"
            yield Problem(
                item.where, item.record.id, field, step, message, "Cut the circle at one place"
            )


def _parent(record: Record) -> str | None:
    if isinstance(record, Party):
        return record.part_of
    if isinstance(record, Indicator):
        return record.broader
    return record.supersedes if isinstance(record, Claim) else None


def successor_answers_the_same_question(records: Collection) -> Iterator[Problem]:
    """A claim may supersede only one of the same body under the same indicator, not said later."""
    for claim, where in records.claims():
        earlier = records.claim(claim.supersedes)
        if earlier is None:
            continue
        if earlier.indicator != claim.indicator:
            message = f"the claim it supersedes is about {earlier.indicator or 'no indicator'}"
            yield Problem(
                where, claim.id, "supersedes", earlier.id, message, "Name one about the same"
            )
        elif records.root(earlier.claimant) != records.root(claim.claimant):
            message = f"the claim it supersedes is of another body ({earlier.claimant})"
            hint = "Only who gave a figure takes it back: record this one beside it"
            yield Problem(where, claim.id, "supersedes", earlier.id, message, hint)
        elif claim.said_on and earlier.said_on and claim.said_on.is_before(earlier.said_on):
            message = f"the claim it supersedes was said later ({earlier.said_on})"
            yield Problem(where, claim.id, "supersedes", earlier.id, message, "Exchange the two")


def explanations_are_about_one_question(records: Collection) -> Iterator[Problem]:
    """A claim may explain why it differs only from another claim under the same indicator."""
    for claim, where in records.claims():
        for n, explained in enumerate(claim.explained):
            other = records.claim(explained.claim)
            if other is None:
                continue
            field = f"explained.{n}.claim"
            if other.id == claim.id:
                message, hint = "a claim does not differ from itself", "Name the other claim"
                yield Problem(where, claim.id, field, other.id, message, hint)
            elif other.indicator != claim.indicator:
                message = f"the claim it differs from is about {other.indicator or 'no indicator'}"
                hint = "Figures that answer different questions need no explanation"
                yield Problem(where, claim.id, field, other.id, message, hint)

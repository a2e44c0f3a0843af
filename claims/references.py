"""Rules about ids: used once, referring to something on record, never to themselves."""

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

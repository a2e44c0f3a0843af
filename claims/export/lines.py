"""Claims in our own form, as JSON and as one record a line; both load back without loss.

The records stand as they are on record. What was computed of them, the states on a day,
stands apart from them, so that nothing computed comes back as if a person had entered it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from claims.export.about import about
from claims.export.markup import clean
from claims.prose import sentence
from claims.records import name_of, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claims.export.selection import Selection
    from claims.records import Claim, Indicator, Party, Record, Source

Found = TypeVar("Found")


def as_jsonl(selection: Selection) -> bytes:
    """Write what the file is on the first line, then one record a line, each after its kind."""
    first = json.dumps({"on_record": about(selection)}, ensure_ascii=False)
    lines = (f'{{"{name_of(record)}": {to_json(record)}}}' for record in records(selection))
    return "".join(f"{line}\n" for line in (first, *lines)).encode()


def as_json(selection: Selection) -> bytes:
    """Write one document with a list of each kind of record, and the states by claim id.

    A record is one line of it, so that two documents compare line by line.
    """
    written = {"on_record": json.dumps(about(selection), ensure_ascii=False)}
    written |= {name: _listed("[]", map(to_json, some)) for name, some in parts(selection).items()}
    states = (
        f"{json.dumps(claim.id)}: {json.dumps(_states(selection, claim), ensure_ascii=False)}"
        for claim in selection.claims
    )
    written["states"] = _listed("{}", states)
    members = (f"{json.dumps(name)}: {value}" for name, value in written.items())
    return (_listed("{}", members) + "\n").encode()


def parts(selection: Selection) -> Mapping[str, Sequence[Record]]:
    """Return all records of a file by the names of its parts."""
    parties, sources, indicators = referred(selection)
    return {
        "parties": parties,
        "sources": sources,
        "indicators": indicators,
        "claims": (*selection.claims, *selection.beyond),
    }


def records(selection: Selection) -> tuple[Record, ...]:
    """Return all records of a file, each after those that it refers to where that can be."""
    parties, sources, indicators = referred(selection)
    return (*parties, *sources, *indicators, *selection.claims, *selection.beyond)


def referred(
    selection: Selection,
) -> tuple[tuple[Party, ...], tuple[Source, ...], tuple[Indicator, ...]]:
    """Return the parties, sources and indicators that the claims need, each by id.

    Those that they refer to in turn are needed too: the party that one is part of, who
    published a source and whom it credits, the indicator that one is a part of.
    """
    known = selection.records
    claims = (*selection.claims, *selection.beyond)
    cited = {evidence.source for claim in claims for evidence in claim.evidence}
    sources = _reached(cited, known.source, lambda _: ())
    asked = {claim.indicator for claim in claims if claim.indicator}
    indicators = _reached(asked, known.indicator, lambda one: (one.broader,))
    named = {party for claim in claims for party in (claim.claimant, *claim.chain)}
    named |= {party for source in sources for party in (source.publisher, *source.credit)}
    return _reached(named, known.party, lambda one: (one.part_of,)), sources, indicators


def _reached(
    ids: Iterable[str],
    get: Callable[[str], Found | None],
    further: Callable[[Found], Iterable[str | None]],
) -> tuple[Found, ...]:
    """Return the records of some ids, with all that they lead to, by id."""
    found: dict[str, Found] = {}
    waiting = set(ids)
    while waiting:
        record_id = waiting.pop()
        if (record := get(record_id)) is not None:
            found[record_id] = record
            waiting |= {name for name in further(record) if name} - set(found)
    return tuple(found[record_id] for record_id in sorted(found))


def _states(selection: Selection, claim: Claim) -> dict[str, object]:
    """Return what was computed of a claim as on the day of the selection."""
    standing = selection.states.get(claim.id)
    computed: dict[str, object] = {}
    if standing is not None:
        computed = {
            "corroboration": standing.corroboration,
            "currency": standing.currency,
            "why": standing.why_currency,
            "origins": standing.origins,
        }
    said = sentence(claim, selection.records, standing)
    return computed | {"sentence": said, "permalink": clean(selection.permalink(claim.id))}


def _listed(brackets: str, members: Iterable[str]) -> str:
    """Write the members of a JSON list or object, each on a line of its own."""
    inside = ",\n".join(members)
    return f"{brackets[0]}\n{inside}\n{brackets[1]}" if inside else brackets

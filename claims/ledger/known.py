"""What is known of parties, sources and indicators while claims are being written.

The full text and the root of a claim use names as known when the claim was written; a
later change of a name does not reach back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from claims.ledger.schema import SPANS, STANDS, revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

State = dict[str, Any]
Value = TypeVar("Value")
MOST_VALUES = 10_000
"""Values in one statement; SQLite takes 32,766."""


def standing(connection: Connection, record: str, ids: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Return the revision and the state of each of these records that is on record now."""
    span = SPANS[record].c
    query = select(span.id, span.rev, revision.c.state).join_from(SPANS[record], revision)
    found: dict[str, tuple[int, str]] = {}
    for some in chunks(sorted(set(ids))):
        rows = connection.execute(query.where(span.rev_to == STANDS, span.id.in_(some)))
        found |= {row.id: (row.rev, row.state) for row in rows}
    return found


def chunks(values: list[Value], most: int = MOST_VALUES) -> Iterator[list[Value]]:
    """Yield values in parts that fit into one statement."""
    for start in range(0, len(values), most):
        yield values[start : start + most]


def parties_of(record: str, state: State) -> Iterator[str]:
    """Yield the parties that a record names."""
    if record == "claim":
        yield from (state["claimant"], *state["chain"])
    elif record == "source":
        yield state["publisher"]
    elif record == "party" and "part_of" in state:
        yield state["part_of"]


def sources_of(claim: State) -> list[str]:
    """Return the sources that a claim cites, each once, in their order."""
    return list(dict.fromkeys(words["source"] for words in claim["evidence"]))


@dataclass
class Known:
    """States by id, of the records that a batch of revisions refers to."""

    party: dict[str, State] = field(default_factory=dict)
    source: dict[str, State] = field(default_factory=dict)
    indicator: dict[str, State] = field(default_factory=dict)

    @classmethod
    def before(cls, connection: Connection, batch: list[tuple[str, State]]) -> Known:
        """Return what was known of everything that a batch refers to, before the batch."""
        known = cls()
        claims = [state for record, state in batch if record == "claim"]
        cited = {source for claim in claims for source in sources_of(claim)}
        known._look_up(connection, "source", cited)
        asked = {claim["indicator"] for claim in claims if "indicator" in claim}
        known._look_up(connection, "indicator", asked)
        named = {party for record, state in batch for party in parties_of(record, state)}
        wanted = named | {state["publisher"] for state in known.source.values()}
        while wanted:
            known._look_up(connection, "party", wanted)
            above = {known.party[one].get("part_of") for one in wanted if one in known.party}
            wanted = {one for one in above if one and one not in known.party}
        return known

    def _look_up(self, connection: Connection, record: str, ids: set[str]) -> None:
        states = standing(connection, record, ids)
        known: dict[str, State] = getattr(self, record)
        known.update((one, json.loads(text)) for one, (_, text) in states.items())

    def learn(self, record: str, state: State) -> None:
        """Take in a party, a source or an indicator."""
        getattr(self, record)[state["id"]] = state

    def root(self, party: str) -> str:
        """Return the party at the top of those that this one speaks for."""
        seen = {party}
        while (above := self.party.get(party, {}).get("part_of")) and above not in seen:
            seen.add(above)
            party = above
        return party

    def country(self, indicator: str | None) -> str | None:
        """Return the country of an indicator."""
        found = self.indicator.get(indicator or "", {}).get("country")
        return str(found) if found else None

    def names(self, claim: State) -> Iterator[str]:
        """Yield every name that a reader may look for a claim by."""
        named = dict.fromkeys(parties_of("claim", claim))
        for source in sources_of(claim):
            state = self.source.get(source, {})
            yield state.get("title", "")
            named |= dict.fromkeys(parties_of("source", state) if state else ())
        for party in named:
            state = self.party.get(party, {"name": party})
            yield from (state["name"], *state.get("aliases", ()))
        yield self.indicator.get(claim.get("indicator", ""), {}).get("title", "")

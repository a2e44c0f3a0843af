"""Who is meant by the names in fact-checks: parties on record, or new ones.

A name that a party on record has, or that makes its id, means that party, which stays as it
is: a fact-check never changes what is on record about anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.collection import Located
from claims.imports.naming import slug
from claims.records import Party
from claims.vocabulary import PartyKind

if TYPE_CHECKING:
    from claims.collection import Collection
    from claims.errors import Where
    from claims.imports.linked.stated import Named

NOT_NAMED = Party(id="not-named", name="Not named", kind=PartyKind.UNNAMED)
"""The claimant where a fact-check names nobody."""
NOT_STATED = "What it is was not stated by the fact-check that names it."


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@dataclass
class Parties:
    """Parties by name: those on record, and those that were made of names read."""

    known: Collection
    made: dict[str, Located] = field(default_factory=dict)
    _by_name: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take every spelling of the parties on record."""
        for party_id in sorted(self.known.ids("party")):
            party = self.known.party(party_id)
            for name in (party.name, *party.aliases) if party else ():
                self._by_name.setdefault(_folded(name), party_id)

    def of(self, named: Named | None, where: Where) -> str:
        """Return the id of the party that is meant, which is made where it is none on record."""
        name = named.name if named else NOT_NAMED.name
        party_id = self._by_name.setdefault(_folded(name), slug(name))
        if party_id not in self.made and party_id not in self.known.ids("party"):
            self.made[party_id] = Located(_party(party_id, named), where)
        return party_id

    def name(self, party_id: str) -> str:
        """Return what to call a party."""
        made = self.made.get(party_id)
        record = made.record if made else None
        return record.name if isinstance(record, Party) else self.known.name(party_id)


def _party(party_id: str, named: Named | None) -> Party:
    if named is None:
        return NOT_NAMED
    note = NOT_STATED if named.kind is None else None
    return Party(id=party_id, name=named.name, kind=named.kind or PartyKind.NOT_STATED, note=note)

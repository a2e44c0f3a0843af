"""Records that belong together, each with the place it was read from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from claims.errors import Where
from claims.records import Claim, Indicator, Party, Record, RecordName, Source, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


NOWHERE = Where()
"""The place of a record that was read from no file."""


@dataclass(frozen=True, slots=True)
class Located:
    """A record and where it was read."""

    record: Record
    where: Where = NOWHERE


@dataclass(frozen=True)
class Collection:
    """Parties, sources, indicators and claims by id; the first of two with one id counts."""

    located: tuple[Located, ...] = ()
    _by_id: Mapping[RecordName, dict[str, Record]] = field(
        default_factory=lambda: defaultdict(dict), repr=False
    )
    _roots: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, located: Iterable[Located]) -> Self:
        """Gather records and index them by kind and id."""
        found = cls(tuple(located))
        for item in found.located:
            record = item.record
            found._by_id[name_of(record)].setdefault(record.id, record)
        return found

    @classmethod
    def of_records(cls, records: Iterable[Record]) -> Self:
        """Gather records that were read from no file."""
        return cls.of(Located(record) for record in records)

    def ids(self, record: RecordName) -> frozenset[str]:
        """Return the ids of one kind."""
        return frozenset(self._by_id[record])

    def has(self, record: RecordName, record_id: str) -> bool:
        """Tell whether a record of a kind is here."""
        return record_id in self._by_id[record]

    def party(self, party_id: str) -> Party | None:
        """Return a party, or None where it is not here."""
        found = self._by_id["party"].get(party_id)
        return found if isinstance(found, Party) else None

    def name(self, party_id: str) -> str:
        """Return what to call a party, its id where it is not here."""
        party = self.party(party_id)
        return party.name if party else party_id

    def label(self, value: str) -> str:
        """Return the name of a party, the title of an indicator, or else the value itself."""
        indicator = self.indicator(value)
        return indicator.title if indicator else self.name(value)

    def title(self, source: Source) -> str:
        """Return what to call a source: its title, or its publisher and day."""
        published = source.published.in_words() if source.published else "undated"
        return source.title or f"{self.name(source.publisher)}, {published}"

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator, in the order read."""
        return tuple(r for r in self._by_id["indicator"].values() if isinstance(r, Indicator))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order read."""
        return tuple(r for r in self._by_id["source"].values() if isinstance(r, Source))

    def source(self, source_id: str) -> Source | None:
        """Return a source, or None where it is not here."""
        found = self._by_id["source"].get(source_id)
        return found if isinstance(found, Source) else None

    def indicator(self, indicator_id: str | None) -> Indicator | None:
        """Return an indicator, or None where it is not here."""
        found = self._by_id["indicator"].get(indicator_id or "")
        return found if isinstance(found, Indicator) else None

    def claim(self, claim_id: str | None) -> Claim | None:
        """Return a claim, or None where it is not here."""
        found = self._by_id["claim"].get(claim_id or "")
        return found if isinstance(found, Claim) else None

    def claims(self) -> Iterator[tuple[Claim, Where]]:
        """Return every claim with its place, in the order read."""
        return ((i.record, i.where) for i in self.located if isinstance(i.record, Claim))

    def root(self, party_id: str) -> str:
        """Return the party that a party speaks for in the end: CENTCOM -> the US government."""
        if party_id not in self._roots:
            seen = [party_id]
            while (party := self.party(seen[-1])) and party.part_of and party.part_of not in seen:
                seen.append(party.part_of)
            self._roots[party_id] = seen[-1]
        return self._roots[party_id]

"""What rows are read with, and the parties and questions that their cells name first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from claims.collection import Collection, Located
from claims.imports.mapping import named_in
from claims.imports.naming import slug
from claims.imports.templates import CannotFillError, fill
from claims.records import Claim, Indicator, Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.errors import Where
    from claims.imports.mapping import Figure, Sheet
    from claims.imports.templates import Cells
    from claims.records import Record

Found = TypeVar("Found", Party, Indicator)


@dataclass
class Context:
    """One table of a mapping, the records that it may refer to, and those that rows bring."""

    file: str
    sheet: Sheet
    records: Collection
    """The records of the mapping and those on record."""
    brought: dict[str, Located] = field(default_factory=dict)
    """Parties and indicators that the rows of this file have brought, by id."""
    fresh: list[Party | Indicator] = field(default_factory=list)
    """Those that cells have named since these were last taken."""
    _parties: dict[str, str] = field(default_factory=dict)
    """Ids of parties by each of their spellings."""
    _questions: dict[str, Indicator] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note every spelling of the parties that are known."""
        known = (self.records.party(one) for one in sorted(self.records.ids("party")))
        for party in (found for found in known if found):
            for name in (party.id, party.name, *party.aliases):
                self._parties.setdefault(name.casefold(), party.id)

    def taken(self, where: Where) -> list[Located]:
        """Return what cells have named since the last time, which is brought by this row."""
        found = [Located(record, where) for record in self.fresh]
        self.brought |= {item.record.id: item for item in found}
        self.fresh = []
        return found

    def known_to(self, records: Iterable[Record]) -> Collection:
        """Return what some records may refer to: what is known, and what earlier rows brought."""
        claims = [record for record in records if isinstance(record, Claim)]
        named = {name for c in claims for name in (c.indicator or "", c.claimant, *c.chain)}
        brought = [self.brought[name] for name in sorted(named & self.brought.keys())]
        return Collection.of([*self.records.located, *brought]) if brought else self.records

    def forget(self) -> None:
        """Forget what cells have named since the last time: their row was refused."""
        if not self.fresh:
            return
        gone = {record.id for record in self.fresh}
        self.fresh = []
        self._parties = {name: one for name, one in self._parties.items() if one not in gone}
        self._questions = {n: one for n, one in self._questions.items() if one.id not in gone}

    def _brought(self, record_id: str, kind: type[Found]) -> Found | None:
        """Return what an earlier row brought under an id."""
        item = self.brought.get(record_id)
        return item.record if item and isinstance(item.record, kind) else None

    def party(self, template: str, cells: Cells) -> str:
        """Return the id of the party that a text means; one that is not known yet is made."""
        name = fill(template, cells).strip()
        found = self._parties.get(name.casefold())
        if found is None:
            party = self._made_party(template, name)
            found = self._parties[name.casefold()] = party.id
        return found

    def _made_party(self, template: str, name: str) -> Party:
        known = self.records.party(slug(name)) or self._brought(slug(name), Party)
        if known is not None:
            return known
        try:
            party = Party(id=slug(name), name=name, kind=self.sheet.party_kind)
        except ValidationError as error:
            message = error.errors()[0]["msg"].removeprefix("Value error, ")
            hint = "Name a party in the mapping, or correct the cell"
            raise CannotFillError(_named(template), name, message, hint) from error
        self.fresh.append(party)
        return party

    def question(self, figure: Figure, cells: Cells) -> Indicator:
        """Return the indicator of a figure; one that is not known yet is made as the mapping says.

        Raises CannotFillError.
        """
        template = figure.indicator or ""
        filled = fill(template, cells)
        found = self._questions.get(filled)
        if found is None:
            name = slug(filled)
            known = self.records.indicator(name) or self._brought(name, Indicator)
            found = known or self._made_question(name, figure, cells)
            self._questions[filled] = found
        return found

    def _made_question(self, name: str, figure: Figure, cells: Cells) -> Indicator:
        asked, column = figure.question, _named(figure.indicator or "")
        if asked is None:
            message = "there is no such indicator"
            hint = "Add it to the indicators of the mapping, or put it on record"
            raise CannotFillError(column, name, message, hint)
        fields = {
            key: fill(value, cells) if isinstance(value, str) and named_in(value) else value
            for key, value in asked.model_dump(exclude_none=True).items()
        }
        try:
            found = Indicator.model_validate(fields | {"id": name})
        except ValidationError as error:
            fault = error.errors()[0]
            message = f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"
            raise CannotFillError(column, name, message, "Correct the mapping") from error
        self.fresh.append(found)
        return found


def _named(template: str) -> str:
    """Return the columns that a text names, as a problem says them."""
    return ", ".join(named_in(template))

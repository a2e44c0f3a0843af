"""The records that an entry makes, each checked by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from claims.desk.drafting import slug
from claims.desk.filling import MOST_WORDS
from claims.desk.sameness import sources_of
from claims.desk.whom import new_party
from claims.errors import Problem, Where
from claims.quantities import Quantity
from claims.records import Claim, Evidence, Indicator, Party, Source
from claims.vocabulary import PartyKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.collection import Collection
    from claims.desk.filling import Entry
    from claims.desk.whom import Whom
    from claims.documents.document import Document
    from claims.records import Record

Made = TypeVar("Made", Party, Source, Claim)
DESK = Where("desk")
AROUND = 3
"""Words of the source kept on either side of a quote, to find it again."""
NEAR = 80
"""Characters in which these words are looked for."""
CORRECT = "Correct the field"
CREDITED = {PartyKind.AGENCY, PartyKind.OUTLET, PartyKind.STATE_MEDIA}
"""Kinds of party whose text a page prints or quotes."""


class Making:
    """The records made so far, and what is wrong."""

    def __init__(self, known: Collection) -> None:
        """Take what is on record."""
        self.known = known
        self.records: list[Record] = []
        self.problems: list[Problem] = []
        self._parties: dict[str, str] = {}

    def party(self, whom: Whom, field: str) -> str:
        """Return the id of a party; a new one that is named twice is one."""
        if whom.id is not None:
            if self.known.party(whom.id) is None:
                self._report(field, whom.id, "no such party is on record")
            return whom.id
        if whom.key not in self._parties:
            taken = {*self.known.ids("party"), *self._parties.values()}
            party = self._add(field, lambda: new_party(whom, taken))
            self._parties[whom.key] = party.id if party else ""
        return self._parties[whom.key]

    def source(self, entry: Entry, document: Document, publisher: str) -> Source | None:
        """Return the source on record that the document is, else a new one."""
        if found := sources_of(document, self.known.sources, publisher):
            return self._with_day(found[0], document)
        taken = self.known.ids("source")
        return self._add("source", lambda: _source(entry, document, publisher, taken))

    def _with_day(self, source: Source, document: Document) -> Source:
        """Return a source on record; its day is filled in where a person has found it since."""
        is_new = source.published is None and source.text_sha256 == document.sha256
        if not is_new or document.published is None:
            return source
        state = source.model_dump() | {"published": document.published}
        return self._add("source", lambda: Source.model_validate(state)) or source

    def indicator(self, entry: Entry) -> Indicator | None:
        """Return the question: one on record, a new one, or none."""
        if entry.indicator is not None:
            found = self.known.indicator(entry.indicator)
            if found is None:
                self._report("indicator", entry.indicator, "no such indicator is on record")
            return found
        new = entry.new_indicator
        if new is None:
            return None
        before = self.known.indicator(new.id)
        if before is None:
            self.records.append(new)
        elif before != new:
            hint = "Choose that one, or give this one another id"
            self._report("new_indicator.id", new.id, "another indicator has this id", hint)
        return new

    def figure(self, entry: Entry) -> Quantity | None:
        """Return the quantity, none where the entry states none."""
        words, unit = entry.as_stated.strip(), entry.unit.strip()
        if not words:
            return None
        try:
            return Quantity.of(words, entry.hedge, entry.value, unit, between=entry.between)
        except ValidationError as error:
            self._faults("quantity", error)
        except ValueError as error:
            self._report("quantity.value", "", str(error), "Give the number")
        return None

    def quote(self, entry: Entry, document: Document) -> None:
        """Report a quote that does not stand in the text at its place, or is too long."""
        start, end = entry.start, entry.end
        if not 0 <= start < end or document.text[start:end] != entry.quote:
            hint = "Mark the words in the text again"
            self._report("quote", entry.quote, "these words do not stand there in the text", hint)
        if len(entry.quote.split()) > MOST_WORDS:
            message = f"a quote has at most {MOST_WORDS} words"
            self._report("quote", entry.quote, message, "Mark fewer words")

    def claim(  # noqa: PLR0913, PLR0917 - what a claim refers to
        self,
        entry: Entry,
        document: Document,
        claimant: str,
        chain: Iterable[str],
        source: Source,
        indicator: Indicator | None,
        figure: Quantity | None,
    ) -> None:
        """Make the claim."""
        fields = {
            "kind": indicator.kind if indicator else entry.kind,
            "indicator": indicator.id if indicator else None,
            "statement": entry.statement,
            "quantity": figure,
            "period": entry.period,
            "said_on": entry.said_on,
            "claimant": claimant,
            "chain": tuple(chain),
            "planned": entry.planned,
            "tags": entry.tags,
            "note": entry.note,
        }
        self._add("claim", lambda: Claim(evidence=(_evidence(entry, document, source),), **fields))

    def _add(self, field: str, make: Callable[[], Made]) -> Made | None:
        """Make a record and keep it, or what is wrong with it."""
        try:
            record = make()
        except ValidationError as error:
            self._faults(field, error)
            return None
        self.records.append(record)
        return record

    def _faults(self, field: str, error: ValidationError) -> None:
        for fault in error.errors():
            place = ".".join([field, *map(str, fault["loc"])])
            self._report(place, str(fault["input"]), fault["msg"].removeprefix("Value error, "))

    def _report(self, field: str, value: str, message: str, hint: str = CORRECT) -> None:
        self.problems.append(problem(field, value, message, hint))


def problem(field: str, value: str, message: str, hint: str = CORRECT) -> Problem:
    """Return a problem of an entry."""
    return Problem(DESK, "", field, value[:60], message, hint)


def _source(entry: Entry, document: Document, publisher: str, taken: Iterable[str]) -> Source:
    """Make the source that a document is, with the hash of its text and never the text."""
    plain = slug(f"{publisher} {document.published or 'undated'}")
    ids = set(taken)
    free = plain if plain not in ids else f"{plain[:71]}-{document.sha256[:8]}"
    relays = [link for link in entry.chain[:-1] if link.key != entry.claimant.key]
    credit = (link.id for link in relays if link.id and link.kind in CREDITED)
    return Source(
        id=free,
        title=document.title,
        publisher=publisher,
        url=document.url,
        published=document.published,
        kind=entry.source_kind,
        tier=entry.tier,
        language=document.language or "en",
        credit=tuple(dict.fromkeys(credit)),
        text_sha256=document.sha256,
    )


def _evidence(entry: Entry, document: Document, source: Source) -> Evidence:
    """Make the evidence: the words, their place, and a few words on either side."""
    before = re.split(r"\n", document.text[max(0, entry.start - NEAR) : entry.start])[-1]
    after = re.split(r"\n", document.text[entry.end : entry.end + NEAR])[0]
    return Evidence(
        source=source.id,
        quote=entry.quote,
        prefix=" ".join(before.split()[-AROUND:]) or None,
        suffix=" ".join(after.split()[:AROUND]) or None,
        paragraph=entry.paragraph,
        start=entry.start,
        end=entry.end,
    )

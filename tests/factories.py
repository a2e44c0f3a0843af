"""Makers of valid records with few arguments; every test file may use them."""

from __future__ import annotations

from typing import Any

from claims.collection import Collection
from claims.hedges import Hedge
from claims.numerals import parse
from claims.quantities import Quantity
from claims.records import Claim, Evidence, Indicator, Party, Record, Source, name_of
from claims.vocabulary import Basis, Kind, PartyKind, SourceKind, Tier


def party(party_id: str = "irna", **fields: Any) -> Party:
    """Make a party; its name is its id in capitals."""
    defaults = {"name": party_id.upper(), "kind": PartyKind.AGENCY}
    return Party(id=party_id, **defaults | fields)


def source(source_id: str = "s-1", **fields: Any) -> Source:
    """Make a news report in English by Arab News."""
    defaults = {
        "title": f"Report {source_id}",
        "publisher": "arab-news",
        "published": "2021-07-27",
        "kind": SourceKind.NEWS_REPORT,
        "tier": Tier.WIRE_COPY,
        "language": "en",
    }
    return Source(id=source_id, **defaults | fields)


def indicator(indicator_id: str = "khuzestan-killed", **fields: Any) -> Indicator:
    """Make a casualty figure for Iran that counts deaths as a tally."""
    defaults = {
        "title": "People killed in the Khuzestan protests",
        "kind": Kind.CASUALTY_FIGURE,
        "unit": "deaths",
        "basis": Basis.TALLY,
        "baseline": "2021-07-15",
        "country": "IR",
        "includes": "people killed",
    }
    return Indicator(id=indicator_id, **defaults | fields)


def quantity(
    value: float | None = 5, hedge: Hedge = Hedge.AT_LEAST, unit: str = "deaths", **fields: Any
) -> Quantity:
    """Make a quantity whose bounds follow from the hedge table."""
    return Quantity.of(fields.pop("as_stated", f"{hedge} {value}"), hedge, value, unit, **fields)


def evidence(quote: str = "at least five people were killed", **fields: Any) -> Evidence:
    """Make evidence in the source `s-1`."""
    return Evidence(**{"source": "s-1", "quote": quote} | fields)


def claim(quote: str = "at least five people were killed", **fields: Any) -> Claim:
    """Make a claim of at least five deaths; another quote makes another id."""
    defaults: dict[str, Any] = {
        "kind": Kind.CASUALTY_FIGURE,
        "indicator": "khuzestan-killed",
        "statement": "At least five people were killed in the Khuzestan protests.",
        "quantity": quantity(as_stated="at least five"),
        "period": "2021-07-15/2021-07-27",
        "said_on": "2021-07-27",
        "claimant": "irna",
        "chain": ("irna", "arab-news"),
        "evidence": (evidence(quote),),
    }
    return Claim(**defaults | fields)


def quantity_in(words: str, unit: str = "deaths") -> Quantity:
    """Make the quantity that words state: `at least five`, `between 250 and 350`."""
    stated = parse(words, unit)
    return Quantity(
        as_stated=words,
        hedge=stated.hedge,
        value=stated.value,
        low=stated.bounds.low,
        high=stated.bounds.high,
        unit=unit,
    )


def stating(words: str, **fields: Any) -> Claim:
    """Make a claim of the number that words state; its quote begins with them."""
    return claim(f"{words} people were killed", **{"quantity": quantity_in(words)} | fields)


def changed(record: Claim, **fields: Any) -> Claim:
    """Make the next version of a claim: the same id, some fields changed and checked."""
    return Claim(**record.model_dump(exclude_defaults=True) | fields)


def base() -> list[Party | Source | Indicator]:
    """Make the records that a claim of this file refers to."""
    return [party(), party("arab-news", kind=PartyKind.OUTLET), source(), indicator()]


def together(*records: Record) -> Collection:
    """Gather records with those that a claim refers to, which they may replace."""
    given = {(name_of(record), record.id) for record in records}
    others = [record for record in base() if (name_of(record), record.id) not in given]
    return Collection.of_records([*others, *records])

"""What a person wrote into the fields of a proposal, as an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from claims.desk.entry import Entry, Whom
from claims.desk.whom import guess
from claims.hedges import VAGUE, Hedge
from claims.records import Indicator
from claims.vocabulary import PartyKind
from dashboard.desk.choosing import located

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.collection import Collection
    from claims.hedges import Number

Made = TypeVar("Made", Entry, Indicator)


class UnusableError(ValueError):
    """A field that cannot be used as it was written; says which and why."""


def number(words: str) -> Number | None:
    """Read a number in digits: `2,500`, `6.5`; none where nothing is written."""
    bare = words.replace(",", "").replace(" ", "")
    if not bare:
        return None
    try:
        return int(bare) if bare.isdecimal() else float(bare)
    except ValueError as error:
        message = f"“{words}” is no number in digits, such as 2,500."
        raise UnusableError(message) from error


def figure(hedge: Hedge, low: str, high: str, words: str) -> dict[str, Any]:
    """Return the fields of an entry that hold its figure; raises UnusableError.

    A range has both numbers, a vague word the least that it allows, others the first alone.
    """
    if hedge is Hedge.NOT_STATED:
        return {"hedge": hedge, "value": None, "between": None}
    first, last = number(low), number(high)
    if hedge is Hedge.BETWEEN:
        if first is None or last is None:
            message = "A range needs both of its numbers."
            raise UnusableError(message)
        return {"hedge": hedge, "value": None, "between": (first, last)}
    if hedge is Hedge.VAGUE and first is None:
        first = VAGUE.get(words.casefold())
    if first is None:
        message = "The figure needs a number."
        raise UnusableError(message)
    return {"hedge": hedge, "value": first, "between": None}


def whom(
    name: str, kind: PartyKind | None, context: Collection, meant: Iterable[Whom] = ()
) -> Whom:
    """Return the party of a name: one of those meant before, one on record, or a new one.

    A new one is of the kind that is given, else of the kind that its name suggests.
    """
    for one in meant:
        if one.name == name:
            return one
    wanted = name.casefold()
    for party_id in sorted(context.ids("party")):
        party = context.party(party_id)
        if party and wanted in (one.casefold() for one in (party.name, *party.aliases)):
            return Whom(id=party.id, name=party.name, kind=party.kind)
    return Whom(name=name, kind=kind or guess(name))


def quote(text: str, words: str, near: int) -> dict[str, Any]:
    """Return the fields that hold the quote; raises UnusableError where it stands nowhere."""
    found = located(text, words, near)
    if found is None:
        message = f"“{words}” does not stand in the article in exactly these words."
        raise UnusableError(message)
    return {"quote": words, "start": found[0], "end": found[1]}


def entry(before: Entry, given: Mapping[str, Any], text: str, context: Collection) -> Entry:
    """Return an entry with its fields as a person wrote them; raises UnusableError.

    `given` holds the fields by the names of the entry, with `low` and `high` for its figure,
    parties by name, in `party` what a new party is, and in `question` a new indicator's.
    """
    meant = (before.claimant, *before.chain, before.publisher)
    kind = given["party"]
    words = given["as_stated"].strip()
    fields: dict[str, Any] = {
        "statement": given["statement"].strip(),
        "as_stated": words,
        "unit": given["unit"].strip(),
        "period": given["period"].strip() or None,
        "said_on": given["said_on"].strip() or None,
        "planned": given["planned"],
        "note": given["note"].strip() or None,
        "claimant": whom(given["claimant"], kind, context, meant),
        "chain": tuple(whom(name, kind, context, meant) for name in given["chain"]),
        **quote(text, given["quote"].strip(), before.start),
        **(figure(given["hedge"], given["low"], given["high"], words) if words else {}),
    }
    for name in ("source_kind", "tier"):
        if name in given:
            fields[name] = given[name]
    if "publisher" in given:
        fields["publisher"] = whom(given["publisher"], PartyKind.OUTLET, context, meant)
    fields["chain"] = _follow(fields["chain"], before, fields)
    if before.new_indicator and given["question"]:
        asked = _validated(Indicator, before.new_indicator, _stripped(given["question"]))
        fields |= {"new_indicator": asked, "kind": asked.kind}
    return _validated(Entry, before, fields)


def _follow(chain: tuple[Whom, ...], before: Entry, fields: Mapping[str, Any]) -> tuple[Whom, ...]:
    """Return the chain, a new claimant in the place of the one before, a new publisher at its end.

    Only where a person left the chain as it was.
    """
    if chain != before.chain or not chain:
        return chain
    claimant, publisher = fields["claimant"], fields.get("publisher", chain[-1])
    links = [claimant if link == before.claimant else link for link in chain[:-1]]
    if claimant not in links:
        links.insert(0, claimant)
    return tuple(dict.fromkeys([*(link for link in links if link != publisher), publisher]))


def _stripped(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields without the spaces around them; empty ones are none."""
    return {n: (v.strip() or None if type(v) is str else v) for n, v in given.items()}


def _validated(model: type[Made], before: Made, fields: Mapping[str, Any]) -> Made:
    try:
        return model.model_validate(before.model_dump() | dict(fields))
    except ValidationError as error:
        raise UnusableError(_first(error)) from error


def _first(error: ValidationError) -> str:
    found = error.errors()[0]
    return f"{'.'.join(map(str, found['loc']))}: {found['msg']}."

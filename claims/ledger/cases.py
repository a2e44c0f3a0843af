"""Reading everything about one question from the ledger: its claims and what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from claims.analysis.case import Case
from claims.analysis.wording import UNUSUAL, WEEK
from claims.collection import Collection
from claims.hedges import significant_digits
from claims.ledger.known import chunks
from claims.ledger.query import by_id, standing_at
from claims.ledger.schema import claim_span, revision
from claims.ledger.sqlite import are_apart
from claims.records import Claim, Indicator, Party, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from claims.records import Record


def size(connection: Connection, indicator: str, rev: int | None) -> int:
    """Return how many claims an indicator has at a position."""
    query = select(func.count()).select_from(claim_span)
    query = query.where(*standing_at(claim_span, rev), claim_span.c.indicator == indicator)
    return connection.execute(query).scalar_one()


def case_of(connection: Connection, indicator_id: str, rev: int | None) -> Case | None:
    """Return the case of an indicator at a position, None where there is no such indicator."""
    questions = by_id(connection, "indicator", [indicator_id], rev)
    if not questions or not isinstance(questions[0], Indicator):
        return None
    indicator = questions[0]
    claims = _claims(connection, indicator.id, rev)
    whole = _claims(connection, indicator.broader, rev) if indicator.broader else ()
    elsewhere = _elsewhere(connection, claims, indicator.id, rev)
    named = _named(connection, indicator, (*claims, *whole, *elsewhere), rev)
    return Case(indicator, claims, Collection.of_records(named), whole, elsewhere)


def _claims(connection: Connection, indicator: str, rev: int | None) -> tuple[Claim, ...]:
    states = select(revision.c.state).join_from(claim_span, revision)
    states = states.where(*standing_at(claim_span, rev), claim_span.c.indicator == indicator)
    found = connection.execute(states.order_by(claim_span.c.id)).scalars()
    return tuple(Claim.model_validate_json(state) for state in found)


def _elsewhere(
    connection: Connection, claims: tuple[Claim, ...], indicator: str, rev: int | None
) -> tuple[Claim, ...]:
    """Return the claims of other indicators with the same unusual number of the same origin.

    Those that were said on days too far apart to be a coincidence are left out.
    """
    unusual = {
        claim.quantity.value
        for claim in claims
        if claim.quantity
        and claim.quantity.value is not None
        and significant_digits(claim.quantity.value) >= UNUSUAL
    }
    if not unusual:
        return ()
    here, other = claim_span.alias("here"), claim_span.alias("other")
    same = and_(here.c.root == other.c.root, here.c.value == other.c.value)
    query = select(other.c.rev, other.c.value).distinct().join_from(here, other, same)
    query = query.where(
        *standing_at(here, rev),
        *standing_at(other, rev),
        here.c.indicator == indicator,
        other.c.indicator != indicator,
        ~are_apart(here.c.said_on, other.c.said_on, WEEK),
    )
    revs = [found for found, value in connection.execute(query) if value in unusual]
    found: list[Claim] = []
    for some in chunks(sorted(revs)):
        states = select(revision.c.state).where(revision.c.rev.in_(some))
        rows = connection.execute(states.order_by(revision.c.rev)).scalars()
        found += [Claim.model_validate_json(state) for state in rows]
    return tuple(sorted(found, key=lambda claim: claim.id))


def _named(
    connection: Connection, indicator: Indicator, claims: tuple[Claim, ...], rev: int | None
) -> Iterator[Record]:
    """Yield the indicators, sources and parties that these claims name, and whom they speak for."""
    questions = {indicator.broader or "", *(claim.indicator or "" for claim in claims)}
    yield indicator
    yield from by_id(connection, "indicator", questions - {indicator.id, ""}, rev)
    cited = {evidence.source for claim in claims for evidence in claim.evidence}
    wanted = {party for claim in claims for party in (claim.claimant, *claim.chain)}
    for source in by_id(connection, "source", cited, rev):
        yield source
        if isinstance(source, Source):
            wanted |= {source.publisher, *source.credit}
    known: set[str] = set()
    while wanted - known:
        parties = by_id(connection, "party", wanted - known, rev)
        yield from parties
        known |= wanted
        wanted = {p.part_of for p in parties if isinstance(p, Party) and p.part_of}

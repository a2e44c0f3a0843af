"""Keeping what claims say together: states, findings and summaries, with each write.

Only the indicators that a write touches are weighed anew: those of the claims that came or
went, the parts of these, and those where the same unusual figure of the same origin stands.
What is kept is of now; at an earlier position it is worked out from the claims of then.
"""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, func, or_, select

from claims.analysis.findings import FindingKind
from claims.analysis.summary import Summary
from claims.analysis.weigh import MOST_CLAIMS, Weighed, is_comparable, too_many, weigh
from claims.analysis.wording import UNUSUAL
from claims.hedges import significant_digits
from claims.ledger.cases import case_of, size
from claims.ledger.known import chunks
from claims.ledger.query import standing_at
from claims.ledger.schema import (
    STANDS,
    WEIGHED,
    claim_span,
    evidence_span,
    finding,
    indicator_span,
    party_span,
    revision,
    source_span,
    standing,
    summary,
)
from claims.ledger.sqlite import field_of, insert_many, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, Select

    from claims.analysis.findings import Finding
    from claims.ledger.project import Changed
    from claims.states import Standing

BETWEEN_QUESTIONS = (FindingKind.COINCIDENCE.value, FindingKind.PART_ABOVE_WHOLE.value)
"""Findings that name claims or titles of another indicator."""
MOST_SOUGHT = 50
"""Parties that are looked for in all claims with one statement."""


def refresh(connection: Connection, touched: set[str]) -> None:
    """Weigh anew the indicators that a load touched, and those that an earlier one left."""
    weigh_again(connection, touched | unweighed(connection) if touched else touched)


def forget(connection: Connection, touched: set[str]) -> None:
    """Keep nothing of the indicators that a write touched, until its load is at its end."""
    _forget(connection, sorted(touched))


def unweighed(connection: Connection) -> set[str]:
    """Return the indicators of which nothing is kept: a load was cut off."""
    known = select(summary.c.indicator)
    ids = select(indicator_span.c.id).where(indicator_span.c.rev_to == STANDS)
    return _column(connection, ids.where(indicator_span.c.id.not_in(known)))


def refresh_all(connection: Connection) -> None:
    """Weigh every indicator, the tables being empty."""
    weigh_again(connection, _column(connection, select(indicator_span.c.id).distinct()))


def weigh_again(connection: Connection, indicators: Iterable[str]) -> None:
    """Put what is found about these indicators now in the place of what was found before."""
    ids = sorted(indicators)
    _forget(connection, ids)
    for indicator in ids:
        found = weighed(connection, indicator, None)
        if found is not None:
            _write(connection, found)


def _forget(connection: Connection, indicators: list[str]) -> None:
    for some in chunks(indicators):
        for table in WEIGHED:
            connection.execute(delete(table).where(table.c.indicator.in_(some)))


def weighed(connection: Connection, indicator: str, rev: int | None) -> Weighed | None:
    """Return what the claims under an indicator say together at a position, None if unknown."""
    number = size(connection, indicator, rev)
    if number <= MOST_CLAIMS:
        case = case_of(connection, indicator, rev)
        if case is None or is_comparable(case):
            return weigh(case) if case else None
    return too_many(_counts(connection, indicator, number, rev))


def reached(connection: Connection, changed: Changed) -> set[str]:
    """Return the indicators that a batch of revisions touched, directly or through another.

    What comes later in a load touches its own: the parts of a load can be asked one by one.
    """
    renamed = _naming(connection, changed) | changed.others.get("indicator", set())
    found = changed.indicators | renamed
    now = claim_span.c.rev_to == STANDS
    for some in chunks(sorted(found)):
        parts = select(indicator_span.c.id).join_from(indicator_span, revision)
        broader = field_of(revision.c.state, "broader")
        parts = parts.where(indicator_span.c.rev_to == STANDS, broader.in_(some))
        found |= _column(connection, parts)
    unusual = [pair for pair in changed.figures if significant_digits(pair[1]) >= UNUSUAL]
    for figures in chunks(sorted(unusual)):
        same = one_of((claim_span.c.root, claim_span.c.value), figures)
        found |= _column(connection, select(claim_span.c.indicator).distinct().where(now, same))
    found |= _alike(connection, renamed)
    if changed.others.get("indicator"):
        between = finding.c.kind.in_(BETWEEN_QUESTIONS)
        found |= _column(connection, select(finding.c.indicator).distinct().where(between))
    return found


def _alike(connection: Connection, indicators: set[str]) -> set[str]:
    """Return the indicators with an unusual figure of the same origin as one of these has.

    What a source, a party or an indicator says of itself may make a coincidence of the two, or
    end one.
    """
    here, other = claim_span.alias("here"), claim_span.alias("other")
    same = and_(here.c.root == other.c.root, here.c.value == other.c.value)
    query = select(other.c.indicator, other.c.value).distinct().join_from(here, other, same)
    least = 10 ** (UNUSUAL - 1)
    query = query.where(
        here.c.rev_to == STANDS,
        other.c.rev_to == STANDS,
        other.c.indicator != here.c.indicator,
        or_(here.c.value >= least, here.c.value != func.round(here.c.value)),
    )
    found: set[str] = set()
    for some in chunks(sorted(indicators)):
        rows = connection.execute(query.where(here.c.indicator.in_(some)))
        found |= {indicator for indicator, value in rows if significant_digits(value) >= UNUSUAL}
    return found


def _naming(connection: Connection, changed: Changed) -> set[str]:
    """Return the indicators whose claims name a party or a source that came or was changed."""
    asked = select(claim_span.c.indicator).distinct().where(claim_span.c.rev_to == STANDS)
    found: set[str] = set()
    parties = _speaking_for(connection, changed.others.get("party", set()))
    sources = changed.others.get("source", set()) | _crediting(connection, parties)
    for some in chunks(sorted(sources)):
        cited = select(evidence_span.c.rev).where(evidence_span.c.source.in_(some))
        found |= _column(connection, asked.where(claim_span.c.rev.in_(cited)))
    for some in chunks(sorted(parties), MOST_SOUGHT):
        found |= _column(connection, asked.join_from(claim_span, revision).where(_names(some)))
    return found


def _crediting(connection: Connection, parties: set[str]) -> set[str]:
    """Return the sources that name one of these parties."""
    found: set[str] = set()
    query = select(source_span.c.id).join_from(source_span, revision)
    query = query.where(source_span.c.rev_to == STANDS)
    for some in chunks(sorted(parties), MOST_SOUGHT):
        found |= _column(connection, query.where(_names(some)))
    return found


def _names(parties: list[str]) -> ColumnElement[bool]:
    """Return the condition that a record's state names one of these parties."""
    return or_(*(revision.c.state.contains(f'"{party}"', autoescape=True) for party in parties))


def _speaking_for(connection: Connection, parties: set[str]) -> set[str]:
    """Return these parties and all that are part of them, directly or through others."""
    found, wanted = set(parties), sorted(parties)
    part_of = field_of(revision.c.state, "part_of")
    query = select(party_span.c.id).join_from(party_span, revision)
    query = query.where(party_span.c.rev_to == STANDS)
    while wanted:
        below = {
            one
            for some in chunks(wanted)
            for one in _column(connection, query.where(part_of.in_(some)))
        }
        wanted, found = sorted(below - found), found | below
    return found


def _column(connection: Connection, query: Select[Any]) -> set[str]:
    """Return the values of a query with one column, none left out."""
    return set(connection.execute(query).scalars()) - {None}


def _counts(connection: Connection, indicator: str, number: int, rev: int | None) -> Summary:
    """Return the summary of an indicator at a position, its claims not compared."""
    query = select(
        func.count(claim_span.c.publisher.distinct()), func.count(claim_span.c.root.distinct())
    )
    query = query.where(*standing_at(claim_span, rev), claim_span.c.indicator == indicator)
    publishers, origins = connection.execute(query).one()
    return Summary(
        indicator=indicator,
        claims=number,
        publishers=publishers,
        origins=origins,
        is_compared=False,
    )


def _write(connection: Connection, found: Weighed) -> None:
    indicator = found.summary.indicator
    insert_many(connection, summary.name, summary.c.keys(), [astuple(found.summary)])
    rows = [_standing(indicator, one) for one in found.standings.values()]
    insert_many(connection, standing.name, standing.c.keys(), rows)
    places = [_finding(place, one) for place, one in enumerate(found.findings)]
    insert_many(connection, finding.name, finding.c.keys(), places)


def _standing(indicator: str, one: Standing) -> tuple[object, ...]:
    """Return the row of a claim's states, in the order of the table."""
    fields = {name: getattr(one, name) for name in one.__slots__} | {"indicator": indicator}
    stale_from = fields["stale_from"]
    fields |= {
        "corroboration": str(one.corroboration),
        "currency": str(one.currency),
        "stale_from": stale_from.isoformat() if stale_from else None,
        "origins": json.dumps(one.origins),
    }
    return tuple(fields[column] for column in standing.c.keys())  # noqa: SIM118 - it is no dictionary


def _finding(place: int, one: Finding) -> tuple[object, ...]:
    since, day = (d.isoformat() if d else None for d in (one.since, one.day))
    lists = json.dumps(one.claims), json.dumps(one.figures, ensure_ascii=False)
    return one.indicator, place, str(one.kind), one.weight, *lists, one.reason, since, day

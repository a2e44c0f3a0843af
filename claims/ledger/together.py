"""What claims say together, as a reader asks for it: findings, states and summaries."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from claims.analysis.findings import Finding, FindingKind
from claims.analysis.summary import Summary
from claims.analysis.weigh import ranked
from claims.errors import UnknownRecordError
from claims.ledger.cases import case_of
from claims.ledger.query import standing_at
from claims.ledger.schema import finding, indicator_span, standing, summary
from claims.ledger.sqlite import among
from claims.ledger.weighing import weighed
from claims.states import Corroboration, Currency, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Row

    from claims.analysis.case import Case
    from claims.analysis.weigh import Weighed
    from claims.records import Claim

    Reading = Callable[[int | None], AbstractContextManager[tuple[Connection, int | None]]]


class Together:
    """What the ledger's claims say together; `Ledger.together` is one.

    What stands now is read from where each write keeps it. At an earlier position it is
    worked out from the claims of then, one indicator after the other.
    """

    def __init__(self, reading: Reading) -> None:
        """Take what opens one state of a ledger for reading."""
        self._reading = reading

    def case(self, indicator: str, rev: int | None = None) -> Case:
        """Return an indicator with its claims and what they name; raises UnknownRecordError."""
        with self._reading(rev) as (connection, at):
            found = case_of(connection, indicator, at)
        if found is None:
            name = "indicator"
            raise UnknownRecordError(name, indicator, rev)
        return found

    def findings(
        self,
        indicator: str | None = None,
        rev: int | None = None,
        *,
        today: date,
        limit: int = 2_000,
    ) -> tuple[Finding, ...]:
        """Return what was found under one indicator or all, the weightiest and newest first.

        What does not hold on the day `today` yet, such as a figure that is to become stale,
        is left out.
        """
        with self._reading(rev) as (connection, at):
            if at is None:
                return _kept(connection, indicator, today, limit)
            found = [f for one in _each(connection, indicator, at) for f in one.findings]
        return ranked(f for f in found if f.since is None or f.since <= today)[:limit]

    def first_findings(
        self, rev: int | None = None, *, today: date, limit: int
    ) -> tuple[tuple[Finding, int], ...]:
        """Return the weightiest finding of each indicator, and how many more it has."""
        with self._reading(rev) as (connection, at):
            if at is None:
                return _first_kept(connection, today, limit)
        by_indicator: dict[str, list[Finding]] = {}
        for found in self.findings(rev=rev, today=today, limit=10**9):
            by_indicator.setdefault(found.indicator, []).append(found)
        return tuple((found[0], len(found) - 1) for found in by_indicator.values())[:limit]

    def standings(
        self, indicator: str, rev: int | None = None, *, today: date
    ) -> Mapping[str, Standing]:
        """Return the computed states of the claims of an indicator on a day, by claim id.

        Empty where there are more claims than are compared with each other.
        """
        with self._reading(rev) as (connection, at):
            if at is None:
                rows = connection.execute(select(standing).where(standing.c.indicator == indicator))
                return {row.claim: _standing(tuple(row), today) for row in rows}
            found = weighed(connection, indicator, at)
        states = found.standings if found else {}
        return {claim: one.on(today) for claim, one in states.items()}

    def states_of(
        self, claims: Iterable[Claim], rev: int | None = None, *, today: date
    ) -> Mapping[str, Standing]:
        """Return the computed states of some claims on a day, by claim id."""
        every = list(claims)
        with self._reading(rev) as (connection, at):
            if at is None:
                wanted = among(standing.c.claim, [claim.id for claim in every])
                rows = connection.execute(select(standing).where(wanted))
                return {row.claim: _standing(tuple(row), today) for row in rows}
        asked = sorted({claim.indicator for claim in every if claim.indicator})
        return {k: s for one in asked for k, s in self.standings(one, rev, today=today).items()}

    def summaries(self, rev: int | None = None, limit: int | None = None) -> tuple[Summary, ...]:
        """Return the summaries of the indicators with the most claims, those first."""
        with self._reading(rev) as (connection, at):
            if at is None:
                query = select(summary).order_by(summary.c.claims.desc(), summary.c.indicator)
                rows = connection.execute(query.limit(limit)).mappings()
                return tuple(Summary(**{str(k): v for k, v in row.items()}) for row in rows)
            found = [one.summary for one in _each(connection, None, at)]
        return tuple(sorted(found, key=lambda s: (-s.claims, s.indicator))[:limit])

    def summary(self, indicator: str, rev: int | None = None) -> Summary | None:
        """Return the summary of an indicator, None where there is no such indicator."""
        with self._reading(rev) as (connection, at):
            if at is not None:
                found = weighed(connection, indicator, at)
                return found.summary if found else None
            query = select(summary).where(summary.c.indicator == indicator)
            row = connection.execute(query).mappings().one_or_none()
        return Summary(**{str(k): v for k, v in row.items()}) if row else None


def _each(connection: Connection, indicator: str | None, rev: int) -> list[Weighed]:
    """Weigh one indicator, or all that were on record at a position."""
    if indicator is None:
        ids = select(indicator_span.c.id).where(*standing_at(indicator_span, rev))
        wanted = list(connection.execute(ids.order_by(indicator_span.c.id)).scalars())
    else:
        wanted = [indicator]
    return [found for one in wanted if (found := weighed(connection, one, rev))]


def _kept(
    connection: Connection, indicator: str | None, today: date, limit: int
) -> tuple[Finding, ...]:
    query = select(finding).where(_holds(today))
    if indicator is not None:
        query = query.where(finding.c.indicator == indicator).order_by(finding.c.place)
    order = (finding.c.weight.desc(), finding.c.day.desc().nulls_last())
    query = query.order_by(*order, finding.c.indicator, finding.c.place)
    return tuple(_finding(row) for row in connection.execute(query.limit(limit)))


def _first_kept(connection: Connection, today: date, limit: int) -> tuple[tuple[Finding, int], ...]:
    """Read the first finding of each indicator that holds on a day, and count the others."""
    places = select(
        finding.c.indicator,
        func.min(finding.c.place).label("place"),
        (func.count() - 1).label("others"),
    )
    first = places.where(_holds(today)).group_by(finding.c.indicator).subquery()
    same = (finding.c.indicator == first.c.indicator) & (finding.c.place == first.c.place)
    query = select(finding, first.c.others).join_from(finding, first, same)
    order = (finding.c.weight.desc(), finding.c.day.desc().nulls_last(), finding.c.indicator)
    rows = connection.execute(query.order_by(*order).limit(limit))
    return tuple((_finding(row), row.others) for row in rows)


def _holds(today: date) -> Any:  # noqa: ANN401 - a condition of SQLAlchemy
    return or_(finding.c.since.is_(None), finding.c.since <= today.isoformat())


def _finding(row: Row[Any]) -> Finding:
    return Finding(
        FindingKind(row.kind),
        row.indicator,
        tuple(json.loads(row.claims)),
        tuple(json.loads(row.figures)),
        row.reason,
        since=date.fromisoformat(row.since) if row.since else None,
        day=date.fromisoformat(row.day) if row.day else None,
    )


@lru_cache(maxsize=20_000)
def _standing(row: tuple[Any, ...], today: date) -> Standing:
    """Return the states that a row of the table holds, as on a day; equal rows are read once."""
    fields = dict(zip(standing.c.keys(), row, strict=True))
    stale_from = fields["stale_from"]
    del fields["indicator"]
    found = Standing(
        **fields
        | {
            "corroboration": Corroboration(fields["corroboration"]),
            "currency": Currency(fields["currency"]),
            "stale_from": date.fromisoformat(stale_from) if stale_from else None,
            "origins": tuple(json.loads(fields["origins"])),
        }
    )
    return found.on(today)

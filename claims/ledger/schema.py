"""The tables: one truth, `revision`, and the projections that are made from it.

A projection holds one row for each state that a record was in: from the revision `rev`
that wrote it up to, not including, `rev_to`. What stands now has `rev_to` at `FOREVER`.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    literal_column,
)

SCHEMA = 5
"""Version of the projections; raise it whenever one of them or a rule of findings changes."""
FOREVER = 2**63 - 1
"""The `rev_to` of a state that stands."""
STANDS: Any = literal_column(str(FOREVER), BigInteger)
"""`FOREVER` as written SQL, so that the planner recognises the indexes of what stands now."""

METADATA = MetaData()
REV = BigInteger().with_variant(Integer, "sqlite")

revision = Table(
    "revision",
    METADATA,
    Column("rev", REV, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("hash", Text, nullable=False),
    CheckConstraint("action IN ('added', 'revised', 'withdrawn')"),
    CheckConstraint("record IN ('party', 'source', 'indicator', 'claim')"),
)


def _rev() -> Column[int]:
    """Return the key of a projection: the revision that wrote the row."""
    key = ForeignKey("revision.rev")
    return Column("rev", REV, key, primary_key=True, autoincrement=False)


def _states(name: str, *columns: Column[Any]) -> Table:
    """Return a projection with one row for each state that a record was in."""
    table = Table(
        name,
        METADATA,
        _rev(),
        Column("id", Text, nullable=False),
        Column("rev_to", BigInteger, nullable=False),
        *columns,
        CheckConstraint("rev_to > rev"),
    )
    Index(f"{name}_id", table.c.id, table.c.rev_to, unique=True)
    return table


class Span(NamedTuple):
    """One state of a claim as a light row, for tables and charts; not validated again."""

    rev: int
    """The revision that wrote this state."""
    id: str
    """The claim."""
    rev_to: int
    """The revision that replaced this state, or `FOREVER`."""
    kind: str
    """What is asserted."""
    indicator: str | None
    """The question it answers."""
    claimant: str
    """Who asserts it."""
    origin: str
    """The first party of the chain."""
    root: str
    """The party that the origin speaks for, as known when the state was written."""
    publisher: str
    """The last party of the chain."""
    source: str
    """The source of the first evidence."""
    hedge: str | None
    """How firm the number is; none without a quantity."""
    as_stated: str | None
    """The words that state the number."""
    value: float | None
    """The number in the words."""
    low: float | None
    """The least that the words allow."""
    high: float | None
    """The most that the words allow."""
    point: float | None
    """The number to plot and sort by."""
    unit: str | None
    """The thing counted."""
    planned: bool
    """Whether it is about the future."""
    review: str
    """What a person decided."""
    withdrawn: bool
    """Whether it no longer stands."""
    period: str | None
    """What it is about, EDTF."""
    period_start: str | None
    """First day of the period, ISO; none where open or without a period."""
    period_end: str | None
    """Last day of the period, ISO; none where open or without a period."""
    said_on: str | None
    """When it was said, EDTF."""
    country: str | None
    """Country of the indicator, as known when the state was written."""
    statement: str
    """The assertion in one sentence."""


NUMBERS = {"value", "low", "high", "point"}
FLAGS = {"planned", "withdrawn"}
REQUIRED = {"kind", "claimant", "origin", "root", "publisher", "source", "review", "statement"}


def _column(name: str) -> Column[Any]:
    """Return the column of a field of `Span`."""
    kind = Float() if name in NUMBERS else Boolean() if name in FLAGS else Text()
    return Column(name, kind, nullable=name not in REQUIRED | FLAGS)


claim_span = _states("claim_span", *map(_column, Span._fields[3:]))
"""One row for each state that a claim was in."""
party_span, source_span, indicator_span = map(
    _states, ("party_span", "source_span", "indicator_span")
)
SPANS: dict[str, Table] = {
    "party": party_span,
    "source": source_span,
    "indicator": indicator_span,
    "claim": claim_span,
}
"""The projection of each kind of record."""

evidence_span = Table(
    "evidence_span",
    METADATA,
    _rev(),
    Column("source", Text, primary_key=True),
    Index("evidence_source", "source", "rev"),
    sqlite_with_rowid=False,
)
"""The sources of each state of a claim."""

FACETS = (
    "kind",
    "indicator",
    "claimant",
    "root",
    "publisher",
    "hedge",
    "review",
    "country",
    "planned",
)
"""The columns that are counted beside a filter."""

cell = Table(
    "cell",
    METADATA,
    Column("scope", Text, primary_key=True),
    Column("facet", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    CheckConstraint("n >= 0"),
    sqlite_with_rowid=False,
)
"""How many standing claims have a value of a facet: in all (scope '') and by indicator."""

standing = Table(
    "standing",
    METADATA,
    Column("claim", Text, primary_key=True),
    Column("indicator", Text, nullable=False, index=True),
    Column("corroboration", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("why_currency", Text, nullable=False),
    Column("stale_from", Text),
    Column("why_stale", Text, nullable=False),
    Column("origins", Text, nullable=False),
    Column("unnamed", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("rivals", Integer, nullable=False),
    Column("explained", Integer, nullable=False),
    Column("higher", Text, nullable=False),
)
"""The computed states of each claim that stands now; its lists are JSON."""

finding = Table(
    "finding",
    METADATA,
    Column("indicator", Text, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("weight", Integer, nullable=False),
    Column("claims", Text, nullable=False),
    Column("figures", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("since", Text),
    Column("day", Text),
    sqlite_with_rowid=False,
)
"""What was found about the claims that stand now, under each indicator by weight."""
Index("finding_rank", finding.c.weight, finding.c.day)

summary = Table(
    "summary",
    METADATA,
    Column("indicator", Text, primary_key=True),
    Column("claims", Integer, nullable=False, index=True),
    Column("publishers", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("unnamed", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("single_origin", Integer, nullable=False),
    Column("latest", Text),
    Column("is_compared", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""Each indicator in a few numbers, as it stands now."""

WEIGHED = (standing, finding, summary)
PROJECTIONS = (*SPANS.values(), evidence_span, cell, *WEIGHED)


def _index_now(name: str, *columns: str) -> None:
    """Index what stands now by these columns."""
    now = claim_span.c.rev_to == STANDS
    keys = [claim_span.c[column] for column in columns]
    Index(name, *keys, sqlite_where=now, postgresql_where=now)


_index_now("span_now_period", "period_start", "rev")
_index_now("span_now_said", "said_on", "rev")
# In the order of writing within a value: a load then touches few pages of these two.
for _facet in ("claimant", "publisher"):
    _index_now(f"span_now_{_facet}", _facet)
_index_now("span_now_root", "root", "value")
Index(
    "span_facets",
    *(
        claim_span.c[name]
        for name in (
            *("indicator", "rev_to", "period_start", "rev", "period_end", "kind", "country"),
            *("planned", "hedge", "review", "root", "claimant", "publisher", "withdrawn"),
        )
    ),
)

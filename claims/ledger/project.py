"""The projections of a batch of revisions; appending and rebuilding both go through here."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from sqlalchemy import bindparam, select, update

from claims.hedges import Hedge
from claims.ledger.known import Known, chunks, sources_of
from claims.ledger.schema import FACETS, FOREVER, SPANS, STANDS, Span, claim_span
from claims.ledger.sqlite import WORDS, add_to_cells, insert_many
from claims.numerals import say
from claims.periods import parse
from claims.quantities import Quantity
from claims.vocabulary import ReviewState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row

    from claims.ledger.known import State


class Standing(NamedTuple):
    """One state of a party, a source or an indicator."""

    rev: int
    id: str
    rev_to: int = FOREVER


AnySpan: TypeAlias = "Span | Standing"
CLOSE = {
    name: update(span).where(span.c.rev == bindparam("old")).values(rev_to=bindparam("new"))
    for name, span in SPANS.items()
}


@dataclass
class Changed:
    """What a batch of revisions touched."""

    indicators: set[str] = field(default_factory=set)
    """Those that claims came under or left, and those that were changed themselves."""
    figures: set[tuple[str, float]] = field(default_factory=set)
    """The origin and the number of each claim that came or went."""
    others: dict[str, set[str]] = field(default_factory=dict)
    """Ids of the parties, sources and indicators that came or changed, by kind."""

    def take(self, record: str, rows: Sequence[Any], replaced: Mapping[str, Any]) -> None:
        """Take in the new states of one kind of record and those that they replaced."""
        if record == "claim":
            for row in (*rows, *replaced.values()):
                self.indicators |= {row.indicator} - {None}
                if row.value is not None:
                    self.figures.add((row.root, row.value))
            return
        ids = {row.id for row in rows}
        self.others[record] = ids
        self.indicators |= ids if record == "indicator" else set()


def project(connection: Connection, revisions: Sequence[Mapping[Any, Any]]) -> Changed:
    """Write the projections of revisions that follow the ones projected so far.

    Returns what they touched; what follows from claims together is for `weighing`.
    """
    batch = [(row["record"], json.loads(row["state"])) for row in revisions]
    known = Known.before(connection, batch)
    spans: dict[str, list[AnySpan]] = {name: [] for name in SPANS}
    texts, cited = [], []
    for row, (record, state) in zip(revisions, batch, strict=True):
        rev = row["rev"]
        if record == "claim":
            quantity = _quantity(state)
            spans[record].append(_span(rev, state, quantity, known))
            texts.append(_text(rev, state, quantity, known))
            cited += [(rev, source) for source in sources_of(state)]
        else:
            known.learn(record, state)
            spans[record].append(Standing(rev, state["id"]))
    changed = Changed()
    for record, rows in spans.items():
        if rows:
            changed.take(record, rows, _write_spans(connection, record, rows))
    insert_many(connection, "evidence_span", ("rev", "source"), cited)
    insert_many(connection, "span_fts", ("rowid", *WORDS), texts)
    return changed


def _span(rev: int, state: State, whole: Quantity | None, known: Known) -> Span:
    """Return the row of a claim's state."""
    period = parse(state["period"]) if "period" in state else None
    chain, indicator = state["chain"], state.get("indicator")
    quantity = state.get("quantity", {})
    return Span(
        rev=rev,
        id=state["id"],
        rev_to=FOREVER,
        kind=state["kind"],
        indicator=indicator,
        claimant=state["claimant"],
        origin=chain[0],
        root=known.root(chain[0]),
        publisher=chain[-1],
        source=state["evidence"][0]["source"],
        hedge=quantity.get("hedge"),
        as_stated=quantity.get("as_stated"),
        value=quantity.get("value"),
        low=quantity.get("low"),
        high=quantity.get("high"),
        point=whole.point if whole else None,
        unit=quantity.get("unit"),
        planned=state.get("planned", False),
        review=state.get("review", {}).get("state", ReviewState.UNREVIEWED.value),
        withdrawn="withdrawn" in state,
        period=state.get("period"),
        period_start=period.start.isoformat() if period and period.start else None,
        period_end=period.end.isoformat() if period and period.end else None,
        said_on=state.get("said_on"),
        country=known.country(indicator),
        statement=state["statement"],
    )


def _quantity(state: State) -> Quantity | None:
    """Return the quantity of a state, which was checked when it was recorded."""
    quantity = state.get("quantity")
    if quantity is None:
        return None
    return Quantity.model_construct(**quantity | {"hedge": Hedge(quantity["hedge"])})


def _text(rev: int, state: State, quantity: Quantity | None, known: Known) -> tuple[object, ...]:
    """Return what the full text of a claim's state holds, a column for each of `WORDS`.

    The figure stands there as it was printed, as we say it and in bare digits, so that "about
    50" finds "some 50" and "8992" finds "8,992".
    """
    quotes = [words["quote"] for words in state["evidence"]]
    figure = [quantity.as_stated, say(quantity), quantity.unit] if quantity else []
    if quantity and quantity.value is not None:
        figure.append(f"{quantity.value:.15g}")
    return (
        rev,
        state["statement"],
        "\n".join([*quotes, *figure]),
        "\n".join(filter(None, known.names(state))),
        "\n".join([state.get("note", ""), *state.get("tags", ())]),
    )


def _write_spans(connection: Connection, record: str, rows: list[AnySpan]) -> dict[str, Row[Any]]:
    """Write the new states of one kind of record, close those they replace and return these."""
    replaced = _standing(connection, record, {row.id for row in rows})
    last: dict[str, int] = {}
    closed = []
    for place, row in enumerate(rows):
        if row.id in last:
            rows[last[row.id]] = rows[last[row.id]]._replace(rev_to=row.rev)
        elif row.id in replaced:
            closed.append({"old": replaced[row.id].rev, "new": row.rev})
        last[row.id] = place
    if closed:
        connection.execute(CLOSE[record], closed)
    insert_many(connection, SPANS[record].name, rows[0]._fields, rows)
    if record == "claim":
        _count(connection, [rows[place] for place in last.values()], list(replaced.values()))
    return replaced


def _standing(connection: Connection, record: str, ids: set[str]) -> dict[str, Row[Any]]:
    """Return what stands now of these records, by id."""
    span = SPANS[record].c
    counted = [claim_span.c[name] for name in (*FACETS, "value")] if record == "claim" else []
    query = select(span.id, span.rev, *counted)
    found: dict[str, Row[Any]] = {}
    for some in chunks(sorted(ids)):
        rows = connection.execute(query.where(span.rev_to == STANDS, span.id.in_(some)))
        found |= {row.id: row for row in rows}
    return found


def _count(connection: Connection, come: Sequence[Any], gone: Sequence[Any]) -> None:
    """Keep the counters: add the claims that stand now, take away those they replaced."""
    changes: Counter[tuple[str, str, object]] = Counter()
    for step, rows in ((1, come), (-1, gone)):
        for facet in FACETS:
            values = Counter(map(attrgetter("indicator", facet), rows))
            for (indicator, value), n in values.items():
                changes["", facet, value] += step * n
                if indicator:
                    changes[indicator, facet, value] += step * n
    grown = [
        (scope, facet, facet_value(value), n)
        for (scope, facet, value), n in changes.items()
        if n and value is not None
    ]
    add_to_cells(connection, grown)


def facet_value(value: object) -> str:
    """Return a value as facets spell it: booleans as `true` and `false`."""
    return str(value).lower() if isinstance(value, bool) else str(value)

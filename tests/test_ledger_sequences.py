"""Any sequence of writes: the projections, the views of the past and the chain all hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.hedges import Hedge
from claims.ledger import FACETS, Filter, Ledger
from claims.records import Claim, Record, Withdrawal
from claims.vocabulary import Basis
from tests.factories import changed, claim, indicator, party, quantity, source
from tests.strategies import claims as any_claims

Batch: TypeAlias = list[Record]

EXACT = Hedge.EXACT
NAMES = ["irna", "arab-news", "us", "pentagon"]
parties = st.builds(
    party,
    st.sampled_from(NAMES),
    name=st.sampled_from(["One", "Two", "Three"]),
    part_of=st.none() | st.sampled_from(NAMES),
    aliases=st.sampled_from([(), ("Other",)]),
)
sources = st.builds(
    source,
    st.sampled_from(["s-1", "s-2"]),
    title=st.sampled_from([None, "Flood", "Fire"]),
    publisher=st.sampled_from(NAMES),
)
indicators = st.builds(
    indicator,
    st.sampled_from(["khuzestan-killed", "troops"]),
    title=st.sampled_from(["Deaths", "Dead"]),
    country=st.sampled_from([None, "IR", "IQ"]),
    basis=st.sampled_from(Basis),
    broader=st.sampled_from([None, "troops"]),
)
claims = st.builds(
    lambda which, **fields: changed(claim(which), **fields),
    st.sampled_from(["one", "two", "three"]),
    claimant=st.sampled_from(NAMES),
    chain=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(tuple),
    indicator=st.sampled_from([None, "khuzestan-killed", "troops"]),
    quantity=st.sampled_from(
        [
            None,
            *(quantity(n, hedge) for n, hedge in ((3, EXACT), (50, Hedge.ABOUT), (4_460, EXACT))),
        ]
    ),
    withdrawn=st.sampled_from([None, None, Withdrawal(on="2021", by="ap", reason="why")]),
    note=st.sampled_from([None, "flood", "fire"]),
)
batches = st.lists(parties | sources | indicators | claims | any_claims, max_size=6)
Shown: TypeAlias = tuple[dict[str, Record], dict[str, dict[str, int]], int]


def shown(ledger: Ledger, rev: int) -> Shown:
    """Return everything that a view at a position shows."""
    standing: list[Record] = list(ledger.claims(rev=rev))
    standing += [*ledger.all("party", rev), *ledger.all("source", rev)]
    standing += ledger.all("indicator", rev)
    counted = {facet: dict(values) for facet, values in ledger.facets(rev=rev).items()}
    found = ledger.count(Filter(text="flood"), rev=rev)
    return {f"{type(one).__name__} {one.id}": one for one in standing}, counted, found


@settings(max_examples=40)
@given(written=st.lists(batches, min_size=1, max_size=4), size=st.integers(1, 4))
def test_any_sequence_of_writes_can_be_replayed_and_seen_again(
    written: list[Batch], size: int
) -> None:
    """Rebuilt equals maintained, every position shows what it showed, and the chain verifies."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        seen: dict[int, Shown] = {}
        expected: dict[str, Record] = {}
        for batch in written:
            rev = ledger.append(batch, actor="desk", batch=size).rev
            expected |= {f"{type(one).__name__} {one.id}": one for one in batch}
            seen[rev] = shown(ledger, rev)
            assert seen[rev][0] == expected
        assert ledger.differs() == ()
        before = contents(ledger.path)
        ledger.rebuild()
        assert contents(ledger.path) == before
        assert {rev: shown(ledger, rev) for rev in seen} == seen
        assert ledger.verify() == ledger.head.rev


def contents(path: Path) -> list[list[tuple[object, ...]]]:
    """Return every row of every ordinary table, read without the program."""
    spans = ("claim_span", "party_span", "source_span", "indicator_span", "evidence_span")
    tables = (*spans, "cell", "standing", "finding", "summary")
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608 - our own names
            for table in ("revision", *tables)
        ]


@settings(max_examples=40)
@given(written=st.lists(batches, min_size=1, max_size=4))
def test_what_stood_at_a_position_follows_from_the_history(written: list[Batch]) -> None:
    """At each revision, what stands is the last state of each record up to there."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for batch in written:
            ledger.append(batch, actor="desk")
        stood: dict[str, Record] = {}
        for revision in ledger.since(0):
            record = revision.as_record()
            stood[f"{type(record).__name__} {record.id}"] = record
            records, counted, _ = shown(ledger, revision.rev)
            assert records == stood
            kinds = [one.kind.value for one in stood.values() if isinstance(one, Claim)]
            assert counted["kind"] == {kind: kinds.count(kind) for kind in kinds}
            assert set(counted) == set(FACETS)

"""Batches: several writes in one transaction, all of them or none, whatever happens."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.ledger import Ledger, Receipt
from claims.records import Withdrawal, to_json
from tests.factories import base, changed, claim, evidence, indicator, source, stating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.records import Record

ROOT = Path(__file__).parent.parent
WRITER = """
import sys
from claims.ledger import Ledger
from tests.factories import claim

with Ledger.open(sys.argv[1]) as ledger:
    with ledger.batch(actor="desk", reason="edition") as batch:
        print("open", flush=True)
        for part in range(4):
            batch.append([claim(f"{part} {n}") for n in range(400)])
            print("part", part, flush=True)
        print("weigh", flush=True)
    print("whole", flush=True)
"""
TODAY = date(2026, 8, 7)
MOMENTS = ("open", "part 0", "part 2", "part 3", "weigh", "whole")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a ledger that holds the records which claims of the factory refer to."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        opened.append(base(), actor="desk")
        yield opened


def test_a_batch_writes_as_often_as_it_is_told(ledger: Ledger) -> None:
    """Each part has its own receipt, the batch has their sum, and one reason stands in all."""
    with ledger.batch(actor="desk", reason="edition of May") as batch:
        assert batch.receipt == Receipt(rev=4)
        assert batch.append([claim("one"), claim("two")]) == Receipt(rev=6, added=2)
        later = [changed(claim("one"), note="n"), claim("two"), claim("three")]
        assert batch.append(later) == Receipt(rev=8, added=1, revised=1, unchanged=1)
    assert batch.receipt == Receipt(rev=8, added=3, revised=1, unchanged=1)
    assert {(one.actor, one.reason) for one in ledger.since(4)} == {("desk", "edition of May")}
    assert ledger.count() == 3


def test_a_batch_is_weighed_as_one_write_is(ledger: Ledger, tmp_path: Path) -> None:
    """Findings, states and counters are those of the same records written at once.

    The claims contradict each other, and one unusual figure stands under two indicators.
    """
    other_question = indicator("khuzestan-injured", title="People injured")
    records: list[Record] = [
        stating("at least 4,321"),
        stating("4,312", claimant="fars", chain=("fars", "arab-news")),
        other_question,
        stating("at most 4,321", indicator="khuzestan-injured"),
        stating("5,678", indicator="khuzestan-injured"),
    ]
    with ledger.batch(actor="desk") as batch:
        for one in records:
            batch.append([one])
    with Ledger.open(tmp_path / "other.db") as other:
        other.append([*base(), *records], actor="desk")
        found = other.together.findings(today=TODAY)
        assert len({one.indicator for one in found}) == 2
        assert ledger.together.findings(today=TODAY) == found
        assert ledger.together.summaries() == other.together.summaries()
        assert ledger.facets() == other.facets()
    assert ledger.differs() == ()
    assert ledger.verify() == ledger.head.rev


def test_what_others_see_changes_once(ledger: Ledger) -> None:
    """Until a batch is at its end nobody else sees any of it."""
    with Ledger.open(ledger.path, read_only=True) as reader:
        with ledger.batch(actor="desk") as batch:
            batch.append([claim("one")])
            assert reader.count() == 0
        assert reader.count() == 1


def test_an_error_takes_the_whole_batch_back(ledger: Ledger) -> None:
    """Nothing of a batch stays where an error ends it, and the ledger can be written again."""

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), ledger.batch(actor="desk") as batch:
        batch.append([claim("one")], progress=stop)
    assert (ledger.head.rev, ledger.count()) == (4, 0)
    assert ledger.differs() == ()
    assert ledger.append([claim("one")], actor="desk").added == 1


def test_an_empty_batch_stays_where_it_was(ledger: Ledger) -> None:
    """A batch to which nothing new is written writes no revision."""
    ledger.append([claim("one")], actor="desk")
    with ledger.batch(actor="desk") as batch:
        batch.append([])
        batch.append([claim("one")])
    assert batch.receipt == Receipt(rev=5, unchanged=1)
    assert ledger.head.rev == 5


def test_a_batch_knows_what_stands_in_it(ledger: Ledger) -> None:
    """What stands is told with its revision and state, what the batch wrote included."""
    first, second = claim("one"), claim("two")
    ledger.append([first], actor="desk")
    better = changed(first, note="better")
    with ledger.batch(actor="desk") as batch:
        assert batch.standing("claim", [first.id, second.id]) == {first.id: (5, to_json(first))}
        batch.append([better, second])
        found = batch.standing("claim", [first.id, second.id])
        assert found == {first.id: (6, to_json(better)), second.id: (7, to_json(second))}
        assert batch.standing("source", ["s-1", "never"]).keys() == {"s-1"}


def test_a_batch_knows_the_claims_under_a_source(ledger: Ledger) -> None:
    """Claims count under the source of their first evidence, until they are withdrawn."""
    there = claim("one", evidence=(evidence("one"), evidence("two", source="s-2")))
    beside = claim("three", evidence=(evidence("three", source="s-2"), evidence("four")))
    gone = claim("five", withdrawn=Withdrawal(on="2021-08-01", by="irna", reason="retracted"))
    moved = changed(claim("six"), evidence=(evidence("six", source="s-2"),))
    ledger.append([source("s-2"), there, beside, gone, claim("six"), moved], actor="desk")
    with ledger.batch(actor="desk") as batch:
        assert batch.under_source("s-1") == {there.id}
        assert batch.under_source("s-2") == {beside.id, moved.id}
        assert batch.under_source("never") == set()
        batch.append([claim("seven")])
        assert batch.under_source("s-1") == {there.id, claim("seven").id}


def test_progress_counts_to_the_end_of_each_part(ledger: Ledger) -> None:
    """Progress is told how many of how many records of a part are done."""
    told: list[tuple[int, int]] = []
    with ledger.batch(actor="desk") as batch:
        for part in range(2):
            records = [claim(f"{part} {n}") for n in range(3)]
            batch.append(records, progress=lambda *step: told.append(step))
    assert told == [(3, 3), (3, 3)]


def test_records_go_in_before_what_refers_to_them(ledger: Ledger) -> None:
    """Within a part, sources and indicators go in before the claims that name them."""
    with ledger.batch(actor="desk") as batch:
        batch.append([claim("one"), indicator("i-2"), source("s-2")])
    assert [one.record for one in ledger.since(4)] == ["source", "indicator", "claim"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_kill_leaves_the_whole_batch_or_nothing(ledger: Ledger, moment: str) -> None:
    """A process killed in mid batch leaves what stood before; one killed after it, all of it."""
    ledger.append([claim("before")], actor="desk")
    program = [sys.executable, "-c", WRITER, str(ledger.path)]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:  # noqa: S603 - our own program
        assert writer.stdout is not None
        told = []
        for line in writer.stdout:
            told.append(line.strip())
            if told[-1] == moment:
                writer.kill()
    expected = 1_601 if told[-1] == "whole" else 1
    with Ledger.open(ledger.path) as again:
        assert again.count() in {1, 1_601}
        assert again.count() >= expected
        assert again.verify() == again.head.rev == again.count() + 4
        assert again.differs() == ()
        again.append([claim(f"{part} {n}") for part in range(4) for n in range(400)], actor="desk")
        assert again.count() == 1_601

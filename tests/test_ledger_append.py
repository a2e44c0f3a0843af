"""Writing: what goes in once, what a second load does, and what an edit may not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.errors import StaleEditError, UnknownRecordError
from claims.ledger import Ledger, Receipt
from claims.records import Withdrawal, to_json
from tests.factories import base, changed, claim, indicator, party, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.records import Record


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a ledger that holds the records which claims of the factory refer to."""
    with Ledger.open(tmp_path / "var" / "ledger.db") as opened:
        opened.append(base(), actor="desk")
        yield opened


def test_a_load_counts_what_was_added(ledger: Ledger) -> None:
    """The receipt of a load names the new position and how many records were new."""
    receipt = ledger.append([claim("one"), claim("two")], actor="desk", reason="first load")
    assert receipt == Receipt(rev=6, added=2)
    assert ledger.head.rev == 6


def test_a_second_load_of_the_same_changes_nothing(ledger: Ledger) -> None:
    """Importing the same records again writes no revision."""
    ledger.append([claim("one"), claim("two")], actor="desk")
    assert ledger.append([*base(), claim("one"), claim("two")], actor="desk") == Receipt(
        rev=6, unchanged=6
    )


def test_a_repeated_record_in_one_load_counts_once(ledger: Ledger) -> None:
    """Two equal records in one batch are one, and a later version revises the earlier."""
    first = claim("one")
    receipt = ledger.append([first, first, changed(first, note="seen twice")], actor="desk")
    assert receipt == Receipt(rev=6, added=1, revised=1, unchanged=1)
    assert ledger.claim(first.id).note == "seen twice"
    assert ledger.count() == 1


def test_an_empty_load_stays_where_it_was(ledger: Ledger) -> None:
    """A load of nothing returns the present position."""
    assert ledger.append([], actor="desk") == Receipt(rev=4)


def test_records_go_in_before_what_refers_to_them(ledger: Ledger) -> None:
    """Parties, sources, indicators and claims go in in this order, each as they came."""
    records: list[Record] = [
        claim("new"),
        indicator("i-2"),
        source("s-2"),
        source("s-1b"),
        party("reuters"),
    ]
    ledger.append(records, actor="desk")
    written = [revision.record_id for revision in ledger.since(4)]
    assert written == ["reuters", "s-2", "s-1b", "i-2", claim("new").id]


def test_progress_counts_to_the_end(ledger: Ledger) -> None:
    """Progress is told after each batch how many of how many records are done."""
    told: list[tuple[int, int]] = []
    records = [claim(f"number {n}") for n in range(5)]
    ledger.append(records, actor="desk", batch=2, progress=lambda *step: told.append(step))
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_an_edit_is_written_with_its_reason(ledger: Ledger) -> None:
    """A revision keeps who changed a record and why; the state before stays readable."""
    first = claim("one")
    based_on = ledger.append([first], actor="desk").rev
    better = changed(first, statement="At least five people were killed in Khuzestan.")
    receipt = ledger.revise(better, actor="editor", reason="shorter", based_on=based_on)
    assert receipt == Receipt(rev=6, revised=1)
    latest = ledger.history("claim", first.id)[-1]
    assert (latest.actor, latest.action, latest.reason) == ("editor", "revised", "shorter")
    assert latest.as_record() == better == ledger.claim(first.id)
    assert ledger.claim(first.id, rev=5) == first


def test_a_stale_edit_is_refused_with_both_versions(ledger: Ledger) -> None:
    """An edit of a record that has moved on is refused and nothing is written."""
    first = claim("one")
    opened_at = ledger.append([first], actor="desk").rev
    theirs, mine = changed(first, note="theirs"), changed(first, note="mine")
    ledger.revise(theirs, actor="a", based_on=opened_at)
    with pytest.raises(StaleEditError) as refused:
        ledger.revise(mine, actor="b", based_on=opened_at)
    assert (refused.value.yours, refused.value.theirs) == (to_json(mine), to_json(theirs))
    assert (refused.value.based_on, refused.value.now, ledger.head.rev) == (5, 6, 6)


def test_an_edit_may_state_the_head_it_was_opened_at(ledger: Ledger) -> None:
    """What changed elsewhere since the record was written does not make an edit stale."""
    ledger.append([claim("one"), claim("two")], actor="desk")
    assert ledger.revise(changed(claim("one"), note="n"), actor="b", based_on=6).revised == 1


def test_two_editors_who_agree_write_once(ledger: Ledger) -> None:
    """An edit that equals what stands is no change, however old its base."""
    ledger.append([claim("one")], actor="desk")
    edit = changed(claim("one"), note="same")
    ledger.revise(edit, actor="a", based_on=5)
    assert ledger.revise(edit, actor="b", based_on=5) == Receipt(rev=6, unchanged=1)


def test_an_unknown_record_cannot_be_revised(ledger: Ledger) -> None:
    """An edit of a record that is not on record is refused."""
    with pytest.raises(UnknownRecordError, match=claim("never").id):
        ledger.revise(claim("never"), actor="a", based_on=4)
    assert ledger.head.rev == 4


def test_withdrawing_is_an_action_of_its_own(ledger: Ledger) -> None:
    """A claim that is withdrawn stays on record, with the withdrawal in its history."""
    ledger.append([claim("one")], actor="desk")
    gone = Withdrawal(on="2021-08-01", by="arab-news", reason="retracted")
    ledger.revise(changed(claim("one"), withdrawn=gone), actor="editor", based_on=5)
    ledger.revise(changed(claim("one")), actor="editor", reason="reinstated", based_on=6)
    actions = [revision.action for revision in ledger.history("claim", claim("one").id)]
    assert actions == ["added", "withdrawn", "revised"]
    assert ledger.claim(claim("one").id, rev=6).withdrawn == gone

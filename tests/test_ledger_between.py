"""What became of claims between two positions, and the revisions that a view's claims had."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import UnknownPositionError, UnknownRecordError
from claims.hedges import Hedge
from claims.ledger import Filter, Ledger, Turn
from claims.records import Claim, RecordName, Withdrawal, name_of
from tests.factories import base, changed, claim, indicator, party, source, stating
from tests.test_ledger_plans import plans
from tests.test_ledger_sequences import Batch, batches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.records import Record

FIVE, EIGHT = stating("at least five", note="flood"), stating("at least eight")
GONE = Withdrawal(on="2021-08-01", by="irna", reason="retracted")
KILLED = Filter(indicator=("khuzestan-killed",))
STANDING = Filter(withdrawn=False)
filters = st.sampled_from(
    [
        Filter(),
        KILLED,
        STANDING,
        Filter(withdrawn=True, claimant=("irna", "us")),
        Filter(text="flood"),
        Filter(text="one"),
        Filter(source=("s-1",)),
        Filter(root=("us",)),
        Filter(country=("IR",), hedge=(Hedge.EXACT,)),
        Filter(text="---"),
    ]
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a ledger with what claims refer to and two claims: revisions 1 to 7."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        opened.append([*base(), indicator("injured")], actor="desk")
        opened.append([FIVE, EIGHT], actor="desk", reason="first load")
        yield opened


def turns(ledger: Ledger, chosen: Filter, since: int = 7) -> dict[str, Turn]:
    """Return what became of each claim since a position."""
    return {one.after.id: one.turn for one in ledger.between(chosen, since).claims}


@pytest.mark.parametrize(
    ("chosen", "write", "expected"),
    [
        (Filter(), FIVE, None),
        (Filter(), changed(FIVE, note="checked"), Turn.REVISED),
        (Filter(), changed(FIVE, withdrawn=GONE), Turn.WITHDRAWN),
        (STANDING, changed(FIVE, withdrawn=GONE), Turn.WITHDRAWN),
        (Filter(withdrawn=True), changed(FIVE, withdrawn=GONE), Turn.WITHDRAWN),
        (Filter(withdrawn=True), changed(FIVE, note="checked"), None),
        (KILLED, changed(FIVE, indicator="injured"), Turn.LEFT),
        (Filter(indicator=("injured",)), changed(FIVE, indicator="injured"), Turn.CAME),
        (Filter(indicator=("injured",)), changed(FIVE, note="checked"), None),
        (Filter(text="statement"), changed(FIVE, statement="Another statement."), Turn.CAME),
        (Filter(text="flood"), changed(FIVE, note="checked"), Turn.LEFT),
        (KILLED, stating("at most nine"), Turn.ADDED),
        (Filter(claimant=("arab-news",)), stating("at most nine"), None),
    ],
)  # fmt: skip
def test_what_became_of_a_claim_is_told_from_the_view(
    ledger: Ledger, chosen: Filter, write: Claim, expected: Turn | None
) -> None:
    """One that left the view is told from one that is new, and a withdrawal comes before both."""
    ledger.append([write], actor="editor")
    assert turns(ledger, chosen) == ({write.id: expected} if expected else {})


def test_a_change_that_was_taken_back_is_none(ledger: Ledger) -> None:
    """Two revisions that end where they began leave nothing; at the one between there is one."""
    ledger.append([changed(FIVE, note="checked")], actor="editor")
    ledger.append([FIVE], actor="editor", reason="a slip")
    assert turns(ledger, Filter()) == {}
    assert turns(ledger, Filter(), since=8) == {FIVE.id: Turn.REVISED}
    assert len(ledger.between(Filter(), 7, 8).claims) == 1


def test_both_states_come_with_the_revisions_between_them(ledger: Ledger) -> None:
    """The claim then and now, and who changed it why, oldest first."""
    ledger.append([changed(FIVE, note="once")], actor="ana", reason="checked")
    ledger.append([changed(FIVE, note="twice")], actor="ben", reason="again")
    (one,) = ledger.between(KILLED, 7).claims
    assert (one.before, one.after.note) == (FIVE, "twice")
    steps = [(step.rev, step.actor, step.action, step.reason) for step in one.revisions]
    assert steps == [(8, "ana", "revised", "checked"), (9, "ben", "revised", "again")]


def test_a_limit_shortens_the_list_and_not_the_counts(ledger: Ledger) -> None:
    """The last changed claim is listed, and all are counted."""
    ledger.append([changed(FIVE, note="a"), changed(EIGHT, withdrawn=GONE)], actor="editor")
    found = ledger.between(Filter(), 0, limit=1)
    assert [one.after.id for one in found.claims] == [EIGHT.id]
    assert found.counts == {Turn.ADDED: 1, Turn.PASSED: 1}
    assert ledger.between(Filter(), 7).counts == {Turn.REVISED: 1, Turn.WITHDRAWN: 1}


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(), ["arab-news", "irna", "relay", "s-1", "khuzestan-killed"]),
        (KILLED, ["arab-news", "irna", "s-1", "khuzestan-killed"]),
        (Filter(indicator=("injured",)), ["arab-news", "irna", "relay", "s-1"]),
        (Filter(withdrawn=True), []),
    ],
)
def test_other_records_count_where_claims_of_the_view_name_them(
    ledger: Ledger, chosen: Filter, expected: list[str]
) -> None:
    """Claimants, every link of a chain, sources and indicators count; new records do not."""
    relayed = claim("by relay", indicator="injured", chain=("irna", "relay", "arab-news"))
    rev = ledger.append([party("relay"), relayed], actor="desk").rev
    later: list[Record] = [source(note="seen"), source("s-2"), indicator(note="checked")]
    later += [party(one, name="Renamed") for one in ("irna", "relay", "arab-news", "new")]
    ledger.append(later, actor="desk")
    found = ledger.between(chosen, rev).others
    assert [after.id for _, after in found] == expected
    assert all(before != after and before.id == after.id for before, after in found)


@pytest.mark.parametrize(("since", "until"), [(-1, None), (8, None), (0, 8)])
def test_positions_must_exist(ledger: Ledger, since: int, until: int | None) -> None:
    """A position before the first or after the newest is refused."""
    with pytest.raises(UnknownPositionError):
        ledger.between(Filter(), since, until)


def test_positions_come_in_their_order(ledger: Ledger) -> None:
    """The later position comes second."""
    assert ledger.between(Filter(), 7, 7).claims == ()
    with pytest.raises(ValueError, match="revision 5 comes before revision 7"):
        ledger.between(Filter(), 7, 5)


def test_the_revisions_of_a_view_come_newest_first(ledger: Ledger) -> None:
    """A revision counts where the filter chose the claim before or after it."""
    ledger.append([changed(FIVE, indicator="injured")], actor="editor")
    ledger.append([changed(FIVE, indicator="injured", note="moved")], actor="editor")
    assert [step.revision.rev for step in ledger.steps(KILLED)] == [8, 7, 6]
    assert [step.revision.rev for step in ledger.steps(Filter(indicator=("injured",)))] == [9, 8]
    assert [step.revision.rev for step in ledger.steps(rev=8, limit=2)] == [8, 7]
    moved, *_, first = ledger.steps(KILLED)
    assert (moved.before, moved.after.indicator) == (FIVE, "injured")
    assert (first.before, first.after) == (None, FIVE)


def test_the_past_does_not_know_what_came_later(ledger: Ledger) -> None:
    """Latest revisions and the history of a record can be read as they were at a position."""
    ledger.append([changed(FIVE, note="checked")], actor="editor")
    assert [revision.rev for revision in ledger.recent(2, rev=7)] == [7, 6]
    assert [revision.rev for revision in ledger.recent(2)] == [8, 7]
    assert [revision.rev for revision in ledger.history("claim", FIVE.id, rev=7)] == [6]
    assert [revision.rev for revision in ledger.history("claim", FIVE.id)] == [6, 8]
    with pytest.raises(UnknownRecordError, match="at revision 5"):
        ledger.history("claim", FIVE.id, rev=5)
    with pytest.raises(UnknownPositionError):
        ledger.recent(rev=9)


@pytest.mark.parametrize("chosen", [Filter(), KILLED, STANDING, Filter(text="killed")])
def test_what_did_not_change_is_not_read(ledger: Ledger, chosen: Filter) -> None:
    """The query goes along the revisions in between and looks each claim up by its key."""
    ledger.append([changed(FIVE, note="checked")], actor="editor")
    found = plans(ledger.path, lambda opened: opened.between(chosen, 7))
    assert "SEARCH now USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" in found[0]
    assert "SEARCH then USING INDEX claim_span_id (id=? AND rev_to>?)" in found[0]
    assert "SCAN" not in found[0].replace("SCAN span_fts VIRTUAL TABLE", "")


def by_id(ledger: Ledger, chosen: Filter, rev: int) -> dict[str, Claim]:
    """Return the claims of a view by id."""
    return {one.id: one for one in ledger.claims(chosen, rev)}


Expected = dict[str, tuple[Claim | None, Claim, bool, bool]]


def compared(ledger: Ledger, chosen: Filter, since: int, until: int) -> Expected:
    """Compare whole views: each claim that differs, then and now, and whether it was chosen."""
    was, now = by_id(ledger, chosen, since), by_id(ledger, chosen, until)
    all_then, all_now = by_id(ledger, Filter(), since), by_id(ledger, Filter(), until)
    return {
        one: (all_then.get(one), all_now[one], one in was, one in now)
        for one in was.keys() | now.keys()
        if all_then.get(one) != all_now[one] or (one in was) != (one in now)
    }


def others(ledger: Ledger, chosen: Filter, since: int, until: int) -> set[str]:
    """Return the other records that differ and that claims of the view name."""
    view = ledger.claims(chosen, until)
    parties = {one for claim in view for one in (claim.claimant, *claim.chain)}
    cited = {words.source for claim in view for words in claim.evidence}
    named: dict[str, set[str]] = {
        "party": parties,
        "source": cited,
        "indicator": {claim.indicator or "" for claim in view},
    }
    kinds: tuple[RecordName, ...] = get_args(RecordName)
    then = {(kind, one.id): one for kind in kinds[:3] for one in ledger.all(kind, since)}
    return {
        f"{kind} {one.id}"
        for kind in kinds[:3]
        for one in ledger.all(kind, until)
        if then.get((kind, one.id), one) != one and (not chosen.chosen or one.id in named[kind])
    }


@settings(max_examples=60)
@given(
    written=st.lists(batches, min_size=2, max_size=5),
    chosen=filters,
    place=st.floats(0, 1),
    later=st.floats(0, 1),
)
def test_any_writes_differ_as_the_two_views_do(
    written: list[Batch], chosen: Filter, place: float, later: float
) -> None:
    """What is found along the changes is what comparing the two whole views finds."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for batch in written:
            ledger.append(batch, actor="desk")
        until = round(later * ledger.head.rev)
        since = round(place * until)
        found = ledger.between(chosen, since, until)
        assert {
            one.after.id: (one.before, one.after, one.was_chosen, one.is_chosen)
            for one in found.claims
        } == compared(ledger, chosen, since, until)
        assert sum(found.counts.values()) == len(found.claims)
        assert {f"{name_of(after)} {after.id}" for _, after in found.others} == others(
            ledger, chosen, since, until
        )
        for one in found.claims:
            steps = ledger.history("claim", one.after.id, until)
            assert one.revisions == tuple(step for step in steps if step.rev > since)


@settings(max_examples=40)
@given(written=st.lists(batches, min_size=1, max_size=4), chosen=filters)
def test_any_writes_are_stepped_through(written: list[Batch], chosen: Filter) -> None:
    """The steps of a view are the revisions whose claim it held before or after them."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for batch in written:
            ledger.append(batch, actor="desk")
        expected = []
        for revision in ledger.since(0):
            before, after = (by_id(ledger, chosen, revision.rev - back) for back in (1, 0))
            if revision.record == "claim" and revision.record_id in {**before, **after}:
                then = by_id(ledger, Filter(), revision.rev - 1).get(revision.record_id)
                expected.append((revision, then, revision.as_record()))
        found = [(step.revision, step.before, step.after) for step in ledger.steps(chosen)]
        assert found == expected[::-1]

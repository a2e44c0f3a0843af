"""What changed in a view: counted, figure by figure, and states that the day changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claims.ledger import Filter, Ledger, Turn
from claims.records import Withdrawal
from claims.since import Field, entries, since
from claims.since import view as view_of
from tests.factories import (
    base,
    changed,
    claim,
    indicator,
    party,
    quantity_in,
    source,
    stating,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.records import Indicator
    from claims.since import Since

DAY = date(2021, 8, 1)
FIVE = stating("at least five")
LEVEL = {"period": "2021-07-27", "indicator": "troops"}
TROOPS = claim("2,500 troops", **LEVEL, quantity=quantity_in("2,500", "troops"))
GONE = Withdrawal(on="2021-08-01", by="IRNA", reason="retracted")
KILLED = Filter(indicator=("khuzestan-killed",))


def level() -> Indicator:
    """Make a level that is stale after a month."""
    return indicator("troops", title="Troops", basis="level", baseline=None, shelf_life="P30D")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a ledger with two indicators and a claim under each: revisions 1 to 7."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        opened.append([*base(), level(), FIVE, TROOPS], actor="desk", reason="first load")
        yield opened


def changed_since(ledger: Ledger, chosen: Filter, then: date = DAY, now: date = DAY) -> Since:
    """Return what changed since the first load."""
    return since(ledger, chosen, (7, then), (ledger.head.rev, now))


def test_nothing_changed_is_said(ledger: Ledger) -> None:
    """A view whose claims and states are as they were says so and lists nothing."""
    found = changed_since(ledger, Filter())
    assert found.in_words() == "nothing in this view has changed since"
    assert (found.others_in_words(), found.states_in_words(), bool(found)) == ("", "", False)


def test_a_figure_is_told_before_and_after(ledger: Ledger) -> None:
    """A revised figure keeps its hedges on either side of the arrow."""
    ledger.append([changed(FIVE, quantity=quantity_in("at least eight"))], actor="ana")
    found = changed_since(ledger, KILLED)
    (one,) = found.differences
    assert (found.in_words(), one.turn) == ("1 revised", Turn.REVISED)
    assert one.subject == "at least eight deaths, IRNA"
    assert one.in_words() == (
        "figure: at least five → at least eight; as stated: “at least five” → “at least eight”; "
        "bounds: 5 or more → 8 or more"
    )
    assert [step.actor for step in one.revisions] == ["ana"]


def test_three_edits_are_counted_by_what_they_did(ledger: Ledger) -> None:
    """Revised, withdrawn and added are told in this order, each with its number."""
    ledger.append([changed(FIVE, withdrawn=GONE), changed(TROOPS, note="checked")], actor="ana")
    ledger.append([stating("nine"), stating("ten")], actor="ana")
    found = changed_since(ledger, Filter())
    assert found.in_words() == "1 revised, 1 withdrawn, 2 added"
    told = [(one.turn, one.indicator, one.in_words()) for one in found.differences]
    assert told == [
        (Turn.ADDED, "khuzestan-killed", ""),
        (Turn.ADDED, "khuzestan-killed", ""),
        (
            Turn.WITHDRAWN,
            "khuzestan-killed",
            "withdrawn: no → on 1 August 2021 by IRNA: retracted",
        ),
        (Turn.REVISED, "troops", "note: none → checked"),
    ]
    assert {k: len(v) for k, v in found.by_indicator().items()} == {
        "khuzestan-killed": 3,
        "troops": 1,
    }


def test_a_claim_that_moved_is_told_from_a_new_one(ledger: Ledger) -> None:
    """It left the one indicator and came into the other, with the figure it had."""
    ledger.append([changed(FIVE, indicator="troops")], actor="ana")
    left = changed_since(ledger, KILLED)
    came = changed_since(ledger, Filter(indicator=("troops",)))
    assert left.in_words() == "1 no longer in this view"
    assert came.in_words() == "1 now in this view"
    title = "People killed in the Khuzestan protests"
    assert left.differences[0].in_words() == f"indicator: {title} → Troops"


def test_a_renamed_party_is_counted_apart(ledger: Ledger) -> None:
    """The claims did not change, and the reader is told who is called otherwise now."""
    ledger.append([party(name="Islamic Republic News Agency"), source(note="seen")], actor="ana")
    found = changed_since(ledger, KILLED)
    assert (found.in_words(), found.differences) == ("nothing in this view has changed since", ())
    assert found.others_in_words() == "1 party and 1 source"
    assert found.others[0].in_words() == "name: IRNA → Islamic Republic News Agency"
    assert bool(found)


def test_a_claim_that_came_to_be_contested_is_told(ledger: Ledger) -> None:
    """A new claim that cannot be true together with an old one changes the old one's state."""
    ledger.append([stating("three", claimant="arab-news", chain=("arab-news",))], actor="ana")
    found = changed_since(ledger, KILLED)
    assert (found.in_words(), found.states_in_words()) == ("1 added", "1 is now contested")
    assert [(one.claim, one.in_words()) for one in found.states] == [(FIVE, "is now contested")]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (date(2021, 8, 26), ""),
        (date(2021, 8, 27), "1 has become stale"),
        (date(2022, 8, 26), "1 has become stale"),
    ],
)
def test_a_figure_becomes_stale_by_the_day_alone(ledger: Ledger, now: date, expected: str) -> None:
    """With the ledger as it was, the day after the shelf life makes the difference."""
    found = changed_since(ledger, Filter(), now=now)
    assert (found.in_words(), found.states_in_words()) == (
        "nothing in this view has changed since",
        expected,
    )


def test_a_revised_claim_is_no_state_that_changed_by_itself(ledger: Ledger) -> None:
    """States are told of claims that are as they were; a revised one is told already."""
    ledger.append([changed(TROOPS, note="checked")], actor="ana")
    found = changed_since(ledger, Filter(), now=date(2022, 1, 1))
    assert (found.in_words(), found.states_in_words()) == ("1 revised", "")


def test_states_are_left_out_of_a_large_view(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are too many claims to compare, that is said rather than nothing."""
    monkeypatch.setattr(view_of, "MOST_STATES", 2)
    assert not changed_since(ledger, Filter()).states_left_out
    ledger.append([stating("nine")], actor="ana")
    found = changed_since(ledger, Filter())
    assert found.states_left_out
    assert found.states_in_words().startswith("States are compared for 2 claims at most")


def test_fewer_differences_may_be_listed_than_are_counted(ledger: Ledger) -> None:
    """The list is cut, the sentence is not; records at hand are taken as they are."""
    ledger.append([changed(FIVE, note="a"), changed(TROOPS, note="b")], actor="ana")
    moments = (7, DAY), (9, DAY)
    found = since(ledger, Filter(), *moments, records=ledger.context(), limit=1)
    assert (len(found.differences), found.in_words()) == (1, "2 revised")
    assert found == since(ledger, Filter(), *moments, limit=1)


def test_entries_tell_each_revision(ledger: Ledger) -> None:
    """The newest comes first, with what it changed, who made it and why."""
    eight = changed(FIVE, quantity=quantity_in("at least eight"), statement="At least eight died.")
    ledger.append([eight], actor="ana", reason="a later count")
    ledger.append([changed(eight, withdrawn=GONE)], actor="ben")
    withdrawn, revised, added = entries(ledger, KILLED)
    assert (withdrawn.title, withdrawn.actor, withdrawn.reason, withdrawn.rev) == (
        "Withdrawn: at least eight deaths, IRNA [withdrawn]",
        "ben",
        "",
        9,
    )
    assert revised.title == "Revised: at least eight deaths, IRNA"
    assert revised.sentence.startswith("At least eight died, according to IRNA")
    assert revised.fields[0] == Field("figure", "at least five", "at least eight")
    assert (added.title, added.fields) == ("Added: at least five deaths, IRNA", ())
    assert added.reason == "first load"
    assert entries(ledger, KILLED, rev=8) == (revised, added)
    assert entries(ledger, KILLED, limit=1, records=ledger.context()) == (withdrawn,)

"""Which figures may stand on one axis, which may not, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.guard import MOST, Panel, panels, refusal, starts
from claims.hedges import Hedge
from claims.vocabulary import Basis, Kind
from tests import factories, starter

if TYPE_CHECKING:
    from claims.records import Claim, Indicator

TROOPS: dict[str, Any] = {"unit": "troops", "kind": Kind.TROOP_COUNT, "basis": Basis.LEVEL}


def _indicator(name: str, **fields: Any) -> Indicator:
    """Make an indicator whose title is its id in capitals."""
    return factories.indicator(name, **{"title": name.upper()} | fields)


def _claim(indicator: Indicator, number: int = 0, **fields: Any) -> Claim:
    quantity = factories.quantity(5 + number, Hedge.EXACT, indicator.unit)
    defaults: dict[str, Any] = {"id": f"{indicator.id}-{number}", "quantity": quantity}
    defaults |= {"indicator": indicator.id}
    return factories.claim(**defaults | fields)


def _panels(*indicators: Indicator, planned: tuple[str, ...] = ()) -> tuple[Panel, ...]:
    """Return the panels of indicators with a figure each, the first one with two."""
    claims = [_claim(i, planned=i.id in planned) for i in indicators]
    return panels(indicators, [*claims, _claim(indicators[0], 1)])


ONE = _indicator("one")
APART: list[tuple[dict[str, Any], str]] = [
    # the same thing, though it counts other people, or at another place
    ({}, ""),
    ({"includes": "protesters killed"}, ""),
    ({"excludes": "police"}, ""),
    ({"place": "Khuzestan"}, ""),
    ({"country": "IQ"}, ""),
    ({"broader": "one"}, ""),
    ({"shelf_life": "P6M"}, ""),
    ({"baseline": "2021-07-15/2021-07-15"}, ""),
    # another thing, or counted in another way
    ({"unit": "wounded"}, "wounded are not deaths"),
    ({"kind": Kind.DETENTION}, "one counts under “detention”, the other under “casualty figure”"),
    ({"basis": Basis.EVENT, "baseline": None}, "a count of one event is not a running total"),
    ({"basis": Basis.LEVEL, "baseline": None}, "a number at one time is not a running total"),
    ({"basis": Basis.INTERVAL}, "a count within an interval is not a running total"),
    (
        {"baseline": "2021-07-16"},
        "a running total from 16 July 2021 is not one from 15 July 2021",
    ),
    (
        {"baseline": "2021-07"},
        "a running total from July 2021 is not one from 15 July 2021",
    ),
    (
        {"baseline": "2021-07-15~"},
        "a running total from about 15 July 2021 is not one from 15 July 2021",
    ),
    ({"baseline": None}, "a running total is not one from 15 July 2021"),
    (TROOPS, "troops are not deaths; a number at one time is not a running total"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "reason"), APART)
def test_what_differs_in_more_than_scope_stands_apart(fields: dict[str, Any], reason: str) -> None:
    """Unit, kind, basis and baseline split; whom a number counts and where does not."""
    found = _panels(ONE, _indicator("two", **fields))
    assert [panel.reason for panel in found] == (["", reason] if reason else [""])
    assert [panel.indicators for panel in found] == (
        [("one",), ("two",)] if reason else [("one", "two")]
    )


def test_intervals_of_different_length_stand_apart() -> None:
    """For a count within an interval the baseline is the interval."""
    third = _indicator("third", basis=Basis.INTERVAL, baseline="2021-07/2021-09")
    fourth = _indicator("fourth", basis=Basis.INTERVAL, baseline="2021-10/2021-12")
    quarters = "October 2021 to December 2021", "July 2021 to September 2021"
    reasons = [panel.reason for panel in _panels(third, fourth)]
    assert reasons == ["", "a count within an interval of {} is not one of {}".format(*quarters)]


def test_a_total_with_a_baseline_is_not_one_without() -> None:
    """Where it is the first one that names no day, the sentence says that."""
    bare = _indicator("bare", baseline=None)
    second = _panels(bare, ONE)[1]
    assert second.reason == "a running total from 15 July 2021 is not one without a baseline"


def test_plans_stand_apart_from_what_was_observed() -> None:
    """A cap and a headcount are not drawn together, not even under one indicator."""
    claims = [_claim(ONE), _claim(ONE, 1, planned=True), _claim(ONE, 2, planned=True)]
    observed, planned = panels([ONE], claims)
    assert (observed.title, observed.planned, observed.claims) == ("ONE", False, ("one-0",))
    assert (planned.title, planned.planned) == ("ONE: plans", True)
    assert planned.reason == "plans are not drawn with what was observed"


def test_plans_alone_stand_apart_from_nothing() -> None:
    """Where all is planned there is one panel, and no reason."""
    only = panels([ONE], [_claim(ONE, planned=True)])
    assert [(panel.reason, panel.planned) for panel in only] == [("", True)]


def test_plans_of_another_unit_differ_twice() -> None:
    """Every difference from the first panel is said."""
    last = _panels(ONE, _indicator("two", unit="wounded"), planned=("two",))[-1]
    assert last.reason == "wounded are not deaths; plans are not drawn with what was observed"


def test_a_figure_in_another_unit_than_its_indicator_stands_apart() -> None:
    """What is drawn is the figure: 5 thousand and 5 must not share an axis."""
    odd = _claim(ONE, 1, quantity=factories.quantity(5, Hedge.EXACT, "thousands"))
    assert [panel.unit for panel in panels([ONE], [_claim(ONE), odd])] == ["deaths", "thousands"]


@pytest.mark.parametrize("quantity", [None, factories.quantity(None, Hedge.NOT_STATED)])
def test_a_claim_without_a_number_stands_in_no_panel(quantity: Any) -> None:
    """There is nothing to draw; an indicator of such claims alone has no panel."""
    two = _indicator("two")
    found = panels([ONE, two], [_claim(ONE), _claim(two, quantity=quantity)])
    assert [panel.indicators for panel in found] == [("one",)]


def test_claims_of_other_indicators_are_left_out() -> None:
    """Only what was chosen is drawn."""
    found = panels([ONE], [_claim(ONE), _claim(_indicator("two")), factories.claim(indicator=None)])
    assert [panel.claims for panel in found] == [("one-0",)]


def test_the_order_does_not_depend_on_the_order_given() -> None:
    """The axis with the most figures comes first, plans last, whatever was chosen first."""
    two = _indicator("two", unit="wounded")
    claims = [_claim(ONE), _claim(two), _claim(two, 1), _claim(two, 2, planned=True)]
    claims += [_claim(two, 3, planned=True), _claim(two, 4, planned=True)]
    found = panels([ONE, two], claims)
    assert [panel.title for panel in found] == ["TWO", "ONE", "TWO: plans"]
    assert panels([two, ONE], claims[::-1]) == found


# What is said where scopes differ


def test_one_indicator_needs_no_notes() -> None:
    """There is nothing to tell apart."""
    assert [panel.notes for panel in panels([ONE], [_claim(ONE)])] == [()]


def test_each_series_says_what_it_counts() -> None:
    """The title says what all of them count; the places are named where they differ."""
    east = _indicator("east", place="the east", includes="people killed.", excludes="police")
    west = _indicator("west", place="the west", includes="protesters killed")
    (panel,) = _panels(east, west)
    assert panel.title == "Deaths, running total from 15 July 2021"
    assert panel.notes == (
        "“EAST” (the east) counts: people killed. It does not count: police.",
        "“WEST” (the west) counts: protesters killed.",
    )


def test_a_place_is_not_repeated_where_it_is_one() -> None:
    """Two indicators of one place differ in what they count alone."""
    (panel,) = _panels(_indicator("all", place="Iraq"), _indicator("some", place="Iraq"))
    assert all("Iraq" not in note for note in panel.notes)


PARTS: list[tuple[dict[str, str | None], list[str]]] = [
    ({"a": None, "b": None, "c": None}, []),
    ({"a": "b", "b": None, "c": None}, ["“A” is a part of “B”."]),
    (
        {"a": "b", "b": "c", "c": None},
        ["“A” is a part of “B”.", "“A” is a part of “C”.", "“B” is a part of “C”."],
    ),
    ({"a": "elsewhere", "b": "elsewhere", "c": None}, []),
    ({"a": "b", "b": "a", "c": None}, ["“A” is a part of “B”.", "“B” is a part of “A”."]),
]


@pytest.mark.parametrize(("broader", "notes"), PARTS)
def test_a_part_is_said_to_be_one(broader: dict[str, str | None], notes: list[str]) -> None:
    """Nobody should add a part to its whole; a circle in the records ends somewhere."""
    (panel,) = _panels(*(_indicator(name, broader=whole) for name, whole in broader.items()))
    assert [note for note in panel.notes if "part of" in note] == notes


def test_a_whole_on_another_axis_is_not_named() -> None:
    """The note is about what stands on this axis."""
    wounded = _indicator("wounded", unit="wounded")
    found = _panels(wounded, _indicator("part", broader="wounded"), _indicator("other"))
    assert not any("part of" in note for panel in found for note in panel.notes)


# What is refused, and what is offered

REFUSED: list[tuple[int, int, str]] = [
    (0, 0, "Choose two to four indicators, or one indicator and two to four claimants."),
    (0, 2, "Claimants are compared under an indicator: choose one or more."),
    (1, 0, "“I0” alone: choose another indicator beside it, or two to four claimants."),
    (1, 1, "“I0” alone: choose another indicator beside it, or two to four claimants."),
    (1, 2, ""),
    (1, MOST, ""),
    (1, 5, "No more than four claimants are read side by side; 5 are chosen."),
    (2, 0, ""),
    (2, 1, ""),
    (MOST, MOST, ""),
    (5, 0, "No more than four indicators are read side by side; 5 are chosen."),
]


@pytest.mark.parametrize(("questions", "people", "sentence"), REFUSED)
def test_what_cannot_be_read_side_by_side_is_refused(
    questions: int, people: int, sentence: str
) -> None:
    """Nothing beside nothing, one thing alone, and more than four are refused with the reason."""
    indicators = [_indicator(f"i{number}") for number in range(questions)]
    assert refusal(indicators, [f"p{number}" for number in range(people)]) == sentence


def test_one_indicator_twice_is_one() -> None:
    """An indicator is not compared with itself, nor a claimant."""
    assert refusal([ONE, ONE], ["irna", "irna"]).startswith("“ONE” alone")


def test_pairs_to_start_with_share_an_axis() -> None:
    """Parts and wholes come first, then one place, then the rest; none without claims."""
    part = _indicator("part", broader="one", place="a")
    beside, far = _indicator("beside", place="a"), _indicator("far", place="b")
    other, empty = _indicator("other", unit="wounded"), _indicator("empty")
    counts = {"one": 9, "part": 1, "beside": 5, "far": 8, "other": 9}
    every = [ONE, part, beside, far, other, empty]
    found = [(a.id, b.id) for a, b in starts(every, counts, 9)]
    assert found[:3] == [("one", "part"), ("beside", "part"), ("one", "far")]
    assert {name for pair in found for name in pair} == {"one", "part", "beside", "far"}
    assert starts(every[::-1], counts, 9) == starts(every, counts, 9)
    assert len(starts(every, counts, 2)) == 2


def test_pairs_can_be_asked_for_one_indicator() -> None:
    """Somebody who has chosen one is offered what goes with it, and stands first in the pair."""
    counts = {"one": 1, "two": 9, "three": 9}
    found = starts([ONE, _indicator("two"), _indicator("three")], counts, 9, chosen="one")
    assert [(a.id, b.id) for a, b in found] == [("one", "three"), ("one", "two")]
    assert starts([ONE], counts, 9, chosen="gone") == ()


def test_the_attacks_in_iraq_stand_on_three_axes() -> None:
    """The real tallies of 2021 share a baseline; since the inauguration is another one."""
    names = [
        "attacks-us-interests-iraq-2021",
        "attacks-us-interests-iraq-since-biden",
        "drone-attacks-us-interests-iraq-2021",
        "attacks-us-interests-iraq-syria-2023-q4",
    ]
    claims = [claim for name in names for claim in starter.claims(name)]
    found = panels([starter.indicator(name) for name in names], claims)
    assert [panel.indicators for panel in found] == [(names[0], names[2]), (names[1],), (names[3],)]
    assert found[1].reason == (
        "a running total from 20 January 2021 is not one from 1 January 2021"
    )
    assert any("is a part of" in note for note in found[0].notes)

"""Rivals: how claims part into groups, what fits several, and what explains a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.analysis.rivals import explanations, part, reasons, widened
from claims.analysis.voices import Ends, Voice, common
from claims.records import Explanation
from claims.vocabulary import Basis, Difference
from tests import factories, strategies

if TYPE_CHECKING:
    from claims.hedges import Bounds
    from claims.records import Claim


def voice(claim: Claim) -> Voice:
    """Return what a claim says, its claimant being its origin."""
    assert claim.quantity is not None
    says, widened_to = Ends.of(claim.quantity.bounds), Ends.of(claim.quantity.unrounded)
    return Voice(claim, (True, claim.claimant), says, widened_to)


def voices(said: str, unit: str = "deaths") -> list[Voice]:
    """Return what claims say, written `irna: five, fars: at least six`."""
    found = []
    for one in said.split(", "):
        who, words = one.split(": ")
        quantity = factories.quantity_in(words, unit)
        found.append(voice(factories.stating(words, claimant=who, quantity=quantity)))
    return found


def written(group: list[Voice]) -> str:
    """Write a group as it is written in the tables."""
    ordered = sorted(group, key=lambda v: (v.claim.claimant, v.says))
    words = [
        f"{v.claim.claimant}: {v.claim.quantity.as_stated}" for v in ordered if v.claim.quantity
    ]
    return ", ".join(words)


# What is said, the rival groups, and what fits more than one of them.
PARTED: list[tuple[str, list[str], str]] = [
    ("a: five", ["a: five"], ""),
    ("a: five, b: at least five", ["a: five, b: at least five"], ""),
    ("a: five, b: six", ["a: five", "b: six"], ""),
    ("a: five, b: 10, c: at least four", ["a: five", "b: 10"], "c: at least four"),
    ("a: five, b: 10, c: at least six", ["a: five", "b: 10, c: at least six"], ""),
    ("a: five, b: 10, c: up to nine", ["a: five, c: up to nine", "b: 10"], ""),
    ("a: five, b: 10, c: up to 10", ["a: five", "b: 10"], "c: up to 10"),
    ("a: five, a: at least five, b: 10", ["a: five, a: at least five", "b: 10"], ""),
    ("a: five, b: 10, b: at least five", ["a: five", "b: at least five, b: 10"], ""),
    ("a: five, b: 10, c: 20, c: at least five",
     ["a: five", "b: 10", "c: at least five, c: 20"], ""),
    ("a: five, a: 10, a: at least five", ["a: five", "a: 10"], "a: at least five"),
    ("a: five, b: 10, c: 20, d: between 4 and 12", ["a: five", "b: 10", "c: 20"],
     "d: between 4 and 12"),
    ("a: at least 10, b: up to nine", ["b: up to nine", "a: at least 10"], ""),
    ("a: 170,000, b: 168,000", ["a: 170,000, b: 168,000"], ""),
    ("a: 150,000, b: 192,000", ["a: 150,000", "b: 192,000"], ""),
    ("a: 170,000, b: 168,000, c: 192,000", ["a: 170,000, b: 168,000", "c: 192,000"], ""),
]  # fmt: skip


@pytest.mark.parametrize(("said", "groups", "fits"), PARTED)
def test_claims_part_where_no_number_satisfies_both(
    said: str, groups: list[str], fits: str
) -> None:
    """The lowest end makes a group; what fits two stands apart, but for its own origin's."""
    for given_order in (voices(said), voices(said)[::-1]):
        rivals, loose = part(given_order)
        assert [written(group) for group in rivals] == groups
        assert written(loose) == fits


def test_an_end_that_is_not_itself_allowed_does_not_meet_the_same_number() -> None:
    """Fewer than two years and two years are rivals; at most two and two are not."""
    assert len(part(voices("a: fewer than two, b: two", "years"))[0]) == 2
    assert len(part(voices("a: up to two, b: two", "years"))[0]) == 1
    assert len(part(voices("a: more than two, b: two", "years"))[0]) == 2


def test_nothing_said_makes_no_groups() -> None:
    """Where nobody speaks nobody contradicts anybody."""
    assert part([]) == ([], [])


BOUNDED = st.lists(strategies.bounds, min_size=1, max_size=8)


@given(BOUNDED)
def test_groups_are_what_bounds_that_meet_make(drawn: list[Bounds]) -> None:
    """No claim is lost, each group has a number in common, and no two groups have the same."""
    every = [
        Voice(factories.claim(f"quote {n}"), (True, str(n)), Ends.of(bounds), Ends.of(bounds))
        for n, bounds in enumerate(drawn)
    ]
    groups, fits = part(every)
    placed = [v.claim.id for group in (*groups, fits) for v in group]
    assert sorted(placed) == sorted(v.claim.id for v in every)
    shared = [widened(group) for group in groups]
    assert not any(a.meet(b) for n, a in enumerate(shared) for b in shared[n + 1 :])
    all_meet = all(a.meets(b) for a in drawn for b in drawn)
    assert (len(groups) == 1) == all_meet


@given(st.lists(strategies.bounds, min_size=2, max_size=8))
def test_what_is_common_is_what_repeated_overlap_leaves(drawn: list[Bounds]) -> None:
    """The ends are the same as those that the bounds themselves find, two at a time."""
    left: Bounds | None = drawn[0]
    for bounds in drawn[1:]:
        left = left.overlap(bounds) if left else None
    found = common(map(Ends.of, drawn))
    assert (found and found.bounds) == left


FIVE = factories.stating("five", claimant="irna")
EIGHT = factories.stating("eight", claimant="hrana")
LATER = factories.stating("eight", claimant="hrana", period="2021-08-15")


def explaining(why: Difference, other: Claim = EIGHT) -> Claim:
    """Return the five of IRNA with an explanation of how it differs."""
    return factories.changed(FIVE, explained=(Explanation(claim=other.id, why=why, by="desk"),))


# Why, recorded on the five; what explains that five and eight differ.
EXPLAINED: list[tuple[Difference, tuple[Difference, ...]]] = [
    (why, (why,)) for why in Difference if why is not Difference.ERROR
]
EXPLAINED += [(Difference.ERROR, ())]


@pytest.mark.parametrize(("why", "expected"), EXPLAINED)
def test_an_explanation_lets_two_figures_stand_save_an_error(
    why: Difference, expected: tuple[Difference, ...]
) -> None:
    """A ceiling beside a headcount is explained; a slip of the pen stays a contradiction."""
    mine = explaining(why)
    groups, _ = part([voice(mine), voice(EIGHT)])
    assert reasons(groups, explanations([mine, EIGHT]), Basis.TALLY) == expected


def test_every_contradiction_must_be_explained() -> None:
    """Of three that differ one pair explained is not enough; a reprint needs no second one."""
    mine = explaining(Difference.METHOD)
    reprint = factories.changed(EIGHT, id="reprint", chain=("hrana", "trt-world"))
    groups, _ = part([voice(mine), voice(EIGHT), voice(reprint)])
    assert reasons(groups, explanations([mine, EIGHT, reprint]), Basis.TALLY) == (
        Difference.METHOD,
    )
    twenty = voice(factories.stating("20", claimant="ohchr"))
    groups, _ = part([voice(mine), voice(EIGHT), twenty])
    assert reasons(groups, explanations([mine, EIGHT]), Basis.TALLY) == ()


def test_what_two_claims_of_rival_groups_both_allow_needs_no_explanation() -> None:
    """Four to nine and at least eight can both be true, though each stands with a rival."""
    ten = factories.stating("10", claimant="ohchr")
    floor = factories.stating("at least eight", claimant="hrana")
    why = [Explanation(claim=other.id, why=Difference.SCOPE, by="desk") for other in (ten, floor)]
    five = factories.stating("five", claimant="irna", explained=why)
    some = factories.stating("between 4 and 9", claimant="fars", explained=why[:1])
    groups, fits = part(map(voice, (five, some, floor, ten)))
    assert ([len(group) for group in groups], fits) == ([2, 2], [])
    known = explanations([five, some, floor, ten])
    assert reasons(groups, known, Basis.TALLY) == (Difference.SCOPE,)


def test_levels_of_other_times_contradict_nobody() -> None:
    """A level may change within the year that is asked about; a running total may not fall."""
    groups, _ = part([voice(FIVE), voice(LATER)])
    assert reasons(groups, {}, Basis.LEVEL) == (Difference.TIME,)
    assert reasons(groups, {}, Basis.TALLY) == ()
    same_time, _ = part([voice(FIVE), voice(EIGHT)])
    assert reasons(same_time, {}, Basis.LEVEL) == ()

"""What is kept of each kind of finding, and that it is said where more was found."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from claims.analysis.case import Case
from claims.analysis.contradictions import conflicts
from claims.analysis.findings import MOST_KEPT, Finding, FindingKind, unlisted
from claims.analysis.weigh import listed, weigh
from claims.vocabulary import Basis
from tests import factories

if TYPE_CHECKING:
    from claims.records import Claim

SLIP, CONFLICT, MORE = FindingKind.DIGIT_SLIP, FindingKind.CONFLICT, FindingKind.MORE
FIRST = date(2021, 1, 1)


def found(kind: FindingKind, number: int) -> list[Finding]:
    """Make findings of one kind, each of another day."""
    return [
        Finding(kind, "killed", (f"c-{n:03}",), (), "a reason", day=FIRST + timedelta(days=n))
        for n in range(number)
    ]


# How many slips and conflicts are found, how many of each are listed, and what more is said.
KEPT: list[tuple[int, int, tuple[int, int], str]] = [
    (0, 0, (0, 0), ""),
    (0, 1, (0, 1), ""),
    (100, 100, (100, 100), ""),
    (101, 1, (100, 1), "“digit slip” was found 101 times, the newest 100 are listed"),
    (214, 1_204, (100, 100),
     ("“digit slip” was found 214 times, the newest 100 are listed; "
      "“conflict” was found 1,204 times, the newest 100 are listed")),
]  # fmt: skip


@pytest.mark.parametrize(("slips", "others", "listed_of_each", "more"), KEPT)
def test_no_kind_pushes_out_another(
    slips: int, others: int, listed_of_each: tuple[int, int], more: str
) -> None:
    """The newest hundred of each kind are kept, and one finding says of which there are more."""
    kept = listed([*found(CONFLICT, others), *found(SLIP, slips)], "killed")
    for kind, number, total in (
        (SLIP, listed_of_each[0], slips),
        (CONFLICT, listed_of_each[1], others),
    ):
        days = [one.day for one in kept if one.kind is kind]
        assert days == [FIRST + timedelta(days=total - 1 - n) for n in range(number)]
    assert [(one.reason, one.indicator) for one in kept if one.kind is MORE] == (
        [(more, "killed")] if more else []
    )
    assert [one.kind for one in kept] == sorted(
        (one.kind for one in kept), key=list(FindingKind).index
    )


def test_what_a_rule_did_not_word_itself_is_said_in_the_same_finding() -> None:
    """The numbers that a rule found and those found here stand in one sentence."""
    told = unlisted(CONFLICT, 1_204, "killed")
    kept = listed([told, *found(CONFLICT, MOST_KEPT), *found(SLIP, 101)], "killed")
    assert kept[-1].kind is MORE
    assert kept[-1].reason == (
        "“conflict” was found 1,204 times, the newest 100 are listed; "
        "“digit slip” was found 101 times, the newest 100 are listed"
    )
    assert len(kept) == 2 * MOST_KEPT + 1


def offices(number: int) -> tuple[Claim, ...]:
    """Make running totals of one day by so many offices, no two of which can be true."""
    return tuple(
        factories.stating(f"{101 + 2 * n}", claimant=f"office-{n}", said_on=None)
        for n in range(number)
    )


@pytest.mark.parametrize(("number", "pairs"), [(14, 91), (15, 105)])
def test_how_many_contradictions_there_are_is_said_though_not_all_are_worded(
    number: int, pairs: int
) -> None:
    """Of 105 pairs 100 are worded, and the number that was found reaches the list."""
    case = Case(factories.indicator(basis=Basis.TALLY), offices(number), factories.together())
    kinds = [one.kind for one in conflicts(case)]
    assert kinds.count(CONFLICT) == min(pairs, MOST_KEPT)
    more = [one.reason for one in weigh(case).findings if one.kind is MORE]
    said = f"“conflict” was found {pairs} times, the newest 100 are listed"
    assert more == [said] * (pairs > MOST_KEPT)

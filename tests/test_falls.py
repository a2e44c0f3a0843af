"""Totals that fall: one finding a fall, and a claimant's own floors that are lowered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.case import Case
from claims.analysis.contradictions import conflicts
from claims.analysis.falls import floors_that_fall
from claims.analysis.findings import FindingKind
from claims.collection import Collection
from claims.periods import parse
from claims.records import Review, Withdrawal
from claims.vocabulary import Basis, ReviewState
from tests.factories import base, claim, evidence, indicator, party, quantity_in

if TYPE_CHECKING:
    from claims.analysis.findings import Finding
    from claims.records import Claim


def total(day: int, words: str, claimant: str = "irna", **fields: object) -> Claim:
    """Make a running total by a day of July."""
    when = f"2021-07-{day:02}"
    told: dict[str, Any] = {
        "period": f"2021-07-15/{when}",
        "said_on": when,
        "claimant": claimant,
        "chain": (claimant, "arab-news"),
        "quantity": quantity_in(words),
        "evidence": (evidence(words),),
    }
    return claim(words, **told | fields)


def series(*words: str, claimant: str = "irna") -> list[Claim]:
    """Make the totals of one claimant, a day after another."""
    made = enumerate(words, 16)
    return [total(day, said, claimant, id=f"c-{claimant}-{day}") for day, said in made if said]


def found(claims: list[Claim], basis: Basis = Basis.TALLY) -> list[Finding]:
    """Return what is raised of totals that fall."""
    records = Collection.of_records([*base(), party("fars", name="Fars")])
    case = Case(indicator(basis=basis), tuple(claims), records)
    every = [*conflicts(case), *floors_that_fall(case)]
    kinds = {FindingKind.FALLING, FindingKind.LOWERED}
    return [one for one in every if one.kind in kinds]


FALLS = [
    # totals a day after another, the kind, and the figures of each fall
    (("37", "31", "32", "36", "38"), FindingKind.FALLING, [("31", "37", "32", "36")]),
    (("37", "31", "41", "33"), FindingKind.FALLING, [("33", "41"), ("31", "37")]),
    (("37", "38", "38"), FindingKind.FALLING, []),
    (("at least 37", "at least 31", "at least 33", "at least 38"), FindingKind.LOWERED,
     [("at least 31", "at least 37", "at least 33")]),
    (("at least 37", "at least 31", "at least 41", "at least 40"), FindingKind.LOWERED,
     [("at least 31", "at least 37"), ("at least 40", "at least 41")]),
    (("at least 37", "at least 37", "at least 41"), FindingKind.LOWERED, []),
    (("at least 37", "31"), FindingKind.FALLING, [("31", "at least 37")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "falls"), FALLS)
def test_each_fall_is_raised_once(
    words: tuple[str, ...], kind: FindingKind, falls: list[tuple[str, ...]]
) -> None:
    """However many days a total takes to grow back; the first low one comes first."""
    raised = found(series(*words))
    assert {one.kind for one in raised} <= {kind}
    assert sorted(one.figures for one in raised) == sorted(falls)


def test_a_fall_says_how_long_it_lasted() -> None:
    """The reason names the first low total, the higher one, and the last that is still below."""
    (fall,) = found(series("37", "31", "32", "36", "38"))
    assert fall.reason.endswith(
        "31 by 17 July 2021 is below the 37 by 16 July 2021; "
        "so are two later totals, the last 36 by 19 July 2021"
    )
    (lowered,) = found(series("at least 37", "at least 31"))
    assert lowered.reason == (
        "IRNA: at least 31 by 17 July 2021 is less than its own at least 37 by 16 July 2021"
    )


def test_another_claimants_lower_floor_is_no_fall() -> None:
    """Each counts what it can show."""
    assert found([*series("at least 37"), *series("", "at least 31", claimant="fars")]) == []


HIGH = total(16, "at least 37")
AGAIN: dict[str, Any] = {"said_on": "2021-07-18", "evidence": (evidence("31 again"),)}
# At least 31 by 17 July beside at least 37 by 16 July, with what is changed, and whether it fell.
FLOORS: list[tuple[str, dict[str, Any], Basis, bool]] = [
    ("one claimant through one page", {}, Basis.TALLY, True),
    ("another claimant", {"claimant": "fars"}, Basis.TALLY, False),
    ("through another page", {"chain": ("irna", "the-daily")}, Basis.TALLY, False),
    ("a plan", {"planned": True}, Basis.TALLY, False),
    ("withdrawn", {"withdrawn": Withdrawal(on=parse("2021-07-18"), by="IRNA", reason="a misprint")},
     Basis.TALLY, False),
    ("rejected", {"review": Review(state=ReviewState.REJECTED)}, Basis.TALLY, False),
    ("some day in July", {"period": "2021-07-15/2021-07"}, Basis.TALLY, False),
    ("on no known day", {"period": None}, Basis.TALLY, False),
    ("a level", {}, Basis.LEVEL, False),
    ("counts of an interval", {}, Basis.INTERVAL, False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "fields", "basis", "fell"), FLOORS)
def test_only_ones_own_floor_of_a_day_that_counts_can_fall(
    what: str, fields: dict[str, Any], basis: Basis, fell: bool
) -> None:
    """A lower floor of somebody else, of no day or of another kind takes nothing back."""
    raised = found([HIGH, total(17, "at least 31", **fields)], basis)
    assert [one.kind for one in raised] == [FindingKind.LOWERED] * fell, what


def test_a_floor_that_was_replaced_does_not_fall() -> None:
    """At least 31 by 17 July was put right to at least 38 the day after."""
    right = total(17, "at least 38", **AGAIN)
    assert found([HIGH, total(17, "at least 31"), right]) == []
    assert len(found([HIGH, total(17, "at least 31")])) == 1


def test_a_fall_is_one_for_each_page_that_prints_the_lower_totals() -> None:
    """IRNA's 31 and 32 on one page are one fall; its 33 on another page is another."""
    other = total(19, "33", chain=("irna", "the-daily"))
    raised = found([*series("37", "31", "32"), other])
    assert sorted(one.figures for one in raised) == [("31", "37", "32"), ("33", "37")]


@pytest.mark.parametrize("said_on", ["2021-07-30", None])
def test_whoever_gave_the_lower_total_is_named_first(said_on: str | None) -> None:
    """HRANA's 50 by the 16th may have been said last: it is IRNA's 40 and 42 that are below it."""
    fifty = total(16, "50", claimant="hrana", chain=("hrana", "dawn"), said_on=said_on)
    (fall,) = found([fifty, total(17, "40"), total(18, "42")])
    assert fall.reason.startswith("IRNA against hrana: 40 by 17 July 2021 is below the 50 by 16")
    assert fall.figures[:2] == ("40", "50")


@pytest.mark.parametrize("ids", [("c-a", "c-b"), ("c-b", "c-a")])
def test_two_floors_of_one_day_are_no_fall(ids: tuple[str, str]) -> None:
    """At least eight and at least five by one day: neither is earlier."""
    floors = [
        total(16, words, id=one)
        for one, words in zip(ids, ("at least eight", "at least five"), strict=True)
    ]
    assert found(floors) == []

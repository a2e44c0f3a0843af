"""Totals that fall: one finding a fall, and a claimant's own floors that are lowered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.case import Case
from claims.analysis.contradictions import conflicts
from claims.analysis.falls import floors_that_fall
from claims.analysis.findings import FindingKind
from claims.analysis.wording import same_figure_elsewhere
from claims.collection import Collection
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


def found(claims: list[Claim]) -> list[Finding]:
    """Return what is raised of totals that fall."""
    parties = [party("fars", name="Fars")]
    case = Case(indicator(), tuple(claims), Collection.of_records([*base(), *parties]))
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
        "31 by 17 July 2021 is below the 37 already counted by 16 July 2021; "
        "so are 2 later totals, the last 36 by 19 July 2021"
    )
    (lowered,) = found(series("at least 37", "at least 31"))
    assert lowered.reason == (
        "IRNA: at least 31 by 17 July 2021 is less than its own at least 37 by 16 July 2021"
    )


def test_another_claimants_lower_floor_is_no_fall() -> None:
    """Each counts what it can show."""
    assert found([*series("at least 37"), *series("", "at least 31", claimant="fars")]) == []


@pytest.mark.parametrize(
    ("before", "after", "raised"),
    [("4,455", "4,470", False), ("4,470", "4,480", True), ("4,455", "", True)],
)
def test_a_number_that_a_daily_total_passes_is_no_coincidence(
    before: str, after: str, raised: bool
) -> None:
    """It lies between the totals of the days around it; out of their order it may be a slip."""
    other = total(18, "4,460", indicator="shelters", id="c-shelters")
    questions = [indicator("shelters", title="Shelters built", unit="shelters")]
    records = Collection.of_records([*base(), *questions])
    case = Case(indicator(), tuple(series(before, "4,460", after)), records, elsewhere=(other,))
    assert bool(list(same_figure_elsewhere(case))) is raised

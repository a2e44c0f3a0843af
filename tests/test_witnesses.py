"""Witnesses: which claims speak about a time, and what each of them says about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.witnesses import listening, stretches, witnesses
from claims.hedges import Bounds, Hedge
from claims.periods import parse
from claims.quantities import Quantity
from claims.records import Review, Withdrawal
from claims.vocabulary import Basis, ReviewState
from tests import factories

if TYPE_CHECKING:
    from claims.analysis.witnesses import Witness
    from claims.records import Claim

LEVEL, TALLY, INTERVAL, EVENT = Basis.LEVEL, Basis.TALLY, Basis.INTERVAL, Basis.EVENT
RECORDS = factories.together()


def figure(who: str, words: str, period: str | None, said: str | None = None) -> Claim:
    """Make a claim of the number in the words by a party that a newspaper relays."""
    return factories.stating(
        words, claimant=who, chain=(who, "arab-news"), period=period, said_on=said
    )


def every(
    basis: Basis, *claims: Claim, life: str | None = "P1M", gone: frozenset[str] = frozenset()
) -> tuple[Witness, ...]:
    """Return the witnesses of claims under an indicator with a shelf life of a month."""
    indicator = factories.indicator(basis=basis, shelf_life=life)
    return witnesses(claims, indicator, RECORDS, gone)


def said(found: tuple[Witness, ...], basis: Basis, when: str) -> list[str]:
    """Return who says what about a time: `irna: 5 or more`."""
    voices = listening(found, basis)(parse(when))
    return sorted(f"{voice.who[1]}: {voice.says.bounds.in_words()}" for voice in voices)


# What is claimed (who, words, period, said on), the time that is asked about, who says what of it.
SPEAKING: list[tuple[Basis, list[tuple[Any, ...]], str, list[str]]] = [
    (LEVEL, [("irna", "five", "2021-07-10/2021-07-20")], "2021-07-10", ["irna: 5"]),
    (LEVEL, [("irna", "five", "2021-07-10/2021-07-20")], "2021-07-09", []),
    (LEVEL, [("irna", "five", "2021-07-10/2021-07-20")], "2021", ["irna: 5"]),
    (LEVEL, [("irna", "five", "2021-07-10/2021-07-20")], "2021-08-19", ["irna: 5"]),
    (LEVEL, [("irna", "five", "2021-07-10/2021-07-20")], "2021-08-20", []),
    (LEVEL, [("irna", "five", "2021-07-10/..")], "2031", ["irna: 5"]),
    (LEVEL, [("irna", "five", "../2021-07-10")], "1931", ["irna: 5"]),
    (LEVEL, [("irna", "five", "2021-07-10"), ("irna", "six", "2021-07-12")],
     "2021-07-14", ["irna: 6"]),
    (LEVEL, [("irna", "five", "2021-07-10"), ("irna", "six", "2021-07-10")],
     "2021-07-14", ["irna: 5", "irna: 6"]),
    (LEVEL, [("irna", "five", "2021-07-10"), ("fars", "at least five", "2021-07-12")],
     "2021-07-14", ["fars: 5 or more", "irna: 5"]),
    (LEVEL, [("irna", "five", "2021-07-10"), ("fars", "at least six", "2021-07-12")],
     "2021-07-14", ["fars: 6 or more"]),
    (LEVEL, [("irna", "five", "2021-07-10"), ("fars", "at least six", "2021-07-12")],
     "2021-07-11", ["irna: 5"]),
    (LEVEL, [("irna", "five", "2021-07-10"), ("fars", "six", "2021-07-10/2021-07-12")],
     "2021-07-11", ["fars: 6", "irna: 5"]),
    (LEVEL, [("irna", "five", "2021-07-10"), ("fars", "six", "2021-07-14")],
     "2021-07", ["fars: 6", "irna: 5"]),
    (LEVEL, [("irna", "five", "2021-06-10")], "2021-07", ["irna: 5"]),
    (LEVEL, [("irna", "five", "2021-06-10"), ("fars", "six", "2021-07-14")],
     "2021-07", ["fars: 6"]),
    (TALLY, [("irna", "at least five", "2021-07-27")], "2021-07-27", ["irna: 5 or more"]),
    (TALLY, [("irna", "five", "2021-07-27")], "2021-07-28", ["irna: 5 or more"]),
    (TALLY, [("irna", "five", "2021-07-27")], "2021-07-26", ["irna: 0 to 5"]),
    (TALLY, [("irna", "at least five", "2021-07-27")], "2021-07-26", []),
    (TALLY, [("irna", "up to five", "2021-07-27")], "2021-07-28", []),
    (TALLY, [("irna", "zero", "2021-07-27")], "2021-07-28", []),
    (TALLY, [("irna", "zero", "2021-07-27")], "2021-07-26", ["irna: 0"]),
    (TALLY, [("irna", "five", "2021-07")], "2021-07-31", []),
    (TALLY, [("irna", "five", "2021-07-27")], "2021-07", ["irna: 5 or more"]),
    (TALLY, [("irna", "four", "2021-07-23"), ("irna", "three", "2021-07-24")],
     "2021-07-27", ["irna: 3 or more"]),
    (TALLY, [("irna", "four", "2021-07-23"), ("irna", "up to nine", "2021-07-24")],
     "2021-07-27", ["irna: 4 or more"]),
    (TALLY, [("irna", "four", "2021-07-28"), ("irna", "seven", "2021-07-29")],
     "2021-07-27", ["irna: 0 to 4"]),
    (TALLY, [("irna", "four", "2021-07-23"), ("irna", "six", "2021-07-24"),
             ("irna", "nine", "2021-07-25"), ("fars", "two", "2021-07-22")],
     "2021-07-24", ["fars: 2 or more", "irna: 0 to 9", "irna: 4 or more", "irna: 6"]),
    (INTERVAL, [("irna", "five", "2021"), ("fars", "two", "2021-07")], "2021", ["irna: 5"]),
    (INTERVAL, [("irna", "five", "2021"), ("fars", "two", "2021-07")], "2021-07", ["fars: 2"]),
    (INTERVAL, [("irna", "five", "2021"), ("fars", "two", "2021-07")], "2021-07-03", ["fars: 2"]),
    (INTERVAL, [("irna", "five", "2021"), ("fars", "two", "2021-07")], "2021-08", ["irna: 5"]),
    (INTERVAL, [("irna", "five", "2021"), ("fars", "six", "2021-01-01/2021-12-31")],
     "2021", ["fars: 6", "irna: 5"]),
    (INTERVAL, [("irna", "five", "2021-07")], "2021", []),
    (EVENT, [("irna", "five", "2021-07-19", "2021-07-20")], "2021-07-20", ["irna: 5"]),
    (EVENT, [("irna", "five", "2021-07-19", "2021-07-20")], "2021-07-19", []),
    (EVENT, [("irna", "five", "2021-07-19", "2021-07")], "2021-07-01", ["irna: 5"]),
    (EVENT, [("irna", "five", "2021-07-19", None)], "2021-07-01", ["irna: 5"]),
    (EVENT, [("irna", "five", None, "2021-07-20")], "2021-07-21", ["irna: 5"]),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "claimed", "when", "expected"), SPEAKING)
def test_the_basis_says_what_a_claim_says_of_a_time(
    basis: Basis, claimed: list[tuple[Any, ...]], when: str, expected: list[str]
) -> None:
    """A level holds for its shelf life, a total is a floor and a ceiling, an event is said once."""
    found = every(basis, *(figure(*one) for one in claimed))
    assert said(found, basis, when) == expected


def test_a_level_without_a_shelf_life_says_nothing_of_later_days() -> None:
    """Where it is not known how long a level holds, it holds for the time that it is about."""
    found = every(LEVEL, figure("irna", "five", "2021-07-10"), life=None)
    assert said(found, LEVEL, "2021-07-10") == ["irna: 5"]
    assert said(found, LEVEL, "2021-07-11") == []


IMPOSSIBLE = Quantity(as_stated="?", hedge=Hedge.BETWEEN, low=9, high=5, unit="deaths")
FIVE = figure("irna", "five", "2021-07-27")
LEFT_OUT = [
    factories.changed(FIVE, planned=True),
    factories.changed(FIVE, quantity=None),
    factories.changed(FIVE, quantity=factories.quantity(None, Hedge.NOT_STATED)),
    factories.changed(FIVE, quantity=IMPOSSIBLE),
    factories.changed(FIVE, period=None),
    factories.changed(FIVE, indicator="injured"),
    factories.changed(FIVE, review=Review(state=ReviewState.REJECTED)),
    factories.changed(FIVE, withdrawn=Withdrawal(on=parse("2021"), by="IRNA", reason="a slip")),
]


@pytest.mark.parametrize("claim", LEFT_OUT)
@pytest.mark.parametrize("basis", [LEVEL, TALLY, INTERVAL])
def test_what_is_no_observed_figure_that_stands_says_nothing(claim: Claim, basis: Basis) -> None:
    """Plans, unstated numbers, other questions and what was taken back are never mixed in."""
    assert every(basis, FIVE) != ()
    assert every(basis, claim) == ()


def test_what_no_longer_counts_says_nothing() -> None:
    """A claim that was replaced is left out, and what it overtook counts again."""
    before, after = figure("irna", "five", "2021-07-10"), figure("fars", "six", "2021-07-12")
    found = every(LEVEL, before, after, gone=frozenset({after.id}))
    assert said(found, LEVEL, "2021-07-14") == ["irna: 5"]


def test_the_publisher_stands_in_for_an_origin_that_is_not_named() -> None:
    """Two newspapers that print a wire copy and name nobody are two that name no origin."""
    claims = [
        factories.stating(words, claimant=who, chain=(who,), period="2021-07-27")
        for who, words in (("arab-news", "five"), ("detik", "six"))
    ]
    voices = listening(every(TALLY, *claims), TALLY)(parse("2021-07-27"))
    assert sorted(voice.who for voice in voices) == [(False, "arab-news"), (False, "detik")]


def test_an_unhedged_round_figure_is_kept_as_it_stands_and_widened() -> None:
    """170,000 may have been 165,000 to 175,000; as a floor it is widened too."""
    found = every(TALLY, figure("irna", "170,000", "2021-07-27"))
    (voice,) = listening(found, TALLY)(parse("2021-07-28"))
    assert voice.says.bounds == Bounds(170_000, None)
    assert voice.widened.bounds == Bounds(165_000, None)


# What is claimed, and the stretches of days within which nothing changes.
STRETCHES: list[tuple[Basis, list[tuple[Any, ...]], list[str]]] = [
    (LEVEL, [("irna", "five", "2021-07-10")],
     ["2021-07-10", "2021-07-11/2021-08-09"]),
    (LEVEL, [("irna", "five", "../2021-07-10")],
     ["../2021-07-10", "2021-07-11/2021-08-09"]),
    (LEVEL, [("irna", "five", "2021-07-10/..")], ["2021-07-10/.."]),
    (LEVEL, [("irna", "five", "2021-07-10"), ("fars", "six", "2021-07-12")],
     ["2021-07-10", "2021-07-11", "2021-07-12", "2021-07-13/2021-08-09", "2021-08-10/2021-08-11"]),
    (TALLY, [("irna", "five", "2021-07-15/2021-07-20"), ("irna", "six", "2021-07-15/2021-07-24"),
             ("fars", "six", "2021-07-15/2021-07-24")],
     ["2021-07-20", "2021-07-21/2021-07-23", "2021-07-24"]),
    (INTERVAL, [("irna", "five", "2021-07-01/2021-07-31"), ("irna", "six", "2021-07"),
                ("fars", "six", "2020")], ["2020", "2021-07"]),
    (EVENT, [("irna", "five", "2021-07-19", "2021-07-20"), ("fars", "six", "2021-07-19", None),
             ("isna", "six", "2021-07-19", "2021-08")],
     ["2021-07-19", "2021-07-20/2021-07-31", "2021-08-01/.."]),
    (EVENT, [("irna", "five", None, None)], []),
    (TALLY, [], []),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "claimed", "expected"), STRETCHES)
def test_time_is_cut_where_something_else_is_said(
    basis: Basis, claimed: list[tuple[Any, ...]], expected: list[str]
) -> None:
    """Periods begin and end, shelf lives run out, totals are reported, counts are said."""
    found = every(basis, *(figure(*one) for one in claimed))
    assert [period.text for period in stretches(found, basis)] == expected

"""Prose: a record says itself with its hedge, its relays and what to beware of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from claims.analysis.case import Case
from claims.collection import Collection
from claims.hedges import Hedge
from claims.numerals import say
from claims.periods import parse
from claims.prose import Caution, attribution, cautions, figure, sentence, warnings
from claims.quantities import Quantity
from claims.records import Withdrawal
from claims.states import Currency
from claims.vocabulary import Basis, ReviewState
from tests import factories, starter, strategies
from tests.factories import quantity_in, stating

if TYPE_CHECKING:
    from claims.records import Claim

NAMES = {
    "iranian-officials": "Iranian officials",
    "iranian-state-media": "Iranian state media",
    "associated-press": "Associated Press",
    "arab-news": "Arab News",
    "carried": "statements carried by Iranian state-run media",
}
PARTIES = [factories.party(party, name=name) for party, name in NAMES.items()]
RECORDS = Collection.of_records([*PARTIES, factories.source()])
"""The parties above, and the source `s-1` that Arab News published on 27 July 2021."""
UNDATED = Collection.of_records([*PARTIES, factories.source(published=None)])
KILLED = "At least five people were killed"
OFFICIALS, AP = "Iranian officials", "Associated Press"
REPORTED = "as reported by Arab News on 27 July 2021"
ABOUT = "15 July 2021 to 27 July 2021"


def printed(*chain: str, **fields: Any) -> Claim:
    """Make a claim of at least five deaths that came through a chain."""
    return factories.claim(**{"statement": f"{KILLED}.", "chain": chain} | fields)


SENTENCES: list[tuple[Claim, str]] = [
    (
        printed("carried", "arab-news"),
        f"{KILLED}, according to statements carried by Iranian state-run media, {REPORTED}.",
    ),
    (
        printed("iranian-officials", "iranian-state-media", "associated-press", "arab-news"),
        f"{KILLED}, according to {OFFICIALS} via Iranian state media and {AP}, {REPORTED}.",
    ),
    (
        printed("a", "b", "c", "d", "e"),
        f"{KILLED}, according to a via b, c and d, as reported by e on 27 July 2021.",
    ),
    (
        printed("iranian-officials", "associated-press", "arab-news"),
        f"{KILLED}, according to {OFFICIALS} via {AP}, {REPORTED}.",
    ),
    (printed("arab-news"), f"{KILLED}, according to Arab News on 27 July 2021."),
    (printed("arab-news", said_on=None), f"{KILLED}, according to Arab News on 27 July 2021."),
    (
        printed("unheard-of", "arab-news", said_on=None),
        f"{KILLED}, according to unheard-of, {REPORTED}.",
    ),
    (
        printed("carried", "associated-press", "arab-news", said_on="2021-07-25"),
        f"{KILLED}, according to {NAMES['carried']} on 25 July 2021 via {AP}, {REPORTED}.",
    ),
]


@pytest.mark.parametrize(("claim", "expected"), SENTENCES)
def test_a_claim_says_itself_with_everyone_it_came_through(claim: Claim, expected: str) -> None:
    """Claimant, relays and publisher are named, with the day it was said and the day of print."""
    assert sentence(claim, RECORDS) == expected


WHEN = [
    ("2021-07-27", "on 27 July 2021"),
    ("2021-07", "in July 2021"),
    ("2021", "in 2021"),
    ("2021-07-27~", "on about 27 July 2021"),
    ("2017-10/2017-12", "(October 2017 to December 2017)"),
    ("../2021-07", "(up to July 2021)"),
]


@pytest.mark.parametrize(("said_on", "words"), WHEN)
def test_the_day_it_was_said_keeps_its_precision(said_on: str, words: str) -> None:
    """A month is not made a day, nor a span of months a single one."""
    claim = printed("arab-news", said_on=said_on)
    assert attribution(claim, UNDATED) == f"according to Arab News {words}"


def test_without_any_date_no_day_is_named() -> None:
    """Neither the source nor the claimant gives a day, so the sentence gives none."""
    claim = printed("carried", "arab-news", said_on=None)
    words = f"according to {NAMES['carried']}, as reported by Arab News"
    assert attribution(claim, UNDATED) == words


@pytest.mark.parametrize("end", ["", ".", " ", ". "])
def test_a_statement_with_or_without_full_stop_makes_one_sentence(end: str) -> None:
    """The sentence has one full stop, at its end."""
    said = sentence(printed("arab-news", statement=KILLED + end), RECORDS)
    assert said == f"{KILLED}, according to Arab News on 27 July 2021."


FIGURES: list[tuple[Quantity | None, str]] = [
    (quantity_in("at least five"), "at least five"),
    (quantity_in("no fewer than 12"), "at least 12"),
    (quantity_in("around 50"), "about 50"),
    (quantity_in("almost 2,500"), "nearly 2,500"),
    (quantity_in("over 170,000"), "more than 170,000"),
    (quantity_in("up to 300"), "at most 300"),
    (quantity_in("less than 10"), "fewer than 10"),
    (quantity_in("250 to 350"), "between 250 and 350"),
    (quantity_in("dozens"), "dozens"),
    (quantity_in("2500"), "2,500"),
    (quantity_in("zero"), "0"),
    (quantity_in("an undisclosed number"), "not stated"),
    (Quantity.of("five", Hedge.EXACT, 6, "deaths", sum_of=(5, 1)), "six (5 + 1)"),
    (Quantity.of("1,200", Hedge.EXACT, 1_204, "x", sum_of=(1_200, 4)), "1,204 (1,200 + 4)"),
    (Quantity.of("5", Hedge.AT_LEAST, 6, "x", sum_of=(5, 1)), "at least six (5 + 1)"),
    (None, "–"),
]


@pytest.mark.parametrize(("quantity", "words"), FIGURES)
def test_a_figure_keeps_its_hedge_and_shows_its_parts(
    quantity: Quantity | None, words: str
) -> None:
    """At least five is never five, a sum is never a stated total, and unknown is never zero."""
    assert figure(quantity) == words


@given(strategies.quantities())
def test_no_hedge_is_ever_dropped(quantity: Quantity) -> None:
    """Every figure that is not exact carries a word that says so."""
    words = figure(quantity)
    if quantity.hedge is Hedge.EXACT:
        assert words == say(quantity)
    elif quantity.hedge is Hedge.VAGUE:
        assert not any(map(str.isdigit, words))
    else:
        assert words.startswith(str(quantity.hedge))


@given(strategies.claims)
def test_every_claim_can_say_itself(claim: Claim) -> None:
    """Whatever a record holds, the sentence has its statement, its origin and its publisher."""
    said = sentence(claim, Collection())
    assert said.startswith(claim.statement.rstrip("."))
    flagged = claim.withdrawn or claim.review.state is ReviewState.REJECTED
    assert said.endswith("]" if flagged else ".")
    assert f"according to {claim.chain[0]}" in said
    assert claim.chain[-1] in said


def test_no_sentence_of_the_starter_records_loses_a_word() -> None:
    """Each claim on record says who printed it, and no party goes by its short name."""
    records = starter.records()
    for claim, _ in records.claims():
        said = sentence(claim, records)
        assert all(records.name(party) in said for party in claim.chain)
        assert all(records.party(party) for party in claim.chain)


WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="It was a misprint.")
IRNA = stating("five", chain=("irna", "arab-news"), said_on="2021-07-27")
FARS, ISNA, ANA = (
    stating(words, claimant=party, chain=(party, "arab-news"))
    for party, words in [("fars", "nine"), ("isna", "seven"), ("ana", "five")]
)
NEWER = stating("six", said_on="2021-07-28")
SINGLE = "Single origin: no other named origin on record bears it out."

FLAGS: list[tuple[list[Claim], str, str]] = [
    ([IRNA, ANA], "2021-08-01", ""),
    ([IRNA, FARS], "2021-08-01", " [contested]"),
    ([IRNA, FARS], "2023-01-01", " [contested, stale]"),
    ([IRNA, NEWER], "2023-01-01", " [superseded]"),
    ([factories.changed(IRNA, withdrawn=WITHDRAWN)], "2021-08-01", " [withdrawn]"),
]


@pytest.mark.parametrize(("claims", "today", "expected"), FLAGS)
def test_a_sentence_carries_what_goes_with_its_figure(
    claims: list[Claim], today: str, expected: str
) -> None:
    """A figure that leaves as prose takes its states along."""
    indicator = factories.indicator(basis=Basis.TALLY, shelf_life="P1Y5M")
    state = Case(indicator, tuple(claims), Collection()).standings[claims[0].id]
    said = sentence(claims[0], RECORDS, state.on(date.fromisoformat(today)))
    assert said == sentence(factories.changed(claims[0], withdrawn=None), RECORDS) + expected


WARNED: list[tuple[list[Claim], str, list[str]]] = [
    ([IRNA, ANA], "2021-08-01", []),
    ([IRNA], "2021-08-01", [SINGLE]),
    (
        [IRNA, FARS],
        "2021-08-01",
        ["Contested: another claim on record cannot be true together with it."],
    ),
    (
        [IRNA, FARS, ISNA, ANA],
        "2021-08-01",
        ["Contested: 2 other claims by 2 claimants on record cannot be true together with it."],
    ),
    (
        [IRNA, ANA],
        "2023-01-01",
        [f"Stale: it is of {ABOUT}; figures here hold for 1 year and 5 months."],
    ),
    ([IRNA, NEWER], "2021-08-01", [SINGLE, "Superseded: the same claimant gave a newer figure."]),
    (
        [factories.changed(IRNA, withdrawn=WITHDRAWN)],
        "2021-08-01",
        [SINGLE, "Withdrawn: by IRNA, It was a misprint."],
    ),
]


@pytest.mark.parametrize(("claims", "today", "expected"), WARNED)
def test_warnings_say_what_a_reader_must_know(
    claims: list[Claim], today: str, expected: list[str]
) -> None:
    """Contested, single origin, stale, superseded and withdrawn are said in one sentence each."""
    indicator = factories.indicator(basis=Basis.TALLY, shelf_life="P1Y5M")
    states = Case(indicator, tuple(claims), Collection()).standings
    assert warnings(states[claims[0].id].on(date.fromisoformat(today))) == expected


@pytest.mark.parametrize(("claims", "today", "expected"), WARNED)
def test_each_warning_says_first_what_it_is_about(
    claims: list[Claim], today: str, expected: list[str]
) -> None:
    """Whoever shows some warnings otherwise goes by that, and not by the words."""
    indicator = factories.indicator(basis=Basis.TALLY, shelf_life="P1Y5M")
    states = Case(indicator, tuple(claims), Collection()).standings
    found = cautions(states[claims[0].id].on(date.fromisoformat(today)))
    assert [said for _, said in found] == expected
    assert all(said.lower().startswith(f"{about}: ") for about, said in found)


def test_every_state_that_is_not_current_has_a_caution() -> None:
    """A figure that is stale, superseded or withdrawn never goes without its warning."""
    assert set(Currency) - {Currency.CURRENT} <= set(map(str, Caution))

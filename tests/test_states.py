"""The computed states: independent origins, contradictions that stand, and shelf lives."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.analysis.case import Case
from claims.collection import Collection
from claims.pairs import beside
from claims.periods import parse
from claims.records import Review, Withdrawal
from claims.states import MEANINGS, Beside, Corroboration, Currency, Standing
from claims.vocabulary import Basis, ReviewState
from tests import factories, starter
from tests.factories import party

if TYPE_CHECKING:
    from random import Random

    from claims.records import Claim, Indicator

SINGLE, CORROBORATED = Corroboration.SINGLE, Corroboration.CORROBORATED
CONTESTED, NONE = Corroboration.CONTESTED, Corroboration.NONE
CURRENT, SUPERSEDED = Currency.CURRENT, Currency.SUPERSEDED
STALE, GONE = Currency.STALE, Currency.WITHDRAWN

PARTIES = Collection.of_records(
    [party("centcom", part_of="pentagon"), party("pentagon", part_of="us"), party("us")]
)
WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
REJECTED = Review(state=ReviewState.REJECTED, by="desk")


def test_every_state_says_what_it_means() -> None:
    """A state without a meaning would break the pages and packs that explain it."""
    assert set(MEANINGS) == {*Corroboration, *Currency, *ReviewState}


def states(
    *claims: Claim, today: str = "2021-08-01", indicator: Indicator | None = None
) -> list[Standing]:
    """Return the states of claims under one indicator, in their order."""
    found = Case(indicator or factories.indicator(), claims, PARTIES).standings
    return [found[claim.id].on(date.fromisoformat(today)) for claim in claims]


def by(origin: str, words: str, *relays: str, **fields: Any) -> Claim:
    """Make a claim of one origin that reached print through relays."""
    chain = (origin, *relays, "arab-news")
    claim = factories.stating(words, claimant=origin, chain=chain, **fields)
    return factories.changed(claim, id=f"{claim.id}-{'-'.join(relays)}") if relays else claim


ORIGINS: list[tuple[list[Claim], list[Corroboration], tuple[str, ...]]] = [
    ([by("irna", "five")], [SINGLE], ("irna",)),
    ([by("irna", "five"), by("fars", "five")], [CORROBORATED] * 2, ("irna", "fars")),
    ([by("irna", "at least five"), by("fars", "eight")], [CORROBORATED, SINGLE], ("irna", "fars")),
    ([by("irna", "at most 9"), by("fars", "eight")], [CORROBORATED, SINGLE], ("irna", "fars")),
    ([by("irna", "about 50"), by("fars", "50")], [CORROBORATED, SINGLE], ("irna", "fars")),
    ([by("irna", "five"), by("fars", "five", "irna")], [SINGLE] * 2, ("fars",)),
    ([by("irna", "five", "fars"), by("fars", "five")], [SINGLE] * 2, ("irna",)),
    ([by("irna", "170,000"), by("fars", "168,000")], [CORROBORATED] * 2, ("irna", "fars")),
    ([by("irna", "five"), by("fars", "eight")], [CONTESTED] * 2, ("irna",)),
    ([by("centcom", "five"), by("pentagon", "five")], [SINGLE] * 2, ("us",)),
    ([by("us", "five"), by("fars", "five"), by("ap", "9")], [CONTESTED] * 3, ("us", "fars")),
    ([by("irna", "five"), by("fars", "an unknown number")], [SINGLE, NONE], ("irna",)),
    ([by("irna", "five"), by("fars", "five", period="2021-07-20")], [SINGLE] * 2, ("irna",)),
    ([factories.claim(quantity=None)], [NONE], ("irna",)),
    # AP's own five is the ministry's, which it relays too: a third page with it changes nothing.
    ([by("ap", "five"), by("irna", "five", "ap")], [SINGLE] * 2, ("irna",)),
    ([by("ap", "five"), by("irna", "five", "ap"), by("fars", "five")], [CORROBORATED] * 3,
     ("fars", "irna")),
    ([by("ap", "five", "afp"), by("afp", "five", "ap"), by("fars", "five")], [CORROBORATED] * 3,
     ("afp", "fars")),
    ([by("ap", "five"), by("irna", "five", "ap"), by("irna", "five", "afp")], [SINGLE] * 3,
     ("irna",)),
    ([by("irna", "five", "ap"), by("afp", "five"), by("irna", "five", "afp")], [SINGLE] * 3,
     ("irna",)),
    ([by("irna", "five", "ap"), by("afp", "five")], [CORROBORATED] * 2, ("irna", "afp")),
    ([by("irna", "170,000"), by("fars", "more than 170,000")], [SINGLE] * 2, ("irna",)),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected", "origins"), ORIGINS)
def test_corroboration_counts_independent_origins(
    claims: list[Claim], expected: list[Corroboration], origins: tuple[str, ...]
) -> None:
    """Two roots that agree corroborate; a figure that cannot be true beside it contests."""
    found = states(*claims)
    assert [state.corroboration for state in found] == expected
    assert found[0].origins == origins


def test_five_articles_that_quote_one_agency_are_one_origin() -> None:
    """Reprints agree with each other and corroborate nothing; a second origin does."""
    outlets = ["arab-news", "the-hindu", "dawn", "trt-world", "yahoo-news"]
    articles = [
        factories.claim(f"{outlet}: at least five people were killed", chain=("ap", outlet))
        for outlet in outlets
    ]
    found = states(*articles)
    assert {state.corroboration for state in found} == {SINGLE}
    assert {state.origins for state in found} == {("ap",)}
    assert states(*articles, by("fars", "five"))[0].corroboration is CORROBORATED


STANDING: list[tuple[dict[str, Any], Corroboration]] = [
    ({}, CONTESTED),
    ({"withdrawn": WITHDRAWN}, SINGLE),
    ({"review": REJECTED}, SINGLE),
    ({"review": Review(state=ReviewState.CLEARED, by="desk")}, CONTESTED),
    ({"planned": True}, SINGLE),
    ({"said_on": None}, CONTESTED),
]


@pytest.mark.parametrize(("fields", "expected"), STANDING)
def test_only_a_claim_that_stands_contests(fields: dict[str, Any], expected: Corroboration) -> None:
    """What was withdrawn or rejected contradicts nothing any more."""
    one, other = states(by("irna", "five"), by("fars", "eight", **fields))
    assert one.corroboration is expected
    assert other.corroboration is expected
    assert one.conflicts == one.rivals == (expected is CONTESTED)


def test_a_superseded_figure_contests_nothing() -> None:
    """When a claimant corrects itself, its older figure no longer stands against others."""
    old = by("fars", "eight", said_on="2021-07-27")
    new = by("fars", "five", said_on="2021-07-28")
    irna, older, newer = states(by("irna", "five"), old, new)
    assert (irna.corroboration, irna.conflicts) == (CORROBORATED, 0)
    assert (older.currency, older.corroboration) == (SUPERSEDED, SINGLE)
    assert older.why_currency == "the same claimant gave a newer figure"
    found = Beside.of(old, beside(old, [old, new], factories.indicator()), frozenset({old.id}))
    assert [c.counterpart(old) for c in found.replaced] == [new]
    assert (newer.currency, newer.corroboration) == (CURRENT, CORROBORATED)


@pytest.mark.parametrize("fields", [{"withdrawn": WITHDRAWN}, {"review": REJECTED}])
def test_a_newer_figure_that_does_not_stand_supersedes_nothing(fields: dict[str, Any]) -> None:
    """A rejected or withdrawn correction leaves the older figure in its place."""
    old = by("fars", "eight", said_on="2021-07-27")
    new = by("fars", "five", said_on="2021-07-28", supersedes=old.id, **fields)
    assert states(old, new)[0].currency is CURRENT


def test_a_lower_toll_of_the_same_event_is_superseded_not_contested() -> None:
    """Tolls grow: four, 22 and 31 are one count over three days."""
    event = factories.indicator(basis=Basis.EVENT)
    tolls = [
        by(origin, words, period="2020-01-03", said_on=day)
        for origin, words, day in [
            ("irna", "four", "2020-01-03"),
            ("fars", "22", "2020-01-04"),
            ("isna", "31", "2020-01-05"),
        ]
    ]
    found = states(*tolls, indicator=event)
    assert [state.currency for state in found] == [SUPERSEDED, SUPERSEDED, CURRENT]
    assert {state.corroboration for state in found} == {SINGLE}


def test_a_withdrawn_claim_says_by_whom_and_why() -> None:
    """Withdrawal is stronger than a newer figure or age."""
    old = by("fars", "eight", said_on="2021-07-27", withdrawn=WITHDRAWN)
    state, _ = states(old, by("fars", "five", said_on="2021-07-28"), today="2031-01-01")
    assert (state.currency, state.why_currency) == (GONE, "by IRNA, a misprint")


SHELF: list[tuple[Basis, str | None, str | None, str, Currency]] = [
    (Basis.TALLY, "P6M", "2021-07-27", "2022-01-23", CURRENT),
    (Basis.TALLY, "P6M", "2021-07-27", "2022-01-24", STALE),
    (Basis.LEVEL, "P1W", "2021-07", "2021-08-07", CURRENT),
    (Basis.LEVEL, "P1W", "2021-07", "2021-08-08", STALE),
    (Basis.LEVEL, None, "2003", "2031-01-01", CURRENT),
    (Basis.LEVEL, "P1D", "2003/..", "2031-01-01", CURRENT),
    (Basis.LEVEL, "P1D", None, "2031-01-01", CURRENT),
    (Basis.LEVEL, "P1Y", "2021/9999-12-31", "2031-01-01", CURRENT),
    (Basis.EVENT, "P1D", "2003", "2031-01-01", CURRENT),
    (Basis.INTERVAL, "P1D", "2003", "2031-01-01", CURRENT),
]


@pytest.mark.parametrize(("basis", "life", "period", "today", "expected"), SHELF)
def test_a_level_or_tally_is_stale_after_its_shelf_life(
    basis: Basis, life: str | None, period: str | None, today: str, expected: Currency
) -> None:
    """What happened stays so; how many there are does not."""
    indicator = factories.indicator(basis=basis, shelf_life=life)
    (state,) = states(by("irna", "five", period=period), today=today, indicator=indicator)
    assert state.currency is expected


def test_a_stale_figure_says_how_long_figures_hold() -> None:
    """The reason names what the figure is about and the shelf life in words."""
    indicator = factories.indicator(shelf_life="P6M")
    (state,) = states(by("irna", "five"), today="2023-01-01", indicator=indicator)
    about = "15 July 2021 to 27 July 2021"
    assert state.why_currency == f"it is of {about}; figures here hold for 6 months"


def test_the_starter_records_hold_all_states() -> None:
    """US troops in Iraq: contested figures of 2017, one origin of 2026, and old ones stale."""
    records = starter.records()
    claims = tuple(starter.claims("us-troops-iraq"))
    found = Case(starter.indicator("us-troops-iraq"), claims, records).standings
    assert {state.corroboration for state in found.values()} >= {SINGLE, CORROBORATED, CONTESTED}
    day = parse("2017-09-30")
    contested = [found[c.id] for c in claims if c.period == day and found[c.id].conflicts]
    assert {s.corroboration for s in contested} == {CONTESTED}
    assert {s.origins[0] for s in contested} >= {"us-government"}


SAID = st.builds(
    lambda words, chain: factories.stating(words, claimant=chain[0], chain=tuple(chain)),
    st.sampled_from(["five", "at least five", "eight", "170", "168", "more than 170", "up to 9"]),
    st.lists(st.sampled_from(["irna", "fars", "ap", "afp", "us", "pentagon"]), min_size=1,
             max_size=3, unique=True),
)  # fmt: skip
DRAWN = st.lists(SAID, min_size=1, max_size=6).map(
    lambda claims: [factories.changed(one, id=f"c-{n}") for n, one in enumerate(claims)]
)


@given(DRAWN, st.randoms(use_true_random=False))
def test_repetition_corroborates_nothing(claims: list[Claim], random: Random) -> None:
    """Shuffled, and with one claim relayed further, no claim has more origins than before."""
    before = states(*claims)
    again = random.choice(claims)
    relayed = factories.changed(again, id="c-relayed", chain=(*again.chain, "dawn"))
    every = random.sample([*claims, relayed], k=len(claims) + 1)
    after = {one.claim: one for one in states(*every)}
    for one in before:
        assert len(after[one.claim].origins) <= len(one.origins)
        assert (after[one.claim].conflicts > 0) == (one.conflicts > 0)


WRONG: list[tuple[str, Corroboration, tuple[str, ...]]] = [
    ("error", SINGLE, ("us",)),
    ("scope", CORROBORATED, ("us", "fars")),
]


@pytest.mark.parametrize(("why", "expected", "origins"), WRONG)
def test_a_figure_in_error_bears_nothing_out(
    why: str, expected: Corroboration, origins: tuple[str, ...]
) -> None:
    """80 was an error for eight: it makes no “at least five” surer, nor stands above it."""
    at_least, eight = by("us", "at least five"), by("us", "eight")
    explanation = {"claim": eight.id, "why": why, "by": "desk"}
    eighty = by("fars", "80", explained=(explanation,))
    found = {one.claim: one for one in states(at_least, eight, eighty)}
    assert found[at_least.id].corroboration is expected
    assert found[at_least.id].origins == origins
    assert ("80" in found[at_least.id].higher) == (why == "scope")
    assert (found[eighty.id].corroboration is CONTESTED) == (why == "error")


def test_an_error_takes_no_figures_place() -> None:
    """A paper's 800 was an error: the ministry's 80, said before it, is still the one to use."""
    event = factories.indicator(basis=Basis.EVENT)
    eighty = by("us", "80", said_on="2021-07-23")
    later = by("iran", "82", said_on="2021-07-26")
    why = {"claim": later.id, "why": "error", "by": "desk"}
    slip = by("fars", "800", said_on="2021-07-25", explained=(why,))
    first, _, last = states(eighty, slip, later, indicator=event)
    assert (first.currency, last.currency) == (CURRENT, CURRENT)


def test_every_print_of_the_highest_total_is_contested() -> None:
    """Three by the 24th is below eight by the 22nd, on whichever page eight stands."""
    tally = factories.indicator(basis=Basis.TALLY)
    eight = by("us", "eight", period="2021-07-22")
    prints = [eight, factories.changed(eight, id="c-reprint", chain=("us", "dawn"))]
    found = states(*prints, by("fars", "three", period="2021-07-24"), indicator=tally)
    assert [one.corroboration for one in found] == [CONTESTED] * 3

"""Summaries: an indicator in a few numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.case import Case
from claims.analysis.summary import Summary, related, summarise
from claims.collection import Collection
from claims.periods import parse
from claims.records import Review, Withdrawal
from claims.vocabulary import Basis, ReviewState
from tests import factories, starter
from tests.factories import party, stating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.records import Claim, Indicator

PARTIES = Collection.of_records([party("pentagon", part_of="us"), party("us")])
WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
REJECTED = Review(state=ReviewState.REJECTED, by="desk")
LEVEL = factories.indicator(basis=Basis.LEVEL)


def summary(claims: Sequence[Claim], indicator: Indicator | None = None) -> Summary:
    """Summarise claims with their computed states."""
    return summarise(Case(indicator or factories.indicator(), tuple(claims), PARTIES))


def by(claimant: str, words: str, publisher: str = "arab-news", **fields: Any) -> Claim:
    """Make a claim of one claimant in one paper."""
    return stating(words, claimant=claimant, chain=(claimant, publisher), **fields)


def test_claims_publishers_and_origins_are_counted_apart() -> None:
    """Three claims in two papers may rest on a single origin."""
    one = by("pentagon", "five")
    more = [by("us", "five", "dawn"), by("us", "at least five")]
    found = summary([one, *more])
    assert (found.claims, found.publishers, found.origins) == (3, 2, 1)
    assert found.in_words() == "3 claims, 2 publishers, 1 origin"
    assert (found.single_origin, found.contested) == (3, 0)


def test_nothing_on_record_is_said_so() -> None:
    """An indicator without claims has zeros and no latest figure."""
    found = summary([])
    assert found.in_words() == "0 claims, 0 publishers, 0 origins"
    assert (found.latest, found.contested, found.is_compared) == (None, 0, True)


def test_contested_figures_are_counted_with_their_reprints() -> None:
    """Two reprints of one figure against another are three claims that an editor cannot print."""
    claims = [
        by("irna", "five"),
        by("irna", "at most 6"),
        by("us", "nine"),
        by("fars", "at least 3"),
    ]
    assert summary(claims).contested == 3


@pytest.mark.parametrize(
    ("fields", "single"),
    [({}, 1), ({"withdrawn": WITHDRAWN}, 0), ({"review": REJECTED}, 0)],
)
def test_only_claims_that_stand_are_of_a_single_origin(fields: dict[str, Any], single: int) -> None:
    """Nobody needs a second origin for a claim that was withdrawn or rejected."""
    assert summary([by("irna", "five", **fields)]).single_origin == single


OLD = by("irna", "five", period="2021-01", said_on="2021-02-01")
LATEST: list[tuple[Claim, bool, str]] = [
    (by("us", "nine", period="2021-06"), True, "it is about a later time"),
    (by("us", "nine", period="2021-01", said_on="2021-03-01"), True, "it was said later"),
    (by("us", "nine", period="2020-12", said_on="2021-07-01"), False, "it is about earlier"),
    (by("us", "nine", period="2021-06", planned=True), False, "a plan is no observation"),
    (by("us", "nine", period="2021-06", withdrawn=WITHDRAWN), False, "it was withdrawn"),
    (by("us", "nine", period="2021-06", review=REJECTED), False, "it was rejected"),
    (by("us", "nine", period=None), False, "nobody knows what time it is about"),
    (by("us", "an unknown number", period="2021-06"), False, "it states no number"),
    (factories.claim(quantity=None, period="2021-06"), False, "it has no number"),
]


@pytest.mark.parametrize(("claim", "newer", "why"), LATEST)
def test_the_latest_figure_is_the_newest_that_stands(claim: Claim, newer: bool, why: str) -> None:
    """The heading of an indicator shows an observed figure, never a plan or a withdrawn one."""
    expected = claim if newer else OLD
    assert summary([OLD, claim], LEVEL).latest == expected.id, why
    assert summary([claim, OLD], LEVEL).latest == expected.id, why


def test_a_superseded_figure_is_never_the_latest() -> None:
    """A correction said later about an earlier day takes the place of the figure."""
    wrong = by("us", "nine", period="2021-06", said_on="2021-06-01")
    right = by("us", "five", period="2021-05", said_on="2021-07-01", supersedes=wrong.id)
    assert summary([wrong, right], LEVEL).latest == right.id


@pytest.mark.parametrize("basis", [Basis.INTERVAL, Basis.EVENT])
def test_the_latest_count_is_the_one_said_last(basis: Basis) -> None:
    """What happened is told again with better numbers; only what changes is new by its time."""
    first = by("irna", "five", period="2021-07-15", said_on="2021-07-16")
    later = by("us", "nine", period="2021-07-14", said_on="2021-07-20")
    undated = by("fars", "six", period="2021-07-15", said_on=None)
    claims = [first, later, undated]
    assert summary(claims, factories.indicator(basis=basis)).latest == later.id
    assert summary(claims, LEVEL).latest == first.id


def test_the_latest_running_total_is_the_one_counted_furthest() -> None:
    """10 by 27 July is the figure to show beside five by 20 July, though five were said later."""
    ten = by("irna", "10", period="2021-07-15/2021-07-27", said_on="2021-07-27")
    five = by("us", "five", period="2021-07-15/2021-07-20", said_on="2021-07-30")
    assert summary([ten, five]).latest == summary([five, ten]).latest == ten.id


def test_the_starter_records_add_up() -> None:
    """Every claim under an indicator is counted, and the troops of 2017 are in conflict."""
    claims = tuple(starter.claims("us-troops-iraq"))
    found = summarise(Case(starter.indicator("us-troops-iraq"), claims, starter.records()))
    assert found.claims == len(claims) == 66
    assert 1 < found.origins < found.publishers < found.claims
    assert 6 < found.contested < found.claims


RELATED = [
    ("khuzestan-protests-2021-protesters-killed", "khuzestan-protests-2021-killed"),
    ("khuzestan-protests-2021-killed", "khuzestan-protests-2021-protesters-killed"),
    ("khuzestan-protests-2021-killed", "khuzestan-protests-2021-detained"),
    ("al-asad-2020-01-08-injured", "al-asad-2020-01-08-killed"),
    ("us-troops-iraq", "coalition-troops-iraq-non-us"),
]


@pytest.mark.parametrize(("one", "other"), RELATED)
def test_an_indicator_leads_to_what_it_should_be_read_beside(one: str, other: str) -> None:
    """Parts, wholes, fellow parts and counts at the same place are named; itself is not."""
    found = related(starter.indicator(one), starter.records().indicators)
    assert other in {indicator.id for indicator in found}
    assert one not in {indicator.id for indicator in found}


def test_a_whole_country_makes_no_relation() -> None:
    """Two counts in Iraq have nothing else in common."""
    found = related(starter.indicator("us-troops-iraq"), starter.records().indicators)
    assert "convoy-attacks-iraq-2020" not in {indicator.id for indicator in found}

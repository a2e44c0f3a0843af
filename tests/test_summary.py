"""Summaries: an indicator in a few numbers, and what changed in one go."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from claims.collection import Collection
from claims.ledger import Ledger
from claims.periods import parse
from claims.prose import counted
from claims.records import Review, Withdrawal
from claims.states import standings
from claims.summary import Summary, changes, latest, related, summarise
from claims.vocabulary import Basis, ReviewState
from tests import factories, starter
from tests.factories import party, stating

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claims.records import Claim, Indicator

PARTIES = Collection.of_records([party("pentagon", part_of="us"), party("us")])
WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
REJECTED = Review(state=ReviewState.REJECTED, by="desk")
LEVEL = factories.indicator(basis=Basis.LEVEL)


def summary(claims: Sequence[Claim], indicator: Indicator | None = None) -> Summary:
    """Summarise claims with their computed states."""
    about = indicator or factories.indicator()
    states = standings(claims, about, PARTIES.root, date(2021, 8, 1))
    return summarise(about, claims, states, PARTIES.root)


def by(claimant: str, words: str, publisher: str = "arab-news", **fields: Any) -> Claim:
    """Make a claim of one claimant in one paper."""
    return stating(words, claimant=claimant, chain=(claimant, publisher), **fields)


def test_claims_publishers_and_origins_are_counted_apart() -> None:
    """Three claims in two papers may rest on a single origin."""
    one = by("pentagon", "five")
    more = [by("us", "five", "dawn"), by("us", "at least five")]
    found = summary([one, *more])
    assert (found.claims, found.sources, found.publishers, found.origins) == (3, 1, 2, 1)
    assert found.in_words() == "3 claims, 2 publishers, 1 origin"
    assert (found.single_origin, found.contested, found.unreviewed) == (3, 0, 3)


def test_nothing_on_record_is_said_so() -> None:
    """An indicator without claims has zeros and no latest figure."""
    found = summary([])
    assert found.in_words() == "0 claims, 0 publishers, 0 origins"
    assert (found.latest, found.conflicts) == (None, ())


def test_each_contradiction_is_listed_once() -> None:
    """Two reprints of one figure against another are one pair of claimants that disagree."""
    claims = [by("irna", "five"), by("irna", "five", "dawn"), by("us", "nine")]
    found = summary(claims)
    assert found.contested == 3
    assert [{c.one.claimant, c.other.claimant} for c in found.conflicts] == [{"irna", "us"}]


def test_contradictions_come_newest_first() -> None:
    """The reader sees what is in dispute now before what was in dispute years ago."""
    years = ("2019", "2021", "2020")
    claims = [by(who, n, period=y) for y in years for who, n in (("irna", "five"), ("us", "nine"))]
    found = summary(claims, LEVEL)
    assert [str(c.one.period) for c in found.conflicts] == ["2021", "2020", "2019"]


@pytest.mark.parametrize(
    ("fields", "single"),
    [({}, 1), ({"withdrawn": WITHDRAWN}, 0), ({"review": REJECTED}, 0)],
)
def test_only_claims_that_stand_are_of_a_single_origin(fields: dict[str, Any], single: int) -> None:
    """Nobody needs a second origin for a claim that was withdrawn or rejected."""
    assert summary([by("irna", "five", **fields)]).single_origin == single


@pytest.mark.parametrize(
    ("review", "unreviewed"),
    [
        (Review(), 1),
        (Review(why="to be checked"), 1),
        (Review(state=ReviewState.IN_REVIEW), 0),
        (Review(state=ReviewState.CLEARED, by="desk"), 0),
        (REJECTED, 0),
    ],
)
def test_unreviewed_is_a_state_not_a_missing_name(review: Review, unreviewed: int) -> None:
    """What a person has begun to review is no longer unreviewed."""
    assert summary([by("irna", "five", review=review)]).unreviewed == unreviewed


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
    assert summary([OLD, claim], LEVEL).latest == expected, why
    assert latest(LEVEL, [claim, OLD], {}) == expected, why


def test_a_superseded_figure_is_never_the_latest() -> None:
    """A correction said later about an earlier day takes the place of the figure."""
    wrong = by("us", "nine", period="2021-06", said_on="2021-06-01")
    right = by("us", "five", period="2021-05", said_on="2021-07-01", supersedes=wrong.id)
    assert summary([wrong, right], LEVEL).latest == right


@pytest.mark.parametrize("basis", [Basis.TALLY, Basis.INTERVAL, Basis.EVENT])
def test_the_latest_count_is_the_one_said_last(basis: Basis) -> None:
    """What happened is told again with better numbers; only a level is new by what it is about."""
    first = by("irna", "five", period="2021-07-15", said_on="2021-07-16")
    later = by("us", "nine", period="2021-07-14", said_on="2021-07-20")
    undated = by("fars", "six", period="2021-07-15", said_on=None)
    claims = [first, later, undated]
    assert summary(claims, factories.indicator(basis=basis)).latest == later
    assert summary(claims, LEVEL).latest == first


def test_without_states_nothing_is_contested() -> None:
    """A list of indicators may be drawn before the states are computed."""
    claims = [by("irna", "five"), by("us", "nine")]
    found = summarise(LEVEL, claims, {}, PARTIES.root)
    assert (found.claims, found.contested, found.single_origin, found.conflicts) == (2, 0, 0, ())


def test_the_starter_records_add_up() -> None:
    """Every claim under an indicator is counted, and the troops of 2017 are in conflict."""
    records = starter.records()
    claims = starter.claims("us-troops-iraq")
    indicator = starter.indicator("us-troops-iraq")
    states = standings(claims, indicator, records.root, date(2026, 11, 1))
    found = summarise(indicator, claims, states, records.root)
    assert found.claims == len(claims) == found.unreviewed
    assert 1 < found.origins < found.publishers < found.claims
    reasons = {comparison.reason.split(" cannot")[0] for comparison in found.conflicts}
    assert reasons & {"5,262 and 8,892", "8,892 and 5,262"}


def test_changes_made_in_one_go_are_one_line(tmp_path: Path) -> None:
    """A load is told by kind and number of records, a single edit by its record."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append(factories.base(), actor="desk", reason="first load")
        ledger.append([factories.claim()], actor="desk", reason="first load")
        ledger.append([factories.claim(note="checked")], actor="ana", reason="a note")
        found = changes(ledger.recent())
        days = {revision.at.date() for revision in ledger.recent()}
    shown = [(c.actor, c.reason, c.records, c.of) for c in found]
    claim_id = factories.claim().id
    assert {change.day for change in found} == days
    assert shown == [
        ("ana", "a note", 1, f"claim {claim_id}"),
        ("desk", "first load", 1, f"claim {claim_id}"),
        ("desk", "first load", 1, "indicator khuzestan-killed"),
        ("desk", "first load", 1, "source s-1"),
        ("desk", "first load", 2, "2 parties"),
    ]
    assert changes([]) == changes([], more=True) == []


def test_a_group_that_may_go_on_is_said_so(tmp_path: Path) -> None:
    """Where older revisions were not given, the last line may stand for more of them."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append(factories.base(), actor="desk", reason="first load")
        found = changes(ledger.recent(3), more=True)
    assert [c.of for c in found] == [
        "indicator khuzestan-killed",
        "source s-1",
        "at least 1 party",
    ]


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (0, "claim", "0 claims"),
        (1, "claim", "1 claim"),
        (1_204, "claim", "1,204 claims"),
        (1, "party", "1 party"),
        (2, "party", "2 parties"),
    ],
)
def test_numbers_are_said_with_their_noun(number: int, noun: str, words: str) -> None:
    """One has no plural, thousands are separated."""
    assert counted(number, noun) == words


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

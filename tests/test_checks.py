"""Rules across records: one fault trips one rule, and its near miss trips none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims import checks, references
from claims.collection import Collection, Located
from claims.errors import Where
from claims.hedges import Hedge
from claims.quantities import Quantity
from claims.records import Evidence, Review
from claims.vocabulary import Basis, Kind, ReviewState
from tests import starter
from tests.factories import (
    claim,
    evidence,
    indicator,
    party,
    quantity_in,
    source,
    stating,
    together,
)

if TYPE_CHECKING:
    from claims.checks import Check
    from claims.records import Claim, Record


def other(words: str, **fields: Any) -> Claim:
    """Make a claim in words that state a number, whose quantity differs in some fields."""
    stated = quantity_in(words).model_dump()
    return stating(words, quantity=Quantity.model_validate(stated | fields))


def at(start: int | None, end: int | None) -> Evidence:
    """Make evidence of 32 characters that stands between two offsets."""
    return evidence("at least five people were killed", start=start, end=end)


def review(state: str, by: str | None = None) -> Review:
    """Make a review that someone signed, or nobody."""
    return Review(state=ReviewState(state), by=by)


def earlier(**fields: Any) -> Claim:
    """Make a claim for another one to supersede."""
    return stating("four", id="c-earlier", period="2021-07-26", **fields)


def explained(other: str, **fields: Any) -> Claim:
    """Make a claim that says why it differs from another."""
    return claim(explained=[{"claim": other, "why": "scope", "by": "desk"}], **fields)


NO_NUMBER = {"hedge": "not stated", "value": None, "low": None, "high": None}
UNKNOWN = "the number is not known"
SIX = Quantity.of("five", Hedge.EXACT, 6, "deaths", sum_of=(5, 1))
NOT_STATED = Quantity.of("the number", Hedge.NOT_STATED, None, "deaths")
ZERO = Quantity.model_validate(NOT_STATED.model_dump() | {"low": 0, "high": 0})
INJURED = indicator("injured", unit="injured")
IRAN, IRNA = party("iran"), party("irna", part_of="iran")
SUPERSEDING = claim(supersedes="c-earlier")

TRIPS: dict[Check, list[tuple[list[Record], str]]] = {
    references.ids_are_used_once: [([claim(), claim(note="again")], "id")],
    references.references_exist: [([claim(supersedes="c-gone")], "supersedes")],
    references.no_record_contains_itself: [([claim(id="c-a", supersedes="c-a")], "supersedes")],
    checks.bounds_are_in_order: [
        ([other("five", low=8)], "quantity.low"),
        ([other("between 5 and 8", low=8, high=5)], "quantity.low"),
    ],
    checks.hedge_and_bounds_agree: [
        ([other("at least five", high=5)], "quantity"),
        ([other("more than 5", low=5)], "quantity"),
        ([other("about 50", low=40, high=60)], "quantity"),
        ([claim(UNKNOWN, quantity=ZERO)], "quantity"),
    ],
    checks.quote_states_the_quantity: [
        ([claim(quantity=quantity_in("six"))], "quantity.as_stated"),
        ([claim(quantity=quantity_in("At least five"))], "quantity.as_stated"),
        ([other("five", value=6, low=6, high=6)], "quantity.as_stated"),
        ([other("five", hedge="at least", high=None)], "quantity.as_stated"),
        ([other("five", as_stated="people were killed")], "quantity.as_stated"),
        ([other("five", sum_of=(5, 2))], "quantity.as_stated"),
        ([other("five", **NO_NUMBER)], "quantity.as_stated"),
        ([other("between 5 and 8", high=9)], "quantity.as_stated"),
    ],
    checks.evidence_is_where_it_says: [
        ([claim(evidence=(at(10, 43),))], "evidence.0.end"),
        ([claim(evidence=(at(10, 42), at(10, None)))], "evidence.1.end"),
        ([claim(evidence=(at(None, 42),))], "evidence.0.end"),
    ],
    checks.claim_fits_its_indicator: [
        ([claim(kind=Kind.EVENT)], "kind"),
        ([claim(quantity=None)], "quantity"),
        ([claim(indicator=None)], "indicator"),
        ([claim(quantity=quantity_in("at least five", "injured"))], "quantity.unit"),
    ],
    checks.tallies_have_a_baseline: [
        ([indicator("a", basis=Basis.TALLY, baseline=None)], "baseline"),
        ([indicator("a", basis=Basis.INTERVAL, baseline=None)], "baseline"),
    ],
    checks.chain_runs_from_origin_to_publisher: [
        ([claim(chain=("irna",))], "chain"),
        ([claim(chain=("arab-news",))], "chain"),
        ([claim(chain=("irna", "irna", "arab-news"))], "chain"),
        ([party("afp"), claim(chain=("afp", "irna", "arab-news"))], "chain"),
    ],
    checks.dates_make_sense: [
        ([claim(said_on="2021-07-28")], "said_on"),
        ([claim(period="2021-07-28")], "period"),
        ([claim(period="2021-07-26", planned=True)], "period"),
    ],
    checks.claims_are_recorded_once: [
        ([claim(), claim("so far at least five people were killed")], "quantity"),
    ],
    checks.successor_answers_the_same_question: [
        ([earlier(said_on="2021-07-27"), claim(supersedes="c-earlier", said_on="2021-07-26",
                                               period="2021-07-26")], "supersedes"),
        ([INJURED, earlier(indicator="injured", quantity=quantity_in("four", "injured")),
          SUPERSEDING], "supersedes"),
    ],
    checks.explanations_are_about_one_question: [
        ([explained("c-self", id="c-self")], "explained.0.claim"),
        ([INJURED, earlier(indicator="injured", quantity=quantity_in("four", "injured")),
          explained("c-earlier")], "explained.0.claim"),
    ],
    checks.decisions_are_signed: [
        ([claim(review=review("cleared"))], "review.by"),
        ([claim(review=review("rejected"))], "review.by"),
    ],
}  # fmt: skip
"""Records that trip just this check, and the field that it names."""

NEAR_MISSES: dict[Check, list[tuple[list[Record], str]]] = {
    references.ids_are_used_once: [([party("a"), source("a"), indicator("a")], "of three kinds")],
    references.references_exist: [([SUPERSEDING, earlier()], "it comes later in the file")],
    references.no_record_contains_itself: [([IRAN, IRNA], "a line that ends is no circle")],
    checks.bounds_are_in_order: [([other("five")], "both ends are five")],
    checks.hedge_and_bounds_agree: [
        ([other("more than 5", low=6)], "six is the least count above five"),
        ([other("between 250 and 350")], "a range has its own ends"),
        ([other("several")], "three or more, open above"),
        ([claim(UNKNOWN, quantity=NOT_STATED)], "unknown is not zero"),
    ],
    checks.quote_states_the_quantity: [
        ([claim(quantity=quantity_in("six"), evidence=(evidence(), evidence("all six")))],
         "the second quote has the words"),
        ([claim(quantity=SIX)], "the words state one part of the sum"),
        ([claim(UNKNOWN, quantity=NOT_STATED)], "neither states a number"),
    ],
    checks.evidence_is_where_it_says: [
        ([claim(evidence=(at(10, 42),))], "32 characters"),
        ([claim(evidence=(at(None, None),))], "no place is given"),
    ],
    checks.claim_fits_its_indicator: [
        ([claim(indicator=None, quantity=None, kind=Kind.EVENT)], "no number, no indicator"),
        ([claim(UNKNOWN, quantity=NOT_STATED)], "a number that is not stated is a quantity"),
    ],
    checks.tallies_have_a_baseline: [
        ([indicator("a", basis=Basis.LEVEL, baseline=None)], "a level counts from nowhere"),
        ([indicator("a", basis=Basis.EVENT, baseline=None)], "so does an event"),
    ],
    checks.chain_runs_from_origin_to_publisher: [
        ([IRAN, IRNA, claim(chain=("iran", "irna", "arab-news"))], "both are one origin"),
        ([claim(claimant="arab-news", chain=("arab-news",))], "the publisher's own words"),
    ],
    checks.dates_make_sense: [
        ([claim(period="2021-07-27/2021-08")], "it had begun when it was said"),
        ([claim(period="2021-07-28", planned=True)], "a plan is ahead"),
        ([claim(period="2021-07-27", planned=True)], "or of the same day"),
        ([claim(said_on="2021-07")], "some day of July was before"),
        ([claim(said_on=None, period="2031")], "nobody knows when it was said"),
    ],
    checks.claims_are_recorded_once: [
        ([claim(), claim(period="2021-07-27")], "another period"),
        ([source("s-2"), claim(), claim(evidence=(evidence(source="s-2"),))], "another source"),
        ([stating("several"), claim("several died", quantity=quantity_in("several"))],
         "vague words may mean two numbers"),
    ],
    checks.successor_answers_the_same_question: [
        ([earlier(said_on="2021-07-26"), SUPERSEDING], "said a day before"),
        ([earlier(said_on="2021-07-27"), SUPERSEDING], "corrected on the same day"),
        ([earlier(said_on=None), SUPERSEDING], "an unknown day is not later"),
    ],
    checks.explanations_are_about_one_question: [
        ([earlier(), explained("c-earlier")], "both are about Khuzestan"),
    ],
    checks.decisions_are_signed: [
        ([claim(review=review("cleared", "desk"))], "signed"),
        ([claim(review=review("in review"))], "nothing is decided"),
    ],
}  # fmt: skip
"""Records that come close to this check and trip none, and why."""


def rows(table: dict[Check, list[tuple[list[Record], str]]]) -> list[Any]:
    """Return the rows of a table, each with its check."""
    return [
        pytest.param(check, *case, id=f"{check.__name__}-{case[1]}")
        for check, cases in table.items()
        for case in cases
    ]


def tripped(records: Collection) -> set[Check]:
    """Return the checks that find a problem."""
    return {check for check in checks.CHECKS if [*check(records)]}


@pytest.mark.parametrize(("check", "records", "field"), rows(TRIPS))
def test_a_fault_trips_just_its_check(check: Check, records: list[Record], field: str) -> None:
    """One fault is one problem, which names the field and how to mend it."""
    (problem,) = checks.run(together(*records))
    assert tripped(together(*records)) == {check}
    assert problem.field == field
    assert problem.message
    assert problem.hint


@pytest.mark.parametrize(("check", "records", "why"), rows(NEAR_MISSES))
def test_a_near_miss_trips_no_check(check: Check, records: list[Record], why: str) -> None:
    """What only looks like the fault is let through."""
    assert tripped(together(*records)) == set(), f"{check.__name__}: {why}"


UNFIT: list[tuple[dict[str, Any], str]] = [
    ({"words": "five", "value": None}, "quantity.value"),
    ({"words": "several", "value": 3}, "quantity.value"),
    ({"words": "several", "low": None}, "quantity.value"),
    ({"words": "several", "high": 9}, "quantity"),
    ({"words": "between 5 and 8", "high": None}, "quantity.value"),
    ({"words": "between 5 and 8", "value": 9}, "quantity.value"),
]


@pytest.mark.parametrize(("fields", "field"), UNFIT)
def test_a_hedge_without_its_number_is_reported(fields: dict[str, Any], field: str) -> None:
    """A number has a value, a range two ends, a vague word only the least it allows."""
    found = checks.hedge_and_bounds_agree(together(other(**fields)))
    assert [problem.field for problem in found] == [field]


@pytest.mark.parametrize(
    ("words", "found"), [("5 [to] 8 [best estimate] 6", []), ("5 to 8", ["quantity.as_stated"])]
)
def test_the_best_estimate_of_a_range_stands_in_the_words(words: str, found: list[str]) -> None:
    """A range may have a value, where its source gives one; brackets are an editor's."""
    ranged = other(words="5 to 8", value=6, as_stated=words)
    problems = checks.run(together(ranged.model_copy(update={"evidence": (evidence(words),)})))
    assert [problem.field for problem in problems] == found


def test_no_check_lacks_a_case() -> None:
    """Each rule has a record that trips it and a near miss, so that none can fall asleep."""
    assert list(TRIPS) == list(NEAR_MISSES) == list(checks.CHECKS)


def test_the_starter_records_have_no_problem() -> None:
    """What is in data/ passes every check."""
    assert checks.run(starter.records()) == []


def test_problems_come_in_the_order_of_the_files() -> None:
    """A reader mends a file from its first line to its last, whatever rule found the fault."""
    bad: list[Record] = [
        claim(review=review("cleared")),
        claim("no", period="2031"),
        party("x", part_of="y"),
    ]
    places = [Where("claims.jsonl", 9), Where("claims.jsonl", 2), Where("parties.jsonl", 1)]
    located = [Located(record, where) for record, where in zip(bad, places, strict=True)]
    found = checks.run(Collection.of(located), together())
    assert [problem.where for problem in found] == [places[1], places[1], places[0], places[2]]


def test_what_is_on_record_is_referred_to_but_not_reported() -> None:
    """New records lean on the ledger's; a fault that stands there is not theirs."""
    known = together(claim("no", review=review("cleared")))
    assert checks.run(Collection.of_records([claim()]), known) == []
    assert checks.run(Collection.of_records([claim()])) != []


def test_a_new_version_takes_the_place_of_the_one_on_record() -> None:
    """A record that is read again is checked as it now reads, not as a second one of its id."""
    known = together(claim())
    again = Collection.of_records([claim(note="again"), party("irna", note="renamed")])
    assert checks.run(again, known) == []


def test_a_number_that_the_words_do_not_state_is_said_in_words() -> None:
    """The problem names the number on record, so that both can be held against the source."""
    (problem,) = checks.run(together(claim(quantity=quantity_in("six"))))
    assert problem.hint == "Take them from the quote: at least five people were killed"
    (problem,) = checks.run(together(other("five", hedge="at least", high=None)))
    assert problem.message == "the words do not state “at least five”"

"""Rules across records: one fault trips one rule, and its near miss trips none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims import checks
from claims.collection import Collection, Located
from claims.errors import Where
from tests import starter
from tests.check_cases import NEAR_MISSES, TRIPS, other, review
from tests.factories import claim, evidence, party, quantity_in, together

if TYPE_CHECKING:
    from claims.checks import Check
    from claims.records import Record


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

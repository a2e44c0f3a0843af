"""References: ids used once, naming what is on record, and never in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.collection import Collection, Located
from claims.errors import Where
from claims.references import ids_are_used_once, no_record_contains_itself, references_exist
from tests.factories import claim, evidence, indicator, party, source, together

if TYPE_CHECKING:
    from claims.records import Record

MISSING: list[tuple[Record, list[tuple[str, str]]]] = [
    (party("a", part_of="b"), [("part_of", "party")]),
    (source("a", publisher="b"), [("publisher", "party")]),
    (source("a", credit=("irna", "b")), [("credit.1", "party")]),
    (indicator("a", broader="b"), [("broader", "indicator")]),
    (claim(indicator="b"), [("indicator", "indicator")]),
    (claim(claimant="b"), [("claimant", "party")]),
    (claim(chain=("irna", "b", "arab-news")), [("chain.1", "party")]),
    (claim(evidence=(evidence(), evidence(source="b"))), [("evidence.1.source", "source")]),
    (claim(supersedes="b"), [("supersedes", "claim")]),
    (claim(claimant="b", chain=("b",)), [("claimant", "party"), ("chain.0", "party")]),
    (claim(indicator="irna"), [("indicator", "indicator")]),
    (claim(indicator=None), []),
    (party("a"), []),
    (source("a", credit=("irna",)), []),
]


@pytest.mark.parametrize(("record", "missing"), MISSING)
def test_each_name_that_is_not_on_record_is_reported(
    record: Record, missing: list[tuple[str, str]]
) -> None:
    """Every reference is looked up among the records of its own kind."""
    found = list(references_exist(together(record)))
    assert [(p.field, p.message) for p in found] == [
        (field, f"there is no such {kind}") for field, kind in missing
    ]
    assert {p.record for p in found} <= {record.id}


@pytest.mark.parametrize(
    ("spelled", "hint"),
    [
        ("khuzestan-kiled", "Did you mean “khuzestan-killed”"),
        ("khuzestan", "Did you mean “khuzestan-killed”"),
        ("troops-in-iraq", "Add the indicator first"),
    ],
)
def test_a_misspelt_name_is_answered_with_the_nearest(spelled: str, hint: str) -> None:
    """A slip of the pen gets the right spelling, another name gets no guess."""
    (problem,) = references_exist(together(claim(indicator=spelled)))
    assert (problem.value, problem.hint) == (spelled, hint)


def test_a_second_use_of_an_id_names_the_first() -> None:
    """The later line is the one reported, with the place of the earlier one."""
    places = [Where("parties.jsonl", line) for line in (3, 7, 9)]
    records = [party("a"), party("a", name="Other"), party("b")]
    located = [Located(record, where) for record, where in zip(records, places, strict=True)]
    (problem,) = ids_are_used_once(Collection.of(located))
    assert problem.where == places[1]
    assert problem.message == "the id is already used at parties.jsonl:3"


CIRCLES: list[tuple[list[Record], list[str]]] = [
    ([party("a", part_of="a")], ["a"]),
    ([party("a", part_of="b"), party("b", part_of="a")], ["a", "b"]),
    ([party("a", part_of="b"), party("b", part_of="c"), party("c", part_of="b")], ["b", "c"]),
    ([indicator("a", broader="b"), indicator("b", broader="a")], ["a", "b"]),
    ([claim("x", id="c-x", supersedes="c-y"), claim(id="c-y", supersedes="c-x")], ["c-x", "c-y"]),
    ([party("a", part_of="b"), party("b", part_of="c"), party("c")], []),
    ([party("a", part_of="b"), indicator("b", broader="a")], []),
    ([party("a", part_of="c"), party("b", part_of="c"), party("c")], []),
    ([source("a")], []),
]


@pytest.mark.parametrize(("records", "circle"), CIRCLES)
def test_records_that_contain_themselves_are_reported(
    records: list[Record], circle: list[str]
) -> None:
    """Those on the circle are named, not those that merely lead to it."""
    assert [p.record for p in no_record_contains_itself(together(*records))] == circle


ROOTS = [
    ([party("centcom", part_of="pentagon"), party("pentagon", part_of="us"), party("us")], "us"),
    ([party("centcom")], "centcom"),
    ([party("centcom", part_of="gone")], "gone"),
    ([party("centcom", part_of="us"), party("us", part_of="centcom")], "us"),
    ([], "centcom"),
]


@pytest.mark.parametrize(("parties", "root"), ROOTS)
def test_the_root_is_whom_a_party_speaks_for(parties: list[Record], root: str) -> None:
    """Command, ministry and state are one origin; a circle comes to an end."""
    assert Collection.of_records(parties).root("centcom") == root

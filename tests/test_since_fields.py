"""What differs between two states of a claim, field by field, in readers' words."""

from __future__ import annotations

from typing import Any

import pytest

from claims.records import Claim, Evidence, Explanation, Review, Withdrawal
from claims.since import differing, subject
from claims.vocabulary import Difference, Kind, ReviewState
from tests.factories import changed, claim, evidence, quantity_in, stating, together

FIVE = stating("at least five")
GONE = Withdrawal(on="2021-08-01", by="IRNA", reason="retracted")
SCOPE = Explanation(claim="c-1", why=Difference.SCOPE, by="Ana", on="2024-05-01", note="x")
WORDS = Evidence(source="s-1", quote="five", paragraph=3, start=10, end=14, prefix="a", suffix="b")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"period": "2021-07"}, "period: 15 July 2021 to 27 July 2021 → July 2021"),
        ({"said_on": None}, "said: 27 July 2021 → none"),
        ({"claimant": "arab-news"}, "claimant: IRNA → ARAB-NEWS"),
        ({"chain": ("arab-news",)}, "chain: IRNA → ARAB-NEWS → ARAB-NEWS"),
        ({"statement": "Other."}, "statement: Five. → Other."),
        ({"planned": True}, "about: what was observed → the future"),
        ({"kind": Kind.EVENT}, "kind: casualty figure → event"),
        ({"indicator": None}, "indicator: People killed in the Khuzestan protests → none"),
        ({"review": Review(state=ReviewState.CLEARED)}, "review: unreviewed → cleared"),
        (
            {"review": Review(by="Ana", on="2024", why="seen", verdict="right")},
            (
                "reviewed by: none → Ana; reviewed: none → 2024; "
                "reason of the review: none → seen; verdict: none → right"
            ),
        ),
        (
            {"evidence": (evidence("Five people", source="s-2"),)},
            (
                "quote: “at least five people were killed” → “Five people”; "
                "source: Report s-1 → s-2"
            ),
        ),
        (
            {"evidence": (WORDS,)},
            (
                "quote: “at least five people were killed” → “five”; place in the source: "
                "not said → paragraph 3, characters 10 to 14, after “a”, before “b”"
            ),
        ),
        ({"supersedes": "c-1"}, "takes the place of: none → c-1"),
        ({"explained": (SCOPE,)}, "explained: none → scope beside c-1, by Ana on 1 May 2024: x"),
        ({"tags": ("a", "b")}, "tags: none → a, b"),
        (
            {"quantity": None},
            (
                "figure: at least five → none; as stated: “at least five” → none; "
                "bounds: 5 or more → none; unit: deaths → none"
            ),
        ),
        (
            {"quantity": quantity_in("an undisclosed number")},
            (
                "figure: at least five → not stated; "
                "as stated: “at least five” → “an undisclosed number”; bounds: 5 or more → unknown"
            ),
        ),
        ({"quantity": quantity_in("at least five")}, ""),
    ],
)  # fmt: skip
def test_every_field_is_told_in_words(fields: dict[str, Any], expected: str) -> None:
    """Each field of a claim has words for what it was and what it is."""
    before = stating("at least five", statement="Five.")
    found = differing(before, changed(before, **fields), together())
    assert "; ".join(field.in_words() for field in found) == expected


def test_no_field_of_a_claim_is_passed_over() -> None:
    """Whatever field differs, something is told; only the id never changes."""
    before = claim()
    fields: dict[str, Any] = {
        "kind": Kind.EVENT,
        "indicator": None,
        "statement": "Other.",
        "quantity": quantity_in("six"),
        "period": None,
        "said_on": None,
        "claimant": "x",
        "chain": ("x",),
        "planned": True,
        "evidence": (evidence("x"),),
        "review": Review(state=ReviewState.REJECTED),
        "supersedes": "x",
        "explained": (SCOPE,),
        "withdrawn": GONE,
        "tags": ("x",),
        "note": "x",
    }
    assert set(fields) == set(Claim.model_fields) - {"id"}
    told = {
        name: differing(before, changed(before, **{name: fields[name]}), together())
        for name in fields
    }
    assert [name for name, found in told.items() if not found] == []


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (FIVE, "at least five deaths, IRNA"),
        (stating("one"), "one death, IRNA"),
        (stating("at least one"), "at least one death, IRNA"),
        (stating("an undisclosed number"), "number of deaths not stated, IRNA"),
        (changed(FIVE, planned=True), "at least five deaths, IRNA [planned]"),
        (changed(FIVE, withdrawn=GONE), "at least five deaths, IRNA [withdrawn]"),
        (changed(FIVE, quantity=None, statement="A visit."), "A visit, IRNA"),
    ],
)  # fmt: skip
def test_a_claim_is_named_in_a_line(one: Claim, expected: str) -> None:
    """The figure with its hedge and what it counts, who asserts it, and what goes with it."""
    assert subject(one, together()) == expected

"""Claim ids: made of the content, so that importing the same row twice changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.periods import parse
from claims.records import Claim, Evidence, claim_id
from tests.lines import LINE, with_evidence, without


def test_a_claim_is_named_by_its_content() -> None:
    """A claim without an id gets one that its content makes; an id it has is kept."""
    claim = Claim.model_validate(LINE)
    assert claim.id == claim_id(LINE)
    assert claim.id.startswith("c-")
    assert len(claim.id) == len("c-0123456789ab")
    assert Claim.model_validate(LINE | {"id": "c-kept"}).id == "c-kept"


def test_the_id_does_not_depend_on_the_order_of_fields() -> None:
    """The same row from a table with its columns in another order is the same claim."""
    backwards = dict(reversed(LINE.items()))
    backwards["evidence"] = [dict(reversed(LINE["evidence"][0].items()))]
    assert claim_id(backwards) == claim_id(LINE)


def test_the_id_is_the_same_from_json_and_from_records() -> None:
    """It does not matter whether a claim comes from a file or from the program."""
    made = LINE | {
        "period": parse(LINE["period"]),
        "evidence": (Evidence.model_validate(LINE["evidence"][0]),),
    }
    assert claim_id(made) == claim_id(LINE)
    assert claim_id(with_evidence(quote=" At least five people have been killed\n")) == claim_id(
        LINE
    )


CHANGED = [
    LINE | {"indicator": "another"},
    LINE | {"claimant": "another"},
    LINE | {"period": "2021-07"},
    with_evidence(source="another"),
    with_evidence(quote="another"),
    without("indicator"),
    without("period"),
]


@pytest.mark.parametrize("changed", CHANGED, ids=str)
def test_every_part_of_the_identity_changes_the_id(changed: dict[str, Any]) -> None:
    """Another indicator, claimant, period, source or quote is another claim."""
    assert claim_id(changed) != claim_id(LINE)


SAME = [
    LINE | {"statement": "In other words"},
    LINE | {"quantity": None},
    LINE | {"review": {"state": "cleared"}},
    LINE | {"note": "A doubt"},
    with_evidence(prefix="the words before"),
]


@pytest.mark.parametrize("changed", SAME, ids=str)
def test_what_an_editor_corrects_keeps_the_id(changed: dict[str, Any]) -> None:
    """Correcting the statement, the reading of the number or the review is the same claim."""
    assert claim_id(changed) == claim_id(LINE)


PARTS = st.text(alphabet="a.\"', ", max_size=4)


@given(st.lists(PARTS, min_size=5, max_size=5), st.lists(PARTS, min_size=5, max_size=5))
def test_no_two_identities_run_together(one: list[str], other: list[str]) -> None:
    """Dots, quotes and commas in a part cannot make two claims look like one."""

    def identity(parts: list[str]) -> dict[str, Any]:
        indicator, claimant, period, source, quote = parts
        evidence = [{"source": source, "quote": quote}]
        return {"indicator": indicator, "claimant": claimant, "period": period} | {
            "evidence": evidence
        }

    same = [part.strip() for part in one] == [part.strip() for part in other]
    assert (claim_id(identity(one)) == claim_id(identity(other))) is same

"""Explanations: a person's reason why two figures differ, kept with the claim."""

from __future__ import annotations

import pytest

from claims.errors import NothingToExplainError
from claims.explaining import explained
from claims.records import Claim, Explanation
from claims.vocabulary import DIFFERENCES, Difference
from tests import factories
from tests.factories import stating

FIVE, NINE = stating("five", claimant="irna"), stating("nine", claimant="fars")


def because(why: Difference, other: Claim = NINE) -> Explanation:
    """Make an explanation by the desk."""
    return Explanation(claim=other.id, why=why, by="desk")


def test_an_explanation_is_added_to_the_claim() -> None:
    """The claim stays as it is, with the reason beside it."""
    found = explained(FIVE, NINE, factories.indicator(), because(Difference.SCOPE))
    assert found.explained == (because(Difference.SCOPE),)
    assert factories.changed(found, explained=()) == FIVE


def test_a_later_explanation_takes_the_place_of_an_earlier_one() -> None:
    """A pair of claims has one explanation; those of other pairs stay."""
    seven = stating("seven", claimant="isna")
    found = FIVE
    for other, why in [
        (NINE, Difference.SCOPE),
        (seven, Difference.TIME),
        (NINE, Difference.ERROR),
    ]:
        found = explained(found, other, factories.indicator(), because(why, other))
    assert [(e.claim, e.why) for e in found.explained] == [
        (seven.id, Difference.TIME),
        (NINE.id, Difference.ERROR),
    ]


REFUSED: list[tuple[Claim, str]] = [
    (stating("five", claimant="fars"), "both say five"),
    (stating("at least five", claimant="fars"), "five and at least five can both be true"),
    (stating("nine", claimant="fars", planned=True), "a plan is not compared with an observation"),
    (stating("nine", claimant="fars", indicator="other"), "they answer different questions"),
]


@pytest.mark.parametrize(("other", "reason"), REFUSED)
def test_only_a_conflict_is_explained(other: Claim, reason: str) -> None:
    """What agrees or is not compared needs no explanation, and the refusal says why."""
    with pytest.raises(NothingToExplainError, match=reason):
        explained(FIVE, other, factories.indicator(), because(Difference.SCOPE, other))


def test_a_claim_without_a_question_has_nothing_to_explain() -> None:
    """An event or a commitment is compared with nothing."""
    with pytest.raises(NothingToExplainError, match="no question"):
        explained(FIVE, NINE, None, because(Difference.SCOPE))


def test_every_reason_of_the_short_list_says_what_it_means() -> None:
    """Scope, time, method, definition, hedge only, error: each with a sentence."""
    assert [str(why) for why in Difference] == [
        "scope", "time", "method", "definition", "hedge only", "error",
    ]  # fmt: skip
    assert set(DIFFERENCES) == set(Difference)

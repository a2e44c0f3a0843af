"""Explanations: a person's reason why two figures differ, kept with the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.errors import IncompleteExplanationError, NothingToExplainError
from claims.explaining import explain
from claims.pairs import comparisons
from claims.vocabulary import DIFFERENCES, Difference
from tests import factories
from tests.factories import changed, stating

if TYPE_CHECKING:
    from claims.records import Claim

FIVE = stating("five", claimant="irna", chain=("irna", "arab-news"))
NINE = stating("nine", claimant="fars", chain=("fars", "arab-news"))
SEVEN = stating("seven", claimant="isna", chain=("isna", "arab-news"))
REPRINT = changed(stating("five", claimant="irna", chain=("irna", "dawn")), id="c-reprint")
QUESTION = factories.indicator()


def explained(
    claim: Claim, other: Claim, why: str, *claims: Claim, by: str = "desk"
) -> tuple[Claim, ...]:
    """Explain that a claim differs from another, beside others under the same indicator."""
    every = claims or (FIVE, NINE, SEVEN, REPRINT)
    return explain(claim, other, QUESTION, every, why=why, note="counts police", by=by)


def now(*written: Claim) -> dict[str, Claim]:
    """Return the four claims as they stand once some were written."""
    return {one.id: one for one in (FIVE, NINE, SEVEN, REPRINT, *written)}


def reasons(claim: Claim) -> list[tuple[str, str, str]]:
    """Return from what a claim was explained to differ, why and by whom."""
    return [(one.claim, str(one.why), one.by) for one in claim.explained]


def test_an_explanation_is_added_to_the_claim() -> None:
    """The claim stays as it is, with the reason, the day and the two figures beside it."""
    (found,) = explained(FIVE, NINE, "scope")
    assert reasons(found) == [(NINE.id, "scope", "desk")]
    assert found.explained[0].figures == ("five", "nine")
    assert found.explained[0].on is not None
    assert changed(found, explained=()) == FIVE


def test_a_later_explanation_takes_the_place_of_an_earlier_one() -> None:
    """A pair of claims has one explanation; those of other pairs stay."""
    stands = now()
    for other, why in [(NINE, "scope"), (SEVEN, "time"), (NINE, "error")]:
        stands = now(*explained(stands[FIVE.id], other, why, *stands.values()))
    assert reasons(stands[FIVE.id]) == [
        (SEVEN.id, "time", "desk"),
        (NINE.id, "error", "desk"),
    ]


def test_it_takes_the_place_of_one_on_the_other_claim() -> None:
    """Ann finds an error in five; Bob finds that nine counts more: his is the last word."""
    first = now(*explained(FIVE, NINE, "error", by="Ann"))
    written = explained(first[NINE.id], first[FIVE.id], "scope", *first.values(), by="Bob")
    last = first | {one.id: one for one in written}
    assert reasons(last[FIVE.id]) == []
    assert reasons(last[NINE.id]) == [(FIVE.id, "scope", "Bob")]


def test_it_takes_the_place_of_one_on_another_page_of_the_figure() -> None:
    """Whichever page of five was explained before, the pair of figures has one explanation."""
    first = now(*explained(REPRINT, NINE, "error", by="Ann"))
    written = explained(first[FIVE.id], first[NINE.id], "scope", *first.values(), by="Bob")
    last = first | {one.id: one for one in written}
    assert reasons(last[REPRINT.id]) == []
    assert reasons(last[FIVE.id]) == [(NINE.id, "scope", "Bob")]


def test_an_explanation_lapses_with_the_figures() -> None:
    """Five against nine was explained; five against 80,000 was not."""
    five = now(*explained(FIVE, NINE, "scope"))[FIVE.id]
    more = changed(NINE, quantity=stating("80,000").quantity)
    (before,) = comparisons([five, NINE], QUESTION)
    (after,) = comparisons([five, more], QUESTION)
    assert before.explained is not None
    assert after.explained is None


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
        explained(FIVE, other, "scope")


INCOMPLETE: list[tuple[str, str, str, str]] = [
    ("", "counts police", "desk", "it needs a reason"),
    ("scope", " ", "desk", "it needs the explanation in words"),
    ("scope", "counts police", "", "it needs the name of whoever gives it"),
    ("because", "counts police", "desk", "why: Input should be"),
    ("scope", "counts police", "desk\u202e", "by: "),
]


@pytest.mark.parametrize(("why", "note", "by", "fault"), INCOMPLETE)
def test_an_explanation_is_whole(why: str, note: str, by: str, fault: str) -> None:
    """A reason of the short list, words and a name, or it is refused with what is missing."""
    with pytest.raises(IncompleteExplanationError, match=fault):
        explain(FIVE, NINE, QUESTION, (), why=why, note=note, by=by)


def test_a_claim_without_a_question_has_nothing_to_explain() -> None:
    """An event or a commitment is compared with nothing."""
    with pytest.raises(NothingToExplainError, match="no question"):
        explain(FIVE, NINE, None, (), why="scope", note="counts police", by="desk")


def test_every_reason_of_the_short_list_says_what_it_means() -> None:
    """Scope, time, method, definition, hedge only, error: each with a sentence."""
    assert [str(why) for why in Difference] == [
        "scope", "time", "method", "definition", "hedge only", "error",
    ]  # fmt: skip
    assert set(DIFFERENCES) == set(Difference)

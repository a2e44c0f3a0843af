"""What a language model suggests: kept where the text bears it out, corrected, or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.extraction.events.kinds import What
from claims.hedges import Hedge
from tests.scripted import suggested

if TYPE_CHECKING:
    from claims.extraction.proposal import Proposal

TEXT = (
    "At least five people were killed in Mosul on Monday, police said. "
    "The army said that 1,200 soldiers were sent to Basra in 2029.\n\n"
    "Ten men were buried in Erbil. In another street ten men dug on."
)


def _one(**figure: Any) -> Proposal:
    """Return the proposal that is made of one suggestion for the text above."""
    (proposal,) = suggested(TEXT, figure)
    return proposal


def test_an_honest_suggestion_is_kept_with_what_the_text_says_around_it() -> None:
    """The quote has its exact place, and the hedge and bounds are those of the words."""
    one = _one(
        quote="At least five people",
        kind="killed",
        number=5,
        when="on Monday",
        place="Mosul",
        claimant="police",
    )
    assert TEXT[one.start : one.end] == one.quote == "At least five people"
    assert (one.kind, one.hedge, one.low, one.high) == (What.KILLED, Hedge.AT_LEAST, 5, None)
    assert (one.period, one.place, one.country) == ("2030-03-11", "Mosul", "IQ")
    assert (one.claimant, one.chain, one.noun) == ("police", ("police",), "people")


DROPPED: list[tuple[dict[str, Any], str]] = [
    # suggestion, why it is dropped
    ({"quote": "seven people", "kind": "killed"}, "the words stand nowhere"),
    ({"quote": "at least five people", "kind": "killed"}, "not letter by letter"),
    ({"quote": "fifty people", "kind": "killed"}, "another number"),
    ({"quote": "five people", "kind": "killed", "number": 50}, "read as another number"),
    ({"quote": "200 soldiers", "kind": "troops"}, "begins within a number"),
    ({"quote": "1,200 soldier", "kind": "troops"}, "ends within a word"),
    ({"quote": "people were killed", "kind": "killed"}, "no number"),
    ({"quote": "five people", "kind": "heroes"}, "no kind of ours"),
    ({"quote": "in 2029", "kind": "troops"}, "a year counts nothing"),
    ({"quote": "", "kind": "killed"}, "no words"),
    ({"quote": "police said. The army said that 1,200", "kind": "troops"}, "two sentences"),
    ({"quote": "Erbil. In another street ten men", "kind": "other"}, "two sentences"),
    ({"quote": TEXT, "kind": "killed"}, "the whole text"),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "why"), DROPPED)
def test_what_the_text_does_not_say_is_dropped(figure: dict[str, Any], why: str) -> None:
    """A quote stands in the text, holds one number of things, and means that number."""
    assert suggested(TEXT, figure) == [], why


def test_a_quote_of_two_numbers_is_dropped() -> None:
    """Which of the two the kind is of cannot be told."""
    text = "Three men died and two were hurt."
    assert suggested(text, {"quote": "Three men died and two", "kind": "killed"}) == []


def test_a_hedge_that_a_model_leaves_out_is_put_back() -> None:
    """Nobody turns “at least five” into five."""
    one = _one(quote="five people", kind="killed", number=5)
    assert (one.quote, one.hedge, one.low, one.high) == (
        "At least five people",
        Hedge.AT_LEAST,
        5,
        None,
    )


def test_a_long_quote_is_cut_to_a_few_words() -> None:
    """The few words are kept, not the sentence."""
    one = _one(
        quote="At least five people were killed in Mosul on Monday, police said.", kind="killed"
    )
    assert one.quote == "At least five people were killed in Mosul on Monday, police"


def test_a_quote_that_repeats_is_the_one_of_the_sentence_that_is_named() -> None:
    """Without a sentence it is not clear which of two is meant."""
    text = "Ten men were hurt. Later ten men were hurt again."
    again = {"quote": "ten men", "kind": "wounded", "sentence": "Later ten men were hurt again."}
    twice = "Two men died. In Kut two men died. In Hit two men died."
    assert [one.start for one in suggested(text, again)] == [text.index("ten men")]
    assert suggested(twice, {"quote": "two men", "kind": "killed"}) == []
    named = {"quote": "two men", "kind": "killed", "sentence": "In Hit two men died."}
    assert [one.start for one in suggested(twice, named)] == [twice.rindex("two men")]


PERIODS = [
    # what a model says of when, what is kept
    ({"when": "on Monday"}, "2030-03-11"),
    ({"when": "on Monday", "period": "2031"}, "2030-03-11"),
    ({"when": "Monday week", "period": "soon"}, "2030-03-11"),
    ({"when": "in 2029"}, "2030-03-11"),
    ({"period": "2029-13-45"}, "2030-03-11"),
    ({"period": "yesterday"}, "2030-03-11"),
    ({}, "2030-03-11"),
]


@pytest.mark.parametrize(("said", "period"), PERIODS)
def test_when_is_what_the_words_of_the_sentence_say(said: dict[str, Any], period: str) -> None:
    """A model's period never stands against the words."""
    assert _one(quote="five people", kind="killed", **said).period == period


UNDATED = [
    # period that a model gives where the text has no date, what is kept
    ("2030-03", "2030-03"),
    ("1999", None),
    ("March", None),
    ("2030-03-01/2029-01-01", None),
]


@pytest.mark.parametrize(("period", "kept"), UNDATED)
def test_a_period_without_words_is_edtf_of_the_time_of_the_text(
    period: str, kept: str | None
) -> None:
    """An EDTF period is taken where nothing speaks against it, other wordings are not."""
    (one,) = suggested("Ten men drowned.", {"quote": "Ten men", "kind": "killed", "period": period})
    assert one.period == kept


CLAIMANTS = [
    # claimant that a model names, who is kept
    ("police", "police"),
    ("The army", "police"),
    ("the president", "police"),
    (None, "police"),
]


@pytest.mark.parametrize(("named", "kept"), CLAIMANTS)
def test_a_claimant_is_not_swapped_for_another(named: str | None, kept: str) -> None:
    """Where the text says who speaks, a model does not change it."""
    assert _one(quote="five people", kind="killed", claimant=named).claimant == kept


def test_a_claimant_that_the_rules_do_not_see_is_kept_if_the_text_names_it() -> None:
    """A model may see who speaks where the rules do not, but invents nobody."""
    text = "Ten men drowned. So it stands in the diary of the harbour master."
    figure = {"quote": "Ten men", "kind": "killed"}
    (seen,) = suggested(text, figure | {"claimant": "harbour master"})
    (invented,) = suggested(text, figure | {"claimant": "coast guard"})
    assert (seen.claimant, invented.claimant) == ("harbour master", None)


PLACES = [
    # place that a model names, place kept, country
    ("Mosul", "Mosul", "IQ"),
    ("Atlantis", "Mosul", "IQ"),
    ("Basra", "Mosul", "IQ"),
    (None, "Mosul", "IQ"),
]


@pytest.mark.parametrize(("named", "place", "country"), PLACES)
def test_a_place_stands_in_the_text(named: str | None, place: str, country: str) -> None:
    """A place that the sentence does not name gives way to the one that it does."""
    one = _one(quote="five people", kind="killed", place=named)
    assert (one.place, one.country) == (place, country)


def test_a_denial_and_a_plan_are_never_dropped() -> None:
    """What the rules read as denied or planned stays so, whatever a model says."""
    denied = "The ministry denied that nine men were killed."
    planned = "The army will send 500 soldiers."
    (one,) = suggested(denied, {"quote": "nine men", "kind": "killed", "negated": False})
    (other,) = suggested(planned, {"quote": "500 soldiers", "kind": "troops", "planned": False})
    assert one.negated
    assert other.planned

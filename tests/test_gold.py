"""The gold set: its files are sound, and the scorer counts as it says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from claims.errors import WordingError
from claims.hedges import VAGUE, Hedge, bounds
from claims.numerals import parse as stated
from claims.periods import parse as period
from tests.bench.gold import errors, pairs, right_in, same_period, same_words, score
from tests.bench.gold_set import HALVES, Gold, Item, read

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = set(
    "killed wounded casualties detained kidnapped missing displaced rescued troops attacks "
    "weapons other".split()
)
MANNERS = {"agency", "local", "official", "ngo", "headline"}
ITEMS = {half: read(path) for half, path in HALVES.items()}
EVERY = [item for items in ITEMS.values() for item in items]
CLAIMS = [(item, claim) for item in EVERY for claim in item.claims]
IN_OTHER_WORDS = {
    "17-year-old", "a 12-year-old boy", "A 34-year-old man", "Alleged gunrunner", "Both", "Doctor",
    "Ex-rebel commander", "Farmer", "her daughter", "Her driver", "her driver", "Her husband",
    "Her sister", "her twins", "himself", "His bodyguard", "his cousin", "how many",
    "how many fighters", "How many houses", "how many people", "its conductor", "its driver",
    "its owner", "Kidnapped priest", "my brother", "my son", "my wife", "nil", "nobody", "Nobody",
    "none", "not a single", "not one", "Not one shell", "passed 700", "Shopkeeper", "suspect",
    "suspected thief", "the bride's father", "the fire chief", "the general",
    "The mayor’s brother", "the number of injured is not known",
    "the number of its soldiers buried", "the number of people who crossed", "The pilot",
    "tops 1,100", "Twin", "without loss of life",
}  # fmt: skip
"""Quotes that state their figure in words the grammar of numbers does not read, or reads apart."""


def _as_the_table_has_it(claim: Gold) -> bool:
    """Tell whether some number gives these bounds under this hedge."""
    hedge, ends = Hedge(claim.hedge), (claim.low, claim.high)
    if hedge is Hedge.NOT_STATED:
        return ends == (None, None)
    if hedge is Hedge.BETWEEN:
        return claim.low is not None and claim.high is not None and claim.low < claim.high
    known = [end for end in ends if end is not None]
    numbers = [*known, *(n - 1 for n in known), *(n + 1 for n in known), sum(known) / len(known)]
    numbers = list(VAGUE.values()) if hedge is Hedge.VAGUE else numbers
    given = (bounds(hedge, int(n) if n == int(n) else n) for n in numbers)
    return any((each.low, each.high) == ends for each in given)


@pytest.mark.parametrize(("item", "claim"), CLAIMS)
def test_an_annotated_figure_is_sound(item: Item, claim: Gold) -> None:
    """The quote stands in the text at its place, and every field holds what it may hold."""
    assert item.text[claim.start : claim.end] == claim.quote != ""
    assert claim.kind in KINDS
    assert claim.unit
    assert _as_the_table_has_it(claim)
    assert claim.period is None or period(claim.period).text == claim.period
    assert claim.place is None or claim.place in item.text
    assert claim.claimant is None or claim.claimant in item.text


@pytest.mark.parametrize(("item", "claim"), CLAIMS)
def test_a_quote_states_its_figure(item: Item, claim: Gold) -> None:
    """The words of a quote give its hedge and bounds, save where it states no number at all."""
    try:
        read_back = stated(claim.quote)
        found = (read_back.hedge.value, read_back.bounds.low, read_back.bounds.high)
    except WordingError:
        found = ("", None, None)
    agrees = found == (claim.hedge, claim.low, claim.high)
    assert agrees or claim.quote in IN_OTHER_WORDS, item.id


@pytest.mark.parametrize("half", HALVES)
def test_a_half_has_its_size_and_mix(half: str) -> None:
    """Each half has 80 items or more, every manner and kind, and at least 13 without a figure."""
    items = ITEMS[half]
    claims = [claim for item in items for claim in item.claims]
    assert len(items) >= 80
    assert sum(not item.claims for item in items) >= 13
    assert {item.manner for item in items} == MANNERS
    assert {claim.kind for claim in claims} == KINDS
    assert {claim.hedge for claim in claims} == {hedge.value for hedge in Hedge}
    assert all(any(getattr(c, flag) for c in claims) for flag in ("planned", "negated", "part"))


@pytest.mark.parametrize("half", HALVES)
def test_a_line_is_compact_json(half: str) -> None:
    """A line is compact JSON with sorted keys; it gives a start only where the quote recurs."""
    for line in HALVES[half].read_text("utf-8").removesuffix("\n").split("\n"):
        row = json.loads(line)
        again = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert again == line
        assert all(
            ("start" in claim) == (row["text"].count(claim["quote"]) > 1) for claim in row["claims"]
        )


def test_the_halves_are_apart() -> None:
    """No id and no text stands twice, and no six words in a row stand in both halves."""
    assert len({item.id for item in EVERY}) == len({item.text for item in EVERY}) == len(EVERY)
    developed, held_back = ({run for i in items for run in _runs(i)} for items in ITEMS.values())
    assert not developed & held_back


def _runs(item: Item) -> set[tuple[str, ...]]:
    """Return every six words in a row."""
    words = item.text.casefold().split()
    return {tuple(words[n : n + 6]) for n in range(len(words) - 5)}


@dataclass(frozen=True)
class Proposed:
    """A proposal made by hand: five killed on 11 March in Mosul, as police say."""

    start: int = 0
    end: int = 13
    kind: str = "killed"
    hedge: str = "at least"
    low: float | None = 5
    high: float | None = None
    period: str | None = "2030-03-11"
    place: str | None = "Mosul"
    claimant: str | None = "police"
    planned: bool = False
    negated: bool = False


ITEM = next(item for item in ITEMS["development"] if item.id == "d-001")
RIGHT = Proposed()
WOUNDED = Proposed(37, 39, "wounded", "exact", 14, 14)


@pytest.mark.parametrize(("proposals", "matched"), [
    ([RIGHT, WOUNDED], [(0, 0), (1, 1)]),
    ([WOUNDED, RIGHT], [(0, 1), (1, 0)]),
    ([Proposed(end=20)], [(0, 0)]),
    ([Proposed(start=9)], [(0, 0)]),
    ([Proposed(start=13, end=20)], []),
    ([Proposed(low=6)], []),
    ([Proposed(high=5)], []),
    ([Proposed(kind="wounded")], []),
    ([Proposed(start=9), RIGHT], [(0, 1)]),
    ([RIGHT, RIGHT], [(0, 0)]),
    ([], []),
])  # fmt: skip
def test_matching(proposals: list[Proposed], matched: list[tuple[int, int]]) -> None:
    """One proposal matches one figure: words overlap, kind and bounds are equal."""
    assert pairs(ITEM.claims, proposals) == matched


@pytest.mark.parametrize(("proposal", "wrong"), [
    (RIGHT, set()),
    (Proposed(hedge="more than"), {"hedge"}),
    (Proposed(period="2030-03"), {"period"}),
    (Proposed(period=None, place=None), {"period", "place"}),
    (Proposed(claimant=None, planned=True), {"claimant", "planned"}),
    (Proposed(negated=True), {"negated"}),
])  # fmt: skip
def test_fields(proposal: Proposed, wrong: set[str]) -> None:
    """Each field of a matched proposal is right or wrong by itself."""
    fields = {"period", "place", "claimant", "hedge", "planned", "negated"}
    assert fields - right_in(ITEM.claims[0], proposal) == wrong


@pytest.mark.parametrize(("one", "other", "same"), [
    ("2030-03-11", "2030-03-11", True),
    ("2030-01-01/2030-03-31", "2030-01/2030-03", True),
    ("2030-10/2030-12~", "2030-10/2030-12", True),
    ("2030-03-11", "2030-03", False),
    ("../2030-03-11", "2030-03-11", False),
    (None, None, True),
    (None, "2030-03-11", False),
    ("2030-03-11", "last Monday", False),
])  # fmt: skip
def test_same_period(one: str | None, other: str | None, same: bool) -> None:
    """Periods are the same where their first and last days are."""
    assert same_period(one, other) is same


@pytest.mark.parametrize(("one", "other", "same"), [
    ("police", "Police", True),
    ("The army", "a spokesman for the army", True),
    ("army", "Army spokesman", True),
    ("the mission’s spokesman", "the mission", True),
    ("the doctors’ union", "the doctors' union", True),
    ("Plateau", "Plateau state", True),
    ("Oman", "Roman", False),
    ("the army", "the navy", False),
    ("a spokesman", None, False),
    (None, None, True),
    ("police", None, False),
])  # fmt: skip
def test_same_words(one: str | None, other: str | None, same: bool) -> None:
    """Names are the same where one holds the other, articles and spokesmen aside."""
    assert same_words(one, other) is same


@pytest.mark.parametrize(("proposals", "precision", "recall", "f1"), [
    ([RIGHT, WOUNDED], 1, 1, 1),
    ([RIGHT], 1, 0.5, 2 / 3),
    ([RIGHT, Proposed(low=6)], 0.5, 0.5, 0.5),
    ([], 0, 0, 0),
])  # fmt: skip
def test_score(proposals: Sequence[Proposed], precision: float, recall: float, f1: float) -> None:
    """Precision counts what was proposed, recall what is annotated, F1 both."""
    found = score([ITEM], [proposals])
    assert (found.precision, found.recall) == (precision, recall)
    assert found.f1 == pytest.approx(f1)


def test_the_share_of_a_field_is_of_the_matched() -> None:
    """A field is counted over the matched figures alone."""
    found = score([ITEM], [[RIGHT, Proposed(37, 39, "wounded", "exact", 14, 14, None)]])
    assert (found.share("period"), found.share("place")) == (0.5, 1)


def test_errors_say_what_is_wrong() -> None:
    """A figure missed, one proposed for nothing and a wrong field each have a line."""
    told = list(errors([ITEM], [[Proposed(place="Kirkuk"), Proposed(low=6)]]))
    assert told[0].split("\n")[1:] == [
        "  missed: '14' wounded 14 to 14",
        "  useless: 'At least five' killed 6 to None",
        "  place: 'At least five': wanted Mosul, got Kirkuk",
    ]
    assert list(errors([ITEM], [[RIGHT, WOUNDED]])) == []

"""The optional parse: what it adds to the numbers of a sentence and to what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extraction import events, numbers
from claims.extraction.engines.engine import Rules
from claims.extraction.engines.parse import LONGEST, Parse, available, load, trees, units
from claims.extraction.engines.parsed_events import by_parse
from claims.extraction.events.kinds import What
from claims.extraction.events.words import Words
from claims.extraction.sentences import sentences
from claims.hedges import Hedge

if TYPE_CHECKING:
    from claims.extraction.engines.engine import Engine
    from claims.extraction.events import Counted


def test_the_model_is_there_and_loaded_once() -> None:
    """The program says whether the parse can be had, and loads it when it is first needed."""
    assert available()
    assert load() is load()


def test_a_tree_has_the_places_of_the_text() -> None:
    """Every word of a tree stands in the text where the tree says it does."""
    text = "Rain fell.\n\n  Five  people \u2014 all miners \u2014 died, he said."
    wanted = sentences(text)
    found = trees(wanted)
    assert [tree.sentence for tree in found] == [one.start for one in wanted]
    for tree in found:
        for word, start, end in zip(tree.lower, tree.starts, tree.ends, strict=True):
            assert text[start:end].lower() == word
        assert all(
            tree.governors[n] == word
            for word in range(len(tree.lower))
            for n in tree.governed(word)
        )


def test_a_sentence_that_is_too_long_is_left_to_the_rules() -> None:
    """A list of a thousand words is not parsed; its numbers are found all the same."""
    text = f"Nine men and {'a dog and ' * LONGEST}ten cats slept."
    assert trees(sentences(text)) == []
    assert [found.value for found in Parse().read(text).numbers] == [9, 10]


UNITS = [
    # sentence, what each of its numbers counts by the parse
    ("He has mended dozens of Lada and Skoda cars.", ["lada and skoda car"]),
    ("The airline grounded two new 797 Mini jets.", ["new 797 mini jet"]),
    ("One plan asks the council to wait.", ["plan"]),
    ("So far the club has raised 30 million of the 90 million euros that it needs.",
     ["euro", "euro"]),
    ("The canal carried 40 of the old barges.", ["old barge"]),
    ("The range went from 30 miles to 24.", ["mile", "mile"]),
    ("Nine police officers went home.", ["police officer"]),
    ("Twenty guests left, five of them in tears.", ["guest", "guest"]),
    ("She swims two miles a day.", ["mile per day"]),
    ("The price rose 3 percent.", ["percentage"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "counted"), UNITS)
def test_the_noun_that_a_number_counts_is_its_governor(sentence: str, counted: list[str]) -> None:
    """The noun comes from the parse, the measure from its name."""
    assert [found.unit for found in units(sentence, numbers.find(sentence))] == counted


def test_a_hedge_that_belongs_to_the_verb_is_none() -> None:
    """Who hands over 640 rifles does not hand “over 640”; who owns over 640 does."""
    handed, owned = "The rebels handed over 640 rifles.", "The rebels own over 640 rifles."
    (given,), (held,) = Parse().read(handed).numbers, Parse().read(owned).numbers
    assert (given.hedge, given.low, given.high) == (Hedge.EXACT, 640, 640)
    assert handed[given.start : given.end] == "640"
    assert (held.hedge, held.low, held.high) == (Hedge.MORE_THAN, 641, None)


def _kinds(engine: Engine, text: str) -> list[tuple[float | None, What, bool]]:
    """Return what the numbers of a text count: value, kind, and whether it is a part."""
    reading = engine.read(text)
    return [
        (one.number.value, one.what, one.part)
        for sentence in sentences(text)
        for one in reading.counted(
            Words.of(sentence),
            [n for n in reading.numbers if sentence.start <= n.start < sentence.end],
        )
    ]


def _by_parse(text: str) -> Counted | None:
    """Return what the tree of a sentence alone says of its last number."""
    (sentence,) = sentences(text)
    (tree,) = trees([sentence])
    return by_parse(Words.of(sentence), numbers.find(text)[-1], tree)


TOLD = [
    # sentence, what its number counts by rules and parse together
    ("Two U.S. citizens were murdered.", [(2, What.KILLED, False)]),
    ("THREE U.S. NUNS WHO WERE TRAVELING HOME WERE KILLED.", [(3, What.KILLED, False)]),
    ("The rebels captured 212 government troops.", [(212, What.DETAINED, False)]),
    ("Soldiers are holding six men over the burning of a bus.", [(6, What.DETAINED, False)]),
    ("Five people were killed.", [(5, What.KILLED, False)]),
    ("The army bought 40 tanks.", [(40, What.WEAPONS, False)]),
    ("Some 2,500 troops are in Mosul.", [(2_500, What.TROOPS, False)]),
    ("Rebels freed two men who were kidnapped in May.", [(2, What.RESCUED, False)]),
    ("They met four times, twice in Kut.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), TOLD)
def test_rules_and_parse_together_say_what_is_counted(
    sentence: str, told: list[tuple[float | None, What, bool]]
) -> None:
    """The rules are believed where they say what happened, the parse where they do not."""
    assert _kinds(Parse(), sentence) == told


BY_PARSE = [
    # sentence, what the tree alone says of its last number
    ("Police found that two nuns from a distant valley were killed.", What.KILLED, False),
    ("The deaths of nine teachers were confirmed.", What.KILLED, False),
    ("Bandits abducted a driver and six teachers.", What.KIDNAPPED, False),
    ("They killed eight men, including two teachers.", What.KILLED, True),
    ("Twelve sailors are missing.", What.MISSING, False),
    ("The storm destroyed 40 houses.", What.OTHER, False),
]


@pytest.mark.parametrize(("sentence", "what", "part"), BY_PARSE)
def test_the_governing_verb_or_name_tells(sentence: str, what: What, part: bool) -> None:
    """Passive and active, names, lists and parts: the tree leads from the number to the word."""
    told = _by_parse(sentence)
    assert told is not None
    assert (told.what, told.part) == (what, part)


NOT_PEOPLE = [
    "Two farms were seized.",
    "Eight flags were burned.",
    "Nine cars were sent to the police.",
    "They held two meetings.",
    "Three of the farms were captured.",
]


@pytest.mark.parametrize("sentence", NOT_PEOPLE)
def test_what_happens_to_people_only_is_not_told_of_things(sentence: str) -> None:
    """Farms are seized and flags burned, but nobody is kidnapped or wounded."""
    assert _by_parse(sentence) is None


def test_without_a_parse_both_engines_read_alike() -> None:
    """A text without a number needs no parse, and the rules are the rules."""
    text = "Nobody came. Five people died."
    assert list(Rules().read(text).numbers) == numbers.find(text)
    words = Words.of(sentences(text)[1])
    assert Rules().read(text).counted(words, numbers.find(text)) == events.counted(
        words, numbers.find(text)
    )
    assert list(Parse().read("Nobody came.").numbers) == []


ODD = [
    "",
    "\n \n",
    "5",
    "5 5 5 5",
    "five of",
    "of five",
    "\x00 5 men",
    "(5)",
    "\u2028 5 dead",
    "5\u00a0men",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read(text: str) -> None:
    """Whatever is pasted, the quantities stand in it at their places."""
    for found in Parse().read(text).numbers:
        assert 0 <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
    assert len(_kinds(Parse(), text)) <= len(numbers.find(text))

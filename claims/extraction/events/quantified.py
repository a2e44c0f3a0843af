"""A number with the words of what it counts: `seven kidnapped students`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import PEOPLE, THINGS, WORDS, is_person, told_at
from claims.numerals.words import ONES, TENS

if TYPE_CHECKING:
    from claims.extraction.events.words import Words
    from claims.extraction.numbers import Found

NUMBERS = frozenset([*ONES, *TENS])
HEDGED = frozenset("at about around some more over nearly almost up several dozens scores".split())
"""Words that a number may begin with."""
NOUNS = 6
"""Words of the thing counted, at most: `50 rocket and drone attacks`."""
LEADS = frozenset(
    "of to at in by from for with on as than that which who whom whose when while after before "
    "and or but were was are is have has had will would could may might be been by during near "
    "aboard into under over against since until because amid among including said says say "
    "told".split()
)
"""Words that end the thing counted."""
UNITS = frozenset("rounds head pieces members".split())
"""Words between a number and the thing counted: `300 head of cattle`."""
DETERMINERS = frozenset("the our his her their its those these my your them whom".split())
ANEW = frozenset(
    "a an the one several many some dozens dozen scores hundreds thousands two three four five six "
    "seven eight nine ten eleven twelve twenty thirty forty fifty other".split()
)
"""Words that begin another figure: `212 soldiers and several tanks`."""
BODIES = frozenset("bodies corpses remains".split())
MORE = frozenset("more further additional other".split())
"""Words after a number that are not the thing counted."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number with the thing counted, as word numbers: `[first:after]`, the noun's own last."""

    first: int
    after: int
    noun: str
    joined: int
    """The word number after the noun."""
    adjective: What | None
    """What a participle before the noun tells: `seven kidnapped students`."""
    partitive: bool
    """Whether it counts some of those named: `two of the wounded`."""


def phrase_of(words: Words, number: Found) -> Phrase:
    """Read the words of a number and the noun after it: `seven kidnapped students`."""
    first = words.first_from(number.start)
    after = max(first + 1, words.first_from(number.end))
    begun = _of_which(words, after)
    noun, place, adjective = "", begun, None
    while place < min(len(words), begun + NOUNS):
        word = words.lower[place]
        if not (word[0].isalpha() or word in {"-", "'"}):
            break
        told = told_at(words, place)
        done = told.get(Form.DONE) or told.get(Form.ITSELF)
        if done and _is_adjective(words, place):
            adjective = done
        elif (done and not _counts_itself(word)) or (
            word in LEADS and not (word == "and" and _ends_a_noun(words, place, begun))
        ):
            break
        elif word not in MORE:
            noun = word
        place += 1
        if words.at(place) == "of" and word in UNITS:
            place += 1
        elif noun == word and (_counts_itself(noun) or noun in PEOPLE or noun in THINGS):
            goes_on = noun not in THINGS and words.at(place) in {"and", "or"}
            if goes_on and _ends_a_noun(words, place, begun):
                continue
            if not (is_person(words.at(place)) or _counts_itself(words.at(place))):
                break
    partitive = begun > after and words.at(begun - 1) != "of"
    return Phrase(first, after, noun, place, adjective, partitive)


def _of_which(words: Words, after: int) -> int:
    """Return where the noun begins: over “of the”, “of our”, “or so”."""
    if words.lower[after : after + 2] == ["or", "so"]:
        after += 2
    if words.at(after) != "of":
        return after
    after += 1
    return after + (words.at(after) in DETERMINERS)


def _is_adjective(words: Words, place: int) -> bool:
    """Tell whether a participle stands before the people it tells of: `kidnapped students`."""
    return any(
        (is_person(words.at(place + step)) or words.at(place + step) in BODIES)
        and words.at(place + 1) not in LEADS
        for step in (1, 2, 3)
        if not any(words.at(place + s) in LEADS for s in range(1, step))
    )


def _ends_a_noun(words: Words, place: int, after: int) -> bool:
    """Tell whether a list of kinds goes on to the noun: `rocket and drone attacks`."""
    return place > after and any(
        _counts_itself(words.at(place + step))
        and not _begins_anew(words, place + step)
        and all(words.at(place + s).isalpha() for s in range(1, step))
        and not any(words.at(place + s) in ANEW for s in range(1, step))
        and not any(words.at(place + s) in LEADS for s in range(1, step))
        for step in (1, 2, 3)
    )


def _begins_anew(words: Words, place: int) -> bool:
    """Tell whether a word is a verb with a number of its own: `and wounded 12 others`."""
    following = words.at(place + 1)
    number = following[:1].isdigit() or following in NUMBERS or following in HEDGED
    return number and Form.DONE in WORDS.get(words.at(place), {})


def _counts_itself(word: str) -> bool:
    return Form.COUNTED in WORDS.get(word, {})

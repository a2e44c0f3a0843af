"""What became of people who go or are taken somewhere, told by the place.

"Hauled 12 anglers from the water" is a rescue, "hauled 12 pupils into the bush" an abduction,
"ferried 12 tenants to a school" a displacement: the verb alone does not tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.kinds import ROWS, What
from claims.extraction.events.lexicon import may_be_people
from claims.extraction.events.predicates import PASSING
from claims.extraction.events.vocabulary import places

if TYPE_CHECKING:
    from claims.extraction.events.quantified import Phrase
    from claims.extraction.events.words import Words

BACK = 5
"""Words between a verb and the people taken, at most."""
ON = 9
"""Words between people and their verb, and between a verb and its place, at most."""
BETWEEN = 4
"""Words between a preposition and its noun, at most."""
ENDS = frozenset(". ; : who which that after before when while as but because where if".split())
"""Words and marks that a place does not stand behind."""
TROOPS = frozenset(ROWS[What.TROOPS].counted.split())
"""Nouns of those who are sent to a border, not driven there."""
MEDICAL = frozenset("medical health trauma burns surgical treatment field".split())
"""Words before a centre or camp for the wounded."""
BE = frozenset("is are was were be been being am get got gets".split())


def moved(words: Words, phrase: Phrase) -> tuple[float, What, int] | None:
    """Return what a verb of motion and a place say together of the people counted."""
    if not may_be_people(phrase.noun) or phrase.noun in TROOPS:
        return None
    verb = _taker(words, phrase.first)
    if verb is not None:
        told = place_told(words, verb, phrase.joined, own=False)
        return None if told is None else (0.25, told, verb)
    for place in range(phrase.joined, min(len(words), phrase.joined + ON)):
        word = words.lower[place]
        if word in ENDS and word != "who":
            return None
        taken = word in places.TAKING and (place == phrase.joined or _is_done_to(words, place))
        if taken or word in places.MOVING:
            told = place_told(words, place, place + 1, own=not taken)
            if told is not None:
                return place - phrase.joined - 0.25, told, place
    return None


def _taker(words: Words, first: int) -> int | None:
    """Return the verb of taking that stands before people: `lifeguards fished 19 people`."""
    for place in range(first - 1, max(-1, first - BACK), -1):
        word = words.lower[place]
        if word in places.TAKING:
            return None if _is_done_to(words, place) else place
        if word not in PASSING:
            return None
    return None


def _is_done_to(words: Words, place: int) -> bool:
    return any(words.at(place - step) in BE for step in (1, 2, 3))


def place_told(words: Words, verb: int, first: int, *, own: bool) -> What | None:
    """Return what the place after a verb tells; `own` where people move by themselves."""
    for place in range(first, min(len(words), first + ON)):
        if words.lower[place] in ENDS:
            return None
        led = _led(words, place, verb)
        if led is not None:
            noun, before = words.lower[place], words.at(place - 1)
            told = _of_place(noun, before, words.at(verb), left=led, own=own)
            if told is not None:
                return told
    return None


def _led(words: Words, place: int, verb: int) -> bool | None:
    """Tell whether a noun is a place left, none where no preposition leads to it."""
    for step in range(1, BETWEEN + 1):
        if place - step <= verb:
            return None
        word = words.lower[place - step]
        if word in places.FROM or (word == "of" and words.at(place - step - 1) == "out"):
            return True
        if word in places.TO:
            return False
    return None


def _of_place(noun: str, before: str, verb: str, *, left: bool, own: bool) -> What | None:
    """Return what a place tells of those who leave or reach it."""
    table = places.LEFT if left else places.REACHED
    told = What.WOUNDED if not left and before in MEDICAL else table.get(noun)
    if told is None:
        return None
    if not own:
        return told if told is not What.KIDNAPPED or verb in places.BY_FORCE else None
    if verb in places.FLEEING:
        return What.DISPLACED
    if noun in places.VISITED and verb not in places.STAYING:
        return None
    if told in {What.DETAINED, What.KILLED, What.KIDNAPPED}:
        return None
    return told

"""Which number of a sentence counts what: five killed, 12 wounded, 2,500 troops.

Every number is tried in four ways, the nearest word wins: the thing counted says it itself
("five deaths"), a name stands before it ("the deaths of five"), a verb before it does it to
them ("killed five"), or a verb after it says what became of them ("five people were killed").
A number that only continues a list takes what the one before it was: "killed five soldiers
and 12 civilians", "including two children".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.extraction.events.clauses import does, near
from claims.extraction.events.destinations import moved
from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import THINGS, WORDS, is_person, told_at
from claims.extraction.events.predicates import (
    FAR,
    FOLLOWS,
    MARKS,
    NEAR,
    SAYING,
    TOGETHER,
    after,
    before,
)
from claims.extraction.events.quantified import Phrase, phrase_of
from claims.extraction.events.vocabulary.context import (
    AGED,
    BLOWN,
    BROUGHT,
    CAPTORS,
    FREEING,
    HOLDING,
    MILITARY,
    NUMBERED,
    SENTENCED,
    TERMS,
)
from claims.extraction.events.vocabulary.damage import ALWAYS
from claims.extraction.events.vocabulary.force import ARMED, STRUCK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.events.words import Words
    from claims.extraction.numbers import Found

HARM = frozenset({What.KILLED, What.WOUNDED, What.KIDNAPPED, What.DETAINED, What.CASUALTIES})
THEM = frozenset("them whom those these which".split())
"""Words for those counted before: `two of them`."""
COMPARED = frozenset("from against than with to".split())
"""Words before a number that another is measured against: `94 raids, against 61`."""
NAMING = frozenset({Form.NAME, Form.COUNTED})
"""Forms of words that name and tell of nothing that happened."""
WIDE = 30
"""Words around a number that are read for what the sentence is about."""
OFTEN = 10
"""Words between an attack and how often it was made, at most."""
PARTS = frozenset("including among included whom them includes".split())
TOTALLING = frozenset(
    "totaling totalling numbering numbered totaled totalled totals number stands stood".split()
)
"""Verbs of a total whose noun stands before them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of a sentence and what it counts; `part` where it is part of one before it."""

    number: Found
    what: What
    noun: str
    part: bool
    cue: int
    """Which word of the sentence told, -1 where it was taken over from the number before."""
    after: int
    """The word after the thing counted."""
    proposer: str = "rules"
    """What told: the rules or the parse."""


def counted(words: Words, numbers: Sequence[Found]) -> list[Counted]:
    """Return what each number of a sentence counts, those left out that count nothing known."""
    numbers = [one for one in numbers if not _is_a_name(words, one)]
    phrases = _shared([phrase_of(words, number) for number in numbers], words)
    taken = {place for p in phrases for place in range(p.first, p.after)}
    found: list[Counted] = []
    last: Counted | None = None
    for number, phrase in zip(numbers, phrases, strict=True):
        part = _is_part(words, phrase)
        what, cue = _told(words, phrase, taken)
        if last is not None and _is_of_them(words, phrase) and _is_left(words, phrase, cue):
            what = last.what
        if what is None and _is_countable(phrase) and _continues(words, phrase, part=part):
            what = last.what if last else _begun(words, phrase)
        if what is None or words.at(phrase.joined) in SAYING:
            last = None if _breaks(words, phrase) else last
            continue
        last = Counted(number, what, phrase.noun, part, cue, phrase.joined)
        found.append(last)
    return found


def _shared(phrases: list[Phrase], words: Words) -> list[Phrase]:
    """Return phrases with the noun of the number they are of: `14 of 17 drones`."""
    for place in range(len(phrases) - 2, -1, -1):
        one, of = phrases[place], phrases[place + 1]
        between = words.lower[one.after : of.first]
        if not one.noun and between in (["of"], ["of", "the"], ["of", "its"], ["of", "their"]):
            phrases[place] = replace(one, noun=of.noun, joined=of.joined, partitive=False)
    return phrases


def _is_a_name(words: Words, number: Found) -> bool:
    """Tell whether a number is part of a name or a time of day: `courtroom 12`, `0200`."""
    first = words.first_from(number.start)
    word, before = words.at(first), words.at(first - 1)
    clock = word.startswith("0") or (word[-3:-2] == "." and word[:-3].isdigit())
    listed = before == "and" and words.at(first - 3) in NUMBERED
    named = before in NUMBERED or listed or (before == "of" and words.at(first - 2) in AGED)
    return clock or named


def _is_countable(phrase: Phrase) -> bool:
    """Tell whether a phrase may count people: none named, or people."""
    return not phrase.noun or phrase.noun not in THINGS


def _told(words: Words, phrase: Phrase, taken: set[int]) -> tuple[What | None, int]:
    """Return what the sentence says of a number, and which word says it."""
    counts = WORDS.get(phrase.noun, {}).get(Form.COUNTED)
    own = _own(words, phrase, counts)
    if own is not None or phrase.noun in THINGS:
        return own, phrase.joined - 1
    both = before(words, phrase), after(words, phrase, taken), moved(words, phrase)
    if _acts(words, phrase) or (not both[0] and does(words, phrase)):
        return None, -1
    tries = [found for found in both if found]
    if both[0] and words.at(both[0][2]) in FREEING:
        tries = [both[0]]
    if tries:
        _, what, cue = min(tries)
        if words.at(cue) in SENTENCED and not TERMS.isdisjoint(words.lower[cue : cue + OFTEN]):
            return What.OTHER, cue
        freed = not CAPTORS.isdisjoint(_around(words, phrase))
        return _of_noun(what, counts, phrase.noun, words.at(cue), freed=freed), cue
    if counts is What.OTHER and phrase.noun not in ALWAYS and not _is_harmed(words, phrase):
        return None, -1
    told = counts or phrase.adjective or _totalled(words, phrase) or _stationed(words, phrase)
    return (told, phrase.joined - 1) if told else near(words, phrase, taken)


def _own(words: Words, phrase: Phrase, counts: What | None) -> What | None:
    """Return what a phrase says by itself, whatever stands around it: `five deaths`."""
    if phrase.noun in {"times", "occasions"} and _is_struck(words, phrase):
        return What.ATTACKS
    if phrase.noun == "incidents" and _is_of_violence(words, phrase):
        return What.ATTACKS
    if words.at(phrase.after - 1).endswith("-strong"):
        return What.TROOPS
    if counts in {None, What.OTHER} or is_person(phrase.noun) or phrase.partitive:
        return None
    return _with_the_next(words, phrase, counts)


def _is_of_violence(words: Words, phrase: Phrase) -> bool:
    """Tell whether incidents are attacks: `31 incidents of violence`, `41 shelling incidents`."""
    around = [*words.lower[phrase.after : phrase.joined], words.at(phrase.joined + 1)]
    return not (STRUCK | {"violence", "violent", "firing", "abuse"}).isdisjoint(around)


def _is_struck(words: Words, phrase: Phrase) -> bool:
    """Tell whether a number of times is one of attacks: `was shelled 47 times`."""
    return any(words.at(phrase.first - step) in STRUCK for step in range(1, OFTEN))


def _of_noun(what: What, own: What | None, noun: str, cue: str, *, freed: bool) -> What:
    """Return what happened as the noun has it: things and animals die no death of people."""
    brought = own is What.TROOPS and what is What.RESCUED and cue in BROUGHT
    thing = own is What.OTHER and not is_person(noun)
    if own is not None and (brought or thing or cue in HOLDING):
        return own
    held = noun in {"hostages", "captives", "abductees"} or (freed and cue in FREEING)
    if what is What.OTHER and held:
        return What.RESCUED
    return What.KILLED if cue in BLOWN and is_person(noun) else what


def _with_the_next(words: Words, phrase: Phrase, own: What | None) -> What | None:
    """Return casualties where two kinds are counted together: `60 dead and wounded`."""
    other = WORDS.get(words.at(phrase.joined + 1), {}).get(Form.COUNTED)
    joined = words.at(phrase.joined) in {"and", "or"}
    listed = [
        WORDS.get(word, {}).get(Form.COUNTED) for word in words.lower[phrase.after : phrase.joined]
    ]
    both = (joined and {own, other} in TOGETHER) or set(listed) - {None} in TOGETHER
    return What.CASUALTIES if both else own


def _totalled(words: Words, phrase: Phrase) -> What | None:
    """Return what a total is of, told before it: `the remaining troops, now totaling 2,500`."""
    if phrase.noun or not any(words.at(phrase.first + step) in TOTALLING for step in (-2, -1, 0)):
        return None
    for place in range(phrase.first - 1, max(-1, phrase.first - NEAR), -1):
        counts = told_at(words, place).get(Form.COUNTED)
        if counts or words.at(place) in MARKS:
            return counts
    return None


def _acts(words: Words, phrase: Phrase) -> bool:
    """Tell whether people did what is told: `was shot by several men`."""
    if words.at(phrase.first - 1) != "by" or not is_person(phrase.noun):
        return False
    return told_at(words, phrase.first - 2).get(Form.DONE) in HARM


def _is_harmed(words: Words, phrase: Phrase) -> bool:
    """Tell whether a sentence tells of harm at all: houses merely named are no figure."""
    if not STRUCK.isdisjoint(_around(words, phrase)):
        return True
    near_it = range(max(0, phrase.first - WIDE), min(len(words), phrase.joined + WIDE))
    return any(told_at(words, place).keys() - NAMING for place in near_it)


def _around(words: Words, phrase: Phrase) -> list[str]:
    """Return the words near a number, as many as a sentence commonly has."""
    return words.lower[max(0, phrase.first - WIDE) : phrase.joined + WIDE]


def _stationed(words: Words, phrase: Phrase) -> What | None:
    """Return troops for armed people of whom nothing else is told: `numbers 750 men`."""
    armed = phrase.noun in ARMED and words.at(phrase.joined) in {"", ".", ",", "in", "at", "on"}
    has = words.at(phrase.first - 1) in {"has", "have", "had", "maintains"}
    return (
        What.TROOPS if armed and (has or not MILITARY.isdisjoint(_around(words, phrase))) else None
    )


def _is_of_them(words: Words, phrase: Phrase) -> bool:
    """Tell whether a number is of those counted before it: `two of them`."""
    return words.at(phrase.after) == "of" and words.at(phrase.after + 1) in THEM


def _is_left(words: Words, phrase: Phrase, cue: int) -> bool:
    """Tell whether no verb of their own changes it: `12 of them women`, `two of them not freed`."""
    return cue < phrase.first or "not" in words.lower[phrase.joined : cue]


def _is_part(words: Words, phrase: Phrase) -> bool:
    """Tell whether a number is part of the one before it: `including two`, `two of them`."""
    for step in (1, 2, 3):
        word = words.at(phrase.first - step)
        apart = word != "among" or words.at(phrase.first - step - 1) in {
            ",",
            "(",
            "-",
            "–",
            "—",
            "",
        }
        if word in PARTS and apart:
            return True
    return _is_of_them(words, phrase)


def _continues(words: Words, phrase: Phrase, *, part: bool) -> bool:
    """Tell whether a number goes on with a list: `and two guards`, `along with two others`."""
    before = words.at(phrase.first - 1)
    before = words.at(phrase.first - 2) if before in {"the", "his", "her", "their"} else before
    if not phrase.noun and before in COMPARED:
        return True
    return part or before in {"and", ",", "or", "&", "with", "plus", "as"}


def _begun(words: Words, phrase: Phrase) -> What | None:
    """Return what a list began with: `killed the mayor and two guards`."""
    if phrase.noun and not is_person(phrase.noun):
        return None
    if words.at(phrase.joined) and words.at(phrase.joined) not in FOLLOWS:
        return None
    for place in range(phrase.first - 1, max(-1, phrase.first - FAR), -1):
        forms = told_at(words, place)
        for form in (Form.DONE, Form.DOING, Form.NAME, Form.ITSELF):
            if form in forms and forms[form] in HARM:
                return forms[form]
        if words.lower[place] in {";", "."}:
            break
    return None


def _breaks(words: Words, phrase: Phrase) -> bool:
    """Tell whether a number that counts nothing known ends the list."""
    return words.at(phrase.first - 1) not in {"and", ","}

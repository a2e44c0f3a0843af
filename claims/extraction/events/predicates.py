"""What a sentence says became of those whom a number counts: by a verb or a name near it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import (
    is_expression,
    tells,
    told_apart,
    told_at,
)
from claims.extraction.events.vocabulary.custody import GANGS, POLICE, TAKEN
from claims.extraction.events.vocabulary.force import ARMED
from claims.extraction.events.vocabulary.injury import BODY, BREAKING, INJURIES, SUFFERED

if TYPE_CHECKING:
    from claims.extraction.events.quantified import Phrase
    from claims.extraction.events.words import Words

FAR = 22
"""Words between a number and its verb, at most."""
NEAR = 14
"""Words between a name or a verb and the number after it, at most."""
DOERS = 9
"""Words around a verb in which its doer is looked for."""
BE = frozenset(
    "remain remains remained is are was were be been being am get gets got gotten have has "
    "had".split()
)
PASSING = frozenset(
    "at least about around some more than over nearly almost up to as many another further a an "
    "the and other others also including also-- only just estimated approximately - – — ( ) [ ] "
    "total of additional further both all these those his her their its our no fewer less not "
    "upwards close roughly".split()
)
"""Words that may stand between a verb and the number that it counts."""
FOLLOWS = frozenset(
    "off under above below aboard . , ; : ) ] - – — ’ ” \" ' ? ! in by and or at on when during "
    "near after as from with since "
    "over while inside outside across along amid last this yesterday today early late overnight "
    "monday tuesday wednesday thursday friday saturday sunday instantly dead so including among "
    "but there here where because before between following within throughout if for to outright "
    "under above below behind beside beneath beyond around upon alongside amidst "
    "despite due then later only every per alive nationwide worldwide earlier again aboard "
    "downtown offshore onboard north south east west against until till through via like".split()
)
"""What follows a participle that was done to what stands before it: `five people killed in`."""
MARKS = frozenset(". ; :".split())
QUOTES = frozenset("“ ” ‘ ’ \" ' « »".split())
STOPS = MARKS | {"who", "which", "that", "after", "when", "while", "before", "where", "because"}
"""Words and marks that nothing reaches over."""
CLAUSES = frozenset(", that which when while but after before".split())
SAYING = frozenset(
    "said says say told reported reports report confirmed announced added claimed counted "
    "estimated warned insisted stated declared recalled testified explained admitted wrote "
    "write writes according disclosed conceded boasted noted argued".split()
)
"""Words of saying: who says is no one counted, and what is said begins anew."""
LEAVING = frozenset(
    "left leave leaving forced driven drove force lost losing lose flee fled abandon abandoned "
    "abandoning vacate vacated quit deserted evacuate evacuated driving forcing out".split()
)
HOMES = frozenset("homes home houses villages country dwellings residences farms cottage".split())
TOGETHER = ({What.KILLED, What.WOUNDED}, {What.KILLED, What.MISSING})
"""Kinds that are counted as casualties where one number is of both."""
OVER_TO = frozenset("of to at is was stood stands reached rose risen by from reaching hit".split())
HELD = frozenset("hold holds holding held keep keeping kept".split())
"""Verbs of custody that are captivity where gunmen are the doers."""
BURNED = frozenset("burned burnt burning burns burn buried bury roasted".split())
ALIVE = 4
"""Words between “burned” and “alive”, at most."""
NOUN_AFTER = frozenset("a an the of his her their its this that".split())
"""Words after which a verb's plain form is a noun: `protect 40 people from a crush`."""
PLAGUES = frozenset(
    "cholera hunger famine measles ebola malaria dengue heat cold heatwave flood floods starvation "
    "typhoid meningitis diphtheria plague outbreak epidemic disease illness liquor fever sickness "
    "avalanche lightning pneumonia malnutrition dysentery drought quake landslide storm".split()
)
"""What takes people by killing them: `hunger has taken 61 infants`."""


def before(words: Words, phrase: Phrase) -> tuple[float, What, int] | None:
    """Find the verb or name before a number: `killed five`, `a toll of five`."""
    cost, named = 0.5, False
    for place in range(phrase.first - 1, max(-1, phrase.first - NEAR), -1):
        word = words.lower[place]
        if word in STOPS:
            return None
        told = _told_before(words, place, phrase, named=named)
        if told is not None and told_apart(words, place, phrase.joined):
            return -0.5, told, place
        if told is not None:
            return None if _is_passive(words, place) else _with(words, place, cost, told)
        named = named or word in OVER_TO
        cost += 1 if named or word in PASSING else 3
    return None


def _told_before(words: Words, place: int, phrase: Phrase, *, named: bool) -> What | None:
    """Return what a word before a number says of it: a verb, or a name that leads to it."""
    forms = tells(words, place, phrase.noun)
    if named:
        if words.lower[place] in BODY and _is_broken(words, place):
            return What.WOUNDED
        if Form.NAME in forms:
            return forms[Form.NAME]
        counts = forms.get(Form.ITSELF) or forms.get(Form.COUNTED)
        if counts and words.at(place - 1) in {"the", "of"}:
            return counts
    is_noun = words.at(place - 1) in NOUN_AFTER and not is_expression(words, place)
    if is_noun and Form.DONE not in forms:
        return None
    apart = told_apart(words, place, phrase.joined)
    told = apart or forms.get(Form.DOING) or forms.get(Form.DONE) or _plague(words, place)
    if told is What.TROOPS and phrase.noun not in ARMED:
        return None
    return told and by_doer(words, place, told)


def _is_broken(words: Words, place: int) -> bool:
    """Tell whether a part of the body was hurt: `fractured the skulls of six`."""
    return any(words.at(place - step) in BREAKING for step in (1, 2, 3))


def _plague(words: Words, place: int) -> What | None:
    """Return killed where a plague takes people: `cholera has taken 12 infants`."""
    if words.lower[place] not in {"took", "taken", "takes", "taking"}:
        return None
    return What.KILLED if _is_of_plague(words, place) else None


def _is_of_plague(words: Words, place: int) -> bool:
    return any(words.at(place - step) in PLAGUES for step in range(1, DOERS))


def by_doer(words: Words, place: int, what: What) -> What:
    """Return what a verb of taking means by who takes: police arrest, gunmen abduct."""
    if words.at(place) == "carried" and _is_of_plague(words, place):
        return What.KILLED
    held = what is What.DETAINED and words.at(place) in HELD
    if not held and (words.at(place) not in TAKEN or what not in {What.RESCUED, What.KIDNAPPED}):
        return what
    around = words.lower[max(0, place - DOERS) : place]
    following = words.lower[place + 1 : place + DOERS]
    if "by" in following:
        around = following[following.index("by") :]
    doers = [word for word in around if word in POLICE or word in GANGS]
    if not doers or words.at(place + 1) in {"hostage", "captive"}:
        return what
    return What.KIDNAPPED if any(word in GANGS for word in doers) else What.DETAINED


def _with(words: Words, place: int, cost: float, what: What) -> tuple[float, What, int]:
    """Return a verb, both as one where two are joined: `killed or wounded 20`."""
    if words.at(place - 1) in {"and", "or"}:
        joined = told_at(words, place - 2)
        both = {joined.get(Form.DONE), joined.get(Form.DOING), what} - {None}
        if both in TOGETHER and words.at(place - 2) not in {"shot", "shooting"}:
            return cost, What.CASUALTIES, place
    return cost, what, place


def after(words: Words, phrase: Phrase, taken: set[int]) -> tuple[float, What, int] | None:
    """Find what became of the people counted: `five people in two towns were killed`."""
    cost, helped, direct = 0.0, False, True
    for place in range(phrase.joined, min(len(words), phrase.joined + FAR)):
        word = words.lower[place]
        if word in QUOTES:
            continue
        if word in MARKS or (place in taken and words.at(place - 1) in SAYING):
            return None
        told = _told_after(words, place, phrase, helped=helped, direct=direct)
        if told is not None:
            return _also(words, place, cost, told)
        if (
            Form.DONE in tells(words, place, phrase.noun)
            and not helped
            and not ends_here(words, place)
        ):
            return None
        cost += 1 + 2 * (word in CLAUSES) + 4 * (place in taken)
        helped = (helped or word in BE) and word not in CLAUSES
        direct = direct and (
            word.endswith("ly") or word in {"others", "dead", "confirmed", "feared"}
        )
    return None


def _told_after(
    words: Words, place: int, phrase: Phrase, *, helped: bool, direct: bool
) -> What | None:
    """Return what a word after the people counted says became of them."""
    forms = tells(words, place, phrase.noun)
    told = fate(words, place)
    if told is None and words.at(place - 1) != "the":
        told = forms.get(Form.ITSELF)
    if told is None and (helped or (direct and ends_here(words, place))):
        told = forms.get(Form.DONE)
        if told and is_deadly(words, place):
            return What.KILLED
        return told and by_doer(words, place, told)
    return told


def is_deadly(words: Words, place: int) -> bool:
    """Tell whether what was done ended in death: `beaten to death`, `burned alive`."""
    following = words.lower[place + 1 : place + 8]
    if following[:1] in (["dead"], ["fatally"]) or words.at(place - 1) == "fatally":
        return True
    if words.at(place) in BURNED and "alive" in following[:ALIVE]:
        return True
    return any(following[n : n + 2] == ["to", "death"] for n in range(6))


def fate(words: Words, place: int) -> What | None:
    """Return what two words apart say together: `suffered burns`, `left their homes`."""
    word = words.at(place)
    if words.at(place + 1) in {"hostage", "hostages", "captive"}:
        return What.KIDNAPPED
    suffered = word in SUFFERED or (word == "escaped" and words.at(place + 1) == "with")
    if suffered and ahead(words, place, INJURIES):
        return What.WOUNDED
    if word in BREAKING and ahead(words, place, BODY):
        return What.WOUNDED
    if word in LEAVING and ahead(words, place, HOMES):
        return What.DISPLACED
    return None


def ahead(words: Words, place: int, wanted: frozenset[str]) -> bool:
    """Tell whether one of some words stands among the next few."""
    return any(words.at(place + step) in wanted for step in range(1, 6))


def _also(words: Words, place: int, cost: float, what: What) -> tuple[float, What, int]:
    """Return what became of them, two kinds as one: `20 were killed or wounded`."""
    if words.at(place + 1) in {"and", "or"}:
        told = told_at(words, place + 2)
        other = told.get(Form.DONE) or told.get(Form.ITSELF)
        if {what, other} in TOGETHER and words.lower[place] != "shot":
            return cost, What.CASUALTIES, place
        if words.lower[place] == "shot" and other is What.WOUNDED:
            return cost, What.WOUNDED, place
    return cost, what, place


def ends_here(words: Words, place: int) -> bool:
    """Tell whether a participle has no object: `five killed in` but not `five killed two`."""
    following = words.at(place + 1 + is_expression(words, place))
    if words.lower[place] == "shot" and following.endswith("ly"):
        return words.at(place + 2) != "at"
    return not following or following in FOLLOWS or following.endswith("ly")


def _is_passive(words: Words, place: int) -> bool:
    """Tell whether a participle was done to what stands before it: `were reportedly killed`."""
    if Form.DONE not in told_at(words, place):
        return False
    return any(words.at(place - step) in BE - {"have", "has", "had"} for step in (1, 2))

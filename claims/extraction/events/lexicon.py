"""The words of the kinds of figures, looked up: what a word of a sentence may tell."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claims.extraction.events.kinds import PHRASES, ROWS, Form, What
from claims.extraction.events.vocabulary.force import ARMED
from claims.extraction.events.vocabulary.people import PEOPLE, ROLES
from claims.extraction.events.vocabulary.things import AMBIGUOUS, THINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.extraction.events.words import Words

    Told = Mapping[Form, What]

__all__ = [
    "AMBIGUOUS",
    "BEGINNINGS",
    "PEOPLE",
    "ROLES",
    "THINGS",
    "WORDS",
    "is_expression",
    "is_person",
    "may_be_people",
    "tells",
    "told_apart",
    "told_at",
]


def _words() -> dict[str, dict[Form, What]]:
    found: dict[str, dict[Form, What]] = defaultdict(dict)
    for form in Form:
        for what, row in ROWS.items():
            for word in getattr(row, form.value).split():
                found[word].setdefault(form, what)
    return dict(found)


def _expressions() -> dict[str, dict[str, list[tuple[list[str], Told]]]]:
    """Return the expressions by their first and second word, the longest first."""
    found: dict[str, dict[str, list[tuple[list[str], Told]]]] = {}
    for what, forms in PHRASES.items():
        for form, several in forms.items():
            for words in sorted(map(str.split, several.split("|")), key=len, reverse=True):
                second = words[1] if len(words) > 1 else ""
                listed = found.setdefault(words[0], {}).setdefault(second, [])
                listed.append((words, {form: what}))
    for seconds in found.values():
        for listed in seconds.values():
            listed.sort(key=lambda one: -len(one[0]))
    return found


WORDS: Mapping[str, Mapping[Form, What]] = _words()
"""What each word may say, by form."""
NOTHING: Told = {}
_EXPRESSIONS = _expressions()
BEGINNINGS = frozenset(WORDS) | frozenset(_EXPRESSIONS)
"""All words that tell something, and the first words of all expressions."""
STRICT = frozenset(
    "bring brings bringing hold holds holding host hosts hosted feed fed treat pick picks".split()
)
"""Verbs so common that only a noun known for people will do: `bring two photos`."""
_OWNERS = frozenset("his her its our my your one's".split())
_MEANT = dict.fromkeys(_OWNERS, "their")


def told_at(words: Words, place: int) -> Told:
    """Return what the word at a place tells, or the expression that begins with it, by form."""
    word = words.at(place)
    if word in _EXPRESSIONS and (several := _expression(words, place)):
        return several
    found = WORDS.get(word)
    if found is None and "-" in word:
        found = WORDS.get(word.rpartition("-")[2])
    return found or NOTHING


def _expression(words: Words, place: int) -> Told | None:
    """Return what the expression that begins at a place tells; “their” is any owner."""
    seconds = _EXPRESSIONS[words.at(place)]
    second = words.at(place + 1)
    for expression, told in seconds.get(_MEANT.get(second, second), ()):
        stretch = words.lower[place + 2 : place + len(expression)]
        if [_MEANT.get(word, word) for word in stretch] == expression[2:]:
            return told
    alone = seconds.get("")
    return alone[0][1] if alone else None


def told_apart(words: Words, verb: int, after: int) -> What | None:
    """Return what an expression tells that stands around its object: `whisked 15 pupils away`."""
    if words.at(after) == "in" and words.at(after + 1) not in {".", ",", "for", ""}:
        return None
    for expression, told in _EXPRESSIONS.get(words.at(verb), {}).get(words.at(after), ()):
        if words.lower[after : after + len(expression) - 1] == expression[1:]:
            return next(iter(told.values()))
    return None


def is_expression(words: Words, place: int) -> bool:
    """Tell whether an expression of several words begins at a place."""
    return words.at(place) in _EXPRESSIONS and _expression(words, place) is not None


def tells(words: Words, place: int, noun: str) -> Told:
    """Return what a word tells of a noun: nothing of a thing where it is said of people only.

    `holding six men`, not `holding six meetings`; only armed people are sent as troops.
    """
    told = told_at(words, place)
    if not told:
        return told
    unlike = words.at(place) in STRICT and noun and not is_person(noun)
    if unlike or (words.at(place) in AMBIGUOUS and not may_be_people(noun)):
        return {form: what for form, what in told.items() if form is Form.ITSELF}
    if What.TROOPS in told.values() and noun and noun not in ARMED:
        return {form: what for form, what in told.items() if what is not What.TROOPS}
    return told


def is_person(noun: str) -> bool:
    """Tell whether a noun names people: `villagers`, `fishermen`, `Salvadorans`."""
    if noun in PEOPLE or noun in ROLES:
        return True
    if noun in THINGS or _counted(noun) in {What.ATTACKS, What.WEAPONS, What.OTHER}:
        return False
    return noun.endswith(("ers", "ors", "men", "ists", "ians", "women", "ees", "goers"))


def may_be_people(noun: str) -> bool:
    """Tell whether a noun may name people: no noun, or a plural that is known for no thing."""
    if not noun or is_person(noun):
        return True
    thing = noun in THINGS or _counted(noun) in {What.ATTACKS, What.WEAPONS, What.OTHER}
    return not thing and noun.endswith(("s", "i", "folk", "kin"))


def _counted(noun: str) -> What | None:
    return WORDS.get(noun, NOTHING).get(Form.COUNTED)

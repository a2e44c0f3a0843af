"""What the rest of a clause says of a number, where no verb or name stands right beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import AMBIGUOUS, THINGS, WORDS, is_person, tells, told_at
from claims.extraction.events.predicates import BE, CLAUSES, MARKS, NOUN_AFTER, ends_here

if TYPE_CHECKING:
    from claims.extraction.events.quantified import Phrase
    from claims.extraction.events.words import Words

DOING = 6
"""Words between those counted and what they did, at most."""
CLAUSE = frozenset(", . ; : who which that when while but said after before".split())
"""Words and marks that end a clause."""


def does(words: Words, phrase: Phrase) -> bool:
    """Tell whether those counted did it to others: `two gunmen killed five`."""
    for place in range(phrase.joined, min(len(words), phrase.joined + DOING)):
        word = words.lower[place]
        if word in BE or word in MARKS or word in CLAUSES:
            return False
        if Form.DONE in told_at(words, place):
            return not ends_here(words, place) and not _is_listed(words, place + 1)
    return False


def _is_listed(words: Words, place: int) -> bool:
    """Tell whether a time or another number begins: `killed two days ago`, `killed, 30 hurt`."""
    following = words.lower[place + 1 : place + 3]
    return any(word in THINGS or Form.DONE in WORDS.get(word, {}) for word in following)


def near(words: Words, phrase: Phrase, taken: set[int]) -> tuple[What | None, int]:
    """Return the one kind that the rest of a clause speaks of, where it speaks of one only."""
    if phrase.noun and not is_person(phrase.noun):
        return None, -1
    found = {}
    for step in (-1, 1):
        place = phrase.first - 1 if step < 0 else phrase.joined
        while 0 <= place < len(words) and words.at(place) not in CLAUSE and place not in taken:
            what = _told_near(words, place, phrase)
            if what:
                found[what] = place
            place += step
    return next(iter(found.items())) if len(found) == 1 else (None, -1)


def _told_near(words: Words, place: int, phrase: Phrase) -> What | None:
    """Return what a word of the clause tells; not of others: `the dead man`, `the killing`."""
    if words.at(place) in AMBIGUOUS or words.at(place - 1) in NOUN_AFTER:
        return None
    forms = tells(words, place, phrase.noun)
    if Form.DONE in forms and (ends_here(words, place) or _is_listed(words, place + 1)):
        return forms[Form.DONE]
    if Form.ITSELF in forms and not is_person(words.at(place + 1)):
        return forms[Form.ITSELF]
    return forms.get(Form.DOING)

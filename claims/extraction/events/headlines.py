"""One person in a headline, without an article: `Farmer beheaded`, `Mob lynches thief`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import told_at
from claims.extraction.events.persons import is_one_person
from claims.extraction.events.predicates import FOLLOWS, is_deadly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extraction.events.words import Words

LONGEST = 4
"""Words of the person, at most."""
WORDS_OF_A_HEADLINE = 24
BREAKS = frozenset(", ; : – — and".split())
FREED = frozenset("freed released rescued found".split())
PEOPLE_HELD = frozenset("kidnapped abducted captive".split())
PERSONAL = frozenset(
    {
        What.KILLED,
        What.WOUNDED,
        What.KIDNAPPED,
        What.DETAINED,
        What.MISSING,
        What.RESCUED,
        What.DISPLACED,
    }
)

Single = tuple[int, int, What, int]
"""One person: the numbers of the first word and of the word after, the kind, the word that told."""


def headline(words: Words) -> Iterator[Single]:
    """Yield one person of a line without a full stop: `Farmer beheaded, two sons strangled`."""
    if len(words) > WORDS_OF_A_HEADLINE or words.at(len(words) - 1) in {".", "!", "?", "”", '"'}:
        return
    first = 0
    for place, word in enumerate(words.lower):
        if word in BREAKS or (word == "among" and place):
            yield from _begins(words, first, place)
            first = place + 1
        else:
            yield from _done(words, first, place)
            yield from _doing(words, place)


def _is_one(words: Words, first: int, after: int) -> bool:
    """Tell whether some words name one person alone, no article and no verb among them."""
    if not 0 < after - first <= LONGEST or not is_one_person(words.at(after - 1)):
        return False
    return all(
        word[0].isalpha() and word not in {"a", "an", "the"} for word in words.lower[first:after]
    )


def _done(words: Words, first: int, place: int) -> Iterator[Single]:
    """Yield who stands before a participle: `Shopkeeper stabbed in market`."""
    what = told_at(words, place).get(Form.DONE) or told_at(words, place).get(Form.ITSELF)
    after = words.at(place + 1)
    expression = told_at(words, place) is not told_at(words, place + 1)
    if words.at(place + 1) == "dead" or words.lower[place + 1 : place + 3] == ["to", "death"]:
        after = ""
    ends = not after or after in FOLLOWS or after in {"away", "up", "down", "out"}
    if what is None or not expression or not ends or not _is_one(words, first, place):
        return
    if is_deadly(words, place):
        what = What.KILLED
    if words.at(place) in FREED and PEOPLE_HELD.intersection(words.lower[first:place]):
        what = What.RESCUED
    if what in PERSONAL:
        yield first, place, what, place


def _doing(words: Words, place: int) -> Iterator[Single]:
    """Yield who stands behind a verb in the present: `Mob lynches suspected thief`."""
    what = told_at(words, place).get(Form.DOING)
    if what not in PERSONAL or not words.at(place).endswith("s"):
        return
    for after in range(place + 2, place + 2 + LONGEST):
        follows = words.at(after)
        if (not follows or follows in FOLLOWS) and _is_one(words, place + 1, after):
            yield place + 1, after, what, place
            return


def _begins(words: Words, first: int, place: int) -> Iterator[Single]:
    """Yield who begins a list that numbers end: `Doctor and two nurses whisked away`."""
    if words.at(place) not in {"and", "among"} or not _is_one(words, first, place):
        return
    for later in range(place + 1, min(len(words), place + 6)):
        told = told_at(words, later)
        what = told.get(Form.DONE) or told.get(Form.ITSELF)
        if what in PERSONAL:
            yield first, place, what, later
            return

"""Deaths and other harm to one person that are told without a number: `killed a mayor`.

A report seldom writes “one”: "the mayor was shot dead", "the murder of a priest", "Iran
executed a man". These are found by the verb or the name of what happened and a singular
noun phrase; plural ones without a number ("soldiers were killed") tell no figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.companions import beside
from claims.extraction.events.destinations import place_told
from claims.extraction.events.headlines import headline
from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import BEGINNINGS, is_expression, told_at
from claims.extraction.events.nobody import nobody
from claims.extraction.events.persons import (
    ARTICLES,
    ONE_IS,
    back,
    forth,
    helper,
    number,
    subject,
)
from claims.extraction.events.predicates import LEAVING, ahead, by_doer, fate, is_deadly
from claims.extraction.events.singles import HARMED, Implied, implied_by
from claims.extraction.events.vocabulary.custody import TAKEN
from claims.extraction.events.vocabulary.injury import BODY, BREAKING, SUFFERED
from claims.extraction.events.vocabulary.places import TAKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.extraction.events import Counted
    from claims.extraction.events.words import Words

__all__ = ["Implied", "implied"]

ENDED = frozenset(
    "died drowned perished disappeared vanished survived succumbed dies fled surrendered".split()
)
"""What happens to one person without a doer."""
CLEAR = frozenset(
    "killed kills killing kill killings murdered murdering murder murders assassinated "
    "assassinating assassinate assassination assassinations deaths body kidnap kidnappings "
    "abduction kidnapped executed slain wounded wounding injured injuring kidnapping abducted "
    "abducting "
    "arrested arresting arrest detained detaining rescued rescuing died drowned perished "
    "death killers murderers hurt shot captured capturing jailed imprisoned held missing stabbed "
    "beheaded hanged lynched strangled "
    "vanished disappeared survived succumbed dead captured burned captive hostage".split()
)
"""Words that tell of a person alone; with others the noun must be known for one."""
HOSTED = frozenset({Form.DOING, Form.DONE})
"""Forms in which one person is a guest, not displaced: `hosted the prime minister`."""
CUES = BEGINNINGS | SUFFERED | BREAKING | LEAVING | TAKING | TAKEN | {"escaped", "among"}
"""All words that may tell of one person; the others are passed over."""
CAPTIVE = 7
"""Words between “keep” and “captive”, at most."""
LISTED = 4
"""Parts of a list that are read."""


def implied(words: Words, taken: set[int], told: Sequence[Counted] = ()) -> list[Implied]:
    """Return harm to one person and to nobody, in order of the word that tells.

    `taken` are the word numbers that numbers take up; `told` is what the sentence's numbers
    count, of which "including a child" is part.
    """
    found: list[Implied] = []
    found += beside(words, taken, told)
    for first, after, what, cue in nobody(words):
        found.append(implied_by(words, cue, what, first, after, 0))
    for first, after, what, cue in headline(words):
        found.append(implied_by(words, cue, what, first, after, 1))
    for place, word in enumerate(words.lower):
        if word not in CUES and "-" not in word:
            continue
        found += _told_by(words, place, taken)
    return _gravest(found)


def _told_by(words: Words, place: int, taken: set[int]) -> Iterator[Implied]:
    """Yield the one person, or nobody, of whom a word tells something."""
    word = words.lower[place]
    forms = told_at(words, place)
    for form, said in forms.items():
        what = said
        if form is not Form.NAME and is_deadly(words, place) and said in {What.WOUNDED, What.OTHER}:
            what = What.KILLED
        if what not in HARMED or (word == "shot" and not is_deadly(words, place)):
            continue
        lost = form is Form.ITSELF and what is What.KILLED
        if what is What.DISPLACED and form in HOSTED and helper(words, place) is None:
            continue
        strict = word not in CLEAR and not (lost and is_expression(words, place))
        for first, after in _phrases(words, place, form):
            told_of = by_doer(words, place, _captive(words, after, what) or what)
            one = _found(words, (first, after), place, told_of, taken, strict=strict)
            if one is None:
                break
            yield one
    if word == "among" and words.at(place - 1) in ONE_IS:
        yield from _among(words, place, taken)
    if not forms or not HARMED.intersection(forms.values()):
        yield from _by_two(words, place, taken)


def _among(words: Words, place: int, taken: set[int]) -> Iterator[Implied]:
    """Yield one person who is one of many: `was among the dead`, `is among those missing`."""
    if words.at(place + 1) not in {"the", "those"}:
        return
    forms = told_at(words, place + 2)
    what = forms.get(Form.ITSELF) or forms.get(Form.DONE) or forms.get(Form.COUNTED)
    if what in HARMED:
        one = _found(words, subject(words, place - 1), place, what, taken, strict=True)
        if one is not None:
            yield one


def _by_two(words: Words, place: int, taken: set[int]) -> Iterator[Implied]:
    """Yield one person of whom two words apart tell: `suffered burns`, `pulled from the sea`."""
    what = fate(words, place)
    if what in HARMED and words.at(place - 1) not in ARTICLES:
        begun = helper(words, place)
        stretch = subject(words, place if begun is None else begun)
        one = _found(words, stretch, place, what, taken, strict=True)
        if one is not None:
            yield one
    if words.lower[place] in BREAKING and helper(words, place) is None:
        first, after = _object(words, place)
        one = _found(words, (first, after), place, What.WOUNDED, taken, strict=True)
        if one is not None and ahead(words, after - 1, BODY):
            yield one
    if words.lower[place] not in TAKING and words.lower[place] not in TAKEN:
        return
    begun = helper(words, place)
    first, after = subject(words, begun) if begun is not None else _object(words, place)
    what = place_told(words, place, max(after, place + 1), own=False)
    if what is None and words.lower[place] in TAKEN:
        what = _captive(words, after, None)
    if what is not None:
        one = _found(words, (first, after), place, what, taken, strict=True)
        if one is not None:
            yield one


def _object(words: Words, place: int) -> tuple[int, int]:
    return place + 1, forth(words, place + 1)


def _found(  # noqa: PLR0913 - a find and where it stands
    words: Words,
    stretch: tuple[int, int],
    cue: int,
    what: What,
    taken: set[int],
    *,
    strict: bool,
) -> Implied | None:
    """Return one person or nobody in a phrase, None where it names neither."""
    first, after = stretch
    if not taken.isdisjoint(range(first, after)):
        return None
    many = number(words, first, after, strict=strict)
    return None if many is None else implied_by(words, cue, what, first, after, many)


def _gravest(found: Sequence[Implied]) -> list[Implied]:
    """Return one find a person: who died of wounds is dead; each passage once."""
    dead = {one.victim for one in found if one.what is What.KILLED}
    ended = {one.start for one in found if one.what is What.KILLED}
    kept: dict[tuple[int, int, What], Implied] = {}
    for one in found:
        died = one.victim in dead or one.start in ended
        if one.what is What.WOUNDED and one.number == 1 and died:
            continue
        kept.setdefault((one.start, one.number, one.what), one)
    return list(kept.values())


def _captive(words: Words, after: int, what: What | None) -> What | None:
    """Return kidnapped where who is held is held captive."""
    for place in range(after, after + (1 if what else CAPTIVE)):
        if told_at(words, place).get(Form.ITSELF) is What.KIDNAPPED:
            return What.KIDNAPPED
    return what


def _phrases(words: Words, place: int, form: Form) -> Iterator[tuple[int, int]]:
    """Yield the phrases that may name those harmed: `[first:after]` in word numbers."""
    begun = helper(words, place) if form in {Form.DONE, Form.ITSELF} else None
    if begun is not None:
        yield subject(words, begun)
    elif form is Form.DONE and place and words.at(place - 1) not in {"were", "are", "not"}:
        yield from _listed(words, place + 1 + _length(words, place))
    elif form is Form.ITSELF and (words.at(place) in ENDED or is_expression(words, place)):
        joined = words.at(place - 1) == "and"
        yield subject(words, _earlier(words, place) if joined else place)
    elif form is Form.DOING:
        yield from _listed(words, place + 1 + _length(words, place))
    elif form is Form.NAME:
        if words.at(place + 1) == "of":
            yield from _listed(words, place + 2)
        elif words.at(place - 1).endswith(("'s", "’s")):
            yield back(words, place), place


def _length(words: Words, place: int) -> int:
    """Return how many words of an expression follow its first: 1 for `gun down`."""
    return 1 if is_expression(words, place) else 0


def _earlier(words: Words, place: int) -> int:
    """Return where the first of two joined verbs begins: `was shot by guards and bled to death`."""
    for before in range(place - 2, max(0, place - 16), -1):
        begun = helper(words, before)
        if begun is not None and words.at(begun) not in {"be", "been"}:
            return begun
    return place


def _listed(words: Words, first: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a list: `the mayor, his wife and a guard`."""
    for _ in range(LISTED):
        after = forth(words, first)
        yield first, after
        first = after
        while words.at(first) in {",", "and"}:
            first += 1
        if first == after:
            return

"""One person or thing told beside a number: `two teachers and a nurse`, `including a child`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import WORDS
from claims.extraction.events.persons import ARTICLES, OWN, back, forth, number
from claims.extraction.events.predicates import fate
from claims.extraction.events.singles import HARMED, implied_by
from claims.extraction.events.vocabulary.force import ARMS_SEIZED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.extraction.events import Counted
    from claims.extraction.events.singles import Implied
    from claims.extraction.events.words import Words

INCLUDING = frozenset("including among includes".split())


def beside(words: Words, taken: set[int], told: Sequence[Counted]) -> Iterator[Implied]:
    """Yield those told beside the numbers of a sentence, and weapons told alone."""
    for one in told:
        yield from _added(words, one, taken)
        yield from _joined(words, one, taken)
    for place, word in enumerate(words.lower):
        if told and word in INCLUDING:
            yield from _included(words, place, taken, told)
    yield from _weapons(words, taken, told)


def _added(words: Words, one: Counted, taken: set[int]) -> Iterator[Implied]:
    """Yield one person or thing at the end of a list of numbers: `two teachers and a nurse`."""
    first = one.after + (words.at(one.after) == ",") + 1
    if words.at(first - 1) != "and" or words.at(first) not in ARTICLES | OWN or first in taken:
        return
    after = forth(words, first)
    if one.what in HARMED and number(words, first, after) == 1:
        yield implied_by(words, one.cue, one.what, first, after, 1, part=one.part)
    elif one.what is What.OTHER and _counts(words.at(first + 1)) is What.OTHER:
        yield implied_by(words, one.cue, one.what, first, first + 2, 1, part=one.part)


def _joined(words: Words, one: Counted, taken: set[int]) -> Iterator[Implied]:
    """Yield one person before a number: `a nurse and two teachers`, `a child was among six`."""
    first = words.first_from(one.number.start)
    if one.what not in HARMED or one.cue < first:
        return
    before, part = first - 1, False
    if words.at(before) in OWN:
        before -= 1
    if words.at(before) == "among" and words.at(before - 1) in {"was", "is"}:
        before, part = before - 1, True
    elif words.at(before) not in {"and", ","}:
        return
    begun = back(words, before)
    free = words.at(begun) in ARTICLES | OWN and taken.isdisjoint(range(begun, before))
    if free and number(words, begun, before, strict=True) == 1:
        yield implied_by(words, one.cue, one.what, begun, before, 1, part=part or one.part)


def _included(
    words: Words, place: int, taken: set[int], told: Sequence[Counted]
) -> Iterator[Implied]:
    """Yield one person who is part of a figure before: `including a child`."""
    first = place + 1 + (words.at(place + 1) == "them")
    after = forth(words, first)
    before = [one for one in told if words.first_from(one.number.start) < place]
    if before and taken.isdisjoint(range(first, after)) and number(words, first, after) == 1:
        what = fate(words, after) or before[-1].what
        yield implied_by(words, place, what, first, after, 1, part=True)


def _weapons(words: Words, taken: set[int], told: Sequence[Counted]) -> Iterator[Implied]:
    """Yield one weapon that was found or taken, or that stands in a list of weapons."""
    listed = any(one.what is What.WEAPONS for one in told)
    if not listed and ARMS_SEIZED.isdisjoint(words.lower):
        return
    for first, word in enumerate(words.lower):
        if word not in ARTICLES:
            continue
        stretch = range(first + 1, forth(words, first))
        armed = [n for n in stretch if _counts(words.at(n)) is What.WEAPONS]
        if armed and first not in taken and _counts(words.at(armed[-1] + 1)) is None:
            yield implied_by(words, armed[-1], What.WEAPONS, first, armed[-1] + 1, 1)


def _counts(noun: str) -> What | None:
    """Return what a noun counts, in the singular too: `a clinic`."""
    return WORDS.get(noun, {}).get(Form.COUNTED) or WORDS.get(f"{noun}s", {}).get(Form.COUNTED)

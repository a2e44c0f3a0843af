"""An article in, proposed claims out: the stages one after the other.

>>> from datetime import date
>>> text = "Five people were killed in Mosul on Monday, police said."
>>> (one,) = propose(text, published=date(2030, 3, 12))
>>> one.quote, one.kind.value, one.low, one.period, one.place, one.claimant
('Five people', 'killed', 5, '2030-03-11', 'Mosul', 'police')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claims.extraction import attribution, dates
from claims.extraction.engines.engine import Rules
from claims.extraction.events.durations import lasting
from claims.extraction.events.implied import implied
from claims.extraction.events.kinds import ROWS, What
from claims.extraction.events.modality import Modality, modality
from claims.extraction.events.unstated import unstated
from claims.extraction.events.words import Words
from claims.extraction.linking import Around, most_named, period_of, place_of, within
from claims.extraction.merging import gathered
from claims.extraction.numbers.unit_names import NAMES
from claims.extraction.places import Gazetteer, Name
from claims.extraction.proposal import Proposal, stands
from claims.extraction.sentences import sentences
from claims.hedges import Hedge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from claims.extraction.engines.engine import Engine, Reading
    from claims.extraction.events import Counted
    from claims.extraction.events.durations import Lasting
    from claims.extraction.events.implied import Implied
    from claims.extraction.events.unstated import Unstated
    from claims.extraction.numbers import Found
    from claims.extraction.places import Placed
    from claims.extraction.sentences import Sentence

_OF_AGE = re.compile(
    r"\b(?:children|girls|boys|kids|infants|people|those|aged)\s+(?:under|over|below)\s+\w+$",
    re.IGNORECASE,
)
"""Words that name an age, no count: `children under five`."""
RULES = Rules()
"""The engine that is always there."""
QUOTED = 8
"""Words of a quote, at most."""
AWAY = 5_000
"""Characters between words and who says them, at most: a quotation over several sentences."""
HYPHENS = frozenset("-\u2010\u2011")
LONG = 60
"""Characters of a time expression, at most."""
MEASURED = frozenset(NAMES.values()) - {"people"}
"""Units of what is measured, not counted."""


def propose(
    text: str,
    *,
    published: date | None = None,
    names: Iterable[Name] = (),
    engine: Engine = RULES,
) -> list[Proposal]:
    """Return what a text seems to state, in order; nothing whose words do not say it.

    `published` is the day that "Tuesday" and "this year" are meant on; `names` are places of
    the newsroom's own; `engine` reads the numbers, by rules where nothing else is said.
    """
    reading = engine.read(text)
    around = read_around(text, published, names, reading.numbers)
    found = [one for sentence in around.sentences for one in _in(sentence, around, reading)]
    return gathered(text, (one for one in found if stands(one, text)))


def read_around(
    text: str, published: date | None, names: Iterable[Name], numbers: Sequence[Found]
) -> Around:
    """Return a text as read by the stages that need no other, its numbers given."""
    split = sentences(text)
    places = _gazetteer(tuple(names)).find(text)
    return Around(
        text,
        published,
        split,
        numbers,
        dates.find(text, published),
        places,
        attribution.find(text, split),
        most_named(text, places),
    )


@lru_cache(maxsize=8)
def _gazetteer(names: tuple[Name, ...]) -> Gazetteer:
    return Gazetteer(names)


def _in(sentence: Sentence, around: Around, reading: Reading) -> Iterator[Proposal]:
    """Yield what a sentence states, numbers first."""
    words = Words.of(sentence)
    found = [
        n for n in within(around.numbers, sentence.start, sentence.end) if counts_things(n, around)
    ]
    told = reading.counted(words, found)
    for one in told:
        yield _of_number(one, words, sentence, around)
    taken = {
        place
        for number in found
        for place in range(words.first_from(number.start), words.first_from(number.end) + 1)
    }
    for single in implied(words, taken, told):
        yield _of_one(single, words, sentence, around)
    for missing in unstated(words):
        yield _of_none(missing, words, sentence, around)
    for long in lasting(around.text, within(around.dates, sentence.start, sentence.end)):
        yield _of_time(long, words, sentence, around)


def counts_things(number: Found, around: Around) -> bool:
    """Tell whether a number counts things: it is no measure, no part of a date, no adjective."""
    if number.unit.partition(" per ")[0] in MEASURED:
        return False
    if number.value is not None and number.value != int(number.value):
        return False
    if _OF_AGE.search(around.text, max(0, number.start - 20), number.end):
        return False
    following = around.text[number.end : number.end + 7]
    if following[:1] in HYPHENS and following[1:] != "strong":
        return False
    dated = within(around.dates, number.start - LONG, number.end)
    return not any(d.start <= number.start and number.end <= d.end for d in dated)


def _of_number(one: Counted, words: Words, sentence: Sentence, around: Around) -> Proposal:
    """Return the proposal of a number and what it counts."""
    number = one.number
    first = words.first_from(number.start)
    last = min(max(one.after, words.first_from(number.end)), first + QUOTED)
    end = max(number.end, words.ends[min(last, len(words)) - 1])
    told = _Told(number.start, end, one.what, first, one.cue)
    return _proposal(
        told,
        words,
        sentence,
        around,
        noun=one.noun,
        hedge=number.hedge,
        value=number.value,
        low=number.low,
        high=number.high,
        part=one.part,
        proposer=one.proposer,
        none=number.high == 0,
    )


def _of_one(one: Implied, words: Words, sentence: Sentence, around: Around) -> Proposal:
    """Return the proposal of one person without a number."""
    told = _Told(one.start, one.end, one.what, words.first_from(one.start), one.cue)
    return _proposal(
        told,
        words,
        sentence,
        around,
        noun=one.victim,
        hedge=Hedge.EXACT,
        value=one.number,
        low=one.number,
        high=one.number,
        part=one.part,
        none=one.number == 0,
        implied=True,
    )


def _of_none(one: Unstated, words: Words, sentence: Sentence, around: Around) -> Proposal:
    """Return the proposal of a figure that the article says is not given."""
    start, end = words.starts[one.first], words.ends[one.after - 1]
    told = _Told(start, end, one.what, one.first, one.first)
    return _proposal(
        told,
        words,
        sentence,
        around,
        noun="",
        hedge=Hedge.NOT_STATED,
        value=None,
        low=None,
        high=None,
        asserted=True,
    )


def _of_time(one: Lasting, words: Words, sentence: Sentence, around: Around) -> Proposal:
    """Return the proposal of how long something lasted."""
    told = _Told(one.start, one.end, What.DURATION, words.first_from(one.start), -1)
    bounds = one.stated.bounds
    now = str(around.published) if one.to_date and around.published else None
    proposal = _proposal(
        told,
        words,
        sentence,
        around,
        noun="years",
        hedge=one.stated.hedge,
        value=one.stated.value,
        low=bounds.low,
        high=bounds.high,
    )
    return proposal.model_copy(update={"period": one.period or now})


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure's quote, what it counts, and the numbers of its first word and of its verb."""

    start: int
    end: int
    what: What
    first: int
    cue: int


def _proposal(  # noqa: PLR0913 - the parts of a proposal
    told: _Told,
    words: Words,
    sentence: Sentence,
    around: Around,
    *,
    none: bool = False,
    asserted: bool = False,
    **fields: Any,  # noqa: ANN401 - the model checks them
) -> Proposal:
    """Return a proposal with what stands around it: when, where, by whom and how it is meant."""
    heard = within(around.said, told.start - AWAY, told.end + AWAY)
    said = attribution.governing(heard, told.start, told.end)
    place = place_of(around, sentence, told.start, told.end)
    mood = Modality() if asserted else modality(words, told.first, told.cue)
    denied = mood.negated and told.what is not What.MISSING
    return Proposal(
        start=told.start,
        end=told.end,
        quote=around.text[told.start : told.end],
        paragraph=sentence.paragraph,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        kind=told.what,
        unit=ROWS[told.what].unit,
        period=period_of(around, sentence, told.start, told.end, told.what, planned=mood.planned),
        place=_spelled(around.text, place) if place else None,
        country=place.country if place else None,
        claimant=said.claimant if said else None,
        chain=said.chain if said else (),
        planned=mood.planned,
        conditional=mood.conditional,
        negated=not asserted and (none or denied or bool(said and said.denied)),
        **fields,
    )


def _spelled(text: str, place: Placed) -> str:
    """Return a place as the article prints it, in capitals as the gazetteer spells it."""
    printed = " ".join(text[place.start : place.end].split())
    return place.name if printed.isupper() else printed

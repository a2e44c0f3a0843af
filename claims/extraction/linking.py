"""When, where and by whom a figure is said: what stands around it in the article.

What stands in the figure's own sentence comes first, the nearest of it. An event without a
date of its own takes the day of the sentence before in its paragraph, one without a place the
place of the story. A figure without a claimant is said by the article itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

from claims import periods
from claims.extraction.dates import to_date
from claims.extraction.dates.readings import Kind as When
from claims.extraction.events.kinds import What
from claims.extraction.places import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from claims.extraction.attribution import Said
    from claims.extraction.dates import Dated
    from claims.extraction.numbers import Found
    from claims.extraction.places import Placed
    from claims.extraction.sentences import Sentence

HAPPENING = frozenset(When) - {When.DURATION, When.BEFORE}
"""Time expressions that can say when something happened."""
WINDOW = 400
"""Characters of a sentence on either side of a figure that are read."""
FAR = 3_000
"""Characters of a paragraph before a sentence that are read."""
BEHIND = 3
"""How many times farther a place or time before a figure counts than one after it."""
DATES = 50
"""Time expressions back that are looked through for the day of a story."""
EVENTS = frozenset({What.KILLED, What.WOUNDED, What.CASUALTIES, What.KIDNAPPED, What.MISSING})
"""What happens on a day: one that no sentence near dates is of the last day that was named."""
HELD = frozenset({What.DETAINED})
"""What happens on a day too, and may last."""
LEVELS = frozenset(
    {What.TROOPS, What.MISSING, What.DISPLACED, What.DETAINED, What.KIDNAPPED, What.OTHER}
)
"""What lasts: told in the present, it is so on the day of publication."""
_PRESENT = re.compile(r"\b(?:is|are|remains?|currently|now|still|has|have)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:now|currently|presently)\b[^.;]{0,12}$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:^|[^\w])(?:U\.?S\.?|U\.?K\.?|E\.?U\.?|U\.?N\.?)\s[a-z]")
"""Letters for a country before a noun: `US troops`."""
_SAYING = re.compile(
    r"\b(?:said|says|told [^,.]{1,30}|warned|reported|announced|added|confirmed|stated|declared)"
    r",?\s+(?:(?:on|late|early|in)\s+){0,2}$",
    re.IGNORECASE,
)
_APART = re.compile(
    r";|\b(?:compared (?:with|to)|(?:down|up) from|as against"
    r"|(?:than|as many as) (?:an?|in|last|the|at|it|one))\b",
    re.IGNORECASE,
)
"""Words that set a time apart: `twice as many as a year ago`; not the hedge of a number."""
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b[^,.;]{0,50}$", re.IGNORECASE)
_THIS = re.compile(r"(?:so far\s+)?th(?:is|e current)\b", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?:toll|total|number of (?:dead|deaths|victims)|put the dead|bringing|confirmed dead)\b"
    r"|\bby\s+(?:\w+day|noon|night|dawn)",
    re.IGNORECASE,
)
"""Words of a running total, which counts up to its day."""


@dataclass(frozen=True, slots=True)
class Around:
    """An article as the stages read it: everything found in it, in order of place."""

    text: str
    published: date | None
    sentences: Sequence[Sentence]
    numbers: Sequence[Found]
    dates: Sequence[Dated]
    places: Sequence[Placed]
    said: Sequence[Said]
    story: Placed | None
    """The place that the article names most."""


class _Spanned(Protocol):
    """Anything with a place in the article."""

    @property
    def start(self) -> int:
        """Where it begins."""


T = TypeVar("T", bound=_Spanned)


def within(found: Sequence[T], start: int, end: int) -> list[T]:
    """Return what begins between two characters; `found` is in order of place."""
    first = bisect_left(found, start, key=lambda one: one.start)
    last = bisect_left(found, end, lo=first, key=lambda one: one.start)
    return list(found[first:last])


def period_of(  # noqa: PLR0913 - a figure and what stands around it
    around: Around, sentence: Sentence, start: int, end: int, what: What, *, planned: bool = False
) -> str | None:
    """Return when a figure counts, in EDTF; none where nothing tells."""
    first, last = max(sentence.start, start - WINDOW), min(sentence.end, end + WINDOW)
    if what in LEVELS and around.published and _NOW.search(around.text, max(0, start - 20), start):
        return str(around.published)
    own = [d for d in _dates(around, first, last) if _reaches(around, d, start, end)]
    if own:
        nearest = min(own, key=lambda one: _distance(one, start, end))
        return _period(around, nearest, first, last, what, planned=planned)
    if what in LEVELS and around.published and _PRESENT.search(around.text, first, last):
        return str(around.published)
    before = _paragraph_before(around, sentence)
    earlier = _dates(around, max(before, first - FAR), sentence.start) if before is not None else []
    if earlier:
        return _period(around, earlier[-1], first, last, what, planned=planned)
    return _last_named(around, sentence) if what in EVENTS | HELD else None


def _last_named(around: Around, sentence: Sentence) -> str | None:
    """Return the last day that was named before a sentence, of the nearest DATES expressions."""
    end = bisect_left(around.dates, sentence.start, key=lambda one: one.start)
    for dated in reversed(around.dates[max(0, end - DATES) : end]):
        if dated.kind is When.DAY and not dated.ahead and not _is_of_saying(around.text, dated):
            return dated.period
    return None


def _dates(around: Around, start: int, end: int) -> list[Dated]:
    """Return the time expressions of a stretch that can say when something happened."""
    return [
        dated
        for dated in within(around.dates, start, end)
        if dated.period and dated.kind in HAPPENING and not _is_of_saying(around.text, dated)
    ]


def _is_of_saying(text: str, dated: Dated) -> bool:
    """Tell whether a time expression says when someone spoke: `said on Monday`."""
    return _SAYING.search(text, max(0, dated.start - 40), dated.start) is not None


def _reaches(around: Around, dated: Dated, start: int, end: int) -> bool:
    """Tell whether nothing sets a time apart from a figure: `down from 5,500 in 2029`."""
    first, last = (end, dated.start) if dated.start >= end else (dated.end, start)
    return _APART.search(around.text, first, max(first, last)) is None


def _distance(dated: Dated, start: int, end: int) -> float:
    """Return how far a time expression stands from a figure; after it counts as nearer."""
    if dated.start >= end:
        return dated.start - end
    return BEHIND * (start - dated.end)


def _paragraph_before(around: Around, sentence: Sentence) -> int | None:
    """Return where the paragraph of a sentence begins, none where it begins with it."""
    place = bisect_left(around.sentences, sentence.start, key=lambda one: one.start)
    first = place
    while first and around.sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    return around.sentences[first].start if first < place else None


def _period(  # noqa: PLR0913 - what stands around a time expression
    around: Around, dated: Dated, first: int, last: int, what: What, *, planned: bool
) -> str | None:
    """Return the period of a time expression: this year is so far, a toll counts up to its day."""
    period, published = dated.period, around.published
    if period is None:
        return None
    begun = _SINCE.search(around.text, max(first, dated.start - 60), dated.start)
    if published and (dated.kind is When.SINCE or begun) and not dated.ahead:
        return f"{period.partition('/')[0]}/{published}"
    if published and dated.running and _THIS.match(around.text, dated.start):
        return period if "/" in period else to_date(dated, published)
    if dated.kind is When.UNTIL and published and not planned:
        return _until(around.text, dated, published)
    if dated.kind is When.DAY and what in EVENTS and _TOLL.search(around.text, first, last):
        return f"../{period}"
    return period


def _until(text: str, dated: Dated, published: date) -> str | None:
    """Return "by Monday" of what has happened: the last Monday, not the next."""
    period = periods.parse(dated.period) if dated.period else None
    if period is None or period.end is None or not _WEEKDAY.search(text, dated.start, dated.end):
        return dated.period
    day = period.end
    while day > published:
        day -= timedelta(days=7)
    return f"../{day}"


def place_of(around: Around, sentence: Sentence, start: int, end: int) -> Placed | None:
    """Return where a figure counts: the place of its sentence, else that of the story."""
    first, last = max(sentence.start, start - WINDOW), min(sentence.end, end + WINDOW)
    found = _best(_scenes(around, first, last), start, end)
    if found is not None:
        return found
    before = _paragraph_before(around, sentence)
    if before is not None:
        found = _best(_scenes(around, max(before, first - FAR), sentence.start), start, end)
    return found or around.story


def _scenes(around: Around, start: int, end: int) -> list[Placed]:
    """Return the places of a stretch where something may be; not where a speaker is, if others."""
    found = scenes(around.text, within(around.places, start, end))
    heard = within(around.said, start - WINDOW, end)
    away = [p for p in found if not any(s.start <= p.start and p.end <= s.end for s in heard)]
    return away or found


def scenes(text: str, places: Iterable[Placed]) -> list[Placed]:
    """Return the places where something may be: "Iraqi" and the US of "US troops" are none."""
    return [
        one
        for one in places
        if one.mention in {Mention.NAMED, Mention.LOCATED}
        and not _ADJECTIVE.match(text, max(0, one.start - 1), one.end + 2)
    ]


def _best(found: Sequence[Placed], start: int, end: int) -> Placed | None:
    """Return the place that is likeliest meant: located, specific, near."""
    return max(
        found,
        key=lambda one: (
            one.mention,
            len(one.path) > 1,
            -(one.start - end if one.start >= end else BEHIND * (start - one.end)),
        ),
        default=None,
    )


def most_named(text: str, places: Sequence[Placed]) -> Placed | None:
    """Return the place that an article names most, the first of those named equally often."""
    lines = [one for one in places if one.mention is Mention.DATELINE]
    named = scenes(text, places) or lines
    times = Counter(one.name for one in named)
    return max(named, key=lambda one: times[one.name], default=None)

"""Which claims speak about a time, and what each of them says about it.

A level speaks about the time that it is about and, until it is stale or overtaken, about the
time after; a running total, which never falls, is a floor for later days and a ceiling for
earlier ones; a count within an interval speaks about that interval; a count of one event
speaks from the day on which it was said.

    At least three deaths by 25 July: 3 or more by 27 July
    Five deaths by 29 July: 5 or fewer by 27 July
    At least five deaths by 29 July: nothing about 27 July
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from claims.analysis.running import totals
from claims.analysis.voices import Ends, Side, Voice
from claims.explaining import in_error
from claims.origins import origin
from claims.periods import lasting, parse
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claims.collection import Collection
    from claims.periods import Period
    from claims.records import Claim, Indicator

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Witness:
    """One claim that counts: the days that it is about, and what it says of them and of others."""

    voice: Voice
    first: date
    """The first day that it is about; the earliest date there is where that end is open."""
    last: date
    """The last day that it is about; the latest date there is where that end is open."""
    said: date | None
    """The first day on which it can have been said."""
    holds_to: date
    """A level: the last day of its shelf life."""
    overtaken: date | None = None
    """A level: the first day of a later claim that it cannot be true together with."""
    only_a_year: bool = False
    """A level that names a year and no month or day of it."""
    floor: Voice | None = None
    """A running total: what it says of later days, if anything."""
    ceiling: Voice | None = None
    """A running total: what it says of earlier days, if anything."""

    def speaks(self, start: date, end: date) -> bool:
        """Tell whether it speaks of a time: one that names only a year speaks of whole years."""
        return not self.only_a_year or (start <= self.first and self.last <= end)


def witnesses(
    claims: Iterable[Claim], indicator: Indicator, records: Collection, gone: frozenset[str]
) -> tuple[Witness, ...]:
    """Return the observed, known figures under an indicator that still count, by claim id.

    One that a person marked as an error does not count.
    """
    unique = {claim.id: claim for claim in claims if claim.indicator == indicator.id}
    left = gone | in_error(list(unique.values()))
    found = [
        witness
        for claim_id, claim in sorted(unique.items())
        if claim_id not in left and claim.stands
        if (witness := _witness(claim, indicator, records))
    ]
    return _overtaken(found) if indicator.basis is Basis.LEVEL else tuple(found)


def _witness(claim: Claim, indicator: Indicator, records: Collection) -> Witness | None:
    """Return what a claim says; None where it is a plan, states no number or names no time."""
    quantity, period, basis = claim.quantity, claim.period, indicator.basis
    if claim.planned or quantity is None or not quantity.is_known:
        return None
    says = Ends.of(quantity.bounds)
    if says.are_empty:
        return None
    if basis is not Basis.EVENT and period is None:
        return None
    if basis is Basis.TALLY and (period is None or not period.ends_on_a_day):
        return None
    named = origin(claim, records)
    who = (True, named) if named is not None else (False, claim.chain[-1])
    voice = Voice(claim, who, says, Ends.of(quantity.unrounded))
    last = (period and period.end) or date.max
    life = lasting(indicator.shelf_life) if indicator.shelf_life else timedelta()
    return Witness(
        voice=voice,
        first=(period and period.start) or date.min,
        last=last,
        said=claim.said_on.start if claim.said_on else None,
        holds_to=last + life if last < date.max - life else date.max,
        only_a_year=basis is Basis.LEVEL and period is not None and period.names_only_a_year,
        floor=_floor(voice) if basis is Basis.TALLY else None,
        ceiling=_ceiling(voice) if basis is Basis.TALLY else None,
    )


def _floor(voice: Voice) -> Voice | None:
    """Return what a running total says of later days, None where it says nothing of them."""
    says, widened = (ends._replace(high=(inf, 0)) for ends in (voice.says, voice.widened))
    if says.low <= (0, 0):
        return None
    return voice._replace(says=says, widened=widened, side=Side.EARLIER)


def _ceiling(voice: Voice) -> Voice | None:
    """Return what a running total says of earlier days, None where it says nothing of them."""
    says, widened = (ends._replace(low=(0, 0)) for ends in (voice.says, voice.widened))
    if not (0, 0) <= says.high < (inf, 0):
        return None
    return voice._replace(says=says, widened=widened, side=Side.LATER)


def _overtaken(every: Sequence[Witness]) -> tuple[Witness, ...]:
    """Note of each level when a later one, about another time, first says otherwise.

    Levels of different times never contradict each other, for the level may have changed.
    """
    later = sorted(every, key=lambda t: t.first)
    starts = [t.first for t in later]
    found = []
    for one in every:
        after = later[bisect_right(starts, one.last) :]
        says = one.voice.says
        day = next((t.first for t in after if not t.voice.says.meet(says)), None)
        found.append(replace(one, overtaken=day))
    return tuple(found)


def listening(every: Sequence[Witness], basis: Basis) -> Callable[[Period], list[Voice]]:
    """Return what tells what the claims say about a time."""
    if basis is Basis.TALLY:
        return totals(every)

    def said(when: Period) -> list[Voice]:
        """Return what is said about a time."""
        return _BY_BASIS[basis](every, when.start or date.min, when.end or date.max)

    return said


def _levels(every: Sequence[Witness], start: date, end: date) -> list[Voice]:
    """Return the levels of the time; of an origin that has none, its newest that still holds."""
    now = [t.voice for t in every if t.first <= end and start <= t.last and t.speaks(start, end)]
    heard = {voice.who for voice in now}
    before = (t for t in every if t.last < start and t.voice.who not in heard and not t.only_a_year)
    return now + [
        t.voice._replace(side=Side.EARLIER)
        for t in _newest(before)
        if start <= t.holds_to and (t.overtaken is None or end < t.overtaken)
    ]


def _newest(every: Iterable[Witness]) -> list[Witness]:
    """Return the witnesses of each origin's last day: all of that day."""
    by_origin: dict[tuple[bool, str], list[Witness]] = defaultdict(list)
    for witness in every:
        by_origin[witness.voice.who].append(witness)
    found = []
    for theirs in by_origin.values():
        day = max(t.last for t in theirs)
        found += [t for t in theirs if t.last == day]
    return found


def _intervals(every: Sequence[Witness], start: date, end: date) -> list[Voice]:
    """Return the counts over exactly the interval, or over the shortest one around it."""
    around = [t for t in every if t.first <= start and end <= t.last]
    spans = {(t.first, t.last) for t in around}
    if not spans:
        return []
    chosen = min(spans, key=lambda span: (span[1] - span[0], span))
    return [t.voice for t in around if (t.first, t.last) == chosen]


def _events(every: Sequence[Witness], _start: date, end: date) -> list[Voice]:
    """Return the counts of an event that were said by then; an undated one counts at any time."""
    return [t.voice for t in every if t.said is None or t.said <= end]


_BY_BASIS: dict[Basis, Callable[[Sequence[Witness], date, date], list[Voice]]] = {
    Basis.LEVEL: _levels,
    Basis.INTERVAL: _intervals,
    Basis.EVENT: _events,
}


def stretches(every: Sequence[Witness], basis: Basis) -> list[Period]:
    """Return the stretches of days within which what the claims say does not change, in order.

    Of a running total those to the last day that is reported; of an interval the intervals.
    """
    if basis is Basis.INTERVAL:
        return _stated_intervals(every)
    days = sorted(set(_changes(every, basis)))
    found = [span(one, two - DAY) for one, two in pairwise(days)]
    if days and basis is not Basis.TALLY:
        if any(t.first == date.min for t in every) and basis is Basis.LEVEL:
            found.insert(0, span(None, days[0] - DAY))
        if basis is Basis.EVENT or any(t.last == date.max for t in every):
            found.append(span(days[-1], None))
    return found


def _changes(every: Sequence[Witness], basis: Basis) -> Iterator[date]:
    """Yield the first days on which something else is said; those at an open end are none."""
    for t in every:
        if basis is Basis.EVENT:
            days = [t.said or t.first]
        elif basis is Basis.TALLY:
            days = [t.last, _after(t.last)]
        else:
            days = [t.first, _after(t.last), _after(t.holds_to)]
        yield from (day for day in days if date.min < day < date.max)


def _after(day: date) -> date:
    return day + DAY if day < date.max else day


def _stated_intervals(every: Sequence[Witness]) -> list[Period]:
    """Return each interval once, in its shortest wording: `2021`, not `2021-01-01/2021-12-31`."""
    wordings: dict[tuple[date, date], list[Period]] = defaultdict(list)
    for t in every:
        if t.voice.claim.period:
            wordings[t.first, t.last].append(t.voice.claim.period)
    return [min(wordings[key], key=lambda p: (len(p.text), p.text)) for key in sorted(wordings)]


def span(first: date | None, last: date | None) -> Period:
    """Return the period from one day to another, both included; None is an open end."""
    if first == last and first is not None:
        return parse(first.isoformat())
    return parse(f"{first or '..'}/{last or '..'}")

"""Rules about wording: a hedge lost, an attribution changed, one number for two things.

A rule looks at what pages print. Claims that were withdrawn or rejected raise nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from claims.analysis.figures import how_many, in_order, in_words, quantity_of
from claims.analysis.findings import FindingKind, finding
from claims.checks import quote_states_the_quantity
from claims.collection import Collection, Located
from claims.hedges import Hedge, significant_digits
from claims.origins import origin, stated
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from claims.analysis.case import Case
    from claims.analysis.findings import Finding
    from claims.hedges import Number
    from claims.records import Claim

HEDGED = frozenset(Hedge) - {Hedge.EXACT, Hedge.BETWEEN, Hedge.VAGUE, Hedge.NOT_STATED}
"""The hedges that stand before one number, which may be printed without them."""
UNUSUAL = 3
"""How many digits that count make a number that hardly comes up twice by chance."""
WEEK = timedelta(days=7)
"""Within what time one number given for two things is worth a look."""
MONTH = timedelta(days=31)
"""How far apart the totals before and after a running total are at most, for a daily series."""
NO_NAMES = frozenset({"and", "or", "the", "of", "unnamed"})
"""Words that tell no two claimants apart."""


def hedges_lost(case: Case) -> Iterator[Finding]:
    """Raise a figure that a page prints firmer than another one as near to its origin or nearer.

    Example: the US Department of Defense said about 5,200, Military Times printed 5,200. Had the
    department said 5,200 and the newspaper about 5,200, the hedge would be added, not lost.
    """
    for alike in _grouped(case, lambda claim: _number(claim, case.records)):
        every = sorted(alike, key=lambda claim: (len(claim.chain), claim.id))
        hedged = [claim for claim in every if quantity_of(claim).hedge in HEDGED]
        firm = [claim for claim in every if any(_is_firmer(claim, other) for other in hedged)]
        hedged = [claim for claim in hedged if any(_is_firmer(other, claim) for other in firm)]
        if firm:
            prints, has = _printed(firm[0], case.records), _printed(hedged[0], case.records)
            reason = f"{prints} without a hedge; {has}"
            yield finding(FindingKind.HEDGE_LOST, *firm, *hedged, reason=reason)


def _number(claim: Claim, records: Collection) -> tuple[object, ...] | None:
    """Return whose number it is, how much and about when; None where nobody is named for it."""
    first, value = origin(claim, records), quantity_of(claim).value
    if first is None or value is None:
        return None
    return first, value, str(claim.period), claim.planned


def _is_firmer(claim: Claim, hedged: Claim) -> bool:
    """Tell whether a claim lost a hedge of what can have been said on the same day."""
    if quantity_of(claim).hedge is not Hedge.EXACT or len(claim.chain) < len(hedged.chain):
        return False
    said, also = claim.said_on, hedged.said_on
    return said is None or also is None or said.overlaps(also)


def _printed(claim: Claim, records: Collection) -> str:
    """Say what a page has from whom: `Military Times prints 5,200 from US Army`."""
    page, figure = records.name(claim.chain[-1]), in_words(claim)
    if len(claim.chain) == 1:
        return f"{page} said {figure}"
    return f"{page} prints {figure} from {records.name(claim.claimant)}"


def attributions_changed(case: Case) -> Iterator[Finding]:
    """Raise a figure for which pages with one agency's text name different claimants, or none.

    Example: Associated Press names “Iranian state-run and semiofficial media” for at least five,
    Arab News with its text “Iranian state media”. Two offices named through two agencies are no
    change.
    """
    for alike in _grouped(case, _figure):
        raised: list[set[str]] = []
        by_agency = _by_agency(alike, case.records)
        for agency in sorted(by_agency, key=lambda party: (-len(by_agency[party]), party)):
            ids = {claim.id for claim in by_agency[agency]}
            changed = _changed(agency, by_agency[agency], case.records)
            if changed and not any(ids <= before for before in raised):
                raised.append(ids)
                yield changed


def _figure(claim: Claim) -> tuple[object, ...] | None:
    """Return what a claim says and about when; None where it gives no number."""
    if not quantity_of(claim).is_known:
        return None
    return stated(claim), str(claim.period), claim.planned


def _by_agency(claims: Iterable[Claim], records: Collection) -> dict[str, list[Claim]]:
    """Return the claims by each party that relayed, credited, published or first said them.

    What a page credits counts where its chain names none of it: a page with the texts of two
    agencies has each figure from one.
    """
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        sources = [records.source(evidence.source) for evidence in claim.evidence]
        credit = {party for source in sources if source for party in source.credit}
        parties = {*claim.chain[1:]} | (credit if credit.isdisjoint(claim.chain) else set())
        if claim.claimant == claim.origin:
            parties.add(claim.origin)
        for party in parties:
            found[party].append(claim)
    return found


def _changed(agency: str, claims: list[Claim], records: Collection) -> Finding | None:
    """Return the finding that pages with one agency's text name different claimants, if they do.

    A page narrows the attribution where its claimant's name has only some of the words of
    another one's, and drops it where it names nobody before the agency.
    """
    groups: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in claims:
        names_none = claim.origin == agency or len(claim.chain) == 1
        name = "" if names_none else records.name(claim.claimant)
        groups[significant(name)].append(claim)
    if len(groups) == 1 or all(claim.chain[-1] == agency for claim in claims):
        return None
    narrow = {words for words in groups if any(words < other for other in groups)}
    lead, *others = sorted(groups, key=lambda words: (words not in narrow, sorted(words)))
    how = "changed" if lead not in narrow else "narrowed" if lead else "dropped"
    first, rest = groups[lead], [claim for words in others for claim in groups[words]]
    whom = records.name(first[0].claimant) if lead else "nobody"
    page, text = records.name(first[0].chain[-1]), f"with {records.name(agency)}'s text"
    also = f"another page {text} names" if len(rest) == 1 else f"other pages {text} name"
    names = ", ".join(records.name(groups[words][0].claimant) for words in others)
    reason = f"{page} names {whom} for {in_words(first[0])}; {also} {names}"
    reason += f": the attribution was {how}"
    return finding(FindingKind.ATTRIBUTION, *first, *rest, reason=reason)


def significant(name: str) -> frozenset[str]:
    """Return the words that tell a claimant's name from others; “state-run” counts as “state”."""
    words = frozenset(re.findall(r"[\w-]+", name.lower().replace("state-run", "state")))
    return words - NO_NAMES or words


def same_figure_elsewhere(case: Case) -> Iterator[Finding]:
    """Raise an unusual number that one origin gives for two things within a week.

    Example: 4,460 people killed and, two days later, 4,460 houses destroyed: one of the two may
    be a slip. A part of something that is as large as the whole is no coincidence.
    """
    there: dict[object, list[Claim]] = defaultdict(list)
    for other in in_order(case.elsewhere):
        if (key := _unusual(other, case.records)) and not _is_part(other, case):
            there[key].append(other)
    found: dict[object, list[tuple[Claim, Claim]]] = defaultdict(list)
    passed = _passed(case) if there else set()
    for claim in in_order(case.claims):
        key = _unusual(claim, case.records)
        for other in there.get(key, ()):
            if claim.id not in passed and _within_a_week(claim, other):
                found[key, other.indicator].append((claim, other))
    for pairs in found.values():
        pairs.sort(key=lambda pair: (_days(pair[0]), _days(pair[1])))
        mine, others = zip(*pairs, strict=True)
        reason = _twice(mine[0], others[0], case)
        yield finding(FindingKind.COINCIDENCE, mine[0], *others, *mine, reason=reason)


def _passed(case: Case) -> set[str]:
    """Return the running totals between two others of their claimant, of the days around them.

    The two have to count: one that is planned, or that was withdrawn or replaced, shows nothing.
    """
    if case.indicator.basis is not Basis.TALLY:
        return set()
    series: dict[str, list[_Dated]] = defaultdict(list)
    for claim in in_order(case.claims):
        value, period = quantity_of(claim).value, claim.period
        if value is not None and period and period.end and not claim.planned:
            series[claim.claimant].append(_Dated(period.end, value, claim.id))
    return {claim for totals in series.values() for claim in _between(sorted(totals), case.gone)}


class _Dated(NamedTuple):
    """A running total of a series and the day that it is counted to, to sort by that day."""

    day: date
    value: Number
    claim: str


def _between(totals: list[_Dated], gone: frozenset[str]) -> Iterator[str]:
    """Yield the claims of a series whose totals lie between two that count."""
    counting = [total for total in totals if total.claim not in gone]
    for total in totals:
        at = bisect_left(counting, total)
        before = counting[max(at - 1, 0) : at]
        after = [one for one in counting[at : at + 2] if one != total]
        for low, high in zip(before, after, strict=False):
            if low.value <= total.value <= high.value and high.day - low.day <= MONTH:
                yield total.claim


def _unusual(claim: Claim, records: Collection) -> tuple[str, object] | None:
    """Return an unusual number with its origin, None where it is a common one or names none."""
    value, first = quantity_of(claim).value, origin(claim, records)
    if value is None or first is None:
        return None
    return (first, value) if significant_digits(value) >= UNUSUAL else None


def _is_part(other: Claim, case: Case) -> bool:
    """Tell whether a claim is of this indicator, or of a part or the whole of it."""
    mine, theirs = case.indicator, case.records.indicator(other.indicator)
    if theirs is None:
        return False
    if mine.id == theirs.id:
        return True
    related = mine.broader == theirs.id or theirs.broader == mine.id
    return related and (mine.place, mine.unit) == (theirs.place, theirs.unit)


def _within_a_week(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims were certainly said within a week, by days that are known."""
    mine, theirs = _days(claim), _days(other)
    both = [*mine, *theirs]
    return bool(mine and theirs) and max(both) - min(both) <= WEEK


def _days(claim: Claim) -> tuple[date, ...]:
    """Return the first and the last day on which a claim can have been said, as far as is known.

    Of one that shows no day it was said, both are the last day that it is about.
    """
    said, about = claim.said_on, claim.period
    if said is None:
        return (about.end,) if about and about.end else ()
    return (said.start, said.end) if said.start and said.end else ()


def _twice(mine: Claim, other: Claim, case: Case) -> str:
    """Say that one number is given for two things: by whom, and how long after the first."""
    here, there = min(_days(mine)), min(_days(other))
    apart, order = abs((there - here).days), "later" if there > here else "earlier"
    when = f", {how_many(apart, 'day')} {order}," if apart else ""
    figure, again = in_words(mine), in_words(other)
    also = "" if figure == again else f" {again}"
    by = case.records.name(case.records.root(mine.origin))
    titles = case.indicator.title, case.records.label(other.indicator or "")
    return f"{figure} is given for “{titles[0]}” and{when}{also} for “{titles[1]}” by {by}"


def quotes_that_do_not_say_it(case: Case) -> Iterator[Finding]:
    """Raise a claim whose kept words do not state its quantity.

    Example: the words are “more than five”, the record has at least five.
    """
    claims = {claim.id: claim for claim in in_order(case.claims)}
    for problem in quote_states_the_quantity(Collection(tuple(map(Located, claims.values())))):
        hint = problem.hint[:1].lower() + problem.hint[1:]
        reason = f"“{problem.value}”: {problem.message}; {hint}"
        yield finding(FindingKind.UNREADABLE, claims[problem.record], reason=reason)


def _grouped(case: Case, key: Callable[[Claim], object]) -> list[list[Claim]]:
    """Return the claims that stand in groups of one key; a key of None is in no group."""
    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim in in_order(case.claims):
        groups[key(claim)].append(claim)
    groups.pop(None, None)
    return list(groups.values())

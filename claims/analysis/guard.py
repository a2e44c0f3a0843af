"""What may be drawn on one axis, and why not where it may not.

Figures share an axis where they have the same unit, kind, basis and baseline, and are all
observed or all planned. Two questions that differ in scope alone may share one as two series;
the panel then says what each of them counts. Whatever differs otherwise has a panel of its own:

    a running total from 1 January 2021 is not one from 20 January 2021
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING

from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.periods import Period
    from claims.records import Claim, Indicator
    from claims.vocabulary import Kind

MOST = 4
"""Indicators, and claimants, that are still read side by side."""
FEWEST = 2
"""Claimants that can be compared under one indicator."""
MOST_SEARCHED = 80
"""Indicators, those with the most claims, among which pairs to start with are looked for."""

COUNTS: Mapping[Basis, str] = {
    Basis.LEVEL: "number at one time",
    Basis.TALLY: "running total",
    Basis.INTERVAL: "count within an interval",
    Basis.EVENT: "count of one event",
}
"""What each basis gives, in words that follow `a`."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Figures that may stand on one axis."""

    title: str
    """The indicator, or what several of them count: `Deaths, count of one event`."""
    unit: str
    basis: Basis
    baseline: Period | None
    planned: bool
    indicators: tuple[str, ...]
    """Ids, the one with the most figures first."""
    claims: tuple[str, ...]
    """Ids of the claims that state a figure."""
    reason: str
    """Why it stands apart from the first panel; empty for the first."""
    notes: tuple[str, ...]
    """How the indicators on this axis differ in scope, one sentence each."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """What must be the same for two figures to stand on one axis."""

    unit: str
    kind: Kind
    basis: Basis
    since: Period | None
    """The baseline without its spelling."""
    planned: bool
    baseline: Period | None = field(compare=False)


def panels(indicators: Sequence[Indicator], claims: Sequence[Claim]) -> tuple[Panel, ...]:
    """Return which claims may be drawn together: observed first, then by number of figures.

    Claims of other indicators and claims without a number stand in no panel.
    """
    by_id = {indicator.id: indicator for indicator in indicators}
    groups: dict[_Axis, list[Claim]] = defaultdict(list)
    for claim in sorted({claim.id: claim for claim in claims}.values(), key=lambda c: c.id):
        indicator = by_id.get(claim.indicator or "")
        if indicator and claim.quantity and claim.quantity.is_known:
            axis = replace(_axis(indicator), unit=claim.quantity.unit, planned=claim.planned)
            groups[axis].append(claim)
    order = sorted(groups, key=lambda a: (a.planned, -len(groups[a]), groups[a][0].id))
    return tuple(_panel(axis, groups[axis], by_id, order[0]) for axis in order)


def refusal(indicators: Sequence[Indicator], claimants: Sequence[str] = ()) -> str:
    """Return why nothing may be compared, or nothing where something may.

    Two claimants, by id, are enough where there is one indicator.
    """
    questions = list({indicator.id: indicator for indicator in indicators}.values())
    people = len(set(claimants))
    if len(questions) > MOST:
        return f"No more than four indicators are read side by side; {len(questions)} are chosen."
    if people > MOST:
        return f"No more than four claimants are read side by side; {people} are chosen."
    if not questions and people:
        return "Claimants are compared under an indicator: choose one or more."
    if not questions:
        return "Choose two to four indicators, or one indicator and two to four claimants."
    if len(questions) == 1 and people < FEWEST:
        title = questions[0].title
        return f"“{title}” alone: choose another indicator beside it, or two to four claimants."
    return ""


def starts(
    indicators: Sequence[Indicator], counts: Mapping[str, int], most: int, chosen: str = ""
) -> tuple[tuple[Indicator, Indicator], ...]:
    """Return pairs of indicators that share an axis, parts and wholes first, then the broadest.

    `counts` are the claims by indicator id; one that has none is in no pair. `chosen` is an
    indicator that is to be in each of them.
    """
    counted = [i for i in indicators if counts.get(i.id)]
    counted.sort(key=lambda i: (i.id != chosen, -counts[i.id], i.id))
    alike = (
        pair
        for pair in combinations(counted[:MOST_SEARCHED], 2)
        if _axis(pair[0]) == _axis(pair[1]) and (not chosen or pair[0].id == chosen)
    )

    def rank(pair: tuple[Indicator, Indicator]) -> tuple[object, ...]:
        """Sort by how near two questions are, then by how much there is to draw of both."""
        claims = [counts[indicator.id] for indicator in pair]
        return _far(*pair), -min(claims), -max(claims), pair[0].id, pair[1].id

    return tuple(sorted(alike, key=rank)[:most])


def _far(one: Indicator, other: Indicator) -> int:
    """Tell parts and wholes, which are near, from the same place and from anywhere."""
    if one.broader == other.id or other.broader == one.id:
        return 0
    if one.broader is not None and one.broader == other.broader:
        return 0
    return 1 if one.place is not None and one.place == other.place else 2


def _axis(indicator: Indicator) -> _Axis:
    """Return the axis of an indicator's observed figures."""
    baseline = indicator.baseline
    since = baseline and replace(baseline, text="")
    return _Axis(
        indicator.unit, indicator.kind, indicator.basis, since, planned=False, baseline=baseline
    )


def _panel(
    axis: _Axis, claims: Sequence[Claim], by_id: Mapping[str, Indicator], first: _Axis
) -> Panel:
    counts = Counter(claim.indicator or "" for claim in claims)
    shown = [by_id[key] for key in sorted(counts, key=lambda key: (-counts[key], key))]
    title = shown[0].title
    if len(shown) > 1:
        title = f"{axis.unit[:1].upper()}{axis.unit[1:]}, {_counted(axis)}"
    return Panel(
        title=f"{title}: plans" if axis.planned else title,
        unit=axis.unit,
        basis=axis.basis,
        baseline=axis.baseline,
        planned=axis.planned,
        indicators=tuple(indicator.id for indicator in shown),
        claims=tuple(claim.id for claim in claims),
        reason="; ".join(_differences(axis, first)),
        notes=(*_scopes(shown), *_parts(shown, by_id)),
    )


def _differences(axis: _Axis, first: _Axis) -> Iterator[str]:
    """Say how an axis differs from the first one."""
    if axis.unit != first.unit:
        yield f"{axis.unit} are not {first.unit}"
    elif axis.kind != first.kind:
        yield f"one counts under “{axis.kind}”, the other under “{first.kind}”"
    if axis.basis != first.basis:
        yield f"a {COUNTS[axis.basis]} is not a {COUNTS[first.basis]}"
    elif axis.since != first.since:
        yield f"a {_counted(axis)} is not one {_since(first) or 'without a baseline'}"
    if axis.planned != first.planned:
        yield "plans are not drawn with what was observed"


def _counted(axis: _Axis) -> str:
    """Say how a number counts: `running total from 1 January 2021`."""
    return f"{COUNTS[axis.basis]} {_since(axis)}".strip()


def _since(axis: _Axis) -> str:
    if axis.baseline is None:
        return ""
    return f"{'of' if axis.basis is Basis.INTERVAL else 'from'} {axis.baseline.in_words()}"


def _scopes(shown: Sequence[Indicator]) -> Iterator[str]:
    """Say what each of several indicators on one axis counts, and where if that differs."""
    if len(shown) == 1:
        return
    places = {indicator.place or indicator.country for indicator in shown}
    for indicator in shown:
        place = indicator.place or indicator.country or "no place named"
        where = f" ({place})" if len(places) > 1 else ""
        includes, excludes = indicator.includes.rstrip("."), indicator.excludes
        but = f" It does not count: {excludes.rstrip('.')}." if excludes else ""
        yield f"“{indicator.title}”{where} counts: {includes}.{but}"


def _parts(shown: Sequence[Indicator], by_id: Mapping[str, Indicator]) -> Iterator[str]:
    """Say which of them is a part of which, so that nobody adds the two."""
    titles = {indicator.id: indicator.title for indicator in shown}
    for indicator in shown:
        seen = {indicator.id}
        whole = by_id.get(indicator.broader or "")
        while whole is not None and whole.id not in seen:
            if whole.id in titles:
                yield f"“{indicator.title}” is a part of “{whole.title}”."
            seen.add(whole.id)
            whole = by_id.get(whole.broader or "")

"""What is known at a time, in one sentence that names the origins.

Who gave a figure of the time itself speaks of it. What only follows from figures of other times
is said to follow from them: a total of 5 July is a floor for 15 August, and no figure of that day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.analysis.voices import Side
from claims.numerals import counted, spell
from claims.periods import words
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.analysis.consensus import Consensus, Group
    from claims.collection import Collection
    from claims.periods import Period
    from claims.records import Indicator

MOST_NAMED, MOST_RIVALS = 6, 4
"""Parties of a figure, and figures that contradict each other, that a sentence names."""


def sentence(consensus: Consensus, indicator: Indicator, records: Collection) -> str:
    """Say what is known in one sentence that names the origins, without a full stop.

    On 27 July 2021: 2,500 troops fits both origins that speak of it (Agence France-Presse, US
    government) and 2 claims that name no origin
    """
    when = _time(consensus.when, indicator.basis)
    if not consensus.groups:
        return f"{when}: no figure is known"
    if len(consensus.groups) == 1:
        return f"{when}: {_agreeing(consensus.groups[0], indicator, records)}"
    rivals = [_attributed(group, indicator, records) for group in consensus.groups[:MOST_RIVALS]]
    left = len(consensus.groups) - len(rivals)
    more = f" and {counted(left, 'other figure')}" if left else ""
    fits = [_attributed(group, indicator, records) for group in consensus.fits]
    verb = "fits" if len(fits) == 1 else "fit"
    number = "both" if len(consensus.groups) == 2 else "more than one of them"  # noqa: PLR2004 - two are both
    rest = f"; {', '.join(fits)} {verb} {number}" if fits else ""
    if consensus.explained:
        why = " and ".join(consensus.explained)
        told = f"{' beside '.join(rivals)}{more}{rest}"
        return f"{when} the figures differ, explained by {why}: {told}"
    subject = "origins" if len(consensus.breadth.origins) > 1 else "figures"
    told = f"{' against '.join(rivals)}{more}{rest}"
    return f"{when} the {subject} contradict each other: {told}"


def _agreeing(group: Group, indicator: Indicator, records: Collection) -> str:
    """Say what all allow: `110 injured fits both origins that speak of it (A, B)`.

    What all of them say alike is said by them: `2,500 troops, by both origins ...`. Figures of
    other times come after those of the time itself: those that give an end of the bounds, and
    those that only allow it.
    """
    give = _elsewhen(group, indicator.basis, records, gives=True)
    allow = _elsewhen(group, indicator.basis, records, gives=False)
    allowing = f"; {allow} fit too" if allow else ""
    speaking = _speaking(group, records)
    if not speaking:
        follows = "which follows from" if indicator.basis is Basis.TALLY else "by"
        return f"{_amount(group, indicator)}, {follows} {give or allow}{allowing if give else ''}"
    comma = group.rounded or group.alike
    fits = "by" if group.alike else "fits"
    said = f"{_amount(group, indicator)}{',' if comma else ''} {fits} {speaking}"
    return f"{said}{f'; it follows from {give} too' if give and not group.alike else ''}{allowing}"


def _speaking(group: Group, records: Collection) -> str:
    """Say who has a figure of the time itself: `both origins that speak of it (A, B)`."""
    then = [part for part in group.parts if part.side is Side.THEN]
    parties = [part.origin for part in then if part.origin]
    named = [party for party in parties if party in group.asserting] or parties
    unnamed = sum(part.claims for part in then if part.origin is None)
    said = []
    if named:
        several = f"all {spell(len(named))} origins"
        every = {1: "the only origin", 2: "both origins"}.get(len(named), several)
        verb = "speaks" if len(named) == 1 else "speak"
        said.append(f"{every} that {verb} of it ({_names(named, records)})")
    if unnamed:
        said.append(_unnamed(unnamed))
    ceilings = [party for party in parties if party not in named]
    only = f"; {_names(ceilings, records)} only set a ceiling" if ceilings else ""
    return " and ".join(said) + only


def _attributed(group: Group, indicator: Indicator, records: Collection) -> str:
    """Say one of several figures: `5 deaths (A)`, or `10 or more deaths (fits A, B)`.

    What follows from several figures is not what any one of those who gave them said.
    """
    then = [part for part in group.parts if part.side is Side.THEN]
    names = [_names([part.origin for part in then if part.origin], records)]
    names += [_unnamed(part.claims) for part in then if part.origin is None]
    said = ", ".join(name for name in names if name)
    give = _elsewhen(group, indicator.basis, records, gives=True)
    allow = _elsewhen(group, indicator.basis, records, gives=False)
    parts = [
        ("" if group.alike else "fits ") + said if said else "",
        f"by {give}" if give else "",
        f"fits {allow}" if allow else "",
    ]
    return f"{_amount(group, indicator)} ({'; '.join(part for part in parts if part)})"


def _elsewhen(group: Group, basis: Basis, records: Collection, *, gives: bool) -> str:
    """Name the figures of other times that give an end of the bounds, or that only fit them.

    `earlier totals of A, B and later totals of 1 claim that names no origin`
    """
    figure = "total" if basis is Basis.TALLY else "figure"
    found = []
    for side in (Side.EARLIER, Side.LATER, Side.BOTH):
        parts = [part for part in group.parts if part.side is side and part.gives is gives]
        named = [part.origin for part in parts if part.origin]
        names = [_names(named, records)] if named else []
        names += [_unnamed(part.claims) for part in parts if part.origin is None]
        if names:
            found.append(f"{side} {figure}s of {', '.join(names)}")
    return " and ".join(found)


def behind(group: Group, records: Collection) -> str:
    """Name the origins behind a group, and count the claims that name none: `A, B, 1 claim ...`."""
    unnamed = _unnamed(group.unnamed) if group.unnamed else ""
    return ", ".join(part for part in (_names(group.origins, records), unnamed) if part)


def _amount(group: Group, indicator: Indicator) -> str:
    """Say the bounds with the thing counted: `10 or more deaths`, `1 death`, `at most 5 deaths`."""
    low, high = group.bounds.low, group.bounds.high
    unit = indicator.unit
    if low == high == 1 and not unit.endswith("ies"):
        unit = unit.removesuffix("s")
    rounding = ", allowing for rounding" if group.rounded else ""
    said = group.bounds.in_words()
    if low == 0 and high:
        said = f"at most {said.rpartition('to ')[2]}"
    return f"{group.said or said} {unit}{rounding}"


def _names(parties: Iterable[str], records: Collection) -> str:
    """Name parties by their names; of very many some: `A, B, C and 12 others`."""
    names = sorted(map(records.name, parties))
    left = len(names) - MOST_NAMED
    if left > 1:
        return f"{', '.join(names[:MOST_NAMED])} and {left:,} others"
    return ", ".join(names)


def _unnamed(claims: int) -> str:
    verb = "names" if claims == 1 else "name"
    return f"{counted(claims, 'claim')} that {verb} no origin"


def _time(when: Period, basis: Basis) -> str:
    """Say the time at the start of a sentence: `On 27 July 2021`, `In 2021`."""
    said = when.in_words()
    if "/" in when.text:
        known = said if said.startswith(("from ", "up to ")) else f"from {said}"
    elif basis is Basis.EVENT:
        known = f"by {words(when.end) if when.end else said}"
    else:
        known = f"on {said}" if when.start == when.end else f"in {said}"
    return f"As said {known}" if basis is Basis.EVENT else known[0].upper() + known[1:]

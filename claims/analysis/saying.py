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

    What all of them say alike is said by them: `2,500 troops, by both origins ...`.
    """
    elsewhen = dict(group.sides)
    named = [party for party in group.asserting or group.origins if party not in elsewhen]
    others = _elsewhen(group, indicator.basis, records)
    if not named and others:
        also = f"; {_unnamed(group)} allow it" if group.unnamed else ""
        follows = "which follows from" if indicator.basis is Basis.TALLY else "by"
        return f"{_amount(group, indicator)}, {follows} {others}{also}"
    amount = _amount(group, indicator) + ("," if group.rounded or group.alike else "")
    fits, also = ("by", "and by") if group.alike else ("fits", "and")
    if not named:
        return f"{amount} {fits} {_unnamed(group)}"
    every = {1: "the only origin", 2: "both origins"}.get(
        len(named), f"all {spell(len(named))} origins"
    )
    verb = "speaks" if len(named) == 1 else "speak"
    said = f"{amount} {fits} {every} that {verb} of it ({_names(named, records)})"
    said += f" {also} {_unnamed(group)}" if group.unnamed else ""
    said += f"; {others} allow it" if others else ""
    ceilings = [party for party in group.origins if party not in {*named, *elsewhen}]
    return f"{said}; {_names(ceilings, records)} only set a ceiling" if ceilings else said


def _attributed(group: Group, indicator: Indicator, records: Collection) -> str:
    """Say one of several figures: `5 deaths (A)`, or `10 or more deaths (fits A, B)`.

    What follows from several figures is not what any one of those who gave them said.
    """
    fits = "" if group.alike else "fits "
    elsewhen = dict(group.sides)
    then = _names([party for party in group.origins if party not in elsewhen], records)
    unnamed = _unnamed(group) if group.unnamed else ""
    said = ", ".join(part for part in (then, unnamed) if part)
    others = _elsewhen(group, indicator.basis, records)
    parts = [f"{fits}{said}" if said else "", f"by {others}" if others else ""]
    return f"{_amount(group, indicator)} ({'; '.join(part for part in parts if part)})"


def _elsewhen(group: Group, basis: Basis, records: Collection) -> str:
    """Name the figures of other times: `earlier totals of A, B; a later total of C`."""
    figure = "total" if basis is Basis.TALLY else "figure"
    return " and ".join(
        f"{side} {figure}s of {_names(parties, records)}"
        for side in (Side.EARLIER, Side.LATER, Side.BOTH)
        if (parties := [party for party, when in group.sides if when is side])
    )


def behind(group: Group, records: Collection) -> str:
    """Name the origins behind a group, and count the claims that name none: `A, B, 1 claim ...`."""
    unnamed = _unnamed(group) if group.unnamed else ""
    return ", ".join(part for part in (_names(group.origins, records), unnamed) if part)


def _amount(group: Group, indicator: Indicator) -> str:
    """Say the bounds with the thing counted: `10 or more deaths`, `1 death`, `at most 5 deaths`."""
    low, high = group.bounds.low, group.bounds.high
    unit = indicator.unit.removesuffix("s") if low == high == 1 else indicator.unit
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


def _unnamed(group: Group) -> str:
    verb = "names" if group.unnamed == 1 else "name"
    return f"{counted(group.unnamed, 'claim')} that {verb} no origin"


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

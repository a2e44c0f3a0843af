"""Who contradicts whom: claims parted into groups that one number satisfies.

five                      one group
10, at least eight        another
at least four             fits both
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import accumulate, combinations, product
from typing import TYPE_CHECKING, TypeAlias

from claims import explaining
from claims.analysis.voices import Ends, common
from claims.origins import Figure, said_by
from claims.vocabulary import Basis, Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claims.analysis.voices import Voice
    from claims.records import Claim

Explained: TypeAlias = "Mapping[frozenset[Figure], Difference]"


def part(voices: Iterable[Voice]) -> tuple[list[list[Voice]], list[Voice]]:
    """Return the rival groups, the lowest first, and what fits more than one of them.

    The figure that ends lowest and everything that meets it make a group, and so on with the
    rest. What meets another group too belongs to neither, save that an origin that stands in
    one of them is not set against itself: at least five and five, both by one ministry.
    """
    groups = _stabbed(sorted(voices, key=lambda voice: (voice.widened.low, voice.claim.id)))
    if len(groups) < 2:  # noqa: PLR2004 - a rival needs another one
        return groups, []
    met = _meeting(groups)
    cores = [[voice for voice in group if len(met[voice.claim.id]) == 1] for group in groups]
    home: dict[tuple[bool, str], set[int]] = defaultdict(set)
    for number, core in enumerate(cores):
        for voice in core:
            home[voice.who].add(number)
    fits = []
    for voice in (v for group in groups for v in group if len(met[v.claim.id]) > 1):
        own = home.get(voice.who, set())
        if len(own) == 1 and min(own) in met[voice.claim.id]:
            cores[min(own)].append(voice)
        else:
            fits.append(voice)
    return cores, fits


def _stabbed(ordered: Sequence[Voice]) -> list[list[Voice]]:
    """Part what is said, ordered by its low end, into the fewest groups that one number satisfies.

    Of all that is left the one that ends lowest is met by whatever begins before that end.
    """
    lows = [voice.widened.low for voice in ordered]
    lowest_end = list(accumulate((v.widened.high for v in reversed(ordered)), min))[::-1]
    groups, start = [], 0
    while start < len(ordered):
        stop = bisect_right(lows, lowest_end[start], lo=start)
        groups.append(list(ordered[start:stop]))
        start = stop
    return groups


def _meeting(groups: Sequence[Sequence[Voice]]) -> dict[str, range]:
    """Return, for each claim, the numbers of the groups that it meets: neighbours all."""
    shared = [widened(group) for group in groups]
    lows, highs = [ends.low for ends in shared], [ends.high for ends in shared]
    return {
        voice.claim.id: range(
            bisect_left(highs, voice.widened.low), bisect_right(lows, voice.widened.high)
        )
        for group in groups
        for voice in group
    }


def widened(group: Iterable[Voice]) -> Ends:
    """Return what a group has in common once unhedged round figures are taken for rounded ones."""
    found = common(voice.widened for voice in group)
    if found is None:  # pragma: no cover - a group is what has something in common
        message = "these claims have no number in common"
        raise ValueError(message)
    return found


def explanations(claims: Iterable[Claim]) -> Explained:
    """Return why figures differ that persons explained; an error is no reason to let both stand."""
    return {
        frozenset((said_by(claim), said_by(other))): found.why
        for claim, other, found in explaining.explanations(list(claims))
        if found.why is not Difference.ERROR
    }


def reasons(
    groups: Sequence[Sequence[Voice]], explained: Explained, basis: Basis
) -> tuple[Difference, ...]:
    """Return why rival groups differ, none unless every contradiction between them is explained.

    An explanation holds for every reprint of the two figures. Levels of different times need
    none: 132,000 in January and 171,000 in October are no contradiction in 2007.
    """
    found = set()
    for one, other in combinations(groups, 2):
        for mine, theirs in product(one, other):
            if mine.widened.meet(theirs.widened):
                continue
            why = explained.get(frozenset((said_by(mine.claim), said_by(theirs.claim))))
            if why is None and basis is Basis.LEVEL and _at_other_times(mine, theirs):
                why = Difference.TIME
            if why is None:
                return ()
            found.add(why)
    return tuple(sorted(found))


def _at_other_times(one: Voice, other: Voice) -> bool:
    mine, theirs = one.claim.period, other.claim.period
    return mine is not None and theirs is not None and not mine.overlaps(theirs)

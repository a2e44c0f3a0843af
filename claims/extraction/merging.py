"""Each figure of an article once, however often the article says it.

"Five people" in the headline and "five people" below are one figure, of which each passage may
tell more; "another two" are never the two before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.extraction.proposal import Proposal

_OTHERS = re.compile(r"\b(?:other|another|more|further)\b", re.IGNORECASE)
"""Words that tell a figure from the one before."""
SHORT = 10
"""Characters before a quote that may tell it from the one before: `another two`."""
NEAREST = 50
"""Figures alike that are looked through for one that is the same."""


def gathered(text: str, found: Iterable[Proposal]) -> list[Proposal]:
    """Return each figure once, with where else the article says it."""
    kept: list[Proposal] = []
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for one in sorted(found, key=lambda p: (p.start, p.end)):
        like = alike[one.kind, one.hedge, one.low, one.high, one.implied, one.negated, one.part]
        told_anew = _OTHERS.search(text, max(0, one.start - SHORT), one.end)
        near = [] if told_anew else like[-NEAREST:]
        same = next((place for place in near if _is_same(kept[place], one)), None)
        if same is None:
            like.append(len(kept))
            kept.append(one)
        else:
            kept[same] = _joined(kept[same], one)
    return kept


def _joined(one: Proposal, other: Proposal) -> Proposal:
    """Return a figure with where else it is said, and what only that passage tells of it."""
    told = {
        name: getattr(other, name)
        for name in ("period", "place", "country", "claimant", "chain")
        if not getattr(one, name)
    }
    return one.model_copy(update=told | {"also": (*one.also, (other.start, other.end))})


def _is_same(one: Proposal, other: Proposal) -> bool:
    """Tell whether two passages state one figure: of one day and place, as far as they say."""
    if one.noun != other.noun and (one.implied or (one.noun and other.noun)):
        return False
    unlike = (
        (one.period, other.period),
        (one.place, other.place),
        (one.claimant, other.claimant),
    )
    return all(a is None or b is None or a == b for a, b in unlike)

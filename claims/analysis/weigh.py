"""One indicator weighed: the states of its claims, what was found, its summary in numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from claims.analysis.age import older_than_its_page, stale, superseded_in_use
from claims.analysis.contradictions import conflicts, parts_above_whole
from claims.analysis.falls import floors_that_fall
from claims.analysis.findings import MOST_KEPT, Finding, FindingKind, unlisted
from claims.analysis.slips import digit_slips
from claims.analysis.summary import Summary, summarise
from claims.analysis.wording import (
    attributions_changed,
    hedges_lost,
    quotes_that_do_not_say_it,
    same_figure_elsewhere,
)
from claims.pairs import candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claims.analysis.case import Case
    from claims.states import Standing

    Alarm = Callable[[Case], Iterator[Finding]]

MOST_CLAIMS, MOST_PAIRS = 5_000, 150_000
"""Claims under one indicator, and pairs of them, up to which they are compared with each other.

As many pairs as 548 counts of one event make. One claimant's running totals of 5,000 days make
fewer; those of 49 claimants over 100 days make more, and are not compared.
"""

ALARMS: Sequence[Alarm] = (
    digit_slips,
    quotes_that_do_not_say_it,
    conflicts,
    floors_that_fall,
    parts_above_whole,
    same_figure_elsewhere,
    hedges_lost,
    attributions_changed,
    superseded_in_use,
    older_than_its_page,
    stale,
)
"""Every rule that raises findings. A new one is a function of a case and a line here."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the claims under one indicator say together."""

    summary: Summary
    standings: Mapping[str, Standing]
    findings: tuple[Finding, ...]
    """The weightiest first, and of those the newest."""


def weigh(case: Case) -> Weighed:
    """Return the states of all claims of a case, what was found about them, and the summary."""
    found = (finding for alarm in ALARMS for finding in alarm(case))
    return Weighed(summarise(case), case.standings, listed(found, case.indicator.id))


def listed(findings: Iterable[Finding], indicator: str) -> tuple[Finding, ...]:
    """Return the newest findings of each kind, ranked; the last says what more was found.

    `findings` are of one indicator. One kind never pushes out another.
    """
    by_kind = {kind: list(alike) for kind, alike in groupby(ranked(findings), lambda f: f.kind)}
    more = by_kind.pop(FindingKind.MORE, [])
    for kind, alike in by_kind.items():
        if len(alike) > MOST_KEPT:
            more.append(unlisted(kind, len(alike), indicator))
    kept = chain.from_iterable(alike[:MOST_KEPT] for alike in by_kind.values())
    reasons = "; ".join(one.reason for one in more)
    return (*kept, *(replace(one, reason=reasons) for one in more[:1]))


def is_comparable(case: Case) -> bool:
    """Tell whether the claims of a case are few enough to be compared with each other."""
    pairs = candidates(case.claims, case.indicator)
    return sum(1 for _ in islice(pairs, MOST_PAIRS + 1)) <= MOST_PAIRS


def too_many(summary: Summary) -> Weighed:
    """Return what can be said of an indicator with more claims than are compared."""
    reason = f"{summary.claims:,} claims are more than are compared with each other"
    one = Finding(FindingKind.UNCOMPARED, summary.indicator, (), (), reason)
    return Weighed(summary, {}, (one,))


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order in which an editor should look at them."""
    newest = sorted(findings, key=lambda f: (f.indicator, f.claims, f.reason))
    newest.sort(key=lambda f: str(f.day or ""), reverse=True)
    return tuple(sorted(newest, key=lambda f: -f.weight))

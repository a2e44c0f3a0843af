"""One figure of a draft against the claims under one indicator.

The rules, the first that holds:

- hedge dropped: a claim says the number less firmly, and none that is uncontested so firmly;
- superseded: only claims whose place newer ones took say the number; stale, where the record
  holds nothing newer;
- supported: a claim makes it true ("at least five" where the record says five is weaker, not
  wrong); contested, where another claim contradicts each of those; stale, where they are old;
- hedge changed: the number is on record with a hedge that neither makes the other true;
- in conflict: no number makes both true; not on record: the record allows it, no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claims.desk.recency import now_and_before
from claims.desk.verdicts import Verdict
from claims.hedges import Hedge
from claims.prose import figure
from claims.quantities import is_within
from claims.states import Corroboration, Currency
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from claims.analysis.case import Case
    from claims.periods import Period
    from claims.quantities import Quantity
    from claims.records import Claim


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure of a draft, as it is held against the record."""

    quantity: Quantity
    """The figure, in the unit of the indicator."""
    period: Period | None
    """What it is about, as the draft says."""
    planned: bool
    """Whether it is about the future."""
    claimant: str | None = None
    """The party that the draft names, by id."""
    on: date | None = None
    """The day that the story is for."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How the figure stands to the record, and on which claims that rests."""

    verdict: Verdict
    claims: tuple[Claim, ...]
    """The best first."""
    reason: str


def judge(asked: Asked, case: Case) -> Judgement:
    """Return how a figure stands to the claims of a case."""
    return _Bench(asked, case).judgement()


class _Bench:
    """The claims of a case, sorted by what they say of one figure."""

    def __init__(self, asked: Asked, case: Case) -> None:
        self.asked, self.case = asked, case
        alike = [
            claim
            for claim in case.claims
            if claim.planned == asked.planned and claim.quantity and claim.quantity.is_known
        ]
        live = [claim for claim in alike if claim.id not in case.gone]
        self.current, self.past = now_and_before(live, asked.period, asked.on, case.indicator)
        self.replaced = [c for c in alike if c.id in case.gone and c.stands] + self.past
        self.taken_back = [claim for claim in alike if not claim.stands]

    def judgement(self) -> Judgement:
        """Return the first judgement that holds."""
        for rule in (self._dropped, self._superseded, self._supported, self._changed):
            if found := rule():
                return found
        if found := self._withdrawn():
            return found
        return self._against()

    @cached_property
    def _true(self) -> list[Claim]:
        """The claims that make the figure true."""
        strict = [c for c in self.current if _of(c).bounds.is_within(self.asked.quantity.bounds)]
        return self._best(strict)

    @cached_property
    def _same(self) -> list[Claim]:
        """The claims of the same number, whatever their hedge."""
        return self._best(claim for claim in self.current if self._says_it(claim))

    def _dropped(self) -> Judgement | None:
        bounds = self.asked.quantity.bounds
        softer = [
            claim
            for claim in self._same
            if self._leaves_out(claim)
            or (bounds.is_within(_of(claim).bounds) and not _of(claim).bounds.is_within(bounds))
        ]
        sure = [c for c in self._true if not self._is_contested(c) and not _of(c).sum_of]
        if not softer or sure:
            return None
        is_bare = self.asked.quantity.hedge is Hedge.EXACT
        verdict = Verdict.HEDGE_DROPPED if is_bare else Verdict.HEDGE_CHANGED
        return Judgement(verdict, tuple(softer), f"the record says {self._told(softer)}")

    def _leaves_out(self, claim: Claim) -> bool:
        """Tell whether the draft states a bare number that a claim only puts as a bound."""
        is_bare = self.asked.quantity.hedge is Hedge.EXACT
        return is_bare and _of(claim).hedge in {Hedge.MORE_THAN, Hedge.FEWER_THAN}

    def _superseded(self) -> Judgement | None:
        said = self._latest(claim for claim in self.replaced if self._says_it(claim))
        if not said or self._same:
            return None
        if not self.current:
            reason = f"the record says so of an earlier time only: {self._told(said)}"
            return Judgement(Verdict.STALE, tuple(said), reason)
        newest = self._best(self.current)
        reason = f"{self._told(said)}; newer is {self._told(newest)}"
        return Judgement(Verdict.SUPERSEDED, tuple(newest), reason)

    def _supported(self) -> Judgement | None:
        beyond = self.asked.quantity.hedge in {Hedge.MORE_THAN, Hedge.FEWER_THAN}
        close = [
            claim
            for claim in self.current
            if is_within(_of(claim), self.asked.quantity) and not (beyond and self._says_it(claim))
        ]
        true = self._true or self._best(close)
        if not true:
            return None
        sure = [claim for claim in true if not self._is_contested(claim)]
        if not sure:
            rivals = self._best(self._rivals(true))
            reason = f"{self._told(true)}; against it {self._told(rivals)}"
            return Judgement(Verdict.CONTESTED, (*true, *rivals), reason)
        if all(self._is_stale(claim) for claim in sure):
            reason = f"{self._told(sure)}: older than figures of this indicator hold"
            return Judgement(Verdict.STALE, tuple(sure), reason)
        return Judgement(Verdict.SUPPORTED, tuple(sure), self._told(sure))

    def _changed(self) -> Judgement | None:
        if not self._same:
            return None
        reason = f"the record says {self._told(self._same)}"
        return Judgement(Verdict.HEDGE_CHANGED, tuple(self._same), reason)

    def _withdrawn(self) -> Judgement | None:
        said = self._best(claim for claim in self.taken_back if self._says_it(claim))
        if not said:
            return None
        return Judgement(Verdict.WITHDRAWN, tuple(said), f"taken back: {self._told(said)}")

    def _against(self) -> Judgement:
        against = self._best(c for c in self.current if not self._meets(c))
        if against:
            reason = f"the record says {self._told(against)}"
            return Judgement(Verdict.CONFLICT, tuple(against), reason)
        allowing = tuple(self._best(self.current))
        if not allowing:
            return Judgement(Verdict.NOT_ON_RECORD, (), "no figure is on record for that time")
        reason = f"the record allows it, and says only {self._told(allowing)}"
        return Judgement(Verdict.NOT_ON_RECORD, allowing, reason)

    def _says_it(self, claim: Claim) -> bool:
        mine, theirs = self.asked.quantity, _of(claim)
        if mine.value is None or theirs.value is None:
            return (mine.low, mine.high) == (theirs.low, theirs.high)
        return mine.value == theirs.value

    def _meets(self, claim: Claim) -> bool:
        return self.asked.quantity.bounds.meets(_of(claim).bounds)

    def _is_contested(self, claim: Claim) -> bool:
        standing = self.case.standings.get(claim.id)
        return standing is not None and standing.corroboration is Corroboration.CONTESTED

    def _is_stale(self, claim: Claim) -> bool:
        standing = self.case.standings.get(claim.id)
        if standing is None or self.asked.on is None or self.asked.period is not None:
            return False
        return standing.on(self.asked.on).currency is Currency.STALE

    def _rivals(self, claims: Iterable[Claim]) -> list[Claim]:
        ids = {claim.id for claim in claims}
        found = [c for c in self.case.conflicts if {c.one.id, c.other.id} & ids]
        sides = [side for c in found for side in (c.one, c.other) if side.id not in ids]
        return list({side.id: side for side in sides}.values())

    def _best(self, claims: Iterable[Claim]) -> list[Claim]:
        """Put the claims first that fit the draft best, of these the newest."""
        newest = sorted(claims, key=lambda claim: claim.id)
        newest.sort(key=_day, reverse=True)
        return sorted(newest, key=self._unlike)

    def _latest(self, claims: Iterable[Claim]) -> list[Claim]:
        """Put the claims first that are about the latest time, of these the best."""
        return sorted(self._best(claims), key=_about, reverse=True)

    def _unlike(self, claim: Claim) -> tuple[bool, bool, bool, bool]:
        quantity = _of(claim)
        return (
            self.asked.claimant is not None and claim.claimant != self.asked.claimant,
            self._is_contested(claim),
            quantity.hedge is not self.asked.quantity.hedge or not self._says_it(claim),
            bool(quantity.sum_of),
        )

    def _told(self, claims: Sequence[Claim]) -> str:
        """Say the first of some claims: figure, claimant, day; and how many more there are."""
        if not claims:
            return "nothing"
        claim = claims[0]
        name = self.case.records.name(claim.claimant)
        when = self._dated(claim)
        more = f" and {len(claims) - 1} more" if len(claims) > 1 else ""
        return f"{figure(_of(claim))} ({name}, {when}){more}"

    def _dated(self, claim: Claim) -> str:
        """Say the days of a claim: when it was said, and of a level of when it is."""
        said = claim.said_on.in_words() if claim.said_on else "undated"
        about = claim.period.in_words() if claim.period else ""
        if self.case.indicator.basis is not Basis.LEVEL or about in {"", said}:
            return said
        return f"{said}, about {about.removeprefix('about ')}"


def _about(claim: Claim) -> str:
    return str((claim.period.end if claim.period else None) or "")


def _of(claim: Claim) -> Quantity:
    if claim.quantity is None:  # pragma: no cover - left out before
        raise ValueError(claim.id)
    return claim.quantity


def _day(claim: Claim) -> tuple[bool, str]:
    """Return when a figure was said, or else what it is about; one that says no day is older."""
    about, said = claim.period, claim.said_on
    day = said.start if said else (about.end if about else None)
    return said is not None, str(day or "")

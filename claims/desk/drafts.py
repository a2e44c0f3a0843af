"""The draft check: each figure of a story beside what is on record, and a wording to copy.

“Five people were killed in protests over water in Khuzestan” is *hedge dropped* where the
record says at least five.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.analysis.weigh import is_comparable
from claims.desk.correcting import put_right, said
from claims.desk.counting import LOOSE
from claims.desk.countries import country_of, meant
from claims.desk.figures import quantity_of
from claims.desk.judging import Asked, Judgement, judge
from claims.desk.matching import Questions
from claims.desk.places import own_places
from claims.desk.sameness import states
from claims.desk.stating import is_none
from claims.desk.suggest import every_party
from claims.desk.timing import period_of
from claims.desk.verdicts import MEANINGS, Verdict
from claims.extraction import dates
from claims.extraction.proposals import propose
from claims.extraction.unread import unread
from claims.hedges import Hedge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.analysis.case import Case
    from claims.collection import Collection
    from claims.desk.matching import Fit
    from claims.extraction.numbers import Found
    from claims.extraction.proposal import Proposal
    from claims.ledger import Ledger
    from claims.records import Claim, Indicator, Party

__all__ = ["MEANINGS", "Checked", "Matched", "Verdict", "check"]

NEAR_TIE = 0.3
"""Points within which two indicators fit a figure alike; the better verdict then decides."""
UNBORNE = frozenset({Verdict.NOT_ON_RECORD, Verdict.CONFLICT})
"""Verdicts of figures that nothing on record bears out."""
SHOWN = 10
"""Claims that are shown beside a figure."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A claim on record beside a figure of a draft."""

    claim: Claim
    score: float
    """How well its indicator fits the figure; higher is better."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One figure of a draft, what the record says of it, and a wording to copy."""

    start: int
    """Where its words begin in the draft."""
    end: int
    """Where they end."""
    quote: str
    """The words: `five people`."""
    verdict: Verdict
    """How it stands to the record."""
    reason: str
    """Why, in words, without a full stop."""
    claims: tuple[Matched, ...] = ()
    """The claims on record that the verdict rests on, the best first."""
    indicator: Indicator | None = None
    """The question that it answers; none where it fits none on record."""
    corrected: str = ""
    """A sentence to use instead; empty where there is nothing to correct."""


def check(  # noqa: PLR0913 - what a draft is read with
    text: str,
    ledger: Ledger,
    *,
    published: date | None = None,
    rev: int | None = None,
    proposals: Sequence[Proposal] | None = None,
    known: Collection | None = None,
) -> list[Checked]:
    """Return each figure of a draft beside what is on record, in the order of the text.

    `published` is the day that the story is for: words such as “this year” are read from it,
    and what is stale on it is told. Without it no figure counts as stale. `proposals` are
    those of the draft where they have been found already; without them, numbers of which
    nothing could be told are named too.
    """
    reader = _Reader(text, ledger, published, rev, known)
    found = reader.proposals() if proposals is None else proposals
    checked = [reader.check(proposal) for proposal in sorted(found, key=lambda p: p.start)]
    unseen = unread(text, published, found) if proposals is None else []
    missed = [_not_read(text, number) for number in unseen]
    told = [one for one in checked if one is not None]
    return sorted([*told, *missed], key=lambda one: one.start)


def _not_read(text: str, number: Found) -> Checked:
    """Return a number of which nothing could be told, so that it is not passed over unseen."""
    quote = text[number.start : number.end]
    reason = "nothing beside it tells what it counts"
    return Checked(number.start, number.end, quote, Verdict.NOT_READ, reason)


class _Reader:
    """A draft with all that its figures are held against."""

    def __init__(
        self,
        text: str,
        ledger: Ledger,
        published: date | None,
        rev: int | None,
        known: Collection | None,
    ) -> None:
        self.text, self.ledger, self.on, self.rev = text, ledger, published, rev
        indicators = known.indicators if known else ledger.all("indicator", rev)
        self.questions = Questions(ledger, indicators, rev)
        self.parties: list[Party] = every_party(ledger, rev, known)
        self._cases: dict[str, Case] = {}

    def proposals(self) -> list[Proposal]:
        """Return what the draft states, the places of the record among those looked for."""
        own = own_places(self.questions.indicators)
        return propose(self.text, published=self.on, names=own)

    def check(self, proposal: Proposal) -> Checked | None:
        """Check one figure; None for what states no number and answers no question.

        A day that only another sentence names may be that of another event: where nothing
        bears the figure out on it, the figure is held against the record without it.
        """
        found = self._check(proposal)
        if found is None or found.verdict not in UNBORNE or not self._is_inherited(proposal):
            return found
        again = self._check(proposal.model_copy(update={"period": None}))
        return again if again and again.verdict not in UNBORNE else found

    def _is_inherited(self, proposal: Proposal) -> bool:
        """Tell whether a sentence before names the time of a figure, and its own names none."""
        first, last = proposal.sentence_start, proposal.sentence_end
        own, earlier = self.text[first:last], self.text[:first]
        times = (any(one.period for one in dates.find(text, self.on)) for text in (own, earlier))
        return bool(proposal.period) and tuple(times) == (False, True)

    def _check(self, proposal: Proposal) -> Checked | None:
        """Check one figure as it was read."""
        if proposal.hedge is Hedge.NOT_STATED:
            return None
        denied = proposal.negated and not is_none(proposal)
        if denied or proposal.conditional:
            how = "denied" if denied else "only put as possible"
            return self._unmatched(proposal, f"it is {how} here, and compared with nothing")
        fits = [fit for fit in self.questions.fits(proposal, self.text) if fit.is_good]
        if not fits:
            reason = f"no question on record asks for it (read as: {read_as(proposal)})"
            return None if proposal.implied else self._unmatched(proposal, reason)
        if _is_loose(proposal):
            return self._loose(proposal, fits)
        near = [fit for fit in fits if fits[0].score - fit.score <= NEAR_TIE]
        return self._checked(proposal, *self._best(proposal, near))

    def _loose(self, proposal: Proposal, fits: Sequence[Fit]) -> Checked | None:
        """Check a figure of which only the same number tells what it is about."""
        found, fit = self._best(proposal, fits)
        if any(_says_it(claim, proposal) for claim in found.claims[:1]):
            return self._checked(proposal, found, fit)
        reason = "no such number is on record"
        return None if proposal.implied else self._unmatched(proposal, reason)

    def _best(self, proposal: Proposal, fits: Sequence[Fit]) -> tuple[Judgement, Fit]:
        """Return the best judgement of some fits: one of the same number before the others."""
        judged = [(self._judge(proposal, fit), fit) for fit in fits]
        order = list(Verdict)
        return min(
            judged,
            key=lambda one: (
                _is_loose(proposal)
                and not any(_says_it(claim, proposal) for claim in one[0].claims[:1]),
                order.index(one[0].verdict),
            ),
        )

    def _judge(self, proposal: Proposal, fit: Fit) -> Judgement:
        case = self._case(fit.indicator.id)
        if not is_comparable(case):
            reason = "its question has more claims than are compared"
            return Judgement(Verdict.NOT_ON_RECORD, (), reason)
        quantity = quantity_of(proposal, fit.indicator.unit)
        if quantity is None:
            reason = "no record takes such a number"
            return Judgement(Verdict.NOT_ON_RECORD, (), reason)
        by = self._named(proposal)
        asked = Asked(
            quantity=quantity,
            period=period_of(proposal.period),
            planned=proposal.planned,
            claimant=by[0] if by else None,
            on=self.on,
        )
        return judge(asked, case)

    def _checked(self, proposal: Proposal, found: Judgement, fit: Fit) -> Checked:
        return Checked(
            proposal.start,
            proposal.end,
            proposal.quote,
            found.verdict,
            found.reason,
            tuple(Matched(claim, round(fit.score, 2)) for claim in found.claims[:SHOWN]),
            fit.indicator,
            self._corrected(proposal, found, fit),
        )

    def _corrected(self, proposal: Proposal, found: Judgement, fit: Fit) -> str:
        """Return a wording to copy: with the record's figure, or with whose figure it is."""
        if found.verdict in {Verdict.SUPPORTED, Verdict.NOT_ON_RECORD, Verdict.WITHDRAWN}:
            return ""
        case, claim = self._case(fit.indicator.id), found.claims[0]
        if found.verdict is Verdict.CONFLICT:
            return said(claim, case)
        if proposal.claimant and claim.claimant not in self._named(proposal):
            return said(claim, case)
        return put_right(self.text, proposal, claim, case)

    def _named(self, proposal: Proposal) -> list[str]:
        """Return the parties that the draft names for a figure, by id."""
        home = proposal.country or country_of(self.text)
        return [one.id for one in meant(proposal.claimant or "", self.parties, home)]

    def _unmatched(self, proposal: Proposal, reason: str) -> Checked:
        verdict = Verdict.NOT_ON_RECORD
        return Checked(proposal.start, proposal.end, proposal.quote, verdict, reason)

    def _case(self, indicator: str) -> Case:
        if indicator not in self._cases:
            self._cases[indicator] = self.ledger.together.case(indicator, self.rev)
        return self._cases[indicator]


def read_as(proposal: Proposal) -> str:
    """Say how a figure was read: `killed, Khuzestan, 27 July 2021`."""
    period = period_of(proposal.period)
    told = (str(proposal.kind), proposal.place, period.in_words() if period else None)
    return ", ".join(one for one in told if one)


def _is_loose(proposal: Proposal) -> bool:
    """Tell whether a figure is of a wide kind, or one person whom no number is printed of."""
    return proposal.kind in LOOSE or proposal.implied


def _says_it(claim: Claim, proposal: Proposal) -> bool:
    """Tell whether a claim states the number of a figure, whatever its hedge."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None or proposal.value is None:
        return states(claim, proposal)
    return quantity.value == proposal.value

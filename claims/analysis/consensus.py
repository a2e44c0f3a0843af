"""What is known of an indicator at a time: what all claims allow, or who contradicts whom.

Nothing is averaged. Where one number satisfies every claim, the bounds that they have in common
are known; where none does, the claims fall into rival groups, each with its own bounds and
origins. What fits more than one group stands apart from them. Of an event that is what was said
by a day. A level holds until it is stale or overtaken; what only follows from figures of other
times is said to follow from them. What was found to be an error is left out.

    Five (Iranian government) against 10 or more (Amnesty International, HRANA):
    4 or more (the UN) fits both
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from claims.analysis.rivals import explanations, part, reasons, widened
from claims.analysis.voices import Ends, Side, common, hull
from claims.analysis.witnesses import listening, span, stretches, witnesses
from claims.hedges import Hedge
from claims.numerals import say
from claims.origins import Breadth, breadth, carried, independent, stated
from claims.states import Corroboration
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.analysis.rivals import Explained
    from claims.analysis.voices import Voice
    from claims.collection import Collection
    from claims.hedges import Bounds
    from claims.origins import Relays
    from claims.periods import Period
    from claims.records import Claim, Indicator
    from claims.vocabulary import Difference


class Part(NamedTuple):
    """What one origin, or the claims that name none, has to do with what is known."""

    origin: str | None
    """Its id; none for the claims of pages that name none."""
    side: Side
    """When its figures are of; a figure of the time itself goes before others."""
    gives: bool
    """Whether one end of the bounds is that of its figure."""
    claims: int


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that one number satisfies, and the origins that they rest on."""

    bounds: Bounds
    """What they have in common; where they agree only within rounding, from least to most."""
    origins: tuple[str, ...]
    """The independent origins, by id."""
    unnamed: int
    """Claims that name no origin."""
    asserting: tuple[str, ...]
    """Those of them that say more than a ceiling: at most 10 allows three and bears out nothing."""
    bearing: tuple[str, ...] = field(compare=False)
    """Those whose own figures, being true, make the bounds true: 10 or more does, five does not.

    Where they agree only within rounding, those whose figures have two ends: 168,000 and 170,000
    bear each other out, 170,000 and more than 170,000 do not.
    """
    claims: tuple[str, ...]
    """The claims, by id."""
    alike: bool
    """Whether each claim of the time itself says just these bounds; without any, each claim."""
    parts: tuple[Part, ...] = ()
    """Who says something of the time, by a figure of when, and whether it gives the bounds."""
    rounded: bool = False
    """Whether they have anything in common only if unhedged round figures were rounded."""
    said: str = ""
    """The hedged words that all of them say, where they say the same: `at least five`."""


@dataclass(frozen=True, slots=True)
class Consensus:
    """What the claims under one indicator say of one time, taken together.

    Corroborated means that one number satisfies all, and that the figures of two or more
    independent origins, being true, make what all allow true. At least five and at least eight
    make eight or more, which rests on one origin; both make at least five true.
    """

    when: Period
    indicator: str
    state: Corroboration
    bounds: Bounds | None
    """What all claims allow; none where they contradict each other or nothing is known."""
    groups: tuple[Group, ...]
    """One group where all agree, else the rivals, the lowest first."""
    fits: tuple[Group, ...]
    """What fits more than one of the rivals, one entry a figure."""
    breadth: Breadth
    """All claims that speak of the time, their publishers and origins."""
    explained: tuple[Difference, ...] = ()
    """Why the rivals differ, where persons explained it or they are levels of other times."""

    @property
    def rounded(self) -> bool:
        """Whether some bounds meet only if unhedged round figures were rounded."""
        return any(group.rounded for group in self.groups)

    @property
    def either(self) -> tuple[str, ...]:
        """The claims that fit more than one of the rival groups, by id."""
        return tuple(sorted(claim for group in self.fits for claim in group.claims))


def at(
    claims: Sequence[Claim],
    indicator: Indicator,
    records: Collection,
    when: Period,
    gone: frozenset[str] = frozenset(),
) -> Consensus:
    """Return what the claims under an indicator say of a time: a day, a year, an interval.

    `gone` are the ids of claims that no longer count. A running total is asked for the last day.
    """
    every = witnesses(claims, indicator, records, gone)
    question = _Question(indicator, records, explanations(claims))
    return question.answer(listening(every, indicator.basis)(when), when)


def over_time(
    claims: Sequence[Claim],
    indicator: Indicator,
    records: Collection,
    gone: frozenset[str] = frozenset(),
) -> tuple[Consensus, ...]:
    """Return what is known in each stretch of time within which it does not change, in order."""
    every = witnesses(claims, indicator, records, gone)
    question = _Question(indicator, records, explanations(claims))
    said = listening(every, indicator.basis)
    found: list[Consensus] = []
    for when in stretches(every, indicator.basis):
        known = question.answer(said(when), when)
        before = found[-1] if found and indicator.basis is not Basis.INTERVAL else None
        if before and replace(known, when=before.when) == before:
            found[-1] = replace(known, when=span(before.when.start, when.end))
        else:
            found.append(known)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Question:
    """An indicator whose claims are asked about one time after another."""

    indicator: Indicator
    records: Collection
    explained: Explained
    seen: dict[frozenset[str], Breadth] = field(default_factory=dict)
    """What is known of the origins of some claims, by their ids: the same groups come again."""

    def answer(self, voices: Sequence[Voice], when: Period) -> Consensus:
        """Return what the claims say of one time together."""
        relayed = carried((voice.claim for voice in voices), self.records)
        rivals, loose = part(voices)
        why = reasons(rivals, self.explained, self.indicator.basis)
        by_figure: dict[Ends, list[Voice]] = defaultdict(list)
        for voice in loose:
            by_figure[voice.says].append(voice)
        groups = tuple(self._group(rival, relayed) for rival in rivals)
        return Consensus(
            when=when,
            indicator=self.indicator.id,
            state=_state(groups, why),
            bounds=groups[0].bounds if len(groups) == 1 else None,
            groups=groups,
            fits=tuple(self._group(by_figure[ends], relayed) for ends in sorted(by_figure)),
            breadth=self._breadth(voices),
            explained=why,
        )

    def _group(self, voices: Sequence[Voice], relayed: Relays) -> Group:
        """Return what claims that one number satisfies have in common, and on whom they rest.

        Who relays a figure for another, by `relayed`, has it from there.
        """
        exact = common(voice.says for voice in voices)
        behind = self._breadth(voices)
        asserting = {voice.who for voice in voices if voice.asserts}
        shared = widened(voices)
        named = [
            (voice.who[1], stated(voice.claim))
            for voice in voices
            if voice.who[0] and voice.asserts and _bears(voice, exact, shared)
        ]
        bearing = independent(named, relayed)
        then = [voice for voice in voices if voice.side is Side.THEN] or voices
        said = exact or _rounded(then, shared)
        return Group(
            bounds=said.bounds,
            origins=behind.origins,
            asserting=tuple(party for party in behind.origins if (True, party) in asserting),
            bearing=tuple(sorted(bearing)),
            unnamed=behind.unnamed,
            claims=tuple(sorted(voice.claim.id for voice in voices)),
            alike={voice.says for voice in then} == {said},
            parts=_parts(voices, behind.origins, said),
            rounded=exact is None,
            said=_said(then) if {voice.says for voice in then} == {said} else "",
        )

    def _breadth(self, voices: Sequence[Voice]) -> Breadth:
        ids = frozenset(voice.claim.id for voice in voices)
        if ids not in self.seen:
            self.seen[ids] = breadth((voice.claim for voice in voices), self.records)
        return self.seen[ids]


def _parts(voices: Sequence[Voice], origins: Sequence[str], said: Ends) -> tuple[Part, ...]:
    """Return what each origin, and the claims that name none, have to do with some bounds."""
    found: dict[tuple[str | None, Side], list[Voice]] = defaultdict(list)
    for party in origins:
        theirs = [voice for voice in voices if voice.who == (True, party)]
        sides = {voice.side for voice in theirs}
        side = Side.BOTH if len(sides) > 1 else min(sides, default=Side.THEN)
        found[party, Side.THEN if Side.THEN in sides else side] = theirs
    for voice in voices:
        if not voice.who[0]:
            found[None, voice.side].append(voice)
    return tuple(
        Part(party, side, _gives(theirs, said), len({voice.claim.id for voice in theirs}))
        for (party, side), theirs in found.items()
    )


def _gives(voices: Sequence[Voice], said: Ends) -> bool:
    """Tell whether one end of some bounds is that of one of these figures."""
    low, high = said.low > (0, 0), said.high < (inf, 0)
    return any(
        (low and voice.says.low == said.low) or (high and voice.says.high == said.high)
        for voice in voices
    )


def _bears(voice: Voice, exact: Ends | None, shared: Ends) -> bool:
    """Tell whether a figure, being true, makes what all allow true; see `Group.bearing`."""
    if exact is None or not voice.says.are_closed:
        return voice.says.are_closed if exact is None else voice.says.within(exact)
    return voice.says.within(shared)


def _rounded(voices: Sequence[Voice], shared: Ends) -> Ends:
    """Return the bounds of figures that agree only within rounding: from least to most."""
    closed = [voice.says for voice in voices if voice.says.are_closed]
    return hull(closed) if closed else shared


def _said(voices: Sequence[Voice]) -> str:
    """Return the figure of claims that all state it in the same hedged words."""
    quantities = {stated(voice.claim): voice.claim.quantity for voice in voices}
    (quantity, *others) = quantities.values()
    whole = quantity is not None and voices[0].says == Ends.of(quantity.bounds)
    if others or quantity is None or not whole or quantity.hedge is Hedge.EXACT:
        return ""
    return say(quantity)


def _state(groups: Sequence[Group], why: Sequence[Difference]) -> Corroboration:
    if not groups:
        return Corroboration.NONE
    if len(groups) > 1 and not why:
        return Corroboration.CONTESTED
    shared = any(len(group.bearing) > 1 for group in groups)
    return Corroboration.CORROBORATED if shared else Corroboration.SINGLE

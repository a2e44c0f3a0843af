"""What is known of an indicator at a time: what all claims allow, or who contradicts whom.

Nothing is averaged. Where one number satisfies every claim, the bounds that they have in common
are known; where none does, the claims fall into rival groups, each with its own bounds and
origins. What fits more than one group stands apart from them.

    Five (Iranian government) against 10 or more (Amnesty International, HRANA):
    4 or more (the UN) fits both
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.analysis.rivals import explanations, part, reasons, widened
from claims.analysis.voices import Ends, common, hull
from claims.analysis.witnesses import span, speaking, stretches, witnesses
from claims.hedges import Hedge
from claims.numerals import counted, say, spell
from claims.origins import Breadth, breadth, stated
from claims.periods import words
from claims.states import Corroboration
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.analysis.rivals import Explained
    from claims.analysis.voices import Voice
    from claims.analysis.witnesses import Witness
    from claims.collection import Collection
    from claims.hedges import Bounds
    from claims.periods import Period
    from claims.records import Claim, Indicator
    from claims.vocabulary import Difference


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
    """Those whose own figures, being true, make the bounds true: 10 or more does, five does not."""
    claims: tuple[str, ...]
    """The claims, by id."""
    alike: bool
    """Whether each of the claims says just these bounds."""
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
    return question.answer(every, when)


def over_time(
    claims: Sequence[Claim],
    indicator: Indicator,
    records: Collection,
    gone: frozenset[str] = frozenset(),
) -> tuple[Consensus, ...]:
    """Return what is known in each stretch of time within which it does not change, in order."""
    every = witnesses(claims, indicator, records, gone)
    question = _Question(indicator, records, explanations(claims))
    found: list[Consensus] = []
    for when in stretches(every, indicator.basis):
        known = question.answer(every, when)
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

    def answer(self, every: Sequence[Witness], when: Period) -> Consensus:
        """Return what the claims say of one time."""
        voices = speaking(every, self.indicator.basis, when)
        rivals, loose = part(voices)
        why = reasons(rivals, self.explained, self.indicator.basis)
        by_figure: dict[Ends, list[Voice]] = defaultdict(list)
        for voice in loose:
            by_figure[voice.says].append(voice)
        groups = tuple(self._group(rival) for rival in rivals)
        return Consensus(
            when=when,
            indicator=self.indicator.id,
            state=_state(groups, why),
            bounds=groups[0].bounds if len(groups) == 1 else None,
            groups=groups,
            fits=tuple(self._group(by_figure[ends]) for ends in sorted(by_figure)),
            breadth=self._breadth(voices),
            explained=why,
        )

    def _group(self, voices: Sequence[Voice]) -> Group:
        """Return what claims that one number satisfies have in common, and on whom they rest."""
        exact = common(voice.says for voice in voices)
        behind = self._breadth(voices)
        asserting = {voice.who for voice in voices if voice.asserts}
        shared = widened(voices)
        bearing = {voice.who for voice in voices if voice.asserts and voice.says.within(shared)}
        return Group(
            bounds=(exact or hull(voice.says for voice in voices)).bounds,
            origins=behind.origins,
            asserting=tuple(party for party in behind.origins if (True, party) in asserting),
            bearing=tuple(party for party in behind.origins if (True, party) in bearing),
            unnamed=behind.unnamed,
            claims=tuple(sorted(voice.claim.id for voice in voices)),
            alike=len({voice.says for voice in voices}) == 1,
            rounded=exact is None,
            said=_said(voices),
        )

    def _breadth(self, voices: Sequence[Voice]) -> Breadth:
        ids = frozenset(voice.claim.id for voice in voices)
        if ids not in self.seen:
            self.seen[ids] = breadth((voice.claim for voice in voices), self.records)
        return self.seen[ids]


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
    behind = (group.asserting if group.rounded else group.bearing for group in groups)
    shared = any(len(origins) > 1 for origins in behind)
    return Corroboration.CORROBORATED if shared else Corroboration.SINGLE


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
    rivals = [_attributed(group, indicator, records) for group in consensus.groups]
    fits = [_attributed(group, indicator, records) for group in consensus.fits]
    verb = "fits" if len(fits) == 1 else "fit"
    number = "both" if len(rivals) == 2 else "more than one of them"  # noqa: PLR2004 - two are both
    rest = f"; {', '.join(fits)} {verb} {number}" if fits else ""
    if consensus.explained:
        why = " and ".join(consensus.explained)
        return f"{when} the figures differ, explained by {why}: {' beside '.join(rivals)}{rest}"
    subject = "origins" if len(consensus.breadth.origins) > 1 else "figures"
    return f"{when} the {subject} contradict each other: {' against '.join(rivals)}{rest}"


def _agreeing(group: Group, indicator: Indicator, records: Collection) -> str:
    """Say what all allow: `110 injured fits both origins that speak of it (A, B)`.

    What all of them say alike is said by them: `2,500 troops, by both origins ...`.
    """
    amount = _amount(group, indicator) + ("," if group.rounded or group.alike else "")
    fits, also = ("by", "and by") if group.alike else ("fits", "and")
    named = group.asserting or group.origins
    if not named:
        return f"{amount} {fits} {_unnamed(group)}"
    every = {1: "the only origin", 2: "both origins"}.get(
        len(named), f"all {spell(len(named))} origins"
    )
    names = _names(named, records)
    verb = "speaks" if len(named) == 1 else "speak"
    said = f"{amount} {fits} {every} that {verb} of it ({names})"
    said += f" {also} {_unnamed(group)}" if group.unnamed else ""
    others = _names([party for party in group.origins if party not in named], records)
    return f"{said}; {others} only set a ceiling" if others else said


def _attributed(group: Group, indicator: Indicator, records: Collection) -> str:
    """Say one of several figures: `5 deaths (A)`, or `10 or more deaths (fits A, B)`.

    What follows from several figures is not what any one of those who gave them said.
    """
    fits = "" if group.alike else "fits "
    return f"{_amount(group, indicator)} ({fits}{behind(group, records)})"


def behind(group: Group, records: Collection) -> str:
    """Name the origins behind a group, and count the claims that name none: `A, B, 1 claim ...`."""
    unnamed = _unnamed(group) if group.unnamed else ""
    return ", ".join(part for part in (_names(group.origins, records), unnamed) if part)


def _amount(group: Group, indicator: Indicator) -> str:
    """Say the bounds with the thing counted: `10 or more deaths`, `1 death`."""
    only_one = group.bounds.low == group.bounds.high == 1
    unit = indicator.unit.removesuffix("s") if only_one else indicator.unit
    rounding = ", allowing for rounding" if group.rounded else ""
    return f"{group.said or group.bounds.in_words()} {unit}{rounding}"


def _names(parties: Iterable[str], records: Collection) -> str:
    return ", ".join(sorted(map(records.name, parties)))


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

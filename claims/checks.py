"""Rules across records: each takes the records and yields problems.

A new rule is a function of the same shape and a line in `CHECKS`. A rule reports what
is wrong with one record, so that the others can still go in.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claims.collection import Collection
from claims.errors import Problem, Where, WordingError
from claims.hedges import Bounds, Hedge, bounds, show
from claims.lookalikes import parties_are_told_apart
from claims.numerals import find, parse, say
from claims.records import Indicator, name_of
from claims.references import (
    explanations_are_about_one_question,
    ids_are_used_once,
    no_record_contains_itself,
    references_exist,
    successor_answers_the_same_question,
)
from claims.vocabulary import Basis, ReviewState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claims.quantities import Quantity
    from claims.records import Claim

    Check = Callable[[Collection], Iterator[Problem]]


def run(records: Collection, known: Collection | None = None) -> list[Problem]:
    """Return the problems of all rules, in the order of the files.

    `known` are records already in the ledger: they are referred to, not reported.
    """
    new = {(name_of(item.record), item.record.id) for item in records.located}
    others = (known or Collection()).located
    context = [item for item in others if (name_of(item.record), item.record.id) not in new]
    everything = Collection.of([*records.located, *context])
    found = {problem for check in CHECKS for problem in check(everything)}
    if not found:
        return []
    reported = {(item.where, item.record.id) for item in records.located}
    return sorted(problem for problem in found if (problem.where, problem.record) in reported)


def bounds_are_in_order(records: Collection) -> Iterator[Problem]:
    """The low bound of a quantity must not be above its high bound."""
    for claim, where, quantity in _quantities(records):
        low, high = quantity.low, quantity.high
        if low is not None and high is not None and low > high:
            message = f"the low bound {show(low)} is above the high bound {show(high)}"
            yield Problem(where, claim.id, "quantity.low", show(low), message, "Exchange the two")


def hedge_and_bounds_agree(records: Collection) -> Iterator[Problem]:
    """The bounds of a quantity must be those that the hedge table gives its number."""
    for claim, where, quantity in _quantities(records):
        expected = _expected(quantity)
        if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
            continue
        if expected is None:
            message = f"“{quantity.hedge}” does not fit the number given"
            hint = (
                "Give a value for a number, low and high for a range, neither where none is stated"
            )
            yield Problem(where, claim.id, "quantity.value", show(quantity.value), message, hint)
        elif (quantity.low, quantity.high) != (expected.low, expected.high):
            message = f"the bounds of “{quantity.hedge}” are {expected.in_words()}"
            found = f"{show(quantity.low)} to {show(quantity.high)}"
            hint = (
                f"Write low {show(expected.low)} and high {show(expected.high)}, or another hedge"
            )
            yield Problem(where, claim.id, "quantity", found, message, hint)


def _expected(quantity: Quantity) -> Bounds | None:
    """Return the bounds that the table gives, or None where hedge and value do not fit."""
    if quantity.hedge is Hedge.BETWEEN:
        low, high, best = quantity.low, quantity.high, quantity.value
        if low is None or high is None or (best is not None and not low <= best <= high):
            return None
        return Bounds(low, high)
    wordless = quantity.hedge in {Hedge.VAGUE, Hedge.NOT_STATED}
    if wordless != (quantity.value is None):
        return None
    if quantity.hedge is Hedge.VAGUE:
        return None if quantity.low is None else Bounds(quantity.low, None)
    return bounds(quantity.hedge, quantity.value, quantity.unit)


def quote_states_the_quantity(records: Collection) -> Iterator[Problem]:
    """The words of the quantity must stand in a quote, and parse to its hedge and number.

    Whether the bounds follow from the two is for `hedge_and_bounds_agree`.
    """
    for claim, where, quantity in _quantities(records):
        words = quantity.as_stated
        if not any(words in evidence.quote for evidence in claim.evidence):
            message = "these words do not stand in the quote"
            hint = f"Take them from the quote: {claim.evidence[0].quote}"
            yield Problem(where, claim.id, "quantity.as_stated", words, message, hint)
        elif not _states(words, quantity):
            message = f"the words do not state “{say(quantity)}”"
            hint = "Correct the number, the hedge or the words"
            yield Problem(where, claim.id, "quantity.as_stated", words, message, hint)


def _states(words: str, quantity: Quantity) -> bool:
    """Tell whether words state a quantity; words that an editor set in brackets count too."""
    words = words.replace("[", "").replace("]", "")
    if quantity.hedge is Hedge.NOT_STATED:
        return not find(words)
    try:
        stated = parse(words, quantity.unit)
    except WordingError:
        return False
    if quantity.sum_of:
        return stated.value in quantity.sum_of and sum(quantity.sum_of) == quantity.value
    ends = {stated.bounds.low, stated.bounds.high}
    if quantity.hedge is Hedge.BETWEEN and stated.hedge is Hedge.BETWEEN:
        best = quantity.value is None or any(n.value == quantity.value for n in find(words))
        return best and ends == {quantity.low, quantity.high}
    if (stated.hedge, stated.value) != (quantity.hedge, quantity.value):
        return False
    return quantity.value is not None or ends == {quantity.low, quantity.high}


def evidence_is_where_it_says(records: Collection) -> Iterator[Problem]:
    """The offsets of a quote must span just its characters."""
    for claim, where in records.claims():
        for n, evidence in enumerate(claim.evidence):
            start, end = evidence.start, evidence.end
            if (start is None) != (end is None) or (
                start is not None and end is not None and end - start != len(evidence.quote)
            ):
                message = (
                    f"the quote has {len(evidence.quote)} characters, its place another number"
                )
                hint = "Give start and end so that end − start is the length of the quote"
                yield Problem(where, claim.id, f"evidence.{n}.end", f"{start}–{end}", message, hint)


def claim_fits_its_indicator(records: Collection) -> Iterator[Problem]:
    """A claim under an indicator has its kind and unit, and a quantity; others have none."""
    for claim, where in records.claims():
        indicator, quantity = records.indicator(claim.indicator), claim.quantity
        if claim.indicator is None and quantity is not None:
            message = "a number needs an indicator to be compared under"
            yield Problem(where, claim.id, "indicator", "", message, "Name the question it answers")
        if indicator is None:
            continue
        if claim.kind is not indicator.kind:
            message = f"the indicator asks for a {indicator.kind}"
            yield Problem(where, claim.id, "kind", claim.kind, message, "Use the indicator's kind")
        if quantity is None:
            message = "the indicator asks for a number"
            hint = "Give the quantity, with the hedge “not stated” where the source gives none"
            yield Problem(where, claim.id, "quantity", "", message, hint)
        elif quantity.unit != indicator.unit:
            message = f"the indicator counts {indicator.unit}"
            yield Problem(where, claim.id, "quantity.unit", quantity.unit, message, "Use its unit")


def tallies_have_a_baseline(records: Collection) -> Iterator[Problem]:
    """A running total or a count within a period must say from when it counts."""
    for item in records.located:
        record = item.record
        if not isinstance(record, Indicator) or record.baseline is not None:
            continue
        if record.basis in {Basis.TALLY, Basis.INTERVAL}:
            message = f"the basis {record.basis} needs a baseline"
            yield Problem(item.where, record.id, "baseline", "", message, "Say from when it counts")


def chain_runs_from_origin_to_publisher(records: Collection) -> Iterator[Problem]:
    """A chain starts with the claimant's own origin and ends with the publisher, no link twice."""
    for claim, where in records.claims():
        shown = " → ".join(claim.chain)
        if repeated := [link for link, n in Counter(claim.chain).items() if n > 1]:
            message = f"“{repeated[0]}” stands in the chain twice"
            yield Problem(where, claim.id, "chain", shown, message, "Name each link once")
        if not _starts_at_origin(claim, records):
            message = f"the chain does not start with the origin of “{claim.claimant}”"
            hint = (
                "Start with the claimant, or with a party that it is part of or that is part of it"
            )
            yield Problem(where, claim.id, "chain", shown, message, hint)
        source = records.source(claim.source)
        if source is not None and claim.chain[-1] != source.publisher:
            message = f"the chain does not end with the publisher “{source.publisher}”"
            yield Problem(
                where, claim.id, "chain", shown, message, "Add the publisher as the last link"
            )


def _starts_at_origin(claim: Claim, records: Collection) -> bool:
    """Tell whether only parties of the claimant's own root stand before it in the chain."""
    if claim.claimant not in claim.chain:
        return False
    before = claim.chain[: claim.chain.index(claim.claimant)]
    return all(records.root(link) == records.root(claim.claimant) for link in before)


def dates_make_sense(records: Collection) -> Iterator[Problem]:
    """Nothing is said after it was printed; observed figures are past, planned ones are not."""
    for claim, where in records.claims():
        said, period, source = claim.said_on, claim.period, records.source(claim.source)
        if said and source and source.published and source.published.is_before(said):
            message = f"it was said after its source was published ({source.published})"
            hint = "Correct one of the two dates"
            yield Problem(where, claim.id, "said_on", str(said), message, hint)
        if said and period and not claim.planned and said.is_before(period):
            message = (
                f"the period begins after it was said ({said}), yet it is not marked as planned"
            )
            hint = "Correct it, or mark it planned"
            yield Problem(where, claim.id, "period", str(period), message, hint)
        if said and period and claim.planned and period.is_before(said):
            message = f"a plan said on {said} is about a time before it"
            hint = "Correct it, or drop planned"
            yield Problem(where, claim.id, "period", str(period), message, hint)


def claims_are_recorded_once(records: Collection) -> Iterator[Problem]:
    """One claimant's same number for the same period in the same source is one claim."""
    seen: dict[tuple[object, ...], str] = {}
    for claim, where in records.claims():
        if claim.quantity is None or claim.quantity.hedge in {Hedge.VAGUE, Hedge.NOT_STATED}:
            continue
        stated = (claim.quantity.hedge, claim.quantity.low, claim.quantity.high, claim.planned)
        key = (claim.indicator, claim.claimant, str(claim.period), claim.source, *stated)
        if seen.setdefault(key, claim.id) != claim.id:
            message = f"it says the same as “{seen[key]}”"
            hint = "Keep one, and give it both quotes as evidence"
            yield Problem(where, claim.id, "quantity", claim.quantity.as_stated, message, hint)


def decisions_are_signed(records: Collection) -> Iterator[Problem]:
    """A claim that was cleared or rejected says by whom."""
    for claim, where in records.claims():
        decided = claim.review.state in {ReviewState.CLEARED, ReviewState.REJECTED}
        if decided and claim.review.by is None:
            message = f"it is {claim.review.state} by nobody"
            yield Problem(where, claim.id, "review.by", "", message, "Say who decided")


CHECKS: Sequence[Check] = (
    ids_are_used_once,
    references_exist,
    no_record_contains_itself,
    parties_are_told_apart,
    bounds_are_in_order,
    hedge_and_bounds_agree,
    quote_states_the_quantity,
    evidence_is_where_it_says,
    claim_fits_its_indicator,
    tallies_have_a_baseline,
    chain_runs_from_origin_to_publisher,
    dates_make_sense,
    claims_are_recorded_once,
    successor_answers_the_same_question,
    explanations_are_about_one_question,
    decisions_are_signed,
)
"""Every rule, in the order in which a reader would check."""


def _quantities(records: Collection) -> Iterator[tuple[Claim, Where, Quantity]]:
    return ((c, where, c.quantity) for c, where in records.claims() if c.quantity is not None)

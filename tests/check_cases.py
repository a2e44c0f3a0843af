"""Records that trip each check, and records that come close to it and trip none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims import checks, lookalikes, references
from claims.hedges import Hedge
from claims.quantities import Quantity
from claims.records import Evidence, Review
from claims.vocabulary import Basis, Kind, ReviewState
from tests.factories import claim, evidence, indicator, party, quantity_in, source, stating

if TYPE_CHECKING:
    from claims.checks import Check
    from claims.records import Claim, Record


def other(words: str, **fields: Any) -> Claim:
    """Make a claim in words that state a number, whose quantity differs in some fields."""
    stated = quantity_in(words).model_dump()
    return stating(words, quantity=Quantity.model_validate(stated | fields))


def at(start: int | None, end: int | None) -> Evidence:
    """Make evidence of 32 characters that stands between two offsets."""
    return evidence("at least five people were killed", start=start, end=end)


def review(state: str, by: str | None = None) -> Review:
    """Make a review that someone signed, or nobody."""
    return Review(state=ReviewState(state), by=by)


def earlier(**fields: Any) -> Claim:
    """Make a claim for another one to supersede."""
    return stating("four", id="c-earlier", period="2021-07-26", **fields)


def explained(other: str, **fields: Any) -> Claim:
    """Make a claim that says why it differs from another."""
    return claim(explained=[{"claim": other, "why": "scope", "by": "desk"}], **fields)


NO_NUMBER = {"hedge": "not stated", "value": None, "low": None, "high": None}
UNKNOWN = "the number is not known"
SIX = Quantity.of("five", Hedge.EXACT, 6, "deaths", sum_of=(5, 1))
NOT_STATED = Quantity.of("the number", Hedge.NOT_STATED, None, "deaths")
ZERO = Quantity.model_validate(NOT_STATED.model_dump() | {"low": 0, "high": 0})
INJURED = indicator("injured", unit="injured")
IRAN, IRNA = party("iran"), party("irna", part_of="iran")
SUPERSEDING = claim(supersedes="c-earlier")

TRIPS: dict[Check, list[tuple[list[Record], str]]] = {
    references.ids_are_used_once: [([claim(), claim(note="again")], "id")],
    references.references_exist: [([claim(supersedes="c-gone")], "supersedes")],
    references.no_record_contains_itself: [([claim(id="c-a", supersedes="c-a")], "supersedes")],
    lookalikes.parties_are_told_apart: [
        ([party("a", name="Reuters"), party("b", name="REUTERS\u200b")], "name"),
        ([party("a", name="Al  Jazeera"), party("b", name="Al Jazeera")], "name"),
        ([party("a", name="R\u0435uters")], "name"),
    ],
    checks.bounds_are_in_order: [
        ([other("five", low=8)], "quantity.low"),
        ([other("between 5 and 8", low=8, high=5)], "quantity.low"),
    ],
    checks.hedge_and_bounds_agree: [
        ([other("at least five", high=5)], "quantity"),
        ([other("more than 5", low=5)], "quantity"),
        ([other("about 50", low=40, high=60)], "quantity"),
        ([claim(UNKNOWN, quantity=ZERO)], "quantity"),
    ],
    checks.quote_states_the_quantity: [
        ([claim(quantity=quantity_in("six"))], "quantity.as_stated"),
        ([claim(quantity=quantity_in("At least five"))], "quantity.as_stated"),
        ([other("five", value=6, low=6, high=6)], "quantity.as_stated"),
        ([other("five", hedge="at least", high=None)], "quantity.as_stated"),
        ([other("five", as_stated="people were killed")], "quantity.as_stated"),
        ([other("five", sum_of=(5, 2))], "quantity.as_stated"),
        ([other("five", **NO_NUMBER)], "quantity.as_stated"),
        ([other("between 5 and 8", high=9)], "quantity.as_stated"),
    ],
    checks.evidence_is_where_it_says: [
        ([claim(evidence=(at(10, 43),))], "evidence.0.end"),
        ([claim(evidence=(at(10, 42), at(10, None)))], "evidence.1.end"),
        ([claim(evidence=(at(None, 42),))], "evidence.0.end"),
    ],
    checks.claim_fits_its_indicator: [
        ([claim(kind=Kind.EVENT)], "kind"),
        ([claim(quantity=None)], "quantity"),
        ([claim(indicator=None)], "indicator"),
        ([claim(quantity=quantity_in("at least five", "injured"))], "quantity.unit"),
    ],
    checks.tallies_have_a_baseline: [
        ([indicator("a", basis=Basis.TALLY, baseline=None)], "baseline"),
        ([indicator("a", basis=Basis.INTERVAL, baseline=None)], "baseline"),
    ],
    checks.chain_runs_from_origin_to_publisher: [
        ([claim(chain=("irna",))], "chain"),
        ([claim(chain=("arab-news",))], "chain"),
        ([claim(chain=("irna", "irna", "arab-news"))], "chain"),
        ([party("afp"), claim(chain=("afp", "irna", "arab-news"))], "chain"),
    ],
    checks.dates_make_sense: [
        ([claim(said_on="2021-07-28")], "said_on"),
        ([claim(period="2021-07-28")], "period"),
        ([claim(period="2021-07-26", planned=True)], "period"),
    ],
    checks.claims_are_recorded_once: [
        ([claim(), claim("so far at least five people were killed")], "quantity"),
    ],
    references.successor_answers_the_same_question: [
        ([earlier(said_on="2021-07-27"), claim(supersedes="c-earlier", said_on="2021-07-26",
                                               period="2021-07-26")], "supersedes"),
        ([INJURED, earlier(indicator="injured", quantity=quantity_in("four", "injured")),
          SUPERSEDING], "supersedes"),
        ([party("fars"), earlier(claimant="fars", chain=("fars", "arab-news")), SUPERSEDING],
         "supersedes"),
    ],
    references.explanations_are_about_one_question: [
        ([explained("c-self", id="c-self")], "explained.0.claim"),
        ([INJURED, earlier(indicator="injured", quantity=quantity_in("four", "injured")),
          explained("c-earlier")], "explained.0.claim"),
    ],
    checks.decisions_are_signed: [
        ([claim(review=review("cleared"))], "review.by"),
        ([claim(review=review("rejected"))], "review.by"),
    ],
}  # fmt: skip
"""Records that trip just this check, and the field that it names."""

NEAR_MISSES: dict[Check, list[tuple[list[Record], str]]] = {
    references.ids_are_used_once: [([party("a"), source("a"), indicator("a")], "of three kinds")],
    references.references_exist: [([SUPERSEDING, earlier()], "it comes later in the file")],
    references.no_record_contains_itself: [([IRAN, IRNA], "a line that ends is no circle")],
    lookalikes.parties_are_told_apart: [
        ([party("a", name="Reuters"), party("b", name="Reuters TV")], "another name"),
        ([party("a", name="\u0420\u0418\u0410 TASS")], "each word in one script"),
    ],
    checks.bounds_are_in_order: [([other("five")], "both ends are five")],
    checks.hedge_and_bounds_agree: [
        ([other("more than 5", low=6)], "six is the least count above five"),
        ([other("between 250 and 350")], "a range has its own ends"),
        ([other("several")], "three or more, open above"),
        ([claim(UNKNOWN, quantity=NOT_STATED)], "unknown is not zero"),
    ],
    checks.quote_states_the_quantity: [
        ([claim(quantity=quantity_in("six"), evidence=(evidence(), evidence("all six")))],
         "the second quote has the words"),
        ([claim(quantity=SIX)], "the words state one part of the sum"),
        ([claim(UNKNOWN, quantity=NOT_STATED)], "neither states a number"),
    ],
    checks.evidence_is_where_it_says: [
        ([claim(evidence=(at(10, 42),))], "32 characters"),
        ([claim(evidence=(at(None, None),))], "no place is given"),
    ],
    checks.claim_fits_its_indicator: [
        ([claim(indicator=None, quantity=None, kind=Kind.EVENT)], "no number, no indicator"),
        ([claim(UNKNOWN, quantity=NOT_STATED)], "a number that is not stated is a quantity"),
    ],
    checks.tallies_have_a_baseline: [
        ([indicator("a", basis=Basis.LEVEL, baseline=None)], "a level counts from nowhere"),
        ([indicator("a", basis=Basis.EVENT, baseline=None)], "so does an event"),
    ],
    checks.chain_runs_from_origin_to_publisher: [
        ([IRAN, IRNA, claim(chain=("iran", "irna", "arab-news"))], "both are one origin"),
        ([claim(claimant="arab-news", chain=("arab-news",))], "the publisher's own words"),
    ],
    checks.dates_make_sense: [
        ([claim(period="2021-07-27/2021-08")], "it had begun when it was said"),
        ([claim(period="2021-07-28", planned=True)], "a plan is ahead"),
        ([claim(period="2021-07-27", planned=True)], "or of the same day"),
        ([claim(said_on="2021-07")], "some day of July was before"),
        ([claim(said_on=None, period="2031")], "nobody knows when it was said"),
    ],
    checks.claims_are_recorded_once: [
        ([claim(), claim(period="2021-07-27")], "another period"),
        ([source("s-2"), claim(), claim(evidence=(evidence(source="s-2"),))], "another source"),
        ([stating("several"), claim("several died", quantity=quantity_in("several"))],
         "vague words may mean two numbers"),
    ],
    references.successor_answers_the_same_question: [
        ([earlier(said_on="2021-07-26"), SUPERSEDING], "said a day before"),
        ([earlier(said_on="2021-07-27"), SUPERSEDING], "corrected on the same day"),
        ([earlier(said_on=None), SUPERSEDING], "an unknown day is not later"),
        ([IRAN, IRNA, earlier(claimant="iran", chain=("iran", "arab-news")), SUPERSEDING],
         "both speak for Iran"),
    ],
    references.explanations_are_about_one_question: [
        ([earlier(), explained("c-earlier")], "both are about Khuzestan"),
    ],
    checks.decisions_are_signed: [
        ([claim(review=review("cleared", "desk"))], "signed"),
        ([claim(review=review("in review"))], "nothing is decided"),
    ],
}  # fmt: skip
"""Records that come close to this check and trip none, and why."""

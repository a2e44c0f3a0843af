"""Words to paste: no hedge is dropped, and what goes with a figure goes with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from claims.export import words
from claims.hedges import Hedge
from claims.prose import figure
from claims.records import Review, Withdrawal
from claims.vocabulary import Kind, ReviewState
from tests import citing, factories, starter, strategies

if TYPE_CHECKING:
    from claims.quantities import Quantity

SHORT = [
    (
        "c-e8aeeca852dd",
        (
            "At least 14 rockets (7 July 2021), according to unnamed US and Iraqi officials. "
            "[single origin]"
        ),
    ),
    (
        "c-c71b336e8da2",
        (
            "Three wounded (7 July 2021), according to US-led coalition against Islamic State. "
            "[superseded, single origin]"
        ),
    ),
    (
        "c-0befda68cfa6",
        "About 110 injured (8 January 2020), according to Associated Press.",
    ),
    (
        "c-d5c231b27f7a",
        (
            "At least 80 deaths (8 January 2020), according to unnamed source in the Revolutionary "
            "Guards via Iranian state television. [contested]"
        ),
    ),
    (
        "c-6f7314ed8e46",
        (
            "Between 250 and 350 troops (October 2025), according to Mohammed Shia al-Sudani. "
            "[stale, single origin]"
        ),
    ),
    (
        "c-7317ac03298e",
        (
            "About 50 attacks (1 January 2021 to 6 July 2021), according to Region Press. "
            "[no origin named, stale]"
        ),
    ),
    (
        "c-f08b7943f4ec",
        (
            "3,000 troops (September 2020), according to US Central Command. "
            "[planned, contested, stale]"
        ),
    ),
    (
        "c-33b9bd6e2d90",
        "Persons arrested: not stated (July 2021), according to Associated Press.",
    ),
    (
        "c-0ab28ca0412e",
        (
            "US combat operations in Iraq would end in 2021, according to US government on 26 July "
            "2021 via Agence France-Presse, as reported by Arab News on 27 July 2021. [planned]"
        ),
    ),
]


@pytest.mark.parametrize(("claim_id", "expected"), SHORT, ids=lambda value: str(value)[:14])
def test_the_short_form_of_real_claims(claim_id: str, expected: str) -> None:
    """Figure with hedge, unit and period, who says so, and a word for each warning."""
    assert words.short_sentence(*citing.on_record(claim_id)) == expected


ALONE = "Single origin: no other named origin on record bears it out."
FULL = [
    (
        "c-6b25e623d9b2",
        (
            "Two people were slightly wounded in the rocket attack on Ain al-Asad on 7 July 2021, "
            "according to US-led coalition against Islamic State, as reported by Al Jazeera on "
            f"8 July 2021. [{ALONE}]"
        ),
    ),
    (
        "c-1d3271eb8471",
        (
            "No US service members were killed in the Iranian missile attack on 8 January 2020, "
            "according to US Central Command, as reported by The Guardian on 16 January 2020. "
            "[Contested: another claim on record cannot be true together with it.]"
        ),
    ),
    (
        "c-ac7f16ff887c",
        (
            "NATO's mission in Iraq was to grow from 500 to around 4,000 personnel, according to "
            "Jens Stoltenberg, as reported by CNBC on 18 February 2021. "
            f"[Planned: announced or intended, not observed. {ALONE}]"
        ),
    ),
    (
        "c-3da5aa6b5f26",
        (
            "The US-led coalition against Islamic State had 83 member countries on 8 July 2021, "
            f"according to DW on 8 July 2021. [{ALONE} Stale: it is of 8 July 2021; figures "
            "here hold for 1 year.]"
        ),
    ),
    (
        "c-fc34627a4f13",
        (
            "Iran borders Turkey and Iraq to the west, according to Associated Press, as reported "
            "by Arab News on 27 July 2021."
        ),
    ),
]


@pytest.mark.parametrize(("claim_id", "expected"), FULL, ids=lambda value: str(value)[:14])
def test_the_full_form_of_real_claims(claim_id: str, expected: str) -> None:
    """Everyone it came through, then each warning as a sentence; none where nothing is wrong."""
    assert words.full_sentence(*citing.on_record(claim_id)) == expected


WITHDRAWN = Withdrawal(on="2021-08-01", by="IRNA", reason="a slip.")
REJECTED = Review(state=ReviewState.REJECTED, by="desk", why="no such page.")
UNTOLD = Review(state=ReviewState.REJECTED)
GONE = [
    ({"withdrawn": WITHDRAWN}, "withdrawn", "Withdrawn: by IRNA, a slip."),
    ({"review": REJECTED}, "rejected", "Rejected in review: by desk, no such page."),
    ({"review": UNTOLD}, "rejected", "Rejected in review."),
    ({"planned": True}, "planned", "Planned: announced or intended, not observed."),
]


@pytest.mark.parametrize("figured", [True, False])
@pytest.mark.parametrize(("fields", "mark", "warning"), GONE)
def test_what_no_longer_stands_says_so(
    fields: dict[str, Any], mark: str, warning: str, figured: bool
) -> None:
    """With a number or without one, withdrawn, rejected and planned are in either form."""
    bare: dict[str, Any] = {"kind": Kind.POSITION, "indicator": None, "quantity": None}
    claim = factories.claim(**({} if figured else bare) | fields)
    selection = citing.selection([claim], factories.together(claim))
    assert mark in words.short_sentence(selection, claim).partition(" [")[2]
    assert warning in words.full_sentence(selection, claim).partition(" [")[2]


UNITS = [
    (factories.quantity(5, Hedge.AT_LEAST), "At least five deaths"),
    (factories.quantity(1, Hedge.AT_LEAST), "Deaths: at least one"),
    (factories.quantity(1, Hedge.EXACT), "Deaths: one"),
    (factories.quantity(11, Hedge.EXACT), "11 deaths"),
    (factories.quantity(6, Hedge.EXACT, sum_of=(5, 1)), "Deaths: six (5 + 1)"),
    (factories.quantity_in("dozens"), "Deaths: dozens"),
    (factories.quantity_in("an undisclosed number"), "Deaths: not stated"),
    (factories.quantity(1.5, Hedge.MORE_THAN, "years"), "More than 1.5 years"),
    (factories.quantity(5, Hedge.EXACT, "US troops"), "Five US troops"),
]


@pytest.mark.parametrize(("quantity", "said"), UNITS)
def test_figure_and_unit_read_rightly(quantity: Quantity, said: str) -> None:
    """One of many is never “one deaths”, nor dozens “dozens deaths”."""
    claim = factories.claim(quantity=quantity, period=None)
    selection = citing.selection([claim], factories.together(claim))
    assert words.short_sentence(selection, claim).startswith(f"{said}, according to IRNA.")


@given(strategies.quantities())
def test_no_hedge_is_dropped_in_the_short_form(quantity: Quantity) -> None:
    """The figure stands in the sentence as it is said everywhere."""
    claim = factories.claim(quantity=quantity)
    selection = citing.selection([claim], factories.together(claim), states={})
    assert figure(quantity).lower() in words.short_sentence(selection, claim).lower()


def test_every_real_claim_says_what_is_wrong_with_it() -> None:
    """Contested, single, unnamed, superseded and stale are told wherever the states say so."""
    every = [claim for claim, _ in starter.records().claims()]
    selection = citing.selection(every, starter.records())
    told = set()
    for claim in every:
        standing = selection.states.get(claim.id)
        if standing is None:
            continue
        expected = {str(standing.corroboration), str(standing.currency)}
        expected -= {"corroborated", "no figure", "current"}
        short = words.short_sentence(selection, claim).rpartition(" [")[2]
        full = words.full_sentence(selection, claim).lower()
        assert all(mark in short and f"{mark}: " in full for mark in expected), claim.id
        told |= expected
    assert told == {"contested", "single origin", "no origin named", "superseded", "stale"}

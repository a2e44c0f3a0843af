"""The card of a claim: what it says, at which size, whatever the claim holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.collection import Collection
from claims.hedges import Hedge
from claims.prose import attribution, figure
from claims.quantities import Quantity
from claims.records import Review, Withdrawal
from claims.states import Corroboration, Currency
from claims.vocabulary import ReviewState
from dashboard.images.card import claim_card
from dashboard.images.lettering import clean
from dashboard.theme import LIGHT
from tests import citing, factories, hostile, pictures, starter

if TYPE_CHECKING:
    from claims.export.selection import Selection
    from claims.records import Claim

WITHDRAWN = Withdrawal(on="2021-08-01", by="irna", reason="an error")


def _selected(claim: Claim, *records: Any, **fields: Any) -> Selection:
    """Select a claim that factories made, without states where none are given."""
    return citing.selection([claim], factories.together(*records), **{"states": {}} | fields)


def _text(claim: Claim, *records: Any, **fields: Any) -> str:
    return pictures.text(claim_card(_selected(claim, *records, **fields), claim, "svg"))


def _real(number: int = 400) -> Selection:
    claims = [claim for claim, _ in starter.records().claims()]
    return citing.selection(claims[:number], starter.records())


def test_a_card_is_as_large_as_previews_are() -> None:
    """1200 by 630 pixels, read from the bytes of the PNG and the head of the SVG."""
    claim = factories.claim()
    assert pictures.size(claim_card(_selected(claim), claim, "png")) == (1200, 630)
    head = pictures.root(claim_card(_selected(claim), claim, "svg")).attrib
    assert (head["width"], head["height"], head["viewBox"]) == ("1200", "630", "0 0 1200 630")


def test_cards_of_twenty_claims_all_differ() -> None:
    """No claim is shown with the picture of another."""
    selection = _real()
    claims = [claim for claim in selection.claims if claim.quantity][::8][:20]
    assert len({claim_card(selection, claim, "png") for claim in claims}) == 20


def test_the_same_claim_makes_the_same_card() -> None:
    """A picture may be kept for as long as the ledger stands."""
    selection = _real()
    one, two = (claim_card(selection, selection.claims[0], "png") for _ in range(2))
    assert one == two


def test_every_claim_on_record_says_its_figure_who_says_it_and_as_of_when() -> None:
    """The figure with its hedge, the words of the attribution, the period and the revision."""
    selection = _real()
    for claim in selection.claims:
        said = pictures.text(claim_card(selection, claim, "svg"))
        by = attribution(claim, selection.records)
        assert by[1:] in said
        assert "On Record · revision 1,204 · 22 November 2026" in said
        assert clean(claim.statement) in said
        if claim.quantity:
            assert figure(claim.quantity) in said
            assert claim.quantity.unit in said
        if claim.period:
            assert f"Period: {claim.period.in_words()}" in said


def test_all_text_of_every_claim_on_record_keeps_within_the_card() -> None:
    """No line begins below the footer, and what is read at half the size is at least 28 pixels."""
    selection = _real()
    for claim in selection.claims:
        for line in pictures.root(claim_card(selection, claim, "svg")).iter(f"{pictures.SVG}text"):
            assert 0 < float(line.attrib["y"]) < 630
            assert float(line.attrib["font-size"]) >= 28


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (factories.quantity(5, Hedge.AT_LEAST), "at least five"),
        (factories.quantity(2_500, Hedge.EXACT, "troops"), "2,500"),
        (factories.quantity(2_500, Hedge.ABOUT, "troops"), "about 2,500"),
        (factories.quantity(None, Hedge.BETWEEN, between=(250, 350)), "between 250 and 350"),
        (factories.quantity(None, Hedge.NOT_STATED), "not stated"),
        (factories.quantity(6, Hedge.EXACT, sum_of=(5, 1)), "six (5 + 1)"),
        (factories.quantity(10**15, Hedge.EXACT), "1,000,000,000,000,000"),
    ],
)  # fmt: skip
def test_a_figure_is_said_with_its_hedge(quantity: Quantity, said: str) -> None:
    """As everywhere; it is smaller where it is long, and never cut."""
    shown = _text(factories.claim(quantity=quantity))
    assert said in shown
    assert "…" not in shown


def test_a_figure_in_many_words_is_smaller_not_cut() -> None:
    """A vague wording that is a sentence of its own stands there in full."""
    words = "dozens and dozens, perhaps scores, of those who were on the bridge at the time of it"
    vague = Quantity(as_stated=words, hedge=Hedge.VAGUE, low=25, unit="deaths")
    assert words in _text(factories.claim(quantity=vague))


def test_a_claim_without_a_number_is_its_statement() -> None:
    """It stands where the figure would, and once only."""
    said = "Iran announces from time to time that it has detained people."
    claim = factories.claim(quantity=None, indicator=None, kind="event", statement=said)
    shown = _text(claim)
    assert shown.count(said) == 1
    assert shown.startswith("Event ")


@pytest.mark.parametrize(
    ("fields", "there", "absent"),
    [
        ({}, [], ["planned", "withdrawn", "unreviewed", "cleared"]),
        ({"planned": True}, ["planned"], ["withdrawn"]),
        ({"withdrawn": WITHDRAWN}, ["withdrawn"], ["planned"]),
        ({"review": Review(state=ReviewState.REJECTED)}, ["rejected"], ["cleared"]),
        ({"review": Review(state=ReviewState.CLEARED)}, ["cleared"], ["rejected"]),
        ({"review": Review(state=ReviewState.IN_REVIEW)}, [], ["in review"]),
    ],
)
def test_a_card_says_what_persons_decided(
    fields: dict[str, Any], there: list[str], absent: list[str]
) -> None:
    """Planned, withdrawn, cleared and rejected in words; what is not decided takes no room."""
    claim = factories.claim(**fields)
    shown = _text(claim)
    assert [state for state in (*there, *absent) if state in shown] == there


@pytest.mark.parametrize("state", [Corroboration.CONTESTED, Corroboration.SINGLE])
def test_a_contested_claim_is_seen_to_be_contested(state: Corroboration) -> None:
    """In a word and in the orange of the pages, which no other card has; never in red."""
    selection = _real()
    states = selection.states
    claim = next(c for c in selection.claims if c.id in states and _is(states[c.id], state))
    svg = claim_card(selection, claim, "svg")
    assert str(state) in pictures.text(svg)
    assert (LIGHT.claimants[1].encode() in svg) == (state is Corroboration.CONTESTED)


def _is(standing: Any, state: Corroboration) -> bool:
    return bool(standing.corroboration is state and standing.currency is Currency.CURRENT)


def test_long_text_is_cut_with_an_ellipsis_and_the_claimant_stays() -> None:
    """The statement gives way before who says it, and when."""
    claim = factories.claim(statement="people were killed, as was said, " * 50)
    shown = _text(claim)
    assert "…" in shown
    assert "According to IRNA, as reported by ARAB-NEWS on 27 July 2021" in shown
    assert "Period: 15 July 2021 to 27 July 2021" in shown


def test_an_arabic_title_ends_at_the_right_margin() -> None:
    """Text is set as it is read; an English figure beside it stays on the left."""
    title = "القتلى في احتجاجات خوزستان"
    claim = factories.claim()
    svg = claim_card(_selected(claim, factories.indicator(title=title)), claim, "svg")
    lines = {
        "".join(line.itertext()): line.attrib for line in pictures.root(svg).iter() if line.text
    }
    heading = next(look for said, look in lines.items() if title in said and "x" in look)
    number = next(look for said, look in lines.items() if said.startswith("at least five"))
    assert (heading["text-anchor"], heading["x"]) == ("end", "1136")
    assert number["x"] == "64"


@pytest.mark.parametrize(
    "unit",
    [
        "\u092e\u094c\u0924\u0947\u0902",
        "de\u0301ce\u0300s x\u0301",
        "a\u200db",
        "x" + "\u0301" * 1_900,
    ],
)
def test_joined_letters_stand_on_a_line_of_their_own(unit: str) -> None:
    """The converter fails on them beside larger letters, and then on every other picture."""
    claim = factories.claim(quantity=factories.quantity(unit=unit))
    selection = _selected(claim)
    lines = pictures.root(claim_card(selection, claim, "svg")).iter(f"{pictures.SVG}text")
    assert unit in {line.text for line in lines}
    assert pictures.size(claim_card(selection, claim, "png")) == (1200, 630)


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_hostile_text_is_text(text: str) -> None:
    """In every field at once: the card is made of nothing but text and boxes, and says it."""
    records = Collection.of_records(hostile.records_with(text))
    for claim, _ in records.claims():
        selection = citing.selection([claim], records, states={})
        svg = claim_card(selection, claim, "svg")
        assert pictures.kinds(svg) <= {"svg", "title", "desc", "rect", "text", "tspan"}
        assert clean(text)[:15].strip() in pictures.text(svg)
        assert figure(claim.quantity) in pictures.text(svg)
        assert pictures.size(claim_card(selection, claim, "png")) == (1200, 630)

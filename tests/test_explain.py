"""Explaining why two claims differ, on the page: nothing is recorded that was not chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.records import Withdrawal
from tests import at_desk, factories, screen
from tests.factories import changed, stating

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest
    from streamlit.testing.v1.element_tree import Selectbox

    from claims.records import Claim
    from tests.conftest import Put

pytestmark = pytest.mark.usefixtures("pages")
PARTIES = ("fars", "isna", "ana", "mehr")
FIVE = stating("five", id="c-five")
NINE, SEVEN, EIGHT, SIX = (
    stating(words, id=f"c-{words}", claimant=party, chain=(party, "arab-news"))
    for words, party in zip(("nine", "seven", "eight", "six"), PARTIES, strict=True)
)
CHANGED, NONE_LEFT = "changed since you opened", "and now there is none"
BACK = "Take the explanation back"
WORDS = "One counts the wounded who died later."


@pytest.fixture
def three(pages: None, put: Put) -> None:  # noqa: ARG001 - pages come first, then what they show
    """Put five on record, which nine, seven and eight contradict."""
    parties = [factories.party(party) for party in PARTIES]
    put([*factories.base(), *parties, FIVE, NINE, SEVEN, EIGHT])


def box(at: AppTest, label: str) -> Selectbox[str]:
    """Return the field to choose in that has a label."""
    (found,) = [one for one in at.selectbox if one.label == label]
    return found


def opened() -> AppTest:
    """Open the page of the claim of five."""
    return screen.show("claim", id=FIVE.id)


def filled_in(at: AppTest, other: str, why: str = "scope", by: str = "Bob") -> AppTest:
    """Fill in the form without sending it; `other` begins the label of the claim chosen."""
    box(at, "Differs from").select(
        next(one for one in box(at, "Differs from").options if one.startswith(other))
    )
    box(at, "Why").select(next(one for one in box(at, "Why").options if one.startswith(why)))
    (note,) = [one for one in at.text_area if one.label == "In words"]
    note.set_value(WORDS)
    at_desk.field(at, "Your name").set_value(by)
    return at


def sent(at: AppTest, button: str = "Record the explanation") -> AppTest:
    """Press the button that records, or another one."""
    next(one for one in at.button if one.label == button).click()
    return screen.drawn(at)


def write(record: Claim) -> None:
    """Write a claim as somebody else, while the page is open."""
    with at_desk.ledger() as ledger:
        ledger.append([record], actor="somebody else")


def explained() -> list[tuple[str, str, str]]:
    """Return who explained what: the id of the other claim, the reason, the name."""
    with at_desk.ledger() as ledger:
        return [
            (one.claim, str(one.why), one.by)
            for claim in (FIVE, NINE, SEVEN, EIGHT)
            for one in ledger.claim(claim.id).explained
        ]


def kept(at: AppTest) -> tuple[str | None, str | None]:
    """Return the words and the name that stand in the form."""
    (note,) = [one for one in at.text_area if one.label == "In words"]
    return note.value, at_desk.field(at, "Your name").value


@pytest.mark.usefixtures("three")
def test_what_is_chosen_is_what_is_recorded() -> None:
    """The reason stands with the claim chosen, and the form is empty for the next one."""
    at = sent(filled_in(opened(), "seven"))
    assert explained() == [(SEVEN.id, "scope", "Bob")]
    assert "Explained by Bob on " in at_desk.told(at)
    assert (box(at, "Differs from").value, box(at, "Why").value, kept(at)[0]) == (None, None, "")
    assert CHANGED not in at_desk.told(at)


@pytest.mark.usefixtures("three")
def test_of_two_who_explain_at_once_the_second_is_asked_again() -> None:
    """Bob's words about nine are not recorded when Ann was first; he chooses anew."""
    ann, bob = opened(), filled_in(opened(), "nine", why="time")
    sent(filled_in(ann, "nine", by="Ann"))
    sent(bob)
    assert explained() == [(NINE.id, "scope", "Ann")]
    assert CHANGED in at_desk.told(bob)
    assert box(bob, "Differs from").value is None
    assert (box(bob, "Why").value, *kept(bob)) == ("time", WORDS, "Bob")
    sent(bob)
    assert "Choose the claim" in at_desk.told(bob)
    assert len(explained()) == 1
    sent(filled_in(bob, "eight", why="time"))
    assert sorted(explained()) == [(EIGHT.id, "time", "Bob"), (NINE.id, "scope", "Ann")]


MEANWHILE = {
    "one more claim conflicts": SIX,
    "the claim chosen states another figure": changed(NINE, quantity=factories.quantity(12)),
    "another claim states another figure": changed(EIGHT, quantity=factories.quantity(13)),
    "the claim itself states another figure": changed(FIVE, quantity=factories.quantity(2)),
    "the claim itself has a note": changed(FIVE, note="Named in a later list."),
}


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("record", MEANWHILE.values(), ids=MEANWHILE)
def test_a_form_that_shows_something_else_records_nothing(record: Claim) -> None:
    """Whatever changed of what the editor saw, the words are kept and the choice is made again."""
    bob = filled_in(opened(), "nine")
    write(record)
    sent(bob)
    assert explained() == []
    assert CHANGED in at_desk.told(bob)
    assert (box(bob, "Differs from").value, *kept(bob)) == (None, WORDS, "Bob")


@pytest.mark.usefixtures("three")
def test_what_changes_elsewhere_does_not_stop_an_explanation() -> None:
    """A new party on record is nothing that the editor would have to look at."""
    bob = filled_in(opened(), "nine")
    with at_desk.ledger() as ledger:
        ledger.append([factories.party("tass")], actor="somebody else")
    sent(bob)
    assert explained() == [(NINE.id, "scope", "Bob")]


@pytest.mark.usefixtures("three")
def test_a_form_that_was_begun_stays_when_no_conflict_is_left() -> None:
    """The claims in conflict were withdrawn meanwhile: the words are still there to copy."""
    bob = filled_in(opened(), "nine")
    taken_back = Withdrawal(on="2021-07-30", by="desk", reason="A misprint.")
    for one in (NINE, SEVEN, EIGHT):
        write(changed(one, withdrawn=taken_back))
    sent(bob)
    assert explained() == []
    assert NONE_LEFT in at_desk.told(bob)
    assert kept(bob) == (WORDS, "Bob")
    assert not [one for one in opened().text_area if one.label == "In words"]


@pytest.mark.usefixtures("three")
def test_an_explanation_can_be_given_anew() -> None:
    """An explained pair stands in the list, marked as such; another reason takes its place."""
    sent(filled_in(opened(), "nine", by="Ann"))
    at = opened()
    marked = [one for one in box(at, "Differs from").options if "(explained as scope)" in one]
    assert [one[:5] for one in marked] == ["nine,"]
    sent(filled_in(at, "nine", why="method"))
    assert explained() == [(NINE.id, "method", "Bob")]


@pytest.mark.usefixtures("three")
def test_an_explanation_on_the_other_page_gives_way_too() -> None:
    """What nine says of five is replaced by what is said of it on the page of five."""
    sent(filled_in(screen.show("claim", id=NINE.id), "five", by="Ann"))
    assert explained() == [(FIVE.id, "scope", "Ann")]
    sent(filled_in(opened(), "nine", why="time"))
    assert explained() == [(NINE.id, "time", "Bob")]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("other", "why", "by", "said"),
    [
        ("", "scope", "Bob", "Choose the claim"),
        ("nine", "scope", " ", "the name of whoever gives it"),
    ],
)
def test_what_is_missing_is_said(other: str, why: str, by: str, said: str) -> None:
    """Without a choice or a name nothing is recorded, and the words stay."""
    at = filled_in(opened(), other or "nine", why=why, by=by)
    if not other:
        box(at, "Differs from").set_value(None)
    sent(at)
    assert explained() == []
    assert said in at_desk.told(at)
    assert kept(at)[0] == WORDS


@pytest.mark.usefixtures("three")
def test_a_page_held_in_the_past_explains_what_stands_now() -> None:
    """The form of a shared page offers the claims of today, and the rest of the page the past."""
    with at_desk.ledger() as ledger:
        before = ledger.head.rev
    write(changed(NINE, quantity=factories.quantity_in("twelve")))
    at = screen.show("claim", id=FIVE.id, rev=str(before))
    assert [one.split(",")[0] for one in box(at, "Differs from").options].count("12") == 1
    sent(filled_in(at, "12"))
    assert explained() == [(NINE.id, "scope", "Bob")]


def test_two_claims_of_one_name_can_be_told_apart(put: Put) -> None:
    """Streamlit tells options apart by their labels; two of one label carry their ids."""
    fars = factories.party("fars")
    twins = [
        stating("nine", id=f"c-{name}", claimant="fars", chain=("fars", "arab-news"),
                statement=f"Nine people were killed, as {name} says.")
        for name in ("one", "two")
    ]  # fmt: skip
    put([*factories.base(), fars, FIVE, *twins])
    at = opened()
    assert len(set(box(at, "Differs from").options)) == len(twins)
    chosen = next(one for one in box(at, "Differs from").options if one.endswith("(c-two)"))
    sent(filled_in(at, chosen))
    with at_desk.ledger() as ledger:
        assert [one.claim for one in ledger.claim(FIVE.id).explained] == ["c-two"]


@pytest.mark.usefixtures("three")
def test_an_explanation_is_taken_back_under_a_name() -> None:
    """Nobody takes it back without a name; then it stands only in the history."""
    assert not [one for one in opened().button if one.label == BACK]
    sent(filled_in(opened(), "nine"))
    assert explained() == [("c-nine", "scope", "Bob")]
    nameless = sent(filled_in(opened(), "nine", by=""), BACK)
    assert any("the name of whoever gives it" in one.value for one in nameless.error)
    assert explained() == [("c-nine", "scope", "Bob")]
    sent(filled_in(opened(), "nine", by="Ann"), BACK)
    assert explained() == []
    with at_desk.ledger() as ledger:
        last = ledger.history("claim", FIVE.id)[-1]
    assert (last.actor, last.reason) == (
        "Ann", "differs from c-nine: the explanation was taken back",
    )  # fmt: skip

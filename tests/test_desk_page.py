"""The Desk without a browser: an article becomes claims."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.ledger import Filter
from dashboard.desk.finding import MOST
from tests import factories, hostile, screen
from tests.at_desk import TEXT, begun, field, kept, ledger, press, states, text_shown, told

if TYPE_CHECKING:
    from tests.conftest import Put

pytestmark = pytest.mark.usefixtures("pages")
NOBODY = "000000000000"
"""An id that no work has."""


# From an article to claims


@pytest.mark.usefixtures("small")
def test_an_article_shows_every_proposal_in_its_place() -> None:
    """The words are whole, each figure is marked, and the first one is on the card."""
    at = begun()
    shown = text_shown(at)
    lines = ["".join(text for text, _ in line) for line in shown["lines"]]
    assert lines == TEXT.split("\n")
    marked = [text for line in shown["lines"] for text, mark in line if mark]
    assert marked == ["At least five people", "12 men", "Two journalists"]
    assert (shown["chosen"], states(at)) == ("0", ["open"] * 3)
    assert [one["label"] for one in shown["legend"]] == ["killed", "kidnapped", "detained"]
    rows = screen.table(at)
    assert (rows["Figure"], rows["Counted in"]) == ("at least five (5 or more)", "deaths")
    assert rows["Kind"] == "killed"
    assert rows["Through"] == "police (new) → Coastal Post (new)"


@pytest.mark.usefixtures("small")
def test_decisions_are_recorded_and_can_be_undone() -> None:
    """What is accepted is on record with actor, words and source; what is rejected can return."""
    at = press(begun(), "desk-accept")
    assert "“At least five people” is on record." in told(at)
    assert at.query_params["proposal"] == "1"
    at = press(at, "desk-reject")
    assert (states(at), at.query_params["proposal"]) == (["accepted", "rejected", "open"], "2")
    assert "2 of 3 decided: 1 accepted, 1 rejected" in told(at)
    at = press(at, "desk-undo-last")
    assert (states(at), at.query_params["proposal"]) == (["accepted", "open", "open"], "1")
    with ledger() as opened:
        (claim,) = opened.claims(Filter(text="killed", publisher=("coastal-post",)))
        (first,) = opened.history("claim", claim.id)
        source = opened.get("source", claim.source)
    assert first.actor == "Ana"
    assert claim.evidence[0].quote == "At least five people"
    assert (claim.evidence[0].start, claim.evidence[0].end) == (0, 20)
    assert source.text_sha256 == kept(at.query_params["work"]).document.sha256


@pytest.mark.usefixtures("small")
def test_a_work_survives_and_is_thrown_away_when_finished() -> None:
    """Another visit finds it in the list and by its address; afterwards the text is gone."""
    first = press(begun(), "desk-reject")
    work = first.query_params["work"]
    listed = screen.show("desk")
    assert "1 of 3 decided: 1 rejected; Ana" in told(listed)
    opened = press(listed, f"desk-open-{work}")
    assert states(opened) == ["rejected", "open", "open"]
    again = screen.show("desk", work=work, proposal="2")
    assert text_shown(again)["chosen"] == "2"
    finished = press(again, "desk-finish")
    assert "Finished: the text was thrown away. 1 of 3 decided: 1 rejected." in told(finished)
    assert kept(work).text == ""
    assert "of 3 decided" not in told(screen.show("desk"))


@pytest.mark.usefixtures("small")
def test_two_who_decide_at_once_record_once() -> None:
    """Whoever comes second is taken to the next open one; on a finished work nothing is written."""
    first = begun()
    second = screen.show("desk", work=first.query_params["work"])
    third = screen.show("desk", work=first.query_params["work"], proposal="1")
    press(first, "desk-accept")
    assert states(press(second, "desk-accept")) == ["accepted", "open", "open"]
    with ledger() as opened:
        before = opened.head.rev
    press(first, "desk-finish")
    assert "no longer on the desk" in told(press(third, "desk-accept"))
    with ledger() as opened:
        assert opened.head.rev == before


@pytest.mark.usefixtures("small")
def test_fields_are_corrected_in_place() -> None:
    """What cannot be used is said beside the fields; then the correction is on record."""
    at = press(press(begun(), "desk-next"), "desk-correct")
    field(at, "Exact words, 8 at most").set_value("arrested 13 men")
    at = press(at, "desk-record")
    assert "“arrested 13 men” does not stand in the article" in told(at)
    field(at, "Exact words, 8 at most").set_value("Police arrested 12 men")
    field(at, "About the period").set_value("2030-03")
    field(at, "Note").set_value("Checked by phone.")
    at = press(at, "desk-record")
    assert states(at) == ["open", "accepted", "open"]
    with ledger() as opened:
        (claim,) = [one for one in opened.claims() if one.note == "Checked by phone."]
    assert claim.evidence[0].quote == "Police arrested 12 men"
    assert claim.period is not None
    assert claim.period.text == "2030-03"


@pytest.mark.usefixtures("small")
def test_a_correction_can_be_cancelled() -> None:
    """Nothing is recorded, and the card is back."""
    at = press(press(begun(), "desk-correct"), "desk-cancel")
    assert states(at) == ["open"] * 3
    assert at.button(key="desk-accept").label == "Accept"


def test_the_question_on_record_is_suggested(put: Put) -> None:
    """What the claim would agree with is shown before it is accepted; another may be chosen."""
    put([*factories.base(), factories.claim(id="c-1")])
    at = begun(
        "At least six people were killed in the Khuzestan protests by 27 July 2021, IRNA said."
    )
    key = f"desk-question-{at.query_params['work']}-0"
    assert at.selectbox(key=key).value == "khuzestan-killed"
    assert "Would agree with 1 claim" in told(at)
    at.selectbox(key=key).set_value("")
    screen.drawn(at)
    assert at.selectbox(key=key).value == ""
    assert "Would agree with" not in told(at)


# What is missing, too long, unknown or hostile


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("text", "fields", "message"),
    [
        ("", {}, "the desk needs a text."),
        ("  ", {"by": " "}, "the desk needs a text and your name."),
        (TEXT, {"publisher": ""}, "the desk needs a publisher or an address."),
        (
            TEXT,
            {"url": "ftp://a.example/x"},
            "The address “ftp://a.example/x” cannot be used as written.",
        ),
        ("a" * (MOST + 1), {}, "too large: at most 200,000 characters are read"),
    ],
)
def test_what_the_desk_cannot_use_is_said(text: str, fields: dict[str, str], message: str) -> None:
    """Nothing is put on the desk, and the fields keep what was written."""
    at = begun(text, **fields)
    assert message in told(at)
    assert "work" not in at.query_params
    assert at.text_area(key="desk-text").value == text


@pytest.mark.usefixtures("small")
def test_an_article_without_a_day_says_what_that_means() -> None:
    """Periods are read from the day of publication."""
    assert "The day of publication is missing" in told(begun())


@pytest.mark.usefixtures("small")
def test_an_article_without_a_figure_says_so() -> None:
    """The text is shown; there is nothing to decide."""
    at = begun("We will not leave, said the baker.")
    assert "No figure was found" in told(at)
    assert text_shown(at)["marks"] == {}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("address", [{"work": NOBODY}, {"work": "../../etc"}, {"proposal": "x"}])
def test_an_address_of_no_work_offers_a_new_one(address: dict[str, str]) -> None:
    """What is not on the desk is said, and the fields are there."""
    at = screen.show("desk", **address)
    assert at.warning
    assert at.text_area(key="desk-text").value == ""


@pytest.mark.usefixtures("small")
def test_a_file_fills_the_fields() -> None:
    """What is read can be seen and trimmed; the day that the page states is filled in."""
    page = (
        "<html><head><title>Shells fall on Dunmere</title>"
        '<meta property="article:published_time" content="2025-03-13T08:00:00Z"></head><body>'
        f"<article><h1>Shells fall on Dunmere</h1><p>{TEXT}</p>"
        "<p>The harbour was closed for the day and trains did not run, officials said.</p>"
        "</article></body></html>"
    )
    at = screen.show("desk")
    at.file_uploader(key="desk-file").set_value(("page.html", page.encode(), "text/html"))
    screen.drawn(at)
    assert "At least five people" in str(at.text_area(key="desk-text").value)
    assert str(at.date_input(key="desk-published").value) == "2025-03-13"
    at.file_uploader(key="desk-file").set_value(("scan.pdf", b"no pdf", "application/pdf"))
    screen.drawn(at)
    assert "is damaged or is something else" in told(at)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_text_is_shown_as_text(name: str) -> None:
    """Markup in an article, its headline and its publisher is nothing but letters."""
    evil = hostile.TEXTS[name]
    text = f"At least five {evil} people were killed in {evil}, {evil} said."
    at = begun(text, title=evil[:200], publisher=evil[:80])
    assert screen.loose(at) == []
    assert screen.loose(screen.show("desk")) == []


# A desk on which nothing can be recorded


@pytest.mark.usefixtures("small", "read_only")
def test_a_read_only_desk_can_be_tried() -> None:
    """Proposals are shown without a way to record them, and no file is written."""
    at = screen.show("desk")
    assert "nothing can be recorded" in told(at)
    at.text_area(key="desk-text").set_value(TEXT)
    press(at, "desk-find")
    assert len(states(at)) == 3
    assert text_shown(at)["keys"] == {}
    assert {"Accept", "Correct", "Reject", "Fetch"}.isdisjoint(one.label for one in at.button)
    at.date_input[0].set_value(date(2030, 3, 14))
    press(at, "desk-read-again")
    assert "Read again from 14 March 2030: 3 proposals, 0 decisions kept." in told(at)
    assert not (Path(os.environ["ON_RECORD_VAR"]) / "desk").exists()
    assert "no such work" in told(screen.show("desk", work=at.query_params["work"]))

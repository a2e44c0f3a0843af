"""The Desk without a browser: a draft against the record, a source read again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests import screen
from tests.at_desk import press, text_shown, told

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.conftest import Put

pytestmark = pytest.mark.usefixtures("pages")


def checked(text: str) -> AppTest:
    """Check a paragraph of a story."""
    at = screen.show("desk", tab="draft")
    at.text_area(key="desk-draft-words").set_value(text)
    return press(at, "desk-check")


@pytest.mark.usefixtures("small")
def test_a_dropped_hedge_is_found_in_a_draft() -> None:
    """The record says at least five; the draft says five, and gets a wording to use."""
    at = checked("Five people were killed in the Khuzestan protests in July 2021, IRNA said.")
    assert "1 figure: 1 hedge dropped" in told(at)
    (mark,) = text_shown(at)["marks"].values()
    assert mark["look"] == "hedge dropped"
    copied = [json.loads(one.proto.json) for one in at.get("bidi_component")]
    assert any("t least five" in one.get("text", "") for one in copied)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Paste a paragraph first."),
        ("The baker stayed.", "No figure was found in it"),
        ("a" * 20_001, "at most 20,000 characters are checked at once"),
    ],
)
def test_a_draft_without_a_figure_says_so(text: str, message: str) -> None:
    """Nothing to check is no error, and nothing is checked in part."""
    assert message in told(checked(text))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Officials say at least five people were killed there.", "1 quote: 1 unchanged"),
        ("Officials say at least nine people were killed there.", "1 quote: 1 edited"),
        ("The harbour was closed.", "1 quote: 1 gone"),
        ("", "holds no running text"),
    ],
)
def test_a_source_is_checked_again(text: str, message: str) -> None:
    """Each quote on record is unchanged, edited with the difference, or gone."""
    at = screen.show("desk", tab="recheck", id="s-1")
    at.text_area(key="desk-recheck-words").set_value(text)
    assert message in told(press(at, "desk-recheck-go"))


@pytest.mark.usefixtures("small")
def test_an_edited_quote_shows_what_changed() -> None:
    """Words that went are struck out, words that came are bold."""
    at = screen.show("desk", tab="recheck", id="s-1")
    at.text_area(key="desk-recheck-words").set_value("At least nine people were killed.")
    assert "~~five~~" in told(press(at, "desk-recheck-go"))


def test_without_a_source_there_is_nothing_to_check(put: Put) -> None:
    """An empty ledger says so; a source that is not on record is named."""
    put([])
    assert "No source is on record yet" in told(screen.show("desk", tab="recheck"))

"""The day of publication is given or put right, and why a proposal was rejected is noted."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.desk.work import Decided, Work
from claims.desk.works import Works
from claims.errors import Problem
from claims.extraction.events.kinds import What
from tests import screen
from tests.at_desk import begun, kept, press, states, told
from tests.desk import document, proposed

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest


TEXT = "Five people were killed on Tuesday. Two people were wounded. Nine men are missing."
FIVE, TWO = proposed(TEXT, "Five people"), proposed(TEXT, "Two people", What.WOUNDED)
NINE = proposed(TEXT, "Nine men", What.MISSING)


def work(*decided: Decided | None) -> Work:
    """Put the text on the desk with some decisions about its first proposals."""
    begin = Work.begin(document(TEXT, published=None), [FIVE, TWO], "Ann")
    return begin.model_copy(update={"decided": {n: one for n, one in enumerate(decided) if one}})


def test_decisions_that_still_fit_are_kept() -> None:
    """What is found anew keeps what was decided about the same words of the same kind."""
    yes, no = Decided.accepted("c-1"), Decided.rejected("a repeat")
    dated = FIVE.model_copy(update={"period": "2030-05-07"})
    after = work(yes, no).dated("2030-05-08", [NINE, TWO, dated])
    assert after.document.published == "2030-05-08"
    assert after.proposals == (dated, TWO, NINE)
    assert after.decided == {0: yes, 1: no}
    assert after.left == (2,)


def test_a_rejection_of_what_is_no_longer_proposed_is_dropped() -> None:
    """Another kind of figure in the same words is another proposal."""
    other = TWO.model_copy(update={"kind": What.KILLED})
    assert work(None, Decided.rejected()).dated("2030-05-08", [FIVE, other]).decided == {}


def test_what_is_on_record_stays_among_the_proposals() -> None:
    """The claim that it became is on record, whether it is proposed again or not."""
    yes = Decided.accepted("c-1")
    after = work(yes).dated("2030-05-08", [TWO])
    assert (after.proposals, after.decided) == ((FIVE, TWO), {0: yes})


def test_finished_or_unknown_work_gets_no_day(tmp_path: Path) -> None:
    """There is no text left to read again."""
    works = Works(tmp_path)
    saved = works.save(work())
    works.finish(saved.id)
    assert isinstance(works.date(saved.id, "2030-05-08", [TWO]), Problem)
    assert isinstance(works.date("000000000000", "2030-05-08", [TWO]), Problem)


def read_again(at: AppTest, day: date) -> AppTest:
    """Give the day of publication and have the article read again."""
    at.date_input[0].set_value(day)
    return press(at, "desk-read-again")


@pytest.mark.usefixtures("small")
def test_a_missing_day_is_given_on_the_page() -> None:
    """The periods are found, the warning is gone, the decision is kept, the claim is dated."""
    at = press(begun(), "desk-reject")
    assert "The day of publication is missing" in told(at)
    at = read_again(at, date(2030, 3, 14))
    assert "Read again from 14 March 2030: 3 proposals, 1 decision kept." in told(at)
    assert "is missing" not in told(at)
    assert states(at) == ["rejected", "open", "open"]
    saved = kept(at.query_params["work"])
    assert (saved.document.published, saved.proposals[0].period) == ("2030-03-14", "2030-03-12")


@pytest.mark.usefixtures("small")
def test_a_wrong_day_is_put_right() -> None:
    """What was accepted stays on record as it is, and the page says so."""
    at = read_again(begun(), date(2030, 3, 14))
    at = press(at, "desk-accept")
    at = read_again(at, date(2030, 3, 21))
    assert "1 decision kept. What is on record already keeps its dates" in told(at)
    assert states(at) == ["accepted", "open", "open"]
    assert kept(at.query_params["work"]).proposals[0].period == "2030-03-19"


@pytest.mark.usefixtures("small")
def test_a_rejection_may_say_why() -> None:
    """A reason is given after the rejection, is never asked for, and can be changed."""
    at = press(begun(), "desk-reject")
    name = at.query_params["work"]
    assert kept(name).decided[0].reason == ""
    at.selectbox(key=f"desk-why-last-{name}-0").set_value("too vague to use")
    screen.drawn(at)
    assert kept(name).decided[0].reason == "too vague to use"
    assert at.query_params["proposal"] == "1"
    back = screen.show("desk", work=name, proposal="0")
    assert "It is not on record. Why: too vague to use." in told(back)
    back.selectbox(key=f"desk-why-{name}-0").set_value("background, not news")
    screen.drawn(back)
    assert kept(name).decided[0].reason == "background, not news"
    assert states(back) == ["rejected", "open", "open"]


@pytest.mark.usefixtures("small")
def test_a_text_left_for_a_month_is_thrown_away() -> None:
    """Opening the desk finishes what nobody touched for thirty days, and nothing younger."""
    young, old = (begun().query_params["work"] for _ in range(2))
    file = Path(os.environ["ON_RECORD_VAR"]) / "desk" / f"{old}.json"
    before = kept(old).model_copy(update={"changed": datetime.now(UTC) - timedelta(days=31)})
    file.write_text(before.model_dump_json(), encoding="utf-8")
    at = screen.show("desk")
    assert "30 days at most after the last change" in told(at)
    assert (kept(old).text, kept(old).finished is None) == ("", False)
    assert kept(young).text != ""

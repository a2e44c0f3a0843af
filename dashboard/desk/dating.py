"""The day of publication of an article on the desk: given where it is missing, or put right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.numerals import counted
from claims.periods import words
from dashboard.desk import bench, deciding, finding
from dashboard.links import EARLIEST, LATEST

if TYPE_CHECKING:
    from claims.desk.work import Work
    from dashboard.request import Request

MISSING = (
    "**The day of publication is missing.** “On Tuesday”, “this year” and “so far” cannot be "
    "told without it, and no claim says when it was said. Give the day: the article is read again."
)
CHANGE = "The article is read again from this day. Decisions that still fit are kept."
ON_RECORD = " What is on record already keeps its dates: correct it on its own page."


def missing(request: Request, work: Work) -> None:
    """Warn where the day is not known, and ask for it."""
    if finding.day(work.document.published) is None:
        st.warning(MISSING)
        _field(request, work)


def change(request: Request, work: Work) -> None:
    """Offer to put the day right where it is known."""
    if finding.day(work.document.published) is not None:
        with st.popover("Change the day"):
            st.markdown(CHANGE)
            _field(request, work)


def _field(request: Request, work: Work) -> None:
    before = finding.day(work.document.published)
    key = f"desk-day-{work.id}-{before}"
    form = st.form(f"{key}-form", border=False)
    row = form.container(horizontal=True, vertical_alignment="bottom")
    row.date_input(
        "Day of publication",
        value=before,
        min_value=EARLIEST,
        max_value=LATEST,
        key=key,
        format="YYYY-MM-DD",
        width=180,
    )
    give = partial(_give, request, work, key)
    row.form_submit_button("Read again", on_click=give, key="desk-read-again")


def _give(request: Request, work: Work, key: str) -> None:
    """Read the article again from the day that was given, and say what came of it."""
    day = st.session_state[key]
    if day is None or day == finding.day(work.document.published):
        return
    found = finding.proposals(work.text, day, request.records.indicators)
    after = bench.date(request, work, str(day), found)
    deciding.forget_choices(work)
    kept = counted(len(after.decided), "decision")
    recorded = any(one.claim for one in after.decided.values())
    told = (
        f"Read again from {words(day)}: {counted(len(after.proposals), 'proposal')}, {kept} kept."
    )
    deciding.say(deciding.Said(f"{told}{ON_RECORD * recorded}"))

"""Method: the rules in plain words, read from the code's own tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.checks import CHECKS
from claims.hedges import HEDGES, VAGUE, Bounds, Hedge, bounds
from claims.hedges import show as shown
from claims.states import Corroboration, Currency
from claims.vocabulary import ReviewState
from dashboard.parts import MEANING
from dashboard.text import plain
from dashboard.theme import SHAPES

if TYPE_CHECKING:
    from dashboard.request import Request

EXAMPLE = 50
WORDS = """
Every figure is recorded as it was said: by whom, through whom, about when, how firmly, and in
which words. Nothing is averaged and no hedge is dropped.
"""
COMPARED = """
- **Levels** (a number at a time) are compared when their periods have a day in common.
- **Running totals** are compared when they end on the same day; a later total below an
  earlier one is a contradiction of its own. One that names only a month or a year is compared
  with none.
- **Counts within an interval** are compared over the same interval only.
- **Counts of one event** are always compared, save that a higher count said later makes the
  lower one outdated, not wrong: tolls grow. On the day of an event and the day after, the
  higher of two tolls of one day is taken as the later one.
- A newer figure by the same claimant takes the place of its older one.
- A **plan** (a target, a cap to come, an announced cut) is never compared with an observation.
- Two figures agree when their bounds meet. An unhedged round figure may have been rounded: where
  bounds meet only after half of its last place (and at most a twentieth of it) is allowed on either
  side, they agree within rounding: 170,000 and 168,000 do. Otherwise they contradict each other.
"""
ORIGINS = """
The chain of a claim runs from its origin to the page that printed it. However many outlets print
an agency's text, they are one origin. Bodies that speak for another, such as a command of an army
for its government, are counted as one origin with it.
"""


STATES = {
    "Corroboration, worked out from the record": tuple(Corroboration),
    "Currency, worked out or said by a person": tuple(Currency),
    "Review, decided by a person": tuple(ReviewState),
}


def show(request: Request) -> None:
    """Draw the rules."""
    del request
    st.title("Method")
    st.markdown(WORDS)
    st.subheader("How firm: hedges and bounds")
    st.table([_hedge(hedge) for hedge in Hedge], border="horizontal")
    st.markdown("Words that give no number, and the least that each allows:")
    st.table({"Words": list(VAGUE), "At least": [shown(least) for least in VAGUE.values()]})
    st.subheader("What may be compared")
    st.markdown(COMPARED)
    st.subheader("Independent origins")
    st.markdown(ORIGINS)
    st.subheader("The three states of a claim")
    for title, states in STATES.items():
        st.markdown(f"**{title}**")
        st.table({str(state): MEANING[state] for state in states}, border="horizontal")
    st.subheader("What every record is checked for")
    rules = ((check.__doc__ or "").partition("\n")[0] for check in CHECKS)
    st.markdown("\n".join(f"- {plain(rule)}" for rule in rules))


def _hedge(hedge: Hedge) -> dict[str, str]:
    """Return one row of the table: a hedge, its wordings, its bounds and its mark."""
    rule = HEDGES[hedge]
    if hedge is Hedge.VAGUE:
        example = f"several: {Bounds(VAGUE['several'], None).in_words()}"
    elif hedge is Hedge.NOT_STATED:
        example = "unknown"
    elif hedge is Hedge.BETWEEN:
        example = f"40 to {EXAMPLE}: {bounds(hedge, None, between=(40, EXAMPLE)).in_words()}"
    else:
        example = f"{rule.wordings[0]} {EXAMPLE}: {bounds(hedge, EXAMPLE).in_words()}".strip()
    return {
        "Hedge": str(hedge),
        "Words": ", ".join(word or "(none)" for word in rule.wordings),
        "Bounds of N": rule.in_words,
        "Example": example,
        "Mark": SHAPES.get(hedge, "none"),
    }

"""The first part of the desk: an article with its proposals, or the fields of a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.desk.work import Work
from claims.numerals import counted
from claims.periods import parse
from dashboard.desk import card, choosing, dating, deciding, intake
from dashboard.desk.article import article
from dashboard.desk.bench import clear_away, finish, go, may_record, opened
from dashboard.desk.looks import KINDS
from dashboard.text import plain

if TYPE_CHECKING:
    from dashboard.request import Request

KEYS = {"a": "accept", "r": "reject", "e": "correct"}
SHORTCUTS = (
    "Keys, with the article or its card in focus: **j** **k** or the arrows next and previous"
)
RECORDING = ", **a** accept, **e** correct, **r** reject"
FORGOTTEN = (
    "The text is thrown away, and what is open cannot be decided any more. What you decided "
    "stays; of the article stay its hash, the places, and the few words that proposals quote."
)


def show(request: Request) -> None:
    """Draw the work that the address names, or the fields of a new article."""
    clear_away(request)
    work = opened(request)
    if isinstance(work, Work):
        _head(request, work)
        if work.finished:
            _finished(request, work)
        else:
            _reading(request, work)
        return
    if work is not None:
        st.warning(plain(f"{work.message[:1].upper()}{work.message[1:]}. {work.hint}."))
    intake.show(request)


def _head(request: Request, work: Work) -> None:
    """Say what is on the desk and how far it is, and offer to leave it."""
    said, leave = st.columns([3, 2], vertical_alignment="bottom")
    with said:
        st.subheader(plain(choosing.title(work)))
        document = work.document
        when = parse(document.published).in_words() if document.published else ""
        parts = [document.publisher or "", when, f"on the desk of {work.actor}"]
        known = [part for part in parts if part and (may_record() or part != parts[-1])]
        st.caption(plain("; ".join(known)))
    with leave, st.container(horizontal=True, horizontal_alignment="right"):
        st.button("Back to the desk", on_click=go, key="desk-leave")
        if not work.finished:
            dating.change(request, work)
            with st.popover("Finish"):
                st.markdown(FORGOTTEN)
                mine = (request, work)
                st.button("Throw the text away", on_click=finish, args=mine, key="desk-finish")


def _reading(request: Request, work: Work) -> None:
    """Draw the text with its marks, and beside it the card of the chosen one."""
    if not work.proposals:
        st.info("No figure was found that states something about people, attacks or weapons.")
    dating.missing(request, work)
    chosen = choosing.chosen(work, request.view.proposal)
    if work.proposals:
        _progress(request, work)
    text, beside = st.columns([3, 2], gap="medium")
    with text:
        article(
            work.text,
            choosing.spans(work),
            choosing.marks(work),
            KINDS,
            key=f"desk-article-{work.id}",
            label=f"The article, with {counted(len(work.proposals), 'proposal')}",
            chosen="" if chosen is None else str(chosen),
            act=partial(deciding.act, request, work, chosen),
            parameter="proposal",
            keys=KEYS if may_record() else {},
            focus=deciding.asked_for(work, chosen),
        )
        if work.proposals:
            st.caption(f"{SHORTCUTS}{RECORDING if may_record() else ''}.")
    with beside:
        if chosen is not None:
            card.show(request, work, chosen)


def _progress(request: Request, work: Work) -> None:
    """Say how far the work is, and what the last decision did."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        found = counted(len(work.proposals), "proposal")
        told = choosing.progress(work) if may_record() else found
        st.markdown(f"**{plain(told)}**", width="content")
        card.last(request, work)


def _finished(request: Request, work: Work) -> None:
    """Say that the text is gone, and list what was recorded from it."""
    card.last(request, work)
    st.success(f"Finished: the text was thrown away. {choosing.progress(work)}.")
    for number, decided in work.decided.items():
        if decided.claim:
            request.link("claim", f"“{work.proposals[number].quote}”", id=decided.claim)

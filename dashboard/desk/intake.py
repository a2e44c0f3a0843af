"""Where an article comes onto the desk: pasted, from a file, or from an address."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from claims.errors import ClaimsError
from claims.numerals import counted
from claims.periods import words
from claims.prose import listed
from dashboard.desk import finding
from dashboard.desk.bench import KEPT_FOR, begin, go, may_record, works
from dashboard.desk.choosing import progress, title
from dashboard.links import EARLIEST, LATEST
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.elements.lib.mutable_status_container import StatusContainer

    from claims.desk.work import Work
    from claims.documents.document import Document
    from dashboard.request import Request

STATED = {"title": "The headline", "publisher": "The publisher", "url": "The address"}
"""What a reporter may state about an article; the key of each field is its name behind `desk-`."""
KINDS = ["txt", "md", "html", "htm", "pdf", "docx"]
LARGEST = 10
"""Megabytes of a file."""
LIMITS = f"Up to {finding.MOST:,} characters; a file up to {LARGEST} MB."
READ = "desk read"
"""The text of the file or address, and what it said about itself beyond the fields."""
SAID = "desk intake said"
BY = "desk by"
"""The name that a reporter gave last."""
VISITOR = "a visitor"
NAMED = "Stands in the history beside what you record"


class UnusableFieldError(ClaimsError):
    """What a reporter states about an article in a form that no record takes."""

    def __init__(self, field: str, value: str) -> None:
        """Take the field as a sentence begins with it, and what stands in it."""
        super().__init__(f"{field} “{value[:80]}” cannot be used as written.")


def show(request: Request) -> None:
    """Draw the fields of a new article, and the works that are open."""
    given, brought = st.columns([3, 2], gap="large")
    with brought:
        _from_elsewhere()
        if may_record():
            _open_works(request)
    with given:
        _given(request)


def _from_elsewhere() -> None:
    """Offer a file or an address; what is read goes into the fields, to be seen and trimmed."""
    st.file_uploader(
        f"A file: text, web page, PDF or Word (.docx), up to {LARGEST} MB",
        type=KINDS,
        key="desk-file",
        on_change=_upload,
        max_upload_size=LARGEST,
    )
    if may_record():
        row = st.form("desk-fetch", border=False).container(
            horizontal=True, vertical_alignment="bottom"
        )
        row.text_input("An address", key="desk-address", placeholder="https://")
        row.form_submit_button("Fetch", on_click=_fetch, key="desk-get")
    if said := st.session_state.get(SAID):
        level, message = said
        (st.error if level == "error" else st.success)(plain(message))


def _given(request: Request) -> None:
    with st.form("desk-intake", border=False):
        st.text_area(
            "Text of the article",
            height=240,
            key="desk-text",
            placeholder=f"Paste the article here. {LIMITS}",
        )
        headline, publisher = st.columns(2)
        headline.text_input("Headline", key="desk-title")
        publisher.text_input("Publisher", key="desk-publisher")
        address, day = st.columns(2)
        address.text_input("Its address", key="desk-url", placeholder="https://")
        day.date_input(
            "Day of publication",
            value=None,
            min_value=EARLIEST,
            max_value=LATEST,
            key="desk-published",
            format="YYYY-MM-DD",
            help="“On Tuesday” and “this year” are read from this day.",
        )
        if may_record():
            by, name = st.session_state.get(BY, ""), st.columns(2)[0]
            name.text_input("Your name", by, key="desk-by", max_chars=80, help=NAMED)
            st.caption(KEPT_FOR)
        if st.form_submit_button("Find claims", type="primary", key="desk-find"):
            _find(request)


def _find(request: Request) -> None:
    """Put the article on the desk, or say what is missing."""
    state = st.session_state
    by = str(state.get("desk-by") or "").strip() if may_record() else VISITOR
    needed = {"a text": state["desk-text"].strip(), "your name": by}
    if may_record():
        needed["a publisher or an address"] = (
            f"{state['desk-publisher']}{state['desk-url']}".strip()
        )
    if missing := [what for what, value in needed.items() if not value]:
        st.error(f"To find claims the desk needs {listed(missing)}.")
        return
    try:
        with st.status("Reading the article …") as status:
            work = _read(request, by, status)
    except ClaimsError as error:
        st.error(plain(str(error)))
        return
    state[BY] = by
    for left in (READ, SAID):
        state.pop(left, None)
    begin(request, work)
    st.rerun()


def _read(request: Request, by: str, status: StatusContainer) -> Work:
    """Read what is in the fields and find what it states, saying how far it is."""
    stated = _stated(st.session_state)
    document = finding.from_words(st.session_state["desk-text"], stated)
    for name, said in STATED.items():
        if stated[name] and not getattr(document, name):
            raise UnusableFieldError(said, str(stated[name]))
    status.update(label="Finding claims …")
    work = finding.work_on(document, by, request.records.indicators)
    status.update(label=f"{counted(len(work.proposals), 'proposal')} found", state="complete")
    return work


def _stated(state: Any) -> dict[str, str | None]:  # noqa: ANN401 - Streamlit's session
    """Return what is stated about the document: by the fields, and by itself where it was read."""
    read = dict(state.get(READ, {}))
    if state["desk-text"].strip() not in read.pop("text", ""):
        read = {}
    stated = {name: state[f"desk-{name}"].strip() for name in STATED}
    published = state["desk-published"]
    return {**read, **stated, "published": str(published) if published else None}


def _upload() -> None:
    file = st.session_state["desk-file"]
    if file is not None:
        _bring(partial(finding.from_file, file.getvalue(), file.name), file.name)


def _fetch() -> None:
    address = st.session_state["desk-address"].strip()
    if address:
        _bring(partial(finding.from_address, address), address)


def _bring(read: Callable[[], Document], name: str) -> None:
    """Read a document into the fields, or say why it cannot be."""
    state = st.session_state
    try:
        found = read()
    except ClaimsError as error:
        state[SAID] = ("error", str(error))
        return
    state["desk-text"] = found.text
    state["desk-title"] = found.title or ""
    state["desk-publisher"] = found.publisher or ""
    state["desk-url"] = found.url or ""
    state["desk-published"] = finding.day(found.published)
    state[READ] = {n: getattr(found, n) for n in ("text", "author", "language", "media_type")}
    undated = "" if found.published else " It shows no day of publication: give one if you know it."
    state[SAID] = ("read", f"Read {counted(len(found.text), 'character')} of “{name}”.{undated}")


def _open_works(request: Request) -> None:
    """List the works that are not finished, the last changed first."""
    found, problems = works(request.ledger).open_ones()
    if not found and not problems:
        return
    st.subheader("On the desk")
    for work in found:
        _open_work(work)
    for problem in problems:
        st.warning(plain(f"{problem.record}: {problem.message}. {problem.hint}."))


def _open_work(work: Work) -> None:
    with st.container(gap=None):
        st.button(
            f":primary[{plain(title(work))}]",
            type="tertiary",
            key=f"desk-open-{work.id}",
            on_click=go,
            kwargs={"work": work.id},
        )
        st.caption(plain(f"{progress(work)}; {work.actor}, {words(work.changed)}"))

"""Import: a table or a file of claims onto the record, seen before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.errors import ClaimsError
from dashboard.desk import (
    import_detected,
    import_file,
    import_latest,
    import_mapping,
    import_preview,
    import_recording,
)
from dashboard.desk.bench import may_record
from dashboard.desk.import_taking import DONE, Job
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.desk.import_file import Brought
    from dashboard.request import Request

LARGEST = 200
"""Megabytes of a file."""
KINDS = "csv tsv txt tab json jsonl ndjson jsonld xlsx xlsm xls ods parquet zip gz".split()
TAKEN = (
    "Tables: CSV, TSV, JSON, JSON Lines, Excel, ODS, Parquet, a data package (ZIP). Files of "
    "claims: what On Record exports, and fact-checks (ClaimReview)."
)
KEPT = (
    "The file lies in a private folder of this machine until it is imported, another one comes, "
    "or you leave. Nothing is put on record before you have seen what would be."
)
SAID, COUNT = "desk import said", "desk import uploads"
"""Why the last file could not be kept; how many were uploaded, so that the field is empty again."""


def show(request: Request) -> None:
    """Draw the way of a file onto the record, from top to bottom."""
    import_latest.said()
    _bring()
    brought = import_file.brought()
    if brought is None:
        import_recording.done(request)
    else:
        _work(request, brought)
    if may_record():
        import_latest.show(request)


def _bring() -> None:
    """Offer a file or an address."""
    state = st.session_state
    most = min(LARGEST, int(st.get_option("server.maxUploadSize")))
    given, address = st.columns([3, 2], gap="large")
    with given:
        key = f"desk-import-file-{state.get(COUNT, 0)}"
        st.file_uploader(
            f"A table or a file of claims, up to {most} MB",
            type=KINDS,
            key=key,
            on_change=_upload,
            args=(key,),
            max_upload_size=most,
        )
        st.caption(TAKEN)
    with address:
        if may_record():
            row = st.form("desk-import-fetch", border=False).container(
                horizontal=True, vertical_alignment="bottom"
            )
            row.text_input(
                "Or its address: of a file, or of a published Google Sheet",
                key="desk-import-address",
                placeholder="https://",
            )
            row.form_submit_button("Fetch", on_click=_fetch, key="desk-import-get")
        st.caption(KEPT)
    if said := state.get(SAID):
        st.error(plain(said))


def _work(request: Request, brought: Brought) -> None:
    """Draw the steps of one file; each needs the one before."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("The file", width="content")
        st.button("Remove it", on_click=import_file.drop, key="desk-import-drop", type="tertiary")
    table = import_detected.show(brought)
    if table is None and not brought.holds_claims:
        return
    mapping = None
    if table is not None:
        st.subheader("The mapping")
        mapping = import_mapping.show(brought, table, request.ledger)
        if mapping is None:
            return
    job = Job(brought, table, mapping)
    st.subheader("Preview")
    became = import_preview.show(request, job)
    if became is not None and may_record():
        st.subheader("Import")
        import_recording.show(request, job, became)


def _upload(key: str) -> None:
    """Keep the file that was chosen, and empty the field for the next one."""
    state = st.session_state
    file = state[key]
    if file is not None:
        state[COUNT] = state.get(COUNT, 0) + 1
        _keep(lambda: import_file.from_upload(file))


def _fetch() -> None:
    """Fetch what stands at the address that was given."""
    address = str(st.session_state["desk-import-address"]).strip()
    if address:
        with st.spinner("Fetching …", show_time=True):
            _keep(lambda: import_file.from_address(address))


def _keep(bring: Callable[[], None]) -> None:
    """Take in a file, or note why it cannot be."""
    state = st.session_state
    state.pop(SAID, None)
    state.pop(DONE, None)
    try:
        bring()
    except ClaimsError as error:
        state[SAID] = str(error)

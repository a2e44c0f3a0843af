"""The file that is to be imported: in a private folder for as long as the visit needs it."""

from __future__ import annotations

import re
import shutil
import tempfile
import weakref
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from claims import intake
from claims.editions.taking import edition_of
from claims.imports.addresses import download
from claims.imports.tables.opening import open_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from claims.imports.suggesting import Role
    from claims.imports.tables.table import Table

BROUGHT = "desk import"
"""The file that was brought last in this session."""
PREFIX = "on-record-import-"
"""How the names of the private folders begin."""
KEPT = timedelta(days=1)
"""How long a folder may lie there; no visit needs it longer."""
STRANGE = re.compile(r"[^\w. ()-]+")
LONGEST_NAME = 60
"""Characters of a file's name: as letters of any script they fit into what file systems take."""


@dataclass
class Brought:
    """A file that was brought, and what was decided about it so far."""

    path: Path
    edition: str
    """First digits of the SHA-256 of the file."""
    holds_claims: bool
    """Whether it is a file of claims, which needs no mapping."""
    part: str = ""
    """The sheet, resource or list that was chosen."""
    chosen: str = ""
    """Which mapping was chosen; empty for the one that fits best."""
    roles: dict[str, Role] = field(default_factory=dict)
    """The roles of columns that a person has changed."""
    stated: dict[str, str] = field(default_factory=dict)
    """What a person has stated once about the table: title, claimant, ..."""
    written: str = ""
    """A mapping that a person brought or edited, as YAML."""
    known: dict[Any, Any] = field(default_factory=dict)
    """What was worked out about the file, so that no run of the page reads it anew."""

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self.path.stat().st_size

    def table(self) -> Table:
        """Return the table of the chosen part. Raises the errors of `open_table`."""
        found: Table = self.once(("table", self.part), lambda: open_table(self.path, self.part))
        return found

    def once(self, key: object, work_out: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever was worked out
        """Return something about the file that was worked out before, or work it out now."""
        if key not in self.known:
            self.known[key] = work_out()
        return self.known[key]

    def choose_part(self, part: str) -> None:
        """Turn to another sheet, of which nothing was decided yet."""
        self.part, self.chosen, self.written = part, "", ""
        self.roles, self.stated = {}, {}

    def told(self, error: Exception) -> str:
        """Say what went wrong without the folder that the file lies in."""
        return str(error).replace(str(self.path), self.path.name)


def brought() -> Brought | None:
    """Return the file of this session, None where there is none."""
    found = st.session_state.get(BROUGHT)
    return found if isinstance(found, Brought) else None


def drop() -> None:
    """Remove the file of this session and its folder."""
    found = st.session_state.pop(BROUGHT, None)
    if isinstance(found, Brought):
        shutil.rmtree(found.path.parent, ignore_errors=True)


def from_upload(file: UploadedFile) -> None:
    """Keep a file that was uploaded, in place of the one before. Raises UnreadableFileError."""

    def write(folder: Path) -> Path:
        path = folder / safe_name(file.name)
        path.write_bytes(file.getbuffer())
        return path

    try:
        _keep(write)
    finally:
        _free(file)


def from_address(address: str) -> None:
    """Fetch and keep what stands at an address. Raises the errors of `download`."""
    _keep(lambda folder: download(address, folder))


def safe_name(name: str) -> str:
    """Return the name of a file without folders and strange letters, its ending kept.

    >>> safe_name("../../etc/<b>losses</b>.CSV"), safe_name("..")
    ('b-.CSV', 'table')
    """
    last = STRANGE.sub("-", PurePosixPath(name.replace("\\", "/")).name)
    stem, dot, suffix = last.rpartition(".")
    stem, suffix = (stem, f".{suffix.strip()[:10]}") if dot else (suffix, "")
    return f"{stem.strip(' .')[:LONGEST_NAME] or 'table'}{suffix if suffix != '.' else ''}"


def _keep(write: Callable[[Path], Path]) -> None:
    """Take a file into a new private folder and look at what it holds."""
    drop()
    _clear_away()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        path = write(folder)
        found = Brought(path, edition_of(path), intake.holds_claims(path))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    # The folder goes with the session, also where a visitor only closes the tab.
    weakref.finalize(found, shutil.rmtree, folder, ignore_errors=True)
    st.session_state[BROUGHT] = found


def _clear_away() -> None:
    """Remove the folders that a server which was ended could not remove."""
    oldest = datetime.now(UTC) - KEPT
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if datetime.fromtimestamp(folder.stat().st_mtime, UTC) < oldest:
                shutil.rmtree(folder, ignore_errors=True)


def _free(file: UploadedFile) -> None:
    """Let Streamlit forget the bytes, which it would hold in memory until the visit ends."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)

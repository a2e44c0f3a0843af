"""XLS and ODS workbooks, read in a process of their own.

Their reader can crash, or never come to an end, over a damaged file. Another process takes
that upon itself: it is given some time, and the program goes on.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from claims.errors import UnreadableFileError
from claims.imports.tables.errors import LockedTableError

SECONDS = 30
"""How long a workbook may take: a million cells take some seconds."""
LOCKED = 3
"""The status of a process that found a password."""
ROOT = Path(__file__).parents[3]
CODE = """
import json, sys
sys.path.append(sys.argv.pop(1))
from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum
from claims.imports.tables.typed import text_of
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))
except ImportError:
    pass  # Windows has no such limit.
try:
    workbook = CalamineWorkbook.from_path(sys.argv[1])
except PasswordError:
    sys.exit(3)
sheets = [one for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
visible = [one.name for one in sheets if one.visible == SheetVisibleEnum.Visible]
found = [visible, [one.name for one in sheets]]
if len(sys.argv) > 2:
    sheet = workbook.get_sheet_by_name(sys.argv[2])
    before = [""] * (sheet.start[1] if sheet.start else 0)
    found = [[*before, *map(text_of, cells)] for cells in sheet.iter_rows()]
json.dump(found, sys.stdout)
"""
"""What the process does in at most 2 GB of memory.

It writes the names of the sheets, or the rows of one of them.
"""


def parts_apart(path: Path) -> tuple[list[str], tuple[str, ...]]:
    """Return the names of a workbook's visible sheets, and of all."""
    visible, parts = _asked(path)
    return visible, tuple(parts)


def rows_apart(path: Path, name: str) -> list[list[str]]:
    """Return the rows of a sheet as text. Raises what `_asked` does."""
    rows: list[list[str]] = _asked(path, name)
    return rows


def _asked(path: Path, *sheet: str) -> Any:  # noqa: ANN401 - names or rows
    """Return what the process answers.

    Raises LockedTableError, and UnreadableFileError where it crashes or takes too long.
    """
    # Isolated: nothing that lies in the current folder is ever imported.
    command = [sys.executable, "-I", "-X", "utf8", "-c", CODE, str(ROOT), str(path), *sheet]
    try:
        answer = subprocess.run(  # noqa: S603 - our own code, and a path that it only reads
            command, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        reason = f"it is damaged: reading it takes longer than {SECONDS} seconds"
        raise UnreadableFileError(path, reason) from error
    if answer.returncode == LOCKED:
        raise LockedTableError(path.name)
    if answer.returncode:
        raise UnreadableFileError(path, "it is damaged")
    return json.loads(answer.stdout)

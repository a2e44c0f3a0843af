"""What a reporter does on the import part of the desk, for tests without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import screen
from tests.at_desk import press

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

ROWS = """Date,Province,Killed,Injured,Survivors
2030-03-01,North Velmar,4,10,31
2030-03-02,North Velmar,6-8,about 20,12
2030-03-03,South Velmar,see note,1,9
2030-03-04,South Velmar,=SUM(C2),7,4
2030-03-05,West Velmar,at least 9,14,2
"""
"""An invented table that no ready mapping fits; two of its cells state no figure."""


def brought(
    content: str | bytes = ROWS, name: str = "tolls.csv", at: AppTest | None = None
) -> AppTest:
    """Bring a file, as a reporter does."""
    at = at or screen.show("desk", tab="import")
    data = content.encode() if isinstance(content, str) else content
    field = next(one for one in at.file_uploader if str(one.key).startswith("desk-import-file-"))
    field.set_value((name, data, "text/plain"))
    return screen.drawn(at)


def numbers(at: AppTest) -> dict[str, str]:
    """Return the counts of the preview, or of what became of the file."""
    return {one.label: str(one.value) for one in at.metric}


def imported(at: AppTest, by: str = "Ana") -> AppTest:
    """Import what was previewed."""
    at.text_input(key="desk-import-by").set_value(by)
    return press(at, "desk-import-take")


def button(at: AppTest, start: str) -> str:
    """Return the key of the first button whose key begins so."""
    return next(str(one.key) for one in at.button if str(one.key).startswith(start))


def problems(at: AppTest) -> list[list[str]]:
    """Return the rows of the table of problems."""
    tables = [one.value for one in at.dataframe if "What is wrong" in one.value.columns]
    return [[str(cell) for cell in row] for table in tables for row in table.to_numpy()]


def role(at: AppTest, column: str) -> str:
    """Return the key of the choice of a column's role."""
    return next(str(one.key) for one in at.selectbox if one.label == f"Role of {column}")


def taken_back(at: AppTest) -> AppTest:
    """Take the newest import back, having read what that does."""
    at = press(at, button(at, "desk-import-ask-"))
    return press(at, button(at, "desk-import-back-"))

"""What a reporter does at the desk and sees there, for tests without a browser."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.desk.work import Work
from claims.desk.works import Works
from claims.ledger import Ledger
from tests import screen

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest
    from streamlit.testing.v1.element_tree import TextInput

TEXT = (
    "At least five people were killed in Dunmere on Tuesday, police said.\n"
    "Police arrested 12 men.\n"
    "Two journalists were kidnapped last week, their newspaper said."
)


def ledger() -> Ledger:
    """Open the ledger that the pages show."""
    return Ledger.open(Path(os.environ["ON_RECORD_VAR"]) / "on-record.db")


def kept(work_id: str) -> Work:
    """Return a work as it lies in its folder."""
    found = Works(Path(os.environ["ON_RECORD_VAR"]) / "desk").get(work_id)
    assert isinstance(found, Work)
    return found


def begun(text: str = TEXT, **fields: str) -> AppTest:
    """Put a text on the desk, as a reporter does who has the name and the day of nothing."""
    at = screen.show("desk")
    at.text_area(key="desk-text").set_value(text)
    for name, value in {"publisher": "Coastal Post", "by": "Ana", **fields}.items():
        at.text_input(key=f"desk-{name}").set_value(value)
    return press(at, "desk-find")


def press(at: AppTest, key: str) -> AppTest:
    """Press a button and draw the page again."""
    at.button(key=key).click()
    return screen.drawn(at)


def field(at: AppTest, label: str) -> TextInput:
    """Return a field by its label."""
    return next(one for one in at.text_input if one.label == label)


def text_shown(at: AppTest) -> dict[str, Any]:
    """Return what the page hands to the text with its marks."""
    components = [json.loads(one.proto.json) for one in at.get("bidi_component")]
    return next(one for one in components if "lines" in one)


def states(at: AppTest) -> list[str]:
    """Return what became of each mark, in order."""
    return [one["state"] for one in text_shown(at)["marks"].values()]


def told(at: AppTest) -> str:
    """Return all that the page says, as it reads."""
    shown = [*at.markdown, *at.caption, *at.info, *at.warning, *at.error, *at.success]
    return "\n".join(screen.read(str(one.value)) for one in shown)

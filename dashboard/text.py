"""Text of records, shown as text."""

from __future__ import annotations

import re

from claims.fields import UNSAFE

MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")
REPLACED = re.compile(
    r"(?<=[-<>=~])(?=[-<>=~])|(?<=:)(?=//|material|streamlit)|(?<=www)(?=\.)|(?<=\w@)(?=\w)",
    re.IGNORECASE,
)
"""Where Streamlit sees an arrow, an icon or an address even in escaped text."""
LONGEST, LONGEST_NAME, LONGEST_LINE = 120, 80, 300
"""Letters of a link, of a name in a sentence, and of a sentence that stands in a list.

What is longer is cut there; the whole stands on the page of its record and under the mouse.
"""
JOINER = "\u2060"
"""Has no width and no break: it keeps two letters apart for the program, not for the reader."""


def legible(text: str) -> str:
    """Return text on one line, with a mark for each letter that would not show as it is stored.

    Records hold none of them; actor and reason of a revision may.
    """
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def plain(text: str) -> str:
    """Return text so that markdown shows it as it is written, on one line."""
    return MARKUP.sub(r"\\\1", REPLACED.sub(JOINER, legible(text)))


def brief(text: str, most: int = LONGEST) -> str:
    """Return text that stands on a line among others, cut with an ellipsis where it is long."""
    line = legible(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"

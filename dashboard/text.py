"""Text of records, shown as text."""

from __future__ import annotations

import re

MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def plain(text: str) -> str:
    """Return text so that markdown shows it as it is written, on one line."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))

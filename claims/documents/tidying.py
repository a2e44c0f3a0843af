r"""One form for every text: what is read of a document, and what all offsets count into.

>>> tidy("At least five\r\npeople\x00 were killed")
'At least five\npeople were killed'
"""

from __future__ import annotations

import re
import unicodedata

from claims.fields import UNSAFE

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
LINE_BREAK_MARKS = re.compile("[\xad\u200b\u2060\ufeff]")
"""Invisible marks that only say where a line may break: "kil\xadled" is "killed"."""
MARKS = re.compile(r"[^\w\s]{31,}")
"""Where more marks may be stacked on one letter than any language stacks."""
MOST_MARKS = 30
"""Stream-safe text of the Unicode standard (UAX 15) stacks no more on one letter."""


def tidy(text: str) -> str:
    """Return a text with one kind of line end, in Unicode NFC, without control characters.

    What records refuse (`claims.fields.UNSAFE`) is taken out here, so that every stretch of
    the text can be quoted in one. Tidying a tidy text changes nothing.
    """
    text = LINE_ENDS.sub("\n", text)
    text = LINE_BREAK_MARKS.sub("", UNSAFE.sub("", text))
    return text if text.isascii() else unicodedata.normalize("NFC", MARKS.sub(_few_marks, text))


def one_line(text: str | None) -> str:
    """Return a heading or a name on one line, with single spaces; empty where there is none."""
    return " ".join(tidy(text or "").split())


def _few_marks(run: re.Match[str]) -> str:
    """Keep the first marks of a stack: to normalise a tall one takes time without end."""
    kept, height = [], 0
    for character in run[0]:
        height = height + 1 if unicodedata.combining(character) else 0
        if height <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)

"""A text in sentences, each with its place: what every later stage reads one after the other.

>>> [s.text for s in sentences("Gen. Diaz spoke. Five died, he said.")]
['Gen. Diaz spoke.', 'Five died, he said.']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ABBREVIATIONS = frozenset(
    "adm art av brig capt cf cmdr co col corp dec det dr etc feb fig gen gov hon inc insp jan jr "
    "lt maj messrs mgr mr mrs ms msgr mt nov oct pres prof pvt rep rev sen sep sept sgt sr st "
    "vs".split()
)
"""Words whose full stop ends no sentence, without their full stop."""
NUMBERED = frozenset({"no", "nos", "p", "pp"})
"""Words whose full stop ends no sentence where a number follows."""
WRAPPED = range(40, 101)
"""Characters of a line that ends where it was full, not where a paragraph ends."""

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"""[.!?…][.!?…]{0,8}["'”’)\]]{0,3}(?=\s|$)""")
_WORD_BEFORE = re.compile(r"[\w.]{1,30}\Z")
_CLOSED = re.compile(r"""[.!?…:]["'”’)\]]{0,3}\s*\Z""")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its place: `text` is the article's `[start:end]`, paragraphs count from 1."""

    start: int
    end: int
    paragraph: int
    text: str


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text, in order.

    A line is a paragraph; lines of one block that end where they were full are one paragraph
    together, as in a text that was wrapped at 72 characters.
    """
    return [
        Sentence(start, end, number, text[start:end])
        for number, paragraph in enumerate(_paragraphs(text), 1)
        for start, end in _split(text, *paragraph)
    ]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return where each paragraph starts and ends."""
    found: list[tuple[int, int]] = []
    for block in _BLOCK.finditer(text):
        lines = [m.span() for m in _LINE.finditer(text, *block.span()) if m[0].strip()]
        if len(lines) > 1 and _is_wrapped(text, lines):
            lines = [(lines[0][0], lines[-1][1])]
        found += lines
    return found


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether the lines of a block were broken at their length."""
    full = all(end - start in WRAPPED for start, end in lines[:-1])
    return full and not all(_CLOSED.search(text, end - 4, end) for _, end in lines[:-1])


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where each sentence of a paragraph starts and ends, without the space around it."""
    found: list[tuple[int, int]] = []
    begun = _skip(text, start, end)
    for stop in _END.finditer(text, start, end):
        follows = _skip(text, stop.end(), end)
        if stop.end() <= begun or not _ends_a_sentence(text, stop, follows, end):
            continue
        found.append((begun, stop.end()))
        begun = follows
    last = end
    while last > begun and text[last - 1].isspace():
        last -= 1
    return [*found, (begun, last)] if last > begun else found


def _skip(text: str, start: int, end: int) -> int:
    """Return where the next character that is no space stands."""
    space = _SPACE.match(text, start, end)
    return space.end() if space else start


def _ends_a_sentence(text: str, stop: re.Match[str], follows: int, end: int) -> bool:
    """Tell whether a full stop ends a sentence: not after “Gen.”, “J.”, “U.S.” or “No.” 10."""
    if follows >= end or stop[0] != ".":
        return follows >= end or not text[follows].islower()
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 30), stop.start())
    word = before[0].lower() if before else ""
    following = text[follows]
    if word in ABBREVIATIONS or (word in NUMBERED and following.isdigit()):
        return False
    if len(word) == 1 and word.isalpha():
        return False
    if "." in word and len(word.split(".")[-1]) == 1:
        return following in "\"“'‘" or text[follows : follows + 4] in {"The ", "THE "}
    return not following.islower()

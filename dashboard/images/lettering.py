"""How wide text is, and where it is broken into lines, without a browser that would know.

Widths are those of Liberation Sans, which the converter brings along and which is as wide as
Arial and Helvetica, rounded up: a line may end early, it never runs over.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from claims.fields import UNSAFE

FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif"
FAMILY_ABROAD = f"DejaVu Sans, Noto Sans, {FAMILY}"
"""For a line with letters of other alphabets: typefaces that have some, where installed."""
ELLIPSIS = "…"
LINE = 1.26
"""The distance of two lines, as a multiple of the size of the letters."""
NARROWER = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""Shares of the room that are tried for lines of more even length."""
WIDTHS = {
    "'ijl|": 0.27,
    " ,./I\\·‘’": 0.29,
    "!:;[]ft": 0.32,
    "()-`r{}*": 0.4,
    '"Jcksvxyz“”': 0.52,
    "+<=>~": 0.6,
    "ABEFKLPSTVXYZ&": 0.69,
    "CDGHNOQRUw": 0.78,
    "Mm%W—…½": 1.0,
    "@": 1.05,
}
"""Width of a letter as a share of its size; those that are not named take `OTHER`."""
OTHER, WIDE, FOREIGN = 0.575, 1.0, 0.75
BOLD = 1.07
SUBSTITUTE = 1.2
"""How much wider a whole line may be when one of its letters needs another typeface."""
LATIN = 0x250
"""Code points below are letters of Latin alphabets."""
TYPOGRAPHY = range(0x2000, 0x2070)
_WIDTH = {letter: width for letters, width in WIDTHS.items() for letter in letters}
_NOT_XML = re.compile("[\ufffe\uffff]")
_FIRST_STRONG = {"L": False, "R": True, "AL": True}


def clean(text: str) -> str:
    """Return text on one line, what cannot be shown replaced by a mark that says so."""
    shown = UNSAFE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", shown)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide text is at most, in the unit of its size."""
    whole = sum(map(_letter, text)) * size * (BOLD if bold else 1)
    return whole * (SUBSTITUTE if _abroad(text) else 1)


def family(text: str) -> str:
    """Return the typefaces of a line, those wanted most first."""
    return FAMILY_ABROAD if _abroad(text) else FAMILY


def are_apart(text: str) -> bool:
    """Tell whether each letter of text stands for itself: Latin ones, digits, plain signs.

    An accent that follows its letter, and the letters of many alphabets, are joined.
    """
    return all(ord(c) < LATIN or c in _WIDTH or c == "–" for c in clean(text))


def lines(  # noqa: PLR0913 - what, how large, how long, and how it looks
    text: str, size: float, room: float, most: int, *, bold: bool = False, even: bool = True
) -> list[str]:
    """Break text into lines of a width, and cut what needs more than `most` with an ellipsis.

    Even lines are narrower where that leaves no single word on the last one.
    """
    found = broken(text, size, room, bold=bold)
    if len(found) <= most:
        if not even:
            return found
        narrower = (broken(text, size, room * share, bold=bold) for share in NARROWER)
        return next((even for even in narrower if len(even) == len(found)), found)
    last = found[most - 1]
    while last and width(last + ELLIPSIS, size, bold=bold) > room:
        last = last[:-1]
    return [*found[: most - 1], last.rstrip(" ,;:–") + ELLIPSIS]


def broken(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Break text into lines of a width, between words; a word that is too long within."""
    found: list[str] = []
    for word in clean(text).split(" "):
        joined = f"{found[-1]} {word}" if found else word
        if width(joined, size, bold=bold) <= room:
            found[-1:] = [joined]
        else:
            found += _parts(word, size, room, bold=bold)
    return found


def middle_out(text: str, size: float, room: float) -> str:
    """Return text on one line, its middle left out where it is too long: the end tells apart.

    >>> middle_out("People killed in the Tayaran Square bombing, 21 January 2021", 12, 240)
    'People killed in the Tay…21 January 2021'
    """
    whole = clean(text)
    kept = len(whole)
    while width(text := _ends(whole, kept), size) > room and kept > 1:
        kept -= 1
    return text


def leftwards(text: str) -> bool:
    """Tell whether text is read from right to left: its first letter is Arabic or Hebrew."""
    kinds = map(unicodedata.bidirectional, text)
    return next((_FIRST_STRONG[kind] for kind in kinds if kind in _FIRST_STRONG), False)


def isolated(text: str, *, back: bool = False) -> str:
    """Set a line that holds letters read from right to left apart, so that it moves no others.

    `back` says whether the text that it is a line of is read from right to left.
    """
    if not any(unicodedata.bidirectional(c) in {"R", "AL", "AN"} for c in text):
        return text
    opened = "\N{RIGHT-TO-LEFT ISOLATE}" if back else "\N{LEFT-TO-RIGHT ISOLATE}"
    return f"{opened}{text}\N{POP DIRECTIONAL ISOLATE}"


def _abroad(text: str) -> bool:
    """Tell whether text holds letters that a Latin typeface may not have."""
    return any(ord(c) >= LATIN and ord(c) not in TYPOGRAPHY for c in text)


def _ends(text: str, kept: int) -> str:
    """Return so many letters of text, three fifths of them from its beginning."""
    if kept >= len(text):
        return text
    tail = kept * 2 // 5
    return f"{text[: kept - tail].rstrip()}{ELLIPSIS}{text[len(text) - tail :].lstrip()}"


def _letter(letter: str) -> float:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    if letter in _WIDTH:
        return _WIDTH[letter]
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return WIDE
    if ord(letter) < LATIN or ord(letter) in TYPOGRAPHY:
        return OTHER if not letter.isupper() else WIDTHS["CDGHNOQRUw"]
    return FOREIGN


def _parts(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Break a word that is wider than a line; no accent is parted from its letter."""
    found = [""]
    for before, letter in pairwise(f" {word}"):
        full = width(found[-1] + letter, size, bold=bold) > room
        if full and found[-1] and not unicodedata.combining(letter) and before != "\u200d":
            found.append("")
        found[-1] += letter
    return found

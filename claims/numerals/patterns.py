"""How numbers look: patterns over text whose English letters are lowered.

Every repetition is bounded, so that reading is linear in the length of a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.hedges import VAGUE
from claims.numerals.words import (
    AFTER,
    ALSO_ENGLISH,
    FOREIGN_HEDGES,
    FOREIGN_NUMBERS,
    FRACTIONS,
    JOINED,
    MEASURED,
    ONES,
    PARTS,
    SCALES,
    SHORT_SCALES,
    SIGNS,
    TENS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str], end: str = r"\b") -> str:
    """Return a pattern of any of the words, the longest first, that ends where a word ends."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first) + ")" + end


_GAP = "(?:[-\u2010\u2011]|\\s+)"
_END = r"\s*(?:$|[.,;:)])"
_DIGITS = r"(?:(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,15})?|\.\d{1,15})"
_PARTED = (
    rf"(?:\d{{1,6}}\s?)?[{''.join(FRACTIONS)}]"
    r"|(?:\d{1,4}\s)?[1-9][/\u2044](?:[2-9]|1[06])(?![\w/])"
)
_TO_99 = rf"(?:{any_of(TENS)}(?:{_GAP}{any_of(ONES[1:10])})?|{any_of(ONES)})"
_TO_999 = rf"(?:(?:(?:{_TO_99}{_GAP}|a\s+))?hundred\b(?:\s+(?:and\s+)?{_TO_99})?|{_TO_99})"
_BIG = any_of(word for word, n in SCALES.items() if n > SCALES["hundred"])
_TIMES = rf"(?:(?:{_TO_999}\s+and\s+)?(?:an?\s+)?half\s+(?:an?\s+)?|an?\s+|{_TO_999}{_GAP})"
_REST = rf"(?:{_GAP}(?:and\s+)?{_TO_999}(?:{_GAP}{_BIG})?){{0,8}}"
_AND_A_HALF = rf"{_TO_99}\s+and\s+a\s+half\b"
_SPELLED = rf"(?:{_TIMES}?{_BIG}{_REST}|{_TIMES}?dozen\b|{_AND_A_HALF}|{_TO_999})"
_ABROAD = "|".join(rf"(?<={re.escape(hedge)}\s)" for hedge in FOREIGN_HEDGES)
_FOREIGN = (
    rf"(?:{any_of(FOREIGN_NUMBERS.keys() - ALSO_ENGLISH)}|(?:{_ABROAD}){any_of(ALSO_ENGLISH)})"
)
_SHORT = rf"\s?{any_of(SHORT_SCALES.keys() - {'m', 'b', 'k'}, '')}(?!\w)|[mbk](?!\w)"
NUMBER = (
    rf"(?:(?:{_PARTED})|{_DIGITS}(?:{_GAP}{any_of(SCALES)}|(?:st|nd|rd|th|e)\b"
    rf"|(?:{_SHORT})|(?={any_of(JOINED, '')}(?!\w))|(?!\w|[.,]\d))"
    rf"|{_SPELLED}|{_FOREIGN})(?!{_GAP}{any_of(PARTS, 's?')}\b(?!-))"
)

_DIVIDED = any_of(PARTS, "")
_SHARE = (
    rf"(?:{any_of(ONES[2:11])}{_GAP}(?:{any_of(PARTS.keys() - {'quarter'}, 's')}\b"
    rf"|quarters\b(?=\s+of\b|{_END}))"
    rf"|one[-\u2010\u2011]{_DIVIDED}\b|(?:an?|one)\s+{_DIVIDED}(?=\s+of\b|\s*$)"
    rf"|half(?=\s+(?:of|the|its|their|all|his|her|our|those|these)\b|{_END}))"
)
_NOT_A_RATE = any_of(
    "day days week weeks month months year years hour hours minute minutes attack attacks second "
    "seconds raid raids incident incidents strike strikes district districts city cities town "
    "towns village villages province provinces separate different".split()
)
_RATE = (
    rf"(?:{any_of(ONES[1:10])}|[1-9])\s+(?:in|out\s+of)\s+(?:every\s+)?"
    rf"(?:{_TO_999}|\d{{1,3}}(?![\w.,%]))(?!\s+{_NOT_A_RATE}|{_GAP}{_BIG})"
)
_SIGN_OF_MONEY = any_of(SIGNS.keys() - {"ps", "rm", "y=", "rs", "rs."}, r"\s?")
_CURRENCY = (
    rf"(?:us\s\$|{_SIGN_OF_MONEY}|(?:ps(?!\d(?![\d.,]))|rm|y=|rs\.?\s?))"
    r"(?=[-\u2212]?\.?\d)[-\u2212]?"
)
_SIGN = (
    r"(?:minus(?:\s+|-)|\u2212(?=[\d.$€£¥])|(?<![^\s(])[-\u2013](?=[$€£¥]|\.?\d)"
    r"|\+(?=[\d.$€£¥]))"
)
_PERCENT = r"\s?%|[-\s]per\s?cent\b|\s?pct\b|pc\b"


def _amount(name: str) -> str:
    """Return the pattern of an amount: sign, money, number and percent, each a named group."""
    return (
        rf"(?P<sign{name}>{_SIGN})?(?P<money{name}>{_CURRENCY})?"
        rf"(?P<number{name}>{NUMBER})(?P<percent{name}>{_PERCENT})?"
    )


_BOUNDARY = r"(?<![\w.,])(?:(?<![^\W\d_][-\u2010\u2011])|(?<=\bsub-)|(?<=\bnow-)|(?<=\bthen-))"


def _may_start(words: Iterable[str]) -> str:
    """Return a quick look ahead at three letters: what begins none of the words is no number."""
    seconds: dict[str, set[str]] = {}
    for word in words:
        seconds.setdefault(word[:1], set()).add(re.escape(word[1:3]).replace(r"\ ", r"\s"))
    starts = "|".join(
        f"{re.escape(first)}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(seconds.items())
    )
    return rf"(?=[^a-z\s]|an?\s|{starts})"


_QUICK = _may_start(
    word
    for words in (ONES, TENS, SCALES, VAGUE, FOREIGN_NUMBERS, SIGNS, ("half", "minus", "us $"))
    for word in words
    if word[0].isascii() and word[0].isalpha()
)
START = re.compile(
    rf"{_QUICK}{_BOUNDARY}(?:(?P<vague>{any_of(VAGUE)})|(?P<rate>{_RATE})|(?P<share>{_SHARE})"
    rf"|{_amount('')})"
)
"""Where a number starts: a vague word, one in five, a share, or an amount."""
_MEASURE = rf"[-\s]?(?:{any_of([*MEASURED, *JOINED])}|u\.?s\.?(?!\w)|°[cf]?)"
JOINT = re.compile(
    rf"(?P<joint>\s+(?:to|or)\s+|[-\u2010\u2011](?:to|or)[-\u2010\u2011]|\s*[\u2013\u2014-]\s*)"
    rf"{_amount('')}"
)
"""What makes a range of the number before it: 6-8, six to eight, three or four."""
MEASURED_JOINT = re.compile(rf"{_MEASURE}(?P<joint>\s+to\s+){_amount('')}")
"""The same behind a measure: 5 miles to 6."""
BETWEEN_JOINT = re.compile(
    rf"(?:{_MEASURE}(?:\s[a-z/]{{1,15}}){{0,3}}?(?:\sin\s\d{{4}})?|[-\s]?[a-z]{{1,15}}"
    rf"|\sin\s\d{{4}})?(?P<joint>\s+(?:to|and)\s+){_amount('')}"
)
"""The same after “between” and “from”: between 5 miles and 6, from 8 percent in 2010 to 9."""
AFTERWARDS = re.compile(
    rf"(?:\+(?![\d.])|[-\s](?:(?P<short>plus|odd)\b(?!\s\d))"
    rf"|(?:\s+(?!and\b|or\b|to\b)[a-z]{{1,20}}){{0,2}}?"
    rf"\s+(?P<long>{any_of(w for w in AFTER if w.startswith(('or ', 'and ')))})(?!\s+than\b)"
    rf"|,?\s+(?P<last>{any_of(w for w in AFTER if w.startswith('at ') or w == 'tops')})(?={_END}))"
)
"""Hedges behind a number, up to two words of what is counted in between."""
UNSTATED = re.compile(r"\ban\s+(?:unstated|unspecified|undisclosed|unknown)\s+number\b")
IMPLIED = re.compile(r"(?<!\bnot\s)\b(?P<article>an?|no)[\s-]\s*\w+")

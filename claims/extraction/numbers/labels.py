"""Numbers that name a thing: Section 427, No 10, S&P 500, 16-18 Mill Road, a telephone number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.numbers import nouns, units
from claims.hedges import Hedge
from claims.numerals.patterns import any_of

if TYPE_CHECKING:
    from claims.numerals.reading import Reading

_LABELS = any_of(
    "section sections unit route flight no nos number numbers page pages chapter article category "
    "cat grade level phase type model game week day group class channel highway interstate room "
    "gate platform zone district block line table figure fig act rule title bill resolution volume "
    "vol version windows boeing airbus covid apollo area bus train tier stage step item paragraph "
    "round heat lane pier terminal exit junction formula fortune season episode part lot division "
    "brigade regiment squadron company ward order protocol annex appendix clause proposition prop "
    "measure iphone galaxy playstation xbox android ios apartment suite apt floor "
    "building box".split()
)
_LABEL = re.compile(rf"(?<![\w-])(?:{_LABELS}|s&p|#)\.?[\s-]{{0,2}}$")
_PHONE = re.compile(
    r"(?<![\w.,$])(?:\+\d{1,3}(?:[-.\s]\(?\d{1,4}\)?){2,5}"
    r"|\(?\d{3}\)?[-.\s]\d{3}[-.]\d{4}|\d{3}-0\d{3})(?![\w%])"
)
_STREET = re.compile(
    r"(?:-\d+)?[a-z]?\s(?:[nsew]\.?\s)?(?:[\w'’.-]+\s){0,3}?"
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|court|place|square"
    r"|terrace|close|crescent|highway|parkway|quay)\b(?!['’])"
)
_STREET_FIRST = re.compile(r"\s(?:ave|avenue|rue|calle|via|avenida)\s[^\W\d_]")
_POWER_AFTER = re.compile(r"\s?[\u00d7x*]\s?10\b")
_POWER_BEFORE = re.compile(r"\d\s?[\u00d7x*]\s?(?:10\s?[\u2212^-]+\s?)?$")
_LIST_AFTER = re.compile(r"[.)]\s+[^\W\d_]")
_NAMED_BEFORE = re.compile(r"(?:^|:|\bthe|\ba|\bthis|\bown|['’]s)\s*$")
_AIRLINER = re.compile(r"7\d7")
_NEXT_WORD = re.compile(r"[\s-]([^\W\d_])")
_LAST_WORD = re.compile(r"([^\W\d_][\w'’&.]*(?<!\.))[ \u00a0-]$")
_REACH = 24
"""How many characters before a number the word before it is looked for in."""


def telephones(text: str) -> list[tuple[int, int]]:
    """Return where the telephone numbers of a text stand: +1 202 555 0142, 555-0142."""
    return [match.span() for match in _PHONE.finditer(text)]


def is_code(text: str, before: str, after: str, reading: Reading) -> bool:
    """Tell whether digits are a label, an address, a telephone number, a line's number or 24/7.

    `before` and `after` are the lowered text around the number.
    """
    if reading.hedge is Hedge.EXACT and _LABEL.search(before):
        return True
    if before[-1:] in {"/", "@", "_", "+"} or (after[:1] == "/" and after[1:2].isdigit()):
        return True
    if _POWER_AFTER.match(after) or _POWER_BEFORE.search(before):
        return True
    if reading.hedge is not Hedge.EXACT and reading.upper is None:
        return False
    return _is_address(text, after, reading) or _is_listed(text, before, after, reading)


def _is_address(text: str, after: str, reading: Reading) -> bool:
    """Tell whether a number is that of a house: 16-18 Mill Road, 22 Ave Foch."""
    street = _STREET.match(after) or _STREET_FIRST.match(after)
    if street is None:
        return False
    end = reading.number_end
    return _is_capitalised(text[end : end + street.end()].rsplit(maxsplit=1)[-1])


def _is_listed(text: str, before: str, after: str, reading: Reading) -> bool:
    """Tell whether a number counts the lines of a list: 1. The bridge, 2) the road."""
    start = reading.number_start
    if after[:1] == ")" and "(" not in before:
        return True
    is_first = start == 0 or text[max(0, start - 2) : start].endswith(("\n", "\n("))
    return is_first and _LIST_AFTER.match(after) is not None


def is_name(text: str, before: str, after: str, reading: Reading) -> bool:
    """Tell whether digits belong to a name by its capitals: Big 12, iPhone 14, 787 Dreamliner.

    A number with a unit or a plural behind it counts: Idlib 50 people.
    """
    start, end = reading.number_start, reading.number_end
    if reading.hedge is not Hedge.EXACT or reading.upper is not None:
        return False
    if after[:2] in {"'s", "’s"}:
        return True
    digits = text[start:end]
    following = _NEXT_WORD.match(text, end)
    is_before_capital = following is not None and following[1].isupper()
    if is_before_capital and _AIRLINER.fullmatch(digits):
        return True
    if not digits.isdigit() or units.measure_at(after, 0) or nouns.plural_after(after, 0):
        return False
    if is_before_capital and _NAMED_BEFORE.search(before):
        return True
    return _follows_capital(text, start)


def is_part_of_name(text: str, reading: Reading) -> bool:
    """Tell whether a number word stands among capitals: Channel Four, Thursday Night Seven."""
    start = reading.number_start
    if not text[start].isupper() or text[start + 1 : start + 2].isupper():
        return False
    return _follows_capital(text, start)


def _follows_capital(text: str, start: int) -> bool:
    """Tell whether a capitalised word that starts no sentence stands right before a place."""
    last = _LAST_WORD.search(text, max(0, start - _REACH), start)
    if last is None or not _is_capitalised(last[1]):
        return False
    head = text[max(0, last.start() - 3) : last.start()].rstrip(" \"“'‘(")
    return head != "" and head[-1] not in ".!?:;\n"


def _is_capitalised(word: str) -> bool:
    return any(letter.isupper() for letter in word)

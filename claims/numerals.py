"""Numbers in words: a wording to a hedge and bounds, and back.

`find` reads what a quote states; `say` writes a quantity the way we would print it.
The two are held together by a property test: what we say, we read back the same.

    >>> [(s.hedge.value, s.value) for s in find("At least five people have been killed")]
    [('at least', 5)]
    >>> from claims.quantities import Quantity
    >>> say(Quantity.of("Sedikitnya tiga", Hedge.AT_LEAST, 3, "deaths"))
    'at least three'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from claims.errors import WordingError
from claims.hedges import HEDGES, VAGUE, Bounds, Hedge, Number, bounds, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.quantities import Quantity

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
WORDS = (
    {word: n for n, word in enumerate(ONES)}
    | {word: n * 10 for n, word in enumerate(TENS, 2)}
    | SCALES
)

FOREIGN_HEDGES = {
    "al menos": Hedge.AT_LEAST,
    "au moins": Hedge.AT_LEAST,
    "sedikitnya": Hedge.AT_LEAST,
    "setidaknya": Hedge.AT_LEAST,
    "على الأقل": Hedge.AT_LEAST,
}
"""Hedges of the other languages that the records quote."""

FOREIGN_NUMBERS = {
    word: n
    for words in (
        "uno dos tres cuatro cinco seis siete ocho nueve diez",
        "un deux trois quatre cinq six sept huit neuf dix",
        "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
        "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
    )
    for n, word in enumerate(words.split(), 1)
    if word not in WORDS
}
"""One to ten in Spanish, French, Indonesian and Arabic, where the spelling is not English too."""

ALSO_ENGLISH = frozenset({"un", "uno", "dos", "dix", "sept", "lima", "dua"})
"""Foreign numbers that English text prints for other things (UN, Fort Dix, Sept, Lima)."""

_VALUES: Mapping[str, Number] = FOREIGN_NUMBERS | WORDS | {"half": 0.5}

HEDGE_OF = {w: hedge for hedge, rule in HEDGES.items() for w in rule.wordings if w} | FOREIGN_HEDGES
AFTER = {"or more": Hedge.AT_LEAST, "or so": Hedge.ABOUT, "or fewer": Hedge.AT_MOST}
"""Hedges that follow their number."""


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first, that ends where a word ends."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first) + r")\b"


_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_GAP = "(?:[-\u2010\u2011]|\\s+)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,15})?"
_TO_99 = rf"(?:{_any_of(TENS)}(?:{_GAP}{_any_of(ONES[1:10])})?|{_any_of(ONES)})"
_TO_999 = rf"(?:(?:(?:{_TO_99}{_GAP}|a\s+))?hundred\b(?:\s+(?:and\s+)?{_TO_99})?|{_TO_99})"
_BIG = _any_of(word for word, n in SCALES.items() if n > SCALES["hundred"])
_TIMES = rf"(?:(?:{_TO_999}\s+and\s+)?(?:an?\s+)?half\s+(?:an?\s+)?|an?\s+|{_TO_999}{_GAP})"
_REST = rf"(?:{_GAP}(?:and\s+)?{_TO_999}(?:{_GAP}{_BIG})?)*"
_SPELLED = rf"(?:{_TIMES}?{_BIG}{_REST}|{_TIMES}?dozen\b|{_TO_999})"
_ABROAD = "|".join(rf"(?<={re.escape(hedge)}\s)" for hedge in FOREIGN_HEDGES)
_FOREIGN = (
    rf"(?:{_any_of(FOREIGN_NUMBERS.keys() - ALSO_ENGLISH)}|(?:{_ABROAD}){_any_of(ALSO_ENGLISH)})"
)
_NUMBER = (
    rf"(?:{_DIGITS}(?:{_GAP}{_any_of(SCALES)}|(?:st|nd|rd|th|e)\b|(?!\w|[.,]\d))"
    rf"|{_SPELLED}|{_FOREIGN})(?!{_GAP}(?:third|quarter|fifth|tenth)s?\b(?!-))"
)
_HEDGED = re.compile(
    r"(?<![\w.,])(?<![^\W\d_][-\u2010\u2011])"
    rf"(?:(?P<hedge>{_any_of(HEDGE_OF)})\s+(?:the\s+|a\s+total\s+of\s+)?"
    r"|(?<!\bno[\s-])(?<!\bnot\s))"
    rf"(?:(?P<vague>{_any_of(VAGUE)})"
    rf"|(?P<number>{_NUMBER})(?:(?P<joint>\s+(?:to|and)\s+|\s*[–-]\s*)(?P<upper>{_NUMBER}))?"
    rf"(?:\s+(?P<after>{_any_of(AFTER)}))?)"
)
_IMPLIED = re.compile(
    rf"(?<!\bnot\s)\b(?:(?P<hedge>{_any_of(HEDGE_OF)})\s+)?\b(?P<article>an?|no)[\s-]\s*\w+"
)
_UNSTATED = re.compile(r"\ban\s+(?:unstated|unspecified|undisclosed|unknown)\s+number\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as a text states it: hedge, value, bounds and its place in the text."""

    hedge: Hedge
    value: Number | None
    bounds: Bounds
    start: int
    end: int


def find(text: str, unit: str = "") -> list[Stated]:
    """Return every number that a text states, in order, each with its hedge and place."""
    lower = text.translate(_LOWER)
    return [stated for match in _HEDGED.finditer(lower) for stated in _read(match, unit)]


def parse(wording: str, unit: str = "") -> Stated:
    """Return the first number that a wording states, an article ("a man", "no one") included.

    Raises WordingError where it states none.
    """
    if stated := find(wording, unit):
        return stated[0]
    lower = wording.translate(_LOWER)
    if unstated := _UNSTATED.search(lower):
        return Stated(Hedge.NOT_STATED, None, bounds(Hedge.NOT_STATED, None), *unstated.span())
    implied = _IMPLIED.search(lower)
    if implied is None:
        raise WordingError(wording)
    hedge = HEDGE_OF.get(_spaced(implied["hedge"]), Hedge.EXACT)
    value = 0 if implied["article"] == "no" else 1
    return Stated(hedge, value, bounds(hedge, value, unit), *implied.span())


def _spaced(words: str | None) -> str:
    return " ".join((words or "").split())


def _read(match: re.Match[str], unit: str) -> list[Stated]:
    """Read one match: a vague word, a range, two numbers that are no range, or a number."""
    start, end = match.span()
    if match["vague"]:
        least = VAGUE[_spaced(match["vague"])]
        return [Stated(Hedge.VAGUE, None, bounds(Hedge.VAGUE, least), start, end)]
    hedge = HEDGE_OF.get(_spaced(match["hedge"]), Hedge.EXACT)
    after = AFTER.get(_spaced(match["after"]), Hedge.EXACT)
    value = number(match["number"])
    if match["upper"] is None:
        hedge = after if hedge in {Hedge.EXACT, Hedge.BETWEEN} else hedge
        return [Stated(hedge, value, bounds(hedge, value, unit), start, end)]
    upper = number(match["upper"])
    joined = hedge is Hedge.BETWEEN or (hedge is Hedge.EXACT and match["joint"].strip() != "and")
    if joined and value < upper:
        return [Stated(Hedge.BETWEEN, None, Bounds(value, upper), start, end)]
    hedge = Hedge.EXACT if hedge is Hedge.BETWEEN else hedge
    first = Stated(hedge, value, bounds(hedge, value, unit), start, match.end("number"))
    second = Stated(after, upper, bounds(after, upper, unit), match.start("upper"), end)
    return [first, second]


def number(words: str) -> Number:
    """Return the number that digits or words write: `2,500`, `twenty-seven`, `2.5 million`, `23rd`.

    Raises WordingError where they write none.
    """
    lower = words.strip().translate(_LOWER)
    if lower not in ALSO_ENGLISH and re.fullmatch(_NUMBER, lower) is None:
        raise WordingError(words)
    total: Number = 0
    part: Number = 0
    for token in re.findall(r"\d[\d.,]*|[^\W\d_]+", lower):
        if token[0].isdigit():
            digits = token.replace(",", "")
            part = float(digits) if "." in digits else int(digits)
        elif token in SCALES:
            part = (part or 1) * SCALES[token]
            if SCALES[token] >= SCALES["thousand"]:
                total, part = total + part, 0
        else:
            part += _VALUES.get(token, 0)
    total += part
    return int(total) if total == int(total) else total


def say(quantity: Quantity) -> str:
    """Write a quantity in our own words: `at least five`, `250 to 350`, `several`.

    A vague word and a number that is not stated are said as the source said them; numbers
    below ten are spelled out.
    """
    if quantity.hedge is Hedge.NOT_STATED:
        return "an unstated number"
    if quantity.hedge is Hedge.VAGUE:
        return next((w for w, n in VAGUE.items() if n == quantity.low), quantity.as_stated.lower())
    if quantity.hedge is Hedge.BETWEEN:
        return f"between {show(quantity.low)} and {show(quantity.high)}"
    words = HEDGES[quantity.hedge].wordings[0]
    return f"{words} {spell(quantity.value)}".strip()


def spell(value: Number | None) -> str:
    """Write one to nine as words and everything else as digits."""
    return ONES[int(value)] if value in range(1, 10) and value is not None else show(value)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: `1 claim`, `1,204 claims`, `2 parties`, `3 days`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeou" else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"

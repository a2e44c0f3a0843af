"""Reading a text's numbers, each with the hedge before or behind it.

Everything here works on text whose English letters are lowered, which keeps every place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claims.hedges import VAGUE, Hedge, Number
from claims.numerals.hedging import hedge_before, words_before
from claims.numerals.patterns import AFTERWARDS, BETWEEN_JOINT, JOINT, MEASURED_JOINT, START
from claims.numerals.values import TOKENS, value_of
from claims.numerals.words import AFTER, PARTS, SCALES, SHORT_SCALES, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_CHANGE = [[w] for w in "by rose fell gained lost added climbed dropped jumped slipped".split()]
_FAR = 3
"""How many times its lower end the upper end of a range is at most, after a word of change."""
_NO_HALF = frozenset("first second third fourth other latter better this that last each".split())
"""Words before a half that is no share: the second half."""
_NEGATED = re.compile(r"(?<!\w)(?:no[\s.-]|nos\.|not)\s*$")


class Reading(NamedTuple):
    """A number as it stands in a text, before anything is known of what it counts."""

    start: int
    end: int
    number_start: int
    number_end: int
    hedge: Hedge
    value: Number
    upper: Number | None = None
    """The other end of a range."""
    form: str = "amount"
    """What it is: an amount, a share, a rate (one in five) or a vague word."""
    money: str = ""
    """The sign of money before it: `us$`."""
    percent: bool = False
    letter: str = ""
    """`m` or `b` behind its digits where no money says that it means millions or billions."""


def read(lower: str) -> Iterator[Reading]:
    """Yield every number of a lowered text, in order."""
    position = 0
    while match := START.search(lower, position):
        position = match.end()
        hedge, start = hedge_before(lower, match.start())
        if start == match.start() and _NEGATED.search(lower, max(0, start - 5), start):
            continue
        if match["vague"]:
            least = VAGUE[" ".join(match["vague"].split())]
            yield Reading(start, position, *match.span("vague"), Hedge.VAGUE, least, form="vague")
            continue
        if match["number"]:
            reading = _amount(lower, match, hedge, start)
        elif match["rate"] or not _is_of_time(lower, match):
            reading = _share(match, hedge, start)
        else:
            continue
        position = reading.end
        yield reading


def _is_of_time(lower: str, match: re.Match[str]) -> bool:
    """Tell whether a half is that of a game or a year: the second half."""
    words = words_before(lower, match.start())
    return match["share"] == "half" and bool(words) and words[-1] in _NO_HALF


def _share(match: re.Match[str], hedge: Hedge, start: int) -> Reading:
    """Read two-thirds, a quarter of, half the, one in five."""
    words = match["share"] or match["rate"]
    if match["share"]:
        first, *rest = re.split(r"[\s\u2010\u2011-]+", words)
        parts = PARTS[rest[0].removesuffix("s")] if rest else 2
        value: Number = (VALUES[first] if first in VALUES and rest else 1) / parts
        form = "share"
    else:
        counted, total = re.split(r"\s+(?:in|out\s+of)\s+(?:every\s+)?", words)
        if value_of(counted) >= value_of(total):
            return _plain(match, hedge, start, counted)
        value, form = value_of(counted) / value_of(total), "rate"
    end = match.end()
    return Reading(start, end, match.start(), end, hedge, value, form=form)


def _plain(match: re.Match[str], hedge: Hedge, start: int, words: str) -> Reading:
    """Read only the first number of what is no rate: two in two."""
    end = match.start() + len(words)
    hedge = Hedge.EXACT if hedge is Hedge.BETWEEN else hedge
    return Reading(start, end, match.start(), end, hedge, value_of(words))


def _amount(lower: str, match: re.Match[str], hedge: Hedge, start: int) -> Reading:
    """Read an amount, the range that it begins, and the hedge behind it."""
    value = _signed(match)
    ranged = _range(lower, match, hedge, value)
    if ranged is not None:
        low, high, joint, start_of_range = ranged
        start = min(start, start_of_range)
        number_end = joint.end()
        letter = _letter(joint)
        return Reading(
            start,
            number_end,
            match.start(),
            number_end,
            Hedge.BETWEEN,
            low,
            high,
            money=_money(match) or _money(joint),
            percent=bool(joint["percent"]),
            letter=letter if not match["money"] else "",
        )
    hedge = Hedge.EXACT if hedge is Hedge.BETWEEN else hedge
    end = match.end()
    if after := AFTERWARDS.match(lower, end):
        end = after.end()
        words = " ".join((after["long"] or after["last"] or after["short"] or "plus").split())
        hedge = AFTER[words] if hedge is Hedge.EXACT else hedge
    return Reading(
        start,
        end,
        match.start(),
        match.end(),
        hedge,
        value,
        money=_money(match),
        percent=bool(match["percent"]),
        letter=_letter(match),
    )


def _range(
    lower: str, match: re.Match[str], hedge: Hedge, value: Number
) -> tuple[Number, Number, re.Match[str], int] | None:
    """Return both ends of the range that an amount begins, None where it begins none."""
    start = match.start()
    in_chain = start > 1 and lower[start - 1] in "-\u2013" and lower[start - 2].isdigit()
    if in_chain or hedge not in {Hedge.EXACT, Hedge.ABOUT, Hedge.BETWEEN}:
        return None
    words = words_before(lower, start)
    joint = JOINT.match(lower, match.end()) or MEASURED_JOINT.match(lower, match.end())
    if joint is None:
        is_from = words[-1:] == ["from"]
        if not is_from and hedge is not Hedge.BETWEEN:
            return None
        joint = BETWEEN_JOINT.match(lower, match.end())
        if joint is None or (is_from and joint["joint"].strip() == "and"):
            return None
        start = lower.rindex("from", 0, start) if is_from else start
    if not _same_measure(match, joint):
        return None
    high = _signed(joint)
    low = _shared_scale(match, joint, value)
    if joint["joint"].strip() == "to" and _is_change(words, low, high):
        return None
    return (low, high, joint, start) if low < high else None


def _is_change(words: list[str], low: Number, high: Number) -> bool:
    """Tell whether “by 3 to 45” is a rise of 3 to a level of 45, and no range."""
    return words[-1:] in _OF_CHANGE and high > _FAR * low


def _same_measure(one: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether two amounts may be the ends of one range: $3 to $5, 5 to 10%."""
    if other["money"] and not one["money"]:
        return False
    return bool(other["percent"]) or not one["percent"]


def _shared_scale(one: re.Match[str], other: re.Match[str], value: Number) -> Number:
    """Return the lower end of a range in the scale of its upper one: 1 to 2 thousand."""
    if other["money"] or (one["number"][-1].isalpha() and one["number"] not in VALUES):
        return value
    if one["number"] in SCALES:
        return value
    tokens = TOKENS.findall(other["number"])
    scale = SCALES.get(tokens[-1]) or (SHORT_SCALES.get(tokens[-1]) if not _letter(other) else None)
    if not scale or len(tokens) < 2:  # noqa: PLR2004 - a mantissa and its scale
        return value
    return value * scale if value < _signed(other) / scale else value


def _money(match: re.Match[str]) -> str:
    """Return the sign of money before an amount, without blanks or a minus: `us$`."""
    return "".join((match["money"] or "").split()).rstrip("-\u2212")


def _letter(match: re.Match[str]) -> str:
    """Return the letter behind the digits where it may mean metres as well as millions."""
    last = match["number"][-1]
    joined = last in "mb" and not match["number"][-2].isalpha() and not match["money"]
    return last if joined else ""


def _signed(match: re.Match[str]) -> Number:
    """Return the value of an amount with its sign; its own where the letter is in doubt."""
    words = match["number"]
    value = value_of(words[:-1] if _letter(match) else words)
    money = match["money"] or ""
    is_minus = (match["sign"] or "+") != "+" or money.endswith(("-", "\u2212"))
    return -value if is_minus else value

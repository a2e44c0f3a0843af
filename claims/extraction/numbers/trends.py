"""Whether a number is a rise or a fall: up 19 cents, fell by 2 per cent, +0.2%."""

from __future__ import annotations

import re

from claims.hedges import is_measured
from claims.numerals.patterns import any_of

_UP = (
    "up rise rises rose risen rising increase increases increased increasing grow grows grew grown "
    "growing climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging "
    "soar soars soared soaring advance advances advanced rally rallies rallied leap leaps leapt "
    "leaped swell swells swelled expand expands expanded rebound rebounds rebounded strengthened "
    "appreciated accelerated firmed bounced spiked skyrocketed ballooned mounted recovered widened"
).split()
_DOWN = (
    "down fall falls fell fallen falling decrease decreases decreased decreasing drop "
    "drops dropped "
    "dropping decline declines declined declining slide slides slid sliding plunge plunges plunged "
    "plunging tumble tumbles tumbled tumbling slump slumps slumped dip dips dipped dipping sink "
    "sinks sank sunk slip slips slipped slipping plummet plummets plummeted crash crashes crashed "
    "shrink shrinks shrank shrunk ease eased retreat retreated weakened contract contracted tank "
    "tanked skidded sagged narrowed receded subsided depreciated softened diminished collapsed"
).split()
_GAINED = "gain gains gained gaining add adds added adding raise raised raising hike hiked".split()
_LOST = (
    "lose loses lost losing shed sheds shedding cut cuts cutting reduce reduced lower lowered off "
    "pared trimmed slashed"
).split()
_BY = r"(?:(?:\s[\w'’-]{1,20}){0,3}?\sby|\sanother|\sa\sfurther)?(?:\s(?:some|as\smuch\sas))?\s$"
_CHANGE = re.compile(rf"\b(?:(?P<up>{any_of(_UP)})|(?P<down>{any_of(_DOWN)})){_BY}")
_OF_MEASURES = re.compile(
    rf"\b(?:(?P<up>{any_of(_GAINED)}|(?:increase|rise|growth)\sof)"
    rf"|(?P<down>{any_of(_LOST)}|(?:decrease|drop|decline|fall)\sof)){_BY}"
)
"""Changes of measures only: who lost 30 soldiers has no soldiers “down 30”."""
_AGAIN = re.compile(r"(?:,\s(?:or|[^,.;]{1,30}\sby)|\sor|\s?\()\s?$")
"""What repeats a change in other words: down 2.3 points, *or* 0.5 per cent."""
_WINDOW = 48
"""How many characters before a number its change is looked for in."""


def trend_of(lower: str, start: int, unit: str, previous: tuple[int, str] = (0, "")) -> str:
    """Return “up” or “down” where a number is said to be a rise or a fall, else "".

    `previous` is where the number before ends and its trend, for what is said in two measures.
    """
    if lower[start : start + 1] == "+":
        return "up"
    first = max(0, start - _WINDOW)
    match = _CHANGE.search(lower, first, start)
    if match is None and (is_measured(unit) or unit.endswith("point")):
        match = _OF_MEASURES.search(lower, first, start)
    if match is None:
        place, trend = previous
        repeats = trend and start - place < _WINDOW and _AGAIN.search(lower, place, start)
        return trend if repeats else ""
    return "up" if match["up"] else "down"

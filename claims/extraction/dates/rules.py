"""The shapes of time expressions, by the word they start with, in the order they are tried."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction.dates import explicit, relative
from claims.extraction.dates.words import (
    ANY_WEEKDAY,
    CENTURIES,
    COUNT,
    DAY,
    DAYTIME,
    LAST_DAY,
    LAST_DAY_AFTER,
    MONTH,
    MONTHS,
    NAMED_DAYS,
    OBJECT,
    OF_YEAR,
    PART,
    SEASON,
    SEASONS,
    SHORT_YEAR,
    TENS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    shape,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claims.extraction.dates.readings import Context, Reading

NUMBER = "#"
"""Stands for digits among the words that an expression starts with."""
_PARTS = (
    "the early late later earlier mid middle end start beginning close turn first final second very"
)
_DAYS = " ".join(("mon tue tues wed thu thur thurs fri sat sun", *WEEKDAYS))
_COUNTS = (
    "# a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety few several many"
)


def _one_of(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_WHICH_DAY = (
    "this past|this coming|this|last|(?:the )?next|past|coming|(?:the )?following|(?:the )?previous"
)
_WHICH_UNIT = "this past|this coming|this|last|next|previous|following|coming|same|that|current"


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape, the words it may start with, and the function that reads it."""

    starts: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Reading | None]


RULES = (
    Rule(
        "#",
        shape(r"(?P<year>[12]\d{3})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![\d-])"),
        explicit.iso,
    ),
    Rule(
        "#",
        shape(r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>[12]\d{3})\b"),
        explicit.slashes,
    ),
    Rule(
        f"# the last next {_DAYS}",
        shape(
            rf"(?:(?:last |next )?{ANY_WEEKDAY})?(?:the )?{DAY}{LAST_DAY}(?: of)?[- ]{MONTH}"
            rf"(?:{OF_YEAR}|{SHORT_YEAR})?"
        ),
        explicit.day_of_month,
    ),
    Rule(
        " ".join(("last next", _DAYS, *MONTHS)),
        shape(
            rf"(?:(?:last |next )?{ANY_WEEKDAY})?{MONTH} (?:the )?{DAY}\b(?![.,]\d|[:%/]| million)"
            rf"{LAST_DAY_AFTER}(?:{OF_YEAR})?"
        ),
        explicit.day_of_month,
    ),
    Rule(
        " ".join((_PARTS, "last this next", *MONTHS)),
        shape(rf"{PART}?(?:(?P<side>this past|last|this|next) )?{MONTH}(?:{OF_YEAR})?"),
        explicit.month,
    ),
    Rule(
        " ".join(("early late last this next past the coming following previous", *WEEKDAYS)),
        shape(
            rf"(?:(?:early|late)(?: on)? )?(?:(?P<which>{_WHICH_DAY}) |the )?{WEEKDAY}\b"
            rf"(?! (?:times|mirror|telegraph|express|herald|mail|world)\b)(?: {DAYTIME}\b)?"
            r"(?:(?: of)? (?P<week>last|this|next) week\b)?"
        ),
        relative.weekday,
    ),
    Rule(
        "early earlier late later the yesterday last today tonight this tomorrow",
        shape(
            rf"(?:(?:early|earlier|late|later) )?(?P<name>{_one_of(NAMED_DAYS)})\b(?: {DAYTIME}\b)?"
        ),
        relative.named_day,
    ),
    Rule("overnight", shape(r"overnight\b"), relative.overnight),
    Rule(
        f"# {_PARTS}",
        shape(rf"{PART}?(?:the )?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b"),
        explicit.decade,
    ),
    Rule(
        _PARTS,
        shape(rf"{PART}?(?:the )['’]?(?:(?P<short>\d0)['’]?s|(?P<tens>{_one_of(TENS)}))\b"),
        explicit.decade,
    ),
    Rule(
        f"# year {_PARTS}",
        shape(
            rf"{PART}?(?:(?:the )?(?:fiscal |financial )?year )?{YEAR}"
            r"(?:[-–/](?P<short>\d\d)\b(?!-))?"
        ),
        explicit.year_alone,
    ),
    Rule(
        "# the eighteenth nineteenth twentieth twenty",
        shape(
            rf"(?:the )?(?P<century>\d{{1,2}}(?=st|nd|rd|th)|{_one_of(CENTURIES)})"
            r"(?:st|nd|rd|th)?[- ]century\b"
        ),
        explicit.century,
    ),
    Rule(
        _COUNTS,
        shape(rf"{COUNT} {UNIT}s? (?P<way>ago|earlier|later|before{OBJECT}|from now)\b"),
        relative.ago,
    ),
    Rule(
        "the this past last previous next coming recent following",
        shape(
            r"(?:(?P<the>the|this) )?(?P<which>past|last|previous|next|coming|recent|following)"
            rf"(?: {COUNT})? {UNIT}(?P<plural>s)?\b"
        ),
        relative.window,
    ),
    Rule(
        f"{_PARTS} this last next so that",
        shape(
            rf"(?:(?P<so_far>so far) |{PART})?(?:the )?(?P<which>{_WHICH_UNIT}) (?P<unit>weekend"
            rf"|week|month|quarter|year|decade|century|day|{_one_of(SEASONS)})\b"
            r"(?P<still> so far\b)?"
        ),
        relative.unit,
    ),
    Rule(
        f"{_PARTS} year",
        shape(rf"(?:{PART}(?:the )?(?P<unit>year|month|week|decade)\b|year(?:['’]s)?[- ]end\b)"),
        explicit.part_of_unit,
    ),
    Rule(
        "the",
        shape(rf"the (?P<unit>day|night|week|month|year) (?P<way>before|after|earlier)\b{OBJECT}"),
        relative.beside,
    ),
    Rule("the", shape(r"the weekend\b"), relative.weekend),
    Rule(
        " ".join(("the", *SEASONS)),
        shape(rf"(?:the )?{SEASON}(?: of)?,? {YEAR}"),
        explicit.season_named,
    ),
    Rule("the", shape(rf"the {SEASON}\b(?! of)"), explicit.season_named),
    Rule(
        "the",
        shape(
            r"the (?P<day>\d{1,2})(?:st|nd|rd|th)\b"
            r"(?=[.,;)]|\s(?:of (?:this|the) month|and|when|after|at|in|to)\b)"
        ),
        explicit.day_alone,
    ),
    Rule(_COUNTS, shape(rf"{COUNT}[- ]{UNIT}s?\b"), relative.duration),
    Rule(
        "hours days weeks months years decades",
        shape(r"(?:hour|day|week|month|year|decade)s\b"),
        relative.long_time,
    ),
)


def by_first_word(rules: Iterable[Rule]) -> Mapping[str, Sequence[Rule]]:
    """Return the rules that an expression with this first word may follow, in their order."""
    found: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for word in dict.fromkeys(rule.starts.split()):
            found[word].append(rule)
    return dict(found)


STARTING = by_first_word(RULES)

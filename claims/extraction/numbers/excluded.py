"""Numbers that are no quantities: moments, names, ordinals, ages, scores, “one” as a pronoun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.numbers import labels, moments, nouns
from claims.hedges import Hedge
from claims.numerals.words import SCALES

if TYPE_CHECKING:
    from claims.numerals.reading import Reading

_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_SCORE = re.compile(r"\d{1,3}\s?[-\u2013]\s?\d{1,3}(?![\d%]|,\d|[-\u2013]\d|[\s-]?[a-z])")
_SCORED = re.compile(r"\d{1,3}[-\u2013]\d{1,3}(?![\d%]|,\d|[-\u2013]\d)")
_SCORE_WORDS = re.compile(
    r"\b(?:won|win|wins|beat|beats|beating|lost|lose|loss|losing|draw|drew|tie|tied|score|scored|"
    r"scoreline|defeat|defeated|victory|lead|led|ahead|vote|voted|record|series|final|went|trail|"
    r"trailed|at)\b"
)
_HIGHEST_SCORE = 200
_AGE_BEFORE = re.compile(r"[^\W\d_][\"”’)]?,\s(?:now\s|aged\s)?$")
_OLDEST = 110
_ONE_BEFORE = re.compile(
    r"\b(?:another|each|every|any|this|that|which|no|the|last|first|wrong|right|as|for|number|day|"
    r"year|phase|square)\s$"
)
_ONE_AFTER = re.compile(
    r"(?:['’-]|\s(?:another|can|could|is|was|has|had|would|will|should|may|might|must|who|that|"
    r"which|where|thing|day|way|does|did|to|by|with|for|and|or|in|on|at|as|i|you|we|they|he|she|"
    r"if|but|from|needs|wants|were|are|be)\b|\s?[,.;:!?)]|$|\s?[\"”—–])"
)
_BARE_SCALE = re.compile(r"(?:['’]s|\bper|\bin\sa)\s$")
_SCORES_OF = re.compile(r"\s(?:of|more|were|have|had|are|others|dead|[a-z]+ed)\b")
_BEFORE, _AFTER = 28, 48
"""How many characters around a number are looked at."""


def is_excluded(text: str, lower: str, reading: Reading, *, all_capitals: bool) -> bool:
    """Tell whether a number is no quantity, from what stands around it.

    `lower` is the lowered text; capitals tell names only where not all letters are capitals.
    """
    if reading.money or reading.percent or reading.form in {"share", "rate"}:
        return False
    start, end = reading.number_start, reading.number_end
    if reading.form == "vague":
        return lower.startswith("scores", start) and not _SCORES_OF.match(lower, end)
    before, after = lower[max(0, start - _BEFORE) : start], lower[end : end + _AFTER]
    if lower[start].isalpha():
        return (
            moments.is_time(after)
            or _is_pronoun(lower[start:end], before, after, reading)
            or (not all_capitals and labels.is_part_of_name(text, reading))
        )
    return (
        _ORDINAL.search(lower, max(start, end - 3), end) is not None
        or moments.is_date_or_time(before, after, reading)
        or labels.is_code(text, before, after, reading)
        or moments.is_year(before, after, reading)
        or _is_score(lower, before, reading)
        or _is_age(before, after, reading)
        or (not all_capitals and labels.is_name(text, before, after, reading))
    )


def _is_score(lower: str, before: str, reading: Reading) -> bool:
    """Tell whether a number is one side of a score: won 2-0, tied 89-89."""
    start = reading.number_start
    if reading.upper is not None:
        is_told = _SCORE_WORDS.search(lower, max(0, start - _BEFORE), start)
        scored = _SCORE.match(lower, start)
        return bool(scored and is_told) and reading.upper < _HIGHEST_SCORE
    if before[-1:] in {"-", "\u2013"} and before[-2:-1].isdigit():
        start -= len(before) - len(before.rstrip("-\u2013"))
        while start and lower[start - 1].isdigit() and reading.number_start - start < _BEFORE:
            start -= 1
    return _SCORED.match(lower, start) is not None


def _is_age(before: str, after: str, reading: Reading) -> bool:
    """Tell whether a number is an age behind a name: Jane Marsh, 25, said."""
    if reading.upper is not None or reading.hedge is not Hedge.EXACT or reading.value > _OLDEST:
        return False
    is_enclosed = after[:1] == "," and not after[1:2].isdigit()
    return is_enclosed and _AGE_BEFORE.search(before) is not None


def _is_pronoun(word: str, before: str, after: str, reading: Reading) -> bool:
    """Tell whether “one” stands for a thing (another one, one can), or a scale for a phrase."""
    if word in SCALES:
        return _BARE_SCALE.search(before) is not None
    if word != "one" or reading.hedge is not Hedge.EXACT or after.startswith(" of"):
        return False
    if _ONE_AFTER.match(after):
        return True
    return _ONE_BEFORE.search(before) is not None and not nouns.phrase_after(after, 0, plural=False)

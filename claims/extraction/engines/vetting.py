"""A model's suggestions held against the text: kept, corrected, or dropped.

The quote must stand in the text once, or once in the sentence that is named; the number, its
hedge and its bounds are what our own grammar reads there; when, where and by whom are what the
text says, and where a model and the rules differ on who speaks, the rules are believed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claims import periods
from claims.extraction.events.kinds import ROWS, What
from claims.extraction.events.modality import modality
from claims.extraction.events.words import Words
from claims.extraction.linking import period_of, place_of, within
from claims.extraction.numbers.nouns import singular
from claims.extraction.numbers.unit_names import NAMES
from claims.extraction.places import Mention
from claims.extraction.proposal import Proposal, stands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extraction.attribution import Said
    from claims.extraction.engines.suggestions import Suggestion
    from claims.extraction.linking import Around
    from claims.extraction.numbers import Found
    from claims.extraction.sentences import Sentence
    from claims.periods import Period

MEASURED = frozenset(NAMES.values()) - {"people"}
"""Units of what is measured, not counted."""
QUOTED = 8
"""Words of a quote after its number, at most."""
LONG = 60
"""Characters of a time expression or a place, at most."""
REPEATED = 50
"""Occurrences of a quote that are looked at, at most."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def vetted(suggestion: Suggestion, around: Around, piece: range, proposer: str) -> Proposal | None:
    """Return a suggestion as a proposal, None where the text does not bear it out.

    `piece` is the stretch of the text that the model was shown.
    """
    what = suggestion.what
    place = _located(suggestion, around.text, piece)
    if what is None or place is None:
        return None
    sentence = _sentence_at(around, place)
    if sentence is None or place.stop > sentence.end:
        return None
    number = _number_in(around, sentence, place)
    if number is None or not _agrees(suggestion.number, number):
        return None
    ends = (min(place.stop, _few_words(around.text, number, sentence)), number.end)
    made = (
        _proposal(suggestion, what, number, max(end, number.end), sentence, around, proposer)
        for end in ends
    )
    return next((one for one in made if stands(one, around.text)), None)


def _occurrences(words: str, text: str, piece: range) -> Iterator[range]:
    """Yield where some words stand in a piece of a text, as whole words."""
    wanted = words.strip()
    if not wanted:
        return
    start = text.find(wanted, piece.start, piece.stop)
    for _ in range(REPEATED):
        if start < 0:
            return
        end = start + len(wanted)
        if not (_joins(text, start) or _joins(text, end)):
            yield range(start, end)
        start = text.find(wanted, start + 1, piece.stop)


def _joins(text: str, place: int) -> bool:
    """Tell whether a word goes on over a place."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _located(suggestion: Suggestion, text: str, piece: range) -> range | None:
    """Return where the quote stands; None where it does not, or it is not clear which is meant."""
    found = list(_occurrences(suggestion.quote, text, piece))
    if len(found) > 1 and suggestion.sentence:
        named = list(_occurrences(suggestion.sentence, text, piece))
        found = [
            one
            for one in found
            if any(s.start <= one.start and one.stop <= s.stop for s in named[:1])
        ]
    return found[0] if len(found) == 1 else None


def _sentence_at(around: Around, place: range) -> Sentence | None:
    """Return the sentence that a place begins in."""
    last = bisect_right(around.sentences, place.start, key=lambda one: one.start) - 1
    return around.sentences[last] if last >= 0 else None


def _number_in(around: Around, sentence: Sentence, place: range) -> Found | None:
    """Return the one quantity of a quote that counts things, None where there is not just one."""
    inside = [
        number
        for number in within(around.numbers, sentence.start, sentence.end)
        if number.number_start < place.stop and place.start < number.number_end
    ]
    if len(inside) != 1:
        return None
    number = inside[0]
    is_whole = place.start <= number.number_start and number.number_end <= place.stop
    is_measured = number.unit.partition(" per ")[0] in MEASURED
    is_date = any(
        d.start <= number.start and number.end <= d.end
        for d in within(around.dates, sentence.start, number.end)
    )
    return number if is_whole and not is_measured and not is_date else None


def _agrees(said: float | None, number: Found) -> bool:
    """Tell whether the number that a model read is the one that stands there."""
    if said is None:
        return True
    if number.value is not None:
        return said == number.value
    return said in {number.low, number.high}


def _few_words(text: str, number: Found, sentence: Sentence) -> int:
    """Return where a quote ends at the latest: a few words after its number."""
    after = [match.end() for match in _WORD.finditer(text, number.end, sentence.end)][:QUOTED]
    return after[-1] if after else number.end


def _proposal(  # noqa: PLR0913, PLR0917 - the parts of a proposal
    suggestion: Suggestion,
    what: What,
    number: Found,
    end: int,
    sentence: Sentence,
    around: Around,
    proposer: str,
) -> Proposal:
    """Return the proposal of a number, its circumstances as the text has them."""
    words = Words.of(sentence)
    mood = modality(words, words.first_from(number.start), -1)
    said = _speaker(around, number)
    place, country = _place(suggestion, around, sentence, number)
    denied = mood.negated and what is not What.MISSING
    return Proposal(
        start=number.start,
        end=end,
        quote=around.text[number.start : end],
        paragraph=sentence.paragraph,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        kind=what,
        noun=_noun(around.text[number.end : end], number),
        hedge=number.hedge,
        value=number.value,
        low=number.low,
        high=number.high,
        unit=ROWS[what].unit,
        period=_period(suggestion, around, sentence)
        or period_of(around, sentence, number.start, end, what),
        place=place,
        country=country,
        claimant=said.claimant if said else _claimant(suggestion, around, sentence),
        chain=said.chain if said else (),
        planned=suggestion.planned or mood.planned,
        conditional=mood.conditional,
        negated=suggestion.negated or denied or number.high == 0 or bool(said and said.denied),
        proposer=proposer,
    )


def _speaker(around: Around, number: Found) -> Said | None:
    """Return who says a number by the rules: the innermost of those whose words it is in."""
    covering = [
        (end - start, said)
        for said in around.said
        for start, end in said.covers
        if start <= number.start < end
    ]
    return min(covering, key=lambda one: one[0])[1] if covering else None


def _noun(after: str, number: Found) -> str:
    """Return the thing counted as the quote prints it, "" where it prints none."""
    wanted = number.unit.rpartition(" ")[2]
    words = (match[0].lower() for match in _WORD.finditer(after))
    return next((word for word in words if wanted and singular(word) == wanted), "")


def _paragraph(around: Around, sentence: Sentence) -> range:
    """Return where the paragraph of a sentence stands."""
    same = [one for one in around.sentences if one.paragraph == sentence.paragraph]
    return range(same[0].start, same[-1].end)


def _stretches(around: Around, sentence: Sentence, *, own: bool) -> Iterator[range]:
    """Yield where a model's words are looked for: in the sentence; elsewhere if it has none."""
    yield range(sentence.start, sentence.end)
    if not own:
        yield _paragraph(around, sentence)
        yield range(len(around.text))


def _period(suggestion: Suggestion, around: Around, sentence: Sentence) -> str | None:
    """Return when, as the words that a model names say; its own EDTF only where it is borne out."""
    own = any(d.period for d in within(around.dates, sentence.start, sentence.end))
    for stretch in _stretches(around, sentence, own=own):
        for words in _occurrences(suggestion.when or "", around.text, stretch):
            for dated in within(around.dates, words.start - LONG, words.stop):
                if dated.period and words.start < dated.end:
                    return dated.period
    period = _parsed(suggestion.period)
    return str(period) if period and not own and _is_borne_out(period, around) else None


def _parsed(period: str | None) -> Period | None:
    """Return the period of an EDTF text, None where it is none."""
    try:
        return periods.parse(period) if period else None
    except ValueError:
        return None


def _is_borne_out(period: Period, around: Around) -> bool:
    """Tell whether a period is one that the text names, or of the year of its publication."""
    named = [dated.period for dated in around.dates if dated.period]
    if around.published:
        named.append(str(around.published.year))
    return any(period.overlaps(periods.parse(one)) for one in named)


def _place(
    suggestion: Suggestion, around: Around, sentence: Sentence, number: Found
) -> tuple[str | None, str | None]:
    """Return where, with its country: the place that a model names if the text names it too."""
    named = within(around.places, sentence.start, sentence.end)
    own = any(placed.mention is not Mention.CONTEXT for placed in named)
    for stretch in _stretches(around, sentence, own=own):
        for words in _occurrences(suggestion.place or "", around.text, stretch):
            for placed in within(around.places, words.start - LONG, words.stop):
                if words.start < placed.end:
                    return placed.name, placed.country
            return around.text[words.start : words.stop], None
    ruled = place_of(around, sentence, number.start, number.end)
    return (ruled.name, ruled.country) if ruled else (None, None)


def _claimant(suggestion: Suggestion, around: Around, sentence: Sentence) -> str | None:
    """Return who says so, where the rules name nobody: a name of the paragraph.

    Whoever says something else in its sentence is not believed to say this too.
    """
    named = suggestion.claimant or ""
    stands_there = next(_occurrences(named, around.text, _paragraph(around, sentence)), None)
    if stands_there is None:
        return None
    spoken = within(around.said, sentence.start, sentence.end)
    says_else = any(named.strip() in said.claimant for said in spoken)
    return None if says_else else around.text[stands_there.start : stands_there.stop]

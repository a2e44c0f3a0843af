"""Who says it: the claimant of each stretch of a text, and the way it came to the page.

>>> from claims.extraction.sentences import sentences
>>> text = "Five people died, the ministry told Reuters."
>>> [(said.claimant, said.chain) for said in find(text, sentences(text))]
[('ministry', ('ministry', 'Reuters'))]
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claims.extraction.attribution import noun_phrases as phrases
from claims.extraction.attribution import saying, sourcing
from claims.extraction.attribution import speakers as words
from claims.extraction.attribution.attributed import Bounds, Part, Said
from claims.extraction.attribution.noun_phrases import Tokens
from claims.extraction.attribution.quotations import over_quotations
from claims.extraction.attribution.sourcing import ACCUSERS, UNNAMED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claims.extraction.sentences import Sentence

__all__ = ["ACCUSERS", "UNNAMED", "Said", "find", "governing"]

FRESH = 3
"""Sentences after which a pronoun no longer stands for the speaker last named."""
LINKS = 6
"""Names in the longest chain that is kept."""


RULES: Mapping[str, Callable[[Tokens, Bounds, int], Part | None]] = (
    dict.fromkeys(words.SAYING_VERBS, saying.saying)
    | dict.fromkeys(words.PARTICIPLES, saying.going_on)
    | dict.fromkeys(words.BELIEVED | words.ACCUSED, sourcing.participle)
    | dict.fromkeys(words.HEARSAY, sourcing.hearsay)
    | {
        "according": sourcing.according,
        "citing": sourcing.citing,
        "quoted": sourcing.quoted,
        "as": sourcing.as_reported,
        "by": sourcing.by_count,
        ":": sourcing.headline,
    }
)
"""The rule that each word starts."""


def find(text: str, sentences: Sequence[Sentence]) -> list[Said]:
    """Return every attribution of a text, in order."""
    tokens = Tokens.of(text)
    parts = _parts(tokens, sentences)
    _name(tokens, parts, sentences)
    found = [_said(tokens, part) for part in _joined(tokens, parts, sentences)]
    found.sort(key=lambda said: said.start)
    return over_quotations(text, found, sentences)


def governing(found: Sequence[Said], start: int, end: int) -> Said | None:
    """Return the attribution of words of the text: one that names somebody, the closest fit."""
    fits = [
        (said.passive, stop - begin, number)
        for number, said in enumerate(found)
        for begin, stop in said.covers
        if begin <= start and end <= stop
    ]
    return found[min(fits)[2]] if fits else None


def _parts(tokens: Tokens, sentences: Sequence[Sentence]) -> list[Part]:
    """Return what the rules read in each sentence."""
    found: list[Part] = []
    for number, sentence in enumerate(sentences):
        first = bisect_left(tokens.starts, sentence.start)
        bounds = Bounds(number, first, bisect_left(tokens.starts, sentence.end))
        done = -1
        for index in range(first, bounds.end):
            if tokens.words[index] in RULES and index > done:
                part = RULES[tokens.words[index]](tokens, bounds, index)
                if part is not None:
                    found.append(part)
                    done = part.last
    return found


def _name(tokens: Tokens, parts: list[Part], sentences: Sequence[Sentence]) -> None:
    """Give each part its claimant and chain; "it" and "the report" are the speaker before."""
    last, spoken = "", -FRESH - 1
    known: dict[str, str] = {}
    for part in parts:
        if part.label:
            part.chain = [part.label]
            continue
        speaker = phrases.origin(tokens, *part.speaker) if part.speaker else None
        who = phrases.named(tokens, *speaker) if speaker else ""
        if not who or who.lower() in words.PRONOUNS or _refers(who, last):
            fresh = part.sentence == spoken or (not part.same and part.sentence - spoken <= FRESH)
            who = last if last and fresh else _opening(tokens, part, sentences) or who
        elif speaker and tokens.words[speaker[0]] == "the":
            who = known.get(who.lower(), who)
        part.chain = [who] if who else []
        if part.relay:
            part.chain.append(phrases.named(tokens, *part.relay))
        if who and not part.cites:
            last, spoken = who, part.sentence
            known[who.lower().rpartition(" ")[2]] = who


def _refers(who: str, last: str) -> bool:
    """Tell whether "the report" is that of the body named before; a person makes none."""
    named = last.lower().split()
    body = len(named) == 1 or any(word in words.HEADS or word in words.OUTLETS for word in named)
    return who.lower() in words.REFERRING and body


def _opening(tokens: Tokens, part: Part, sentences: Sequence[Sentence]) -> str:
    """Return the name that the sentence, or the one before it, opens with."""
    for number in (part.sentence, part.sentence - 1) if part.same else (part.sentence - 1,):
        if number < 0:
            continue
        first = bisect_left(tokens.starts, sentences[number].start)
        last = first - 1
        while last + 1 < part.first and (
            tokens.is_capital(last + 1) or tokens.words[last + 1] in words.HEADS | words.ARTICLES
        ):
            last += 1
        if last >= first and phrases.speaks(tokens, first, last):
            who = phrases.named(tokens, first, last)
            if who.lower() not in words.OPENERS | words.PRONOUNS:
                return who
    return ""


def _joined(tokens: Tokens, parts: list[Part], sentences: Sequence[Sentence]) -> list[Part]:
    """Join what belongs together: "police said, the agency reported", "citing officials"."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if part.before and part.sentence:
            previous = sentences[part.sentence - 1]
            part.covers = [
                (
                    bisect_left(tokens.starts, previous.start),
                    bisect_left(tokens.starts, previous.end) - 1,
                )
            ]
        if before is not None and before.sentence == part.sentence and _joins(tokens, before, part):
            continue
        if before is not None and before.sentence == part.sentence:
            _share(tokens, before, part)
        found.append(part)
    return [part for part in found if part.covers and part.chain]


def _linked(origin: list[str], relays: list[str]) -> list[str]:
    """Return two parts of a chain as one, no name twice, no longer than a chain is."""
    return list(dict.fromkeys([*origin, *relays]))[:LINKS]


def _share(tokens: Tokens, before: Part, part: Part) -> None:
    """Part what two speakers of a sentence say: "Police said five died, but witnesses said ten"."""
    if part.passive or before.passive or not before.covers:
        return
    for index in range(part.first - 1, before.last, -1):
        if tokens.words[index] in {"but", "while", "and", "although", ";"}:
            before.covers = _cut(before.covers, index - 1)
            if part.trails:
                part.covers = [(index + 1, part.covers[0][1]), *part.covers[1:]]
            return
    if part.trails and not before.trails and part.covers:
        part.covers = [(max(before.last + 1, part.covers[0][0]), part.covers[0][1])]


def _cut(covers: list[tuple[int, int]], last: int) -> list[tuple[int, int]]:
    """Return stretches as far as a word."""
    return [(first, min(end, last)) for first, end in covers if first <= last]


def _joins(tokens: Tokens, before: Part, part: Part) -> bool:
    """Join a part to the one before it in its sentence, where one relays the other."""
    if before.cites or part.cites:
        source, relay = (before, part) if before.cites else (part, before)
        before.chain = _linked(source.chain, relay.chain)
        before.relay = None
        before.speaker, before.cites = source.speaker, False
        before.covers = _cut(relay.covers, part.first - 1) if part.cites else relay.covers
        before.label = relay.label
        before.first, before.last = min(before.first, part.first), max(before.last, part.last)
        return True
    gap = tokens.words[before.last + 1 : part.first]
    if before.trails and part.trails and gap in ([","], []):
        before.chain = _linked(before.chain, part.chain)
        before.last = part.last
        before.covers = before.covers[:1]
        return True
    if not before.trails and not part.trails and gap in ([], ["that"]) and part.speaker:
        part.chain = _linked(part.chain, before.chain)
    return False


def _said(tokens: Tokens, part: Part) -> Said:
    """Return a part with its places in the text."""
    covers = tuple(
        (tokens.starts[first], tokens.ends[last])
        for first, last in (_trimmed(tokens, part, *span) for span in part.covers)
        if first <= last
    )
    start, end = tokens.starts[part.first], tokens.ends[part.last]
    chain = tuple(dict.fromkeys(part.chain))
    return Said(start, end, covers, chain[0], chain, part.passive, part.denied)


def _trimmed(tokens: Tokens, part: Part, first: int, last: int) -> tuple[int, int]:
    """Return a stretch without the attributing words at its end and the marks at both."""
    if first < part.first <= last <= part.last + 1:
        last = part.first - 1
    while first <= last and tokens.words[first] in {",", ":", ";", "-", "–", "—", "that"}:
        first += 1
    while last >= first and tokens.words[last] in {",", ":", ";", "-", "–", "—"}:
        last -= 1
    return first, last

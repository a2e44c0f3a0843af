"""Verbs of saying: who says what in "X said that", "..., X said", "..., said X", "X told Y".

Each rule reads outward from a verb: back for the speaker, ahead for what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.attribution import noun_phrases as phrases
from claims.extraction.attribution import speakers as words
from claims.extraction.attribution.attributed import CLOSING, Bounds, Part

if TYPE_CHECKING:
    from claims.extraction.attribution.noun_phrases import Tokens

APPOSITION = 24
"""Words that a description between commas may have: "X, a spokesman for Y, said"."""
STATEMENT = 7
"""Words after a verb within which "in a statement carried by Y" is looked for."""
ADDED = 9
"""Words that add where or when something was said, at most."""
OPENER = 8
"""Words from which a sentence's opening is long enough to be what is said."""

_BETWEEN = words.ADVERBS | words.HAVING | words.DAYS
_OPENS_SPEECH = frozenset({"that", ":", '"', "“"})
_ENDS_CLAUSE = frozenset({".", ",", ";", "-", "–", "—", "(", ")", "!"})
_NO_SPEAKER = frozenset({"of", "by", "without", "in", "for"})
_ASIDE = (
    words.TIME_WORDS
    | words.ADVERBS
    | words.ARTICLES
    | frozenset(
        """
        on late early in statement statements at news conference press briefing interview by phone
        telephone of with video televised address message speech communique his her its their this
        written last post tweet online via through website
        """.split()
    )
)
"""Words of "on Tuesday", "in a statement" and the like after a verb."""


def saying(tokens: Tokens, bounds: Bounds, verb: int) -> Part | None:
    """Read "X said that ...", "..., X said", "..., said X", "X told Y"."""
    before = skip_back(tokens, bounds, verb - 1)
    word = bounds.word(tokens, before)
    if word in words.NEGATED:
        return None
    if word in words.BEING:
        return None
    if word in {"and", "but"}:
        return going_on(tokens, bounds, verb)
    speaker = subject(tokens, bounds, before)
    if speaker is None or not _may_say(tokens, verb, speaker):
        return _inverted(tokens, bounds, verb)
    return _spoken(tokens, bounds, verb, speaker)


def skip_back(tokens: Tokens, bounds: Bounds, index: int) -> int:
    """Return the word before a verb, adverbs and days between left out."""
    floor = max(bounds.first, index - 8)
    while index > floor:
        word = tokens.words[index]
        dated = word in {"on", "late", "early"} and tokens.words[index + 1] in words.DAYS
        if word == "statement" and tokens.words[index - 2] == "in":
            index -= 3
        elif dated or word in _BETWEEN or _is_adverb(tokens, index):
            index -= 1
        else:
            break
    return index


def _is_adverb(tokens: Tokens, index: int) -> bool:
    """Tell whether a word is an adverb by its ending: "angrily", not "tally" or "Italy"."""
    word = tokens.words[index]
    return word.endswith("ly") and word not in words.NO_ADVERB and not tokens.is_capital(index)


def subject(tokens: Tokens, bounds: Bounds, last: int) -> tuple[int, int] | None:
    """Return the name that ends at a word, or before the description that ends there."""
    if last < bounds.first:
        return None
    if tokens.words[last] in {"who", "which"}:
        last -= 1
    if bounds.word(tokens, last) == ",":
        opened = _comma_before(tokens, bounds, last)
        if opened is None or opened <= bounds.first:
            return None
        if not tokens.is_capital(opened - 1) and not _describes(tokens, opened + 1, last):
            return None
        return _described(tokens, bounds, opened - 1)
    first = phrases.back(tokens, last, bounds.first)
    return (first, last) if first <= last else None


def _described(tokens: Tokens, bounds: Bounds, last: int) -> tuple[int, int] | None:
    """Return the name before a description, or before the two: "X, the wing of Y, which ..."."""
    first = phrases.back(tokens, last, bounds.first)
    if bounds.word(tokens, first) in words.ARTICLES and bounds.word(tokens, first - 1) == ",":
        name = phrases.back(tokens, first - 2, bounds.first)
        if name <= first - 2 and phrases.speaks(tokens, name, first - 2):
            return name, first - 2
    return (first, last) if first <= last else None


def _comma_before(tokens: Tokens, bounds: Bounds, comma: int) -> int | None:
    """Return the comma that opens the description which a comma closes."""
    for index in range(comma - 1, max(bounds.first, comma - APPOSITION), -1):
        if tokens.words[index] == ",":
            return index
        if tokens.words[index] in {'"', "“", "”", ";"}:
            return None
    return None


def _describes(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether words between commas describe a speaker: "a spokesman for", "45", "who"."""
    if first >= end:
        return False
    opens, described = tokens.words[first], tokens.words[first:end]
    if opens.isdigit() or opens in words.ADVERBS:
        return True
    held = any(word in words.HEADS for word in described)
    if opens in words.ARTICLES or opens in {"who", "which", "whose"}:
        return held
    acts = any(word in words.BEING or word in words.HAVING for word in described)
    return held and not acts and opens not in words.STOPS


def _may_say(tokens: Tokens, verb: int, speaker: tuple[int, int]) -> bool:
    """Tell whether a verb has its saying sense: not "the attack claimed five lives"."""
    word, after = tokens.words[verb], tokens.words[verb + 1 : verb + 7]
    if tokens.words[speaker[1]] in words.ARTICLES | words.PREPOSITIONS or _is_other(word, after):
        return False
    opens = bool(after) and after[0] in _OPENS_SPEECH
    if word in words.NEED_THAT:
        made = tokens.words[speaker[1]] in words.RECORDS
        return made or (opens and phrases.speaks(tokens, *speaker))
    if opens or word in words.PLAIN_VERBS:
        return True
    if word in words.LIKE_NOUNS:
        return ends_in_speaker(tokens, speaker)
    return phrases.speaks(tokens, *speaker) or (tokens.upper and _is_short(tokens, speaker))


def _is_other(verb: str, after: list[str]) -> bool:
    """Tell whether a verb has another sense: "put up", "claimed lives", "dismissed two"."""
    if verb in words.COUNTED_AT:
        return "at" not in after
    if verb in words.CALLED_FALSE:
        return not words.FALSE & set(after)
    return verb in {"claimed", "claims"} and "lives" in after


def _is_short(tokens: Tokens, speaker: tuple[int, int]) -> bool:
    """Tell whether words in capitals are a bare name: "COPREFA", not "THE ATTACK"."""
    first, last = speaker
    return last <= first + 1 and not words.ARTICLES & set(tokens.words[first : last + 1])


def ends_in_speaker(tokens: Tokens, speaker: tuple[int, int]) -> bool:
    """Tell whether a name ends in a word for a speaker."""
    last = tokens.words[speaker[1]]
    return last in words.HEADS or last in words.OUTLETS or last in words.PRONOUNS


def _spoken(tokens: Tokens, bounds: Bounds, verb: int, speaker: tuple[int, int]) -> Part | None:
    """Read what a speaker before the verb says: after the verb, or before both."""
    last, relay = verb, None
    if tokens.words[verb] in {"told", "tell", "telling", "tells"}:
        last, relay = _hearer(tokens, bounds, verb)
    if relay is None:
        last, relay = _passed_on(tokens, bounds, last)
    rest = _skip_ahead(tokens, bounds, last + 1)
    covers: list[tuple[int, int]] = []
    said_before = _said_before(tokens, bounds, speaker[0])
    adds = said_before and _only_adds(tokens, bounds, rest)
    trails = said_before and (adds or _ends_clause(tokens, bounds, rest))
    if trails:
        covers.append((bounds.first, speaker[0] - 1))
        rest = bounds.end if adds else rest + (bounds.word(tokens, rest) == ",")
        if rest < bounds.end - 1 and tokens.words[rest] not in words.PARTICIPLES | {"citing"}:
            covers.append((rest, bounds.end - 1))
    elif last + 1 < bounds.end:
        covers.append((last + 1, bounds.end - 1))
    denied = tokens.words[verb] in words.DENYING
    return Part(
        bounds.number, speaker[0], last, covers, speaker, relay, denied=denied, trails=trails
    )


def _hearer(tokens: Tokens, bounds: Bounds, verb: int) -> tuple[int, tuple[int, int] | None]:
    """Return the last word of "told Y" and Y, where Y is one that passes it on."""
    index = verb + 1
    while index < min(bounds.end, verb + 8):
        word = tokens.words[index]
        named = tokens.is_capital(index) or word in words.OUTLETS | words.ARTICLES | words.HEARERS
        if not named and word not in {"'s", "of", "state", "private", "local"} | words.HEADS:
            break
        index += 1
    heard = tokens.words[verb + 1 : index]
    outlets = words.OUTLETS & set(heard) - {"press", "media", "news"}
    relays = bool(outlets) and not words.HEARERS & set(heard)
    return max(verb, index - 1), (verb + 1, index - 1) if relays else None


def _passed_on(tokens: Tokens, bounds: Bounds, last: int) -> tuple[int, tuple[int, int] | None]:
    """Read "in a statement carried by Y" and "in an interview with Y" after a verb."""
    for index in range(last + 1, min(last + STATEMENT, bounds.end - 2)):
        if tokens.words[index] not in words.RECORDS:
            continue
        start = index + 1 + (tokens.words[index + 1] in words.ISSUED)
        if tokens.words[start] in {"by", "to", "with"}:
            end = phrases.ahead(tokens, start + 1, bounds.end)
            heard = set(tokens.words[start + 1 : end + 1])
            if heard & words.OUTLETS:
                return end, (start + 1, end)
    return last, None


def _skip_ahead(tokens: Tokens, bounds: Bounds, index: int) -> int:
    """Return the first word after "on Tuesday" or "in a statement"."""
    while index < bounds.end and tokens.words[index] in _ASIDE:
        index += 1
    return index


def _ends_clause(tokens: Tokens, bounds: Bounds, index: int) -> bool:
    """Tell whether nothing more is said at a word: the sentence or clause ends there."""
    return (
        index >= bounds.end
        or tokens.words[index] in _ENDS_CLAUSE
        or tokens.words[index] in words.PARTICIPLES
        or tokens.words[index] == "citing"
    )


def _only_adds(tokens: Tokens, bounds: Bounds, index: int) -> bool:
    """Tell whether the end only adds where or when it was said: "the mayor said at the scene"."""
    return bounds.word(tokens, index) in words.ADDING and bounds.end - index <= ADDED


def _said_before(tokens: Tokens, bounds: Bounds, first: int) -> bool:
    """Tell whether what is said stands before a speaker: after a comma, a quotation, a dash."""
    length = first - bounds.first
    if length <= 1 or tokens.words[first - 1] not in CLOSING:
        return False
    return tokens.words[bounds.first] not in words.OPENERS or length >= OPENER


def _inverted(tokens: Tokens, bounds: Bounds, verb: int) -> Part | None:
    """Read "..., said X", or else "X, of the ministry, said ..."."""
    mark = bounds.word(tokens, verb - 1)
    last = phrases.ahead(tokens, verb + 1, bounds.end)
    denied = tokens.words[verb] in words.DENYING
    pronoun = bounds.word(tokens, verb + 1) in words.PRONOUNS
    if mark not in CLOSING or (mark == "," and pronoun) or not _names(tokens, verb + 1, last):
        return _opened(tokens, bounds, verb) if mark == "," else None
    covers = [(bounds.first, verb - 1)]
    return Part(bounds.number, verb, last, covers, (verb + 1, last), denied=denied, trails=True)


def _names(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether words name a speaker."""
    return first <= last and phrases.speaks(tokens, first, last)


def _opened(tokens: Tokens, bounds: Bounds, verb: int) -> Part | None:
    """Read "Omar Diaz of the ministry, said ...": the sentence opens with the speaker."""
    last = bounds.first - 1
    while last + 1 < min(verb, bounds.first + phrases.LONGEST) and tokens.is_capital(last + 1):
        last += 1
    spoken = verb + 1 < bounds.end and tokens.words[verb + 1] not in CLOSING
    if last <= bounds.first or not spoken or verb - last > APPOSITION:
        return None
    covers = [(verb + 1, bounds.end - 1)]
    return Part(bounds.number, bounds.first, verb, covers, (bounds.first, last))


def going_on(tokens: Tokens, bounds: Bounds, verb: int) -> Part | None:
    """Read "... and said ..." and "..., adding that ...": the speaker is the same."""
    before, word = bounds.word(tokens, verb - 1), tokens.words[verb]
    if verb + 1 >= bounds.end or before in words.NEGATED or before in _NO_SPEAKER:
        return None
    if word in {"told", "tell"} and bounds.word(tokens, verb + 1) == "that":
        return None
    covers = [(verb + 1, bounds.end - 1)]
    return Part(bounds.number, verb, verb, covers, same=True, denied=word in words.DENYING)

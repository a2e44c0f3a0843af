"""Figures of none: `no casualties`, `not one of its pilots was lost`, `nil hurt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.destinations import moved
from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import WORDS, is_person, told_at
from claims.extraction.events.predicates import after, ahead
from claims.extraction.events.quantified import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extraction.events.words import Words

HARM_NOUNS = {
    "casualties": What.CASUALTIES,
    "casualty": What.CASUALTIES,
    "victims": What.CASUALTIES,
    "losses": What.CASUALTIES,
    "injuries": What.WOUNDED,
    "injury": What.WOUNDED,
    "deaths": What.KILLED,
    "death": What.KILLED,
    "fatalities": What.KILLED,
    "fatality": What.KILLED,
    "arrests": What.DETAINED,
    "arrest": What.DETAINED,
    "abductions": What.KIDNAPPED,
    "abduction": What.KIDNAPPED,
    "kidnapping": What.KIDNAPPED,
    "kidnappings": What.KIDNAPPED,
    "attacks": What.ATTACKS,
    "violations": What.ATTACKS,
    "survivors": What.RESCUED,
}
"""Nouns with which “no” tells a figure of none."""
NONE = ("not one", "not a single", "nil", "none", "not even one", "not a soul")
"""Words that begin a figure of none and need a verb; the words “no one” are told by implied."""
LOSSES = {"life": What.KILLED, "lives": What.KILLED, "livestock": What.OTHER, "cattle": What.OTHER}
"""What is lost, by the kind that its loss is."""
NO = frozenset("no without zero nil any".split())
NOUNS = 3
"""Words of the thing of which there is none, at most."""

Nobody = tuple[int, int, What, int]
"""A figure of none: the numbers of its first word and of the word after it, its kind, its cue."""


def nobody(words: Words) -> Iterator[Nobody]:
    """Yield the figures of none in a sentence, but for “no one was hurt”."""
    for place, word in enumerate(words.lower):
        if word in NO:
            yield from _no_harm(words, place)
        if word in {"not", "nil", "none"}:
            yield from _none(words, place)
        if word == "no":
            yield from _no_people(words, place)


def _no_harm(words: Words, place: int) -> Iterator[Nobody]:
    """Yield a figure of none that a noun tells: `no casualties`, `without loss of life`."""
    if words.lower[place + 1 : place + 3] == ["loss", "of"]:
        what = LOSSES.get(words.at(place + 3))
        if what is not None:
            yield place, place + 4, what, place
    elif words.at(place + 1) in HARM_NOUNS and words.lower[place] not in {"zero", "any"}:
        yield place, place + 2, HARM_NOUNS[words.at(place + 1)], place


def _no_people(words: Words, place: int) -> Iterator[Nobody]:
    """Yield a figure of none of several people: `no soldiers were killed`."""
    joined, noun = place + 1, ""
    while joined < min(len(words), place + 1 + NOUNS) and _is_noun(words, joined):
        noun = words.lower[joined]
        joined += 1
    if not is_person(noun) or not noun.endswith(("s", "men", "people")):
        return
    told = after(words, Phrase(place, place + 1, noun, joined, None, partitive=False), set())
    if told:
        yield place, joined, told[1], told[2]


def _none(words: Words, place: int) -> Iterator[Nobody]:
    """Yield a figure of none that a verb tells: `not one of its pilots was lost`."""
    begun = next((one for one in NONE if _stands(words, place, one)), None)
    if begun is None or (begun == "none" and not _is_of_them(words, place)):
        return
    joined = first = place + len(begun.split())
    noun = ""
    if words.at(joined) == "of":
        first = joined = joined + 1 + (words.at(joined + 1) in {"the", "its", "their", "our"})
    while joined < min(len(words), first + NOUNS) and _is_noun(words, joined):
        noun = words.lower[joined]
        joined += 1
    phrase = Phrase(place, first, noun, joined, None, partitive=False)
    counts = WORDS.get(f"{noun}s", {}).get(Form.COUNTED) or WORDS.get(noun, {}).get(Form.COUNTED)
    told = after(words, phrase, set()) or moved(words, phrase)
    if begun == "none" and _is_hurt_before(words, place):
        yield place, joined, What.WOUNDED, place
    elif counts in {What.WEAPONS, What.OTHER} and (told or counts is What.WEAPONS):
        yield place, joined, counts, place
    elif told:
        yield place, joined, told[1], told[2]


def _is_of_them(words: Words, place: int) -> bool:
    """Tell whether “none” is of people before: `none of whom`, `none seriously`."""
    following = words.at(place + 1)
    return following == "seriously" or (
        following == "of" and words.at(place + 2) in {"whom", "them"}
    )


def _stands(words: Words, place: int, several: str) -> bool:
    wanted = several.split()
    return words.lower[place : place + len(wanted)] == wanted


def _is_noun(words: Words, place: int) -> bool:
    """Tell whether a word may belong to the noun: it tells nothing of its own."""
    word = words.lower[place]
    helping = word in {"was", "were", "has", "have", "had", "is", "are", "of", "whom", "in", "on"}
    return word.isalpha() and not helping and not (told_at(words, place).keys() - {Form.COUNTED})


def _is_hurt_before(words: Words, place: int) -> bool:
    """Tell whether “none seriously” follows people who were hurt."""
    return words.at(place + 1) == "seriously" and ahead(
        words, place - 12, frozenset("hurt injured wounded".split())
    )

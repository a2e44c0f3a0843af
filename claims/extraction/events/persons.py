"""The words that name one person, or nobody: `a mayor`, `its conductor`, `no one`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.lexicon import ROLES, THINGS, is_person

if TYPE_CHECKING:
    from claims.extraction.events.words import Words

ONE_IS = frozenset("was is being be been gets got".split())
HAS = frozenset("has had having".split())
ARTICLES = frozenset("a an".split())
DEFINITE = frozenset("the his her their its another this that former".split())
HARD = frozenset(
    ', . ; : ( ) " “ ” and or but that which whom when while where after before because since '
    "until said says told reported if though although as than".split()
)
"""Words and marks that a subject does not reach over."""
BOUNDARY = HARD | frozenset(
    "[ ] - – — who in on at by for from with without near during into under over against through "
    "to of off outside inside behind along across aged yesterday today last this also only am pm "
    "early late tonight according is was were are be been being has have had will would could "
    "may might must should can who alive dead captive hostage among out".split()
)
"""Words that end the phrase of one person."""
NOBODY = frozenset("no none nobody neither few many several some all most both these those".split())
OWN = frozenset("his her their my its our".split())
RELATIVES = frozenset(
    "wife husband son daughter brother sister mother father cousin uncle aunt nephew niece "
    "grandmother grandfather grandson granddaughter driver bodyguard colleague neighbour neighbor "
    "friend fiancée fiancé companion interpreter guard child baby twin stepson stepdaughter "
    "girlfriend boyfriend partner mother-in-law widow".split()
)
"""Who is one person after “his” or “her”."""
AGES = frozenset("year-old month-old week-old day-old".split())
ADJECTIVAL = frozenset(
    "rebel terrorist insurgent guerrilla militant jihadist police hostage captive civilian".split()
)
"""Roles that stand before other nouns too: `the rebel movement`."""
BELIEVED = frozenset("reported confirmed declared".split())
"""Words between “was” and what became of a person: `was reported missing`."""
SHORTEST = 2
"""Letters of a name, at least."""
ADDED = 16
"""Words between two commas that add something about a person, at most."""
ADVERBS = 4
"""Words between “was” and what was done, at most."""
LONGEST = 7
"""Words of the phrase for one person, at most."""
LIFELESS = frozenset(
    "house home building car vehicle bus truck attack operation plan bridge office bill project "
    "proposal order case law program economy it this which bomb plane helicopter aircraft town "
    "village city weapon ship boat agreement talks process strike violence investigation amount "
    "number total charge decision crime murder killing death action incident information rest "
    "time day year life name hand door city home body head face right reason way sentence "
    "penalty toll squad threat row battle fire people family couple group crowd team crew class "
    "copy ceremony meeting clock tower power order letter river water weather corner number "
    "paper computer counter quarter matter manner border chamber sector factor error "
    "mirror motor tractor reactor pair handful series majority minority party government her "
    "other another after under over never however later earlier rather former latter together "
    "whether either neither consumer user number buyer layer computer player winner".split()
)
"""Nouns that are no victim."""
SUFFIXES = ("er", "or", "man", "woman", "ist", "ian", "girl", "boy")
"""Endings of nouns for one person."""


def subject(words: Words, after: int) -> tuple[int, int]:
    """Return the phrase before a verb: over “who”, over what a pair of commas adds.

    It begins where the clause does and ends at the first word that adds to it: "a man in his
    forties was" is "a man".
    """
    if words.at(after - 1) in {"who", "also"}:
        after -= 1
    who = _who(words, after)
    if who is not None:
        after = who
    if words.at(after - 1) == ",":
        opened = after - 2
        while opened > max(0, after - ADDED) and words.at(opened) != ",":
            opened -= 1
        after = opened if words.at(opened) == "," else after - 1
    first = after
    while first > max(0, after - ADDED) and words.at(first - 1) not in HARD:
        first -= 1
    while first < after and (words.at(first) in BOUNDARY or words.at(first) == "them"):
        first += 1
    return first, min(forth(words, first), after)


def _who(words: Words, after: int) -> int | None:
    """Return where “who” opens a clause about a person before a verb, if one does."""
    for place in range(after - 1, max(0, after - ADDED), -1):
        if words.at(place) in {",", ".", ";", ":", "and", "said"}:
            return None
        if words.at(place) == "who":
            return place if words.at(place - 2) in ARTICLES else None
    return None


def helper(words: Words, place: int) -> int | None:
    """Return where “was”, “has been” begins before a participle, None where none is near."""
    for step in range(1, ADVERBS + 1):
        word = words.at(place - step)
        if word in ONE_IS:
            start = place - step
            return start - 1 if words.at(start - 1) in HAS else start
        if not word.isalpha() or (word in BOUNDARY and word not in BELIEVED):
            return None
    return None


def back(words: Words, after: int) -> int:
    """Return where the phrase that ends here begins."""
    first = after
    while first > max(0, after - LONGEST) and words.at(first - 1) not in BOUNDARY:
        first -= 1
    return first


def forth(words: Words, first: int) -> int:
    """Return where the phrase that begins here ends; an age is within it: `a 12-year-old boy`."""
    after = first
    while after < min(len(words), first + LONGEST) and (
        words.at(after) not in BOUNDARY or words.at(after + 1) in AGES
    ):
        after += 1
    return after


def number(words: Words, first: int, after: int, *, strict: bool = False) -> int | None:
    """Return how many a phrase names: 1 by an article, a role or a name, 0 for nobody.

    `strict` is for verbs that things have done to them too: only known people then.
    """
    phrase = words.lower[first:after]
    if not phrase:
        return None
    last = head(phrase)
    none = phrase[0] in {"nobody", "none"} or phrase[:2] == ["no", "one"]
    if none or (phrase[0] == "no" and is_person(last)):
        return 0
    if NOBODY.intersection(phrase) or _is_lifeless(last):
        return None
    role = any(word in ROLES and word not in ADJECTIVAL for word in phrase) or last in ROLES
    if role or (phrase[0] in OWN | ARTICLES and is_one_person(last)):
        return 1
    named = phrase[0] not in DEFINITE | OWN and _is_name(words, first, after)
    return 1 if not strict and (phrase[0] in ARTICLES or named) else None


def is_one_person(noun: str) -> bool:
    """Tell whether a noun names one person: `farmer`, `gunrunner`, `schoolgirl`."""
    if noun in ROLES or noun in RELATIVES:
        return True
    return noun not in LIFELESS and noun not in THINGS and noun.endswith(SUFFIXES)


def _is_lifeless(noun: str) -> bool:
    """Tell whether a noun is no one person: a thing, several, or no noun at all."""
    if not noun[0].isalpha() or len(noun) < SHORTEST or noun in LIFELESS or noun in THINGS:
        return True
    return _is_plural(noun) and noun not in ROLES


def head(phrase: list[str]) -> str:
    """Return the last word of a phrase, without a possessive ending."""
    return phrase[-1].removesuffix("'s").removesuffix("’s")


def _is_plural(noun: str) -> bool:
    several = noun.endswith("s") and not noun.endswith("ss")
    return several or noun in {"men", "women", "people"}


def _is_name(words: Words, first: int, after: int) -> bool:
    """Tell whether a phrase is a name of two or more words that start with a capital."""
    written = words.as_written[first:after]
    return len(written) > 1 and all(word[0].isupper() for word in written)

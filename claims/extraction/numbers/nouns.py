"""The thing counted: the noun phrase behind a number, in the singular."""

from __future__ import annotations

import re

_WORD = re.compile(
    r"(?:[ \t]|\s(?=\w)|[-\u2010\u2011](?=\w))([^\W\d_][^\W_]*(?:['’&][^\W\d_]+|\.[^\W\d_]\.?)*)"
)
_STOPS = frozenset(
    "a about above according across after against ago ahead alone along alongside also although "
    "am amid among an and another any apart apiece are around as at away back be because been "
    "before behind being below beneath beside between beyond billion both but by came can "
    "combined could despite did do does down dozen due during each earlier eight eighty either "
    "eleven else ever every except far fifty five for forty four friday from gave get go going "
    "got had has have he hence her here high higher his how however hundred i if in including "
    "inside instead into is it its itself just last later least left less like long lower made "
    "may me might million mine monday more most much must my near nearly neither never next "
    "nine ninety nor not now of off often on once one only onto or our out outside over overall "
    "own past per quite rather really said saturday say saying says see seen seven seventy "
    "shall she should since six sixty so still such sunday ten than that the their them "
    "themselves then there these they thirty this those though thousand three through "
    "throughout thursday till to today together tomorrow too took total toward towards tuesday "
    "twelve twenty two under unless until up upon us via was we wednesday well went were what "
    "when where whether which while who whom whose why will with within without would yesterday "
    "yet you your".split()
)
"""Words that no noun phrase runs across."""
LEADING = frozenset(
    "more other further additional such of the these those his her its their our my your".split()
)
"""Words that a number and its noun may stand around: five *more* people, half *of the* men."""
PEOPLE = frozenset(
    "people men women children soldiers civilians troops police officers policemen civilian "
    "peasants guerrillas rebels militants fighters protesters demonstrators victims dead killed "
    "wounded injured others persons students workers members bodies deaths hostages "
    "prisoners".split()
)
"""Words that follow a number of people."""
_UNCHANGED = (
    "people series species aircraft spacecraft sheep fish police personnel staff cattle crew "
    "troops dead"
).split()
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "persons:people men:man women:woman children:child feet:foot teeth:tooth mice:mouse "
        "wives:wife lives:life knives:knife wolves:wolf leaves:leaf thieves:thief halves:half "
        "movies:movie cookies:cookie rookies:rookie calories:calorie zombies:zombie "
        "criteria:criterion media:medium bacteria:bacterium analyses:analysis crises:crisis "
        "ties:tie buses:bus viruses:virus campuses:campus bonuses:bonus statuses:status"
    ).split()
) | dict(zip(_UNCHANGED, _UNCHANGED, strict=True))
"""Plurals that no rule gives, and words that are the same for one and many."""
_NOT_MEN = frozenset("regimen specimen abdomen omen acumen semen".split())
_NO_PLURAL = ("ss", "us", "is")
_ES = re.compile(r"(?:[sx]s|ch|sh|x|z)es$")
_NO_HEAD = ("ed", "ing", "ly")
_LONGEST, _LONGEST_SHOWN, _SURE = 5, 3, 2
"""Words of a phrase: looked at, shown, and believed where none is a plural."""
_SHORTEST_PLURAL = 4


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural: `attacks`, `people`."""
    if word in _IRREGULAR or (word.endswith("men") and word not in _NOT_MEN):
        return True
    return len(word) >= _SHORTEST_PLURAL and word[-1] == "s" and not word.endswith(_NO_PLURAL)


def singular(word: str) -> str:
    """Return the singular of a lower-case plural: `parties` to `party`, `men` to `man`."""
    if known := _IRREGULAR.get(word):
        return known
    if len(word) <= _SHORTEST_PLURAL or not is_plural(word):
        return word[:-1] if is_plural(word) else word
    if word.endswith("men"):
        return f"{word[:-2]}an"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if _ES.search(word) else word[:-1]


def plural_after(lower: str, place: int) -> str:
    """Return the noun phrase at a place where it is a plural, its head in the singular, else ""."""
    phrase, is_many = _phrase(lower, place, plural=True)
    return phrase if is_many else ""


def phrase_after(lower: str, place: int, *, plural: bool) -> str:
    """Return the noun phrase that starts at a place, its last word in the singular, else "".

    `plural` says whether the number wants a plural: "22 goals", but "one goal".
    """
    return _phrase(lower, place, plural=plural)[0]


def _phrase(lower: str, place: int, *, plural: bool) -> tuple[str, bool]:
    """Return the noun phrase at a place, and whether its head is a plural."""
    words: list[str] = []
    while len(words) < _LONGEST and (match := _WORD.match(lower, place)):
        word, is_joined = match[1], lower[place] in "-\u2010\u2011"
        place = match.end()
        if not words and word in LEADING:
            continue
        if word in _STOPS:
            break
        if is_joined and words:
            words[-1] = f"{words[-1]}-{word}"
        else:
            words.append(word)
        if plural and is_plural(word) and lower[place : place + 1] != "-":
            return " ".join([*words[:-1], singular(words[-1])]), True
        if lower[place : place + 1] in {"'", "’"}:
            break
    return _without_verbs(words, plural=plural), False


def _without_verbs(words: list[str], *, plural: bool) -> str:
    """Return a run of words that holds no plural as a phrase, without the verb that it ends in."""
    while words and words[-1].endswith(_NO_HEAD):
        words = words[:-1]
    if plural and len(words) > _SURE:
        return ""
    if not plural and len(words) > 1 and is_plural(words[-1]):
        words = words[:-1]
    return " ".join(words[:_LONGEST_SHOWN])

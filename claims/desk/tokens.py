"""Words made comparable: `Iran’s`, `Iranian` and `Iran` are one, and so are `TV` and `television`.

>>> sorted(tokens("Iran’s state TV"))
['iran', 'state', 'television']
>>> sorted(tokens("the protests of U.S. soldiers in Khūzestān"))
['khuzestan', 'protest', 'soldier', 'usa']
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]{1,60}")
US = re.compile(r"\bU\.\s?S\.(?:A\.)?|\bUSA?\b|\bUnited States(?: of America)?\b")
"""The country, never the pronoun."""
POSSESSIVE = re.compile(r"[’'`]s?\b")
SAME = {
    "america": "usa",
    "american": "usa",
    "americans": "usa",
    "tv": "television",
    "televised": "television",
    "govt": "government",
    "dept": "department",
    "isis": "daesh",
    "isil": "daesh",
    "un": "unitednations",
    "deputies": "deputy",
    "ministries": "ministry",
    "agencies": "agency",
}
"""Words that mean one thing."""
NATIONS = re.compile(r"(?<=[a-z]{4})(?:ians?|is?)$")
"""What makes a nation of a country: Iran-ian, Iraq-i."""
LONG_ENOUGH = 4
EMPTY = frozenset(
    "a an the of in on at by to for from with and or as its their his her it is are was were be "
    "been has have had that this these those who which than us people person persons unnamed "
    "date year years month day since during until s".split()
)
"""Words that tell nothing apart."""
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


def tokens(text: str) -> frozenset[str]:
    """Return the words of a text that tell it apart, made comparable; no months, no numbers."""
    return frozenset(in_order(text))


def in_order(text: str) -> list[str]:
    """Return the same words in their order."""
    plain = POSSESSIVE.sub("", US.sub(" USA ", text))
    found = (_root(word) for word in WORD.findall(_folded(plain)))
    return [word for word in found if word not in EMPTY | MONTHS and not word.isdigit()]


def folded(text: str) -> str:
    """Return a text without accents and capitals, its words one blank apart."""
    return " ".join(WORD.findall(_folded(POSSESSIVE.sub("", text))))


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=20_000)
def _root(word: str) -> str:
    """Return a word without its plural and without what makes a nation of a country."""
    word = SAME.get(word, word)
    if len(word) > LONG_ENOUGH and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif len(word) >= LONG_ENOUGH and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    word = NATIONS.sub("", word) if len(word) > LONG_ENOUGH else word
    return SAME.get(word, word)

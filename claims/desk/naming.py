"""Which party words mean: exactly a name or alias, or so many of its words that no doubt is left.

“Iran’s state TV” is Iranian state television; “officials” alone is nobody on record.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from claims.desk.tokens import folded, tokens
from claims.vocabulary import PartyKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.records import Party

ENOUGH = 0.7
"""Share of the weight of the words that must be in both, of either."""
TITLES = tokens(
    "president minister prime king queen prince ambassador senator congressman governor mayor "
    "general colonel major captain admiral sheikh ayatollah cleric leader secretary chief deputy "
    "director head commander judge chancellor premier mr mrs ms dr former then acting senior top "
    "spokesman spokeswoman spokesperson foreign defense defence vice supreme interior "
    "Iraqi Iranian American US"
)
"""Words that may stand before the name of a person: US President Joe Biden."""
GENERIC = tokens("international agency organisation organization")
"""Words of a name that are left out in speech: Amnesty said."""
SPEAKING = tokens("statement statements report reports spokesman spokeswoman spokesperson figures")
"""Words for what a party says or who says it for the party: a ministry spokesman."""


def named(words: str, parties: Sequence[Party]) -> list[tuple[float, Party]]:
    """Return the parties that words may mean, each with a score up to 1, the best first."""
    asked = tokens(words) - SPEAKING or tokens(words)
    exact = folded(words)
    if not exact:
        return []
    weights = _weights(parties)
    found = [
        (max(_score(exact, asked, name, party, weights) for name in names_of(party)), party)
        for party in parties
    ]
    good = [(score, party) for score, party in found if score >= ENOUGH]
    good.sort(key=lambda one: (-one[0], one[1].id))
    return _sure(good)


def names_of(party: Party) -> tuple[str, ...]:
    """Return every spelling of a party."""
    return (party.name, *party.aliases)


def _sure(found: list[tuple[float, Party]]) -> list[tuple[float, Party]]:
    """Drop those that are beside an exact name only near it."""
    if found and found[0][0] >= 1:
        return [one for one in found if one[0] >= 1]
    return found


def _weights(parties: Iterable[Party]) -> dict[str, float]:
    """Return the weight of each word of a name: the fewer parties have it, the more."""
    every = [tokens(" ".join(names_of(party))) for party in parties]
    found = Counter(word for words in every for word in words)
    return {word: log(1 + len(every) / n) for word, n in found.items()}


def _score(
    exact: str, asked: frozenset[str], name: str, party: Party, weights: dict[str, float]
) -> float:
    """Return how far words mean one spelling of a party: 1 where they are that spelling."""
    if folded(name) == exact:
        return 1.0
    spelt = tokens(name)
    common = asked & spelt
    if party.kind is PartyKind.PERSON:
        return _score_of_person(asked, name, spelt)
    if not common:
        return 0.0
    unknown = max(weights.values())
    if asked == spelt - GENERIC and min(weights.get(word, 0) for word in asked) == unknown:
        return ENOUGH
    shared = sum(weights.get(word, unknown) for word in common)
    every = (sum(weights.get(word, unknown) for word in one) for one in (asked, spelt))
    return min(0.99, shared / max(every))


def _score_of_person(asked: frozenset[str], name: str, spelt: frozenset[str]) -> float:
    """A person is meant by the whole name, or by the last name with nothing but titles."""
    last = tokens(name.rsplit(maxsplit=1)[-1].rpartition("-")[2])
    if not last or not last <= asked:
        return 0.0
    return 0.0 if asked - spelt - TITLES else 0.9

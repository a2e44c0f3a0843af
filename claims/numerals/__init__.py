"""Numbers in words: a wording to a hedge and bounds, and back.

`find` reads what a quote states; `say` writes a quantity the way we would print it.
The two are held together by a property test: what we say, we read back the same.

    >>> [(s.hedge.value, s.value) for s in find("At least five people have been killed")]
    [('at least', 5)]
    >>> from claims.quantities import Quantity
    >>> from claims.hedges import Hedge
    >>> say(Quantity.of("Sedikitnya tiga", Hedge.AT_LEAST, 3, "deaths"))
    'at least three'
"""

from claims.numerals.finding import LENGTHS, Stated, find, parse, stated
from claims.numerals.saying import counted, say, spell
from claims.numerals.values import number
from claims.numerals.words import AFTER, HEDGE_OF, SIGNS

__all__ = [
    "AFTER",
    "HEDGE_OF",
    "LENGTHS",
    "SIGNS",
    "Stated",
    "counted",
    "find",
    "number",
    "parse",
    "say",
    "spell",
    "stated",
]

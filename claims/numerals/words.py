"""The words of numbers: spelled numbers, scales, signs of money, and the wordings of hedges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.hedges import HEDGES, Hedge, Number

if TYPE_CHECKING:
    from collections.abc import Mapping

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
WORDS = (
    {word: n for n, word in enumerate(ONES)}
    | {word: n * 10 for n, word in enumerate(TENS, 2)}
    | SCALES
)
PARTS = {
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
"""Into how many parts a share divides: a third, two-fifths."""
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6} | {
    letters: value
    for value, several in {10**9: "b bn", 10**12: "tn trn"}.items()
    for letters in several.split()
}
"""Scales that stand right behind their digits: 2.5bn, £3m."""

FOREIGN_HEDGES = {
    "al menos": Hedge.AT_LEAST,
    "au moins": Hedge.AT_LEAST,
    "sedikitnya": Hedge.AT_LEAST,
    "setidaknya": Hedge.AT_LEAST,
    "على الأقل": Hedge.AT_LEAST,
}
"""Hedges of the other languages that the records quote."""

FOREIGN_NUMBERS = {
    word: n
    for words in (
        "uno dos tres cuatro cinco seis siete ocho nueve diez",
        "un deux trois quatre cinq six sept huit neuf dix",
        "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
        "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
    )
    for n, word in enumerate(words.split(), 1)
    if word not in WORDS
}
"""One to ten in Spanish, French, Indonesian and Arabic, where the spelling is not English too."""

ALSO_ENGLISH = frozenset({"un", "uno", "dos", "dix", "sept", "lima", "dua"})
"""Foreign numbers that English text prints for other things (UN, Fort Dix, Sept, Lima)."""

VALUES: Mapping[str, Number] = FOREIGN_NUMBERS | WORDS | {"half": 0.5}

HEDGE_OF = {w: hedge for hedge, rule in HEDGES.items() for w in rule.wordings if w} | FOREIGN_HEDGES
"""The hedge that each wording before a number means."""

AFTER = {
    "or more": Hedge.AT_LEAST,
    "or above": Hedge.AT_LEAST,
    "or higher": Hedge.AT_LEAST,
    "or over": Hedge.AT_LEAST,
    "and above": Hedge.AT_LEAST,
    "and counting": Hedge.AT_LEAST,
    "plus": Hedge.AT_LEAST,
    "at least": Hedge.AT_LEAST,
    "at the least": Hedge.AT_LEAST,
    "at the very least": Hedge.AT_LEAST,
    "at a minimum": Hedge.AT_LEAST,
    "or so": Hedge.ABOUT,
    "or thereabouts": Hedge.ABOUT,
    "odd": Hedge.ABOUT,
    "or fewer": Hedge.AT_MOST,
    "or less": Hedge.AT_MOST,
    "or under": Hedge.AT_MOST,
    "at most": Hedge.AT_MOST,
    "at the most": Hedge.AT_MOST,
    "at a maximum": Hedge.AT_MOST,
    "tops": Hedge.AT_MOST,
}
"""Hedges that follow their number."""

ATTACHED = {
    "~": Hedge.ABOUT,
    "\u2248": Hedge.ABOUT,
    ">": Hedge.MORE_THAN,
    "<": Hedge.FEWER_THAN,
    "\u2265": Hedge.AT_LEAST,
    "\u2264": Hedge.AT_MOST,
    "sub-": Hedge.FEWER_THAN,
}
"""Signs and prefixes that stand right before their number and hedge it."""

FILLERS = frozenset(
    {
        ("the",),
        ("a", "total", "of"),
        ("another",),
        ("a",),
        ("an",),
        ("his",),
        ("her",),
        ("its",),
        ("their",),
        ("a", "further"),
        ("a", "combined"),
        ("an", "additional"),
        ("a", "record"),
        ("as", "many", "as"),
        ("somewhere",),
    }
)
"""Words between a hedge and its number: at least *another* five."""

SIGNS = {
    "us$": "dollar",
    "$us": "dollar",
    "$": "dollar",
    "usd": "dollar",
    "a$": "australian dollar",
    "$a": "australian dollar",
    "au$": "australian dollar",
    "aud": "australian dollar",
    "c$": "canadian dollar",
    "$c": "canadian dollar",
    "ca$": "canadian dollar",
    "cad": "canadian dollar",
    "nz$": "new zealand dollar",
    "nzd": "new zealand dollar",
    "hk$": "hong kong dollar",
    "s$": "singapore dollar",
    "€": "euro",
    "eur": "euro",
    "£": "pound sterling",
    "gbp": "pound sterling",
    "ps": "pound sterling",
    "¥": "japanese yen",
    "y=": "japanese yen",
    "jpy": "japanese yen",
    "cny": "chinese yuan",
    "rmb": "chinese yuan",
    "₹": "indian rupee",
    "rs": "indian rupee",
    "rs.": "indian rupee",
    "inr": "indian rupee",
    "₽": "russian ruble",
    "₪": "israeli shekel",
    "₺": "turkish lira",
    "₴": "ukrainian hryvnia",
    "₦": "nigerian naira",
    "₩": "south korean won",
    "chf": "swiss franc",
    "rm": "malaysian ringgit",
    "r$": "brazilian real",
}
"""Signs and codes of money that stand before a number, and the money they mean."""

JOINED = (
    "km/h kmh kph mph km m kg mg g mcg µg μg cm mm nm µm μm ml cl l ft in lb lbs oz kw kwh mw mwh "
    "gw gwh w kv mah ah hz khz mhz ghz gb mb kb tb gbps mbps db ppm ppb bps bp p fps sq sqm ha "
    "tons mt hp bhp cc rpm hr hrs min mins sec secs ms gpa mpa kpa pa psi ev kj kcal cal mpg nm px "
    "mmbtu mp nits pc pct"
).split()
"""Units that a number is printed joined to: 80km/h, 5kg."""

MEASURED = (
    "miles mile kilometres kilometers metres meters yards feet inches acres hectares "
    "square points point "
    "percent years year months month weeks week days day hours hour minutes minute seconds degrees "
    "degree cents cent dollars euros pounds pence rupees yen tonnes tons barrels kilograms kilos "
    "grams gallons litres liters megawatts"
).split()
"""Words of measure that the first number of a range may carry: from 20 *miles* to 29."""

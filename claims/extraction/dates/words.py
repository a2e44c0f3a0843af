"""The words of time expressions: tables of names, and the shapes that expressions have.

In `shape`, a blank stands for one to three blanks or line ends, so that the shapes below read
like the English they describe. Everything is in lower case: the text is lowered before.
"""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
"""The months in full and short."""
ALSO_OTHER_WORDS = frozenset("may march august april june mar jan dec jun sept".split())
"""Months that are a verb, an adjective or a name as well: alone they need a word before them."""
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each, as it is north of the equator: the period is marked approximate."""
TENS = {
    name: number
    for number, name in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2
    )
}
CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
NAMED_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
"""Days from the day of publication."""
NOT_THE_DAY = frozenset(
    "bloody black good palm holy super fat ash easter whit shrove maundy cyber giving usa".split()
)
"""Words that make a name of the day after them: Bloody Sunday, Good Friday, USA Today."""
BEFORE_A_YEAR = frozenset(
    "in since until till by of from between during before after early late mid fiscal year "
    "through to and or circa for post pre season spring summer autumn winter".split()
)
BEFORE_A_MONTH = frozenset(
    "in since until till by of from between during before after early late mid through last "
    "this next to and for".split()
)
WHICH_MONTH = re.compile(
    r"(?! (?:on|to|of|for|by|in|from|and|was|is|across|through|at|with|that|who)\b) [a-z]"
)
"""What follows a month that says which: the March attack, but not the March on the capital."""
IN_CAPITALS = frozenset("in since until during last next early late mid".split())
"""The same in upper-case text, where THE MARCH and THEY MAY look like months."""
BEFORE_NO_YEAR = frozenset(
    "section sections article no number flight route highway resolution boeing airbus rule room "
    "law act bill decree unit about around some nearly almost over than least most roughly "
    "approximately exactly only at page chapter channel interstate apollo".split()
)
"""Words after which four digits are a number: Section 2014, about 2000."""

SHORT = "jan feb mar apr jun jul aug sept sep oct nov dec".split()
MONTH = (
    rf"(?P<month>(?:{'|'.join(name for name in MONTHS if name not in SHORT)})\b"
    rf"|(?:{'|'.join(SHORT)})\b(?:\.(?= ?\d))?)"
)
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
ANY_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?(?: (?:the )?|\s?\()"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
LAST_DAY = r"(?: ?(?:[-–—/]|to|and|or|until|through) ?(?P<last_day>\d{1,2})(?:st|nd|rd|th)?\b)?"
LAST_DAY_AFTER = (
    r"(?: ?(?:[-–—]|to|through|until|and(?= \d{1,2}[.,;)])) ?(?P<last_day>\d{1,2})"
    rf"(?:st|nd|rd|th)?\b(?! (?:{'|'.join(MONTHS)})\b))?"
)
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d|2100)(?!\d|[.,]\d|[%:])\b"
OF_YEAR = rf"(?:(?:(?: of|,)? |-){YEAR}|,? (?P<which>last|this|next) year\b)"
SHORT_YEAR = (
    r"[-,]? ?['’]?(?P<short>\d\d)\b(?![\d:,%]|\.\d)"
    r"(?= (?:at|in|on|by|and|from|the|a|after|when|to)\b|(?! [a-z]))"
)
COUNT = (
    r"(?P<count>\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|an?(?: (?:few|couple(?: of)?|dozen|hundred))?|few|several|many)"
)
UNIT = r"(?P<unit>second|minute|hour|day|night|week|month|year|decade)"
SEASON = rf"(?P<season>{'|'.join(SEASONS)})"
DAYTIME = r"(?:morning|afternoon|evening|night|midday|noon|midnight|dawn|dusk)"
PART = (
    r"(?:(?:the )?(?:very )?(?P<part>early|late|later|earlier|mid|middle of|end of|start of"
    r"|beginning of|close of|turn of|(?:first|second) half of"
    r"|(?:first|second|third|fourth|final|last) quarter of"
    r"|(?:first|last|final) (?:few )?(?:days?|weeks?) of"
    r"|first (?:two|three|four|five|six|seven|eight|nine|ten|eleven) months of)[- ](?:in )?)"
)
OBJECT = r"(?! (?:the|a|an|his|her|their|its|our|my|he|she|they|it|we|yesterday|[a-z]+ing)\b)"
"""No object follows: the day before, but not the day before the vote."""

FUTURE = re.compile(
    r"\b(?:will|won['’]t|would|shall|to be|(?:is|are|was|were) to|going to|(?:scheduled|due"
    r"|expected|planned|set|slated|plans|planning|hopes|intends|begins?|starts?|meets?"
    r"|resumes?|opens?|expires?|launches|departs?|arrives?)"
    r"(?: to| for| on)?|upcoming|deadline)\b|['’]ll\b"
)
TO_COME = re.compile(r"[^.;\n]{0,60}?\b(?:will|is to|are to|is due|are due)\b")
"""What follows a day that is to come: on Thursday, the court will rule."""
SAID = re.compile(
    r"\b(?:said|says|told|was|were|had|announced|reported|added|killed|died|took|began|came|left"
    r"|fell|attacked|occurred|happened)\b"
)
DEADLINE = re.compile(r"\b(?:until|till|by)\s{1,3}\Z")
LASTED = re.compile(
    r"\b(?:lasted|continued|raged|went on|remained|stayed|ran|waited|had|was|were"
    r"|[a-z]{2,20}ed(?= by))\b"
)
"""Words after which until Friday, by Friday are past."""
RELATION = re.compile(
    r"(?<![^\W_])(since|until|till|by|before|prior\s{1,3}to|after|through|from|between)\s{1,3}"
    r"(?:(?:at\s{1,3}least|as\s{1,3}early\s{1,3}as|about|around|on|in)\s{1,3})?\Z"
)
JOINT = re.compile(r"\s{0,2}(to|until|till|through|and|-|–|—)\s{0,3}(?:the\s{1,2}|on\s{1,2})?")
NOT_COUNTED = re.compile(
    r"\s(?:people|persons|civilians|soldiers|troops|dead|deaths|killed|wounded|injured|others|men"
    r"|women|children|gmt|hours?|hrs|local|utc|percent|per cent|million|billion|thousand|dollars"
    r"|pesos|euros|pounds|meters|metres|km|kilometers|kilometres|miles|kg|tons?|tonnes|block|feet"
    r"|families|houses|homes|fighters|prisoners|members|workers|students|policemen|guerrillas"
    r"|votes|cases|victims|refugees|acres|hectares|year|years|months|days|weeks|[a-z]{1,15}(?:children|men|women|people))\b|\s?[%°]"
)
"""What follows a number that is no year and no day: 2014 people, 2000 GMT, in July 27 people."""
PLURAL = re.compile(r"\s(?!was|is|has|does|as)[a-z]{2,20}s\b")


def shape(pattern: str) -> re.Pattern[str]:
    """Compile a shape in which a blank stands for any short run of blanks or line ends."""
    return re.compile(pattern.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}"))

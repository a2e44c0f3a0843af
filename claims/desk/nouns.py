"""The noun of the thing counted, fit for a sentence of ours.

>>> people_or("dead"), people_or("villagers")
('people', 'villagers')
>>> singular("families", "one family")
'family'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.kinds import What
from claims.fields import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.extraction.proposal import Proposal

LONGEST = 80
HARMS = frozenset(
    "dead death deaths killed killing killings fatality fatalities murder murders murdered "
    "execution executions executed slain drowned drownings bodies body corpses corpse lives life "
    "souls toll wounded wounds injured injury injuries hurt maimed casualty casualties victims "
    "victim missing disappeared disappearances disappearance kidnapped kidnappings abducted "
    "abductions abduction hostages hostage arrest arrests arrested detained detainee detainees "
    "detention detentions displaced displacements evacuated evacuees evacuations homeless fled "
    "uprooted rescued rescues saved survivors freed none nobody no-one others other more another "
    "rest those them ones martyrs martyred persons person".split()
)
"""Nouns that say what happened to people, or only point at them: they stand for people."""
GROUPS = frozenset(
    "family families household households couple couples crew crews home homes house houses "
    "village villages community communities".split()
)
"""Nouns of which each is more than one person."""
THINGS: Mapping[What, str] = {
    What.TROOPS: "troops",
    What.ATTACKS: "attacks",
    What.WEAPONS: "weapons",
}
"""What is counted besides people, where the article gives no noun."""
LASTS = ("year", "month", "week", "day", "hour", "minute", "decade", "century")
ONE_OF: Mapping[str, str] = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "troops": "soldier",
    "personnel": "member of the personnel",
    "wives": "wife",
    "police": "police officer",
    "centuries": "century",
}
"""Words of one, where taking away the s does not make them."""
ENDINGS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", ""))
"""How the last letters of many become those of one, to be found in the words of the article."""


def counted_noun(proposal: Proposal, *, one: bool) -> str:
    """Return the noun of the thing counted, of one or of many: `villagers`, `villager`."""
    if proposal.kind is What.DURATION:
        unit = lasting(proposal)
        return unit if one else f"{unit.removesuffix('y')}ies" if unit[-1] == "y" else f"{unit}s"
    noun = "people" if proposal.implied else printed(proposal)
    people = proposal.kind not in THINGS
    found = (people_or(noun) if people else noun) or THINGS.get(proposal.kind, "people")
    return singular(found, proposal.quote) if one else found


def lasting(proposal: Proposal) -> str:
    """Return the unit of a duration, of one: `year`."""
    said = f"{proposal.quote} {proposal.noun} {proposal.unit}".lower()
    units = [unit for unit in LASTS if unit in said or (unit == "century" and "centuries" in said)]
    return min(units, key=lambda unit: said.find(unit[:-1]), default="year")


def people_or(noun: str) -> str:
    """Return a noun, or people where it is a word for what happened to them."""
    words = noun.split()
    if words and words[-1].lower() in HARMS:
        words = words[:-1]
        return f"{' '.join(words)} people" if words and words[-1].lower() not in HARMS else "people"
    return noun


def printed(proposal: Proposal) -> str:
    """Return the noun as the article prints it, without characters that no record takes."""
    return UNSAFE.sub("", proposal.noun).strip()[:LONGEST]


def singular(noun: str, quote: str = "") -> str:
    """Return the noun of one: that of the article's words, or else without its s."""
    *before, last = noun.split()
    said = quote.lower().split()
    lower = last.lower()
    forms = [lower.removesuffix(end) + new for end, new in ENDINGS if lower.endswith(end)]
    if lower in ONE_OF:
        last = ONE_OF[lower]
    elif found := next((form for form in reversed(forms) if form in said), ""):
        last = found
    elif lower.endswith("men"):
        last = f"{last[:-2]}an"
    elif lower.endswith("ies"):
        last = f"{last[:-3]}y"
    elif lower.endswith(("sses", "ches", "shes", "xes")):
        last = last[:-2]
    elif lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        last = last[:-1]
    return " ".join([*before, last])


def plural(noun: str) -> str:
    """Return the noun of many, of one that is printed in the singular: `a boy`, boys."""
    *before, last = noun.split()
    known = {one: many for many, one in ONE_OF.items()}
    if last in known:
        last = known[last]
    elif last.endswith("man"):
        last = f"{last[:-2]}en"
    elif last.endswith(("ch", "sh", "x")):
        last = f"{last}es"
    elif not last.endswith("s") and last not in ONE_OF and not last.endswith("men"):
        last = f"{last[:-1]}ies" if last.endswith("y") and last[-2:-1] not in "aeou" else f"{last}s"
    return " ".join([*before, last])


def is_group(proposal: Proposal) -> bool:
    """Tell whether each thing counted is more than one person: 45 families."""
    words = printed(proposal).lower().split()
    return bool(words) and words[-1] in GROUPS

"""What an indicator counts, by the words of its unit: `persons executed` are killed.

>>> sorted(unit_counts("injured", Kind.CASUALTY_FIGURE))
[<What.WOUNDED: 'wounded'>]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.desk.nouns import GROUPS, is_group, printed
from claims.desk.tokens import tokens
from claims.extraction.events.kinds import What
from claims.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.extraction.proposal import Proposal
    from claims.records import Indicator

UNITS: Mapping[What, str] = {
    What.KILLED: "deaths death dead killed fatalities executed executions murdered murders",
    What.WOUNDED: "wounded injured hurt injuries",
    What.CASUALTIES: "casualties victims",
    What.KIDNAPPED: "kidnapped abducted hostages kidnappings abductions",
    What.DETAINED: "detained arrested arrests detainees detentions imprisoned prisoners",
    What.MISSING: "missing disappeared",
    What.DISPLACED: "displaced evacuated refugees evacuees homeless",
    What.RESCUED: "rescued freed survivors saved",
    What.TROOPS: "troops soldiers personnel peacekeepers marines advisers servicemembers",
    What.ATTACKS: "attacks strikes airstrikes raids bombings incidents clashes",
    What.WEAPONS: "weapons rockets missiles drones bombs shells mines tanks",
    What.DURATION: "years months weeks days hours",
}
"""The words of a unit that tell what is counted."""
SOME = tokens(
    "children women men boys girls babies students pupils teachers policemen police officers "
    "firefighters soldiers miners workers villagers farmers journalists medics doctors nurses "
    "civilians foreigners pilgrims migrants militants rebels insurgents prisoners"
)
"""Those who are some of the people: their dead are not all the dead."""
OF_WORD = {word: what for what, words in UNITS.items() for word in words.split()}
SPECIFIC = tokens("executed executions murdered murders")
"""Words of a unit that say more than that people were killed."""
BY_KIND = {
    Kind.TROOP_COUNT: What.TROOPS,
    Kind.ATTACK_TALLY: What.ATTACKS,
    Kind.DETENTION: What.DETAINED,
    Kind.WEAPONS_COUNT: What.WEAPONS,
}
LOOSE = {What.OTHER, What.WEAPONS, What.DURATION}
"""Kinds so wide that the thing counted must be the indicator's own."""


def may_count(indicator: Indicator, proposal: Proposal) -> bool:
    """Tell whether an indicator counts what a figure counts.

    Families are not people, nor people families; two children among the dead are not the dead.
    """
    if proposal.kind not in _counts(indicator):
        return False
    if not _is_of_group(indicator, proposal):
        return False
    if proposal.kind not in LOOSE:
        return True
    if proposal.kind is What.DURATION:
        return indicator.unit.rstrip("s") in proposal.quote.lower()
    said = tokens(f"{proposal.noun} {proposal.quote}")
    return bool(said & (tokens(indicator.unit) | tokens(indicator.title)))


def _is_of_group(indicator: Indicator, proposal: Proposal) -> bool:
    """Tell whether both count families or both people, and a part only what a title names."""
    own = tokens(printed(proposal))
    if is_group(proposal):
        return bool(own & tokens(f"{indicator.unit} {indicator.title}"))
    if indicator.unit.lower() in GROUPS:
        return False
    return not proposal.part or bool(own & tokens(indicator.title))


def unit_counts(unit: str, kind: Kind) -> frozenset[What]:
    """Return what a unit counts, in claims of a kind; families may be killed or displaced."""
    if unit.lower() in GROUPS:
        return frozenset(UNITS)
    told = {OF_WORD[word] for word in unit.lower().split() if word in OF_WORD}
    return frozenset(told or {BY_KIND.get(kind, What.OTHER)})


def _counts(indicator: Indicator) -> frozenset[What]:
    """Return what an indicator counts; where its unit are families its title tells."""
    found = unit_counts(indicator.unit, indicator.kind)
    told = {OF_WORD[word] for word in indicator.title.lower().split() if word in OF_WORD}
    return frozenset(found & told) or found if indicator.unit.lower() in GROUPS else found


def is_narrower(indicator: Indicator, proposal: Proposal) -> bool:
    """Tell whether an indicator counts only some of those whom a figure counts.

    “Three dead” are no answer to how many children were killed.
    """
    some = tokens(" ".join(indicator.title.split()[:1])) & SOME
    return bool(some) and not some & tokens(f"{proposal.noun} {proposal.quote}")


def specific(indicator: Indicator) -> frozenset[str]:
    """Return the words of a unit that a figure must have beside it: executed, not just killed."""
    return tokens(indicator.unit) & SPECIFIC


def words_of(indicator: Indicator) -> frozenset[str]:
    """Return the words of a title that only say what is counted: killed, troops, attacks."""
    counted = unit_counts(indicator.unit, indicator.kind)
    return tokens(" ".join(UNITS.get(what, "") for what in counted)) | tokens(indicator.unit)

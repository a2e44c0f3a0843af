"""A first draft of a claim in our own words: figure, thing, what happened, place and time.

Nothing of the article's wording goes into it but the noun of the thing counted and the names
of places; a person corrects it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.desk.figures import quantity_of
from claims.desk.nouns import counted_noun
from claims.desk.timing import period_of
from claims.extraction.events.kinds import What
from claims.hedges import VAGUE, Hedge
from claims.numerals import say
from claims.periods import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.extraction.proposal import Proposal
    from claims.periods import Period

SAID: Mapping[What, str] = {
    What.KILLED: "killed",
    What.WOUNDED: "wounded",
    What.CASUALTIES: "killed or wounded",
    What.KIDNAPPED: "kidnapped",
    What.DETAINED: "detained",
    What.MISSING: "missing",
    What.DISPLACED: "displaced",
    What.RESCUED: "rescued",
}
"""What happened to people, after “were”."""
THE = frozenset(
    {
        "United States",
        "United Kingdom",
        "United Arab Emirates",
        "Netherlands",
        "Philippines",
        "Democratic Republic of the Congo",
        "Central African Republic",
        "Maldives",
        "Bahamas",
        "Gambia",
        "Gaza Strip",
        "West Bank",
        "Red Sea",
        "Black Sea",
    }
)
"""Places that stand with their article."""
UNCLEAR = "a number"
"""What is said for a vague word that the table of hedges does not hold."""
WITH_OF = ("s", "handful", "couple", "number")
"""How vague words end that take “of” before the noun."""


def statement(proposal: Proposal, period: str | None = None, *, is_tally: bool = False) -> str:
    """Return our own sentence for a proposal; `period` goes before the proposal's own.

    At least five people were killed in Khuzestan by 27 July 2021.
    """
    where = f" in {'the ' * (proposal.place in THE)}{proposal.place}" if proposal.place else ""
    about = period_of(period or proposal.period)
    when = _by(about) if is_tally else _when(about)
    said = f"{_assertion(proposal)}{where}{when}"
    if proposal.kind not in SAID and proposal.part:
        said = f"{said}, as part of a larger figure"
    if proposal.negated and not is_none(proposal):
        said = f"It is denied that {said[:1].lower()}{said[1:]}"
    return f"{said[:1].upper()}{said[1:]}."


def is_none(proposal: Proposal) -> bool:
    """Tell whether the figure is that there were none; that is a count, and no denial."""
    return (proposal.low, proposal.high) == (0, 0)


def _assertion(proposal: Proposal) -> str:
    """Return what is asserted, without place and time: `five people were killed`."""
    figure, verb = _figure(proposal), _verb(proposal)
    if proposal.kind in SAID and proposal.part:
        return f"{figure} {verb} among those {SAID[proposal.kind]}"
    if proposal.kind in SAID:
        return f"{figure} {verb} {SAID[proposal.kind]}"
    if proposal.kind is What.DURATION:
        return f"it {_lasted(proposal)} {figure}"
    if proposal.kind is What.TROOPS:
        return f"there {verb} {figure}"
    if proposal.planned or proposal.conditional:
        return f"{figure} {'is' if _is_one(proposal) else 'are'} {_ahead(proposal)}"
    return f"{figure} {verb} counted"


def _figure(proposal: Proposal) -> str:
    """Return the figure with its hedge and noun: `at least five people`, `dozens of people`."""
    noun = counted_noun(proposal, one=_is_one(proposal))
    if proposal.hedge is Hedge.NOT_STATED:
        return f"an unstated number of {noun}"
    if is_none(proposal):
        return f"no {noun}"
    if proposal.hedge is Hedge.VAGUE:
        return _vague(proposal, noun)
    quantity = quantity_of(proposal)
    said = say(quantity) if quantity else f"{UNCLEAR} of"
    if proposal.kind is What.DURATION:
        said = said.replace("fewer than", "less than")
    return f"{said} {noun}"


def _vague(proposal: Proposal, noun: str) -> str:
    """Return the vague word of the article: `several people`, `dozens of people`."""
    quote = f" {proposal.quote.lower()} "
    found = [word for word in VAGUE if f" {word} " in quote]
    said = max(found, key=len, default=UNCLEAR)
    is_bare = said in {"several", "a few"} or not said.endswith(WITH_OF)
    return f"{said} {noun}" if is_bare else f"{said} of {noun}"


def _is_one(proposal: Proposal) -> bool:
    """Tell whether the noun stands for one: `one person`, `at least one person`."""
    return proposal.value == 1


def _verb(proposal: Proposal) -> str:
    is_one = _is_one(proposal)
    if proposal.planned:
        return "is to be" if is_one else "are to be"
    if proposal.conditional:
        return "may be"
    return "was" if is_one else "were"


def _lasted(proposal: Proposal) -> str:
    if proposal.planned:
        return "is to last"
    return "may last" if proposal.conditional else "lasted"


def _ahead(proposal: Proposal) -> str:
    return "planned" if proposal.planned else "possible"


def _when(period: Period | None) -> str:
    """Say when: `on 19 July 2021`, `in July 2021`, `from 1 July 2021 to 27 July 2021`."""
    if period is None:
        return ""
    said = period.in_words()
    if "/" not in period.text:
        return f" on {said}" if period.start == period.end else f" in {said}"
    if period.start is not None and period.start == period.end:
        return f" on {words(period.start)}"
    if period.start is None:
        return f" by {said.removeprefix('up to ')}"
    return f" {said}" if said.startswith("from ") else f" from {said}"


def _by(period: Period | None) -> str:
    """Say the day that a running total stood at."""
    if period is None or period.end is None or not period.ends_on_a_day:
        return _when(period)
    return f" by {words(period.end)}"

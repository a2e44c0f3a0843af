"""A first draft of the question that a figure answers.

A person corrects it. Nothing of the article's wording goes into it, but the noun of the thing
counted and the names of places.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.desk.counting import LOOSE
from claims.desk.nouns import counted_noun, is_group, people_or, plural, printed
from claims.desk.stating import SAID
from claims.desk.timing import period_of
from claims.desk.tokens import folded
from claims.extraction.events.kinds import What
from claims.extraction.places.gazetteer import country_names
from claims.records import Indicator
from claims.vocabulary import COUNTED, Basis, Kind

if TYPE_CHECKING:
    from claims.extraction.proposal import Proposal
    from claims.periods import Period

LIFE = "P6M"
"""After which a new level is stale, until a person says otherwise."""
LONGEST_ID = 80


def drafted_indicator(proposal: Proposal, published: str | None = None) -> Indicator:
    """Return a draft of the question that a proposal answers, for a person to correct.

    An event without a day is told by the month of the report, so that the next one in the same
    town is another: `People killed in Harrow, reported November 2026`.
    """
    period = period_of(proposal.period)
    basis, baseline = _basis(proposal, period)
    title = _title(proposal, period)
    reported = period_of((published or "")[: len("2026-11")])
    if basis is Basis.EVENT and period is None and reported is not None:
        title = f"{title}, reported {reported.in_words()}"
    return Indicator(
        id=slug(title),
        title=title,
        kind=proposal.claim_kind if proposal.claim_kind in COUNTED else Kind.OTHER_COUNT,
        unit=_unit(proposal),
        basis=basis,
        baseline=baseline,
        place=_place(proposal),
        country=proposal.country,
        includes=f"{title}, as each source counts them",
        shelf_life=LIFE if basis is Basis.LEVEL else None,
    )


def _title(proposal: Proposal, period: Period | None) -> str:
    """Return the question as a heading: `People killed in Khuzestan, July 2021`."""
    noun = counted_noun(proposal, one=False)
    if proposal.part and printed(proposal):  # a policeman among the dead is not all the dead
        noun = plural(people_or(printed(proposal)))
    said = f"{noun} {SAID[proposal.kind]}" if proposal.kind in SAID else noun
    where = f" in {proposal.place}" if proposal.place else ""
    when = f", {period.in_words()}" if period and proposal.kind is not What.TROOPS else ""
    title = f"{said}{where}{when}"
    return title[:1].upper() + title[1:]


def _place(proposal: Proposal) -> str | None:
    """Return the place with its country, as questions name it: `Sinaloa, Mexico`."""
    country = country_names().get(proposal.country or "")
    is_within = proposal.place and country and proposal.place != country
    return f"{proposal.place}, {country}" if is_within else proposal.place


def _unit(proposal: Proposal) -> str:
    """Return what the question counts; families are not counted as people."""
    if proposal.kind is What.DURATION:
        return counted_noun(proposal, one=False)
    if (proposal.kind in LOOSE or is_group(proposal)) and printed(proposal):
        return printed(proposal)
    return proposal.unit or "people"


def _basis(proposal: Proposal, period: Period | None) -> tuple[Basis, Period | None]:
    """Troops are a level; attacks over a time a tally since its start; all else one event."""
    if proposal.kind is What.TROOPS:
        return Basis.LEVEL, None
    lasts = period is not None and "/" in period.text and period.start is not None
    if proposal.kind is What.ATTACKS and lasts and period is not None:
        return Basis.TALLY, period_of(period.text.partition("/")[0])
    return Basis.EVENT, None


def slug(text: str, otherwise: str = "unnamed") -> str:
    """Return the short name of a text: `People killed, July 2021` is `people-killed-july-2021`."""
    parts = re.findall("[a-z0-9]+", folded(text))
    return "-".join(parts)[:LONGEST_ID].strip("-") or otherwise

"""Files of several parts: the data package with its charts, and the evidence pack."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.errors import TooManyError
from claims.export import evidence, linked, package
from dashboard import together
from dashboard.images import chart

if TYPE_CHECKING:
    from claims.export.selection import Selection
    from dashboard.routes.asking import Asked

MOST_CHARTS = 8
"""Charts that go into one file: those of the indicators with the most claims."""


def as_zip(_asked: Asked, selection: Selection) -> bytes:
    """Return the data package, with the claims as linked data and a chart of each indicator."""
    drawn = {f"charts/{name}.svg": svg.encode() for name, svg in charts(selection).items()}
    return package.as_package(selection, {"claims.jsonld": linked.as_jsonld(selection), **drawn})


def as_html(asked: Asked, selection: Selection) -> bytes:
    """Return the evidence pack; raises TooManyError above 200 claims."""
    if len(selection.claims) > evidence.MOST:
        raise TooManyError(len(selection.claims), evidence.MOST)
    rev = asked.place.rev
    histories = {c.id: asked.ledger.history("claim", c.id, rev) for c in selection.claims}
    revs = {one.rev for history in histories.values() for one in history} | {rev}
    hashes = asked.ledger.hashes(revs)
    return evidence.as_evidence(selection, histories, charts=charts(selection), hashes=hashes)


def charts(selection: Selection) -> dict[str, str]:
    """Return a chart of each indicator that has two claims or more here, as SVG by its id."""
    counts = Counter(claim.indicator for claim in selection.claims if claim.indicator)
    found = {}
    for indicator, many in counts.most_common(MOST_CHARTS):
        if many > 1 and selection.records.indicator(indicator):
            claims = tuple(c for c in selection.claims if c.indicator == indicator)
            part = replace(selection, title=selection.records.label(indicator), claims=claims)
            found[indicator] = chart.chart(part, "svg").decode()
    return found


def known(asked: Asked) -> str:
    """Return what is known of an indicator in a sentence; empty where the view leaves claims out.

    The sentence rests on every claim of the indicator: it may stand only beside all of them.
    """
    indicator = asked.records.indicator(asked.view.id) if asked.page == "indicator" else None
    whole = set(asked.view.filter.chosen) <= {"since", "until"} and not asked.view.pick
    if indicator is None or not whole:
        return ""
    return together.known_in_words(asked.ledger, asked.view, asked.place, indicator)

"""The feed of changes: what a feed reader asks for, whole or by the filter of Explore."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from starlette.responses import Response

from claims.export.atom import Feed, as_atom
from claims.since import entries
from dashboard import grammar, links, selections
from dashboard.routes import asking
from dashboard.routes.answering import NO_CHANGE, is_had

if TYPE_CHECKING:
    from starlette.requests import Request

    from dashboard.routes.asking import Asked


def answer(request: Request) -> Response:
    """Answer `/feed.atom`; its parameters are those of Explore. Raises RefusedError."""
    asked = asking.asked(request, "explore")
    headers = {
        "etag": asked.etag,
        "cache-control": asking.SETTLED if asked.is_settled else NO_CHANGE["cache-control"],
    }
    if is_had(request, asked.etag):
        return Response(status_code=304, headers=headers)
    body = _written(asked)
    return Response(body, headers=headers | {"content-type": "application/atom+xml; charset=utf-8"})


def _written(asked: Asked) -> bytes:
    rev, chosen = asked.place.rev, asked.view.filter
    position = asking.position(asked.ledger, asked.place)
    in_words = selections.in_words(chosen, asked.records)
    feed = Feed(
        site=asked.site,
        address=f"{asked.site}{asked.address}",
        page=f"{asked.site}{links.address('changes', links.View(filter=chosen))}",
        title="On Record: changes",
        filters="; ".join(f"{k}: {v}" for k, v in in_words.items()) or "all claims",
        at=position.at or datetime.combine(asked.place.day, time.min, UTC),
        grammar=grammar.GRAMMAR,
    )
    found = entries(asked.ledger, chosen, records=asked.records, rev=rev)
    return as_atom(feed, found)

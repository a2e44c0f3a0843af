"""What a page shows as a file: the page's own address with a suffix.

`/explore.csv?kind=detention` holds the claims that `/explore?kind=detention` shows, and
`/c/c-8d08b2e02c55.png` is short for `/claim.png?id=c-8d08b2e02c55`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from claims.errors import UnknownRecordError
from claims.export import evidence_style, lines, linked, table
from dashboard import heeded
from dashboard.images import card, chart
from dashboard.routes import asking, packing
from dashboard.routes.answering import NO_CHANGE, RefusedError, is_had
from dashboard.routes.keeping import Kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from starlette.requests import Request

    from claims.export.selection import Selection
    from dashboard.routes.asking import Asked

    Make: TypeAlias = Callable[[Asked, Selection], bytes]

DRAWN = frozenset({"png", "svg", "vl.json"})
"""Suffixes of pictures: they take the longest to make, and are asked for again and again."""
MOST_KEPT = 256
PICTURES: Kept[bytes] = Kept(MOST_KEPT)


@dataclass(frozen=True, slots=True)
class Form:
    """One form in which claims leave the house."""

    kind: str
    """Its media type."""
    make: Make
    shown: bool = False
    """Whether a browser shows it in place rather than saving it."""
    policy: str = ""
    """Its own content security policy; empty for the one that all files have."""


def _plain(write: Callable[[Selection], bytes]) -> Make:
    """Return a maker of a form that needs nothing but the selection."""
    return lambda _asked, selection: write(selection)


def _picture(form: Any, asked: Asked, selection: Selection) -> bytes:  # noqa: ANN401 - one of the forms of a chart or card
    """Draw the card of a claim, or else the chart of the view."""
    if asked.page != "claim":
        said = packing.known(asked)
        return chart.chart(selection, form, scale=asked.view.scale, said=said)
    if form == "vl.json":
        raise RefusedError(404, "A claim has a card and no chart.", "Ask for .png or .svg.")
    return card.claim_card(selection, selection.claims[0], form)


FORMS = {
    "csv": Form("text/csv; charset=utf-8", _plain(table.as_csv)),
    "xlsx": Form(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _plain(table.as_xlsx),
    ),
    "json": Form("application/json; charset=utf-8", _plain(lines.as_json)),
    "jsonl": Form("application/jsonl; charset=utf-8", _plain(lines.as_jsonl)),
    "jsonld": Form("application/ld+json; charset=utf-8", _plain(linked.as_jsonld)),
    "zip": Form("application/zip", packing.as_zip),
    "html": Form("text/html; charset=utf-8", packing.as_html, policy=evidence_style.POLICY),
    "png": Form("image/png", partial(_picture, "png"), shown=True),
    "svg": Form("image/svg+xml; charset=utf-8", partial(_picture, "svg"), shown=True),
    "vl.json": Form("application/json; charset=utf-8", partial(_picture, "vl.json")),
}
"""Every suffix and what it gives."""


def of_page(request: Request, page: str) -> Response:
    """Answer `/{page}.{suffix}`; raises RefusedError and whatever a selection raises."""
    return file(request, page, str(request.path_params["suffix"]))


def file(request: Request, page: str, suffix: str, record_id: str = "") -> Response:
    """Answer with one form of what a page shows, or that the reader has it already."""
    form = FORMS.get(suffix)
    if form is None:
        known = ", ".join(f".{name}" for name in FORMS)
        message = f"There is no file .{suffix[:20]} of the page “{page}”."
        raise RefusedError(404, message, f"There are {known}.")
    asked = asking.asked(request, page, record_id)
    headers = {
        "etag": asked.etag,
        "cache-control": asking.SETTLED if asked.is_settled else NO_CHANGE["cache-control"],
    }
    if is_had(request, asked.etag):
        return Response(status_code=304, headers=headers)
    make = partial(_made, asked, form)
    body = PICTURES.get(asked.etag, make) if suffix in DRAWN else make()
    headers |= {"content-type": form.kind, "content-disposition": _disposition(asked, suffix)}
    headers |= {"content-security-policy": form.policy} if form.policy else {}
    return Response(body, headers=headers)


def _made(asked: Asked, form: Form) -> bytes:
    selection = asked.selection()
    if missing := set(asked.view.pick) - {claim.id for claim in selection.claims}:
        record = "claim"
        raise UnknownRecordError(record, min(missing), asked.place.rev)
    return form.make(asked, selection)


def _disposition(asked: Asked, suffix: str) -> str:
    """Say whether to save a file, and under which name.

    Example: `attachment; filename="on-record-us-troops-iraq-r2184-2026-11-22.csv"`.
    """
    how = "inline" if FORMS[suffix].shown else "attachment"
    named = asked.view.id if asked.page in heeded.NEEDS_ID else asked.page
    plain = re.sub("[^a-z0-9]+", "-", named.lower())[:80].strip("-")
    name = f"on-record-{plain}-r{asked.place.rev}-{asked.place.day}.{suffix}"
    return f'{how}; filename="{name}"'

"""The short addresses: `/c/{id}` of a claim and `/i/{id}` of an indicator, and files of them.

The page is small and reads by itself: title, attributed sentence with its warnings, states and
words of the source. A person is taken on to the app at once; what reads pages for search
engines and previews finds all in the head. No script runs in it.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

from starlette.responses import HTMLResponse, Response

from claims.errors import UnknownRecordError
from claims.export import linked
from claims.export.markup import el, facts, link, say, told
from claims.export.words import full_sentence
from claims.numerals import counted
from claims.periods import words
from claims.prose import figure
from dashboard import previews, selections
from dashboard.routes import asking, files
from dashboard.routes.answering import NO_CHANGE, is_had

if TYPE_CHECKING:
    from starlette.requests import Request

    from claims.export.selection import Selection
    from claims.records import Claim
    from dashboard.previews import Preview
    from dashboard.routes.answering import RefusedError
    from dashboard.routes.asking import Asked

STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1f24;background:#fff}h1{font-size:1.4rem}.figure{font-size:1.8rem;font-weight:700;"
    "margin:.5rem 0}dt{color:#57606a;font-size:.9rem}dd{margin:0 0 .5rem}blockquote{margin:1rem 0;"
    "padding-left:1rem;border-left:3px solid #d5d9de}a{color:#0b5394}"
    "@media(prefers-color-scheme:dark){body{color:#e6e9ec;background:#14171a}a{color:#6cb2eb}"
    "dt{color:#a8b1ba}}"
)
DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; img-src 'self'; style-src 'sha256-{DIGEST}'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
JSON = "application/json"
MOST_LISTED = 30
"""Claims that the page of an indicator lists, the newest ones."""


def of_claim(request: Request) -> Response:
    """Answer `/c/{id}` with the small page of a claim, and `/c/{id}.{suffix}` with a file."""
    return _of(request, "claim")


def of_indicator(request: Request) -> Response:
    """Answer `/i/{id}` with the small page of an indicator, and `/i/{id}.{suffix}` with a file."""
    return _of(request, "indicator")


def _of(request: Request, page: str) -> Response:
    record_id, _, suffix = str(request.path_params["name"]).partition(".")
    if suffix:
        return files.file(request, page, suffix, record_id)
    asked, told_so = asking.loosely(request, page, record_id)
    now = f"{asked.place.head.rev}-{asked.place.now}"
    etag = f'{asked.etag[:-1]}-{now}"'
    headers = {"etag": etag, **NO_CHANGE, "content-security-policy": POLICY}
    if is_had(request, etag):
        return Response(status_code=304, headers=headers)
    body = _claim(asked, told_so) if page == "claim" else _indicator(asked, told_so)
    return HTMLResponse(body, headers=headers)


def _claim(asked: Asked, told_so: list[str]) -> str:
    """Write the page of one claim; raises UnknownRecordError."""
    selection = selections.outdated(asked.selection(), asked.ledger, asked.place)
    claim = selection.claims[0]
    question = selection.records.indicator(claim.indicator)
    heading = el("h1", told(question.title if question else str(claim.kind).capitalize()))
    number = claim.quantity and f"{figure(claim.quantity)} ({claim.quantity.unit})"
    standing = ", ".join(_states(selection, claim))
    body = [
        heading,
        el("p", told(number), class_="figure") if number else None,
        el("p", told(full_sentence(selection, claim))),
        el("p", f"States: {standing}.") if standing else None,
        *_quotes(selection, claim),
    ]
    preview = previews.of_claim(selection, claim, asked.view)
    return _page(asked, preview, selection, [*body, *_complaints(told_so)])


def _indicator(asked: Asked, told_so: list[str]) -> str:
    """Write the page of an indicator with its newest claims; raises UnknownRecordError."""
    view = asked.view
    indicator = asked.records.indicator(view.id)
    if indicator is None:
        raise UnknownRecordError(asked.page, view.id, asked.place.rev)
    preview = previews.of_view(asked.ledger, asked.page, view, asked.place, asked.site)
    whole = asked.selection()
    newest = _first(whole)
    claims = [
        el("li", el("a", told(full_sentence(newest, claim)), href=newest.permalink(claim.id)))
        for claim in newest.claims
    ]
    rest = len(whole.claims) - len(newest.claims)
    more = el("p", f"{counted(rest, 'more claim')} in On Record.") if rest else None
    excludes = indicator.excludes or "–"
    body = [
        el("h1", told(indicator.title)),
        el("p", told(preview.description)),
        facts({"Counts": told(indicator.includes), "Does not count": told(excludes)}),
        el("ol", *claims) if claims else None,
        more,
    ]
    return _page(asked, preview, newest, [*body, *_complaints(told_so)])


def _first(whole: Selection) -> Selection:
    """Return the first claims of a selection, which then says that it is a part of it."""
    if len(whole.claims) <= MOST_LISTED:
        return whole
    part = {"Listed": f"the first {MOST_LISTED} of {counted(len(whole.claims), 'claim')}"}
    return replace(whole, claims=whole.claims[:MOST_LISTED], filters={**whole.filters, **part})


def _states(selection: Selection, claim: Claim) -> list[str]:
    """Return the three states of a claim in words: how many origins, currency, review."""
    standing = selection.states.get(claim.id)
    computed = [standing.corroboration, standing.currency] if standing else []
    planned = ["planned"] if claim.planned else []
    return [*planned, *map(str, computed), str(claim.review.state)]


def _quotes(selection: Selection, claim: Claim) -> list[Element]:
    """Return the words that carry a claim, each with the address of its source."""
    found = []
    for evidence in claim.evidence:
        source = selection.records.source(evidence.source)
        named = told(selection.records.title(source) if source else evidence.source)
        cited = link(source.url, named) if source and source.url else el("span", named)
        found += [el("blockquote", told(evidence.quote)), el("p", "Source: ", cited)]
    return found


def _complaints(told_so: list[str]) -> list[Element]:
    return [el("p", sentence) for sentence in told_so]


def _page(asked: Asked, preview: Preview, selection: Selection, body: list[Element | None]) -> str:
    """Write a page around its body: the head with all tags, the position, the ways on."""
    to = _in_the_app(asked)
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        *previews.tags(preview),
        el("meta", http_equiv="refresh", content=f"0; url={to}"),
        _raw("style", STYLE),
        _raw("script", linked.embedded(linked.document(selection)), type="application/ld+json"),
    )
    held = asked.place.in_words() or "As it stands now"
    at = f"{held}: shown is revision {asked.place.rev:,}, states as on {words(asked.place.day)}."
    ways = [
        el("a", name, href=address)
        for name, address in {"CSV": preview.files["text/csv"], "JSON": preview.files[JSON]}.items()
    ]
    more = el("p", el("a", "Open it in On Record", href=to), " · ", ways[0], " · ", ways[1])
    whole = el("html", head, el("body", el("main", *body, el("p", at), more)), lang="en")
    return f"<!DOCTYPE html>\n{say(whole)}\n"


def _in_the_app(asked: Asked) -> str:
    """Return the address of the same view in the app, with every parameter as it was given."""
    return f"/{asked.page}?{urlencode([('id', asked.view.id), *asked.given])}"


def _raw(tag: str, text: str, **attributes: str) -> Element:
    """Return an element whose text is written as it is: our own style, or JSON that is escaped."""
    made = Element(tag, attributes)
    made.text = text
    return made


def in_html(refused: RefusedError) -> Response:
    """Say a refusal as a page, with a way to what is on record."""
    title = {404: "Not on record", 400: "Not understood"}.get(refused.status, "No answer")
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="robots", content="noindex"),
        el("title", f"{title} – {previews.SITE}"),
        _raw("style", STYLE),
    )
    way = el("p", el("a", "Explore what is on record", href="/explore"))
    body = el("body", el("main", el("h1", title), el("p", told(refused.message)), way))
    page = f"<!DOCTYPE html>\n{say(el('html', head, body, lang='en'))}\n"
    return HTMLResponse(page, refused.status, headers={"content-security-policy": POLICY})

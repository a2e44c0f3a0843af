"""What a fact-check states, in one form whichever of the formats it came in.

Names of properties are those of schema.org (ClaimReview, Claim, Rating) and of the answers
of Google's Fact Check Tools API.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.imports.linked.nodes import address, each, get, nodes, text, types
from claims.imports.linked.parts import UNKNOWN_LANGUAGE, Parts
from claims.vocabulary import PartyKind, SourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.errors import Problem, Where
    from claims.imports.linked.graphs import Element
    from claims.imports.linked.nodes import Node

TYPES: Mapping[str, PartyKind] = {
    "Person": PartyKind.PERSON,
    "NewsMediaOrganization": PartyKind.OUTLET,
    "GovernmentOrganization": PartyKind.GOVERNMENT,
    "ResearchOrganization": PartyKind.RESEARCH,
    "Organization": PartyKind.WEBSITE,
}
"""What the type of a claimant or publisher says that it is; the first that fits."""
PRINTED: Mapping[str, SourceKind] = {
    "NewsArticle": SourceKind.NEWS_REPORT,
    "ReportageNewsArticle": SourceKind.NEWS_REPORT,
    "AnalysisNewsArticle": SourceKind.ANALYSIS,
    "Dataset": SourceKind.DATA_SET,
}
"""What the type of a page says that it is; any other is a reference page."""
FIRST = ("firstAppearance", "appearance")
"""Where a claim appears."""
NOBODY = frozenset({"", "-", "–", "?", "n/a", "na", "none", "null", "unknown", "not known"})
"""What is written where a claimant is not known; in small letters."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as a fact-check names them; no name where it names nobody."""

    name: str
    kind: PartyKind | None = None
    """What they are; None where it is not stated."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim, and where it was reviewed or printed."""

    where: Where
    text: str
    claimants: tuple[Named, ...]
    said_on: str
    """EDTF, empty where it is not stated."""
    publisher: Named
    url: str
    title: str
    published: str
    """EDTF, empty where it is not stated."""
    language: str
    kind: SourceKind
    rating: str | None
    """What the review calls the claim, empty where it gives no word; None without a review."""
    appearances: tuple[str, ...] = ()
    """Where else than at `url` the words stand, the first first."""


def stated(element: Element) -> Stated | list[Problem]:
    """Return what an element states, or all that is wrong with it."""
    parts = Parts(element.where)
    review, item = element.review, element.item
    if review is not None and item is not None and element.answered:
        found = _answered(parts, review, item, element.path)
    elif review is not None:
        found = _reviewed(parts, review, item)
    else:
        found = _printed(parts, item or {})
    return parts.problems or found


def _reviewed(parts: Parts, review: Node, owner: Node | None) -> Stated:
    """Read a schema.org ClaimReview, with the claim that holds it where one does."""
    items = nodes(get(review, "itemReviewed")) or [owner or {}]
    item, under = items[0], "itemReviewed."
    said = text(get(review, "claimReviewed")) or text(get(item, "text", "description", "name"))
    url = address(get(review, "url", "mainEntityOfPage", "@id"))
    title, language = text(get(review, "headline", "name")), text(_language(review))
    return Stated(
        where=parts.where,
        text=parts.take("text", "claimReviewed", said, needed=True),
        claimants=_all_named(
            parts, f"{under}author", [get(one, "author", "creator") for one in items]
        ),
        said_on=parts.day(f"{under}datePublished", text(get(item, "datePublished", "dateCreated"))),
        publisher=_publisher(parts, "author", _who(review), url),
        url=parts.take("address", "url", url, needed=True),
        title=parts.take("text", "headline", title),
        published=parts.day("datePublished", text(get(review, "datePublished", "dateCreated"))),
        language=parts.take("language", "inLanguage", language) or UNKNOWN_LANGUAGE,
        kind=SourceKind.ANALYSIS,
        rating=parts.take("text", "reviewRating", _rating(review)),
        appearances=_appearances(parts, f"{under}appearance", items),
    )


def _answered(parts: Parts, review: Node, item: Node, path: str) -> Stated:
    """Read one review in an answer of the Fact Check Tools API."""
    publisher = get(review, "publisher")
    site = [text(get(one, "name", "site")) for one in nodes(publisher)]
    named = Named(parts.take("text", f"{path}.publisher.name", next(filter(None, site), "")))
    url = address(get(review, "url"))
    title, language = text(get(review, "title")), text(get(review, "languageCode"))
    return Stated(
        where=parts.where,
        text=parts.take("text", "text", text(get(item, "text")), needed=True),
        claimants=_all_named(parts, "claimant", [get(item, "claimant")]),
        said_on=parts.day("claimDate", text(get(item, "claimDate"))),
        publisher=named if named.name else _publisher(parts, f"{path}.publisher", None, url),
        url=parts.take("address", f"{path}.url", url, needed=True),
        title=parts.take("text", f"{path}.title", title),
        published=parts.day(f"{path}.reviewDate", text(get(review, "reviewDate"))),
        language=parts.take("language", f"{path}.languageCode", language) or UNKNOWN_LANGUAGE,
        kind=SourceKind.ANALYSIS,
        rating=parts.take("text", f"{path}.textualRating", text(get(review, "textualRating"))),
    )


def _printed(parts: Parts, claim: Node) -> Stated:
    """Read a schema.org Claim that nobody reviewed, from the work in which it appears."""
    works = [work for name in FIRST for work in nodes(get(claim, name))]
    work = works[0] if works else {}
    appearance = address(get(claim, *FIRST))
    url = address(get(work, "url", "@id")) or appearance or address(get(claim, "url"))
    said = text(get(claim, "text", "claimReviewed", "description", "name"))
    language = text(_language(work) or _language(claim))
    kinds = (kind for name, kind in PRINTED.items() if name in types(work))
    published = text(get(work, "datePublished"))
    return Stated(
        where=parts.where,
        text=parts.take("text", "text", said, needed=True),
        claimants=_all_named(parts, "author", [get(claim, "author", "creator")]),
        said_on=parts.day("datePublished", text(get(claim, "datePublished", "dateCreated"))),
        publisher=_publisher(parts, "appearance.publisher", _who(work), url),
        url=parts.take("address", "appearance.url", url, needed=True),
        title=parts.take("text", "appearance.headline", text(get(work, "headline", "name"))),
        published=parts.day("appearance.datePublished", published),
        language=parts.take("language", "inLanguage", language) or UNKNOWN_LANGUAGE,
        kind=next(kinds, SourceKind.REFERENCE),
        rating=None,
        appearances=tuple(one for one in _appearances(parts, "appearance", [claim]) if one != url),
    )


def _appearances(parts: Parts, name: str, items: list[Node]) -> tuple[str, ...]:
    """Return the addresses of the works in which a claim appears, each once."""
    works = [w for one in items for key in FIRST for w in each(get(one, key))]
    found = (parts.take("address", name, address(work)) for work in works)
    return tuple(dict.fromkeys(filter(None, found)))


def _language(node: Node) -> object:
    """Return the language of a work: a tag, or a Language that has it as its other name."""
    found = get(node, "inLanguage")
    return next((get(one, "alternateName", "name") for one in nodes(found)), found)


def _rating(review: Node) -> str:
    """Return the words of a rating, or else its number on its scale: `2 on a scale of 1 to 5`."""
    ratings = nodes(get(review, "reviewRating"))
    worded = dict.fromkeys(text(get(one, "alternateName", "name")) for one in ratings)
    if words := "; ".join(filter(None, worded)):
        return words
    if not ratings:
        return text(get(review, "reviewRating"))
    value, worst, best = (
        text(get(ratings[0], name)) for name in ("ratingValue", "worstRating", "bestRating")
    )
    return f"{value} on a scale of {worst} to {best}" if value and worst and best else value


def _who(work: Node) -> object:
    """Return who published a work: an organisation before a person who wrote for it."""
    author, publisher = get(work, "author"), get(work, "publisher")
    by_person = any("Person" in types(one) for one in nodes(author))
    return publisher if publisher is not None and (by_person or author is None) else author


def _all_named(parts: Parts, name: str, values: list[object]) -> tuple[Named, ...]:
    """Return all who are named in some values, each once."""
    found = [_named(parts, f"{name}.name", one) for value in values for one in each(value)]
    return tuple({one.name: one for one in reversed(found) if one.name}.values())[::-1]


def _publisher(parts: Parts, name: str, value: object, url: str) -> Named:
    """Return who published a work; where nobody is named, the host of its address."""
    found = next((n for one in each(value) if (n := _named(parts, name, one)).name), None)
    return found or Named(host(url), PartyKind.WEBSITE)


def _named(parts: Parts, name: str, value: object) -> Named:
    """Return who is named by a text or a node."""
    said = text(value)
    if said.casefold() in NOBODY:
        return Named("")
    node = value if isinstance(value, dict) else {}
    kind = next((kind for name, kind in TYPES.items() if name in types(node)), None)
    return Named(parts.take("text", name, said), kind)


def host(url: str) -> str:
    """Return the host of an address without `www.`; empty where it has none.

    Browsers and standards differ on strange addresses, so that one may have none that is plain.
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

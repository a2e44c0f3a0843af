"""Revisions of claims as an Atom feed (RFC 4287): one entry a revision, the newest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claims.export.markup import clean, el, say, told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from claims.since import Entry

ATOM = "http://www.w3.org/2005/Atom"
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 forbids."""
UNNAMED = "unnamed"
"""Said of who made a revision that names nobody; a feed must name someone."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself."""

    site: str
    """The address of the server, without a slash at the end."""
    address: str
    """The address that the feed itself was asked for at, in full."""
    page: str
    """The address of the page that shows the same, in full."""
    title: str
    filters: str
    """What was chosen, in words: `Claimant: HRANA`, or `all claims`."""
    at: datetime
    """The moment of the ledger position; what the feed says where it has no entry."""
    grammar: int
    """The version of the grammar that links are written in."""

    def permalink(self, entry: Entry) -> str:
        """Return the link of a claim as a revision left it."""
        return f"{self.site}/c/{entry.claim}?v={self.grammar}&rev={entry.rev}"

    def name(self, entry: Entry) -> str:
        """Return the id of an entry: its link without the grammar, for an id never changes."""
        return f"{self.site}/c/{entry.claim}?rev={entry.rev}"


def as_atom(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """Return a feed of these entries, which come newest first, as XML in UTF-8."""
    root = Element("feed", {"xmlns": ATOM})
    _add(root, "id", feed.address)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.filters)
    _add(root, "updated", _moment(entries[0].at if entries else feed.at))
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    _add(root, "generator", "On Record", uri=feed.site)
    for entry in entries:
        _entry(root, feed, entry)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(root: Element, feed: Feed, entry: Entry) -> None:
    made = SubElement(root, "entry")
    _add(made, "id", feed.name(entry))
    _add(made, "title", " ".join(entry.title.split()))
    _add(made, "updated", _moment(entry.at))
    author = SubElement(made, "author")
    _add(author, "name", " ".join(entry.actor.split()) or UNNAMED)
    _link(made, "alternate", feed.permalink(entry), "text/html")
    _add(made, "content", _content(entry), type="html")


def _content(entry: Entry) -> str:
    """Return the claim as a sentence, what the revision changed and why, as HTML."""
    changed = [
        el("li", f"{field.name}: ", told(field.before), " → ", told(field.after))
        for field in entry.fields
    ]
    reason = " ".join(entry.reason.split())
    return say(
        el(
            "div",
            el("p", told(entry.sentence)),
            el("ul", *changed) if changed else None,
            el("p", "Reason: ", told(reason)) if reason else None,
        )
    )


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    """Add an element with text; what XML forbids, or would turn text round, shows as a mark."""
    child = SubElement(parent, name, {k: _plain(v) for k, v in attributes.items()})
    child.text = _plain(text)


def _link(parent: Element, rel: str, href: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": kind, "href": _plain(href)})


def _plain(text: str) -> str:
    return NO_XML.sub("\N{REPLACEMENT CHARACTER}", clean(text))


def _moment(at: datetime) -> str:
    """Write a moment as RFC 3339 in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

"""What a link shows where it is pasted: title, sentence and picture of this very view.

Sites and messengers read Open Graph and Twitter tags from the head of a page. They are made
for the short addresses of claims and indicators, `/c/…` and `/i/…`, and the same tags go into
the head of the app's own pages, so that any address that is copied has the right preview.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from claims.errors import ClaimsError
from claims.export.markup import el, say
from claims.export.words import full_sentence, short_sentence
from claims.numerals import counted
from claims.periods import words
from claims.prose import sentence
from dashboard import data, grammar, heeded, links, places, selections

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from claims.export.selection import Selection
    from claims.ledger import Ledger
    from claims.records import Claim
    from dashboard.links import View
    from dashboard.places import Place

SITE = "On Record"
SHORT = {"claim": "c", "indicator": "i"}
"""The short address of a page about one record: `/c/c-8d08b2e02c55`."""
IMAGE = (1200, 630)
"""Pixels of every picture."""
LONGEST = 1_000
"""Characters of a description; what reads it cuts longer ones in its own way."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is said of a view in the head of a page."""

    title: str
    description: str
    address: str
    """The one address of this view, in full."""
    image: str = ""
    """The address of its picture, in full; empty where there is none."""
    alt: str = ""
    """What the picture says, for those who cannot see it."""
    modified: datetime | None = None
    """When the ledger position that is shown was written."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The addresses of the same as a file, by media type."""


def address(site: str, path: str, view: View, suffix: str = "") -> str:
    """Return the one address of a view, or of a file of it: short for a claim or an indicator.

    Example: `https://onrecord.example/c/c-8d08b2e02c55.png?v=2&rev=12&shared=2026-11-22`.
    """
    found = links.write(view)
    if path in SHORT and view.id:
        path = f"{SHORT[path]}/{found.pop('id')}"
    asked = urlencode({"v": str(grammar.GRAMMAR), **found}, doseq=True) if found else ""
    return f"{site}/{path}{suffix}{'?' if asked else ''}{asked}"


def of_claim(selection: Selection, claim: Claim, view: View) -> Preview:
    """Return the preview of a claim: its figure with hedge, origin and warnings, its card."""
    said = full_sentence(selection, claim)
    return Preview(
        title=shortened(short_sentence(selection, claim)),
        description=shortened(said),
        address=address(selection.site, "claim", view),
        image=address(selection.site, "claim", view, ".png"),
        alt=shortened(said),
        modified=selection.position.at,
        files=_files(selection.site, "claim", view),
    )


def of_view(ledger: Ledger, path: str, view: View, place: Place, site: str) -> Preview:
    """Return the preview of a view of several claims; raises UnknownRecordError.

    The claims are counted and not read: a page that waits for this waits a moment.
    """
    records = data.context(ledger, place.rev)
    chosen = selections.wanted(path, view, records)
    total = 0 if view.nothing else len(view.pick) or ledger.count(chosen, place.rev)
    title = selections.title(path, view, records)
    said = _in_words(ledger, path, view, place, total)
    about = "; ".join(f"{k}: {v}" for k, v in selections.in_words(chosen, records).items())
    told = f"{said} Chosen by {about}." if path == "explore" and about else said
    if place.is_past and place.held is not None:
        before, after = (place.held.rev, place.day), (place.head.rev, place.now)
        told += f" {data.since(ledger, chosen, before, after).sentence()}"
    drawn = total <= selections.MOST
    return Preview(
        title=title,
        description=shortened(f"{told} As on {words(place.day)}, revision {place.rev:,}."),
        address=address(site, path, view),
        image=address(site, path, view, ".png") if drawn else "",
        alt=shortened(f"Chart of {counted(total, 'claim')}: {title}") if drawn else "",
        modified=ledger.position_of(place.rev).at,
        files=_files(site, path, view),
    )


def tags(found: Preview) -> list[Element]:
    """Return the elements that say a preview in the head of a page, its title first."""
    wide, high = (str(pixels) for pixels in IMAGE)
    graph = {
        "og:site_name": SITE,
        "og:type": "article",
        "og:title": found.title,
        "og:description": found.description,
        "og:url": found.address,
        "article:modified_time": found.modified.isoformat() if found.modified else "",
    }
    named = {"description": found.description, "twitter:card": "summary"}
    if found.image:
        graph |= {"og:image": found.image, "og:image:type": "image/png", "og:image:alt": found.alt}
        graph |= {"og:image:width": wide, "og:image:height": high}
        named |= {"twitter:card": "summary_large_image", "twitter:image": found.image}
        named |= {"twitter:image:alt": found.alt}
    named |= {"twitter:title": found.title, "twitter:description": found.description}
    return [
        el("title", f"{found.title} – {SITE}"),
        *(el("meta", name=name, content=text) for name, text in named.items()),
        *(el("meta", property=name, content=text) for name, text in graph.items() if text),
        el("link", rel="canonical", href=found.address),
        *(el("link", rel="alternate", type=kind, href=to) for kind, to in found.files.items()),
    ]


def head(path: str, params: Mapping[str, list[str]], site: str) -> str:
    """Return the tags of a page of the app, written; none where its view cannot be shown."""
    if path not in selections.PAGES:
        return ""
    view, _ = links.read(params)
    if view.adrift or view.nothing:
        return ""
    try:
        found = _preview(path, view, site)
    except ClaimsError:
        return ""
    return "".join(say(tag) for tag in tags(found)) if found else ""


def _preview(path: str, view: View, site: str) -> Preview | None:
    ledger = data.open_ledger()
    place = places.place(view, ledger, datetime.now(UTC).date())
    if heeded.complaints(path, view, data.context(ledger, place.rev)):
        return None
    if path != "claim":
        return of_view(ledger, path, view, place, site)
    made = datetime.combine(place.day, time.min, UTC)
    selected = selections.selection(ledger, path, view, place, site=site, made=made)
    found = selections.outdated(selected, ledger, place)
    return of_claim(found, found.claims[0], view)


def shortened(text: str) -> str:
    """Return text on one line, cut between words where it is too long for a preview."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    return f"{line[: LONGEST - 1].rsplit(' ', 1)[0].rstrip(' ,;:')[: LONGEST - 1]}…"


def _in_words(ledger: Ledger, path: str, view: View, place: Place, total: int) -> str:
    """Say how many claims a view holds, and for an indicator the newest figure."""
    many = f"{counted(total, 'claim')} on record."
    summary = data.summary(ledger, view.id, place.rev) if path == "indicator" else None
    newest = data.claims(ledger, (summary.latest or "",), place.rev) if summary else ()
    if not newest or view.filter.chosen:
        return many
    standing = data.states(ledger, view.id, place.rev, place.day).get(newest[0].id)
    return f"{many} Newest: {sentence(newest[0], data.context(ledger, place.rev), standing)}"


def _files(site: str, path: str, view: View) -> dict[str, str]:
    """Return the addresses of the files of a view, and of the feed of its changes."""
    found = {
        "application/json": address(site, path, view, ".json"),
        "text/csv": address(site, path, view, ".csv"),
    }
    wanted = view.filter
    if path == "indicator":
        wanted = wanted.model_copy(update={"indicator": (view.id,)})
    if path in {"indicator", "explore"}:
        feed = links.View(filter=wanted)
        found["application/atom+xml"] = address(site, "feed", feed, ".atom")
    return found

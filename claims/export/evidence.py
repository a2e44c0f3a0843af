"""The evidence pack: one HTML file of some claims that opens without the server and prints.

It holds all its parts and asks for nothing: no script runs in it, no picture or font is
fetched, and its Content-Security-Policy forbids both. The same selection gives the same bytes.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from claims.errors import TooManyError
from claims.export.evidence_claim import article
from claims.export.evidence_guide import checking, citing, reading
from claims.export.evidence_pack import Pack
from claims.export.evidence_style import POLICY, STYLE
from claims.export.evidence_summary import glance, heading, questions
from claims.export.lines import as_json
from claims.export.linked import ESCAPED
from claims.export.markup import el, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.export.selection import Selection
    from claims.ledger import Revision

MOST = 200
"""Claims that one file holds at most."""
NO_CHARTS: Mapping[str, str] = MappingProxyType({})
NO_HASHES: Mapping[int, str] = MappingProxyType({})


def as_evidence(
    selection: Selection,
    histories: Mapping[str, Sequence[Revision]],
    *,
    charts: Mapping[str, str] = NO_CHARTS,
    hashes: Mapping[int, str] = NO_HASHES,
) -> bytes:
    """Return the claims of a selection as one HTML file with all that bears on them.

    `histories` holds the revisions of each claim up to the position, oldest first, by claim id;
    `charts` SVG by indicator id; `hashes` the chain hash in hex by revision, that of the
    position too. Raises TooManyError above 200 claims.
    """
    if len(selection.claims) > MOST:
        raise TooManyError(len(selection.claims), MOST)
    pack = Pack(selection, histories, charts, hashes)
    parts = [heading(pack), glance(pack), questions(pack), _claims(pack)]
    parts += [reading(pack), checking(pack), citing(pack)]
    first, *sections = [part for part in parts if part is not None]
    body = el("body", first, _contents(sections), el("main", *sections), _records(selection))
    return f"<!DOCTYPE html>\n{say(el('html', _head(selection), body, lang='en'))}\n".encode()


def _head(selection: Selection) -> Element:
    style = Element("style")
    style.text = STYLE
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{selection.title}: evidence at revision {selection.position.rev:,}"),
        style,
    )


def _contents(sections: Sequence[Element]) -> Element:
    """Return links to the sections, under their headings."""
    items = (
        el("li", el("a", section.findtext("h2") or "", href=f"#{section.get('id')}"))
        for section in sections
    )
    return el("nav", el("ol", *items), aria_label="Contents")


def _claims(pack: Pack) -> Element | None:
    claims = pack.selection.claims
    if not claims:
        return None
    every = (article(pack, claim) for claim in claims)
    return el("section", el("h2", "The claims"), *every, id="claims")


def _records(selection: Selection) -> Element:
    """Return the records as JSON in which no text can end the element that holds it."""
    held = Element("script", {"type": "application/json", "id": "records"})
    held.text = as_json(selection).decode().translate(ESCAPED)
    return held

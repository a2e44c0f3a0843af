"""The words that carry a claim, and the source that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.export.markup import WEB, el, facts, link, told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claims.export.evidence_pack import Pack
    from claims.records import Claim, Evidence, Source


def quotes(pack: Pack, claim: Claim) -> Iterator[Element]:
    """Yield the exact words of each evidence with what is known of its source."""
    yield el("h4", "The words of the source")
    for evidence in claim.evidence:
        source = pack.selection.records.source(evidence.source)
        yield el("blockquote", _words(evidence), dir="auto", **_where(source))
        yield el("div", _about(pack, evidence, source), class_="wide")


def _where(source: Source | None) -> dict[str, str]:
    """Return language and address of a quotation, for programs that read the file."""
    if source is None:
        return {}
    cite = {"cite": source.url} if source.url and WEB.fullmatch(source.url) else {}
    return {"lang": source.language} | cite


def _words(evidence: Evidence) -> Element:
    """Return the quote, marked within the words around it where they are known."""
    before = el("span", f"… {evidence.prefix} ", class_="quiet")
    after = el("span", f" {evidence.suffix} …", class_="quiet")
    return el(
        "p",
        before if evidence.prefix else None,
        "“",
        el("mark", evidence.quote),
        "”",
        after if evidence.suffix else None,
        dir="auto",
    )


def _about(pack: Pack, evidence: Evidence, source: Source | None) -> Element:
    """Return where the words stand: source, publisher, day, addresses and fingerprint."""
    if source is None:
        return facts({"Source": f"{evidence.source}, not on record at this position"})
    records = pack.selection.records
    credit = ", ".join(map(records.name, source.credit))
    kind = f"{source.kind}, {source.tier}, {source.language}"
    return facts(
        {
            "Source": told(records.title(source), source.language if source.title else ""),
            "Published by": pack.who(source.publisher),
            "Published": told(source.published.in_words()) if source.published else "undated",
            "Place in it": _place(evidence),
            "Address of just this": link(evidence.url) if evidence.url else None,
            "Kind": kind,
            "Credits": told(credit) if credit else None,
            "Address": link(source.url) if source.url else "none on record",
            "Archived copy": link(source.archive_url) if source.archive_url else "none on record",
            "Read on": told(source.accessed.in_words()) if source.accessed else None,
            "SHA-256 of the text read": el("code", source.text_sha256, class_="hash")
            if source.text_sha256
            else "not recorded",
            "Note": told(source.note) if source.note else None,
            "Source id": el("code", source.id),
        }
    )


def _place(evidence: Evidence) -> str:
    """Say where the words stand in the text: `paragraph 3, characters 120 to 162`."""
    start, end = evidence.start, evidence.end
    places = [f"paragraph {evidence.paragraph}"] if evidence.paragraph else []
    if start is not None and end is not None:
        places.append(f"characters {start:,} to {end:,}")
    elif start is not None:
        places.append(f"from character {start:,}")
    elif end is not None:
        places.append(f"up to character {end:,}")
    return ", ".join(places) or "not recorded"

"""Fact-checks for the tests, in the forms in which others publish them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claims.imports import factchecks
from claims.records import Claim, Party, Source

if TYPE_CHECKING:
    from pathlib import Path

    from claims.collection import Collection
    from claims.imports.jsonl import Loaded

WORDS = "The old bridge was closed for 400 days"
URL = "https://www.checker.example/bridge"


def review(**fields: Any) -> dict[str, Any]:
    """Make a ClaimReview with all that a careful fact-checker gives."""
    defaults = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": URL,
        "headline": "Was the bridge closed?",
        "claimReviewed": WORDS,
        "datePublished": "2024-05-03T10:00:00+02:00",
        "inLanguage": "en",
        "author": {"@type": "NewsMediaOrganization", "name": "The Checker"},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": "1",
            "worstRating": "1",
            "bestRating": "5",
            "alternateName": "False",
        },
        "itemReviewed": item(),
    }
    return {name: value for name, value in (defaults | fields).items() if value is not None}


def item(**fields: Any) -> dict[str, Any]:
    """Make the Claim that a review is of."""
    defaults = {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ada Roe"},
        "datePublished": "2024-05-01",
    }
    return {name: value for name, value in (defaults | fields).items() if value is not None}


def answer(**fields: Any) -> dict[str, Any]:
    """Make a claim as the Fact Check Tools API answers."""
    given = {
        "publisher": {"name": "The Checker", "site": "checker.example"},
        "url": URL,
        "title": "Was the bridge closed?",
        "reviewDate": "2024-05-03T00:00:00Z",
        "textualRating": "False",
        "languageCode": "en",
    }
    defaults = {
        "text": WORDS,
        "claimant": "Ada Roe",
        "claimDate": "2024-05-01T00:00:00Z",
        "claimReview": [given],
    }
    return {name: value for name, value in (defaults | fields).items() if value is not None}


def page(*scripts: object) -> str:
    """Write a web page with scripts of linked data; a text is written as it is."""
    written = [one if isinstance(one, str) else json.dumps(one) for one in scripts]
    held = (f'<script type="application/ld+json">{one}</script>' for one in written)
    return f"<!DOCTYPE html><html><head><title>x</title>{''.join(held)}</head><p>y</p></html>"


def write(folder: Path, content: object, name: str = "checks.json") -> Path:
    """Write a file of JSON, or of text as it is."""
    file = folder / name
    text = content if isinstance(content, str) else json.dumps(content)
    file.write_bytes(text.encode(errors="surrogatepass"))
    return file


def read(folder: Path, content: object, known: Collection | None = None) -> Loaded:
    """Read such a file beside what is known."""
    return factchecks.read(write(folder, content), known)


def claims(loaded: Loaded) -> list[Claim]:
    """Return the claims that were read."""
    return [i.record for i in loaded.records if isinstance(i.record, Claim)]


def claim(loaded: Loaded) -> Claim:
    """Return the one claim that was read."""
    (found,) = claims(loaded)
    return found


def parties(loaded: Loaded) -> dict[str, Party]:
    """Return the parties that were made, by id."""
    return {i.record.id: i.record for i in loaded.records if isinstance(i.record, Party)}


def sources(loaded: Loaded) -> list[Source]:
    """Return the sources that were made."""
    return [i.record for i in loaded.records if isinstance(i.record, Source)]

"""Two pages for the tests of the desk: one on what is on record, one on what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.desk import document, proposed

if TYPE_CHECKING:
    from claims.documents.document import Document
    from claims.extraction.proposal import Proposal

TEXT = (
    "Protests over water went on.\n"
    "According to Iran’s state TV, at least six people were killed in protests in Khuzestan "
    "province on Tuesday."
)

WORDS = "at least six people"

FIELDS: dict[str, Any] = {
    "place": "Khuzestan",
    "country": "IR",
    "period": "2021-07-15/2021-07-27",
    "claimant": "Iran’s state TV",
    "chain": ("Iran’s state TV",),
    "paragraph": 2,
}

PAGE = {"title": "Protests go on", "url": "https://www.arabnews.com/node/1", "author": "AP"}


def page(text: str = TEXT, **fields: Any) -> Document:
    """Make the page that the proposal stands on."""
    return document(text, **PAGE | fields)


def proposal(**fields: Any) -> Proposal:
    """Make a proposal of at least six people killed."""
    return proposed(TEXT, WORDS, **FIELDS | fields)


NEW_TEXT = "Police in Sinaloa said that nine villagers were wounded on Monday."

NEW_FIELDS: dict[str, Any] = {
    "place": "Sinaloa",
    "country": "MX",
    "period": "2030-05-06",
    "claimant": "Police in Sinaloa",
    "chain": ("Police in Sinaloa",),
}


def new_page() -> Document:
    """Make a page of a publisher that is not on record."""
    return document(NEW_TEXT, publisher="Noroeste", published="2030-05-07", title="Nine wounded")

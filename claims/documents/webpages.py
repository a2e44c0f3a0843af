"""Web pages to documents: the article without what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.documents.decoding import HEAD, decoded, stated_in_page
from claims.documents.document import document
from claims.documents.errors import (
    DamagedDocumentError,
    MissingLibraryError,
    NoTextError,
    TooLargeError,
)
from claims.documents.tidying import one_line

if TYPE_CHECKING:
    from claims.documents.document import Document

KIND, LIBRARY = "a web page", "trafilatura"
MEDIA_TYPE = "text/html"
MOST_TAGS = 100_000
"""Counted by their brackets; a long news page has a tenth of it, and reading takes as long."""
DECLARATION = re.compile(r"^\s{0,9}<\?xml[^<>]{0,200}>")
"""States an encoding that a text which is decoded already is no longer in."""
TAG = re.compile(r"<[a-zA-Z][^<>]{500,}")
"""A tag that is long enough to hold very many attributes, which parsers compare with each other."""
MOST_ATTRIBUTES = 300
DATES = {"original_date": True, "extensive_search": False}
"""The first date that the page states as its own; none is made out of its running text."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SHORTEST_ARTICLE = 25
"""Characters of its longest paragraph; names of sections and links are shorter."""


def read_page(content: bytes, name: str, encoding: str | None = None) -> Document:
    """Return the article of a web page, its headline first.

    Only the bytes given are looked at: no link, image, style or script is ever loaded.
    Raises TooLargeError, NoTextError where the page has no article, and DamagedDocumentError.
    """
    markup = DECLARATION.sub("", decoded(content, name, encoding or stated_in_page(content)))
    if markup.count("<") > MOST_TAGS:
        raise TooLargeError(name, MOST_TAGS, "tags")
    if any(tag.count("=") > MOST_ATTRIBUTES for tag in TAG.findall(markup)):
        raise TooLargeError(name, MOST_ATTRIBUTES, "attributes of one tag")
    if not markup.strip():
        raise NoTextError(name)
    whole = "<html" in markup[:HEAD].lower()
    return _article(markup if whole else f"<html><body>{markup}</body></html>", name)


def _article(markup: str, name: str) -> Document:
    """Return the article of a page whose size is checked."""
    try:
        from trafilatura import bare_extraction, load_html  # noqa: PLC0415 - only where needed
    except ImportError as error:
        raise MissingLibraryError(KIND, LIBRARY) from error
    try:
        tree = load_html(markup)
        root = {} if tree is None else tree
        language = root.get("lang") or root.get("xml:lang")
        byline = None if tree is None else tree.find(".//meta[@name='author']")
        page = bare_extraction(
            tree, include_comments=False, with_metadata=True, date_extraction_params=DATES
        )
    except Exception as error:  # bytes from anywhere make parsers raise anything
        raise DamagedDocumentError(name, KIND) from error
    if page is None or isinstance(page, dict) or not _is_article(text := page.text or ""):
        raise NoTextError(name)
    return document(
        name,
        _headed(one_line(page.title), text),
        MEDIA_TYPE,
        title=page.title,
        author=page.author or (None if byline is None else byline.get("content")),
        publisher=page.sitename,
        url=page.url,
        published=page.date if _is_stated(page.date, markup) else None,
        language=language,
    )


def _is_article(text: str) -> bool:
    """Tell whether a text has a paragraph that is more than a name or a link."""
    return any(len(line) >= SHORTEST_ARTICLE for line in text.splitlines())


def _headed(title: str, text: str) -> str:
    """Return the paragraphs with a blank line between them, the headline being the first."""
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    headed = title and title not in (one_line(paragraph) for paragraph in paragraphs)
    return "\n\n".join([title, *paragraphs] if headed else paragraphs)


def _is_stated(published: str | None, markup: str) -> bool:
    """Tell whether a page states the very day; of a month alone the library makes some day.

    >>> _is_stated("2021-07-27", "Tuesday 27 July 2021"), _is_stated("2021-07-23", "July 2021")
    (True, False)
    """
    if published is None or not DAY.fullmatch(published):
        return False
    year, month, day = published.split("-")
    apart = r"\D(?:[^<>]{0,20}\D)?"
    near = rf"(?<!\d)(?:{year}{apart}0?{int(day)}|0?{int(day)}{apart}{year})(?!\d)"
    return f"{year}{month}{day}" in markup or re.search(near, markup) is not None

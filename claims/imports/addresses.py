"""Tables at web addresses: files, and published Google Sheets, through the guarded fetch."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs, unquote, urlsplit

from claims.documents.addresses import NOTHING, Permitted
from claims.documents.fetching import Wanted, fetch

SHEETS = re.compile(r"https://docs\.google\.com/spreadsheets/d/(?P<id>e/[\w-]+|[\w-]+)(?:/.*)?")
"""A spreadsheet, as a person copies its address; `e/…` is one that was published to the web."""
TABLES = Wanted(reads=lambda _: True, most_bytes=200_000_000)
"""Any kind of file is taken: what it is, its bytes say."""
WITHIN = 120.0
"""Seconds for a file."""
SUFFIXES = {
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/ld+json": ".jsonld",
    "application/jsonl": ".jsonl",
    "text/html": ".html",
    "application/zip": ".zip",
}
"""Ends of file names by media type, where the address has none."""
UNSAFE = re.compile(r"[^\w.-]+")
LONGEST = 100


def is_address(text: str) -> bool:
    """Tell whether something is a web address, not a file."""
    return text.lower().startswith(("http://", "https://"))


def as_file(address: str) -> str:
    """Return the address of the file behind one that a person copies.

    >>> as_file("https://docs.google.com/spreadsheets/d/abc/edit#gid=7")
    'https://docs.google.com/spreadsheets/d/abc/export?format=csv&gid=7'
    >>> as_file("https://docs.google.com/spreadsheets/d/e/2PACX/pubhtml")
    'https://docs.google.com/spreadsheets/d/e/2PACX/pub?output=csv'
    """
    found = SHEETS.fullmatch(address)
    if found is None:
        return address
    parts = urlsplit(address)
    asked = parse_qs(parts.query) | parse_qs(parts.fragment)
    sheet = f"&gid={asked['gid'][0]}" if asked.get("gid", [""])[0].isdecimal() else ""
    start = f"https://docs.google.com/spreadsheets/d/{found['id']}"
    if found["id"].startswith("e/"):
        return f"{start}/pub?output=csv{sheet}"
    return f"{start}/export?format=csv{sheet}"


def download(address: str, folder: Path, *, permitted: Permitted = NOTHING) -> Path:
    """Fetch the file at an address into a folder and return where it lies.

    `permitted` is for tests, as in `fetch`. Raises the errors of `claims.documents.errors`.
    """
    fetched = fetch(as_file(address), TABLES, within=WITHIN, permitted=permitted)
    path = folder / _name(fetched.address, fetched.media_type)
    path.write_bytes(fetched.content)
    return path


def _name(address: str, media_type: str | None) -> str:
    """Return a plain name for what was fetched: that of the address, or its kind."""
    parts = urlsplit(address)
    last = UNSAFE.sub("-", PurePosixPath(unquote(parts.path)).name).strip("-.")[-LONGEST:]
    stated = (media_type or "").partition(";")[0].strip().lower()
    if PurePosixPath(last).suffix and "output=csv" not in parts.query:
        return last
    return f"{last or 'table'}{SUFFIXES.get(stated, '')}"

"""Ids made of words: `Gaza Ministry of Health` is `gaza-ministry-of-health`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

LONGEST = 80
APART = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def slug(words: str) -> str:
    """Return words as an id; those with letters that ASCII lacks get a hash, so that they differ.

    >>> slug("Infantry Fighting Vehicles"), slug("Zürich"), slug("الأقصى")[:2]
    ('infantry-fighting-vehicles', 'zurich', 'n-')
    """
    plain = unicodedata.normalize("NFKD", words)
    kept = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    found = APART.sub("-", kept).strip("-")
    lost = any(c.isalpha() and not c.isascii() for c in kept)
    if not lost and 0 < len(found) <= LONGEST:
        return found
    mark = hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:8]
    return f"{found[: LONGEST - 9].strip('-') or 'n'}-{mark}"

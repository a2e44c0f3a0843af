"""Parties whose names a reader cannot tell apart: two of one name would seem two origins.

>>> key("Reuters"), key(" REUTERS\u200b")
('reuters', 'reuters')
>>> mixed("R\u0435uters")
'R\u0435uters'
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from claims.errors import Problem
from claims.records import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.collection import Collection

ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""Scripts with letters that look the same; no word is written in two of them."""


def parties_are_told_apart(records: Collection) -> Iterator[Problem]:
    """Two parties must not have one name, nor a name letters of another script that look alike.

    Of two, the one that comes in from a file is reported, not the one on record.
    """
    seen: dict[str, str] = {}
    for item in sorted(records.located, key=lambda one: bool(one.where.file)):
        if not isinstance(item.record, Party):
            continue
        party, name = item.record, key(item.record.name)
        if other := seen.get(name):
            message = f"“{other}” has this name too"
            hint = "Use one of the two, or say in the name what tells them apart"
            yield Problem(item.where, party.id, "name", party.name, message, hint)
        elif word := mixed(party.name):
            message = f"“{word}” has letters of two scripts"
            yield Problem(item.where, party.id, "name", party.name, message, "Write it in one")
        seen.setdefault(name, party.id)


def key(name: str) -> str:
    """Return what a reader sees of a name: no capitals, invisible characters or odd spaces."""
    letters = unicodedata.normalize("NFKC", name)
    seen = "".join(letter for letter in letters if unicodedata.category(letter) != "Cf")
    return " ".join(seen.casefold().split())


def mixed(name: str) -> str:
    """Return the first word of a name in which scripts are mixed that look alike, if any."""
    words: list[str] = re.findall(r"\w+", name)
    for word in words:
        scripts = {unicodedata.name(c, "").partition(" ")[0] for c in word}
        if len(scripts & ALIKE) > 1:
            return word
    return ""

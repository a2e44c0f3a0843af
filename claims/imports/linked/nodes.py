"""Values of JSON-LD read as they come: one or a list, text or a node, with or without a prefix.

>>> text(get({"schema:name": ["", {"@value": " Ada  Roe "}]}, "name"))
'Ada Roe'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Node: TypeAlias = dict[str, Any]

SCHEMA = re.compile(r"^(?:https?://(?:www\.)?schema\.org/|schema:)")
"""What may stand before a name of schema.org."""
EMPTY: tuple[object, ...] = (None, "", [], {})
WRAPPED = ("@value", "@list", "@set")
DEEPEST = 20
"""Lists and wrappers within each other that are still opened."""


def local(name: str) -> str:
    """Return a name of schema.org without what stands before it."""
    return SCHEMA.sub("", name)


def types(node: Mapping[str, Any]) -> frozenset[str]:
    """Return the types of a node, of which it may have several."""
    found = node.get("@type", node.get("type"))
    named = found if isinstance(found, list) else [found]
    return frozenset(local(name) for name in named if isinstance(name, str))


def get(node: Mapping[str, Any], *names: str) -> object:
    """Return the first of some properties that a node has and that is not empty; None where none.

    >>> get({"headline": "", "https://schema.org/name": "A"}, "headline", "name")
    'A'
    """
    for name in names:
        end = (f"/{name}", f":{name}")
        prefixed = (v for key, v in node.items() if key.endswith(end) and local(key) == name)
        found = next((v for v in (node.get(name), *prefixed) if v not in EMPTY), None)
        if found is not None:
            return found
    return None


def each(value: object, depth: int = 0) -> Iterator[object]:
    """Return the values that stand in a value: each of a list, what a wrapper holds, or itself."""
    if depth > DEEPEST or value is None:
        return
    if isinstance(value, list):
        for one in value:
            yield from each(one, depth + 1)
        return
    wrapper = next((name for name in WRAPPED if isinstance(value, dict) and name in value), None)
    if wrapper and isinstance(value, dict):
        yield from each(value[wrapper], depth + 1)
    else:
        yield value


def nodes(value: object) -> list[Node]:
    """Return the nodes that stand in a value."""
    return [one for one in each(value) if isinstance(one, dict)]


def text(value: object) -> str:
    """Return the first text in a value, its words one blank apart; empty where there is none.

    A node is said by its name.
    """
    for one in each(value):
        if found := _as_text(one):
            return found
    return ""


def _as_text(one: object) -> str:
    if isinstance(one, dict):
        return next((t for v in each(get(one, "name")) if (t := _plain(v))), "")
    return _plain(one)


def _plain(one: object) -> str:
    if isinstance(one, str):
        return " ".join(one.split())
    return str(one) if isinstance(one, int | float) and not isinstance(one, bool) else ""


def address(value: object) -> str:
    """Return the first address in a value: a text, or that of a node."""
    for one in each(value):
        held = get(one, "url", "@id") if isinstance(one, dict) else one
        if found := next((t for v in each(held) if (t := _plain(v))), ""):
            return found
    return ""

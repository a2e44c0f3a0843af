"""A reader of linked data for the tests: every name written out, no server asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from pyld import jsonld

from claims.export import linked

if TYPE_CHECKING:
    from claims.export.selection import Selection

SCHEMA, OA = "https://schema.org/", "http://www.w3.org/ns/oa#"


def no_request(address: str, _options: object) -> None:
    """Fail where a document needs anything from a server."""
    pytest.fail(f"the document asks for {address}")


def expanded(found: object) -> list[dict[str, Any]]:
    """Return the nodes of a document with every name written out, asking no server."""
    nodes: list[dict[str, Any]] = jsonld.expand(found, {"documentLoader": no_request})
    return nodes


def nodes(selection: Selection, kind: str) -> list[dict[str, Any]]:
    """Return the nodes of one schema.org type in the document of a selection."""
    found = expanded(json.loads(linked.as_jsonld(selection)))
    return [node for node in found if node["@type"] == [f"{SCHEMA}{kind}"]]


def value(node: dict[str, Any], *path: str) -> Any:
    """Follow properties of schema.org to a plain value, an address or a node; None where none."""
    found: Any = node
    for name in path:
        found = found.get(name if ":" in name else f"{SCHEMA}{name}", [None])[0]
        if found is None:
            return None
    plain = found.get("@value", found.get("@id") if set(found) == {"@id"} else None)
    return found if plain is None else plain

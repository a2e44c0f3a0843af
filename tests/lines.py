"""A claim as a line of the records states it, and the same line with something changed."""

from __future__ import annotations

from typing import Any

LINE: dict[str, Any] = {
    "kind": "casualty figure",
    "indicator": "khuzestan-protests-2021-killed",
    "statement": "At least five people were killed during the protests",
    "quantity": {
        "as_stated": "At least five",
        "hedge": "at least",
        "value": 5,
        "low": 5,
        "unit": "deaths",
    },
    "period": "2021-07-15/2021-07-27",
    "said_on": "2021-07-27",
    "claimant": "iranian-state-media",
    "chain": ["iranian-state-media", "arab-news"],
    "evidence": [
        {"source": "arabnews-2021-07-27", "quote": "At least five people have been killed"}
    ],
}
"""A claim as a line of the starter records states it."""


def without(field: str) -> dict[str, Any]:
    """Return the line with one field left out."""
    return {name: value for name, value in LINE.items() if name != field}


def with_evidence(**fields: str) -> dict[str, Any]:
    """Return the line with its evidence changed."""
    return LINE | {"evidence": [LINE["evidence"][0] | fields]}

"""The README of a data package: what it is, how to read it, cite it and load it back.

It is Markdown. What comes from the view and the records stands in code blocks, where no
program takes it for markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.export.about import LICENCE, LICENCE_IN_WORDS, about
from claims.export.citation import full, of_view, one_line
from claims.export.columns import CARE, COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.export.selection import Selection

WHAT = (
    "What was said, how firmly, by whom, through whom, about when, with the words in the source, "
    "as it stood in the ledger of On Record at one position."
)
FORM = (
    "`datapackage.json` describes them as a Data Package, with the hash of each. CSV is UTF-8 with "
    "a byte order mark. In it an apostrophe stands before text that a spreadsheet would take for a "
    "formula, and line breaks are spaces; the JSONL files hold the text unchanged."
)
BACK = (
    "The folder that it unpacks to loads too. Nothing computed is loaded: states are worked out "
    "anew."
)


def readme(selection: Selection, files: Mapping[str, str]) -> str:
    """Return the README of a package with these files, by name and what each is."""
    told = about(selection)
    view = {
        "View": told["title"],
        "Claims": f"{told['claims']:,}",
        "Chosen by": selection.filters_in_words,
        "Position": selection.position,
        "States as on": told["states_on"],
        "Made": told["made"],
        "Address": told["address"],
    }
    parts = [
        "# Claims from On Record",
        WHAT,
        _block(*(f"{name}: {value}" for name, value in view.items())),
        "## Read with care",
        CARE,
        "## Files",
        _table("file", "what it is", files),
        FORM,
        _beyond(selection),
        "## Columns of claims.csv",
        _table("column", "meaning", {name: meaning for name, (_, meaning) in COLUMNS.items()}),
        "What is marked as computed holds as on the day above and is no part of the record.",
        "## How to cite",
        _block(full(of_view(selection))),
        "## How to load it back",
        _block("claims check PACKAGE.zip", "claims load PACKAGE.zip"),
        BACK,
        "## Licence",
        f"{LICENCE_IN_WORDS} <{LICENCE}>",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _beyond(selection: Selection) -> str:
    """Say which claims of the JSONL file were not chosen; nothing where there are none."""
    if not selection.beyond:
        return ""
    ids = ", ".join(claim.id for claim in selection.beyond)
    return (
        "`claims.jsonl` also holds claims that were not chosen and that chosen ones refer to, so "
        f"that it loads by itself: {ids}."
    )


def _block(*lines: str) -> str:
    """Return lines as they are to be read, one each, as a block of code."""
    return "\n".join(f"    {one_line(line)}" for line in lines)


def _table(one: str, other: str, rows: Mapping[str, str]) -> str:
    body = (f"| `{name}` | {meaning} |" for name, meaning in rows.items())
    return "\n".join([f"| {one} | {other} |", "|---|---|", *body])

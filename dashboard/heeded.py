"""What of an address a page does not heed, for whatever cannot warn a reader beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import links, selections

if TYPE_CHECKING:
    from claims.collection import Collection
    from dashboard.links import View

NEEDS_ID = frozenset({"indicator", "source", "claim"})
"""Pages about one record, which their address names."""


def complaints(page: str, view: View, records: Collection) -> list[str]:
    """Return a sentence for each part of a view that a file of a page could not hold to.

    Example: `/claim?id=…&country=IQ` is one claim whatever its country, so that its file would
    not be what the address says. Nor is a comparison that the page refuses to draw.
    """
    found = links.unknown(view, records)
    if names := links.ignored(page, view):
        found.append(f"The page “{page}” has no filter by {names}.")
    if page in NEEDS_ID and not view.id:
        found.append(f"The address names no {page}.")
    if page == "compare" and not view.filter.indicator:
        found.append("The address names no indicator to compare.")
    elif page == "compare" and (refused := selections.refusal(view, records)):
        found.append(refused)
    return found

"""The grammar of addresses as tables: every parameter, what it means and what it sets."""

from __future__ import annotations

from typing import Any

from claims.ledger import Filter

GRAMMAR = 2
"""The version of the grammar that a copied link is written in."""
PARAMETERS = {
    "kind": "What is asserted; may be repeated, like the next seven",
    "indicator": "The question that is answered",
    "claimant": "Who asserts it",
    "root": "The independent origin",
    "publisher": "Who printed it",
    "hedge": "How firm the number is",
    "review": "What a person decided",
    "country": "Country of the indicator",
    "q": "Words that all occur",
    "from": "The first day that a claim may be about, as 2021-07-27",
    "to": "The last one",
    "figures": "`observed` or `planned`",
    "sort": "The order of the table: period, said_on, value, recorded or relevance; - turns it",
    "page": "The page of the table, from 1",
    "id": "The claim, indicator or source that is open",
    "tab": "The part of the page that is open",
    "work": "On the Desk: the article that is worked on",
    "proposal": "On the Desk: the number of the proposal that is chosen, from 0",
    "scale": "The scale of numbers in charts: `linear` or `log`",
    "pick": "A claim that is chosen in chart and table; may be repeated",
    "since": "On Changes: the revision or the day since which changes are shown",
    "rev": "The ledger position: the view shows what was on record then",
    "shared": "The day on which the link was copied; figures are stale or not as on that day",
    "on": "The day that is walked back to: what was on record at its end",
    "now": "`yes`: show what stands now, beside the position that the link carries",
    "v": "The version of this grammar",
}
"""Every parameter of an address and what it means."""
NAMES = {
    "kind": "Kind",
    "indicator": "Indicator",
    "claimant": "Claimant",
    "root": "Independent origin",
    "publisher": "Printed by",
    "hedge": "How firm",
    "review": "Review",
    "country": "Country",
    "text": "Words",
    "planned": "Figures",
    "since": "About from",
    "until": "About until",
}
"""What readers call each field of the filter that an address can hold."""
PARTIES = ("claimant", "root", "publisher")
FILTERED = {
    "explore": frozenset(Filter.model_fields),
    "indicator": frozenset(Filter.model_fields) - {"indicator", "kind", "country"},
    "compare": frozenset({"indicator", "claimant"}),
    "sources": frozenset({"text"}),
    "changes": frozenset(Filter.model_fields),
}
"""The fields of the filter that a page heeds; the others heed none."""
CHOICES = ("kind", "indicator", "claimant", "root", "publisher", "hedge", "review", "country")
"""Parameters that may be repeated, each a field of the filter."""
PLAIN = {"q": "text", "from": "since", "to": "until"}
"""Parameters with one value that are fields of the filter under another name."""
DATES = {"from": "since", "to": "until", "shared": "day", "on": "day"}
"""Parameters that are a day, and the field that each sets."""
OWN = ("sort", "page", "id", "tab", "work", "proposal", "scale", "since", "rev")
"""Parameters with one value that are fields of the view itself."""
SPELT: dict[str, dict[str, dict[str, Any]]] = {
    "figures": {"observed": {"filter.planned": False}, "planned": {"filter.planned": True}},
    "now": {"yes": {"now": True}},
}
"""Parameters that know a few words, and the field that each word sets."""

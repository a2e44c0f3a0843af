"""The way of figures from their origins through relays to the pages that print them, as a tree.

A row is a party under the one that it has its figures from. The outermost rows are independent
origins; however many pages hang on one of them, they are one voice:

    Government of Iran: 2 claims, at least five
        Iranian officials: 2 claims, at least five
            Associated Press: 2 claims, at least five
                Arab News: at least five, 27 July 2021
                TRT World: at least five, 27 July 2021
    no origin named: 1 claim, at least eight
        Ava Today: at least eight, 27 July 2021
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from claims.numerals import counted
from claims.origins import breadth, origin
from claims.prose import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.collection import Collection
    from claims.origins import Breadth
    from claims.records import Claim

NO_ORIGIN = "no origin named"
MOST_SAID, MOST_NAMED = 3, 4
"""Figures on a row, and origins in the sentence, before the rest is only counted."""
COLUMNS = {
    "row": "int64",
    "depth": "int64",
    "party": "str",
    "name": "str",
    "role": "str",
    "label": "str",
    "id": "str",
    "claims": "int64",
    "figures": "str",
    "printed": "str",
}
"""Columns of a frame of rows. `role` is origin, no origin, relay or publisher; `id` is the claim
printed last where the row is a page, and empty elsewhere."""
LINKS = ("parent_row", "parent_depth", "row", "depth")
"""Columns of a frame of connectors, all int64: from a parent's mark to that of its child."""


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the tree: a party that gave, relayed or printed figures."""

    row: int
    depth: int
    """0 for an origin."""
    parent_row: int | None
    party: str
    """Its id; empty where pages name no origin."""
    name: str
    is_publisher: bool
    """Whether it is the page at the end of the way."""
    claims: tuple[str, ...]
    """Ids of the claims that came this way, those printed last first."""
    figures: tuple[str, ...]
    """What they state, each once, plans marked as such."""
    printed: tuple[str, ...]
    """The days on which they were printed, each once."""
    label: str
    """The row as it reads."""


class _Step(NamedTuple):
    """A party on the way of a claim."""

    party: str
    publishes: bool


class _Way(NamedTuple):
    """A claim and the steps to its page that are still to go."""

    steps: tuple[_Step, ...]
    claim: Claim


def tree(claims: Iterable[Claim], records: Collection) -> tuple[Node, ...]:
    """Return the rows, parents before children, the origins with the most claims first.

    Pages that name no origin stand last, under a row that says so.
    """
    every = sorted({claim.id: claim for claim in claims}.values(), key=lambda c: c.id)
    every.sort(key=lambda claim: _published(claim, records), reverse=True)
    growing = _Growing(records, frozenset(breadth(every, records).origins))
    growing.grow([_Way(_steps(claim, records), claim) for claim in every], None)
    return tuple(growing.rows)


def sentence(claims: Iterable[Claim], records: Collection) -> str:
    """Say how many claims, publishers and origins there are, and what that means.

    `9 claims, 9 publishers, 3 origins and 2 claims that name none: ...`
    """
    found = breadth(claims, records)
    if not found.claims:
        return "There is no claim to trace."
    return f"{found}: {_meaning(found, [records.name(party) for party in found.origins])}."


def _meaning(found: Breadth, names: Sequence[str]) -> str:
    """Say what the number of origins means to somebody who counts pages."""
    named = found.claims - found.unnamed
    if not names:
        return "no page says who gave the figure first"
    if len(names) > 1:
        rest = len(names) - MOST_NAMED
        last = f"{rest} more" if rest > 0 else names[-1]
        listed = f"{', '.join(names[: min(MOST_NAMED, len(names) - 1)])} and {last}"
        return f"figures of different origins can bear one another out; these are {listed}"
    if found.claims == 1:
        return f"the figure rests on {names[0]} alone"
    if named == 1:
        return f"one of them names an origin, {names[0]}"
    who = "those that name an origin" if found.unnamed else "they"
    return f"{who} all rest on {names[0]} and do not bear one another out"


def frame(nodes: Sequence[Node]) -> pd.DataFrame:
    """Return one row for each node, ready to be drawn."""
    rows = [
        {
            "row": node.row,
            "depth": node.depth,
            "party": node.party,
            "name": node.name,
            "role": _role(node),
            "label": node.label,
            "id": node.claims[0] if node.is_publisher else "",
            "claims": len(node.claims),
            "figures": "; ".join(node.figures),
            "printed": "; ".join(node.printed),
        }
        for node in nodes
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def links(nodes: Sequence[Node]) -> pd.DataFrame:
    """Return one row for each node that hangs on another: where its connector starts and ends."""
    rows = [
        (node.parent_row, nodes[node.parent_row].depth, node.row, node.depth)
        for node in nodes
        if node.parent_row is not None
    ]
    return pd.DataFrame(rows, columns=list(LINKS)).astype("int64")


def _role(node: Node) -> str:
    if node.depth == 0:
        return "origin" if node.party else "no origin"
    return "publisher" if node.is_publisher else "relay"


def _published(claim: Claim, records: Collection) -> str:
    """Return what to sort a claim by: the first day of its page, nothing where it has none."""
    source = records.source(claim.source)
    published = source.published if source else None
    return published.start.isoformat() if published and published.start else ""


def _printed(claim: Claim, records: Collection) -> str:
    source = records.source(claim.source)
    return source.published.in_words() if source and source.published else "undated"


def _said(claim: Claim) -> str:
    """Say what a claim states: `at least five`, `planned about 2,000`."""
    said = figure(claim.quantity) if claim.quantity else "no figure"
    return f"planned {said}" if claim.planned else said


def _first(words: Sequence[str], most: int, joint: str) -> str:
    """List the first words and count the rest: `150,000; 171,000 and 2 more`."""
    rest = len(words) - most
    return joint.join(words[:most]) + (f" and {rest} more" if rest > 0 else "")


def _steps(claim: Claim, records: Collection) -> tuple[_Step, ...]:
    """Return the origin, the links of the chain and the page, nobody twice in a row."""
    page = _Step(claim.chain[-1], publishes=True)
    first = origin(claim, records)
    if first is None:
        return _Step("", publishes=False), page
    links = [first, *(claim.chain[:-1] or claim.chain)]
    kept = [link for place, link in enumerate(links) if place == 0 or link != links[place - 1]]
    return *(_Step(link, publishes=False) for link in kept), page


@dataclass(frozen=True, slots=True)
class _Growing:
    """A tree in the making."""

    records: Collection
    origins: frozenset[str]
    """The origins that count: one that only carries what another gave does not."""
    rows: list[Node] = field(default_factory=list)

    def grow(self, ways: Sequence[_Way], parent: Node | None) -> None:
        """Add a row for each next step of the ways, and below it the steps that follow."""
        groups: dict[_Step, list[_Way]] = defaultdict(list)
        for way in ways:
            groups[way.steps[0]].append(_Way(way.steps[1:], way.claim))
        for step in sorted(groups, key=lambda s: (not s.party, -len(groups[s]), s)):
            below = groups[step]
            alone = {way.steps for way in below} == {(_Step(step.party, publishes=True),)}
            ends = step.publishes or alone
            node = self._node(step.party, ends, [way.claim for way in below], parent)
            self.rows.append(node)
            if not ends:
                self.grow(below, node)

    def _node(self, party: str, ends: bool, claims: list[Claim], parent: Node | None) -> Node:  # noqa: FBT001 - whether the way ends here
        name = self.records.name(party) if party else NO_ORIGIN
        if parent is not None and parent.party == party:
            name = f"{name} itself"
        figures = tuple(dict.fromkeys(map(_said, claims)))
        printed = tuple(dict.fromkeys(_printed(claim, self.records) for claim in claims))
        many = f"{counted(len(claims), 'claim')}, " if not ends or len(claims) > 1 else ""
        said = _first(figures, MOST_SAID, "; ")
        if not ends and len(figures) > MOST_SAID:
            said = counted(len(figures), "figure")
        day = f", {_first(printed, MOST_SAID, '; ')}" if ends else ""
        carries = parent is None and party and party not in self.origins
        note = ", relayed for another origin too" if carries else ""
        return Node(
            row=len(self.rows),
            depth=parent.depth + 1 if parent else 0,
            parent_row=parent.row if parent else None,
            party=party,
            name=name,
            is_publisher=ends,
            claims=tuple(claim.id for claim in claims),
            figures=figures,
            printed=printed,
            label=f"{name}: {many}{said}{day}{note}",
        )

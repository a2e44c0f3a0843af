"""What a JSON document holds of fact-checks: reviews and claims, however deep they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.errors import Problem, Where
from claims.imports.jsonl import line_problem
from claims.imports.linked.nodes import Node, get, nodes, types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TWICE = "\0twice"
"""Where a node keeps the name of a property that it was given twice."""
REFERRED = 2
"""How many steps from a review references by id are followed."""
REVIEWS = ("review", "reviews", "claimReview")
"""Under which names a claim holds its reviews."""


@dataclass(frozen=True, slots=True)
class Element:
    """A review, with the claim that it is of; or a claim that stands by itself."""

    where: Where
    review: Node | None
    """The review; None for a claim that stands by itself."""
    item: Node | None
    """The claim: the one that holds the review, or that stands by itself."""
    answered: bool = False
    """Whether it is of an answer of the Fact Check Tools API, which has names of its own."""
    path: str = ""
    """Where the review stands in the element: `claimReview.0`."""


def found_in(data: object, file: str) -> Iterator[Element | Problem]:
    """Return what a JSON document holds."""
    if isinstance(data, dict) and isinstance(data.get("claims"), list) and not types(data):
        yield from _answered(data, file)
    else:
        yield from _linked(data, file)


def _answered(data: Node, file: str) -> Iterator[Element | Problem]:
    """Return the reviews in an answer of the Fact Check Tools API."""
    for number, one in enumerate(data["claims"], 1):
        where = Where(file, number)
        reviews = one.get("claimReview") if isinstance(one, dict) else None
        if not isinstance(one, dict):
            yield unread(where, one, "this is no claim", "Write a JSON object")
        elif problem := _given_twice(one, where):
            yield problem
        elif not isinstance(reviews, list) or not any(isinstance(r, dict) for r in reviews):
            message, hint = "the claim has no review", "Give who reviewed it, and where"
            yield Problem(where, "", "claimReview", "", message, hint)
        else:
            for place, review in enumerate(reviews):
                path = f"claimReview.{place}"
                if isinstance(review, dict):
                    yield Element(where, review, one, answered=True, path=path)
                else:
                    yield unread(where, review, f"{path} is no review", "Write a JSON object")
    if data.get("nextPageToken"):
        message, hint = "this is one page of several", "Ask for the next page and import it too"
        yield Problem(Where(file), "", "nextPageToken", "", message, hint)


def _given_twice(node: Node, where: Where) -> Problem | None:
    """Return the problem of an element in which a property is given twice."""
    twice = next((n[TWICE] for n, *_ in _walk(node) if TWICE in n), None)
    if twice is None:
        return None
    return Problem(where, "", twice[:60], "", "the property is given twice", "Remove one of them")


def _linked(data: object, file: str) -> Iterator[Element | Problem]:
    """Return the reviews and the unreviewed claims in linked data, however deep they stand."""
    walked = list(_walk(data))
    known = _by_id(node for node, *_ in walked)
    reviewed: set[int] = set()
    filled: set[int] = set()
    for node, number, owner in walked:
        if "ClaimReview" not in types(node) or _whole(node, known) is not node:
            continue
        items = [_whole(one, known) for one in nodes(get(node, "itemReviewed"))]
        reviewed |= {id(one) for one in items} | ({id(owner)} if owner else set())
        item = None if items or owner is None else owner
        filled.add(number)
        yield _given_twice(node, Where(file, number)) or Element(
            Where(file, number), _resolved(node, known), item
        )
    for node, number, _ in walked:
        if "Claim" in types(node) and id(node) not in reviewed and len(node) > 2:  # noqa: PLR2004 - more than type and id
            where = Where(file, number)
            filled.add(number)
            yield _given_twice(node, where) or Element(where, None, _resolved(node, known))
    yield from _empty(data, filled, file)


def _empty(data: object, filled: set[int], file: str) -> Iterator[Problem]:
    """Return the elements of a feed that hold neither a review nor a claim."""
    feed = get(data, "dataFeedElement") if isinstance(data, dict) else None
    for number in range(1, len(feed) + 1 if isinstance(feed, list) else 0):
        if number not in filled:
            message, hint = "the element holds no review", "Give a ClaimReview as its item"
            yield Problem(Where(file, number), "", "dataFeedElement", "", message, hint)


def _walk(data: object) -> Iterator[tuple[Node, int, Node | None]]:
    """Return every node with the number of its element and the claim whose review it is.

    The number is the place in the outermost list; 1 where there is none.
    """
    waiting: list[tuple[object, int, Node | None]] = [(data, 0, None)]
    while waiting:
        value, number, owner = waiting.pop()
        if isinstance(value, list):
            listed = [(one, number or n, owner) for n, one in enumerate(value, 1)]
            waiting += reversed(listed)
        elif isinstance(value, dict):
            yield value, number or 1, owner
            is_claim = "Claim" in types(value)
            held = [
                (one, number, value if is_claim and name.rpartition("/")[2] in REVIEWS else None)
                for name, one in value.items()
            ]
            waiting += reversed(held)


def _by_id(found: Iterable[Node]) -> Mapping[str, Node]:
    """Return the nodes by their id, of several the one that says most."""
    known: dict[str, Node] = {}
    for node in found:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(known.get(name, {})):
            known[name] = node
    return known


def _whole(node: Node, known: Mapping[str, Node]) -> Node:
    """Return the node that a reference means; a node that says more itself stays."""
    name = node.get("@id")
    meant = known.get(name, node) if isinstance(name, str) else node
    return meant if len(meant) > len(node) else node


def _resolved(node: Node, known: Mapping[str, Node]) -> Node:
    """Return a node with what its properties refer to by id put in their place."""
    return {name: _joined(value, known) for name, value in node.items()}


def _joined(value: object, known: Mapping[str, Node], depth: int = REFERRED) -> object:
    """Return a value with what it refers to by id put in its place, a few steps deep."""
    if depth < 0:
        return value
    if isinstance(value, list):
        return [_joined(one, known, depth - 1) for one in value]
    if isinstance(value, dict):
        whole = _whole(value, known)
        return {name: _joined(one, known, depth - 1) for name, one in whole.items()}
    return value


def unread(where: Where, value: object, message: str, hint: str) -> Problem:
    """Return the problem of a part that cannot be read; only plain text of it is shown."""
    return line_problem(where, value if isinstance(value, str) else "", message, hint)

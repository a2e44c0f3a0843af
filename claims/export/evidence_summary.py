"""The first pages of an evidence pack: what it holds, at a glance, question by question."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claims.analysis import consensus, relays, saying
from claims.comparison import Relation
from claims.export.drawing import drawing
from claims.export.markup import el, facts, link, moment, spaced, table, told
from claims.numerals import counted
from claims.origins import said_by
from claims.periods import duration_in_words, words
from claims.prose import figure, flags
from claims.states import Corroboration
from claims.vocabulary import BASES, DIFFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claims.comparison import Comparison
    from claims.export.evidence_pack import Group, Pack
    from claims.export.markup import Child
    from claims.records import Claim, Indicator

MOST_TIMES = 5
"""Times of contradicting figures that are put into sentences before the rest is counted."""
MOST_PAIRS = 100
"""Pairs of figures listed under one question before the rest is counted."""


def heading(pack: Pack) -> Element:
    """Return the head of the file: what was chosen, and of which position it is."""
    selection, position = pack.selection, pack.selection.position
    at = position.at
    return el(
        "header",
        el("p", "On Record · evidence pack", class_="kicker"),
        el("h1", told(selection.title)),
        facts(
            {
                "Holds": counted(len(selection.claims), "claim"),
                "Chosen by": told(selection.filters_in_words),
                "Ledger position": el(
                    "span", f"revision {position.rev:,}", *((", ", moment(at)) if at else ())
                ),
                "Hash of the position": pack.sealed(position.rev),
                "States as on": words(selection.day),
                "Made": moment(selection.made),
                "The view": link(selection.address),
            }
        ),
        el(
            "p",
            "This file says who said what, how firmly, through whom and in which words. It does "
            "not say which figure is true. Every figure goes with its hedge and with the party "
            "that gives it; use neither without the other.",
            class_="lead",
        ),
    )


def glance(pack: Pack) -> Element:
    """Return all claims as one table, each with its place in the file."""
    headings = ("No.", "Figure", "Claimant", "About", "Said", "Printed by", "States")
    rows = (_row(pack, claim) for claim in pack.selection.claims)
    body = table("Every claim of this file, in the order of the view", headings, rows, "dates")
    empty = el("p", "The view holds no claim.")
    title = el("h2", "The claims at a glance")
    return el("section", title, body if pack.selection.claims else empty, id="glance")


def _row(pack: Pack, claim: Claim) -> tuple[Child, ...]:
    name, standing = pack.selection.records.name, pack.selection.states.get(claim.id)
    states = [str(standing.corroboration), str(standing.currency)] if standing else []
    told_already = flags(claim, standing)
    others = [flag for flag in told_already if flag not in states]
    number = el("a", str(pack.numbers[claim.id]), href=f"#claim-{claim.id}")
    return (
        number,
        said(claim),
        told(name(claim.claimant)),
        told(claim.period.in_words()) if claim.period else "no period",
        told(claim.said_on.in_words()) if claim.said_on else "no date",
        told(name(claim.chain[-1])),
        ", ".join([*others, *states, str(claim.review.state)]),
    )


def said(claim: Claim) -> Element:
    """Return the figure with its hedge and, beside it, the thing counted."""
    if claim.quantity is None:
        return el("span", "no figure", class_="quiet")
    unit = el("span", told(claim.quantity.unit), class_="quiet")
    return spaced(el("strong", told(figure(claim.quantity))), unit)


def questions(pack: Pack) -> Element | None:
    """Return what is asked, what the claims of this file say to it and where they differ."""
    if not pack.groups:
        return None
    parts = [_question(pack, group, number) for number, group in enumerate(pack.groups, 1)]
    note = el(
        "p",
        "The states of a claim rest on everything that was on record at the position. What "
        "follows compares the claims of this file alone.",
        class_="quiet",
    )
    return el("section", el("h2", "Question by question"), note, *parts, id="questions")


def _question(pack: Pack, group: Group, number: int) -> Element:
    records, indicator = pack.selection.records, group.indicator
    chart = pack.charts.get(indicator.id)
    label = f"Chart: {indicator.title}"
    figures = (
        el("figure", drawing(chart, label, f"chart-{number}"), _caption(pack, group))
        if chart
        else None
    )
    return el(
        "section",
        el("h3", told(indicator.title)),
        facts(_counted(indicator)),
        el("p", el("strong", "Origins. "), told(relays.sentence(group.claims, records))),
        figures,
        *_contested(pack, group),
        class_="question",
    )


def _caption(pack: Pack, group: Group) -> Element:
    position = pack.selection.position
    title = told(group.indicator.title)
    return el("figcaption", title, f". On Record, revision {position.rev:,}; figures as claimed.")


def _counted(indicator: Indicator) -> dict[str, Child]:
    """Say what the number counts, in the words of the record."""
    life = duration_in_words(indicator.shelf_life) if indicator.shelf_life else ""
    return {
        "Counts": told(indicator.includes),
        "Leaves out": told(indicator.excludes) if indicator.excludes else None,
        "Unit": told(indicator.unit),
        "How it counts": BASES[indicator.basis].meaning,
        "Since or over": told(indicator.baseline.in_words()) if indicator.baseline else None,
        "Place": told(indicator.place) if indicator.place else None,
        "A figure holds for": life,
        "Note": told(indicator.note) if indicator.note else None,
    }


def _contested(pack: Pack, group: Group) -> Iterator[Element]:
    """Yield who contradicts whom, in sentences and figure by figure."""
    conflicts = [
        c
        for c in group.compared
        if c.relation is Relation.CONFLICT and not {c.one.id, c.other.id} & pack.gone
    ]
    if not conflicts:
        if len(group.claims) > 1:
            yield el("p", "No two of these claims contradict each other.")
        return
    sentences = _sentences(pack, group)
    shown = [el("li", told(f"{sentence}.")) for sentence in sentences[-MOST_TIMES:]]
    if (rest := len(sentences) - MOST_TIMES) > 0:
        shown.insert(0, el("li", f"Left out here: {counted(rest, 'earlier time')}."))
    if shown:
        yield el("ul", *shown)
    pairs: dict[frozenset[object], list[Comparison]] = defaultdict(list)
    for conflict in conflicts:
        pairs[frozenset((said_by(conflict.one), said_by(conflict.other)))].append(conflict)
    rows = [_pair(pack, found) for found in list(pairs.values())[:MOST_PAIRS]]
    yield table("Figures that cannot both be true", ("One", "Other", "Why, or how explained"), rows)
    if len(pairs) > MOST_PAIRS:
        yield el("p", f"{len(pairs) - MOST_PAIRS:,} more pairs stand with their claims.")


def _sentences(pack: Pack, group: Group) -> list[str]:
    """Say at which times the claims contradict each other, and how."""
    records = pack.selection.records
    known = consensus.over_time(group.claims, group.indicator, records, pack.gone)
    contested = (one for one in known if one.state is Corroboration.CONTESTED)
    return [saying.sentence(one, group.indicator, records) for one in contested]


def _pair(pack: Pack, found: list[Comparison]) -> tuple[Child, ...]:
    """Return two figures that contradict each other, each with all claims that print it."""
    first = found[0]
    sides = []
    for figure_of in (said_by(first.one), said_by(first.other)):
        both = (claim for c in found for claim in (c.one, c.other))
        claims = {claim.id: claim for claim in both if said_by(claim) == figure_of}
        every = sorted(claims.values(), key=lambda claim: pack.numbers[claim.id])
        others = (pack.number(claim.id) for claim in every[1:])
        sides.append(spaced(pack.named(every[0]), *others))
    return (*sides, reason(pack, first))


def reason(pack: Pack, conflict: Comparison) -> Element:
    """Say why two claims cannot both be true, and the explanation that a person gave."""
    why = el("span", told(f"{conflict.reason}."))
    if conflict.explained is not None:
        given = conflict.explained
        note = f": {given.note}" if given.note else ""
        meaning = f" {DIFFERENCES[given.why]}."
        return spaced(why, el("strong", "Explained"), told(f"by {given.by}{note}."), meaning)
    states = [pack.selection.states.get(claim.id) for claim in (conflict.one, conflict.other)]
    known = [state for state in states if state is not None]
    settled = known and not any(state.conflicts for state in known)
    elsewhere = settled and any(state.explained for state in known)
    return spaced(why, "Explained by a claim that is not in this file." if elsewhere else "")

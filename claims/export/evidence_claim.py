"""One claim in an evidence pack: its sentence, its figure, its words, its way, its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.export import citation
from claims.export.evidence_history import history
from claims.export.evidence_source import quotes
from claims.export.evidence_summary import reason, said
from claims.export.markup import el, facts, link, spaced, table, told
from claims.export.words import beware
from claims.origins import origin
from claims.prose import sentence
from claims.states import MEANINGS
from claims.vocabulary import DIFFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from claims.comparison import Comparison
    from claims.export.evidence_pack import Pack
    from claims.export.markup import Child
    from claims.records import Claim

MOST_BESIDE = 30
"""Claims listed beside another in one relation before the rest is counted."""
LOUD = ("Contested", "Rejected", "Superseded", "Withdrawn")
"""How the warnings begin that must be read before the figure is used."""


def article(pack: Pack, claim: Claim) -> Element:
    """Return everything about one claim."""
    return el(
        "article",
        _head(pack, claim),
        *quotes(pack, claim),
        el("h4", "The record"),
        el("div", facts(_fields(pack, claim)), class_="wide"),
        el("h4", "States"),
        table("What each state means for this claim", ("State", "Meaning"), _states(pack, claim)),
        *_explanations(pack, claim),
        *_beside(pack, claim),
        *history(pack, claim),
        el("h4", "To find and to cite it"),
        facts(_addresses(pack, claim)),
        id=f"claim-{claim.id}",
        aria_labelledby=f"title-{claim.id}",
    )


def _head(pack: Pack, claim: Claim) -> Element:
    """Return the figure, the attributed sentence and what a reader must be told beside it."""
    records, standing = pack.selection.records, pack.selection.states.get(claim.id)
    indicator = records.indicator(claim.indicator)
    asked = told(indicator.title) if indicator else str(claim.kind)
    number = el("span", f"No. {pack.numbers[claim.id]}", class_="number")
    when = f", said {claim.said_on.in_words()}" if claim.said_on else ""
    title = told(f"{records.name(claim.claimant)}{when}")
    return el(
        "header",
        el("p", asked, class_="kicker"),
        el("h3", number, " ", title, id=f"title-{claim.id}"),
        el("p", said(claim), class_="figure"),
        el("p", told(sentence(claim, records, standing)), class_="sentence"),
        el("ul", *_warned(pack, claim), class_="warnings"),
    )


def _warned(pack: Pack, claim: Claim) -> Iterator[Element]:
    for warning in beware(pack.selection, claim):
        yield el("li", told(warning), class_="loud" if warning.startswith(LOUD) else "quiet")


def _fields(pack: Pack, claim: Claim) -> dict[str, Child]:
    """Return the fields of the record in words."""
    quantity = claim.quantity
    figures: dict[str, Child] = {"Figure": "the claim states no number"}
    if quantity is not None:
        summed = "our sum of the parts that the source gives" if quantity.sum_of else None
        figures = {
            "In the source": el("span", "“", told(quantity.as_stated), "”"),
            "How firm": str(quantity.hedge),
            "Bounds": quantity.bounds.in_words(),
            "Added up": summed,
        }
    withdrawn = claim.withdrawn
    return figures | {
        "About": told(claim.period.in_words()) if claim.period else "no period",
        "Said on": told(claim.said_on.in_words()) if claim.said_on else "no date in the source",
        "Claimant": pack.who(claim.claimant),
        "Way to the page": _chain(pack, claim),
        "Counts as origin": _origin(pack, claim),
        "Kind": f"{claim.kind}{', planned' if claim.planned else ''}",
        "Takes the place of": pack.number(claim.supersedes) if claim.supersedes else None,
        "Withdrawn": told(f"{withdrawn.on.in_words()}, by {withdrawn.by}: {withdrawn.reason}")
        if withdrawn
        else None,
        "Note": told(claim.note) if claim.note else None,
        "Tags": told(", ".join(claim.tags)) if claim.tags else None,
        "Id": link(pack.selection.permalink(claim.id), el("code", claim.id)),
    }


def _addresses(pack: Pack, claim: Claim) -> dict[str, Child]:
    """Return how the claim is cited at this position, and where it stands as it is by now."""
    selection = pack.selection
    return {
        "Cite as": told(citation.full(citation.of_claim(selection, claim))),
        "As it stands now": link(selection.live(claim.id)),
    }


def _chain(pack: Pack, claim: Claim) -> Element:
    """Return the parties from the origin to the publisher, an arrow between each two."""
    first, *others = (pack.who(party) for party in claim.chain)
    steps = [step for other in others for step in (" → ", other)]
    return el("span", first, *steps)


def _origin(pack: Pack, claim: Claim) -> Child:
    root = origin(claim, pack.selection.records)
    return pack.who(root) if root else "none: its page does not say whom it has the figure from"


def _states(pack: Pack, claim: Claim) -> Iterator[tuple[Child, ...]]:
    """Yield each state of the claim, what it means and what it rests on."""
    standing, review = pack.selection.states.get(claim.id), claim.review
    name = pack.selection.records.name
    if standing is not None:
        origins = ", ".join(map(name, standing.origins))
        behind = told(f"Independent origins behind it: {origins}.") if origins else None
        told_why = standing.why_currency.rstrip(".")
        why = told(f"{told_why[:1].upper()}{told_why[1:]}.") if told_why else None
        meaning = f"{MEANINGS[standing.corroboration]}."
        yield f"Corroboration: {standing.corroboration}", spaced(meaning, behind)
        yield f"Currency: {standing.currency}", spaced(f"{MEANINGS[standing.currency]}.", why)
    on = review.on.in_words() if review.on else ""
    who = f"Decided{f' by {review.by}' if review.by else ''}{f' on {on}' if on else ''}."
    decided = told(who) if review.by or on else None
    because = told(f"Why: {review.why}") if review.why else None
    verdict = told(f"Verdict: {review.verdict}") if review.verdict else None
    meaning = f"{MEANINGS[review.state]}."
    yield f"Review: {review.state}", spaced(meaning, decided, because, verdict)


def _explanations(pack: Pack, claim: Claim) -> Iterator[Element]:
    """Yield why the claim differs from others, as persons explained it."""
    if not claim.explained:
        return
    yield el("h4", "Explanations")
    rows = [
        el(
            "li",
            pack.number(one.claim),
            ": ",
            el("strong", str(one.why)),
            f". {DIFFERENCES[one.why]}. By ",
            told(one.by),
            f", {one.on.in_words()}. " if one.on else ". ",
            told(one.note) if one.note else None,
        )
        for one in claim.explained
    ]
    yield el("ul", *rows)


def _beside(pack: Pack, claim: Claim) -> Iterator[Element]:
    """Yield the claims of this file that the claim was compared with, and what came of it."""
    found = pack.beside(claim)
    relations: dict[str, Sequence[Comparison]] = {
        "Cannot be true together with it": found.conflicts,
        "Differs from it, as explained": found.explained,
        "Bears it out": found.bearing,
        "Can be true together with it": [c for c in found.agrees if c not in found.bearing],
        "Took its place": found.replaced,
        "Its place was taken by this claim": found.replaces,
    }
    if not any(relations.values()):
        return
    yield el("h4", "Beside other claims of this file")
    yield facts({name: _listed(pack, claim, some) for name, some in relations.items() if some})


def _listed(pack: Pack, claim: Claim, some: Sequence[Comparison]) -> Element:
    shown = [
        el("li", pack.named(c.counterpart(claim)), el("span", ": ", reason(pack, c)))
        for c in some[:MOST_BESIDE]
    ]
    rest = len(some) - MOST_BESIDE
    return el("ul", *shown, el("li", f"and {rest:,} more") if rest > 0 else None)

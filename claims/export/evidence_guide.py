"""The last pages of an evidence pack: how to read it, how to check it, how to cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.export import citation
from claims.export.about import LICENCE, LICENCE_IN_WORDS
from claims.export.markup import el, link, table, told
from claims.hedges import HEDGES, VAGUE, Bounds, Hedge, bounds
from claims.origins import RULES
from claims.states import MEANINGS, Corroboration, Currency
from claims.vocabulary import BASES, ReviewState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from claims.export.evidence_pack import Pack
    from claims.export.markup import Child
    from claims.states import State

EXAMPLE = 50
"""The number that shows what each hedge means."""
STATES: Mapping[str, Iterable[State]] = {
    "Corroboration": Corroboration,
    "Currency": Currency,
    "Review": ReviewState,
}


def reading(pack: Pack) -> Element:
    """Return what the words of this file mean, from the tables that the program itself uses."""
    used = {group.indicator.basis for group in pack.groups}
    counting = [(rule.meaning, rule.compared) for basis, rule in BASES.items() if basis in used]
    return el(
        "section",
        el("h2", "How to read this file"),
        table("How firm a number is: what a hedge allows", *_hedges()),
        table("States: two are computed, the review is a person’s", *_states()),
        table("Independent origins: how they are counted", ("Rule", "For instance"), RULES.items()),
        table("Which figures are compared", ("The number is", "Compared"), counting)
        if counting
        else None,
        id="reading",
    )


def _hedges() -> tuple[tuple[str, ...], Iterator[tuple[Child, ...]]]:
    headings = ("Hedge", "Words", "Bounds of N", "For instance")
    rows = (
        (str(hedge), _wordings(hedge), rule.in_words, _example(hedge))
        for hedge, rule in HEDGES.items()
    )
    return headings, rows


def _wordings(hedge: Hedge) -> str:
    words = VAGUE if hedge is Hedge.VAGUE else HEDGES[hedge].wordings
    return ", ".join(word or "(none)" for word in words)


def _example(hedge: Hedge) -> str:
    """Return a hedged number and its bounds: `at least 50: 50 or more`."""
    match hedge:
        case Hedge.VAGUE:
            return f"several: {Bounds(VAGUE['several'], None).in_words()}"
        case Hedge.NOT_STATED:
            return "unknown"
        case Hedge.BETWEEN:
            ends = (40, EXAMPLE)
            return f"between 40 and {EXAMPLE}: {bounds(hedge, None, between=ends).in_words()}"
        case _:
            said = f"{HEDGES[hedge].wordings[0]} {EXAMPLE}".strip()
            return f"{said}: {bounds(hedge, EXAMPLE).in_words()}"


def _states() -> tuple[tuple[str, ...], Iterator[tuple[Child, ...]]]:
    rows = (
        (str(state), kind, f"{MEANINGS[state]}.")
        for kind, states in STATES.items()
        for state in states
    )
    return ("State", "Kind", "Meaning"), rows


def checking(pack: Pack) -> Element:
    """Return how the hashes of this file are held against the ledger that it was made from."""
    revisions = {one.rev for every in pack.histories.values() for one in every}
    shown = sorted((revisions | {pack.selection.position.rev}) & set(pack.hashes))
    numbers = ", ".join(map(str, shown)) or str(pack.selection.position.rev)
    query = f"SELECT rev, hash FROM revision WHERE rev IN ({numbers}) ORDER BY rev"  # noqa: S608 - shown to a reader, of whole numbers
    return el(
        "section",
        el("h2", "How to check the hashes"),
        el(
            "p",
            "Each revision of the ledger is sealed with the SHA-256, in hex, over the hash of the "
            "revision before it and all that it holds: number, time, who, what, why and the whole "
            "record. A later change of any revision breaks every hash after it.",
        ),
        el(
            "ol",
            el("li", "On the machine that keeps the ledger, prove that every hash follows:"),
            el("pre", el("code", "claims --ledger on-record.db verify")),
            el("li", "List the hashes there and hold them against those in this file:"),
            el("pre", el("code", f'sqlite3 on-record.db "{query}"')),
        ),
        el(
            "p",
            "Where both hold, the revisions that this file shows are those of the ledger. The hash "
            "of the position covers all that was on record up to it.",
        ),
        id="checking",
    )


def citing(pack: Pack) -> Element:
    """Return how to cite the file, and what may be done with it."""
    cited = citation.full(citation.of_view(pack.selection))
    return el(
        "section",
        el("h2", "Citation and licence"),
        el("p", told(cited)),
        el("p", LICENCE_IN_WORDS, " ", link(LICENCE)),
        el(
            "p",
            "The records of this file, with the parties, sources and questions that they name, "
            "stand in it once more for programs, as JSON in the element with the id “records”.",
        ),
        id="citing",
    )

"""Words to paste into a story: sentences, citations and snippets, each with its warning.

“At least five deaths (27 July 2021), according to Iranian officials. [single origin]” is the
short form. A hedge is never dropped, and what goes with a figure wherever it stands goes
with its words too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.export import citation
from claims.export.citation import one_line
from claims.export.markup import el, say, told
from claims.hedges import Hedge
from claims.numerals import counted
from claims.periods import words
from claims.prose import attribution, figure, flags, warnings
from claims.states import Corroboration
from claims.vocabulary import ReviewState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.export.citation import Work
    from claims.export.selection import Selection
    from claims.quantities import Quantity
    from claims.records import Claim

WIDTH = 600
"""How wide an image is shown, in pixels: what it says is legible at that width."""
FROZEN, LIVE = "Embed, as of this position", "Embed, live"
"""What the two snippets are called: held at the ledger position, and following the ledger."""


def full_sentence(selection: Selection, claim: Claim) -> str:
    """Say a claim with everyone it came through, and its warnings in full in brackets."""
    return _with(_said(selection, claim), " ".join(beware(selection, claim)))


def short_sentence(selection: Selection, claim: Claim) -> str:
    """Say the figure with its hedge, unit, period and origin, and its warnings in a word each.

    “At least five deaths (27 July 2021), according to Iranian officials. [single origin]” A
    claim without a number says its statement, as the full sentence does.
    """
    marked = ", ".join(marks(selection, claim))
    if claim.quantity is None:
        return _with(_said(selection, claim), marked)
    said = _counted(claim.quantity)
    when = f" ({claim.period.in_words()})" if claim.period else ""
    return _with(f"{said[:1].upper()}{said[1:]}{when}, {_by(selection, claim)}.", marked)


def marks(selection: Selection, claim: Claim) -> list[str]:
    """Return what goes with a claim in a word each: `planned`, `contested`, `single origin`."""
    standing = selection.states.get(claim.id)
    single = standing is not None and standing.corroboration is Corroboration.SINGLE
    later = ["out of date"] * (claim.id in selection.later)
    return later + flags(claim, standing) + [str(Corroboration.SINGLE)] * single


def beware(selection: Selection, claim: Claim) -> list[str]:
    """Return what a reader must be told beside a claim, one sentence each."""
    standing, review, withdrawn = selection.states.get(claim.id), claim.review, claim.withdrawn
    later = selection.later.get(claim.id)
    found = [f"Out of date, {later}."] if later else []
    found += ["Planned: announced or intended, not observed."] * claim.planned
    if review.state is ReviewState.REJECTED:
        by = f"by {review.by}" if review.by else ""
        why = ", ".join(said for said in (by, (review.why or "").rstrip(".")) if said)
        found.append(f"Rejected in review: {why}." if why else "Rejected in review.")
    if standing is not None:
        return found + warnings(standing)
    if withdrawn is not None:
        found.append(f"Withdrawn: by {withdrawn.by}, {withdrawn.reason.rstrip('.')}.")
    return found


def embed(selection: Selection, claim: Claim, *, frozen: bool) -> str:
    """Return HTML that shows a claim on another site: its sentence, its card, where it is from.

    Frozen, link and picture are held at the ledger position; else they show what stands
    when they are looked at, and the caption says that the words do not.
    """
    work = citation.of_claim(selection, claim)
    if not frozen:
        work = replace(work, address=selection.live(claim.id))
    image = _held(f"{selection.site}/c/{claim.id}.png", selection, frozen=frozen)
    return _figure(selection, work, full_sentence(selection, claim), image, frozen=frozen)


def embed_view(selection: Selection, image: str, *, frozen: bool) -> str:
    """Return HTML that shows the chart of a view, whose address is given, on another site."""
    work = citation.of_view(selection)
    if not frozen:
        work = replace(work, address=f"{selection.site}{selection.path}")
    image = _held(image, selection, frozen=frozen)
    return _figure(selection, work, view_sentence(selection), image, frozen=frozen)


def view_sentence(selection: Selection) -> str:
    """Say a view: its title, how many claims it holds, and how many of them carry a warning."""
    found = Counter(mark for claim in selection.claims for mark in marks(selection, claim))
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    claims = counted(len(selection.claims), "claim")
    said = f"{selection.title}: {claims} on record, states as on {words(selection.day)}."
    return _with(said, ", ".join(f"{many:,} {mark}" for mark, many in ordered))


def forms(selection: Selection, claim: Claim) -> Mapping[str, str]:
    """Return everything to paste for a claim, by its label, in the order it is offered."""
    return {
        "Sentence": full_sentence(selection, claim),
        "Short": short_sentence(selection, claim),
        **_citations(citation.of_claim(selection, claim)),
        FROZEN: embed(selection, claim, frozen=True),
        LIVE: embed(selection, claim, frozen=False),
    }


def view_forms(selection: Selection, image: str = "") -> Mapping[str, str]:
    """Return everything to paste for a view; snippets where the address of its chart is given."""
    found = _citations(citation.of_view(selection))
    if image:
        found[FROZEN] = embed_view(selection, image, frozen=True)
        found[LIVE] = embed_view(selection, image, frozen=False)
    return found


def _citations(work: Work) -> dict[str, str]:
    return {
        "In-line citation": citation.inline(work),
        "Citation": citation.full(work),
        "Markdown": citation.markdown(work),
        "HTML": citation.html(work),
        "BibTeX": citation.bibtex(work),
        "RIS": citation.ris(work),
    }


def _said(selection: Selection, claim: Claim) -> str:
    statement = claim.statement.strip().rstrip(".")
    return f"{statement}, {attribution(claim, selection.records)}."


def _by(selection: Selection, claim: Claim) -> str:
    """Say who asserts it: the origin, and the claimant where that is another."""
    name = selection.records.name
    via = "" if claim.claimant == claim.origin else f" via {name(claim.claimant)}"
    return f"according to {name(claim.origin)}{via}"


def _counted(quantity: Quantity) -> str:
    """Say figure and unit: `at least five deaths`, or `deaths: one` where that reads wrongly."""
    said = figure(quantity)
    reads = quantity.hedge not in {Hedge.VAGUE, Hedge.NOT_STATED} and quantity.value != 1
    return (
        f"{said} {quantity.unit}" if reads and not quantity.sum_of else f"{quantity.unit}: {said}"
    )


def _with(said: str, warned: str) -> str:
    return one_line(f"{said} [{warned}]" if warned else said)


def _held(address: str, selection: Selection, *, frozen: bool) -> str:
    """Return the address of an image, held at the ledger position where it is frozen."""
    if not (frozen and selection.pin):
        return address
    return f"{address}{'&' if '?' in address else '?'}{selection.pin}"


def _figure(selection: Selection, work: Work, said: str, image: str, *, frozen: bool) -> str:
    """Write the snippet: a figure with the words, the picture and the citation."""
    cite = {"cite": work.address} if citation.is_on_the_web(work.address) else {}
    quoted = el("blockquote", el("p", told(said)), **cite)
    picture = el("img", src=image, alt=said, width=str(WIDTH), loading="lazy")
    note = "" if frozen else f". {_until_when(selection)}"
    parts = [say(quoted), say(picture), f"<figcaption>{citation.html(work)}{note}</figcaption>"]
    return "\n".join(["<figure>", *parts, "</figure>", ""])


def _until_when(selection: Selection) -> str:
    """Say that the words of a live snippet are older than its picture may be."""
    return (
        f"The words are of revision {selection.position.rev:,}; the picture and the link show "
        "what stands when they are opened."
    )

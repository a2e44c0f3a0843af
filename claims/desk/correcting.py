"""A wording to copy: the sentence of the draft with the figure of the record, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import numerals, prose
from claims.hedges import Hedge

if TYPE_CHECKING:
    from claims.analysis.case import Case
    from claims.extraction.proposal import Proposal
    from claims.records import Claim

ENDS = ".!? "
LONGEST = 600
"""Characters of a sentence that is worth putting right."""


def put_right(text: str, proposal: Proposal, claim: Claim, case: Case) -> str:
    """Return the draft's sentence with a claim's figure, attributed where it was not.

    Where the words do not allow that, the claim says itself. What goes with the figure follows:
    `[contested]`.

        “Five people were killed in Khuzestan.” → “At least five people were killed in
        Khuzestan, according to Iranian state media on 27 July 2021.”
    """
    sentence = text[proposal.sentence_start : proposal.sentence_end].strip()
    replaced = _replaced(text, proposal, claim)
    if replaced is None or len(sentence) > LONGEST or not sentence.endswith((".", "!", "?")):
        return said(claim, case)
    if not proposal.claimant:
        replaced = f"{replaced.rstrip(ENDS)}, {prose.attribution(claim, case.records)}."
    return f"{replaced}{_flagged(claim, case)}"


def said(claim: Claim, case: Case) -> str:
    """Return a claim as a sentence of its own, with what goes with its figure."""
    return prose.sentence(claim, case.records, case.standings.get(claim.id))


def _flagged(claim: Claim, case: Case) -> str:
    """Return the words that go with a figure, in brackets: ` [contested]`."""
    flags = prose.flags(claim, case.standings.get(claim.id))
    return f" [{', '.join(flags)}]" if flags else ""


def _replaced(text: str, proposal: Proposal, claim: Claim) -> str | None:
    """Return the sentence with the figure in place of the number; None where it would not read."""
    quantity = claim.quantity
    found = numerals.find(proposal.quote, proposal.unit)
    if quantity is None or not found or Hedge.VAGUE in {quantity.hedge, proposal.hedge}:
        return None
    if (proposal.value == 1) != (quantity.value == 1) or quantity.value == 0:
        return None
    start, end = proposal.start + found[0].start, proposal.start + found[0].end
    before = text[proposal.sentence_start : start].lstrip()
    words = numerals.say(quantity)
    words = words if before else words[:1].upper() + words[1:]
    return f"{before}{words}{text[end : proposal.sentence_end].rstrip()}"

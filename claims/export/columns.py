"""What a row of the long table holds: one claim with all that must be said beside its figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.export.about import moment
from claims.prose import figure, flags, sentence, warnings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.export.selection import Selection
    from claims.periods import Period
    from claims.quantities import Quantity
    from claims.records import Claim

COLUMNS: Mapping[str, tuple[str, str]] = {
    "id": ("string", "Short stable name of the claim"),
    "indicator": ("string", "Id of the question that it answers; empty where it has no number"),
    "indicator_title": ("string", "That question as a heading"),
    "kind": ("string", "What is asserted"),
    "planned": ("boolean", "About the future: a target, a cap, an announced cut"),
    "statement": ("string", "The assertion in our words"),
    "as_stated": ("string", "The words of the source that state the number"),
    "figure": ("string", "The number with its hedge, as it is to be printed"),
    "hedge": ("string", "How firmly the source states the number"),
    "value": ("number", "The number in the words; empty for a range or a vague word"),
    "low": ("number", "The least that the words allow; empty where that end is open or unknown"),
    "high": ("number", "The most that the words allow; empty where that end is open or unknown"),
    "bounds": ("string", "The bounds in words: `5 or more`, `45 to 55`, `unknown`"),
    "open_above": ("boolean", "Whether the words set no upper bound: at least, more than"),
    "unit": ("string", "The thing counted"),
    "sum_of": ("string", "The parts that the source gives where the total is our sum"),
    "period": ("string", "What the figure is about, EDTF"),
    "period_start": ("date", "First day of that period; empty where it is open"),
    "period_end": ("date", "Last day of that period; empty where it is open"),
    "said_on": ("string", "When it was said, EDTF"),
    "published": ("string", "When the source was published, EDTF"),
    "claimant": ("string", "Id of the party that asserts it"),
    "claimant_name": ("string", "Name of that party"),
    "chain": ("string", "Ids of the parties from the origin to the publisher"),
    "chain_names": ("string", "Names of those parties"),
    "publisher_name": ("string", "Who published the source"),
    "quote": ("string", "The words in the source that carry the claim"),
    "quote_url": ("string", "Where just these words or their proof stand; else see the source"),
    "source": ("string", "Id of the source"),
    "source_title": ("string", "Its headline, or its publisher and day"),
    "source_url": ("string", "Where it stands"),
    "archive_url": ("string", "An archived copy"),
    "further_sources": ("string", "Ids of the sources of further evidence, with their addresses"),
    "further_quotes": ("string", "The words of the further evidence"),
    "corroboration": ("string", "How many independent origins bear it out; computed"),
    "origins": ("string", "Ids of those origins; computed"),
    "currency": ("string", "Whether it is the figure to use; computed"),
    "why_currency": ("string", "Why it is not"),
    "review": ("string", "What a person decided about it"),
    "reviewed_by": ("string", "Who decided"),
    "reviewed_on": ("string", "When, EDTF"),
    "review_reason": ("string", "Why"),
    "verdict": ("string", "A rating, only where an editor gave one"),
    "flags": ("string", "Words that go with the figure wherever it stands"),
    "warnings": ("string", "What a reader must be told beside the figure"),
    "supersedes": ("string", "Id of an earlier claim that it takes the place of"),
    "withdrawn_on": ("string", "The day on which it was withdrawn, EDTF"),
    "withdrawn_by": ("string", "Who withdrew it"),
    "withdrawn_reason": ("string", "Why it was withdrawn"),
    "tags": ("string", "Free labels"),
    "note": ("string", "Doubts and particulars"),
    "sentence": ("string", "The claim as one attributed sentence, with its flags"),
    "permalink": ("string", "The link of the claim at the position"),
    "position": ("integer", "The ledger position: the revision that all of this is of"),
    "position_at": ("datetime", "When that revision was written, UTC"),
    "states_on": ("date", "The day as on which the computed states hold"),
    "view": ("string", "The link that opens the whole view at the position"),
    "filters": ("string", "What was chosen, in words"),
    "exported": ("datetime", "When the file was made, UTC"),
}
"""The columns in order: the type of each in a Table Schema, and what it means."""
CARE = (
    "A figure is never firmer than its hedge: “at least 5” has no upper bound, and an empty high "
    "is no limit. Take figure, low and high together; value alone drops the hedge. Empty means "
    "not stated, which is not zero. Do not add up rows: they are what different claimants said, "
    "often of the same people, and one claimant's later figure takes the place of an earlier one. "
    "Planned figures are no observations. A record says who said a thing, not that it is so."
)
"""What whoever opens a table must know before they count with it."""


def rows(selection: Selection) -> list[dict[str, object]]:
    """Return a row for each claim, in the order of the view; None where nothing is stated."""
    same = {
        "position": selection.position.rev,
        "position_at": moment(selection.position.at) or None,
        "states_on": selection.day.isoformat(),
        "view": selection.address,
        "filters": selection.filters_in_words,
        "exported": moment(selection.made),
    }
    found = []
    for claim in selection.claims:
        row = _said(claim, selection) | _number(claim.quantity) | _days(claim, selection)
        row |= _evidence(claim, selection) | _states(claim, selection) | same
        found.append({name: row[name] for name in COLUMNS})
    return found


def _said(claim: Claim, selection: Selection) -> dict[str, object]:
    """Return what is asserted, by whom and through whom."""
    records = selection.records
    indicator = records.indicator(claim.indicator)
    return {
        "id": claim.id,
        "indicator": claim.indicator,
        "indicator_title": indicator.title if indicator else None,
        "kind": str(claim.kind),
        "planned": claim.planned,
        "statement": claim.statement,
        "claimant": claim.claimant,
        "claimant_name": records.name(claim.claimant),
        "chain": " > ".join(claim.chain),
        "chain_names": " > ".join(map(records.name, claim.chain)),
        "supersedes": claim.supersedes,
        "tags": " | ".join(claim.tags) or None,
        "note": claim.note,
        "permalink": selection.permalink(claim.id),
    }


def _number(quantity: Quantity | None) -> dict[str, object]:
    """Return the number with its hedge and bounds; all empty for a claim without one."""
    names = "as_stated figure hedge value low high bounds open_above unit sum_of".split()
    if quantity is None:
        return dict.fromkeys(names)
    return {
        "as_stated": quantity.as_stated,
        "figure": figure(quantity),
        "hedge": str(quantity.hedge),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "bounds": quantity.bounds.in_words(),
        "open_above": quantity.high is None if quantity.is_known else None,
        "unit": quantity.unit,
        "sum_of": " + ".join(map(str, quantity.sum_of)) or None,
    }


def _days(claim: Claim, selection: Selection) -> dict[str, object]:
    """Return the three dates of a figure: what it is about, when it was said, when printed."""
    source = selection.records.source(claim.source)
    start, end = (claim.period.start, claim.period.end) if claim.period else (None, None)
    return {
        "period": _edtf(claim.period),
        "period_start": start.isoformat() if start else None,
        "period_end": end.isoformat() if end else None,
        "said_on": _edtf(claim.said_on),
        "published": _edtf(source.published if source else None),
    }


def _evidence(claim: Claim, selection: Selection) -> dict[str, object]:
    """Return the words that carry a claim and where they stand; further ones in one cell."""
    records, further = selection.records, claim.evidence[1:]
    source = records.source(claim.source)
    others = dict.fromkeys(evidence.source for evidence in further)
    addresses = {name: one.url for name in others if (one := records.source(name)) and one.url}
    return {
        "publisher_name": records.name(source.publisher if source else claim.chain[-1]),
        "quote": claim.evidence[0].quote,
        "quote_url": claim.evidence[0].url,
        "source": claim.source,
        "source_title": records.title(source) if source else None,
        "source_url": source.url if source else None,
        "archive_url": source.archive_url if source else None,
        "further_sources": " | ".join(
            f"{name} {addresses.get(name, '')}".strip() for name in others
        ),
        "further_quotes": " | ".join(evidence.quote for evidence in further),
    }


def _states(claim: Claim, selection: Selection) -> dict[str, object]:
    """Return the three states of a claim, and what must be said because of them."""
    standing, gone, review = selection.states.get(claim.id), claim.withdrawn, claim.review
    return {
        "corroboration": str(standing.corroboration) if standing else None,
        "origins": " | ".join(standing.origins) if standing else None,
        "currency": str(standing.currency) if standing else None,
        "why_currency": standing.why_currency if standing else None,
        "review": str(review.state),
        "reviewed_by": review.by,
        "reviewed_on": _edtf(review.on),
        "review_reason": review.why,
        "verdict": review.verdict,
        "flags": ", ".join(flags(claim, standing)),
        "warnings": " ".join(warnings(standing)) if standing else None,
        "withdrawn_on": _edtf(gone.on if gone else None),
        "withdrawn_by": gone.by if gone else None,
        "withdrawn_reason": gone.reason if gone else None,
        "sentence": sentence(claim, selection.records, standing),
    }


def _edtf(period: Period | None) -> str | None:
    return str(period) if period else None

"""What happened to a claim: every revision up to the position, and what it changed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.export.markup import el, moment, table, told
from claims.prose import figure
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from claims.collection import Collection
    from claims.export.evidence_pack import Pack
    from claims.export.markup import Child
    from claims.ledger import Revision
    from claims.records import Evidence, Explanation

HEADINGS = ("Revision", "When", "What", "By", "Why", "What changed", "Hash")
NOTHING = "none"


def history(pack: Pack, claim: Claim) -> Iterator[Element]:
    """Yield the revisions of a claim as a table, oldest first."""
    yield el("h4", "History up to this position")
    revisions = pack.histories.get(claim.id, ())
    if not revisions:
        yield el("p", "No history was given for this claim.", class_="quiet")
        return
    rows = (_row(pack, revisions, place) for place in range(len(revisions)))
    yield table("Every revision of the record, oldest first", HEADINGS, rows, "history")


def _row(pack: Pack, revisions: Sequence[Revision], place: int) -> tuple[Child, ...]:
    revision = revisions[place]
    first = "put on record" if revision.action == "added" else "the first state given here"
    changed = _changed(pack, revisions[place - 1], revision) if place else first
    return (
        f"{revision.rev:,}",
        moment(revision.at),
        revision.action,
        told(revision.actor),
        told(revision.reason) if revision.reason else el("span", "not said", class_="quiet"),
        changed,
        pack.sealed(revision.rev),
    )


def _changed(pack: Pack, earlier: Revision, later: Revision) -> Child:
    """Return what changed between two revisions of one claim as a list."""
    before, after = earlier.as_record(), later.as_record()
    if not (isinstance(before, Claim) and isinstance(after, Claim)) or before == after:
        return "nothing"
    steps = changes(before, after, pack.selection.records)
    return el("ul", *(_step(*step) for step in steps)) if steps else "details that read alike"


def _step(name: str, before: str, after: str) -> Element:
    return el("li", f"{name}: ", el("del", told(before)), " → ", el("ins", told(after)))


def changes(before: Claim, after: Claim, records: Collection) -> list[tuple[str, str, str]]:
    """Return what changed between two states of a claim: the field, before, after, in words.

    ("Figure", "at least five; “at least five”; deaths", "eight; “eight”; deaths")
    """
    was, now = _said(before, records), _said(after, records)
    return [(name, was[name], now[name]) for name in now if was[name] != now[name]]


def _said(claim: Claim, records: Collection) -> dict[str, str]:
    """Say every field of a claim, so that two states that differ differ in words too."""
    review, withdrawn = claim.review, claim.withdrawn
    said = {
        "Kind": str(claim.kind),
        "Question": f"{records.label(claim.indicator)} [{claim.indicator}]"
        if claim.indicator
        else "",
        "Statement": claim.statement,
        "Figure": _figure(claim),
        "About": claim.period.in_words() if claim.period else "",
        "Said on": claim.said_on.in_words() if claim.said_on else "",
        "Claimant": f"{records.name(claim.claimant)} [{claim.claimant}]",
        "Way to the page": " → ".join(map(records.name, claim.chain)),
        "Planned": "yes" if claim.planned else "no",
        "Words of the source": " | ".join(_quote(evidence) for evidence in claim.evidence),
        "Review": _joined(
            str(review.state),
            f"by {review.by}" if review.by else "",
            f"on {review.on.in_words()}" if review.on else "",
            review.why,
            f"verdict: {review.verdict}" if review.verdict else "",
        ),
        "Takes the place of": claim.supersedes or "",
        "Explanations": " | ".join(_explanation(one) for one in claim.explained),
        "Withdrawn": _joined(withdrawn.on.in_words(), f"by {withdrawn.by}", withdrawn.reason)
        if withdrawn
        else "",
        "Tags": ", ".join(claim.tags),
        "Note": claim.note or "",
    }
    return {name: value or NOTHING for name, value in said.items()}


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _figure(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity is None:
        return ""
    bounds = quantity.bounds.in_words()
    return f"{figure(quantity)} {quantity.unit}, bounds {bounds}, stated as “{quantity.as_stated}”"


def _quote(evidence: Evidence) -> str:
    paragraph = f"paragraph {evidence.paragraph}" if evidence.paragraph else ""
    ends = (evidence.start, evidence.end)
    place = f"characters {ends[0]} to {ends[1]}" if ends != (None, None) else ""
    around = (evidence.prefix or "", f"“{evidence.quote}”", evidence.suffix or "")
    return _joined(" ".join(filter(None, around)), evidence.source, paragraph, place)


def _explanation(one: Explanation) -> str:
    on = f"on {one.on.in_words()}" if one.on else ""
    return _joined(f"{one.claim}: {one.why}", f"by {one.by}", on, one.note)

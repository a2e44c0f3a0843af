"""Claims as linked data: schema.org Claim and Observation, and quotes as W3C annotations.

A document carries its own context, so that it is read without asking any server. The `@id`
of a claim is its live link and stays; `url` and `version` say which ledger position the
rest is of. A `ClaimReview` is made only where an editor gave a verdict.

Schema.org has no words for a hedge, a chain or a review, so the data set also carries the
records as they are on record, under a term of our own; a document is read back from these.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from claims.export.citation import is_plain, one_line, plain_date
from claims.export.lines import parts
from claims.export.words import full_sentence, marks
from claims.hedges import Hedge
from claims.prose import figure
from claims.records import to_json
from claims.vocabulary import PartyKind, SourceKind

if TYPE_CHECKING:
    from claims.collection import Collection
    from claims.export.selection import Selection
    from claims.periods import Period
    from claims.quantities import Quantity
    from claims.records import Claim, Evidence, Indicator, Source, Withdrawal

    Node: TypeAlias = dict[str, Any]

CONTEXT = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "annotation": {"@reverse": "oa:hasBody"},
    "url": {"@type": "@id"},
    "archivedAt": {"@type": "@id"},
    "onRecord": {"@id": "urn:x-on-record:records", "@type": "@json"},
}
"""What the names in a document mean: `annotation` is a W3C annotation whose body is the claim,
`onRecord` holds our own records as plain JSON."""
TYPES = {
    SourceKind.NEWS_REPORT: "NewsArticle",
    SourceKind.OFFICIAL_REPORT: "Report",
    SourceKind.RIGHTS_REPORT: "Report",
    SourceKind.DATA_SET: "Dataset",
}
"""The schema.org type of a kind of source; any other is a CreativeWork."""
ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""Characters that could end a script element or a line of script, as JSON escapes them."""


def claim(selection: Selection, one: Claim) -> Node:
    """Return a claim as a schema.org Claim, with all that it is about and where it is printed."""
    records = selection.records
    printed = [
        _source(source, records) for e in one.evidence if (source := records.source(e.source))
    ]
    return _known(
        {
            "@type": "Claim",
            "@id": selection.live(one.id),
            "url": selection.permalink(one.id),
            "identifier": one.id,
            "version": selection.position.rev,
            "genre": str(one.kind),
            "text": one.statement,
            "description": full_sentence(selection, one),
            "creativeWorkStatus": marks(selection, one),
            "author": _party(one.claimant, records),
            "datePublished": plain_date(one.said_on),
            "temporalCoverage": one.period.text if one.period else None,
            "about": _about(selection, one),
            "appearance": printed,
            "firstAppearance": printed[:1] if len(one.chain) == 1 else [],
            "annotation": [_annotation(e, records) for e in one.evidence],
            "correction": _correction(one.withdrawn),
            "keywords": list(one.tags),
        }
    )


def claim_review(selection: Selection, one: Claim) -> Node | None:
    """Return the verdict of an editor as a ClaimReview; None where none was given.

    Who reviewed has no type: the record does not say whether it is a person or a desk.
    """
    review = one.review
    if review.verdict is None:
        return None
    rating = {"@type": "Rating", "alternateName": review.verdict, "ratingExplanation": review.why}
    return _known(
        {
            "@type": "ClaimReview",
            "@id": f"{selection.live(one.id)}#review",
            "url": selection.permalink(one.id),
            "claimReviewed": one.statement,
            "reviewRating": _known(rating),
            "author": {"name": review.by} if review.by else None,
            "datePublished": plain_date(review.on),
            "itemReviewed": {"@type": "Claim", "@id": selection.live(one.id)},
        }
    )


def document(selection: Selection) -> Node:
    """Return a selection as one document: the data set that it is, its claims, their reviews."""
    claims = [claim(selection, one) for one in selection.claims]
    reviews = [r for one in selection.claims if (r := claim_review(selection, one))]
    return {"@context": CONTEXT, "@graph": [_data_set(selection), *claims, *reviews]}


def as_jsonld(selection: Selection) -> bytes:
    """Return a selection as a file of JSON-LD."""
    return f"{json.dumps(document(selection), ensure_ascii=False, indent=1)}\n".encode()


def embedded(found: Node) -> str:
    """Return a document as JSON that may stand inside a script element of a page."""
    return json.dumps(found, ensure_ascii=False).translate(ESCAPED)


def _data_set(selection: Selection) -> Node:
    """Say what was chosen, at which position, as of which day."""
    at = selection.position.at
    return _known(
        {
            "@type": "Dataset",
            "@id": selection.address,
            "url": selection.address,
            "name": one_line(selection.title),
            "description": one_line(selection.in_words),
            "version": selection.position.rev,
            "dateModified": at.isoformat() if at else None,
            "dateCreated": selection.made.isoformat(),
            "includedInDataCatalog": _known(
                {"@type": "DataCatalog", "name": "On Record", "url": selection.site}
            ),
            "hasPart": [{"@id": selection.live(one.id)} for one in selection.claims],
            "onRecord": _records(selection) or None,
        }
    )


def _records(selection: Selection) -> Node:
    """Return the records of a selection by kind, in our own form, with all they refer to."""
    return _known(
        {
            name: [json.loads(to_json(one)) for one in some]
            for name, some in parts(selection).items()
        }
    )


def _about(selection: Selection, one: Claim) -> list[Node]:
    """Return the number of a claim and the question that it answers.

    The number is an Observation, but what is planned was never observed and is a plain
    value beside its question.
    """
    indicator = selection.records.indicator(one.indicator)
    variable = _variable(selection, indicator) if indicator else None
    if one.quantity is None or one.planned:
        value = [_value("QuantitativeValue", one.quantity)] if one.quantity else []
        return value + ([variable] if variable else [])
    observed = _value("Observation", one.quantity) | _when(one.period)
    return [observed | ({"variableMeasured": variable} if variable else {})]


def _value(kind: str, quantity: Quantity) -> Node:
    """Return a number: `value` for an unhedged one only, no open end, nothing if not stated."""
    technique = {"measurementTechnique": quantity.as_stated} if kind == "Observation" else {}
    return _known(
        {
            "@type": kind,
            "name": f"{figure(quantity)} ({quantity.unit})",
            "description": f"as stated: {quantity.as_stated}",
            "value": quantity.value if quantity.hedge is Hedge.EXACT else None,
            "minValue": quantity.low,
            "maxValue": quantity.high,
            "unitText": quantity.unit,
            **technique,
        }
    )


def _variable(selection: Selection, indicator: Indicator) -> Node:
    """Return the question that a number answers, and what it counts."""
    not_counted = f"; not {indicator.excludes}" if indicator.excludes else ""
    return {
        "@type": "StatisticalVariable",
        "@id": f"{selection.site}/i/{indicator.id}",
        "name": indicator.title,
        "description": f"{indicator.includes}{not_counted}",
    }


def _when(period: Period | None) -> Node:
    """Return the day that a figure stood at, and how long it was counted, where both are plain.

    15 to 27 July 2021 gives `2021-07-27` and `P13D`; an approximate or open period stays as
    it is in the `temporalCoverage` of the claim.
    """
    if period is None:
        return {}
    start, _, end = period.text.partition("/")
    if not end:
        return _known({"observationDate": plain_date(period)})
    if not is_plain(end):
        return {}
    found: Node = {"observationDate": end}
    if is_plain(start) and period.start and period.end:
        found["observationPeriod"] = f"P{(period.end - period.start).days + 1}D"
    return found


def _party(party_id: str, records: Collection) -> Node:
    """Return who asserts or publishes: a Person only where the record says so."""
    party = records.party(party_id)
    is_person = party is not None and party.kind is PartyKind.PERSON
    return {"@type": "Person" if is_person else "Organization", "name": records.name(party_id)}


def _source(source: Source, records: Collection) -> Node:
    return _known(
        {
            "@type": TYPES.get(source.kind, "CreativeWork"),
            "headline": source.title,
            "url": source.url,
            "publisher": _party(source.publisher, records),
            "datePublished": plain_date(source.published),
            "inLanguage": source.language,
            "archivedAt": source.archive_url,
        }
    )


def _annotation(evidence: Evidence, records: Collection) -> Node:
    """Return the words that carry a claim, and where in its source they stand."""
    source = records.source(evidence.source)
    quote = {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": evidence.quote,
        "oa:prefix": evidence.prefix,
        "oa:suffix": evidence.suffix,
    }
    selectors = [_known(quote)]
    if evidence.start is not None and evidence.end is not None:
        place = {"oa:start": evidence.start, "oa:end": evidence.end}
        selectors.append({"@type": "oa:TextPositionSelector", **place})
    target = {
        "@type": "oa:SpecificResource",
        "oa:hasSource": {"@id": source.url} if source and source.url else None,
        "oa:hasSelector": selectors,
    }
    return {"@type": "oa:Annotation", "oa:hasTarget": _known(target)}


def _correction(withdrawn: Withdrawal | None) -> Node | None:
    """Return why a claim no longer stands."""
    if withdrawn is None:
        return None
    text = f"Withdrawn by {withdrawn.by}: {withdrawn.reason}"
    on = plain_date(withdrawn.on)
    return _known({"@type": "CorrectionComment", "text": text, "datePublished": on})


def _known(node: Node) -> Node:
    """Leave out what is not known; nothing is written as null or as an empty list."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}

"""Documents of linked data: verdicts, data sets, and text that cannot leave its script."""

from __future__ import annotations

import json
import re

import pytest

from claims.collection import Collection
from claims.export import linked
from claims.records import Review
from claims.vocabulary import ReviewState
from tests import citing, factories, hostile, starter
from tests.citing import PIN, SITE, Read
from tests.linking import OA, SCHEMA, nodes, value


@pytest.mark.parametrize(
    "review",
    [
        Review(),
        Review(state=ReviewState.CLEARED, by="desk", on="2021-08-01", why="read"),
        Review(state=ReviewState.REJECTED, by="desk"),
    ],
)
def test_without_a_verdict_there_is_no_claim_review(review: Review) -> None:
    """That a claim was cleared or rejected is no rating of it."""
    claim = factories.claim(review=review)
    selection = citing.selection([claim], factories.together(claim))
    assert linked.claim_review(selection, claim) is None
    assert nodes(selection, "ClaimReview") == []


def test_a_verdict_is_a_claim_review() -> None:
    """Rating, reason, reviewer, day and the claim that it is of."""
    review = Review(by="The desk", on="2021-08-01", why="Two lists agree", verdict="Supported")
    claim = factories.claim(review=review)
    selection = citing.selection([claim], factories.together(claim))
    (node,) = nodes(selection, "ClaimReview")
    assert node["@id"] == f"{SITE}/c/{claim.id}#review"
    assert value(node, "claimReviewed") == claim.statement
    assert value(node, "reviewRating", "alternateName") == "Supported"
    assert value(node, "reviewRating", "ratingExplanation") == "Two lists agree"
    assert value(node, "author", "name") == "The desk"
    assert value(node, "datePublished") == "2021-08-01"
    assert value(node, "url") == f"{SITE}/c/{claim.id}?{PIN}"
    assert value(node, "itemReviewed")["@id"] == nodes(selection, "Claim")[0]["@id"]


def test_a_file_says_what_was_chosen_at_which_position() -> None:
    """A Dataset with filters, position, day and moment, and each claim as a part."""
    chosen = starter.claims("us-troops-iraq")
    selection = citing.selection(
        chosen, starter.records(), title="US troops", filters={"Claimant": "The Pentagon"}
    )
    (node,) = nodes(selection, "Dataset")
    assert node["@id"] == value(node, "url") == f"{SITE}/explore?{PIN}"
    assert value(node, "name") == "US troops"
    assert value(node, "version") == 1204
    assert value(node, "description") == selection.in_words
    assert "chosen by Claimant: The Pentagon" in value(node, "description")
    assert value(node, "dateModified") == "2026-11-20T09:30:00+00:00"
    assert value(node, "dateCreated") == "2026-11-23T08:00:00+00:00"
    assert value(node, "includedInDataCatalog", "name") == "On Record"
    parts = [part["@id"] for part in node[f"{SCHEMA}hasPart"]]
    assert parts == [found["@id"] for found in nodes(selection, "Claim")]
    assert len(parts) == len(chosen)


def test_every_real_claim_expands_without_a_request_and_without_gaps() -> None:
    """Each has text, author and quote, no property is empty, and the bytes are always the same."""
    every = [claim for claim, _ in starter.records().claims()]
    selection = citing.selection(every, starter.records())
    found = nodes(selection, "Claim")
    assert len(found) == len(every)
    for node in found:
        assert value(node, "text")
        assert value(node, "author", "name")
        assert node["@reverse"][f"{OA}hasBody"]
    written = linked.as_jsonld(selection)
    assert written == linked.as_jsonld(selection)
    assert re.search(rb'(?:null|\[\]|\{\}|: "")', written) is None


ENDS = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "&lt;\u2028;\u2029!",
    "\\u003c",
]


@pytest.mark.parametrize("text", [*hostile.TEXTS.values(), *ENDS])
def test_hostile_text_stays_within_the_script_and_comes_back_equal(text: str) -> None:
    """A browser finds one script and no other element; its JSON is the document."""
    records = Collection.of_records(hostile.records_with(text))
    chosen = [claim for claim, _ in records.claims()]
    selection = citing.selection(chosen, records, title=text, filters={text: text})
    document = linked.document(selection)
    written = linked.embedded(document)
    assert re.search("[<>&\u2028\u2029]", written) is None
    read = Read(f'<script type="application/ld+json">{written}</script><p>after</p>')
    assert [tag for tag, _ in read.elements] == ["script", "p"]
    assert json.loads(read.text.removesuffix("after")) == document
    assert json.loads(linked.as_jsonld(selection)) == document
    node = nodes(selection, "Claim")[0]
    assert value(node, "text") == value(node, "author", "name") == chosen[0].statement
    assert (
        value(nodes(selection, "ClaimReview")[0], "reviewRating", "alternateName") == text.strip()
    )

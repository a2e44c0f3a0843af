"""Fact-checks of others: what is read of each form, and what becomes of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from claims.collection import Collection
from claims.imports import factchecks
from claims.intake import sift
from claims.records import Review
from claims.vocabulary import Kind, PartyKind, ReviewState, SourceKind, Tier
from tests import checking, factories
from tests.checking import URL, WORDS, answer, item, page, review

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = "http://schema.org/"
NOTE = f"Rated “False” by The Checker on 3 May 2024, at {URL}"
FORMS: dict[str, object] = {
    "one review": review(),
    "a list": [review()],
    "a type that is a list": review(**{"@type": ["Thing", "ClaimReview"]}),
    "a graph": {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, review()]},
    "within an article": {"@type": "NewsArticle", "mainEntity": {"subjectOf": [review()]}},
    "a feed": {"@type": "DataFeed", "dataFeedElement": [{"item": [review()]}]},
    "a feed of single items": {"@type": "DataFeed", "dataFeedElement": {"item": review()}},
    "values in lists": {k: v if k == "@context" else [v] for k, v in review().items()},
    "values with a type": review(claimReviewed={"@value": WORDS, "@language": "en"}),
    "names written out": {k if k[0] == "@" else f"{SCHEMA}{k}": v for k, v in review().items()}
    | {"@type": f"{SCHEMA}ClaimReview"},
    "names with a prefix": {k if k[0] == "@" else f"schema:{k}": v for k, v in review().items()}
    | {"@type": "schema:ClaimReview"},
    "parts by reference": {
        "@graph": [
            review(itemReviewed={"@id": "#c"}, author={"@id": "#o"}),
            item(**{"@id": "#c", "author": {"@id": "#p"}}),
            {"@id": "#o", "@type": "NewsMediaOrganization", "name": "The Checker"},
            {"@id": "#p", "@type": "Person", "name": "Ada Roe"},
        ]
    },
    "a claim with its review": item(text=WORDS, review=review(itemReviewed=None)),
    "a page": page({"@type": "WebPage"}, review()),
    "a page in comments": page(f"<!--\n{json.dumps(review())}\n-->"),
}


@pytest.mark.parametrize("name", FORMS)
def test_each_form_gives_the_same_claim(tmp_path: Path, name: str) -> None:
    """Claimant, day, words, fact-checker, address and rating, however they are written."""
    file = checking.write(tmp_path, FORMS[name])
    assert factchecks.is_fact_check(file)
    loaded = factchecks.read(file)
    assert loaded.problems == ()
    claim, (source,) = checking.claim(loaded), checking.sources(loaded)
    assert (claim.kind, claim.indicator, claim.quantity) == (Kind.POSITION, None, None)
    assert (claim.statement, claim.evidence[0].quote) == (WORDS, WORDS)
    assert (claim.claimant, claim.chain) == ("ada-roe", ("ada-roe", "the-checker"))
    assert (str(claim.said_on), claim.note, claim.review) == ("2024-05-01", NOTE, Review())
    assert (source.id, claim.source) == (claim.source, source.id)
    assert (source.url, source.title) == (URL, "Was the bridge closed?")
    assert (str(source.published), source.language) == ("2024-05-03", "en")
    assert (source.kind, source.tier) == (SourceKind.ANALYSIS, Tier.SECONDARY)
    kinds = {name: party.kind for name, party in checking.parties(loaded).items()}
    assert kinds == {"ada-roe": PartyKind.PERSON, "the-checker": PartyKind.OUTLET}
    assert sift(loaded)[1] == ()


def test_an_answer_of_the_api_gives_the_same_claim(tmp_path: Path) -> None:
    """It does not state what claimant and publisher are, and the parties say so."""
    loaded = checking.read(tmp_path, {"claims": [answer()]})
    assert loaded.problems == ()
    assert checking.claim(loaded) == checking.claim(checking.read(tmp_path, review()))
    assert checking.sources(loaded) == checking.sources(checking.read(tmp_path, review()))
    for party in checking.parties(loaded).values():
        assert party.kind is PartyKind.NOT_STATED
        assert "not stated" in str(party.note)


def test_a_page_of_answers_says_that_there_are_more(tmp_path: Path) -> None:
    """What stands on the next page is not lost in silence."""
    loaded = checking.read(tmp_path, {"claims": [answer()], "nextPageToken": "CAo"})
    assert len(checking.claims(loaded)) == 1
    assert [(p.field, p.where.line) for p in loaded.problems] == [("nextPageToken", 0)]


def test_reviews_of_one_claim_are_its_evidence(tmp_path: Path) -> None:
    """The same words by the same claimant on the same day; the earliest review comes first."""
    other = review(
        url="https://b.example/1",
        author={"@type": "Organization", "name": "B"},
        claimReviewed=WORDS.upper(),
        datePublished="2024-05",
        reviewRating={"ratingValue": 2, "worstRating": 1, "bestRating": 5},
    )
    later = review(itemReviewed=item(datePublished="2024-05-02"))
    loaded = checking.read(tmp_path, [review(), other, review(), later])
    first, second = checking.claims(loaded)
    assert [e.quote for e in first.evidence] == [WORDS.upper(), WORDS]
    assert (first.statement, first.chain) == (WORDS, ("ada-roe", "b"))
    rated = "Rated “2 on a scale of 1 to 5” by B in May 2024, at https://b.example/1"
    assert first.note == f"{rated}; {NOTE}"
    assert str(second.said_on) == "2024-05-02"
    assert loaded.problems == sift(loaded)[1] == ()


def test_a_review_without_a_rating_says_so(tmp_path: Path) -> None:
    """No rating is made up for it."""
    loaded = checking.read(tmp_path, review(reviewRating=None, datePublished=None))
    assert checking.claim(loaded).note == f"Reviewed without rating by The Checker, at {URL}"


NOBODY: list[Any] = [None, "", " ", "Unknown", {"@type": "Person"}, {"name": ""}, [], [None], "n/a"]


@pytest.mark.parametrize("author", NOBODY)
def test_a_claimant_who_is_not_named_is_nobody(tmp_path: Path, author: object) -> None:
    """Such claims have one claimant, which is of unnamed people."""
    loaded = checking.read(tmp_path, review(itemReviewed=item(author=author)))
    assert checking.claim(loaded).claimant == "not-named"
    assert checking.parties(loaded)["not-named"].kind is PartyKind.UNNAMED


def test_several_claimants_are_all_named(tmp_path: Path) -> None:
    """A claim has one; the note names the others."""
    authors = [{"@type": "Person", "name": "Ada Roe"}, {"name": "Bo Lee"}, "Cy Day"]
    claim = checking.claim(checking.read(tmp_path, review(itemReviewed=item(author=authors))))
    assert claim.claimant == "ada-roe"
    assert str(claim.note).endswith("; Also attributed to Bo Lee and Cy Day")


def test_where_the_words_stand_goes_with_them(tmp_path: Path) -> None:
    """The first appearance is beside the quote, further ones in the note."""
    first = {"@type": "CreativeWork", "url": "https://x.example/1"}
    made = item(firstAppearance=first, appearance=["https://x.example/2", first])
    claim = checking.claim(checking.read(tmp_path, review(itemReviewed=made)))
    assert claim.evidence[0].url == "https://x.example/1"
    assert str(claim.note).endswith("; Also printed at https://x.example/2")


def test_an_organisation_goes_before_a_person_who_wrote_for_it(tmp_path: Path) -> None:
    """The publisher of a review is the fact-checker; where nobody is named, its host."""
    person = {"@type": "Person", "name": "Cy Day"}
    written = review(author=person, publisher={"@type": "Organization", "name": "B"})
    assert checking.claim(checking.read(tmp_path, written)).chain[-1] == "b"
    assert checking.claim(checking.read(tmp_path, review(author=person))).chain[-1] == "cy-day"
    nobody = checking.read(tmp_path, review(author=None))
    assert checking.parties(nobody)["checker-example"].name == "checker.example"


def test_a_claim_that_nobody_reviewed_has_the_work_as_its_source(tmp_path: Path) -> None:
    """A schema.org Claim that stands by itself has no rating."""
    work = {
        "@type": "NewsArticle",
        "url": "https://news.example/1",
        "headline": "Bridge closed",
        "publisher": {"@type": "NewsMediaOrganization", "name": "News"},
        "datePublished": "2024-05-02",
        "inLanguage": {"@type": "Language", "name": "German", "alternateName": "de"},
    }
    loaded = checking.read(tmp_path, item(text=WORDS, appearance=work))
    claim, (source,) = checking.claim(loaded), checking.sources(loaded)
    assert (claim.statement, claim.chain, claim.note) == (WORDS, ("ada-roe", "news"), None)
    assert (source.kind, source.language, source.title) == ("news report", "de", "Bridge closed")
    assert loaded.problems == sift(loaded)[1] == ()


def test_what_is_on_record_is_taken_as_it_is(tmp_path: Path) -> None:
    """A party by name, alias or id, and a source by its address; none of them is made again."""
    known = Collection.of_records(
        [
            factories.party("a-roe", name="A. Roe", aliases=("ADA  ROE",), kind=PartyKind.PERSON),
            factories.party("arab-news", kind=PartyKind.OUTLET),
            factories.source("seen", url=URL),
        ]
    )
    loaded = checking.read(tmp_path, review(), known)
    assert [type(item.record).__name__ for item in loaded.records] == ["Claim"]
    claim = checking.claim(loaded)
    assert (claim.chain, claim.source) == (("a-roe", "arab-news"), "seen")


def test_a_claim_on_record_keeps_what_persons_entered(tmp_path: Path) -> None:
    """A review that is new is added as evidence, and the note says its rating."""
    file = checking.write(tmp_path, review())
    first = checking.claim(factchecks.read(file))
    changes = {"tags": ("bridge",), "review": Review(state=ReviewState.IN_REVIEW, by="Ana")}
    held = factories.changed(first, **changes)
    same = checking.claim(factchecks.read(file, None, lambda _: [held]))
    assert same == held
    other = review(url="https://b.example/1", author={"name": "B"}, datePublished="2024-05-02")
    both = checking.write(tmp_path, [review(), other])
    more = checking.claim(factchecks.read(both, None, lambda _: [held]))
    assert (more.id, more.tags, more.review, more.chain) == (
        held.id,
        held.tags,
        held.review,
        held.chain,
    )
    assert more.evidence[:1] == held.evidence
    assert len(more.evidence) == 2
    assert more.note == f"{NOTE}; Rated “False” by B on 2 May 2024, at https://b.example/1"


OTHERS = {
    "ours": '{"on_record": {}, "claims": [{"statement": "\\"@type\\": \\"Claim\\""}]}',
    "ours in linked data": '{"@context": {"onRecord": {}}, "@graph": [{"@type": "Claim"}]}',
    "a product review": '{"@type": "Review", "itemReviewed": {"@type": "Product"}}',
    "a list of numbers": "[1, 2]",
    "a table": "claimReview,url\nx,y\n",
    "a page about them": "<p>ClaimReview is a type</p>",
    "nothing": "",
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_no_fact_checks(tmp_path: Path, name: str) -> None:
    """Our own documents are told apart, and so are reviews of products."""
    assert not factchecks.is_fact_check(checking.write(tmp_path, OTHERS[name]))
    assert not factchecks.is_fact_check(tmp_path / "missing.json")

"""Fact-checks with faults: each is reported with its place, and the others are read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import ClaimsError, UnreadableFileError, Where
from claims.imports import factchecks
from claims.imports.linked import documents
from claims.intake import sift
from tests import checking
from tests.checking import URL, WORDS, answer, item, page, review

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = answer()["claimReview"][0]
FAULTS: list[tuple[dict[str, Any], str, str]] = [
    (review(claimReviewed=None), "claimReviewed", "it is missing"),
    (review(claimReviewed=" "), "claimReviewed", "it is missing"),
    (review(claimReviewed={"@id": "#gone"}), "claimReviewed", "it is missing"),
    (review(claimReviewed="x" * 2_001), "claimReviewed", "at most 2000 characters"),
    (review(claimReviewed="x" * 10_000_000), "claimReviewed", "at most 2000 characters"),
    (review(claimReviewed="a\x00b"), "claimReviewed", "unprintable character U+0000"),
    (review(claimReviewed="a\u202eb"), "claimReviewed", "unprintable character U+202E"),
    (review(claimReviewed="a\ud800b"), "claimReviewed", "unicode"),
    (review(url=None), "url", "it is missing"),
    (review(url="javascript:alert(1)"), "url", "is no web address"),
    (review(url="checker.example/1"), "url", "is no web address"),
    (review(url=["data:text/html,x", URL]), "url", "is no web address"),
    (review(url="https://"), "url", "is no web address"),
    (review(datePublished="3 May 2024"), "datePublished", "this is no day"),
    (review(datePublished="03/05/2024"), "datePublished", "this is no day"),
    (review(datePublished="2024-02-30"), "datePublished", "there is no such day"),
    (review(datePublished="2024-13"), "datePublished", "there is no such day"),
    (review(datePublished="2024-05-03Tnoon"), "datePublished", "this is no day"),
    (review(datePublished=1714730400), "datePublished", "this is no day"),
    (review(inLanguage="English"), "inLanguage", "is no BCP 47 language tag"),
    (review(author={"name": "x" * 3_000}), "author", "at most 2000 characters"),
    (review(itemReviewed=item(datePublished="soon")), "itemReviewed.datePublished", "no day"),
    (
        review(itemReviewed=item(datePublished="0001-01-01T00:00:00Z")),
        "itemReviewed.datePublished",
        "this is no day",
    ),
    (review(itemReviewed=item(author="\x07")), "itemReviewed.author.name", "unprintable"),
    (
        review(itemReviewed=item(appearance="javascript:1")),
        "itemReviewed.appearance",
        "is no web address",
    ),
    (item(text=WORDS), "appearance.url", "it is missing"),
    (item(url=URL), "text", "it is missing"),
    ({"claims": [answer(text=None)]}, "text", "it is missing"),
    ({"claims": [answer(claimDate="2024-05-32")]}, "claimDate", "there is no such day"),
    ({"claims": [answer(claimReview=[])]}, "claimReview", "the claim has no review"),
    ({"claims": [answer(claimReview=None)]}, "claimReview", "the claim has no review"),
    (
        {"claims": [answer(claimReview=[GIVEN | {"url": ""}])]},
        "claimReview.0.url",
        "it is missing",
    ),
    (
        {"claims": [answer(claimReview=[GIVEN | {"languageCode": "xx-"}])]},
        "claimReview.0.languageCode",
        "is no BCP 47 language tag",
    ),
    ({"claims": [5]}, "", "this is no claim"),
]


@pytest.mark.parametrize(("content", "field", "message"), FAULTS)
def test_a_fault_has_its_place_and_is_not_mended(
    tmp_path: Path, content: object, field: str, message: str
) -> None:
    """File, element, field, shortened value, what is wrong and how to mend it."""
    loaded = checking.read(tmp_path, content)
    assert checking.claims(loaded) == []
    (problem,) = loaded.problems
    assert (problem.where, problem.field) == (Where("checks.json", 1), field)
    assert message in problem.message
    assert problem.hint
    assert not problem.message.endswith(".")
    assert len(problem.value) <= 70


DAYS = [
    ("2024-05-03", "2024-05-03"),
    ("2024-05", "2024-05"),
    ("2024", "2024"),
    ("2024-05-03T23:30:00-05:00", "2024-05-03"),
    ("2024-05-03T00:00:00.000Z", "2024-05-03"),
    ("2024-05-03 10:00:00 UTC", "2024-05-03"),
    ("2024-05-03T10:00+0200", "2024-05-03"),
]


@pytest.mark.parametrize(("written", "day"), DAYS)
def test_a_moment_is_cut_to_its_day(tmp_path: Path, written: str, day: str) -> None:
    """The day is the one that is written, whatever it was elsewhere; a month stays a month."""
    loaded = checking.read(tmp_path, review(datePublished=written, itemReviewed=item()))
    assert str(checking.sources(loaded)[0].published) == day


def test_the_elements_around_a_bad_one_are_read(tmp_path: Path) -> None:
    """Elements are numbered in the outermost list; a feed element without a review is told."""
    good = [review(url=f"{URL}/{n}", claimReviewed=f"{WORDS} {n}") for n in range(3)]
    elements = [{"item": [one]} for one in (good[0], review(url=None), good[1])]
    feed = {"@type": "DataFeed", "dataFeedElement": [*elements, {"item": []}, {"item": good[2]}]}
    loaded = checking.read(tmp_path, feed)
    assert len(checking.claims(loaded)) == 3
    assert [(p.where.line, p.field) for p in loaded.problems] == [
        (2, "url"),
        (4, "dataFeedElement"),
    ]
    assert sift(loaded)[1] == loaded.problems


def test_what_is_given_twice_is_told(tmp_path: Path) -> None:
    """Programs differ in which of two they would read; it costs its element, not the file."""
    twice = json.dumps(review(url="https://a.example/2"))[:-1] + ', "claimReviewed": "other"}'
    loaded = checking.read(tmp_path, f"[{json.dumps(review())}, {twice}]")
    assert len(checking.claims(loaded)) == 1
    (problem,) = loaded.problems
    assert (problem.where.line, problem.field) == (2, "claimReviewed")


def test_two_ratings_of_one_review_are_told(tmp_path: Path) -> None:
    """The first is taken."""
    other = review(reviewRating={"alternateName": "True"})
    loaded = checking.read(tmp_path, [review(), other])
    assert "“False”" in str(checking.claim(loaded).note)
    assert [(p.where.line, p.field, p.value) for p in loaded.problems] == [(2, "rating", "True")]


def test_a_script_that_is_no_json_is_told(tmp_path: Path) -> None:
    """The other scripts of the page are read."""
    file = checking.write(tmp_path, page("{x", review()), "page.html")
    loaded = factchecks.read(file)
    assert len(checking.claims(loaded)) == 1
    (problem,) = loaded.problems
    assert (problem.where, problem.value) == (Where("page.html", 1), "{x")


def test_a_page_is_read_in_its_own_encoding(tmp_path: Path) -> None:
    """The one that it states, and UTF-8 where it states none."""
    for encoding, stated in (("cp1252", '<meta charset="windows-1252">'), ("utf-8", "")):
        script = json.dumps(review(claimReviewed="Café – zu"), ensure_ascii=False)
        markup = page(script).replace("<title>", f"{stated}<title>")
        (tmp_path / "page.html").write_bytes(markup.encode(encoding))
        loaded = factchecks.read(tmp_path / "page.html")
        assert checking.claim(loaded).statement == "Café – zu"


HUGE = [
    ("<p " + "".join(f"a{n}=1 " for n in range(50_000)) + ">", "a huge one"),
    ("<p>" * 100_001, "more than 100,000 tags"),
    ("<\0", "no text in an encoding"),
]


@pytest.mark.parametrize(("markup", "reason"), HUGE, ids=["attributes", "tags", "bytes"])
def test_a_page_that_would_keep_a_parser_busy_is_refused(
    tmp_path: Path, markup: str, reason: str
) -> None:
    """Before it is parsed."""
    with pytest.raises(UnreadableFileError, match=reason):
        checking.read(tmp_path, markup)


def test_a_claim_holds_no_more_reviews_than_it_may(tmp_path: Path) -> None:
    """Those beyond are told, and the note says that there is more than it holds."""
    many = [
        review(url=f"{URL}/{n}", reviewRating={"alternateName": f"False {'x' * 300}"})
        for n in range(53)
    ]
    loaded = checking.read(tmp_path, many)
    claim = checking.claim(loaded)
    assert len(claim.evidence) == 50
    assert len(str(claim.note)) <= 2_000
    assert str(claim.note).endswith("; and more that is too long to be shown")
    assert len(loaded.problems) == 3


UNREADABLE: list[tuple[str, str]] = [
    ("", "it is no JSON"),
    ("{", "it is no JSON"),
    ("[" * 100_000, "it is no JSON"),
    ("[1]", "it holds no fact-check"),
    ("{}", "it holds no fact-check"),
    ("<p>nothing</p>", "it holds no fact-check"),
    ("<", "it holds no fact-check"),
    ("\ud800", "it is not UTF-8"),
]


@pytest.mark.parametrize(("content", "reason"), UNREADABLE)
def test_a_file_in_which_nothing_is_found_is_refused(
    tmp_path: Path, content: str, reason: str
) -> None:
    """The refusal says why."""
    with pytest.raises(UnreadableFileError, match=reason):
        checking.read(tmp_path, content)
    with pytest.raises(UnreadableFileError):
        factchecks.read(tmp_path / "missing.json")


@pytest.mark.parametrize(
    ("begin", "limit"), [(b"[", documents.MAX_JSON), (b"<p>", documents.MAX_PAGE)]
)
def test_a_file_above_the_limit_is_refused(tmp_path: Path, begin: bytes, limit: int) -> None:
    """The refusal names the limit; nothing of the file is held in memory."""
    with (tmp_path / "big").open("wb") as file:
        file.write(begin)
        file.truncate(limit + 1)
    with pytest.raises(UnreadableFileError, match=f"limit of {limit:,} bytes"):
        factchecks.read(tmp_path / "big")


NAMES = st.sampled_from(
    "@id @type @value @list @graph url name text author publisher claims claimReview claimReviewed "
    "itemReviewed reviewRating datePublished claimDate appearance dataFeedElement item "
    "inLanguage review alternateName schema:url http://schema.org/name".split()
)
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        ["ClaimReview", "Claim", "Person", URL, "2024-05-03", "0001", "en", "#a", "https://[", "\0"]
    )
)
ODD = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(NAMES | st.text(max_size=5), inner, max_size=6)
        | st.builds(lambda made, kind: made | {"@type": kind}, st.dictionaries(NAMES, inner),
                    st.sampled_from(["ClaimReview", "Claim", ["ClaimReview"], "DataFeed"]))
    ),
    max_leaves=25,
)  # fmt: skip


@given(changes=st.dictionaries(NAMES, ODD, max_size=4), odd=ODD, in_page=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_odd_documents_raise_nothing_else(
    tmp_path: Path, changes: dict[str, Any], odd: object, in_page: bool
) -> None:
    """Whatever stands in a document, it is read, is a problem, or is refused as a whole."""
    for content in (odd, [odd, review(**changes)], {"claims": [odd, answer(**changes)]}):
        written = page(content) if in_page else json.dumps(content)
        file = checking.write(tmp_path, written)
        assert factchecks.is_fact_check(file) in {True, False}
        try:
            loaded = factchecks.read(file)
        except ClaimsError:
            continue
        good, _ = sift(loaded)
        assert len(good.located) <= len(loaded.records)


def test_lists_within_lists_do_not_break_the_reader(tmp_path: Path) -> None:
    """A value that is nested as deep as JSON can be is as good as none."""
    deep: object = "x"
    for _ in range(400):
        deep = [deep]
    loaded = checking.read(tmp_path, [review(), review(url=deep), review(author={"name": deep})])
    assert len(checking.claims(loaded)) == 1
    assert [(p.where.line, p.field) for p in loaded.problems] == [(2, "url")]

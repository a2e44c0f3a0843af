"""A text cut at its marks, how marks look, and which proposal comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.desk.drafts import Verdict
from claims.desk.work import Decided, Work
from claims.extraction.events.kinds import What
from dashboard.desk import choosing
from dashboard.desk.looks import KINDS, VERDICTS, legend
from dashboard.desk.marks import Span, lines
from tests import desk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.desk.looks import Look

TEXT = "Five people were killed. 12 men were held. Two women were hurt."


def work(*rejected: int) -> Work:
    """Make the work on three proposals, some of them rejected."""
    quotes = {"Five people": What.KILLED, "12 men": What.DETAINED, "Two women": What.WOUNDED}
    proposals = [desk.proposed(TEXT, quote, kind) for quote, kind in quotes.items()]
    begun = Work.begin(desk.document(TEXT), proposals, "Ana")
    for number in rejected:
        begun = begun.with_decision(number, Decided.rejected())
    return begun


# Marks


CUT: list[tuple[str, list[Span], list[list[tuple[str, str]]]]] = [
    ("nothing", [], [[("nothing", "")]]),
    ("five died", [Span(0, 4, "0")], [[("five", "0"), (" died", "")]]),
    ("ab", [Span(0, 1, "0"), Span(1, 2, "1")], [[("a", "0"), ("b", "1")]]),
    ("one\n\ntwo", [Span(5, 8, "0")], [[("one", "")], [("two", "0")]]),
    ("a\r\nb", [], [[("a", "")], [("b", "")]]),
    ("one\ntwo", [Span(2, 5, "0")], [[("on", ""), ("e", "0")], [("t", "0"), ("wo", "")]]),
    ("nine, a boy", [Span(0, 11, "0"), Span(6, 11, "1")], [[("nine, ", "0"), ("a boy", "1")]]),
    ("abcd", [Span(0, 3, "0"), Span(2, 4, "1")], [[("ab", "0"), ("cd", "1")]]),
    ("ab", [Span(0, 2, "0"), Span(0, 2, "1")], [[("ab", "1")]]),
    ("a\u202eb", [Span(0, 3, "0")], [[("a\ufffdb", "0")]]),
    ("😀 five", [Span(2, 6, "0")], [[("😀 ", ""), ("five", "0")]]),
    ("", [], []),
]  # fmt: skip
"""A text, its marks with the second one chosen, and the lines with each piece's mark."""


@pytest.mark.parametrize(("text", "spans", "expected"), CUT)
def test_a_text_is_cut_at_its_marks(
    text: str, spans: list[Span], expected: list[list[tuple[str, str]]]
) -> None:
    """Every letter is shown once, under the shortest mark that it belongs to."""
    assert lines(text, spans, chosen="1") == expected


@pytest.mark.parametrize(("looks", "names"), [(KINDS, What), (VERDICTS, Verdict)])
def test_no_two_looks_are_alike(looks: Mapping[str, Look], names: type[What | Verdict]) -> None:
    """Each kind and each verdict has a pair of colour and line that no other has."""
    assert set(looks) == set(names)
    assert len({(look.colour, look.line) for look in looks.values()}) == len(looks)


def test_the_legend_names_what_occurs() -> None:
    """In the order of the table, each once."""
    found = legend(KINDS, [What.TROOPS, What.KILLED, What.TROOPS])
    assert [one["label"] for one in found] == ["killed", "troops"]


# Which proposal is next


@pytest.mark.parametrize(
    ("named", "rejected", "expected"),
    [("", (), 0), ("", (0,), 1), ("2", (), 2), ("1", (1,), 1), ("9", (0,), 1), ("", (0, 1, 2), 0)],
)
def test_the_address_or_the_first_open_proposal_is_chosen(
    named: str, rejected: tuple[int, ...], expected: int
) -> None:
    """A number that the work does not have is as good as none."""
    assert choosing.chosen(work(*rejected), named) == expected


def test_a_work_without_proposals_has_none_to_choose() -> None:
    """An article without a figure opens all the same."""
    empty = Work.begin(desk.document("Nothing happened."), [], "Ana")
    assert choosing.chosen(empty, "0") is None
    assert choosing.progress(empty) == "0 of 0 decided"


@pytest.mark.parametrize(
    ("decided", "rejected", "expected"),
    [(0, (0,), 1), (1, (1,), 2), (2, (2,), 0), (1, (0, 1), 2), (2, (0, 1, 2), 2)],
)
def test_the_next_open_proposal_follows(
    decided: int, rejected: tuple[int, ...], expected: int
) -> None:
    """After the last one it starts again at the first that is open; at the end it stays."""
    assert choosing.following(work(*rejected), decided) == expected


def test_progress_says_what_was_decided() -> None:
    """Accepted and rejected ones are counted apart."""
    begun = work(1).with_decision(0, Decided.accepted("c-1"))
    assert choosing.progress(begun) == "2 of 3 decided: 1 accepted, 1 rejected"
    assert choosing.marks(begun)["0"].state == "accepted"
    assert choosing.marks(begun)["2"].label == "3 of 3: wounded, two, open"


def test_a_work_without_a_headline_is_named_by_how_it_begins() -> None:
    """The first line, cut at a word."""
    untitled = desk.document("Shells fell on the harbour. " * 5, title=None)
    named = choosing.title(Work.begin(untitled, [], "Ana"))
    assert named == "Shells fell on the harbour. Shells fell on the harbour. Shells fell …"
    assert choosing.title(work()) == "A report"


@pytest.mark.parametrize(
    ("words", "near", "expected"),
    [("12 men", 0, (25, 31)), ("were", 0, (12, 16)), ("were", 60, (53, 57)), ("13 men", 0, None),
     ("", 0, None)],
)  # fmt: skip
def test_words_are_found_near_where_they_were(
    words: str, near: int, expected: tuple[int, int] | None
) -> None:
    """Of several places the nearest counts; words that stand nowhere are not found."""
    assert choosing.located(TEXT, words, near) == expected

"""Problems and exceptions: one line a person can act on, and a tree that its docstring draws."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from claims import errors
from claims.errors import ClaimsError, Problem, Where

PROBLEM = Problem(
    Where("claims.jsonl", 12),
    "c-1",
    "quantity.low",
    "9",
    "the low bound is above the high bound",
    "Swap the two",
)


def test_a_problem_says_where_what_and_how_to_mend_it() -> None:
    """One line in the order of a compiler: file, line, field, value, fault, hint."""
    assert str(PROBLEM) == (
        "claims.jsonl:12: quantity.low '9': the low bound is above the high bound. Swap the two"
    )


def test_a_problem_of_a_whole_record_names_no_field() -> None:
    """Without a field and a value the line stays readable."""
    problem = Problem(Where(), "c-1", "", "", "is empty", "Fill it in")
    assert str(problem) == "records: record: is empty. Fill it in"


def test_a_problem_is_plain_json_values() -> None:
    """Tables and exports get the place beside the other fields, not inside one."""
    assert PROBLEM.as_dict() == {
        "file": "claims.jsonl",
        "line": 12,
        "record": "c-1",
        "field": "quantity.low",
        "value": "9",
        "message": "the low bound is above the high bound",
        "hint": "Swap the two",
    }


PLACES = [
    (Where("claims.jsonl", 12), "claims.jsonl:12"),
    (Where("claims.jsonl"), "claims.jsonl"),
    (Where(), "records"),
    (Where("", 3), "records:3"),
]


@pytest.mark.parametrize(("where", "words"), PLACES)
def test_a_place_says_itself(where: Where, words: str) -> None:
    """A place is a file and a line, as far as they are known."""
    assert str(where) == words


def test_problems_sort_by_file_and_line() -> None:
    """A reader mends a file from top to bottom."""
    lines = [Where("b", 1), Where("a", 10), Where("a", 9), Where("a")]
    assert sorted(lines) == [Where("a"), Where("a", 9), Where("a", 10), Where("b", 1)]


RAISED: list[tuple[ClaimsError, str]] = [
    (errors.UnknownRecordError("claim", "c-1"), "No claim “c-1” is on record."),
    (
        errors.UnknownRecordError("claim", "c-1", 1_200),
        "No claim “c-1” is on record at revision 1,200.",
    ),
    (
        errors.UnknownPositionError(1_300, 1_200),
        "There is no revision 1,300: the ledger stands at 1,200.",
    ),
    (
        errors.TooManyError(60_000, 50_000),
        "60,000 claims are more than the 50,000 that fit here: choose fewer of them.",
    ),
    (
        errors.IncompleteExplanationError(["it needs a reason", "it needs a name"]),
        "Nothing was recorded: it needs a reason; it needs a name.",
    ),
    (
        errors.NothingToTakeBackError("c-1", "c-2"),
        "No explanation is on record why “c-1” and “c-2” differ.",
    ),
    (
        errors.NothingToExplainError("c-1", "c-2", "both say five"),
        "“c-1” and “c-2” need no explanation: both say five.",
    ),
    (
        errors.StaleEditError("c-1", 3, 7, "{}", "{}"),
        (
            "“c-1” was opened at revision 3 and has since been changed at revision 7. "
            "Nothing was written: compare the two versions and edit again."
        ),
    ),
    (
        errors.LedgerDamagedError(7, "the hash differs"),
        "Revision 7 does not verify: the hash differs.",
    ),
    (
        errors.LedgerVersionError(1, 2),
        (
            "This ledger has schema 1, this program writes schema 2. "
            "Run `claims rebuild` to bring it up to date; no revision is changed by it."
        ),
    ),
    (
        errors.UnreadableFileError(Path("a.csv"), "it is not UTF-8"),
        "a.csv cannot be read: it is not UTF-8.",
    ),
    (errors.WordingError("many"), "“many” states no number that the hedge table knows."),
]


@pytest.mark.parametrize(("error", "message"), RAISED)
def test_an_error_words_itself_from_its_facts(error: ClaimsError, message: str) -> None:
    """Every message is a sentence for a reader, made in one place."""
    assert str(error) == message


def _tree() -> set[str]:
    """Return the names of all exceptions that the module defines."""
    defined = [
        e for _, e in inspect.getmembers(errors, inspect.isclass) if issubclass(e, Exception)
    ]
    return {error.__name__ for error in defined}


def test_the_docstring_draws_the_whole_tree() -> None:
    """Whoever reads the module's first lines knows every exception, and each has a cause."""
    drawn = set(re.findall(r"\w+Error", errors.__doc__ or ""))
    assert drawn == _tree()
    assert {type(error).__name__ for error, _ in RAISED} == _tree() - {"ClaimsError"}

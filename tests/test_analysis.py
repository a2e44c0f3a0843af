"""Frames: one row a claim, columns and types fixed, ready to be drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.analysis.case import Case
from claims.analysis.frames import COLUMNS, OTHERS, figures, grouped, is_log
from claims.analysis.moments import moment
from claims.collection import Collection
from claims.periods import parse
from claims.prose import sentence
from claims.records import Review, Withdrawal
from claims.states import Corroboration, Currency
from claims.vocabulary import Basis, ReviewState
from tests import factories, starter, strategies
from tests.factories import stating

if TYPE_CHECKING:
    from claims.records import Claim

NOBODY = Collection()
WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
PARTIES = [factories.party("irna"), factories.party("arab-news", name="Arab News")]


def records(**indicator: Any) -> Collection:
    """Gather the two parties and the indicator that the claims refer to."""
    return Collection.of_records([*PARTIES, factories.indicator(**indicator)])


def types(frame: pd.DataFrame) -> dict[str, str]:
    """Return the type of each column."""
    return {str(name): str(kind) for name, kind in frame.dtypes.items()}


def row(claim: Claim, basis: Basis = Basis.TALLY) -> dict[str, Any]:
    """Return the one row of a frame of a single claim, None where a cell is empty."""
    frame = figures([claim], records(basis=basis))
    (found,) = frame.to_dict("records")
    return {str(name): None if pd.isna(value) else value for name, value in found.items()}


def test_a_frame_has_just_the_columns_and_types_that_are_promised() -> None:
    """Charts and exports rely on the table of columns."""
    frame = figures([factories.claim()], records())
    assert types(frame) == COLUMNS
    assert list(frame.columns) == list(COLUMNS)


def test_no_claims_make_an_empty_frame_of_the_same_types() -> None:
    """An empty selection is drawn by the same code as a full one."""
    assert types(figures([], NOBODY)) == COLUMNS
    assert figures([], NOBODY).empty


def test_claims_without_a_number_have_no_row() -> None:
    """Not stated is not zero: what states no number is not drawn as one."""
    silent = [factories.claim(quantity=None), stating("an undisclosed number")]
    frame = figures([*silent, stating("zero")], NOBODY)
    assert list(frame["value"]) == [0]
    assert types(figures(silent, NOBODY)) == COLUMNS


def test_a_row_says_what_the_claim_says() -> None:
    """Names are those of the parties, the hedge survives, an open end is told."""
    claim = factories.claim()
    found = row(claim)
    stamps = {name: found.pop(name) for name in ("start", "end", "when")}
    assert stamps == {
        "start": pd.Timestamp("2021-07-15"),
        "end": pd.Timestamp("2021-07-27"),
        "when": pd.Timestamp("2021-07-27"),
    }
    assert found == {
        "id": claim.id,
        "indicator": "khuzestan-killed",
        "claimant": "IRNA",
        "publisher": "Arab News",
        "figure": "at least five",
        "hedge": "at least",
        "value": 5,
        "low": 5,
        "high": None,
        "open_above": True,
        "planned": False,
        "state": "",
        "faded": False,
        "spans": False,
        "period": "15 July 2021 to 27 July 2021",
        "said_on": "27 July 2021",
        "sentence": sentence(claim, records()),
    }


STATES: list[tuple[dict[str, Any], dict[str, Any], str, bool]] = [
    ({}, {}, "", False),
    ({}, {"corroboration": Corroboration.CONTESTED}, "contested", False),
    ({}, {"corroboration": Corroboration.CORROBORATED}, "", False),
    ({}, {"currency": Currency.STALE}, "stale", False),
    ({}, {"currency": Currency.SUPERSEDED}, "superseded", True),
    ({"withdrawn": WITHDRAWN}, {"currency": Currency.WITHDRAWN}, "withdrawn", True),
    ({"planned": True}, {"currency": Currency.STALE}, "planned, stale", False),
    ({"review": Review(state=ReviewState.REJECTED, by="desk")}, {}, "rejected", True),
]


@pytest.mark.parametrize(("fields", "states", "words", "faded"), STATES)
def test_a_row_carries_the_states_of_its_claim(
    fields: dict[str, Any], states: dict[str, Any], words: str, faded: bool
) -> None:
    """Wherever a figure is drawn it says that it is contested, stale or no longer counts."""
    claim = factories.claim(**fields)
    own = Case(factories.indicator(), (claim,), NOBODY).standings[claim.id]
    frame = figures([claim], NOBODY, {claim.id: replace(own, **states)})
    assert (frame["state"].iloc[0], bool(frame["faded"].iloc[0])) == (words, faded)


BARS: list[tuple[str, float, float | None, float | None]] = [
    ("five", 5, 5, 5),
    ("at least five", 5, 5, None),
    ("more than 5", 5, 6, None),
    ("up to 300", 300, 0, 300),
    ("about 50", 50, 45, 55),
    ("between 250 and 350", 300, 250, 350),
    ("dozens", 24, 24, None),
    ("zero", 0, 0, 0),
]


@pytest.mark.parametrize(("words", "value", "low", "high"), BARS)
def test_a_mark_stands_at_its_value_within_its_bounds(
    words: str, value: float, low: float | None, high: float | None
) -> None:
    """The bar of a figure runs from its low bound to its high one, or stays open."""
    found = row(stating(words))
    assert (found["value"], found["low"], found["high"]) == (value, low, high)
    assert found["open_above"] == (high is None)


WHEN: list[tuple[Basis, str | None, str | None, str | None, bool]] = [
    (Basis.LEVEL, "2021-07-01/2021-07-31", "2021-08-09", "2021-07-16", True),
    (Basis.LEVEL, "2021-07-27", "2021-08-09", "2021-07-27", False),
    (Basis.LEVEL, "2021-07-27/..", "2021-08-09", "2021-07-27", False),
    (Basis.LEVEL, "../2021-07-27", "2021-08-09", "2021-07-27", False),
    (Basis.LEVEL, None, "2021-08-09", None, False),
    (Basis.TALLY, "2021-07-15/2021-07-27", "2021-08-09", "2021-07-27", False),
    (Basis.TALLY, "2021-07-15/..", "2021-08-09", None, False),
    (Basis.TALLY, "2021-07", "2021-08-09", None, False),
    (Basis.TALLY, None, "2021-08-09", None, False),
    (Basis.INTERVAL, "2021-07", "2021-08-09", "2021-07-16", True),
    (Basis.EVENT, "2021-07-15/2021-07-27", "2021-08-09", "2021-08-09", False),
    (Basis.EVENT, "2021-07-15", "2021-08", "2021-08-16", False),
    (Basis.EVENT, "2021-07-15", "2021", None, False),
    (Basis.EVENT, "2021-07-15", "2021-08/..", None, False),
    (Basis.EVENT, "2021-07-15", None, None, False),
]


@pytest.mark.parametrize(("basis", "period", "said_on", "when", "spans"), WHEN)
def test_the_basis_says_where_a_mark_stands_in_time(
    basis: Basis, period: str | None, said_on: str | None, when: str | None, spans: bool
) -> None:
    """An event stands where it was said, a tally at its last day, a level in its middle."""
    found = row(factories.claim(period=period, said_on=said_on), basis)
    assert found["when"] == (pd.Timestamp(when) if when else None)
    assert found["spans"] == spans


def test_a_claim_under_no_known_indicator_stands_in_the_middle_of_its_period() -> None:
    """A frame of claims under several indicators may hold some that are not on record."""
    claim = factories.claim(period="2021-07-01/2021-07-03")
    assert str(moment(claim, None)) == "2021-07-02"
    assert list(figures([claim], NOBODY)["claimant"]) == ["irna"]


@pytest.mark.parametrize("period", ["0001-01-01", "9999-12-31", "1258/1260"])
def test_days_far_away_fit_the_frame(period: str) -> None:
    """A battle of 1258 and a plan for the year 9999 are drawn without an error."""
    found = row(factories.claim(period=period, said_on=None), Basis.LEVEL)
    assert str(found["start"]).startswith(period[:4])


@given(st.lists(strategies.claims, max_size=4))
def test_any_claims_make_a_frame_of_the_same_types(claims: list[Claim]) -> None:
    """Open periods, hostile text and missing facts change no column."""
    frame = figures(claims, NOBODY)
    assert types(frame) == COLUMNS
    known = [claim.id for claim in claims if claim.quantity and claim.quantity.is_known]
    assert list(frame["id"]) == known


def test_the_starter_records_are_drawn_whole() -> None:
    """Each figure on record has a row, in the order given, with a number and a name."""
    everything = starter.records()
    claims = [claim for claim, _ in everything.claims()]
    frame = figures(claims, everything)
    known = [claim.id for claim in claims if claim.quantity and claim.quantity.is_known]
    assert list(frame["id"]) == known
    assert frame["value"].notna().all()
    assert (frame["figure"] != "–").all()


@pytest.mark.parametrize(
    ("values", "log"),
    [
        ([1, 100], True),
        ([1, 99.9], False),
        ([2, 50, 200], True),
        ([0, 5, 400], False),
        ([0, 4, 400], True),
        ([0, 0], False),
        ([5], False),
        ([], False),
        ([float("nan"), 1, 100], True),
        ([float("nan")], False),
    ],
)
def test_only_a_hundredfold_needs_a_log_scale(values: list[float], log: bool) -> None:
    """From a hundred times the smallest on, small figures vanish on a plain scale."""
    assert is_log(pd.Series(values, dtype="float64")) is log


@pytest.mark.parametrize(
    ("claimants", "most", "expected"),
    [
        ("a a b b c d", 2, ["a", "a", "b", "b", OTHERS, OTHERS]),
        ("d c b a b a", 2, [OTHERS, OTHERS, "b", "a", "b", "a"]),
        ("a a b b c c", 2, ["a", "a", "b", "b", "c", "c"]),
        ("a b", 5, ["a", "b"]),
        ("", 3, []),
    ],
)
def test_rare_claimants_share_one_name(claimants: str, most: int, expected: list[str]) -> None:
    """The most frequent keep theirs; a single one left over keeps its own too."""
    found = grouped(pd.Series(claimants.split(), dtype="str"), most)
    assert list(found) == expected


def test_rows_stay_what_they_are_when_claimants_are_grouped() -> None:
    """Grouping renames; it neither drops nor moves a row."""
    claimants = pd.Series(list("abcdd"), dtype="str", index=[9, 7, 5, 3, 1])
    assert list(grouped(claimants, 1).index) == [9, 7, 5, 3, 1]

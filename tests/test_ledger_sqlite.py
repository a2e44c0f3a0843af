"""What only SQLite spells its way: rows among rows, and days that lie apart."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Text, create_engine, literal, select

from claims.analysis.findings import FindingKind
from claims.ledger import Ledger
from claims.ledger.sqlite import are_apart, one_of
from tests.factories import base, indicator, stating
from tests.test_ledger_together import TODAY

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [("irna", 5.0), ('o\'neill "x"', 2500.5)]
# What is looked for, and whether it is one of the rows.
AMONG: list[tuple[str, float, bool]] = [
    ("irna", 5, True),
    ("irna", 5.0, True),
    ('o\'neill "x"', 2500.5, True),
    ("irna", 2500.5, False),
    ("Irna", 5, False),
    ("irna", 5.1, False),
]
# Two EDTF texts, and whether they name days that lie more than a week apart.
APART: list[tuple[str | None, str | None, bool]] = [
    ("2021-07-20", "2021-07-28", True),
    ("2021-07-28", "2021-07-20", True),
    ("2021-07-20", "2021-07-27", False),
    ("2020-12-31", "2021-01-01", False),
    ("2021", "2021-07-28", False),
    ("2021-07", "2019-07-28", False),
    ("2019/2020", "2021-07-28", False),
    ("2019-07/..", "2021-07-28", False),
    ("2019-07-2X", "2021-07-28", False),
    ("2019-07-20~", "2021-07-28", False),
    (None, "2021-07-28", False),
]
# When 4,321 dead and 4,321 hurt were said, and whether that is worth a look.
SAID: list[tuple[str | None, str | None, bool]] = [
    ("2021-07-20", "2021-07-27", True),
    ("2021-07-20", "2021-07-28", False),
    ("2021-07-25/2021-07-26", "2021-07-20", True),
    (None, "2021-07-20", True),
    (None, "2021-07-19", False),
    ("2021-07", "2021-07-20", False),
]  # fmt: skip


@pytest.mark.parametrize(("party", "value", "found"), AMONG)
def test_a_row_is_one_of_some(party: str, value: float, found: bool) -> None:
    """All columns must be those of one row; a whole number is the same however it is written."""
    with create_engine("sqlite://").connect() as connection:
        asked = select(one_of((literal(party), literal(value)), ROWS))
        assert bool(connection.execute(asked).scalar_one()) is found


@pytest.mark.parametrize(("one", "other", "apart"), APART)
def test_only_days_that_are_known_lie_apart(
    one: str | None, other: str | None, apart: bool
) -> None:
    """A month, a year, an interval or a doubtful day is never said to lie apart."""
    with create_engine("sqlite://").connect() as connection:
        asked = select(are_apart(literal(one, Text), literal(other, Text), timedelta(days=7)))
        assert bool(connection.execute(asked).scalar_one()) is apart


@pytest.mark.parametrize(("said", "also", "found"), SAID)
def test_one_figure_for_two_things_within_a_week_is_found(
    tmp_path: Path, said: str | None, also: str | None, found: bool
) -> None:
    """Where a claim does not show when it was said, the day it is about counts: 27 July."""
    hurt = indicator("khuzestan-hurt", title="People hurt")
    claims = [
        stating("4,321", said_on=said),
        stating("4,321 hurt", said_on=also, indicator="khuzestan-hurt"),
    ]
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append([*base(), hurt, *claims], actor="desk")
        kinds = [one.kind for one in ledger.together.findings(today=TODAY)]
    assert kinds.count(FindingKind.COINCIDENCE) == (2 if found else 0)

"""A day that only another sentence of a draft names holds no figure down; figures of none count."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claims.desk.drafts import Verdict, check
from tests.desk import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.ledger import Ledger

DAY = date(2026, 11, 23)
KHUZESTAN = "Five people were killed in protests over water shortages in Khuzestan."


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open the shipped records, which no test of this file changes."""
    folder: Path = tmp_path_factory.mktemp("inherited")
    with shipped(folder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (KHUZESTAN, Verdict.HEDGE_DROPPED),
        (f"The base was hit on 8 January 2020. {KHUZESTAN}", Verdict.HEDGE_DROPPED),
        (f"Protests went on in July 2021. {KHUZESTAN}", Verdict.HEDGE_DROPPED),
        (KHUZESTAN.replace("protests", "protests on 8 January 2020"), Verdict.NOT_ON_RECORD),
    ],
)
def test_a_day_of_another_sentence_is_given_up_where_nothing_is_on_record_then(
    ledger: Ledger, text: str, verdict: Verdict
) -> None:
    """A day in the figure's own sentence is never given up."""
    assert check(text, ledger, published=DAY)[-1].verdict == verdict


def test_a_figure_of_none_is_held_against_the_record(ledger: Ledger) -> None:
    """It is a number like others; what is denied is compared with nothing."""
    none = "No US troops were killed at Ain al-Asad on 8 January 2020."
    (found,) = check(none, ledger, published=DAY)
    assert found.verdict == Verdict.CONTESTED
    denied = "The army denied that 80 US troops were killed at Ain al-Asad on 8 January 2020."
    (found,) = check(denied, ledger, published=DAY)
    assert found.verdict == Verdict.NOT_ON_RECORD

"""The ready mappings in one ledger: they share parties and questions and stay out of each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claims.analysis.findings import FindingKind
from claims.comparison import Relation, compare
from claims.editions import take_in
from claims.imports.loading import load
from claims.imports.tables.opening import open_table
from claims.ledger import Ledger
from tests.ready_sets import Published, every_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.records import Claim

STAND_INS = [file for file in every_file() if not file.is_real]
TODAY = date(2026, 9, 1)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open a ledger that holds the stand-ins of all tables."""
    with Ledger.open(tmp_path_factory.mktemp("ready") / "ledger.db") as opened:
        for file in STAND_INS:
            _take(file, opened)
        yield opened


def test_all_stand_in_one_ledger(ledger: Ledger) -> None:
    """A table that comes in after others finds its parties on record, and the ledger verifies."""
    assert ledger.verify() == ledger.head.rev
    for file in STAND_INS:
        assert _take(file, ledger) == 0
    ids = [party.id for party in ledger.all("party")]
    assert ids.count("tech-for-palestine") == 1


def test_no_set_contradicts_another(ledger: Ledger) -> None:
    """Documented losses are no more than the claimed ones; flash and verified are two questions."""
    kinds = {one.kind for one in ledger.together.findings(today=TODAY)}
    assert not kinds & {FindingKind.PART_ABOVE_WHOLE, FindingKind.CONFLICT}


def test_a_floor_may_fall_and_a_count_may_not(ledger: Ledger) -> None:
    """All Types of Oryx falls from one day to the next without contradiction; aircraft do not."""
    floor = "ru-items-of-equipment-of-all-types-lost-documented"
    assert _compared(ledger, floor, 1_430, 820) is not Relation.CONFLICT
    assert _compared(ledger, "ru-aircraft-lost", 151, 149) is Relation.CONFLICT


def _take(file: Published, ledger: Ledger) -> int:
    """Take a table in, and return how many records that changed."""
    report = take_in(open_table(file.path), load(file.mapping), ledger, actor="desk")
    return report.added + report.revised


def _compared(ledger: Ledger, indicator: str, first: int, second: int) -> Relation:
    """Return how two figures under one question stand to each other."""
    claims = [claim for claim in ledger.claims() if claim.indicator == indicator]
    one, other = (_of(claims, value) for value in (first, second))
    return compare(one, other, ledger.get("indicator", indicator)).relation


def _of(claims: list[Claim], value: int) -> Claim:
    """Return the claim that states a number."""
    [found] = [claim for claim in claims if claim.quantity and claim.quantity.value == value]
    return found

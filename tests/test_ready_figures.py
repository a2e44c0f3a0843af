"""The ready mappings on the published files: every figure comes in, and none that was not said.

The stand-ins are always read; the published files too where they lie beside the project, in
`shared/data`. The name of each test says which file it read.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from claims.analysis.findings import FindingKind
from claims.editions import take_in
from claims.imports.loading import load
from claims.imports.tables.opening import open_table
from claims.ledger import Ledger
from tests.ready_counts import EXTRAPOLATED, NO_FIGURE, Parts, counted
from tests.ready_sets import Published, every_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.editions import Report
    from claims.records import Claim

FILES = pytest.mark.parametrize("file", every_file(), ids=str)
TODAY = date(2026, 9, 1)


@dataclass(frozen=True)
class Taken:
    """A file taken into a ledger of its own, and once more."""

    report: Report
    again: Report
    """A second run, rehearsed."""
    claims: tuple[Claim, ...]
    falls: int
    """Findings of totals that fall."""


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Published], Taken]:
    """Return what takes a file in, once for all tests of this module."""

    @cache
    def once(file: Published) -> Taken:
        """Take a file in."""
        mapping, folder = load(file.mapping), tmp_path_factory.mktemp("ready")
        with Ledger.open(folder / "ledger.db") as ledger:
            report = take_in(open_table(file.path), mapping, ledger, actor="desk")
            again = take_in(open_table(file.path), mapping, ledger, actor="desk", rehearse=True)
            found = ledger.together.findings(today=TODAY)
            falls = sum(one.kind is FindingKind.FALLING for one in found)
            return Taken(report, again, ledger.claims(), falls)

    return once


@FILES
def test_every_figure_comes_in(file: Published, taken: Callable[[Published], Taken]) -> None:
    """The claims of each column are as many as its cells that count, and add up to as much."""
    got = taken(file)
    assert _parts(got.claims) == counted(file).parts
    assert got.report.claims == len(got.claims)


@FILES
def test_what_does_not_come_in_is_said(
    file: Published, taken: Callable[[Published], Taken]
) -> None:
    """Every row that is refused is reported with its column, and every one left out is counted."""
    report, expected = taken(file).report, counted(file)
    reported = {(problem.where.line, problem.field) for problem in report.problems}
    # An address that is none makes the evidence around it a problem too.
    assert {one for one in reported if one[1] != "evidence"} == expected.refused
    assert {line for line, _ in reported} == {line for line, _ in expected.refused}
    assert report.left_out.total() == expected.left_out
    assert len(set(report.problems)) == len(report.problems)
    assert all(problem.where.file == file.path.name for problem in report.problems)
    assert all(problem.message and problem.hint for problem in report.problems)


@FILES
def test_a_second_run_changes_nothing(file: Published, taken: Callable[[Published], Taken]) -> None:
    """The same file once more finds every claim unchanged and none gone."""
    again = taken(file).again
    assert (again.added, again.revised, again.vanished) == (0, 0, [])
    assert again.unchanged == taken(file).report.claims


@FILES
def test_totals_that_fall_are_raised(file: Published, taken: Callable[[Published], Taken]) -> None:
    """Each total below an earlier one of its series is a finding, save what rounding explains.

    A floor may fall: “at least 1,115” after “at least 1,924” does not contradict it.
    """
    assert taken(file).falls == counted(file).falls


@FILES
def test_nothing_extrapolated_is_reported(
    file: Published, taken: Callable[[Published], Taken]
) -> None:
    """What an extrapolated column holds is said by its publishers alone, as “about”, if at all."""
    for claim in taken(file).claims:
        is_extrapolated = _column(claim).startswith(EXTRAPOLATED)
        assert is_extrapolated == (file.mapping == "t4p-gaza-extrapolated")
        if is_extrapolated:
            assert (claim.claimant, claim.chain) == ("tech-for-palestine", ("tech-for-palestine",))
            assert claim.quantity
            assert claim.quantity.as_stated.startswith("[about] ")
            assert str(claim.indicator).endswith("-extrapolated")


def _column(claim: Claim) -> str:
    """Return the column that a figure stood in."""
    return (claim.evidence[0].prefix or "") if claim.quantity else NO_FIGURE


def _parts(claims: tuple[Claim, ...]) -> Parts:
    """Count and add up the figures of each column, for each question that it answers."""
    values: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for claim in claims:
        value = claim.quantity.value if claim.quantity else 0
        values[_column(claim), claim.indicator].append(int(value or 0))
    found: Parts = defaultdict(list)
    for (column, _), figures in values.items():
        found[column].append((len(figures), sum(figures)))
    return {column: sorted(parts) for column, parts in found.items()}

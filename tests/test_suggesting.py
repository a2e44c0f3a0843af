"""Tables of ten shapes: what is suggested for each works as it is and makes the right claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.collection import Collection
from claims.imports.mapped import chunks
from claims.imports.suggesting import suggested
from claims.imports.tables.opening import open_table
from claims.numerals import say
from claims.records import Claim, Indicator
from tests.unmapped import EXPECTED, ON_RECORD, TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from claims.imports.suggesting import Suggestion


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return a folder with all the tables."""
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _figures(found: Suggestion) -> list[str]:
    """Say the figures of a mapping: column, basis, period, hedge, indicator."""
    assert found.mapping is not None
    bases = {one.id: one.basis for one in found.mapping.indicators}
    told = []
    for figure in found.mapping.tables[0].figures:
        basis = figure.question.basis if figure.question else bases[figure.indicator or ""]
        hedge = f" [{figure.hedge}]" if figure.hedge else ""
        asked = (figure.indicator or "").removeprefix(f"{found.mapping.name}-")
        told.append(f"{figure.column}: {basis}, {figure.period}{hedge}, {asked}")
    return told


def _claims(path: Path) -> tuple[list[str], int]:
    """Import a table as suggested; return its claims in words, and the number of problems."""
    table = open_table(path)
    mapping = suggested(table).mapping
    assert mapping is not None
    every = list(chunks(table, mapping, Collection()))
    records = [item.record for chunk in every for item in chunk.records]
    titles = {one.id: one.title for one in records if isinstance(one, Indicator)}
    claims = [one for one in records if isinstance(one, Claim)]
    said = [
        f"{titles[one.indicator or ''].rpartition(' (')[0]}: "
        f"{say(one.quantity)} {one.quantity.unit}, {one.period}, {one.claimant}"
        for one in claims
        if one.quantity
    ]
    return said, sum(len(chunk.problems) for chunk in every)


@pytest.mark.parametrize("name", TABLES)
def test_the_figures_of_a_table_are_found_with_basis_period_and_hedge(
    written: Path, name: str
) -> None:
    """Each shape of table gets its figures, and none of what stands beside them."""
    assert _figures(suggested(open_table(written / name))) == EXPECTED[name][0]


@pytest.mark.parametrize("name", TABLES)
def test_a_suggested_mapping_works_as_it_is(written: Path, name: str) -> None:
    """Every row becomes the claims that it states, hedge, claimant and period with them."""
    claims, problems = _claims(written / name)
    assert problems == 0
    assert set(EXPECTED[name][1]) <= set(claims)
    assert len(claims) == ON_RECORD.get(name, len(EXPECTED[name][1]))


@pytest.mark.parametrize(
    ("name", "claimant", "said_on"),
    [
        ("daily.csv", "not-named", None),
        ("long.csv", "{Source}", None),
        ("french.csv", "{Selon}", None),
        ("claimants.csv", "{Claimant}", "{Reported on}"),
        ("nested.json", "not-named", "{reported}"),
    ],
)
def test_who_asserts_the_figures_and_when_is_found(
    written: Path, name: str, claimant: str, said_on: str | None
) -> None:
    """A column of claimants, and one of reporting, are taken for what they are."""
    mapping = suggested(open_table(written / name)).mapping
    assert mapping is not None
    assert (mapping.tables[0].claimant, mapping.tables[0].said_on) == (claimant, said_on)


@pytest.mark.parametrize("name", TABLES)
def test_what_nobody_states_is_a_doubt(written: Path, name: str) -> None:
    """A claimant is never invented: where no column names one, a person is asked."""
    found = suggested(open_table(written / name))
    assert found.mapping is not None
    asked = any("who asserts" in doubt for doubt in found.doubts)
    assert asked == (found.mapping.tables[0].claimant == "not-named")


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_a_role_and_a_reason(written: Path, name: str) -> None:
    """No column is passed over in silence."""
    table = open_table(written / name)
    found = suggested(table)
    assert set(found.reasons) == set(found.roles) == set(table.columns)
    assert all(found.reasons[column].startswith(f"“{column}” ") for column in table.columns)


def test_rows_of_a_long_table_that_hold_no_count_are_left_out_with_the_reason(
    written: Path,
) -> None:
    """A rate in percent is no number of anything, and is counted as left out."""
    table = open_table(written / "long.csv")
    mapping = suggested(table).mapping
    assert mapping is not None
    every = list(chunks(table, mapping, Collection()))
    assert sum(sum(chunk.left_out.values()) for chunk in every) == 1


def test_a_suggestion_is_the_same_each_time(written: Path) -> None:
    """The same table gives the same mapping, reasons and doubts."""
    assert suggested(open_table(written / "events.csv")) == suggested(
        open_table(written / "events.csv")
    )

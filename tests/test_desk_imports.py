"""The Desk's import without a browser: a file is read, mapped, previewed, recorded, taken back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped] # published without types

from claims.editions.packing import pack
from claims.imports.tables.opening import open_table
from claims.records import to_json
from tests import factories, importing, screen
from tests.at_desk import ledger, press, told
from tests.at_import import ROWS, brought, button, imported, numbers, problems, role, taken_back

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("pages", "small", "temporary")
ORYX = """country,equipment_type,destroyed,abandoned,captured,damaged,type_total,date_recorded
Russia,Tanks,5,1,2,0,8,2030-03-01
Russia,Tanks,6,1,2,0,9,2030-03-02
"""
"""An invented table with the columns of a set that has a ready mapping."""
GAZA = """report_date,report_source,report_period,killed,killed_cum,ext_killed,ext_killed_cum
2030-03-01,mohtel,24,3,900,3,900
"""
SHEET: list[list[str | int]] = [
    ["Day", "Dead", "Wounded"],
    ["2030-01-01", 3, 4],
    ["2030-01-02", 5, 9],
]


def workbook(**sheets: list[list[str | int]]) -> bytes:
    """Write a workbook of these sheets."""
    written = io.BytesIO()
    with Workbook(written) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return written.getvalue()


# From a file to claims, and back


def test_an_unknown_table_becomes_claims_and_is_taken_back(temporary: Path) -> None:
    """A mapping is suggested, problems are told by row, good rows go in, and all is undone."""
    at = brought()
    assert "CSV, utf-8, parted by commas; 5 columns, 5 rows" in told(at)
    assert "No ready mapping has these columns" in told(at)
    assert (numbers(at)["Rows read"], numbers(at)["Problems"]) == ("5", "2")
    assert [(row[0], row[1], row[2]) for row in problems(at)] == [
        ("4", "Killed", "see note"),
        ("5", "Killed", "=SUM(C2)"),
    ]
    with ledger() as opened:
        before = opened.head.rev
    made = numbers(at)["Claims new"]
    at = imported(at)
    assert "“tolls.csv” is on record" in told(at)
    assert numbers(at)["Claims new"] == made
    assert list(temporary.iterdir()) == []
    with ledger() as opened:
        added = [one for one in opened.claims() if one.id != "c-1"]
        assert len(added) == int(made)
        assert {one.actor for one in opened.history("claim", added[0].id)} == {"Ana"}
    assert "taken back" not in told(at)
    at = press(at, button(at, "desk-import-ask-"))
    assert f"{made} claims will be withdrawn, 0 restored to what was said before." in told(at)
    at = press(at, button(at, "desk-import-back-"))
    assert f"{made} records withdrawn" in told(at)
    assert "taken back" in told(at)
    with ledger() as opened:
        assert [one.id for one in opened.claims() if one.withdrawn is None] == ["c-1"]
        assert opened.head.rev > before


def test_a_role_that_is_changed_changes_the_claims() -> None:
    """A column that is no longer a figure makes no claims, and its problems are gone."""
    at = brought()
    before = int(numbers(at)["Claims new"])
    at.selectbox(key=role(at, "Killed")).set_value("unused")
    screen.drawn(at)
    assert int(numbers(at)["Claims new"]) == before - 3
    assert problems(at) == []


def test_what_is_stated_once_stands_in_the_claims() -> None:
    """The claimant that no column names is the one that a person states."""
    at = brought()
    field = next(one for one in at.text_input if one.label == "Who gives the figures")
    field.set_value("Velmar Relief Committee")
    screen.drawn(at)
    assert "according to Velmar Relief Committee" in told(at)
    imported(at)
    with ledger() as opened:
        assert opened.get("party", "velmar-relief-committee").name == "Velmar Relief Committee"


def test_a_baseline_that_is_no_day_is_told() -> None:
    """The suggestion stays as it was found."""
    at = brought()
    before = numbers(at)
    next(one for one in at.text_input if one.label == "Counted since").set_value("last spring")
    screen.drawn(at)
    assert "“last spring” is no day: write it as 2024-05-01." in told(at)
    assert numbers(at) == before


def test_a_second_import_of_the_same_file_has_nothing_to_do() -> None:
    """What is on record already is told, and there is nothing to press."""
    at = brought(at=imported(brought()))
    assert (numbers(at)["Claims new"], numbers(at)["Revised"]) == ("0", "0")
    assert "all of it is on record already" in told(at)
    assert "desk-import-take" not in [one.key for one in at.button]


def test_a_newer_edition_is_told_as_revisions() -> None:
    """A figure that was changed is revised, a row that is gone is told, and its claim stays."""
    imported(brought())
    later = ROWS.replace("North Velmar,4,10", "North Velmar,5,10")
    at = brought(later.replace("2030-03-03,South Velmar,see note,1,9\n", ""))
    assert (numbers(at)["Revised"], numbers(at)["Vanished"]) == ("1", "2")
    assert "no longer in it; they stay" in "\n".join(one.label for one in at.expander)
    assert "four → five: Killed, North Velmar" in told(at)
    assert "As new claims would read" not in told(at)


def test_new_claims_are_shown_the_unusual_ones_first() -> None:
    """Ranges and hedges are what an editor must see; what is on record already is not shown."""
    at = imported(brought())
    more = "2030-03-06,North Velmar,1,2,3\n2030-03-07,North Velmar,7-9,about 30,4\n"
    shown = told(brought(ROWS + more, at=at)).split("As new claims would read")[1]
    assert shown.index("between 7 and 9") < shown.index("one (6 March 2030)")
    assert shown.index("about 30") < shown.index("two (6 March 2030)")
    assert "at least nine" not in shown


def test_a_mapping_that_was_used_before_is_chosen_again() -> None:
    """It stands before what is suggested, under its name."""
    at = brought()
    next(one for one in at.text_input if one.label == "What the table is").set_value("Velmar tolls")
    imported(screen.drawn(at))
    at = brought(at=at)
    assert str(at.radio[0].value).startswith("*before ")
    assert screen.read(at.radio[0].options[0]) == "Used before: Velmar tolls"
    assert "make sure that it is the same set" in told(at)
    at.radio[0].set_value("*suggested")
    assert "make sure that it is the same set" not in told(screen.drawn(at))


def test_columns_that_a_mapping_does_not_name_are_told() -> None:
    """Nothing is left out silently."""
    at = brought(importing.ROWS.replace("remark", "street"))
    at.text_area[-1].set_value(importing.MAPPING.replace('    note: "{remark}"\n', ""))
    press(at, "desk-import-use")
    assert "Columns that the mapping does not name: street." in told(at)


def test_how_a_figure_counts_is_chosen_in_words() -> None:
    """A running total is called so."""
    at = brought()
    basis = next(one for one in at.selectbox if one.label == "How it counts")
    assert "A running total since a baseline" in basis.options


# Mappings


def test_a_ready_mapping_is_recognised() -> None:
    """The set is named with what must be known before its figures are used."""
    at = brought(ORYX, "daily.csv")
    assert at.radio[0].value == "oryx"
    assert "Oryx counts only what a picture shows" in told(at)
    assert "at least eight" in told(at)


def test_of_several_ready_mappings_a_person_chooses() -> None:
    """Reported and extrapolated figures stand in one table: nothing is taken for granted."""
    at = brought(GAZA, "gaza.csv")
    assert at.radio[0].value is None
    assert "2 ready mappings fit this table" in told(at)
    assert numbers(at) == {}
    at.radio[0].set_value("t4p-gaza")
    screen.drawn(at)
    assert int(numbers(at)["Claims new"]) >= 1
    assert "extrapolated by" not in told(at)


def test_a_mapping_of_ones_own_is_read_and_its_faults_are_told() -> None:
    """The text of the field is the mapping; what is wrong with it is said in words."""
    at = brought(importing.ROWS)
    at.text_area[-1].set_value(importing.MAPPING)
    press(at, "desk-import-use")
    assert (numbers(at)["Claims new"], at.radio[0].value) == ("6", "*written")
    at.text_area[-1].set_value(importing.MAPPING.replace("claimant:", "claimaint:"))
    press(at, "desk-import-use")
    assert "“your mapping” is no mapping that can be used" in told(at)
    assert numbers(at) == {}
    at.text_area[-1].set_value(importing.MAPPING.replace("[day, killed]", "[week]"))
    press(at, "desk-import-use")
    assert "it has no column week" in told(at)


def test_a_package_brings_its_mapping(tmp_path: Path) -> None:
    """What another newsroom has packed is read by the mapping that lies in it."""
    importing.table(tmp_path)
    plain, packed = tmp_path / "tolls.csv", tmp_path / "packed.zip"
    pack(plain, open_table(plain), importing.mapping(), packed)
    at = brought(packed.read_bytes(), "packed.zip")
    assert "Harbour fire, daily tolls (in the package)" in screen.read(at.radio[0].options[0])
    assert numbers(at)["Claims new"] == "6"


def test_another_sheet_is_read_anew() -> None:
    """Of a workbook with several sheets one is chosen; what was decided about another is gone."""
    at = brought(workbook(Notes=[["Remark"], ["none"]], Tolls=SHEET), "tolls.xlsx")
    sheet = next(one for one in at.selectbox if one.label == "Sheet")
    sheet.set_value("Tolls")
    screen.drawn(at)
    assert "3 columns, 2 rows" in told(at)
    assert numbers(at)["Claims new"] == "4"


def test_a_sheet_that_cannot_be_read_leaves_the_way_back() -> None:
    """What is wrong with it is said, and the first sheet is drawn again."""
    at = brought(workbook(Tolls=SHEET, Empty=[]), "tolls.xlsx")
    next(one for one in at.selectbox if one.label == "Sheet").set_value("Empty")
    screen.drawn(at)
    assert "tolls.xlsx cannot be read: no cell of it holds anything." in told(at)
    assert next(one for one in at.selectbox if one.label == "Sheet").value == "Tolls"
    assert numbers(at)["Claims new"] == "4"


def test_a_file_of_claims_needs_no_mapping() -> None:
    """Records as On Record writes them go in as they are, and can be taken back."""
    at = brought(to_json(factories.claim(id="c-2", note="Confirmed later.")), "claims.jsonl")
    assert "is a file of claims" in told(at)
    assert numbers(at)["Records new"] == "1"
    at = imported(at)
    with ledger() as opened:
        assert opened.claim("c-2").withdrawn is None
    taken_back(at)
    with ledger() as opened:
        assert opened.claim("c-2").withdrawn is not None

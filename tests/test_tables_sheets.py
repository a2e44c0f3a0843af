"""Tables as workbooks: XLSX and ODS, their typed cells, their traps."""

from __future__ import annotations

import base64
import datetime as dt
import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped] # published without types
from xlsxwriter import Workbook as Written  # type: ignore[import-untyped] # as above

from claims.errors import UnreadableFileError
from claims.imports.tables.errors import LockedTableError, TooMuchError, UnknownPartError
from claims.imports.tables.opening import open_table
from claims.imports.tables.sheet_scan import scan_xlsx
from tests.tabling import cells, ods, put, read, zipped

if TYPE_CHECKING:
    from pathlib import Path

CELL = (
    '<table:table-cell office:value-type="{kind}" {value}><text:p>{text}</text:p>'
    "</table:table-cell>"
)


XLS = zlib.decompress(
    base64.b85decode(
        "c-rk)O=uHA6#izDG(WWYsj1QkB^0chwg>UzrCpV1FQ!y4{vc>#awrLjBoV9^t2HMP1W$^WLOpn?dQpoC>dAvp(Ss"
        "lei5@)(3Le_5@4aj^sSz5`qGi7@Z)V=ioB6Uc@6GJKS`3tD?}aK@fl=5{HQeZE&?!ppdc_ZFHw-S;a~CDU!hZ#~i"
        "x#rOfk$00oxFy;-W6!LYkx)(_(176PGdZmO@-GGdxb+>F^3V73O7mPMX#{x7I{kK29bB9=VOt(MRP^u2=y(iV_4M"
        "3BfHF9d_?P)HZOSG2V(P1G&|6P7rcwlUsbif4(!QK#xv`sq0iolInYXvrLw6!*L}DJ4{($)9E%M{qh$nX7tG<S5e"
        "B~0-Ti6U(yy&vf%M;+_0HeuU9^a;^zIh=YnmOHhH+B7szhE8wbwlVK(0_o6_ya8-2zEAAQ_*cn2?^#WKv1$m(3MZ"
        ")DlnR&J<~Do%QgUATh+>6hpeiw>n8C;gfPeJj_pAmu`Q49ZO8;Cqy$X=SJ;x*}~jl-~wBau~%Az9&;gPY%wVEqKv"
        "v(${~?K;!OF#M2}h6KO=oEN$UX3vs3U!-`Y^#M&;6{gAe;kANB22o*%263(mjQXVFj3FG=?No57G8Qa7$M7W8_q%"
        "t-WJWbZFg$))*C?uL1U`moIIMhJ+k)%fYCA2rQ<R&1?SSU;f|l|;aS1@8BJkgeHHiJi@~(^}ZoctynSvL527pt(q"
        "^$?R-pli8cO+Jq~w0r$2E*G+0v>&AT^kfQBRcwoVT1q&7|Sg>H>--ePKU+s2nH*fuXe|MVSb(Sert<NOu7Kf0dUy"
        "<Gs_aRGp9#d`YpN(*+`dDg}Hudj?jKeg09%&?mN4o9(OK&x*@&Bya(EsOLsNMOi?eP4|^M409$>M4"
    )
)
"""A small XLS workbook, packed: headings, three rows, in the last a formula in error."""


def workbook(folder: Path, **sheets: list[list[Any]]) -> Path:
    """Write a workbook with these sheets."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "losses.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2800, "2800"),
        (2800.0, "2800"),
        (0, "0"),
        (-25, "-25"),
        (0.1, "0.1"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (1e21, "1000000000000000000000"),
        (True, "true"),
        (False, "false"),
        (dt.date(2022, 2, 25), "2022-02-25"),
        (dt.datetime.fromisoformat("2022-02-25"), "2022-02-25"),
        (dt.datetime.fromisoformat("2022-02-25T13:05"), "2022-02-25T13:05:00"),
        (dt.time(13, 5), "13:05:00"),
        (" about  50\n", "about 50"),
        ("2,800", "2,800"),
        ("'=1+1", "'=1+1"),
    ],
)  # fmt: skip
def test_values(value: object, text: str, tmp_path: Path) -> None:
    """A cell becomes the text that a reader would write for it."""
    path = workbook(tmp_path, Losses=[["day", "killed"], ["x", value]])
    assert cells(path) == [{"day": "x", "killed": text}]


def test_formulas(tmp_path: Path) -> None:
    """A formula gives its kept result; one in error or without a result is a problem."""
    path = tmp_path / "a.xlsx"
    with Written(path) as book:
        sheet = book.add_worksheet("Losses")
        sheet.write_row(0, 0, ["day", "killed", "total"])
        sheet.write_formula("B2", "=1+1", None, 2)
        sheet.write_string("C3", "=1+1")
        sheet.write_formula("B4", "=1/0", None, "#DIV/0!")
        sheet.write_string("C5", "#N/A")
        sheet.write_row(5, 0, ["x", 1, 2])
    rows, problems = read(path)
    assert [(row.number, dict(row.cells)) for row in rows] == [
        (2, {"killed": "2"}), (3, {"total": "=1+1"}),
        (6, {"day": "x", "killed": "1", "total": "2"}),
    ]  # fmt: skip
    assert [(p.where.line, p.field, p.value, p.message) for p in problems] == [
        (4, "killed", "#DIV/0!", "the formula of the cell is in error"),
        (5, "total", "#N/A", "the formula of the cell is in error"),
    ]


@pytest.mark.parametrize(
    ("cell", "errors", "no_results"),
    [
        (b'<c r="B3"><v>5</v></c>', {}, {}),
        (b'<c r="B3"/><c r="C3" s="1"><f>1+1</f><v>2</v></c>', {}, {}),
        (b'<c r="B3" t="str"><f>""</f><v></v></c>', {}, {}),
        (b'<c r="B3"><f>1+1</f><v></v></c>', {}, {2: {1: "1+1"}}),
        (b'<c r="B3"><f>1+1</f><v/></c>', {}, {2: {1: "1+1"}}),
        (b'<c r="AA3" s="4"><f t="shared" si="0"/></c>', {}, {2: {26: ""}}),
        (b'<c r="AA3" s="4"><f t="shared" si="0"/><v>1</v></c>', {}, {}),
        (b'<x:c r="B3" t="e"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c>', {2: {1: "#DIV/0!"}}, {}),
        (b'<c r="A3" t="s"><v>0</v></c><c t="e" r="B3"><v>#REF!</v></c>', {2: {1: "#REF!"}}, {}),
    ],
)  # fmt: skip
def test_scan(
    cell: bytes, errors: dict[int, dict[int, str]], no_results: dict[int, dict[int, str]]
) -> None:
    """Cells in error and formulas without a result are told from those that have one."""
    scan = scan_xlsx(io.BytesIO(b'<row r="3">' + cell + b"</row>"), "a.xlsx")
    assert (scan.rows, scan.errors, scan.no_results) == (3, errors, no_results)


def test_formula_without_result(tmp_path: Path) -> None:
    """A formula whose result was never computed is no empty cell."""
    rows, problems = read(workbook(tmp_path, L=[["a", "b"], [1, "=1+1"], [2, 3]]))
    assert [row.number for row in rows] == [3]
    assert [(p.where.line, p.field, p.value, p.message) for p in problems] == [
        (2, "b", "=1+1", "no result of the formula is kept")
    ]


def test_sheets(tmp_path: Path) -> None:
    """Sheets are parts; the first that holds anything is read unless one is named."""
    path = workbook(tmp_path, Cover=[], Losses=[["a"], [1]], Notes=[["b"], [2]])
    table = open_table(path)
    assert (table.part, table.parts, table.form) == ("Losses", ("Cover", "Losses", "Notes"), "XLSX")
    assert cells(path, "Notes") == [{"b": "2"}]
    with pytest.raises(UnknownPartError, match="“Losses”"):
        open_table(path, "losses")
    with pytest.raises(UnreadableFileError, match="no cell of it holds anything"):
        open_table(path, "Cover")


def test_hidden_sheet_comes_last(tmp_path: Path) -> None:
    """A hidden sheet is read only where no other holds anything, or by its name."""
    path = tmp_path / "a.xlsx"
    with Written(path) as book:
        hidden = book.add_worksheet("Hidden")
        hidden.write_row(0, 0, ["x"])
        seen = book.add_worksheet("Seen")
        seen.write_row(0, 0, ["a"])
        seen.activate()
        hidden.hide()
    assert open_table(path).part == "Seen"
    assert open_table(path, "Hidden").columns == ("x",)


def test_shape(tmp_path: Path) -> None:
    """Titles above the headings, empty columns and rows, twice one heading: read and said."""
    rows: list[list[Any]] = [
        [None, "Losses"], [], [None, "day", "killed", "killed"], [None, 1, 2, 3], [],
        [None, 4, 5, None], [None, 6, 7, 8, "x"],
    ]  # fmt: skip
    path = workbook(tmp_path, L=[*rows[:6], *([[None, 1, 1, 1]] * 60), rows[6]])
    found, problems = read(path)
    assert [(row.number, row.cells) for row in found[:2]] == [
        (4, {"day": "1", "killed": "2", "killed (2)": "3"}), (6, {"day": "4", "killed": "5"}),
    ]  # fmt: skip
    assert [(p.where.line, p.message) for p in problems] == [
        (1, "this stands above the headings and is not read"),
        (3, "the heading stands twice"),
        (67, "something stands to the right of the table's 4 columns"),
    ]


def test_xls(tmp_path: Path) -> None:
    """The old format is read too, with a word on what it does not tell."""
    path = put(tmp_path, "a.xls", XLS)
    rows, problems = read(path)
    assert [dict(row.cells) for row in rows] == [
        {"day": "2022-02-25", "killed": "2800", "note": "about"},
        {"day": "2022-02-26", "killed": "4300.5", "note": "true"},
        {"day": "x"},
    ]
    assert [(p.where.line, p.message) for p in problems] == [
        (0, "cells in error, such as #REF!, count as empty in this old format")
    ]
    assert open_table(path).form == "XLS"


def ods_cell(kind: str, value: str, text: str = "") -> str:
    """Return a cell in the XML of ODS."""
    return CELL.format(kind=kind, value=value, text=text)


def test_ods(tmp_path: Path) -> None:
    """ODS gives the same text as XLSX, and repeated rows at its end cost nothing."""
    text = "<table:table-row>{}</table:table-row>".format
    heading = text(ods_cell("string", "", "day") + ods_cell("string", "", "killed"))
    row = text(
        ods_cell("date", 'office:date-value="2022-02-25"', "25/02/22")
        + ods_cell("float", 'office:value="2800"', "2,800")
    )
    bad = text(ods_cell("string", "", "x") + ods_cell("string", "", "#REF!"))
    tail = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
    tail += "</table:table-row>"
    path = ods(tmp_path, f'<table:table table:name="L">{heading}{row}{bad}{tail}</table:table>')
    rows, problems = read(path)
    assert [dict(one.cells) for one in rows] == [{"day": "2022-02-25", "killed": "2800"}]
    assert [(p.where.line, p.field, p.value) for p in problems] == [(3, "killed", "#REF!")]
    assert (open_table(path).form, open_table(path).parts) == ("ODS", ("L",))


def test_ods_bomb(tmp_path: Path) -> None:
    """Cells that an ODS repeats without end are refused before they are laid out."""
    cell = ods_cell("string", 'table:number-columns-repeated="16000"', "x")
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    with pytest.raises(TooMuchError, match="at most 10,000,000 cells of a sheet"):
        open_table(ods(tmp_path, f'<table:table table:name="L">{row}</table:table>'))


def test_cell_far_away(tmp_path: Path) -> None:
    """A single cell far down and to the right is refused before the sheet is laid out."""
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "a", "b"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(TooMuchError, match="at most 10,000,000 cells of a sheet"):
        open_table(tmp_path / "a.xlsx")


def test_zip_bomb(tmp_path: Path) -> None:
    """A workbook that unpacks to far too much is refused with the limit."""
    path = workbook(tmp_path, L=[["a"], [1]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/more.xml", b" " * (20 * 2**20))
    with pytest.raises(TooMuchError, match="at most 300 unpacked bytes for each packed one"):
        open_table(path)


def test_zip_too_large(tmp_path: Path) -> None:
    """A workbook that says of itself that it unpacks to more than the limit is refused."""
    content = bytearray(workbook(tmp_path, L=[["a"], [1]]).read_bytes())
    size = content.index(b"PK\x01\x02") + 24
    content[size : size + 4] = (2**28 + 1).to_bytes(4, "little")
    with pytest.raises(TooMuchError, match="at most 268,435,456 unpacked bytes"):
        open_table(put(tmp_path, "b.xlsx", bytes(content)))


def test_zip_that_understates_itself(tmp_path: Path) -> None:
    """What a zip truly unpacks to counts, not what it says of itself."""
    path = zipped(tmp_path, "a.xlsx", {"xl/workbook.xml": b" " * (20 * 2**20)})
    content = bytearray(path.read_bytes())
    size = content.index(b"PK\x01\x02") + 24
    content[size : size + 4] = (9).to_bytes(4, "little")
    with pytest.raises(TooMuchError, match="at most 300 unpacked bytes for each packed one"):
        open_table(put(tmp_path, "b.xlsx", bytes(content)))


def test_damaged(tmp_path: Path) -> None:
    """A workbook that is cut off, and one without its sheets, is refused as damaged."""
    content = workbook(tmp_path, L=[["a"], [1]]).read_bytes()
    with pytest.raises(UnreadableFileError, match="it is damaged"):
        open_table(put(tmp_path, "b.xlsx", content[: len(content) // 2]))
    with pytest.raises(UnreadableFileError, match="it is damaged"):
        open_table(zipped(tmp_path, "c.xlsx", {"xl/workbook.xml": "<workbook/>"}))


def test_locked(tmp_path: Path) -> None:
    """A workbook with a password is refused as such."""
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    path = put(tmp_path, "a.xlsx", start + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)
    with pytest.raises(LockedTableError, match="with a password only"):
        open_table(path)

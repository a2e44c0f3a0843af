"""A table with two hundred different faults: each is reported in its place, the good rows go in."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped] # published without types

from claims import editions
from claims.errors import ClaimsError
from claims.imports.tables.opening import open_table
from claims.ledger import Ledger
from tests import faults, importing

if TYPE_CHECKING:
    from pathlib import Path

HEADING = b"day,by,killed,how,injured,state,remark\n"
MAPPING = importing.MAPPING.replace("2024-05-01/{day}", "1999-01-01/{day}")
BY = "City Hospital"


def line(*cells: str) -> bytes:
    """Write one row as a spreadsheet would."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue().encode(errors="surrogatepass")


def bad_rows() -> list[bytes]:
    """Return every faulty row, those with a good day each a day of its own."""
    cells = [
        *((figure, "", BY, "") for figure in faults.cells(faults.FIGURES)),
        *(("5", how, BY, "") for how in faults.HEDGES),
        *(("5", "", by, "") for by in faults.CLAIMANTS),
        *(("5", "", BY, remark) for remark in faults.REMARKS),
    ]
    dated = [
        line(f"{2010 + n // 28}-03-{n % 28 + 1:02}", by, figure, how, "", "", remark)
        for n, (figure, how, by, remark) in enumerate(cells)
    ]
    undated = [line(day, BY, "5") for day in faults.cells(faults.DAYS)]
    again = line("2000-02-01", BY, "99")
    return [*dated, *undated, again, *faults.RAW]


def good_row(number: int) -> bytes:
    """Return a row without a fault, a day of its own."""
    day = f"{2000 + number // 28}-02-{number % 28 + 1:02}"
    return line(day, BY, str(number), "about", "", "", "")


def test_every_fault_is_reported_in_its_place_and_the_good_rows_go_in(tmp_path: Path) -> None:
    """Each bad row has a problem with its line, what is wrong and how to mend it."""
    bad = bad_rows()
    assert len(bad) >= 200
    assert len(set(bad)) == len(bad)
    content, at, faulty = HEADING, 2, {}
    for number, row in enumerate(bad):
        content += good_row(number) + row
        faulty[at + 1] = row[:60]
        at += 1 + row.count(b"\n")
    path = tmp_path / "tolls.csv"
    path.write_bytes(content)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        how = importing.mapping(MAPPING)
        report = editions.take_in(open_table(path), how, ledger, actor="desk")
        assert ledger.verify() == ledger.head.rev
        recorded = [claim.quantity for claim in ledger.claims()]
    reported = {problem.where.line for problem in report.problems}
    assert {n: row for n, row in faulty.items() if n not in reported} == {}
    assert sorted(q.value for q in recorded if q and q.value is not None) == list(range(len(bad)))
    assert all(problem.message and problem.hint for problem in report.problems)


FILES = [
    # what stands in the file, its name, words of the refusal; none where rows go in
    (b"", "empty.csv", "empty"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "picture.csv", ""),
    (b"PK\x03\x04 no zip", "broken.xlsx", ""),
    (b"%PDF-1.7\n", "report.csv", ""),
    (b"just a sentence and nothing else", "words.csv", "no column"),
    (b"day,killed\n", "heading.csv", None),
    (b"[1, 2, 3]", "numbers.json", ""),
    (b'{"day": ', "cut.json", ""),
    (b"[" * 100_000, "deep.json", ""),
    (HEADING.replace(b"day", b"when"), "other.csv", "no column day"),
]


@pytest.mark.parametrize(("content", "name", "why"), FILES, ids=[name for _, name, _ in FILES])
def test_what_is_no_table_of_the_set_is_refused_in_one_sentence(
    content: bytes, name: str, why: str | None, tmp_path: Path
) -> None:
    """The refusal is plain, and the ledger is left alone."""
    path = tmp_path / name
    path.write_bytes(content)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        if why is None:
            done = editions.take_in(open_table(path), importing.mapping(), ledger, actor="desk")
            assert (done.rows, done.claims) == (0, 0)
            return
        with pytest.raises(ClaimsError) as refusal:
            editions.take_in(open_table(path), importing.mapping(), ledger, actor="desk")
        assert why in str(refusal.value)
        assert ledger.head.rev == 0


def test_a_column_that_stands_twice_is_said(tmp_path: Path) -> None:
    """The first one is read; which is meant is for a person."""
    text = b"day,by,killed,killed\n2024-05-01,City Hospital,4,9\n"
    path = tmp_path / "tolls.csv"
    path.write_bytes(text)
    claims, problems = importing.read(open_table(path))
    assert [claim.quantity and claim.quantity.value for claim in claims] == [4]
    assert any("killed" in f"{p.field} {p.value} {p.message}" for p in problems)


def test_a_spreadsheet_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    """A small file of endless zeros is refused before it is opened, with the limit named."""
    path = tmp_path / "bomb.xlsx"
    with Workbook(str(path)) as book:
        book.add_worksheet().write_row(0, 0, ["day", "by", "killed"])
    grow(path)
    with pytest.raises(ClaimsError, match=r"\d"):
        open_table(path)


def grow(path: Path) -> None:
    """Put half a gigabyte of zeros into a zip."""
    with ZipFile(path, "a", ZIP_DEFLATED) as archive, archive.open("xl/media/x.bin", "w") as file:
        for _ in range(512):
            file.write(b"\0" * 2**20)

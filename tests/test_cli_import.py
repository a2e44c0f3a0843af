"""`claims import`, `mappings`, `pack` and `undo` on real files: what they print, how they end."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from frictionless import Package

from claims.cli import main
from claims.ledger import Ledger
from tests import importing

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., Result]

ROOT = Path(__file__).parent.parent
MANY = 4_000
"""Rows of a file that is being imported when the program is killed."""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return where the ledger of a test lies."""
    return tmp_path / "ledger.db"


@pytest.fixture
def run(ledger: Path) -> Run:
    """Return what runs the command on that ledger."""

    def run(*words: str | Path) -> Result:
        result = CliRunner().invoke(main, ["--ledger", str(ledger), *map(str, words)])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Write a table and its mapping into a folder."""
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "tolls.csv").write_text(importing.ROWS, encoding="utf-8")
    (folder / "harbour.yaml").write_text(importing.MAPPING, encoding="utf-8")
    return folder


def test_a_table_is_taken_in_and_back(run: Run, files: Path) -> None:
    """The report names the revisions, and the command that takes them back."""
    done = run("import", files / "tolls.csv", "--mapping", files / "harbour.yaml")
    assert "3 rows read, 6 claims: 6 added, 0 revised, 0 unchanged, 0 problems" in done.output
    assert "claims undo 1" in done.output
    assert done.exit_code == 0
    again = run("import", files / "tolls.csv", "--mapping", files / "harbour.yaml")
    assert "0 added, 0 revised, 6 unchanged" in again.output
    back = run("undo", "11")
    assert "Revisions 1 to 11 taken back: 6 claims withdrawn, 0 restored." in back.output
    assert run("undo", "17").exit_code == 1


def test_a_silent_revision_is_shown(run: Run, files: Path) -> None:
    """The import says what changed, and so does the history of the claim; no mapping is asked."""
    run("import", files / "tolls.csv", "--mapping", files / "harbour.yaml")
    rows = importing.ROWS.replace("City Hospital,9,ca", "City Hospital,8,ca")
    (files / "tolls.csv").write_text(rows, encoding="utf-8")
    done = run("import", files / "tolls.csv")
    assert "mapping harbour." in done.output
    assert "Revised, about nine → about eight: People killed in the harbour fire" in done.output
    claim = done.output.partition("2024 (")[2].partition(")")[0]
    assert "figure: about nine → about eight" in run("show", claim).output


def test_a_dry_run_reports_and_writes_nothing(run: Run, files: Path, ledger: Path) -> None:
    """What it says as JSON is what a script needs: counts, and each problem with its row."""
    with (files / "tolls.csv").open("a", encoding="utf-8") as file:
        file.write("2024-05-04,City Hospital,many,,,,\n")
    mapping = ("--mapping", files / "harbour.yaml")
    done = run("import", files / "tolls.csv", *mapping, "--dry-run", "--json")
    told = json.loads(done.output)
    assert (told["rows"], told["claims"], told["added"], told["is_rehearsal"]) == (4, 6, 6, True)
    assert [(p["line"], p["field"], p["value"]) for p in told["problems"]] == [
        (5, "killed", "many")
    ]
    assert done.exit_code == 1
    with Ledger.open(ledger) as opened:
        assert opened.head.rev == 0


def test_a_package_is_imported_as_it_is(run: Run, files: Path, tmp_path: Path) -> None:
    """Another newsroom needs nothing but the zip; frictionless finds no fault in it."""
    zipped = tmp_path / "harbour.zip"
    packed = run("pack", files / "tolls.csv", "--mapping", files / "harbour.yaml", "-o", zipped)
    assert packed.exit_code == 0
    with ZipFile(zipped) as archive:
        assert archive.read("data/tolls.csv").decode() == importing.ROWS
        archive.extractall(tmp_path / "unpacked")
    report = Package(str(tmp_path / "unpacked" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["message"])
    done = run("import", zipped)
    assert "3 rows read, 6 claims: 6 added" in done.output
    unpacked = run("import", tmp_path / "unpacked" / "datapackage.json")
    assert "0 added, 0 revised, 6 unchanged" in unpacked.output


def test_a_table_without_a_mapping_is_told_which_fit(run: Run, files: Path) -> None:
    """The ready mappings that fit are named; where none does, a suggestion is offered."""
    none = run("import", files / "tolls.csv")
    assert none.exit_code == 1
    assert "--suggest" in none.output
    losses = files / "losses.json"
    row = {"date": "2024-05-01", "personnel": 5, "personnel*": "about", "POW": 1}
    losses.write_text(json.dumps([row]), encoding="utf-8")
    assert "--mapping ukraine-general-staff" in run("import", losses).output


def test_a_suggested_mapping_works_as_it_is(run: Run, files: Path) -> None:
    """What is printed can be kept and used."""
    path = files / "own.csv"
    path.write_text("date,killed,injured\n2024-05-01,4,9\n2024-05-02,5,10\n", encoding="utf-8")
    suggested = run("import", path, "--suggest")
    assert suggested.exit_code == 0
    own = files / "own.yaml"
    own.write_text(suggested.stdout, encoding="utf-8")
    done = run("import", path, "--mapping", own)
    assert "2 rows read, 4 claims" in done.output
    assert done.exit_code == 0


def test_mappings_are_listed_and_printed(run: Run, tmp_path: Path) -> None:
    """One that is printed is a start for one's own."""
    assert "ukraine-general-staff" in run("mappings").output
    printed = run("mappings", "ukraine-general-staff").output
    own = tmp_path / "own.yaml"
    own.write_text(printed, encoding="utf-8")
    assert run("mappings", own).output == printed
    assert run("mappings", "nothing-of-the-kind").exit_code == 1
    assert json.loads(run("schema", "mapping").output)["title"] == "Mapping"


def test_files_of_claims_need_no_mapping(run: Run, tmp_path: Path) -> None:
    """Our own files and exports go in as they are."""
    done = run("import", ROOT / "data")
    assert done.exit_code == 0
    exported = tmp_path / "all.jsonl"
    run("export", exported)
    again = run("import", exported)
    assert "0 added, 0 revised" in again.output


def test_a_folder_is_watched(files: Path, ledger: Path) -> None:
    """A file that comes is taken in, a changed one again; what is no table is said and passed."""
    words = [
        "-m",
        "claims.cli",
        "--ledger",
        ledger,
        "import",
        files,
        "--watch",
        "--settle",
        0.1,
        "-m",
    ]
    command = [sys.executable, *map(str, words), str(files / "harbour.yaml")]
    # A suite that runs in the background ignores SIGINT, and what it starts would do so too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        assert child.stdout
        until(child.stdout.readline, "6 claims: 6 added")
        rows = importing.ROWS.replace("City Hospital,9,ca", "City Hospital,8,ca")
        (files / "tolls.csv").write_text(rows, encoding="utf-8")
        until(child.stdout.readline, "0 added, 1 revised, 5 unchanged")
        child.send_signal(signal.SIGINT)
        assert child.wait(timeout=60) == 0


def until(readline: Callable[[], str], words: str) -> None:
    """Read lines until one holds some words; the end of the lines is a failure."""
    lines = []
    while (line := readline()) and words not in line:
        lines.append(line)
    assert line, lines


@pytest.mark.parametrize("moment", ["row 1", "row 2,", "row 4,"])
def test_a_killed_import_leaves_all_or_nothing(moment: str, files: Path, ledger: Path) -> None:
    """Whenever it is killed, the ledger verifies, and the next run finishes the whole."""
    rows = [f"{1000 + n}-01-01,City Hospital,{n},,,,\n" for n in range(MANY)]
    text = importing.ROWS.splitlines(keepends=True)[0] + "".join(rows)
    (files / "tolls.csv").write_text(text, encoding="utf-8")
    mapping = importing.MAPPING.replace("2024-05-01/{day}", "0900-01-01/{day}")
    (files / "harbour.yaml").write_text(mapping, encoding="utf-8")
    script = KILLED.format(moment=moment)
    child = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script, str(ledger), str(files)], cwd=ROOT, check=False
    )
    assert child.returncode == -signal.SIGKILL
    with Ledger.open(ledger) as opened:
        assert opened.head.rev == 0
        assert opened.count() == 0
    words = ["--ledger", ledger, "import", files / "tolls.csv", "-m", files / "harbour.yaml"]
    done = CliRunner().invoke(main, [*map(str, words)])
    assert f"{MANY:,} claims: {MANY:,} added" in done.output
    with Ledger.open(ledger) as opened:
        assert opened.verify() == opened.head.rev == MANY + 5
        assert opened.differs() == ()


KILLED = """
import os, signal, sys
from pathlib import Path
from claims import editions
from claims.imports import loading
from claims.imports.tables.opening import open_table
from claims.ledger import Ledger

def at(row):
    if f"row {{row:,}}".startswith({moment!r}):
        os.kill(os.getpid(), signal.SIGKILL)

folder = Path(sys.argv[2])
with Ledger.open(sys.argv[1]) as ledger:
    table, mapping = open_table(folder / "tolls.csv"), loading.load(str(folder / "harbour.yaml"))
    editions.take_in(table, mapping, ledger, actor="desk", progress=at)
"""

"""The command `claims export`: its forms, its filters, its positions and what it refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from claims.cli import main
from claims.cli.export import FORMS
from claims.ledger import Ledger
from claims.records import Withdrawal
from dashboard import grammar, links
from tests.factories import base, changed, claim, indicator, party, stating

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Result]

ONE = claim()
OTHER = stating("at least six", id="c-other", indicator="all-killed", claimant="arab-news",
                chain=("arab-news",))  # fmt: skip
GONE = Withdrawal(on="2021-08-01", by="arab-news", reason="retracted")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs the command, in a folder of its own, on a ledger of two claims."""
    monkeypatch.chdir(tmp_path)
    with Ledger.open("ledger.db") as ledger:
        more = (party("nobody"), indicator("all-killed", title="All killed"))
        ledger.append([*base(), *more, ONE, OTHER], actor="desk")
        ledger.append([changed(OTHER, withdrawn=GONE)], actor="desk")

    def run(*words: str) -> Result:
        result = CliRunner().invoke(main, ["--ledger", "ledger.db", *words])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run


def document(tmp_path: Path) -> Any:
    """Return the JSON document that was written."""
    return json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*FORMS, ".CSV", ".Jsonl"])
def test_the_name_of_a_file_tells_its_form(run: Run, tmp_path: Path, name: str) -> None:
    """Each form is written, and the line says what is in it."""
    result = run("export", f"a{name}")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"a{name} written: 2 claims at revision 9 of ")
    starts = {
        ".csv": b"\xef\xbb\xbfid,",
        ".json": b"{\n",
        ".jsonl": b'{"on_record": {"title"',
        ".jsonld": b"{\n",
    }
    assert (tmp_path / f"a{name}").read_bytes().startswith(starts.get(name.lower(), b"PK"))


@pytest.mark.parametrize("name", ["a.jsonl", "claims.jsonl", "a.json", "a.zip"])
def test_what_was_exported_is_checked_and_loaded(run: Run, name: str) -> None:
    """Even under the name of one of our own files, and into the same ledger."""
    assert run("export", name).exit_code == 0
    assert run("check", name).stdout == "7 good records, 0 problems.\n"
    assert run("load", name).stdout == (
        "0 added, 0 revised, 7 unchanged, 0 problems; the ledger stands at revision 9.\n"
    )
    empty = CliRunner().invoke(main, ["--ledger", "empty.db", "load", name])
    assert empty.stdout.startswith("7 added, 0 revised, 0 unchanged, 0 problems;")


def test_a_fault_in_an_exported_file_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    """File, line and field, as for our own files; the good records still load."""
    assert run("export", "a.jsonl").exit_code == 0
    text = (tmp_path / "a.jsonl").read_text(encoding="utf-8").replace('"low": 5', '"low": -5')
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
    result = run("check", "a.jsonl")
    assert (result.exit_code, "a.jsonl:" in result.stdout) == (1, True)
    assert "quantity.low '-5'" in result.stdout
    assert "6 good records, 1 problem." in result.stdout


CHOSEN = [
    ([], {ONE.id, OTHER.id}, {}),
    (["--indicator", "all-killed"], {OTHER.id}, {"Indicator": "All killed"}),
    (["--claimant", "irna"], {ONE.id}, {"Claimant": "IRNA"}),
    (["--claimant", "irna", "--claimant", "arab-news"], {ONE.id, OTHER.id},
     {"Claimant": "ARAB-NEWS or IRNA"}),
    (["--text", "five people"], {ONE.id, OTHER.id}, {"Words": "five people"}),
    (["--indicator", "khuzestan-killed", "--text", "five"], {ONE.id},
     {"Indicator": "People killed in the Khuzestan protests", "Words": "five"}),
]  # fmt: skip


@pytest.mark.parametrize(("options", "ids", "filters"), CHOSEN)
def test_the_options_choose_and_the_file_says_so(
    run: Run, tmp_path: Path, options: list[str], ids: set[str], filters: dict[str, str]
) -> None:
    """What was chosen stands in the file, in words and in a link that the dashboard reads alike."""
    assert run("export", "a.json", *options, "--site", "https://facts.example/").exit_code == 0
    found = document(tmp_path)
    assert {one["id"] for one in found["claims"]} == ids
    assert found["on_record"]["filters"] == filters
    address = urlsplit(found["on_record"]["address"])
    assert (address.netloc, address.path) == ("facts.example", "/explore")
    view, complaints = links.read(parse_qs(address.query))
    assert (view.rev, view.shared, complaints) == (9, True, [])
    assert str(view.day) == found["on_record"]["states_on"] == found["on_record"]["made"][:10]
    wanted = view.filter.chosen
    assert len(wanted) == len(filters)
    with Ledger.open(tmp_path / "ledger.db", read_only=True) as ledger:
        assert {one.id for one in ledger.claims(view.filter)} == ids
    assert parse_qs(address.query)["v"] == [str(grammar.GRAMMAR)]


def test_an_earlier_position_is_written_as_it_stood(run: Run, tmp_path: Path) -> None:
    """By revision or by day; the link holds the same position and day."""
    assert run("export", "a.json", "--rev", "8").exit_code == 0
    found = document(tmp_path)
    told = found["on_record"]
    assert (told["position"], told["states_on"]) == (8, told["position_at"][:10])
    assert told["address"] == f"/explore?v=2&rev=8&on={told['states_on']}"
    assert "withdrawn" not in json.dumps(found)
    assert run("export", "a.json", "--force", "--on", "2999-01-01").exit_code == 0
    found = document(tmp_path)
    told = found["on_record"]
    assert (told["position"], told["states_on"]) == (9, told["made"][:10])
    assert "withdrawn" in json.dumps(found)


REFUSED = [
    (["a.txt"], 2, "its name must end with one of .csv, .xlsx, .json, .jsonl, .jsonld, .zip"),
    (["a"], 2, "its name must end with one of"),
    (["there.csv"], 2, "there.csv is there already; --force writes over it"),
    (["a.csv", "--rev", "1", "--on", "2021-07-27"], 2, "give either --rev or --on"),
    (["a.csv", "--rev", "10"], 1, "There is no revision 10: the ledger stands at 9."),
    (["a.csv", "--on", "soon"], 2, "Invalid value for '--on'"),
    (["a.csv", "--on", "2001-01-01"], 1, "No claim on record fits; nothing was written."),
    (["a.csv", "--text", "nowhere"], 1, "No claim on record fits; nothing was written."),
    (["a.csv", "--claimant", "nobody"], 1, "No claim on record fits; nothing was written."),
    (["a.csv", "--claimant", "someone"], 1, "No party “someone” is on record"),
    (["a.csv", "--indicator", "s-1"], 1, "No indicator “s-1” is on record"),
    (["a.csv", "--indicator", "' OR 1"], 2, "Invalid value for --indicator"),
    (["a.csv", "--site", "javascript:alert(1)"], 2, "starts with http:// or https://"),
    (["gone/a.csv"], 1, "No such file or directory"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code", "said"), REFUSED)
def test_what_cannot_be_done_is_said_and_nothing_written(
    run: Run, tmp_path: Path, words: list[str], code: int, said: str
) -> None:
    """The end is 2 where it was called wrongly, 1 where nothing is there, and no file is made."""
    (tmp_path / "there.csv").write_text("mine")
    result = run("export", *words)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert (tmp_path / "there.csv").read_text() == "mine"
    assert not (tmp_path / "a.csv").exists()


def test_force_writes_over_a_file(run: Run, tmp_path: Path) -> None:
    """What was there is gone, as was asked for."""
    (tmp_path / "a.csv").write_text("mine")
    assert run("export", "a.csv", "--force").exit_code == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


def test_a_text_that_is_no_text_is_written_as_marks(run: Run, tmp_path: Path) -> None:
    """Bytes of the command line that no file can hold end in a file all the same."""
    for name in ("a.json", "b.zip", "c.xlsx", "d.csv"):
        words = ("--text", "five\udcff \x00\x1b", "--site", "https://facts.example/\udcff")
        assert run("export", name, *words).exit_code == 0
        assert (tmp_path / name).is_file()

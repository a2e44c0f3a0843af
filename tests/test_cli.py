"""The command `claims` on real files: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from claims.cli import main
from claims.ledger import Ledger
from claims.records import MODELS, Record, Withdrawal, name_of, to_json
from tests.factories import base, changed, claim, quantity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Result]

FILES = dict(zip(MODELS, ("parties", "sources", "indicators", "claims"), strict=True))
GOOD = claim(quantity=quantity(5, as_stated="at least five"))
BAD = claim(
    "at least six people",
    quantity=quantity(6, as_stated="at least six"),
    chain=("irna", "arab-news", "nobody"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a folder of records that are all good."""
    return written(tmp_path / "records", [*base(), GOOD])


def written(folder: Path, records: list[Record]) -> Path:
    """Write records as our files."""
    folder.mkdir(exist_ok=True)
    for kind, name in FILES.items():
        lines = [f"{to_json(record)}\n" for record in records if name_of(record) == kind]
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return what runs the command on a ledger of its own."""
    ledger = str(tmp_path / "ledger.db")

    def run(*words: str | Path) -> Result:
        result = CliRunner().invoke(main, ["--ledger", ledger, *map(str, words)])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run


@pytest.fixture
def loaded(run: Run, folder: Path) -> Run:
    """Load the good folder and return what runs the command."""
    assert run("load", folder, "--actor", "desk", "--reason", "first load").exit_code == 0
    return run


def read(result: Result) -> Any:
    """Return the JSON that a command wrote."""
    return json.loads(result.stdout)


def test_a_load_says_what_became_of_the_records(run: Run, folder: Path) -> None:
    """A first load adds everything, a second one nothing."""
    first, second = run("load", folder), run("load", folder, "--json")
    assert first.stdout == (
        "5 added, 0 revised, 0 unchanged, 0 problems; the ledger stands at revision 5.\n"
    )
    assert read(second) == {
        "rev": 5,
        "added": 0,
        "revised": 0,
        "unchanged": 5,
        "kept": [],
        "problems": [],
    }
    assert (first.exit_code, second.exit_code, first.stderr) == (0, 0, "")


def test_good_rows_go_in_beside_bad_ones(run: Run, folder: Path) -> None:
    """A bad record is reported with file and line, the others are loaded, the end is 1."""
    written(folder, [*base(), GOOD, BAD])
    with (folder / "claims.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"kind": "rumour\\u001b[2J"}\n')
    result = run("load", folder)
    assert result.exit_code == 1
    assert "claims.jsonl:2: chain.2 'nobody': there is no such party" in result.stdout
    assert "claims.jsonl:3: claimant: Field required" in result.stdout
    assert "\x1b" not in result.stdout
    assert "5 added, 0 revised, 0 unchanged" in result.stdout
    assert run("show", GOOD.id).exit_code == 0
    assert run("show", BAD.id).exit_code == 1


def test_a_check_writes_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    """Checking a folder or one file of it reports problems and makes no ledger."""
    assert run("check", folder).stdout == "5 good records, 0 problems.\n"
    assert run("check", folder / "claims.jsonl").stdout == "1 good records, 0 problems.\n"
    written(folder, [*base(), GOOD, BAD])
    result = run("check", folder, "--json")
    assert result.exit_code == 1
    assert {problem["field"] for problem in read(result)["problems"]} >= {"chain.2"}
    assert read(result)["problems"][0]["file"] == "claims.jsonl"
    assert not (tmp_path / "ledger.db").exists()


@pytest.mark.parametrize("command", ["load", "check"])
def test_a_path_that_is_not_there_is_said_in_one_line(run: Run, command: str) -> None:
    """A missing file ends with 1 and one line on the error stream."""
    result = run(command, "missing.jsonl")
    assert result.exit_code == 1
    assert result.stderr == (
        "claims: missing.jsonl cannot be read: there is no such file or folder.\n"
    )


def test_a_record_is_shown_with_its_sentence_fields_and_history(loaded: Run) -> None:
    """A claim shows as an attributed sentence with evidence and who recorded it."""
    result = loaded("show", GOOD.id)
    assert "protests, according to IRNA, as reported by ARAB-NEWS on 27 July 2021." in result.stdout
    assert "evidence.0.quote: at least five people were killed" in result.stdout
    assert "added by desk: first load" in result.stdout


@pytest.mark.parametrize(
    ("record_id", "kind"),
    [("irna", "party"), ("s-1", "source"), ("khuzestan-killed", "indicator"), (GOOD.id, "claim")],
)
def test_every_kind_of_record_is_shown(loaded: Run, record_id: str, kind: str) -> None:
    """An id alone is enough; as JSON the record comes with its kind and history."""
    shown = read(loaded("show", record_id, "--json"))
    assert (shown["record"], shown["state"]["id"]) == (kind, record_id)
    assert [step["action"] for step in shown["history"]] == ["added"]
    assert loaded("show", record_id, "--kind", kind).stdout.startswith(f"{kind} {record_id}\n")


def test_an_earlier_state_is_shown(loaded: Run, tmp_path: Path) -> None:
    """With a revision a record shows as it stood, and one that never was is refused."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        gone = Withdrawal(on="2021-08-01", by="arab-news", reason="retracted")
        ledger.append([changed(GOOD, withdrawn=gone)], actor="editor")
    assert "withdrawn.reason: retracted" in loaded("show", GOOD.id).stdout
    assert "withdrawn.reason" not in loaded("show", GOOD.id, "--rev", "5").stdout
    assert "stands at 6" in loaded("show", GOOD.id, "--rev", "7").stderr


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["killed", "protests"], 1),
        (["--hedge", "at least", "--country", "IR"], 1),
        (["killed", "--hedge", "exact"], 0),
        (["--since", "2021-07-27", "--until", "2021-08-01"], 1),
        (["--until", "2021-07-01"], 0),
        (["--planned"], 0),
        (["--observed", "--standing"], 1),
        (["--rev", "4"], 0),
        (['"unbalanced', "OR", "(*"], 0),
    ],
)
def test_a_search_takes_words_and_the_whole_filter(
    loaded: Run, words: list[str], found: int
) -> None:
    """Words and options work together; ends with 1 when nothing is found."""
    result = (
        loaded("search", "--json", "--", *words)
        if words[0][0] == '"'
        else loaded("search", "--json", *words)
    )
    assert read(result)["total"] == found
    assert [one["id"] for one in read(result)["claims"]] == [GOOD.id] * found
    assert result.exit_code == (not found)


def test_a_search_shows_sentences(loaded: Run) -> None:
    """Each claim found is one line; how many there are stands on the error stream."""
    result = loaded("search", "five")
    assert result.stdout.startswith(f"{GOOD.id}  At least five people were killed")
    assert result.stderr == "Showing 1 of 1.\n"
    assert loaded("search", "nothing").stderr == "No claim on record fits.\n"


@pytest.mark.parametrize(
    "words",
    [
        ["search", "--hedge", "perhaps"],
        ["search", "--since", "soon"],
        ["search", "--limit", "0"],
        ["search", "--claimant", "' OR 1=1"],
        ["schema", "rumour"],
        ["show"],
        ["publish"],
    ],
)
def test_a_wrong_call_ends_with_two(loaded: Run, words: list[str]) -> None:
    """Unknown commands, options and values are bad usage, said without a trace."""
    result = loaded(*words)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


def test_verify_counts_the_revisions(loaded: Run) -> None:
    """An untouched ledger verifies, at length and in short."""
    assert loaded("verify").stdout == "5 revisions verify.\n"
    assert read(loaded("verify", "--quick", "--json")) == {"revisions": 5, "differs": []}


def test_a_damaged_ledger_is_named(loaded: Run, tmp_path: Path) -> None:
    """A changed revision ends verify with 1; a changed table too, and rebuild mends that."""
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as connection:
        connection.execute("UPDATE claim_span SET value = 6")
        connection.commit()
        assert read(loaded("verify", "--json"))["differs"] == ["claim_span"]
        assert "Run `claims rebuild`" in loaded("verify").stdout
        assert loaded("rebuild").stdout == "All tables made anew from 5 revisions.\n"
        assert loaded("verify").exit_code == 0
        connection.execute("DROP TRIGGER revision_no_update")
        connection.execute("UPDATE revision SET actor = 'x' WHERE rev = 3")
        connection.commit()
    result = loaded("verify")
    assert result.exit_code == 1
    assert result.stderr.startswith("claims: Revision 3 does not verify")


@pytest.mark.parametrize(
    "words",
    [
        ["verify"],
        ["rebuild"],
        ["search", "x"],
        ["show", "x"],
        ["findings"],
        ["explain", "c-1", "c-2", "--why", "time", "--by", "Ana"],
    ],
)
def test_a_missing_ledger_is_said_and_not_made(run: Run, words: list[str], tmp_path: Path) -> None:
    """Only a load makes a ledger; everything else says that there is none."""
    result = run(*words)
    assert result.exit_code == 1
    assert result.stderr.endswith("ledger.db cannot be read: there is no such file.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_of_a_record_is_written(run: Run, name: str) -> None:
    """The JSON Schema of one record is the one of that name among all four."""
    schema = read(run("schema", name))
    assert schema["additionalProperties"] is False
    assert read(run("schema"))[name] == schema


def test_the_ledger_can_be_named_by_the_environment(folder: Path, tmp_path: Path) -> None:
    """ON_RECORD_VAR names the folder of the ledger when no option names the file."""
    env = {"ON_RECORD_VAR": str(tmp_path / "elsewhere")}
    assert CliRunner(env=env).invoke(main, ["load", str(folder)]).exit_code == 0
    with Ledger.open(tmp_path / "elsewhere" / "on-record.db", read_only=True) as ledger:
        assert ledger.count() == 1


def test_files_are_formatted_and_faults_told(run: Run, folder: Path) -> None:
    """Formatting says what it wrote, ends with 1 at a bad line, and leaves that file alone."""
    assert run("format", folder).exit_code == 0
    bad = folder / "sources.jsonl"
    bad.write_text("{oops\n", encoding="utf-8")
    result = run("format", folder)
    assert (result.exit_code, bad.read_text()) == (1, "{oops\n")
    assert f"{folder / 'claims.jsonl'} written." in result.output


@pytest.mark.parametrize(
    "words",
    [("show", "\udcff"), ("show", "x", "--rev", "9" * 30), ("search", "a", "--limit", "9" * 30)],
)
def test_what_no_record_can_be_is_refused_in_words(
    run: Run, folder: Path, words: tuple[str, ...]
) -> None:
    """Bytes that are no text and numbers beyond the database end in a sentence."""
    run("load", folder)
    assert run(*words).exit_code in {1, 2}


@pytest.mark.parametrize("name", main.commands)
def test_every_command_says_what_it_is_for(run: Run, name: str) -> None:
    """Each command has help that starts with a sentence."""
    result = run(name, "--help")
    assert result.exit_code == 0
    assert main.commands[name].help

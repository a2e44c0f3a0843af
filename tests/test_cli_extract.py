"""The command `claims extract`: what it prints, and how it goes on after it was stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from claims.cli import main
from tests.papers import pdf, word

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "Five people were killed in Mosul on Monday, state radio said, citing the army."
TEXTS = {
    "a.txt": f"{TOLD}\n\nTwelve were wounded.\n",
    "b.md": "# Fire in the old town\n\nNine people were injured.\n",
    "sub/c.txt": "Rebels released a film. About 40 rebels were arrested.\n",
}
PAGE = """<html><head><title>Fire</title>
<meta property="article:published_time" content="2021-07-27"></head><body><article>
<p>Nine people were killed in the old town on Monday, the mayor said.</p>
<p>The fire began in a kitchen on the ground floor and was out before dawn.</p>
</article></body></html>"""
COMMAND = """import sys
try:
    from claims.cli import main
    main()
finally:
    open(sys.argv[4]).close()
"""
"""The command, which opens its third file also where it fails, so that nobody waits for it."""
WANTED = {
    "file", "start", "end", "quote", "kind", "hedge", "value", "low", "high", "unit",
    "period_start", "period_end", "place", "claimant", "chain",
}  # fmt: skip


def run(*words: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["extract", *map(str, words)])


def rows(printed: str) -> list[dict[str, Any]]:
    """Return what was printed, an object a line."""
    return [json.loads(line) for line in printed.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two texts, one in a folder of it, and files of other kinds."""
    home = tmp_path / "articles"
    for name, text in TEXTS.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (home / "picture.png").write_bytes(b"\x89PNG")
    return home


def test_a_proposal_is_a_line(folder: Path) -> None:
    """With every field a script needs, and places that count the characters of the file."""
    path = folder / "a.txt"
    result = run(path, "--published", "2030-03-12")
    first, second = rows(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert set(first) >= WANTED
    assert {name: first[name] for name in sorted(WANTED)} == {
        "file": str(path), "start": 0, "end": 11, "quote": "Five people",
        "kind": "killed", "hedge": "exact", "value": 5, "low": 5, "high": 5, "unit": "deaths",
        "period_start": "2030-03-11", "period_end": "2030-03-11", "place": "Mosul",
        "claimant": "army", "chain": ["army", "state radio"],
    }  # fmt: skip
    assert TEXTS["a.txt"][second["start"] : second["end"]] == second["quote"] == "Twelve"


def test_without_a_day_no_day_is_guessed(folder: Path) -> None:
    """“Monday” has no date in a text that does not say when it was published."""
    first, _ = rows(run(folder / "a.txt").stdout)
    assert (first["period"], first["period_start"], first["period_end"]) == (None, None, None)


def test_a_folder_is_read_whole_and_in_order(folder: Path) -> None:
    """Files of kinds that hold text, those in folders of it too, each once."""
    expected = [str(folder / name) for name in ("a.txt", "a.txt", "b.md", "sub/c.txt")]
    for paths in ([folder], [folder, folder / "a.txt"]):
        assert [row["file"] for row in rows(run(*paths).stdout)] == expected


def test_pages_and_documents_are_read_by_their_kind(tmp_path: Path) -> None:
    """A page's own date is the day “Monday” is meant on, unless one is given."""
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    (row,) = rows(run(page).stdout)
    assert (row["quote"], row["period"], row["claimant"]) == ("Nine people", "2021-07-26", "mayor")
    (row,) = rows(run(page, "--published", "2029-03-13").stdout)
    assert row["period"] == "2029-03-12"
    (tmp_path / "report.pdf").write_bytes(pdf(["Six people drowned."]))
    (tmp_path / "report.docx").write_bytes(word("Seven people drowned."))
    quotes = [rows(run(tmp_path / f"report.{end}").stdout)[0]["quote"] for end in ("pdf", "docx")]
    assert quotes == ["Six people", "Seven people"]


def test_every_number_before_it_becomes_a_claim(tmp_path: Path) -> None:
    """With its line, its place in the file, and what it counts or measures."""
    path = tmp_path / "note.txt"
    text = "No news.\nAt least five people left.\nThey paid $3 million.\n"
    path.write_text(text, encoding="utf-8")
    result = run(path, "--stage", "numbers")
    told = [(r["line"], r["start"], r["quote"], r["low"], r["unit"]) for r in rows(result.stdout)]
    assert told == [
        (2, 9, "At least five", 5, "people"),
        (3, text.index("$"), "$3 million", 3e6, "dollar"),
    ]
    assert set(rows(result.stdout)[0]) >= {"line", "start", "end", "quote", "hedge", "high", "unit"}


@pytest.mark.parametrize("stage", ["claims", "numbers"])
def test_each_line_may_be_a_text_of_its_own(tmp_path: Path, stage: str) -> None:
    """Places then count from the beginning of the line, whose number stands in the row."""
    path = tmp_path / "lines.txt"
    path.write_text("Five people died.\n\nOn Monday nine people died.\nTwo died.", "utf-8")
    told = [
        (row["line"], row["start"]) for row in rows(run(path, "--lines", "--stage", stage).stdout)
    ]
    assert told == [(1, 0), (3, 10), (4, 0)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_count_the_characters_of_the_file(tmp_path: Path, end: str) -> None:
    """Line ends are as they stand in the file; a character beyond ASCII counts once."""
    text = f"Feuer in Zürich \U0001f525{end}{end}Five people were killed.{end}Nine were hurt.{end}"
    path = tmp_path / "ends.txt"
    path.write_bytes(text.encode())
    found = rows(run(path).stdout)
    assert [text[row["start"] : row["end"]] for row in found] == ["Five people", "Nine"]


def test_a_byte_order_mark_is_no_character_of_the_text(tmp_path: Path) -> None:
    """Places count from after it, in UTF-8 and in UTF-16."""
    path = tmp_path / "marked.txt"
    for encoding in ("utf-8-sig", "utf-16"):
        path.write_bytes("Five people were killed.".encode(encoding))
        (row,) = rows(run(path).stdout)
        assert (row["start"], row["end"], row["quote"]) == (0, 11, "Five people")


def test_a_name_that_is_no_text_is_printed(tmp_path: Path) -> None:
    """What cannot be written in Unicode is replaced in the name."""
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(b"Five people were killed.")
    (row,) = rows(run(path, "--output", tmp_path / "out").stdout or (tmp_path / "out").read_text())
    assert row["file"].endswith("caf\N{REPLACEMENT CHARACTER}.txt")


def test_files_that_cannot_be_read_are_told_and_the_others_done(folder: Path) -> None:
    """A line on the error output for each, and 1 at the end."""
    (folder / "a.pdf").write_bytes(b"no PDF")
    (folder / "b.txt").write_bytes(b"Five\0people were killed.")
    whole = run(folder / "a.txt", folder / "b.md", folder / "sub").stdout
    result = run(folder)
    assert (result.exit_code, result.stdout) == (1, whole)
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        str(folder / "a.pdf"),
        str(folder / "b.txt"),
    ]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["nowhere.txt"], 2, "does not exist"),
        ([], 2, "Missing argument"),
        (["{a}", "--published", "2030-02-30"], 2, "does not match the format"),
        (["{a}", "--stage", "places"], 2, "is not one of"),
        (["{a}", "--output", "{a}"], 2, "this file is to be read"),
        (["{a}", "--output", "{folder}"], 2, "is a directory"),
        (["{a}", "--output", "{folder}/none/out"], 1, "No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, words: list[str], code: int, told: str) -> None:
    """Called wrongly it ends with 2, and no file that is to be read is overwritten."""
    result = run(*(word.format(a=folder / "a.txt", folder=folder) for word in words))
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
    assert (folder / "a.txt").read_text(encoding="utf-8") == TEXTS["a.txt"]


def test_nothing_is_written_to_a_ledger(folder: Path, tmp_path: Path) -> None:
    """Not even an empty one is made."""
    ledger = tmp_path / "ledger.db"
    words = ["--ledger", str(ledger), "extract", str(folder)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert not ledger.exists()


def test_the_output_is_what_would_be_printed(folder: Path, tmp_path: Path) -> None:
    """Nothing is printed then, and nothing is left beside it; a second run writes it anew."""
    out = tmp_path / "out.jsonl"
    for _ in range(2):
        assert run(folder, "--output", out).stdout == ""
        assert out.read_text(encoding="utf-8") == run(folder).stdout
        assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "out.jsonl"]


def stopped(folder: Path, out: Path) -> None:
    """Kill the command while it reads a file between the others: a pipe that nobody fills."""
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)
    words = [folder / "a.txt", folder / "b.md", pipe, folder / "sub", "--output", out]
    command = [sys.executable, "-c", COMMAND, "extract", *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - ours
        with pipe.open("wb"):
            process.kill()
        process.wait()
    pipe.unlink()


def test_a_run_that_was_killed_goes_on_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    """Files that are through are not read again, whatever they hold by now."""
    whole = run(folder).stdout
    out = tmp_path / "out.jsonl"
    stopped(folder, out)
    through = (tmp_path / "out.jsonl.done").read_text().splitlines()
    assert [json.loads(line)[0] for line in through] == [
        str(folder / "a.txt"),
        str(folder / "b.md"),
    ]
    (folder / "a.txt").write_text("Ninety people were killed.")
    assert run(folder, "--output", out).exit_code == 0
    assert out.read_text(encoding="utf-8") == whole
    assert not (tmp_path / "out.jsonl.done").exists()


def test_a_dateline_tells_the_day_where_nothing_else_does(tmp_path: Path) -> None:
    """An option goes before it; a dateline without a year tells no day."""
    article = tmp_path / "a.txt"
    article.write_text("LODRA, 7 May 2030 (Wire) - Five people died yesterday.", encoding="utf-8")
    (row,) = map(json.loads, run(article).stdout.splitlines())
    assert row["period"] == "2030-05-06"
    (row,) = map(json.loads, run(article, "--published", "2030-06-09").stdout.splitlines())
    assert row["period"] == "2030-06-08"


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_an_output_is_never_an_input_by_another_name(tmp_path: Path, link: str) -> None:
    """What is read is never written over, by whatever name it goes."""
    article, other = tmp_path / "a.txt", tmp_path / "b.jsonl"
    article.write_text("Five people were killed.", encoding="utf-8")
    getattr(other, link)(article)
    assert run(article, "--output", other).exit_code == 2
    assert article.read_text(encoding="utf-8") == "Five people were killed."


def test_a_run_that_is_asked_otherwise_starts_anew(folder: Path, tmp_path: Path) -> None:
    """Rows of two days of publication are never mixed in one file."""
    out = tmp_path / "out.jsonl"
    stopped(folder, out)
    assert run(folder, "--output", out, "--published", "2031-05-07").exit_code == 0
    assert out.read_text(encoding="utf-8") == run(folder, "--published", "2031-05-07").stdout


@pytest.mark.parametrize(
    "lost", ["output", "output to nothing", "output added", "list", "list gone"]
)
def test_what_was_cut_off_is_written_again(folder: Path, tmp_path: Path, lost: str) -> None:
    """A half-written line, rows of an input that was not through, a list that was cut off."""
    whole = run(folder).stdout
    out, listed = tmp_path / "out.jsonl", tmp_path / "out.jsonl.done"
    stopped(folder, out)
    written, lines = out.read_bytes(), listed.read_bytes()
    if lost.startswith("output"):
        left = {"output": written[:-9], "output added": written + b'{"file": "x'}.get(lost, b"")
        out.write_bytes(left)
    elif lost == "list":
        listed.write_bytes(lines[:-5])
    else:
        listed.unlink()
    assert run(folder, "--output", out).exit_code == 0
    assert out.read_text(encoding="utf-8") == whole


def test_a_file_that_could_not_be_read_may_be_mended(folder: Path, tmp_path: Path) -> None:
    """The output of the next run is that of a run that read it at once."""
    out, bad = tmp_path / "out.jsonl", folder / "b.md"
    text = bad.read_bytes()
    bad.write_bytes(b"\0")
    assert run(folder, "--output", out).exit_code == 1
    bad.write_bytes(text)
    assert run(folder, "--output", out).exit_code == 0
    assert out.read_text(encoding="utf-8") == run(folder).stdout

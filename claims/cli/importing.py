"""The command `claims import`: a table, a set or a folder of editions into the ledger."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims import editions, intake
from claims.cli.screen import as_json, report, say, write
from claims.editions.choosing import mapping_for
from claims.editions.shelf import FOLDER, Shelf
from claims.editions.taking import edition_of
from claims.editions.watching import Folder, watch
from claims.errors import ClaimsError, UnreadableFileError
from claims.imports import loading
from claims.imports.addresses import download, is_address
from claims.imports.suggesting import suggested
from claims.imports.tables.opening import open_table
from claims.ledger import Ledger
from claims.numerals import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.editions import Report
    from claims.imports.mapping import Mapping
    from claims.imports.tables.table import Table

SECONDS = 2.0
"""Between two looks at a folder that is watched."""
MOST_NAMED = 20
"""Claims that are named one by one on the screen; `--json` has all."""

actor_option = click.option(
    "--actor",
    default=lambda: os.environ.get("USER") or "command line",
    help="Who imports, for the history; your user name when left out.",
)
mapping_option = click.option("--mapping", "-m", help="A ready mapping by name, or a YAML file.")
part_option = click.option("--part", default="", help="The sheet, resource or list to read.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is the same for every file of one command."""

    ledger: Path
    mapping: str | None
    part: str
    actor: str
    rehearse: bool
    as_json: bool


@click.command("import")
@click.argument("file")
@mapping_option
@part_option
@click.option("--dry-run", is_flag=True, help="Report what would become of it; write nothing.")
@click.option("--suggest", is_flag=True, help="Print a mapping to begin with; write nothing.")
@click.option("--watch", "watched", is_flag=True, help="FILE is a folder, followed as files come.")
@click.option(
    "--settle",
    type=click.FloatRange(0, 3600),
    default=10,
    show_default=True,
    help="Seconds for which a file that is watched must have stayed as it is.",
)
@actor_option
@as_json
@click.pass_obj
def take(  # noqa: PLR0913 - the options of the command
    ledger: Path,
    file: str,
    mapping: str | None,
    part: str,
    actor: str,
    *,
    dry_run: bool,
    suggest: bool,
    watched: bool,
    settle: float,
    as_json: bool,
) -> None:
    """Take the claims of a table into the ledger, by a mapping that says what its columns mean.

    FILE is a table (CSV, TSV, JSON, JSON lines, XLSX, XLS, ODS, Parquet, a data package), its web
    address or that of a published Google Sheet, or a file of claims: our own exports, ClaimReview
    or Claim as JSON-LD, an answer of Google's Fact Check API. A newer edition of a set adds what
    is new, revises what changed and reports what vanished; the same edition changes nothing. All
    of a file goes in, or nothing. Ends with 1 where rows were refused.
    """
    asked = Asked(ledger, mapping, part, actor, dry_run, as_json)
    if watched:
        _watch(Folder(Path(file), settle), asked)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = download(file, Path(folder)) if is_address(file) else Path(file)
        if suggest:
            _suggest(path, part)
            return
        sys.exit(_take_one(path, asked))


def _take_one(path: Path, asked: Asked) -> int:
    """Take in one file and say what became of it; return the exit code."""
    if asked.mapping is None and intake.holds_claims(path):
        return _load(path, asked)
    table = open_table(path, asked.part)
    mapping = mapping_for(path, table, asked.mapping, Shelf(asked.ledger.parent / FOLDER))
    if not asked.as_json:
        _say_what_is_read(table, mapping)
    with Ledger.open(asked.ledger) as opened:
        done = editions.take_in(
            table,
            mapping,
            opened,
            actor=asked.actor,
            edition=edition_of(path),
            rehearse=asked.rehearse,
            progress=_progress(),
        )
    if asked.as_json:
        write(done.as_dict())
    else:
        _tell(done)
    return int(bool(done.problems))


def _say_what_is_read(table: Table, mapping: Mapping) -> None:
    """Tell how a file is read, for encodings are guessed."""
    parts = [table.form, table.part, table.encoding, f"{len(table.columns):,} columns"]
    said = ", ".join(part for part in parts if part)
    say(f"{table.file}: {said}; mapping {mapping.name}.", err=True)


def _load(path: Path, asked: Asked) -> int:
    """Load a file of claims, which needs no mapping."""
    with Ledger.open(asked.ledger) as opened:
        reason = f"load {path.name}"
        done = intake.load(path, opened, asked.actor, reason, rehearse=asked.rehearse)
    problems = [problem.as_dict() for problem in done.problems]
    if asked.as_json:
        write(asdict(done.receipt) | {"kept": done.kept, "problems": problems})
        return int(bool(problems))
    report(done.problems)
    got, would = done.receipt, "would be " if asked.rehearse else ""
    say(f"{got.added:,} {would}added, {got.revised:,} {would}revised, {got.unchanged:,} unchanged.")
    if done.kept:
        say(f"Changed on record since, and left so: {', '.join(done.kept)}.")
    return int(bool(problems))


def _suggest(path: Path, part: str) -> None:
    """Print a mapping to begin with; what is to be checked is said, and stands in comments too."""
    found = suggested(open_table(path, part))
    for doubt in found.doubts:
        say(f"claims: {' '.join(doubt.split())}", err=True)
    if found.mapping is None:
        sys.exit(1)
    for doubt in found.doubts:
        say(f"# {' '.join(doubt.split())}")
    say(loading.as_yaml(found.mapping).rstrip())


def _watch(folder: Folder, asked: Asked) -> None:
    """Take in the files of a folder as they come, until the command is stopped."""
    if not folder.path.is_dir():
        raise UnreadableFileError(folder.path, "it is no folder that could be watched")
    say(f"Watching {folder.path}; stop with Ctrl-C.", err=True)
    with suppress(KeyboardInterrupt):
        watch(folder, lambda file: _take_or_tell(file, asked), _pause)


def _take_or_tell(path: Path, asked: Asked) -> None:
    """Take in one of the files of a folder; what cannot be read is said, and the next one read."""
    say(f"{path.name}:", err=asked.as_json)
    try:
        _take_one(path, asked)
    except (ClaimsError, OSError) as error:
        say(f"claims: {error}", err=True)


def _pause() -> bool:
    time.sleep(SECONDS)
    return True


def _progress() -> Callable[[int], object] | None:
    """Return what tells a person at a terminal which row is reached; none elsewhere."""
    if not sys.stderr.isatty():
        return None
    return lambda row: click.echo(f"\rrow {row:,}", nl=False, err=True)


def _tell(done: Report) -> None:
    """Print what became of an import: problems, counts, what vanished, and how to undo it."""
    report(done.problems)
    for one in done.revisions[:MOST_NAMED]:
        say(f"Revised, {one.before} → {one.after}: {one.statement} ({one.claim})")
    say(done.in_words())
    for why, rows in done.left_out.most_common():
        say(f"Left out, {counted(rows, 'row')}: {why}.")
    if done.unread:
        say(f"Columns of which the mapping says nothing: {', '.join(done.unread)}.")
    _name("No longer in the set, and left as they are", done.vanished)
    _name("Changed by a person since, and left so", done.kept)
    for note in done.notes:
        say(f"Look at this: {note}")
    if done.first:
        say(f"Revisions {done.first:,} to {done.last:,}; take them back: claims undo {done.first}")


def _name(what: str, ids: list[str]) -> None:
    """Print the ids of some claims, not all where they are many."""
    if ids:
        more = f" and {len(ids) - MOST_NAMED:,} more" if len(ids) > MOST_NAMED else ""
        say(f"{what}: {', '.join(ids[:MOST_NAMED])}{more}.")

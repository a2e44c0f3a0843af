"""The command `claims`: files into the ledger, and the ledger at a terminal or in a script."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from sqlalchemy.exc import DBAPIError

from claims import intake
from claims.cli.changes import changes
from claims.cli.draft_check import draft_check
from claims.cli.export import export
from claims.cli.extract import extract
from claims.cli.importing import take
from claims.cli.mappings import mappings, pack, undo
from claims.cli.screen import (
    as_json,
    counted,
    flat,
    headline,
    plain,
    progress,
    report,
    say,
    write,
)
from claims.cli.search import search
from claims.cli.together import explain, findings
from claims.collection import Collection
from claims.errors import (
    ClaimsError,
    LedgerDamagedError,
    UnknownRecordError,
    UnreadableFileError,
)
from claims.imports import exported, jsonl
from claims.imports.mapping import Mapping
from claims.ledger import Ledger
from claims.records import MODELS, Claim
from claims.since.differing import differing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.ledger import Revision
    from claims.records import Record, RecordName


class Commands(click.Group):
    """The commands; the one place where what went wrong becomes a line and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run a command and end with 1 where a request could not be met."""
        try:
            return super().invoke(ctx)
        except ClaimsError as error:
            fault = str(error)
        except DBAPIError as error:
            fault = f"the ledger cannot be used: {error.orig}"
        say(f"claims: {fault}", err=True)
        return ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    default=lambda: Path(os.environ.get("ON_RECORD_VAR", "var")) / "on-record.db",
    show_default="on-record.db in the folder var, or in the one that ON_RECORD_VAR names",
    help="The file of the ledger.",
)
@click.pass_context
def main(ctx: click.Context, ledger: Path) -> None:
    """Keep what was said, how firmly, by whom, through whom.

    Ends with 0 when all is well, 1 when problems were found or nothing was, and 2 when it
    was called wrongly.
    """
    ctx.obj = ledger


folder = click.argument("path", type=click.Path(path_type=Path))


@main.command()
@folder
@click.option(
    "--actor",
    default=lambda: os.environ.get("USER") or "command line",
    help="Who loads, for the history; your user name when left out.",
)
@click.option("--reason", default="", help="Why, for the history; the file when left out.")
@as_json
@click.pass_obj
def load(ledger: Path, path: Path, actor: str, reason: str, *, as_json: bool) -> None:
    """Bring the records of a file or folder into the ledger.

    PATH is one of our JSONL files, the folder that holds them, or a file that `claims export`
    wrote: .jsonl, .json or .zip. Good records go in, the others are reported and the command
    ends with 1. What is there already stays as it is.
    """
    with Ledger.open(ledger) as opened:
        why = reason or f"load {path.resolve().name}"
        done = intake.load(path, opened, actor, why, progress("loaded"))
    if as_json:
        problems = [problem.as_dict() for problem in done.problems]
        write(asdict(done.receipt) | {"kept": done.kept, "problems": problems})
    else:
        report(done.problems)
        got = done.receipt
        say(
            f"{got.added:,} added, {got.revised:,} revised, {got.unchanged:,} unchanged, "
            f"{counted(done.problems)}; the ledger stands at revision {got.rev:,}."
        )
        if done.kept:
            say(f"Changed on record since, and left so: {', '.join(done.kept)}.")
    sys.exit(bool(done.problems))


@main.command()
@folder
@as_json
def check(path: Path, *, as_json: bool) -> None:
    """Report every problem of a file or folder, with file, line, field and how to mend it.

    PATH is one of our JSONL files, which may refer to what stands in the files beside it, the
    folder that holds them, or a file that `claims export` wrote. Nothing is written.
    """
    read = exported.read(path)
    beside = jsonl.read(path.parent).records if exported.is_own(path) else ()
    good, problems = intake.sift(read, Collection.of(beside))
    if as_json:
        write({"good": len(good.located), "problems": [p.as_dict() for p in problems]})
    else:
        report(problems)
        say(f"{len(good.located):,} good records, {counted(problems)}.")
    sys.exit(bool(problems))


@main.command("format")
@folder
def tidy(path: Path) -> None:
    """Rewrite our files in their one form: ids made, fields and lines in order.

    PATH is one of our JSONL files or the folder that holds them. A file with a line that
    cannot be read is left as it is, and the command ends with 1.
    """
    read = jsonl.read(path)
    report(read.problems)
    for file in jsonl.rewrite(path, read):
        say(f"{file} written.")
    sys.exit(bool(read.problems))


@main.command()
@click.option("--quick", is_flag=True, help="Only the hash chain, not the tables made from it.")
@as_json
@click.pass_obj
def verify(ledger: Path, *, quick: bool, as_json: bool) -> None:
    """Prove that no revision was changed, and that all tables follow from the revisions."""
    with Ledger.open(ledger, read_only=True) as opened:
        try:
            revisions = opened.verify(progress("verified"))
        except LedgerDamagedError as damage:
            if as_json:
                write({"damaged": damage.rev, "reason": damage.reason})
            raise
        differing = () if quick else opened.differs(progress("compared"))
    if as_json:
        write({"revisions": revisions, "differs": differing})
    else:
        say(f"{revisions:,} revisions verify.")
        if differing:
            say(f"Not as the revisions make them: {', '.join(differing)}. Run `claims rebuild`.")
    sys.exit(bool(differing))


@main.command()
@click.pass_obj
def rebuild(ledger: Path) -> None:
    """Make all tables anew from the revisions; no revision is changed."""
    if not ledger.is_file():
        raise UnreadableFileError(ledger, "there is no such file")
    with Ledger.open(ledger, any_version=True) as opened:
        revisions = opened.rebuild(progress("rebuilt"))
    say(f"All tables made anew from {revisions:,} revisions.")


@main.command()
@click.argument("record_id", metavar="ID")
@click.option("--kind", type=click.Choice(list(MODELS)), help="Where two kinds share the id.")
@click.option("--rev", type=click.IntRange(0, 2**62), help="As it stood at this revision.")
@as_json
@click.pass_obj
def show(
    ledger: Path, record_id: str, kind: RecordName | None, rev: int | None, *, as_json: bool
) -> None:
    """Show a claim, indicator, source or party with its fields and history."""
    record_id = record_id.encode(errors="replace").decode()
    with Ledger.open(ledger, read_only=True) as opened:
        name, record = _find(opened, record_id, kind, rev)
        history = opened.history(name, record_id)
        context = opened.context()
        claims = [record] if isinstance(record, Claim) else []
        states = opened.together.states_of(claims, rev, today=datetime.now(UTC).date())
    standing = states.get(record_id)
    if as_json:
        steps = [_step(revision) for revision in history]
        state = record.model_dump(mode="json", exclude_defaults=True)
        found = {"standing": plain(standing)} if standing else {}
        write({"record": name, "state": state, **found, "history": steps})
        return
    say(f"{name} {record_id}\n{headline(record, context, standing)}\n")
    for field, value in flat(record.model_dump(mode="json", exclude_defaults=True)):
        say(f"  {field}: {value}")
    say("\nHistory")
    for before, one in zip((None, *history), history, strict=False):
        reason = f": {one.reason}" if one.reason else ""
        say(f"  {one.rev:,}  {one.at:%Y-%m-%d %H:%M} UTC  {one.action} by {one.actor}{reason}")
        for changed in _changed(before, one, context):
            say(f"      {changed}")


@main.command()
@click.argument("name", required=False, type=click.Choice([*MODELS, "mapping"]))
def schema(name: str | None) -> None:
    """Write the JSON Schema of a record or of a mapping, or of all by name."""
    models = [*MODELS.items(), ("mapping", Mapping)]
    schemas = {str(one): model.model_json_schema() for one, model in models}
    write(schemas[name] if name else schemas)


def _changed(before: Revision | None, after: Revision, context: Collection) -> Iterator[str]:
    """Say what a revision of a claim changed, field by field."""
    then, now = before and before.as_record(), after.as_record()
    if isinstance(then, Claim) and isinstance(now, Claim):
        yield from (field.in_words() for field in differing(then, now, context))


def _find(
    ledger: Ledger, record_id: str, kind: RecordName | None, rev: int | None
) -> tuple[RecordName, Record]:
    """Return the record of an id and its kind: the first kind, claims before what they name."""
    for name in [kind] if kind else reversed(MODELS):
        try:
            return name, ledger.get(name, record_id, rev)
        except UnknownRecordError:
            continue
    raise UnknownRecordError(kind or "record", record_id, rev)


def _step(revision: Revision) -> dict[str, object]:
    """Return a revision as plain JSON values."""
    step = {key: value for key, value in asdict(revision).items() if key != "state"}
    return step | {"at": revision.at.isoformat(), "state": json.loads(revision.state)}


ADDED = (take, mappings, pack, undo, search, findings, explain, changes, export)
for command in (*ADDED, extract, draft_check):
    main.add_command(command)

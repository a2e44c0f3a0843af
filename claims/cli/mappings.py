"""The commands `claims mappings`, `claims pack` and `claims undo`, beside `claims import`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from claims import editions
from claims.cli.importing import actor_option, mapping_option, part_option
from claims.cli.screen import as_json, say, write
from claims.editions.choosing import mapping_for
from claims.editions.packing import pack as write_package
from claims.errors import UnreadableFileError
from claims.imports import loading
from claims.imports.tables.opening import open_table
from claims.ledger import Ledger


@click.command()
@click.argument("name", required=False)
@as_json
def mappings(name: str | None, *, as_json: bool) -> None:
    """List the ready mappings, or print one as YAML: a start for your own."""
    if name is not None:
        found = loading.load(name)
        if as_json:
            write(found.model_dump(mode="json", exclude_defaults=True))
        else:
            say(loading.as_yaml(found).rstrip())
        return
    every = loading.ready()
    if as_json:
        write({one.name: one.title for one in every})
        return
    width = max(len(one.name) for one in every)
    for one in every:
        say(f"{one.name:<{width}}  {one.title}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@mapping_option
@part_option
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path), help="The zip to write."
)
def pack(file: Path, mapping: str | None, part: str, output: Path) -> None:
    """Write a table with its mapping as a data package that another newsroom imports as it is."""
    table = open_table(file, part)
    chosen = mapping_for(file, table, mapping)
    try:
        write_package(file, table, chosen, output)
    except OSError as error:
        raise UnreadableFileError(output, error.strerror or "it cannot be written") from error
    say(f"{output} written: `claims import {output}` takes it in.")


@click.command()
@click.argument("rev", type=click.IntRange(1))
@actor_option
@as_json
@click.pass_obj
def undo(ledger: Path, rev: int, actor: str, *, as_json: bool) -> None:
    """Take back the import that revision REV belongs to.

    What it added is withdrawn, what it revised stands as before. Claims that were changed since
    the import stay as they are. The history keeps all of it.
    """
    with Ledger.open(ledger) as opened:
        done = editions.undo(opened, rev, actor=actor)
    if as_json:
        write(asdict(done))
        return
    say(
        f"Revisions {done.first:,} to {done.last:,} taken back: {done.withdrawn:,} claims "
        f"withdrawn, {done.restored:,} restored."
    )
    if done.kept:
        say(f"Changed since, and left so: {', '.join(done.kept)}.")

"""The command `claims extract`: what articles state, one proposal a line."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims import periods
from claims.cli.done import Done
from claims.cli.screen import say
from claims.documents.decoding import decoded
from claims.documents.reading import MEDIA_TYPES, PLAIN, read
from claims.errors import ClaimsError
from claims.extraction.dates import dateline
from claims.extraction.engines.model import merged, propose_with
from claims.extraction.engines.parse import Parse
from claims.extraction.proposals import RULES, propose
from claims.extraction.rows import of_number, of_proposal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from claims.extraction.engines.engine import Engine
    from claims.extraction.rows import Row

    Stage = Callable[[str, date | None], Iterable[Row]]

DAY = click.DateTime(["%Y-%m-%d"])
OVERWRITTEN = "this file is to be read, so it cannot be written"


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--published",
    type=DAY,
    help="The day that “Tuesday” and “this year” are meant on; else that of the page or dateline.",
)
@click.option(
    "--stage",
    type=click.Choice(["claims", "numbers"]),
    default="claims",
    show_default=True,
    help="Proposed claims, or every number before any of it becomes a claim.",
)
@click.option("--lines", is_flag=True, help="Take each line of a file as a text of its own.")
@click.option(
    "--engine",
    type=click.Choice(["rules", "parse"]),
    default="rules",
    show_default=True,
    help="Rules alone, or with spaCy's parse beside them (needs the extra nlp).",
)
@click.option(
    "--model",
    help="Let a language model propose too, such as ollama:llama3.2 (needs the extra llm). "
    "The text is sent to the model's provider.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write into this file; started again, it goes on where it stopped.",
)
def extract(  # noqa: PLR0913 - one argument an option
    paths: tuple[Path, ...],
    *,
    published: datetime | None,
    stage: str,
    lines: bool,
    engine: str,
    model: str | None,
    output: Path | None,
) -> None:
    """Print what articles state: one JSON object a line; ends with 1 where a file was not read.

    PATHS are files (plain text, HTML, PDF, Word) and folders, which are read whole. Places count
    characters from 0 of a plain text as it is; of other files, of their text as it was read.
    Nothing is written to the ledger.
    """
    day = published.date() if published else None
    reader = Parse() if engine == "parse" else RULES
    rows = partial(_numbers, reader) if stage == "numbers" else partial(_claims, reader, model)
    files = list(dict.fromkeys(_files(paths)))
    if output and output.exists() and any(output.samefile(file) for file in files):
        raise click.BadParameter(OVERWRITTEN, param_hint="--output")
    asked = f"{stage} {engine} {model} {day} {lines}"
    with Done.into(output, asked) as done:
        failed = sum(
            not _extract(path, rows, day, done, lines=lines)
            for path in _shown(files)
            if not done.has(path)
        )
    sys.exit(1 if failed else 0)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that are named, and those in the folders that are named, in order."""
    for path in paths:
        if path.is_dir():
            found = sorted(path.rglob("*"))
            yield from (f for f in found if f.is_file() and f.suffix.lower() in MEDIA_TYPES)
        else:
            yield path


def _shown(files: Sequence[Path]) -> Iterator[Path]:
    """Yield the files and show a person at a terminal how far it is."""
    with click.progressbar(
        files, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as shown:
        yield from shown


def _extract(path: Path, rows: Stage, day: date | None, done: Done, *, lines: bool) -> bool:
    """Write the rows of a file; tell whether it could be read."""
    name = click.format_filename(path)
    try:
        text, stated = _text(path)
    except (ClaimsError, OSError) as error:
        say(f"{name}: {error}", err=True)
        return False
    told = day or stated or dateline(text)
    texts = enumerate(text.split("\n"), 1) if lines else [(None, text)]
    found = [
        {"file": name, **row, **({} if number is None else {"line": number})}
        for number, part in texts
        for row in rows(part, told)
    ]
    done.add(path, "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in found))
    return True


def _text(path: Path) -> tuple[str, date | None]:
    """Return the text of a file and the day it says it was published."""
    content = path.read_bytes()
    if MEDIA_TYPES.get(path.suffix.lower(), PLAIN) == PLAIN:
        return decoded(content, path.name), None
    document = read(content, path.name)
    stated = periods.parse(document.published).start if document.published else None
    return document.text, stated


def _numbers(engine: Engine, text: str, _day: date | None) -> Iterator[Row]:
    """Yield the numbers of a text, each with its line."""
    line, counted = 1, 0
    for found in engine.read(text).numbers:
        line, counted = line + text.count("\n", counted, found.start), found.start
        yield {"line": line, **of_number(found, text)}


def _claims(engine: Engine, model: str | None, text: str, day: date | None) -> Iterator[Row]:
    """Yield the proposals of a text, those of a model that the text bears out among them."""
    found = propose(text, published=day, engine=engine)
    if model:
        found = merged(found, propose_with(model, text, day))
    yield from map(of_proposal, found)

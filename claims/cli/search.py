"""The command `claims search`, with an option for each field of the filter."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, get_args

import click
from pydantic import ValidationError

from claims.cli.screen import as_json, plain, say, write
from claims.ledger import Filter, Ledger, Sort
from claims.prose import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Command = Callable[..., Any]

CHOICES = (
    *("kind", "indicator", "claimant", "origin", "root", "publisher", "source", "hedge"),
    *("review", "country"),
)
"""The fields of the filter that take one value or more."""


def _filtering(command: Command) -> Command:
    """Give a command an option for each field of the filter."""
    for name in reversed(CHOICES):
        said = f"{_meaning(name)} May be repeated."
        command = click.option(f"--{name}", multiple=True, help=said)(command)
    for name in ("since", "until"):
        day = click.DateTime(["%Y-%m-%d"])
        command = click.option(f"--{name}", type=day, help=_meaning(name))(command)
    command = click.option("--planned/--observed", default=None, help=_meaning("planned"))(command)
    return click.option("--withdrawn/--standing", default=None, help=_meaning("withdrawn"))(command)


def _meaning(name: str) -> str:
    """Return what a field of the filter means."""
    return Filter.model_fields[name].description or ""


@click.command()
@click.argument("words", nargs=-1)
@_filtering
@click.option("--sort", type=click.Choice(get_args(Sort)), default="relevance", show_default=True)
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=20, show_default=True)
@click.option("--rev", type=int, help="As the ledger stood at this revision.")
@as_json
@click.pass_obj
def search(  # noqa: PLR0913 - one argument an option
    ledger: Path,
    /,
    words: tuple[str, ...],
    sort: Sort,
    limit: int,
    rev: int | None,
    *,
    as_json: bool,
    **chosen: Any,  # noqa: ANN401 - the options of the filter, which checks them
) -> None:
    """Find claims that hold all WORDS and fit all options; ends with 1 when there are none."""
    filter_ = _filter(" ".join(words), chosen)
    with Ledger.open(ledger, read_only=True) as opened:
        total = opened.count(filter_, rev)
        found = opened.claims(filter_, rev, sort, limit)
        context = opened.context()
        states = opened.together.states_of(found, rev, today=datetime.now(UTC).date())
    if as_json:
        claims = [claim.model_dump(mode="json", exclude_defaults=True) for claim in found]
        write({"total": total, "claims": claims, "states": {k: plain(states[k]) for k in states}})
    else:
        for claim in found:
            say(f"{claim.id}  {sentence(claim, context, states.get(claim.id))}")
        shown = f"Showing {len(found):,} of {total:,}." if total else "No claim on record fits."
        say(shown, err=True)
    sys.exit(not found)


def _filter(text: str, chosen: Mapping[str, Any]) -> Filter:
    """Return the filter that the options make, or end with 2 and the first thing wrong."""
    days: dict[str, datetime | None] = {name: chosen[name] for name in ("since", "until")}
    fields = dict(chosen) | {name: day and day.date() for name, day in days.items()}
    try:
        return Filter(text=text, **fields)
    except ValidationError as error:
        first = error.errors()[0]
        raise click.BadParameter(first["msg"], param_hint=f"--{first['loc'][0]}") from error

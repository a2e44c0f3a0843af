"""How the command prints: text as text, JSON for scripts, progress for a person."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from claims.fields import UNSAFE
from claims.prose import figure, sentence, warnings
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.collection import Collection
    from claims.errors import Problem
    from claims.records import Record
    from claims.states import Standing

    Progress = Callable[[int, int], None]

as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON, for scripts.")


def report(problems: Iterable[Problem]) -> None:
    """Print each problem on one line."""
    for problem in problems:
        say(" ".join(str(problem).split()))


def counted(problems: tuple[Problem, ...]) -> str:
    """Say how many problems there are."""
    return "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"


def progress(done: str) -> Progress | None:
    """Return what tells a person at a terminal how far a long command is; none elsewhere."""
    if not sys.stderr.isatty():
        return None
    return lambda n, total: click.echo(f"\r{done} {n:,} of {total:,}", nl=n >= total, err=True)


def write(value: object) -> None:
    """Print JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: str, *, err: bool = False) -> None:
    """Print text as text: what would steer a terminal is shown as a mark."""
    click.echo(UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text), err=err)


def plain(standing: Standing) -> dict[str, object]:
    """Return the computed states of a claim as plain JSON values."""
    return {
        "corroboration": standing.corroboration,
        "origins": standing.origins,
        "currency": standing.currency,
        "why": standing.why_currency,
    }


def headline(record: Record, context: Collection, standing: Standing | None) -> str:
    """Say what a record is: a claim as its sentence with warnings, the others by name or title."""
    if isinstance(record, Claim):
        told = warnings(standing) if standing else []
        return "\n".join([sentence(record, context, standing), figure(record.quantity), *told])
    return str(getattr(record, "name", None) or getattr(record, "title", None) or record.id)


def flat(value: object, at: str = "") -> Iterable[tuple[str, object]]:
    """Yield each plain value of a record with its dotted path."""
    pairs: Iterable[tuple[object, object]] = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    else:
        yield at, value
    for key, inner in pairs:
        yield from flat(inner, f"{at}.{key}" if at else str(key))

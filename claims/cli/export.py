"""The command `claims export`: claims of the ledger into a file, its form told by its name."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import click
from pydantic import ValidationError

from claims.cli.screen import say
from claims.export.lines import as_json, as_jsonl
from claims.export.linked import as_jsonld
from claims.export.package import as_package
from claims.export.selection import Selection, referred_to
from claims.export.table import as_csv, as_xlsx
from claims.fields import WEB_ADDRESS
from claims.ledger import Filter, Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from claims.ledger import Position

FORMS: Mapping[str, Callable[[Selection], bytes]] = {
    ".csv": as_csv,
    ".xlsx": as_xlsx,
    ".json": as_json,
    ".jsonl": as_jsonl,
    ".jsonld": as_jsonld,
    ".zip": as_package,
}
"""What writes a file, by how its name ends."""
GRAMMAR = "2"
"""The version of the dashboard's addresses that our links are written in."""
DAY = click.DateTime(["%Y-%m-%d"])


def _site(_ctx: click.Context, _param: click.Parameter, site: str) -> str:
    if site and WEB_ADDRESS.fullmatch(site) is None:
        message = "write an address that starts with http:// or https://"
        raise click.BadParameter(message)
    return site.rstrip("/")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--indicator", multiple=True, metavar="ID", help="Only these; may be repeated.")
@click.option("--claimant", multiple=True, metavar="ID", help="Only theirs; may be repeated.")
@click.option("--text", default="", help="Only claims that hold all these words.")
@click.option("--rev", type=click.IntRange(0, 2**62), help="As the ledger stood at this revision.")
@click.option("--on", type=DAY, help="As the ledger stood at the end of this day, UTC.")
@click.option("--site", default="", callback=_site, help="Where the dashboard answers, for links.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_obj
def export(  # noqa: PLR0913 - one argument an option
    ledger: Path,
    /,
    file: Path,
    *,
    indicator: tuple[str, ...],
    claimant: tuple[str, ...],
    text: str,
    rev: int | None,
    on: datetime | None,
    site: str,
    force: bool,
) -> None:
    """Write claims to FILE: .csv, .xlsx, .json, .jsonl, .jsonld, or .zip for a data package.

    A .json, .jsonl, .jsonld or .zip comes back without loss with `claims load`; a table, which
    holds less, changes the claims that are on record. Ends with 1, and
    writes nothing, when no claim fits.
    """
    form = FORMS.get(file.suffix.lower())
    if form is None:
        message = f"its name must end with one of {', '.join(FORMS)}"
        raise click.BadParameter(message, param_hint="FILE")
    if rev is not None and on is not None:
        message = "give either --rev or --on"
        raise click.UsageError(message)
    if file.exists() and not force:
        message = f"{file} is there already; --force writes over it"
        raise click.BadParameter(message, param_hint="FILE")
    wanted = _filter(indicator, claimant, text.encode(errors="replace").decode())
    with Ledger.open(ledger, read_only=True) as opened:
        chosen = _selection(opened, wanted, rev, on.date() if on else None, site)
    if not chosen.claims:
        say("No claim on record fits; nothing was written.", err=True)
        sys.exit(1)
    _write(file, form(chosen))
    say(f"{file} written: {chosen.in_words}.")


def _filter(indicator: tuple[str, ...], claimant: tuple[str, ...], text: str) -> Filter:
    try:
        return Filter(indicator=indicator, claimant=claimant, text=text)
    except ValidationError as error:
        first = error.errors()[0]
        raise click.BadParameter(first["msg"], param_hint=f"--{first['loc'][0]}") from error


def _selection(
    ledger: Ledger, wanted: Filter, rev: int | None, on: date | None, site: str
) -> Selection:
    """Return the claims that a filter chooses at a position, with links that open the same.

    Raises UnknownPositionError, and UnknownRecordError for a choice that is not on record.
    """
    today = datetime.now(UTC)
    place = _position(ledger, rev, on)
    day = _day(place, rev, on, today.date())
    for name in wanted.indicator:
        ledger.get("indicator", name, place.rev)
    for name in wanted.claimant:
        ledger.get("party", name, place.rev)
    claims = ledger.claims(wanted, place.rev, "-period")
    records = ledger.context(place.rev)
    params = {"indicator": wanted.indicator, "claimant": wanted.claimant, "q": wanted.text}
    query = urlencode({name: value for name, value in params.items() if value}, doseq=True)
    held = "shared" if rev is None and on is None else "on"
    filters = {
        "Indicator": " or ".join(map(records.label, wanted.indicator)),
        "Claimant": " or ".join(map(records.label, wanted.claimant)),
        "Words": wanted.text,
    }
    return Selection(
        title=records.label(wanted.indicator[0]) if len(wanted.indicator) == 1 else "On Record",
        claims=claims,
        records=records,
        states=ledger.together.states_of(claims, place.rev, today=day),
        position=place,
        day=day,
        made=today.replace(microsecond=0),
        filters={name: value for name, value in filters.items() if value},
        site=site,
        path=f"/explore?{query}" if query else "/explore",
        pin=urlencode({"v": GRAMMAR, "rev": place.rev, held: day.isoformat()}),
        beyond=referred_to(claims, ledger, place.rev),
    )


def _position(ledger: Ledger, rev: int | None, on: date | None) -> Position:
    if rev is not None:
        return ledger.position_of(rev)
    return ledger.head if on is None else ledger.position(on)


def _day(place: Position, rev: int | None, on: date | None, today: date) -> date:
    """Return the day as on which states hold: the one asked for, or that of the revision."""
    written = place.at.date() if rev is not None and place.at else today
    return min(on or written, today)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise click.FileError(str(file), error.strerror) from error

"""The command `claims changes`: what became of the claims since a position or a day."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from claims.cli.screen import as_json, plain, say, write
from claims.ledger import Filter, Ledger
from claims.since import since

if TYPE_CHECKING:
    from pathlib import Path

    from claims.since import Difference, Moment, Since

DAY = "2021-07-27"


class Place(click.ParamType[int | date]):
    """A revision, or a day as `2021-07-27`."""

    name = "rev|day"

    def convert(
        self, value: int | date | str, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | date:
        """Read a revision or a day; fail with what is wrong."""
        if not isinstance(value, str):
            return value
        if value.isdecimal() and value.isascii() and len(value) <= len(str(2**62)):
            return int(value)
        try:
            day = date.fromisoformat(value) if len(value) == len(DAY) else None
        except ValueError:
            day = None
        if day is None:
            self.fail(f"“{value}” is neither a revision nor a day such as {DAY}.", param, ctx)
        return day


@click.command()
@click.option(
    "--since",
    "place",
    type=Place(),
    required=True,
    help="The revision, or the day (UTC) with whose end the ledger is compared.",
)
@click.option(
    "--until", type=click.IntRange(0, 2**62), help="Up to this revision; now if left out."
)
@click.option("--indicator", metavar="ID", help="Only claims under this indicator.")
@as_json
@click.pass_obj
def changes(
    ledger: Path, place: int | date, until: int | None, indicator: str | None, *, as_json: bool
) -> None:
    """List what was added, revised and withdrawn; ends with 1 when nothing was.

    One change a line, its parts set apart by tabs: what became of it, id, indicator, the claim
    in short, what differs. Parties, sources and indicators that changed follow, then claims
    that did not change while their states did.
    """
    with Ledger.open(ledger, read_only=True) as opened:
        if indicator is not None:
            opened.get("indicator", indicator, until)
        chosen = Filter(indicator=(indicator,)) if indicator else Filter()
        before, after = _moments(opened, place, until)
        found = since(opened, chosen, before, after)
    if as_json:
        write(_plain(found))
    else:
        for parts in _lines(found):
            say("\t".join(" ".join(part.split()) for part in parts))
        told = filter(None, (found.in_words(), found.others_in_words(), found.states_in_words()))
        say("; ".join(told), err=True)
    sys.exit(not found)


def _moments(ledger: Ledger, place: int | date, until: int | None) -> tuple[Moment, Moment]:
    """Return both positions, each with the day as on which its figures are stale or not.

    A revision is as on the day that it was written, now is as on today.
    """
    today = datetime.now(UTC).date()
    later = ledger.head if until is None else ledger.position_of(until)
    last = later.at.date() if later.at and until is not None else today
    earlier = ledger.position_of(place) if isinstance(place, int) else ledger.position(place)
    if earlier.rev > later.rev:
        message = f"revision {earlier.rev:,} comes after revision {later.rev:,}"
        raise click.BadParameter(message, param_hint="--since")
    first = place if isinstance(place, date) else earlier.at.date() if earlier.at else last
    return (earlier.rev, min(first, last)), (later.rev, last)


def _lines(found: Since) -> list[tuple[str, ...]]:
    """Return a line for each change, in its parts."""
    claims = [
        (one.turn, one.claim, one.indicator or "", one.subject, one.in_words())
        for one in found.differences
    ]
    others = [("revised", one.id, "", one.record, one.in_words()) for one in found.others]
    states = [
        (one.in_words(), one.claim.id, one.claim.indicator or "", one.claim.statement, "")
        for one in found.states
    ]
    return [*claims, *others, *states]


def _plain(found: Since) -> dict[str, object]:
    """Return what changed as plain JSON values."""
    return {
        "since": _moment(found.before),
        "until": _moment(found.after),
        "counts": found.counts,
        "differences": [_difference(one) for one in found.differences],
        "others": [asdict(one) for one in found.others],
        "states": [
            {"claim": s.claim.id, "before": plain(s.before), "after": plain(s.after)}
            for s in found.states
        ],
        "states_left_out": found.states_left_out,
    }


def _moment(moment: Moment) -> dict[str, object]:
    return {"rev": moment[0], "day": moment[1].isoformat()}


def _difference(one: Difference) -> dict[str, object]:
    """Return a difference as plain JSON values; its revisions without their states."""
    steps = [asdict(step) | {"at": step.at.isoformat()} for step in one.revisions]
    return {
        "claim": one.claim,
        "indicator": one.indicator,
        "change": one.turn,
        "subject": one.subject,
        "fields": [asdict(field) for field in one.fields],
        "revisions": [{k: v for k, v in step.items() if k != "state"} for step in steps],
    }

"""The commands `claims findings` and `claims explain`: what claims say together, and why."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from claims import explaining
from claims.cli.screen import as_json, say, write
from claims.errors import UnreadableFileError
from claims.ledger import Ledger
from claims.vocabulary import DIFFERENCES, Difference

if TYPE_CHECKING:
    from pathlib import Path

    from claims.analysis.findings import Finding

REASONS = "; ".join(f"{why}: {meaning}" for why, meaning in DIFFERENCES.items())


@click.command()
@click.option("--indicator", metavar="ID", help="Only those of this indicator.")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=1_000, show_default=True)
@click.option("--rev", type=int, help="As the ledger stood at this revision.")
@as_json
@click.pass_obj
def findings(
    ledger: Path, indicator: str | None, limit: int, rev: int | None, *, as_json: bool
) -> None:
    """List what an editor should look at, the weightiest first; ends with 1 when there is none.

    One a line, its parts set apart by tabs: kind, indicator, claims, figures, the reason.
    """
    today = datetime.now(UTC).date()
    with Ledger.open(ledger, read_only=True) as opened:
        if indicator is not None:
            opened.get("indicator", indicator, rev)
        found = opened.together.findings(indicator, rev, today=today, limit=limit)
    if as_json:
        write({"findings": [_plain(one) for one in found]})
    else:
        for one in found:
            claims, figures = ", ".join(one.claims), " | ".join(one.figures)
            parts = (one.kind, one.indicator, claims, figures, one.reason)
            say("\t".join(" ".join(str(part).split()) for part in parts))
    sys.exit(not found)


@click.command()
@click.argument("claim_id", metavar="CLAIM")
@click.argument("other_id", metavar="OTHER")
@click.option("--why", type=click.Choice([str(why) for why in Difference]), help=f"{REASONS}.")
@click.option("--by", required=True, help="Who explains it, or takes it back.")
@click.option("--note", default="", help="The explanation in words.")
@click.option("--take-back", is_flag=True, help="Take back what was explained before.")
@click.pass_obj
def explain(  # noqa: PLR0913, PLR0917 - one argument an option
    ledger: Path,
    claim_id: str,
    other_id: str,
    why: str | None,
    by: str,
    note: str,
    *,
    take_back: bool,
) -> None:
    """Record why CLAIM differs from OTHER, which it cannot be true together with.

    An error is one of CLAIM. The explanation is a revision like any other, and takes the place of
    an earlier one of the same two figures.
    """
    if not ledger.is_file():
        raise UnreadableFileError(ledger, "there is no such file")
    with Ledger.open(ledger) as opened:
        rev = opened.head.rev
        claim, other = opened.claim(claim_id), opened.claim(other_id)
        case = opened.together.case(claim.indicator) if claim.indicator else None
        indicator, beside = (case.indicator, case.claims) if case else (None, ())
        if take_back:
            records = explaining.take_back(claim, other, beside, by=by)
            told = f"differs from {other.id}: the explanation was taken back"
        else:
            records = explaining.explain(
                claim, other, indicator, beside, why=why or "", note=note, by=by
            )
            told = f"differs from {other.id}: {why}"
        done = opened.revise(*records, actor=by, reason=told, based_on=rev)
    say(f"{claim_id} {told}; the ledger stands at revision {done.rev:,}.")


def _plain(one: Finding) -> dict[str, object]:
    """Return a finding as plain JSON values, without a day that it does not have."""
    days = {name: day.isoformat() for name in ("since", "day") if (day := getattr(one, name))}
    return asdict(one) | {"since": None, "day": None} | days

"""The command `claims draft-check`: each figure of a story beside what is on record."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from claims.cli.screen import as_json, say, write
from claims.desk.drafts import Verdict, check
from claims.documents.reading import read
from claims.ledger import Ledger

if TYPE_CHECKING:
    from claims.desk.drafts import Checked

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("draft-check")
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--published", type=DAY, help="The day the story is for; today when left out.")
@click.option("--rev", type=click.IntRange(0, 2**62), help="As the ledger stood at this revision.")
@as_json
@click.pass_obj
def draft_check(
    ledger: Path,
    file: BinaryIO,
    published: datetime | None,
    rev: int | None,
    *,
    as_json: bool,
) -> None:
    """Hold each figure of a story against the record; ends with 1 unless all are supported.

    FILE is plain text, HTML, PDF or Word; standard input when left out. One figure a line, its
    parts set apart by tabs: the verdict, the words, why, the claims on record, a wording to use.
    """
    day = published.date() if published else datetime.now(UTC).date()
    document = read(file.read(), Path(file.name).name)
    with Ledger.open(ledger, read_only=True) as opened:
        found = check(document.text, opened, published=day, rev=rev)
    if as_json:
        write({"published": day.isoformat(), "figures": [_plain(one) for one in found]})
    else:
        for one in found:
            claims = ", ".join(matched.claim.id for matched in one.claims)
            parts = (one.verdict, one.quote, one.reason, claims, one.corrected)
            say("\t".join(" ".join(part.split()) for part in parts))
    if not found:
        say("no figure was found", err=True)
    sys.exit(not found or any(one.verdict is not Verdict.SUPPORTED for one in found))


def _plain(one: Checked) -> dict[str, object]:
    """Return a checked figure as plain JSON values."""
    return {
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "verdict": one.verdict.value,
        "reason": one.reason,
        "claims": [matched.claim.id for matched in one.claims],
        "indicator": one.indicator.id if one.indicator else None,
        "corrected": one.corrected,
    }

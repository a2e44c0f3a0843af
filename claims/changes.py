"""What changed in the ledger, gathered as it was done: one load is one line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from claims.numerals import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.ledger import Revision


@dataclass(frozen=True, slots=True)
class Change:
    """Revisions that one actor made in one go for one reason."""

    day: date
    actor: str
    reason: str
    action: str
    records: int
    of: str
    """The kind of record, or the one record that was changed."""


def changes(revisions: Sequence[Revision], *, more: bool = False) -> list[Change]:
    """Gather revisions, newest first, that were made in one go; one alone is named.

    With `more` there are older revisions that were not given, perhaps of the last group.
    """
    groups = groupby(revisions, key=lambda r: (r.at.date(), r.actor, r.reason, r.action, r.record))
    found = []
    for (day, actor, reason, action, record), members in groups:
        ids = [member.record_id for member in members]
        of = f"{record} {ids[0]}" if len(ids) == 1 else counted(len(ids), record)
        found.append(Change(day, actor, reason, action, len(ids), of))
    if more and found:
        last = counted(found[-1].records, revisions[-1].record)
        found[-1] = replace(found[-1], of=f"at least {last}")
    return found

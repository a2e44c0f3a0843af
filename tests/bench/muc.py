"""Casualties in news: how many figures that analysts keyed are proposed, by the MUC scorer.

The texts and the scorer stand beside the project where there are any; otherwise a few reports
of our own are read. The scorer measures recall: much that is right was never keyed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.extraction.events.kinds import What
from claims.extraction.proposals import propose
from claims.extraction.rows import of_proposal
from tests.bench.measure import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FOLDER = Path(__file__).parents[3] / "shared" / "bench"
KEYED = frozenset({What.KILLED, What.WOUNDED, What.CASUALTIES, What.KIDNAPPED})
MANY, ONE = "HEADLINE: all three >=2", "killed or injured, 1"
OWN = (
    ("MEDRA, 3 MAY 30 -- FIVE PEASANTS WERE KILLED LAST NIGHT.", 1),
    ("Gunmen killed a mayor and wounded three guards near Talca on Friday.", 2),
    ("The blast left at least eight dead, police said.", 1),
    ("Rebels kidnapped six miners in the north of the province.", 1),
    ("The council met for three hours and heard 12 speakers.", 0),
)
"""Reports, and how many figures each states."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the scorer counted: fills by group, and the rest by name."""

    table: Mapping[str, Sequence[int]]
    counts: Mapping[str, int]

    def share(self, group: str, column: int) -> float:
        """Return the share of a group's fills that were found: exact is 1, overlapping 2."""
        return self.table[group][column] / self.table[group][0]


def results() -> Iterator[Result]:
    """Read all texts and score what is proposed; say so where the texts are not there."""
    if not (FOLDER / "muc_dev.jsonl").exists():
        sys.stderr.write("MUC texts are not beside the project: five reports of our own instead\n")
        found = sum(len(propose(text)) == number for text, number in OWN)
        yield Result("MUC stand-in: reports read right", found, len(OWN), 1, "reports", most=False)
        return
    lines = (FOLDER / "muc_dev.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    start = time.process_time()
    claims = [_claims(one["text"], one["date"]) for one in documents]
    took = time.process_time() - start
    scores = _scored(documents, claims)
    floor = {MANY: (0.695, 0.727), ONE: (0.077, None)}
    yield _line("two or more, exact bounds", scores.share(MANY, 1), floor[MANY][0], 0.85)
    yield _line("two or more, bounds overlap", scores.share(MANY, 2), floor[MANY][1], 0.90)
    yield _line("one victim, exact", scores.share(ONE, 1), floor[ONE][0], 0.50)
    counts = scores.counts
    per_text = counts["claims"] / counts["docs"]
    yield Result("MUC: proposals a text (one expression)", per_text, 0.93, 2, "")
    yield _line("day of the matched", counts["day_equal"] / counts["day_pairs"], None, 0.60)
    yield _line("place of the matched", counts["place_any"] / counts["place_pairs"], None, 0.40)
    specific = counts["place_specific"] / counts["specific_pairs"]
    yield _line("most specific place of the matched", specific, None, None)
    yield Result("MUC: texts a second", len(documents) / took, None, None, "")


def _line(what: str, ours: float, floor: float | None, target: float | None) -> Result:
    """Return a line whose target is on our figure itself; the floor is told in its name."""
    name = f"MUC: {what}" + (f" (one expression: {floor})" if floor else "")
    return Result(name, ours, None, target, "", most=False)


def _claims(text: str, day: str | None) -> list[dict[str, Any]]:
    """Return what is proposed of a text and was looked for by the analysts."""
    published = date.fromisoformat(day) if day else None
    found = propose(text, published=published)
    return [of_proposal(one) for one in found if one.kind in KEYED]


def _scored(documents: list[dict[str, Any]], claims: list[list[dict[str, Any]]]) -> Scores:
    """Run the scorer that stands beside the texts on a file of proposals."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.jsonl"
        rows = zip(documents, claims, strict=True)
        lines = [json.dumps({"doc_id": one["doc_id"], "claims": some}) for one, some in rows]
        path.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, "score_muc.py", "muc_dev.jsonl", str(path), "--json"]
        ran = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    told = json.loads(ran.stdout)
    return Scores(told["recall"], told["counts"])

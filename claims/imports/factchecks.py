"""Fact-checks as others publish them, read into claims.

Read are JSON-LD of schema.org (ClaimReview and Claim), web pages that hold it, feeds of it,
and answers of Google's Fact Check Tools API. Each gives the claim in the words that were
reviewed, its claimant, the fact-checker, and the review as the source. No number is read out
of the words, so such a claim is a position and answers no indicator of ours; the rating is
the fact-checker's and stands in the note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.collection import Collection
from claims.errors import Problem, UnreadableFileError
from claims.imports.jsonl import Loaded
from claims.imports.linked.documents import BLANK, MAX_PAGE, elements, is_page
from claims.imports.linked.recording import Recorded
from claims.imports.linked.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claims.imports.linked.recording import OnRecord
    from claims.records import Claim

HEAD = 2**20
"""Bytes of a JSON document that are looked at to tell what it is."""
OURS = re.compile(rb'"onRecord"\s*:|\{\s*"on_record"\s*:')
"""What our own documents say, which hold more than a fact-check does."""
TYPE = rb'"@?type"\s*:\s*(?:\[[^\]]{0,200}?)?"(?:https?://(?:www\.)?schema\.org/|schema:)?'
MARK = re.compile(TYPE + rb'Claim(?:Review)?"|"claimReview"\s*:\s*\[')


def is_fact_check(path: Path) -> bool:
    """Tell by its first part whether a file holds fact-checks; a web page is searched whole."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            content = head + file.read(MAX_PAGE - HEAD) if is_page(head) else head
    except OSError:
        return False
    begins = content.lstrip(BLANK)[:1] in {b"{", b"[", b"<"}
    return begins and not OURS.search(content) and MARK.search(content) is not None


def read(path: Path, known: Collection | None = None, on_record: OnRecord | None = None) -> Loaded:
    """Read a file of fact-checks beside what is on record.

    `known` are the parties and sources on record: one that is named, or has the address, is
    taken as it is. `on_record` returns the claims on record of some ids: such a claim keeps
    all that persons entered and gets the reviews that are new. Raises UnreadableFileError
    where nothing can be read at all.
    """
    made = Recorded.beside(known or Collection())
    problems: list[Problem] = []
    any_read = False
    try:
        for found in elements(path):
            any_read = True
            read_or_not = found if isinstance(found, Problem) else stated(found)
            if isinstance(read_or_not, Problem):
                problems.append(read_or_not)
            elif isinstance(read_or_not, list):
                problems += read_or_not
            else:
                made.add(read_or_not)
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "it cannot be opened") from error
    if not any_read:
        raise UnreadableFileError(path, "it holds no fact-check")
    claims = made.claims(on_record or _none)
    records = (*made.parties.made.values(), *made.sources.values(), *claims)
    return Loaded(records, tuple(sorted({*problems, *made.problems})))


def _none(_ids: Iterable[str]) -> tuple[Claim, ...]:
    """Say that no claim is on record."""
    return ()

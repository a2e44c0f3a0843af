"""What persons decided about records stays when a file is loaded that says nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims import intake
from claims.ledger import Ledger
from claims.records import Explanation, Review, to_json
from claims.vocabulary import Difference, ReviewState
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a new ledger."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


ON_FILE: list[tuple[dict[str, Any], bool, bool]] = [
    ({"note": "a new note"}, True, True),
    ({"quantity": factories.stating("six").quantity, "evidence": (factories.evidence("six"),)},
     True, False),
    ({"review": Review(state=ReviewState.REJECTED, by="Bob")}, True, False),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "explained", "cleared"), ON_FILE)
def test_a_file_that_says_nothing_of_them_takes_no_decision_back(
    fields: dict[str, Any], explained: bool, cleared: bool, ledger: Ledger, tmp_path: Path
) -> None:
    """Explanations stay, and a review as long as the figure and the file leave it."""
    five = factories.stating("five", claimant="irna", chain=("irna", "arab-news"))
    nine = factories.changed(factories.stating("nine"), id="c-nine")
    why = Explanation(claim="c-nine", why=Difference.SCOPE, by="Ann")
    review = Review(state=ReviewState.CLEARED, by="Ann")
    decided = factories.changed(five, explained=(why,), review=review)
    ledger.append([*factories.base(), nine, decided], actor="desk")
    path = tmp_path / "claims.jsonl"
    path.write_text(to_json(factories.changed(five, **fields)) + "\n", encoding="utf-8")
    assert intake.load(path, ledger, "desk", "").receipt.revised == 1
    now = ledger.claim(five.id)
    assert (now.explained == (why,)) is explained
    assert (now.review == review) is cleared


def test_a_party_that_looks_like_one_on_record_stays_out(ledger: Ledger, tmp_path: Path) -> None:
    """A second Reuters would seem a second origin; the file's is reported, not the ledger's."""
    ledger.append([factories.party("reuters", name="Reuters")], actor="desk")
    path = tmp_path / "parties.jsonl"
    path.write_text(to_json(factories.party("reuters-2", name="REUTERS")) + "\n", encoding="utf-8")
    done = intake.load(tmp_path, ledger, "desk", "")
    assert done.receipt.added == 0
    assert [problem.record for problem in done.problems] == ["reuters-2"]


def test_what_a_file_explains_takes_no_other_explanation_back(
    ledger: Ledger, tmp_path: Path
) -> None:
    """Bob explained five against seven, and withdrew nothing; the file knows of nine only."""
    five = factories.stating("five", claimant="irna", chain=("irna", "arab-news"))
    others = [factories.changed(factories.stating(n), id=f"c-{n}") for n in ("nine", "seven")]
    bobs, anns = (
        Explanation(claim=one, why=Difference.SCOPE, by=by)
        for one, by in (("c-seven", "Bob"), ("c-nine", "Ann"))
    )
    stands = factories.changed(five, explained=(bobs,))
    ledger.append([*factories.base(), *others, stands], actor="desk")
    path = tmp_path / "claims.jsonl"
    given = factories.changed(five, explained=(anns,), note="new")
    path.write_text(to_json(given) + "\n", encoding="utf-8")
    intake.load(path, ledger, "desk", "")
    assert ledger.claim(five.id).explained == (anns, bobs)

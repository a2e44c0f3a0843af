"""Editions of a set: what is new, revised, unchanged, kept and gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims import editions
from claims.editions.shelf import shelf_of
from claims.imports.errors import UnfittingTableError
from claims.ledger import Ledger
from claims.periods import parse
from claims.records import RecordName, Review, Source
from claims.vocabulary import ReviewState
from tests import factories, importing
from tests.edited import LATER, counts, of_day, take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a new ledger."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


def test_a_second_run_changes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    """The same edition leaves the ledger where it stands."""
    first = take(ledger, tmp_path)
    assert (first.rows, first.claims, first.problems) == (3, 6, [])
    assert first.last == ledger.head.rev
    again = take(ledger, tmp_path)
    assert counts(again) == (0, 0, 6)
    assert (again.first, again.last, ledger.head.rev) == (0, 0, first.last)


def test_a_newer_edition_adds_and_revises(ledger: Ledger, tmp_path: Path) -> None:
    """A silent change becomes a revision that the history shows, with its reason."""
    take(ledger, tmp_path)
    later = take(ledger, tmp_path, LATER)
    assert counts(later) == (2, 1, 5)
    changed = of_day(ledger, "2024-05-02")
    assert changed.quantity
    assert changed.quantity.as_stated == "ca [about] 8"
    steps = ledger.history("claim", changed.id)
    assert [step.action for step in steps] == ["added", "revised"]
    assert steps[-1].reason == "Import of tolls.csv by the mapping harbour, edition e1"


def test_the_report_says_what_was_revised(ledger: Ledger, tmp_path: Path) -> None:
    """Before and after the import, figure by figure."""
    take(ledger, tmp_path)
    (revised,) = take(ledger, tmp_path, LATER, rehearse=True).revisions
    assert (revised.before, revised.after) == ("about nine", "about eight")
    assert take(ledger, tmp_path, LATER).revisions == [revised]


def test_an_odd_edition_is_noted(ledger: Ledger, tmp_path: Path) -> None:
    """Much of the set is gone, or an earlier edition comes again."""
    assert take(ledger, tmp_path).notes == []
    (note,) = take(
        ledger, tmp_path, "\n".join(importing.ROWS.splitlines()[:2]), rehearse=True
    ).notes
    assert "is it whole?" in note
    later = editions.take_in(
        importing.table(tmp_path, LATER), importing.mapping(), ledger, actor="desk", edition="e2"
    )
    assert later.notes == []
    (note,) = take(ledger, tmp_path, rehearse=True).notes
    assert note.startswith("This very edition was imported on")


def test_a_refused_row_is_not_gone_from_the_set(ledger: Ledger, tmp_path: Path) -> None:
    """It is there, and faulty."""
    take(ledger, tmp_path)
    faulty = importing.ROWS.replace("City Hospital,9,ca", "City Hospital,9?,ca")
    report = take(ledger, tmp_path, faulty)
    assert (len(report.problems), report.vanished) == (1, [])


def test_what_a_person_read_in_the_source_is_not_gone_from_the_set(
    ledger: Ledger, tmp_path: Path
) -> None:
    """Only what the set has given can vanish from it."""
    take(ledger, tmp_path)
    read = of_day(ledger, "2024-05-01").model_copy(update={"id": "c-read", "planned": True})
    ledger.append([read], actor="reporter", reason="read in the article")
    assert take(ledger, tmp_path).vanished == []


def test_a_mapping_is_kept_for_the_next_edition(ledger: Ledger, tmp_path: Path) -> None:
    """It is found again by the columns of a table; a damaged one is passed over."""
    shelf, rows = shelf_of(ledger), importing.table(tmp_path)
    take(ledger, tmp_path, rehearse=True)
    assert shelf.fitting(rows) == []
    take(ledger, tmp_path)
    (shelf.folder / "bad.yaml").write_text("- nothing", encoding="utf-8")
    assert shelf.fitting(rows) == [importing.mapping()]
    assert shelf.fitting(importing.table(tmp_path, "a,b\n1,2\n")) == []


def test_what_vanished_is_reported_and_stays(ledger: Ledger, tmp_path: Path) -> None:
    """Nothing that was said once is lost."""
    take(ledger, tmp_path)
    gone = of_day(ledger, "2024-05-03")
    short = "\n".join(importing.ROWS.splitlines()[:3])
    later = take(ledger, tmp_path, short)
    assert gone.id in later.vanished
    assert len(later.vanished) == 2
    assert ledger.claim(gone.id) == gone


def test_what_a_person_changed_stays_until_the_set_changes_it(
    ledger: Ledger, tmp_path: Path
) -> None:
    """A correction on record is not undone by the figure that was corrected."""
    take(ledger, tmp_path)
    given = of_day(ledger, "2024-05-03")
    noted = given.model_copy(update={"note": "Confirmed by telephone"})
    ledger.revise(noted, actor="editor", reason="call", based_on=ledger.head.rev)
    again = take(ledger, tmp_path)
    assert counts(again)[1] == 0
    assert ledger.claim(given.id).note == "Confirmed by telephone"
    take(ledger, tmp_path, importing.ROWS.replace("The Hospital,11", "The Hospital,12"))
    changed = ledger.claim(given.id)
    assert changed.quantity
    assert (changed.quantity.value, changed.note) == (12, "Confirmed by telephone")


def test_a_corrected_figure_is_kept_and_named(ledger: Ledger, tmp_path: Path) -> None:
    """The report names the claims that differ from the set because a person changed them."""
    take(ledger, tmp_path)
    given = of_day(ledger, "2024-05-01")
    corrected = of_day(ledger, "2024-05-03").quantity
    ledger.revise(
        given.model_copy(update={"quantity": corrected}), actor="editor", based_on=ledger.head.rev
    )
    again = take(ledger, tmp_path)
    assert again.kept == [given.id]
    assert ledger.claim(given.id).quantity == corrected


def test_a_changed_figure_reopens_the_review(ledger: Ledger, tmp_path: Path) -> None:
    """What an editor cleared was the old figure; a change elsewhere leaves the review alone."""
    take(ledger, tmp_path)
    cleared = Review(state=ReviewState.CLEARED, by="editor", on=parse("2024-06-01"))
    for day in ("2024-05-02", "2024-05-03"):
        reviewed = of_day(ledger, day).model_copy(update={"review": cleared})
        ledger.revise(reviewed, actor="editor", based_on=ledger.head.rev)
    take(ledger, tmp_path, LATER)
    assert of_day(ledger, "2024-05-02").review.state is ReviewState.IN_REVIEW
    assert of_day(ledger, "2024-05-03").review == cleared


def test_a_figure_that_goes_back_is_a_revision_too(ledger: Ledger, tmp_path: Path) -> None:
    """A set that restores an earlier figure is followed there."""
    take(ledger, tmp_path)
    take(ledger, tmp_path, LATER)
    back = take(ledger, tmp_path)
    assert back.revised == 1
    quantity = of_day(ledger, "2024-05-02").quantity
    assert quantity is not None
    assert quantity.value == 9


def test_a_rehearsal_says_the_same_and_writes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    """What would become of the rows is known before anything is written."""
    take(ledger, tmp_path)
    at = ledger.head
    rehearsed = take(ledger, tmp_path, LATER, rehearse=True)
    assert ledger.head == at
    done = take(ledger, tmp_path, LATER)
    assert counts(rehearsed) == counts(done)
    assert (rehearsed.vanished, rehearsed.problems) == (done.vanished, done.problems)


def test_a_refused_table_leaves_the_ledger_alone(ledger: Ledger, tmp_path: Path) -> None:
    """Nothing is begun that cannot be finished."""
    take(ledger, tmp_path)
    at = ledger.head
    with pytest.raises(UnfittingTableError):
        take(ledger, tmp_path, "day,dead\n2024-05-01,4\n")
    assert ledger.head == at


def test_a_mapping_changes_nothing_that_is_on_record(ledger: Ledger, tmp_path: Path) -> None:
    """Neither a source that its table does not use nor a party or indicator of the same id."""
    source = ledger_source()
    ledger.append(
        [factories.party("city-hospital", name="Ours"), *factories.base(), source], actor="desk"
    )
    kinds: tuple[RecordName, ...] = ("party", "source", "indicator")
    before = {kind: ledger.all(kind) for kind in kinds}
    text = importing.MAPPING.replace(
        "sources:\n",
        "sources:\n  - {id: kept-source, title: CHANGED, publisher: toll-watch, kind: data set,\n"
        "     tier: official, language: en}\n",
    )
    rows = importing.table(tmp_path)
    editions.take_in(rows, importing.mapping(text), ledger, actor="desk", edition="e1")
    for kind, records in before.items():
        assert set(records) <= set(ledger.all(kind))


def ledger_source() -> Source:
    """Make a source that a newsroom has on record."""
    return factories.source("kept-source", title="As it was")

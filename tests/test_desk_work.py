"""Work in progress on the desk survives a restart, keeps to itself, and forgets the text."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from claims.desk.work import Decided, Work
from claims.desk.works import Works
from claims.errors import Problem
from tests.desk import document, proposed

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Five people were killed in the north. Two people were killed in the south."


def begun(text: str = TEXT) -> Work:
    """Put a text of two figures on the desk."""
    found = [proposed(text, "Five people"), proposed(text, "Two people")]
    return Work.begin(document(text), found, "Ann")


def test_a_work_reads_back_as_it_was_saved(tmp_path: Path) -> None:
    """A restart loses nothing: text, proposals, decisions and who works on it."""
    saved = Works(tmp_path / "desk").save(begun())
    assert Works(tmp_path / "desk").get(saved.id) == saved
    assert saved.as_document().sha256 == saved.document.sha256 == document(TEXT).sha256


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    """Nobody else on the machine reads an unpublished text; no part of a file is left over."""
    works = Works(tmp_path / "desk")
    saved = works.save(begun())
    (file,) = works.folder.iterdir()
    assert file.name == f"{saved.id}.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(works.folder.stat().st_mode) == 0o700


def test_decisions_are_kept_and_can_be_taken_back(tmp_path: Path) -> None:
    """A rejection may be taken back; what was accepted is on record and stays so."""
    works = Works(tmp_path)
    work = works.save(begun())
    works.decide(work.id, 0, Decided.accepted("c-1"))
    works.decide(work.id, 1, Decided.rejected("a repeat"))
    found = works.get(work.id)
    assert isinstance(found, Work)
    assert found.left == ()
    assert (found.decided[0].claim, found.decided[1].reason) == ("c-1", "a repeat")
    works.decide(work.id, 0, None)
    found = works.decide(work.id, 1, None)
    assert isinstance(found, Work)
    assert found.left == (1,)


def test_two_tabs_lose_no_decision(tmp_path: Path) -> None:
    """Decisions made at the same time are all kept."""
    text = " ".join(f"{n} people were killed there." for n in range(20, 60))
    found = [proposed(text, f"{n} people") for n in range(20, 60)]
    works = Works(tmp_path)
    work = works.save(Work.begin(document(text), found, "Ann"))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: works.decide(work.id, n, Decided.rejected()), range(len(found))))
    after = works.get(work.id)
    assert isinstance(after, Work)
    assert after.left == ()


def test_a_proposal_that_is_none_is_refused(tmp_path: Path) -> None:
    """A number beyond the proposals is a problem and changes nothing."""
    works = Works(tmp_path)
    work = works.save(begun())
    assert isinstance(works.decide(work.id, 2, Decided.rejected()), Problem)
    assert isinstance(works.decide(work.id, -1, Decided.rejected()), Problem)
    assert works.get(work.id) == work


def test_finished_work_forgets_the_text(tmp_path: Path) -> None:
    """What stays is the hash, the places, the quotes and the decisions."""
    works = Works(tmp_path)
    work = works.save(begun())
    works.decide(work.id, 0, Decided.accepted("c-1"))
    done = works.finish(work.id)
    assert isinstance(done, Work)
    assert (done.text, done.document.sha256) == ("", work.document.sha256)
    assert (done.proposals, done.decided[0].claim) == (work.proposals, "c-1")
    assert "in the north" not in (tmp_path / f"{work.id}.json").read_text(encoding="utf-8")
    assert works.open_ones() == ([], [])


def test_a_newsroom_may_keep_the_text(tmp_path: Path) -> None:
    """Keeping the text of finished work is a setting."""
    works = Works(tmp_path, keep_text=True)
    done = works.finish(works.save(begun()).id)
    assert isinstance(done, Work)
    assert done.text == TEXT


def test_open_works_come_the_last_changed_first(tmp_path: Path) -> None:
    """The desk shows what was touched last; a finished work is not open."""
    works = Works(tmp_path)
    first, second, third = (works.save(begun()) for _ in range(3))
    works.decide(first.id, 0, Decided.rejected())
    works.finish(second.id)
    assert [work.id for work in works.open_ones()[0]] == [first.id, third.id]
    assert [work.id for work in works.open_ones(limit=1)[0]] == [first.id]


def test_old_work_expires(tmp_path: Path) -> None:
    """A text that was left on the desk is thrown away after a while, a fresh one is not."""
    works = Works(tmp_path)
    work = works.save(begun())
    assert works.expire(timedelta(days=1)) == 0
    assert works.get(work.id) == work
    assert works.expire(timedelta(0)) == 1
    after = works.get(work.id)
    assert isinstance(after, Work)
    assert after.text == ""
    assert after.finished is not None
    assert works.expire(timedelta(0)) == 0


@pytest.mark.parametrize(
    "work_id",
    [
        "",
        "..",
        "../secret",
        "/etc/passwd",
        "0123456789a",
        "0123456789AB",
        "0123456789ab\n",
        "." * 12,
    ],
)
def test_an_id_is_no_path(tmp_path: Path, work_id: str) -> None:
    """Only twelve hex digits are an id; anything else is no work, whatever lies there."""
    (tmp_path / "secret.json").write_text(begun().model_dump_json(), encoding="utf-8")
    assert isinstance(Works(tmp_path / "desk").get(work_id), Problem)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"id": "0123456789ab"}'])
def test_a_damaged_file_is_a_problem(tmp_path: Path, content: bytes) -> None:
    """A damaged file is told beside the others, which still open; it expires like a text."""
    works = Works(tmp_path)
    work = works.save(begun())
    damaged = tmp_path / "0123456789ab.json"
    damaged.write_bytes(content)
    assert isinstance(works.get("0123456789ab"), Problem)
    found, (problem,) = works.open_ones()
    assert found == [work]
    assert problem.record == "0123456789ab"
    works.expire(timedelta(0))
    assert not damaged.exists()


def test_a_file_under_another_name_is_a_problem(tmp_path: Path) -> None:
    """A work that was copied under another id is not taken for that one."""
    works = Works(tmp_path)
    work = works.save(begun())
    content = (tmp_path / f"{work.id}.json").read_bytes()
    (tmp_path / "0123456789ab.json").write_bytes(content)
    assert isinstance(works.get("0123456789ab"), Problem)


def test_an_empty_desk_has_no_works(tmp_path: Path) -> None:
    """A folder that is not there yet holds nothing and is not made by looking."""
    assert Works(tmp_path / "desk").open_ones() == ([], [])
    assert not (tmp_path / "desk").exists()

"""Every hostile text on every page: in records, in what changed since, in who changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.errors import Where
from claims.fields import UNSAFE
from claims.imports import jsonl
from claims.records import Party, to_json
from dashboard.main import PAGES
from dashboard.text import JOINER
from tests import attempts, factories, hostile, screen

if TYPE_CHECKING:
    from pathlib import Path

    from streamlit.testing.v1 import AppTest


def test_records_take_every_text_as_it_is() -> None:
    """More than sixty texts, each different and none changed on its way in."""
    assert len(set(hostile.EVERY.values())) == len(hostile.EVERY) >= 60
    assert set(hostile.TEXTS.items()) <= set(hostile.EVERY.items())
    for text in hostile.EVERY.values():
        party = factories.party(name=text, aliases=(text,), note=text)
        assert (party.name, party.aliases, party.note) == (text, (text,), text)
        assert Party.model_validate_json(to_json(party)) == party


@pytest.mark.parametrize("name", attempts.REFUSED)
def test_what_is_no_text_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    """Controls, half letters and marks that turn text round are a problem of their field."""
    good = to_json(factories.party("a-1"))
    bad = good.replace('"A-1"', ascii_json(attempts.REFUSED[name])).replace("a-1", "b-1")
    file = tmp_path / "parties.jsonl"
    file.write_text(f"{bad}\n{good}\n", encoding="utf-8")
    loaded = jsonl.read(file)
    (problem,) = loaded.problems
    assert (problem.where, problem.field) == (Where("parties.jsonl", 1), "name")
    assert problem.message
    assert [item.record.id for item in loaded.records] == ["a-1"]


def ascii_json(text: str) -> str:
    """Write text as JSON that holds every letter as an escape: half of a pair too."""
    units = text.encode("utf-16-be", "surrogatepass")
    return f'"{"".join(f"{chr(92)}u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))}"'


def safe(at: AppTest) -> AppTest:
    """Fail where a page could not be drawn, or holds markup or a letter that does not show."""
    assert [error.value for error in at.error] == []
    assert screen.loose(at) == []
    assert [text for text in (*screen.said(at), *screen.cells(at)) if UNSAFE.search(text)] == []
    return at


@pytest.mark.parametrize("path", [path for path in PAGES if path not in {"claim", "source"}])
def test_each_page_shows_all_texts_as_text(path: str, halfway: int) -> None:
    """Halfway, with all that changed since, and now; the overview of now takes long."""
    safe(screen.show(path, rev=str(halfway), shared="2026-11-22"))
    if path != "overview":
        safe(screen.show(path))


@pytest.mark.usefixtures("halfway")
@pytest.mark.parametrize("group", hostile.GROUPS)
def test_the_page_of_a_claim_shows_each_text_as_text(group: str) -> None:
    """A claim that was revised, one that was withdrawn, and one that always was."""
    for number in hostile.numbers(group):
        at = safe(screen.show("claim", id=f"{'cdw'[number % 3]}-{number}"))
        assert line(hostile.after(number)) in whole(at)


@pytest.mark.parametrize("group", hostile.GROUPS)
def test_a_page_that_is_held_tells_each_text_from_the_next(group: str, halfway: int) -> None:
    """Every second record: each text stands in the differences, before an edit or after it."""
    for number in hostile.numbers(group)[::2]:
        picked = [f"c-{number}", f"d-{number}"]
        at = screen.show(
            "indicator", id=f"i-{number}", rev=str(halfway), shared="2026-11-22", pick=picked
        )
        said = whole(safe(at))
        assert f"{line(hostile.before(number))} → {line(hostile.after(number))}" in said


def test_the_page_of_changes_tells_every_text(halfway: int) -> None:
    """All that was edited, whoever did it and for whatever reason."""
    at = safe(screen.show("changes", since=str(halfway)))
    said = whole(at)
    assert all(f"→ {line(text)}" in said for text in hostile.EVERY.values())


@pytest.mark.parametrize("group", hostile.GROUPS)
def test_the_page_of_a_source_shows_each_text_as_text(group: str, halfway: int) -> None:
    """A sample of each group, as it was halfway."""
    for number in hostile.numbers(group)[::5]:
        at = safe(screen.show("source", id=f"s-{number}", rev=str(halfway)))
        assert line(hostile.before(number)) in whole(at)


def whole(at: AppTest) -> str:
    """Return all that a page says, as a reader sees it."""
    return "\n".join(screen.read(text) for text in screen.said(at))


def line(text: str) -> str:
    """Return text on one line, without what pages put between letters."""
    return " ".join(text.split()).replace(JOINER, "")

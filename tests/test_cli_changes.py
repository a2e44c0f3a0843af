"""The command `claims changes`: what it prints and how it ends."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from claims.cli import main
from claims.ledger import Ledger
from claims.records import Withdrawal
from tests.factories import base, changed, indicator, party, quantity_in, stating

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Result]

FIVE, NINE, TEN = (stating(words) for words in ("at least five", "nine", "ten"))
MOVED = changed(NINE, indicator="injured")
GONE = Withdrawal(on="2021-08-01", by="IRNA", reason="retracted")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return what runs the command on a ledger with five changes after revision 7."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.append([*base(), indicator("injured"), FIVE, MOVED], actor="desk")
        eight = changed(FIVE, quantity=quantity_in("at least eight"), note="a\nnote")
        ledger.append([eight], actor="ana", reason="a later count")
        ledger.append([TEN, changed(MOVED, withdrawn=GONE), party(name="Agency")], actor="ana")
    return lambda *words: CliRunner().invoke(main, ["--ledger", str(path), "changes", *words])


def test_each_change_is_a_line(run: Run) -> None:
    """What became of it, id, indicator, the claim in short and what differs, set apart by tabs."""
    result = run("--since", "7")
    lines = [line.split("\t") for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [parts[:2] for parts in lines] == [
        ["withdrawn", MOVED.id],
        ["added", TEN.id],
        ["revised", FIVE.id],
        ["revised", "irna"],
    ]
    assert lines[2][2:4] == ["khuzestan-killed", "at least eight deaths, Agency"]
    assert lines[2][4].startswith("figure: at least five → at least eight; ")
    assert lines[2][4].endswith("note: none → a note")
    assert lines[3][3:] == ["party", "name: IRNA → Agency"]
    assert result.stderr == "1 revised, 1 withdrawn, 1 added; 1 party\n"


def test_changes_up_to_a_position_and_of_an_indicator(run: Run) -> None:
    """With a later position and an indicator only what changed there and until then is told."""
    assert run("--since", "7", "--until", "8").stderr == "1 revised\n"
    other = run("--since", "7", "--indicator", "injured")
    assert other.stderr.startswith("1 withdrawn")
    assert [line.split("\t")[0] for line in other.stdout.splitlines()] == ["withdrawn", "revised"]


def test_nothing_that_changed_ends_with_1(run: Run) -> None:
    """A day is compared with its end, so that nothing has changed since today."""
    today = datetime.now(UTC).date()
    for place in (today.isoformat(), "11"):
        result = run("--since", place)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == "nothing in this view has changed since\n"
    yesterday = run("--since", (today - timedelta(days=1)).isoformat())
    assert (yesterday.exit_code, yesterday.stderr[:7]) == (0, "2 added"), "one came and went"


def test_changes_as_json(run: Run) -> None:
    """Scripts get counts, both positions, and each difference with its revisions."""
    found = json.loads(run("--since", "7", "--json").stdout)
    assert (found["since"]["rev"], found["until"]["rev"]) == (7, 11)
    assert found["counts"] == {"revised": 1, "withdrawn": 1, "added": 1}
    revised = next(one for one in found["differences"] if one["claim"] == FIVE.id)
    assert revised["change"] == "revised"
    assert revised["fields"][0] == {
        "name": "figure",
        "before": "at least five",
        "after": "at least eight",
    }
    (step,) = revised["revisions"]
    assert (step["rev"], step["actor"], step["reason"]) == (8, "ana", "a later count")
    assert [one["id"] for one in found["others"]] == ["irna"]
    assert found["states_left_out"] is False


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), 2, "Missing option '--since'"),
        (("--since", "yesterday"), 2, "“yesterday” is neither a revision nor a day"),
        (("--since", "2021-02-30"), 2, "“2021-02-30” is neither a revision nor a day"),
        (("--since", "20210230T"), 2, "neither a revision nor a day"),
        (("--since", "-1"), 2, "neither a revision nor a day"),
        (("--since", "12"), 1, "There is no revision 12: the ledger stands at 11."),
        (("--since", "9" * 40), 2, "neither a revision nor a day"),
        (("--since", "8", "--until", "7"), 2, "revision 8 comes after revision 7"),
        (("--since", "7", "--until", "99"), 1, "There is no revision 99"),
        (("--since", "7", "--indicator", "nope"), 1, "No indicator “nope” is on record"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_said(
    run: Run, words: tuple[str, ...], code: int, told: str
) -> None:
    """A place that is none ends with 2, one that does not exist with 1."""
    result = run(*words)
    assert result.exit_code == code
    assert told in result.stderr

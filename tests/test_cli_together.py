"""The commands `claims findings` and `claims explain`, on the records in data/."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from claims.analysis.findings import FindingKind
from claims.cli import main
from claims.ledger import Ledger
from tests.starter import DATA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claims.records import Claim

    Run = Callable[..., Result]

LEAVING = "us-troops-leaving-iraq-2020-09"
CBS, CENTCOM = "c-31e965", "c-ff3b03"
"""The claims of 1,200 and of around 2,200 troops, by the beginning of their ids."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the records in data/ into a ledger once."""
    path = tmp_path_factory.mktemp("ledger") / "on-record.db"
    assert CliRunner().invoke(main, ["--ledger", str(path), "load", str(DATA)]).exit_code == 0
    return path


@pytest.fixture
def run(path: Path) -> Run:
    """Return what runs the command on the ledger."""

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, ["--ledger", str(path), *words])

    return run


def by_beginning(path: Path) -> dict[str, Claim]:
    """Return the claims by the first letters of their ids."""
    with Ledger.open(path, read_only=True) as ledger:
        return {claim.id[: len(CBS)]: claim for claim in ledger.claims()}


def test_findings_are_printed_one_a_line(run: Run) -> None:
    """Each line has its kind, indicator, claims, figures and reason, the weightiest first."""
    result = run("findings")
    assert result.exit_code == 0
    lines = [line.split("\t") for line in result.stdout.splitlines()]
    assert {len(parts) for parts in lines} == {5}
    assert lines[0][:2] == ["digit slip", "us-troops-iraq"]
    assert lines[0][3] == "8,992 | 8,892"
    assert {parts[0] for parts in lines} <= {str(kind) for kind in FindingKind}
    assert run("findings", "--limit", "3").stdout == "".join(
        f"{line}\n" for line in result.stdout.splitlines()[:3]
    )


def test_findings_are_written_for_scripts(run: Run, path: Path) -> None:
    """The JSON of one indicator names claims that are on record under it."""
    found = json.loads(run("findings", "--indicator", "us-troops-iraq", "--json").stdout)
    claims = {claim.id: claim for claim in by_beginning(path).values()}
    assert {one["indicator"] for one in found["findings"]} == {"us-troops-iraq"}
    for one in found["findings"]:
        assert set(one) == {"kind", "indicator", "claims", "figures", "reason", "since", "day"}
        assert {claims[claim].indicator for claim in one["claims"]} == {"us-troops-iraq"}


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("findings", "--indicator", "nothing"), 1, "No indicator “nothing” is on record."),
        (("findings", "--indicator", "gap-occupation-to-return-years"), 1, ""),
        (("findings", "--rev", "999999"), 1, "There is no revision 999,999"),
        (("explain", "c-1", "c-2", "--why", "method", "--by", "Ana"), 1, "No claim “c-1”"),
        (("explain", "c-1", "c-2", "--why", "because", "--by", "Ana"), 2, "Invalid value"),
        (("explain", "c-1", "c-2", "--why", "method"), 2, "Missing option"),
    ],
)
def test_what_cannot_be_answered_is_said(
    run: Run, words: tuple[str, ...], code: int, message: str
) -> None:
    """An unknown indicator, claim or reason ends with a sentence and an exit code."""
    result = run(*words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr


def test_an_explanation_is_recorded_as_a_revision(run: Run, path: Path) -> None:
    """Who explained what, why and when stands in the history; the conflict is settled."""
    claims = by_beginning(path)
    cbs, centcom = claims[CBS], claims[CENTCOM]

    def kinds() -> list[str]:
        found = json.loads(run("findings", "--indicator", LEAVING, "--json").stdout)
        return [one["kind"] for one in found["findings"]]

    assert kinds() == [FindingKind.PLANS]
    words = ("explain", cbs.id, centcom.id, "--why", "error", "--by", "Ana", "--note", "A slip.")
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{cbs.id} differs from {centcom.id}: error" in result.stdout
    assert kinds() == [FindingKind.EXPLAINED]
    shown: dict[str, Any] = json.loads(run("show", cbs.id, "--json").stdout)
    (explained,) = shown["state"]["explained"]
    assert (explained["claim"], explained["why"], explained["by"]) == (centcom.id, "error", "Ana")
    assert shown["history"][-1]["actor"] == "Ana"
    assert shown["standing"]["corroboration"] == "contested"
    other = json.loads(run("show", centcom.id, "--json").stdout)
    assert other["standing"]["corroboration"] == "single origin"
    assert run("verify").exit_code == 0
    back = run("explain", centcom.id, cbs.id, "--take-back", "--by", "Ben")
    assert (back.exit_code, back.stderr) == (0, "")
    assert kinds() == [FindingKind.PLANS]
    again = run("explain", centcom.id, cbs.id, "--take-back", "--by", "Ben")
    assert "No explanation is on record why" in again.stderr


def test_a_name_that_reads_otherwise_than_it_is_stored_is_refused(run: Run, path: Path) -> None:
    """The refusal names the field and the character."""
    claims = by_beginning(path)
    words = ("explain", claims[CBS].id, claims[CENTCOM].id, "--why", "error")
    result = run(*words, "--by", "\u202e", "--note", "A slip.")
    assert result.exit_code == 1
    assert "Nothing was recorded: by: " in result.stderr
    assert "U+202E" in result.stderr


def test_an_explanation_lacks_nothing(run: Run, path: Path) -> None:
    """Without a reason or words nothing is recorded, and what is missing is said."""
    claims = by_beginning(path)
    result = run("explain", claims[CBS].id, claims[CENTCOM].id, "--by", "Ana")
    assert result.exit_code == 1
    assert "it needs a reason; it needs the explanation in words." in result.stderr


def test_what_does_not_conflict_is_not_explained(run: Run, path: Path) -> None:
    """The refusal says how the two stand to each other."""
    claims = by_beginning(path)
    one, other = claims["c-0652f8"], claims["c-76bd84"]
    result = run("explain", one.id, other.id, "--why", "scope", "--by", "Ana", "--note", "x")
    assert result.exit_code == 1
    said = "need no explanation: 2,500 and about 2,500 can both be true, 1 day apart"
    assert said in result.stderr


def test_search_and_show_carry_the_states(run: Run, path: Path) -> None:
    """A figure that leaves the command says that it is contested, stale or superseded."""
    lines = run("search", "injured", "--indicator", "al-asad-2020-01-08-injured").stdout
    assert lines.count("[superseded]") >= 6
    words = ("search", "--indicator", "us-troops-iraq", "--limit", "99", "--json")
    found = json.loads(run(*words).stdout)
    assert set(found["states"]) == {claim["id"] for claim in found["claims"]}
    assert "stale" in {state["currency"] for state in found["states"].values()}
    shown = run("show", by_beginning(path)["c-0652f8"].id).stdout
    assert "[stale]" in shown
    assert "Single origin: no other named origin on record bears it out; 2 claims" in shown

"""Pages of claims that came from a set: what it changed, what is not its words, what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.editions.report import IMPORTED, TAKEN_BACK
from claims.hedges import Hedge
from claims.ledger import Ledger
from claims.vocabulary import SourceKind
from dashboard.data import MOST_SUMMARISED
from tests import factories, screen

if TYPE_CHECKING:
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from claims.records import Claim
    from tests.conftest import Put

pytestmark = pytest.mark.usefixtures("pages")
MAKER = f"{IMPORTED}tolls.csv by the mapping tolls, edition 0a1b2c3d4e5f"
BY_SET = "The set changed this figure"


def _counting(number: int, **fields: str) -> Claim:
    """Make the claim `c-1` with another figure and the words that it rests on."""
    exact = factories.quantity(number, Hedge.EXACT)
    return factories.claim(f"[at least] {number}", id="c-1", quantity=exact, **fields)


def _revised(folder: Path, *steps: tuple[int, str]) -> AppTest:
    """Draw the claim after revisions to these figures for these reasons."""
    with Ledger.open(folder / "on-record.db") as ledger:
        for number, reason in steps:
            ledger.append([_counting(number)], actor="Ana", reason=reason)
    return screen.show("claim", id="c-1")


def _said(at: AppTest) -> str:
    return "\n".join(map(screen.read, screen.said(at)))


# What each revision changed


def test_the_history_says_what_each_revision_changed(put: Put, tmp_path: Path) -> None:
    """The figure stands first; the first revision changed nothing."""
    put([*factories.base(), _counting(23)])
    at = _revised(tmp_path, (32, MAKER), (33, "typing error"))
    (history,) = [one.value for one in at.dataframe if "Changed" in one.value]
    first, second, third = history["Changed"]
    assert first == ""
    assert second.startswith("figure: 23 → 32; ")
    assert "quote: “[at least] 23” → “[at least] 32”" in second
    assert third.startswith("figure: 32 → 33; ")


@pytest.mark.parametrize(
    ("steps", "change"),
    [
        ([], None),
        ([(32, "typing error")], None),
        ([(32, MAKER)], "23 → 32"),
        ([(32, MAKER), (31, MAKER)], "32 → 31"),
        ([(32, MAKER), (33, "typing error")], "23 → 32"),
        ([(32, MAKER), (23, f"{TAKEN_BACK}revisions 6 to 6: {MAKER}")], None),
        ([(32, MAKER), (23, f"{TAKEN_BACK}revisions 6 to 6: {MAKER}"), (40, MAKER)], "23 → 40"),
    ],
)  # fmt: skip
def test_a_figure_that_its_set_changed_says_so_below_its_title(
    steps: list[tuple[int, str]], change: str | None, put: Put, tmp_path: Path
) -> None:
    """A person's correction is not the set's, and what was taken back is not said."""
    put([*factories.base(), _counting(23)])
    said = _said(_revised(tmp_path, *steps))
    if change is None:
        assert BY_SET not in said
    else:
        assert f"{BY_SET}: {change}, taken in on " in said


def test_an_import_that_leaves_the_figure_is_not_said_to_change_it(
    put: Put, tmp_path: Path
) -> None:
    """Another note is another revision, of the same figure."""
    put([*factories.base(), _counting(23)])
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        ledger.append([_counting(23, note="Now with a note.")], actor="Ana", reason=MAKER)
    assert BY_SET not in _said(screen.show("claim", id="c-1"))


# Words that are not the source's


@pytest.mark.parametrize(
    ("kind", "quote", "is_said", "fragment"),
    [
        (SourceKind.DATA_SET, "[at least] 4074", True, "#:~:text=4074)"),
        (SourceKind.DATA_SET, "6 [to] 8", True, "#:~:text=6%208)"),
        (SourceKind.DATA_SET, "4074", False, "#:~:text=4074)"),
        (SourceKind.DATA_SET, "[at least]", True, "tolls.csv)"),
        (SourceKind.NEWS_REPORT, "“[They] killed 5”", False, "text=%E2%80%9C%5BThey%5D"),
    ],
)  # fmt: skip
def test_words_in_brackets_in_a_set_are_told_from_its_own(
    kind: SourceKind, quote: str, is_said: bool, fragment: str, put: Put
) -> None:
    """The link looks for the words of the source only; an article's brackets are its own."""
    source = factories.source(kind=kind, url="https://tolls.example/tolls.csv")
    records = [one for one in factories.base() if one.id != source.id]
    put([*records, source, factories.claim(id="c-1", evidence=[factories.evidence(quote)])])
    at = screen.show("claim", id="c-1")
    assert ("Words in brackets are not the source's" in _said(at)) == is_said
    assert any(fragment in text for text in screen.said(at))


# The overview


def test_what_needs_attention_is_counted_over_all_indicators(put: Put) -> None:
    """Indicators beyond those that are drawn count too."""
    names = [f"i-{number}" for number in range(MOST_SUMMARISED + 5)]
    claims = [factories.claim(id=f"c-{name}", indicator=name) for name in names]
    put([*factories.base(), *map(factories.indicator, names), *claims])
    said = _said(screen.show("overview"))
    assert f"{len(names)} figures from a single origin" in said
    assert f"The {MOST_SUMMARISED} with the most claims" in said

"""Pages that are held at a position: then and now, what changed since, and the walk back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from claims.ledger import Ledger
from claims.records import Withdrawal
from tests import screen
from tests.factories import base, changed, claim, party, quantity_in, stating

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Put

TODAY = datetime.now(UTC).date().isoformat()
FIVE = claim()
SIX = stating("six", claimant="arab-news", chain=("arab-news",))
SEVEN = stating("seven", claimant="arab-news", chain=("arab-news",))
INDICATOR = "khuzestan-killed"
SHARED = {"rev": "6", "shared": TODAY}
"""The position before the three edits."""


@pytest.fixture(autouse=True)
def edited(pages: None, put: Put, tmp_path: Path) -> None:  # noqa: ARG001 - after it, for it names the real records
    """Put two claims on record, then revise one, withdraw the other and add a third."""
    put([*base(), FIVE, SIX])
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        more = changed(FIVE, quantity=quantity_in("at least eight"))
        ledger.revise(more, actor="Ana", reason="the page was corrected", based_on=6)
        out = Withdrawal(on=TODAY, by="Arab News", reason="printed in error")
        ledger.revise(changed(SIX, withdrawn=out), actor="Ben", based_on=7)
        ledger.append([SEVEN], actor="Ana")


def test_a_shared_link_shows_the_old_figures_and_counts_what_changed() -> None:
    """Three edits later the view is as it was, and says that it is out of date."""
    at = screen.show("indicator", id=INDICATOR, **SHARED)
    said = " ".join(map(screen.read, screen.said(at)))
    assert "(revision 6).** Since then: 1 revised, 1 withdrawn, 1 added." in said
    assert "showing 2 of 2 claims" in said
    assert "figure: at least five → at least eight" in said
    assert "states: single origin, current → contested, current" in said
    assert "Revision 8" in said
    assert "printed in error" in said


def test_now_shows_the_new_figures_under_the_same_line() -> None:
    """The switch is in the address: the line still says what the link was."""
    at = screen.show("indicator", id=INDICATOR, **SHARED, now="yes")
    said = " ".join(map(screen.read, screen.said(at)))
    assert "Since then: 1 revised, 1 withdrawn, 1 added." in said
    assert "showing 3 of 3 claims" in said


PAGES: list[tuple[str, dict[str, str], str, str]] = [
    ("claim", {"id": FIVE.id}, "Since then: 1 revised", "at least five"),
    ("claim", {"id": SIX.id}, "Since then: 1 withdrawn", "six"),
    ("explore", {"claimant": "irna"}, "Since then: 1 revised", "at least five"),
    ("explore", {"claimant": "arab-news"}, "Since then: 1 withdrawn, 1 added", "six"),
    ("source", {"id": "s-1"}, "Since then: 1 revised, 1 withdrawn, 1 added", "at least five"),
    ("compare", {"indicator": INDICATOR}, "Since then: 1 revised, 1 withdrawn, 1 added", ""),
    ("overview", {}, "Since then: 1 revised, 1 withdrawn, 1 added", "at least five"),
    ("sources", {}, "Since then: 1 revised, 1 withdrawn, 1 added", ""),
    ("method", {}, "Since then: 1 revised, 1 withdrawn, 1 added", ""),
]


@pytest.mark.parametrize(("path", "params", "line", "figure"), PAGES)
def test_every_page_is_held_at_the_position_of_its_address(
    path: str, params: dict[str, str], line: str, figure: str
) -> None:
    """The line counts what changed in what the page shows; the page shows the old figure."""
    at = screen.show(path, **params, **SHARED)
    said = " ".join(map(screen.read, screen.said(at)))
    assert line in said
    figures = [value for frame in at.dataframe for value in frame.value.get("Figure", [])]
    assert figure in said or figure in figures


def test_a_link_to_what_has_not_changed_says_so() -> None:
    """A reader who was sent the newest position learns that it still is."""
    at = screen.show("indicator", id=INDICATOR, rev="9", shared=TODAY)
    said = " ".join(map(screen.read, screen.said(at)))
    assert "Nothing in this view has changed since." in said
    assert "Since then" not in said


def test_a_view_that_is_not_held_has_no_such_line() -> None:
    """What stands now needs none."""
    at = screen.show("indicator", id=INDICATOR)
    assert not [text for text in screen.said(at) if "As shared" in text or "As on record" in text]


def test_a_position_that_does_not_exist_shows_nothing_of_another() -> None:
    """A link made on another ledger is refused in words."""
    at = screen.show("explore", rev="400")
    assert screen.read(at.error[0].value) == "There is no revision 400: the ledger stands at 9."
    assert len(at.dataframe) == 0


@pytest.mark.parametrize("params", [{"rev": "latest"}, {"rev": "6", "shared": "soon"}])
def test_a_position_that_cannot_be_read_shows_nothing_until_asked(params: dict[str, str]) -> None:
    """The value is named; one click leads to what stands now."""
    at = screen.show("explore", **params)
    assert "which On Record does not know" in at.warning[0].value
    assert (len(at.title), len(at.dataframe)) == (0, 0)
    at.button(key="adrift").click().run()
    assert screen.counts(screen.drawn(at)) == (3, 3)


def test_walking_back_is_in_the_address() -> None:
    """The control of every page writes what it was set to, and shows what was on record."""
    at = screen.show("explore")
    at.number_input(key="as-of-rev").set_value(5).run()
    assert at.query_params["rev"] == "5"
    assert screen.counts(at) == (1, 1)
    at.button(key="live").click().run()
    assert "rev" not in at.query_params
    assert screen.counts(at) == (3, 3)


def test_a_day_before_the_first_record_shows_nothing() -> None:
    """What was not on record then is not shown, and the filter is not to blame."""
    at = screen.show("explore", on="2021-07-27")
    assert screen.counts(at) == (0, 0)
    said = " ".join(map(screen.read, screen.said(at)))
    assert "As on record on 27 July 2021 (revision 0).**" in said
    assert "Since then: 2 added, 1 added and withdrawn since." in said


def test_the_menu_leads_to_what_stands_now_and_offers_to_stay_in_the_past() -> None:
    """A page without a position says so after one that had one; either way is one click."""
    at = screen.show("explore", **SHARED)
    at.query_params.clear()
    assert screen.counts(screen.drawn(at)) == (3, 3)
    assert any("The one before was as of revision 6." in text for text in screen.said(at))
    at.button(key="hold").click().run()
    assert screen.counts(at) == (2, 2)
    assert (at.query_params["rev"], at.query_params["shared"]) == ("6", TODAY)
    at.button(key="live").click().run()
    assert screen.counts(at) == (3, 3)
    assert not any("The one before" in text for text in screen.said(at))


def test_changes_are_told_since_a_revision_a_day_and_a_link() -> None:
    """The newest first under each indicator, with what was changed and why."""
    at = screen.show("changes", since="6")
    said = [screen.read(text) for text in screen.said(at)]
    assert any("1 revised, 1 withdrawn, 1 added" in text for text in said)
    turns = [text for text in said if text.startswith(":") and "badge" in text]
    assert [turn.split("[")[1].rstrip("]") for turn in turns] == ["added", "withdrawn", "revised"]
    at.text_input(key="since").set_value(
        f"https://x.org/explore?claimant=irna&rev=6&shared={TODAY}"
    )
    at.run()
    assert (at.query_params["since"], at.query_params["claimant"]) == ("6", "irna")
    assert any("1 revised" in screen.read(text) for text in screen.said(at))
    at.text_input(key="since").set_value("2021-01-01").run()
    assert any("before the first record" in screen.read(text) for text in screen.said(at))
    for strange in ("last week", "http://[x?rev=6", "2021-13-45"):
        at.text_input(key="since").set_value(strange).run()
        assert at.exception == []


def test_a_record_that_only_was_renamed_is_told_beside_the_claims(tmp_path: Path) -> None:
    """What the claims of a view name may change without any of them."""
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        named = party(name="Islamic Republic News Agency")
        ledger.revise(named, actor="Ana", based_on=9)
    at = screen.show("explore", claimant="irna", rev="9", shared=TODAY)
    said = " ".join(map(screen.read, screen.said(at)))
    assert "Since then: 1 party that they name changed." in said
    assert "name: IRNA → Islamic Republic News Agency" in said

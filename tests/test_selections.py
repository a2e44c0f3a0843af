"""A view as a selection: exactly what its page shows, at its position, with its links."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from claims.errors import TooManyError, UnknownRecordError
from claims.ledger import Filter, Ledger
from dashboard import selections
from dashboard.links import View
from dashboard.places import place
from dashboard.selections import selection
from tests.factories import base, changed, claim, indicator, quantity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.export.selection import Selection

MADE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SITE = "https://desk.example"
FIRST, OTHER = claim(), claim("six people were killed", claimant="arab-news")
DETAINED = claim("102 people were detained", indicator="detained", period="2021-07-24")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Hold three claims, one of them revised from at least five to at least eight."""
    with Ledger.open(tmp_path / "on-record.db") as opened:
        opened.append([*base(), indicator("detained"), FIRST, OTHER, DETAINED], actor="desk")
        opened.append([changed(FIRST, quantity=quantity(8))], actor="desk")
        yield opened


def selected(ledger: Ledger, path: str, **fields: Any) -> Selection:
    """Select what a page shows at an address."""
    view = View(**fields)
    where = place(view, ledger, date(2100, 1, 1))
    return selection(ledger, path, view, where, site=SITE, made=MADE)


PAGES: list[tuple[str, dict[str, Any], set[str]]] = [
    ("explore", {}, {FIRST.id, OTHER.id, DETAINED.id}),
    ("explore", {"filter": Filter(claimant=("irna",))}, {FIRST.id, DETAINED.id}),
    ("explore", {"pick": (OTHER.id,), "filter": Filter(claimant=("irna",))}, {OTHER.id}),
    ("explore", {"nothing": True}, set()),
    ("indicator", {"id": "khuzestan-killed"}, {FIRST.id, OTHER.id}),
    (
        "indicator",
        {"id": "khuzestan-killed", "filter": Filter(claimant=("irna",), indicator=("detained",))},
        {FIRST.id},
    ),
    ("compare", {"filter": Filter(indicator=("detained",))}, {DETAINED.id}),
    ("source", {"id": "s-1"}, {FIRST.id, OTHER.id, DETAINED.id}),
    ("claim", {"id": FIRST.id}, {FIRST.id}),
    ("claim", {"id": FIRST.id, "pick": (OTHER.id,)}, {FIRST.id}),
]


@pytest.mark.parametrize(("path", "fields", "ids"), PAGES)
def test_what_leaves_the_house_is_what_the_page_shows(
    ledger: Ledger, path: str, fields: dict[str, Any], ids: set[str]
) -> None:
    """No more than was asked for; claims that are picked leave alone."""
    assert {c.id for c in selected(ledger, path, **fields).claims} == ids


def test_a_selection_is_of_the_position_that_the_address_holds(ledger: Ledger) -> None:
    """Before the revision the figure is at least five, afterwards at least eight."""
    for rev, low in ((8, 5), (9, 8)):
        found = selected(ledger, "claim", id=FIRST.id, rev=rev)
        assert found.claims[0].quantity is not None
        assert (found.position.rev, found.claims[0].quantity.low) == (rev, low)


def test_its_links_open_the_same_view_at_the_same_position(ledger: Ledger) -> None:
    """The address holds each parameter once; a permalink leads to the claim as it stands here."""
    day = date(2100, 1, 1)
    view = {"filter": Filter(text="killed & found"), "sort": "value"}
    live = selected(ledger, "explore", **view)
    assert live.address == (f"{SITE}/explore?q=killed+%26+found&sort=value&v=2&rev=9&shared={day}")
    held = selected(ledger, "explore", **view, rev=8, day=day, shared=True)
    assert held.address == live.address.replace("rev=9", "rev=8")
    assert held.permalink("c-1") == f"{SITE}/c/c-1?v=2&rev=8&shared={day}"
    assert held.live("c-1") == f"{SITE}/c/c-1"


def test_its_filters_are_said_in_words(ledger: Ledger) -> None:
    """Ids are given their names."""
    chosen = Filter(claimant=("irna", "arab-news"), planned=False, since=date(2021, 7, 1))
    found = selected(ledger, "explore", filter=chosen)
    assert found.filters == {
        "Claimant": "ARAB-NEWS or IRNA",
        "Figures": "observed",
        "About from": "2021-07-01",
    }
    assert selected(ledger, "explore").filters_in_words == "all claims"


@pytest.mark.parametrize("path", ["indicator", "source", "claim"])
def test_a_record_that_is_not_on_record_is_refused(ledger: Ledger, path: str) -> None:
    """Nothing else is given in its place; at a position before it was recorded neither."""
    with pytest.raises(UnknownRecordError):
        selected(ledger, path, id="gone")
    with pytest.raises(UnknownRecordError):
        selected(ledger, "claim", id=FIRST.id, rev=3)


def test_too_many_claims_are_refused_with_the_limit(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that holds a part would look like the whole."""
    monkeypatch.setattr(selections, "MOST", 2)
    with pytest.raises(TooManyError, match="3 claims are more than the 2"):
        selected(ledger, "explore")
    assert len(selected(ledger, "explore", filter=Filter(claimant=("irna",))).claims) == 2

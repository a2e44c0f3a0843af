"""The feed of changes as a feed reader asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import feedparser
import pytest

from claims.ledger import Ledger
from tests import hostile
from tests.factories import base, changed, party, quantity_in, stating
from tests.routed import SITE, ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Put

CLAIM = stating("at least five")
OTHER = stating("at least nine", claimant="tass", chain=("tass",))


def read(address: str) -> Any:
    """Return a feed as a feed reader has it; it must be well formed."""
    answer = ask(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_the_feed_tells_each_change(put: Put, tmp_path: Path) -> None:
    """Newest first, with links that hold what was written then."""
    put([*base(), party("tass"), CLAIM, OTHER])
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        ledger.append([changed(CLAIM, quantity=quantity_in("at least eight"))], actor="ana")
    found = read("/feed.atom")
    assert len(found.entries) == 3
    first = found.entries[0]
    assert "eight" in first.title
    link = first.link.removeprefix(SITE)
    assert link.startswith(f"/c/{CLAIM.id}?v=2&rev=8")
    assert "at least eight" in ask(link).text


def test_the_feed_heeds_the_filter_of_explore(put: Put) -> None:
    """Only changes of the chosen claims come, and the feed says what was chosen."""
    put([*base(), party("tass"), CLAIM, OTHER])
    found = read("/feed.atom?claimant=tass")
    assert [entry.link.split("?")[0] for entry in found.entries] == [f"{SITE}/c/{OTHER.id}"]
    assert found.feed.subtitle == "Claimant: TASS"
    links = {link.rel: link.href for link in found.feed.links}
    assert links["self"] == f"{SITE}/feed.atom?claimant=tass"
    assert links["alternate"] == f"{SITE}/changes?v=2&claimant=tass"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/feed.atom?bogus=1", 400),
        ("/feed.atom?claimant=nobody", 400),
        ("/feed.atom?rev=soon", 400),
        ("/feed.atom?rev=99", 404),
    ],
)
def test_what_is_not_understood_is_refused(put: Put, address: str, status: int) -> None:
    """A reader who subscribes to a mistake is told, and not sent everything."""
    put([*base(), CLAIM])
    assert ask(address).status_code == status


def test_a_feed_that_one_has_is_not_sent_again(put: Put, tmp_path: Path) -> None:
    """A feed reader asks again and again: until something changes the answer is short."""
    put([*base(), CLAIM])
    had = {"if-none-match": ask("/feed.atom").headers["etag"]}
    assert ask("/feed.atom", headers=had).status_code == 304
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        ledger.append([changed(CLAIM, note="seen again")], actor="ana")
    assert ask("/feed.atom", headers=had).status_code == 200


def test_an_empty_ledger_has_a_feed(put: Put) -> None:
    """Nothing on record is a feed without entries."""
    put([])
    assert read("/feed.atom").entries == []


def test_hostile_records_make_a_feed(put: Put) -> None:
    """Markup in a record is text in the feed."""
    put(hostile.records())
    assert len(read("/feed.atom").entries) == 3 * len(hostile.TEXTS)

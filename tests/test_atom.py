"""The feed of changes, as a feed reader reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import feedparser
import pytest

from claims.export.atom import Feed, as_atom
from claims.ledger import Ledger
from claims.since import Entry, Field, entries
from tests import hostile
from tests.factories import base, changed, quantity_in, stating

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 11, 22, 14, 5, 9, 123, tzinfo=UTC)
SITE = "https://desk.example"
FEED = Feed(
    site=SITE,
    address=f"{SITE}/feed.atom?claimant=hrana&q=a",
    page=f"{SITE}/changes?claimant=hrana&q=a",
    title="Changes on record",
    filters="Claimant: HRANA",
    at=AT,
    grammar=2,
)
ENTRY = Entry(
    claim="c-1",
    rev=1204,
    at=AT,
    actor="ana",
    title="Revised: at least eight deaths, HRANA",
    sentence="At least eight people were killed, according to HRANA.",
    fields=(Field("figure", "at least five", "at least eight"),),
    reason="a later count",
)
FORBIDDEN = "".join(map(chr, (0, 1, 8, 11, 12, 14, 31, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF)))


def read(feed: Feed, *given: Entry) -> Any:
    """Read a feed as a reader does; it must be well formed."""
    found = feedparser.parse(as_atom(feed, given))
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_a_feed_says_what_it_is() -> None:
    """Title, filters, where it stands and the page that shows the same, and when it changed."""
    feed = read(FEED, ENTRY).feed
    assert (feed.id, feed.title, feed.subtitle) == (FEED.address, FEED.title, FEED.filters)
    assert {(link.rel, link.href) for link in feed.links} == {
        ("self", FEED.address),
        ("alternate", FEED.page),
    }
    assert (feed.updated, feed.generator) == ("2026-11-22T14:05:09Z", "On Record")


def test_an_entry_tells_the_revision() -> None:
    """Who, when, the claim as a sentence, what differs and why, and a link held at it."""
    (entry,) = read(FEED, ENTRY).entries
    assert (entry.title, entry.author) == (ENTRY.title, "ana")
    assert (entry.updated, entry.link) == (
        "2026-11-22T14:05:09Z",
        f"{SITE}/c/c-1?v=2&rev=1204",
    )
    (content,) = entry.content
    assert ENTRY.sentence in content.value
    assert "at least five → at least eight" in plain(content.value)
    assert "Reason: a later count" in plain(content.value)


def plain(content: str) -> str:
    """Return content without the marks that isolate the direction of text."""
    return content.replace("<bdi>", "").replace("</bdi>", "")


def test_an_entry_is_the_same_one_in_every_feed() -> None:
    """Its id is of the claim and the revision: no filter and no grammar of links changes it."""
    other = replace(FEED, address=f"{SITE}/feed.atom", grammar=3)
    ids = {read(feed, ENTRY).entries[0].id for feed in (FEED, other)}
    assert ids == {f"{SITE}/c/c-1?rev=1204"}
    later = read(FEED, replace(ENTRY, rev=1205), ENTRY)
    assert len({entry.id for entry in later.entries}) == 2


def test_a_feed_changes_when_its_newest_entry_does() -> None:
    """The moment of the feed is that of its newest entry, or of the position without one."""
    older = replace(ENTRY, at=datetime(2020, 1, 1, tzinfo=UTC))
    assert read(FEED, ENTRY, older).feed.updated == "2026-11-22T14:05:09Z"
    assert read(FEED, older).feed.updated == "2020-01-01T00:00:00Z"
    empty = read(FEED)
    assert (empty.feed.updated, empty.entries) == ("2026-11-22T14:05:09Z", [])
    assert as_atom(FEED, [ENTRY]) == as_atom(FEED, [ENTRY])


@pytest.mark.parametrize("text", [*hostile.TEXTS.values(), FORBIDDEN, "\u202eabc", "]]>"])
def test_hostile_text_is_text_in_a_feed(text: str) -> None:
    """Markup is shown and not obeyed, and what XML forbids is shown as a mark."""
    entry = replace(
        ENTRY,
        actor=text,
        title=text,
        sentence=text,
        reason=text,
        fields=(Field("note", text, text),),
    )
    feed = replace(FEED, title=text, filters=text, page=f"{SITE}/changes?q={text}")
    written = as_atom(feed, [entry]).decode()
    for mark in (*FORBIDDEN, "\u202e"):
        assert mark not in written
    found = read(feed, entry)
    (content,) = found.entries[0].content
    assert "<script" not in content.value
    assert "<img" not in content.value
    assert len(found.entries) == 1


def test_what_xml_forbids_is_shown_as_a_mark() -> None:
    """A letter beside it stays, and so does every letter outside the basic plane."""
    found = read(replace(FEED, title="a\x00b\ufffec\U0001f600"), replace(ENTRY, actor=" \n "))
    assert found.feed.title == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c\U0001f600"
    assert found.entries[0].author == "unnamed"


def test_the_revisions_of_a_ledger_make_a_feed(tmp_path: Path) -> None:
    """Hostile records and a plain edit become entries that a reader can tell apart."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append([*base(), *hostile.records()], actor=FORBIDDEN[:5], reason="<b>load</b>")
        five = stating("at least five")
        ledger.append([five], actor="ana")
        ledger.append([changed(five, quantity=quantity_in("at least eight"))], actor="ana")
        found = read(FEED, *entries(ledger))
    titles = [entry.title for entry in found.entries]
    assert titles[:2] == [
        "Revised: at least eight deaths, IRNA",
        "Added: at least five deaths, IRNA",
    ]
    assert len({entry.id for entry in found.entries}) == 2 + 3 * len(hostile.TEXTS)

"""Snippets to embed: held at a position or live, with nothing in them that acts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from claims.collection import Collection
from claims.export import words
from tests import citing, hostile, starter
from tests.citing import PIN, SITE, Read

if TYPE_CHECKING:
    from claims.export.selection import Selection
    from claims.records import Claim

CLAIM = "c-8d08b2e02c55"
CARD = f"{SITE}/c/{CLAIM}.png"
CHART = f"{SITE}/i/us-troops-iraq.png"


def killed() -> tuple[Selection, Claim]:
    """Select the claim that at least five people were killed."""
    return citing.on_record(CLAIM)


@pytest.mark.parametrize(
    ("frozen", "image", "link"),
    [
        (True, f"{CARD}?{PIN}", f"{SITE}/c/{CLAIM}?{PIN}"),
        (False, CARD, f"{SITE}/c/{CLAIM}"),
    ],
)
def test_a_snippet_is_held_at_the_position_or_follows_the_ledger(
    frozen: bool, image: str, link: str
) -> None:
    """Picture, link and cited address are of one position; a live one says its words are old."""
    read = Read(words.embed(*killed(), frozen=frozen))
    found = {tag: attributes for tag, attributes in read.elements if tag != "bdi"}
    assert list(found) == ["figure", "blockquote", "p", "img", "figcaption", "a"]
    said = words.full_sentence(*killed())
    assert found["img"] == {"src": image, "alt": said, "width": "600", "loading": "lazy"}
    assert (found["a"]["href"], found["blockquote"]["cite"]) == (link, link)
    assert said in read.text
    assert ("The words are of revision 1,204;" in read.text) is not frozen


@pytest.mark.parametrize(
    ("image", "frozen", "expected"),
    [
        (CHART, True, f"{CHART}?{PIN}"),
        (CHART, False, CHART),
        (f"{CHART}?scale=log", True, f"{CHART}?scale=log&{PIN}"),
        (f"{CHART}?scale=log", False, f"{CHART}?scale=log"),
    ],
)
def test_a_snippet_of_a_view_shows_its_chart(image: str, frozen: bool, expected: str) -> None:
    """The address of the chart is kept, and held at the position where it is frozen."""
    chosen = starter.claims("khuzestan-protests-2021-killed")
    selection = citing.selection(chosen, starter.records(), title="Killed", path="/i/killed")
    read = Read(words.embed_view(selection, image, frozen=frozen))
    found = dict(read.elements)
    assert found["img"]["src"] == expected
    assert found["a"]["href"] == f"{SITE}/i/killed{f'?{PIN}' if frozen else ''}"
    said = "Killed: 18 claims on record, states as on 22 November 2026. [18 stale, "
    assert (found["img"]["alt"] or "").startswith(said)
    assert re.search(r"\d+ contested, \d+ single origin\]", read.text)


CITED = ["In-line citation", "Citation", "Markdown", "HTML", "BibTeX", "RIS"]
SNIPPETS = ["Embed, as of this position", "Embed, live"]


def test_everything_to_paste_is_offered_in_order() -> None:
    """A claim has sentences too; a view has snippets where there is a chart to show."""
    selection, claim = killed()
    assert list(words.forms(selection, claim)) == ["Sentence", "Short", *CITED, *SNIPPETS]
    assert list(words.view_forms(selection)) == CITED
    assert list(words.view_forms(selection, CHART)) == [*CITED, *SNIPPETS]
    assert all(words.forms(selection, claim).values())


def test_the_same_selection_gives_the_same_words() -> None:
    """Nothing depends on the clock or on chance."""
    assert words.forms(*killed()) == words.forms(*killed())


OURS = {
    "figure": set(),
    "blockquote": {"cite"},
    "p": set(),
    "img": {"src", "alt", "width", "loading"},
    "figcaption": set(),
    "a": {"href", "rel"},
    "bdi": set(),
}
"""Every element of a snippet and its attributes."""


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=list(hostile.TEXTS))
def test_hostile_text_is_text_in_every_form(text: str) -> None:
    """Snippets hold our elements only, and the other forms of a sentence are one line."""
    records = Collection.of_records(hostile.records_with(text))
    claims = [claim for claim, _ in records.claims()]
    selection = citing.selection(claims, records, title=text, filters={text: text})
    snippets = [words.embed_view(selection, CHART, frozen=frozen) for frozen in (True, False)]
    for claim in claims:
        found = words.forms(selection, claim)
        shown = " ".join(text.rstrip(".").split())
        assert shown in found["Sentence"]
        assert "\n" not in found["Sentence"] + found["Short"] + found["Citation"]
        snippets += [found[label] for label in SNIPPETS]
        assert shown in Read(found["Embed, live"]).text
    for snippet in snippets:
        read = Read(snippet)
        assert read.other == []
        assert all(OURS[tag] == set(attributes) for tag, attributes in read.elements)
        sources = [a["src"] or "" for tag, a in read.elements if tag == "img"]
        assert all(source.startswith(f"{SITE}/") for source in sources)


def test_without_the_address_of_the_server_nothing_foreign_is_named() -> None:
    """Links and pictures are relative then, and a relative address is no link."""
    selection, claim = killed()
    local = citing.selection([claim], selection.records, site="")
    found = Read(words.embed(local, claim, frozen=True)).elements
    assert ("blockquote", {}) in found
    assert dict(found)["img"]["src"] == f"/c/{CLAIM}.png?{PIN}"

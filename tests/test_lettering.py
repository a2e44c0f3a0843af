"""Text in pictures: how wide it is, where it is broken and cut, which way it is read."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
import vl_convert

from dashboard.images import lettering
from tests import hostile

SENTENCE = "At least five people were killed, according to statements carried by state media."
SAMPLES = [
    SENTENCE,
    SENTENCE.upper(),
    "2,500 and 170,000",
    "iiiiiiillllll",
    "MMMWWWW@@@%%%",
    "-—…“”",
]


def _drawn(text: str, *, bold: bool) -> float:
    """Return how wide the converter draws text of 100 pixels: where a frame around it ends."""
    weight = "bold" if bold else "normal"
    spec = {
        "data": {"values": [{"text": text}]},
        "mark": {"type": "text", "fontSize": 100, "font": lettering.FAMILY, "fontWeight": weight},
        "encoding": {"text": {"field": "text"}},
        "width": 10,
        "padding": 0,
        "config": {"view": {"stroke": None}},
    }
    return float(ET.fromstring(vl_convert.vegalite_to_svg(spec)).attrib["width"])  # noqa: S314 - our own


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("text", SAMPLES)
def test_text_is_never_wider_than_it_is_taken_for(text: str, bold: bool) -> None:
    """A line may end early; it never runs over, nor is it taken for twice as wide."""
    drawn = _drawn(text, bold=bold)
    assert drawn <= lettering.width(text, 100, bold=bold) + 3
    assert drawn > lettering.width(text, 100, bold=bold) * 0.6


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
@pytest.mark.parametrize("most", [1, 3])
def test_no_line_is_wider_than_its_room(text: str, most: int) -> None:
    """However long a text or one of its words is, it keeps to its lines and their width."""
    found = lettering.lines(text, 28, 600, most)
    assert len(found) <= most
    assert all(lettering.width(line, 28) <= 600 for line in found)


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_nothing_is_lost_where_nothing_is_cut(text: str) -> None:
    """The lines together hold every letter, in order."""
    kept = "".join(lettering.lines(text, 28, 600, 999)).replace(" ", "")
    assert kept == lettering.clean(text).replace(" ", "")


@pytest.mark.parametrize(
    ("most", "cut"), [(1, True), (2, False)], ids=["one line is too short", "two are enough"]
)
def test_what_is_cut_says_so(most: int, cut: bool) -> None:
    """An ellipsis stands where words are missing, and only there."""
    assert lettering.lines(SENTENCE, 28, 700, most)[-1].endswith("…") == cut


def test_no_word_is_left_alone_on_the_last_line() -> None:
    """Lines are narrower where that makes them more even."""
    uneven = lettering.lines(SENTENCE, 28, 1_000, 2, even=False)
    even = lettering.lines(SENTENCE, 28, 1_000, 2)
    assert len(even) == len(uneven) == 2
    assert len(even[1]) > len(uneven[1])


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("At least five", False),
        ("قُتل خمسة", True),
        ("27 يوليو", True),
        ("according to قناة", False),
        ("«עברית»", True),
        ("2,500", False),
        ("", False),
    ],
)  # fmt: skip
def test_the_first_letter_says_which_way_text_is_read(text: str, back: bool) -> None:
    """Digits and quotation marks before it say nothing."""
    assert lettering.leftwards(text) == back


@pytest.mark.parametrize(
    ("text", "back", "opened"),
    [("according to قناة", False, "\u2066"), ("قناة, 27", True, "\u2067"), ("2,500", False, "2")],
)
def test_text_that_is_read_leftwards_is_set_apart(text: str, back: bool, opened: str) -> None:
    """It moves nothing outside of its line; a line without such letters is left as it is."""
    found = lettering.isolated(text, back=back)
    assert found.startswith(opened)
    assert found.endswith("\u2069") == (opened != "2")


@pytest.mark.parametrize("mark", ["\u202e", "\x00", "\ufffe", "\ud800", "\x1b"])
def test_what_cannot_be_shown_is_replaced(mark: str) -> None:
    """A mark that turns text around, or that no XML holds, becomes one that says so."""
    assert lettering.clean(f"five{mark}deaths") == "five\ufffddeaths"


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("at least 5–7 “deaths”…", True),
        ("d\u00e9c\u00e8s", True),
        ("de\u0301ce\u0300s", False),
        ("a\u200db", False),
        ("\u092e\u094c\u0924", False),
        ("\u0642\u062a\u064a\u0644", False),
        ("", True),
    ],
)
def test_joined_letters_are_known(text: str, apart: bool) -> None:
    """An accent that is part of its letter is none that is joined to it."""
    assert lettering.are_apart(text) == apart


def test_an_accent_stays_with_its_letter() -> None:
    """A word that is broken is broken between letters as they are read."""
    found = lettering.broken("e\u0301" * 200, 28, 300)
    assert len(found) > 1
    assert all(line.startswith("e") and line.endswith("\u0301") for line in found)


def test_the_middle_is_left_out_and_the_ends_are_kept() -> None:
    """Two bombings of one square are told apart by the day at the end."""
    titles = [f"People killed in the Tayaran Square bombing, {n} January" for n in (15, 21)]
    short = [lettering.middle_out(title, 12, 240) for title in titles]
    assert short[0] != short[1]
    assert all(lettering.width(text, 12) <= 240 for text in short)
    assert lettering.middle_out("US troops", 12, 240) == "US troops"

"""A chart in an evidence pack: its shapes stay, what acts or asks a server goes."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError

import pytest

from claims.export.drawing import drawing
from claims.export.evidence import as_evidence
from claims.export.markup import say
from tests import factories
from tests.evidence import Checked, bare

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def _drawn(inside: str) -> str:
    return say(drawing(f"<svg {SVG}>{inside}</svg>", "a chart", "one"))


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        ('<path d="M0,0h1"/>', '<path d="M0,0h1"></path>'),
        ("<text>5 &lt; 8</text>", "<text>5 &lt; 8</text>"),
        ("<script>x()</script>", ""),
        ("<SCRIPT>x()</SCRIPT>", ""),
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">x()</x:script>', ""),
        ("<foreignObject><p>x</p></foreignObject>", ""),
        ("<style>@import 'http://evil.example'</style>", ""),
        ('<image href="http://evil.example/x.png"/>', ""),
        ('<set attributeName="href" to="javascript:x()"/>', ""),
        ('<g onload="x()" ONCLICK="x()"/>', "<g></g>"),
        ('<rect style="fill:url(http://evil.example)"/>', "<rect></rect>"),
        ('<rect fill="url(http://evil.example#a)"/>', "<rect></rect>"),
        ('<rect fill="url( \'//evil.example\')"/>', "<rect></rect>"),
        ('<rect fill="url(#a)"/>', '<rect fill="url(#one-a)"></rect>'),
        ('<use href="#a"/>', '<use href="#one-a"></use>'),
        ('<use xlink:href="#a"/>', '<use href="#one-a"></use>'),
        ('<use xlink:href="http://evil.example#a"/>', "<use></use>"),
        ('<use href="data:image/svg+xml,x"/>', "<use></use>"),
        ('<a href="javascript:x()"><text>HRANA</text></a>', "<g><text>HRANA</text></g>"),
        ('<clipPath id="a"/>', '<clipPath id="one-a"></clipPath>'),
    ],
)  # fmt: skip
def test_only_shapes_stay(inside: str, kept: str) -> None:
    """Letters and shapes stay, with addresses within the drawing; nothing else does."""
    assert _drawn(inside).split(">", 1)[1] == f"{kept}</svg>"


def test_characters_that_no_drawing_may_hold_are_marked() -> None:
    """A control character in a title does not spoil the chart."""
    assert "<text>a\ufffdb\ufffd</text>" in _drawn("<text>a\x00b\uffff</text>")


@pytest.mark.parametrize(
    ("text", "error"),
    [("<svg", ParseError), ("<html/>", ValueError), (f"<g {SVG}/>", ValueError)],
)  # fmt: skip
def test_what_is_no_drawing_is_refused(text: str, error: type[Exception]) -> None:
    """Text that is no XML, or whose root is no svg, is refused."""
    with pytest.raises(error):
        drawing(text, "a chart", "one")


def test_charts_stand_with_their_question_and_apart_from_each_other() -> None:
    """Two charts with the same ids keep their own; a chart of no question here is left out."""
    other = factories.indicator("other-killed")
    claims = [factories.claim(id="c-1"), factories.claim(id="c-2", indicator=other.id)]
    svg = f'<svg {SVG}><clipPath id="a"/><g clip-path="url(#a)" onload="x()"/></svg>'
    charts = dict.fromkeys(("khuzestan-killed", other.id, "elsewhere"), svg)
    chosen = bare(claims, records=factories.together(other))
    read = Checked(as_evidence(chosen, {}, charts=charts))
    clipped = [a["clip-path"] for tag, a in read.elements if tag == "g"]
    assert clipped == ["url(#chart-1-a)", "url(#chart-2-a)"]
    assert {"chart-1-a", "chart-2-a"} <= set(read.ids)
    assert read.harm() == []

"""A sheet to draw on: text, boxes and charts at their places, written as SVG or PNG.

It is made of elements, so that text of records is text and nothing else. The converter may
fetch nothing: a chart that asks for an address is refused.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from xml.etree import ElementTree as ET

import vl_convert

from dashboard.images.lettering import LINE, clean, family, isolated, leftwards, lines, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Number: TypeAlias = int | float

Form: TypeAlias = Literal["png", "svg"]

WIDTH, HEIGHT = 1200, 630
"""Pixels of a picture, as the previews of links have them."""
MARGIN = 64
ROOM = WIDTH - 2 * MARGIN
"""Pixels between the margins."""
SVG = "{http://www.w3.org/2000/svg}"
PAPER = "#ffffff"


class Sheet:
    """A white sheet; places are in pixels from its upper left corner."""

    def __init__(self, title: str, description: str) -> None:
        """Take what the picture is called and what it says, for those who cannot see it."""
        size = {"width": str(WIDTH), "height": str(HEIGHT), "viewBox": f"0 0 {WIDTH} {HEIGHT}"}
        self._root = ET.Element(
            "svg", {"xmlns": SVG.strip("{}"), **size, "role": "img", "font-family": family("")}
        )
        ET.SubElement(self._root, "title").text = clean(title)
        ET.SubElement(self._root, "desc").text = clean(description)
        self.box(0, 0, WIDTH, HEIGHT, fill=PAPER)

    def box(self, x: Number, y: Number, wide: Number, high: Number, **look: str) -> None:
        """Draw a box; `fill`, `stroke` and `rx` say how it looks."""
        place = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{wide:g}", "height": f"{high:g}"}
        ET.SubElement(self._root, "rect", {**place, **look})

    def line(  # noqa: PLR0913 - what, where, and how it looks
        self,
        text: str,
        y: Number,
        *,
        size: Number,
        fill: str,
        bold: bool = False,
        back: bool = False,
    ) -> ET.Element:
        """Write one line from the left margin on; one that is read leftwards, from the right."""
        look = {"x": f"{WIDTH - MARGIN if back else MARGIN}", "y": f"{y:g}", "fill": fill}
        look |= {"font-size": f"{size:g}"} | ({"font-weight": "700"} if bold else {})
        look |= {"text-anchor": "end"} if back else {}
        look |= {"font-family": family(text)} if family(text) != family("") else {}
        written = ET.SubElement(self._root, "text", look)
        written.text = isolated(clean(text), back=back)
        return written

    def chip(self, text: str, x: Number, y: Number, *, size: Number, **look: str) -> float:
        """Write words in a rounded box of their own, and return where the box ends."""
        wide, high = width(text, size, bold=True) + size, size * 1.6
        ink = look.pop("ink")
        self.box(x, y, wide, high, rx=f"{size / 4:g}", **look)
        middle = {"x": f"{x + wide / 2:g}", "y": f"{y + high * 0.66:g}", "text-anchor": "middle"}
        words = {**middle, "font-size": f"{size:g}", "font-weight": "700", "fill": ink}
        ET.SubElement(self._root, "text", words).text = text
        return x + wide

    def lines(
        self, found: Sequence[str], y: Number, *, size: Number, fill: str, bold: bool = False
    ) -> float:
        """Write the lines of a text below one another, and return where they end."""
        back = leftwards("".join(found))
        for text in found:
            y += size * LINE
            self.line(text, y - size * (LINE - 1), size=size, fill=fill, bold=bold, back=back)
        return y

    def text(  # noqa: PLR0913 - what, where, and how it looks
        self,
        text: str,
        y: Number,
        *,
        size: Number,
        fill: str,
        most: int = 1,
        bold: bool = False,
    ) -> float:
        """Write text between the margins on a few lines, and return where it ends."""
        found = lines(text, size, ROOM, most, bold=bold)
        return self.lines(found, y, size=size, fill=fill, bold=bold)

    def nest(self, svg: str, y: Number, wide: Number, high: Number) -> None:
        """Put a drawing of its own at a height, between the margins, as large as it is said."""
        inner = ET.fromstring(svg)  # noqa: S314 - what the converter has written
        for element in inner.iter():
            element.tag = element.tag.removeprefix(SVG)
        place = {"x": str(MARGIN), "y": f"{y:g}", "width": f"{wide:g}", "height": f"{high:g}"}
        inner.attrib.update(place)
        self._root.append(inner)

    def written(self, form: Form) -> bytes:
        """Return the sheet as a file."""
        svg = ET.tostring(self._root, encoding="unicode")
        return vl_convert.svg_to_png(svg) if form == "png" else svg.encode()


def beside(line: ET.Element, text: str, *, size: Number, fill: str) -> None:
    """Go on with a line in other letters."""
    look = {"dx": f"{size / 2:g}", "font-size": f"{size:g}", "font-weight": "400", "fill": fill}
    ET.SubElement(line, "tspan", look).text = isolated(clean(text))


def drawing(spec: Mapping[str, Any]) -> str:
    """Return a Vega-Lite specification as SVG; raises ValueError where it asks for an address."""
    return vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=[])

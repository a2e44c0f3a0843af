"""Pictures as tests read them: their size, and the text of those that are written as SVG."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def size(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG from its header; fails where it is none."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png[12:16] == b"IHDR"
    assert png.endswith(b"IEND\xae\x42\x60\x82")
    wide, high = struct.unpack(">II", png[16:24])
    return wide, high


def root(svg: bytes) -> ET.Element:
    """Return an SVG as its elements; fails where it is not well formed."""
    found = ET.fromstring(svg)  # noqa: S314 - what was drawn a moment ago
    assert found.tag == f"{SVG}svg"
    return found


def text(svg: bytes) -> str:
    """Return what a reader sees written, lines joined by spaces, without marks of direction."""
    lines = ("".join(line.itertext()) for line in root(svg).iter(f"{SVG}text"))
    return " ".join(lines).translate(dict.fromkeys(range(0x2066, 0x206A)))


def kinds(svg: bytes) -> set[str]:
    """Return the kinds of element that an SVG is made of."""
    return {element.tag.removeprefix(SVG) for element in root(svg).iter()}

"""A drawing that is put into a page: shapes and letters of an SVG, and nothing that acts."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, fromstring

from claims.export.markup import clean

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
SHAPES = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc "
    "clipPath mask pattern marker linearGradient radialGradient stop".split()
)
"""Elements that are kept; every other one is left out with all that it holds."""
BARE = {"a": "g"}
"""A link within a drawing becomes a plain group: its letters stay."""
NO_XML = re.compile("[\ufffe\uffff]")
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
OWN = re.compile(r"url\(\s*(['\"]?)#")


def drawing(svg: str, label: str, name: str) -> Element:
    """Return the drawing of an SVG text; `name` keeps its ids apart from those of others.

    Scripts, foreign objects, animations, event handlers, styles and all addresses but those
    within the drawing are left out. Raises ParseError where the text is no XML, and ValueError
    where it is no SVG.
    """
    read = fromstring(NO_XML.sub("\N{REPLACEMENT CHARACTER}", clean(svg)))  # noqa: S314 - expat bounds the growth of entities, and they are read from no file
    made = _kept(read, name)
    if made is None or made.tag != "svg":
        message = "the text is no SVG"
        raise ValueError(message)
    made.set("role", "img")
    made.set("aria-label", clean(label))
    return made


def _kept(element: Element, name: str) -> Element | None:
    """Return a copy with only the shapes that are allowed, None where it is none of them."""
    bare = str(element.tag).removeprefix(SVG)
    tag = BARE.get(bare, bare)
    if tag not in SHAPES:
        return None
    made = Element(tag, _attributes(element, name))
    made.text, made.tail = element.text, element.tail
    made.extend(kept for child in element if (kept := _kept(child, name)) is not None)
    return made


def _attributes(element: Element, name: str) -> dict[str, str]:
    found = {}
    for key, value in element.items():
        plain = "href" if key == LINK else key.casefold()
        if plain == "href" and value.startswith("#"):
            found["href"] = f"#{name}-{value[1:]}"
        elif plain == "id":
            found["id"] = f"{name}-{value}"
        elif _is_harmless(plain, value):
            found[key] = OWN.sub(rf"url(\1#{name}-", value)
    return found


def _is_harmless(key: str, value: str) -> bool:
    """Tell whether an attribute only says how a shape looks."""
    acts = key.startswith(("on", "{")) or key in {"href", "src", "style", "class", "target"}
    return not acts and OUTSIDE.search(value) is None

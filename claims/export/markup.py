"""HTML built of elements, so that text can never become markup.

>>> say(el("p", "2 < 3, said ", told("<b>HRANA</b>"), class_="quiet"))
'<p class="quiet">2 &lt; 3, said <bdi>&lt;b&gt;HRANA&lt;/b&gt;</bdi></p>'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import Element, tostring

from claims.fields import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

Child: TypeAlias = "Element | str | None"
WEB = re.compile(r"https?://[^\s\\]+", re.IGNORECASE)
"""The only addresses that become links."""
REL = "noopener noreferrer nofollow"
LINES = frozenset(
    "head meta title style script body header nav main section article footer div figure h1 h2 h3 "
    "h4 p ul ol li dl dt dd table caption thead tbody tr th td blockquote pre".split()
)
"""Elements that end a line of the file, so that a person can read its source."""


def clean(text: str) -> str:
    """Return text with a mark for each character that would not show as it is stored.

    Records hold none of them; actor and reason of a revision may.
    """
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def el(tag: str, *children: Child, **attributes: str) -> Element:
    """Return an element; `class_` is written class, `data_label` data-label, None is left out."""
    made = Element(tag, {_name(key): clean(value) for key, value in attributes.items()})
    for child in children:
        if isinstance(child, str):
            _append_text(made, clean(child))
        elif child is not None:
            made.append(child)
    return made


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def told(text: str, lang: str = "") -> Element:
    """Return text of a record, kept from turning the direction of what stands around it."""
    return el("bdi", text, **({"lang": lang} if lang else {}))


def link(address: str, text: Child = None) -> Element:
    """Return a link, its address as text where none is given; no link where it is not http(s)."""
    shown = told(address) if text is None else text
    if not WEB.fullmatch(clean(address)):
        return el("span", shown)
    return el("a", shown, href=address, rel=REL)


def moment(at: datetime) -> Element:
    """Return a moment that is known to be UTC, to the second."""
    shown = f"{at:%Y-%m-%d %H:%M:%S} UTC"
    return el("time", shown, datetime=f"{at:%Y-%m-%dT%H:%M:%SZ}")


def table(
    caption: str, headings: Sequence[str], rows: Iterable[Sequence[Child]], class_: str = ""
) -> Element:
    """Return a table whose rows stack on a narrow screen; the first cell names its row.

    The roles say what the stacked cells are, for a style that stacks them takes it away.
    """
    head = el("tr", *(el("th", h, scope="col", role="columnheader") for h in headings), role="row")
    body = [
        el(
            "tr",
            *(
                el("td", el("div", cell), data_label=label, role="cell")
                if place
                else el("th", el("div", cell), data_label=label, scope="row", role="rowheader")
                for place, (label, cell) in enumerate(zip(headings, row, strict=True))
            ),
            role="row",
        )
        for row in rows
    ]
    return el(
        "table",
        el("caption", caption),
        el("thead", head, role="rowgroup"),
        el("tbody", *body, role="rowgroup"),
        role="table",
        class_=f"stack {class_}".strip(),
    )


def facts(pairs: Mapping[str, Child]) -> Element:
    """Return a list of names and values; what has no value is left out."""
    shown = {name: value for name, value in pairs.items() if value is not None and value != ""}
    rows = (el("div", el("dt", name), el("dd", value)) for name, value in shown.items())
    return el("dl", *rows, class_="facts")


def spaced(*children: Child) -> Element:
    """Return children in a row with a space between each two."""
    made = el("span")
    for child in (c for c in children if c is not None and c != ""):
        if len(made) or made.text:
            _append_text(made, " ")
        if isinstance(child, str):
            _append_text(made, clean(child))
        else:
            made.append(child)
    return made


def say(root: Element) -> str:
    """Write an element as HTML on as many lines as it has blocks."""
    for one in root.iter():
        if one.tag in LINES and one is not root and not (one.tail or "").endswith("\n"):
            one.tail = (one.tail or "") + "\n"
    return tostring(root, encoding="unicode", method="html")

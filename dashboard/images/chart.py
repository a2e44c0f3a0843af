"""The chart of a view as a picture or a specification, with its title and its source.

It is the chart that the pages draw: one indicator over time, plans hollow; several of them in a
strip; very many claims by the year. Nothing is shown that the selection does not hold, and a
line at the bottom says what it holds, as of when, and where it is found.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, TypeAlias

from claims.numerals import counted
from claims.periods import words
from claims.states import Corroboration
from dashboard.images import still
from dashboard.images.drawn import drawn, only
from dashboard.images.lettering import LINE, clean, lines
from dashboard.images.sheet import HEIGHT, MARGIN, ROOM, Sheet, drawing
from dashboard.theme import LIGHT

if TYPE_CHECKING:
    from claims.export.selection import Selection
    from dashboard.axes import Scaling

Form: TypeAlias = Literal["png", "svg", "vl.json"]

LETTERS = 1.5
"""How much larger a chart is drawn than on a page, so that a small preview can be read."""
TITLE, SAID, SOURCE = 36, 26, 20
"""Sizes of the title, of the sentence below it, and of the source line."""
GAP = 16
SPEC = (760, 420)
"""Pixels that the charts of a specification take."""


def chart(selection: Selection, form: Form, *, scale: Scaling = "", said: str = "") -> bytes:
    """Draw the claims of a selection, 1200 by 630 pixels, or return what draws them as JSON.

    `scale` is that of the view; `said` is a sentence to stand below the title, what is known.
    """
    picture, note = drawn(selection, scale)
    source = f"{_source(selection)} {note}".strip()
    if form == "vl.json":
        return _written(selection, still.picture(picture, *SPEC), said, source)
    sheet = Sheet(_title(selection), f"{said} {source}".strip())
    y = sheet.text(_title(selection), 20, size=TITLE, fill=LIGHT.text, most=2, bold=True)
    y = sheet.text(said, y + 4, size=SAID, fill=LIGHT.text, most=3) if said else y
    high = _foot(sheet, source, selection.address) - y - 2 * GAP
    spec = still.picture(picture, ROOM / LETTERS, high / LETTERS)
    sheet.nest(drawing(spec), y + GAP, ROOM, high)
    return sheet.written(form)


def _written(selection: Selection, spec: still.Spec, said: str, source: str) -> bytes:
    """Return a chart as a Vega-Lite specification with its title, its data and its source in it."""
    below = [line for text in (said, source) if text for line in lines(text, 12, SPEC[0], 6)]
    spec["title"] = {"text": _title(selection), "subtitle": below, "subtitlePadding": 6}
    spec["padding"] = GAP
    spec["description"] = source
    spec["usermeta"] = {"source": source, "address": selection.address}
    return json.dumps(spec, ensure_ascii=False, indent=1).encode()


def _foot(sheet: Sheet, source: str, address: str) -> float:
    """Write the source and the address at the bottom, and return where they begin."""
    found = [*lines(source, SOURCE, ROOM, 3, even=False), *lines(address, SOURCE, ROOM, 1)]
    start = HEIGHT - GAP - len(found) * SOURCE * LINE
    sheet.box(MARGIN, start - GAP / 2, ROOM, 2, fill=LIGHT.grid)
    sheet.lines(found, start, size=SOURCE, fill=LIGHT.faint)
    return start - GAP / 2


def _title(selection: Selection) -> str:
    """Return the question that all claims answer, or else what the view is called."""
    indicator = only(selection)
    return clean(indicator.title if indicator else selection.title)


def _source(selection: Selection) -> str:
    """Say what is drawn, as of when: `Source: On Record, 66 claims by 21 claimants; …`."""
    at, day = selection.position.at, selection.day
    claims = counted(len(selection.claims), "claim")
    by = counted(len({claim.claimant for claim in selection.claims}), "claimant")
    when = f" of {words(at)}" if at else ""
    asof = "" if at and at.date() == day else f", states as on {words(day)}"
    named = {k: v for k, v in selection.filters.items() if k != "Indicator"}
    chosen = "; ".join(f"{name}: {value}" for name, value in named.items())
    held = f"revision {selection.position.rev:,}{when}{asof}"
    states = (selection.states.get(claim.id) for claim in selection.claims)
    contested = sum(s is not None and s.corroboration is Corroboration.CONTESTED for s in states)
    against = f", {contested:,} of them contested" if contested else ""
    source = f"Source: On Record, {claims} by {by}{against}"
    source += f"{f' ({chosen})' * bool(chosen)}; {held}."
    return clean(source)

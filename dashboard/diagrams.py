"""Diagrams of how records hang together: the way of figures from origins to pages.

They draw frames from `claims.analysis` and compute nothing of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
from altair.utils.schemapi import debug_mode

from dashboard.charts import SELECTION, Chart, Drawing
from dashboard.theme import config

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.theme import Palette

ROW = 20
"""Height of a row, in pixels."""
STEP = 18
"""How far a row stands in from the one it hangs on, in pixels."""
MARGIN = 8
ROLES = {"origin": "circle", "no origin": "cross", "relay": "diamond", "publisher": "square"}
"""What a row is, and its mark."""
PAGE = "datum.id != ''"
"""What is drawn of a row that is a page."""
ON_PAGE = "click[event.item && event.item.datum && event.item.datum.id]"
"""A click on it; a click on another row or beside them picks nothing."""


@debug_mode(arg=False)
def relays(nodes: pd.DataFrame, links: pd.DataFrame, colours: Palette, *, title: str) -> Chart:
    """Draw the tree of `claims.analysis.relays`: one row a party, under whom it has it from.

    A page is blue and can be clicked, which gives the id of its claim; what does not fit into
    the width is cut and stands in full beside the mouse.
    """
    deepest = int(nodes["depth"].max()) if len(nodes) else 0
    across = alt.Scale(domain=[0, deepest or 1], range=[MARGIN, MARGIN + STEP * (deepest or 1)])
    down = alt.Scale(domain=[-0.5, len(nodes) - 0.5], reverse=True, zero=False, nice=False)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=across, axis=None)

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=down, axis=None)

    rule = alt.Chart(links).mark_rule(color=colours.others)
    layers = [
        rule.encode(x=x("parent_depth"), y=y("parent_row"), y2="row:Q"),
        rule.encode(x=x("parent_depth"), x2="depth:Q", y=y("row")),
        *_rows(alt.Chart(nodes).encode(x=x("depth"), y=y("row")), set(nodes["role"]), colours),
    ]
    return Drawing(
        layer=layers,
        height=ROW * len(nodes),
        width="container",
        title=title,
        autosize={"type": "fit-x", "contains": "padding"},
        config=config(colours),
    )


def _rows(base: alt.Chart, present: set[str], colours: Palette) -> list[alt.Chart]:
    """Draw marks and names; origins are bold, pages can be clicked."""
    tooltip = [
        alt.Tooltip("name:N", title="Who"),
        alt.Tooltip("role:N", title="Is"),
        alt.Tooltip("claims:Q", title="Claims"),
        alt.Tooltip("figures:N", title="Figures"),
        alt.Tooltip("printed:N", title="Printed"),
    ]
    pick = alt.selection_point(name=SELECTION, fields=["id"], on=ON_PAGE, clear="dblclick")
    tint = alt.condition(PAGE, alt.value(colours.claimants[0]), alt.value(colours.text))
    base = base.encode(tooltip=tooltip, description=alt.Description("label:N"))
    pointer = alt.ExprRef(f"{PAGE} ? 'pointer' : 'default'")
    legend = alt.Legend(title=None, orient="top", direction="horizontal")
    roles = {role: mark for role, mark in ROLES.items() if role in present}
    marks = base.mark_point(size=45, filled=True, opacity=1, cursor=pointer).encode(
        shape=alt.Shape(
            "role:N", scale=alt.Scale(domain=list(roles), range=list(roles.values())), legend=legend
        ),
        color=tint,
    )
    names = base.mark_text(
        align="left",
        baseline="middle",
        dx=9,
        fontSize=12,
        fontWeight=alt.ExprRef("datum.depth == 0 ? 'bold' : 'normal'"),
        limit=alt.ExprRef(f"width - {MARGIN + 12} - {STEP} * datum.depth"),
        cursor=pointer,
    ).encode(text="label:N", color=tint)
    return [marks.add_params(pick), names]

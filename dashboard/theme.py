"""One look for all charts, light and dark, told apart by colour-blind readers too.

Colours are those of Okabe and Ito (2008), lightened for the dark theme to keep a contrast
of 3:1 on the background; grey stands for everyone who has no colour of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from claims.hedges import Hedge

if TYPE_CHECKING:
    from collections.abc import Mapping

FONT = "Source Sans, Source Sans Pro, sans-serif"

SHAPES: Mapping[Hedge, str] = {
    Hedge.EXACT: "circle",
    Hedge.ABOUT: "diamond",
    Hedge.NEARLY: "triangle-down",
    Hedge.AT_LEAST: "triangle-up",
    Hedge.MORE_THAN: "triangle-up",
    Hedge.AT_MOST: "triangle-down",
    Hedge.FEWER_THAN: "triangle-down",
    Hedge.BETWEEN: "square",
    Hedge.VAGUE: "cross",
}
"""The mark of each hedge: it points to the side on which the number is open or lower."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme."""

    claimants: tuple[str, ...]
    others: str
    text: str
    faint: str
    grid: str


LIGHT = Palette(
    claimants=("#0072B2", "#D55E00", "#009E73", "#A8538A", "#5B3A00"),
    others="#8A9299",
    text="#1b1f24",
    faint="#5c656d",
    grid="#e3e6e9",
)
DARK = Palette(
    claimants=("#5AB0E8", "#F0884A", "#3CC79C", "#DFA0C6", "#EFC04A"),
    others="#848A90",
    text="#e6e9ec",
    faint="#a4adb5",
    grid="#2e343a",
)


def palette() -> Palette:
    """Return the colours of the theme that the reader sees."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def config(colours: Palette) -> dict[str, object]:
    """Return the Vega-Lite configuration that every chart shares."""
    text = {"labelColor": colours.faint, "titleColor": colours.text, "labelFontSize": 12}
    symbols = {
        "labelLimit": 260,
        "symbolSize": 70,
        "symbolOpacity": 1,
        "symbolBaseFillColor": colours.faint,
        "symbolBaseStrokeColor": colours.faint,
    }
    return {
        "background": "transparent",
        "font": FONT,
        "view": {"stroke": None},
        "axis": text
        | {
            "titleFontSize": 12,
            "titleLimit": 240,
            "titleFontWeight": "normal",
            "gridColor": colours.grid,
            "domainColor": colours.grid,
            "tickColor": colours.grid,
        },
        "legend": text | symbols | {"titleFontSize": 12},
        "title": {"color": colours.text, "fontSize": 14, "anchor": "start", "offset": 10},
    }

"""Charts of the pages as pictures that stand alone: of a fixed size, with nothing to click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from dashboard.images.lettering import FAMILY
from dashboard.images.sheet import PAPER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.charts import Chart

    Spec: TypeAlias = dict[str, Any]

CLICKED = {"params", "cursor"}
"""What a picture has no use for."""
COLUMNS = {"top": 3, "bottom": 7}
"""Columns of a legend: a picture is broader than a phone."""
COLUMNS_BESIDE_ROWS = {"top": 3, "bottom": 4}
OFFSET = 8
"""Pixels between a legend and the chart."""
LABELS, LABELS_BESIDE_ROWS, ROWS, UNIT = 200, 120, 270, 140
"""Pixels that the name of a claimant takes at most, also beside named rows, a row, and a unit."""
LABEL = 12
"""The size of labels, that of the theme."""


def picture(chart: Chart, wide: float, high: float) -> Spec:
    """Return the specification of a chart that is just so wide and high, with its legends."""
    spec = _plain(chart.to_dict())
    for layer in spec["layer"]:
        layer.pop("name", None)
        _fit(layer["encoding"])
    own: Spec = {"width": round(wide), "height": round(high), "padding": 0, "background": PAPER}
    own["autosize"] = {"type": "fit", "contains": "padding"}
    look = {"axis": spec["config"]["axis"] | {"titleLimit": UNIT}, "font": FAMILY}
    return spec | own | {"config": spec["config"] | look | {"background": PAPER}}


def _plain(spec: Mapping[str, Any]) -> Spec:
    """Leave out what is clicked and what looks other then; rows of data are left alone."""
    return {
        name: value if name == "datasets" else _still(value)
        for name, value in spec.items()
        if name not in CLICKED and not (name == "condition" and "param" in value)
    }


def _still(value: object) -> object:
    if isinstance(value, dict):
        return _plain(value)
    return [_still(item) for item in value] if isinstance(value, list) else value


def _fit(encoding: Spec) -> None:
    """Let the legends and the names of rows take the room that a picture has."""
    axis = encoding.get("y", {}).get("axis") or {}
    rows = "labelLimit" in axis
    if rows:
        axis["labelLimit"] = ROWS
    columns = COLUMNS_BESIDE_ROWS if rows else COLUMNS
    limit = LABELS_BESIDE_ROWS if rows else LABELS
    for channel in encoding.values():
        if isinstance(channel, dict) and (legend := channel.get("legend")):
            legend |= {"columns": columns[legend["orient"]], "labelLimit": limit}
            legend |= {"titleOrient": "left", "offset": OFFSET}

"""What diagrams draw, read from their specifications: no browser is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis import relays
from claims.vocabulary import Tier
from dashboard import charts, diagrams, theme
from tests import factories, hostile, starter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.collection import Collection
    from claims.records import Claim

REAL = ["us-troops-iraq", "khuzestan-protests-2021-killed", "attacks-us-interests-iraq-2021"]


def _spec(
    claims: Sequence[Claim], records: Collection, colours: theme.Palette = theme.LIGHT
) -> dict[str, Any]:
    """Return the specification of the tree of claims, checked against the schema of Vega-Lite."""
    nodes = relays.tree(claims, records)
    frames = relays.frame(nodes), relays.links(nodes)
    chart = diagrams.relays(*frames, colours, title="From origin to page")
    spec: dict[str, Any] = chart.to_dict(validate=True)
    return spec


def _one(*chain: str) -> dict[str, Any]:
    """Return the specification of one claim that came along a chain."""
    source = factories.source(tier=Tier.ORIGINAL)
    return _spec([factories.claim(id="c-1", chain=chain)], factories.together(source))


def _rows(spec: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = spec["datasets"][layer["data"]["name"]]
    return rows


def _layers(spec: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


@pytest.mark.parametrize("indicator", REAL)
@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_tree_is_valid_in_both_themes(indicator: str, colours: theme.Palette) -> None:
    """Each row has its mark and its name, at the height that a row needs."""
    spec = _spec(starter.claims(indicator), starter.records(), colours)
    marks, names = *_layers(spec, "point"), *_layers(spec, "text")
    rows = _rows(spec, marks)
    assert _rows(spec, names) == rows
    assert spec["height"] == diagrams.ROW * len(rows)
    assert spec["config"]["title"]["color"] == colours.text


def test_twenty_sources_fit_on_a_screen() -> None:
    """The tree of eighteen claims from sixteen publishers is no higher than one screen."""
    spec = _spec(starter.claims(REAL[1]), starter.records())
    assert spec["height"] <= 900


def test_connectors_bend_once() -> None:
    """Down from the parent, then across to the child."""
    down, across = _layers(_one("irna", "arab-news"), "rule")
    assert (down["encoding"]["x"]["field"], down["encoding"]["y"]["field"]) == (
        "parent_depth",
        "parent_row",
    )
    assert down["encoding"]["y2"]["field"] == across["encoding"]["y"]["field"] == "row"
    assert (across["encoding"]["x"]["field"], across["encoding"]["x2"]["field"]) == (
        "parent_depth",
        "depth",
    )


def test_the_first_row_stands_at_the_top() -> None:
    """Rows are counted downwards, and the scale keeps half a row free at either end."""
    scale = _layers(_one("irna", "arab-news"), "point")[0]["encoding"]["y"]["scale"]
    assert (scale["domain"], scale["reverse"]) == ([-0.5, 1.5], True)


def test_the_legend_names_only_what_is_drawn() -> None:
    """A copy that names no source has no origin, and no relay stands between."""
    copies = factories.together(factories.source(tier=Tier.SECONDARY))
    spec = _spec([factories.claim(id="c-1", chain=("irna",))], copies)
    shape = _layers(spec, "point")[0]["encoding"]["shape"]
    assert shape["scale"]["domain"] == ["no origin", "publisher"]
    assert shape["scale"]["range"] == ["cross", "square"]


@pytest.mark.parametrize("chain", [("irna",), ("irna", "arab-news")])
def test_only_a_page_can_be_picked(chain: tuple[str, ...]) -> None:
    """A click gives the id of the claim; on an origin or a relay it gives nothing."""
    spec = _one(*chain)
    (picked,) = (param for param in spec["params"] if param["name"] == charts.SELECTION)
    assert picked["select"]["fields"] == ["id"]
    assert picked["select"]["on"] == diagrams.ON_PAGE
    rows = _rows(spec, _layers(spec, "point")[0])
    assert [row["id"] for row in rows] == [""] * (len(chain) - 1) + ["c-1"]


def test_a_long_name_is_cut_at_the_width_and_stands_in_the_tooltip() -> None:
    """How much room a name has depends on the width and on how far in it stands."""
    (names,) = _layers(_one("irna", "arab-news"), "text")
    assert "width" in names["mark"]["limit"]["expr"]
    assert "datum.depth" in names["mark"]["limit"]["expr"]
    assert (
        names["encoding"]["text"]["field"] == names["encoding"]["description"]["field"] == "label"
    )
    shown = {tip["field"] for tip in names["encoding"]["tooltip"]}
    assert shown == {"name", "role", "claims", "figures", "printed"}


def test_one_row_alone_has_no_connector() -> None:
    """A page that is its own origin is a tree."""
    spec = _one("irna")
    assert _rows(spec, _layers(spec, "rule")[0]) == []
    assert spec["height"] == diagrams.ROW


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_names_stay_text(name: str) -> None:
    """No field of the tooltip loads a picture; the chart is valid whatever a party is called."""
    text = hostile.TEXTS[name]
    party = factories.party("irna", name=text)
    spec = _spec([factories.claim()], factories.together(party))
    (names,) = _layers(spec, "text")
    titles = {tip.get("title", tip["field"]) for tip in names["encoding"]["tooltip"]}
    assert "image" not in titles
    assert _rows(spec, names)[0]["name"] == party.name

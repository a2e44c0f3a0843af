"""Pictures of views: the chart of the page, its title and its source, without a browser."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import altair as alt
import pytest

from claims.collection import Collection
from claims.hedges import Hedge
from claims.records import Withdrawal
from dashboard.images.chart import chart
from dashboard.images.lettering import clean
from dashboard.images.sheet import drawing
from dashboard.parts import MOST_DRAWN
from tests import citing, factories, hostile, pictures, starter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.export.selection import Selection
    from claims.records import Claim

TROOPS, KILLED = "us-troops-iraq", "khuzestan-protests-2021-killed"


def _view(*indicators: str, **fields: Any) -> Selection:
    claims = [claim for one in indicators for claim in starter.claims(one)]
    return citing.selection(claims, starter.records(), **fields)


def _made(*claims: Claim, **fields: Any) -> Selection:
    return citing.selection(claims, factories.together(), **{"states": {}} | fields)


def _claims(number: int, **fields: Any) -> list[Claim]:
    return [
        factories.claim(f"quote {n}", quantity=factories.quantity(n + 3, Hedge.EXACT), **fields)
        for n in range(number)
    ]


def _spec(selection: Selection, **asked: Any) -> dict[str, Any]:
    """Return the specification of a view, checked against the schema of Vega-Lite."""
    found: dict[str, Any] = json.loads(chart(selection, "vl.json", **asked))
    alt.LayerChart.from_dict(found, validate=True)
    return found


def _rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    (rows,) = spec["datasets"].values()
    return list(rows)


def _number(spec: dict[str, Any]) -> dict[str, Any]:
    """Return how the numbers of a timeline are laid out."""
    found: dict[str, Any] = spec["layer"][-1]["encoding"]["y"]["scale"]
    return found


@pytest.mark.parametrize("indicator", [one.id for one in starter.records().indicators])
def test_every_indicator_on_record_has_a_picture(indicator: str) -> None:
    """1200 by 630 pixels, with its title and what it rests on; its specification is valid."""
    view = _view(indicator)
    svg = chart(view, "svg")
    assert clean(starter.indicator(indicator).title) in pictures.text(svg)
    assert f"Source: On Record, {len(view.claims)} claim" in pictures.text(svg)
    assert "revision 1,204 of 20 November 2026, states as on 22 November 2026" in pictures.text(svg)
    _spec(view)


def test_pictures_are_as_large_as_previews_are_and_all_differ() -> None:
    """One is not taken for another, and the same view makes the same bytes."""
    views = [_view(TROOPS), _view(KILLED), _view(TROOPS, KILLED), _made()]
    found = [chart(view, "png") for view in views]
    assert {pictures.size(png) for png in found} == {(1200, 630)}
    assert len(set(found)) == len(found)
    assert [chart(view, "png") for view in views] == found


@pytest.mark.parametrize("form", ["svg", "vl.json"])
def test_the_same_view_makes_the_same_file(form: Any) -> None:
    """Nothing counts how many charts were drawn before."""
    one, two = (chart(_view(TROOPS), form, said="About 2,500.") for _ in range(2))
    assert one == two


def test_what_is_known_stands_below_the_title() -> None:
    """The sentence is passed in; without one there is none."""
    said = "About 2,500 troops in July 2021, according to two independent origins."
    assert said in pictures.text(chart(_view(TROOPS), "svg", said=said))
    assert said in " ".join(_spec(_view(TROOPS), said=said)["title"]["subtitle"])


def test_the_source_says_what_was_chosen_and_where_it_is() -> None:
    """A picture of a part never passes for the whole."""
    view = _view(KILLED, filters={"Indicator": "Killed", "Claimant": "HRANA"})
    shown = pictures.text(chart(view, "svg"))
    assert "(Claimant: HRANA)" in shown
    assert "Indicator: " not in shown
    assert f"{citing.SITE}/explore?{citing.PIN}" in shown


def test_a_day_that_is_the_same_is_said_once() -> None:
    """The states are of the day of the revision, so they need no day of their own."""
    same = datetime.combine(citing.DAY, datetime.min.time(), UTC)
    position = type(_view(KILLED).position)(1204, same)
    assert "states as on" not in pictures.text(chart(_view(KILLED, position=position), "svg"))


def test_a_specification_stands_alone() -> None:
    """Its data and its source are in it; no address is fetched, nothing is left to click."""
    spec = _spec(_view(TROOPS))
    assert spec["usermeta"]["source"].startswith("Source: On Record, 66 claims by 21 claimants")
    assert spec["usermeta"]["address"] == f"{citing.SITE}/explore?{citing.PIN}"
    assert spec["usermeta"]["source"].split(";")[0] in " ".join(spec["title"]["subtitle"])
    assert "params" not in spec
    text = json.dumps(spec)
    assert '"url"' not in text
    assert '"container"' not in text
    assert {row["claimant"] for row in _rows(spec)} >= {"US Department of Defense"}


@pytest.mark.parametrize(("scale", "drawn"), [("", "log"), ("linear", "linear"), ("log", "log")])
def test_a_picture_keeps_to_the_scale_of_its_view(scale: Any, drawn: str) -> None:
    """Troops range over a hundredfold: a log scale, unless the reader asked for another."""
    assert _number(_spec(_view(TROOPS), scale=scale))["type"] == drawn


# Which chart


def test_plans_stand_with_the_figures_hollow_and_are_explained() -> None:
    """A plan is no observation, and the picture says which marks are plans."""
    view = _view(TROOPS)
    assert any(row["planned"] for row in _rows(_spec(view)))
    assert "Hollow marks are plans." in pictures.text(chart(view, "svg"))
    assert "Hollow" not in pictures.text(chart(_made(*_claims(3)), "svg"))


def test_what_no_longer_counts_is_faint_and_is_explained() -> None:
    """As on the page."""
    gone = Withdrawal(on="2021-08-01", by="irna", reason="an error")
    shown = pictures.text(chart(_made(*_claims(3, withdrawn=gone)), "svg"))
    assert "Faint marks were superseded, withdrawn or rejected." in shown
    assert "Faint" not in pictures.text(chart(_made(*_claims(3)), "svg"))


def test_several_indicators_are_rows() -> None:
    """One row an indicator, as many as are legible; what is left out is counted."""
    few = _spec(_view(TROOPS, KILLED))
    assert {row["question"] for row in _rows(few)} == {
        "US troops in Iraq",
        "People killed in the Khuzest…rotests, July 2021",
    }
    every = _view(*(one.id for one in starter.records().indicators))
    rows = _rows(_spec(every))
    assert len({row["question"] for row in rows}) == 10
    left = len(every.claims) - len(rows)
    assert f"Not drawn: {left} claims." in pictures.text(chart(every, "svg"))


def test_figures_without_a_day_stand_by_claimant() -> None:
    """Where none has a place in time the number is the axis."""
    spec = _spec(_made(*_claims(3, period=None, said_on=None)))
    assert spec["layer"][-1]["encoding"]["y"]["field"] == "claimant"
    assert "Not drawn" not in spec["description"]


def test_too_many_figures_are_counted_by_year() -> None:
    """Claims without a period are in no year."""
    claims = [*_claims(MOST_DRAWN, period="2020"), *_claims(2, period=None, said_on="2021-07-01")]
    spec = _spec(_made(*claims))
    assert _rows(spec) == [{"year": 2020, "claims": MOST_DRAWN}]
    assert "Not drawn: 2 claims." in spec["description"]


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ([], "No claim fits."),
        ([factories.claim(quantity=None)], "No figure to draw among 1 claim."),
        ([factories.claim(quantity=None, indicator=None)], "No figure to draw among 1 claim."),
    ],
)
def test_nothing_to_draw_is_said(claims: list[Claim], said: str) -> None:
    """An empty chart would pass for a chart of nothing that happened."""
    assert said in pictures.text(chart(_made(*claims), "svg"))
    assert said in json.dumps(_spec(_made(*claims)))


# Hostile text


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Serve on a port of this machine, and note every request."""
    paths: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"[]")

        def log_message(self, *_: Any) -> None:
            """Print nothing."""

    with HTTPServer(("127.0.0.1", 0), Noting) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


def test_a_chart_that_asks_for_data_is_refused(asked: tuple[str, list[str]]) -> None:
    """Whatever a specification names, nobody is asked for it."""
    address, paths = asked
    with pytest.raises(ValueError, match="not allowed"):
        drawing({"data": {"url": f"{address}/a.json"}, "mark": "point"})
    assert paths == []


def test_a_chart_asks_for_no_picture(asked: tuple[str, list[str]]) -> None:
    """It may name one; a browser that shows the SVG is held back by the page around it."""
    address, paths = asked
    mark = {"mark": {"type": "image", "url": f"{address}/a.png"}, "data": {"values": [{"x": 1}]}}
    with suppress(ValueError):
        drawing(mark)
    assert paths == []


def test_an_address_in_a_field_is_asked_for_by_no_picture(asked: tuple[str, list[str]]) -> None:
    """Not in any of the forms."""
    address, paths = asked
    for said in (f"{address}/x.png", f"![x]({address}/y.png)", f'<image href="{address}/z.svg"/>'):
        records = Collection.of_records(hostile.records_with(said))
        view = citing.selection([c for c, _ in records.claims()], records, states={})
        for form in ("png", "svg", "vl.json"):
            chart(view, form, said=said)
    assert paths == []


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_hostile_text_is_text(text: str) -> None:
    """In every field at once, in the title, the sentence, the legend and the axis."""
    records = Collection.of_records(hostile.records_with(text))
    view = citing.selection([c for c, _ in records.claims()], records, states={}, title=text)
    svg = chart(view, "svg", said=text)
    assert not pictures.kinds(svg) & {"script", "image", "a", "use", "foreignObject", "style"}
    assert clean(text)[:15].strip() in pictures.text(svg)
    assert pictures.size(chart(view, "png", said=text)) == (1200, 630)
    assert {row["claimant"] for row in _rows(_spec(view, said=text))} == {clean(text)}


@pytest.mark.parametrize(
    "name", ["\U0001f468\u200d\U0001f469 " * 40, "\U00010912" * 300, "\u5de8" * 300]
)
def test_a_name_of_many_letters_is_cut_and_drawn(name: str) -> None:
    """Emoji and letters of old alphabets too, within which the converter would cut."""
    records = Collection.of_records(hostile.records_with(name.strip()))
    view = citing.selection([c for c, _ in records.claims()], records, states={})
    for claims in (view.claims, view.claims[:1]):
        assert pictures.size(chart(replace(view, claims=claims), "png")) == (1200, 630)

"""Every hostile text in every file, picture, short page and feed, as the server sends them."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import feedparser
import pytest
from frictionless import validate
from openpyxl import load_workbook  # type: ignore[import-untyped] # published without types

from claims.export.atom import ATOM
from claims.export.drawing import NO_XML
from claims.export.table import BREAKS, COLUMNS, FORMULA
from claims.imports import exported
from claims.records import MODELS, Claim, name_of
from dashboard import data
from dashboard.routes.files import FORMS
from tests import attempts, hostile, linking, pictures
from tests.evidence import Checked
from tests.routed import SITE, ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

NAMES = list(COLUMNS)
MANY = 3 * len(hostile.EVERY)
DRAWN = {"svg", "g", "path", "text", "tspan", "rect", "line", "title", "desc", "defs", "clipPath"}
DRAWN |= {"style"}
WRITTEN = set(
    "html head meta title link style script body main h1 p bdi blockquote a span dl div dt dd ol "
    "ul li".split()
)
"""The elements that short pages and feeds are made of."""


def got(address: str) -> httpx.Response:
    """Return an answer that was given, whose headers are on one line each."""
    answer = ask(address)
    assert answer.status_code == 200, f"{address}: {answer.text[:300]}"
    assert not any(re.search(rb"[\r\n\x00]", one) for pair in answer.headers.raw for one in pair)
    return answer


def one_line(text: str) -> str:
    """Return text as CSV and feeds hold it: on one line, without the letters that no XML holds."""
    return NO_XML.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


# All records in one file


@pytest.mark.usefixtures("halfway")
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_of_csv_starts_a_formula(delimiter: str) -> None:
    """However a spreadsheet parts the cells, and with spaces before it."""
    text = got("/explore.csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row]
    assert len(cells) >= MANY
    assert [cell for cell in cells if cell.lstrip()[:1] in set(FORMULA)] == []


@pytest.mark.usefixtures("halfway")
def test_csv_holds_every_text() -> None:
    """A row a claim; only apostrophes are added, and line breaks are spaces."""
    text = got("/explore.csv").content.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert head == NAMES
    assert [row for row in rows if len(row) != len(NAMES)] == []
    said = {row[NAMES.index("statement")].replace("'", "") for row in rows}
    assert said == {BREAKS.sub(" ", one).replace("'", "") for one in hostile.EVERY.values()}


@pytest.mark.usefixtures("halfway")
def test_a_workbook_holds_every_text_and_computes_nothing() -> None:
    """No formula, no link, no name that leads elsewhere; what XML forbids is written out."""
    content = got("/explore.xlsx").content
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} == {"s", "n", "b"}
    assert [cell for cell in cells if cell.hyperlink] == []
    said = {row[NAMES.index("statement")] for row in book["Claims"].iter_rows(2, values_only=True)}
    assert said == {
        text.replace("\ufffe", "_xFFFE_").replace("\uffff", "_xFFFF_")
        for text in hostile.EVERY.values()
    }
    with ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "external" in name.lower()]


@pytest.mark.usefixtures("halfway")
@pytest.mark.parametrize("suffix", ["json", "jsonl", "zip"])
def test_what_leaves_comes_back_without_loss(suffix: str, tmp_path: Path) -> None:
    """Records that were exported are read as the very records that are in the ledger."""
    file = tmp_path / f"view.{suffix}"
    file.write_bytes(got(f"/explore.{suffix}").content)
    loaded = exported.read(file)
    assert loaded.problems == ()
    found = {(name_of(item.record), item.record.id): item.record for item in loaded.records}
    ledger = data.open_ledger()
    kept = [one for name in MODELS for one in ledger.all(name)]
    assert found == {(name_of(one), one.id): one for one in kept}
    assert len(kept) == 7 * len(hostile.EVERY)


@pytest.mark.usefixtures("halfway")
def test_a_package_has_plain_names_and_is_valid(tmp_path: Path) -> None:
    """No name leads out of the folder that it is unpacked to; every row fits the schema."""
    file = tmp_path / "view.zip"
    file.write_bytes(got("/explore.zip").content)
    with ZipFile(file) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        for name in (name for name in names if name.endswith(".svg")):
            assert pictures.kinds(archive.read(name)) <= DRAWN
    assert all(re.fullmatch(r"([a-z]+/)?[A-Za-z0-9-]+\.[a-z]+", name) for name in names)
    assert len(names) == len(set(map(str.lower, names)))
    assert validate(file, type="package").flatten(["name", "note"]) == []


@pytest.mark.usefixtures("halfway")
def test_linked_data_holds_every_text_and_asks_nobody() -> None:
    """No text is taken for a name, an address or a context of its own."""
    nodes = linking.expanded(json.loads(got("/explore.jsonld").content))
    claims = [node for node in nodes if node["@type"] == [f"{linking.SCHEMA}Claim"]]
    assert {linking.value(node, "text") for node in claims} == set(hostile.EVERY.values())
    assert {node["@id"].rpartition("/")[0] for node in claims} == {f"{SITE}/c"}


@pytest.mark.usefixtures("halfway")
@pytest.mark.parametrize("suffix", FORMS)
def test_each_page_gives_each_file(suffix: str) -> None:
    """Of a source, a comparison and an indicator too, and of a claim all that it has."""
    asked = ["/source.{}?id=s-16", "/compare.{}?indicator=i-78&indicator=i-90", "/i/i-85.{}"]
    asked += ["/c/d-70.{}"] * (suffix != "vl.json")
    for address in asked:
        answer = got(address.format(suffix))
        assert answer.headers["content-type"] == FORMS[suffix].kind
        named = r'(attachment|inline); filename="[a-z0-9][a-z0-9.-]+"'
        assert re.fullmatch(named, answer.headers["content-disposition"])
        if suffix == "html":
            assert Checked(answer.content).harm() == []


# Each text by itself


@pytest.mark.parametrize("group", hostile.GROUPS)
def test_an_evidence_pack_runs_and_asks_nothing(group: str, halfway: int) -> None:
    """All claims of a group, before and after the edit, with who made it and why."""
    for kind, held in (("c", f"rev={halfway}"), ("d", "v=2")):
        picked = "&".join(f"pick={kind}-{number}" for number in hostile.numbers(group))
        pack = Checked(got(f"/explore.html?{picked}&{held}").content)
        assert pack.harm() == []
        text = hostile.before if kind == "c" else hostile.after
        statements = [one["statement"] for one in json.loads(pack.scripts[0])["claims"]]
        assert set(statements) >= {text(number) for number in hostile.numbers(group)}
        assert all(
            " ".join(text(n).split()) in " ".join(pack.words.split())
            for n in (n for n in hostile.numbers(group) if not NO_XML.search(text(n)))
        )


@pytest.mark.parametrize("group", attempts.GROUPS)
def test_charts_and_cards_are_drawn_as_text(group: str, halfway: int) -> None:
    """A chart of each indicator and a card of each claim; nothing in them acts or leads away.

    The short texts are drawn elsewhere, one by one. Letters are all drawn as pixels too.
    """
    for number in hostile.numbers(group):
        for address in (f"/indicator.svg?id=i-{number}&rev={halfway}", f"/c/c-{number}.svg"):
            svg = got(address).content
            assert pictures.kinds(svg) <= DRAWN
            assert [one for one in attributes(svg) if is_active(*one)] == []
        if group == "letters" or number % 3 == 0:
            assert pictures.size(got(f"/c/d-{number}.png").content) == (1200, 630)
    size = pictures.size(got(f"/i/i-{hostile.numbers(group)[0]}.png").content)
    assert size == (1200, 630)


def attributes(svg: bytes) -> Iterator[tuple[str, str]]:
    """Return name and value of each attribute of an SVG."""
    for element in pictures.root(svg).iter():
        yield from element.items()


def is_active(name: str, value: str) -> bool:
    """Tell whether an attribute runs, or leads out of its picture."""
    leads = "href" in name or (name != "aria-label" and re.search(r"url\((?!['\"]?#)", value))
    return name.startswith("on") or bool(leads)


@pytest.mark.usefixtures("halfway")
@pytest.mark.parametrize("group", hostile.GROUPS)
def test_a_specification_holds_text_as_data(group: str) -> None:
    """No text becomes an address, an expression or a key of the chart."""
    for number in hostile.numbers(group)[::3]:
        spec = json.loads(got(f"/i/i-{number}.vl.json").content)
        keys = set(keys_of({name: one for name, one in spec.items() if name != "usermeta"}))
        assert not keys & {"url", "href", "expr", "signal", "image", "__proto__"}
        assert all(re.fullmatch(r"[$A-Za-z0-9_-]+", key) for key in keys)


def keys_of(value: Any) -> Iterator[str]:
    """Return every key within a value of JSON."""
    if isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from keys_of(one)
    elif isinstance(value, list):
        for one in value:
            yield from keys_of(one)


@pytest.mark.parametrize("group", hostile.GROUPS)
def test_short_pages_are_made_of_our_elements(group: str, halfway: int) -> None:
    """A claim and an indicator, now and halfway; the only links away are those of the source."""
    for number in hostile.numbers(group):
        for address in (f"/c/c-{number}", f"/i/i-{number}?rev={halfway}", f"/c/w-{number}"):
            page = Checked(got(address).content)
            assert {tag for tag, _ in page.elements} <= WRITTEN
            assert [name for _, given in page.elements for name in given if name[:2] == "on"] == []
            assert len(page.scripts) == 1
            assert json.loads(page.scripts[0])["@graph"]
            moved = [one["content"] for tag, one in page.elements if "http-equiv" in one]
            assert [to.split("?")[0] for to in moved] in (["0; url=/claim"], ["0; url=/indicator"])
            away = [one for one in page.links if not one["href"].startswith(("/", SITE))]
            assert all(one["href"].startswith(f"{hostile.EVIL}/a_") for one in away)
            assert {one["rel"] for one in away} <= {"noopener noreferrer nofollow"}


@pytest.mark.parametrize("group", hostile.GROUPS)
def test_a_feed_is_well_formed_and_tells_each_text(group: str, halfway: int) -> None:
    """Both revisions of a claim, who made them and why; no entry is broken out of."""
    for number in hostile.numbers(group):
        written = got(f"/feed.atom?indicator=i-{number}").content
        feed = feedparser.parse(written)
        assert not feed.bozo, feed.get("bozo_exception")
        assert len(feed.entries) == 6
        for content in contents(written):
            assert {tag for tag, _ in content.elements} <= WRITTEN
            assert content.links == []
        told = "\n".join(one_line(content.words) for content in contents(written))
        assert one_line(hostile.before(number)) in told
        assert one_line(hostile.after(number)) in told
    assert got(f"/feed.atom?rev={halfway}").content


def contents(feed: bytes) -> list[Checked]:
    """Return the HTML within the entries of a feed."""
    every = ET.fromstring(feed).iter(f"{{{ATOM}}}content")  # noqa: S314 - our own
    return [Checked((one.text or "").encode()) for one in every]


@pytest.mark.usefixtures("halfway")
def test_the_api_gives_every_text_as_it_is() -> None:
    """In records, and in who changed them and why."""
    items: list[dict[str, Any]] = got("/api/changes?since=0&limit=500").json()["items"]
    assert {item["after"]["statement"] for item in items} == set(hostile.EVERY.values())
    actors = {one["actor"] for item in items for one in item["revisions"]}
    assert len(actors & set(hostile.EVERY.values())) > len(hostile.EVERY) / 3
    assert all(Claim.model_validate(item["after"]) for item in items)

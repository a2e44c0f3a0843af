"""Exported files read back: each fault has its place, the good records still load."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from claims.errors import UnreadableFileError, Where
from claims.imports import exported, jsonl
from claims.records import to_json
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PARTY = to_json(factories.party())
HEAD = '{"on_record": {"position": 3}}'


def read(folder: Path, name: str, content: str | bytes) -> jsonl.Loaded:
    """Read a file of this name and content."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return exported.read(file)


def zipped(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a zip of these files."""
    with ZipFile(folder / "view.zip", "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return folder / "view.zip"


LINES = [
    ('{"claim": {"kind": "rumour"}}', "claimant", "Field required"),
    ('{"rumour": {}}', "", "no record under its name"),
    ('{"party": {}, "claim": {}}', "", "no record under its name"),
    ('{"party": []}', "", "no record under its name"),
    (PARTY, "", "no record under its name"),
    ('{"on_record": {}, "party": {}}', "", "no record under its name"),
    ("{}", "", "no record under its name"),
    ("[1]", "", "the line is no JSON object"),
    ('{"party": {"id"', "", "no JSON"),
    (" " * jsonl.MAX_LINE + "{}", "", "longer than 1,000,000 bytes"),
]


@pytest.mark.parametrize(("line", "field", "message"), LINES, ids=[row[0][:20] for row in LINES])
def test_a_faulty_line_costs_only_itself(
    tmp_path: Path, line: str, field: str, message: str
) -> None:
    """It is reported with file and line, and the records around it are read."""
    good = f'{{"party": {PARTY}}}'
    loaded = read(tmp_path, "view.jsonl", f"{HEAD}\n{good}\n{line}\n{good}\n")
    places = {(p.where, p.field) for p in loaded.problems}
    assert (Where("view.jsonl", 3), field) in places
    assert {where.line for where, _ in places} == {3}
    assert any(message in problem.message for problem in loaded.problems)
    assert [item.where.line for item in loaded.records] == [2, 4]


@pytest.mark.parametrize("name", [*jsonl.FILES, "view.jsonl", "VIEW.JSONL"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "\n "])
def test_an_export_is_known_by_its_first_line_or_its_name(
    tmp_path: Path, name: str, mark: str
) -> None:
    """Even under the name of one of our files, and with what editors put before it."""
    loaded = read(tmp_path, name, f'{mark}{HEAD}\n{{"party": {PARTY}}}\n')
    assert ([item.record for item in loaded.records], loaded.problems) == (
        [factories.party()],
        (),
    )
    assert not exported.is_own(tmp_path / name)


def test_our_own_files_are_read_as_before(tmp_path: Path) -> None:
    """A file without the first line of an export holds bare records."""
    loaded = read(tmp_path, "parties.jsonl", f"{PARTY}\n")
    assert [item.record for item in loaded.records] == [factories.party()]
    assert exported.is_own(tmp_path / "parties.jsonl")
    assert exported.read(tmp_path) == loaded


DOCUMENT = """{
"on_record": {"claims": 2}, "states": {"x": {"why": "]}"}},
"parties": [
  {"id": "a", "name": "A", "kind": "person"},

  {"id": "b", "name": "B"}, {"id": "c", "name": "C", "kind": "person"},
  5
],
"sources": [], "indicators": [{"id": "x", "kind": 1}], "claims":
 [ ],
"rumours": [{}],
"tail": 1}
"""


def test_the_faults_of_a_document_have_their_lines(tmp_path: Path) -> None:
    """Each element of a list is read by itself, however the document is laid out."""
    for name, text in {"view.json": DOCUMENT, "VIEW.JSON": f"\ufeff{DOCUMENT}"}.items():
        loaded = read(tmp_path, name, text)
        assert [(i.record.id, i.where.line) for i in loaded.records] == [("a", 4), ("c", 6)]
        places = {(p.where.line, p.field or p.value) for p in loaded.problems}
        assert places >= {(6, "kind"), (7, "5"), (9, "title"), (11, "rumours"), (12, "tail")}
        assert {line for line, _ in places} == {6, 7, 9, 11, 12}


def test_a_document_may_be_written_on_one_line(tmp_path: Path) -> None:
    """Where other programs wrote it anew, all its records are read too."""
    data = json.dumps({"parties": [json.loads(PARTY)], "claims": []}, separators=(",", ":"))
    (item,) = read(tmp_path, "view.json", data).records
    assert (item.record, item.where) == (factories.party(), Where("view.json", 1))


REFUSED = [
    ('{"parties": [{"id": "a"}', "Expecting ',' delimiter at line 1, column 25"),
    ("", "Expecting value at line 1, column 1"),
    ('{"parties": [], "parties": []}', "a field is given twice"),
    ('{"parties": [NaN]}', "NaN is no JSON number"),
    ("[]", "it holds none of parties, sources, indicators, claims"),
    ('{"name": "on-record"}', "it holds none of parties"),
    ("5", "it holds none of parties"),
    ('{"parties": {"id": "irna"}}', "“parties” is no list in it"),
    ("[" * 100_000, "it is no JSON: maximum recursion depth exceeded"),
    ('{"parties": "Türk"}'.encode("latin-1"), "it is not UTF-8"),
]


@pytest.mark.parametrize(("content", "reason"), REFUSED, ids=[row[1][:30] for row in REFUSED])
def test_a_document_that_cannot_be_read_is_refused(
    tmp_path: Path, content: str | bytes, reason: str
) -> None:
    """The refusal names the place; nothing is half read."""
    with pytest.raises(UnreadableFileError) as refusal:
        read(tmp_path, "view.json", content)
    assert reason in str(refusal.value)
    assert "view.json" in str(refusal.value)


def test_a_package_is_read_without_unpacking_it(tmp_path: Path) -> None:
    """Its four files are read in the order of reference; other files are left alone."""
    bad = '{"id": "b"}'
    files = {"claims.jsonl": f"{bad}\n", "parties.jsonl": f"{PARTY}\n", "../x": "", "a.csv": ""}
    loaded = exported.read(zipped(tmp_path, files))
    assert [(i.record.id, str(i.where)) for i in loaded.records] == [
        ("irna", "view.zip/parties.jsonl:1")
    ]
    assert {str(p.where) for p in loaded.problems} == {"view.zip/claims.jsonl:1"}
    assert [path.name for path in tmp_path.iterdir()] == ["view.zip"]


def test_a_zip_that_holds_none_of_our_files_is_refused(tmp_path: Path) -> None:
    """Files of these names in a folder of the zip do not count."""
    with pytest.raises(UnreadableFileError, match=r"it holds none of parties\.jsonl"):
        exported.read(zipped(tmp_path, {"data/parties.jsonl": PARTY}))


def test_a_zip_that_holds_a_file_twice_is_refused(tmp_path: Path) -> None:
    """Programs differ in which of the two they would show."""
    path = zipped(tmp_path, {"parties.jsonl": PARTY})
    with (
        pytest.warns(UserWarning, match="Duplicate name"),
        ZipFile(path, "a") as archive,
    ):
        archive.writestr("parties.jsonl", "")
    with pytest.raises(UnreadableFileError, match="it holds one twice"):
        exported.read(path)


@pytest.mark.parametrize("cut", [0, 3, 60, -1, -30])
def test_a_broken_zip_is_refused(tmp_path: Path, cut: int) -> None:
    """Cut off anywhere, it is no zip."""
    content = zipped(tmp_path, {"parties.jsonl": PARTY}).read_bytes()
    with pytest.raises(UnreadableFileError, match="it is no zip that can be read"):
        read(tmp_path, "view.zip", content[:cut])


def test_a_zip_whose_content_was_changed_is_refused(tmp_path: Path) -> None:
    """What does not have the check sum that the zip gives is not read."""
    with ZipFile(tmp_path / "plain.zip", "w") as archive:
        archive.writestr("parties.jsonl", PARTY)
    content = (tmp_path / "plain.zip").read_bytes()
    with pytest.raises(UnreadableFileError, match="Bad CRC-32"):
        read(tmp_path, "view.zip", content.replace(b'"IRNA"', b'"IRNB"'))


def test_a_zip_that_would_unpack_to_too_much_is_refused(tmp_path: Path) -> None:
    """The sizes are added up before anything is read."""
    with ZipFile(tmp_path / "view.zip", "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name in ("claims.jsonl", "sources.jsonl"):
            with archive.open(name, "w") as member:
                for _ in range(129):
                    member.write(bytes(2**20))
    with pytest.raises(UnreadableFileError, match="limit of 268,435,456 bytes"):
        exported.read(tmp_path / "view.zip")


@pytest.mark.parametrize(
    ("name", "limit"), [("view.json", exported.MAX_DOCUMENT), ("view.jsonl", jsonl.MAX_FILE)]
)
def test_a_file_above_the_limit_is_refused(tmp_path: Path, name: str, limit: int) -> None:
    """The refusal names the limit."""
    with (tmp_path / name).open("wb") as file:
        file.truncate(limit + 1)
    with pytest.raises(UnreadableFileError, match=f"limit of {limit:,} bytes"):
        exported.read(tmp_path / name)


TOLD = [
    ("view.jsonl", HEAD, True),
    ("part.jsonl", f'{{"party": {PARTY}}}', True),
    ("parties.jsonl", PARTY, False),
    ("rows.jsonl", '{"claim": "5 killed", "day": "2021-07-27"}', False),
    ("view.json", '{\n"on_record": {"claims": 0}}', True),
    ("rows.json", '{"claims": [{"killed": 5}]}', False),
    ("view.jsonld", '{"@graph": [{"onRecord": {}}]}', True),
    ("page.html", '<script>{"urn:x-on-record:records": []}</script>', True),
    ("page.html", "<p>onRecord</p>", False),
    ("view.csv", '"onRecord": 1', False),
    ("view.zip", "no zip", False),
]


@pytest.mark.parametrize(("name", "content", "told"), TOLD)
def test_an_export_is_told_from_tables_of_others(
    tmp_path: Path, name: str, content: str, *, told: bool
) -> None:
    """By its content, so that what is not ours can be read with a mapping."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert exported.is_export(tmp_path / name) is told


def test_a_zip_of_ours_is_told_from_others(tmp_path: Path) -> None:
    """By the files that it holds; what is missing is none."""
    assert exported.is_export(zipped(tmp_path, {"parties.jsonl": PARTY, "a.csv": ""}))
    assert not exported.is_export(zipped(tmp_path, {"data/parties.jsonl": "", "a.csv": ""}))
    assert not exported.is_export(tmp_path / "missing.json")

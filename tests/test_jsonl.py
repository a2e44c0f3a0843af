"""Our own files: each fault is returned with its place, and the other lines still load."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from claims.errors import UnreadableFileError, Where
from claims.imports import jsonl
from claims.records import to_json
from tests import factories
from tests.lines import LINE, without

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PARTY = b'{"id": "irna", "name": "IRNA", "kind": "state media"}'
GOOD = to_json(factories.party()).encode()


def parties(folder: Path, *lines: bytes, end: bytes = b"\n") -> jsonl.Loaded:
    """Read a file of parties with these lines."""
    file = folder / "parties.jsonl"
    file.write_bytes(b"".join(line + end for line in lines))
    return jsonl.read(file)


NO_JSON: list[tuple[bytes, str, str]] = [
    (b'{"id": "irna", "name": "IR', "no JSON: Unterminated string", '{"id": "irna", "name": "IR'),
    (b"irna,IRNA,state media", "no JSON: Expecting value", "irna,IRNA,state media"),
    (PARTY + PARTY, "no JSON: Extra data", ""),
    (b'{"id": "irna", "id": "irna"}', "no JSON: a field is given twice", ""),
    (b'{"note": {"a": 1, "a": 2}}', "no JSON: a field is given twice", ""),
    (b'{"id": NaN}', "no JSON: NaN is no JSON number", '{"id": NaN}'),
    (b'{"id": -Infinity}', "no JSON: -Infinity is no JSON number", ""),
    (b'{"id": ' + b"9" * 5_000 + b"}", "no JSON: Exceeds the limit", ""),
    (b"[" * 100_000, "no JSON: maximum recursion depth exceeded", "[" * 60 + "…"),
    (b'{"a":' * 100_000, "no JSON: maximum recursion depth exceeded", ""),
    ('{"name": "Türk"}'.encode("latin-1"), "the line is not UTF-8", "b'\\xfc'"),
    ('{"name": "أنباء"}'.encode("cp1256"), "the line is not UTF-8", ""),
    (b'\xff\xfe{\x00"\x00', "the line is not UTF-8", ""),
    (b"\x00\x00\x00", "no JSON: Expecting value", "\x00\x00\x00"),
    (b"[1, 2]", "the line is no JSON object", "[1, 2]"),
    (b'"irna"', "the line is no JSON object", "irna"),
    (b"5", "the line is no JSON object", "5"),
    (b"null", "the line is no JSON object", "null"),
    (b'"' + b"x" * 999 + b'"', "the line is no JSON object", "x" * 60 + "…"),
]


@pytest.mark.parametrize(("line", "message", "value"), NO_JSON, ids=[row[1] for row in NO_JSON])
def test_a_line_that_is_no_object_is_reported_and_the_next_one_loads(
    tmp_path: Path, line: bytes, message: str, value: str
) -> None:
    """Broken, hostile and wrongly encoded lines cost only themselves."""
    loaded = parties(tmp_path, b"", line, PARTY)
    (problem,) = loaded.problems
    assert problem.where == Where("parties.jsonl", 2)
    assert problem.message.startswith(message)
    assert problem.value.startswith(value)
    assert problem.hint == "Write one JSON object a line, in UTF-8"
    assert [(item.record.id, item.where.line) for item in loaded.records] == [("irna", 3)]


READABLE = [
    ((PARTY,), b"\n", [1]),
    ((b"\xef\xbb\xbf" + PARTY,), b"\n", [1]),
    ((PARTY, b'{"id": "b", "name": "B", "kind": "person"}'), b"\r\n", [1, 2]),
    ((b"", PARTY, b"  \t", b"\r"), b"\n", [2]),
    ((PARTY,), b"", [1]),
    ((b"  " + PARTY + b"  ",), b"\n", [1]),
    ((), b"", []),
]


@pytest.mark.parametrize(("lines", "end", "numbers"), READABLE)
def test_what_editors_leave_in_files_does_no_harm(
    tmp_path: Path, lines: tuple[bytes, ...], end: bytes, numbers: list[int]
) -> None:
    """A byte order mark, Windows line ends, blank lines and a missing last newline are read."""
    loaded = parties(tmp_path, *lines, end=end)
    assert loaded.problems == ()
    assert [item.where.line for item in loaded.records] == numbers


def test_a_byte_order_mark_belongs_only_at_the_start(tmp_path: Path) -> None:
    """On a later line it is a stray character and is reported."""
    (problem,) = parties(tmp_path, PARTY, b"\xef\xbb\xbf" + PARTY).problems
    assert problem.where.line == 2


@pytest.mark.parametrize(
    ("length", "fits"), [(jsonl.MAX_LINE, True), (jsonl.MAX_LINE + 1, False), (2_500_000, False)]
)
def test_a_line_over_the_limit_is_refused_by_name_of_the_limit(
    tmp_path: Path, length: int, fits: bool
) -> None:
    """The rest of the line is passed over, and the next line keeps its number."""
    long = PARTY + b" " * (length - len(PARTY) - 1)
    loaded = parties(tmp_path, long, b"{}", PARTY)
    messages = [p.message for p in loaded.problems if p.where.line == 1]
    assert messages == ([] if fits else ["the line is longer than 1,000,000 bytes"])
    assert {p.where.line for p in loaded.problems} - {1} == {2}
    assert [item.where.line for item in loaded.records] == ([1, 3] if fits else [3])


FIELDS: list[tuple[Mapping[str, object], str, str, str, str]] = [
    (without("claimant"), "claimant", "", "Field required", "Add the field"),
    (LINE | {"truth": True}, "truth", "true", "Extra inputs", "spell it as data/README.md does"),
    (LINE | {"kind": "rumour"}, "kind", "rumour", "'casualty figure'", "that the message lists"),
    (LINE | {"period": "July"}, "period", "July", "'July' is not an EDTF period", "Correct the"),
    (LINE | {"claimant": "IRNA"}, "claimant", "IRNA", "String should match", "Use the form"),
    (LINE | {"statement": ""}, "statement", "", "at least 1 character", "or leave the field out"),
    (LINE | {"statement": "a\x00"}, "statement", "a\x00", "U+0000; remove it", "Correct the value"),
    (LINE | {"statement": 5}, "statement", "5", "valid string", "as data/README.md says"),
    (LINE | {"chain": []}, "chain", "[]", "at least 1 item", "as data/README.md says"),
    (LINE | {"tags": {"a": "b"}}, "tags", '{"a": "b"}', "valid tuple", "as data/README.md says"),
    (LINE | {"statement": "\ud800"}, "statement", "\\ud800", "unicode", "as data/README.md says"),
    (LINE | {"\ud800": 1}, "", "\\ud800", "valid string", "as data/README.md says"),
    (LINE | {"x" * 500: 1}, "x" * 60 + "…", "1", "Extra inputs", "Remove it"),
    (LINE | {"note": "x" * 2_001}, "note", "x" * 60 + "…", "at most 2000", "as data/README.md"),
]


@pytest.mark.parametrize("row", FIELDS, ids=[str(row[1])[:20] for row in FIELDS])
def test_a_bad_field_is_named_with_its_value_and_a_hint(
    tmp_path: Path, row: tuple[Mapping[str, object], str, str, str, str]
) -> None:
    """The problem can be printed whatever the value, and says how to mend it."""
    data, field, value, message, hint = row
    file = tmp_path / "claims.jsonl"
    file.write_text(json.dumps({"id": "c-1"} | dict(data)) + "\n", encoding="utf-8")
    (problem,) = jsonl.read(file).problems
    assert (problem.where, problem.record) == (Where("claims.jsonl", 1), "c-1")
    assert (problem.field, problem.value) == (field, value)
    assert message in problem.message
    assert hint in problem.hint
    assert json.dumps(problem.as_dict(), ensure_ascii=False).encode()


def test_every_fault_of_a_line_is_reported(tmp_path: Path) -> None:
    """Two bad fields are two problems, one of them deep inside."""
    quantity = LINE["quantity"] | {"hedge": "maybe", "low": -1}
    (tmp_path / "claims.jsonl").write_text(json.dumps(LINE | {"quantity": quantity}))
    assert {p.field: p.hint for p in jsonl.read(tmp_path).problems} == {
        "quantity.hedge": "Use one of the words that the message lists",
        "quantity.low": "Write a number of 0 or more",
    }


def test_a_folder_is_read_in_the_order_of_reference(tmp_path: Path) -> None:
    """Parties come before the sources and claims that name them; other files are left alone."""
    for name in reversed(jsonl.FILES):
        (tmp_path / name).write_text("")
    (tmp_path / "notes.txt").write_text("not ours")
    (tmp_path / "parties.jsonl").write_bytes(GOOD)
    (tmp_path / "sources.jsonl").write_text(to_json(factories.source()))
    (tmp_path / "claims.jsonl").write_text(to_json(factories.claim()))
    files = [item.where.file for item in jsonl.read(tmp_path).records]
    assert files == ["parties.jsonl", "sources.jsonl", "claims.jsonl"]


def test_records_come_back_as_they_were_written(tmp_path: Path) -> None:
    """Reading a file gives the records that wrote it."""
    claims = [factories.claim(), factories.stating("between 5 and 8", note="“ü” 文 \u200f")]
    (tmp_path / "claims.jsonl").write_text("\n".join(map(to_json, claims)), encoding="utf-8")
    loaded = jsonl.read(tmp_path)
    assert [item.record for item in loaded.records] == claims


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gone", "there is no such file or folder"),
        ("x" * 300, "File name too long"),
        ("empty", "the folder holds none of parties.jsonl, sources.jsonl"),
        ("claims.csv", "its name is none of parties.jsonl, sources.jsonl"),
        ("huge/claims.jsonl", "it is larger than the limit of 1,073,741,824 bytes"),
        ("huge", "it is larger than the limit of 1,073,741,824 bytes"),
    ],
)
def test_what_cannot_be_read_at_all_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    """The refusal names the path, the reason and the limit; nothing is half read."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "claims.csv").write_bytes(GOOD)
    (tmp_path / "huge").mkdir()
    with (tmp_path / "huge" / "claims.jsonl").open("wb") as file:
        file.truncate(jsonl.MAX_FILE + 1)
    with pytest.raises(UnreadableFileError, match="cannot be read") as refusal:
        jsonl.read(tmp_path / name)
    assert reason in str(refusal.value)
    assert str(tmp_path / name) in str(refusal.value)


def test_a_pipe_is_no_file_to_read(tmp_path: Path) -> None:
    """A name that would make the program wait for ever is refused."""
    os.mkfifo(tmp_path / "claims.jsonl")
    with pytest.raises(UnreadableFileError, match="no regular file"):
        jsonl.read(tmp_path / "claims.jsonl")


def test_files_are_rewritten_in_their_one_form(tmp_path: Path) -> None:
    """Ids are made, lines sorted and fields put in order; twice makes no difference."""
    claim = json.loads(to_json(factories.claim()))
    loose = dict(reversed([(name, value) for name, value in claim.items() if name != "id"]))
    (tmp_path / "claims.jsonl").write_text(json.dumps(loose) + "\n", encoding="utf-8")
    parties(tmp_path, PARTY.replace(b"irna", b"zeta"), PARTY)
    for _ in range(2):
        assert len(jsonl.rewrite(tmp_path, jsonl.read(tmp_path))) == 2
        assert (tmp_path / "claims.jsonl").read_text() == f"{to_json(factories.claim())}\n"
        lines = (tmp_path / "parties.jsonl").read_text().splitlines()
        ids = [json.loads(line)["id"] for line in lines]
        assert ids == ["irna", "zeta"]


def test_a_file_with_a_bad_line_is_not_rewritten(tmp_path: Path) -> None:
    """Nothing entered is lost: what cannot be read stays as it stands."""
    loaded = parties(tmp_path, PARTY, b"{oops")
    assert jsonl.rewrite(tmp_path, loaded) == []
    assert (tmp_path / "parties.jsonl").read_bytes() == PARTY + b"\n{oops\n"

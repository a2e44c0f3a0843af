"""Files that were exported: `view.jsonl`, `view.json`, `view.jsonld`, the zip of a data package.

They load as our own files do: each fault becomes a `Problem` with file and line, and the
good records are returned beside it. Only a file that cannot be read at all raises.
"""

from __future__ import annotations

import re
import zlib
from json import JSONDecodeError, JSONDecoder
from typing import IO, TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from claims.collection import Located
from claims.errors import Problem, UnreadableFileError, Where
from claims.imports import factchecks, jsonl
from claims.imports.jsonl import Loaded, line_problem, objects, validate
from claims.imports.linked import own
from claims.imports.linked.own import PARTS, carried_by
from claims.records import MODELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from claims.collection import Collection
    from claims.imports.linked.recording import OnRecord

    Found = Iterator[Located | Problem]

ABOUT = "on_record"
"""What the file says of itself; not read, for nothing of it is a record."""
PASSED_OVER = frozenset({ABOUT, "states"})
"""Parts of a document that hold no records: they were computed."""
MAX_DOCUMENT = 2**28
"""Bytes of a JSON document, which is read at once, and of the files in a zip taken together."""
START = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*"on_record"\s*:')
LINE = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*"(?:on_record|party|source|indicator|claim)"\s*:\s*\{')
SPACE = re.compile(r"[ \t\r\n]*")


def read(path: Path, known: Collection | None = None, on_record: OnRecord | None = None) -> Loaded:
    """Read a file that was exported; else one of our files, or the folder that holds them.

    Given what is known, fact-checks of others are read too: see `claims.imports.factchecks`.
    Raises UnreadableFileError where nothing can be read at all.
    """
    if not path.is_file():
        return jsonl.read(path)
    if known is not None and factchecks.is_fact_check(path):
        return factchecks.read(path, known, on_record)
    try:
        reader = _reader(path)
        found = list(reader(path)) if reader else None
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "it cannot be opened") from error
    if found is None:
        return jsonl.read(path)
    return Loaded(
        tuple(item for item in found if isinstance(item, Located)),
        tuple(item for item in found if isinstance(item, Problem)),
    )


def is_export(path: Path) -> bool:
    """Tell by its content whether a file is one that was exported, in any form but a table.

    False where it cannot be opened, for then it is nothing that can be told.
    """
    suffix = path.suffix.lower()
    try:
        if suffix == ".zip":
            with ZipFile(path) as archive:
                return not jsonl.FILES.keys().isdisjoint(archive.namelist())
        with path.open("rb") as file:
            head = file.read(own.HEAD)
    except (OSError, BadZipFile, NotImplementedError):
        return False
    if suffix == ".jsonl":
        return LINE.match(head) is not None
    return suffix in READERS and (
        START.match(head) is not None or own.MARK.search(head) is not None
    )


def is_own(path: Path) -> bool:
    """Tell whether a path is one of our files, which may refer to the others beside it."""
    return path.name in jsonl.FILES and path.is_file() and _reader(path) is None


def _reader(path: Path) -> Callable[[Path], Found] | None:
    """Return what reads an exported file; None where it is none, as far as can be told."""
    suffix = path.suffix.lower()
    if suffix != ".jsonl":
        return READERS.get(suffix)
    if path.name not in jsonl.FILES:
        return _lines
    with path.open("rb") as file:
        return _lines if START.match(file.read(200)) else None


def _lines(path: Path) -> Found:
    """Read one record a line, each under the name of its kind."""
    _refuse_above(jsonl.MAX_FILE, path.stat().st_size, path)
    with path.open("rb") as lines:
        for found in objects(lines, path.name):
            yield from [found] if isinstance(found, Problem) else _named(*found)


def _named(data: dict[str, Any], where: Where) -> Iterable[Located | Problem]:
    """Return the record of a line such as `{"party": {...}}`; nothing for the first line."""
    names = list(data)
    if names == [ABOUT]:
        return []
    kind = next((kind for kind in MODELS if names == [kind]), None)
    if kind is None or not isinstance(data[kind], dict):
        hint = f"Write one record a line under its name: {', '.join(MODELS)}"
        return [line_problem(where, data, "the line holds no record under its name", hint)]
    return validate(kind, data[kind], where)


def _document(path: Path) -> Found:
    """Read a JSON document with a list of each kind of record."""
    _refuse_above(MAX_DOCUMENT, path.stat().st_size, path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = jsonl.parse(text)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, "it is not UTF-8") from error
    except JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise UnreadableFileError(path, f"it is no JSON: {error.msg} at {place}") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(path, f"it is no JSON: {error}") from error
    if carried_by(data):
        yield from own.records(path)
        return
    if not isinstance(data, dict) or not set(PARTS) & set(data):
        raise UnreadableFileError(path, f"it holds none of {', '.join(PARTS)}")
    if odd := [name for name in PARTS if not isinstance(data.get(name, []), list)]:
        raise UnreadableFileError(path, f"“{odd[0]}” is no list in it")
    for name, line, value in _elements(text):
        yield from _element(name, value, Where(path.name, line))


def _element(name: str, value: object, where: Where) -> Iterable[Located | Problem]:
    """Return the record that stands in a part of a document, or what is wrong with it."""
    if name in PASSED_OVER:
        return []
    if name not in PARTS:
        hint = f"The parts are {', '.join(PARTS)}; leave out any other"
        return [line_problem(where, name, "there is no such part", hint)]
    if not isinstance(value, dict):
        hint = f"Write a list of JSON objects under “{name}”"
        return [line_problem(where, value, "this is no JSON object", hint)]
    return validate(PARTS[name], value, where)


def _elements(text: str) -> Iterator[tuple[str, int, object]]:
    """Return the elements of each part of a JSON object, with the part and the line of each.

    A part that is no list is one element. The text is known to be a JSON object.
    """
    decode = JSONDecoder().raw_decode
    at, counted, line = _after_space(text, _after_space(text, 0) + 1), 0, 1
    while text[at] != "}":
        name, at = decode(text, at)
        at = _after_space(text, _after_space(text, at) + 1)
        many = text[at] == "["
        at = _after_space(text, at + 1) if many else at
        while not many or text[at] != "]":
            line, counted = line + text.count("\n", counted, at), at
            value, at = decode(text, at)
            yield name, line, value
            at = _after_space(text, at)
            if not many:
                break
            at = _after_comma(text, at)
        at = _after_comma(text, _after_space(text, at + many))


def _after_space(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at


def _after_comma(text: str, at: int) -> int:
    return _after_space(text, at + 1) if text[at] == "," else at


def _package(path: Path) -> Found:
    """Read our files of a zip; its other files are left alone, and nothing is written."""
    try:
        with ZipFile(path) as archive:
            held = [one for one in archive.infolist() if one.filename in jsonl.FILES]
            _refuse_above(MAX_DOCUMENT, sum(one.file_size for one in held), path)
            names = [one.filename for one in held]
            if not held or len(names) > len(set(names)):
                many = "none" if not held else "one twice"
                raise UnreadableFileError(path, f"it holds {many} of {', '.join(jsonl.FILES)}")
            for one in sorted(held, key=lambda one: list(jsonl.FILES).index(one.filename)):
                with archive.open(one) as lines:
                    yield from _member(path, one.filename, lines)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise UnreadableFileError(path, f"it is no zip that can be read: {error}") from error


def _member(path: Path, name: str, lines: IO[bytes]) -> Found:
    """Read one of our files in a zip."""
    for found in objects(lines, f"{path.name}/{name}"):
        yield from [found] if isinstance(found, Problem) else validate(jsonl.FILES[name], *found)


def _refuse_above(limit: int, size: int, path: Path) -> None:
    if size > limit:
        raise UnreadableFileError(path, f"it is larger than the limit of {limit:,} bytes")


READERS = {
    ".json": _document,
    ".jsonld": own.records,
    ".htm": own.records,
    ".html": own.records,
    ".zip": _package,
}
"""What reads an exported file, by how its name ends."""

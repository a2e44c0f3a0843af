"""Our own files: one JSON record a line, `parties`, `sources`, `indicators` and `claims.jsonl`.

Every fault becomes a `Problem` with file, line, field, value and hint; the good lines
are returned beside it. Only a file that cannot be read at all raises.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, NoReturn

from pydantic import ValidationError

from claims.collection import Located
from claims.errors import Problem, UnreadableFileError, Where
from claims.records import MODELS, Claim, Record, RecordName, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

FILES: dict[str, RecordName] = {
    "parties.jsonl": "party",
    "sources.jsonl": "source",
    "indicators.jsonl": "indicator",
    "claims.jsonl": "claim",
}
"""File names and what their lines are, in the order in which they refer to one another."""

MAX_LINE = 1_000_000
MAX_FILE = 2**30
WHOLE_LINE = "Write one JSON object a line, in UTF-8"
HINTS = {
    "missing": "Add the field",
    "extra_forbidden": "Remove it, or spell it as data/README.md does",
    "enum": "Use one of the words that the message lists",
    "string_pattern_mismatch": "Use the form that data/README.md shows for this field",
    "string_too_short": "Say something, or leave the field out",
    "greater_than_equal": "Write a number of 0 or more",
    "value_error": "Correct the value",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the good records with their places, and the problems of the others."""

    records: tuple[Located, ...]
    problems: tuple[Problem, ...]


def read(path: Path) -> Loaded:
    """Read one of our files, or the folder that holds them.

    Raises UnreadableFileError where nothing can be read at all.
    """
    found: list[Located | Problem] = []
    try:
        for file in _files(path):
            found += _read_file(file)
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "it cannot be opened") from error
    return Loaded(
        tuple(item for item in found if isinstance(item, Located)),
        tuple(item for item in found if isinstance(item, Problem)),
    )


def rewrite(path: Path, loaded: Loaded) -> list[Path]:
    """Write the records read from our files back in their one form; return what was written.

    Records are sorted by id, claims by indicator (those without one last), period and id. A
    file with a problem is left as it is, so that no line is lost.
    """
    faulty = {problem.where.file for problem in loaded.problems}
    written = []
    for file in _files(path):
        records = [item.record for item in loaded.records if item.where.file == file.name]
        if file.name not in faulty:
            lines = (f"{to_json(record)}\n" for record in sorted(records, key=_place))
            file.write_text("".join(lines), encoding="utf-8")
            written.append(file)
    return written


def _place(record: Record) -> tuple[str, str, str]:
    """Return what a file is sorted by."""
    if isinstance(record, Claim):
        return record.indicator or "~", str(record.period or ""), record.id
    return "", "", record.id


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise UnreadableFileError(path, "there is no such file or folder")
    files = [path / name for name in FILES if (path / name).is_file()] if path.is_dir() else [path]
    if not files:
        raise UnreadableFileError(path, f"the folder holds none of {', '.join(FILES)}")
    for file in files:
        if file.name not in FILES:
            raise UnreadableFileError(file, f"its name is none of {', '.join(FILES)}")
        if not file.is_file():
            raise UnreadableFileError(file, "it is no regular file")
        if file.stat().st_size > MAX_FILE:
            raise UnreadableFileError(file, f"it is larger than the limit of {MAX_FILE:,} bytes")
    return files


def _read_file(file: Path) -> Iterator[Located | Problem]:
    name = FILES[file.name]
    with file.open("rb") as lines:
        for found in objects(lines, file.name):
            yield from [found] if isinstance(found, Problem) else validate(name, *found)


def objects(lines: IO[bytes], name: str) -> Iterator[tuple[dict[str, Any], Where] | Problem]:
    """Return the JSON object of each line with its place in a file of this name, or its problem."""
    number = 0
    while line := lines.readline(MAX_LINE + 1):
        number += 1
        where = Where(name, number)
        if len(line) > MAX_LINE:
            yield line_problem(where, "", f"the line is longer than {MAX_LINE:,} bytes")
            _skip_rest_of_line(lines, line)
        elif line.strip():
            yield _object(where, line.rstrip(b"\r\n"))


def _skip_rest_of_line(lines: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(MAX_LINE)


def _object(where: Where, line: bytes) -> tuple[dict[str, Any], Where] | Problem:
    """Return the JSON object that a line holds, or what is wrong with the line."""
    try:
        data = parse(line.decode("utf-8-sig" if where.line == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        return line_problem(where, repr(line[error.start : error.end]), "the line is not UTF-8")
    except (ValueError, RecursionError) as error:
        return line_problem(where, line.decode(errors="replace"), f"no JSON: {error}")
    if isinstance(data, dict):
        return data, where
    return line_problem(where, data, "the line is no JSON object")


def parse(text: str) -> object:
    """Read JSON as it is defined: no NaN, and no field twice.

    Raises ValueError and RecursionError.
    """
    return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique_keys)


def validate(name: RecordName, data: dict[str, Any], where: Where) -> list[Located | Problem]:
    """Return the record that a JSON object makes, or one problem for each fault in it."""
    try:
        record: Record = MODELS[name].model_validate(data)
    except ValidationError as error:
        record_id = _shorten(data.get("id", ""), 80)
        return [_field_problem(where, record_id, fault) for fault in error.errors()]
    return [Located(record, where)]


def _field_problem(where: Where, record_id: str, fault: ErrorDetails) -> Problem:
    field = ".".join(_shorten(str(part)) for part in fault["loc"])
    value = "" if fault["type"] == "missing" else _shorten(fault["input"])
    message = fault["msg"].removeprefix("Value error, ")
    hint = HINTS.get(fault["type"], "Correct the value as data/README.md says")
    return Problem(where, record_id, field, value, message, hint)


def line_problem(where: Where, value: object, message: str, hint: str = WHOLE_LINE) -> Problem:
    """Return the problem of a line, or of a part of a file, that holds no record at all."""
    return Problem(where, "", "", _shorten(value), message, hint)


def _shorten(value: object, most: int = 60) -> str:
    """Return a value as text that can be printed, cut to a length."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    short = text if len(text) <= most else f"{text[:most]}…"
    return short.encode(errors="backslashreplace").decode()


def _refuse_constant(constant: str) -> NoReturn:
    message = f"{constant} is no JSON number"
    raise ValueError(message)


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        message = "a field is given twice"
        raise ValueError(message)
    return data

"""Mappings from YAML: those that come with the program, by name, and anybody's file.

Every value is read as text and made a number or a date by the mapping's own fields: `no` is
the word no, and `2022-02-24` is EDTF.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from claims.errors import UnreadableFileError
from claims.imports.errors import BadMappingError, UnknownMappingError
from claims.imports.mapping import Mapping

READY = Path(__file__).parent / "mappings"
"""Where the mappings are that come with the program."""
SUFFIXES = {".yaml", ".yml"}
LARGEST = 1_000_000
"""Bytes of a mapping."""


def ready() -> tuple[Mapping, ...]:
    """Return the mappings that come with the program, by name."""
    return tuple(read(path) for path in sorted(READY.glob("*.yaml"), key=_stem))


def _stem(path: Path) -> str:
    return path.stem


def load(name: str) -> Mapping:
    """Return a ready mapping by its name, or the one in a YAML file.

    Raises UnknownMappingError, UnreadableFileError and BadMappingError.
    """
    names = sorted(path.stem for path in READY.glob("*.yaml"))
    if name in names:
        return read(READY / f"{name}.yaml")
    path = Path(name)
    if path.suffix.lower() not in SUFFIXES:
        raise UnknownMappingError(name, names)
    return read(path)


def read(path: Path) -> Mapping:
    """Read a mapping from a file; raises UnreadableFileError and BadMappingError."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be opened"
        raise UnreadableFileError(path, reason) from error
    return parse(content, path.name)


def parse(content: bytes | str, name: str) -> Mapping:
    """Return the mapping that a YAML text is; raises BadMappingError with what is wrong."""
    if len(content) > LARGEST:
        raise BadMappingError(name, [f"it is larger than {LARGEST:,} bytes"])
    try:
        return Mapping.model_validate(_plain(content))
    except ValidationError as error:
        raise BadMappingError(name, _faults(error)) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadMappingError(name, [" ".join(str(error).split())]) from error
    except RecursionError as error:
        raise BadMappingError(name, ["it is nested too deeply"]) from error


def _faults(error: ValidationError) -> list[str]:
    """Say each fault with its place; what only follows from a fault further in is left out."""
    every = [(".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors()]
    deepest = [
        (at, said) for at, said in every if not any(o.startswith(f"{at}.") for o, _ in every)
    ]
    return [f"{at or 'mapping'}: {said.removeprefix('Value error, ')}" for at, said in deepest]


def as_yaml(mapping: Mapping) -> str:
    """Write a mapping as YAML: what it leaves out is left out."""
    plain = mapping.model_dump(mode="json", exclude_defaults=True)
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100)


def _plain(content: bytes | str) -> object:
    """Read YAML to plain values, all of them text; refuse references and fields given twice."""
    text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            fault = f"references are not read: *{event.anchor}"
            raise yaml.YAMLError(fault)
    return yaml.load(text, Loader=_Strict)  # noqa: S506 - a BaseLoader makes text of everything


class _Strict(yaml.BaseLoader):
    """Reads all values as text and refuses a field that is given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - as PyYAML declares it
        """Return the fields of one mapping node."""
        seen: set[object] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                fault = f"a field is named by a word{key.start_mark}"
                raise yaml.YAMLError(fault)
            if key.value in seen:
                fault = f"“{key.value}” is given twice{key.start_mark}"
                raise yaml.YAMLError(fault)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)

"""Where the sheets of an XLSX workbook stand in its zip."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from claims.errors import UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipFile

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
UTF_8 = re.compile(
    rb"""(\xef\xbb\xbf)?\s*<(?!\?xml[^>]*encoding=["'](?!utf-8|us-ascii))""", re.IGNORECASE
)


def sheet_members(archive: ZipFile, path: Path) -> dict[str, str]:
    """Return the names of a workbook's sheets with the files in which they stand.

    Raises UnreadableFileError where the workbook does not say.
    """
    targets = {
        one.get("Id"): one.get("Target", "") for one in _tags(archive, path, RELATIONS, RELATION)
    }
    members = {}
    for sheet in _tags(archive, path, WORKBOOK, SHEET):
        relation = next((value for key, value in sheet.items() if key.endswith(":id")), "")
        target = targets.get(relation, "").removeprefix("/").removeprefix("xl/")
        members[sheet.get("name", "")] = f"xl/{target}"
    return members


def check_utf_8(archive: ZipFile, path: Path, member: str) -> None:
    """Refuse XML that is not in UTF-8: only that is looked through. Raises UnreadableFileError."""
    with archive.open(member) as file:
        if not UTF_8.match(file.read(200)):
            raise UnreadableFileError(path, f"“{member}” in it is not XML in UTF-8")


def _tags(archive: ZipFile, path: Path, member: str, tag: re.Pattern[str]) -> list[dict[str, str]]:
    """Return the attributes of each tag of a kind in a file of the zip."""
    try:
        text = archive.read(member).decode("utf-8-sig")
    except (KeyError, UnicodeDecodeError) as error:
        raise UnreadableFileError(path, f"it is damaged: “{member}” is missing") from error
    return [
        {name: unescape(double or single) for name, double, single in ATTRIBUTE.findall(found)}
        for found in tag.findall(text)
    ]

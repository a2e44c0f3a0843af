"""How the rows of a text file are cut into cells: what stands between them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

from clevercsv import Detector
from clevercsv.exceptions import NoDetectionResult

DELIMITERS = [",", ";", "\t", "|"]
SAMPLED_LINES, SAMPLED_LINE = 60, 1_000
"""Lines that the delimiter is told from, and their longest: detection is slow on long ones."""
SEPARATOR = re.compile(r"\ufeff?sep=([,;\t|])\s*", re.IGNORECASE)
"""A first line by which Excel is told the delimiter: `sep=;`."""
UNTOLD = re.compile("[\0\ud800-\udfff]")
"""What is no character; the library that detects dialects stumbles over it."""
BY_NAME = {".tsv": "\t", ".tab": "\t", ".psv": "|"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """What stands between cells, around them, and before a quotation mark inside of one."""

    delimiter: str = ","
    quote: str = '"'
    escape: str | None = None

    def settings(self) -> dict[str, str | int | bool | None]:
        """Return the dialect as `csv.reader` takes it."""
        return {
            "delimiter": self.delimiter,
            "quotechar": self.quote or None,
            "quoting": csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            "escapechar": self.escape,
            "skipinitialspace": self.delimiter != " ",
        }


def dialect_of(lines: list[str], suffix: str = "") -> Dialect:
    """Return the dialect of the first lines of a file with this suffix.

    Example: the lines "a;b" and "1,5;2" are cut at semicolons. Where nothing tells, at commas.
    """
    short = [line for line in lines[:SAMPLED_LINES] if len(line) <= SAMPLED_LINE]
    sample = UNTOLD.sub("?", "".join(short or [line[:SAMPLED_LINE] for line in lines[:3]]))
    delimiter = _delimiter(sample, BY_NAME.get(suffix, ""))
    escape = "\\" if '\\"' in sample and '\\""' not in sample else None
    return Dialect(delimiter, _quote(sample, delimiter), escape)


def _delimiter(sample: str, by_name: str) -> str:
    if by_name and by_name in sample:
        return by_name
    try:
        found = Detector().detect(sample, delimiters=DELIMITERS)
        if found and found.delimiter in DELIMITERS:
            return str(found.delimiter)
    except NoDetectionResult:
        pass
    try:
        return csv.Sniffer().sniff(sample, "".join(DELIMITERS)).delimiter
    except csv.Error:
        return by_name or ","


def _quote(sample: str, delimiter: str) -> str:
    """Return the quotation mark: the single one only where it encloses cells and nothing else.

    Names such as 'Orlan-20' at the start of a cell are no quotation.
    """
    if '"' in sample or f"'{delimiter}" not in sample:
        return '"'
    cut = re.escape(delimiter)
    starts = len(re.findall(rf"(?m)(?:^|{cut})'", sample))
    whole = len(re.findall(rf"(?m)(?:^|(?<={cut}))'(?:[^'\n]|'')*'(?={cut}|\r?$)", sample))
    apostrophes = sample.count("'") - sample.count("''")
    return "'" if starts == whole and apostrophes >= 2 * starts else '"'

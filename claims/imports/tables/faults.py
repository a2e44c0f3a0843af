"""What is wrong with a row, said as a problem."""

from __future__ import annotations

from claims.errors import Problem, Where
from claims.imports.tables.limits import MAX_CELL

BYTE, STRAYS = 0xFF, 0xDC00
CUT_OFF = "from here on nothing can be read"
"""How the message of a problem begins after which there are no more rows."""
LONGEST = 60
"""Characters of a value that a problem shows."""
EXPORT_AGAIN = "Export the table again, as CSV in UTF-8 or as XLSX"
TOO_LONG = f"the cell is longer than the limit of {MAX_CELL:,} characters"
SHORTEN = "Shorten the cell, or leave the column out"


def fault(  # noqa: PLR0913 - the facts of a problem
    file: str, number: int, message: str, hint: str, *, column: str = "", value: str = ""
) -> Problem:
    """Return the problem of a row (0: of the whole file), its value shortened.

    Example: `fault("a.csv", 7, "...", "...", column="killed", value="n/a")`.
    """
    return Problem(Where(file, number), "", column, shortened(value), message, hint)


def shortened(text: str) -> str:
    """Return text as it can be printed on one line, cut to a length."""
    shown = " ".join(text[: 4 * LONGEST].split())
    short = shown if len(shown) <= LONGEST and len(text) < 4 * LONGEST else f"{shown[:LONGEST]}…"
    return "".join(_printable(sign) for sign in short)


def _printable(sign: str) -> str:
    """Return a character as it is, or the number of one that cannot be printed.

    A byte that is no character of the encoding was kept as U+DC80 and the byte's low bits.
    """
    if sign.isprintable():
        return sign
    code = ord(sign)
    return (
        f"\\x{code & 0xFF:02x}"
        if code <= BYTE or STRAYS <= code <= STRAYS + BYTE
        else f"\\u{code:04x}"
    )

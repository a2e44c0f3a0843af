"""What encoding a table's text is in, told from its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from claims.documents.decoding import BYTE_ORDER_MARKS, COMMONEST, UTF_8
from claims.imports.tables.errors import UnknownTableError

if TYPE_CHECKING:
    from claims.imports.tables.source import Source

HEAD = 2**20
"""Bytes that the encoding is told from."""
TELLING = 2**15
"""Bytes of lines with other than plain letters that are weighed."""
CANDIDATES = """
    cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 koi8_r koi8_u
    cp932 euc_jp iso2022_jp gb18030 big5 cp949 tis_620
""".split()
"""Encodings that tables are published in; those of mainframes and of mail only mislead."""
WIDE = {1: "utf-16-le", 0: "utf-16-be"}
"""Which byte of a pair is zero in plain Latin text, and the encoding that this means."""
MOSTLY, FEW = 0.3, 0.02
"""Shares: zero bytes above the first mean UTF-16, control bytes above the second no text."""
CONTROL = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))
"""Bytes that stand in no text."""
FAITHFUL = 3
"""Characters in good UTF-8 for each stray byte, so that a file counts as UTF-8."""
STRAY = re.compile("[\udc80-\udcff]")
NOT_UTF_8 = ("utf-16", "utf-32", "iso2022")


def encoding_of(source: Source) -> str:
    """Return the encoding: by byte order mark, as UTF-8 where that fits, else as recognised.

    Example: the bytes of "Zoë" in a Western file give "cp1252". Raises UnknownTableError where
    the bytes are no text.
    """
    sample = _telling(source)
    mark = next((name for bom, name in BYTE_ORDER_MARKS.items() if sample.startswith(bom)), None)
    wide = mark or _wide(sample)
    if wide:
        return wide
    if len(sample) - len(sample.translate(None, CONTROL)) > FEW * len(sample):
        raise UnknownTableError(source.name)
    return UTF_8 if sample.isascii() or _is_utf_8(sample) else _recognised(sample)


def keeping(encoding: str) -> str:
    """Return how bytes that are not of an encoding are kept, so that their row can be told."""
    return "replace" if encoding.startswith(NOT_UTF_8) else "surrogateescape"


def _telling(source: Source) -> bytes:
    """Return the head of the bytes; further down, where only there other than ASCII stands."""
    with source.open() as file:
        head = piece = file.read(HEAD)
        if b"\0" in head:
            return head
        while piece.isascii() and piece:
            piece = file.read(HEAD)
    return head if piece is head else head[: HEAD // 8] + b"\n" + piece if piece else head


def _wide(sample: bytes) -> str:
    """Return the encoding of text in pairs of bytes that has no mark, empty for any other."""
    half = len(sample) // 2
    for first, name in WIDE.items():
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if half and zeros > MOSTLY * half and others < FEW * half:
            return name
    return ""


def _is_utf_8(sample: bytes) -> bool:
    """Tell whether bytes are UTF-8, apart from a character cut at the end and a few strays."""
    text = sample.decode(UTF_8, "surrogateescape")
    strays = len(STRAY.findall(text[:-3]))
    if not strays:
        return True
    good = sum(not sign.isascii() for sign in text) - strays
    return good > FAITHFUL * strays


def _recognised(sample: bytes) -> str:
    """Return the encoding that the letters of the lines with other than ASCII make likely."""
    lines = b"\n".join(line for line in sample.splitlines() if not line.isascii())
    likely = from_bytes(lines[:TELLING], cp_isolation=CANDIDATES, enable_fallback=False)
    best = likely.best()
    if best is None:
        return COMMONEST
    as_good = [m for m in likely if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    # Where two encodings make one text of the bytes, the library names either.
    same = {name for match in as_good for name in match.could_be_from_charset}
    return COMMONEST if COMMONEST in same else str(best.encoding)

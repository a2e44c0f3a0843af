"""Bytes to text: what encoding a page or a file is in."""

from __future__ import annotations

import codecs
import re

from claims.documents.errors import DamagedDocumentError, MissingLibraryError, UnknownFormatError

COMMONEST = "cp1252"
"""Taken where nothing speaks for another: so do browsers for the languages of the West."""
KIND, LIBRARY = "text", "charset-normalizer"
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""The longer marks first: that of UTF-32 begins with that of UTF-16."""
KNOWN = re.compile(
    r"utf-8|utf-16(-[bl]e)?|cp\d+|iso8859-\d+|koi8-[rtu]|gb\w+|big5\w*|hz|euc_\w+|shift_jis\w*"
    r"|iso2022_\w+|mac-\w+|tis-620"
)
"""Encodings that texts are published in; Python knows others, some of them slow or unsafe."""
MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What pages in these are truly in, as the WHATWG Encoding Standard has it: curly quotes."""
UTF_8 = "utf-8"
MISSTATED = {"utf-16", "utf-16le", "utf-16be", "utf-32"}
"""A page whose own bytes say this in single letters is in UTF-8."""
IN_PAGE = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE
)
IN_DECLARATION = re.compile(rb"""^\s{0,9}<\?xml[^<>]{0,99}?encoding=["']([\w.:-]{1,40})""")
HEAD = 4_096
"""Bytes of a page in which it states its encoding."""


def decoded(content: bytes, name: str, stated: str | None = None) -> str:
    """Return the text of bytes: by their mark, as stated, as UTF-8, or as recognised.

    Raises UnknownFormatError where they are no text, DamagedDocumentError where they are in no
    encoding that is known.
    """
    mark = next((e for bom, e in BYTE_ORDER_MARKS.items() if content.startswith(bom)), None)
    wide = mark or _known(stated).startswith("utf-16")
    if b"\0" in content and not wide:
        raise UnknownFormatError(name)
    for encoding in filter(None, (mark, _known(stated), UTF_8)):
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    return _recognised(content, name)


def stated_in_page(content: bytes) -> str | None:
    """Return the encoding that a web page states in its head."""
    head = content[:HEAD]
    found = IN_PAGE.search(head) or IN_DECLARATION.search(head)
    label = found[1].decode("ascii", "replace").lower() if found else None
    return UTF_8 if label in MISSTATED else label


def _known(label: str | None) -> str:
    """Return the encoding that a label means, empty where it is none that texts are in."""
    try:
        encoding = codecs.lookup(label or "").name
    except (LookupError, ValueError):
        return ""
    return MEANT.get(encoding, encoding) if KNOWN.fullmatch(encoding) else ""


def _recognised(content: bytes, name: str) -> str:
    """Return the text in the encoding that its letters make likely."""
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - only where it is needed
    except ImportError as error:
        raise MissingLibraryError(KIND, LIBRARY) from error
    likely = from_bytes(content)
    best = likely.best()
    if best is None:
        raise DamagedDocumentError(name, KIND)
    as_good = [m for m in likely if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    return str(next((match for match in as_good if match.encoding == COMMONEST), best))

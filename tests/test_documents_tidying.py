"""The one form of every text, and the errors that documents and addresses raise."""

from __future__ import annotations

import inspect
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from claims.documents import errors
from claims.documents.tidying import one_line, tidy
from claims.fields import UNSAFE, Text

if TYPE_CHECKING:
    from claims.errors import ClaimsError

TIDIED = [
    # text, tidy, why
    ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh", "line ends"),
    ("five\tsix\n", "five\tsix\n", "tabs and line ends stay"),
    ("fi\x00ve\x1b[31m\x7f\x9f", "five[31m", "control characters"),
    ("\ufefffi\u200bve\u2060", "five", "marks of where a line may break"),
    ("kil\xadled", "killed", "a soft hyphen"),
    ("\u202efive\u2066", "five", "marks that turn the order of reading"),
    ("five\ud800", "five", "half a character"),
    ("Cafe\u0301", "Café", "an accent in two characters"),
    ("\ufb01ve", "\ufb01ve", "a ligature is another character, not another spelling"),
    ("2\xa0500", "2\xa0500", "a space that keeps together stays"),
    ("می\u200cخواهم", "می\u200cخواهم", "a mark that letters of Persian need stays"),
    ("e" + "\u0301" * 40, unicodedata.normalize("NFC", "e" + "\u0301" * 30), "a tower of accents"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tidied", "why"), TIDIED)
def test_a_text_is_tidied(text: str, tidied: str, why: str) -> None:
    """One kind of line end, one spelling of each letter, nothing that cannot be seen or quoted."""
    assert tidy(text) == tidied, why


@given(st.text(st.characters(codec=None)))
def test_a_tidy_text_stays_as_it_is(text: str) -> None:
    """Offsets into it hold however often it is read, and every line of it can be quoted."""
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert UNSAFE.search(tidied) is None
    assert unicodedata.is_normalized("NFC", tidied)
    for line in filter(str.strip, tidied.split("\n")):
        TypeAdapter(Text).validate_python(line[:2_000].strip() or "x")


def test_a_tower_of_accents_takes_no_time() -> None:
    """Two million of them, which the Unicode rules alone would sort for hours."""
    assert len(tidy("e" + "\u0301\u0316" * 1_000_000)) <= 31


def test_a_heading_is_one_line() -> None:
    """Whatever space it was set with."""
    assert one_line(" Five\n\tkilled \x00 today ") == "Five killed today"
    assert one_line(None) == ""


RAISED: list[tuple[ClaimsError, str]] = [
    (
        errors.TooLargeError("a.pdf", 500, "pages"),
        "“a.pdf” is too large: at most 500 pages are read. Paste the part that matters instead.",
    ),
    (
        errors.TooIntricateError("a.pdf", 60.0),
        "“a.pdf” takes longer than 60 seconds to read. Paste the part that matters instead.",
    ),
    (
        errors.UnknownFormatError("a.png", "image/png"),
        (
            "“a.png” is of a kind that is not read (image/png). "
            "Give plain text, a web page, a PDF or a Word document (.docx)."
        ),
    ),
    (
        errors.DamagedDocumentError("a.pdf", "a PDF"),
        (
            "“a.pdf” cannot be read as a PDF: it is damaged or is something else. "
            "Save it again, or paste its text."
        ),
    ),
    (
        errors.LockedDocumentError("a.pdf"),
        "“a.pdf” is encrypted. Save a copy without a password, or paste its text.",
    ),
    (
        errors.NoTextError("a.pdf"),
        (
            "“a.pdf” holds no running text: it is empty, a page of links, or made of pictures. "
            "Paste the text itself."
        ),
    ),
    (
        errors.MissingLibraryError("a PDF", "pypdf"),
        (
            "Reading a PDF needs the library pypdf, which is not installed. "
            "Install On Record anew: pip install on-record."
        ),
    ),
    (
        errors.RefusedAddressError("ftp://a.example", "it is no web address"),
        "“ftp://a.example” is not fetched: it is no web address.",
    ),
    (
        errors.LocalAddressError("http://10.0.0.1/"),
        (
            "“http://10.0.0.1/” leads to a machine of the local network or to none of the open "
            "web, which On Record never asks. Paste the text instead."
        ),
    ),
    (
        errors.NotFetchedError("https://a.example/", "the server answered 404"),
        "“https://a.example/” could not be fetched: the server answered 404.",
    ),
    (
        errors.TooManyRedirectsError("https://a.example/", 5),
        "“https://a.example/” led on to another address more than 5 times.",
    ),
    (
        errors.TooSlowError("https://a.example/", 20.0),
        "“https://a.example/” did not answer in full within 20 seconds.",
    ),
]


@pytest.mark.parametrize(("error", "message"), RAISED)
def test_an_error_words_itself_from_its_facts(error: ClaimsError, message: str) -> None:
    """Every message is a sentence for a reader, made in one place."""
    assert str(error) == message


def test_the_docstring_draws_the_whole_tree() -> None:
    """Whoever reads the module's first lines knows every exception, and each has a cause."""
    drawn = set(re.findall(r"\w+Error", errors.__doc__ or ""))
    defined = {
        name for name, e in inspect.getmembers(errors, inspect.isclass) if issubclass(e, Exception)
    }
    assert drawn == defined == {type(error).__name__ for error, _ in RAISED} | {"ClaimsError"}

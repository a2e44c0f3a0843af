"""Documents of every kind to their text: what is read, what is said about it, what is refused."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zlib

import pytest

from claims.documents import errors, pdf
from claims.documents.document import MOST_CHARACTERS
from claims.documents.reading import MOST_BYTES, read
from claims.errors import ClaimsError
from tests import papers

KILLED = "At least five people were killed when the bridge fell on Monday, the ministry said."
WOUNDED = "“More than twenty-seven” were wounded – a doctor told the agency by telephone."
HTML, PDF, WORD = (
    "text/html",
    "application/pdf",
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
)
PAGE = papers.web_page(KILLED, WOUNDED).encode()
REPORT = papers.pdf(["At least five people were killed."])
LETTER = papers.word(KILLED, WOUNDED)

KINDS = [
    # content, name, stated media type, what it is read as
    (b"Five dead.", "note.txt", None, "text/plain"),
    (b"Five dead.", "NOTE.TXT", "application/octet-stream", "text/plain"),
    (b"Five dead.", "note", None, "text/plain"),
    (b"Five dead.", "https://news.example/a.php", "text/plain; charset=utf-8", "text/plain"),
    (b"Five dead.", "note.md", None, "text/markdown"),
    (b"Five dead.", "note", "text/x-markdown", "text/markdown"),
    (b"a < b and five <html", "note.txt", "text/plain", "text/plain"),
    (PAGE, "page.html", None, HTML),
    (PAGE, "page.HTM", None, HTML),
    (PAGE, "https://news.example/", "application/xhtml+xml; charset=utf-8", HTML),
    (PAGE, "saved", None, HTML),
    (KILLED.join(("<p>", "</p>")).encode(), "part.html", None, HTML),
    (REPORT, "report.pdf", None, PDF),
    (REPORT, "report.txt", "text/plain", PDF),
    (b"\n" + REPORT, "report", "application/octet-stream", PDF),
    (LETTER, "letter.docx", None, WORD),
    (LETTER, "letter.zip", "application/zip", WORD),
]


@pytest.mark.parametrize(("content", "name", "stated", "kind"), KINDS)
def test_the_kind_is_seen_from_the_bytes_then_stated_then_named(
    content: bytes, name: str, stated: str | None, kind: str
) -> None:
    """A PDF that is called a text is a PDF; what shows nothing is what it is said to be."""
    document = read(content, name, stated)
    assert document.media_type == kind
    assert "ive" in document.text


def test_a_document_knows_the_hash_of_its_text() -> None:
    """A source keeps this hash, and another reading of the same text gives it again."""
    document = read(KILLED.encode(), "note.txt")
    assert document.sha256 == hashlib.sha256(KILLED.encode()).hexdigest()
    assert read(b"\xef\xbb\xbf" + KILLED.encode(), "other.txt").sha256 == document.sha256


def test_a_plain_text_is_taken_as_it_stands() -> None:
    """Only the space around it goes; the lines inside keep their places."""
    document = read(b"\n\n  Five dead.\r\n\r\n\tTwo wounded.  \n", "note.txt")
    assert document.text == "Five dead.\n\n\tTwo wounded."
    assert document.title is None


def test_the_first_heading_of_markdown_is_its_title() -> None:
    """The heading stays in the text too, so that it can be quoted."""
    document = read(b"# Bridge falls\n\nFive *dead*.", "note.md")
    assert (document.title, document.text) == ("Bridge falls", "# Bridge falls\n\nFive *dead*.")


LINES = ["Situation report 5", "At least five people were killed and more than twenty-",
         "seven wounded when the bridge over the river fell on",
         "Monday, the ministry of health said.", "The number may rise."]  # fmt: skip


@pytest.mark.parametrize("packed", [False, True])
def test_the_lines_of_a_pdf_are_paragraphs_again(packed: bool) -> None:
    """A sentence that the paper broke is one; headings and pages stay apart; a hyphen stays."""
    content = papers.pdf(LINES, ["Page two (in brackets)."], packed=packed)
    assert read(content, "report.pdf").text.split("\n\n") == [
        "Situation report 5",
        (
            "At least five people were killed and more than twenty-seven wounded when the bridge "
            "over the river fell on Monday, the ministry of health said."
        ),
        "The number may rise.",
        "Page two (in brackets).",
    ]


def test_a_pdf_says_its_title_and_no_day() -> None:
    """The date of a file is not the day of publication."""
    info = "/Title (Flood report) /Author (Health Desk) /CreationDate (D:20210727120000Z)"
    document = read(papers.pdf(LINES, info=info, root="/Lang (en-GB)"), "report.pdf")
    assert (document.title, document.author) == ("Flood report", "Health Desk")
    assert (document.published, document.language) == (None, "en-GB")


def test_what_a_pdf_says_in_no_known_form_is_left_out() -> None:
    """A language that is none is no reason to refuse the text."""
    document = read(papers.pdf(LINES, info="/Title ( )", root="/Lang (English!)"), "report.pdf")
    assert (document.title, document.language) == (None, None)


def test_a_pdf_that_anyone_may_open_is_read() -> None:
    """Many reports are encrypted only so that nobody changes them."""
    assert read(papers.locked(REPORT, ""), "report.pdf").text == "At least five people were killed."


REFUSED: list[tuple[str, bytes, str, type[ClaimsError], str]] = [
    ("nothing", b"", "a.txt", errors.NoTextError, "holds no running text"),
    ("space", b" \n\t\r\n", "a.txt", errors.NoTextError, "holds no running text"),
    ("an empty page", b"", "a.html", errors.NoTextError, "holds no running text"),
    ("links alone", papers.web_page().encode(), "a.html", errors.NoTextError, "a page of links"),
    ("a scan", papers.pdf([]), "a.pdf", errors.NoTextError, "made of pictures"),
    ("an empty letter", papers.word(), "a.docx", errors.NoTextError, "holds no running text"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0", "a.png", errors.UnknownFormatError, "is not read"),
    ("an old letter", b"\xd0\xcf\x11\xe0\0", "a.doc", errors.UnknownFormatError, "is not read"),
    ("a wrong name", b"\0\1\2", "a.txt", errors.UnknownFormatError, "is not read"),
    ("no PDF", b"five dead", "a.pdf", errors.DamagedDocumentError, "cannot be read as a PDF"),
    ("half a PDF", REPORT[:200], "a.pdf", errors.DamagedDocumentError, "cannot be read as a PDF"),
    ("no letter", b"five", "a.docx", errors.DamagedDocumentError, "cannot be read as a Word"),
    ("half a letter", LETTER[:999], "a.docx", errors.DamagedDocumentError, "as a Word document"),
    ("markup", papers.word_of("<w:p>"), "a.docx", errors.DamagedDocumentError, "as a Word"),
    ("no text", b"\x81\x8d\x8f\x90\x9d" * 9, "a.txt", errors.DamagedDocumentError, "as text"),
    ("locked", papers.locked(REPORT, "secret"), "a.pdf", errors.LockedDocumentError, "encrypted"),
    ("bytes", b"a" * (MOST_BYTES + 1), "a.txt", errors.TooLargeError, "10,000,000 bytes"),
    ("characters", b"a" * (MOST_CHARACTERS + 1), "a", errors.TooLargeError, "2,000,000 characters"),
    ("tags", b"<p>five</p>" * 50_001, "a.html", errors.TooLargeError, "100,000 tags"),
    ("attributes", b"<p " + b"a=1 " * 5_000 + b">five</p>", "a.html", errors.TooLargeError,
     "300 attributes of one tag"),
    ("pages", papers.pdf(*[["five"]] * 501), "a.pdf", errors.TooLargeError, "500 pages"),
    (
        "long pages", papers.pdf(*[["a" * 60] * 9_000] * 5, packed=True), "a.pdf",
        errors.TooLargeError, "2,000,000 characters",
    ),
    (
        "a page without end", papers.pdf(["a"] * 300_000, packed=True), "a.pdf",
        errors.DamagedDocumentError, "cannot be read as a PDF",
    ),
    (
        "unpacked", papers.with_part(LETTER, "word/media/a.bin", bytes(31_000_000)), "a.docx",
        errors.TooLargeError, "30,000,000 unpacked bytes",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "content", "name", "error", "words"), REFUSED)
def test_what_cannot_be_read_is_refused_with_the_reason(
    what: str, content: bytes, name: str, error: type[ClaimsError], words: str
) -> None:
    """The refusal names the document and the limit, and says what to do instead."""
    with pytest.raises(error, match=words) as refused:
        read(content, name)
    assert f"“{name}”" in str(refused.value), what


def test_the_limits_themselves_are_still_read() -> None:
    """A text of exactly the limit, and a PDF of exactly the limit, are whole."""
    assert len(read(b"a" * MOST_CHARACTERS, "a.txt").text) == MOST_CHARACTERS
    assert read(papers.pdf(*[["five"]] * 500), "a.pdf").text.count("five") == 500


def test_a_part_that_hides_its_size_is_no_way_around_the_limit() -> None:
    """A package that understates what a part unpacks to is refused before it is parsed."""
    large = papers.with_part(LETTER, "word/a.bin", b"five" * 1_000_000)
    stated = (4_000_000).to_bytes(4, "little")
    content = large.replace(stated, (10).to_bytes(4, "little"))
    assert content != large
    with pytest.raises(errors.DamagedDocumentError):
        read(content, "a.docx")


def test_a_pdf_that_takes_too_long_is_given_up_between_pages() -> None:
    """No time at all is too little for any page."""
    with pytest.raises(errors.TooIntricateError, match="longer than 0 seconds"):
        pdf.read_pdf(REPORT, "report.pdf", within=0)


def test_a_damaged_file_is_refused_and_never_breaks_the_program() -> None:
    """Whichever byte is another, the answer is a text or a refusal in words."""
    answers = set()
    for content, name in ((REPORT, "a.pdf"), (LETTER, "a.docx"), (PAGE, "a.html")):
        for place in range(0, len(content), max(1, len(content) // 150)):
            damaged = content[:place] + bytes([content[place] ^ 0x5A]) + content[place + 1 :]
            try:
                answers.add(type(read(damaged, name)).__name__)
            except ClaimsError as error:
                answers.add(type(error).__name__)
    assert {"Document", "DamagedDocumentError"} <= answers


LIBRARIES = [
    ("trafilatura", "page.html", "a web page needs the library trafilatura"),
    ("pypdf", "report.pdf", "a PDF needs the library pypdf"),
    ("docx", "letter.docx", "a Word document needs the library python-docx"),
    ("charset_normalizer", "note.txt", "text needs the library charset-normalizer"),
]
CONTENTS = {
    "page.html": PAGE,
    "report.pdf": REPORT,
    "letter.docx": LETTER,
    "note.txt": b"\xe9t\xe9",
}


@pytest.mark.parametrize(("module", "name", "words"), LIBRARIES)
def test_a_library_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, module: str, name: str, words: str
) -> None:
    """Without the extra, plain text is still read and the rest says what it needs."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(errors.MissingLibraryError, match=words):
        read(CONTENTS[name], name)
    assert read(b"Five dead.", "note.txt").text == "Five dead."


def test_importing_loads_none_of_the_libraries() -> None:
    """A command that reads no document does not wait for what reads them."""
    words = "import sys, claims.documents.reading, claims.documents.fetching; print(*sys.modules)"
    loaded = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", words], check=True, capture_output=True, text=True
    ).stdout.split()
    assert {"trafilatura", "lxml", "pypdf", "docx", "urllib3", "charset_normalizer"} & set(
        loaded
    ) == set()


def test_a_stream_of_a_pdf_that_unpacks_to_too_much_is_refused() -> None:
    """A page of a few kilobytes that holds a hundred megabytes is not unpacked in full."""
    plain = papers.pdf(["five"], packed=True)
    start = plain.index(b"stream\n") + len(b"stream\n")
    bomb = zlib.compress(bytes(100_000_000), 9)
    content = plain[:start] + bomb + plain[plain.index(b"\nendstream") :]
    with pytest.raises(ClaimsError):
        read(content, "a.pdf")

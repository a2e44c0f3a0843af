"""Word documents: read as they would be printed, and nothing beside."""

from __future__ import annotations

import pytest

from claims.documents.reading import read
from tests import papers

KILLED = "At least five people were killed when the bridge fell on Monday, the ministry said."


def _run(text: str, tag: str = "t") -> str:
    """Make a run of text in the markup of Word."""
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


BODIES = [
    # markup inside the body, text
    (f"<w:p>{_run('At least ')}{_run('five')}</w:p>", "At least five"),
    (f"<w:p>{_run('5')}<w:r><w:br/></w:r>{_run('6')}</w:p>", "5\n6"),
    (f"<w:p>{_run('5')}<w:r><w:tab/></w:r>{_run('6')}</w:p>", "5\t6"),
    (f"<w:p>{_run('twenty')}<w:r><w:noBreakHyphen/></w:r>{_run('seven')}</w:p>", "twenty-seven"),
    (f"<w:p><w:ins>{_run('six')}</w:ins><w:del>{_run('five', 'delText')}</w:del></w:p>", "six"),
    (f"<w:p><w:moveFrom>{_run('five')}</w:moveFrom>{_run('six')}</w:p>", "six"),
    (f"<w:p><w:hyperlink>{_run('five')}</w:hyperlink>{_run(' dead')}</w:p>", "five dead"),
    (f"<w:sdt><w:sdtContent><w:p>{_run('five')}</w:p></w:sdtContent></w:sdt>", "five"),
    (f"<w:p>{_run('PAGE', 'instrText')}{_run('five')}</w:p>", "five"),
    (
        (f"<w:p>{_run('six')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>"
        f"{_run('five')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>"
        f"{_run('five')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"),
        "six\n\nfive",
    ),
    (
        (f"<w:tbl><w:tr><w:tc><w:p>{_run('Dead')}</w:p></w:tc><w:tc><w:p>{_run('5')}</w:p></w:tc>"
        "</w:tr></w:tbl>"),
        "Dead | 5",
    ),
    (
        f"<w:tbl><w:tr><w:tc><w:p>{_run('a')}</w:p><w:p>{_run('b')}</w:p></w:tc></w:tr></w:tbl>",
        "a\n\nb",
    ),
    (
        ('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'
        f"<w:p>{_run('five')}</w:p></w:tc></w:tr></w:tbl>"),
        "five",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text"), BODIES)
def test_a_word_document_reads_as_it_would_be_printed(markup: str, text: str) -> None:
    """What was inserted, linked, filled in or boxed is read once; what was deleted is not."""
    assert read(papers.word_of(markup), "letter.docx").text == text


def test_a_word_document_says_its_title() -> None:
    """Its tables come where they stand."""
    content = papers.word(KILLED, table=[["Dead", "5"], ["Wounded", "27"]], title="Flood report")
    document = read(content, "letter.docx")
    assert document.text == f"{KILLED}\n\nDead | 5\n\nWounded | 27\n\nThe end."
    assert (document.title, document.author, document.published) == ("Flood report", None, None)


def test_no_entity_of_a_word_document_is_opened() -> None:
    """A document type that names a file of this machine brings nothing of it into the text."""
    beginning = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    content = papers.word_of(f"<w:p>{_run('five &x;')}</w:p>", beginning)
    assert read(content, "letter.docx").text == "five"

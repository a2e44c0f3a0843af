"""Web pages: the article, its headline, what it says about itself, and its encoding."""

from __future__ import annotations

import pytest

from claims.documents.reading import read
from tests import papers

KILLED = "At least five people were killed when the bridge fell on Monday, the ministry said."
WOUNDED = "“More than twenty-seven” were wounded – a doctor told the agency by telephone."
ARTICLE = f"{KILLED}\n\n{WOUNDED}"
ADDRESS = "https://river.example/2021/07/27/bridge"


def test_an_article_is_read_without_what_stands_around_it() -> None:
    """Sections, notices and comments are no part of the text."""
    content = papers.web_page(
        KILLED, WOUNDED, after='<div id="comments"><p>Six, I heard.</p></div>'
    )
    assert read(content.encode(), "page.html").text == ARTICLE


def test_the_headline_is_the_first_paragraph() -> None:
    """It carries claims of its own, and is counted as paragraph 1; it stands there once."""
    head = "<title>Five killed as bridge falls | River Post</title>"
    outside = papers.web_page(KILLED, WOUNDED, head=head)
    inside = outside.replace("<article>", "<article><h1>Five killed as bridge falls</h1>")
    for content in (outside, inside):
        document = read(content.encode(), "page.html")
        assert document.title == "Five killed as bridge falls"
        assert document.text == f"Five killed as bridge falls\n\n{ARTICLE}"


STRUCTURED = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
    '"headline": "Bridge falls", "datePublished": "2021-07-26T10:00:00Z", '
    '"dateModified": "2022-01-01", "author": {"@type": "Organization", "name": "AFP"}}</script>'
)
STATED = [
    # what the head or the page states, fields of the document
    ("", {}),
    (
        (
            '<meta property="og:title" content="Bridge falls"><meta name="author" content="AFP">'
            '<meta property="og:site_name" content="River Post">'
        ),
        {"title": "Bridge falls", "publisher": "River Post", "author": "AFP"},
    ),
    (f'<link rel="canonical" href="{ADDRESS}">', {"url": ADDRESS, "published": "2021-07-27"}),
    ('<link rel="canonical" href="javascript:alert(1)">', {"url": None}),
    (STRUCTURED, {"published": "2021-07-26"}),
    (
        '<meta property="article:published_time" content="2021-07-27T23:30:00-05:00">',
        {"published": "2021-07-27"},
    ),
    ('<meta property="article:published_time" content="20210727">', {"published": "2021-07-27"}),
    ('<time datetime="2021-07-27">Tuesday</time>', {"published": "2021-07-27"}),
    ('<p class="date">27 July 2021</p>', {"published": "2021-07-27"}),
    ('<p class="date">July 27, 2021</p>', {"published": "2021-07-27"}),
    ('<meta name="date" content="2021-07">', {"published": None}),  # no day is stated
    ('<meta name="date" content="2021">', {"published": None}),
    ('<p class="date">July 2021</p>', {"published": None}),
    ("<p>Copyright 2019 River Post</p>", {"published": None}),
]


@pytest.mark.parametrize(("stated", "fields"), STATED)
def test_a_page_says_what_it_states_and_nothing_else(
    stated: str, fields: dict[str, str | None]
) -> None:
    """No day is made out of a month, no publisher out of nothing."""
    in_head = stated.startswith(("<meta", "<link", "<script"))
    content = papers.web_page(
        KILLED, WOUNDED, head=stated if in_head else "", before="" if in_head else stated
    )
    document = read(content.encode(), "page.html")
    assert document.language == "en-GB"
    assert {name: getattr(document, name) for name in fields} == fields
    if not fields:
        assert (document.title, document.publisher, document.published) == (None, None, None)


ENCODINGS = [
    # charset of the head, charset of the answer, what the bytes are truly in
    ("utf-8", None, "utf-8"),
    (None, None, "utf-8"),
    (None, "utf-8", "utf-8"),
    ("windows-1252", None, "cp1252"),
    ("iso-8859-1", None, "cp1252"),  # as pages say it and browsers read it
    ("us-ascii", None, "cp1252"),
    ("utf-8", "windows-1252", "cp1252"),  # the answer is nearer than the page
    ("windows-1252", "nonsense", "cp1252"),
    ("nonsense", None, "utf-8"),
    ("utf-16", None, "utf-8"),  # single letters cannot say so and be right
    ("punycode", "zlib", "utf-8"),
    (None, None, "utf-16"),  # by its mark
    ("utf-8", None, "utf-8-sig"),
]


@pytest.mark.parametrize(("head", "answer", "encoding"), ENCODINGS)
def test_a_page_is_read_in_the_encoding_it_is_in(
    head: str | None, answer: str | None, encoding: str
) -> None:
    """By its mark, as the server said, as the page says, and UTF-8 where nothing is said."""
    meta = f'<meta charset="{head}">' if head else ""
    content = papers.web_page(KILLED, WOUNDED, head=meta).encode(encoding)
    media_type = f"text/html; charset={answer}" if answer else "text/html"
    assert read(content, "page.html", media_type).text == ARTICLE


def test_a_page_of_xml_is_read_in_the_encoding_it_declares() -> None:
    """The declaration is heeded, and is no reason to refuse the page afterwards."""
    content = '<?xml version="1.0" encoding="windows-1252"?>' + papers.web_page(KILLED, WOUNDED)
    assert read(content.encode("cp1252"), "page.xhtml").text == ARTICLE


SAID = [
    ("cp1251", "По меньшей мере пять человек погибли, когда обрушился мост, сообщили власти."),
    ("cp1256", "قتل خمسة أشخاص على الأقل في انهيار جسر شمال البلاد، بحسب وزارة الصحة."),
    (
        "cp1252",
        "Au moins cinq personnes ont été tuées mardi près de l’école, a déclaré la préfecture.",
    ),
]


@pytest.mark.parametrize(("encoding", "text"), SAID)
def test_an_encoding_that_nobody_states_is_recognised(encoding: str, text: str) -> None:
    """A plain text file carries no word about its encoding."""
    assert read(text.encode(encoding), "note.txt").text == text


HOSTILE = [
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{}",
    "<!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'>{}",
    '<html><head><link rel="stylesheet" href="http://127.0.0.1:9/x.css"></head>{}</html>',
    '<html><head><base href="http://127.0.0.1:9/"></head>{}</html>',
    '<html><head><meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/"></head>{}</html>',
    '<html>{}<img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe></html>',
    '<html>{}<svg><use href="http://127.0.0.1:9/x.svg#a"></use></svg></html>',
]


@pytest.mark.parametrize("page", HOSTILE)
def test_reading_a_page_asks_nobody(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No socket is opened and no file is read for what a page names."""

    def refuse(*_: object) -> None:
        message = "a socket was opened"
        raise AssertionError(message)

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    body = f"<body><article><p>{KILLED} &x;</p><p>{WOUNDED}</p></article></body>"
    text = read(page.format(body).encode(), "page.html").text
    assert "root:" not in text
    assert KILLED in text

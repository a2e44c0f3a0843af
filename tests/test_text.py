"""Text of records is shown as it is written, whatever it holds."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.fields import UNSAFE
from dashboard.text import JOINER, legible, plain
from tests import hostile

MEANS_SOMETHING = set(string.punctuation) - set("\"'%,/;=?@^")
"""ASCII signs with a meaning to the markdown that Streamlit reads."""
ESCAPED = re.compile(r"\\(.)")
CASES = [
    ("At least five people were killed.", r"At least five people were killed\."),
    ("12,000 “troops”", "12,000 “troops”"),
    ("![x](y)", r"\!\[x\]\(y\)"),
    ("$5 to $6", r"\$5 to \$6"),
    (":red[x]", r"\:red\[x\]"),
    ("<b>", r"\<b\>"),
    ("&lt;", r"\&lt;"),
    ("a | b", r"a \| b"),
    ("\\", r"\\"),
    ("1. one", r"1\. one"),
    ("2 - 3", r"2 \- 3"),
    ("  two\n\nlines\tand\u2028more ", "two lines and more"),
    ("a -> b", rf"a \-{JOINER}\> b"),
    ("x >= y", rf"x \>{JOINER}= y"),
    (":material/home:", rf"\:{JOINER}material/home\:"),
    (":streamlit:", rf"\:{JOINER}streamlit\:"),
    ("http://a.example", rf"http\:{JOINER}//a\.example"),
    ("www.a.example", rf"www{JOINER}\.a\.example"),
    ("WWW.A.EXAMPLE", rf"WWW{JOINER}\.A\.EXAMPLE"),
    ("a@b.example", rf"a@{JOINER}b\.example"),
    ("@b, a @ b", "@b, a @ b"),
    ("", ""),
]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b> *two*\n words ", "<b> *two* words"),
        ("a\x00\x1b[2J\u202eb\udcff", "a\ufffd\ufffd[2J\ufffdb\ufffd"),
        ("\u200fa\u200d", "\u200fa\u200d"),
    ],
)
def test_what_would_not_show_is_marked(text: str, shown: str) -> None:
    """Controls and marks that turn text round; markup stays, for a table shows it as text."""
    assert legible(text) == shown


@pytest.mark.parametrize(("text", "escaped"), CASES)
def test_what_means_something_is_escaped(text: str, escaped: str) -> None:
    """Signs of markdown lose their meaning, other text stays as it is."""
    assert plain(text) == escaped


any_text = (
    st.text()
    | st.text(alphabet=string.punctuation + " a1\n")
    | st.sampled_from(sorted(hostile.TEXTS.values()))
)


@given(any_text)
def test_the_reader_sees_the_text_itself(text: str) -> None:
    """Without the escapes it is the same text, on one line."""
    shown = ESCAPED.sub(r"\1", plain(text))
    safe = UNSAFE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.replace(JOINER, "").split()))
    assert shown.replace(JOINER, "") == safe


@given(any_text)
def test_no_sign_of_markdown_stands_bare(text: str) -> None:
    """Each sign with a meaning stands behind a backslash of its own."""
    bare = ESCAPED.sub("", plain(text))
    assert not MEANS_SOMETHING & set(bare)


@given(any_text)
def test_nothing_is_left_that_is_replaced_in_escaped_text(text: str) -> None:
    """No arrow, dash, icon or address can be read out of the text after its escapes are gone."""
    shown = ESCAPED.sub(r"\1", plain(text))
    assert (
        re.search(r"[-<>=~]{2}|:(?://|material|streamlit)|www\.|\w@\w", shown, re.IGNORECASE)
        is None
    )

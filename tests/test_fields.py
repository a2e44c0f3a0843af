"""Field types: what each lets in, and what it refuses with words that help."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from claims.fields import UNSAFE, Country, Duration, Language, Slug, Text, WebAddress

ACCEPTED = [
    (Text, "At least five people"),
    (Text, "<script>alert(1)</script>"),
    (Text, "=HYPERLINK(0)"),
    (Text, "two\nlines\tand a tab"),
    (Text, "أربعة متظاهرين"),
    (Text, "x" * 2_000),
    (Slug, "us-troops-iraq"),
    (Slug, "c-0123456789ab"),
    (Slug, "4"),
    (WebAddress, "https://www.arabnews.com/node/1900381/middle-east"),
    (WebAddress, "HTTP://Example.com/A?b=c#d"),
    (WebAddress, "http://[::1]:8080/"),
    (WebAddress, "https://пример.рф/страница"),
    (Country, "IQ"),
    (Country, "IR"),
    (Country, "XK"),
    (Language, "en"),
    (Language, "ckb"),
    (Language, "pt-BR"),
    (Language, "zh-Hant-TW"),
    (Duration, "P30D"),
    (Duration, "P6M"),
    (Duration, "P2W"),
    (Duration, "P1Y6M10D"),
]


@pytest.mark.parametrize(("field", "value"), ACCEPTED)
def test_a_field_keeps_what_is_right_as_it_was_written(field: Any, value: str) -> None:
    """A good value comes out unchanged: no address is rewritten, no text cleaned."""
    assert TypeAdapter(field).validate_python(value) == value


REFUSED = [
    (Text, "", "nothing"),
    (Text, " \t\n ", "blank"),
    (Text, "x" * 2_001, "too long"),
    (Text, "null\x00byte", "a control character"),
    (Text, "bell\x07", "a control character"),
    (Text, "\x85", "a control character"),
    (Text, "killed \u202eevif", "text that reads backwards"),
    (Text, "\u2066isolated\u2069", "text that reads in another order"),
    (Text, "\ud800", "half a character"),
    (Text, 5, "a number"),
    (Slug, "", "nothing"),
    (Slug, "US-troops", "capitals"),
    (Slug, "us--troops", "two hyphens"),
    (Slug, "-us", "a hyphen first"),
    (Slug, "us_troops", "an underscore"),
    (Slug, "café", "an accent"),
    (Slug, "a\n", "a line end"),
    (Slug, "../etc", "a path"),
    (Slug, "a" * 81, "too long"),
    (WebAddress, "javascript:alert(1)", "script"),
    (WebAddress, " JaVaScRiPt:alert(1)", "script in disguise"),
    (WebAddress, "java\nscript:alert(1)", "script in two lines"),
    (WebAddress, "ht\ntps://example.com", "an address in two lines"),
    (WebAddress, "https://example.com/a b", "a space"),
    (WebAddress, "https:\\\\example.com", "backslashes"),
    (WebAddress, "http:example.com", "no slashes"),
    (WebAddress, "//example.com", "no scheme"),
    (WebAddress, "data:text/html,x", "data"),
    (WebAddress, "ftp://example.com", "another scheme"),
    (WebAddress, "file:///etc/passwd", "a file"),
    (WebAddress, "http://", "no host"),
    (WebAddress, "https://example.com/\u202e", "text that reads backwards"),
    (Country, "iq", "small letters"),
    (Country, "IRQ", "three letters"),
    (Country, "EU", "no country"),
    (Country, "XA", "a code for testing"),
    (Country, "ZZ", "unknown"),
    (Country, "", "nothing"),
    (Language, "english", "a name"),
    (Language, "xx", "no language"),
    (Language, "en_US", "an underscore"),
    (Language, "en.<script>", "markup behind a dot"),
    (Language, "en@x=1", "a modifier"),
    (Language, "en-", "an open end"),
    (Language, "", "nothing"),
    (Duration, "30", "no unit"),
    (Duration, "P", "no length"),
    (Duration, "PT1H", "hours"),
    (Duration, "P1D2M", "out of order"),
    (Duration, "P٣D", "other digits"),
    (Duration, "P99999999999D", "longer than any calendar"),
    (Duration, "P-1D", "backwards"),
]


@pytest.mark.parametrize(("field", "value", "why"), REFUSED)
def test_a_field_refuses_what_is_wrong(field: Any, value: object, why: str) -> None:
    """A bad value is a validation error, so that it becomes a problem with a place."""
    with pytest.raises(ValidationError) as refusal:
        TypeAdapter(field).validate_python(value)
    assert refusal.value.error_count() == 1, why


def test_text_is_freed_of_the_blanks_around_it() -> None:
    """Blanks at either end of a cell are nobody's words."""
    assert TypeAdapter(Text).validate_python("  five \n") == "five"


HINTS = [
    (Text, "null\x00byte", "unprintable character U\\+0000; remove it"),
    (WebAddress, "javascript:alert(1)", "starts with http:// or https://"),
    (Country, "IRQ", "two capitals such as IQ or IR"),
    (Language, "english", "such as en, ar or pt-BR"),
]


@pytest.mark.parametrize(("field", "value", "hint"), HINTS)
def test_a_refusal_says_how_to_mend(field: Any, value: str, hint: str) -> None:
    """The message tells what to write instead."""
    with pytest.raises(ValidationError, match=hint):
        TypeAdapter(field).validate_python(value)


FIELDS = st.sampled_from([Text, Slug, WebAddress, Country, Language, Duration])


@given(FIELDS, st.text() | st.from_regex(r"https?://[^\n]{0,20}|[a-z]{2}[-_.@][A-Za-z<]{0,8}"))
def test_no_text_breaks_a_field(field: Any, text: str) -> None:
    """Any text is taken, without unsafe characters, or refused as bad data."""
    try:
        taken = TypeAdapter(field).validate_python(text)
    except ValidationError:
        return
    assert UNSAFE.search(taken) is None
    assert taken == text.strip()

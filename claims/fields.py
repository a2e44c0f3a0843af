"""Checked field types: text that reads as written, slugs, addresses, languages, countries."""

from __future__ import annotations

import re
from typing import Annotated

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, HttpUrl, StringConstraints, TypeAdapter, ValidationError

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, and the marks that make text read in another order than it is stored."""


NO_COUNTRY = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
"""Codes of the CLDR that ISO 3166-1 gives to no country."""
TERRITORIES = (
    frozenset(code for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code)))
    - NO_COUNTRY
)
"""ISO 3166-1 alpha-2 from the Unicode CLDR, and its XK for Kosovo."""
LANGUAGE_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
WEB_ADDRESS = re.compile(r"https?://[^\s\\]+", re.IGNORECASE)
ADDRESS = TypeAdapter(HttpUrl)


def _shown_as_written(text: str) -> str:
    """Refuse characters that would make a text read other than it is stored."""
    if found := UNSAFE.search(text):
        message = f"holds the unprintable character U+{ord(found[0]):04X}; remove it"
        raise ValueError(message)
    return text


def _web_address(address: str) -> str:
    """Keep an http or https address as it was written; refuse any other."""
    message = "is no web address; write one that starts with http:// or https://"
    if WEB_ADDRESS.fullmatch(address) is None:
        raise ValueError(message)
    try:
        ADDRESS.validate_python(address)
    except ValidationError as error:
        raise ValueError(message) from error
    return address


def _language_tag(tag: str) -> str:
    message = "is no BCP 47 language tag; write one such as en, ar or pt-BR"
    if LANGUAGE_TAG.fullmatch(tag) is None:
        raise ValueError(message)
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(message) from error
    return tag


def _country_code(code: str) -> str:
    if code not in TERRITORIES:
        message = "is no ISO 3166-1 country code; write two capitals such as IQ or IR"
        raise ValueError(message)
    return code


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000),
    AfterValidator(_shown_as_written),
]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
WebAddress = Annotated[Text, AfterValidator(_web_address)]
Country = Annotated[str, AfterValidator(_country_code)]
Language = Annotated[str, AfterValidator(_language_tag)]
Duration = Annotated[
    str,
    StringConstraints(
        pattern="^P([0-9]{1,4}W|[0-9]{1,4}Y([0-9]{1,4}M)?([0-9]{1,4}D)?"
        "|[0-9]{1,4}M([0-9]{1,4}D)?|[0-9]{1,4}D)$"
    ),
]

"""Redirects: followed a few times, each checked as the first address was."""

from __future__ import annotations

import pytest

from claims.documents.errors import (
    LocalAddressError,
    RefusedAddressError,
    TooManyRedirectsError,
)
from claims.documents.fetching import MOST_REDIRECTS, fetch
from tests.answering import HERE, NAME, answering, leading_to, page

TEXT = b"At least five people were killed near the bridge, police said."


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int) -> None:
    """Absolute, relative and spelt with the letters of any language."""
    with answering({}) as served:
        served.answers = {
            "/": leading_to(served.at("/b/"), status),
            "/b/": leading_to("../c?d=e", status),
            "/c?d=e": leading_to("ü".encode().decode("latin-1"), status),
            "/%C3%BC": page(TEXT),
        }
        fetched = fetch(served.at("/"), permitted=served.permitted)
    assert (fetched.content, fetched.address) == (TEXT, served.at("/%C3%BC"))


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("http://127.0.0.1/", LocalAddressError),
        ("http://0x7f.1/", LocalAddressError),
        ("http://[::1]/", LocalAddressError),
        ("//169.254.169.254/latest/meta-data/", LocalAddressError),
        ("http://localhost/", LocalAddressError),
        ("http://127.0.0.1:22/", RefusedAddressError),
        ("http://user:secret@news.example/", RefusedAddressError),
        ("file:///etc/passwd", RefusedAddressError),
        ("javascript:alert(1)", RefusedAddressError),
        ("http://[::1", RefusedAddressError),
    ],
)
def test_a_redirect_opens_no_other_door(address: str, error: type[Exception]) -> None:
    """Where a redirect leads is checked as the first address was."""
    with answering({"/": leading_to(address)}) as served, pytest.raises(error):
        fetch(served.at("/"), permitted=served.permitted)
    assert served.asked == ["/"]


def test_redirects_are_followed_a_few_times_only() -> None:
    """The last that is allowed is followed; one more is refused."""
    chain = {f"/{n}": leading_to(f"/{n + 1}") for n in range(MOST_REDIRECTS)}
    with answering(chain | {f"/{MOST_REDIRECTS}": page(TEXT)}) as served:
        assert fetch(served.at("/0"), permitted=served.permitted).content == TEXT
    with (
        answering({"/": leading_to("/")}) as served,
        pytest.raises(TooManyRedirectsError, match="more than 5 times"),
    ):
        fetch(served.at("/"), permitted=served.permitted)
    assert len(served.asked) == MOST_REDIRECTS + 1


def test_a_redirect_without_an_address_is_given_up() -> None:
    """It leads to the page itself, again and again."""
    with answering({"/": page(status=302)}) as served, pytest.raises(TooManyRedirectsError):
        fetch(served.at("/"), permitted=served.permitted)


def test_a_redirect_looks_a_name_up_again_and_checks_it() -> None:
    """The same name, now with a local machine behind it, is refused on the way."""
    answers = iter([[HERE], ["192.168.1.1"]])
    with (
        answering({"/": leading_to("/b"), "/b": page(TEXT)}) as served,
        pytest.raises(LocalAddressError),
    ):
        fetch(served.at("/", NAME), permitted=served.permitted, resolve=lambda _: next(answers))
    assert served.asked == ["/"]

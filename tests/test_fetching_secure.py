"""Secure pages: the number is asked, the name is what the certificate is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.documents.errors import (
    NotFetchedError,
)
from claims.documents.fetching import fetch
from tests.answering import HERE, NAME, answering, certified, page

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b"At least five people were killed near the bridge, police said."


def test_a_secure_page_is_that_of_its_name(tmp_path: Path) -> None:
    """The number is asked, the name is what the certificate must be of."""
    server, trust = certified(tmp_path)
    named: list[str | None] = []
    server.sni_callback = lambda _socket, name, _context: named.append(name)
    with answering({"/": page(TEXT)}, server) as served:
        address = served.at("/", NAME, "https")
        fetched = fetch(address, permitted=served.permitted, resolve=lambda _: [HERE], trust=trust)
    assert (fetched.content, named) == (TEXT, [NAME])


@pytest.mark.parametrize("host", ["other.example", HERE])
def test_a_certificate_of_another_name_is_not_believed(tmp_path: Path, host: str) -> None:
    """Neither another name nor the number itself passes for the name of the certificate."""
    server, trust = certified(tmp_path)
    with (
        answering({"/": page(TEXT)}, server) as served,
        pytest.raises(NotFetchedError, match="certificate is not one of that name"),
    ):
        fetch(
            served.at("/", host, "https"),
            permitted=served.permitted,
            resolve=lambda _: [HERE],
            trust=trust,
        )
    assert served.asked == []


def test_an_unknown_certificate_is_not_believed(tmp_path: Path) -> None:
    """Without the test's own trust, a certificate that nobody signed is refused."""
    server, _ = certified(tmp_path)
    with (
        answering({"/": page(TEXT)}, server) as served,
        pytest.raises(NotFetchedError, match="certificate"),
    ):
        fetch(served.at("/", NAME, "https"), permitted=served.permitted, resolve=lambda _: [HERE])


def test_a_server_that_speaks_no_tls_is_no_secure_page() -> None:
    """An https address is never asked without encryption."""
    with (
        answering({"/": page(TEXT)}) as served,
        pytest.raises(NotFetchedError, match="secure connection"),
    ):
        fetch(served.at("/", scheme="https"), permitted=served.permitted)

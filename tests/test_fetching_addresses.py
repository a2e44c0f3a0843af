"""Addresses that may be asked and those that never are, before a single request is made."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

import pytest

from claims.documents.addresses import check_machines, is_open, target
from claims.documents.errors import LocalAddressError, NotFetchedError, RefusedAddressError
from claims.documents.fetching import fetch
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.documents.fetching import Resolver

LOCAL: list[tuple[str, str]] = [
    # address, why it is none of the open web
    ("http://127.0.0.1/", "this machine"),
    ("http://127.8.9.10/", "this machine, by another of its numbers"),
    ("http://2130706433/", "the same, as one decimal number"),
    ("http://0x7f000001/", "the same, hexadecimal"),
    ("http://0x7f.1/", "the same, short"),
    ("http://017700000001/", "the same, octal"),
    ("http://0177.0.0.1/", "the same, octal in its first part"),
    ("http://127.1/", "the same, with parts left out"),
    ("http://127.0.0.1./", "the same, with a dot at the end"),
    ("http://127%2e0.0.1/", "the same, with a dot in disguise"),
    ("http://127。0。0。1/", "the same, with Chinese full stops"),
    ("http://１２７.0.0.1/", "the same, in wide digits"),
    ("http://①②⑦.⓪.⓪.①/", "the same, in circled digits"),
    ("http:///127.0.0.1/", "the same, with three slashes"),
    ("http://0/", "no machine, which is this one"),
    ("http://0.0.0.0/", "no machine, which is this one"),
    ("http://0.1.2.3/", "this network"),
    ("http://10.0.0.1/", "a private network"),
    ("http://172.16.0.1/", "a private network"),
    ("http://172.31.255.254/", "a private network"),
    ("http://192.168.1.1/admin", "a private network"),
    ("http://100.64.0.1/", "behind a provider's address translation"),
    ("http://100.100.100.200/latest/meta-data/", "where machines of Alibaba describe themselves"),
    ("http://169.254.1.1/", "the next cable"),
    (
        "http://169.254.169.254/latest/meta-data/",
        "where machines of most clouds describe themselves",
    ),
    ("http://[fd00:ec2::254]/latest/meta-data/", "the same by IPv6"),
    ("http://168.63.129.16/", "the same at Azure"),
    ("http://192.0.0.192/opc/v2/", "the same at Oracle"),
    ("http://192.0.2.1/", "documentation"),
    ("http://198.18.0.1/", "measurements"),
    ("http://198.51.100.7/", "documentation"),
    ("http://203.0.113.7/", "documentation"),
    ("http://192.88.99.1/", "given up"),
    ("http://224.0.0.1/", "many machines at once"),
    ("http://239.255.255.250/", "many machines at once"),
    ("http://240.0.0.1/", "reserved"),
    ("http://255.255.255.255/", "all machines of the cable"),
    ("http://[::]/", "no machine"),
    ("http://[::1]/", "this machine"),
    ("http://[0:0:0:0:0:0:0:1]/", "this machine, in full"),
    ("http://[::ffff:127.0.0.1]/", "this machine, IPv4 in IPv6"),
    ("http://[::ffff:7f00:1]/", "the same, hexadecimal"),
    ("http://[::ffff:10.0.0.1]/", "a private network, IPv4 in IPv6"),
    ("http://[::127.0.0.1]/", "an old way to write IPv4 in IPv6"),
    ("http://[64:ff9b::127.0.0.1]/", "this machine through NAT64"),
    ("http://[64:ff9b::a9fe:a9fe]/", "a cloud's description through NAT64"),
    ("http://[64:ff9b:1::1]/", "NAT64 of a local network"),
    ("http://[2002:7f00:1::]/", "this machine through 6to4"),
    ("http://[2002:c0a8:101::1]/", "a private network through 6to4"),
    ("http://[2001:0:102:304::1]/", "a tunnel (Teredo)"),
    ("http://[2001:db8::1]/", "documentation"),
    ("http://[3fff::1]/", "documentation"),
    ("http://[fc00::1]/", "a private network"),
    ("http://[fd12:3456:789a::1]/", "a private network"),
    ("http://[fe80::1]/", "the next cable"),
    ("http://[fec0::1]/", "a private network, as it once was written"),
    ("http://[ff02::1]/", "many machines at once"),
    ("http://[100::1]/", "thrown away"),
    ("http://[4000::1]/", "given out to nobody"),
    ("http://localhost/", "this machine"),
    ("http://LOCALHOST./", "this machine, in capitals and with a dot"),
    ("https://admin.localhost/", "this machine"),
    ("http://ｌｏｃａｌｈｏｓｔ/", "this machine, in wide letters"),
    ("http://intranet/", "a name without a dot is one of the local network"),
    ("http://printer.local/", "a machine that calls itself so"),
    ("http://metadata.google.internal/computeMetadata/v1/", "a cloud's own names"),
    ("http://router.lan/", "a local network by habit"),
    ("http://nas.home.arpa/", "a local network by standard"),
]

REFUSED = [
    ("", "nothing"),
    ("example.org", "no scheme"),
    ("//example.org/", "no scheme"),
    ("file:///etc/passwd", "a file"),
    ("ftp://example.org/", "another way to transfer"),
    ("gopher://example.org/", "another way to transfer"),
    ("javascript:alert(1)", "a script"),
    ("data:text/plain,five", "its own content"),
    ("http://", "no host"),
    ("http://exam ple.org/", "a space"),
    ("http://example.org\\@127.0.0.1/", "a backslash, which readers take differently"),
    ("http://example.org/\r\nHost: 127.0.0.1", "a second line"),
    ("http://user@example.org/", "a user name"),
    ("http://user:secret@example.org/", "a password"),
    ("http://:secret@example.org/", "a password alone"),
    ("http://example.org:0/", "no port"),
    ("http://example.org:22/", "the port of another service"),
    ("https://example.org:8443/", "a port that is not usual"),
    ("http://example.org:99999/", "a port that does not exist"),
    ("http://256.1.1.1/", "a number of no machine"),
    ("http://1.2.3.4.5/", "a number with a part too many"),
    ("http://09.1.1.1/", "an octal number that is none"),
    ("http://[::1/", "a bracket that stays open"),
    ("http://[fe80::1%25eth0]/", "a number with the name of a cable"),
    ("http://a%2fb.org/", "a slash in a name"),
    ("http://xn--a/", "a name that spells no letters"),
    ("http://example.org/" + "a" * 3_000, "longer than a record keeps"),
]


def _resolved_to_nothing_asked(host: str) -> list[str]:
    """Stand for the look-up of names where none may be looked up."""
    message = f"{host} was looked up"
    raise AssertionError(message)


@pytest.mark.parametrize(("address", "why"), LOCAL)
def test_no_local_address_is_asked(address: str, why: str) -> None:
    """However it is written, an address of the local network is refused before any request."""
    with pytest.raises(LocalAddressError, match="which On Record never asks") as refused:
        fetch(address, resolve=_resolved_to_nothing_asked)
    assert refused.value.address.startswith("http"), why


@pytest.mark.parametrize(("address", "why"), REFUSED)
def test_what_is_no_plain_web_address_is_refused(address: str, why: str) -> None:
    """Other schemes, passwords, ports and broken addresses are refused before any request."""
    with pytest.raises(RefusedAddressError, match="is not fetched: it") as refused:
        fetch(address, resolve=_resolved_to_nothing_asked)
    assert refused.value.address == address, why


@pytest.mark.parametrize("machine", [address.split("/")[2] for address, _ in LOCAL[16:44:4]])
def test_a_name_that_leads_to_a_local_machine_is_refused(machine: str) -> None:
    """One local machine behind a name is enough, wherever it stands among the others."""
    local = machine.strip("[]")
    for machines in (["9.9.9.9", local], [local, "2606:4700::1111"]):
        with pytest.raises(LocalAddressError):
            check_machines(target("https://news.example/"), machines)
        with pytest.raises(LocalAddressError):
            fetch("https://news.example/", resolve={"news.example": machines}.__getitem__)


@pytest.mark.parametrize("machine", ["fe80::1%eth0", "nonsense", "", "9.9.9.9 "])
def test_an_answer_that_is_no_number_of_a_machine_is_refused(machine: str) -> None:
    """What a look-up gives is believed only where it is the number of an open machine."""
    with pytest.raises(LocalAddressError):
        fetch("https://news.example/", resolve=lambda _: [machine])


OPEN = [
    "1.1.1.1", "9.9.9.9", "93.184.215.14", "100.63.255.255", "100.128.0.1", "172.15.0.1",
    "172.32.0.1", "192.0.1.1", "192.169.0.1", "169.253.0.1", "223.255.255.254",
    "2606:4700:4700::1111", "2a00:1450:4001:81b::200e", "2001:4860:4860::8888",
    "64:ff9b::808:808", "2002:808:808::1", "::ffff:8.8.8.8",
]  # fmt: skip


@pytest.mark.parametrize("machine", OPEN)
def test_a_machine_of_the_open_internet_may_be_asked(machine: str) -> None:
    """The neighbours of the closed networks are open, and so is IPv6 that carries open IPv4."""
    assert is_open(ip_address(machine))


PARTS = [
    # address, secure, host, port, path, Host header
    ("http://news.example", False, "news.example", 80, "/", "news.example"),
    ("HTTPS://News.Example./a", True, "news.example", 443, "/a", "news.example"),
    ("https://news.example/a?b=1", True, "news.example", 443, "/a?b=1", "news.example"),
    ("http://news.example/?#top", False, "news.example", 80, "/?", "news.example"),
    ("http://news.example:443/", False, "news.example", 443, "/", "news.example:443"),
    ("https://ü.example/ü", True, "xn--tda.example", 443, "/%C3%BC", "xn--tda.example"),
    ("https://[2606:4700::1]/", True, "2606:4700::1", 443, "/", "[2606:4700::1]"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "secure", "host", "port", "path", "authority"), PARTS)
def test_an_address_is_taken_apart_as_a_browser_does(  # noqa: PLR0913, PLR0917 - columns
    address: str, secure: bool, host: str, port: int, path: str, authority: str
) -> None:
    """Names are lower case and in ASCII; what follows `#` is never sent."""
    asked = target(address)
    assert (asked.secure, asked.host, asked.port, asked.path) == (secure, host, port, path)
    assert asked.authority == authority


def test_a_permission_is_for_one_machine_and_one_port() -> None:
    """What a test may ask on this machine opens no other port and no other machine."""
    permitted = frozenset({("127.0.0.1", 8_000)})
    for address in ("http://127.0.0.1/", "http://127.0.0.2:8000/", "http://9.9.9.9:8000/"):
        with pytest.raises(LocalAddressError):
            fetch(address, permitted=permitted)


def _unknown(_host: str) -> list[str]:
    """Fail as the system does for a name that nobody has."""
    raise OSError


def _without_machines(_host: str) -> list[str]:
    """Know the name, and no machine of it."""
    return []


@pytest.mark.parametrize("resolve", [_unknown, _without_machines])
def test_a_name_that_nobody_has_is_said_to_be_unknown(resolve: Resolver) -> None:
    """A look-up that fails or gives nothing is told apart from a refusal."""
    with pytest.raises(NotFetchedError, match="no machine of that name is known"):
        fetch("https://news.example/", resolve=resolve)


def test_every_refusal_is_shown_as_a_message() -> None:
    """Pages and the command line catch one kind of error."""
    assert issubclass(LocalAddressError, ClaimsError)
    assert issubclass(RefusedAddressError, ClaimsError)

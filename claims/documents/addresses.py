"""Which addresses may be asked: web addresses of the open internet, and no other.

An address is read as a browser reads it (by the parser of pydantic, which keeps to the WHATWG
URL standard), so `http://2130706433/` and `http://0x7f.1/` are seen to be 127.0.0.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, TypeAlias

from pydantic import HttpUrl, TypeAdapter, ValidationError

from claims.documents.errors import LocalAddressError, RefusedAddressError
from claims.fields import WebAddress

if TYPE_CHECKING:
    from collections.abc import Sequence

Permitted: TypeAlias = frozenset[tuple[str, int]]
"""Addresses of machines, each with a port, that a test may ask although they are local."""
NOTHING: Permitted = frozenset()

PORTS = (80, 443)
LOCAL_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home.arpa", "localdomain")
"""Last parts of names that only a local network gives out (RFC 6761, 6762 and 8375, and habit)."""
NOT_OPEN = [
    ip_network(network)
    for network in (
        "168.63.129.16/32",  # the machine beside every machine of Azure
        "192.0.0.0/24",  # protocol assignments; machines of Oracle's cloud describe themselves here
        "192.88.99.0/24",  # relays between IPv6 and IPv4, given up
        "2001::/23",  # protocol assignments, Teredo tunnels among them
        "3fff::/20",  # documentation
    )
]
"""Networks that are not of the open web although older versions of Python call them global."""
OPEN_IPV6 = ip_network("2000::/3")
"""All that is given out of IPv6 for machines of the internet."""
NAT64 = ip_network("64:ff9b::/96")
"""IPv4 as machines see it that speak IPv6 alone; the last 32 bits are the IPv4 address."""

WRITTEN: TypeAdapter[str] = TypeAdapter(WebAddress)
PARSED = TypeAdapter(HttpUrl)


@dataclass(frozen=True, slots=True)
class Target:
    """A web address in its parts, as it is asked for."""

    address: str
    """In its usual spelling, without what follows `#`."""
    secure: bool
    """Whether it is https."""
    host: str
    """Name or number of the machine, in ASCII, without brackets or a dot at the end."""
    port: int
    path: str
    """What is asked for, with its query: `/news?id=1`."""

    @property
    def authority(self) -> str:
        """The machine as the Host header names it, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.secure else 80) else f"{host}:{self.port}"


def target(address: str, permitted: Permitted = NOTHING) -> Target:
    """Return an address in its parts. Raises RefusedAddressError and LocalAddressError."""
    try:
        url = PARSED.validate_python(WRITTEN.validate_python(address))
    except ValidationError as error:
        reason = "it is no web address that starts with http:// or https://"
        raise RefusedAddressError(address, reason) from error
    if url.username is not None or url.password is not None:
        reason = "it carries a user name or a password"
        raise RefusedAddressError(address, reason)
    port = url.port or 0
    if port not in PORTS and port not in (allowed for _, allowed in permitted):
        reason = f"it asks for port {port}, and only {PORTS[0]} and {PORTS[1]} are asked"
        raise RefusedAddressError(address, reason)
    host = (url.host or "").strip("[]").removesuffix(".")
    if not is_number(host) and _is_local_name(host):
        raise LocalAddressError(address)
    path = (url.path or "/") + (f"?{url.query}" if url.query is not None else "")
    return Target(str(url).partition("#")[0], url.scheme == "https", host, port, path)


def check_machines(asked: Target, machines: Sequence[str], permitted: Permitted = NOTHING) -> None:
    """Raise LocalAddressError where one of the machines behind a name is not of the open web."""
    for machine in machines:
        if (machine, asked.port) in permitted:
            continue
        if asked.port not in PORTS or not is_number(machine) or not is_open(ip_address(machine)):
            raise LocalAddressError(asked.address)


def is_open(machine: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address is of a machine that anyone on the internet may ask.

    An IPv6 address that carries an IPv4 address is open where that one is.
    """
    if isinstance(machine, IPv6Address):
        carried = _carried(machine)
        if carried is not None:
            return is_open(carried)
        if machine not in OPEN_IPV6:
            return False
    if any(machine in network for network in NOT_OPEN):
        return False
    return machine.is_global and not machine.is_multicast and not machine.is_reserved


def _carried(machine: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address inside an IPv6 address: mapped, by NAT64 or by 6to4."""
    if machine in NAT64:
        return IPv4Address(machine.packed[-4:])
    return machine.ipv4_mapped or machine.sixtofour


def is_number(host: str) -> bool:
    """Tell whether a host is the number of a machine rather than a name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_local_name(host: str) -> bool:
    """Tell whether a name can only be one of the local network: `intranet`, `printer.local`."""
    return "." not in host or host.endswith(tuple(f".{name}" for name in LOCAL_NAMES))

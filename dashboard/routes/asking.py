"""What a request asks for: the view that its address means, at which ledger position.

A page can warn and show what is left. A file cannot: whatever of its address is not understood
is refused, so that a file never holds more than was asked for.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dashboard import data, heeded, links, places, selections
from dashboard.routes.answering import RefusedError
from dashboard.serving import public_address

if TYPE_CHECKING:
    from starlette.requests import Request

    from claims.collection import Collection
    from claims.export.selection import Selection
    from claims.ledger import Ledger, Position
    from dashboard.links import View
    from dashboard.places import Place

EDITION = 1
"""To be raised when the same records are written otherwise: kept copies are then out of date."""
SETTLED = "public, max-age=3600"
"""For an address that holds revision and day: what it says never changes, how it is written may."""
HINT = "The parameters are those of the page's own address; /api lists them."


@dataclass(frozen=True)
class Asked:
    """A view of one page at one ledger position."""

    page: str
    """Name of the page: `explore`."""
    view: View
    place: Place
    ledger: Ledger
    site: str
    """The public address of the server, without a slash at the end."""
    address: str
    """Path and parameters as they were asked for."""
    given: tuple[tuple[str, str], ...] = ()
    """The parameters as they were asked for, one by one."""

    @property
    def records(self) -> Collection:
        """The parties, sources and indicators on record at the position."""
        return data.context(self.ledger, self.place.rev)

    @property
    def made(self) -> datetime:
        """The minute at which it is asked for, UTC."""
        return datetime.now(UTC).replace(second=0, microsecond=0)

    @property
    def is_settled(self) -> bool:
        """Whether the address itself holds revision and day, so that its answer never changes."""
        view = self.view
        held = view.rev is not None and view.day is not None and not view.now
        return held and view.day is not None and view.day <= datetime.now(UTC).date()

    @property
    def etag(self) -> str:
        """The entity tag of the answer: by address, ledger position and day."""
        return tag(self.site, self.address, self.ledger, self.place)

    def selection(self) -> Selection:
        """Return the claims of the view; raises UnknownRecordError and TooManyError."""
        return selections.selection(
            self.ledger, self.page, self.view, self.place, site=self.site, made=self.made
        )


def asked(request: Request, page: str, record_id: str = "") -> Asked:
    """Return what a request for a file of a page asks for.

    `record_id` is the record that a short address names in its path. Raises RefusedError where
    any of the address is not understood or not heeded, and UnknownPositionError.
    """
    found, told = loosely(request, page, record_id)
    told = told or heeded.complaints(page, found.view, found.records)
    if told:
        raise RefusedError(400, " ".join(told), HINT)
    return found


def loosely(request: Request, page: str, record_id: str = "") -> tuple[Asked, list[str]]:
    """Return what a request asks for as far as it is understood, and a sentence for the rest.

    Raises RefusedError where a position or a part of the filter has no usable value at all: what
    is left would hold more than was asked for.
    """
    params = parameters(request)
    if record_id:
        params["id"] = [record_id, *params.get("id", [])]
    view, told = links.read(params)
    if view.adrift or view.nothing:
        raise RefusedError(400, " ".join(told), HINT)
    ledger = data.open_ledger()
    place = places.place(view, ledger, datetime.now(UTC).date())
    given = tuple(request.query_params.multi_items())
    site, at = public_address(request), address(request)
    return Asked(page, view, place, ledger, site, at, given), told


def parameters(request: Request) -> dict[str, list[str]]:
    """Return the parameters of a request, each with all of its values in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, value in request.query_params.multi_items():
        found[name].append(value)
    return dict(found)


def address(request: Request) -> str:
    """Return path and parameters of a request as they were sent."""
    return f"{request.scope['path']}?{request.scope['query_string'].decode('latin-1')}".rstrip("?")


def tag(site: str, address: str, ledger: Ledger, place: Place) -> str:
    """Return the entity tag of an address as it answers at a position on a day."""
    at = position(ledger, place).at
    parts = (EDITION, site, address, place.rev, at, place.day)
    digest = hashlib.sha256("\n".join(map(str, parts)).encode(errors="replace"))
    return f'W/"{digest.hexdigest()[:32]}"'


def position(ledger: Ledger, place: Place) -> Position:
    """Return the ledger position that is shown, asking the ledger only where that is needed."""
    known = [at for at in (place.head, place.held) if at is not None and at.rev == place.rev]
    return known[0] if known else ledger.position_of(place.rev)

"""Which part of which list a request to the API asks for, and how that part is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, urlencode

from starlette.responses import Response

from dashboard import data, grammar, links, places
from dashboard.routes import asking, cursors, shapes
from dashboard.routes.answering import NO_CHANGE, RefusedError, is_had
from dashboard.routes.asking import Asked
from dashboard.routes.cursors import Cursor
from dashboard.routes.keeping import Kept
from dashboard.serving import public_address

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.requests import Request

    from claims.ledger import Filter, Ledger
    from dashboard.links import View
    from dashboard.places import Place

AnyList = TypeVar("AnyList", bound=shapes.Listing[Any])

CHOSEN = (*grammar.CHOICES, *grammar.PLAIN, "figures")
"""Parameters that choose claims."""
POSITION = ("rev", "shared", "on", "v")
"""Parameters that hold an answer at a ledger position."""
PAGED = ("limit", "cursor")
TAKES = {
    "claims": (*CHOSEN, "sort"),
    "indicators": CHOSEN,
    "sources": ("q",),
    "parties": ("q",),
    "changes": (*CHOSEN, "since"),
}
"""The lists, and the parameters that each takes beside those of position and paging."""
VIEWS = {
    "claims": "explore",
    "indicators": "indicator",
    "sources": "sources",
    "parties": "explore",
    "changes": "changes",
}
"""The page of the app that shows the same."""
LIMIT, MOST = 50, 500
"""Records in one answer: where nothing is said, and at most."""


ANSWERS: Kept[tuple[str, str | None]] = Kept(64)
"""The last answers, by entity tag: at one ledger position they stay what they are."""


@dataclass(frozen=True)
class Part:
    """A part of a list: what is asked for, how many, after how many."""

    asked: Asked
    limit: int
    offset: int
    listed: str
    """The list and its filter, in one way of writing."""

    @property
    def filter(self) -> Filter:
        """What chooses the claims."""
        return self.asked.view.filter

    def cut(self, found: Sequence[Any]) -> Sequence[Any]:
        """Return this part of all that there is."""
        return found[self.offset : self.offset + self.limit]

    @property
    def pin(self) -> str:
        """The parameters that hold an address at this position."""
        place = self.asked.place
        return urlencode({"v": grammar.GRAMMAR, "rev": place.rev, "shared": place.day})

    def permalink(self, path: str) -> str:
        """Return an address of the server, held at this position."""
        return f"{self.asked.site}/{path}{'&' if '?' in path else '?'}{self.pin}"


def answer(request: Request, make: Callable[[Part], AnyList]) -> Response:
    """Answer with a part of a list, or that the reader has it already."""
    part = _part(request, str(request.path_params["name"]))
    asked = part.asked
    headers = {
        "etag": asked.etag,
        "cache-control": asking.SETTLED if asked.is_settled else NO_CHANGE["cache-control"],
        "content-type": "application/json; charset=utf-8",
    }
    if is_had(request, asked.etag):
        return Response(status_code=304, headers=headers)
    body, onward = ANSWERS.get(asked.etag, lambda: _written(make(part)))
    if onward:
        headers["link"] = f'<{onward}>; rel="next"'
    return Response(body, headers=headers)


def _written(found: shapes.Listing[Any]) -> tuple[str, str | None]:
    """Return an answer as JSON, and the address of the next part."""
    return found.model_dump_json(exclude_defaults=True, by_alias=True), found.links.next


def listing(
    part: Part, model: type[AnyList], items: Sequence[object], total: int, **more: object
) -> AnyList:
    """Return the answer that these items are, with its position and the way on."""
    asked, place = part.asked, part.asked.place
    after = part.offset + len(items)
    cursor = None
    if items and after < total:
        cursor = Cursor(place.rev, place.day.isoformat(), after).written(part.listed)
    given = [(name, value) for name, value in asked.given if name != "cursor"]
    here = f"{asked.site}{quote(asked.address.partition('?')[0])}"
    onward = f"{here}?{urlencode([*given, ('cursor', cursor)])}" if cursor else None
    return model.model_validate(
        {
            "position": _position(asked.ledger, place),
            "total": total,
            "items": tuple(items),
            "next": cursor,
            "links": shapes.Links(
                here=f"{here}?{urlencode(asked.given)}".rstrip("?"), next=onward, view=_view(part)
            ),
            **more,
        }
    )


def _position(ledger: Ledger, place: Place) -> shapes.Position:
    at = asking.position(ledger, place)
    return shapes.Position(rev=at.rev, at=at.at, day=place.day)


def _view(part: Part) -> str:
    """Return the address of the page that shows the same, held at this position."""
    asked = part.asked
    held = {"rev": asked.place.rev, "day": asked.place.day, "shared": True, "now": False}
    page = VIEWS[asked.page.removeprefix("api/")]
    return f"{asked.site}{links.address(page, asked.view.model_copy(update=held))}"


def _part(request: Request, name: str) -> Part:
    """Read which part of a list is asked for; raises RefusedError and UnknownPositionError."""
    params = asking.parameters(request)
    known = (*TAKES[name], *POSITION, *PAGED)
    if strange := [param for param in params if param not in known]:
        message = f"/api/{name} takes no “{strange[0][:60]}”."
        raise RefusedError(400, message, f"It takes {', '.join(known)}.")
    limit = _limit(params.pop("limit", [str(LIMIT)]))
    cursor = params.pop("cursor", [])
    view, told = links.read(params)
    if told:
        raise RefusedError(400, " ".join(told), asking.HINT)
    ledger, today = data.open_ledger(), datetime.now(UTC).date()
    listed = urlencode({"list": name, **links.write(view)}, doseq=True)
    offset = 0
    if cursor:
        found = cursors.read(cursor[-1], listed)
        held = {"rev": found.rev, "day": date.fromisoformat(found.day), "shared": True}
        view, offset = view.model_copy(update=held), found.offset
    place = places.place(view, ledger, today)
    asked = _asked(request, name, view, place, ledger)
    if told := links.unknown(view, asked.records):
        raise RefusedError(400, " ".join(told), asking.HINT)
    return Part(asked, limit, offset, listed)


def _asked(request: Request, name: str, view: View, place: Place, ledger: Ledger) -> Asked:
    given = tuple(request.query_params.multi_items())
    site, at = public_address(request), asking.address(request)
    return Asked(f"api/{name}", view, place, ledger, site, at, given)


def _limit(values: list[str]) -> int:
    value = values[-1]
    if len(values) == 1 and value.isascii() and value.isdecimal() and 1 <= int(value[:9]) <= MOST:
        return int(value)
    message = f"The limit is a number from 1 to {MOST}, not “{value[:60]}”."
    raise RefusedError(400, message, f"Without a limit there are {LIMIT} at a time.")

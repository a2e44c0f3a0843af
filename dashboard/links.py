"""The link is the view: one reader and one writer between the address and what is shown.

Only what differs from the default is written. A value that cannot be used is named on the
page; where nothing usable is left of a choice the view shows nothing, never more.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claims.ledger import Filter, Sort

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

CHOICES = ("kind", "indicator", "claimant", "root", "publisher", "hedge", "review", "country")
"""Parameters that may be repeated, each a field of the filter."""
PAGE_SIZE = 50


class View(BaseModel):
    """What a reader sees: the filter, the order, the page, and the record that is open."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    filter: Filter = Filter()
    sort: Sort = "-period"
    page: int = Field(default=1, ge=1, le=100_000)
    id: str = Field(default="", max_length=80)
    group: str = Field(default="", max_length=40)
    tab: str = Field(default="", max_length=40)
    nothing: bool = False
    """Set where a part of the filter has no usable value left: then nothing is shown."""


PLAIN = {"q": "text", "from": "since", "to": "until"}
"""Parameters with one value that are fields of the filter under another name."""
DATES = ("from", "to")
LONGEST = 400
"""Characters of a search, far below the number of words that a search looks at."""
OWN = ("sort", "page", "id", "group", "tab")
"""Parameters that are fields of the view itself."""
STATES = {"observed": False, "planned": True}
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""The days that can be chosen."""


def read(params: Mapping[str, list[str]]) -> tuple[View, list[str]]:
    """Return the view that an address means, and a sentence for each value it cannot use."""
    complaints: list[str] = []
    chosen: dict[str, Any] = {}
    own: dict[str, Any] = {}
    lost = False
    for name, given in params.items():
        values = given or [""]
        if name in CHOICES:
            good = [value for value in values if _usable(name, (value,))]
            chosen[name] = tuple(good)
            bad, gone = [value for value in values if value not in good], not good
        else:
            target = own if name in OWN else chosen
            fields = _single(name, values[0]) if len(values) == 1 else {}
            target |= fields
            bad, gone = ([] if fields else [" and ".join(values)]), not fields and name not in OWN
        complaints += [_unusable(name, value) for value in bad]
        lost = lost or (gone and (name in CHOICES or name in PLAIN or name == "figures"))
    return View(filter=Filter(**chosen), nothing=lost, **own), complaints


def _single(name: str, value: str) -> dict[str, Any]:
    """Return the field that a parameter with one value sets, or nothing where it cannot."""
    if name == "figures" and value in STATES:
        return {"planned": STATES[value]}
    if name in DATES:
        day = _day(value)
        return {PLAIN[name]: day} if day else {}
    if name in PLAIN and len(value) <= LONGEST:
        return {PLAIN[name]: value}
    if name == "page":
        return {name: value} if value.isdecimal() and _fits(name, value) else {}
    return {name: value} if name in OWN and _fits(name, value) else {}


def _day(value: str) -> date | None:
    """Read a day as `2021-07-27`, within the years that the filter can show."""
    try:
        day = date.fromisoformat(value) if len(value) == len("2021-07-27") else None
    except ValueError:
        return None
    return day if day and EARLIEST <= day <= LATEST else None


def write(view: View) -> dict[str, str | list[str]]:
    """Return the parameters of a view's address: what differs from the default, in order."""
    wanted = view.filter
    found: dict[str, str | list[str]] = {
        name: [str(value) for value in getattr(wanted, name)]
        for name in CHOICES
        if getattr(wanted, name)
    }
    found |= {name: _text(value) for name, f in PLAIN.items() if (value := getattr(wanted, f))}
    if wanted.planned is not None:
        found["figures"] = "planned" if wanted.planned else "observed"
    default = View()
    for name in OWN:
        if getattr(view, name) != getattr(default, name):
            found[name] = str(getattr(view, name))
    return found


def unknown(view: View, known: Container[str]) -> list[str]:
    """Return a sentence for each party or indicator that the filter names and nobody knows."""
    return [
        _unusable(name, value)
        for name in ("indicator", "claimant", "root", "publisher")
        for value in getattr(view.filter, name)
        if value not in known
    ]


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _usable(field: str, value: object) -> bool:
    try:
        Filter.model_validate({field: value})
    except ValidationError:
        return False
    return True


def _fits(field: str, value: str) -> bool:
    try:
        View.model_validate({field: value})
    except ValidationError:
        return False
    return True


def _unusable(name: str, value: str) -> str:
    return f"The address asks for {name} “{value[:60]}”, which On Record does not know."

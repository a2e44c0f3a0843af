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
    nothing: bool = False
    """Set where a part of the filter has no usable value left: then nothing is shown."""


PLAIN = {"q": "text", "from": "since", "to": "until"}
"""Parameters with one value that are fields of the filter under another name."""
STATES = {"observed": False, "planned": True}


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
            complaints += [_unusable(name, value) for value in values if value not in good]
            chosen[name] = tuple(good)
            lost = lost or not good
        elif name == "figures" and values[-1] in STATES:
            chosen["planned"] = STATES[values[-1]]
        elif name in PLAIN and _usable(PLAIN[name], values[-1]):
            chosen[PLAIN[name]] = values[-1]
        elif name in {"sort", "page", "id", "group"} and _fits(name, values[-1]):
            own[name] = values[-1]
        else:
            complaints.append(_unusable(name, values[-1]))
            lost = lost or name == "figures" or name in PLAIN
    return View(filter=Filter(**chosen), nothing=lost, **own), complaints


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
    for name in ("sort", "page", "id", "group"):
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

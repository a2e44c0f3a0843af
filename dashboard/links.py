"""The link is the view: one reader and one writer between the address and what is shown.

`dashboard.grammar` is the whole grammar. Only what differs from the default is written, and a link
that is copied says the version of the grammar, `v`; `MIGRATIONS` brings older ones up to
date. A value that cannot be used is named on the page; where nothing usable is left of a
choice the view shows nothing, never more.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from claims.fields import Slug
from claims.ledger import Filter, Sort
from dashboard.grammar import (
    CHOICES,
    DATES,
    FILTERED,
    GRAMMAR,
    NAMES,
    OWN,
    PARTIES,
    PLAIN,
    SPELT,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claims.collection import Collection

    Params: TypeAlias = Mapping[str, list[str]]

LONGEST = 400
"""Characters of a search, far below the number of words that a search looks at."""
MOST_PICKED = 30
TOO_MANY = f"Up to {MOST_PICKED} claims can be chosen at once; the address names more."
PAGE_SIZE = 50
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""The days that can be chosen."""


def _once(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _revision_or_day(value: str) -> str:
    """Refuse a day that no calendar has, as 2026-13-45."""
    if "-" in value and _day(value) is None:
        message = "is no day; write one such as 2026-11-22"
        raise ValueError(message)
    return value


class View(BaseModel):
    """What a reader sees: the filter, the order, what is open and chosen, and as of when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    filter: Filter = Filter()
    sort: Sort = "-period"
    page: int = Field(default=1, ge=1, le=100_000)
    id: str = Field(default="", max_length=80)
    tab: str = Field(default="", max_length=40)
    work: str = Field(default="", pattern="^([0-9a-f]{12})?$")
    proposal: str = Field(default="", pattern="^[0-9]{0,6}$")
    scale: Literal["", "linear", "log"] = ""
    pick: Annotated[tuple[Slug, ...], Field(max_length=MOST_PICKED), AfterValidator(_once)] = ()
    since: Annotated[
        str,
        Field(pattern="^([0-9]{1,12}|[0-9]{4}-[0-9]{2}-[0-9]{2})?$"),
        AfterValidator(_revision_or_day),
    ] = ""
    rev: int | None = Field(default=None, ge=0, le=10**12)
    day: date | None = None
    """The day that the link was copied on, or that is walked back to."""
    shared: bool = False
    """Whether `day` is the one on which the link was copied."""
    now: bool = False
    """Whether what stands now is shown although the address carries a position."""
    nothing: bool = False
    """Set where a part of the filter has no usable value left: then nothing is shown."""
    adrift: bool = False
    """Set where the address asks for a position that cannot be understood."""


def _grouped_as_tab(params: dict[str, list[str]]) -> dict[str, list[str]]:
    """Version 1 had a parameter of its own for the kind of indicator on the overview."""
    return {"tab" if name == "group" else name: values for name, values in params.items()}


MIGRATIONS: dict[int, Callable[[dict[str, list[str]]], dict[str, list[str]]]] = {1: _grouped_as_tab}
"""What brings an address of a version up to the next; one that names none is of version 1."""


def read(params: Params) -> tuple[View, list[str]]:
    """Return the view that an address means, and a sentence for each value it cannot use."""
    given, complaints = _migrated(params)
    chosen: dict[str, Any] = {}
    own: dict[str, Any] = {}
    lost = adrift = False
    for name, values in given.items():
        if name in CHOICES or name == "pick":
            good = [value for value in values if _usable(name, (value,))]
            bad, gone = [value for value in values if value not in good], not good
            if name == "pick":
                complaints += [TOO_MANY] * (len(good) > MOST_PICKED)
                own[name] = tuple(good[:MOST_PICKED])
            else:
                chosen[name] = tuple(good)
        else:
            fields = _single(name, values[0]) if len(values) == 1 else {}
            for field, value in fields.items():
                (own if field in View.model_fields else chosen)[field.rpartition(".")[2]] = value
            bad, gone = ([] if fields else [" and ".join(values)]), not fields
        complaints += [_unusable(name, value) for value in bad]
        lost = lost or (gone and (name in CHOICES or name in PLAIN or name == "figures"))
        adrift = adrift or (gone and name in {"rev", "shared", "on"})
    return View(filter=Filter(**chosen), nothing=lost, adrift=adrift, **own), complaints


def _migrated(params: Params) -> tuple[dict[str, list[str]], list[str]]:
    """Return parameters in the grammar of today, and a sentence where theirs is unknown."""
    given = {name: values or [""] for name, values in params.items() if name != "v"}
    named = (params.get("v") or ["1"])[0]
    if not (named.isdecimal() and 1 <= int(named[:9]) <= GRAMMAR):
        told = f"The link is of version “{named[:20]}”; On Record knows versions up to {GRAMMAR}."
        return given, [told]
    for version in range(int(named), GRAMMAR):
        given = MIGRATIONS[version](given)
    return given, []


def _single(name: str, value: str) -> dict[str, Any]:
    """Return the fields that a parameter with one value sets, or none where it cannot.

    A field of the filter is named with it: `filter.text`.
    """
    if name in SPELT:
        return SPELT[name].get(value, {})
    if name in DATES:
        day, field = _day(value), DATES[name]
        if day is None:
            return {}
        return {f"filter.{field}": day} if name in PLAIN else {field: day, "shared": name != "on"}
    if name in PLAIN and len(value) <= LONGEST:
        return {f"filter.{PLAIN[name]}": value}
    if name in {"page", "rev"}:
        return {name: value} if value.isdecimal() and _usable(name, value) else {}
    return {name: value} if name in OWN and _usable(name, value) else {}


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
    found |= {name: str(value) for name, f in PLAIN.items() if (value := getattr(wanted, f))}
    if wanted.planned is not None:
        found["figures"] = "planned" if wanted.planned else "observed"
    default = View()
    for name in OWN[:-1]:
        if getattr(view, name) != getattr(default, name):
            found[name] = str(getattr(view, name))
    found |= {"pick": list(view.pick)} if view.pick else {}
    return found | held(view)


def held(view: View) -> dict[str, str]:
    """Return the parameters that hold a view at its ledger position; none for what stands now."""
    found = {} if view.rev is None else {"rev": str(view.rev)}
    if view.day is not None:
        found["shared" if view.shared else "on"] = view.day.isoformat()
    return found | ({"now": "yes"} if view.now else {})


def pinned(view: View, rev: int, day: date) -> View:
    """Return the view as it is shared: held at the position that is shown.

    One that is held already and shown so stays as it is held.
    """
    if not view.now and (view.rev is not None or view.day is not None):
        return view
    return view.model_copy(update={"rev": rev, "day": day, "shared": True, "now": False})


def address(path: str, view: View) -> str:
    """Return path and parameters of a link that is copied, with the version of the grammar."""
    found = write(view)
    if not found:
        return f"/{path}"
    return f"/{path}?{urlencode({'v': str(GRAMMAR), **found}, doseq=True)}"


def unknown(view: View, records: Collection) -> list[str]:
    """Return a sentence for each party or indicator that the filter names and nobody knows."""
    parties = records.ids("party")
    known = {"indicator": records.ids("indicator")} | dict.fromkeys(PARTIES, parties)
    return [
        _unusable(name, value)
        for name, ids in known.items()
        for value in getattr(view.filter, name)
        if value not in ids
    ]


def ignored(page: str, view: View) -> str:
    """Name the fields of the filter that are chosen and that a page does not heed."""
    fields = set(view.filter.chosen) - FILTERED.get(page, frozenset())
    return ", ".join(sorted(NAMES.get(field, field) for field in fields))


def _usable(field: str, value: object) -> bool:
    """Tell whether the view, or else its filter, takes a value for a field."""
    model = View if field in View.model_fields and field not in CHOICES else Filter
    try:
        model.model_validate({field: value})
    except ValidationError:
        return False
    return True


def _unusable(name: str, value: str) -> str:
    return f"The address asks for {name} “{value[:60]}”, which On Record does not know."

"""Links that are copied: held at a position, of a version, in a grammar that is written down."""

from __future__ import annotations

from datetime import date

import pytest

from claims.ledger import Filter
from dashboard.grammar import CHOICES, DATES, GRAMMAR, OWN, PARAMETERS, PLAIN, SPELT
from dashboard.links import MOST_PICKED, TOO_MANY, View, address, held, pinned, read


@pytest.mark.parametrize(
    ("name", "value"),
    [("rev", "latest"), ("rev", "-1"), ("rev", "1 204"), ("shared", "today"), ("on", "2026-13-01")],
)
def test_a_position_that_cannot_be_understood_shows_nothing_of_another(
    name: str, value: str
) -> None:
    """Whoever was sent a view as of a position is not shown what stands now in its place."""
    view, complaints = read({name: [value]})
    assert view == View(adrift=True)
    assert complaints == [f"The address asks for {name} “{value}”, which On Record does not know."]


VERSIONS: list[tuple[dict[str, list[str]], View]] = [
    ({"group": ["casualty figure"]}, View(tab="casualty figure")),
    ({"v": ["1"], "group": ["casualty figure"]}, View(tab="casualty figure")),
    ({"v": ["1"], "tab": ["relays"]}, View(tab="relays")),
    ({"tab": ["relays"]}, View(tab="relays")),
    ({"v": ["2"], "tab": ["relays"], "rev": ["7"]}, View(tab="relays", rev=7)),
]


@pytest.mark.parametrize(("params", "view"), VERSIONS)
def test_an_address_of_an_older_version_still_opens_its_view(
    params: dict[str, list[str]], view: View
) -> None:
    """An address that names no version may be of any: what was renamed is understood."""
    assert read(params) == (view, [])


@pytest.mark.parametrize("version", ["3", "0", "-1", "two", "9" * 5_000, "", "²"])
def test_a_version_that_is_not_known_is_told(version: str) -> None:
    """A link made by a newer program may mean more than this one can show."""
    view, complaints = read({"v": [version], "q": ["killed"]})
    assert view == View(filter=Filter(text="killed"))
    assert complaints == [
        f"The link is of version “{version[:20]}”; On Record knows versions up to {GRAMMAR}."
    ]


def test_what_was_renamed_is_no_parameter_of_today() -> None:
    """In a link that says it is of today's version, the older name is named as unknown."""
    _, complaints = read({"v": [str(GRAMMAR)], "group": ["casualty figure"]})
    assert complaints == [
        "The address asks for group “casualty figure”, which On Record does not know."
    ]


def test_a_copied_link_is_held_at_the_position_of_its_day() -> None:
    """What is shared holds; what is held already, by a link or a walk back, stays there."""
    day = date(2026, 11, 22)
    shared = pinned(View(page=2), 1204, day)
    assert address("explore", shared) == "/explore?v=2&page=2&rev=1204&shared=2026-11-22"
    now = pinned(shared.model_copy(update={"now": True}), 1300, date(2026, 12, 1))
    assert address("explore", now) == "/explore?v=2&page=2&rev=1300&shared=2026-12-01"
    walked = View(day=day)
    assert pinned(walked, 9, date.max) == walked
    assert held(walked) == {"on": "2026-11-22"}
    assert address("method", View()) == "/method"


def test_more_picks_than_can_be_shown_are_named() -> None:
    """The first ones count, and it is said that there are more; a filter has no such limit."""
    many = [f"c-{n:02}" for n in range(MOST_PICKED + 2)]
    view, complaints = read({"pick": many, "claimant": many})
    assert (len(view.pick), len(view.filter.claimant)) == (MOST_PICKED, len(many))
    assert complaints == [TOO_MANY]


def test_the_grammar_names_every_parameter_that_is_read() -> None:
    """What the table does not explain is not understood."""
    understood = {*CHOICES, *PLAIN, *OWN, *DATES, *SPELT, "pick", "v"}
    assert set(PARAMETERS) == understood

"""New questions of one's own are found again by what they count, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.desk.matching import Questions
from claims.desk.where import parts
from claims.extraction.events.kinds import What
from claims.ledger import Ledger
from claims.vocabulary import Basis, Kind
from tests.desk import proposed
from tests.factories import indicator

if TYPE_CHECKING:
    from pathlib import Path

HARROW = {"place": "Harrow, United Kingdom", "country": "GB"}
ASKED = [
    indicator("killed", title="People killed in Harrow, reported November 2026", **HARROW),
    indicator("children", title="Children killed in Harrow, 20 November 2026", **HARROW),
    indicator(
        "families",
        title="Families displaced in Harrow, reported November 2026",
        unit="families",
        kind=Kind.OTHER_COUNT,
        **HARROW,
    ),
    indicator(
        "displaced",
        title="People displaced in Harrow, reported November 2026",
        unit="displaced",
        kind=Kind.OTHER_COUNT,
        **HARROW,
    ),
    indicator("masisi", title="People killed in Masisi, August 2026", place="Masisi", country=None),
]
GB: dict[str, Any] = {"place": "Harrow", "country": "GB"}


@pytest.mark.parametrize(
    ("quote", "kind", "fields", "expected"),
    [
        ("three dead", What.KILLED, GB, "killed"),
        ("two children", What.KILLED, GB, "children"),
        ("two children", What.KILLED, GB | {"part": True}, "children"),
        ("two nurses", What.KILLED, GB | {"part": True}, None),
        ("about 40 families", What.DISPLACED, GB, "families"),
        ("several dozen people", What.DISPLACED, GB, "displaced"),
        ("62 people", What.KILLED, {"place": "Masisi"}, "masisi"),
        ("62 people", What.KILLED, {"place": "Calama", "country": "CL"}, None),
        ("62 people", What.KILLED, {"place": "Leeds", "country": "GB"}, None),
    ],
)
def test_what_is_counted_and_where_leads_to_the_question(
    tmp_path: Path, quote: str, kind: What, fields: dict[str, Any], expected: str | None
) -> None:
    """Families are not people, children not all the dead, and another town is another matter."""
    text = f"The report names {quote}. Elsewhere Masisi and Harrow were quiet."
    asked = [one.model_copy(update={"basis": Basis.EVENT, "baseline": None}) for one in ASKED]
    with Ledger.open(tmp_path / "empty.db") as ledger:
        fits = Questions(ledger, asked, None).fits(proposed(text, quote, kind, **fields), text)
    assert [one.indicator.id for one in fits if one.is_good][:1] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Sadr City, Baghdad, Iraq", ("Sadr City, Baghdad", " Iraq")),
        ("Iraq", ("", "Iraq")),
        ("Iraq and Syria", ("", "Iraq and Syria")),
        ("Masisi", ("Masisi", "")),
        (None, ("", "")),
    ],
)
def test_a_place_is_told_from_its_country(place: str | None, expected: tuple[str, str]) -> None:
    """A name alone is a country's where there is such a country."""
    assert parts(place) == expected

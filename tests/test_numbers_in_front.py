"""A number that a scrape left in front of a name is dropped where a mapping says so."""

from __future__ import annotations

import pytest

from claims.imports.mapping import Column
from claims.imports.templates import Cells, fill

# fmt: off
NAMES = [
    ("12 T-72B3", "T-72B3"),
    ("1 1L259 Zoopark-1", "1L259 Zoopark-1"),
    ("1320  BMP-2(K)", "BMP-2(K)"),
    ("3 152mm 2A36 Giatsint-B", "152mm 2A36 Giatsint-B"),
    # near-misses: the number is part of the name, or all there is
    ("152mm 2A36 Giatsint-B", "152mm 2A36 Giatsint-B"),
    ("9K33 Osa", "9K33 Osa"),
    ("1.5 ton truck", "1.5 ton truck"),
    ("T-72 12", "T-72 12"),
    ("12", "12"),
]
# fmt: on


@pytest.mark.parametrize(("written", "meant"), NAMES)
def test_a_number_in_front_is_dropped(written: str, meant: str) -> None:
    """A whole number that a blank sets apart goes; one that belongs to the name stays."""
    cells = Cells({"system": written}, {"system": Column(drop_number=True)})
    assert fill("one {system}", cells) == f"one {meant}"


def test_it_is_dropped_before_words_are_looked_up() -> None:
    """The words of a mapping mean the name, not the number with it."""
    column = Column(drop_number=True, means={"T-72B3": "tank"})
    assert Cells({"system": "12 T-72B3"}, {"system": column})["system"] == "tank"


def test_a_number_stays_where_nothing_is_said() -> None:
    """Cells are read as they are written unless the mapping says otherwise."""
    assert Cells({"system": "12 T-72B3"}, {"system": Column()})["system"] == "12 T-72B3"

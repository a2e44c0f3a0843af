"""What happened to the people or things that a number counts: the tables of words together.

Each row is one kind of figure with the words that name it; the rows themselves stand in
`vocabulary`, by field of events. A word belongs to one row. The Method page and the marks in an
article read these tables too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.events.vocabulary import custody, damage, death, force, injury, movement
from claims.extraction.events.vocabulary.row import Form, Row, What
from claims.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PHRASES", "ROWS", "Form", "Row", "What"]

ROWS: Mapping[What, Row] = {
    What.KILLED: death.KILLED,
    What.WOUNDED: injury.WOUNDED,
    What.CASUALTIES: death.CASUALTIES,
    What.KIDNAPPED: custody.KIDNAPPED,
    What.DETAINED: custody.DETAINED,
    What.MISSING: movement.MISSING,
    What.DISPLACED: movement.DISPLACED,
    What.RESCUED: movement.RESCUED,
    What.TROOPS: force.TROOPS,
    What.ATTACKS: force.ATTACKS,
    What.WEAPONS: force.WEAPONS,
    What.DURATION: Row(Kind.OTHER_COUNT, "years"),
    What.OTHER: damage.OTHER,
}
"""The words of each kind of figure. Where a word names a thing counted and its name, the
place of the number decides: `five deaths`, `the deaths of five`."""

PHRASES: Mapping[What, Mapping[Form, str]] = {
    What.KILLED: death.KILLED_SEVERAL,
    What.WOUNDED: injury.WOUNDED_SEVERAL,
    What.KIDNAPPED: custody.KIDNAPPED_SEVERAL,
    What.DETAINED: custody.DETAINED_SEVERAL,
    What.MISSING: movement.MISSING_SEVERAL,
    What.DISPLACED: movement.DISPLACED_SEVERAL,
    What.RESCUED: movement.RESCUED_SEVERAL,
    What.TROOPS: force.TROOPS_SEVERAL,
    What.OTHER: damage.OTHER_SEVERAL,
}
"""Expressions of several words that name what happened, set apart by a bar."""

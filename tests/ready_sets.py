"""The published sets of the ready mappings: the real files beside the project, and their stand-ins.

A stand-in is a small file of the same shape with invented figures; it is always there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

STAND_INS = Path(__file__).parent / "stand_ins"
PUBLISHED = Path(__file__).parents[2] / "shared" / "data"
TABLES = (
    ("ukraine-general-staff", "ukraine_losses/russia_losses_personnel.json"),
    ("ukraine-general-staff", "ukraine_losses/russia_losses_equipment.json"),
    ("ukraine-general-staff", "ukraine_losses/russia_losses_equipment_correction.json"),
    ("oryx", "oryx/daily_count.csv"),
    ("oryx", "oryx/event_destroyed_to_2024-06-30.csv"),
    ("t4p-gaza", "tech4palestine/casualties_daily.json"),
    ("t4p-gaza-extrapolated", "tech4palestine/casualties_daily.json"),
    ("t4p-west-bank", "tech4palestine/west_bank_daily.json"),
    ("t4p-lebanon", "tech4palestine/lebanon_casualties_daily.json"),
    ("ucdp-ged", "ucdp/GEDEvent_v99_1.csv"),
)
"""Each ready mapping and a table of its set."""


@dataclass(frozen=True)
class Published:
    """A table of a set and the file that it is read from."""

    mapping: str
    table: str
    """Where it lies, in the folder of the real files and in that of the stand-ins."""
    is_real: bool

    @property
    def path(self) -> Path:
        """The file."""
        return (PUBLISHED if self.is_real else STAND_INS) / self.table

    def __str__(self) -> str:
        """Name it as the tests are named: which table, and of which kind its file is."""
        kind = "published" if self.is_real else "stand-in"
        if not self.is_real and not (PUBLISHED / self.table).exists():
            kind = "stand-in-only-for-the-published-file-is-not-here"
        return f"{self.mapping}-{self.path.stem}-{kind}"


def every_file() -> list[Published]:
    """Return the stand-in of each table, and its real file where that lies beside the project."""
    stand_ins = [Published(mapping, table, is_real=False) for mapping, table in TABLES]
    real = [Published(one.mapping, one.table, is_real=True) for one in stand_ins]
    return [*stand_ins, *(one for one in real if one.path.exists())]

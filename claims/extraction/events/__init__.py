"""What happened to those whom a number counts."""

from claims.extraction.events.counting import (
    HARM,
    Counted,
    counted,
)

__all__ = ["HARM", "Counted", "counted"]

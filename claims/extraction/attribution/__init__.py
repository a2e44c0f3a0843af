"""Who says it: the claimant of each stretch of a text, and the way it came to the page."""

from claims.extraction.attribution.finding import (
    ACCUSERS,
    UNNAMED,
    Said,
    find,
    governing,
)

__all__ = ["ACCUSERS", "UNNAMED", "Said", "find", "governing"]

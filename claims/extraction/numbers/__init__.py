"""Which numbers of a text are quantities, and what they count."""

from claims.extraction.numbers.finding import (
    Found,
    find,
)

__all__ = ["Found", "find"]

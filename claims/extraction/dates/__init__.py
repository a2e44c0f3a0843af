"""When: time expressions of a text, read against the day of publication."""

from claims.extraction.dates.finding import (
    Dated,
    Kind,
    dateline,
    find,
    to_date,
)

__all__ = ["Dated", "Kind", "dateline", "find", "to_date"]

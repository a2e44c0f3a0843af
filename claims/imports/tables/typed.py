"""Values that a file keeps as numbers, days or truths, as the text of a cell."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal

DIGITS = 15
"""Significant digits of a number with a fraction: as many as spreadsheets show."""


def text_of(value: object) -> str:
    """Return a value as text on one line; empty where there is none.

    Example: 2800.0 is "2800", midnight of a day is "2022-02-25", True is "true".
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, Decimal) and value.is_finite():
        whole = value.to_integral_value()
        return f"{whole if whole == value else value:f}"
    if isinstance(value, (dt.datetime, dt.date, dt.time, dt.timedelta)):
        return _time(value)
    if isinstance(value, bytes):
        return value.decode(errors="surrogateescape")
    return "" if value is None else " ".join(str(value).split())


def _float(value: float) -> str:
    """Return a number in plain decimals; NaN and infinity as their names."""
    if not math.isfinite(value):
        return str(value)
    if value.is_integer():
        return f"{value:.0f}"
    return f"{Decimal(f'{value:.{DIGITS}g}'):f}"


def _time(value: dt.datetime | dt.date | dt.time | dt.timedelta) -> str:
    """Return a day, a time or a duration as ISO 8601, to the second."""
    if isinstance(value, dt.datetime):
        second = dt.timedelta(microseconds=500_000)
        near = (value + second if value.year < dt.MAXYEAR else value).replace(microsecond=0)
        is_day = near.time() == dt.time() and near.tzinfo is None
        return near.date().isoformat() if is_day else near.isoformat()
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"PT{minutes // 60:02}H{minutes % 60:02}M{seconds:02}S"
    if isinstance(value, dt.time):
        return value.replace(microsecond=0).isoformat()
    return value.isoformat()

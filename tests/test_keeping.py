"""What takes long to make is made once for all who ask at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import pytest

from dashboard.routes.keeping import Kept


def test_what_many_ask_for_is_made_once() -> None:
    """Twenty who ask at the same time get one answer; a failure is tried again."""
    kept: Kept[bytes] = Kept(2)
    made: list[str] = []
    gate = Lock()

    def make() -> bytes:
        made.append("made")
        with gate:
            return b"picture"

    with ThreadPoolExecutor(20) as readers:
        gate.acquire()
        asked = [readers.submit(kept.get, "one", make) for _ in range(20)]
        gate.release()
        assert {answer.result() for answer in asked} == {b"picture"}
    assert made == ["made"]
    with pytest.raises(ZeroDivisionError):
        kept.get("two", lambda: bytes(1 // 0))
    assert kept.get("two", lambda: b"again") == b"again"

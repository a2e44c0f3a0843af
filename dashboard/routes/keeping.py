"""What takes long to make is made once, however many ask for it at the same time."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """The last answers that were made, each by a key that never means anything else."""

    def __init__(self, most: int) -> None:
        """Take how many answers are kept."""
        self._finding = Lock()
        self._places = lru_cache(most)(lambda _key: _Place[Made]())

    def get(self, key: str, make: Callable[[], Made]) -> Made:
        """Return what is kept under a key, made now where it is not; others wait for it."""
        with self._finding:
            place = self._places(key)
        return place.filled(make)


class _Place(Generic[Made]):
    """Room for one answer, and the lock of whoever makes it."""

    def __init__(self) -> None:
        self._making = Lock()
        self._made: Made | None = None

    def filled(self, make: Callable[[], Made]) -> Made:
        """Return the answer; where making it fails, the next who asks tries again."""
        with self._making:
            if self._made is None:
                self._made = make()
            return self._made

"""The lines of a text file, none too long, and which of them the row being read stands on."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from claims.imports.tables.limits import FEWEST_OPEN_LINES, MAX_LINE, MAX_OPEN_LINES

if TYPE_CHECKING:
    from typing import TextIO

LINE_ENDS = ("\n", "\r")


class LongLineError(Exception):
    """A line is longer than the limit; it was passed over."""


class OpenQuoteError(Exception):
    """A quotation mark does not close within the lines that a row may run over."""


class Lines:
    """Hands out line after line, and keeps those of the row that is being read.

    Whoever takes the lines empties `open` when a row is complete. A row that does not end can
    be given up: `give_up` leaves out its first line and hands out the others again.
    """

    def __init__(self, file: TextIO) -> None:
        """Take an open text file whose line ends are not translated."""
        self.number = 0
        """Of the line that was handed out last, counted from 1."""
        self.open: list[str] = []
        """The lines of the row that is being read."""
        self._readline = file.readline
        self._again: deque[str] = deque()
        self._most = MAX_OPEN_LINES

    def __iter__(self) -> Lines:
        """Return the lines themselves."""
        return self

    def __next__(self) -> str:
        """Return the next line with its end.

        Raises LongLineError, and OpenQuoteError where a row has too many lines or no end.
        """
        line = self._again.popleft() if self._again else self._readline(MAX_LINE)
        if not line:
            if self.open:
                raise OpenQuoteError
            raise StopIteration
        self.number += 1
        self.open.append(line)
        if len(line) == MAX_LINE and not line.endswith(LINE_ENDS):
            self._skip()
            raise LongLineError
        if len(self.open) > 1 and self._is_endless():
            raise OpenQuoteError
        return line

    @property
    def first(self) -> int:
        """The number of the line on which the row that is being read starts."""
        return self.number - len(self.open) + 1

    def give_up(self) -> None:
        """Pass over the first line of the row; its other lines are handed out again.

        Each time the next row may run over half as many lines, so that a file full of marks
        that never close is not read over and over.
        """
        self.number -= len(self.open) - 1
        self._again.extendleft(reversed(self.open[1:]))
        self.open.clear()
        self._most = max(FEWEST_OPEN_LINES, self._most // 2)

    def give_up_blank(self) -> None:
        """Pass over a line that is too long, and over the first line of the row that it is in."""
        self.open[-1] = "\n"
        self.give_up()

    def _is_endless(self) -> bool:
        return len(self.open) > self._most or (
            len(self.open) % 16 == 0 and sum(map(len, self.open)) > MAX_LINE
        )

    def _skip(self) -> None:
        """Read on to the end of a line that is too long."""
        while (line := self._readline(MAX_LINE)) and not line.endswith(LINE_ENDS):
            pass

"""Parts of a fact-check, each checked as our records would: texts, addresses, days, languages.

A part that is missing where it is needed, or that is not what it should be, is a problem
under the name that the file gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from claims import periods
from claims.errors import Problem, Where
from claims.fields import Language, Text, WebAddress

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Mapping[str, tuple[TypeAdapter[Any], str]] = {
    "text": (TypeAdapter(Text), "Write it as plain text of at most 2,000 characters"),
    "address": (TypeAdapter(WebAddress), "Write an address that starts with http:// or https://"),
    "language": (TypeAdapter(Language), "Write a language tag such as en, ar or pt-BR"),
}
"""What a part must be, and how to mend one that is not."""
DAY = re.compile(r"(\d{4}(?:-\d\d){0,2})")
MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)? ?(?:Z|UTC|[+-]\d\d:?\d\d)?"
)
NO_YEAR = "0001"
"""The year that programs write where they know no date."""
HOW_DAYS = "Write the day as 2024-05-03, or leave it out where none is known"
UNKNOWN_LANGUAGE = "und"
"""What BCP 47 writes where the language is not known."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one element as they are taken from it, and the problems met."""

    where: Where
    problems: list[Problem] = field(default_factory=list)

    def take(self, kind: str, name: str, value: str, *, needed: bool = False) -> str:
        """Return a part; empty where there is none or, with a problem, where it is at fault."""
        if not value:
            if needed:
                self.fault(name, "", "it is missing", "Add it")
            return ""
        adapter, hint = KINDS[kind]
        try:
            return str(adapter.validate_python(value))
        except ValidationError as error:
            message = error.errors()[0]["msg"].removeprefix("Value error, ").partition(";")[0]
            self.fault(name, value, message, hint)
            return ""

    def day(self, name: str, value: str) -> str:
        """Return a day, month or year as EDTF; a moment is cut to the day that it states.

        `2024-05-03T23:30:00-05:00` is 2024-05-03, `2024-05` stays a month.
        """
        if not value:
            return ""
        found = DAY.fullmatch(value) or MOMENT.fullmatch(value)
        if found is None or found[1].startswith(NO_YEAR):
            self.fault(name, value, "this is no day", HOW_DAYS)
            return ""
        try:
            return str(periods.parse(found[1]))
        except ValueError:
            self.fault(name, value, "there is no such day", HOW_DAYS)
            return ""

    def fault(self, name: str, value: str, message: str, hint: str) -> None:
        """Note a problem."""
        short = value if len(value) <= 60 else f"{value[:60]}…"  # noqa: PLR2004 - as in every problem
        shown = short.encode(errors="backslashreplace").decode()
        self.problems.append(Problem(self.where, "", name, shown, message, hint))

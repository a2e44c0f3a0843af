"""A mapping: how the rows of somebody's table become claims, as a small file in YAML.

Most values are texts that may name columns in braces: `2022-02-24/{date}` is the period from
that day to the one in the column `date`, `[at least]` a constant. Parties, sources and
indicators are written as they stand on record. `claims schema mapping` prints the JSON Schema.
"""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from claims.fields import Slug, Text, WebAddress
from claims.records import Frozen, Indicator, Party, Source
from claims.vocabulary import Basis, Kind, PartyKind

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMED = re.compile(r"\{([^{}]+)\}")
"""A column in braces."""
SAID = frozenset({"title", "figure", "unit", "when", "until"})
"""Names in a statement that stand for the claim's own parts, not for columns."""
SOME_DAY = datetime(2001, 2, 13)  # noqa: DTZ001 - no moment, a day to write
Template = Annotated[str, Field(max_length=2_000)]
"""A text that may name columns in braces."""


class Otherwise(StrEnum):
    """What becomes of a value that a list of words does not know."""

    KEEP = "keep"
    REFUSE = "refuse"


class Column(Frozen):
    """How the cells of one column are read, where it is not as they are written."""

    date: Text | None = None
    """How days are written, as `strptime` has it: `%d.%m.%Y`; a format without %d is a month."""
    numbers: Literal["1,234.5", "1.234,5", "1 234,5", "1'234.5"] = "1,234.5"
    """How thousands and decimals are set apart."""
    means: dict[str, str] = Field(default_factory=dict)
    """Words of the cells and what they mean: `mohtel: gaza-health-ministry`."""
    words: dict[str, str] = Field(default_factory=dict)
    """Words before a figure within its cell, in small letters: `mindestens: at least`."""
    otherwise: Otherwise = Otherwise.KEEP
    """What becomes of a cell with other words: kept as it is, or its row is refused."""
    why: Text | None = None
    """Why a row with other words is refused."""
    drop_number: bool = False
    """Whether a whole number in front is no part of the words: `12 T-72B3` is `T-72B3`."""

    @field_validator("date")
    @classmethod
    def _is_a_form_of_dates(cls, form: str | None) -> str | None:
        """Refuse a form that no date can be read by."""
        try:
            if form is not None:
                datetime.strptime(SOME_DAY.strftime(form), form)  # noqa: DTZ007 - only tried
        except (ValueError, re.error) as error:
            message = f"no date can be read by “{form}”"
            raise ValueError(message) from error
        return form


class Condition(Frozen):
    """Rows that are left out, or refused, by what stands in one column."""

    column: Text
    """The column that is looked at."""
    holds: tuple[str, ...]
    """The values; an empty one is an empty cell."""
    why: Text
    """Why, as the report says it."""


class Span(Frozen):
    """A period of some length that ends on a day."""

    to: Template
    """Its last day."""
    hours: Template
    """How long it is: 24 hours are the day itself, 48 that and the one before."""


class Told(Frozen):
    """What is said of claims; what a claim leaves out is taken from its table."""

    period: Template | Span | None = None
    """What the figure is about, EDTF: `2022-02-24/{date}`."""
    said_on: Template | None = None
    """When it was said, EDTF."""
    claimant: Template | None = None
    """Who asserts it: the id of a party, or a name."""
    chain: tuple[Template, ...] | None = None
    """From the origin to the publisher; the claimant and the source's publisher if left out."""
    hedge: Template | None = None
    """The words for how firm the figures are: from a column, or constant in brackets."""
    note: Template | None = None
    """Doubts and particulars."""
    tags: tuple[Template, ...] | None = None
    """Free labels."""
    url: Template | None = None
    """Where the row's own evidence stands: a picture, a post."""
    key: tuple[Template, ...] | None = None
    """What tells two claims apart that agree in question, claimant, period and source."""
    planned: bool | None = None
    """About the future: a target, a cap, an announced cut."""


class Question(Frozen):
    """An indicator that is made for each value of a column; as `Indicator`, with columns."""

    title: Template
    """The question as a heading."""
    kind: Kind
    """What its claims assert."""
    unit: Template
    """The thing counted."""
    basis: Basis
    """How the number counts."""
    baseline: Template | None = None
    """The day a tally starts from, or the interval that is counted, EDTF."""
    place: Template | None = None
    """Where, in words."""
    country: Template | None = None
    """Where, ISO 3166-1."""
    includes: Template
    """What the number counts, one line."""
    excludes: Template | None = None
    """What it does not count."""
    broader: Template | None = None
    """The indicator that it is a part of."""
    shelf_life: Template | None = None
    """ISO 8601 duration after which a level or tally is stale."""


class Figure(Told):
    """One claim that each row makes: a figure under an indicator, or an assertion without one."""

    column: str = ""
    """Where the figure stands: a number or its words; empty for an assertion. Of a range without
    a best estimate it is the column of its low or high end."""
    low: str = ""
    """The column of the least that is possible."""
    high: str = ""
    """The column of the most that is possible."""
    indicator: Template | None = None
    """The id of the question that it answers."""
    question: Question | None = None
    """That question, where the id names columns and it is not listed."""
    kind: Kind | None = None
    """What an assertion without a figure is: an event, a position."""
    statement: Template | None = None
    """Our words for it; made from the question, the figure and the period if left out."""
    only: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Columns and what must stand in them, for the row to make this claim."""
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Columns and what must not stand in them; an empty text is an empty cell."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        """Ask for what no claim can do without."""
        if bool(self.column) != bool(self.indicator):
            message = "a figure needs an indicator, and an indicator a figure: give both or neither"
            raise ValueError(message)
        if not self.column and (self.statement is None or self.kind is None):
            message = "an assertion without a figure needs a kind and a statement"
            raise ValueError(message)
        if bool(self.low) != bool(self.high):
            message = "bounds are given by two columns, low and high"
            raise ValueError(message)
        return self


class Sheet(Told):
    """One table of a set: what it rests on, how its columns are read, which claims it makes."""

    name: Slug
    """Short name of the table within its set."""
    recognised_by: tuple[str, ...]
    """Columns that this table has and the others of the set do not."""
    part: str = ""
    """The sheet, resource or list that is read, where a file has several."""
    source: Slug
    """The source that the rows stand in."""
    party_kind: PartyKind = PartyKind.NOT_STATED
    """What a party is that only a cell names."""
    columns: dict[str, Column] = Field(default_factory=dict)
    """Columns that need more than being read as they are written."""
    left_out: tuple[Condition, ...] = ()
    """Rows that say nothing new: counted, not recorded."""
    refused: tuple[Condition, ...] = ()
    """Rows whose figures cannot stand: reported one by one."""
    unused: dict[str, str] = Field(default_factory=dict)
    """Columns that are not imported, and why."""
    figures: Annotated[tuple[Figure, ...], Field(min_length=1)]
    """The claims that each row makes."""


class Mapping(Frozen):
    """How the tables of one set become claims."""

    name: Slug
    """Short stable name."""
    title: Text
    """What the set is, in one line."""
    about: Text | None = None
    """What must be known before its figures are used."""
    homepage: WebAddress | None = None
    """Where the set is published."""
    licence: Text | None = None
    """On what terms, as its publishers state them."""
    parties: tuple[Party, ...] = ()
    """Who asserts and publishes; one that is on record already stays as it is there."""
    sources: tuple[Source, ...] = ()
    """The tables as sources."""
    indicators: tuple[Indicator, ...] = ()
    """The questions that the figures answer."""
    tables: Annotated[tuple[Sheet, ...], Field(min_length=1)]
    """The tables of the set."""

    @model_validator(mode="after")
    def _names_its_tables_once(self) -> Self:
        """Refuse two tables of one name."""
        names = [table.name for table in self.tables]
        if twice := next((name for name in names if names.count(name) > 1), None):
            message = f"two tables are named “{twice}”"
            raise ValueError(message)
        return self


def told(name: str, figure: Figure, sheet: Sheet) -> Any:  # noqa: ANN401 - the field's own type
    """Return what a mapping says of a claim: by the figure, or else by its table."""
    found = getattr(figure, name)
    return found if found is not None else getattr(sheet, name, None)


def columns_of(sheet: Sheet) -> frozenset[str]:
    """Return every column that a table's claims are made of."""
    return frozenset(_columns(sheet))


def named_in(template: object) -> tuple[str, ...]:
    """Return the columns that a template names, in their order."""
    return _named_in(template) if isinstance(template, str) else ()


@lru_cache(maxsize=4096)
def _named_in(template: str) -> tuple[str, ...]:
    return tuple(NAMED.findall(template))


def _columns(sheet: Sheet) -> Iterator[str]:
    """Yield the columns that a table names, some of them more than once."""
    yield from sheet.recognised_by
    yield from (condition.column for condition in (*sheet.left_out, *sheet.refused))
    for part in (sheet, *sheet.figures):
        apart = {"figures", "columns", "unused", "statement"}
        for value in part.model_dump(exclude=apart).values():
            yield from _named(value)
    for figure in sheet.figures:
        yield from filter(
            None, (figure.column, figure.low, figure.high, *figure.only, *figure.unless)
        )


def _named(value: object) -> Iterator[str]:
    """Yield the columns that a value names, however deep."""
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _named(one)
    yield from named_in(value)

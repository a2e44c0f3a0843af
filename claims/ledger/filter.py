"""The one filter: what a reader chose, checked and comparable."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict
from sqlalchemy import and_, false, or_, select

from claims.fields import Country, Slug
from claims.hedges import Hedge
from claims.ledger.schema import claim_span, evidence_span
from claims.ledger.sqlite import matching
from claims.vocabulary import Kind, ReviewState

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

Value = TypeVar("Value", bound=str)
Sort: TypeAlias = Literal[
    "period",
    "-period",
    "said_on",
    "-said_on",
    "value",
    "-value",
    "recorded",
    "-recorded",
    "relevance",
]
"""An order of claims; a leading minus turns it round."""
LONGEST, MOST = 80, 200
"""Letters of a word and words of a search that are looked at."""


def _once_in_order(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Make two choices of the same values equal."""
    return tuple(sorted(set(values)))


Slugs = Annotated[tuple[Slug, ...], AfterValidator(_once_in_order)]


class Filter(BaseModel):
    """Which claims: any of the values within a field, all of the fields together."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    text: str = ""
    """Words that all occur, the last one perhaps unfinished; empty for no search."""
    kind: Annotated[tuple[Kind, ...], AfterValidator(_once_in_order)] = ()
    """What is asserted."""
    claim: Slugs = ()
    """The claims themselves, by id."""
    indicator: Slugs = ()
    """The question answered."""
    claimant: Slugs = ()
    """Who asserts it."""
    origin: Slugs = ()
    """The first party of the chain."""
    root: Slugs = ()
    """The party that the origin speaks for."""
    publisher: Slugs = ()
    """The last party of the chain."""
    source: Slugs = ()
    """A source of any of its evidence."""
    hedge: Annotated[tuple[Hedge, ...], AfterValidator(_once_in_order)] = ()
    """How firm the number is."""
    review: Annotated[tuple[ReviewState, ...], AfterValidator(_once_in_order)] = ()
    """What a person decided."""
    country: Annotated[tuple[Country, ...], AfterValidator(_once_in_order)] = ()
    """Country of the indicator."""
    planned: bool | None = None
    """About the future, observed, or both."""
    withdrawn: bool | None = None
    """Withdrawn, standing, or both."""
    since: date | None = None
    """The period reaches this day or a later one."""
    until: date | None = None
    """The period begins on this day or an earlier one."""

    def without(self, field: str) -> Filter:
        """Return the filter with one field left open."""
        return self.model_copy(update={field: Filter.model_fields[field].default})

    @property
    def chosen(self) -> dict[str, object]:
        """The fields that differ from the default."""
        return {
            name: getattr(self, name) for name in sorted(self.model_dump(exclude_defaults=True))
        }

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the search, cleaned of everything that is syntax to a search engine."""
        spaced = "".join(c if c.isprintable() and c != '"' else " " for c in self.text)
        words = [word[:LONGEST] for word in spaced.split()]
        return tuple(word for word in words if any(map(str.isalnum, word)))[:MOST]

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return what a row of `claim_span` must satisfy."""
        named = [claim_span.c.id.in_(self.claim)] * bool(self.claim)
        chosen = [*named, *self._choices(), *self._flags(), *self._period()]
        return [*chosen, *self._sources(), *self._text()]

    def _choices(self) -> list[ColumnElement[bool]]:
        chosen = {name: getattr(self, name) for name in CHOICES}
        return [
            claim_span.c[name].in_(values) if len(values) > 1 else claim_span.c[name] == values[0]
            for name, values in chosen.items()
            if values
        ]

    def _flags(self) -> list[ColumnElement[bool]]:
        flags = {"planned": self.planned, "withdrawn": self.withdrawn}
        return [claim_span.c[name].is_(flag) for name, flag in flags.items() if flag is not None]

    def _period(self) -> list[ColumnElement[bool]]:
        """Take the claims whose period has a day in common; one without a period has none."""
        start, end = claim_span.c.period_start, claim_span.c.period_end
        found = []
        if self.since is not None:
            found.append(
                or_(end >= self.since.isoformat(), and_(end.is_(None), start.is_not(None)))
            )
        if self.until is not None:
            found.append(
                or_(start <= self.until.isoformat(), and_(start.is_(None), end.is_not(None)))
            )
        return found

    def _sources(self) -> list[ColumnElement[bool]]:
        cited = select(evidence_span.c.rev).where(evidence_span.c.source.in_(self.source))
        return [claim_span.c.rev.in_(cited)] if self.source else []

    def _text(self) -> list[ColumnElement[bool]]:
        """Take the claims that hold all words; a search without any word finds nothing."""
        if not self.text.strip():
            return []
        return [claim_span.c.rev.in_(matching(self.words))] if self.words else [false()]


CHOICES = (
    "kind",
    "indicator",
    "claimant",
    "origin",
    "root",
    "publisher",
    "hedge",
    "review",
    "country",
)
"""The fields whose values stand in a column of `claim_span`."""
EVERYTHING = Filter()
"""The filter that chooses nothing."""

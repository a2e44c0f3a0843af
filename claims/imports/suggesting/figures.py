"""The figures of a suggested mapping: one for each column, or for each word of a category."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.imports.suggesting.choosing_figures import PERIOD, best_of, stem
from claims.imports.suggesting.choosing_hedges import leaves_firm
from claims.imports.suggesting.hedging import Hedging
from claims.imports.suggesting.leaving import breakdowns_refused, totals_left_out
from claims.imports.suggesting.look import concept_of
from claims.imports.suggesting.names import label, words_of
from claims.imports.suggesting.parts import is_common
from claims.imports.suggesting.places import from_small_to_large
from claims.imports.suggesting.questions import NUMBER_ID, PEOPLE, Asked, asked
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import METRIC
from claims.imports.suggesting.series import is_among
from claims.imports.suggesting.words import HARD, either
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claims.imports.suggesting.counting import Counting
    from claims.imports.suggesting.role import Basics

MOST_METRICS = 60
"""Different words of a category that get figures of their own."""
WEEK_HOURS = "168"
NO_COUNT = either("percent percentage pct share rate ratio index score")


@dataclass
class Figures:
    """Figures and indicators as a mapping writes them, while they are made."""

    counting: Counting
    about: Basics
    name: str
    """The id of the table."""
    title: str
    figures: list[dict[str, Any]] = field(default_factory=list)
    indicators: list[dict[str, Any]] = field(default_factory=list)
    left_out: list[dict[str, Any]] = field(default_factory=list)
    why: dict[str, str] = field(default_factory=dict)
    """Column -> how its numbers count, and why."""
    doubts: list[str] = field(default_factory=list)
    first_doubts: list[str] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    bases: dict[str, Basis] = field(default_factory=dict)
    """Column or word of a category -> how its numbers count."""
    _ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """See which hedges the table has."""
        self.hedging = Hedging(self.counting)

    def make(self) -> None:
        """Make the figures of all columns."""
        for name in self.counting.of(Role.UNIT):
            units = self.counting.look.distinct(name)
            self._leave_out(name, [u for u in units if NO_COUNT.search(words_of(u)) or "%" in u])
        for columns in self._columns():
            metric = self._metric(columns[0])
            for told in metric:
                self._add(columns, asked(self.counting, self.about, columns[0], told), told)
            rest: dict[str, list[str]] = {}
            for name, word in (pair for told in metric for pair in told.items()):
                rest.setdefault(name, []).append(word)
            question = asked(self.counting, self.about, columns[0], is_rest=bool(rest))
            self._add(columns, question, {}, unless=rest)
        self.doubts += self.hedging.doubts
        self._rows()

    def _rows(self) -> None:
        """Leave out rows of totals, and refuse those that a column not used tells apart."""
        totals = totals_left_out(self.counting)
        self.left_out += totals
        self.doubts += [
            f"Rows with {', '.join(f'“{word}”' for word in one['holds'][:3])} in "
            f"“{one['column']}” are left out as totals of the others: check that they are"
            for one in totals
        ]
        self.refused, self.first_doubts = breakdowns_refused(self.counting)
        for name in self.hedging.free(self.figures):
            words = [one for one in self.counting.look.distinct(name) if not leaves_firm(one)]
            why = f"“{name}” says how firm a figure is, but not which"
            self.refused.append({"column": name, "holds": words, "why": why})
            self.first_doubts.append(f"{why}: rows with words in it are refused")

    def _columns(self) -> Iterator[tuple[str, str, str]]:
        """Yield the columns of figures with those of the least and the most."""
        numeric = self.counting.of(Role.FIGURE)
        lows, highs = self.counting.of(Role.LOW), self.counting.of(Role.HIGH)
        bounds = {}
        for low in lows:
            best = best_of(low, numeric)
            high = next((one for one in highs if stem(one) == stem(low)), None)
            if best and high:
                bounds[best] = (low, high)
            elif high:
                yield low, low, high
            else:
                yield low, "", ""
                self.doubts.append(
                    f"No best estimate stands beside “{low}”: it is taken as “at least”, "
                    "and the most is not imported"
                )
        for name in numeric:
            yield (name, *bounds.get(name, ("", "")))

    def _metric(self, column: str) -> list[dict[str, str]]:
        """Return the words of a category that each get a question of their own."""
        look = self.counting.look
        for name in self.counting.of(Role.CATEGORY):
            words = look.distinct(name)
            known = [one for one in words if concept_of(one) and not HARD.search(words_of(one))]
            if len(words) > MOST_METRICS or not known or concept_of(column):
                continue
            if METRIC.search(words_of(name)) or 2 * len(known) >= len(words):
                self._leave_out(name, [one for one in words if HARD.search(words_of(one))])
                return [{name: word} for word in known]
        return []

    def _has_own_units(self, told: Mapping[str, str]) -> bool:
        """Tell whether the rows of a category name units that say more than its word."""
        for name in self.counting.of(Role.UNIT):
            rows = [row.cells for row in self.counting.look.sample.rows if is_among(row, told)]
            found = {row[name].casefold() for row in rows if name in row}
            return not found <= PEOPLE
        return False

    def _leave_out(self, name: str, words: list[str]) -> None:
        if words and not any(one["column"] == name for one in self.left_out):
            self.left_out.append(
                {"column": name, "holds": words, "why": f"“{name}” says that it is no count"}
            )

    def _add(
        self,
        columns: tuple[str, str, str],
        question: Asked,
        told: Mapping[str, str],
        unless: Mapping[str, list[str]] | None = None,
    ) -> None:
        """Add the figures of a column, with the least and the most beside it, and their question.

        `told` are words of a category that their rows have, `unless` those that they do not have.
        """
        column, low, _ = columns
        splits = self._apart(told)
        made = {
            "column": column,
            **self._question(question, splits, is_rest=bool(unless)),
            "period": self._when(column, question.fields["basis"]),
        }
        self._note(column, question)
        self.bases[next(iter(told.values()), column)] = question.fields["basis"]
        only = {name: [value] for name, value in told.items()}
        is_least = column in self.counting.of(Role.LOW) and not columns[2]
        for bounds in self._bounds(columns):
            for hedge in self.hedging.of(column, is_least=is_least):
                rows = {
                    "only": only | hedge.only | ({low: [""]} if low and not bounds else {}),
                    "unless": {**(unless or {}), **hedge.unless}
                    | ({low: [""]} if bounds and len(self._bounds(columns)) > 1 else {}),
                }
                words = {"hedge": hedge.words} if hedge.words else {}
                self.figures.append(made | bounds | rows | words)

    def _bounds(self, columns: tuple[str, str, str]) -> list[dict[str, str]]:
        """Return the bounds of a figure; also none, where rows have a best estimate alone."""
        column, low, high = columns
        if not low:
            return [{}]
        rows = self.counting.look.sample.rows
        alone = any(column in row.cells and low not in row.cells for row in rows)
        return [{"low": low, "high": high}, *([{}] if alone else [])]

    def _apart(self, told: Mapping[str, str]) -> list[str]:
        """Return the columns whose words each get a question of their own, for some rows."""
        splits = [name for name in self.splits() if name not in told]
        if told and not self._has_own_units(told):
            return [name for name in splits if name not in self.counting.of(Role.UNIT)]
        return splits

    def _question(self, question: Asked, splits: list[str], *, is_rest: bool) -> dict[str, Any]:
        """Return the indicator of a figure, as one that is listed or one made for each split."""
        identity = self._id(question.stem, is_rest=is_rest)
        shown = dict.fromkeys([*splits, *self._always_filled()])
        words = ", ".join([question.label, *(f"{{{name}}}" for name in shown)])
        title = words if is_common(self.title) else f"{words} ({self.title})"
        asks = self._asks(question, splits)
        if not splits:
            self.indicators = [one for one in self.indicators if one["id"] != identity]
            self.indicators.append({"id": identity, "title": title, **asks})
            return {"indicator": identity}
        template = "-".join([identity, *(f"{{{name}}}" for name in splits)])
        return {"indicator": template, "question": {"title": title, **self._place(), **asks}}

    def _when(self, column: str, basis: Basis) -> str | dict[str, str] | None:
        """Return the period of a figure; one that its column is named after, or a week."""
        weeks = self.counting.weeks
        if weeks and basis is Basis.INTERVAL:
            return {"to": f"{{{weeks}}}", "hours": WEEK_HOURS}
        if PERIOD.fullmatch(column) and not self.counting.dates:
            return column
        return self._period(basis)

    def splits(self) -> list[str]:
        """Return the columns whose words each get a question of their own."""
        counting = self.counting
        keys = counting.of(Role.KEY)[:1] if counting.has_events else []
        if keys and counting.names_one_each(keys[0]):
            return keys
        places = from_small_to_large(counting.look, counting.of(Role.PLACE))
        named = [*keys, *places, *counting.of(Role.CATEGORY)]
        units = [n for n in counting.of(Role.UNIT) if len(counting.look.distinct(n)) > 1]
        dates = counting.dates if counting.has_events else []
        return [*named, *units, *dates]

    def _place(self) -> dict[str, Any]:
        filled = self.counting.look.is_always_filled
        places = [
            name for name in self.counting.of(Role.PLACE) if name in self.splits() or filled(name)
        ]
        ordered = from_small_to_large(self.counting.look, places)
        return {"place": ", ".join(f"{{{name}}}" for name in ordered)} if places else {}

    def _always_filled(self) -> list[str]:
        """Return where and when an event was, for its title."""
        if not self.counting.has_events:
            return []
        places = from_small_to_large(self.counting.look, self.counting.of(Role.PLACE))
        names = [*places, *self.counting.dates[:1]]
        return [name for name in names if self.counting.look.is_always_filled(name)]

    def _asks(self, question: Asked, splits: list[str]) -> dict[str, Any]:
        units = [name for name in self.counting.of(Role.UNIT) if name in splits]
        unit = {"unit": f"{{{units[0]}}}"} if units and self.about.unit is None else {}
        return {key: value for key, value in question.fields.items() if value is not None} | unit

    def _period(self, basis: Basis) -> str | None:
        """Return the days of a row, for running totals those since the first."""
        counting = self.counting
        if not counting.dates:
            return None
        start = "-".join(
            f"{{{n}}}" for n in counting.of(Role.DATE)[:1] + counting.of(Role.MONTH, Role.DAY)
        )
        end = "".join(f"{{{name}}}" for name in counting.of(Role.END)[:1]) or start
        if basis is Basis.TALLY and not any("/" in day for day in counting.days):
            since = self.about.baseline or counting.first
            return f"{since}/{end}" if since else end
        return f"{start}/{end}" if start and end != start else end

    def _note(self, column: str, question: Asked) -> None:
        self.why.setdefault(column, f"{question.fields['basis']}: {question.why}")
        if question.is_vague and not self.counting.of(Role.UNIT, Role.CATEGORY):
            self.doubts.append(
                f"No column says what “{label(column)}” counts: it is recorded as items"
            )

    def _id(self, words: str, *, is_rest: bool) -> str:
        base = f"{self.name}-{words}"[:70].strip("-") + ("-other" if is_rest else "")
        found, number = base, 2
        if words == NUMBER_ID:
            return base
        while found in self._ids:
            found, number = f"{base}-{number}", number + 1
        self._ids.add(found)
        return found

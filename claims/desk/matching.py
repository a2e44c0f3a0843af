"""Which indicators on record a figure may belong under: kind, place, words, period.

A fit counts points: up to 4 for the words of the title, the rarer the more; 2 for the place;
2 for the period; much against another place, another time or another happening.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, NamedTuple

from claims.desk.counting import is_narrower, may_count, specific, words_of
from claims.desk.happenings import are_apart, told
from claims.desk.timing import period_fits
from claims.desk.tokens import tokens
from claims.desk.where import parts, place_fits
from claims.ledger.filter import Filter
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.extraction.proposal import Proposal
    from claims.ledger import Ledger
    from claims.ledger.schema import Span
    from claims.records import Indicator

WORDS_COUNT = 4.0
"""Points for all words of a title in the sentence."""
EACH_COUNTS = 0.1
"""Points for the weight of each: of two titles that are all there, the longer says more."""
ELSEWHERE = 0.6
"""What a word counts that stands elsewhere in the text."""
AGAINST = -4.0
"""Points against another happening, or one that counts only some of the people."""
SAID_SO = 1.5
"""Points for the word that a unit asks for: executed."""
LEFT_OUT = -2.0
"""Points against an indicator that leaves out what the figure counts."""
GOOD = 3.0
"""Points of a good fit."""
LOOKED_INTO = 20
"""Indicators whose claims are looked into for their periods."""
MOST_ROWS = 500
SHOWN = 3
"""Words of a title that are given as reasons."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a figure fits an indicator, and why."""

    indicator: Indicator
    score: float
    why: tuple[str, ...]
    """Reasons in words, the weightiest first."""
    named: bool
    """Whether the text names a word of the title or the very place."""
    newest: str = ""
    """The day on which its newest figure was said, ISO."""

    @property
    def is_good(self) -> bool:
        """Whether the figure may be taken to answer the question."""
        return self.named and self.score >= GOOD


class _Words(NamedTuple):
    """The words that a figure stands among."""

    near: frozenset[str]
    """Those of its sentence."""
    far: frozenset[str]
    """Those of the whole text."""
    happening: frozenset[int]
    """What happened, as the sentence names it."""


class Questions:
    """The indicators on record, ready to be matched with many figures."""

    def __init__(self, ledger: Ledger, indicators: Iterable[Indicator], rev: int | None) -> None:
        """Take the indicators that stand at a position."""
        self._ledger, self._rev = ledger, rev
        self.indicators = tuple(indicators)
        self._rows: dict[str, tuple[Span, ...]] = {}
        self._read: tuple[str, frozenset[str]] = ("", frozenset())

    @cached_property
    def _titles(self) -> dict[str, frozenset[str]]:
        """The words of each title that tell it apart, without those of what it counts."""
        return {one.id: _title(one) for one in self.indicators}

    @cached_property
    def _weights(self) -> dict[str, float]:
        """The weight of each word: the fewer titles have it, the more."""
        found = Counter(word for words in self._titles.values() for word in words)
        return {word: log(1 + len(self.indicators) / n) for word, n in found.items()}

    @cached_property
    def _happenings(self) -> dict[str, frozenset[int]]:
        """What happened, as each title names it."""
        return {one.id: told(tokens(one.title)) for one in self.indicators}

    def fits(self, proposal: Proposal, text: str) -> list[Fit]:
        """Return how well a figure fits each indicator of its kind, the best first."""
        sentence = tokens(text[proposal.sentence_start : proposal.sentence_end])
        if self._read[0] != text:
            self._read = (text, tokens(text))
        words = _Words(
            near=sentence | tokens(f"{proposal.place or ''} {proposal.noun}"),
            far=self._read[1],
            happening=told(sentence),
        )
        counting = (one for one in self.indicators if may_count(one, proposal))
        rough = [self._fit(proposal, one, words) for one in counting]
        rough.sort(key=lambda fit: (-fit.score, fit.indicator.id))
        dated = [self._dated(fit, proposal) for fit in rough[:LOOKED_INTO]]
        dated.sort(key=lambda fit: fit.newest, reverse=True)
        return sorted(dated, key=lambda fit: -fit.score)

    def _fit(self, proposal: Proposal, indicator: Indicator, words: _Words) -> Fit:
        """Weigh words and place."""
        title, near = self._titles[indicator.id], words.near
        counts = {w: 1.0 if w in near else ELSEWHERE for w in title & (near | words.far)}
        whole = sum(self._weights[word] for word in title)
        found = sum(self._weights[word] * n for word, n in counts.items())
        where, why_place = place_fits(proposal, indicator, near, words.far)
        points = WORDS_COUNT * found / (whole or 1) + EACH_COUNTS * found + where
        if are_apart(words.happening, self._happenings[indicator.id]):
            points += AGAINST
        if _excluded(indicator, proposal):
            points += LEFT_OUT
        if is_narrower(indicator, proposal):
            points += AGAINST
        wanted = specific(indicator)
        if wanted:
            points += SAID_SO if wanted & near else AGAINST
        shown = {w: self._weights[w] * n for w, n in counts.items() if w not in tokens(why_place)}
        why = ["same kind", *([why_place] if why_place else []), *_as_printed(indicator, shown)]
        named = bool(wanted & near) or _is_named(indicator, frozenset(counts), where)
        return Fit(indicator, points, tuple(why), named)

    def _dated(self, fit: Fit, proposal: Proposal) -> Fit:
        """Weigh the period too."""
        indicator = fit.indicator
        rows = self._claims(indicator.id)
        points, why = period_fits(proposal.period, indicator, rows)
        newest = max((row.said_on or "" for row in rows), default="")
        reasons = (*fit.why, why) if why else fit.why
        return Fit(indicator, fit.score + points, reasons, fit.named, newest)

    def _claims(self, indicator: str) -> tuple[Span, ...]:
        if indicator not in self._rows:
            chosen = Filter(indicator=(indicator,), withdrawn=False)
            self._rows[indicator] = self._ledger.rows(chosen, self._rev, "-period", MOST_ROWS)
        return self._rows[indicator]


def _title(indicator: Indicator) -> frozenset[str]:
    """Return the words of a title without those that name what is counted."""
    return tokens(indicator.title) - words_of(indicator)


def _is_named(indicator: Indicator, counts: frozenset[str], where: float) -> bool:
    """Tell whether the text names an indicator: a word of its title, or the very place.

    An event is not named by the country that it happened in.
    """
    very, country = parts(indicator.place)
    if indicator.basis is Basis.EVENT:
        return bool(counts - tokens(country)) or (bool(very) and where >= 1)
    return bool(counts) or where >= 1


def _excluded(indicator: Indicator, proposal: Proposal) -> bool:
    """Tell whether the words of a figure name what an indicator leaves out."""
    asked = tokens(indicator.title) | tokens(indicator.includes) | words_of(indicator)
    left_out = tokens(indicator.excludes or "") - asked
    return bool(left_out & tokens(f"{proposal.quote} {proposal.noun}"))


def _as_printed(indicator: Indicator, weights: Mapping[str, float]) -> list[str]:
    """Return the weightiest of some words as the title prints them, in quotes."""
    printed = {root: word.strip(",") for word in indicator.title.split() for root in tokens(word)}
    shown = sorted(weights, key=lambda root: (-weights[root], root))[:SHOWN]
    return list(dict.fromkeys(f"“{printed.get(root, root)}”" for root in shown))

"""Made-up claims in any number: the same ones on every run, with the shape of real ones.

A few questions have very many claims, most have few. Levels, running totals and counts within a
month are followed for eleven years; an event is told of for a month. Twelve offices speak to each
question and their figures lie close to a truth of its own, so that most agree and some do not.
"""

from __future__ import annotations

import itertools
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from claims.hedges import Hedge
from claims.quantities import Quantity
from claims.records import Claim, Indicator, Party, Source
from claims.vocabulary import Basis, Kind, PartyKind, SourceKind, Tier

if TYPE_CHECKING:
    from collections.abc import Iterator

INDICATORS, PARTIES, SOURCES, SPEAKERS = 400, 120, 2_000, 12
FIVE_HUNDRED, MANY = "i-five-hundred", 500
"""A level on which twelve offices have spoken 500 times."""
FIRST_DAY, DAYS = date(2015, 1, 1), 4_000
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za".split()
WORDS = ["".join(parts) for parts in itertools.product(SYLLABLES, repeat=3)]
"""8,000 made-up words, used with Zipf's frequencies: the tenth word is in every eighth text."""
COMMON = list(itertools.accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
HEDGES = (Hedge.EXACT, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST)
KINDS = (Kind.CASUALTY_FIGURE, Kind.ATTACK_TALLY, Kind.TROOP_COUNT, Kind.DETENTION)
BASES = (Basis.LEVEL, Basis.TALLY, Basis.INTERVAL, Basis.EVENT)


def context() -> list[Party | Source | Indicator]:
    """Return the parties, sources and indicators that the claims refer to."""
    parties = [
        Party(id=f"p-{n}", name=f"Office {n}", kind=PartyKind.AGENCY) for n in range(PARTIES)
    ]
    sources = [
        Source(
            id=f"s-{n}",
            title=f"Report {n}",
            publisher=f"p-{n % PARTIES}",
            kind=SourceKind.NEWS_REPORT,
            tier=Tier.ORIGINAL,
            language="en",
        )
        for n in range(SOURCES)
    ]
    indicators = [_indicator(f"i-{n}", n) for n in range(INDICATORS)]
    return [*parties, *sources, *indicators, _indicator(FIVE_HUNDRED, 0)]


def _indicator(indicator_id: str, n: int) -> Indicator:
    return Indicator(
        id=indicator_id,
        title=f"Question {n}" if indicator_id != FIVE_HUNDRED else "Question with 500 claims",
        kind=KINDS[n % len(KINDS)],
        unit="persons",
        basis=BASES[n % len(BASES)],
        baseline=FIRST_DAY.isoformat(),
        country="IQ" if n % 3 else "IR",
        includes="persons",
        shelf_life="P1M",
    )


def claims(number: int) -> Iterator[Claim]:
    """Yield claims whose indicators follow Zipf's law, the first with some 15 in 100."""
    chance = random.Random(7)  # noqa: S311 - sample data, no secret
    weights = [1 / rank for rank in range(1, INDICATORS + 1)]
    picked = chance.choices(range(INDICATORS), weights, k=number)
    for n, indicator in enumerate(picked):
        yield _claim(n, f"i-{indicator}", indicator, chance)


def five_hundred() -> list[Claim]:
    """Return 500 claims under one indicator, beside those that `claims` yields."""
    chance = random.Random(11)  # noqa: S311 - sample data, no secret
    return [_claim(-n, FIVE_HUNDRED, 0, chance) for n in range(1, MANY + 1)]


def _claim(n: int, indicator_id: str, indicator: int, chance: random.Random) -> Claim:
    """Make the n-th claim: an office speaks to the question at some time, near its truth."""
    basis, day = BASES[indicator % len(BASES)], FIRST_DAY + timedelta(chance.randrange(DAYS))
    grown = (day - FIRST_DAY).days if basis is Basis.TALLY else 1
    truth = (indicator % 97 + 3) * 10 * grown
    value = max(1, round(truth * chance.choice((1, 1, 1, 1, 1, 0.98, 1.02, 1.3))))
    hedge, source = chance.choice(HEDGES), chance.randrange(SOURCES)
    speaker = (indicator + chance.randrange(SPEAKERS)) % PARTIES
    text = " ".join(chance.choices(WORDS, cum_weights=COMMON, k=24))
    return Claim.model_validate(
        {
            "kind": KINDS[indicator % len(KINDS)],
            "indicator": indicator_id,
            "statement": f"{text} {n}",
            "quantity": Quantity.of(f"{hedge} {value}", hedge, value, "persons"),
            **_dates(basis, indicator, day),
            "claimant": f"p-{speaker}",
            "chain": [f"p-{speaker}", f"p-{source % PARTIES}"],
            "evidence": [{"source": f"s-{source}", "quote": f"{hedge} {value} {n}"}],
        }
    )


def _dates(basis: Basis, indicator: int, day: date) -> dict[str, Any]:
    """Return what a figure is about and when it was said."""
    if basis is Basis.TALLY:
        return {
            "period": f"{FIRST_DAY}/{day}" if day > FIRST_DAY else str(day),
            "said_on": str(day),
        }
    if basis is Basis.INTERVAL:
        return {"period": f"{day:%Y-%m}", "said_on": str(day)}
    if basis is Basis.EVENT:
        event = FIRST_DAY + timedelta(indicator * 9)
        return {"period": str(event), "said_on": str(event + timedelta(day.day))}
    return {"period": str(day), "said_on": str(day)}

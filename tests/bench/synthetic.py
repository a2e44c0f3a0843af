"""Made-up claims in any number: the same ones on every run, with the shape of real ones."""

from __future__ import annotations

import itertools
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.hedges import Hedge
from claims.quantities import Quantity
from claims.records import Claim, Indicator, Party, Source
from claims.vocabulary import Basis, Kind, PartyKind, SourceKind, Tier

if TYPE_CHECKING:
    from collections.abc import Iterator

INDICATORS, PARTIES, SOURCES = 400, 120, 2_000
FIRST_DAY = date(2015, 1, 1)
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za".split()
WORDS = ["".join(parts) for parts in itertools.product(SYLLABLES, repeat=3)]
"""8,000 made-up words, used with Zipf's frequencies: the tenth word is in every eighth text."""
COMMON = list(itertools.accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
HEDGES = (Hedge.EXACT, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST)
KINDS = (Kind.CASUALTY_FIGURE, Kind.ATTACK_TALLY, Kind.TROOP_COUNT, Kind.DETENTION)


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
    indicators = [
        Indicator(
            id=f"i-{n}",
            title=f"Question {n}",
            kind=KINDS[n % len(KINDS)],
            unit="persons",
            basis=Basis.EVENT,
            country="IQ" if n % 3 else "IR",
            includes="persons",
        )
        for n in range(INDICATORS)
    ]
    return [*parties, *sources, *indicators]


def claims(number: int) -> Iterator[Claim]:
    """Yield claims whose indicators follow Zipf's law, the first with some 15 in 100."""
    chance = random.Random(7)  # noqa: S311 - sample data, no secret
    weights = [1 / rank for rank in range(1, INDICATORS + 1)]
    picked = chance.choices(range(INDICATORS), weights, k=number)
    for n, indicator in enumerate(picked):
        day = FIRST_DAY + timedelta(days=chance.randrange(4_000))
        source, hedge = chance.randrange(SOURCES), chance.choice(HEDGES)
        value = chance.randrange(1, 5_000)
        text = " ".join(chance.choices(WORDS, cum_weights=COMMON, k=24))
        yield Claim.model_validate(
            {
                "kind": KINDS[indicator % len(KINDS)],
                "indicator": f"i-{indicator}",
                "statement": f"{text} {n}",
                "quantity": Quantity.of(f"{hedge} {value}", hedge, value, "persons"),
                "period": day.isoformat(),
                "said_on": day.isoformat(),
                "claimant": f"p-{chance.randrange(PARTIES)}",
                "chain": [f"p-{chance.randrange(PARTIES)}", f"p-{source % PARTIES}"],
                "evidence": [{"source": f"s-{source}", "quote": f"{hedge} {value} {n}"}],
            }
        )

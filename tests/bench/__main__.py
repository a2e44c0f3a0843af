"""`make bench`: prints every measurement as it is made, ours beside something plain.

`--claims N` sets how many synthetic claims the ledger holds (1,000,000 when left out);
`--only` runs one part: store, served, grown, shared, imports, extraction, newsquant, peers, muc,
gold, dates or articles.
"""

from __future__ import annotations

import argparse
import sys
from itertools import chain

from tests.bench import (
    articles,
    dates,
    extraction,
    gold,
    grown,
    imports,
    muc,
    newsquant,
    peers,
    served,
    shared,
    store,
)

PARTS = (
    "store served grown shared imports extraction newsquant peers muc gold dates articles".split()
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--only", choices=PARTS)
    asked = parser.parse_args()
    parts = {
        "store": store.results(asked.claims),
        "served": served.results(),
        "grown": grown.results(),
        "shared": shared.results(),
        "imports": imports.results(),
        "extraction": extraction.results(),
        "newsquant": newsquant.results(),
        "peers": peers.results(),
        "muc": muc.results(),
        "gold": gold.results(),
        "dates": dates.results(),
        "articles": articles.results(),
    }
    wanted = [parts[asked.only]] if asked.only else list(parts.values())
    sys.stdout.write(f"{'':<58} {'ours':>10} {'theirs':>10} {'':<9}{'ratio':>10}  target\n")
    for result in chain(*wanted):
        sys.stdout.write(f"{result}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

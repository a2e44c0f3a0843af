"""Real articles, judged by hand: what they state, and what is proposed of it.

The articles stand beside the project where there are any. A row is a figure that a reader finds
in the article: the words it begins with, its kind and bounds, its period, and who says so in
the article's words (“-” where the article itself does). What is proposed and stands in no row
is useless, save where a row marks it as also right.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claims.extraction.proposals import propose
from tests.bench.measure import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHARED = Path(__file__).parents[3] / "shared"
NEWS = SHARED / "data" / "gum_wikinews" / "text"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an article, as a reader has it."""

    words: str
    what: str
    low: int | None
    high: int | None
    period: str | None
    claimant: str = "-"


IRAQ = (
    Figure("Several powerful", "other", 3, None, "2021-07-27"),
    Figure("three years", "duration", 3, 3, "2011/2014"),
    Figure("eight-year", "duration", 8, 8, "2003/2011"),
    Figure("around 50", "attacks", 45, 55, "2021-01-01/2021-07-27", "unnamed accusers"),
    Figure("totaling 2,500", "troops", 2500, 2500, "2021-07-27"),
    Figure("little over a year", "duration", 1, None, "2021-07-27"),
    Figure("Several other", "other", 3, None, "2021-07-27"),
    Figure("periodic", "attacks", None, None, "2017/2021-07-27"),
    Figure("members", "detained", None, None, "2021-07-27", "Iran’s state TV"),
    Figure("how many", "detained", None, None, "2021-07-27"),
    Figure("At least five", "killed", 5, None, "2021-07-15/2021-07-27", "state-run media in Iran"),
    Figure("two people", "killed", 2, 2, "2020-07", "Iran"),
    Figure("a man", "killed", 1, 1, "2020"),
)
CRANE = (
    Figure("At least 107", "killed", 107, None, "2015-09-11"),
    Figure("107 or more", "killed", 107, None, "2015-09-11", "Civil Defense Authority"),
    Figure("238", "wounded", 238, 238, "2015-09-11", "Civil Defense Authority"),
    Figure("more than a thousand", "killed", 1001, None, "2015-09-11", "Khaled Al-Maeena"),
    Figure("no casualties", "casualties", 0, 0, "2015-09-11", "Suleiman al-Amr"),
)
STAMPEDE = (
    Figure("Hundreds", "killed", 200, None, "2006-01-12"),
    Figure("over 345", "killed", 346, None, "2006-01-12", "Saudi Interior Ministry"),
    Figure("over 60,000", "troops", 60001, None, None),
    Figure("1,426", "killed", 1426, 1426, "1991"),
    Figure("at least 76", "killed", 76, None, "2006-01-02/2006-01-08"),
)
ASYLUM = (
    Figure("Over 900", "rescued", 901, None, "2015-05-15"),
    Figure("over 700", "rescued", 701, None, "2015-05-15"),
    Figure("200 more", "rescued", 200, 200, "2015-05-15", "unnamed people"),
    Figure("8000", "other", 8000, 8000, "2015-05-18", "Estimates"),
)
KOREA = (
    Figure("36 shells", "weapons", 36, 36, "2015-08-20", "KCNA"),
    Figure("one shell", "weapons", 1, 1, "2015-08-20", "KCNA"),
    Figure("Six shells", "weapons", 6, 6, "2015-08-20", "KCNA"),
    Figure("15 shells", "weapons", 15, 15, "2015-08-20", "KCNA"),
    Figure("No injuries", "wounded", 0, 0, "2015-08-20"),
    Figure("about 80", "displaced", 75, 85, "2015-08-20"),
    Figure("at least one shell", "weapons", 1, None, "2015-08-20"),
    Figure("dozens of rounds", "weapons", 24, None, "2015-08-20"),
)
ARTICLES: Mapping[Path, tuple[date, tuple[Figure, ...]]] = {
    SHARED / "starter" / "article.txt": (date(2021, 7, 27), IRAQ),
    NEWS / "GUM_news_crane.txt": (date(2015, 9, 12), CRANE),
    NEWS / "GUM_news_stampede.txt": (date(2006, 1, 12), STAMPEDE),
    NEWS / "GUM_news_asylum.txt": (date(2015, 5, 18), ASYLUM),
    NEWS / "GUM_news_korea.txt": (date(2015, 8, 21), KOREA),
    NEWS / "GUM_news_imprisoned.txt": (date(2015, 5, 7), ()),
}
"""Articles with their day of publication and what a reader finds in them."""


def results() -> Iterator[Result]:
    """Count, for each article, what is proposed rightly and what is useless."""
    if not SHARED.exists():
        sys.stderr.write("no articles stand beside the project\n")
        return
    for path, (published, figures) in ARTICLES.items():
        yield from _judged(path, published, figures)


def _judged(path: Path, published: date, figures: tuple[Figure, ...]) -> Iterator[Result]:
    text = path.read_text(encoding="utf-8")
    found = {one.start: one for one in propose(text, published=published)}
    right = period = claimant = 0
    for figure in figures:
        one = next((p for s, p in found.items() if text.startswith(figure.words, s)), None)
        if one and (one.kind.value, one.low, one.high) == (figure.what, figure.low, figure.high):
            right += 1
            period += one.period == figure.period
            claimant += figure.claimant in (one.claimant or "-")
            del found[one.start]
    many, name = len(figures), path.stem.removeprefix("GUM_news_")
    yield Result(f"{name}: figures of {many} with kind and bounds", right, None, None, "")
    yield Result(f"{name}: and the period", period, None, None, "")
    yield Result(f"{name}: and the claimant", claimant, None, None, "")
    yield Result(f"{name}: useless proposals", len(found), None, 5, "")

"""Long series of running totals: which are marked, and the last day of which all speak."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from claims.analysis.frames import MOST_MARKED, figures, last_day_of_all, marked, moment_in_words
from claims.collection import Collection
from claims.vocabulary import Basis
from tests import screen
from tests.factories import base, claim, evidence, indicator, quantity_in

if TYPE_CHECKING:
    from claims.records import Claim
    from tests.conftest import Put

FIRST = date(2021, 7, 15)


def series(days: int, question: str = "khuzestan-killed", hedge: str = "") -> list[Claim]:
    """Make a total a day that grows by two and falls once, on the hundredth day."""
    made = []
    for day in range(days):
        when = FIRST + timedelta(day)
        words = f"{hedge}{1_000 + 2 * day - 50 * (day == 100)}"
        made.append(
            claim(
                words,
                id=f"c-{question}-{day}",
                indicator=question,
                quantity=quantity_in(words),
                period=f"2021-07-15/{when}",
                said_on=str(when),
                evidence=(evidence(words),),
            )
        )
    return made


def frame(*claims: Claim) -> pd.DataFrame:
    """Return the figures of some claims."""
    questions = (indicator(name) for name in ("a", "b"))
    return figures(claims, Collection.of_records([*base(), *questions]))


def test_a_long_series_is_marked_once_a_month_and_where_it_falls() -> None:
    """The first, the last of each month and each total below the one before it are marked."""
    every = frame(*series(MOST_MARKED + 100))
    rows = marked(every)
    assert len(rows) == 1 + 11 + 1
    assert rows["when"].min() == pd.Timestamp(FIRST)
    assert pd.Timestamp("2021-07-31") in set(rows["when"])
    assert pd.Timestamp(FIRST + timedelta(100)) in set(rows["when"])
    assert rows["when"].max() == every["when"].max()


def test_a_short_series_is_marked_whole() -> None:
    """Nothing is left out where all can be seen."""
    every = frame(*series(MOST_MARKED))
    assert marked(every).equals(every)


def test_the_last_day_of_which_all_speak_is_found() -> None:
    """It is the last one on which every indicator has a figure; nothing where there is none."""
    short, long = series(5, "a"), series(9, "b", "at least ")
    both = last_day_of_all(frame(*short, *long))
    assert list(both["figure"]) == ["1,008", "at least 1,008"]
    assert last_day_of_all(frame(*series(2, "a"), *series(9, "b")[5:])).empty


MOMENTS = [
    (Basis.TALLY, ["2021-07-15/2021-07-19"], "19 July 2021"),
    (Basis.LEVEL, ["2007-10", "2007-10"], "October 2007"),
    (Basis.LEVEL, ["2007-10-16", "2007-10"], "October 2007 and 16 October 2007"),
    (Basis.INTERVAL, ["2021", "2021"], "2021"),
    (Basis.EVENT, ["2021-07-19", "2021-07-19"], "27 July 2021"),
]


@pytest.mark.parametrize(("basis", "periods", "expected"), MOMENTS)
def test_a_moment_is_said_as_the_figures_have_it(
    basis: Basis, periods: list[str], expected: str
) -> None:
    """What is about October 2007 was said of no day in its middle."""
    claims = [claim(id=f"c-{n}", period=period) for n, period in enumerate(periods)]
    questions = Collection.of_records([*base(), indicator(basis=basis)])
    assert moment_in_words(figures(claims, questions), basis) == expected


@pytest.mark.usefixtures("pages")
def test_compare_draws_series_that_are_too_long_to_mark(put: Put) -> None:
    """A line steps through all figures; the page says what is marked and sets the ends apart."""
    other = indicator("khuzestan-documented", title="Documented", broader="khuzestan-killed")
    put([*base(), other, *series(1_600), *series(30, other.id, "at least ")])
    at = screen.show("compare", indicator=["khuzestan-killed", other.id])
    said = "\n".join(screen.read(caption.value) for caption in at.caption)
    assert "1,600 figures: the line steps through all of them" in said
    assert len(at.get("vega_lite_chart")) == 2
    assert any("Last time with a figure from each" in text.value for text in at.markdown)
    long = screen.show("indicator", id="khuzestan-killed")
    said = "\n".join(screen.read(caption.value) for caption in long.caption)
    assert "1,600 figures" in said

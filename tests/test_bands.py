"""Bands: frames of what is known over time, of revisions and of totals as they were reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from claims.analysis.bands import BAND, STEPS, as_reported, band, steps
from claims.analysis.case import Case
from claims.analysis.consensus import over_time
from claims.analysis.frames import COLUMNS
from claims.analysis.ladders import ladders
from claims.analysis.saying import sentence
from claims.periods import parse
from claims.prose import sentence as claim_sentence
from claims.records import Withdrawal
from claims.vocabulary import Basis
from tests import factories, starter

if TYPE_CHECKING:
    from claims.records import Claim

KILLED, TROOPS = "khuzestan-protests-2021-killed", "us-troops-iraq"
INJURED = "al-asad-2020-01-08-injured"


def case(indicator_id: str) -> Case:
    """Return an indicator in data/ with its claims."""
    claims = tuple(starter.claims(indicator_id))
    return Case(starter.indicator(indicator_id), claims, starter.records())


def band_of(indicator_id: str) -> pd.DataFrame:
    """Return the band of an indicator in data/."""
    one = case(indicator_id)
    known = over_time(one.claims, one.indicator, one.records, one.gone)
    return band(known, one.indicator, one.records)


def dtypes(frame: pd.DataFrame) -> dict[str, str]:
    """Return the type of each column, as the tables of columns write it."""
    return {str(name): str(dtype) for name, dtype in frame.dtypes.items()}


def test_the_band_of_khuzestan_has_a_row_for_each_rival() -> None:
    """From 26 July two groups stand against each other, the lower one first."""
    frame = band_of(KILLED)
    last = frame[frame["start"] >= pd.Timestamp("2021-07-26")]
    stretches = last["start"].dt.strftime("%m-%d") + " to " + last["end"].dt.strftime("%m-%d")
    ends = zip(stretches, last["group"], last["low"], last["high"].fillna(-1), strict=True)
    assert list(ends) == [
        ("07-26 to 07-27", 0, 4, 5), ("07-26 to 07-27", 1, 10, -1),
        ("07-27 to 07-28", 0, 5, 5), ("07-27 to 07-28", 1, 10, -1),
        ("07-28 to 07-29", 0, 5, 5), ("07-28 to 07-29", 1, 10, -1),
        ("07-29 to 07-30", 0, 5, 5), ("07-29 to 07-30", 1, 10, -1),
    ]  # fmt: skip
    assert last["open_above"].tolist() == [False, True] * 4
    assert last["origins"].tolist()[2:4] == [
        "Government of Iran",
        "Amnesty International, Human Rights Activists in Iran, 1 claim that names no origin",
    ]
    assert set(last["state"]) == {"contested"}


def test_a_row_of_a_band_carries_the_sentence_of_its_stretch() -> None:
    """What a reader is shown beside a band is what the record says of that time."""
    one = case(KILLED)
    known = over_time(one.claims, one.indicator, one.records, one.gone)
    said = [sentence(c, one.indicator, one.records) for c in known for _ in c.groups]
    assert band_of(KILLED)["sentence"].tolist() == said


def test_nothing_known_is_no_row_and_successive_bands_touch() -> None:
    """Between two stretches in which US troop counts hold there is a gap, and only there."""
    frame = band_of(TROOPS)
    single = frame[frame["group"] == 0]
    ends, starts = single["end"].iloc[:-1].tolist(), single["start"].iloc[1:].tolist()
    gaps = [
        (str(end.date()), str(start.date()))
        for end, start in zip(ends, starts, strict=True)
        if end != start
    ]
    assert gaps == [
        ("2003-11-28", "2004-06-01"), ("2004-12-28", "2005-01-01"), ("2005-07-31", "2006-06-01"),
        ("2006-12-28", "2007-01-01"),
        ("2009-05-27", "2010-01-01"), ("2010-07-01", "2010-07-31"), ("2011-02-28", "2011-06-01"),
        ("2012-06-16", "2014-09-03"), ("2015-05-07", "2016-03-21"), ("2016-09-18", "2016-12-01"),
        ("2017-06-30", "2017-09-30"), ("2018-06-05", "2020-08-28"), ("2022-01-24", "2024-12-01"),
        ("2025-07-31", "2026-01-14"),
    ]  # fmt: skip


def test_a_band_that_goes_on_has_no_end() -> None:
    """A count of an event stands until another one is given."""
    frame = band_of(INJURED)
    assert frame["end"].isna().tolist() == [False, False, True]
    assert frame["low"].tolist() == [101, 110, 110]


def test_the_steps_of_the_injured_at_ain_al_asad() -> None:
    """One row a figure, with the day it was first said and how it differs."""
    (ladder,) = ladders(case(INJURED))
    frame = steps(ladder, starter.records())
    assert frame["value"].tolist() == [0, 11, 34, 50, 64, 109, 110]
    assert frame["when"].dt.strftime("%m-%d").tolist() == [
        "01-08", "01-16", "01-24", "01-28", "01-30", "02-10", "02-21",
    ]  # fmt: skip
    assert frame["change"].tolist() == [
        "first", "11 more", "23 more", "16 more", "14 more", "45 more", "one more",
    ]  # fmt: skip
    assert sorted(frame["publishers"].iloc[5].split(", ")) == [
        "The Hill", "United Press International",
    ]  # fmt: skip
    assert set(frame["late"]) == {""}


def toll(words: str, said: str | None, page: str, claim_id: str) -> Claim:
    """Make a figure of one event that a ministry gave and a page printed."""
    evidence = (factories.evidence(source=page),)
    return factories.stating(
        words, id=claim_id, period="2020-01-08", said_on=said, evidence=evidence, claimant="irna"
    )


def test_a_step_names_the_pages_that_were_late() -> None:
    """Publisher, day, and how long after the next figure it was."""
    pages = [
        factories.source("s-2", publisher="arab-news", published="2020-01-10"),
        factories.source("s-3", publisher="irna", published="2020-01-12"),
    ]
    claims = (
        toll("at least five", "2020-01-08", "s-1", "first"),
        toll("at least five", None, "s-2", "second"),
        toll("at least five", None, "s-3", "third"),
        toll("three", "2020-01-09", "s-4", "fourth"),
    )
    records = factories.together(factories.source(published=None), *pages)
    (ladder,) = ladders(Case(factories.indicator(basis=Basis.EVENT), claims, records))
    frame = steps(ladder, records)
    assert frame["late"].tolist() == [
        (
            "ARAB-NEWS, 10 January 2020, 1 day after the next figure; "
            "IRNA, 12 January 2020, 3 days after the next figure"
        ),
        "",
    ]
    assert frame["open_above"].tolist() == [True, False]
    assert frame["change"].tolist() == ["first", "at least two fewer"]


# The claimants in Khuzestan with day, figure and value of each of their totals, in order.
REPORTED = [
    ("AVA Today", "27", "at least eight", 8),
    ("Amnesty International", "23", "at least eight", 8),
    ("Fars News Agency", "23", "three (1 + 2)", 3),
    ("HRANA", "24", "10", 10),
    ("HRANA", "24", "at least 10", 10),
    ("Iranian state media", "25", "at least three", 3),
    ("Iranian state media", "27", "at least five", 5),
    ("Iranian state media", "29", "five (4 + 1)", 5),
    ("Iranian state-run and semiofficial media", "27", "at least five", 5),
    ("Iranian state-run and semiofficial media", "27", "at least five", 5),
    ("Radio Free Asia", "23", "five", 5),
    ("UN human rights office", "23", "at least four", 4),
    ("UN human rights office", "23", "at least four", 4),
    ("unnamed Iranian media and officials", "23", "at least three", 3),
    ("unnamed Iranian officials", "22", "at least three", 3),
    ("unnamed Iranian officials", "24", "six (5 + 1)", 6),
    ("unnamed Iranian officials or state-affiliated media", "23", "four", 4),
]


def test_totals_are_listed_as_each_claimant_reported_them() -> None:
    """By claimant and day, each with its own hedge; a total to some day in July is left out."""
    one = case(KILLED)
    frame = as_reported(one.claims, one.indicator, one.records, one.standings)
    days = frame["when"].dt.strftime("%d")
    rows = zip(frame["claimant"], days, frame["figure"], frame["value"], strict=True)
    assert list(rows) == REPORTED
    assert "c-599edf81a5c8" not in set(frame["id"])  # KMMK: at least eight in July
    by_id = {claim.id: claim for claim in one.claims}
    states = one.standings
    said = [claim_sentence(by_id[i], one.records, states[i]) for i in frame["id"]]
    assert frame["sentence"].tolist() == said


WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
LEFT_OUT = [{"planned": True}, {"quantity": None}, {"period": "2021-07"}, {"withdrawn": WITHDRAWN}]


@pytest.mark.parametrize("fields", LEFT_OUT)
def test_only_observed_totals_of_a_day_are_reported(fields: dict[str, object]) -> None:
    """A plan, a claim without a figure and a total without a day are no steps of a line."""
    claims = [factories.claim(), factories.changed(factories.claim(), id="other", **fields)]
    frame = as_reported(claims, factories.indicator(), factories.together())
    assert frame["id"].tolist() == [claims[0].id]


def test_what_is_gone_or_no_running_total_is_not_reported() -> None:
    """Levels and events have no line of totals, and a replaced total is off the line."""
    claims, records = [factories.claim()], factories.together()
    six = factories.quantity_in("at least six")
    newer = factories.changed(claims[0], id="c-newer", said_on="2021-07-28", quantity=six)
    both = (*claims, newer)
    states = Case(factories.indicator(), both, records).standings
    assert len(as_reported(both, factories.indicator(), records)) == 2
    found = as_reported(both, factories.indicator(), records, states)
    assert found["id"].tolist() == [newer.id]
    for basis in (Basis.LEVEL, Basis.INTERVAL, Basis.EVENT):
        assert len(as_reported(claims, factories.indicator(basis=basis), records)) == 0


def test_columns_keep_their_types_whatever_is_in_them() -> None:
    """An empty frame, one with open ends and a full one have the same columns."""
    one, records = case(KILLED), starter.records()
    (ladder,) = ladders(case(INJURED))
    empty_band, empty_report = (
        band([], one.indicator, records),
        as_reported([], one.indicator, records),
    )
    assert dtypes(band_of(KILLED)) == dtypes(band_of(INJURED)) == dtypes(empty_band) == BAND
    assert dtypes(steps(ladder, records)) == STEPS
    assert (
        dtypes(as_reported(one.claims, one.indicator, records)) == dtypes(empty_report) == COLUMNS
    )

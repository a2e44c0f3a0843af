"""What the rules about wording and age raise of the shipped records: all of it, by hand."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from claims.analysis.age import older_than_its_page, stale, superseded_in_use
from claims.analysis.case import Case
from claims.analysis.wording import (
    attributions_changed,
    hedges_lost,
    quotes_that_do_not_say_it,
    same_figure_elsewhere,
)
from tests import starter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.analysis.findings import Finding

    Alarm = Callable[[Case], Iterator[Finding]]

# A rule, and of each finding the claims, the one to look at first, and the reason.
ON_RECORD: list[tuple[Alarm, list[tuple[tuple[str, ...], str]]]] = [
    (hedges_lost, [
        (("c-a0faed4a5790", "c-aa8b782cd406"),
         ("Human Rights Activists in Iran prints 10 from HRANA without a hedge; "
          "LocalNews8 prints at least 10 from HRANA")),
        (("c-411250934470", "c-ad4e8d27eff0"),
         ("Business Recorder prints 32 from Iraqi Health Ministry without a hedge; "
          "The Express Tribune prints at least 32 from Government of Iraq")),
        (("c-aa371b68c42d", "c-7871169ae04e"),
         ("Military Times prints 5,200 from US Department of Defense without a hedge; "
          "US Department of Defense said about 5,200")),
    ]),
    (attributions_changed, [
        (("c-ebc694d29d18", "c-8d08b2e02c55", "c-a8e8f8f7c622"),
         ("Arab News names Iranian state media for at least five; other pages with Associated "
          "Press's text name Iranian state-run and semiofficial media: the attribution "
          "was narrowed")),
    ]),
    (same_figure_elsewhere, []),
    (quotes_that_do_not_say_it, []),
    (superseded_in_use, []),
    (older_than_its_page, [
        (("c-9870fa783b81", "c-aa4251eaec06"),
         ("nearly 30 by 20 June 2021 is no higher than about 30 by 4 May 2021, 47 days earlier: "
          "it may be an old figure")),
        (("c-6f7314ed8e46",),
         "Said in October 2025, printed on 17 January 2026, about three months later"),
    ]),
]  # fmt: skip

# Each indicator whose figures age: its newest claim, and the first day on which it is stale.
STALE = {
    "anti-is-coalition-members": ("c-3da5aa6b5f26", "2022-07-09"),
    "attacks-us-interests-iraq-2021": ("c-fc67d077c38d", "2021-08-27"),
    "attacks-us-interests-iraq-2021-07-08-on": ("c-4f6ed22192a8", "2021-08-28"),
    "attacks-us-interests-iraq-since-biden": ("c-9870fa783b81", "2021-07-21"),
    "attacks-us-troops-diplomats-iraq-since-2019-10": ("c-204a9748ad2b", "2020-07-09"),
    "coalition-troops-iraq-non-us": ("c-261921e556e2", "2008-04-29"),
    "coalition-troops-iraq-total": ("c-39ff616c3fd2", "2021-12-24"),
    "convoy-attacks-iraq-2020": ("c-efa700a3542b", "2020-08-29"),
    "drone-attacks-us-interests-iraq-2021": ("c-59d96621c404", "2021-08-06"),
    "kadhimi-years-in-power": ("c-f737cc36eae5", "2021-08-27"),
    "khuzestan-lorestan-protests-2021-killed": ("c-aabc51cb1a86", "2021-08-29"),
    "khuzestan-protests-2021-detained": ("c-f2a0121de47e", "2021-08-24"),
    "khuzestan-protests-2021-killed": ("c-95476b4d49d7", "2021-08-29"),
    "khuzestan-protests-2021-protesters-killed": ("c-0914470f2d12", "2021-09-12"),
    "nato-mission-iraq-personnel": ("c-2fe472cde091", "2026-09-17"),
    "rocket-attacks-us-locations-iraq-2020": ("c-bf9ce83cfcdd", "2020-08-29"),
    "us-advisers-ain-al-asad": ("c-6f7314ed8e46", "2026-04-30"),
    "us-troops-iraq": ("c-c1cfa9e33c83", "2026-07-14"),
    "us-troops-iraq-force-cap": ("c-d4699b9567a5", "2016-09-18"),
}


def cases(seed: int | None = None) -> Iterator[Case]:
    """Yield the case of every indicator on record, its claims shuffled where a seed is given."""
    records = starter.records()
    for indicator in records.indicators:
        claims = starter.claims(indicator.id)
        elsewhere = [c for c, _ in records.claims() if c.indicator != indicator.id and c.quantity]
        if seed is not None:
            Random(seed).shuffle(claims)  # noqa: S311 - an order, no secret
            Random(seed).shuffle(elsewhere)  # noqa: S311 - an order, no secret
        yield Case(indicator, tuple(claims), records, elsewhere=tuple(elsewhere))


@pytest.mark.parametrize(("alarm", "expected"), ON_RECORD)
def test_the_shipped_records_raise_this_and_nothing_else(
    alarm: Alarm, expected: list[tuple[tuple[str, ...], str]]
) -> None:
    """Each was read against its records: an editor would want to see it."""
    found = [(f.claims, f.reason) for case in cases() for f in alarm(case)]
    assert found == expected


def test_the_newest_figures_on_record_get_stale_on_these_days() -> None:
    """Levels and running totals only; an event has no shelf life."""
    found = {f.indicator: (f.claims, str(f.since)) for case in cases() for f in stale(case)}
    assert found == {indicator: ((claim,), day) for indicator, (claim, day) in STALE.items()}


@pytest.mark.parametrize("alarm", [*(alarm for alarm, _ in ON_RECORD), stale])
def test_what_is_raised_does_not_depend_on_the_order_of_the_claims(alarm: Alarm) -> None:
    """Claims come from a ledger in whatever order it gives them."""
    in_file_order = [list(alarm(case)) for case in cases()]
    for seed in (1, 2, 3):
        assert [list(alarm(case)) for case in cases(seed)] == in_file_order


def test_an_attack_count_that_has_grown_is_fresh() -> None:
    """Around 50 attacks by 27 July, 22 days after 47 by 5 July, are no old figure."""
    (case,) = (c for c in cases() if c.indicator.id == "attacks-us-interests-iraq-2021")
    assert {"c-158eec6c6052", "c-3ea920c9bb35"} <= {claim.id for claim in case.claims}
    assert list(older_than_its_page(case)) == []

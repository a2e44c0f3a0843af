"""What a draft says of another time, of a part, or in somebody's name, against the record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from claims.desk.drafts import Checked, Verdict, check
from claims.extraction.events.kinds import What
from tests.desk import proposed, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.ledger import Ledger

IRAQ: dict[str, Any] = {"place": "Iraq", "country": "IQ"}
KHUZESTAN: dict[str, Any] = {"place": "Khuzestan", "country": "IR"}
LATE = date(2026, 11, 23)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open the shipped records, which no test of this file changes."""
    with shipped(tmp_path_factory.mktemp("recency")) as opened:
        yield opened


def one(ledger: Ledger, text: str, quote: str, kind: What, **fields: Any) -> Checked:
    """Check the one figure of a draft for a day in November 2026."""
    (found,) = check(
        text, ledger, published=LATE, proposals=[proposed(text, quote, kind, **fields)]
    )
    return found


@pytest.mark.parametrize(
    ("troops", "period", "verdict", "told"),
    [
        ("2,500 troops", None, Verdict.SUPERSEDED, "newer is fewer than 2,000"),
        ("2,500 troops", "2026-11-23", Verdict.SUPERSEDED, "about January 2025"),
        ("2,500 troops", "2026-11", Verdict.SUPERSEDED, "about January 2025"),
        ("2,500 troops", "2026", Verdict.SUPERSEDED, "newer is fewer than 2,000"),
        ("2,500 troops", "2023", Verdict.STALE, "2,500 (Agence France-Presse, 27 July 2021)"),
        ("5,200 troops", "2018", Verdict.STALE, "6 December 2017"),
        ("2,500 troops", "2021-07", Verdict.SUPPORTED, "2,500 (Agence France-Presse"),
        ("146,000 troops", "2021-07", Verdict.CONFLICT, "the record says"),
        ("7,777 troops", "2023", Verdict.NOT_ON_RECORD, "no figure is on record for that time"),
        ("1,900 troops", "2001", Verdict.NOT_ON_RECORD, "no figure is on record for that time"),
    ],
)
def test_a_level_of_an_earlier_time_is_told_with_its_date(
    ledger: Ledger, troops: str, period: str | None, verdict: Verdict, told: str
) -> None:
    """A number that once was on record is superseded, or stale where nothing newer is."""
    text = f"The United States has {troops} in Iraq."
    found = one(ledger, text, troops, What.TROOPS, period=period, **IRAQ)
    assert found.verdict is verdict
    assert told in found.reason


@pytest.mark.parametrize(
    ("text", "quote", "fields"),
    [
        ("At least eight died in the Khuzestan protests, including two children.",
         "two children", {"part": True}),
        ("Five families were killed in the Khuzestan protests.", "Five families", {}),
    ],
)  # fmt: skip
def test_a_part_or_another_unit_is_not_the_total(
    ledger: Ledger, text: str, quote: str, fields: dict[str, Any]
) -> None:
    """Two children among the dead contradict no toll, and a family is more than one person."""
    found = one(ledger, text, quote, What.KILLED, **KHUZESTAN, **fields)
    assert (found.verdict, found.indicator) == (Verdict.NOT_ON_RECORD, None)


def test_a_bound_without_its_words_is_a_dropped_hedge(ledger: Ledger) -> None:
    """The record says more than 60: sixty is what it is not."""
    text = "The bomb in Sadr City wounded 60 people in July 2021."
    place = {"place": "Sadr City", "country": "IQ"}
    found = one(ledger, text, "60 people", What.WOUNDED, **place)
    assert found.verdict is Verdict.HEDGE_DROPPED
    assert "more than 60 people" in found.corrected


def test_no_figure_is_put_into_the_mouth_of_another(ledger: Ledger) -> None:
    """The Pentagon did not say what WION printed; the wording to copy names who did."""
    text = "The US has about 2,500 troops in Iraq, the Pentagon says."
    found = one(ledger, text, "about 2,500 troops", What.TROOPS, claimant="the Pentagon", **IRAQ)
    assert found.verdict is Verdict.SUPERSEDED
    assert "according to WION" in found.corrected
    assert "Pentagon" not in found.corrected


def test_its_own_newer_figure_stays_in_its_mouth(ledger: Ledger) -> None:
    """Where the newer figure is that of whom the draft names, only the number changes."""
    text = "In all 109 US service members were injured at Ain al-Asad, the Pentagon said."
    period = {"period": "2020-01-08", "claimant": "the Pentagon"}
    found = one(ledger, text, "109 US service members", What.WOUNDED, **IRAQ, **period)
    assert found.corrected == text.replace("109", "110")

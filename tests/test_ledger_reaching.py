"""A write reaches every indicator whose findings it changes, however roundabout the way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claims.analysis.findings import FindingKind
from claims.ledger import Ledger, weighing
from claims.vocabulary import Tier
from tests.factories import base, changed, evidence, indicator, party, source, stating

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.records import Record

TODAY = date(2021, 8, 1)
KILLED, HURT = "khuzestan-killed", "khuzestan-hurt"
DEAD = stating("4,461", claimant="un", chain=("un", "arab-news"), said_on="2021-07-27")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a ledger with a question, a page of the UN's and the UN's figure of the dead."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        opened.append([*base(), party("un"), DEAD], actor="desk")
        yield opened


def coincidences(ledger: Ledger) -> list[str]:
    """Return the indicators with a coincidence, and hold every table against one made anew."""
    assert ledger.differs() == ()
    found = ledger.together.findings(today=TODAY)
    return sorted(one.indicator for one in found if one.kind is FindingKind.COINCIDENCE)


def write(ledger: Ledger, *records: Record) -> None:
    """Write records."""
    ledger.append(records, actor="desk")


def test_a_source_that_turns_out_to_be_original_makes_a_coincidence(ledger: Ledger) -> None:
    """A repost names no origin; once it is known for the UN's own page, both sides are told."""
    words = (evidence("4,461 people", source="s-un"),)
    hurt = changed(DEAD, id="c-hurt", indicator=HURT, chain=("un",), evidence=words)
    repost = source("s-un", publisher="un", tier=Tier.REPOST)
    write(ledger, indicator(HURT, title="People hurt"), repost, hurt)
    assert coincidences(ledger) == []
    write(ledger, source("s-un", publisher="un", tier=Tier.ORIGINAL))
    assert coincidences(ledger) == [HURT, KILLED]


def test_a_part_that_turns_out_to_be_elsewhere_makes_a_coincidence(ledger: Ledger) -> None:
    """A part may be as large as its whole; what is counted at another place may not."""
    part = indicator(HURT, title="Protesters killed", broader=KILLED)
    write(ledger, part, changed(DEAD, id="c-part", indicator=HURT))
    assert coincidences(ledger) == []
    write(ledger, part.model_copy(update={"place": "Lorestan, Iran"}))
    assert coincidences(ledger) == [HURT, KILLED]


def test_counts_of_what_is_not_compared_are_those_of_then(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier position of a question with very many claims has its own numbers."""
    rev = ledger.head.rev
    write(ledger, stating("five", claimant="irna", chain=("irna", "dawn")))
    monkeypatch.setattr(weighing, "MOST_CLAIMS", 0)
    before, now = ledger.together.summary(KILLED, rev), ledger.together.summary(KILLED, rev + 1)
    assert before is not None
    assert (before.claims, before.publishers, before.origins) == (1, 1, 1)
    assert before.is_compared is False
    assert now is not None
    assert (now.claims, now.publishers, now.origins) == (2, 2, 2)

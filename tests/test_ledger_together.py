"""What claims say together is kept with each write, and is the same when made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from math import isqrt
from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.findings import FindingKind
from claims.analysis.weigh import MOST_PAIRS
from claims.errors import UnknownRecordError
from claims.ledger import Ledger
from claims.periods import parse
from claims.records import Explanation, Review, Withdrawal
from claims.states import Corroboration, Currency
from claims.vocabulary import Basis, Difference, ReviewState
from tests import starter
from tests.factories import base, changed, indicator, party, source, stating

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.analysis.findings import Finding
    from claims.records import Claim

TODAY = date(2021, 8, 1)
FIVE = stating("five", claimant="irna", chain=("irna", "arab-news"))
NINE = stating("nine", claimant="fars", chain=("fars", "arab-news"))
KILLED, HURT = "khuzestan-killed", "khuzestan-hurt"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a ledger with two indicators and two claims that contradict each other."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        hurt = indicator(HURT, title="People hurt in the Khuzestan protests")
        opened.append([*base(), hurt, party("fars"), FIVE, NINE], actor="desk")
        yield opened


def kinds(ledger: Ledger, of: str | None = None, **asked: Any) -> list[FindingKind]:
    """Return the kinds of what was found, in their order."""
    return [found.kind for found in ledger.together.findings(of, **{"today": TODAY} | asked)]


def write(ledger: Ledger, *claims: Claim) -> None:
    """Write claims and hold every table against one made anew."""
    ledger.append(claims, actor="desk")
    assert ledger.differs() == ()


def test_a_contradiction_is_found_in_the_write_that_makes_it(ledger: Ledger) -> None:
    """Nothing has to be started for the finding to stand beside the claims."""
    (found,) = ledger.together.findings(today=TODAY)
    assert (found.kind, found.indicator) == (FindingKind.CONFLICT, KILLED)
    assert set(found.claims) == {FIVE.id, NINE.id}
    assert set(found.figures) == {"five", "nine"}
    assert "cannot both be true: running totals to the same day" in found.reason
    states = ledger.together.standings(KILLED, today=TODAY)
    assert {s.corroboration for s in states.values()} == {Corroboration.CONTESTED}
    summary = ledger.together.summary(KILLED)
    assert summary is not None
    assert (summary.claims, summary.contested, summary.origins) == (2, 2, 2)


GONE: list[dict[str, Any]] = [
    {"withdrawn": Withdrawal(on=parse("2021-07-28"), by="FARS", reason="a misprint")},
    {"review": Review(state=ReviewState.REJECTED, by="desk")},
    {"indicator": HURT},
    {"planned": True},
]


@pytest.mark.parametrize("fields", GONE)
def test_what_no_longer_holds_is_gone_with_the_next_write(
    ledger: Ledger, fields: dict[str, Any]
) -> None:
    """A withdrawn, rejected or moved claim contradicts nothing any more; the past stays."""
    before = ledger.head.rev
    write(ledger, changed(NINE, **fields))
    assert kinds(ledger) == []
    assert kinds(ledger, rev=before) == [FindingKind.CONFLICT]


def test_an_explanation_settles_a_conflict(ledger: Ledger) -> None:
    """The pair stays listed as explained, and neither figure is contested by it."""
    why = Explanation(claim=FIVE.id, why=Difference.SCOPE, by="Ana", on=parse("2021-08-01"))
    ledger.revise(
        changed(NINE, explained=(why,)), actor="Ana", based_on=ledger.head.rev, reason="scope"
    )
    (found,) = ledger.together.findings(today=TODAY)
    assert found.kind is FindingKind.EXPLAINED
    assert "Ana" in found.reason
    states = ledger.together.standings(KILLED, today=TODAY)
    assert {(s.corroboration, s.explained) for s in states.values()} == {(Corroboration.SINGLE, 1)}
    assert ledger.history("claim", NINE.id)[-1].actor == "Ana"
    assert ledger.differs() == ()


def test_a_case_is_an_indicator_with_all_that_its_rules_need(ledger: Ledger) -> None:
    """Claims, parties and sources, as they stand or stood; an unknown one is said to be."""
    found = ledger.together.case(KILLED)
    assert {claim.id for claim in found.claims} == {FIVE.id, NINE.id}
    assert {"irna", "fars", "arab-news"} <= found.records.ids("party")
    assert ledger.together.case(KILLED, rev=ledger.head.rev - 1).claims != found.claims
    with pytest.raises(UnknownRecordError):
        ledger.together.case("nothing")


def test_a_write_leaves_other_indicators_as_they_are(ledger: Ledger) -> None:
    """A claim about one question does not make another question be weighed again."""
    before = ledger.together.findings(KILLED, today=TODAY)
    write(ledger, stating("six", indicator=HURT, claimant="irna"))
    assert ledger.together.findings(KILLED, today=TODAY) == before
    assert [s.indicator for s in ledger.together.summaries()] == [KILLED, HURT]


def test_a_part_is_held_against_its_whole(ledger: Ledger) -> None:
    """A change of the whole reaches the findings of the part, and a new name its words."""
    part = indicator("khuzestan-protesters", title="Protesters killed", broader=KILLED)
    ledger.append([part], actor="desk")
    twelve = stating("12", indicator=part.id, claimant="irna")
    write(ledger, twelve)
    assert kinds(ledger, part.id) == [FindingKind.PART_ABOVE_WHOLE]
    ledger.append([indicator(title="The dead of Khuzestan")], actor="desk")
    assert "The dead of Khuzestan" in ledger.together.findings(part.id, today=TODAY)[0].reason
    write(ledger, *(changed(claim, period="2021-07-15/2021-07-20") for claim in (FIVE, NINE)))
    assert kinds(ledger, part.id) == []


def test_the_same_unusual_figure_elsewhere_is_found_on_both_sides(ledger: Ledger) -> None:
    """4,460 dead and 4,460 hurt by one claimant within days; a correction clears both."""
    dead = stating("4,460", claimant="un", chain=("un", "arab-news"), said_on="2021-07-27")
    hurt = changed(dead, id="c-hurt", indicator=HURT, said_on="2021-07-28")
    write(ledger, dead)
    write(ledger, hurt)
    assert FindingKind.COINCIDENCE in kinds(ledger, KILLED)
    assert kinds(ledger, HURT) == [FindingKind.COINCIDENCE]
    other = stating("4,640", claimant="un").quantity
    write(ledger, changed(hurt, quantity=other.model_dump() if other else None))
    assert FindingKind.COINCIDENCE not in kinds(ledger, KILLED)
    assert kinds(ledger, HURT) == [FindingKind.UNREADABLE]


def test_a_new_name_or_owner_of_a_party_reaches_what_was_found(ledger: Ledger) -> None:
    """Two agencies that turn out to speak for one body are one origin."""
    write(ledger, changed(NINE, quantity=FIVE.model_dump()["quantity"]))
    summary = ledger.together.summary(KILLED)
    assert summary is not None
    assert summary.origins == 2
    ledger.append([party("iran"), party("irna", part_of="iran")], actor="desk")
    ledger.append([party("fars", part_of="iran")], actor="desk")
    summary = ledger.together.summary(KILLED)
    assert summary is not None
    assert summary.origins == 1
    assert ledger.differs() == ()


def test_a_body_above_an_agency_can_change_hands(ledger: Ledger) -> None:
    """What a party's owner is part of decides too, though no claim names that owner."""
    ledger.append([party("state"), party("ministry"), party("irna", part_of="ministry")], actor="a")
    ledger.append([party("fars", part_of="state")], actor="desk")
    summary = ledger.together.summary(KILLED)
    assert summary is not None
    assert summary.origins == 2
    ledger.append([party("ministry", part_of="state")], actor="desk")
    summary = ledger.together.summary(KILLED)
    assert summary is not None
    assert summary.origins == 1
    assert ledger.differs() == ()


def test_a_source_that_turns_out_to_be_a_copy_adds_no_origin(ledger: Ledger) -> None:
    """The tier of a source decides whether its own voice is an origin."""
    own = stating("six", indicator=HURT, claimant="arab-news", chain=("arab-news",))
    write(ledger, own)
    unnamed = [s.unnamed for s in ledger.together.summaries() if s.indicator == HURT]
    ledger.append([source(tier="original")], actor="desk")
    named = [s.unnamed for s in ledger.together.summaries() if s.indicator == HURT]
    assert (unnamed, named) == ([1], [0])
    assert ledger.differs() == ()


STALE: list[tuple[date, Currency, int]] = [
    (date(2021, 8, 26), Currency.CURRENT, 0),
    (date(2021, 8, 27), Currency.STALE, 1),
]


@pytest.mark.parametrize(("today", "currency", "found"), STALE)
def test_a_figure_becomes_stale_without_a_write(
    ledger: Ledger, today: date, currency: Currency, found: int
) -> None:
    """The day of the reader decides; the ledger keeps from when on a figure is stale."""
    ledger.append([indicator(HURT, basis=Basis.LEVEL, shelf_life="P1M")], actor="desk")
    claim = stating("six", indicator=HURT, claimant="irna")
    write(ledger, claim)
    assert ledger.together.standings(HURT, today=today)[claim.id].currency is currency
    assert kinds(ledger, HURT, today=today) == [FindingKind.STALE] * found


def test_the_first_finding_of_each_indicator_comes_with_the_number_of_others(
    ledger: Ledger,
) -> None:
    """The overview lists each indicator once, the weightiest first."""
    write(ledger, stating("seven", claimant="isna"))
    write(
        ledger, stating("1,204", indicator=HURT), stating("1,304", indicator=HURT, claimant="isna")
    )
    rev = ledger.head.rev
    ledger.append([party("later")], actor="desk")
    for at in (None, rev):
        found = ledger.together.first_findings(at, today=TODAY, limit=9)
        assert [(f.kind, f.indicator, more) for f, more in found] == [
            (FindingKind.DIGIT_SLIP, HURT, 1),
            (FindingKind.CONFLICT, KILLED, 2),
        ]
    assert len(ledger.together.first_findings(today=TODAY, limit=1)) == 1


def test_more_claims_than_are_compared_are_said_so(ledger: Ledger) -> None:
    """An indicator with too many claims has counts, and says that nothing was compared."""
    six = stating("six", indicator=HURT)
    most = isqrt(2 * MOST_PAIRS) + 1
    many = [six.model_copy(update={"id": f"c-{n}"}) for n in range(most + 1)]
    ledger.append(many, actor="desk")
    summary = ledger.together.summary(HURT)
    assert summary is not None
    assert (summary.claims, summary.is_compared, summary.publishers) == (len(many), False, 1)
    assert kinds(ledger, HURT) == [FindingKind.UNCOMPARED]
    write(ledger, many[0].model_copy(update={"indicator": KILLED}))
    assert kinds(ledger, HURT) == []


def test_a_load_in_batches_never_shows_what_is_outdated(ledger: Ledger) -> None:
    """Until the last batch nothing is kept of what the load touched; then all of it is."""
    seen: list[list[FindingKind]] = []

    def look(_done: int, _total: int) -> None:
        seen.append(kinds(ledger))

    agreeing = [stating("five", claimant=f"office-{n}", period="2021-08") for n in range(4)]
    ledger.append(agreeing, actor="desk", batch=2, progress=look)
    assert seen == [[], [FindingKind.CONFLICT]]
    assert ledger.differs() == ()


def test_a_load_that_was_cut_off_is_made_good(ledger: Ledger) -> None:
    """Whoever opens the ledger next for writing finds everything weighed."""
    with closing(sqlite3.connect(ledger.path)) as connection:
        for table in ("standing", "finding", "summary"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        connection.commit()
    with Ledger.open(ledger.path, read_only=True) as reader:
        assert kinds(reader) == []
    with Ledger.open(ledger.path) as writer:
        assert kinds(writer) == [FindingKind.CONFLICT]
        assert writer.differs() == ()


def test_every_view_of_the_past_is_worked_out_from_the_claims_of_then(tmp_path: Path) -> None:
    """Read at a position, states, findings and summaries are those that stood there."""
    with Ledger.open(tmp_path / "starter.db") as ledger:
        ledger.append([item.record for item in starter.records().located], actor="desk")
        rev = ledger.head.rev
        kept = _all(ledger, None)
        ledger.append([party("later")], actor="desk")
        assert _all(ledger, rev) == kept == _all(ledger, None)
        ledger.rebuild()
        assert _all(ledger, None) == kept


def _all(ledger: Ledger, rev: int | None) -> tuple[object, ...]:
    together, today = ledger.together, date(2026, 11, 23)
    findings: tuple[Finding, ...] = together.findings(rev=rev, today=today, limit=10_000)
    states = together.standings("us-troops-iraq", rev, today=today)
    of_some = together.states_of(starter.claims("al-asad-2020-01-08-injured"), rev, today=today)
    one = together.summary("us-troops-iraq", rev)
    return findings, states, together.summaries(rev), one, of_some

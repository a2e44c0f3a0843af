"""What a claim would agree or conflict with is shown before it is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.desk.effects import Effect, Effects, effects
from claims.ledger import Ledger
from claims.records import Explanation
from claims.vocabulary import Basis, Difference
from tests.factories import base, changed, claim, indicator, party, quantity_in, stating
from tests.starter import records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claims.records import Claim, Record


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open an empty ledger."""
    with Ledger.open(tmp_path / "on-record.db") as opened:
        yield opened


def by(party_id: str, words: str, **fields: Any) -> Claim:
    """Make a claim of a number of deaths by a party, through Arab News."""
    return stating(words, claimant=party_id, chain=(party_id, "arab-news"), **fields)


def told(effects_of: Effects) -> dict[str, list[str]]:
    """Return the words of the figures in each list that holds any."""
    names = (name for name in Effects.__slots__ if name != "too_many")
    found = {name: getattr(effects_of, name) for name in names}
    return {
        name: sorted(one.claim.quantity.as_stated for one in those)
        for name, those in found.items()
        if those
    }


def on(ledger: Ledger, claims: Sequence[Record], **question: Any) -> None:
    """Put claims of HRANA and IRNA on record under a question."""
    asked = indicator(**question)
    others = [one for one in base() if one.id != asked.id]
    ledger.append([*others, asked, party("hrana"), *claims], actor="test")


def test_a_tally_is_compared_on_its_day(ledger: Ledger) -> None:
    """A running total agrees or conflicts with those of its day, and with earlier floors."""
    earlier = by("hrana", "nine", period="2021-07-15/2021-07-20")
    later = by("hrana", "12", period="2021-07-15/2021-08-01")
    on(ledger, [by("hrana", "eight"), earlier, later])
    assert told(effects(ledger, [by("irna", "at least five")])) == {
        "agrees": ["eight", "nine"],
        "incomparable": ["12"],
    }
    assert told(effects(ledger, [by("irna", "three")])) == {
        "conflicts": ["eight", "nine"],
        "incomparable": ["12"],
    }


def test_the_reason_is_in_words(ledger: Ledger) -> None:
    """A reporter reads why two figures cannot both be true."""
    on(ledger, [by("hrana", "eight")])
    (one,) = effects(ledger, [by("irna", "five")]).conflicts
    assert isinstance(one, Effect)
    assert one.reason == (
        "five and eight cannot both be true: running totals to the same day, 27 July 2021"
    )


def test_a_newer_figure_of_the_same_claimant_takes_the_place(ledger: Ledger) -> None:
    """The older figure is superseded, whichever of the two is on record already."""
    older = by("irna", "five", said_on="2021-07-27")
    newer = by("irna", "six", said_on="2021-07-28")
    on(ledger, [older])
    assert told(effects(ledger, [newer])) == {"supersedes": ["five"]}
    ledger.append([newer], actor="test")
    even_older = by("irna", "four", said_on="2021-07-26")
    assert told(effects(ledger, [even_older])) == {"superseded_by": ["five", "six"]}


def test_a_higher_count_of_an_event_outdates_a_lower_one(ledger: Ledger) -> None:
    """Tolls grow: a later, higher count is no conflict, an earlier one is outdated itself."""
    fields = {"period": "2021-07-19"}
    on(
        ledger,
        [by("hrana", "22", said_on="2021-07-20", **fields)],
        basis=Basis.EVENT,
        baseline=None,
    )
    later = by("irna", "31", said_on="2021-07-22", **fields)
    earlier = by("irna", "four", said_on="2021-07-19", **fields)
    assert told(effects(ledger, [later])) == {"outdated": ["22"]}
    assert told(effects(ledger, [earlier])) == {"superseded_by": ["22"]}


def test_levels_agree_within_rounding(ledger: Ledger) -> None:
    """170,000 beside 168,000 differ by no more than rounding; another year is not compared."""
    fields = {"period": "2007-10", "said_on": "2007-10-09"}
    then = by("hrana", "160,000", period="2006-10", said_on="2006-10-09")
    on(ledger, [by("hrana", "168,000", **fields), then], basis=Basis.LEVEL, baseline=None)
    found = effects(ledger, [by("irna", "170,000", **fields)])
    assert told(found) == {"within_rounding": ["168,000"], "incomparable": ["160,000"]}
    assert found.incomparable[0].reason == "they are about different times"


def test_what_no_longer_counts_conflicts_with_nothing(ledger: Ledger) -> None:
    """A figure that its claimant replaced is no conflict; nor is a plan."""
    older = by("hrana", "eight", said_on="2021-07-25")
    newer = by("hrana", "five", said_on="2021-07-27")
    plan = by("hrana", "90", planned=True, period="2022")
    on(ledger, [older, newer, plan])
    found = effects(ledger, [by("irna", "five")])
    assert told(found)["agrees"] == ["five"]
    assert {(one.claim.id, one.reason) for one in found.incomparable} == {
        (older.id, "it no longer counts"),
        (plan.id, "a plan is not compared with an observation"),
    }


def test_an_explained_conflict_is_told_as_one(ledger: Ledger) -> None:
    """A reprint of a figure whose difference was explained needs no second explanation."""
    other = by("hrana", "eight")
    why = Explanation(
        claim=other.id, why=Difference.SCOPE, by="Ann", note="Counts the wounded too."
    )
    first = changed(by("irna", "five"), explained=(why,))
    on(ledger, [other, first])
    reprint = claim(
        "five demonstrators died",
        quantity=quantity_in("five"),
        claimant="irna",
        chain=("irna", "arab-news"),
    )
    found = effects(ledger, [reprint])
    assert told(found) == {"agrees": ["five"], "incomparable": ["eight"]}
    assert found.incomparable[0].reason.endswith("; explained: scope")


def test_the_claim_itself_is_left_out(ledger: Ledger) -> None:
    """A claim that is on record already has no effect on itself."""
    one = by("irna", "five")
    on(ledger, [one])
    assert effects(ledger, [one]) == Effects()


def test_without_a_question_there_is_nothing_to_compare(ledger: Ledger) -> None:
    """Records without a claim, and a claim under a new question, have no effect."""
    on(ledger, [by("irna", "five")])
    assert effects(ledger, [party("hrana")]) == Effects()
    assert effects(ledger, [by("irna", "six", indicator="a-new-question")]) == Effects()


def test_the_past_can_be_asked(ledger: Ledger) -> None:
    """At an earlier position only what stood then counts."""
    on(ledger, [])
    before = ledger.head.rev
    ledger.append([by("hrana", "eight")], actor="test")
    assert effects(ledger, [by("irna", "five")], rev=before) == Effects()
    assert len(effects(ledger, [by("irna", "five")]).conflicts) == 1


def test_shipped_records_are_sorted_whole(tmp_path: Path) -> None:
    """Every claim on record stands in just one list."""
    with Ledger.open(tmp_path / "shipped.db") as shipped:
        shipped.append([one.record for one in records().located], actor="test")
        new = stating("exactly five", indicator="khuzestan-protests-2021-killed")
        found = effects(shipped, [new])
        listed = [one.claim.id for name in told(found) for one in getattr(found, name)]
        case = shipped.together.case("khuzestan-protests-2021-killed")
        assert sorted(listed) == [one.id for one in case.claims]

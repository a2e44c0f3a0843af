"""Rules about age: what is raised, what just is not, and how long is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.age import older_than_its_page, superseded_in_use
from claims.analysis.case import Case
from claims.periods import parse
from claims.records import Review, Withdrawal
from claims.vocabulary import Basis, ReviewState, SourceKind
from tests import factories

if TYPE_CHECKING:
    from claims.records import Claim

EVENT, LEVEL, TALLY, INTERVAL = Basis.EVENT, Basis.LEVEL, Basis.TALLY, Basis.INTERVAL
WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
REJECTED = Review(state=ReviewState.REJECTED, by="An editor")
PRINTED = (
    "2020-01-24",
    "2020-01-28",
    "2020-01-29",
    "2020-01-30",
    "2020-01",
    "2020-02",
    "2020-02-23",
)
PARTIES = {"pentagon": "Pentagon", "army": "Army", "daily": "The Daily", "page": "The Page"}
RECORDS = factories.together(
    *(factories.party(party, name=name) for party, name in PARTIES.items()),
    *(factories.source(f"daily-{day}", publisher="daily", published=day) for day in PRINTED),
    factories.source("undated", publisher="daily", published=None),
    factories.source("data-set", publisher="daily", published=None, kind=SourceKind.DATA_SET),
)


def case(basis: Basis, *claims: Claim, **fields: Any) -> Case:
    """Make the case of the claims on a basis, with the records of this file."""
    return Case(factories.indicator(basis=basis, **fields), claims, RECORDS)


def injured(words: str, said: str | None, source: str, **fields: Any) -> Claim:
    """Make a claim by the Pentagon of the injured at one event, which The Daily prints."""
    quote = factories.evidence(f"{words}, said {said}", source=source)
    given = {"claimant": "pentagon", "chain": ("pentagon", "daily"), "period": "2020-01-08"}
    return factories.stating(words, **given | {"said_on": said, "evidence": (quote,)} | fields)


def old(source: str = "daily-2020-01-30", said: str | None = "2020-01-24", **fields: Any) -> Claim:
    """Make a claim of the 34 injured of 24 January that was printed on 30 January."""
    return injured(fields.pop("words", "34"), said, source, **fields)


def new(words: str = "50", said: str | None = "2020-01-28", **fields: Any) -> Claim:
    """Make a claim of the 50 injured of 28 January, on a page of that day."""
    return injured(words, said, "daily-2020-01-28", **fields)


FIRST = injured("34", "2020-01-24", "daily-2020-01-24")
ARMY: dict[str, Any] = {"claimant": "army", "chain": ("army", "daily")}
# One thing changed at a time: the claim that prints 34, the newer figure, whether it is raised.
IN_USE: list[tuple[str, Claim, Claim, bool]] = [
    ("printed two days after", old(), new(), True),
    ("printed before", old("daily-2020-01-24"), new(), False),
    ("printed on the day", old("daily-2020-01-28"), new(), False),
    ("printed in that month", old("daily-2020-01"), new(), False),
    ("printed in the next month", old("daily-2020-02"), new(), True),
    ("printed on no known day", old("undated"), new(), False),
    ("said later, printed on no known day", old("undated", "2020-01-30"), new(), True),
    ("said on no known day", old(said=None), new(), True),
    ("another page of the old figure", old(chain=("pentagon", "page")), new(), True),
    ("another day given for the event", old(period="2020-01-09"), new(), True),
    ("another number", old(words="35"), new(said="2020-01-31"), False),
    ("a floor that the newer one meets", old(words="at least 34"), new(), False),
    ("the same figure again", old(), new("34"), False),
    ("newer on no known day", old(), new(said=None), False),
    ("newer in that month", old(), new(said="2020-01"), False),
    ("another claimant", old(), new(**ARMY), False),
    ("another claimant, recorded as newer", old(), new(supersedes=FIRST.id, **ARMY), True),
    ("a plan", old(planned=True), new(), False),
    ("the same page prints both", old("daily-2020-01-30"),
     injured("50", "2020-01-28", "daily-2020-01-30"), False),
    ("newer withdrawn", old(), new(withdrawn=WITHDRAWN), False),
    ("newer rejected", old(), new(review=REJECTED), False),
    ("old one withdrawn", old(withdrawn=WITHDRAWN), new(), False),
    ("old one rejected", old(review=REJECTED), new(), False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "printed", "newer", "raised"), IN_USE)
def test_a_figure_is_in_use_after_its_claimant_gave_another(
    what: str, printed: Claim, newer: Claim, raised: bool
) -> None:
    """The first report of the old figure is there each time; the late page is what is raised."""
    found = [f.claims for f in superseded_in_use(case(EVENT, newer, FIRST, printed))]
    assert found == ([(printed.id, newer.id)] if raised else []), what


def test_how_late_a_figure_was_printed_counts_from_the_first_newer_one() -> None:
    """The Daily printed 34 two days after the Pentagon first gave a newer figure, 50."""
    newest = injured("64", "2020-01-29", "daily-2020-01-29")
    (found,) = superseded_in_use(case(EVENT, newest, old(), new(), FIRST))
    assert found.figures == ("34", "50")
    assert found.reason == (
        "The Daily still printed 34 on 30 January 2020, two days after Pentagon had said 50"
    )


def test_a_figure_that_its_claimant_went_back_to_is_not_out_of_date() -> None:
    """34, then 50, then 34 again, recorded as taking the place of the 50."""
    back = old(said="2020-01-30", supersedes=new().id)
    assert list(superseded_in_use(case(EVENT, FIRST, new(), back))) == []


def test_a_rejected_report_shows_no_age_of_another_page() -> None:
    """Only the rejected one says on which day the 34 were given."""
    first = factories.changed(FIRST, review=REJECTED)
    assert list(superseded_in_use(case(EVENT, first, new(), old(said=None)))) == []


def test_a_later_running_total_is_no_newer_figure_of_the_same_thing() -> None:
    """34 by 24 January is still 34 by 24 January when there are 50 by 28 January."""
    totals = [
        old(period="2020-01-08/2020-01-24"),
        injured("34", "2020-01-24", "daily-2020-01-24", period="2020-01-08/2020-01-24"),
        new(period="2020-01-08/2020-01-28"),
    ]
    assert list(superseded_in_use(case(TALLY, *totals))) == []


def level(source: str, said: str | None, about: str | None, **fields: Any) -> Claim:
    """Make a claim of the level of a thing, about a time, said and printed on a day."""
    return injured("2,500", said, source, **{"period": about} | fields)


FEB = "daily-2020-02-23"
# One thing changed at a time: basis, source, day said, time it is about, and the reason.
LONG_AGO: list[tuple[Basis, str, str | None, str | None, str]] = [
    (LEVEL, FEB, "2020-01-23", "2020-01-23", "31 days later"),
    (LEVEL, FEB, "2020-01-24", "2020-01-24", ""),
    (TALLY, FEB, "2020-01-23", "2020-01-01/2020-01-23", "31 days later"),
    (EVENT, FEB, "2020-01-23", "2020-01-23", ""),
    (INTERVAL, FEB, "2020-01-23", "2020-01-01/2020-01-23", ""),
    (LEVEL, FEB, "2020-01", "2020-01", ""),
    (LEVEL, FEB, "2019-12", "2019-12", "about two months later"),
    (LEVEL, FEB, "2019-12", None, "about two months later"),
    (LEVEL, FEB, "2019-12", "2019-11-01", "about two months later"),
    (LEVEL, FEB, "2019-12", "2019-10-31", ""),
    (LEVEL, FEB, "2019-12", "2019-11/..", "about two months later"),
    (LEVEL, FEB, "2019-12", "2020-01-23", "about two months later"),
    (LEVEL, FEB, "2019-12", "2020-01-24", ""),
    (LEVEL, FEB, None, "2019-12", ""),
    (LEVEL, FEB, "2019-12/..", "2019-12", ""),
    (LEVEL, "daily-2020-02", "2019-12", "2019-12", "32 days later"),
    (LEVEL, "undated", "2019-12", "2019-12", ""),
    (LEVEL, "unknown", "2019-12", "2019-12", ""),
    (LEVEL, FEB, "2019-10", "2019-10", "about four months later"),
    (LEVEL, FEB, "2018-12-20", "2018-12-20", "about 14 months later"),
    (LEVEL, FEB, "2018-02", "2018-02", "about two years later"),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "source", "said", "about", "later"), LONG_AGO)
def test_a_figure_said_long_before_its_page_is_old(
    basis: Basis, source: str, said: str | None, about: str | None, later: str
) -> None:
    """More than 30 days for sure, no history when it was said, and about a time as long ago."""
    claim = level(source, said, about)
    found = [(f.claims, f.reason) for f in older_than_its_page(case(basis, claim))]
    assert [claims for claims, _ in found] == ([(claim.id,)] if later else [])
    assert all(reason.endswith(f", {later}") for _, reason in found)


def test_the_days_keep_their_precision() -> None:
    """A month stays a month, and a span a span."""
    claim = level("daily-2020-02", "2019-12-03/2019-12-05", "2019-12")
    (found,) = older_than_its_page(case(LEVEL, claim))
    assert found.reason == (
        "Said (3 December 2019 to 5 December 2019), printed in February 2020, about two months "
        "later"
    )


@pytest.mark.parametrize("gone", [{"withdrawn": WITHDRAWN}, {"review": REJECTED}])
def test_what_no_longer_stands_is_not_old(gone: dict[str, Any]) -> None:
    """Nobody needs to look at a withdrawn or rejected figure, nor does it show another's age."""
    assert list(older_than_its_page(case(LEVEL, level(FEB, "2019-12", "2019-12", **gone)))) == []
    assert list(older_than_its_page(case(TALLY, now(**gone), before()))) == []
    assert list(older_than_its_page(case(TALLY, now(), before(**gone)))) == []


def total(words: str, end: str, **fields: Any) -> Claim:
    """Make a claim of a running total of attacks, said on the day on which it ends."""
    return injured(words, end, "undated", **{"period": f"2020-01-01/{end}"} | fields)


def now(words: str = "nearly 30", **fields: Any) -> Claim:
    """Make the claim of nearly 30 attacks by 23 February."""
    return total(words, "2020-02-23", **fields)


def before(words: str = "about 30", end: str = "2020-01-23", **fields: Any) -> Claim:
    """Make the army's claim of about 30 attacks, a month before."""
    return total(words, end, **ARMY | fields)


MONTH_ONLY = {"period": "2020-01-01/2020-02", "said_on": "2020-02-29"}
PRINTED_THEN: dict[str, Any] = {
    "said_on": None,
    "evidence": (factories.evidence("30", source=FEB),),
}
IN_A_DATA_SET: dict[str, Any] = {"evidence": (factories.evidence("30", source="data-set"),)}
# One thing changed at a time: basis, the later total, the earlier one, whether it is raised.
NO_HIGHER: list[tuple[str, Basis, Claim, Claim, bool]] = [
    ("no higher after 31 days", TALLY, now(), before(), True),
    ("after 30 days", TALLY, now(), before(end="2020-01-24"), False),
    ("higher", TALLY, now("about 31"), before(), False),
    ("as high", TALLY, now("30"), before("30"), True),
    ("lower and in conflict: it falls", TALLY, now("20"), before("30"), False),
    ("lower, and both can be true", TALLY, now("at least 20"), before("30"), True),
    ("none so far", TALLY, now("no attacks"), before("no attacks"), False),
    ("a level", LEVEL, now(), before(), False),
    ("said on another day", TALLY, now(said_on="2020-02-24"), before(), False),
    ("said on no known day", TALLY, now(said_on=None), before(), False),
    ("printed on its day", TALLY, now(**PRINTED_THEN), before(), True),
    ("repeated in a data set", TALLY, now(**IN_A_DATA_SET), before(), False),
    ("first in a data set", TALLY, now(), before(**IN_A_DATA_SET), True),
    ("names no day", TALLY, now(**MONTH_ONLY), before(), False),
    ("named no day before", TALLY, now(), before(period="2019-12"), False),
    ("a plan", TALLY, now(planned=True), before(), False),
    ("a plan before", TALLY, now(), before(planned=True), False),
    ("no number", TALLY, now("an undisclosed number"), before(), False),
    ("no number before", TALLY, now(), before("an undisclosed number"), False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "basis", "later", "earlier", "raised"), NO_HIGHER)
def test_a_running_total_no_higher_than_long_before_may_be_old(
    what: str, basis: Basis, later: Claim, earlier: Claim, raised: bool
) -> None:
    """Whoever gave the earlier one; a total that has grown is fresh."""
    found = [f.claims for f in older_than_its_page(case(basis, later, earlier))]
    assert found == ([(later.id, earlier.id)] if raised else []), what


def test_a_total_stands_beside_the_latest_earlier_one_that_counts() -> None:
    """Reprints are raised together; a total that was replaced does not count."""
    reprint = now(
        chain=("pentagon", "page"), evidence=(factories.evidence("30", source="undated"),)
    )
    replaced = before("about 30", "2020-01-22", chain=("army", "page"))
    newer = before("26", "2020-01-22", said_on="2020-01-25", supersedes=replaced.id)
    earliest = before("about 30", "2020-01-10")
    claims = [earliest, replaced, newer, before("30", "2020-01-20"), now(), reprint]
    (found,) = older_than_its_page(case(TALLY, *claims))
    assert found.claims == (*sorted([now().id, reprint.id]), before("30", "2020-01-20").id)
    assert found.reason == (
        "nearly 30 by 23 February 2020 is no higher than 30 by 20 January 2020, 34 days earlier: "
        "it may be an old figure"
    )

"""Long series: what is passed over at once is just what the rules would not raise."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claims.analysis.age import LONG, older_than_its_page
from claims.analysis.case import Case
from claims.analysis.contradictions import conflicts
from claims.analysis.findings import MOST_KEPT, FindingKind
from claims.vocabulary import Basis
from tests import factories

FIRST = date(2021, 1, 1)
TOTALS = st.lists(
    st.tuples(st.integers(0, 90), st.integers(0, 6)), min_size=2, max_size=25, unique=True
)


@given(TOTALS)
def test_a_total_is_held_against_all_that_came_long_before(totals: list[tuple[int, int]]) -> None:
    """A total above zero is raised where the same was counted more than 30 days earlier."""
    claims = {
        factories.stating(
            f"{value}",
            period=f"2021-01-01/{FIRST + timedelta(days=day)}",
            said_on=f"{FIRST + timedelta(days=day)}",
            claimant=f"office-{number}",
        ): (day, value)
        for number, (day, value) in enumerate(totals)
    }
    case = Case(factories.indicator(basis=Basis.TALLY), tuple(claims), factories.together())
    raised = {found.claims[0] for found in older_than_its_page(case) if len(found.claims) > 1}
    assert raised == {
        claim.id
        for claim, (day, value) in claims.items()
        if value and any(v == value and timedelta(days=day - d) > LONG for d, v in totals)
    }


def test_of_many_contradictions_the_newest_are_worded() -> None:
    """Of 276 pairs of one day the first 100 by their claims are raised, each once."""
    claims = tuple(
        factories.stating(f"{101 + 2 * n}", claimant=f"office-{n}", said_on=None) for n in range(24)
    )
    case = Case(factories.indicator(basis=Basis.TALLY), claims, factories.together())
    pairs = sorted(combinations(sorted(claim.id for claim in claims), 2))
    assert len(pairs) > MOST_KEPT
    *worded, more = conflicts(case)
    assert [finding.claims for finding in worded] == pairs[:MOST_KEPT]
    assert (more.kind, more.claims) == (FindingKind.MORE, ())
    assert "276" in more.reason

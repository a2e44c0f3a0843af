"""Contradictions: figures that cannot all be true, raised once with every page that prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims.analysis.case import Case
from claims.analysis.contradictions import conflicts, parts_above_whole
from claims.analysis.findings import FindingKind
from claims.analysis.slips import digit_slips
from claims.comparison import Relation, compare
from claims.periods import parse
from claims.records import Explanation, Review, Withdrawal
from claims.vocabulary import Basis, Difference, Kind, ReviewState
from tests import factories, starter

if TYPE_CHECKING:
    from claims.analysis.findings import Finding
    from claims.records import Claim

LEVEL, TALLY, EVENT = Basis.LEVEL, Basis.TALLY, Basis.EVENT
CONFLICT, FALLING, PLANS = FindingKind.CONFLICT, FindingKind.FALLING, FindingKind.PLANS
EXPLAINED = FindingKind.EXPLAINED
GONE = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
REJECTED = Review(state=ReviewState.REJECTED)
DAY = "2021-07-23"


def figure(claimant: str, words: str, period: str | None = DAY, **fields: Any) -> Claim:
    """Make a claim of the number in the words, said on no known day."""
    return factories.stating(
        words, **{"claimant": claimant, "period": period, "said_on": None} | fields
    )


def page(number: int) -> dict[str, Any]:
    """Return the evidence and the chain of another page that prints a figure."""
    source = factories.evidence("the same words", source=f"s-{number}")
    return {"evidence": (source,), "chain": ("irna", f"paper-{number}")}


def case(*claims: Claim, basis: Basis = TALLY) -> Case:
    """Make the case of a question with these claims."""
    return Case(factories.indicator(basis=basis), claims, factories.together())


IRNA = figure("irna", "five")
METHOD = Explanation(claim=IRNA.id, why=Difference.METHOD, by="the desk", note="an estimate.")
ERROR = Explanation(claim=IRNA.id, why=Difference.ERROR, by="the desk")
FALL = "three by 24 July 2021 is below the five by 23 July 2021"
AS_METHOD = "; explained by the desk as a difference in method: an estimate"
OF_ONE_DAY = "differ: running totals to the same day, 23 July 2021"
SAME_DAY = "cannot both be true: running totals to the same day, 23 July 2021"

# What stands beside five deaths by 23 July in one question, and what is raised.
BESIDE: list[tuple[Claim, Basis, list[tuple[FindingKind, str]]]] = [
    (figure("fars", "eight"), TALLY, [(CONFLICT, f"eight and five {SAME_DAY}")]),
    (figure("fars", "at least five"), TALLY, []),
    (figure("fars", "more than five"), TALLY, [(CONFLICT, f"more than five and five {SAME_DAY}")]),
    (figure("fars", "up to five"), TALLY, []),
    (figure("fars", "fewer than five"), TALLY,
     [(CONFLICT, f"fewer than five and five {SAME_DAY}")]),
    (figure("fars", "an undisclosed number"), TALLY, []),
    (figure("fars", "three", "2021-07-24"), TALLY,
     [(FALLING, FALL)]),
    (figure("fars", "at least three", "2021-07-24"), TALLY, []),
    (figure("fars", "eight", "2021-07-24"), TALLY, []),
    (figure("fars", "three", "2021-07"), TALLY, []),
    (figure("fars", "eight", "2021-07-24"), LEVEL, []),
    (figure("fars", "eight", "2021-07-24"), EVENT,
     [(CONFLICT, "eight and five cannot both be true: the same event")]),
    (figure("fars", "eight", "2021"), LEVEL, []),
    (figure("fars", "eight", "2021-07"), LEVEL,
     [(CONFLICT, "eight and five cannot both be true: of 23 July 2021 and July 2021")]),
    (figure("fars", "eight", "../2021-07-22"), LEVEL, []),
    (figure("fars", "eight", None), LEVEL, []),
    (figure("fars", "eight", planned=True), TALLY, []),
    (figure("fars", "eight", withdrawn=GONE), TALLY, []),
    (figure("fars", "eight", review=REJECTED), TALLY, []),
    (figure("fars", "eight", supersedes=IRNA.id), TALLY, []),
    (figure("fars", "eight", explained=(METHOD,)), TALLY,
     [(EXPLAINED, f"eight and five {OF_ONE_DAY}{AS_METHOD}")]),
    (figure("fars", "eight", explained=(ERROR,)), TALLY,
     [(EXPLAINED, f"eight and five {SAME_DAY}; explained by the desk as an error in eight")]),
    (figure("fars", "three", "2021-07-24", explained=(ERROR,)), TALLY,
     [(EXPLAINED, f"{FALL}; explained by the desk as an error in three")]),
]  # fmt: skip


@pytest.mark.parametrize(("other", "basis", "raised"), BESIDE)
def test_two_figures_that_cannot_both_be_true_are_raised(
    other: Claim, basis: Basis, raised: list[tuple[FindingKind, str]]
) -> None:
    """Bounds that meet, other times, plans and claims that no longer count contradict nothing."""
    later = factories.changed(other, said_on="2021-07-25")
    found = conflicts(case(IRNA, later, basis=basis))
    assert [(f.kind, unnamed(f)) for f in found] == raised


def unnamed(found: Finding) -> str:
    """Return the reason without the claimants that it begins with."""
    assert " against " in found.reason or ", as printed by " in found.reason
    return found.reason.partition(": ")[2]


def test_two_plans_for_one_time_are_plans_that_conflict_until_explained() -> None:
    """What was only announced is told apart from what was counted; an explanation rests both."""
    one, other = figure("irna", "five", planned=True), figure("fars", "eight", planned=True)
    assert [f.kind for f in conflicts(case(one, other))] == [PLANS]
    named = METHOD.model_copy(update={"claim": one.id})
    explained = factories.changed(other, explained=(named,))
    assert [f.kind for f in conflicts(case(one, explained))] == [EXPLAINED]


def test_what_was_planned_and_what_was_counted_are_two_findings() -> None:
    """The same two figures, once as plans and once as observations, are not mixed."""
    counted = [IRNA, figure("fars", "eight")]
    plans = [factories.changed(claim, id=f"plan-{claim.id}", planned=True) for claim in counted]
    found = {f.kind: set(f.claims) for f in conflicts(case(*counted, *plans))}
    assert found == {CONFLICT: {c.id for c in counted}, PLANS: {c.id for c in plans}}


def test_a_round_figure_is_not_contradicted_by_what_rounds_to_it() -> None:
    """168,000 beside 170,000 is no conflict; 150,000 beside 192,000 is."""
    near = case(figure("irna", "170,000"), figure("fars", "168,000"))
    far = case(figure("irna", "150,000"), figure("fars", "192,000"))
    assert list(conflicts(near)) == []
    assert [f.kind for f in conflicts(far)] == [CONFLICT]


def test_a_figure_on_many_pages_is_raised_once_with_all_of_them() -> None:
    """The newest said of both sides come first, then the other pages, the newest side's first."""
    old = figure("irna", "five", said_on="2021-07-23", **page(1))
    new = figure("irna", "five", said_on="2021-07-25", **page(2))
    undated = figure("irna", "five", **page(3))
    other = figure("fars", "eight", said_on="2021-07-24", **page(4))
    copy = figure("fars", "eight", **page(5))
    (found,) = conflicts(case(copy, undated, old, other, new))
    assert found.claims == (new.id, other.id, old.id, undated.id, copy.id)
    assert found.figures == ("five", "eight")
    assert found.reason.startswith("IRNA against fars: five and eight")


def test_a_falling_total_names_every_page_of_the_earlier_one() -> None:
    """An earlier total that three pages print is shown with all three."""
    before = [figure("irna", "five", **page(number)) for number in (1, 2, 3)]
    after = figure("fars", "three", "2021-07-24", said_on="2021-07-24", **page(4))
    (found,) = conflicts(case(*before, after))
    assert found.claims == (after.id, *sorted(claim.id for claim in before))


# What is raised on record: the pages that print each of the two figures, the newest said first.
ON_RECORD: dict[str, list[tuple[FindingKind, str, str]]] = {
    "al-asad-2020-01-08-killed": [
        (CONFLICT, "0 and at least 80 cannot both be true: the same event",
         "the-guardian the-statesman"),
    ],
    "al-asad-2020-01-08-missiles": [
        (CONFLICT, "16 and 22 cannot both be true: the same event",
         "united-press-international news24"),
    ],
    "us-troops-leaving-iraq-2020-09": [
        (PLANS,
         "1,200 and about 2,200 (read as 2,150 to 2,250) cannot both be true: the same event",
         "cbs-los-angeles pakistan-point"),
    ],
    "attacks-us-interests-iraq-2021": [
        (FALLING, "44 by 26 June 2021 is below the 45 by 22 June 2021",
         "pledge-times the-jerusalem-post"),
    ],
    "drone-attacks-us-interests-iraq-2021": [
        (FALLING, "five by 26 June 2021 is below the about seven by 22 June 2021",
         "pledge-times the-jerusalem-post"),
        (FALLING, "six by 5 July 2021 is below the about seven by 22 June 2021",
         "trt-world the-jerusalem-post"),
    ],
    "khuzestan-protests-2021-protesters-killed": [
        (EXPLAINED, ("four and six differ: running totals to the same day, 20 July 2021; explained "
                     "by On Record as a difference in scope: Those confirmed of the six that were "
                     "reported"), "iran-international iran-international"),
    ],
    "khuzestan-lorestan-protests-2021-killed": [],
    "coalition-troops-iraq-non-us": [],
}  # fmt: skip


@pytest.mark.parametrize("indicator", ON_RECORD)
def test_the_conflicts_on_record_are_raised(indicator: str) -> None:
    """Missiles at Ain al-Asad, the September 2020 cut and running totals that fall."""
    found = conflicts(on_record(indicator))
    assert sorted((f.kind, unnamed(f), _pages(f)) for f in found) == sorted(ON_RECORD[indicator])


def test_the_falls_of_the_khuzestan_toll_are_raised() -> None:
    """State media's five of 29 July stand below four earlier totals, officials' six below one."""
    found = conflicts(on_record("khuzestan-protests-2021-killed"))
    falls = [(unnamed(f), _pages(f)) for f in found if f.kind is FALLING]
    later, officials = "five by 29 July 2021 is below the", "human-rights-activists-in-iran"
    assert sorted(falls) == [
        (f"{later} at least 10 by 24 July 2021", "elaph localnews8"),
        (f"{later} at least eight by 23 July 2021", "elaph occupypeace"),
        (f"{later} at least eight by 27 July 2021", "elaph ava-today"),
        (f"{later} six by 24 July 2021", f"elaph {officials}"),
        ("six by 24 July 2021 is below the at least eight by 23 July 2021",
         f"{officials} occupypeace"),
    ]  # fmt: skip


def on_record(indicator_id: str) -> Case:
    """Return the case of an indicator on record."""
    indicator, records = starter.indicator(indicator_id), starter.records()
    return Case(indicator, tuple(starter.claims(indicator_id)), records)


def _pages(found: Finding) -> str:
    claims = [starter.records().claim(claim_id) for claim_id in found.claims]
    return " ".join(claim.chain[-1] for claim in claims if claim)


FIGURES = st.builds(
    figure,
    st.sampled_from(["irna", "fars", "hrana"]),
    st.sampled_from(
        [
            "five",
            "at least five",
            "eight",
            "up to four",
            "1,204",
            "12,040",
            "8,892",
            "8,992",
            "9,000",
        ]
    ),
    st.sampled_from([None, "2021", "2021-07-23", "2021-07-15/2021-07-23", "2021-07-24"]),
    said_on=st.sampled_from([None, "2021-07-23", "2021-07-24", "2021-08"]),
    planned=st.sampled_from([False, False, False, True]),
    withdrawn=st.sampled_from([None, None, None, GONE]),
    review=st.sampled_from([Review(), Review(), Review(), REJECTED]),
    evidence=st.integers(1, 99).map(lambda number: page(number)["evidence"]),
    kind=st.sampled_from([Kind.CASUALTY_FIGURE, Kind.WEAPONS_COUNT]),
)
MANY = st.lists(FIGURES, min_size=2, max_size=7, unique_by=lambda claim: claim.id)


@given(MANY, MANY, st.sampled_from(Basis), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_changes_nothing(
    claims: list[Claim], whole: list[Claim], basis: Basis, dice: Any
) -> None:
    """However the records are read, the same is raised in the same words and order."""
    part = factories.indicator("part", basis=basis, broader="whole")
    records = factories.together(part, factories.indicator("whole", basis=basis))
    mine = [factories.changed(claim, indicator="part") for claim in claims]
    theirs = [factories.changed(claim, indicator="whole") for claim in whole]
    rules = (conflicts, digit_slips, parts_above_whole)
    before = [list(rule(Case(part, tuple(mine), records, tuple(theirs)))) for rule in rules]
    dice.shuffle(mine)
    dice.shuffle(theirs)
    assert [list(rule(Case(part, tuple(mine), records, tuple(theirs)))) for rule in rules] == before


@given(MANY, st.sampled_from(Basis))
def test_another_page_with_the_same_figure_raises_no_further_conflict(
    claims: list[Claim], basis: Basis
) -> None:
    """A reprint joins the conflict of the figure that it prints."""
    copy = factories.changed(claims[0], id="copy", **page(100))
    before = [_pair(f) for f in conflicts(case(*claims, basis=basis))]
    after = [_pair(f) for f in conflicts(case(*claims, copy, basis=basis))]
    assert sorted(after) == sorted(before)


@given(MANY, FIGURES, st.sampled_from(Basis))
def test_a_claim_that_agrees_with_all_others_adds_no_conflict(
    claims: list[Claim], new: Claim, basis: Basis
) -> None:
    """Only a pair that cannot both be true makes a conflict."""
    assume(new.id not in {claim.id for claim in claims})
    indicator = factories.indicator(basis=basis)
    fine = {Relation.COMPATIBLE, Relation.WITHIN_ROUNDING, Relation.NOT_COMPARED}
    assume(all(compare(new, claim, indicator).relation in fine for claim in claims))
    before = [_pair(f) for f in conflicts(case(*claims, basis=basis))]
    assert all(_pair(f) in before for f in conflicts(case(*claims, new, basis=basis)))


def _pair(found: Finding) -> tuple[FindingKind, list[str]]:
    return found.kind, sorted(found.figures)

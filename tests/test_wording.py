"""Rules about wording: what is raised, and what just is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.case import Case
from claims.analysis.wording import (
    attributions_changed,
    hedges_lost,
    quotes_that_do_not_say_it,
    same_figure_elsewhere,
    significant,
)
from claims.periods import parse
from claims.records import Review, Withdrawal
from claims.vocabulary import ReviewState, Tier
from tests import factories

if TYPE_CHECKING:
    from claims.records import Claim, Record

WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
REJECTED = Review(state=ReviewState.REJECTED, by="An editor")
NAMES = {
    "office": "Press Office",
    "ministry": "Ministry",
    "agency": "Agency",
    "wire": "Wire",
    "paper": "The Paper",
    "daily": "The Daily",
    "media": "Iranian state media",
    "both-media": "Iranian state-run and semiofficial media",
    "judiciary": "Iranian judiciary",
    "officials": "Iranian officials",
    "unnamed-officials": "unnamed Iranian officials",
}
RECORDS: list[Record] = [
    *(factories.party(party, name=name) for party, name in NAMES.items() if party != "office"),
    factories.party("office", name=NAMES["office"], part_of="ministry"),
    factories.source("own-page", tier=Tier.OFFICIAL, publisher="ministry"),
    factories.source("credits-agency", credit=("agency",)),
    factories.source("credits-two", credit=("agency", "wire")),
    factories.indicator(broader="the-whole", place="Khuzestan"),
    factories.indicator("the-whole", title="Everyone killed", place="Khuzestan"),
    factories.indicator("a-part", broader="khuzestan-killed", place="Khuzestan"),
    factories.indicator("next-door", broader="khuzestan-killed", place="Lorestan"),
    factories.indicator("houses", broader="khuzestan-killed", place="Khuzestan", unit="houses"),
    factories.indicator("shelters", title="Shelters built", unit="shelters"),
]  # fmt: skip


def case(*claims: Claim, elsewhere: tuple[Claim, ...] = ()) -> Case:
    """Make the case of the claims with the records of this file."""
    records = factories.together(*RECORDS)
    indicator = records.indicator("khuzestan-killed") or factories.indicator()
    return Case(indicator, claims, records, elsewhere=elsewhere)


def saying(words: str, **fields: Any) -> Claim:
    """Make a claim of the number in the words, by the first of its chain, in a source."""
    chain, source = fields.pop("chain", ("ministry", "paper")), fields.pop("source", "s-1")
    quote = factories.evidence(f"{words}: {' to '.join(chain)}", source=source)
    given = {"claimant": chain[0], "chain": chain, "evidence": (quote,)}
    return factories.stating(words, **given | fields)


def firm(words: str = "5,200", **fields: Any) -> Claim:
    """Make a claim that a newspaper prints without a hedge."""
    return saying(words, **fields)


def hedged(words: str = "about 5,200", **fields: Any) -> Claim:
    """Make a claim that stands on the ministry's own page, with a hedge."""
    return saying(words, **{"chain": ("ministry",), "source": "own-page"} | fields)


FAR = ("ministry", "agency", "daily")
# One thing changed at a time: the firm claim, the hedged one, whether a hedge was lost.
HEDGES: list[tuple[str, Claim, Claim, bool]] = [
    ("the ministry said about 5,200", firm(), hedged(), True),
    ("equally near", firm(chain=FAR), hedged(chain=FAR), True),
    ("added on the way", firm(), hedged(chain=FAR), False),
    ("another number", firm("5,210"), hedged(), False),
    ("another hedge on both", firm("at least 5,200"), hedged(), False),
    ("nearly", firm(), hedged("nearly 5,200"), True),
    ("at least", firm(), hedged("at least 5,200"), True),
    ("more than", firm(), hedged("more than 5,200"), True),
    ("at most", firm(), hedged("at most 5,200"), True),
    ("fewer than", firm(), hedged("fewer than 5,200"), True),
    ("a range has no one number", firm(), hedged("between 5,200 and 5,300"), False),
    ("a vague word has no number", firm("2,000"), hedged("thousands"), False),
    ("no hedge at all", firm(), hedged("exactly 5,200"), False),
    ("another period", firm(), hedged(period="2021-07-15/2021-07-26"), False),
    ("another day said", firm(), hedged(said_on="2021-07-26"), False),
    ("said within a month", firm(), hedged(said_on="2021-07"), True),
    ("no day of the hedged one", firm(), hedged(said_on=None), True),
    ("no day of the firm one", firm(said_on=None), hedged(), True),
    ("one is a plan", firm(planned=True), hedged(), False),
    ("both are plans", firm(planned=True), hedged(planned=True), True),
    ("another origin", firm(chain=("agency", "paper")), hedged(), False),
    ("an office of the ministry", firm(chain=("office", "paper")), hedged(), True),
    ("nobody named", firm(chain=("paper",)), hedged(), False),
    ("nobody named either way", firm(chain=("paper",)), hedged(source="s-1"), False),
    ("firm one withdrawn", firm(withdrawn=WITHDRAWN), hedged(), False),
    ("firm one rejected", firm(review=REJECTED), hedged(), False),
    ("hedged one withdrawn", firm(), hedged(withdrawn=WITHDRAWN), False),
    ("hedged one rejected", firm(), hedged(review=REJECTED), False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "one", "other", "raised"), HEDGES)
def test_a_hedge_is_lost_on_the_way_and_not_where_it_was_added(
    what: str, one: Claim, other: Claim, raised: bool
) -> None:
    """The firm claim comes first; one changed condition and there is nothing to raise."""
    found = [f.claims for f in hedges_lost(case(other, one))]
    assert found == ([(one.id, other.id)] if raised else []), what


def test_one_figure_with_a_lost_hedge_is_raised_once() -> None:
    """The nearest pages are named; the nearer hedge that another page dropped counts for both."""
    prints = [
        firm(),
        firm(chain=FAR, said_on=None),
        firm(chain=("ministry", "agency", "wire", "paper")),
    ]
    says = [hedged(), hedged(chain=FAR)]
    too_far = hedged(chain=("ministry", "agency", "wire", "daily", "paper"))
    (found,) = hedges_lost(case(too_far, *says, *prints))
    assert found.claims == tuple(claim.id for claim in [*prints, *says])
    assert found.figures == ("5,200", "about 5,200")
    assert found.reason == (
        "The Paper prints 5,200 from Ministry without a hedge; Ministry said about 5,200"
    )


def narrow(words: str = "at least five", **fields: Any) -> Claim:
    """Make a claim that one page credits to state media through an agency."""
    return saying(words, **{"chain": ("media", "agency", "paper")} | fields)


def wide(words: str = "at least five", **fields: Any) -> Claim:
    """Make a claim that another page credits to more media through the agency."""
    return saying(words, **{"chain": ("both-media", "agency", "daily")} | fields)


VIA_WIRE, CREDITED = ("both-media", "wire", "daily"), ("both-media", "daily")
FIRST = ("officials", "media", "paper"), ("officials", "both-media", "daily")
# One thing changed at a time: two claims, and what became of the attribution.
ATTRIBUTIONS: list[tuple[str, Claim, Claim, str]] = [
    ("fewer words of one name", narrow(), wide(), "narrowed"),
    ("another name", narrow(), wide(chain=("judiciary", "agency", "daily")), "changed"),
    ("the agency's own voice", narrow(chain=("agency", "paper")), wide(), "dropped"),
    ("the page's own voice", narrow(chain=("paper",), source="credits-agency"), wide(), "dropped"),
    ("an own voice that credits nobody", narrow(chain=("paper",)), wide(), ""),
    ("two agencies", narrow(), wide(chain=VIA_WIRE), ""),
    ("credited", narrow(), wide(chain=CREDITED, source="credits-agency"), "narrowed"),
    ("credits both, from the other", narrow(), wide(chain=VIA_WIRE, source="credits-two"), ""),
    ("one publisher", narrow(chain=("media", "paper")), wide(chain=("both-media", "paper")), ""),
    ("a publisher that relays", narrow(chain=("media", "daily", "paper")),
     wide(chain=("both-media", "daily")), "narrowed"),
    ("one first link only", narrow(chain=FIRST[0], claimant="media"),
     wide(chain=FIRST[1], claimant="both-media"), ""),
    ("a first link here, a relay there", narrow(chain=FIRST[0], claimant="media"),
     wide(chain=("judiciary", "officials", "daily")), ""),
    ("the same claimant", narrow(), wide(chain=("media", "agency", "daily")), ""),
    ("one name in other words", narrow(chain=("officials", "agency", "paper")),
     wide(chain=("unnamed-officials", "agency", "daily")), ""),
    ("another number", narrow(), wide("at least six"), ""),
    ("another hedge", narrow(), wide("five"), ""),
    ("no number", narrow("an undisclosed number"), wide("an undisclosed number"), ""),
    ("another period", narrow(), wide(period="2021-07-15/2021-07-26"), ""),
    ("a plan", narrow(), wide(planned=True), ""),
    ("one withdrawn", narrow(withdrawn=WITHDRAWN), wide(), ""),
    ("one rejected", narrow(), wide(review=REJECTED), ""),
]  # fmt: skip


@pytest.mark.parametrize(("what", "one", "other", "how"), ATTRIBUTIONS)
def test_an_attribution_changes_within_the_text_of_one_agency(
    what: str, one: Claim, other: Claim, how: str
) -> None:
    """The page that names less comes first; two agencies may well name two offices."""
    found = [
        (f.claims, f.reason.rpartition(" ")[2]) for f in attributions_changed(case(other, one))
    ]
    first, second = (other, one) if how == "changed" else (one, other)
    assert found == ([((first.id, second.id), how)] if how else []), what


def test_pages_that_share_an_agency_and_a_relay_are_raised_once() -> None:
    """The party whose text most of the pages print is named, and everyone whom they name."""
    via = ("wire", "agency", "daily")
    claims = [
        narrow(chain=("wire", "agency", "paper")),
        narrow(chain=("media", *via)),
        wide(chain=("judiciary", *via)),
        wide(chain=("both-media", "wire", "daily")),
    ]
    (found,) = attributions_changed(case(*claims))
    assert found.claims[0] == claims[0].id
    assert set(found.claims) == {claim.id for claim in claims}
    assert found.reason == (
        "The Paper names nobody for at least five; other pages with Wire's text name Iranian "
        "state media, Iranian judiciary, Iranian state-run and semiofficial media: the "
        "attribution was dropped"
    )


def test_what_tells_two_names_apart() -> None:
    """Joining words and “unnamed” do not; a name of nothing else keeps them."""
    assert significant("The State-run and semiofficial media") == {"state", "semiofficial", "media"}
    assert significant("unnamed Iranian officials") == significant("Iranian officials")
    assert significant("Unnamed") == {"unnamed"}


def there(words: str = "4,460", **fields: Any) -> Claim:
    """Make a claim of the number about another thing, said two days later."""
    return saying(words, **{"indicator": "shelters", "said_on": "2021-07-29"} | fields)


LATE = "2021-07-15/2021-08-03"
# One thing changed at a time: the claim here, the one elsewhere, whether it is raised.
COINCIDENCES: list[tuple[str, Claim, Claim, bool]] = [
    ("two days later", saying("4,460"), there(), True),
    ("a week later", saying("4,460"), there(said_on="2021-08-03"), True),
    ("eight days later", saying("4,460"), there(said_on="2021-08-04"), False),
    ("eight days earlier", saying("4,460"), there(said_on="2021-07-19"), False),
    ("said in a month", saying("4,460"), there(said_on="2021-07"), False),
    ("by the end of its period", saying("4,460"), there(said_on=None, period=LATE), True),
    ("of no known day", saying("4,460"), there(said_on=None, period=None), False),
    ("another number", saying("4,460"), there("4,461"), False),
    ("another hedge", saying("4,460"), there("about 4,460"), True),
    ("six digits", saying("156,247"), there("156,247"), True),
    ("two digits and zeros", saying("2,500"), there("2,500"), False),
    ("two digits and more zeros", saying("170,000"), there("170,000"), False),
    ("two digits", saying("50"), there("50"), False),
    ("no number", saying("hundreds"), there("hundreds"), False),
    ("another origin", saying("4,460"), there(chain=("agency", "paper")), False),
    ("an office of the ministry", saying("4,460"), there(chain=("office", "paper")), True),
    ("nobody named here", saying("4,460", chain=("paper",)), there(), False),
    ("nobody named there", saying("4,460"), there(chain=("ministry",)), False),
    ("nobody named either way", saying("4,460", chain=("paper",)), there(chain=("paper",)), False),
    ("the same indicator", saying("4,460"), there(indicator="khuzestan-killed"), False),
    ("the whole of it", saying("4,460"), there(indicator="the-whole"), False),
    ("a part of it", saying("4,460"), there(indicator="a-part"), False),
    ("a part in another unit", saying("4,460"), there(indicator="houses"), True),
    ("a part in another place", saying("4,460"), there(indicator="next-door"), True),
    ("an unknown indicator", saying("4,460"), there(indicator="unknown"), True),
    ("one withdrawn", saying("4,460", withdrawn=WITHDRAWN), there(), False),
    ("one rejected", saying("4,460"), there(review=REJECTED), False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "here", "other", "raised"), COINCIDENCES)
def test_an_unusual_number_of_one_origin_does_not_come_twice_within_a_week(
    what: str, here: Claim, other: Claim, raised: bool
) -> None:
    """The finding is about the claim here; the one elsewhere stands second."""
    found = list(same_figure_elsewhere(case(here, elsewhere=(other,))))
    assert [f.claims for f in found] == ([(here.id, other.id)] if raised else []), what
    assert {f.indicator for f in found} <= {"khuzestan-killed"}


def test_reprints_of_one_coincidence_are_raised_once() -> None:
    """Both titles and the origin are named, and which of the two came first."""
    here = [saying("4,460"), saying("4,460", chain=FAR, said_on="2021-07-30")]
    (found,) = same_figure_elsewhere(case(*here, elsewhere=(there("about 4,460"),)))
    assert found.claims == (here[0].id, there("about 4,460").id, here[1].id)
    assert found.reason == (
        "4,460 is given for “People killed in the Khuzestan protests” and, two days later, about "
        "4,460 for “Shelters built” by Ministry"
    )


AT_LEAST_FIVE = factories.claim("at least five people")
# Words kept of a source, the figure on record, and why the one does not state the other.
UNREADABLE: list[tuple[Claim, str]] = [
    (AT_LEAST_FIVE, ""),
    (factories.claim("five died"),
     "“at least five”: these words do not stand in the quote; take them from the quote: five died"),
    (factories.claim("five", quantity=factories.quantity(as_stated="five")),
     "“five”: the words do not state “at least five”; correct the number, the hedge or the words"),
    (factories.claim("five", withdrawn=WITHDRAWN), ""),
    (factories.claim("five", review=REJECTED), ""),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "reason"), UNREADABLE)
def test_a_quote_that_does_not_say_it_is_raised_with_the_reason(claim: Claim, reason: str) -> None:
    """Each claim is read by itself, and the reason says how to mend it."""
    found = list(quotes_that_do_not_say_it(case(AT_LEAST_FIVE, claim)))
    assert [(f.claims, f.reason) for f in found] == ([((claim.id,), reason)] if reason else [])

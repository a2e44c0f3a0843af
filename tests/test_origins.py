"""Origins: repetition is no corroboration, and a page that names nobody adds no origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.collection import Collection
from claims.origins import Breadth, bears_out, breadth, origin
from claims.vocabulary import Tier
from tests import factories, starter
from tests.factories import party, source, stating

if TYPE_CHECKING:
    from claims.records import Claim

RECORDS = Collection.of_records(
    [
        *(party(one) for one in ("us", "irna", "fars", "ap", "afp", "dawn", "arab-news")),
        party("pentagon", part_of="us"),
        party("centcom", part_of="pentagon"),
        *(source(f"s-{tier.replace(' ', '-')}", tier=tier) for tier in Tier),
        *(
            source(f"s-by-{agency}", tier=Tier.ORIGINAL, credit=(agency,))
            for agency in ("ap", "us")
        ),
    ]
)
OWN_VOICE = [
    (Tier.OFFICIAL, "dawn"),
    (Tier.ORIGINAL, "dawn"),
    (Tier.WIRE_COPY, None),
    (Tier.SECONDARY, None),
    (Tier.REPOST, None),
    (Tier.TERTIARY, None),
]


def said(words: str, *chain: str, tier: Tier = Tier.ORIGINAL) -> Claim:
    """Make a claim that came down a chain and stands in a source of a tier."""
    evidence = (factories.evidence(f"{words} people", source=f"s-{tier.replace(' ', '-')}"),)
    return stating(words, claimant=chain[0], chain=chain, evidence=evidence)


@pytest.mark.parametrize(("tier", "expected"), OWN_VOICE)
def test_a_copy_in_its_own_voice_names_no_origin(tier: Tier, expected: str | None) -> None:
    """An original report is its own origin; a page that copies has the figure from somebody."""
    assert origin(said("five", "dawn", tier=tier), RECORDS) == expected
    assert origin(said("five", "irna", "dawn", tier=tier), RECORDS) == "irna"


def credited(agency: str, *chain: str) -> Claim:
    """Make a claim that stands in an original report which credits an agency."""
    evidence = (factories.evidence("five people", source=f"s-by-{agency}"),)
    return stating("five", claimant=chain[0], chain=chain, evidence=evidence)


CREDITED: list[tuple[Claim, str | None]] = [
    (credited("ap", "dawn"), None),
    (credited("ap", "irna", "dawn"), "irna"),
    (credited("ap", "ap"), "ap"),
    (credited("us", "pentagon"), "us"),
]


@pytest.mark.parametrize(("claim", "expected"), CREDITED)
def test_a_page_that_credits_an_agency_is_no_origin_itself(
    claim: Claim, expected: str | None
) -> None:
    """Two newspapers with one agency's text do not bear each other out; who credits itself may."""
    assert origin(claim, RECORDS) == expected


def test_bodies_that_speak_for_another_are_one_origin_with_it() -> None:
    """CENTCOM and the Pentagon both speak for the US government."""
    assert origin(said("five", "centcom", "dawn"), RECORDS) == "us"
    assert origin(said("five", "nobody-on-record", "dawn"), RECORDS) == "nobody-on-record"


COUNTED: list[tuple[list[Claim], tuple[str, ...], int]] = [
    ([], (), 0),
    ([said("five", "irna", "ap", "dawn"), said("five", "irna", "afp", "arab-news")], ("irna",), 0),
    ([said("five", "irna", "dawn"), said("five", "fars", "dawn")], ("fars", "irna"), 0),
    ([said("five", "irna", "ap", "dawn"), said("five", "ap", "dawn")], ("irna",), 0),
    ([said("five", "irna", "ap", "dawn"), said("nine", "ap", "dawn")], ("ap", "irna"), 0),
    ([said("five", "irna", "fars"), said("five", "fars", "irna")], ("fars",), 0),
    ([said("five", "pentagon", "dawn"), said("five", "us", "ap")], ("us",), 0),
    ([said("five", "irna", "dawn"), said("five", "dawn", tier=Tier.REPOST)], ("irna",), 1),
    ([said("five", "dawn", tier=Tier.SECONDARY)], (), 1),
]


@pytest.mark.parametrize(("claims", "origins", "unnamed"), COUNTED)
def test_relays_copies_and_carriers_are_not_counted_twice(
    claims: list[Claim], origins: tuple[str, ...], unnamed: int
) -> None:
    """However many pages print a figure, it has as many origins as were there to know it."""
    found = breadth(claims, RECORDS)
    assert (found.origins, found.unnamed, found.claims) == (origins, unnamed, len(claims))


SAID: list[tuple[Breadth, str]] = [
    (Breadth(9, 5, ("a", "b")), "9 claims, 5 publishers, 2 origins"),
    (Breadth(1, 1, ("a",)), "1 claim, 1 publisher, 1 origin"),
    (Breadth(2, 2, (), 1), "2 claims, 2 publishers, 0 origins and 1 claim that names none"),
    (Breadth(4, 2, ("a",), 3), "4 claims, 2 publishers, 1 origin and 3 claims that name none"),
]


@pytest.mark.parametrize(("found", "words"), SAID)
def test_the_breadth_of_a_record_is_said(found: Breadth, words: str) -> None:
    """An editor reads articles, publishers and origins in one line."""
    assert str(found) == words


WITNESSES: list[tuple[Claim, Claim, bool]] = [
    (said("eight", "fars", "dawn"), said("at least five", "irna", "dawn"), True),
    (said("at least five", "fars", "dawn"), said("eight", "irna", "dawn"), False),
    (said("at least eight", "fars", "dawn"), said("at least five", "irna", "dawn"), True),
    (said("2,500", "fars", "dawn"), said("about 2,500", "irna", "dawn"), True),
    (said("about 2,500", "fars", "dawn"), said("2,500", "irna", "dawn"), True),
    (said("168,000", "fars", "dawn"), said("170,000", "irna", "dawn"), True),
    (said("up to 170,000", "fars", "dawn"), said("132,000", "irna", "dawn"), False),
    (said("more than 170,000", "fars", "dawn"), said("170,000", "irna", "dawn"), False),
    (said("170,000", "fars", "dawn"), said("more than 170,000", "irna", "dawn"), False),
    (said("170", "fars", "dawn"), said("fewer than 170", "irna", "dawn"), False),
    (said("five", "fars", "dawn"), said("five", "fars", "arab-news"), False),
    (said("five", "centcom", "dawn"), said("five", "pentagon", "dawn"), False),
    (said("five", "ap", "dawn"), said("five", "irna", "ap", "dawn"), False),
    (said("five", "irna", "ap", "dawn"), said("five", "ap", "dawn"), False),
    (said("five", "dawn", tier=Tier.SECONDARY), said("five", "irna", "ap"), False),
    (said("five", "irna", "ap"), said("five", "dawn", tier=Tier.SECONDARY), True),
]


@pytest.mark.parametrize(("witness", "claim", "expected"), WITNESSES)
def test_a_figure_is_borne_out_by_one_that_makes_it_true(
    witness: Claim, claim: Claim, expected: bool
) -> None:
    """At least eight bears out at least five; a ceiling, a relay and a nameless copy do not."""
    assert bears_out(witness, claim, RECORDS) is expected


LINKS = st.sampled_from(["irna", "fars", "ap", "afp", "centcom", "pentagon", "us", "dawn"])
PRINTED = st.builds(
    lambda words, chain, tier: said(words, *chain, tier=tier),
    st.sampled_from(["five", "nine", "at least five"]),
    st.lists(LINKS, min_size=1, max_size=4, unique=True),
    st.sampled_from(Tier),
)


@given(st.lists(PRINTED, min_size=1, max_size=7), st.data())
def test_repeating_never_raises_the_count_of_origins(
    claims: list[Claim], data: st.DataObject
) -> None:
    """Shuffled, duplicated or relayed further, the same claims have no more origins."""
    before = breadth(claims, RECORDS).origins
    shuffled = data.draw(st.permutations(claims))
    assert breadth(shuffled, RECORDS).origins == before
    again = data.draw(st.sampled_from(claims))
    assert breadth([*claims, again], RECORDS).origins == before
    relay = data.draw(LINKS.filter(lambda link: link not in again.chain))
    relayed = said(again.quantity.as_stated if again.quantity else "", *again.chain, relay)
    if origin(again, RECORDS) is not None:
        assert len(breadth([*claims, relayed], RECORDS).origins) <= len(before)


@pytest.mark.parametrize(
    ("indicator", "origins", "unnamed"),
    [
        ("khuzestan-protests-2021-protesters-killed", 6, 0),
        ("sadr-city-2021-07-19-killed", 4, 1),
        ("attacks-us-interests-iraq-2021", 3, 2),
    ],
)
def test_the_origins_of_the_records_are_counted(indicator: str, origins: int, unnamed: int) -> None:
    """Read by hand: AFP's text on three pages is one origin, and copies name none."""
    found = breadth(starter.claims(indicator), starter.records())
    assert (len(found.origins), found.unnamed) == (origins, unnamed)

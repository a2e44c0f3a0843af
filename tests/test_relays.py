"""The tree of relays: who has a figure from whom, from the origin to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.relays import COLUMNS, LINKS, Node, frame, links, sentence, tree
from claims.vocabulary import Tier
from tests import factories, starter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.collection import Collection
    from claims.records import Claim

AT_LEAST_FIVE = "at least five"


def _claim(number: int, *chain: str, words: str = AT_LEAST_FIVE, **fields: Any) -> Claim:
    """Make a claim that came along a chain, in a source of its own."""
    evidence = (factories.evidence(source=f"s-{number}"),)
    defaults: dict[str, Any] = {"id": f"c-{number}", "claimant": chain[0], "chain": chain}
    return factories.stating(words, **defaults | {"evidence": evidence} | fields)


def _records(*claims: Claim, tier: Tier = Tier.ORIGINAL) -> Collection:
    """Make the records around claims: source n is printed on day n of August 2021."""
    sources = [
        factories.source(claim.source, tier=tier, published=f"2021-08-0{claim.source[-1]}")
        for claim in claims
    ]
    officials = factories.party("officials", part_of="government")
    return factories.together(*sources, officials, factories.party("government"))


def _drawn(nodes: Sequence[Node]) -> list[str]:
    """Return the rows as they read, one dot a step in."""
    return ["." * node.depth + node.label for node in nodes]


def _tree(*claims: Claim, tier: Tier = Tier.ORIGINAL) -> list[str]:
    return _drawn(tree(claims, _records(*claims, tier=tier)))


# The shape

SHAPES: list[tuple[str, list[Claim], list[str]]] = [
    ("no claims", [], []),
    ("a page that is its own origin is one row", [_claim(1, "irna")],
     ["IRNA: at least five, 1 August 2021"]),
    ("a page below its origin", [_claim(1, "irna", "arab-news")],
     ["IRNA: 1 claim, at least five", ".ARAB-NEWS: at least five, 1 August 2021"]),
    ("who speaks for another stands below it",
     [_claim(1, "officials", "irna")],
     ["GOVERNMENT: 1 claim, at least five",
      ".OFFICIALS: 1 claim, at least five",
      "..IRNA: at least five, 1 August 2021"]),
    ("an office's own page is its row", [_claim(1, "officials")],
     ["GOVERNMENT: 1 claim, at least five", ".OFFICIALS: at least five, 1 August 2021"]),
    ("an office's own page beside a reprint of it",
     [_claim(1, "officials"), _claim(2, "officials", "irna")],
     ["GOVERNMENT: 2 claims, at least five",
      ".OFFICIALS: 2 claims, at least five",
      "..IRNA: at least five, 2 August 2021",
      "..OFFICIALS itself: at least five, 1 August 2021"]),
    ("two pages have it from one relay",
     [_claim(1, "officials", "irna", "a"), _claim(2, "officials", "irna", "b")],
     ["GOVERNMENT: 2 claims, at least five",
      ".OFFICIALS: 2 claims, at least five",
      "..IRNA: 2 claims, at least five",
      "...a: at least five, 1 August 2021",
      "...b: at least five, 2 August 2021"]),
    ("one page has it twice from one origin",
     [_claim(1, "irna", "a"), _claim(2, "irna", "a", words="six")],
     ["IRNA: 2 claims, six; at least five",
      ".a: 2 claims, six; at least five, 2 August 2021; 1 August 2021"]),
    ("one relay carries two origins and stands below each",
     [_claim(1, "fars", "irna", "a"), _claim(2, "hrana", "irna", "a")],
     ["fars: 1 claim, at least five",
      ".IRNA: 1 claim, at least five",
      "..a: at least five, 1 August 2021",
      "hrana: 1 claim, at least five",
      ".IRNA: 1 claim, at least five",
      "..a: at least five, 2 August 2021"]),
    ("the origin with the most claims comes first",
     [_claim(1, "a", "x"), _claim(2, "b", "y"), _claim(3, "b", "z")],
     ["b: 2 claims, at least five",
      ".y: at least five, 2 August 2021",
      ".z: at least five, 3 August 2021",
      "a: 1 claim, at least five",
      ".x: at least five, 1 August 2021"]),
    ("a party that passes a figure round to itself", [_claim(1, "irna", "irna", "a")],
     ["IRNA: 1 claim, at least five", ".a: at least five, 1 August 2021"]),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "rows"), [s[1:] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_the_rows_of_the_tree(claims: list[Claim], rows: list[str]) -> None:
    """A party stands under the one that it has the figure from, once for each of those."""
    assert _tree(*claims) == rows


def test_pages_that_name_no_origin_hang_together_at_the_end() -> None:
    """A copy that names no source of its figure is no origin, however many there are."""
    copies = [_claim(1, "a"), _claim(2, "b")]
    named = _claim(3, "irna", "c")
    records = _records(*copies, named, tier=Tier.SECONDARY)
    assert _drawn(tree([*copies, named], records)) == [
        "IRNA: 1 claim, at least five",
        ".c: at least five, 3 August 2021",
        "no origin named: 2 claims, at least five",
        ".a: at least five, 1 August 2021",
        ".b: at least five, 2 August 2021",
    ]


def test_an_origin_that_only_carries_a_figure_is_marked() -> None:
    """The agency relays the figure of the officials and prints it in its own voice too."""
    rows = _tree(_claim(1, "irna", "a"), _claim(2, "officials", "irna", "b"))
    assert rows[4] == "IRNA: 1 claim, at least five, relayed for another origin too"
    assert _tree(_claim(1, "irna", "a", words="six"), _claim(2, "officials", "irna", "b"))[4] == (
        "IRNA: 1 claim, six"
    )


# What a row says

DAYS = ("5 August 2021", "4 August 2021", "3 August 2021")
SAID: list[tuple[list[Claim], str]] = [
    ([_claim(1, "a", "x", quantity=None)], "x: no figure, 1 August 2021"),
    ([_claim(1, "a", "x", planned=True)], "x: planned at least five, 1 August 2021"),
    ([_claim(1, "a", "x"), _claim(1, "a", "x", id="c-9")],
     "x: 2 claims, at least five, 1 August 2021"),
    ([_claim(n, "a", "x", words=w) for n, w in enumerate(("two", "three", "four"), 1)],
     "x: 3 claims, four; three; two, 3 August 2021; 2 August 2021; 1 August 2021"),
    ([_claim(n, "a", "x", words=str(n)) for n in range(1, 6)],
     f"x: 5 claims, five; four; three and 2 more, {'; '.join(DAYS)} and 2 more"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "label"), SAID)
def test_a_page_says_its_figures_and_days(claims: list[Claim], label: str) -> None:
    """With the hedge, plans marked; three of each, those printed last first."""
    assert _tree(*claims)[-1] == f".{label}"


def test_a_page_without_a_day_is_undated_and_stands_last() -> None:
    """What cannot be dated is not the newest."""
    claims = [_claim(1, "a", "x"), _claim(2, "a", "x", words="six")]
    undated = factories.source("s-2", published=None, tier=Tier.ORIGINAL)
    records = factories.together(undated, factories.source("s-1", published="2021-08-01"))
    node = tree(claims, records)[-1]
    assert (node.claims, node.printed) == (("c-1", "c-2"), ("1 August 2021", "undated"))


def test_many_figures_are_counted_where_they_are_not_printed() -> None:
    """The row of an origin stays short; its pages say the figures."""
    claims = [_claim(n, "a", f"p-{n}", words=w) for n, w in enumerate(("2", "3", "4", "6"), 1)]
    assert _tree(*claims)[0] == "a: 4 claims, 4 figures"


# The tree as a whole

REAL = ["us-troops-iraq", "khuzestan-protests-2021-killed", "attacks-us-interests-iraq-2021"]


@pytest.mark.parametrize("indicator", REAL)
def test_every_claim_stands_on_one_page(indicator: str) -> None:
    """No claim is lost and none is printed twice; a row holds what hangs on it."""
    claims = starter.claims(indicator)
    nodes = tree(claims, starter.records())
    printed = [claim for node in nodes if node.is_publisher for claim in node.claims]
    assert sorted(printed) == sorted(claim.id for claim in claims)
    for node in nodes:
        below = [c for n in nodes if n.parent_row == node.row for c in n.claims]
        assert node.is_publisher == (not below)
        assert sorted(below) == sorted(node.claims) or node.is_publisher


@pytest.mark.parametrize("indicator", REAL)
def test_parents_stand_above_their_children(indicator: str) -> None:
    """Rows are numbered from the top, and a child is one step further in."""
    nodes = tree(starter.claims(indicator), starter.records())
    assert [node.row for node in nodes] == list(range(len(nodes)))
    for node in nodes:
        if node.parent_row is None:
            assert node.depth == 0
        else:
            assert node.parent_row < node.row
            assert nodes[node.parent_row].depth == node.depth - 1


@pytest.mark.parametrize("indicator", REAL)
def test_the_order_given_does_not_matter(indicator: str) -> None:
    """Nor does giving a claim twice."""
    claims, records = starter.claims(indicator), starter.records()
    assert tree([*claims[::-1], *claims], records) == tree(claims, records)


def test_the_five_killed_of_the_associated_press_are_one_origin() -> None:
    """TRT World and Yahoo News have it from one agency, and that from the government's media."""
    nodes = tree(starter.claims("khuzestan-protests-2021-killed"), starter.records())
    rows = _drawn(nodes)
    agency = rows.index("...Associated Press: 2 claims, at least five")
    assert rows[0].startswith("Government of Iran: ")
    assert rows[agency + 1 : agency + 3] == [
        "....TRT World: at least five, 27 July 2021",
        "....Yahoo News: at least five, 27 July 2021",
    ]


# The sentence

DIFFERENT = "figures of different origins can bear one another out; these are "
SENTENCES: list[tuple[list[Claim], str, str]] = [
    ([_claim(1, "a", "x")], "1 claim, 1 publisher, 1 origin", "the figure rests on a alone"),
    ([_claim(1, "a", "x"), _claim(2, "a", "y")], "2 claims, 2 publishers, 1 origin",
     "they all rest on a and do not bear one another out"),
    ([_claim(1, "a", "x"), _claim(2, "b", "y")], "2 claims, 2 publishers, 2 origins",
     DIFFERENT + "a and b"),
    ([_claim(n, p, "x") for n, p in enumerate("abcd", 1)], "4 claims, 1 publisher, 4 origins",
     DIFFERENT + "a, b, c and d"),
    ([_claim(n, p, "x") for n, p in enumerate("abcdef", 1)], "6 claims, 1 publisher, 6 origins",
     DIFFERENT + "a, b, c, d and 2 more"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "counts", "means"), SENTENCES)
def test_the_sentence_says_what_the_counts_mean(
    claims: list[Claim], counts: str, means: str
) -> None:
    """Pages are counted, and then what they rest on."""
    assert sentence(claims, _records(*claims)) == f"{counts}: {means}."


UNNAMED: list[tuple[list[Claim], str, str]] = [
    ([_claim(1, "a")], "1 claim, 1 publisher, 0 origins",
     "no page says who gave the figure first"),
    ([_claim(1, "a"), _claim(2, "irna", "b")], "2 claims, 2 publishers, 1 origin",
     "one of them names an origin, IRNA"),
    ([_claim(1, "a"), _claim(2, "irna", "b"), _claim(3, "irna", "c")],
     "3 claims, 3 publishers, 1 origin",
     "those that name an origin all rest on IRNA and do not bear one another out"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "counts", "means"), UNNAMED)
def test_the_sentence_counts_pages_that_name_no_origin(
    claims: list[Claim], counts: str, means: str
) -> None:
    """A copy that names nobody bears nothing out."""
    said = sentence(claims, _records(*claims, tier=Tier.SECONDARY))
    assert said == f"{counts} and 1 claim that names none: {means}."


def test_no_claims_have_no_origin() -> None:
    """There is nothing to say about nothing."""
    assert sentence([], _records()) == "There is no claim to trace."


# The frames


def test_the_frame_gives_a_page_its_newest_claim() -> None:
    """A row that is a page opens the claim printed last; the others open none."""
    claims = [_claim(1, "officials", "irna", "a"), _claim(2, "officials", "irna", "a")]
    drawn = frame(tree(claims, _records(*claims)))
    assert list(drawn["role"]) == ["origin", "relay", "relay", "publisher"]
    assert list(drawn["id"]) == ["", "", "", "c-2"]
    assert list(drawn["printed"])[-1] == "2 August 2021; 1 August 2021"
    assert list(drawn["claims"]) == [2, 2, 2, 2]


def test_the_connectors_lead_from_parent_to_child() -> None:
    """One for each row that hangs on another."""
    claims = [_claim(1, "irna", "a"), _claim(2, "irna", "b")]
    joined = links(tree(claims, _records(*claims)))
    assert joined.to_numpy().tolist() == [[0, 0, 1, 1], [0, 0, 2, 1]]


def test_frames_of_nothing_keep_their_columns() -> None:
    """A chart of no rows finds its fields."""
    assert (tuple(frame([])), tuple(links([]))) == (tuple(COLUMNS), LINKS)
    assert {str(kind) for kind in links([]).dtypes} == {"int64"}

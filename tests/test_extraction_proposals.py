"""From an article to proposals: two articles, repeats, whatever a text may hold."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from claims.extraction.events.kinds import What
from claims.extraction.places import Name
from claims.extraction.proposal import Proposal, stands
from claims.extraction.proposals import propose
from claims.hedges import Hedge
from claims.vocabulary import Kind

PUBLISHED = date(2030, 3, 12)
LODRA = Name("Lodra", "MZ")
DAM = """Dam burst in Lodra kills 41

LODRA (Wire) - At least 41 people were killed on Sunday when a dam burst above the town of \
Lodra, the governor said. Another 120 were injured, 14 of them seriously.

“We have found 41 bodies, including nine children,” Governor Ines Matos told reporters on \
Monday. “Some 60 people are still missing.”

The water destroyed about 340 homes. More than 5,000 people fled to higher ground, according \
to the Red Cross.

Soldiers rescued 17 people from the roof of a school. A nurse drowned while she was carrying a \
child to safety, state radio reported.

The ministry will send 200 soldiers. It did not say how many shops were looted.

A flood in 2027 killed more than 300 people in the same valley."""
DAM_TOLD = [
    "41 | killed | 41 41 | 2030-03-10 | Governor Ines Matos |  | 1",
    "At least 41 people | killed | 41 None | 2030-03-10 | governor |  | 0",
    "120 | wounded | 120 120 | 2030-03-10 | None |  | 0",
    "14 of them seriously | wounded | 14 14 | 2030-03-10 | None | part | 0",
    "nine children | killed | 9 9 | 2030-03-10 | Governor Ines Matos | part | 0",
    "Some 60 people | missing | 55 65 | 2030-03-12 | Governor Ines Matos |  | 0",
    "about 340 homes | other | 335 345 | None | None |  | 0",
    "More than 5,000 people | displaced | 5001 None | None | Red Cross |  | 0",
    "17 people | rescued | 17 17 | None | None |  | 0",
    "A nurse drowned | killed | 1 1 | 2030-03-10 | state radio | implied | 0",
    "200 soldiers | troops | 200 200 | None | None | planned | 0",
    "how many shops were looted | other | None None | None | None |  | 0",
    "more than 300 people | killed | 301 None | 2027 | None |  | 0",
]
CHECKPOINT = """At least five soldiers and two civilians were killed in an attack on a checkpoint \
near Mosul on Friday, Iraqi officials said.

Gunmen on motorcycles opened fire shortly after dawn, wounding 11 people, two of them \
critically. The army said its troops had killed three of the attackers.

There have been around 30 attacks on checkpoints so far this year, compared with 54 in 2029, \
according to the interior ministry.

About 2,500 foreign troops remain in Iraq, down from 5,200 in 2027. The bases are far from the \
town.

The group denied that it had executed 12 prisoners. No one has claimed the attack. The dead \
were not named.

Two others died of their wounds on Saturday, a hospital official said."""
CHECKPOINT_TOLD = [
    "At least five soldiers | killed | 5 None | 2030-03-08 | Iraqi officials |  | 0",
    "two civilians | killed | 2 2 | 2030-03-08 | Iraqi officials |  | 0",
    "11 people | wounded | 11 11 | 2030-03-08 | None |  | 0",
    "two of them critically | wounded | 2 2 | 2030-03-08 | None | part | 0",
    "three of the attackers | killed | 3 3 | 2030-03-08 | army |  | 0",
    "around 30 attacks | attacks | 25 35 | 2030-01-01/2030-03-12 | interior ministry |  | 0",
    "54 | attacks | 54 54 | 2029 | interior ministry |  | 0",
    "About 2,500 foreign troops | troops | 2450 2550 | 2030-03-12 | None |  | 0",
    "5,200 | troops | 5200 5200 | 2027 | None |  | 0",
    "12 prisoners | killed | 12 12 | 2030-03-08 | group | negated | 0",
    "Two others | killed | 2 2 | 2030-03-09 | hospital official |  | 0",
]
MARKED = ("planned", "conditional", "negated", "part", "implied")


def line(one: Proposal) -> str:
    """Return a proposal in a line: quote, kind, bounds, period, claimant, marks, repeats."""
    marks = " ".join(name for name in MARKED if getattr(one, name))
    bounds = f"{one.low} {one.high}"
    fields = (one.quote, one.kind, bounds, one.period, one.claimant, marks, len(one.also))
    return " | ".join(str(field) for field in fields)


@pytest.mark.parametrize(("text", "told"), [(DAM, DAM_TOLD), (CHECKPOINT, CHECKPOINT_TOLD)])
def test_an_article_gives_its_figures(text: str, told: list[str]) -> None:
    """Each figure once, in order, with its bounds, period, claimant and how it is meant."""
    found = propose(text, published=PUBLISHED, names=[LODRA])
    assert [line(one) for one in found] == told
    for one in found:
        assert stands(one, text)
        assert one.sentence_start <= one.start < one.end <= one.sentence_end


def test_names_of_the_newsroom_win() -> None:
    """A place that no gazetteer knows, and one that it knows elsewhere."""
    found = propose(DAM, published=PUBLISHED, names=[LODRA])
    assert {(one.place, one.country) for one in found} == {("Lodra", "MZ")}
    text = "Five people were killed in Paris."
    assert [one.country for one in propose(text)] == ["FR"]
    assert [one.country for one in propose(text, names=[Name("Paris", "US")])] == ["US"]


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        ("Two soldiers were killed on Monday.", "Two soldiers were killed on Monday.", True),
        ("Two soldiers were killed on Monday.", "The two were killed at dawn.", True),
        ("Two soldiers were killed.", "Two soldiers were killed on Monday in Mosul.", True),
        ("A mayor was killed on Monday.", "The mayor was killed at home.", True),
        ("Two soldiers were killed on Monday.", "Two others were killed on Monday.", False),
        ("Two soldiers were killed on Monday.", "Two more soldiers were killed.", False),
        ("Two soldiers were killed on Monday.", "Two soldiers were killed on Tuesday.", False),
        ("Two soldiers were killed in Mosul.", "Two soldiers were killed in Basra.", False),
        ("Two soldiers were killed.", "Two farmers were killed.", False),
        ("Two soldiers were killed.", "At least two soldiers were killed.", False),
        ("Two soldiers were killed.", "Two soldiers were wounded.", False),
        ("Two soldiers were killed.", "It was untrue that two soldiers were killed.", False),
        ("Two soldiers were killed.", "The dead included two soldiers.", False),
        ("A mayor was killed on Monday.", "A guard was killed on Monday.", False),
    ],
)  # fmt: skip
def test_a_repeat_is_told_once_with_where_it_stands(
    first: str, second: str, *, merged: bool
) -> None:
    """What is said again is kept as a place; others, other days and other kinds are not."""
    text = f"{first}\n\n{second}"
    found = propose(text, published=PUBLISHED)
    assert len(found) == (1 if merged else 2)
    also = [text[start:end] for one in found for start, end in one.also]
    assert all(words and words in second for words in also)
    assert len(also) == (1 if merged else 0)


def test_a_repeat_tells_what_the_first_did_not() -> None:
    """The day, the place and the claimant may stand in the later passage only."""
    text = "Two soldiers were killed.\n\nTwo soldiers were killed on Monday in Mosul, police said."
    (one,) = propose(text, published=PUBLISHED)
    assert (one.period, one.place, one.claimant) == ("2030-03-11", "Mosul", "police")


TEXT = "At least five people were killed. A mayor was killed. No one was hurt."


@pytest.mark.parametrize(
    ("which", "changed", "holds"),
    [
        (0, {}, True),
        (1, {}, True),
        (2, {}, True),
        (0, {"quote": "At least six people"}, False),
        (0, {"quote": "at least five people"}, False),
        (0, {"start": 1}, False),
        (0, {"start": -1}, False),
        (0, {"end": 19}, False),
        (0, {"end": 0}, False),
        (0, {"end": 10_000}, False),
        (0, {"start": 9, "quote": "five people"}, False),
        (0, {"low": 6}, False),
        (0, {"low": None}, False),
        (0, {"high": 5}, False),
        (0, {"hedge": Hedge.EXACT}, False),
        (0, {"hedge": Hedge.MORE_THAN}, False),
        (2, {"quote": "Someone"}, False),
    ],
)
def test_a_proposal_stands_only_where_its_words_say_it(
    which: int, changed: dict[str, Any], *, holds: bool
) -> None:
    """Whoever proposed it: the quote is at its place and reads as the hedge and the bounds."""
    one = propose(TEXT)[which].model_copy(update=changed)
    assert stands(one, TEXT) is holds


def test_a_proposal_is_a_quantity_of_a_kind() -> None:
    """The desk makes a claim of it: the kind, and the figure with its words."""
    one = propose(TEXT)[0]
    assert (one.kind, one.claim_kind) == (What.KILLED, Kind.CASUALTY_FIGURE)
    figure = one.quantity
    assert (figure.as_stated, figure.low, figure.unit) == ("At least five people", 5, "deaths")


WORDS = (
    "five people were killed|at least 12|up to 3,000 troops|killed a mayor|no one was hurt|"
    "dozens of|between 20 and 30|half a million|1e400|0|-5|٣٤|５|½|2½|1/2|1,2,3,4|12.5.7|$5bn|40%|"
    "one in five|did not say how many|eight-year war|an unknown number of|police said|"
    "according to|on Monday|last year|since 2029|31 February 2030|this year|in Mosul|"
    "KABUL (Wire) -|including|and|or|of|who|was|were|killed or injured|wounded|were sent to|"
    "troops|rockets|Mr.|U.S.|Maria Lopez|his wife|without loss of life|nobody|the toll|"
    "rose to 63|not|may|plans to|600-strong|47 times|10-12|no fewer than|a dozen|trillion|"
    "tens of thousands|million million|twenty-twenty|zero|one|first|-strong|percent|in power for|"
    "years after|nearly"
)
MARKS = (
    "\n|\n\n|\r\n|\t| |. |! |? |; |, |: |(|)|-|–|—|“|”|\"|'|’|\0|\u202e|\u2067|\u200b|\ufeff|"
    "\u2028|\x85|\U0001f525|e\u0301|İ|ß|ﬁ|<b>|</p>|&nbsp;|<script>"
)
PIECES = [*WORDS.split("|"), *MARKS.split("|"), "9" * 40]


def test_whatever_a_text_holds_its_proposals_stand() -> None:
    """5,000 texts of fragments, marks, signs that turn the line, and numbers of any size."""
    chance = random.Random(20300312)  # noqa: S311 - the same texts in every run
    days = (None, PUBLISHED, date.min, date.max)
    proposed = 0
    for _ in range(5_000):
        pieces = (chance.choice(PIECES) for _ in range(chance.randrange(25)))
        text = chance.choice(("", " ")).join(pieces)
        for one in propose(text, published=chance.choice(days)):
            assert stands(one, text), (text, one)
            assert all(0 <= start < end <= len(text) for start, end in one.also)
            proposed += 1
    assert proposed > 1_000


@pytest.mark.parametrize("text", ["", "5", "a", ".", "\n", "\0", "“", " " * 1_000, "\n" * 1_000])
def test_a_text_that_says_nothing_gives_nothing(text: str) -> None:
    """Nothing, a single character, only space."""
    assert propose(text, published=PUBLISHED) == []


@pytest.mark.parametrize(
    "piece",
    ["five killed and ", "killed ", "said ", '"', "“", "five ", "5, ", "“five killed” ", "Mosul ",
     "who was killed ", "a mayor, and ", "9", "A. ", "on Monday ", "killed 5, including a child, "],
)  # fmt: skip
def test_a_long_text_of_repeats_ends(piece: str) -> None:
    """No rule looks again and again at what it has read."""
    text = piece * (30_000 // len(piece))
    assert all(stands(one, text) for one in propose(text, published=PUBLISHED))

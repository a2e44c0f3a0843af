"""Who says it: the claimant of a statement, the way it came to the page, and what it governs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.attribution import ACCUSERS, UNNAMED, Said, find, governing
from claims.extraction.sentences import sentences


def said(text: str) -> list[Said]:
    """Read a text."""
    return find(text, sentences(text))


def covered(text: str) -> list[str]:
    """Return the stretches that the attributions of a text govern."""
    return [text[start:end] for one in said(text) for start, end in one.covers]


WHO = [
    # text, claimant, chain
    ("Police said three people drowned.", "Police", ("Police",)),
    ("Three people drowned, police said.", "police", ("police",)),
    ("Three people drowned, the police said on Monday.", "police", ("police",)),
    ("Three people drowned, said Mayor Ana Solis.", "Mayor Ana Solis", ("Mayor Ana Solis",)),
    ("In May 2019, Norway said three people drowned.", "Norway", ("Norway",)),
    ("Meanwhile, the governor said three drowned.", "governor", ("governor",)),
    ("On Monday the ministry reported three deaths.", "ministry", ("ministry",)),
    ("Three drowned, the ministry told Reuters.", "ministry", ("ministry", "Reuters")),
    ("The mayor told state television that three drowned.", "mayor", ("mayor", "state television")),
    ("The mayor told reporters that three drowned.", "mayor", ("mayor",)),
    ("Three drowned, police said, Reuters reported.", "police", ("police", "Reuters")),
    ("Citing officials, the BBC reported three dead.", "officials", ("officials", "BBC")),
    ("The BBC reported three dead, citing officials.", "officials", ("officials", "BBC")),
    ("Three drowned, according to the coast guard.", "coast guard", ("coast guard",)),
    ("According to rescuers, three drowned.", "rescuers", ("rescuers",)),
    (
        "Three drowned, according to a statement from the navy.",
        "navy",
        ("navy",),
    ),
    (
        "Three drowned. That is according to reports carried by state media in Norway.",
        "state media in Norway",
        ("state media in Norway",),
    ),
    ("Three drowned, according to the ministry's figures.", "ministry", ("ministry",)),
    ("An AFP tally shows 20 drowned.", "AFP", ("AFP",)),
    ("By the ministry's count, 20 drowned.", "ministry", ("ministry",)),
    ("The army-run hospital put the toll at 20.", "army-run hospital", ("army-run hospital",)),
    ("Ana Solis, a spokeswoman for the navy, said 20 drowned.", "Ana Solis", ("Ana Solis",)),
    ("Ana Solis, 45, said 20 drowned.", "Ana Solis", ("Ana Solis",)),
    (
        "The Blue Front, the armed wing of the party, which is led by exiles, said 20 died.",
        "Blue Front",
        ("Blue Front",),
    ),
    ("Navy spokesman Per Lund said 20 drowned.", "Navy spokesman Per Lund", None),
    ("Per Lund was quoted by Reuters as saying 20 drowned.", "Per Lund", ("Per Lund", "Reuters")),
    ("Twenty drowned, as reported by Xinhua.", "Xinhua", ("Xinhua",)),
    ("Norway's state TV reported that officials counted 20.", "Norway's state TV", None),
    ("Twenty drowned in storm: police", "police", ("police",)),
    ("Police: Twenty drowned in storm", "Police", ("Police",)),
    ("RADIO MARITIMA SAID 20 SAILORS DROWNED.", "RADIO MARITIMA", ("RADIO MARITIMA",)),
    ("ACCORDING TO NAVAL SOURCES, 20 DROWNED.", "NAVAL SOURCES", ("NAVAL SOURCES",)),
    ("NAVPRESS REPORTED THAT 20 DROWNED.", "NAVPRESS", ("NAVPRESS",)),
    ("“Three drowned,” the mayor told the Harbour Times.", "mayor", ("mayor", "Harbour Times")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claimant", "chain"), WHO)
def test_names_the_claimant_and_the_chain(
    text: str, claimant: str, chain: tuple[str, ...] | None
) -> None:
    """The claimant is named in the words of the text, with those who pass it on after it."""
    one = said(text)[0]
    assert one.claimant == claimant
    assert one.chain == (chain or (claimant,))
    assert not one.passive


NOBODY = [
    "The ministry did not say how many drowned.",
    "Officials declined to say how many drowned.",
    "The storm claimed five lives.",
    "The storm left the town without a spokesman.",
    "Police put up barricades.",
    "The president dismissed two generals.",
    "The tally of goals rose to five.",
    "The road runs according as the hills allow.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_where_nothing_is_asserted_nobody_asserts(text: str) -> None:
    """A verb of saying that says nothing, or has another sense, attributes nothing."""
    assert said(text) == []


COVERED = [
    ("Police said three people drowned.", ["three people drowned."]),
    ("Three people drowned, police said.", ["Three people drowned"]),
    ("Three people, police said, drowned at sea.", ["Three people", "drowned at sea."]),
    ("Three drowned. That is according to police.", ["Three drowned."]),
    ("According to police, three drowned.", ["three drowned."]),
    ("“Three drowned. Two are missing,” the mayor said.", ["“Three drowned. Two are missing,”"]),
    ('"Three drowned. Two are missing," the mayor said.', ['"Three drowned. Two are missing,"']),
    (
        "“Three drowned,” the mayor said. “Two are missing.”",
        ["“Three drowned,”", "“Two are missing.”"],
    ),
    ("The mayor said: “Three drowned. Two are missing.”", ["“Three drowned. Two are missing.”"]),
    (
        "Police said three drowned, but witnesses said ten drowned.",
        ["three drowned", "ten drowned."],
    ),
    (
        "Three drowned, police said, adding that two were missing.",
        ["Three drowned", "two were missing."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stretches"), COVERED)
def test_governs_what_is_said(text: str, stretches: list[str]) -> None:
    """What is asserted is the rest of the sentence, the sentence before, or a whole quotation."""
    assert covered(text) == stretches


REFERRED = [
    ("Norway’s state TV reported five arrests. The report said two fled.", "Norway’s state TV"),
    ("It was late, the group’s leader Per Lund said. He added two fled.", "Per Lund"),
    ("The island health ministry said five died. The ministry said two fled.", "island health"),
    ("Per Lund met the king. He said two fled.", "Per Lund"),
    ("The Blue Front praised it and said two fled.", "Blue Front"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claimant"), REFERRED)
def test_a_pronoun_stands_for_the_speaker_before(text: str, claimant: str) -> None:
    """A pronoun, "the report" and "the ministry" are named by the words that named them before."""
    assert claimant in said(text)[-1].claimant


def test_a_person_makes_no_report() -> None:
    """A "report" after a person is its own claimant: nothing is invented."""
    text = "Per Lund of Oslo said five died. The report said two fled."
    assert said(text)[-1].claimant == "report"


PASSIVE = [
    ("The rebels stand accused of killing 20.", ACCUSERS),
    ("The rebels are suspected of killing 20.", ACCUSERS),
    ("Twenty are believed to have drowned.", UNNAMED),
    ("Twenty reportedly drowned.", UNNAMED),
    ("Twenty were allegedly beaten.", UNNAMED),
    ("IT WAS REPORTED THAT 20 DROWNED.", UNNAMED),
]


@pytest.mark.parametrize(("text", "label"), PASSIVE)
def test_an_unnamed_asserter_is_no_one(text: str, label: str) -> None:
    """Hearsay has a label for a claimant and says that nobody is named."""
    one = said(text)[0]
    assert (one.claimant, one.passive) == (label, True)


DENIED = [
    ("The army denied that 20 drowned.", True),
    ("The army rejected reports that 20 drowned.", True),
    ("The army confirmed that 20 drowned.", False),
]


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_a_denial_is_marked(text: str, denied: bool) -> None:
    """What a claimant says is not so is marked, so that no figure is laid at its door."""
    assert [one.denied for one in said(text)] == [denied]


def test_the_named_speaker_governs_before_hearsay() -> None:
    """What "police said 20 reportedly" did is what police said."""
    text = "Police said 20 people reportedly drowned."
    start = text.index("20")
    one = governing(said(text), start, start + 2)
    assert one is not None
    assert one.claimant == "Police"


@given(st.lists(st.sampled_from('said Police , . “ ” " : according to the citing by'.split())))
def test_every_place_is_in_the_text(words: list[str]) -> None:
    """Whatever the words, spans lie in the text, in order, and a claimant heads its chain."""
    text = " ".join(words)
    found = said(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert all(0 <= start < end <= len(text) for start, end in one.covers)
        assert one.chain[0] == one.claimant != ""

"""Words, places, happenings and statements of the desk, told apart as a reporter would."""

from __future__ import annotations

import pytest

from claims.desk.drafting import drafted_indicator, slug
from claims.desk.happenings import differ
from claims.desk.places import own_places
from claims.desk.stating import statement
from claims.desk.tokens import tokens
from claims.desk.whom import guess
from claims.extraction.events.kinds import What
from claims.vocabulary import PartyKind
from tests.desk import proposed
from tests.factories import indicator
from tests.starter import records


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran’s state TV", "Iranian state television"),
        ("Iraq's health ministry", "the Iraqi Health Ministry"),
        ("U.S. troops", "US troop"),
        ("Khūzestān", "khuzestan"),
        ("the protests", "a protest"),
        ("the United States", "American"),
    ],
)
def test_words_are_one_however_they_are_spelt(one: str, other: str) -> None:
    """Accents, plurals, possessives and nations change nothing."""
    assert tokens(one) == tokens(other) != frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [("us", "US"), ("protesters", "protests"), ("Iran", "Iraq"), ("Niger", "Nigeria"),
     ("Mali", "Malta"), ("Oman", "Omani women")],
)  # fmt: skip
def test_words_are_not_confused(one: str, other: str) -> None:
    """A pronoun is no country, and those who protest are no protest."""
    assert tokens(one) != tokens(other)


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("killed in floods", "People killed in the water protests", True),
        ("killed in an earthquake", "People killed in the market bombing", True),
        ("killed in a blast", "People killed in the market bombing", False),
        ("killed in an attack", "People killed in the market bombing", False),
        ("killed by a drone", "People killed in the US strike", False),
        ("killed there", "People killed in the market bombing", False),
        ("killed in floods", "People killed in Khuzestan", False),
    ],
)
def test_a_happening_is_another(text: str, title: str, expected: bool) -> None:
    """Only where both are named can they differ."""
    assert differ(text, title) is expected


def test_the_places_of_the_record_are_looked_for() -> None:
    """Each place below a country, with the way to it; a country is none of ours."""
    found = {name.path: name.country for name in own_places(records().indicators)}
    assert found["Iraq", "Baghdad", "Sadr City"] == "IQ"
    assert found["Iran", "Khuzestan"] == found["Iran", "Lorestan"] == "IR"
    assert all(len(path) > 1 for path in found)
    assert own_places([indicator(place=None), indicator(place="Iraq")]) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("People killed in Khūzestān, July 2021", "people-killed-in-khuzestan-july-2021"),
        ("قُتل", "unnamed"),
        ("…", "unnamed"),
        ("a " * 100, ("a-" * 40)[:79]),
    ],
)
def test_short_names(text: str, expected: str) -> None:
    """A short name is made of the plain letters of a text, eighty at most."""
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Mosul police", PartyKind.POLICE),
        ("the health ministry", PartyKind.HEALTH),
        ("the interior ministry", PartyKind.GOVERNMENT),
        ("state-run media", PartyKind.STATE_MEDIA),
        ("Kivu Human Rights Forum", PartyKind.RIGHTS_GROUP),
        ("witnesses", PartyKind.UNNAMED),
        ("policymakers", PartyKind.UNNAMED),
    ],
)
def test_a_new_party_is_guessed_by_a_word(name: str, kind: PartyKind) -> None:
    """A guess that a person corrects; without a word that tells, nobody is named."""
    assert guess(name) is kind


@pytest.mark.parametrize("kind", list(What))
def test_every_kind_can_be_drafted(kind: What) -> None:
    """Whatever the extraction finds has a sentence and a question of its own."""
    found = proposed("Nine things were counted.", "Nine things", kind)
    assert statement(found).endswith(".")
    assert drafted_indicator(found).title

"""Where it happened: names of places, the country they are in, and words that are no place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.places import Gazetteer, Mention, Name, Placed
from claims.extraction.places.gazetteer import country_names
from claims.extraction.places.words import DEMONYMS

WORLD = Gazetteer()

PLACES = [
    # text, as the gazetteer spells it, country, path
    ("Floods hit Mosul.", "Mosul", "IQ", ("Iraq", "Mosul")),
    ("Two drowned near Ahvaz, Khuzestan.", "Ahvaz", "IR", ("Iran", "Khuzestan", "Ahvaz")),
    ("Two drowned in Khuzestan province.", "Khuzestan", "IR", ("Iran", "Khuzestan")),
    ("Two drowned in Khūzestān.", "Khuzestan", "IR", ("Iran", "Khuzestan")),
    ("a flood in the Iranian province of Kurdistan", "Kurdistan", "IR", ("Iran", "Kurdistan")),
    ("a flood in the Iraqi region of Kurdistan", "Kurdistan", "IQ", ("Iraq", "Kurdistan")),
    ("the western city of Bordeaux", "Bordeaux", "FR", ("France", "Bordeaux")),
    ("It rained in San Salvador, El Salvador.", "San Salvador", "SV", None),
    ("It rained in Paris, Texas.", "Paris", "US", ("United States", "Texas", "Paris")),
    ("American tourists left Paris.", "Paris", "FR", ("France", "Paris")),
    ("Libyan troops left. Fires burn in Tripoli.", "Tripoli", "LY", ("Libya", "Tripoli")),
    ("Lebanese troops left. Fires burn in Tripoli.", "Tripoli", "LB", ("Lebanon", "Tripoli")),
    ("Fires burn in Georgia, Armenia and Turkey.", "Georgia", "GE", ("Georgia",)),
    ("Fires burn in Port-au-Prince.", "Port-au-Prince", "HT", ("Haiti", "Port-au-Prince")),
    ("Fires burn in Côte d’Ivoire.", "Côte d’Ivoire", "CI", ("Côte d’Ivoire",)),
    ("The U.S. sent planes.", "United States", "US", ("United States",)),
    ("US planes came.", "United States", "US", ("United States",)),
    ("Fires burn in the Gaza Strip.", "Gaza Strip", "PS", None),
    ("Fires burn in Nice.", "Nice", "FR", ("France", "Nice")),
    ("TWO PEASANTS DROWNED IN MEDELLIN, COLOMBIA.", "Medellin", "CO", ("Colombia", "Medellin")),
    ("TWO DROWNED IN THE PETEN DEPARTMENT.", "Peten", "GT", ("Guatemala", "Peten")),
    ("A flood in the village of Umm Zarda, Idlib.", "Umm Zarda", "SY", None),
    ("A flood in Umm Zarda, in northern Iraq.", "Umm Zarda", "IQ", ("Iraq", "Umm Zarda")),
    ("A flood in the village of Umm Zarda.", "Umm Zarda", None, ("Umm Zarda",)),
    ("FLOODS IN THE LAS ROCAS NEIGHBORHOOD.", "LAS ROCAS", None, ("LAS ROCAS",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country", "path"), PLACES)
def test_finds_the_place(
    text: str, name: str, country: str | None, path: tuple[str, ...] | None
) -> None:
    """A place is found under the gazetteer's spelling, in the right country."""
    one = next(one for one in WORLD.find(text) if one.name == name)
    assert one.country == country
    assert path in (None, one.path)
    assert one.path[-1] == name


NO_PLACES = [
    "A nice man was reading of most orange trees.",
    "He told us so.",
    "HE TOLD US THAT MOST OF THE POLICE CAME TO THE UNIVERSITY.",
    "Michael Jordan scored.",
    "Warren said it rained.",
    "In May it rained; in March it snowed.",
    "Latin American music played.",
    "The Lincoln Daily News wrote so.",
    "the Department of Justice wrote so",
    "",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_ordinary_words_and_people_are_no_places(text: str) -> None:
    """A place that is an ordinary word or a surname needs words that make it a place."""
    assert WORLD.find(text) == []


PEOPLE = [
    ("Canadian", "CA"),
    ("Estonian", "EE"),
    ("Iranians", "IR"),
    ("Salvadoran", "SV"),
    ("Ecuadorean", "EC"),
    ("AMERICANS", "US"),
    ("Palestinian", "PS"),
    ("Zambian", "ZM"),
]


@pytest.mark.parametrize(("word", "country"), PEOPLE)
def test_knows_the_country_of_a_people(word: str, country: str) -> None:
    """The adjective of a country, or its people, is a hint of that country."""
    assert [(one.country, one.mention) for one in WORLD.find(f"{word} boats")] == [
        (country, Mention.CONTEXT)
    ]


def test_every_people_has_a_country() -> None:
    """Each word of the table stands for one country of the library's list."""
    assert {country for country in DEMONYMS.values() if country not in country_names()} == set()
    assert all(word == word.lower() and word not in country_names() for word in DEMONYMS)


MENTIONS = [
    ("Fires burn in Mosul.", Mention.LOCATED),
    ("Fires burn in the northern city of Mosul.", Mention.LOCATED),
    ("Mosul burns.", Mention.NAMED),
    ("residents of Mosul", Mention.NAMED),
    ("Iraqi troops", Mention.CONTEXT),
    ("Iraq-backed troops", Mention.CONTEXT),
    ("pro-Iraq troops", Mention.CONTEXT),
    ("MOSUL (Agency) — It rained.", Mention.DATELINE),
    ("MOSUL, 12 MAR 90 (AGENCY) -- IT RAINED.", Mention.DATELINE),
    ("MOSUL: It rained.", Mention.DATELINE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention"), MENTIONS)
def test_says_how_a_place_is_named(text: str, mention: Mention) -> None:
    """An adjective is a hint, a name is a place or its government, "in" says where."""
    assert [one.mention for one in WORLD.find(text)] == [mention]


def test_the_newsroom_names_come_first() -> None:
    """A name of the records is found where the gazetteer has none, and before it where it has."""
    desk = Gazetteer(
        [Name("Ain al-Asad", "IQ", ("Iraq", "Anbar", "Ain al-Asad")), Name("Mosul", "SY")]
    )
    found = desk.find("Rockets fell on Ain al-Asad and Mosul.")
    assert [(one.name, one.path) for one in found] == [
        ("Ain al-Asad", ("Iraq", "Anbar", "Ain al-Asad")),
        ("Mosul", ("Syria", "Mosul")),
    ]


@given(
    st.lists(
        st.sampled_from(
            "in San the of New York city Mosul , Iraq US U.S. Iraqi — É Umm-Zarda's".split()
        )
    )
)
def test_every_place_is_in_the_text(words: list[str]) -> None:
    """Whatever the words, each place has its span in the text, in order, without overlap."""
    text = " ".join(words)
    found: list[Placed] = WORLD.find(text)
    ends = [0]
    for one in found:
        assert ends[-1] <= one.start < one.end <= len(text)
        assert one.path[-1] == one.name
        ends.append(one.end)

"""When, where and by whom a figure is told: what of the article belongs to it."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction.proposals import propose

PUBLISHED = date(2030, 3, 12)
"""A Tuesday."""

Row = tuple[str, list[str | None]]

OWN_PERIOD: list[Row] = [
    ("Five people were killed on Monday.", ["2030-03-11"]),
    ("Five people were killed yesterday.", ["2030-03-11"]),
    ("Five people were killed today.", ["2030-03-12"]),
    ("Five people were killed last week.", ["2030-03-04/2030-03-10"]),
    ("Five people were killed in May 2029.", ["2029-05"]),
    ("Last month, 80 migrants drowned.", ["2030-02"]),
    ("The quake killed 300 people in 2027.", ["2027"]),
    ("Five people will be freed on Friday.", ["2030-03-15"]),
    ("Some 300 people were killed from 2025 to 2028.", ["2025/2028"]),
    ("Five people have been killed in the past three days.", ["2030-03-09/2030-03-12"]),
    ("Five people were killed.", [None]),
    ("In 2027, 40 people were killed, and in 2028, 55 people were killed.", ["2027", "2028"]),
    ("Police arrested 40 people on Friday; 12 were freed on Sunday.",
     ["2030-03-08", "2030-03-10"]),
]  # fmt: skip
SET_APART: list[Row] = [
    ("More than 110 people were hurt in January 2029.", ["2029-01"]),
    ("More than 40 people were killed and more than 110 hurt on Monday.",
     ["2030-03-11", "2030-03-11"]),
    ("The base holds 2,500 troops, down from 5,500 in 2029.", [None, "2029"]),
    ("There are 2,500 troops at the base, compared with 5,500 in 2029.", ["2030-03-12", "2029"]),
    ("About 1,200 peacekeepers are in the country, up from 800 in 2028.", ["2030-03-12", "2028"]),
]  # fmt: skip
OF_SAYING: list[Row] = [
    ("Five people were killed, police said on Monday.", [None]),
    ("Twelve people were hurt in the blast, the governor said on Tuesday.", [None]),
    ("The mayor said Monday that 12 people had been hurt.", [None]),
    ("The army said late on Monday that seven soldiers had been killed.", [None]),
    ("Police said on Monday five people were killed on Saturday.", ["2030-03-09"]),
    ("The army reported on Monday that seven soldiers had been killed on Saturday.",
     ["2030-03-09"]),
    ("“Twelve people were hurt on Monday,” the mayor told reporters on Tuesday.", ["2030-03-11"]),
    ("Seven soldiers were killed late on Monday, the army said.", ["2030-03-11"]),
]  # fmt: skip
SO_FAR: list[Row] = [
    ("There have been 50 attacks this year.", ["2030-01-01/2030-03-12"]),
    ("There have been 50 attacks so far this year.", ["2030-01-01/2030-03-12"]),
    ("There were 50 attacks last year.", ["2029"]),
    ("There have been 50 attacks since January.", ["2030-01/2030-03-12"]),
    ("Since last year, 14 people have been killed.", ["2029/2030-03-12"]),
    ("Fourteen people have been killed since Friday.", ["2030-03-08/2030-03-12"]),
    ("Rebels have killed 40 people since the truce of May 2029 collapsed.",
     ["2029-05/2030-03-12"]),
]  # fmt: skip
TOLLS: list[Row] = [
    ("The death toll rose to 63 on Monday.", ["../2030-03-11"]),
    ("The number of dead rose to 63 on Monday from 41 on Sunday.",
     ["../2030-03-11", "../2030-03-10"]),
    ("The death toll has risen to 63.", [None]),
    ("The fire killed 63 people on Monday.", ["2030-03-11"]),
]  # fmt: skip
LEVELS: list[Row] = [
    ("There are 2,500 troops at the base.", ["2030-03-12"]),
    ("There were 2,500 troops at the base.", [None]),
    ("There were 2,500 troops at the base in 2028.", ["2028"]),
    ("Eleven hikers are still missing.", ["2030-03-12"]),
    ("Five people are dead.", [None]),
]
CARRIED: list[Row] = [
    ("A fire broke out on Monday. Five people were killed.", ["2030-03-11"]),
    ("A fire broke out on Monday.\n\nFive people were killed.", ["2030-03-11"]),
    ("A fire broke out on Monday.\n\nThere were 2,500 troops at the base.", [None]),
    ("A fire broke out on Sunday. It spread on Monday. Five people were killed.", ["2030-03-11"]),
    ("Five people were killed on Sunday. Twelve were wounded.", ["2030-03-10", "2030-03-10"]),
    ("Five people were killed on Sunday. Two more died on Monday.", ["2030-03-10", "2030-03-11"]),
    ("Five people were killed. The mayor spoke on Monday.", [None]),
    ("Five people were killed, police said on Monday. Twelve were wounded.", [None, None]),
]
PLACES: list[Row] = [
    ("Five people were killed in Iraq.", ["Iraq"]),
    ("Five people were killed in Mosul, Iraq, on March 3.", ["Mosul"]),
    ("Five people were killed in Mosul. In Basra, 12 were wounded.", ["Mosul", "Basra"]),
    ("Ten people were killed in Kyiv and three in Odesa.", ["Kyiv", "Odesa"]),
    ("Troops from Kenya killed five people in Mogadishu.", ["Mogadishu"]),
    ("KABUL (Wire) - Five people were killed in Herat on Monday.", ["Herat"]),
    ("KABUL (Wire) - Five people were killed on Monday.", ["Kabul"]),
    ("A fire broke out in Mosul. Five people were killed.", ["Mosul"]),
    ("A fire broke out in Mosul.\n\nFive people were killed.", ["Mosul"]),
    ("The blast in Lagos killed five. In Abuja the president spoke. Police held two men.",
     ["Lagos", "Abuja"]),
    ("Lagos burned. The people of Lagos wept. Abuja is calm.\n\nFive people were killed.",
     ["Lagos"]),
    ("The Kenyan army killed five people.", [None]),
    ("Five people were killed.", [None]),
]  # fmt: skip
CLAIMANTS: list[Row] = [
    ("Five people were killed.", [None]),
    ("Five people were killed, the mayor told the radio.", ["mayor < radio"]),
    ("Five people were killed, according to the mayor.", ["mayor"]),
    ("According to state media, five people were killed.", ["state media"]),
    ("The ministry, quoted by state television, said five people were killed.",
     ["ministry < state television"]),
    ("State radio, citing the army, said 12 people were hurt.", ["army < State radio"]),
    ("Twelve people were hurt, state radio reported, citing the army.", ["army < state radio"]),
    ("Five people were killed, police said. The ministry said 12 were wounded.",
     ["police", "ministry"]),
    ("Police said five people were killed, while the army said seven were killed.",
     ["Police", "army"]),
    ("Police said five people were killed and the mayor said 12 were wounded.",
     ["Police", "mayor"]),
    ("“Five people were killed,” Ana Ruiz said.", ["Ana Ruiz"]),
    ("“Five people were killed,” Ana Ruiz said. “Twelve are missing.”", ["Ana Ruiz", "Ana Ruiz"]),
    ("Five people were killed, police said. The fire also wounded 12.", ["police", None]),
    ("Twelve people, the mayor said, were hurt on Monday.", ["mayor"]),
    ("Witnesses said 30 people were killed; the army denied it.", ["Witnesses"]),
    ("The mayor met police. Five people were killed.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    *OWN_PERIOD, *SET_APART, *OF_SAYING, *SO_FAR, *TOLLS, *LEVELS, *CARRIED,
])  # fmt: skip
def test_a_figure_has_its_period(text: str, expected: list[str | None]) -> None:
    """The nearest time of its sentence, else that of the sentences before; never that of saying."""
    assert [one.period for one in propose(text, published=PUBLISHED)] == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_figure_has_its_place(text: str, expected: list[str | None]) -> None:
    """The place of its sentence, else that of the paragraph, else that of the story."""
    assert [one.place for one in propose(text, published=PUBLISHED)] == expected


@pytest.mark.parametrize(("text", "expected"), CLAIMANTS)
def test_a_figure_has_its_claimant_and_chain(text: str, expected: list[str | None]) -> None:
    """Who says so, and through whom it came; none where the article says it itself."""
    found = propose(text, published=PUBLISHED)
    assert [" < ".join(one.chain) or None for one in found] == expected
    assert all(one.claimant == (one.chain[0] if one.chain else None) for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five people were killed on Monday.", None),
        ("Five people were killed on 3 March 2030.", "2030-03-03"),
        ("Five people were killed in 2027.", "2027"),
        ("There are 2,500 troops at the base.", None),
        ("There have been 50 attacks this year.", None),
    ],
)
def test_without_a_day_of_publication_only_full_dates_tell(text: str, expected: str | None) -> None:
    """“Monday” and “this year” are not guessed."""
    (one,) = propose(text)
    assert one.period == expected


def test_a_place_has_its_country() -> None:
    """In ISO 3166-1 alpha-2, for a country and for a town of it alike."""
    found = propose("Five people were killed in Mosul. In Iraq, 12 were wounded.")
    assert [(one.place, one.country) for one in found] == [("Mosul", "IQ"), ("Iraq", "IQ")]

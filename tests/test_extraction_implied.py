"""Harm to one person and to nobody, told without a number: `killed a mayor`, `no one was hurt`."""

from __future__ import annotations

import pytest

from claims.extraction import numbers
from claims.extraction.events import counted
from claims.extraction.events.implied import implied
from claims.extraction.events.words import Words
from claims.extraction.sentences import sentences

Row = tuple[str, list[str]]

ONE_DONE_TO: list[Row] = [
    ("Gunmen killed a mayor on Monday.", ["a mayor: killed 1"]),
    ("A mayor was killed on Monday.", ["A mayor was killed: killed 1"]),
    ("Iran executed a man.", ["a man: killed 1"]),
    ("Police killed an attacker.", ["an attacker: killed 1"]),
    ("The strike killed a commander of the militia.", ["a commander: killed 1"]),
    ("The strike killed its commander.", ["its commander: killed 1"]),
    ("Another soldier was killed.", ["Another soldier was killed: killed 1"]),
    ("The president was assassinated in May.", ["The president was assassinated: killed 1"]),
    ("A local leader has been murdered, police said.",
     ["A local leader has been murdered: killed 1"]),
    ("The mayor said a guard had been killed.", ["a guard: killed 1"]),
    ("A bullet killed a boy, 12.", ["a boy: killed 1"]),
    ("A soldier was killed when a house collapsed.", ["A soldier was killed: killed 1"]),
    ("After the mayor was killed, shops closed.", ["the mayor: killed 1"]),
    ('"A guard was killed," the mayor said.', ["A guard was killed: killed 1"]),
    ("A girl was burned in the kitchen fire.", ["A girl was burned: wounded 1"]),
    ("A journalist was arrested at the airport.", ["A journalist was arrested: detained 1"]),
    ("A journalist has been detained since May.", ["A journalist has been detained: detained 1"]),
    ("Police arrested a suspect.", ["a suspect: detained 1"]),
    ("A general was captured.", ["A general was captured: detained 1"]),
    ("A colonel was kidnapped.", ["A colonel was kidnapped: kidnapped 1"]),
    ("A boy was rescued from the well.", ["A boy was rescued: rescued 1"]),
]  # fmt: skip
ONE_WITHOUT_A_DOER: list[Row] = [
    ("A child drowned in the river.", ["A child drowned: killed 1"]),
    ("A nurse died of her wounds.", ["A nurse died: killed 1"]),
    ("A hiker is missing.", ["A hiker is missing: missing 1"]),
    ("A mayor vanished.", ["A mayor vanished: missing 1"]),
    ("A pilot survived the crash.", ["A pilot survived: rescued 1"]),
    ("Search teams found the body of a pilot.", ["a pilot: killed 1"]),
]  # fmt: skip
NAMED: list[Row] = [
    ("Maria Lopez was killed near her home.", ["Maria Lopez was killed: killed 1"]),
    ("The army says Maria Lopez was killed.", ["Maria Lopez was killed: killed 1"]),
    ("Colonel Ana Ruiz died in the crash.", ["Colonel Ana Ruiz died: killed 1"]),
    ("Ana Ruiz, 34, was arrested.", ["Ana Ruiz, 34, was arrested: detained 1"]),
    ("Unknown men killed police officer Juan Soto.", ["police officer Juan Soto: killed 1"]),
    ("The assassination of President Juan Perez was planned abroad.",
     ["assassination of President Juan Perez: killed 1"]),
    ("His wife was wounded.", ["His wife was wounded: wounded 1"]),
    ("The ambassador's wife was killed.", ["The ambassador's wife was killed: killed 1"]),
    ("The bus driver was killed instantly.", ["The bus driver was killed: killed 1"]),
    ("The driver of the bus was killed instantly.", ["The driver of the bus was killed: killed 1"]),
]  # fmt: skip
ADDED_TO: list[Row] = [
    ("A man in his forties was killed.", ["A man in his forties was killed: killed 1"]),
    ("A man who was wounded died on Friday.", ["A man who was wounded died: killed 1"]),
    ("A soldier who was wounded in May is at home.", ["A soldier who was wounded: wounded 1"]),
    ("The mayor who was killed had asked for help.", ["The mayor who was killed: killed 1"]),
    ("The judge, a father of six, was killed.",
     ["The judge, a father of six, was killed: killed 1"]),
    ("A farmer, Juan Perez, was jailed.", ["A farmer, Juan Perez, was jailed: detained 1"]),
    ("Juan Perez, a farmer, was jailed.", ["Juan Perez, a farmer, was jailed: detained 1"]),
]  # fmt: skip
LISTED: list[Row] = [
    ("The blast killed the mayor, his wife and a guard.",
     ["the mayor: killed 1", "his wife: killed 1", "a guard: killed 1"]),
    ("The blast killed the mayor, his sons and his guards.", ["the mayor: killed 1"]),
    ("The attack killed a guard and a driver.", ["a guard: killed 1", "a driver: killed 1"]),
    ("Two teachers and a nurse were killed.", ["a nurse: killed 1"]),
    ("Two teachers and a bus were hit.", []),
    ("Twelve people were killed, including a child.", ["a child: killed 1, part"]),
    ("Twelve people were killed, including a child and two nurses.", ["a child: killed 1, part"]),
]  # fmt: skip
NOBODY: list[Row] = [
    ("No one was hurt.", ["No one: wounded 0"]),
    ("No one died.", ["No one: killed 0"]),
    ("No one has been arrested.", ["No one: detained 0"]),
    ("Nobody was injured in the fire.", ["Nobody: wounded 0"]),
    ("None of the crew was hurt.", ["None: wounded 0"]),
    ("No soldier was killed.", ["No soldier: killed 0"]),
    ("There were no casualties.", ["no casualties: casualties 0"]),
    ("No soldiers were killed in Mosul.", ["No soldiers: killed 0"]),
    ("No US troops were killed.", ["No US troops: killed 0"]),
    ("No roads were closed.", []),
    ("There have been no arrests.", ["no arrests: detained 0"]),
    ("There were no deaths and no injuries.", ["no deaths: killed 0", "no injuries: wounded 0"]),
    ("The fire was put out without injuries.", ["without injuries: wounded 0"]),
    ("The boat sank without loss of life.", ["without loss of life: killed 0"]),
    ("The boat sank without loss of cargo.", []),
    ("No damage was reported.", []),
]  # fmt: skip
CAPITALS: list[Row] = [
    ("A GUERRILLA WAS KILLED IN THE FIGHTING.", ["A GUERRILLA WAS KILLED: killed 1"]),
    ("THE MAYOR WAS KILLED BY GUNMEN.", ["THE MAYOR WAS KILLED: killed 1"]),
]  # fmt: skip
SEVERAL = [
    "Soldiers were killed on the ridge.",
    "Civilians have been killed.",
    "Some soldiers were killed.",
    "Several people were killed.",
    "A few soldiers were killed.",
    "Both men were killed.",
    "Many were killed.",
    "Most prisoners were executed.",
    "The murder of priests shocked the town.",
    "The bodies of soldiers were found.",
    "Neither soldier was hurt.",
    "A bomb killed one person.",
]
LIFELESS = [
    "The project was killed.",
    "The senate killed the bill.",
    "Lawmakers killed a proposal on Monday.",
    "The vote killed the talks.",
    "Pollution is killing the river.",
    "The state executed a plan.",
    "The order was executed by the governor.",
    "The economy died.",
    "The talks died on Monday.",
    "A plane is missing.",
    "A ship was seized at the border.",
    "A truck was captured.",
    "A village was lost to the flood.",
    "A film was shot in Spain.",
    "The meeting was held in Geneva.",
    "The Red Cross was hurt by the cuts.",
    "The United States was hurt by the storm.",
    "A house was hit.",
]
UNKNOWN = [
    "He was killed.",
    "She died in hospital.",
    "The mayor was shot in the leg.",
]
"""One person, but not told who, or not told dead."""
ROWS = [
    *ONE_DONE_TO, *ONE_WITHOUT_A_DOER, *NAMED, *ADDED_TO, *LISTED, *NOBODY, *CAPITALS,
    *((text, []) for text in (*SEVERAL, *LIFELESS, *UNKNOWN)),
]  # fmt: skip


def read(text: str) -> list[str]:
    """Return what happened to one person or nobody: the quote, the kind, the number."""
    told = []
    for sentence in sentences(text):
        words = Words.of(sentence)
        inside = [n for n in numbers.find(text) if sentence.start <= n.start < sentence.end]
        taken = {
            place
            for number in inside
            for place in range(words.first_from(number.start), words.first_from(number.end) + 1)
        }
        for one in implied(words, taken, counted(words, inside)):
            part = ", part" if one.part else ""
            told.append(f"{text[one.start : one.end]}: {one.what} {one.number}{part}")
    return told


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_one_person_or_nobody_needs_no_number(text: str, expected: list[str]) -> None:
    """A singular victim is one; plurals, things and pronouns tell no figure."""
    assert read(text) == expected


def test_who_died_of_wounds_is_dead_only() -> None:
    """One person is one find, of the gravest kind."""
    assert read("After the mayor was wounded, the mayor died.") == ["the mayor: killed 1"]


def test_a_find_tells_the_victim_and_the_word() -> None:
    """`victim` tells people apart, `cue` is the number of the word that told."""
    (sentence,) = sentences("On Friday gunmen killed a young mayor.")
    words = Words.of(sentence)
    (one,) = implied(words, set())
    assert (one.victim, words.lower[one.cue]) == ("mayor", "killed")

"""Which number of a sentence counts what: killed, wounded, detained, troops, houses."""

from __future__ import annotations

import pytest

from claims.extraction import numbers
from claims.extraction.events import counted
from claims.extraction.events.words import Words
from claims.extraction.sentences import sentences

Row = tuple[str, list[str]]

VERBS: list[Row] = [
    ("Five people were killed when a shell hit the market.", ["Five people: killed"]),
    ("Gunmen killed five people near the bridge.", ["five people: killed"]),
    ("The blast killed five and wounded 12.", ["five: killed", "12: wounded"]),
    ("A bomb went off, killing at least 14 shoppers.", ["at least 14 shoppers: killed"]),
    ("Nine miners died in the collapse.", ["Nine miners: killed"]),
    ("Three of the wounded died in hospital.", ["Three of the wounded: killed"]),
    ("Soldiers executed 17 prisoners.", ["17 prisoners: killed"]),
    ("Hundreds of people were massacred.", ["Hundreds of people: killed"]),
    ("Between 20 and 30 people were killed.", ["Between 20 and 30 people: killed"]),
    ("No fewer than eight guards were slain.", ["No fewer than eight guards: killed"]),
    ("Up to 15 passengers perished.", ["Up to 15 passengers: killed"]),
    ("Three brothers killed on Monday were buried.", ["Three brothers: killed"]),
    ("Thousands fled after the army killed dozens.", ["Thousands: displaced", "dozens: killed"]),
    ("Four men were hanged at dawn.", ["Four men: killed"]),
    ("Police arrested 43 protesters.", ["43 protesters: detained"]),
    ("Forty-three protesters were arrested.", ["Forty-three protesters: detained"]),
    ("Gunmen kidnapped nine engineers.", ["nine engineers: kidnapped"]),
    ("Six people were stabbed outside the station.", ["Six people: wounded"]),
    ("The flood displaced 12,000 people.", ["12,000 people: displaced"]),
    ("Firefighters rescued 17 people from the roof.", ["17 people: rescued"]),
    ("The guards freed 45 hostages.", ["45 hostages: rescued"]),
    ("The outbreak has killed 41 and infected 900.", ["41: killed", "900: other"]),
]  # fmt: skip
DOERS: list[Row] = [
    ("Two gunmen killed five.", ["five: killed"]),
    ("Two gunmen killed five people and fled.", ["five people: killed"]),
    ("Five people killed two days ago were buried.", ["Five people: killed"]),
    ("Two men on a motorcycle shot dead a judge.", []),
    ("Ten thousand people marched against the killing.", []),
    ("The dead man lived in flat 12.", []),
    ("Five children were scared by the blast.", []),
    ("Guerrillas killed five soldiers and wounded 12 others.",
     ["five soldiers: killed", "12 others: wounded"]),
    ("GUERRILLAS KILLED FIVE SOLDIERS AND WOUNDED 12 OTHERS.",
     ["FIVE SOLDIERS: killed", "12 OTHERS: wounded"]),
]  # fmt: skip
NAMES: list[Row] = [
    ("The deaths of four nurses shocked the town.", ["four nurses: killed"]),
    ("The strike led to the death of 11 villagers.", ["11 villagers: killed"]),
    ("The bodies of six fishermen were recovered.", ["six fishermen: killed"]),
    ("The arrest of 43 protesters set off a strike.", ["43 protesters: detained"]),
    ("The abduction of nine engineers was condemned.", ["nine engineers: kidnapped"]),
    ("The withdrawal of 900 soldiers begins in May.", ["900 soldiers: troops"]),
    ("The clashes caused three deaths and 17 injuries.",
     ["three deaths: killed", "17 injuries: wounded"]),
    ("Police made 43 arrests.", ["43 arrests: detained"]),
    ("The army suffered 34 casualties.", ["34 casualties: casualties"]),
    ("The fire claimed 22 lives.", ["22 lives: killed"]),
    ("Four survivors were flown to the capital.", ["Four survivors: rescued"]),
]  # fmt: skip
TOTALS: list[Row] = [
    ("The toll stands at 63.", ["63: killed"]),
    ("The death toll rose to 63.", ["63: killed"]),
    ("The number of dead climbed to 118.", ["118: killed"]),
    ("A total of 63 people have been killed.", ["A total of 63 people: killed"]),
    ("The camp holds 4,500 refugees.", ["4,500 refugees: displaced"]),
    ("About 2,500 troops are stationed at the base.", ["About 2,500 troops: troops"]),
    ("The governor asked for 500 more soldiers.", ["500 more soldiers: troops"]),
    ("A 600-strong battalion guards the dam.", ["600-strong: troops"]),
    ("The militia is 4,000 strong.", ["4,000 strong: troops"]),
    ("The town was shelled 47 times.", ["47 times: attacks"]),
    ("There were about 50 rocket and drone attacks.",
     ["about 50 rocket and drone attacks: attacks"]),
    ("The group carried out at least 12 bombings.", ["at least 12 bombings: attacks"]),
]  # fmt: skip
EXPRESSIONS: list[Row] = [
    ("Rebels shot dead two mayors.", ["two mayors: killed"]),
    ("Two mayors were shot dead by rebels.", ["Two mayors: killed"]),
    ("Forty people lost their lives on the lake.", ["Forty people: killed"]),
    ("The landslide claimed the lives of seven pupils.", ["seven pupils: killed"]),
    ("Twelve people have been found dead in the valley.", ["Twelve people: killed"]),
    ("Nineteen people were taken to hospital.", ["Nineteen people: wounded"]),
    ("Thirty-one people suffered burns.", ["Thirty-one people: wounded"]),
    ("About 200 prisoners are behind bars.", ["About 200 prisoners: detained"]),
    ("Nine engineers were taken hostage.", ["Nine engineers: kidnapped"]),
    ("Eleven hikers went missing on the ridge.", ["Eleven hikers: missing"]),
    ("Eleven are still unaccounted for.", ["Eleven: missing"]),
    ("Nine people were swept away.", ["Nine people: missing"]),
    ("Rescuers are searching for 11 hikers.", ["11 hikers: missing"]),
    ("More than 12,000 villagers left their homes.", ["More than 12,000 villagers: displaced"]),
    ("The coast guard picked up 64 migrants.", ["64 migrants: rescued"]),
    ("Forty-five inmates walked free.", ["Forty-five inmates: other"]),
]  # fmt: skip
LISTS: list[Row] = [
    ("Five were killed and 12 wounded.", ["Five: killed", "12 wounded: wounded"]),
    ("Five dead, 12 wounded.", ["Five dead: killed", "12 wounded: wounded"]),
    ("The attack killed five soldiers and 12 civilians.",
     ["five soldiers: killed", "12 civilians: killed"]),
    ("Five people were killed, 12 others were injured and three are missing.",
     ["Five people: killed", "12 others: wounded", "three: missing"]),
    ("Four police officers and two firemen were injured.",
     ["Four police officers: wounded", "two firemen: wounded"]),
    ("Injured were four police officers and two firemen.",
     ["four police officers: wounded", "two firemen: wounded"]),
    ("Killed were the mayor and two guards.", ["two guards: killed"]),
    ("The blast killed a mother and her two children.", ["two children: killed"]),
    ("Twelve people died in the fire and 30 in the panic that followed.",
     ["Twelve people: killed", "30: killed"]),
    ("Police detained 15 people and seized 20 pistols.",
     ["15 people: detained", "20 pistols: weapons"]),
    ("Six were killed and one wounded in three attacks.",
     ["Six: killed", "one wounded: wounded", "three attacks: attacks"]),
    ("At least 20 people were killed or injured.", ["At least 20 people: casualties"]),
]  # fmt: skip
PARTS: list[Row] = [
    ("Fourteen people, including three children, were killed.",
     ["Fourteen people: killed", "three children: killed, part"]),
    ("Fourteen people were killed, among them three children.",
     ["Fourteen people: killed", "three children: killed, part"]),
    ("Five soldiers, two of them officers, were killed.",
     ["Five soldiers: killed", "two of them officers: killed, part"]),
    ("They hold 14 hostages, 12 of them women.",
     ["14 hostages: kidnapped", "12 of them women: kidnapped, part"]),
    ("Rebels abducted 12 girls, seven of whom escaped.",
     ["12 girls: kidnapped", "seven of whom: other, part"]),
    ("The explosion killed 19 and injured more than 60, including six children.",
     ["19: killed", "more than 60: wounded", "six children: wounded, part"]),
    ("The dead included two nurses.", ["two nurses: killed, part"]),
]  # fmt: skip
ADJECTIVES: list[Row] = [
    ("Seven kidnapped students were seen in the hills.", ["Seven kidnapped students: kidnapped"]),
    ("Two dozen detained protesters sang.", ["Two dozen detained protesters: detained"]),
    ("Three dead fishermen were found on the beach.", ["Three dead fishermen: killed"]),
    ("The crash left four dead and 19 injured.", ["four dead: killed", "19 injured: wounded"]),
    ("It was the deadliest fire in 20 years, with 19 dead.", ["19 dead: killed"]),
]  # fmt: skip
THINGS: list[Row] = [
    ("Soldiers burned two houses.", ["two houses: other"]),
    ("The storm damaged 12 schools.", ["12 schools: other"]),
    ("Fire killed 300 sheep.", ["300 sheep: other"]),
    ("Fire destroyed 12 homes and killed two.", ["12 homes: other", "two: killed"]),
    ("The convoy lost 14 trucks.", ["14 trucks: other"]),
    ("Twelve rockets hit the airfield.", ["Twelve rockets: weapons"]),
    ("Eighteen strikes killed 40 fighters.", ["Eighteen strikes: attacks", "40 fighters: killed"]),
    ("He fired three shots, killing two sisters.", ["two sisters: killed"]),
]  # fmt: skip
CAPITALS: list[Row] = [
    ("FIVE PEOPLE WERE KILLED WHEN A SHELL HIT THE MARKET.", ["FIVE PEOPLE: killed"]),
    ("POLICE ARRESTED 43 PROTESTERS, INCLUDING SIX STUDENTS.",
     ["43 PROTESTERS: detained", "SIX STUDENTS: detained, part"]),
    ("THE DEATH TOLL ROSE TO 63, THE CIVIL GUARD SAID.", ["63: killed"]),
    ("2,500 TROOPS WERE SENT TO THE BORDER.", ["2,500 TROOPS: troops"]),
]  # fmt: skip
OTHERS_COUNTED: list[Row] = [
    ("Two officials said five people were killed.", ["five people: killed"]),
    ("Two officials told reporters that five people had died.", ["five people: killed"]),
    ("Five people, two officials said, were killed.", ["Five people: killed"]),
    ("Five people were killed, two officials said.", ["Five people: killed"]),
    ("A committee of 40 people met after the fire, which killed six.", ["six: killed"]),
    ("The ferry had 120 people aboard; 14 drowned.", ["14: killed"]),
    ("Hundreds of people attended the funeral of three brothers killed on Monday.",
     ["three brothers: killed"]),
    ("Ten thousand people marched after police killed three students.",
     ["three students: killed"]),
]  # fmt: skip
NOTHING = [
    "The town was visited 47 times.",
    "The firm lost 14 contracts.",
    "Officials are holding six meetings.",
    "The officer with 20 years of service was shot dead.",
    "A court heard 40 hours of words on the killing.",
    "The jury heard 12 witnesses on the killing.",
    "A total of 63 people signed the letter.",
    "Four witnesses told police that a man ran away.",
    "Police fired 40 rounds and killed a man.",
]
ROWS = [
    *VERBS, *NAMES, *TOTALS, *DOERS, *EXPRESSIONS, *LISTS, *PARTS, *ADJECTIVES, *THINGS, *CAPITALS,
    *OTHERS_COUNTED, *((text, []) for text in NOTHING),
]  # fmt: skip


def read(text: str) -> list[str]:
    """Return what the numbers of a text count: the quote, the kind, whether it is a part."""
    told = []
    for sentence in sentences(text):
        words = Words.of(sentence)
        inside = [n for n in numbers.find(text) if sentence.start <= n.start < sentence.end]
        for one in counted(words, inside):
            end = max(one.number.end, words.ends[one.after - 1])
            part = ", part" if one.part else ""
            told.append(f"{text[one.number.start : end]}: {one.what}{part}")
    return told


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_number_counts_what_its_sentence_says(text: str, expected: list[str]) -> None:
    """Active and passive, by a name, in lists, as a part, as an adjective; else it is left out."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed.",
        "Gunmen killed five people near the bridge.",
        "Fourteen people, including three children, were killed.",
        "About 2,500 troops are stationed at the base.",
    ],
)
def test_the_case_of_letters_changes_nothing(text: str) -> None:
    """Some texts are capitals throughout, some headlines lower case."""
    kinds = [told.rpartition(": ")[2] for told in read(text)]
    for cased in (text.upper(), text.lower()):
        assert [told.rpartition(": ")[2] for told in read(cased)] == kinds


def test_what_is_counted_tells_where_it_stands() -> None:
    """`cue` is the word that told, `after` the word after the thing counted, `noun` the thing."""
    text = "Last night gunmen killed five farm workers near the bridge."
    (sentence,) = sentences(text)
    words = Words.of(sentence)
    (one,) = counted(words, numbers.find(text))
    assert (words.lower[one.cue], words.lower[one.after]) == ("killed", "near")
    assert (one.noun, one.number.value) == ("workers", 5)


def test_a_sentence_without_numbers_counts_nothing() -> None:
    """Words of harm alone are no figures here."""
    (sentence,) = sentences("Soldiers were killed and villagers fled.")
    assert counted(Words.of(sentence), []) == []

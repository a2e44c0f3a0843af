"""The first draft of a statement: our own sentence for every kind of figure."""

from __future__ import annotations

from typing import Any

import pytest

from claims.desk.drafting import drafted_indicator
from claims.desk.nouns import plural, singular
from claims.desk.stating import statement
from claims.extraction.events.kinds import What
from tests.desk import proposed

NONE = {"value": 0, "low": 0, "high": 0}
DENIED, PLANNED, POSSIBLE, PART = (
    {"negated": True}, {"planned": True}, {"conditional": True}, {"part": True}
)  # fmt: skip
NO_NOUN = {"noun": ""}
ONE: dict[str, Any] = {"value": 1, "low": 1, "high": 1, "implied": True}

PEOPLE = [
    ("three people", What.KILLED, {}, "Three people were killed."),
    ("one soldier", What.WOUNDED, {"place": "Mosul"}, "One soldier was wounded in Mosul."),
    ("one people", What.KILLED, {}, "One person was killed."),
    ("one children", What.MISSING, {}, "One child was missing."),
    ("one families", What.DISPLACED, {}, "One family was displaced."),
    ("one policemen", What.KIDNAPPED, {}, "One policeman was kidnapped."),
    ("one nurses", What.DETAINED, {}, "One nurse was detained."),
    ("at least one villager", What.KILLED, {}, "At least one villager was killed."),
    ("more than one miner", What.RESCUED, {}, "More than one miner was rescued."),
    ("45 families", What.DISPLACED, {}, "45 families were displaced."),
    ("12 wounded", What.WOUNDED, {}, "12 people were wounded."),
    ("three dead", What.KILLED, {"place": "Harrow"}, "Three people were killed in Harrow."),
    ("20 hurt", What.WOUNDED, {}, "20 people were wounded."),
    ("15 deaths", What.KILLED, {"place": "Bihar"}, "15 people were killed in Bihar."),
    ("62 killings", What.KILLED, {}, "62 people were killed."),
    ("12 bodies", What.KILLED, {}, "12 people were killed."),
    ("40 lives", What.KILLED, {}, "40 people were killed."),
    ("seven fatalities", What.KILLED, {}, "Seven people were killed."),
    ("nine others", What.WOUNDED, {}, "Nine people were wounded."),
    ("31 casualties", What.CASUALTIES, {}, "31 people were killed or wounded."),
    ("90 arrests", What.DETAINED, {}, "90 people were detained."),
    ("two hostages", What.KIDNAPPED, {}, "Two people were kidnapped."),
    ("600 evacuees", What.DISPLACED, {}, "600 people were displaced."),
    ("11 survivors", What.RESCUED, {}, "11 people were rescued."),
    ("five missing", What.MISSING, {}, "Five people were missing."),
    ("14", What.WOUNDED, NO_NOUN, "14 people were wounded."),
    ("several dozen", What.DISPLACED, NO_NOUN, "Several dozen people were displaced."),
    ("a lone nurse", What.KILLED, ONE, "One person was killed."),
]  # fmt: skip
HEDGES = [
    ("exactly 12 men", What.DETAINED, {}, "12 men were detained."),
    ("some 40 suspects", What.DETAINED, {}, "About 40 suspects were detained."),
    ("nearly 50 people", What.KILLED, {}, "Nearly 50 people were killed."),
    ("at least five people", What.KILLED, {"place": "Khuzestan", "period": "2021-07-19"},
     "At least five people were killed in Khuzestan on 19 July 2021."),
    ("more than 2.5 million people", What.DISPLACED, {},
     "More than 2,500,000 people were displaced."),
    ("up to 30 students", What.KIDNAPPED, {}, "At most 30 students were kidnapped."),
    ("fewer than 10 people", What.WOUNDED, {}, "Fewer than 10 people were wounded."),
    ("between 250 and 350 migrants", What.RESCUED, {"place": "United States"},
     "Between 250 and 350 migrants were rescued in the United States."),
    ("15 to 20 strikes", What.ATTACKS, {}, "Between 15 and 20 strikes were counted."),
    ("dozens of people", What.DETAINED, {"period": "2021-07"},
     "Dozens of people were detained in July 2021."),
    ("scores of homes", What.OTHER, {}, "Scores of homes were counted."),
    ("several villagers", What.MISSING, {}, "Several villagers were missing."),
    ("a few guards", What.WOUNDED, {}, "A few guards were wounded."),
    ("a handful of monks", What.DETAINED, {}, "A handful of monks were detained."),
    ("several hundred people", What.DISPLACED, {}, "Several hundred people were displaced."),
    ("hundreds of thousands", What.DISPLACED, NO_NOUN,
     "Hundreds of thousands of people were displaced."),
    ("dozens dead", What.KILLED, {"place": "Herat"}, "Dozens of people were killed in Herat."),
    ("how many people", What.DETAINED, {}, "An unstated number of people were detained."),
    ("how many fighters were killed", What.KILLED, NO_NOUN,
     "An unstated number of people were killed."),
    ("no people", What.KILLED, NONE, "No people were killed."),
    ("no casualties", What.CASUALTIES, NONE | {"negated": True},
     "No people were killed or wounded."),
    ("no troops", What.TROOPS, NONE, "There were no troops."),
]  # fmt: skip
STANCES = [
    ("nine people", What.KILLED, DENIED, "It is denied that nine people were killed."),
    ("900 troops", What.TROOPS, DENIED, "It is denied that there were 900 troops."),
    ("two years", What.DURATION, DENIED, "It is denied that it lasted two years."),
    ("at least six people", What.KILLED, POSSIBLE, "At least six people may be killed."),
    ("80 families", What.DISPLACED, PLANNED, "80 families are to be displaced."),
    ("one prisoner", What.RESCUED, PLANNED, "One prisoner is to be rescued."),
    ("two children", What.KILLED, PART, "Two children were among those killed."),
    ("one child", What.WOUNDED, PART, "One child was among those wounded."),
    ("two firefighters", What.WOUNDED, PART | {"place": "Harrow"},
     "Two firefighters were among those wounded in Harrow."),
    ("200 advisers", What.TROOPS, PART,
     "There were 200 advisers, as part of a larger figure."),
]  # fmt: skip
THINGS = [
    ("some 900 troops", What.TROOPS, {"place": "Syria"}, "There were about 900 troops in Syria."),
    ("3,400", What.TROOPS, NO_NOUN, "There were 3,400 troops."),
    ("one troops", What.TROOPS, {}, "There was one soldier."),
    ("some 900 troops", What.TROOPS, PLANNED | {"period": "2030"},
     "There are to be about 900 troops in 2030."),
    ("1,200 soldiers", What.TROOPS, PLANNED | {"period": "../2030-12~"},
     "There are to be 1,200 soldiers by about December 2030."),
    ("900 troops", What.TROOPS, POSSIBLE, "There may be 900 troops."),
    ("12 attacks", What.ATTACKS, {"period": "2021-01-01/2021-07-27"},
     "12 attacks were counted from 1 January 2021 to 27 July 2021."),
    ("one attack", What.ATTACKS, {}, "One attack was counted."),
    ("12 attacks", What.ATTACKS, PLANNED, "12 attacks are planned."),
    ("seven drones", What.WEAPONS, {"place": "Netherlands"},
     "Seven drones were counted in the Netherlands."),
    ("700 villages", What.OTHER, {}, "700 villages were counted."),
    ("60 shops", What.OTHER, POSSIBLE, "60 shops are possible."),
    ("eight years", What.DURATION, {"place": "Iraq"}, "It lasted eight years in Iraq."),
    ("more than one year", What.DURATION, {"noun": "years"}, "It lasted more than one year."),
    ("one day", What.DURATION, {"noun": "days"}, "It lasted one day."),
    ("less than two months", What.DURATION, {"unit": "months"},
     "It lasted less than two months."),
    ("three months", What.DURATION, PLANNED | NO_NOUN, "It is to last three months."),
    ("two centuries", What.DURATION, {}, "It lasted two centuries."),
    ("a few weeks", What.DURATION, {}, "It lasted a few weeks."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "kind", "fields", "expected"), [*PEOPLE, *HEDGES, *STANCES, *THINGS]
)
def test_statements_are_our_own(
    quote: str, kind: What, fields: dict[str, Any], expected: str
) -> None:
    """Figure with its hedge, thing, what happened, place and period: never the article's words."""
    text = f"In what the report calls a dark hour {quote} are named."
    assert statement(proposed(text, quote, kind, **fields)) == expected


@pytest.mark.parametrize(
    ("period", "is_tally", "expected"),
    [
        ("2021-07-27", False, "on 27 July 2021"),
        ("2021-07-27", True, "by 27 July 2021"),
        ("2021-07", True, "in July 2021"),
        ("2021", False, "in 2021"),
        ("2021-07-15/2021-07-27", True, "by 27 July 2021"),
        ("2021-07-15/2021-07-15", False, "on 15 July 2021"),
        ("2021-01/2021-07-27", False, "from January 2021 to 27 July 2021"),
        ("2021/..", False, "from 2021 on"),
        ("../2021", False, "by 2021"),
        (None, True, ""),
    ],
)
def test_the_time_reads_as_a_sentence_does(
    period: str | None, is_tally: bool, expected: str
) -> None:
    """A running total stood at its last day; an event was on a day or within a time."""
    found = proposed("Four men died.", "Four men", period=period)
    assert statement(found, is_tally=is_tally) == f"{f'Four men were killed {expected}'.strip()}."


@pytest.mark.parametrize(
    ("quote", "kind", "fields", "title", "unit"),
    [
        ("three dead", What.KILLED, {}, "People killed", "deaths"),
        ("45 families", What.DISPLACED, {}, "Families displaced", "families"),
        ("two children", What.KILLED, PART, "Children killed", "deaths"),
        ("a boy", What.KILLED, PART | ONE | {"noun": "boy"}, "Boys killed", "deaths"),
        ("more than one year", What.DURATION, {"noun": "years"}, "Years", "years"),
    ],
)
def test_a_new_question_names_what_is_counted(
    quote: str, kind: What, fields: dict[str, Any], title: str, unit: str
) -> None:
    """Families are not counted as people, and a boy among the dead is not all the dead."""
    found = drafted_indicator(proposed(f"There were {quote}.", quote, kind, **fields))
    assert (found.title, found.unit) == (title, unit)


@pytest.mark.parametrize(
    ("kind", "period", "published", "title"),
    [
        (What.KILLED, None, "2026-11-20", "Men killed in Harrow, reported November 2026"),
        (What.KILLED, "2026-11-19", "2026-11-20", "Men killed in Harrow, 19 November 2026"),
        (What.KILLED, None, None, "Men killed in Harrow"),
        (What.TROOPS, None, "2026-11-20", "Men in Harrow"),
    ],
)
def test_two_events_of_a_town_are_two_questions(
    kind: What, period: str | None, published: str | None, title: str
) -> None:
    """Where no day is told the month of the report tells one fire from the next."""
    found = proposed("Four men.", "Four men", kind, place="Harrow", period=period)
    assert drafted_indicator(found, published).title == title


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("people", "person"),
        ("policemen", "policeman"),
        ("young women", "young woman"),
        ("bodies", "body"),
        ("boys", "boy"),
        ("churches", "church"),
        ("aid workers", "aid worker"),
    ],
)
def test_one_and_many(many: str, one: str) -> None:
    """A noun of many becomes that of one, and back."""
    assert (singular(many), plural(one)) == (one, many)


@pytest.mark.parametrize(
    ("noun", "quote", "expected"),
    [("buses", "one bus", "bus"), ("houses", "one house", "house"), ("virus", "", "virus")],
)
def test_the_article_tells_how_one_is_spelt(noun: str, quote: str, expected: str) -> None:
    """Where taking letters away is in doubt the words of the article decide."""
    assert singular(noun, quote) == expected

"""Tables that nobody has mapped, of eleven shapes, and what should be made of them."""

from __future__ import annotations

from claims.imports.tables.table import Row, Table


def table_of(file: str = "table.csv", **columns: str) -> Table:
    """Make a table of columns whose cells are set apart by bars; blanks in names are lines."""
    names = [name.replace("__", " ") for name in columns]
    cells = [column.split("|") for column in columns.values()]
    rows = [
        Row(number, {n: cell for n, cell in zip(names, line, strict=True) if cell})
        for number, line in enumerate(zip(*cells, strict=True), 2)
    ]
    return Table(file, "CSV", "", ("",), "utf-8", ",", tuple(names), (), lambda: iter(rows))


DAILY = """\
Date,Killed (total),Injured (total),New attacks,Population,Death rate
2024-05-01,10,40,3,2100000,0.5
2024-05-02,12,44,0,2100000,0.6
2024-05-03,15,51,5,2100000,0.7
2024-05-04,15,60,1,2100000,0.7
2024-05-05,18,61,2,2100000,0.9
2024-05-06,21,70,4,2100000,1.0
"""
LONG = """\
Month,Province,Indicator,Value,Unit,Source
2024-01,Basra,Killed,12,people,Basra Rights Watch
2024-01,Basra,Arrested,30,people,Basra Rights Watch
2024-01,Basra,Poverty rate,17,percent,Basra Rights Watch
2024-02,Najaf,Killed,3,people,Basra Rights Watch
2024-02,Najaf,Sheep stolen,40,sheep,Basra Rights Watch
"""
EVENTS = """\
event_id,date_start,date_end,country,location,latitude,year,low,best,high,dead_a,source_url
e1,2023-03-01,2023-03-01,Mali,Ba,14.5,2023,3,5,8,1,https://example.org/101
e2,2023-03-04,2023-03-05,Mali,Gao,16.3,2023,2,2,2,0,https://example.org/102
e3,2023-03-15,2023-03-15,CAR,Bo,14.0,2023,8,12,20,4,https://example.org/103
"""
BESIDE = """\
date;dead;dead_qualifier;wounded;wounded_qualifier;remarks
2023-01-05;12;at least;30;ca.;first report
2023-01-06;20;;41;exact;
2023-01-07;11;more than;55;approximately;
"""
WITHIN = """\
Day,Fatalities,Detained,Note
3 May 2024,about 20,6-8,hospital
4 May 2024,dozens,at least 5,
5 May 2024,5+,unknown,
"""
GERMAN = """\
Datum;Ort;Getötete;Verletzte;Vertriebene;Quelle
01.03.2024;Köln;1.200;3.400;10.500;Polizei Köln
13.03.2024;Bonn;3;14;1.100;Polizei Bonn
"""
FRENCH = """\
Date de début;Date de fin;Pays;Morts;Blessés;Selon
01/01/2024;31/01/2024;Mali;1 204;3 500;Ministère de la Santé
01/02/2024;29/02/2024;Mali;980;2 100;Ministère de la Santé
01/01/2024;31/01/2024;Niger;44;;Croix-Rouge
"""
CLAIMANTS = """\
Event,Date,Reported on,Claimant,Killed,Link
Market bombing,03/14/2024,03/14/2024,Interior Ministry,4,https://example.org/a
Market bombing,03/14/2024,03/15/2024,Interior Ministry,22,https://example.org/b
Market bombing,03/14/2024,03/15/2024,City hospital,31,https://example.org/c
Bridge attack,04/02/2024,04/02/2024,Interior Ministry,2,https://example.org/d
"""
NESTED = """[
{"reported": "2024-06-01", "region": "North", "casualties": {"killed": 3, "injuredCum": 10},
 "meta": {"id": 1, "lat": 33.1}},
{"reported": "2024-06-01", "region": "South", "casualties": {"killed": 1, "injuredCum": 4},
 "meta": {"id": 2, "lat": 31.1}},
{"reported": "2024-06-02", "region": "North", "casualties": {"killed": 0, "injuredCum": 12},
 "meta": {"id": 3, "lat": 33.1}},
{"reported": "2024-06-02", "region": "South", "casualties": {"killed": 2, "injuredCum": 4},
 "meta": {"id": 4, "lat": 31.1}}]
"""
TROOPS = """\
as_of,country,branch,troops,accuracy
2020-06-30,Iraq,Army,5200,approximate
2020-06-30,Iraq,Marines,300,exact
2021-06-30,Iraq,Army,2500,approximate
2020-06-30,Kuwait,Army,13500,approximate
"""
YEARS = """\
Country,2019,2020
Mali,120,340
Niger,50,66
"""
TABLES = {
    "daily.csv": DAILY, "long.csv": LONG, "events.csv": EVENTS, "beside.csv": BESIDE,
    "within.csv": WITHIN, "german.csv": GERMAN, "french.csv": FRENCH, "claimants.csv": CLAIMANTS,
    "nested.json": NESTED, "troops.csv": TROOPS, "deaths.csv": YEARS,
}  # fmt: skip
EXPECTED: dict[str, tuple[list[str], list[str]]] = {
    "daily.csv": (
        [
            "Killed (total): tally, 2024-05-01/{Date}, killed-total",
            "Injured (total): tally, 2024-05-01/{Date}, injured-total",
            "New attacks: interval, {Date}, new-attacks",
        ],
        [
            "Killed total: 12 deaths, 2024-05-01/2024-05-02, not-named",
            "Injured total: 44 injured, 2024-05-01/2024-05-02, not-named",
            "New attacks: 0 attacks, 2024-05-02, not-named",
        ],
    ),
    "long.csv": (
        [
            "Value: interval, {Month}, killed-{Province}",
            "Value: interval, {Month}, arrested-{Province}",
            "Value: interval, {Month}, value-other-{Province}-{Indicator}-{Unit}",
        ],
        [
            "Killed, Basra: 12 deaths, 2024-01, basra-rights-watch",
            "Arrested, Basra: 30 detained, 2024-01, basra-rights-watch",
            "Killed, Najaf: three deaths, 2024-02, basra-rights-watch",
            "Value, Najaf, Sheep stolen, sheep: 40 sheep, 2024-02, basra-rights-watch",
        ],
    ),
    "events.csv": (
        [
            "best: event, {date_start}/{date_end}, best-{event_id}",
            "dead_a: event, {date_start}/{date_end}, dead-a-{event_id}",
        ],
        [
            "Deaths, best, e1, Ba, Mali, 2023-03-01: between 3 and 8 deaths, 2023-03-01, not-named",
            "Dead a, e1, Ba, Mali, 2023-03-01: one deaths, 2023-03-01, not-named",
            "Deaths, best, e2, Gao, Mali, 2023-03-04: two deaths, 2023-03-04/2023-03-05, not-named",
            "Dead a, e2, Gao, Mali, 2023-03-04: 0 deaths, 2023-03-04/2023-03-05, not-named",
            "Deaths, best, e3, Bo, CAR, 2023-03-15: between 8 and 20 deaths, 2023-03-15, not-named",
            "Dead a, e3, Bo, CAR, 2023-03-15: four deaths, 2023-03-15, not-named",
        ],
    ),
    "beside.csv": (
        [
            "dead: interval, {date} [{dead_qualifier}], dead",
            "wounded: interval, {date} [{wounded_qualifier}], wounded",
            "wounded: interval, {date}, wounded",
        ],
        [
            "Dead: at least 12 deaths, 2023-01-05, not-named",
            "Wounded: about 30 injured, 2023-01-05, not-named",
            "Dead: 20 deaths, 2023-01-06, not-named",
            "Wounded: 41 injured, 2023-01-06, not-named",
            "Dead: more than 11 deaths, 2023-01-07, not-named",
            "Wounded: about 55 injured, 2023-01-07, not-named",
        ],
    ),
    "within.csv": (
        [
            "Fatalities: interval, {Day}, fatalities",
            "Detained: interval, {Day}, detained",
        ],
        [
            "Fatalities: about 20 deaths, 2024-05-03, not-named",
            "Detained: between 6 and 8 detained, 2024-05-03, not-named",
            "Fatalities: dozens deaths, 2024-05-04, not-named",
            "Detained: at least five detained, 2024-05-04, not-named",
            "Fatalities: at least five deaths, 2024-05-05, not-named",
            "Detained: an unstated number detained, 2024-05-05, not-named",
        ],
    ),
    "german.csv": (
        [
            "Getötete: interval, {Datum}, getotete-{Ort}",
            "Verletzte: interval, {Datum}, verletzte-{Ort}",
            "Vertriebene: level, {Datum}, vertriebene-{Ort}",
        ],
        [
            "Getötete, Köln: 1,200 deaths, 2024-03-01, polizei-koln",
            "Verletzte, Köln: 3,400 injured, 2024-03-01, polizei-koln",
            "Vertriebene, Köln: 10,500 displaced people, 2024-03-01, polizei-koln",
            "Getötete, Bonn: three deaths, 2024-03-13, polizei-bonn",
            "Verletzte, Bonn: 14 injured, 2024-03-13, polizei-bonn",
            "Vertriebene, Bonn: 1,100 displaced people, 2024-03-13, polizei-bonn",
        ],
    ),
    "french.csv": (
        [
            "Morts: interval, {Date de début}/{Date de fin}, morts-{Pays}",
            "Blessés: interval, {Date de début}/{Date de fin}, blesses-{Pays}",
        ],
        [
            "Morts, Mali: 1,204 deaths, 2024-01-01/2024-01-31, ministere-de-la-sante",
            "Blessés, Mali: 3,500 injured, 2024-01-01/2024-01-31, ministere-de-la-sante",
            "Morts, Mali: 980 deaths, 2024-02-01/2024-02-29, ministere-de-la-sante",
            "Blessés, Mali: 2,100 injured, 2024-02-01/2024-02-29, ministere-de-la-sante",
            "Morts, Niger: 44 deaths, 2024-01-01/2024-01-31, croix-rouge",
        ],
    ),
    "claimants.csv": (
        [
            "Killed: event, {Date}, killed-{Event}",
        ],
        [
            "Killed, Market bombing, 2024-03-14: four deaths, 2024-03-14, interior-ministry",
            "Killed, Market bombing, 2024-03-14: 22 deaths, 2024-03-14, interior-ministry",
            "Killed, Market bombing, 2024-03-14: 31 deaths, 2024-03-14, city-hospital",
            "Killed, Bridge attack, 2024-04-02: two deaths, 2024-04-02, interior-ministry",
        ],
    ),
    "nested.json": (
        [
            "casualties.killed: interval, {reported}, casualties-killed-{region}",
            "casualties.injuredCum: tally, 2024-06-01/{reported}, casualties-injured-cum-{region}",
        ],
        [
            "Casualties killed, North: three deaths, 2024-06-01, not-named",
            "Casualties injured Cum, North: 10 injured, 2024-06-01, not-named",
            "Casualties killed, South: one deaths, 2024-06-01, not-named",
            "Casualties injured Cum, South: four injured, 2024-06-01, not-named",
            "Casualties killed, North: 0 deaths, 2024-06-02, not-named",
            "Casualties injured Cum, North: 12 injured, 2024-06-01/2024-06-02, not-named",
            "Casualties killed, South: two deaths, 2024-06-02, not-named",
            "Casualties injured Cum, South: four injured, 2024-06-01/2024-06-02, not-named",
        ],
    ),
    "troops.csv": (
        [
            "troops: level, {as_of} [{accuracy}], troops-{country}-{branch}",
            "troops: level, {as_of}, troops-{country}-{branch}",
        ],
        [
            "Troops, Iraq, Army: about 5,200 troops, 2020-06-30, not-named",
            "Troops, Iraq, Marines: 300 troops, 2020-06-30, not-named",
            "Troops, Iraq, Army: about 2,500 troops, 2021-06-30, not-named",
            "Troops, Kuwait, Army: about 13,500 troops, 2020-06-30, not-named",
        ],
    ),
    "deaths.csv": (
        [
            "2019: interval, 2019, number-by-period-{Country}",
            "2020: interval, 2020, number-by-period-{Country}",
        ],
        [
            "Number, Mali: 120 deaths, 2019, not-named",
            "Number, Mali: 340 deaths, 2020, not-named",
            "Number, Niger: 50 deaths, 2019, not-named",
            "Number, Niger: 66 deaths, 2020, not-named",
        ],
    ),
}
"""Table -> its figures: column, basis, period, hedge, question; and the claims of its rows."""
ON_RECORD = {"daily.csv": 18}
"""How many claims a table makes of which only those of one row are listed."""

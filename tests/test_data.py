"""The records in data/: documented, canonical, short in their quotes, and true to the traps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.hedges import Hedge
from claims.periods import parse
from claims.quantities import Quantity
from claims.records import (
    MODELS,
    Claim,
    Evidence,
    Indicator,
    Party,
    Record,
    RecordName,
    Review,
    Source,
    Withdrawal,
    to_json,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

DATA = Path(__file__).parents[1] / "data"
FILES: dict[str, RecordName] = {
    "parties.jsonl": "party",
    "sources.jsonl": "source",
    "indicators.jsonl": "indicator",
    "claims.jsonl": "claim",
}
DOCUMENTED = (Party, Source, Indicator, Claim, Quantity, Evidence, Review, Withdrawal)


def lines(name: str) -> list[str]:
    """Return the lines of a file as they are stored."""
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def records(name: str) -> list[Record]:
    """Return the records of a file."""
    return [MODELS[FILES[name]].model_validate_json(line) for line in lines(name)]


CLAIMS = [Claim.model_validate_json(line) for line in lines("claims.jsonl")]
SOURCES = {s.id: s for s in (Source.model_validate_json(x) for x in lines("sources.jsonl"))}


def under(indicator: str) -> list[Claim]:
    """Return the claims under an indicator."""
    return [claim for claim in CLAIMS if claim.indicator == indicator]


def quoting(words: str) -> Claim:
    """Return the one claim whose evidence has these words."""
    (found,) = [c for c in CLAIMS if any(words in e.quote for e in c.evidence)]
    return found


def quantity(claim: Claim) -> Quantity:
    """Return the quantity of a claim that has one."""
    assert claim.quantity is not None
    return claim.quantity


@pytest.mark.parametrize("model", DOCUMENTED, ids=lambda model: model.__name__)
def test_the_readme_documents_every_field(model: type[BaseModel]) -> None:
    """Each model has a table whose rows are its fields, in order, in their own words."""
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    section = readme.split(f"\n### {model.__name__}\n")[1].split("\n### ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    expected = [f"| `{name}` | {f.description} |" for name, f in model.model_fields.items()]
    assert rows == expected


@pytest.mark.parametrize("name", FILES)
def test_each_line_is_canonical(name: str) -> None:
    """Writing a record again gives the same line, and the file ends with a newline."""
    assert [to_json(record) for record in records(name)] == lines(name)
    assert (DATA / name).read_bytes().endswith(b"}\n")


@pytest.mark.parametrize("name", ["parties.jsonl", "sources.jsonl", "indicators.jsonl"])
def test_records_are_sorted_by_id(name: str) -> None:
    """Parties, sources and indicators stand in the order of their ids, each once."""
    ids = [record.id for record in records(name)]
    assert ids == sorted(set(ids))


def test_claims_are_sorted_by_indicator_period_and_id() -> None:
    """Claims without an indicator come last, and no id stands twice."""
    order = [(c.indicator or "~", str(c.period or ""), c.id) for c in CLAIMS]
    assert order == sorted(order)
    assert len({claim.id for claim in CLAIMS}) == len(CLAIMS)


def test_ids_are_made_of_the_content() -> None:
    """Reading a claim without its id gives the id that is stored."""
    for line, claim in zip(lines("claims.jsonl"), CLAIMS, strict=True):
        data = json.loads(line)
        del data["id"]
        assert Claim.model_validate(data).id == claim.id


def test_quotes_are_short() -> None:
    """No quote has more than eight words, and none has its surroundings."""
    for evidence in (e for claim in CLAIMS for e in claim.evidence):
        assert len(evidence.quote.split()) <= 8, evidence.quote
        assert (evidence.prefix, evidence.suffix) == (None, None)


def test_places_in_the_article_fit_their_quotes() -> None:
    """The offsets of each quote from the article span just its characters."""
    placed = [e for claim in CLAIMS for e in claim.evidence if e.start is not None]
    assert {evidence.source for evidence in placed} == {"arab-news-2021-07-27"}
    assert all((e.end or 0) - (e.start or 0) == len(e.quote) for e in placed)


def test_chains_end_with_the_publisher() -> None:
    """The last link of each chain published the source, and the claimant is in the chain."""
    for claim in CLAIMS:
        assert claim.chain[-1] == SOURCES[claim.source].publisher
        assert claim.claimant in claim.chain


def test_every_party_and_source_is_used() -> None:
    """No party, source or indicator is on record that nothing refers to."""
    parties = [p for p in records("parties.jsonl") if isinstance(p, Party)]
    named = {link for claim in CLAIMS for link in claim.chain}
    named |= {p for s in SOURCES.values() for p in (s.publisher, *s.credit)}
    named |= {party.part_of for party in parties if party.part_of}
    assert {party.id for party in parties} == named
    assert {e.source for claim in CLAIMS for e in claim.evidence} == set(SOURCES)
    assert {i.id for i in records("indicators.jsonl")} == {c.indicator for c in CLAIMS} - {None}


def test_the_data_package_names_the_files_and_their_fields() -> None:
    """Its resources are the four files, and their schemas list the fields of the models."""
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    assert [r["path"] for r in package["resources"]] == list(FILES)
    for resource in package["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert fields == list(MODELS[FILES[resource["path"]]].model_fields)


def test_nothing_is_reviewed_or_withdrawn_yet() -> None:
    """The records say what was said; judging them is left to people."""
    assert {claim.review for claim in CLAIMS} == {Review()}
    assert {claim.withdrawn for claim in CLAIMS} == {None}


# The traps.


def test_us_troops_span_from_2003_to_2026() -> None:
    """There are 60 or more figures for US troops in Iraq, from the invasion to 2026."""
    years = {c.period.end.year for c in under("us-troops-iraq") if c.period and c.period.end}
    assert len(under("us-troops-iraq")) >= 60
    assert (min(years), max(years)) == (2003, 2026)


def test_one_day_has_three_troop_numbers() -> None:
    """On 30 September 2017 stand the official level, the headcount and its slip in copying."""
    day = parse("2017-09-30")
    found = {quantity(c).value for c in under("us-troops-iraq") if c.period == day}
    assert found == {5262, 8892, 8992}


def test_injured_at_al_asad_form_a_ladder() -> None:
    """Each figure of the US government names the one before it: 0 to 110."""
    by_id = {claim.id: claim for claim in CLAIMS}
    step: Claim | None = quoting("has risen to 110")
    ladder = []
    while step:
        ladder.append(quantity(step).value)
        step = by_id[step.supersedes] if step.supersedes else None
    assert ladder == [110, 109, 64, 50, 34, 11, 0]


def test_planned_figures_are_not_observed() -> None:
    """Announced cuts and rises are planned; a cap in force and a number present are not."""
    assert quoting("to more than 1,200").planned
    assert quoting("in Iraq by December 31, 2021").planned
    assert quoting("new troop cap").planned
    assert all(claim.planned for claim in under("us-troops-leaving-iraq-2020-09"))
    assert not quoting("current cap of 3,870").planned
    assert not quoting("now totaling 2,500").planned
    for claim in CLAIMS:
        if claim.planned and claim.said_on and claim.period:
            assert not claim.period.is_before(claim.said_on), claim.id


def test_the_article_narrowed_an_attribution() -> None:
    """AP credits state-run and semiofficial media, Arab News state-run media only."""
    deaths = {c.source: c for c in under("khuzestan-protests-2021-killed")}
    article, agency = deaths["arab-news-2021-07-27"], deaths["yahoo-news-2021-07-27"]
    assert article.claimant == "iranian-state-media"
    assert agency.claimant == "iranian-state-and-semiofficial-media"
    assert "associated-press" in article.chain
    assert article.quantity == agency.quantity


def test_the_strike_came_before_the_execution() -> None:
    """“Later killed” is relative to the leak: the strike is of January, the execution of July."""
    strike, execution = quoting("later killed by a US drone strike"), quoting("on Monday morning")
    assert strike.period is not None
    assert execution.period is not None
    assert strike.period.is_before(execution.period)


@pytest.mark.parametrize("words", ["Tehran also considers US its arch foe", "US vow"])
def test_what_the_article_says_twice_is_one_claim(words: str) -> None:
    """The pull-quote and the headline are second pieces of evidence."""
    first, second = quoting(words).evidence
    assert first.paragraph != second.paragraph
    assert words in second.quote


@pytest.mark.parametrize(
    ("words", "total", "parts"),
    [
        ("five demonstrators and a policeman", 6, (5, 1)),
        ("killed along with seven others", 8, (1, 7)),
        ("and the eight others killed", 10, (2, 8)),
        ("two protesters have been martyred", 3, (1, 2)),
        ("أربعة متظاهرين وضابط شرطة", 5, (4, 1)),
        ("names of four protesters", 7, (4, 3)),
    ],
)
def test_sums_show_their_parts(words: str, total: int, parts: tuple[int, ...]) -> None:
    """Where a source gives parts and no total, the value is our sum."""
    found = quantity(quoting(words))
    assert (found.value, found.sum_of) == (total, parts)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Almost 30 rocket or bomb attacks", 20, 30),
        ("As many as 10 protesters", 0, 10),
        ("up to 300 U.S. military advisers", 0, 300),
        ("in power for little over a year", 1, None),
        ("Several powerful pro-Iran groups", 3, None),
        ("250 to 350 advisers", 250, 350),
    ],
)
def test_hedges_bound_the_figure(words: str, low: int, high: int | None) -> None:
    """“Almost” says below, “as many as” gives a ceiling, “little over” a floor."""
    found = quantity(quoting(words))
    assert (found.low, found.high) == (low, high)


def test_not_stated_is_not_zero() -> None:
    """The number of alleged agents arrested is unknown in every source."""
    for claim in under("khuzestan-spy-arrests-2021-07"):
        assert quantity(claim).hedge is Hedge.NOT_STATED
        assert quantity(claim).low is None


def test_a_cut_by_is_not_a_cut_to() -> None:
    """September 2020: to 3,000 and by 2,200, with a slip of 1,200, under two indicators."""
    assert {quantity(c).value for c in under("us-troops-leaving-iraq-2020-09")} == {1200, 2200}
    assert quoting("from about 5,200 to 3,000 troops").indicator == "us-troops-iraq"


def test_tallies_of_one_year_have_two_baselines() -> None:
    """“This year” runs from 1 January 2021, “since Biden took office” from 20 January."""
    baselines = {
        i.id: str(i.baseline) for i in records("indicators.jsonl") if isinstance(i, Indicator)
    }
    assert baselines["attacks-us-interests-iraq-2021"] == "2021-01-01"
    assert baselines["attacks-us-interests-iraq-since-biden"] == "2021-01-20"


def test_tolls_of_protesters_stand_apart() -> None:
    """A toll of protesters only and one that counts a police officer have two indicators."""
    protesters = quoting("left at least one demonstrator dead")
    everyone = quoting("five demonstrators and a policeman")
    assert protesters.indicator == "khuzestan-protests-2021-protesters-killed"
    assert everyone.indicator == "khuzestan-protests-2021-killed"


def test_deaths_at_al_asad_are_claimed_and_denied() -> None:
    """Iranian state television says at least 80 killed, US Central Command none."""
    said = {c.claimant: quantity(c).value for c in under("al-asad-2020-01-08-killed")}
    assert said == {"iranian-state-television": 80, "us-central-command": 0}


def test_no_statement_takes_sides() -> None:
    """Our own sentences say killed, not martyred, and name terrorists only in quotation marks."""
    for claim in CLAIMS:
        assert "martyr" not in claim.statement
        assert "terrorist" not in claim.statement.replace("“terrorists”", "")

"""Linked data: what a reader of schema.org and W3C annotations finds after expansion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.records import Withdrawal
from claims.vocabulary import Kind, PartyKind
from tests import citing, factories, starter
from tests.citing import PIN, SITE
from tests.linking import OA, SCHEMA, nodes, value

if TYPE_CHECKING:
    from claims.records import Claim

KILLED = "c-8d08b2e02c55"


def real(claim_id: str) -> dict[str, Any]:
    """Return the expanded node of a real claim."""
    return nodes(citing.on_record(claim_id)[0], "Claim")[0]


def made(claim: Claim, *records: Any) -> dict[str, Any]:
    """Return the expanded node of a claim that is made with few arguments."""
    return nodes(citing.selection([claim], factories.together(claim, *records)), "Claim")[0]


def test_a_claim_says_what_is_said_by_whom_and_where() -> None:
    """Its id stays, its address and version are of a position, its source is named."""
    node = real(KILLED)
    assert node["@id"] == f"{SITE}/c/{KILLED}"
    assert value(node, "url") == f"{SITE}/c/{KILLED}?{PIN}"
    assert value(node, "version") == 1204
    assert value(node, "text").startswith("At least five people were killed")
    assert "Stale: it is of 15 July" in value(node, "description")
    status = node[f"{SCHEMA}creativeWorkStatus"]
    assert status == [{"@value": "stale"}]
    assert value(node, "author", "name") == "Iranian state-run and semiofficial media"
    assert value(node, "author")["@type"] == [f"{SCHEMA}Organization"]
    assert value(node, "datePublished") == "2021-07-27"
    assert value(node, "temporalCoverage") == "2021-07-15/2021-07-27"
    assert value(node, "appearance")["@type"] == [f"{SCHEMA}NewsArticle"]
    assert value(node, "appearance", "url") == "https://www.trtworld.com:443/article/12762970"
    assert value(node, "appearance", "publisher", "name") == "TRT World"
    assert value(node, "appearance", "datePublished") == "2021-07-27"
    assert value(node, "firstAppearance") is None


NUMBERS = [
    (KILLED, None, (5, None), "deaths"),
    ("c-6f7314ed8e46", None, (250, 350), "troops"),
    ("c-1d3271eb8471", 0, (0, 0), "deaths"),
    ("c-0befda68cfa6", None, (105, 115), "injured"),
    ("c-014418b93f0f", None, (0, 170_000), "troops"),
    ("c-41de3f4d0fb5", None, (3, None), "groups"),
    ("c-33b9bd6e2d90", None, (None, None), "persons arrested"),
]


@pytest.mark.parametrize(("claim_id", "exact", "ends", "unit"), NUMBERS)
def test_a_number_has_the_ends_that_are_known(
    claim_id: str, exact: int | None, ends: tuple[int | None, int | None], unit: str
) -> None:
    """Only an unhedged number has a value; an open end and a number not stated have none."""
    node = value(real(claim_id), "about")
    stated = starter.records().claim(claim_id)
    assert stated is not None
    assert stated.quantity is not None
    assert node["@type"] == [f"{SCHEMA}Observation"]
    assert value(node, "value") == exact
    assert (value(node, "minValue"), value(node, "maxValue")) == ends
    assert value(node, "unitText") == unit
    assert value(node, "measurementTechnique") == stated.quantity.as_stated
    assert value(node, "variableMeasured")["@id"] == f"{SITE}/i/{stated.indicator}"


def test_what_is_planned_is_no_observation() -> None:
    """A plan to have about 4,000 is a value beside its question, and was observed by nobody."""
    node = real("c-ac7f16ff887c")
    planned, variable = node[f"{SCHEMA}about"]
    assert planned["@type"] == [f"{SCHEMA}QuantitativeValue"]
    assert value(planned, "name") == "about 4,000 (personnel)"
    assert (value(planned, "minValue"), value(planned, "maxValue")) == (3_500, 4_500)
    assert value(planned, "observationDate") is None
    assert variable["@id"] == f"{SITE}/i/nato-mission-iraq-personnel"
    assert {"@value": "planned"} in node[f"{SCHEMA}creativeWorkStatus"]


def test_a_claim_without_a_number_is_about_none() -> None:
    """A position has neither an observation nor an empty one."""
    assert value(real("c-fc34627a4f13"), "about") is None


PERIODS = [
    ("2021-07-27", "2021-07-27", None),
    ("2021-07", "2021-07", None),
    ("2021-07-15/2021-07-27", "2021-07-27", "P13D"),
    ("2007-10/2008-09", "2008-09", "P366D"),
    ("../2021-07-27", "2021-07-27", None),
    ("2021-07~/2021-07-27", "2021-07-27", None),
    ("2021-02-18/..", None, None),
    ("2014-12~", None, None),
    ("2021-21", None, None),
]


@pytest.mark.parametrize(("period", "day", "length"), PERIODS)
def test_an_observation_is_dated_no_more_firmly_than_its_claim(
    period: str, day: str | None, length: str | None
) -> None:
    """The last day of a plain period and its length; all else only as it was written."""
    node = made(factories.claim(period=period))
    assert value(node, "temporalCoverage") == period
    assert value(node, "about", "observationDate") == day
    assert value(node, "about", "observationPeriod") == length


def test_the_quote_is_an_annotation_whose_body_is_the_claim() -> None:
    """A W3C TextQuoteSelector, and a TextPositionSelector where the place is known."""
    evidence = factories.evidence("killed", prefix="were", suffix="in", start=20, end=26)
    node = made(
        factories.claim(evidence=(evidence, factories.evidence("a second one"))),
        factories.source(url="https://a.example/1"),
    )
    first, second = node["@reverse"][f"{OA}hasBody"]
    assert first["@type"] == [f"{OA}Annotation"]
    target = first[f"{OA}hasTarget"][0]
    assert target[f"{OA}hasSource"] == [{"@id": "https://a.example/1"}]
    quote, place = target[f"{OA}hasSelector"]
    assert quote == {
        "@type": [f"{OA}TextQuoteSelector"],
        f"{OA}exact": [{"@value": "killed"}],
        f"{OA}prefix": [{"@value": "were"}],
        f"{OA}suffix": [{"@value": "in"}],
    }
    assert place[f"{OA}start"] == [{"@value": 20}]
    assert place[f"{OA}end"] == [{"@value": 26}]
    assert len(second[f"{OA}hasTarget"][0][f"{OA}hasSelector"]) == 1


def test_only_a_person_is_a_person() -> None:
    """What the records do not call a person is an organisation, unknown parties too."""
    claim = factories.claim(claimant="p", chain=("p", "arab-news"))
    person = factories.party("p", name="A Person", kind=PartyKind.PERSON)
    assert value(made(claim, person), "author")["@type"] == [f"{SCHEMA}Person"]
    for kind in set(PartyKind) - {PartyKind.PERSON}:
        group = factories.party("p", name="A Group", kind=kind)
        assert value(made(claim, group), "author")["@type"] == [f"{SCHEMA}Organization"]
    assert value(made(claim), "author", "name") == "p"


def test_a_first_appearance_is_named_only_where_the_claimant_printed_it() -> None:
    """What came through another party appeared elsewhere before."""
    assert value(made(factories.claim(chain=("irna", "arab-news"))), "firstAppearance") is None
    own = factories.claim(claimant="arab-news", chain=("arab-news",))
    assert value(made(own), "firstAppearance", "headline") == "Report s-1"


def test_an_archived_copy_is_named() -> None:
    """It stands beside the address of the article."""
    source = factories.source(url="https://a.example/1", archive_url="https://b.example/2")
    node = made(factories.claim(), source)
    assert value(node, "appearance", "archivedAt") == "https://b.example/2"
    assert value(node, "appearance", "inLanguage") == "en"


def test_a_withdrawn_claim_says_so_and_why() -> None:
    """Its status and a correction, with the day."""
    withdrawal = Withdrawal(on="2021-08-01", by="IRNA", reason="a slip")
    node = made(factories.claim(withdrawn=withdrawal))
    assert {"@value": "withdrawn"} in node[f"{SCHEMA}creativeWorkStatus"]
    assert value(node, "correction")["@type"] == [f"{SCHEMA}CorrectionComment"]
    assert value(node, "correction", "text") == "Withdrawn by IRNA: a slip"
    assert value(node, "correction", "datePublished") == "2021-08-01"
    assert value(real(KILLED), "correction") is None


def test_a_claim_of_a_kind_without_an_indicator_names_its_kind() -> None:
    """A commitment says that it is one."""
    claim = factories.claim(kind=Kind.COMMITMENT, indicator=None, quantity=None)
    assert value(made(claim), "genre") == "commitment"

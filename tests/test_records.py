"""Records: frozen, strict, named by their content, and the same after a trip through JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from claims import records
from claims.records import (
    MODELS,
    Claim,
    Frozen,
    Indicator,
    Record,
    RecordName,
    Review,
    name_of,
    to_json,
)
from claims.vocabulary import COUNTED, Kind
from tests import factories, strategies
from tests.lines import LINE, with_evidence, without

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMAS = {name: Draft202012Validator(model.model_json_schema()) for name, model in MODELS.items()}


@given(strategies.claims)
def test_a_claim_is_the_same_after_a_trip_through_json(claim: Claim) -> None:
    """Nothing is lost or changed by writing a claim as a line and reading it again."""
    line = to_json(claim)
    assert "\n" not in line
    assert Claim.model_validate_json(line) == claim


@given(strategies.claims)
def test_the_json_schema_accepts_every_claim_we_write(claim: Claim) -> None:
    """A tool that checks our lines by the published schema finds no fault with them."""
    SCHEMAS["claim"].validate(json.loads(to_json(claim)))


MADE: list[tuple[RecordName, Record]] = [
    ("party", factories.party(country="IR", aliases=("Irna",))),
    ("source", factories.source(url="https://example.com/a", accessed="2021-08")),
    ("indicator", factories.indicator(shelf_life="P30D")),
    ("claim", Claim.model_validate(LINE)),
]


@pytest.mark.parametrize(("name", "record"), MADE)
def test_each_kind_of_record_passes_its_schema_and_comes_back(
    name: RecordName, record: Record
) -> None:
    """Parties, sources, indicators and claims all survive JSON and fit their schema."""
    assert name_of(record) == name
    SCHEMAS[name].validate(json.loads(to_json(record)))
    assert MODELS[name].model_validate_json(to_json(record)) == record


@pytest.mark.parametrize("name", MODELS)
def test_the_json_schema_refuses_a_field_that_no_record_has(name: RecordName) -> None:
    """The published schema is as strict as the program."""
    record = dict(MADE)[name]
    assert not SCHEMAS[name].is_valid(json.loads(to_json(record)) | {"certainty": "high"})


def _models() -> list[type[BaseModel]]:
    """Return every model of the records module."""
    found = [m for m in vars(records).values() if isinstance(m, type) and issubclass(m, Frozen)]
    return [model for model in found if model is not Frozen]


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_field_says_what_it_is(model: type[BaseModel]) -> None:
    """The line below each field is the description that readers of the schema get."""
    assert [n for n, field in model.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_record_is_frozen_and_refuses_unknown_fields(model: type[BaseModel]) -> None:
    """A record never changes, and a misspelt field is not dropped in silence."""
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"


def test_a_claim_cannot_be_altered_in_place() -> None:
    """A change is a new revision, never an assignment."""
    claim = Claim.model_validate(LINE)
    with pytest.raises(ValidationError, match="frozen"):
        claim.statement = "Nobody was killed"  # type: ignore[misc]  # the assignment is what is tested


def test_origin_and_source_are_the_first_of_their_lists() -> None:
    """The chain starts at the origin, and the first evidence names the source."""
    claim = Claim.model_validate(LINE)
    assert (claim.origin, claim.source) == ("iranian-state-media", "arabnews-2021-07-27")


def test_a_new_claim_is_unreviewed_observed_and_stands() -> None:
    """Nothing is cleared, planned or withdrawn unless someone says so."""
    claim = Claim.model_validate(LINE)
    assert claim.review == Review()
    assert claim.review.state == "unreviewed"
    assert (claim.planned, claim.withdrawn, claim.supersedes) == (False, None, None)


BAD_CLAIMS: list[tuple[dict[str, Any], str]] = [
    (without("statement"), "statement"),
    (without("claimant"), "claimant"),
    (without("chain"), "chain"),
    (without("evidence"), "evidence"),
    (LINE | {"chain": []}, "chain"),
    (LINE | {"evidence": []}, "evidence"),
    (LINE | {"evidence": "At least five"}, "evidence"),
    (LINE | {"evidence": [5]}, "evidence.0"),
    (LINE | {"evidence": {"source": "s", "quote": "q"}}, "evidence"),
    (LINE | {"kind": "rumour"}, "kind"),
    (LINE | {"period": "July 2021"}, "period"),
    (LINE | {"said_on": 20210727}, "said_on"),
    (LINE | {"statement": "five\u202edellik"}, "statement"),
    (LINE | {"statement": "five\x00"}, "statement"),
    (LINE | {"claimant": "Iranian state media"}, "claimant"),
    (LINE | {"indicator": ["a"]}, "indicator"),
    (LINE | {"indicator": {("a",): "b"}}, "indicator"),
    (LINE | {"quantity": {"hedge": "at least"}}, "quantity.as_stated"),
    (LINE | {"quantity": 5}, "quantity"),
    (LINE | {"id": "../../etc"}, "id"),
    (LINE | {"truth": True}, "truth"),
    (with_evidence(quote="\ud800"), "evidence.0.quote"),
    (with_evidence(url="javascript:alert(1)"), "evidence.0.url"),
]


@pytest.mark.parametrize(("data", "field"), BAD_CLAIMS, ids=[field for _, field in BAD_CLAIMS])
def test_a_bad_claim_is_refused_at_its_field(data: dict[str, Any], field: str) -> None:
    """Each fault is reported with the path of the field that holds it."""
    with pytest.raises(ValidationError) as refusal:
        Claim.model_validate(data)
    paths = [".".join(map(str, error["loc"])) for error in refusal.value.errors()]
    assert any(path.startswith(field) for path in paths), paths


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(Claim.model_fields)), JSON)
def test_no_value_of_a_field_breaks_the_reader(field: str, value: object) -> None:
    """Whatever JSON stands in a field, the claim is read or refused as bad data."""
    try:
        claim = Claim.model_validate(LINE | {field: value})
    except ValidationError:
        return
    assert Claim.model_validate_json(to_json(claim)) == claim


BAD_RECORDS: list[tuple[Callable[..., Record], dict[str, str], str]] = [
    (factories.source, {"url": "javascript:alert(1)"}, "starts with http"),
    (factories.source, {"archive_url": "data:text/html,x"}, "starts with http"),
    (factories.source, {"published": "yesterday"}, "EDTF"),
    (factories.source, {"language": "English"}, "BCP 47"),
    (factories.source, {"text_sha256": "abc"}, "pattern"),
    (factories.source, {"tier": "trustworthy"}, "wire copy"),
    (factories.source, {"title": "five\u2066"}, "unprintable"),
    (factories.party, {"country": "Iran"}, "ISO 3166-1"),
    (factories.party, {"name": " "}, "at least 1 character"),
    (factories.indicator, {"basis": "sum"}, "tally"),
    (factories.indicator, {"shelf_life": "a month"}, "pattern"),
]


@pytest.mark.parametrize(("make", "field", "hint"), BAD_RECORDS)
def test_a_bad_record_is_refused_with_a_hint(
    make: Callable[..., Record], field: dict[str, str], hint: str
) -> None:
    """Script addresses, unknown words and unreadable text never become a record."""
    make()
    with pytest.raises(ValidationError, match=hint):
        make(**field)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in COUNTED])
def test_an_indicator_counts_something(kind: Kind) -> None:
    """An event or a commitment is no question that a number answers."""
    with pytest.raises(ValidationError, match="an indicator counts something"):
        factories.indicator(kind=kind)
    assert isinstance(factories.indicator(kind=COUNTED[0]), Indicator)

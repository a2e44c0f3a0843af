"""The OpenAPI document is valid, and what the API answers is what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from claims.ledger import Ledger
from dashboard import grammar
from dashboard.routes import lists, openapi
from tests import hostile
from tests.routed import ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Put

DOCUMENT = openapi.document()


def faults(answer: Any, model: str) -> list[str]:
    """Return where an answer is not what the document says."""
    schema = {"$ref": f"#/components/schemas/{model}", "components": DOCUMENT["components"]}
    found = Draft202012Validator(schema).iter_errors(answer)
    return [f"{list(error.path)}: {error.message[:200]}" for error in found]


def test_the_document_is_valid() -> None:
    """The OpenAPI validator accepts it."""
    validate(DOCUMENT)


@pytest.mark.parametrize("address", ["/api", "/api/openapi.json"])
def test_the_document_is_sent(address: str) -> None:
    """It is found at two addresses, and not sent again to who has it."""
    answer = ask(address)
    assert answer.json() == DOCUMENT
    assert ask(address, headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_every_list_and_parameter_is_described() -> None:
    """Descriptions of parameters are those of the grammar of addresses."""
    assert set(DOCUMENT["paths"]) == {f"/api/{name}" for name in lists.TAKES}
    for name, taken in lists.TAKES.items():
        described = DOCUMENT["paths"][f"/api/{name}"]["get"]["parameters"]
        told = {one["name"]: one["description"] for one in described}
        assert set(told) == {*taken, *lists.POSITION, *lists.PAGED}
        assert all(told[one] == grammar.PARAMETERS[one] for one in (*taken, *lists.POSITION))


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("address", "model"),
    [
        ("/api/claims?limit=500", "Claims"),
        ("/api/claims?limit=1", "Claims"),
        ("/api/claims?rev=300", "Claims"),
        ("/api/indicators?limit=500", "Indicators"),
        ("/api/sources?limit=500", "Sources"),
        ("/api/parties?limit=500", "Parties"),
        ("/api/changes?since=400&limit=500", "Changes"),
        ("/api/claims?limit=x", "Refused"),
        ("/api/nothing", "Refused"),
    ],
)
def test_real_answers_are_what_the_document_says(address: str, model: str) -> None:
    """Every record of the starter data, and refusals, fit their schemas."""
    assert faults(ask(address).json(), model) == []


def test_answers_of_hostile_records_are_too(put: Put, tmp_path: Path) -> None:
    """So do records with every text field filled, and changes with a reason."""
    put(hostile.records())
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        claim = ledger.claims(limit=1)[0]
        ledger.append([claim.model_copy(update={"note": "edited"})], actor="=1", reason="<b>")
    assert faults(ask("/api/claims?limit=500").json(), "Claims") == []
    assert faults(ask("/api/changes?since=0&limit=500").json(), "Changes") == []


def test_an_answer_with_a_strange_key_is_not_what_the_document_says() -> None:
    """The schemas are strict: a key that nobody described is a fault."""
    assert faults({"error": {"status": 404, "message": "", "hint": "", "trace": ""}}, "Refused")
    assert faults({"position": {}}, "Claims")

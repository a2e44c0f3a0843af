"""The OpenAPI document of the API, made of the models that write its answers."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema
from starlette.responses import Response

from dashboard import grammar
from dashboard.routes import lists, shapes
from dashboard.routes.answering import NO_CHANGE, is_had

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request

VERSION = "1.0.0"
"""Of the API: the first number rises where a key changes its name or its meaning."""
ANSWERS: dict[str, type[BaseModel]] = {
    "claims": shapes.Claims,
    "indicators": shapes.Indicators,
    "sources": shapes.Sources,
    "parties": shapes.Parties,
    "changes": shapes.Changes,
}
"""What each list answers."""
PAGING = {
    "limit": (f"Records in one answer, {lists.LIMIT} where nothing is said", "integer"),
    "cursor": ("Where the list goes on: the `next` of an answer, with its filter", "string"),
}
REFUSED = {
    "400": "A parameter is not understood",
    "404": "The position is not on record",
    "405": "Another method than GET or HEAD",
    "500": "On Record could not answer",
}


def answer(request: Request) -> Response:
    """Answer `/api` and `/api/openapi.json` with the document."""
    body = json.dumps(document(), ensure_ascii=False).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": etag, **NO_CHANGE, "content-type": "application/json; charset=utf-8"}
    if is_had(request, etag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers)


@cache
def document() -> dict[str, Any]:
    """Return the document; whoever gets it leaves it as it is."""
    models: list[type[BaseModel]] = [*ANSWERS.values(), shapes.Refused]
    _, schemas = models_json_schema(
        [(model, "validation") for model in models],
        ref_template="#/components/schemas/{model}",
    )
    _always_named(schemas["$defs"]["Claim"])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "On Record",
            "version": VERSION,
            "summary": "What was said, how firmly, by whom, through whom, about when.",
            "description": shapes.__doc__,
        },
        "servers": [{"url": "/"}],
        "paths": {f"/api/{name}": {"get": _operation(name)} for name in ANSWERS},
        "components": {"schemas": schemas["$defs"]},
    }


def _always_named(claim: dict[str, Any]) -> None:
    """Say that a claim has an id: only one that is yet to be recorded may be without."""
    del claim["properties"]["id"]["default"]
    claim["required"] = ["id", *claim["required"]]


def _operation(name: str) -> dict[str, Any]:
    model = ANSWERS[name]
    ok = {
        "description": "A part of the list, at one ledger position",
        "headers": {
            "ETag": _header("Of address, ledger position and day; send it as If-None-Match"),
            "Link": _header("The next part of the list, where there is one"),
        },
        "content": {"application/json": {"schema": _ref(model)}},
    }
    refused = {"content": {"application/json": {"schema": _ref(shapes.Refused)}}}
    return {
        "operationId": name,
        "summary": (model.__doc__ or "").strip(),
        "parameters": [*map(_parameter, (*lists.TAKES[name], *lists.POSITION)), *_paging()],
        "responses": {
            "200": ok,
            "304": {"description": "The answer is the one that was had before"},
            **{status: {"description": why, **refused} for status, why in REFUSED.items()},
        },
    }


def _parameter(name: str) -> dict[str, Any]:
    """Describe a parameter of the grammar of addresses; those of a choice may be repeated."""
    text = {"type": "string"}
    repeated = {"type": "array", "items": text}
    return {
        "name": name,
        "in": "query",
        "description": grammar.PARAMETERS[name],
        "required": name == "since",
        "schema": repeated if name in grammar.CHOICES else text,
    }


def _paging() -> list[dict[str, Any]]:
    limits = {"limit": {"minimum": 1, "maximum": lists.MOST, "default": lists.LIMIT}}
    return [
        {
            "name": name,
            "in": "query",
            "description": told,
            "schema": {"type": kind, **limits.get(name, {})},
        }
        for name, (told, kind) in PAGING.items()
    ]


def _header(told: str) -> dict[str, Any]:
    return {"description": told, "schema": {"type": "string"}}


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{model.__name__}"}

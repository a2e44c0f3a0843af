"""Addresses beside the pages: files, short pages with previews, the JSON API, the feed.

All of them are only read. What answers is loaded when it is first asked, so that the server
starts at once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.routing import Route

from dashboard.routes.answering import Endpoint, in_json, in_plain_text, not_found

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from dashboard.routes.answering import RefusedError

PAGES = ("explore", "indicator", "compare", "source", "claim")
"""The pages whose claims leave the house as files."""


def _file(page: str, request: Request) -> Response:
    from dashboard.routes import files  # noqa: PLC0415 - loaded when it is asked for

    return files.of_page(request, page)


def _claim(request: Request) -> Response:
    from dashboard.routes import records  # noqa: PLC0415 - as above

    return records.of_claim(request)


def _indicator(request: Request) -> Response:
    from dashboard.routes import records  # noqa: PLC0415 - as above

    return records.of_indicator(request)


def _feed(request: Request) -> Response:
    from dashboard.routes import feed  # noqa: PLC0415 - as above

    return feed.answer(request)


def _list(request: Request) -> Response:
    from dashboard.routes import api  # noqa: PLC0415 - as above

    return api.answer(request)


def _api(request: Request) -> Response:
    from dashboard.routes import openapi  # noqa: PLC0415 - as above

    return openapi.answer(request)


def _in_html(refused: RefusedError) -> Response:
    from dashboard.routes import records  # noqa: PLC0415 - as above

    return records.in_html(refused)


ROUTES = [
    Route("/c/{name}", Endpoint(_claim, _in_html)),
    Route("/i/{name}", Endpoint(_indicator, _in_html)),
    *(
        Route(f"/{page}.{{suffix}}", Endpoint(partial(_file, page), in_plain_text))
        for page in PAGES
    ),
    *(
        Route(f"/{page}.{{suffix}}", Endpoint(not_found, in_plain_text))
        for page in ("overview", "sources", "changes", "method")
    ),
    Route("/feed.atom", Endpoint(_feed, in_plain_text)),
    Route("/api", Endpoint(_api, in_json)),
    Route("/api/openapi.json", Endpoint(_api, in_json)),
    Route("/api/{name}", Endpoint(_list, in_json)),
    Route("/api/{rest:path}", Endpoint(not_found, in_json)),
    Route("/c/{rest:path}", Endpoint(not_found, _in_html)),
    Route("/i/{rest:path}", Endpoint(not_found, _in_html)),
]
"""What `st.App` answers itself, before Streamlit does."""

"""How an address that is only read answers: in a thread, and every fault in words.

What reads a request is a plain function from a request to a response. It runs in a thread of
the server, so that the pages of other readers never wait for it. What it raises becomes an
answer with the status that fits: 400, 404, 413, and 500 without any trace of the program.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from claims.errors import (
    ClaimsError,
    TooManyError,
    UnknownPositionError,
    UnknownRecordError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import Message, Receive, Scope, Send

    Answer: TypeAlias = Callable[[Request], Response]
    Say: TypeAlias = Callable[["RefusedError"], Response]

READ = ("GET", "HEAD")
"""The methods that these addresses know: nothing can be changed through them."""
NO_CHANGE = {"cache-control": "no-cache"}
"""A reader asks each time whether what it has still holds."""
LOG = logging.getLogger(__name__)


class RefusedError(Exception):
    """A request that is not answered with what it asks for."""

    def __init__(self, status: int, message: str, hint: str = "") -> None:
        """Take the HTTP status, what is wrong in a sentence or more, and what to do instead."""
        self.status, self.message, self.hint = status, message, hint
        super().__init__(message)


class Endpoint:
    """An ASGI application for one route: answers GET and HEAD, and refuses every other method."""

    def __init__(self, answer: Answer, say: Say) -> None:
        """Take what answers, and what says a refusal where no JSON was asked for."""
        self._answer, self._say = answer, say

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what is sent to HEAD has the headers of GET and no body."""
        response = await run_in_threadpool(self._response, Request(scope))
        await response(scope, receive, _bodiless(send) if scope["method"] == "HEAD" else send)

    def _response(self, request: Request) -> Response:
        try:
            if request.method not in READ:
                _refuse_method(request)
            return self._answer(request)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is an answer too
            refused = refusal(error)
            say = in_json if request.scope["path"].endswith(".json") else self._say
            response = say(refused)
            response.headers["cache-control"] = NO_CHANGE["cache-control"]
            if refused.status == 405:  # noqa: PLR2004 - Method Not Allowed
                response.headers["allow"] = ", ".join(READ)
            return response


def refusal(error: Exception) -> RefusedError:
    """Return what a fault is to the one who asked; what nobody foresaw is logged."""
    match error:
        case RefusedError():
            return error
        case UnknownRecordError() | UnknownPositionError():
            return RefusedError(404, str(error), "What is on record is listed at /explore.")
        case TooManyError():
            return RefusedError(413, str(error), "Choose fewer claims by more filters.")
        case ClaimsError():
            return RefusedError(503, str(error), "Whoever runs On Record can mend it.")
        case _:
            LOG.error("A request could not be answered", exc_info=error)
            return RefusedError(500, "On Record could not answer.", "The server's log says why.")


def in_plain_text(refused: RefusedError) -> Response:
    """Say a refusal as plain text, where a file was asked for."""
    said = "\n".join(text for text in (refused.message, refused.hint) if text)
    return PlainTextResponse(f"{said}\n", refused.status)


def in_json(refused: RefusedError) -> Response:
    """Say a refusal as JSON, where the API was asked."""
    fault = {"status": refused.status, "message": refused.message, "hint": refused.hint}
    return JSONResponse({"error": fault}, refused.status)


def is_had(request: Request, etag: str) -> bool:
    """Tell whether the one who asks names this very answer as what they have."""
    had = [
        tag.strip().removeprefix("W/")
        for tag in request.headers.get("if-none-match", "").split(",")
    ]
    return etag.removeprefix("W/") in had


def not_found(request: Request) -> Response:
    """Refuse an address that nothing stands at."""
    message = f"There is nothing at {request.scope['path'][:200]}."
    raise RefusedError(404, message, "What is on record is listed at /explore.")


def _refuse_method(request: Request) -> None:
    raise RefusedError(405, f"{request.method} is not answered here: On Record is only read.")


def _bodiless(send: Send) -> Send:
    """Return what sends the headers of an answer and leaves out its body."""

    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_head

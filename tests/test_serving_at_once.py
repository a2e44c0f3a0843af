"""Small answers on a kept connection are sent at once, also by the server that Streamlit runs."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.serving import send_at_once
from tests.routed import finished

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request


def _as_json(_request: Request) -> Response:
    return JSONResponse({"page": "<html>"})


def _delayed(*, at_once: bool) -> bool:
    """Tell whether an accepted socket of a server waits before it sends a small answer."""

    async def serve() -> bool:
        accepted: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def meet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            option = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            accepted.set_result(option)
            writer.close()

        if at_once:
            send_at_once(asyncio.get_running_loop())
        with socket.socket() as listener:  # as Streamlit makes it, without naming TCP
            listener.bind(("127.0.0.1", 0))
            async with await asyncio.start_server(meet, sock=listener):
                _, writer = await asyncio.open_connection(*listener.getsockname())
                answer = await accepted
                writer.close()
                return answer == 0

    return finished(serve())


def test_small_answers_are_sent_at_once() -> None:
    """A server on a socket that was handed over does not wait; without our setting it would."""
    assert _delayed(at_once=False)
    assert not _delayed(at_once=True)


def test_the_setting_reaches_the_server_that_streamlit_runs() -> None:
    """The server starts the app's lifespan first, and listens on the loop that it set."""
    accepted: list[int] = []

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        send_at_once(asyncio.get_running_loop())
        yield

    async def serve() -> None:
        app = Starlette(routes=[Route("/json", _as_json)], lifespan=lifespan)
        config = uvicorn.Config(app, log_level="warning")
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            await server.startup(sockets=[listener])
            async with httpx.AsyncClient() as http:
                await http.get("http://{}:{}/json".format(*listener.getsockname()))
                for connection in server.server_state.connections:
                    served = connection.transport.get_extra_info("socket")
                    accepted.append(served.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            await server.shutdown(sockets=[listener])

    finished(serve())
    assert accepted
    assert all(accepted)

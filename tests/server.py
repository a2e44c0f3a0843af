"""The app as a reader starts it, on a free port of this machine and with a ledger of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parent.parent
SCRIPT = Path(os.environ.get("ON_RECORD_SCRIPT", "streamlit_app.py"))
START_WITHIN = 120.0
"""Seconds that a start may take; far more than it does, for a machine that is busy."""


@dataclass(frozen=True)
class App:
    """A served app: where it answers, where its ledger lies, and what it printed."""

    url: str
    """`http://127.0.0.1:PORT`, without a slash at the end."""
    var: Path
    log: Path
    pid: int = 0
    """Of the process that serves."""

    def last_words(self) -> str:
        """Return the end of the log."""
        return self.log.read_text(errors="replace")[-8_000:]


@contextmanager
def served(var: Path, *, script: Path = SCRIPT, **settings: str) -> Iterator[App]:
    """Serve the app from a directory of its own until the block ends.

    `settings` are environment variables, such as ON_RECORD_READ_ONLY="1".
    """
    port = _free_port()
    app = App(f"http://127.0.0.1:{port}", var, var / "app.log")
    var.mkdir(parents=True, exist_ok=True)
    with app.log.open("wb") as log, _started(script, port, var, log.fileno(), settings) as process:
        _wait_until_healthy(app, process)
        yield replace(app, pid=process.pid)


@contextmanager
def _started(
    script: Path, port: int, var: Path, log: int, settings: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Start Streamlit as the README says, and end that one process afterwards."""
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command += ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    environment = {**os.environ, "ON_RECORD_VAR": str(var), **settings}
    process = subprocess.Popen(  # noqa: S603 - our own words
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_healthy(app: App, process: subprocess.Popen[bytes]) -> None:
    """Return when the app answers. Raises RuntimeError with its log where it never does."""
    deadline = time.monotonic() + START_WITHIN
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if httpx.get(f"{app.url}/_stcore/health", timeout=5).is_success:
                return
        except httpx.TransportError:
            _pause(process)
    message = f"the app did not start:\n{app.last_words()}"
    raise RuntimeError(message)


def _pause(process: subprocess.Popen[bytes]) -> None:
    """Wait a moment, or no longer than the process lives."""
    try:
        process.wait(timeout=0.1)
    except subprocess.TimeoutExpired:
        return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port

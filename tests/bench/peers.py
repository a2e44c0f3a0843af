"""Other tools that read numbers, run beside ours on the same sentences in one run.

They are installed into `build/peers`, apart from On Record, from the versions in `peers.txt`.
Each peer's value F1 is counted by the benchmark's scorer where that stands beside the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench import newsquant
from tests.bench.measure import Result
from tests.bench.peer import PEERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).parent
FOLDER = newsquant.ROOT / "build" / "peers"
PYTHON = FOLDER / "bin" / "python"
OURS = """
import json, re, sys, time
begun = time.process_time()
from claims.extraction import numbers
numbers.find("At least five people died.")
loaded = time.process_time()
found = [numbers.find(text) for text in json.load(sys.stdin)]
done = time.process_time()
memory = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
print(json.dumps({"load": loaded - begun, "seconds": done - loaded, "memory": memory}))
"""


def results() -> Iterator[Result]:
    """Measure speed, loading and memory side by side, and each peer's value F1."""
    if not _installed():
        sys.stderr.write("the peers cannot be installed here: no package index is reached\n")
        return
    scored = (newsquant.BENCH / newsquant.GOLD).exists()
    sentences = newsquant.sentences()
    ours = _run([sys.executable, "-c", OURS], sentences)
    for name in PEERS:
        theirs = _run([str(PYTHON), str(HERE / "peer.py"), name], sentences)
        many = len(sentences)
        speeds = many / ours["seconds"], many / theirs["seconds"]
        yield Result(f"sentences a second ({name})", *speeds, 1, "/s", most=False)
        yield Result(f"loading ({name})", ours["load"], theirs["load"], 1, "s")
        yield Result(f"memory ({name})", ours["memory"], theirs["memory"], 1, "MB")
        if scored:
            yield Result(f"value F1 of {name}", _f1(theirs["quantities"], name), None, None, "%")


def _installed() -> bool:
    """Install the peers apart, once; tell whether they are there."""
    if PYTHON.exists():
        return True
    venv.create(FOLDER, with_pip=True)
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "-r", str(HERE / "peers.txt")]
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603 - our own command


def _run(command: Sequence[str], sentences: Sequence[str]) -> dict[str, Any]:
    """Run a tool on the sentences and return what it says."""
    ran = subprocess.run(  # noqa: S603 - our own command
        command, input=json.dumps(sentences), capture_output=True, text=True, check=True
    )
    told: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return told


def _f1(quantities: Sequence[Sequence[dict[str, Any]]], name: str) -> float:
    """Return a peer's value F1 in per cent, by the benchmark's scorer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.jsonl"
        lines = [json.dumps({"quantities": found}) for found in quantities]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.executable, newsquant.SCORER, newsquant.GOLD, str(path), "--json"]
        if name == "quantulum3":
            command.append("--average-ranges")
        ran = subprocess.run(  # noqa: S603 - the scorer that stands beside the project
            command, cwd=newsquant.BENCH, check=True, capture_output=True, text=True
        )
    return float(json.loads(ran.stdout)["published"]["value"][2])

"""How fast articles are read: a second, at the start, by length, and with what memory."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claims.extraction.proposals import propose
from tests.bench.measure import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ARTICLE = Path(__file__).parents[3] / "shared" / "starter" / "article.txt"
PUBLISHED = date(2021, 7, 27)
ROUNDS = 60
SHORT, LONG = 1_000_000, 10_000_000
"""Characters of the texts whose times show whether time grows with length alone."""
PARAGRAPH = (
    "At least five people were killed and 14 wounded when a bomb went off in Talca on Monday, "
    "police said. The governor told reporters that “nobody knows how many are missing”. Since "
    "last year some 2,500 soldiers have guarded the roads of the province, a spokesman added.\n\n"
)
REPEATED = {
    "hedges": "at least ",
    "numbers": "twenty-",
    "killed": "killed and ",
    "quotes": "“said ",
    "commas": "1,",
    "capitals": "The United ",
}
START = """
import re, time
begun = time.process_time()
from claims.extraction.proposals import propose
propose("Five people died in Talca.")
took = time.process_time() - begun
print(took, int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024)
"""


def results() -> Iterator[Result]:
    """Measure in processor time, for machines are shared."""
    text = ARTICLE.read_text(encoding="utf-8") if ARTICLE.exists() else PARAGRAPH * 13
    propose(text, published=PUBLISHED)
    took = _seconds(lambda: [propose(text, published=PUBLISHED) for _ in range(ROUNDS)])
    speed = ROUNDS * len(text.split()) / 650 / took
    yield Result("articles of 650 words a second", speed, None, 100, "", most=False)
    ran = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    seconds, memory = map(float, ran.stdout.split())
    yield Result("import and first article, seconds", seconds, None, 0.5, "s")
    yield Result("memory after the first article, MB", memory, None, None, "MB")
    yield _grown("prose", PARAGRAPH)
    for name, words in REPEATED.items():
        yield _grown(name, words, SHORT // 20)


def _grown(name: str, words: str, short: int = SHORT) -> Result:
    """Read ten times as long a text; linear time takes ten times as long."""
    brief = _seconds(lambda: propose(words * (short // len(words))))
    full = _seconds(lambda: propose(words * (short * LONG // SHORT // len(words))))
    what = f"{short * LONG // SHORT // 1_000:,} kB of {name} (a tenth)"
    return Result(what, full * 1_000, brief * 1_000, 15)


def _seconds(action: Callable[[], object]) -> float:
    """Return the processor time of an action."""
    start = time.process_time()
    action()
    return time.process_time() - start

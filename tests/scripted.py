"""A language model for tests that answers what it is told to, and keeps what it was shown."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic_ai.messages import ModelRequest, ModelResponse, ToolCallPart, UserPromptPart
from pydantic_ai.models.function import AgentInfo, FunctionModel

from claims.extraction.engines.model import propose_with

if TYPE_CHECKING:
    from pydantic_ai.messages import ModelMessage

    from claims.extraction.proposal import Proposal

PUBLISHED = date(2030, 3, 12)
"""A Tuesday."""


class Scripted:
    """A model that answers the same figures whatever it is shown, and keeps what it was shown."""

    def __init__(self, *figures: dict[str, Any]) -> None:
        """Take the figures that it answers."""
        self.figures = figures
        self.shown: list[dict[str, Any]] = []
        self.told: list[str | None] = []

    def __call__(self, messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        """Answer a request."""
        request = messages[-1]
        assert isinstance(request, ModelRequest)
        for part in request.parts:
            assert isinstance(part, UserPromptPart)
            self.shown.append(json.loads(str(part.content)))
        self.told.append(request.instructions)
        tool = info.output_tools[0].name
        return ModelResponse([ToolCallPart(tool, {"figures": list(self.figures)})])


def suggested(text: str, *figures: dict[str, Any]) -> list[Proposal]:
    """Return what is kept of some figures that a model suggests for a text."""
    return propose_with(FunctionModel(Scripted(*figures)), text, PUBLISHED)

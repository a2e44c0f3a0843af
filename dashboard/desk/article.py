"""A text with its marks in place, one of them chosen, with the mouse or the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.components import component
from dashboard.desk.looks import legend
from dashboard.desk.marks import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dashboard.desk.looks import Look
    from dashboard.desk.marks import Span

HTML = """
<ul data-legend aria-label="What the marks mean"></ul>
<div data-text role="group"></div>
"""
CSS = """
ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1rem;
  margin: 0 0 0.5rem;
  padding: 0;
  list-style: none;
  font-size: 0.875em;
}
ul[hidden] {
  display: none;
}
[data-text] {
  max-height: 70vh;
  padding: 0.5rem 1rem;
  overflow-y: auto;
  border: 1px solid var(--st-border-color);
  border-radius: var(--st-base-radius);
  line-height: 1.75;
}
@media (max-width: 640px) {
  [data-text] {
    max-height: 45vh;
  }
}
p {
  max-width: 44rem;
  margin: 0 0 0.6em;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}
li, mark {
  color: inherit;
  text-decoration: underline 2px var(--line) var(--hue);
  text-decoration-skip-ink: none;
  text-underline-offset: 0.22em;
}
mark {
  padding: 0.1em 0;
  border-radius: 2px;
  background: color-mix(in srgb, var(--hue) 15%, transparent);
  cursor: pointer;
  unicode-bidi: isolate;
}
mark:hover {
  background: color-mix(in srgb, var(--hue) 30%, transparent);
}
mark.accepted, mark.rejected {
  background: none;
}
mark.accepted::before {
  content: "✓\\2009";
  color: var(--hue);
  font-weight: 700;
}
mark.rejected {
  text-decoration: line-through 1px solid currentColor;
  opacity: 0.75;
}
mark[data-chosen] {
  outline: 2px solid currentColor;
  outline-offset: 1px;
}
mark:focus-visible, [data-text]:focus-visible {
  outline: 3px solid var(--st-primary-color);
  outline-offset: 1px;
}
"""
"""Marks that are settled lose their ground: accepted ones are ticked, rejected ones struck."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: which look it has, what became of it, and what it says aloud."""

    look: str
    label: str
    state: str = "open"
    """`open`, `accepted` or `rejected`."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader did with a mark: `choose`, or what a key stands for."""

    does: str
    mark: str


def article(  # noqa: PLR0913 - what is shown of a text
    text: str,
    spans: Sequence[Span],
    marks: Mapping[str, Mark],
    looks: Mapping[str, Look],
    *,
    key: str,
    label: str,
    chosen: str,
    act: Callable[[Told], None],
    keys: Mapping[str, str] | None = None,
    focus: str = "",
    parameter: str = "",
) -> None:
    """Draw a text with its marks; `act` is called with what a reader does, before the next run.

    `keys` are letters and what they do. Whenever `focus` changes the first field of the card
    beside it is focused. `parameter` is that of
    the address which holds the chosen mark: stepping then adds nothing to the browser's history.
    """
    heard = f"{key} heard"

    def told() -> None:
        said = st.session_state[key].told
        if isinstance(said, dict) and said.get("id") in marks:
            st.session_state[heard] = said.get("at", 0)
            act(Told(str(said.get("does")), said["id"]))

    component("article", html=HTML, css=CSS)(
        key=key,
        data={
            "label": label,
            "lines": lines(text, spans, chosen),
            "marks": {
                name: {"look": mark.look, "state": mark.state, "label": mark.label}
                for name, mark in marks.items()
            },
            "order": list(marks),
            "chosen": chosen,
            "legend": legend(looks, (mark.look for mark in marks.values())),
            "keys": dict(keys or {}),
            "heard": st.session_state.get(heard, 0),
            "focus": focus,
            "parameter": parameter,
        },
        on_told_change=told,
    )

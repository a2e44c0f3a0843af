"""A button that copies a text: one click, without a question to any server."""

from __future__ import annotations

from dashboard.components import component

HTML = '<button type="button"></button><span role="status" aria-live="polite"></span>'
CSS = """
button {
  min-height: 2.5rem;
  padding: 0.25rem 0.75rem;
  border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius);
  background: var(--st-background-color);
  color: inherit;
  font: inherit;
  font-size: 0.875em;
  font-size: 0.875em;
  line-height: 1.6;
  cursor: pointer;
}
button:hover, button:focus-visible {
  border-color: var(--st-primary-color);
  color: var(--st-primary-color);
}
button:focus-visible {
  outline: 0.2rem solid color-mix(in srgb, var(--st-primary-color) 50%, transparent);
}
button:active {
  background: var(--st-primary-color);
  color: var(--st-background-color);
}
[role="status"] {
  margin-left: 0.6rem;
}
textarea {
  position: fixed;
  opacity: 0;
}
"""


def copy_button(label: str, text: str, *, key: str, absolute: bool = False) -> None:
    """Draw a button that copies exactly `text`.

    With `absolute` the text is an address of this server, such as `/claim?id=c-1`; what is
    copied begins with the host that the reader sees, which the server does not know.
    """
    component("copy", html=HTML, css=CSS)(
        key=key, data={"label": label, "text": text, "absolute": absolute}, width="content"
    )

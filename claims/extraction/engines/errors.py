"""What can go wrong when an optional engine is asked; each takes facts and owns its wording.

ClaimsError
├── MissingExtraError       an engine was asked for that is not installed
└── ModelFailedError        a language model gave no answer that can be read
"""

from __future__ import annotations

from claims.errors import ClaimsError


class MissingExtraError(ClaimsError):
    """An engine was asked for that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        """Take what is missing and the optional part of the program that brings it."""
        self.what, self.extra = what, extra
        super().__init__(
            f"{what} is not installed. Install it with “pip install on-record[{extra}]”, "
            "or leave the rules to read alone."
        )


class ModelFailedError(ClaimsError):
    """A language model gave no answer that can be read."""

    def __init__(self, model: str, reason: str) -> None:
        """Take the model's name and what went wrong, as its provider says it."""
        self.model, self.reason = model, reason
        super().__init__(f"The model “{model}” gave no answer that can be read: {reason}.")


class TooLongForModelError(ClaimsError):
    """A text would need more requests to a language model than are made."""

    def __init__(self, characters: int, limit: int) -> None:
        """Take how long the text is and how much of a text is sent at most."""
        self.characters, self.limit = characters, limit
        super().__init__(
            f"{characters:,} characters are more than a model is asked about: some {limit:,}. "
            "Nothing was sent; give the part that matters."
        )

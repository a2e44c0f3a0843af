"""Where: the places that a text names."""

from claims.extraction.places.finding import (
    Gazetteer,
    Mention,
    Name,
    Placed,
)

__all__ = ["Gazetteer", "Mention", "Name", "Placed"]

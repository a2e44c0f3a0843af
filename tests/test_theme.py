"""Colours and marks are told apart, on light and dark, by colour-blind readers too."""

from __future__ import annotations

import pytest

from claims.hedges import Hedge
from dashboard import theme

BACKGROUNDS = {theme.LIGHT: "#ffffff", theme.DARK: "#14171a"}
"""Those of .streamlit/config.toml."""


def test_each_hedge_has_a_shape() -> None:
    """Every hedge with a number has a mark, and those that leave different ends open differ."""
    assert set(theme.SHAPES) == set(Hedge) - {Hedge.NOT_STATED}
    kinds = [Hedge.EXACT, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.BETWEEN, Hedge.VAGUE]
    assert len({theme.SHAPES[hedge] for hedge in kinds}) == len(kinds)


@pytest.mark.parametrize("colours", BACKGROUNDS, ids=["light", "dark"])
def test_every_colour_stands_out(colours: theme.Palette) -> None:
    """Marks have a contrast of 3:1 or more against the page, text 4.5:1."""
    ground = BACKGROUNDS[colours]
    marks = {colour: _contrast(colour, ground) for colour in (*colours.claimants, colours.others)}
    text = {colour: _contrast(colour, ground) for colour in (colours.text, colours.faint)}
    assert {colour: ratio for colour, ratio in marks.items() if ratio < 3} == {}
    assert {colour: ratio for colour, ratio in text.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("colours", BACKGROUNDS, ids=["light", "dark"])
@pytest.mark.parametrize("sight", ["normal", "protan", "deutan"])
def test_colours_are_told_apart(colours: theme.Palette, sight: str) -> None:
    """No two claimants look alike, to readers who see no red or no green either."""
    seen = [_seen(colour, sight) for colour in (*colours.claimants, colours.others)]
    distances = [
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
        for n, one in enumerate(seen)
        for other in seen[:n]
    ]
    assert min(distances) >= 0.045


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)
def test_the_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    """Known ratios of the Web Content Accessibility Guidelines 2.1."""
    assert _contrast(one, other) == pytest.approx(ratio, abs=0.01)


def _linear(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue as shares of light."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return red, green, blue


def _contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours after WCAG 2.1."""
    lights = [
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), _linear(colour), strict=True))
        for colour in (one, other)
    ]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}
"""What linear colour becomes to the eye, after Machado, Oliveira and Fernandes (2009)."""


def _seen(colour: str, sight: str) -> tuple[float, ...]:
    """Return a colour as an eye sees it, in Oklab, where distance is difference."""
    light = _linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(w * c for w, c in zip(row, light, strict=True))))
        for row in SIGHT[sight]
    )
    long = (0.4122 * red + 0.5363 * green + 0.0514 * blue) ** (1 / 3)
    middle = (0.2119 * red + 0.6807 * green + 0.1074 * blue) ** (1 / 3)
    short = (0.0883 * red + 0.2817 * green + 0.6300 * blue) ** (1 / 3)
    return (
        0.2105 * long + 0.7936 * middle - 0.0041 * short,
        1.9780 * long - 2.4286 * middle + 0.4506 * short,
        0.0259 * long + 0.7828 * middle - 0.8087 * short,
    )

"""Names and titles that are as long as they may be: cut where they stand among others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dashboard.text import LONGEST, brief
from tests import factories, screen
from tests.factories import stating

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.conftest import Put

LONG = "Committee for the Counting of Everything " * 45
TITLE = "People killed, as every list that was ever kept has them " * 34
ROOM = 700
"""Letters that a line of a page may take; each of the names above has more than twice as many."""
NINE = stating("nine", id="c-nine", claimant="long", chain=("long", "arab-news"))


@pytest.fixture(autouse=True)
def _long(pages: None, put: Put) -> None:  # noqa: ARG001 - pages come first, then what they show
    party = factories.party("long", name=LONG.strip())
    asked = factories.indicator("second", title=TITLE.strip())
    claims = [stating("five", id="c-five"), NINE, stating("six", id="c-six", indicator="second")]
    put([*factories.base(), party, asked, *claims])


def lines(at: AppTest) -> list[str]:
    """Return what stands on a page without a table or the mouse: sentences, labels of links."""
    shown = [*at.markdown, *at.caption, *at.info, *at.warning, *at.subheader, *at.button]
    texts = [str(getattr(one, "value", "") or "") for one in shown]
    texts += [one.label for one in at.button]
    texts += [one.proto.label for one in at.get("page_link")]
    specs = [json.loads(one.proto.spec) for one in at.get("vega_lite_chart")]
    texts += [str(spec.get("title") or "") for spec in specs]
    return [screen.read(text) for text in texts]


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("overview", {}),
        ("indicator", {}),
        ("indicator", {"id": "khuzestan-killed"}),
        ("indicator", {"id": "khuzestan-killed", "tab": "relays"}),
        ("compare", {}),
        ("compare", {"indicator": "khuzestan-killed", "claimant": ["long", "irna"]}),
        ("explore", {"pick": "c-nine"}),
    ],
)
def test_no_long_name_pushes_others_off_the_page(page: str, address: dict[str, str]) -> None:
    """Lists, sentences, links and the titles of charts hold the beginning of a name only."""
    found = lines(screen.show(page, **address))
    assert max(map(len, found)) < ROOM, max(found, key=len)


def test_a_finding_says_its_figures_whatever_the_name() -> None:
    """What is cut is the name in the sentence, not the end of the sentence; all is on hover."""
    at = screen.show("overview")
    (finding,) = [one for one in at.markdown if "conflict" in str(one.value)]
    said = screen.read(str(finding.value))
    assert "Committee for the Counting of Everything" in said
    assert "…" in said
    assert "five and nine cannot both be true" in said or "nine and five" in said
    assert LONG.strip() in screen.read(finding.proto.help)


def test_a_link_that_is_cut_is_whole_under_the_mouse() -> None:
    """The claim of the long name is reached by its figure and the beginning of the name."""
    at = screen.show("claim", id="c-five")
    (link,) = [one for one in at.button if screen.read(one.label).startswith(":primary[nine, Com")]
    assert len(screen.read(link.label)) < LONGEST + len(":primary[]") + 1
    assert LONG.strip() in screen.read(link.help or "")


def test_the_page_of_a_claim_has_the_whole_name() -> None:
    """The table of its fields says who asserts it, every letter."""
    assert LONG.strip() in screen.table(screen.show("claim", id="c-nine"))["Claimant"]


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("nine", 4, "nine"),
        ("ninety", 4, "nin…"),
        ("at least nine", 9, "at least…"),
        ("two\nlines", 20, "two lines"),
        ("", 4, ""),
    ],
)
def test_what_is_cut_says_so(text: str, most: int, shown: str) -> None:
    """An ellipsis takes the place of the last letter that there is room for."""
    assert brief(text, most) == shown

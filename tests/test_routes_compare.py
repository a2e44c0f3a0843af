"""Files of a comparison: what the page refuses to set side by side is refused as a file too."""

from __future__ import annotations

import pytest

from tests.routed import ask

pytestmark = pytest.mark.usefixtures("pages")
TROOPS = "us-troops-iraq"
SUFFIXES = ("csv", "xlsx", "json", "jsonl", "jsonld", "zip", "html", "png", "svg", "vl.json")
FIVE_INDICATORS = "&".join(
    f"indicator={name}"
    for name in (TROOPS, "coalition-troops-iraq-non-us", "khuzestan-protests-2021-killed",
                 "nato-mission-iraq-personnel", "us-troops-iraq-force-cap")
)  # fmt: skip


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (FIVE_INDICATORS, "No more than four indicators are read side by side; 5 are chosen."),
        (f"indicator={TROOPS}", "“US troops in Iraq” alone: choose another indicator"),
        (f"indicator={TROOPS}&claimant=cnn", "“US troops in Iraq” alone: choose another"),
    ],
)
def test_what_the_page_refuses_to_compare_is_in_no_file(asked: str, said: str, suffix: str) -> None:
    """The refusal is that of the page, as JSON where JSON was asked for."""
    answer = ask(f"/compare.{suffix}?{asked}")
    assert answer.status_code == 400
    if suffix.endswith("json"):
        assert said in answer.json()["error"]["message"]
    else:
        assert said in answer.text


def test_four_indicators_and_two_claimants_under_one_are_files() -> None:
    """What the page draws, files hold."""
    four = FIVE_INDICATORS.rsplit("&", 1)[0]
    two = f"indicator={TROOPS}&claimant=cnn&claimant=associated-press"
    assert [ask(f"/compare.json?{asked}").status_code for asked in (four, two)] == [200, 200]

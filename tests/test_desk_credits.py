"""The agency that a text credits in its dateline stands in the chain before the publisher."""

from __future__ import annotations

import pytest

from claims.desk.whom import credited

CASES = {
    "a dash": ("BAGHDAD (AFP) - Five people were killed.", "AFP"),
    "a long dash, a day": ("MOSUL, Iraq, 7 May (Reuters) — Five died.", "Reuters"),
    "below a headline": ("Five dead in blast\n\nBAGHDAD (AP) -- Five people were killed.", "AP"),
    "a colon": ("BAGHDAD (AFP): Five people were killed.", "AFP"),
    "none": ("BAGHDAD: Five people were killed.", ""),
    "brackets in the text": ("The Red Cross (ICRC) said five people were killed.", ""),
    "an age": ("Ana Diaz (43) - a nurse - was hurt.", ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_a_dateline_names_its_agency(case: str) -> None:
    """Only before the dash or colon of a dateline; brackets elsewhere credit nobody."""
    text, agency = CASES[case]
    assert credited(text) == agency

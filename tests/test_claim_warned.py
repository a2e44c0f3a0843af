"""What the page of a claim warns of aloud, and what it says quietly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.prose import Caution
from dashboard.pages.claim import QUIET
from tests import at_desk, factories, screen
from tests.factories import stating

if TYPE_CHECKING:
    from tests.conftest import Put

pytestmark = pytest.mark.usefixtures("pages")
FIVE = stating("five", id="c-five")
NINE = stating("nine", id="c-nine", claimant="fars", chain=("fars", "arab-news"))


def test_a_contradiction_is_a_warning_and_age_is_not(put: Put) -> None:
    """An editor sees at once that another figure stands against it; most figures are stale."""
    stale = factories.indicator(shelf_life="P1M")
    put([*factories.base()[:-1], stale, factories.party("fars"), FIVE, NINE])
    at = screen.show("claim", id=FIVE.id)
    aloud = [screen.read(str(one.value)) for one in at.warning]
    quietly = [screen.read(str(one.value)) for one in at.caption]
    assert [said.split(":")[0] for said in aloud] == ["Contested"]
    assert any(said.startswith("Stale: ") for said in quietly)
    assert "cannot be true together with it" in at_desk.told(at)


def test_what_takes_a_figure_out_of_use_is_never_quiet() -> None:
    """Contested, superseded and withdrawn are warnings, and so is a higher figure on record."""
    loud = {Caution.CONTESTED, Caution.HIGHER, Caution.SUPERSEDED, Caution.WITHDRAWN}
    assert set(Caution) - QUIET == loud

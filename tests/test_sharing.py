"""What leaves the house: the menu, the routes and the pages name the same forms."""

from __future__ import annotations

import pytest

from dashboard import routes, selections, sharing
from dashboard.main import PAGES
from dashboard.routes.files import FORMS


def test_the_menu_offers_every_form_that_there_is() -> None:
    """A form that no page leads to is found by nobody."""
    assert set(sharing.FILES) == set(FORMS)


def test_the_routes_are_those_of_pages_that_have_files() -> None:
    """The list is written again where the server starts, which loads nothing else."""
    assert routes.PAGES == selections.PAGES
    assert set(selections.PAGES) <= set(PAGES)


@pytest.mark.parametrize("page", sorted(sharing.CHARTED))
def test_a_page_with_a_chart_has_files(page: str) -> None:
    """The chart is one of them."""
    assert page in selections.PAGES

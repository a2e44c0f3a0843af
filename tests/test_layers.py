"""The architecture: which module may import which, checked on the source itself."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
LADDER = """
    claims.errors
    claims.fields claims.vocabulary claims.hedges
    claims.quantities
    claims.numerals
    claims.periods
    claims.records
    claims.collection
    claims.references claims.lookalikes claims.reasons claims.origins
    claims.comparison
    claims.checks claims.pairs claims.explaining claims.floors claims.ageing
    claims.states
    claims.extraction claims.documents
    claims.prose
    claims.analysis
    claims.imports
    claims.ledger
    claims.changes claims.since
    claims.intake claims.editions claims.desk
    claims.export
    claims.cli
    dashboard.theme dashboard.text
    dashboard.serving
    dashboard.grammar
    dashboard.data dashboard.links
    dashboard.places dashboard.components
    dashboard.selections
    dashboard.request
    dashboard.filters
    dashboard.axes
    dashboard.charts
    dashboard.diagrams
    dashboard.parts dashboard.clipboard
    dashboard.picks
    dashboard.courses
    dashboard.sharing dashboard.differences
    dashboard.relations dashboard.cards dashboard.findings dashboard.explain dashboard.together
    dashboard.desk
    dashboard.pages
    dashboard.main
    dashboard.entry
    dashboard.headers dashboard.images dashboard.heeded dashboard.previews
    dashboard.routes
    streamlit_app
"""
"""A line is a rung: its modules import from the rungs above, from themselves and beside them."""
RUNGS = {name: height for height, line in enumerate(LADDER.split("\n")) for name in line.split()}
CODE = sorted([*ROOT.glob("claims/**/*.py"), *ROOT.glob("dashboard/**/*.py"), *ROOT.glob("*.py")])
EVERYTHING = sorted([*CODE, *ROOT.glob("tests/**/*.py")])
LONGEST = 300


def _name(path: Path) -> str:
    """Return the dotted name of a module: `claims.ledger.append`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _rung(module: str) -> str | None:
    """Return the longest name on the ladder that a module is, or belongs to."""
    parts = module.split(".")
    names = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return next((name for name in names if name in RUNGS), None)


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the full name of everything that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_a_module_imports_only_from_earlier_rungs(path: Path) -> None:
    """Imports run down the ladder, typing imports too; a new module gets a rung first."""
    module = _name(path)
    if module in {"claims", "dashboard"}:
        return
    rung = _rung(module)
    assert rung is not None, f"{module} is on no rung of the ladder in {Path(__file__).name}"
    wrong = [
        f"line {line}: {imported}"
        for line, imported in _imports(path)
        if imported.split(".")[0] in {"claims", "dashboard", "streamlit_app"}
        and RUNGS.get(_rung(imported) or "", 0) > RUNGS[rung]
    ]
    assert wrong == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("claims/**/*.py")), ids=_name)
def test_the_claims_package_knows_nothing_of_the_browser(path: Path) -> None:
    """A notebook or a cron job that uses the records needs neither Streamlit nor Altair."""
    drawn = {"streamlit", "altair", "dashboard", "streamlit_app"}
    assert [i for i in _imports(path) if i[1].split(".")[0] in drawn] == []


@pytest.mark.parametrize("path", EVERYTHING, ids=_name)
def test_imports_are_absolute(path: Path) -> None:
    """The ladder reads whole names, and so does a person who searches for them."""
    assert [i for i in _imports(path) if i[1].startswith(".")] == []


@pytest.mark.parametrize("path", EVERYTHING, ids=_name)
def test_no_file_is_too_long_to_read(path: Path) -> None:
    """A file is read in one sitting."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST

"""The README holds: its Python runs, its commands exist, its table names what is installed."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.cli import main
from dashboard.main import PAGES
from tests import importing

if TYPE_CHECKING:
    from collections.abc import Mapping

    import click

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS: Mapping[str, click.Command] = main.commands


def test_python_of_the_readme_runs_as_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each line of Python in the README gives what the README says."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    parsed = doctest.DocTestParser().get_doctest(README, {}, "README.md", None, None)
    assert len(parsed.examples) > 10
    assert doctest.DocTestRunner(verbose=False).run(parsed) == (0, len(parsed.examples))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    """A command that exists is shown with its use."""
    assert re.search(rf"^claims {name}\b", README, re.MULTILINE)


@pytest.mark.parametrize("name", re.findall(r"^claims ([\w-]+)", README, re.MULTILINE))
def test_the_readme_names_no_other_command(name: str) -> None:
    """A command that the README shows exists."""
    assert name in COMMANDS


@pytest.mark.parametrize("page", ["Overview", "Explore", "Sources", "Method"])
def test_every_page_of_the_menu_is_in_the_tour(page: str) -> None:
    """The tour names the pages as the menu does."""
    assert page in {title for title, _ in PAGES.values()}
    assert f"**{page}**" in README


def test_every_dependency_is_justified() -> None:
    """The README's table names just the packages that are installed, each with its reason."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.match(r"[\w-]+", line)[0].lower() for line in project["dependencies"]}  # type: ignore[index] # every line starts with a name
    named = re.findall(r"^\| ([\w-]+) \| [\w.-]+ \| .+ \|$", README, re.MULTILINE)
    assert set(named) == wanted


def test_the_mapping_of_the_readme_reads_a_table(tmp_path: Path) -> None:
    """The mapping that is printed is one, and reads the words and forms that it names."""
    (text,) = re.findall(r"^```yaml\n(.+?)^```", README, re.MULTILINE | re.DOTALL)
    rows = "day;killed;how;state\n01.05.2024;1.204;ca;\n02.05.2024;1.204;;carried\n"
    claims, problems = importing.read(importing.table(tmp_path, rows), importing.mapping(text))
    assert problems == []
    assert [(str(c.period), c.quantity and c.quantity.as_stated) for c in claims] == [
        ("2024-05-01", "ca [about] 1,204")
    ]


def test_the_picture_of_the_readme_is_there() -> None:
    """Each picture that the README shows is in the repository."""
    pictures = re.findall(r"!\[.*?\]\((.*?)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)

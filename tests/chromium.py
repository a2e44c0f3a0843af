"""The Chromium that the browser tests drive: found, or else installed.

`python -m tests.chromium` prints where it is. It takes the one that ON_RECORD_CHROMIUM names,
or one that the machine has; failing that it installs Debian's package where it may (as root
on Debian), and elsewhere the build that Playwright brings. Where none can be had it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
DEBIAN = (
    ("apt-get", "update"),
    ("apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"),
)
PLAYWRIGHT = ((sys.executable, "-m", "playwright", "install", "chromium"),)


class NoChromiumError(Exception):
    """No Chromium is on this machine."""

    def __init__(self, why: str) -> None:
        """Take what was tried."""
        super().__init__(
            f"The browser tests need Chromium, and {why}. Install Chromium or Chrome, "
            "or set ON_RECORD_CHROMIUM to the program."
        )


def find() -> Path:
    """Return the Chromium to use. Raises NoChromiumError where the machine has none."""
    if named := os.environ.get("ON_RECORD_CHROMIUM"):
        if shutil.which(named) is None:
            why = f"ON_RECORD_CHROMIUM names no program: {named}"
            raise NoChromiumError(why)
        return Path(named)
    found = [Path(path) for name in NAMES if (path := shutil.which(name))]
    found += [path for path in MAC_APPS if path.exists()]
    if found:
        return found[0]
    with sync_playwright() as playwright:
        bundled = Path(playwright.chromium.executable_path)
    if not bundled.exists():
        why = "none is installed"
        raise NoChromiumError(why)
    return bundled


def install() -> None:
    """Install Chromium in the way that this machine allows. Raises NoChromiumError."""
    debian = _is_debian() and os.geteuid() == 0
    for command in DEBIAN if debian else PLAYWRIGHT:
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run(command, env=quiet, check=False).returncode != 0:  # noqa: S603 - our own words
            why = f"“{' '.join(command)}” failed"
            raise NoChromiumError(why)


def _is_debian() -> bool:
    """Tell whether this is Debian itself: Ubuntu's package is only a pointer to a snap."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text().splitlines()


def main() -> str:
    """Find Chromium, installing it first where there is none, and return where it is."""
    try:
        return str(find())
    except NoChromiumError:
        if "ON_RECORD_CHROMIUM" in os.environ:
            raise
    install()
    return str(find())


if __name__ == "__main__":
    try:
        sys.stdout.write(f"Browser tests use {main()}\n")
    except NoChromiumError as error:
        sys.exit(str(error))

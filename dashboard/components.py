"""Our own small scripts in the page, each a file of this server.

Streamlit loads a script that is given as text from a `blob:` address, which the content
security policy forbids. A script in a folder that a component declares it loads from this
server: `/_stcore/bidi-components/on-record.copy/copy.js`. Only files of `scripts` are served.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

PROJECT = "on-record"
FOLDER = "scripts"


def component(script: str, *, html: str | None = None, css: str | None = None) -> ComponentRenderer:
    """Return what mounts `scripts/<script>.js`; to be called within a run of the page.

    Streamlit finds the folder of a component only where a package of the project's own name
    is installed, so it is told here, once for each server.
    """
    name = f"{PROJECT}.{script}"
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(name) is None:
        served = ComponentManifest(PROJECT, "1", [ComponentConfig(script, FOLDER)])
        manager.register_from_manifest(served, Path(__file__).parent)
    return st.components.v2.component(name, html=html, css=css, js=f"{script}.js")

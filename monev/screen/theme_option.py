"""The colours of the theme as .streamlit/config.toml sets them."""

from __future__ import annotations

from typing import Any

import streamlit as st


def theme_option(mode: str, key: str) -> Any:
    """One key of the theme in a `mode` ("light", "dark")."""
    return st.get_option(f"theme.{mode}.{key}")

"""A button that copies a text, in the look of the buttons beside it; Streamlit's own is English and too small."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_BUTTON = st.components.v2.component(
    "salin",
    html="<button type='button'></button>",
    css=Path(__file__).with_suffix(".css").read_text("utf-8"),
    js=Path(__file__).with_suffix(".js").read_text("utf-8"),
)


def copy_button(text: str, label: str, key: str) -> None:
    """A button called `label` that puts `text` on the clipboard and says so."""
    _BUTTON(
        key=key,
        data={"text": text, "label": label, "done": "Tersalin", "refused": "Blok teks di atas, lalu salin"},
        height="content",
    )

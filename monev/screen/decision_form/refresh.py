"""A part of the page that looks again soon, as long as something is on its way."""

from __future__ import annotations

import time
from pathlib import Path

import streamlit as st

#: Milliseconds until it looks again: together with the sender's own pace, what is true stands there within 3 seconds.
WAITS = 1_500

_SOON = st.components.v2.component(
    "lihat_lagi",
    html="<span></span>",
    js=Path(__file__).with_suffix(".js").read_text("utf-8"),
    isolate_styles=False,
)


def look_again(name: str, waiting: bool) -> None:
    """Run the fragment that calls this again soon, where something is `waiting`; else nothing happens by itself."""
    data = {"waits": WAITS if waiting else 0, "turn": time.monotonic()}
    _SOON(key=f"lihat_lagi_{name}", data=data, on_lihat_change=lambda: None)

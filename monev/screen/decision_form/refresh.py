"""A part of the page that looks again soon, as long as something is on its way."""

from __future__ import annotations

import time

import streamlit as st

#: Milliseconds until it looks again: together with the sender's own pace, what is true stands there within 3 seconds.
WAITS = 1_500

_SOON = st.components.v2.component(
    "lihat_lagi",
    html="<span></span>",
    css=".st-key-lihat_lagi_daftar,.st-key-lihat_lagi_garis{display:none}",
    js="""
export default function ({ data, parentElement, setTriggerValue }) {
  clearTimeout(parentElement.waits)
  if (data.waits) parentElement.waits = setTimeout(() => setTriggerValue("lihat", data.turn), data.waits)
  return () => clearTimeout(parentElement.waits)
}
""",
    isolate_styles=False,
)


def look_again(name: str, waiting: bool) -> None:
    """Run the fragment that calls this again soon, where something is `waiting`; else nothing happens by itself."""
    data = {"waits": WAITS if waiting else 0, "turn": time.monotonic()}
    _SOON(key=f"lihat_lagi_{name}", data=data, on_lihat_change=lambda: None)

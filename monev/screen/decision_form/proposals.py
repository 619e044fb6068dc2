"""Rows of what has to be decided: whoever presses one gets the form with what the row says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import streamlit as st

from monev.meeting.sentence import Days, understand
from monev.words import spoken, words

#: As the component calls the row that was pressed: its uraian, siapa and tenggat.
PRESSED = "baris"

_ROWS = st.components.v2.component(
    "usul_keputusan",
    html="<span></span>",
    css=".st-key-catat_usul{display:none}",
    js="""
const ROW = ".putus li[data-uraian]"
export default function ({ parentElement, setTriggerValue }) {
  parentElement.stop?.()
  const pressed = (event) => {
    const row = event.target.closest?.(ROW)
    // A link in the row leads to its cell, and who marks words to copy them does not press.
    if (!row || event.target.closest("a") || String(getSelection()).trim()) return
    setTriggerValue("baris", { ...row.dataset })
  }
  const keys = (event) => {
    if (event.key !== "Enter" || !event.target.matches?.(ROW)) return
    event.preventDefault()
    pressed(event)
  }
  // Rows come and go with the pages: each is within reach of the keyboard while it is there.
  const reach = () => {
    for (const row of document.querySelectorAll(`${ROW}:not([tabindex])`)) row.setAttribute("tabindex", "0")
  }
  const watch = new MutationObserver(reach)
  watch.observe(document.body, { subtree: true, childList: true })
  reach()
  document.addEventListener("click", pressed)
  document.addEventListener("keydown", keys)
  parentElement.stop = () => {
    watch.disconnect()
    document.removeEventListener("click", pressed)
    document.removeEventListener("keydown", keys)
  }
  return () => parentElement.stop()
}
""",
    isolate_styles=False,
)


def listen(key: str, pressed: Callable[[], None]) -> None:
    """Call `pressed` when somebody presses a row, which is then st.session_state[key]["baris"]."""
    _ROWS(key=key, on_baris_change=pressed)


def sentence(row: Mapping[str, str], today: dt.date) -> str:
    """What a decision about a row says: "KPU: kirim pengganti segel, paling lambat 8 November"."""
    what = spoken.plain(str(row.get("uraian") or "")).strip().rstrip(".")
    who = str(row.get("siapa") or "").strip()
    until = understand(str(row.get("tenggat") or ""), Days(today), {}, {}).day
    said = f"{who}: {what}" if who else what
    return f"{said}, paling lambat {words.date_spoken(until)}" if until else said

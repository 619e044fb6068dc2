"""Rows of what has to be decided: whoever presses one gets the form with what the row says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st

from monev.meeting.sentence import Days, understand
from monev.words import spoken, words

#: As the component calls the row that was pressed: its uraian, siapa and tenggat.
PRESSED = "baris"

_ROWS = st.components.v2.component(
    "usul_keputusan",
    html="<span></span>",
    js=Path(__file__).with_suffix(".js").read_text("utf-8"),
    isolate_styles=False,
)


def listen(key: str, pressed: Callable[[], None]) -> None:
    """Call `pressed` when somebody presses a row, which is then st.session_state[key]["baris"]."""
    _ROWS(key=key, on_baris_change=pressed)


def sentence(row: Mapping[str, str], today: dt.date) -> str:
    """What a decision about a row says: "Dinkes: kirim vaksin pengganti, paling lambat 8 November"."""
    what = spoken.plain(str(row.get("uraian") or "")).strip().rstrip(".")
    who = str(row.get("siapa") or "").strip()
    until = understand(str(row.get("tenggat") or ""), Days(today), {}, {}).day
    said = f"{who}: {what}" if who else what
    return f"{said}, paling lambat {words.date_spoken(until)}" if until else said

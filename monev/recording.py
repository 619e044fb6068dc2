"""Recording a decision from the page on screen: one key opens a short form at the foot, Enter keeps it."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

import streamlit as st

from monev import store, words
from monev.decision import LONGEST, Decision, new_id, record
from monev.decision.due import due
from monev.draw import recorded
from monev.opening import Page, show
from monev.visit import reading

log = logging.getLogger("monev")

#: The key that opens the form, and the one that closes it without recording anything.
OPENS, CLOSES = "K", "Esc"
#: Days until a decision is due, unless somebody says otherwise.
USUALLY_DUE = 7
#: Fields of the form; what else a visit keeps: whether it is open, how often it was opened, what came of the last one.
_WHAT, _ABOUT, _WHO, _WHEN = "catat_uraian", "catat_tentang", "catat_siapa", "catat_tenggat"
_OPEN, _TIMES, _DONE, _FAILED = "catat_terbuka", "catat_kali", "catat_hasil", "catat_galat"

_FOCUS = st.components.v2.component(
    "fokus",
    html="<span></span>",
    css=".st-key-fokus{display:none}",
    js="""
export default function ({ data }) {
  // Once per opening: a later run of the form must not take the cursor away from where it is.
  if (document.documentElement.dataset.catat === String(data.times)) return
  document.documentElement.dataset.catat = String(data.times)
  setTimeout(() => document.querySelector(".st-key-catat input")?.focus(), 60)
}
""",
    isolate_styles=False,
)


@st.fragment(key="catat-bagian")
def bar(page: Page) -> None:
    """The button at the top and, once it or its key is pressed, the form at the foot of the page.

    Numbers of a past meeting are looked at, not decided upon: there is no button then.
    """
    if page.held.meeting and page.held.meeting.name != page.held.on:
        return
    with st.container(key="catat-tombol"):
        st.button("Catat keputusan", shortcut=OPENS, key="catat_buka", on_click=_toggle)
    if st.session_state.get(_OPEN):
        _form(page)
    elif done := st.session_state.pop(_DONE, None):
        with st.container(key="catat"):
            show(recorded.kept(*done))


def _form(page: Page) -> None:
    all_of_them = page.ask("tindak_lanjut/tentang")
    own = [row for row in all_of_them if page.name == row["halaman"]]
    about = {(row["halaman"], row["kode"]): row for row in own or all_of_them}
    owners = {row["kode"]: row["label"] for row in page.ask("tindak_lanjut/pemilik")}
    # Also whoever looks at newer numbers than the meeting's decides in that meeting.
    met = dt.date.fromisoformat(page.held.on[:10]) if page.held.on else page.today
    st.session_state.setdefault(_WHEN, words.date_spoken(page.today + dt.timedelta(days=USUALLY_DUE)))
    with st.container(key="catat"), st.form("keputusan", border=False):
        what, subject, who, when, act = st.columns([4.4, 3, 1.9, 2, 2.5], vertical_alignment="bottom", gap="small")
        what.text_input("Apa yang diputuskan", key=_WHAT, max_chars=LONGEST, placeholder="Tugas dalam satu kalimat")
        subject.selectbox(
            "Tentang", list(about), key=_ABOUT, format_func=lambda one: recorded.subject(about[one], page.name)
        )
        who.selectbox("Siapa", list(owners), key=_WHO, format_func=owners.get)
        when.text_input("Sampai kapan", key=_WHEN, max_chars=40, placeholder="8 November atau 3 hari")
        with act, st.container(horizontal=True, gap="small", key="catat-tindakan"):
            given = (page.folder, page.facts["id"], met, page.today, about, owners)
            st.form_submit_button("Catat", type="primary", on_click=_record, args=given)
            st.form_submit_button("Batal", shortcut=CLOSES, on_click=_toggle)
        if st.session_state.get(_FAILED):
            show(recorded.refused(st.session_state[_FAILED]))
    _FOCUS(key="fokus", data={"times": st.session_state[_TIMES]})


def _toggle() -> None:
    st.session_state[_OPEN] = not st.session_state.get(_OPEN)
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1
    st.session_state[_FAILED] = ""


def _record(folder: str, snapshot: str, met: dt.date, today: dt.date, about: dict, owners: dict[str, str]) -> None:
    """Callback: keep the decision on disk, or say why it cannot be kept and leave the form as it is."""
    chosen = about[st.session_state[_ABOUT]]
    try:
        until = due(st.session_state[_WHEN] or "", today)
        one = Decision(
            new_id(met), reading.now(), met, chosen["halaman"], st.session_state[_WHAT] or "", st.session_state[_WHO],
            until, chosen["kode"], recorded.value_then(chosen), snapshot,
        )  # fmt: skip
        record(Path(folder), one)
    except (ValueError, store.StoreError) as error:
        st.session_state[_FAILED] = str(error)
        return
    except OSError as error:
        log.error("Keputusan belum dapat disimpan: %s", error)
        st.session_state[_FAILED] = "Disk server belum dapat ditulisi, jadi keputusan ini BELUM tercatat."
        return
    log.info("Keputusan %s dicatat.", one.id)
    _toggle()
    st.session_state[_DONE] = (one.uraian, owners[one.penanggung_jawab], until)
    del st.session_state[_WHAT], st.session_state[_WHEN]

"""Recording a decision from the page on screen: one key opens a short form at the foot, Enter keeps it."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

import streamlit as st

from monev import clock, gate, store, words
from monev.access import Right, audit
from monev.decision import Decision, new_id, record
from monev.decision.due import due
from monev.draw import recorded
from monev.opening import Page, show

log = logging.getLogger("monev")

#: The key that opens the form, and the one that closes it without recording anything.
OPENS, CLOSES = "K", "Esc"
#: Days until a decision is due, unless somebody says otherwise.
USUALLY_DUE = 7
#: How long a page says that a decision was kept.
TOLD = dt.timedelta(seconds=12)
#: Fields of the form; what else a visit keeps: the page on which it is open, how often it was opened, what came of the
#: last try.
_WHAT, _ABOUT, _WHO, _WHEN = "catat_uraian", "catat_tentang", "catat_siapa", "catat_tenggat"
_OPEN, _TIMES, _DONE, _FAILED = "catat_terbuka", "catat_kali", "catat_hasil", "catat_galat"

_DRAFT = st.components.v2.component(
    "naskah",
    html="<span></span>",
    css=".st-key-naskah{display:none}",
    js="""
const KEY = "naskah-keputusan"
const field = () => document.querySelector(".st-key-catat input")

export default function ({ data, parentElement }) {
  parentElement.stop?.()
  if (data.kept) return sessionStorage.removeItem(KEY)
  // What is typed lies in the browser until it is recorded: no change of page and no lost server takes it away.
  const typed = (event) => event.target === field() && sessionStorage.setItem(KEY, event.target.value)
  // Esc in an open list closes the list alone.
  const keys = (event) => {
    if (event.key !== "Escape" || !document.querySelector(".st-key-catat [aria-expanded=true]")) return
    event.stopImmediatePropagation()
    document.activeElement.blur()
  }
  document.addEventListener("input", typed, true)
  addEventListener("keydown", keys, true)
  parentElement.stop = () => {
    document.removeEventListener("input", typed, true)
    removeEventListener("keydown", keys, true)
  }
  // Once per opening: a later run of the form must not take the cursor away from where it is.
  if (document.documentElement.dataset.catat !== String(data.times)) {
    document.documentElement.dataset.catat = String(data.times)
    setTimeout(() => {
      const input = field(), draft = sessionStorage.getItem(KEY)
      if (!input) return
      if (draft && !input.value) {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, draft)
        input.dispatchEvent(new Event("input", { bubbles: true }))
      }
      input.focus()
    }, 60)
  }
  return () => parentElement.stop()
}
""",
    isolate_styles=False,
)


@st.fragment(key="catat-bagian")
def bar(page: Page) -> None:
    """The button at the top and, once it or its key is pressed, the form at the foot of the page.

    Numbers of a past meeting are looked at, not decided upon, and not everybody records: there is no button then.
    """
    if not page.person.may(Right.RECORD):
        return
    if page.held.meeting and page.held.meeting.name != page.held.on:
        return
    st.button("Keputusan", shortcut=OPENS, key="catat_buka", on_click=_toggle, args=(page.name,))
    if st.session_state.get(_OPEN) == page.name:
        _form(page)
    elif (done := st.session_state.get(_DONE)) and clock.now() - done[0] < TOLD:
        with st.container(key="catat"):
            show(recorded.kept(*done[1:]))
        _DRAFT(key="naskah", data={"kept": True})


def _form(page: Page) -> None:
    everything = page.ask("tindak_lanjut/tentang")
    own = [row for row in everything if row["halaman"] == page.name]
    about = {recorded.subject(row, page.name): row for row in own or everything}
    owners = {row["kode"]: row["label"] for row in page.ask("tindak_lanjut/pemilik")}
    # Also whoever looks at newer numbers than the meeting's decides in that meeting.
    met = dt.date.fromisoformat(page.held.on[:10]) if page.held.on else page.today
    usual = [*owners].index(first) if (first := next(iter(about.values()))["pemilik"]) in owners else None
    st.session_state.setdefault(_WHEN, words.date_spoken(page.today + dt.timedelta(days=USUALLY_DUE)))
    with st.container(key="catat"), st.form("keputusan", border=False):
        what, subject, who, when, act = st.columns([4.2, 3, 2.2, 2, 2.4], vertical_alignment="bottom", gap="small")
        what.text_input("Apa yang diputuskan", key=_WHAT, placeholder="Tugas dalam satu kalimat")
        subject.selectbox("Tentang", list(about), key=_ABOUT)
        who.selectbox("Siapa", list(owners), index=usual, key=_WHO, format_func=owners.get, placeholder="Pilih lembaga")
        when.text_input("Sampai kapan", key=_WHEN, placeholder="8 November atau 3 hari")
        with act, st.container(horizontal=True, gap="small", key="catat-tindakan"):
            given = (page, met, about, owners)
            st.form_submit_button("Catat", type="primary", on_click=_record, args=given)
            st.form_submit_button("Batal", shortcut=CLOSES, on_click=_close)
        if st.session_state.get(_FAILED):
            show(recorded.refused(st.session_state[_FAILED]))
    _DRAFT(key="naskah", data={"times": st.session_state[_TIMES]})


def _toggle(page: str) -> None:
    """Callback: open the form on this page, or close it there."""
    was_open = st.session_state.get(_OPEN) == page
    _close()
    if not was_open:
        st.session_state[_OPEN] = page
        st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1


def _close() -> None:
    st.session_state[_OPEN], st.session_state[_FAILED] = "", ""
    for field in (_WHAT, _ABOUT, _WHO, _WHEN):
        st.session_state.pop(field, None)


def _record(page: Page, met: dt.date, about: dict, owners: dict[str, str]) -> None:
    """Callback: keep the decision on disk, or say why it cannot be kept and leave the form as it is."""
    typed = st.session_state
    if not typed.get(_OPEN):  # Enter pressed twice
        return
    if not gate.allowed(page.person, Right.RECORD):
        _close()
        return
    try:
        chosen, owner = about.get(typed.get(_ABOUT)), typed.get(_WHO)
        if chosen is None or owner not in owners:
            raise ValueError("Pilih siapa yang mengerjakan." if chosen else "Pilih lagi tentang apa keputusan ini.")
        one = Decision(
            new_id(met), clock.now(), met, chosen["halaman"], typed.get(_WHAT) or "", (owner,),
            due(typed.get(_WHEN) or "", page.today), chosen["kode"], recorded.value_then(chosen), page.facts["id"],
        )  # fmt: skip
        record(Path(page.folder), one)
    except (ValueError, store.StoreError) as error:
        typed[_FAILED] = str(error)
        return
    except OSError as error:
        log.error("Keputusan belum dapat disimpan: %s", error)
        typed[_FAILED] = "Folder potret di server belum dapat ditulisi, jadi keputusan ini BELUM tercatat."
        return
    log.info("Keputusan %s dicatat.", one.id)
    gate.note(page.person, audit.RECORDED, one.id)
    _close()
    typed[_DONE] = (one.dicatat, one.uraian, owners[owner], one.tenggat)

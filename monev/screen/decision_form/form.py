"""Recording a decision from the page on screen: one key, one sentence that fills a short form, Enter."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import replace

import streamlit as st

from monev.meeting import change
from monev.meeting.decision import Decision, new_id, record
from monev.meeting.due_date import due
from monev.meeting.sentence import Understood
from monev.screen.access import audit, gate
from monev.screen.access.roles import Right
from monev.screen.decision_form import changes, confirmation, differences, fields, proposals, sentence_field, typed
from monev.screen.decision_form.fields import ABOUT, WHEN, WHO, Choices
from monev.screen.draw import decision_form
from monev.screen.fragment import fragment
from monev.screen.page import Page, show
from monev.snapshot import store
from monev.words import clock

log = logging.getLogger("monev")

#: The key that opens the form, and the one that closes it without recording anything.
OPENS, CLOSES = "K", "Esc"
#: What hears a row that is pressed; what else a visit keeps: the page on which the form is open, how often it was
#: opened, the decision (a row of the outbox) that it puts right, why the last try failed.
_ROWS, _OPEN, _TIMES, _PUTS_RIGHT, _FAILED = "catat_usul", "catat_terbuka", "catat_kali", "catat_dari", "catat_galat"
_LOOK = "Isiannya baru diisi dari kalimat. Periksa, lalu tekan Enter sekali lagi."


@fragment(key="catat-bagian")
def bar(page: Page) -> None:
    """The button at the top and, once it or its key is pressed, the form at the foot of the page.

    Not everybody records. Of a past meeting nothing new is recorded, and there is no button then; what was recorded in
    it can still be put right for a while.
    """
    if not page.person.may(Right.RECORD):
        return
    if not page.held.meeting or page.held.meeting.name == page.held.on:
        st.button("Keputusan", shortcut=OPENS, key="catat_buka", on_click=_toggle, args=(page.name,))
        proposals.listen(_ROWS, lambda: _propose(page))
    elif not st.session_state.get(_PUTS_RIGHT) and not confirmation.said():
        return
    if st.session_state.get(_OPEN) == page.name:
        _form(page)
    else:
        confirmation.line(page, lambda id: _put_right(page, id))


def listed(page: Page) -> None:
    """What was recorded for the meeting in view, each with the ways to change it as long as that can be."""
    changes.listed(page, lambda id: _put_right(page, id))


def _form(page: Page) -> None:
    choices = _choices(page)
    said = fields.read(typed.text(), page, choices)
    origin = fields.fill(said, choices)
    old = st.session_state.get(_PUTS_RIGHT)
    with st.container(key="catat"):
        sentence_field.field(
            typed.FIELD, said.sentence, said.spans, st.session_state[_TIMES], typed.replacement(),
            lambda: _enter(page, typed.entered()), lambda: _date(page, typed.dated()), old["id"] if old else "",
        )  # fmt: skip
        who, when, subject, act = st.columns([3.4, 2.2, 3, 2.4], vertical_alignment="bottom", gap="small")
        with who:
            show(decision_form.label("Siapa", origin[WHO]))
            st.multiselect("Siapa", list(choices.owners), key=WHO, format_func=choices.owners.get,
                           placeholder="Pilih lembaga", label_visibility="collapsed")  # fmt: skip
        with when:
            show(decision_form.label("Sampai kapan", origin[WHEN]))
            st.text_input("Sampai kapan", key=WHEN, placeholder="8 November atau 3 hari", label_visibility="collapsed")
        with subject:
            show(decision_form.label("Tentang", origin[ABOUT]))
            st.selectbox("Tentang", list(choices.about), key=ABOUT, label_visibility="collapsed")
        with act, st.container(horizontal=True, gap="small", key="catat-tindakan"):
            st.button("Simpan perubahan" if old else "Catat", type="primary", key="catat_simpan",
                      on_click=lambda: _enter(page, typed.text()))  # fmt: skip
            st.button("Batal", key="catat_batal", shortcut=CLOSES, on_click=_close)
        differences.tell(said, choices, origin[WHEN] == fields.ENTERED, st.session_state.get(_FAILED) or "",
                       old["id"] if old else "")  # fmt: skip


def _choices(page: Page) -> Choices:
    everything = page.ask("tindak_lanjut/tentang")
    own = [row for row in everything if row["halaman"] == page.name]
    # Those of the page first: of what fits a sentence alike, what is on screen is meant.
    ordered = [*own, *(row for row in everything if row not in own)] if own else everything
    about = {decision_form.subject(row, page.name): row for row in ordered}
    owners = {row["kode"]: row["label"] for row in page.ask("tindak_lanjut/pemilik")}
    return Choices(about, owners, page.today)


def _propose(page: Page) -> None:
    """Callback: open the form with what stands in a row of what has to be decided."""
    state = st.session_state
    row = (state.get(_ROWS) or {}).get(proposals.PRESSED) or {}
    if row:
        _open(page.name)
        typed.put(proposals.sentence(row, page.today))


def _put_right(page: Page, id: str) -> None:
    """Open the form with a decision as it stands; ValueError tells in words why it cannot be changed any more."""
    row = change.find(page.folder, id, clock.now())
    _open(page.name)
    st.session_state[_PUTS_RIGHT] = row
    typed.put(row["uraian"])
    choices = _choices(page)
    fields.stand(fields.read(row["uraian"], page, choices), choices, row)


def _open(page: str) -> None:
    _close()
    st.session_state[_OPEN] = page
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1


def _toggle(page: str) -> None:
    """Callback: open the form on this page, or close it there."""
    if st.session_state.get(_OPEN) == page:
        _close()
    else:
        _open(page)


def _close() -> None:
    st.session_state[_OPEN], st.session_state[_FAILED] = "", ""
    st.session_state.pop(_PUTS_RIGHT, None)
    typed.clear()
    fields.clear()


def _date(page: Page, day: str) -> None:
    """Callback: keep the decision with what the field of the day held; it may have changed since in the browser."""
    st.session_state[WHEN] = day
    _enter(page, typed.text())


def _enter(page: Page, sentence: str) -> None:
    """Callback: keep the decision on disk, or say why it cannot be kept and leave the form as it is."""
    state = st.session_state
    if not state.get(_OPEN):  # Enter pressed twice
        return
    if not gate.allowed(page.person, Right.RECORD):
        _close()
        return
    state[_FAILED] = ""
    typed.keep(sentence)
    choices = _choices(page)
    said = fields.read(sentence, page, choices)
    if fields.would_change(said, choices):  # typed faster than it was read: nobody has seen it yet
        state[_FAILED] = _LOOK
        return
    if differences.differs(said, choices):
        return
    _keep(page, said, choices)


def _keep(page: Page, said: Understood, choices: Choices) -> None:
    state = st.session_state
    old = state.get(_PUTS_RIGHT)
    try:
        one = _decided(page, said, choices)
        if old:
            one = _as_corrected(one, old)
            change.correct(page.folder, one, clock.now())
        else:
            record(page.folder, one)
    except (ValueError, store.StoreError) as error:
        state[_FAILED] = str(error)
        return
    except OSError as error:
        log.error("Keputusan belum dapat disimpan: %s", error)
        state[_FAILED] = changes.UNWRITABLE if old else confirmation.UNWRITABLE
        return
    log.info("Keputusan %s %s.", one.id, "diubah" if old else "dicatat")
    gate.note(page.person, audit.CORRECTED if old else audit.RECORDED, one.id)
    _close()
    changes.say(one.id)
    if old:
        changes.whole()


def _decided(page: Page, said: Understood, choices: Choices) -> Decision:
    """The decision as sentence and fields have it; ValueError, in words, where something is missing."""
    state = st.session_state
    # Also whoever looks at newer numbers than the meeting's decides in that meeting.
    met = dt.date.fromisoformat(page.held.on[:10]) if page.held.on else page.today
    chosen, owners = choices.about.get(state.get(ABOUT)), tuple(state.get(WHO) or ())
    if chosen is None or not owners or not set(owners) <= set(choices.owners):
        raise ValueError("Pilih siapa yang mengerjakan." if chosen else "Pilih lagi tentang apa keputusan ini.")
    return Decision(
        new_id(met), clock.now(), met, chosen["halaman"], said.sentence, owners,
        due(state.get(WHEN) or "", page.today), chosen["kode"], decision_form.value_then(chosen), page.facts["id"],
    )  # fmt: skip


def _as_corrected(one: Decision, old: dict) -> Decision:
    """A decision in the place of an old one (a row of the outbox); the value as it was shown then, where it is still
    about the same number."""
    kept = {"id": old["id"], "dicatat": dt.datetime.fromisoformat(old["dicatat"]),
            "tanggal_rapat": dt.date.fromisoformat(old["tanggal_rapat"])}  # fmt: skip
    if (one.agenda, one.indikator) == (old["agenda"], old["indikator"]):
        kept |= {"nilai_saat_dicatat": old["nilai_saat_dicatat"], "potret": old["potret"]}
    return replace(one, **kept)

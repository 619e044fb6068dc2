"""Recording a decision from the page on screen: one key, one sentence that fills a short form, Enter."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

import streamlit as st

from monev import clock, gate, store
from monev.access import Right, audit
from monev.decision import Decision, new_id, record
from monev.decision.due import due
from monev.decision.sentence import Understood, differ_in_day, differ_in_owners, with_day, with_owners
from monev.decision.sentence.bodies import BEYOND
from monev.draw import recorded
from monev.opening import Page, show
from monev.recording import filling, proposals, spoken_field
from monev.recording.filling import ABOUT, WHEN, WHO, Choices

log = logging.getLogger("monev")

#: The key that opens the form, and the one that closes it without recording anything.
OPENS, CLOSES = "K", "Esc"
#: How long a page says that a decision was kept.
TOLD = dt.timedelta(seconds=12)
#: The field of the sentence, and what hears a row that is pressed; what else a visit keeps: the page on which the form
#: is open, how often it was opened, the sentence put in place of the typed one, what came of the last try.
_SENTENCE, _ROWS = "catat_kalimat", "catat_usul"
_OPEN, _TIMES, _PUT, _DONE, _FAILED = "catat_terbuka", "catat_kali", "catat_ganti", "catat_hasil", "catat_galat"
_LOOK = "Isiannya baru diisi dari kalimat. Periksa, lalu tekan Enter sekali lagi."


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
    proposals.listen(_ROWS, lambda: _propose(page))
    if st.session_state.get(_OPEN) == page.name:
        _form(page)
    elif (done := st.session_state.get(_DONE)) and clock.now() - done[0] < TOLD:
        with st.container(key="catat"):
            show(recorded.kept(*done[1:]))
        spoken_field.forget()


def _form(page: Page) -> None:
    choices = _choices(page)
    said = filling.read(_typed(), page, choices)
    origin = filling.fill(said, choices)
    with st.container(key="catat"):
        spoken_field.field(
            _SENTENCE, said.sentence, said.spans, st.session_state[_TIMES], st.session_state.get(_PUT, (0, None)),
            lambda: _enter(page, (st.session_state.get(_SENTENCE) or {}).get(spoken_field.ENTERED) or ""),
        )  # fmt: skip
        who, when, subject, act = st.columns([3.4, 2.2, 3, 2.4], vertical_alignment="bottom", gap="small")
        with who:
            show(recorded.label("Siapa", origin[WHO]))
            st.multiselect("Siapa", list(choices.owners), key=WHO, format_func=choices.owners.get,
                           placeholder="Pilih lembaga", label_visibility="collapsed")  # fmt: skip
        with when:
            show(recorded.label("Sampai kapan", origin[WHEN]))
            st.text_input("Sampai kapan", key=WHEN, placeholder="8 November atau 3 hari", label_visibility="collapsed")
        with subject:
            show(recorded.label("Tentang", origin[ABOUT]))
            st.selectbox("Tentang", list(choices.about), key=ABOUT, label_visibility="collapsed")
        differs = _differs(said, choices)
        entered = origin[WHEN] == filling.ENTERED
        with act, st.container(horizontal=True, gap="small", key="catat-tindakan"):
            st.button("Catat", type="primary", key="catat_simpan", on_click=lambda: _enter(page, _typed()))
            st.button("Batal", key="catat_batal", shortcut=CLOSES, on_click=_close)
        _tell(said, choices, differs, entered)
    spoken_field.keys()


def _choices(page: Page) -> Choices:
    everything = page.ask("tindak_lanjut/tentang")
    own = [row for row in everything if row["halaman"] == page.name]
    # Those of the page first: of what fits a sentence alike, what is on screen is meant.
    ordered = [*own, *(row for row in everything if row not in own)] if own else everything
    about = {recorded.subject(row, page.name): row for row in ordered}
    owners = {row["kode"]: row["label"] for row in page.ask("tindak_lanjut/pemilik")}
    return Choices(about, owners, page.today)


def _typed() -> str:
    return (st.session_state.get(_SENTENCE) or {}).get(spoken_field.TYPED) or ""


def _entered_day(choices: Choices) -> dt.date | None:
    try:
        return due(st.session_state.get(WHEN) or "", choices.today)
    except ValueError:
        return None


def _differs(said: Understood, choices: Choices) -> dict[str, str]:
    """Why the sentence and the fields cannot both be kept, by field."""
    day, owners = _entered_day(choices), st.session_state.get(WHO) or []
    found = {
        WHEN: differ_in_day(said, day) if day else None,
        WHO: differ_in_owners(said, owners, choices.owners) if owners else None,
    }
    return {name: why for name, why in found.items() if why}


def _tell(said: Understood, choices: Choices, differs: dict[str, str], entered: bool) -> None:
    """What will be kept; where sentence and fields differ, both to choose from. `entered`: somebody chose the day."""
    day, owners = _entered_day(choices), st.session_state.get(WHO) or []
    if why := differs.get(WHEN):
        with st.container(horizontal=True, gap="small", key="catat-beda-tenggat", vertical_alignment="center"):
            show(recorded.differing("Tenggat bertentangan", why))
            for one in _days(said, day if entered else None, choices.today):
                st.button(f"Pakai {recorded.day(one)}", key=f"catat_hari_{one}", on_click=_choose_day, args=(said, one))
    if why := differs.get(WHO):
        with st.container(horizontal=True, gap="small", key="catat-beda-siapa", vertical_alignment="center"):
            show(recorded.differing("Lembaga bertentangan", why))
            for number, some in enumerate((list(said.bodies.owners), owners)):
                names = [choices.owners[one] for one in some]
                st.button(f"Pakai {recorded.names(names)}", key=f"catat_lembaga_{number}", on_click=_choose_owners,
                          args=(said, some, names))  # fmt: skip
    if st.session_state.get(_FAILED):
        show(recorded.refused(st.session_state[_FAILED]))
    elif not differs and said.sentence.strip() and day and owners:
        row = choices.about[st.session_state[ABOUT]]
        also = [
            choices.owners[one] for one in said.bodies.others if one not in (*owners, BEYOND) and one in choices.owners
        ]
        other = said.due.other if said.due and said.due.day == day else None
        show(recorded.about_to([choices.owners[one] for one in owners], day, row, recorded.value_then(row), also, other,
                               [one for one in said.also if one != day], said.day_said))  # fmt: skip


def _days(said: Understood, entered: dt.date | None, today: dt.date) -> list[dt.date]:
    """The days between which there is to choose."""
    return sorted({one for one in (said.due.day, said.due.other, entered) if one and one >= today})


def _choose_day(said: Understood, day: dt.date) -> None:
    """Callback: this day is meant; the sentence goes along."""
    filling.put(WHEN, recorded.day(day))
    _put(said.sentence if said.due.day == day and not said.due.trouble else with_day(said, day))


def _choose_owners(said: Understood, owners: list[str], names: list[str]) -> None:
    """Callback: these are meant; the sentence goes along."""
    filling.put(WHO, owners)
    _put(said.sentence if set(owners) == set(said.bodies.owners) else with_owners(said, names))


def _put(sentence: str) -> None:
    turn, _ = st.session_state.get(_PUT, (0, None))
    st.session_state[_PUT] = (turn + 1, sentence)
    st.session_state.setdefault(_SENTENCE, {})[spoken_field.TYPED] = sentence


def _propose(page: Page) -> None:
    """Callback: open the form with what stands in a row of what has to be decided."""
    state = st.session_state
    row = (state.get(_ROWS) or {}).get(proposals.PRESSED) or {}
    if not row:
        return
    _close()
    state[_OPEN], state[_TIMES] = page.name, state.get(_TIMES, 0) + 1
    _put(proposals.sentence(row, page.today))


def _toggle(page: str) -> None:
    """Callback: open the form on this page, or close it there."""
    was_open = st.session_state.get(_OPEN) == page
    _close()
    if not was_open:
        st.session_state[_OPEN] = page
        st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1


def _close() -> None:
    st.session_state[_OPEN], st.session_state[_FAILED] = "", ""
    for name in (_SENTENCE, _PUT):
        st.session_state.pop(name, None)
    filling.clear()


def _enter(page: Page, sentence: str) -> None:
    """Callback: keep the decision on disk, or say why it cannot be kept and leave the form as it is."""
    state = st.session_state
    if not state.get(_OPEN):  # Enter pressed twice
        return
    if not gate.allowed(page.person, Right.RECORD):
        _close()
        return
    state[_FAILED] = ""
    state.setdefault(_SENTENCE, {})[spoken_field.TYPED] = sentence
    choices = _choices(page)
    said = filling.read(sentence, page, choices)
    if filling.would_change(said, choices):  # typed faster than it was read: nobody has seen it yet
        state[_FAILED] = _LOOK
        return
    if _differs(said, choices):
        return
    _record(page, said, choices)


def _record(page: Page, said: Understood, choices: Choices) -> None:
    state = st.session_state
    # Also whoever looks at newer numbers than the meeting's decides in that meeting.
    met = dt.date.fromisoformat(page.held.on[:10]) if page.held.on else page.today
    try:
        chosen, owners = choices.about.get(state.get(ABOUT)), tuple(state.get(WHO) or ())
        if chosen is None or not owners or not set(owners) <= set(choices.owners):
            raise ValueError("Pilih siapa yang mengerjakan." if chosen else "Pilih lagi tentang apa keputusan ini.")
        one = Decision(
            new_id(met), clock.now(), met, chosen["halaman"], said.sentence, owners,
            due(state.get(WHEN) or "", page.today), chosen["kode"], recorded.value_then(chosen), page.facts["id"],
        )  # fmt: skip
        record(Path(page.folder), one)
    except (ValueError, store.StoreError) as error:
        state[_FAILED] = str(error)
        return
    except OSError as error:
        log.error("Keputusan belum dapat disimpan: %s", error)
        state[_FAILED] = "Folder data di server belum dapat ditulisi, jadi keputusan ini BELUM tercatat."
        return
    log.info("Keputusan %s dicatat.", one.id)
    gate.note(page.person, audit.RECORDED, one.id)
    _close()
    state[_DONE] = (one.dicatat, one.uraian, [choices.owners[owner] for owner in owners], one.tenggat)

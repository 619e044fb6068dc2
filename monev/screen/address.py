"""Links to other pages, rows that stand for a choice, and the meeting in the address: all stay within the visit."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from monev.screen import meeting_mode, navigation
from monev.words import place, project

#: The parts of the address that name a meeting and a kecamatan, and the same in the session.
MEETING, KECAMATAN = "rapat", "kec"
#: Choices of a page that a way to it may name, and what stands for all of them.
_CHOICES, _ALL = ("instansi", "bobot", "lembaga"), "semua"

#: Lets links to other pages of ours stay within the visit; as a new one they would bring the newest numbers. It runs in
#: the listener of meeting_keys.py: each one more costs every change of page.
LINKS = Path(__file__).with_suffix(".js").read_text("utf-8")


def kept_in_address() -> None:
    """Keep ?rapat= and ?kec= in the address through every change of page, back and forth; once per run, before it.

    A field nobody sees: Streamlit carries along only what belongs to a field.
    """
    st.text_input("Rapat", key=MEETING, bind="query-params", label_visibility="collapsed")
    # Whoever never chose a kecamatan has no field for it.
    if KECAMATAN in st.session_state or KECAMATAN in st.query_params:
        st.text_input(place.said("Kecamatan"), key=KECAMATAN, bind="query-params", label_visibility="collapsed")


def absolute(path: str, meeting: str = "") -> str:
    """The whole address of a path of ours, as others can open it, with the numbers of a meeting where it is named."""
    here = urlsplit(st.context.url or "")
    site = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{site}{path}?{MEETING}={meeting}" if meeting else f"{site}{path}"


def here(page: str) -> str:
    """The address of a page within the visit, ready for one more part; of one number it names that."""
    code = st.query_params.get("kode", "")
    path = "/" if page in navigation.BEFORE else f"/{page}"
    return f"{path}?kode={code}&" if re.fullmatch(r"\w{1,80}", code) and page in navigation.WITHIN else f"{path}?"


def go_to(wanted: str | None) -> None:
    """Callback: to another page within the visit, also to one number ("angka?kode=...") or with a choice made there
    ("mutu_data?instansi=..."); nothing happens where there is no such page. What names a kecamatan
    ("layanan?kec=...") stays on its page."""
    name, _, more = (wanted or "").partition("?")
    asked = dict(parse_qsl(more, keep_blank_values=True))
    for choice in _CHOICES:  # of a field that is bound to the address Streamlit takes the value alone
        chosen = asked.pop(choice, None)
        if chosen == _ALL or chosen in project.agencies():
            st.session_state[choice] = chosen
    if KECAMATAN not in asked:
        navigation.switch(name, query_params=meeting_mode.carried(name) | asked)
        return
    if KECAMATAN not in st.session_state:  # no field yet that puts it into the address
        st.query_params[KECAMATAN] = asked[KECAMATAN]
    st.session_state[KECAMATAN] = asked[KECAMATAN]

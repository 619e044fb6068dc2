"""What stands in place of a page that has no numbers to show."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from monev.screen import meeting_keys
from monev.screen.draw import elements
from monev.screen.pieces import show

#: Why there is no snapshot: none was made yet, or those that there were are damaged.
NONE_YET, DAMAGED = "Belum ada data yang dibaca.", "Salinan data rusak dan disisihkan; belum ada penggantinya."
#: What to do where the folder itself is the trouble.
UNREADABLE = "Folder data di server belum dapat dibaca; mohon pengelola server memeriksa disk dan izinnya."
#: What to do while there is no snapshot, by whether the sheets are being read.
ADVICE = {
    False: "Mohon pengelola server membaca lembar instansi dengan perintah sync; halaman ini lalu menampilkan "
    "angkanya sendiri.",
    True: "Lembar instansi sedang dibaca; halaman ini menampilkan angkanya sendiri begitu selesai.",
}


def stop(title: str, advice: str) -> NoReturn:
    """Say why, and end the page; Mode Rapat can still be left."""
    show(elements.title(title), elements.empty_state(advice))
    meeting_keys.way_out()
    st.stop()

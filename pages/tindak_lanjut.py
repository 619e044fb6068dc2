"""Tindak lanjut

Apa yang sudah dijanjikan, sampai mana, dan apa yang dicatat dalam rapat ini?
"""

import streamlit as st

from monev import frame
from monev.draw import elements, promises

EVERYONE = "semua"

page = frame.open_page("tindak_lanjut")
[said] = page.ask("kalimat")
frame.troubles(page)
frame.show(elements.title(said["kalimat"]))
promised, owners = page.ask("daftar"), page.ask("lembaga")
names = {EVERYONE: "Semua"} | {row["penanggung_jawab"]: row["pemilik"] for row in owners if row["penanggung_jawab"]}


def all_promises() -> None:
    frame.show(elements.section("Janji rapat", "lewat tenggat lebih dulu"))
    with st.container(horizontal=True, key="saring"):
        chosen = st.segmented_control(
            "Lembaga", list(names), format_func=names.get, key="lembaga", default=EVERYONE, required=True,
            bind="query-params", label_visibility="collapsed",
        )  # fmt: skip
    rows = [row for row in promised if chosen in (EVERYONE, row["penanggung_jawab"])]
    frame.show(promises.listed(rows, page.facts["dulu_tanggal"]), promises.gone(page.ask("hilang")))


def this_meeting() -> None:
    frame.show(
        elements.section("Dicatat dalam rapat ini"),
        frame.recorded(page),
        elements.section("Tepat waktu per lembaga"),
        promises.on_time(owners),
    )


frame.beside(all_promises, lambda: frame.keep_fresh(this_meeting))

"""Tindak lanjut

Apa yang sudah dijanjikan, sampai mana, dan apa yang dicatat dalam rapat ini?
"""

import streamlit as st

from monev.screen import frame
from monev.screen.draw import elements, promises

EVERYONE = "semua"


def headline(page: frame.Page) -> None:
    [said] = page.ask("kalimat")
    frame.show(elements.title(said["kalimat"]))


def promises_of(page: frame.Page, chosen: str) -> None:
    rows = [row for row in page.ask("daftar") if chosen == EVERYONE or chosen in (row["penanggung_jawab"] or [])]
    frame.show(promises.listed(rows, page.facts["dulu_tanggal"]), promises.gone(page.ask("hilang")))


def all_promises(page: frame.Page) -> None:
    owners = {row["penanggung_jawab"]: row["pemilik"] for row in page.ask("lembaga") if row["penanggung_jawab"]}
    names = {EVERYONE: "Semua"} | owners
    frame.show(elements.section("Janji rapat", "lewat tenggat lebih dulu"))
    with st.container(horizontal=True, key="saring"):
        chosen = frame.choose("Lembaga", names, "lembaga", EVERYONE, labelled=False)
    frame.draw(page, promises_of, chosen)


def this_meeting(page: frame.Page) -> None:
    frame.show(elements.section("Dicatat dalam rapat ini"))
    frame.recorded(page)
    frame.show(elements.section("Tepat waktu per lembaga"), promises.on_time(page.ask("lembaga")))


page = frame.open_page("tindak_lanjut")
frame.draw(page, headline)
frame.beside(page, all_promises, lambda page: frame.keep_fresh(page, this_meeting))

"""Apa yang berubah

Angka mana yang berubah sejak rapat sebelumnya, dan baris mana di lembar siapa?
"""

import streamlit as st

from monev import convening, frame, words
from monev.draw import changed, elements, overview

EVERYONE = "semua"

page = frame.open_page("perubahan", compared="banding")
[said] = page.ask("kalimat")
frame.troubles(page)
frame.show(elements.title(said["kalimat"]))
if not page.before:
    frame.show(elements.empty_state("Halaman ini terisi setelah lembar dibaca lagi pada hari lain."))
    st.stop()

agencies = page.ask("instansi")


def numbers() -> None:
    rows = page.ask("ringkasan/perubahan")
    frame.show(
        elements.section("Angka yang berubah", "yang paling genting lebih dulu"),
        overview.changes(rows, "Tidak ada angka yang berubah."),
    )


def rows_by_agency() -> None:
    frame.show(elements.section("Baris yang berubah", f"sejak {page.since}"), changed.agency_table(agencies))


frame.halves(numbers, rows_by_agency)
names = {EVERYONE: "Semua"} | {row["instansi"]: row["nama"] for row in agencies}
with st.container(horizontal=True, vertical_alignment="bottom", key="saring"):
    chosen = st.segmented_control(
        "Instansi", list(names), format_func=names.get, key="lembaga", default=EVERYONE, required=True,
        bind="query-params",
    )  # fmt: skip
    convening.compared(page, "banding")
rows = page.ask("daftar")
for agency in agencies:
    if chosen in (EVERYONE, agency["instansi"]):
        own = [row for row in rows if row["instansi"] == agency["instansi"]]
        whole = page.person.details(agency["instansi"])
        frame.show(
            elements.section(agency["nama"], f"{words.number(len(own))} perubahan"),
            changed.by_agency(own, agency["terbatas"]) if whole else elements.empty_state(frame.OTHERS),
        )

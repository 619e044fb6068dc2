"""Apa yang berubah

Angka mana yang berubah sejak rapat sebelumnya, dan baris mana di lembar siapa?
"""

import streamlit as st

from monev import convening, frame, words
from monev.draw import changed, elements, overview

EVERYONE = "semua"


def overall(page: frame.Page) -> None:
    [said] = page.ask("kalimat")
    frame.show(elements.title(said["kalimat"]))
    if page.before:
        frame.halves(page, numbers, rows_by_agency)
    else:
        frame.show(elements.empty_state("Halaman ini terisi setelah lembar dibaca lagi pada hari lain."))


def numbers(page: frame.Page) -> None:
    frame.show(
        elements.section("Angka yang berubah", "yang paling genting lebih dulu"),
        overview.changes(page.ask("ringkasan/perubahan"), "Tidak ada angka yang berubah."),
    )


def rows_by_agency(page: frame.Page) -> None:
    frame.show(
        elements.section("Baris yang berubah", f"sejak {page.since}"), changed.agency_table(page.ask("instansi"))
    )


def choice(page: frame.Page) -> str:
    names = {EVERYONE: "Semua"} | {row["instansi"]: row["nama"] for row in page.ask("instansi")}
    with st.container(horizontal=True, vertical_alignment="bottom", key="saring"):
        chosen = frame.choose("Instansi", names, "lembaga", EVERYONE)
        convening.compared(page, "banding")
    return chosen


def rows(page: frame.Page, chosen: str) -> None:
    everything = page.ask("terpenting")
    for agency in page.ask("instansi"):
        if chosen in (EVERYONE, agency["instansi"]):
            own = [row for row in everything if row["instansi"] == agency["instansi"]]
            whole = page.person.details(agency["instansi"])
            frame.show(
                elements.section(agency["nama"], f"{words.number(own[0]['semua'] if own else 0)} perubahan"),
                changed.by_agency(own, agency["terbatas"]) if whole else elements.empty_state(frame.OTHERS),
            )


page = frame.open_page("perubahan", compared="banding")
frame.draw(page, overall)
if page.before:
    frame.draw(page, rows, choice(page))

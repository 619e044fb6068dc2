"""Apa yang berubah

Angka mana yang berubah sejak rapat sebelumnya, dan baris mana di lembar siapa?
"""

import streamlit as st

from monev.screen import changed_by, frame, meeting_control
from monev.screen.draw import changes, elements, overview

EVERYONE = "semua"


def overall(page: frame.Page) -> None:
    [said] = page.ask("kalimat")
    frame.show(elements.title(said["kalimat"]))
    if page.numbers.before:
        frame.halves(page, numbers, first_rows)
    else:
        frame.show(elements.empty_state("Halaman ini terisi setelah lembar dibaca lagi pada hari lain."))


def numbers(page: frame.Page) -> None:
    frame.show(
        elements.section("Angka yang berubah", "yang paling genting lebih dulu"),
        overview.changes(page.ask("ringkasan/perubahan")),
    )


def first_rows(page: frame.Page) -> None:
    seen = [row for row in page.ask("terpenting") if page.person.details(row["instansi"])]
    shown, total = seen[: changes.AT_ONCE], sum(agency["semua"] for agency in page.ask("instansi"))
    aside = elements.counted(len(shown), total, "perubahan")
    frame.show(
        elements.section("Baris yang perlu dilihat lebih dulu", aside),
        changes.lines(shown, short=True) if total else elements.empty_state("Tidak ada baris lembar yang berubah."),
    )


def choice(page: frame.Page) -> str:
    names = {EVERYONE: "Semua"} | {row["instansi"]: row["nama"] for row in page.ask("instansi")}
    with st.container(horizontal=True, vertical_alignment="bottom", key="saring"):
        chosen = frame.choose("Instansi", names, "lembaga", EVERYONE)
        meeting_control.compared(page, "banding")
    return chosen


def rows(page: frame.Page, chosen: str) -> None:
    """All changes by agency: folded, or those of the chosen one."""
    parts = []
    for agency in page.ask("instansi"):
        own = [row for row in page.ask("terpenting") if row["instansi"] == agency["instansi"]]
        if chosen not in (EVERYONE, agency["instansi"]):
            continue
        if not page.person.details(agency["instansi"]):
            parts.append(changes.withheld(agency, frame.OTHERS))
        else:
            parts.append(changes.folded(agency, own) if chosen == EVERYONE else changes.by_agency(agency, own))
    frame.show(elements.section("Semua perubahan menurut lembaga", f"sejak {page.since}"), *parts)


page = frame.open_page("perubahan", compared="banding")
frame.draw(page, overall)
if page.numbers.before:
    chosen = choice(page)
    frame.draw(page, rows, chosen)
    if chosen != EVERYONE:
        changed_by.changed_by(page, chosen)

"""Mutu data

Baris mana yang belum terhitung, sel mana yang perlu dibenahi, dan oleh siapa?
"""

import streamlit as st

from monev.screen import changed_by, frame, vouching, whatsapp
from monev.screen.draw import elements, findings, terms
from monev.words import words

WEIGHTS = {"semua": "Perlu dibenahi"} | words.WEIGHT_WORDS


def counted(page: frame.Page) -> dict[str, dict]:
    ages = {row["instansi"]: row for row in page.ask("lama_terbuka")}
    return {row["instansi"]: row | ages[row["instansi"]] for row in page.ask("ringkasan/instansi")}


def agencies(page: frame.Page, marked: str) -> None:
    since = words.date_short(page.facts["dulu_tanggal"]) if page.numbers.before else "rapat lalu"
    frame.show(elements.title(page.ask("kalimat")[0]["kalimat"]))
    frame.show(findings.agency_table([*counted(page).values()], since, marked))


def own_findings(page: frame.Page, chosen: str, weight: str) -> None:
    own = [row for row in page.ask("temuan") if row["instansi"] == chosen]
    shown = [row for row in own if (row["terbuka"] if weight == "semua" else row["bobot"] == weight)]
    said, aside = f"{words.agency(chosen)}: {words.number(len(shown))} temuan", "yang menahan angka lebih dulu"
    if not page.person.details(chosen):
        return frame.show(elements.section(said), elements.empty_state(frame.OTHERS))
    counts = counted(page)[chosen]["terhitung"], frame.mended_since(page), page.held.meeting is not None
    return frame.show(elements.section(said, aside), findings.findings(shown, *counts))


def request_and_thanks(page: frame.Page, chosen: str) -> None:
    agency, name = counted(page)[chosen], words.agency(chosen)
    left = findings.unmended([row for row in page.ask("temuan") if row["instansi"] == chosen], frame.mended_since(page))
    mended = [row for row in page.ask("baru_diperbaiki") if row["instansi"] == chosen]
    text = whatsapp.request(name, left, agency["terhitung"], frame.trouble(page, chosen))
    frame.show(elements.section(f"Pesan untuk {name}"), findings.message(text))
    with st.container(horizontal=True, key="kirim"):
        frame.copy_button(text, "Salin pesan", "pesan")
        st.link_button("Buka WhatsApp", whatsapp.whatsapp(text))
    frame.show(findings.mended(mended, page.today, agency["diperbaiki_sejak_sinkron"]))


def rows_and_meanings(page: frame.Page, chosen: str) -> None:
    own = findings.dictionary([row for row in page.ask("kamus") if row["instansi"] == chosen], words.agency(chosen))
    frame.show(findings.accounting(page.ask("cakupan_tab")), own, terms.listed(page.ask("bersama/singkatan")))


page = frame.open_page("mutu_data")
names = {code: words.agency(code) for code in counted(page)}
# What is about to be chosen below: the table that marks it stands above the choice, and may not come after it.
coming = names.get(st.session_state.get("instansi"), st.query_params.get("instansi"))
first = next(code for code in names if page.person.details(code))
frame.draw(page, agencies, coming if coming in names.values() else names[first])
frame.looking(page)
with st.container(horizontal=True, vertical_alignment="bottom", key="saring"):
    chosen = frame.choose("Instansi", names, "instansi", first)
    weight = frame.choose("Bobot", WEIGHTS, "bobot", "semua")
vouching.panel(page, chosen)
if page.person.details(chosen):
    frame.beside(page, lambda page: frame.keep_fresh(page, own_findings, chosen, weight),
                 lambda page: frame.keep_fresh(page, request_and_thanks, chosen))  # fmt: skip
else:
    own_findings(page, chosen, weight)
changed_by.changed_by(page, chosen)
frame.draw(page, rows_and_meanings, chosen)

"""Mutu data

Baris mana yang belum terhitung, sel mana yang perlu dibenahi, dan oleh siapa?
"""

import streamlit as st

from monev import frame, message, words
from monev.draw import elements, quality

WEIGHTS = {"semua": "Perlu dibenahi"} | {weight: words.weight_word(weight) for weight in ("tolak", "periksa", "info")}

page = frame.open_page("mutu_data")
[said] = page.ask("kalimat")
ages = {row["instansi"]: row for row in page.ask("lama_terbuka")}
agencies = [row | ages[row["instansi"]] for row in page.ask("ringkasan/instansi")]
frame.show(elements.title(said["kalimat"]))
since = words.date_short(page.facts["dulu_tanggal"]) if page.before else "rapat lalu"
frame.troubles(page)
names = {row["instansi"]: words.agency(row["instansi"]) for row in agencies}
# What is about to be chosen below: the table that marks it stands above the choice, and may not come after it.
coming = names.get(st.session_state.get("instansi"), st.query_params.get("instansi"))
first = next(code for code in names if page.person.details(code))
marked = coming if coming in names.values() else names[first]
frame.show(quality.agency_table(agencies, since, marked))
frame.looking(page)

with st.container(horizontal=True, vertical_alignment="bottom", key="saring"):
    chosen = st.segmented_control(
        "Instansi", list(names), format_func=names.get, key="instansi", default=first,
        required=True, bind="query-params",
    )  # fmt: skip
    weight = st.segmented_control(
        "Bobot", list(WEIGHTS), format_func=WEIGHTS.get, key="bobot", default="semua", required=True,
        bind="query-params",
    )  # fmt: skip
name = names[chosen]

[agency] = [row for row in agencies if row["instansi"] == chosen]
own = [row for row in page.ask("temuan") if row["instansi"] == chosen]
shown = [row for row in own if weight == row["bobot"] or (weight == "semua" and row["bobot"] != "info")]


def findings() -> None:
    counted = f"{name}: {words.number(len(shown))} temuan"
    if page.person.details(chosen):
        aside = "yang menahan angka lebih dulu"
        frame.show(elements.section(counted, aside), quality.findings(shown, agency["terhitung"]))
    else:
        frame.show(elements.section(counted), elements.empty_state(frame.OTHERS))


def request_and_thanks() -> None:
    text = message.request(name, own, agency["terhitung"], frame.trouble(page, chosen))
    frame.show(elements.section(f"Pesan untuk {name}"), quality.message(text))
    with st.container(horizontal=True, key="kirim"):
        frame.copy_button(text, "Salin pesan", "pesan")
        st.link_button("Buka WhatsApp", message.whatsapp(text))
    mended = [row for row in page.ask("baru_diperbaiki") if row["instansi"] == chosen]
    frame.show(quality.mended(mended, page.today, agency["diperbaiki_sejak_sinkron"]))


if page.person.details(chosen):
    frame.beside(findings, lambda: frame.keep_fresh(request_and_thanks))
else:
    findings()
meanings = [row for row in page.ask("kamus") if row["instansi"] == chosen]
frame.show(quality.accounting(page.ask("cakupan_tab")), quality.dictionary(meanings, name))

"""Ringkasan

Apa yang merah, apa yang berubah sejak rapat lalu, dan siapa berutang apa?
"""

import streamlit as st

from monev import frame, words
from monev.draw import elements, overview, promises

page = frame.open_page("ringkasan")
[said] = page.ask("kalimat")
agendas = [
    row | {"agenda": row["halaman"], "marks": row["tanda"], "tautan": f"/{row['halaman']}"}
    for row in page.ask("status_agenda")
]
changed = page.ask("perubahan")
promised = page.ask("janji")
late = [row for row in promised if row["lewat"]]
agencies = page.ask("instansi")
[total] = page.ask("mutu_data/kalimat")

frame.troubles(page)
left, right = st.columns([836, 360] if page.large else [816, 380], gap="medium")
with left:
    frame.show(elements.title(said["kalimat"]), overview.agenda_rows(agendas, marks=not page.large))
with right, st.container(gap="xsmall"):
    if not page.large:
        frame.show(overview.countdown(page.facts["sisa_hari"], page.ask("tenggat")[:4]))
    if page.before:
        frame.show(
            elements.section(f"Berubah sejak {page.since}", f"{len(changed)} angka"),
            overview.changes(changed[: 3 if page.large else 4]),
        )
    if promised:
        frame.show(
            elements.section(
                f"Janji rapat {words.date_spoken(promised[0]['tanggal_rapat'])}",
                f"semua {len(promised)} janji",
                "/tindak_lanjut",
            ),
            promises.summary(page.ask("janji_ringkas")[0], late[:1]),
        )
    if page.large:
        frame.show(elements.section("Kemutakhiran data"), overview.freshness_short(agencies, total))
if not page.large:
    frame.show(overview.freshness(agencies, total))

"""Bahan rapat

Berkas apa yang dapat dibawa pulang, dari angka yang mana, dan teks apa yang dapat dibacakan atau dikirim?
"""

import streamlit as st

from monev.screen import downloads, frame, whatsapp
from monev.screen.draw import elements
from monev.screen.draw.downloads import sent, spoken

page = frame.open_page("bahan")
texts, paragraphs = page.ask("bacaan"), frame.messages(page)
frame.show(elements.title(downloads.said(page)))
downloads.meeting_first(page)
frame.show(elements.section("Berkas untuk dibawa pulang", "dibuat dari angka yang sama dengan layar ini"))
downloads.offered(page)

frame.show(
    elements.section("Teks untuk dibacakan dan dikirim", "yang disalin dan dikirim: pesan dalam paragraf pendek")
)
for row in texts:
    text = whatsapp.of_point([one for one in paragraphs if one["halaman"] == row["halaman"]])
    frame.show(spoken(row), sent(text))
    with st.container(horizontal=True, key=f"kirim-{row['halaman']}"):
        frame.copy_button(text, "Salin pesan", f"salin-{row['halaman']}")
        st.link_button("Buka WhatsApp", whatsapp.whatsapp(text))

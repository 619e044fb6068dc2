"""Bahan rapat

Berkas apa yang dapat dibawa pulang, dari angka yang mana, dan teks apa yang dapat dibacakan atau dikirim?
"""

import streamlit as st

from monev import frame, message, taking
from monev.draw import elements, handing

page = frame.open_page("bahan")
texts, paragraphs = page.ask("bacaan"), frame.messages(page)
frame.show(elements.title(taking.said(page)))
taking.meeting_first(page)
frame.show(elements.section("Berkas untuk dibawa pulang", "dibuat dari angka yang sama dengan layar ini"))
taking.offered(page)

frame.show(
    elements.section("Teks untuk dibacakan dan dikirim", "yang disalin dan dikirim: pesan dalam paragraf pendek")
)
for row in texts:
    text = message.of_point([one for one in paragraphs if one["halaman"] == row["halaman"]])
    frame.show(handing.spoken(row), handing.sent(text))
    with st.container(horizontal=True, key=f"kirim-{row['halaman']}"):
        frame.copy_button(text, "Salin pesan", f"salin-{row['halaman']}")
        st.link_button("Buka WhatsApp", message.whatsapp(text))

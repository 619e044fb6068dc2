"""Bahan rapat

Berkas apa yang dapat dibawa pulang, dari angka yang mana, dan teks apa yang dapat dibacakan atau dikirim?
"""

import streamlit as st

from monev import frame, message, taking
from monev.draw import elements, handing

page = frame.open_page("bahan")
texts = page.ask("bacaan")
frame.show(elements.title(taking.said(page)))
taking.meeting_first(page)
frame.show(elements.section("Berkas untuk dibawa pulang", "dibuat dari angka yang sama dengan layar ini"))
taking.offered(page)

frame.show(elements.section("Teks untuk dibacakan", "dapat disalin atau dikirim"))
for row in texts:
    frame.show(handing.spoken(row))
    with st.container(horizontal=True, key=f"kirim-{row['halaman']}"):
        frame.copy_button(row["bacaan"], "Salin teks", f"salin-{row['halaman']}")
        st.link_button("Buka WhatsApp", message.whatsapp(message.inert(row["bacaan"])))

"""Ringkasan

Di mana daerah kritis, siapa belum melapor, dan daerah mana yang paling berat? Dengan ?daerah=, satu daerah.
"""

import streamlit as st

from monev.screen import frame, over_places, parts
from monev.screen.draw import elements, one_place, places
from monev.words import words

#: Of the table and of what stands beside it; the worst that are named.
WIDTHS, WORST = [769, 423], 5


def heat(page: frame.Page) -> None:
    rows = page.ask(over_places.HEAT)
    named = len({row["provinsi"] for row in rows if row["provinsi"]})
    of_all = f"{named} provinsi" if named > 1 else "Semua"
    aside = "tiap pulau: yang paling banyak kritis lebih dulu" if named > 1 else ""
    frame.show(elements.section("Jumlah daerah menurut keadaan", aside), places.key(), places.heat(rows, of_all))


def beside(page: frame.Page) -> None:
    over_places.where_most(page)
    worst = [row for row in page.ask(over_places.PLACES) if row["melapor"]][:WORST]
    title = "Lima daerah terberat"
    frame.show(elements.section(title, "agenda 1 sampai 5"), places.worst(worst, "Belum ada daerah yang melapor."))


def nation(page: frame.Page, missed: bool) -> None:
    """`missed`: the address names a region that is not on the list, or that is not for this role to see."""
    if missed:
        frame.show(elements.note("Daerah di alamat ini tidak ada di sini.", "Di bawah ini semua daerah."))
    [said] = page.ask("rekap/kalimat")
    ground = (
        f"**{words.number(said['melapor'])} dari {words.number(said['semua'])}** daerah melapor, "
        f"**{words.number(said['tepat_waktu'])}** tepat waktu. Yang belum melapor tetap tampak dan tidak ikut dalam "
        "angka mana pun."
    )
    sentence = words.within(page.kecamatan, said["kalimat"])
    frame.show(elements.title(sentence), elements.block(elements.emphasis(ground), "redup", "p"))
    if page.kecamatan or page.person.seat:
        heat(page)
        over_places.each(page)
    else:
        frame.beside(page, heat, beside, WIDTHS)
    frame.onward(page)


def one(page: frame.Page, code: str) -> None:
    titles = {row["halaman"]: row["judul_pendek"] for row in page.ask("bersama/status_agenda")}
    [region] = [row for row in page.ask("rekap/daerah") if row["kode_daerah"] == code]
    frame.show(one_place.head(region, titles))
    if not region["melapor"]:
        return
    own = [row for row in page.ask("rekap/angka_daerah") if row["kode_daerah"] == code]
    frame.show(elements.section("Angka", "seperti tampil di daerah itu"), one_place.numbers(own, titles))
    parts.listed_of(page, "hibah/hibah_daerah_itu", "Hibah", code, nama="Penerima", nilai_rp="Nilai",
                    dibayar_rp="Sudah cair", sisa_rp="Sisa", tanggal_rencana="Rencana cair sisanya")  # fmt: skip
    parts.listed_of(page, "pelaporan/janji_daerah_itu", "Janji yang belum selesai", code, kode="Janji",
                    pokok="Pokok", tanggal_tenggat="Tenggat", keadaan="Keadaan")  # fmt: skip
    parts.listed_of(page, "pelaporan/mutu_daerah_itu", "Mutu lembarnya", code, instansi="Lembaga", terlihat="Baris",
                    terhitung="Terhitung", ditahan="Belum ikut", temuan_tolak="Temuan")  # fmt: skip


page, code = frame.open_page("ringkasan"), st.query_params.get("daerah", "")
listed = code in {row["kode_daerah"] for row in page.ask("rekap/daerah")}
if listed and not page.large:
    frame.draw(page, one, code)
else:
    frame.draw(page, nation, bool(code) and not listed)

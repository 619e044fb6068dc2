"""Pencegahan pelanggaran dan peta risiko

Kelurahan mana yang didahulukan bila risiko, barang, dan konflik dilihat bersama? Kasus mana yang mendekati tenggat?
"""

from monev.screen import frame, parts
from monev.screen.draw import elements, tile_map
from monev.words import legends, words


def map_of_marks(page: frame.Page) -> None:
    places, marked = page.ask("peta"), page.ask("prioritas")
    first = [row for row in marked if row["didahulukan"]]
    score = places[0]["didahulukan_mulai"]
    _, fewer = legends.spelled(score, "risiko")
    named = words.listing([row["kelurahan"] for row in first]) or "Tidak ada kelurahan"
    alt = f"Peta {len(places)} kelurahan. Didahulukan: {named}; {len(marked) - len(first)} lainnya {fewer}."
    title, aside = "Risiko yang bertemu di satu kelurahan", "angka = banyaknya risiko"
    parts.mapped(page, title, aside, places, legends.counted(score, "risiko"), alt)


def priorities(page: frame.Page) -> None:
    places, first = page.ask("peta"), [row for row in page.ask("prioritas") if row["didahulukan"]]
    enough, _ = legends.spelled(places[0]["didahulukan_mulai"], "risiko")
    frame.show(
        elements.section(f"Kelurahan prioritas: {len(first)} dari {len(places)}", enough),
        tile_map.priority_list(first + page.ask("satu_tanda"), f"Tidak ada kelurahan dengan {enough}."),
    )


def cases(page: frame.Page) -> None:
    frame.show(
        elements.section("Kasus yang masih ditangani Bawaslu", "tenggat dihitung sejak registrasi"),
        elements.table(
            [("id_penanganan", "Kasus", "kode"), ("pokok", "Pokok dugaan", "teks"),
             ("tempat_kejadian", "Tempat", "teks"), ("status_kasus", "Tahap", "teks"),
             ("tenggat", "Tenggat", "tgl-pendek"), ("sisa", "Sisa", "teks")],
            page.ask("kasus"),
            "Tidak ada kasus yang masih ditangani dalam data yang terhitung.",
            what="kasus",
        ),
        elements.note("Tenggat.", "Bunyi pasalnya menghitung sejak laporan diterima, jadi lebih cepat."),
    )  # fmt: skip


def disputes(page: frame.Page) -> None:
    parts.listed(page, "perkara", "Sengketa pemilihan", "perkara", nomor_perkara="Perkara", lembaga="Lembaga",
                 tanggal_daftar="Didaftarkan", tahap="Tahap")  # fmt: skip


def grounds(page: frame.Page) -> None:
    if rows := page.ask("dasar_kerawanan"):
        told = [("variabel", "Kerawanan TPS", "teks"), ("indikator", "Indikator", "teks"), ("dasar", "Dasar", "teks")]
        frame.show(elements.expandable("Dasar daftar kerawanan TPS", elements.table(told, rows)))


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, map_of_marks, priorities)
    frame.halves(page, frame.decisions, cases)
    disputes(page)
    frame.reconciliation(page)
    grounds(page)
    frame.ground(page)


frame.draw(frame.open_page("risiko"), agenda_point)

"""Literasi politik dan partisipasi

Kelurahan dan kelompok mana yang belum terjangkau? Di mana dua lembaga mengadakan kegiatan pada saat yang sama?
"""

from monev.screen import frame
from monev.screen.draw import bar_charts, elements
from monev.words.words import listing

LEGEND = {2: "belum ada kegiatan maupun rencana", 1: "baru ada rencana", 0: "sudah ada kegiatan",
          None: "belum diketahui"}  # fmt: skip
#: Once reach is no longer judged, no plan is waited for.
AFTER = LEGEND | {2: "tidak ada kegiatan", 0: "ada kegiatan"}


def map_of_reach(page: frame.Page) -> None:
    places = page.ask("peta")
    missed = [row["kelurahan"] for row in places if row["tingkat"] in (1, 2)]
    days, over = places[0]["jendela"], places[0]["sampai"] is not None
    named = f"{'Tidak' if over else 'Belum'} terjangkau dalam {days}: {listing(missed)}."
    said = named if missed else "Semua kelurahan terjangkau."
    frame.show(elements.section(f"Kegiatan terlaksana dalam {days}", "angka = jumlah kegiatan tiga lembaga"))
    frame.place_map(page, places, AFTER if over else LEGEND, f"Peta {len(places)} kelurahan. {said}", "peta")


def reach_by_segment(page: frame.Page) -> None:
    segments = page.ask("segmen")
    frame.show(elements.section("Kegiatan menurut segmen pemilih", "yang paling jarang lebih dulu"))
    figure = bar_charts.bars(segments, frame.palette(), page.large)
    frame.chart(
        figure,
        bar_charts.bars_height(segments, page.large),
        bar_charts.alt_bars("Kegiatan menurut segmen", segments),
        "segmen",
    )


def doubles(page: frame.Page) -> None:
    frame.show(
        elements.section("Kegiatan bersamaan di satu kelurahan"),
        elements.table(
            [("tanggal", "Tanggal", "tgl-pendek"), ("kelurahan", "Kelurahan", "teks"), ("pemilik_a", "Lembaga", "teks"),
             ("nama_a", "Kegiatan", "teks"), ("pemilik_b", "Lembaga", "teks"), ("nama_b", "Kegiatan", "teks")],
            page.ask("tumpang_tindih"),
            "Tidak ada kegiatan bersamaan dalam data yang terhitung.",
            what="pasang kegiatan",
        ),
        elements.section("Kegiatan menurut lembaga"),
        elements.table(
            [("nama", "Lembaga", "teks"), ("terlaksana", "Terlaksana", "bil"), ("peserta", "Peserta", "bil"),
             ("rencana", "Rencana", "bil"), ("batal", "Batal", "bil")],
            page.ask("per_lembaga"),
        ),
        elements.section("Partisipasi yang dituju"),
        elements.table(
            [("label", "Pemilihan", "teks"), ("teks", "Partisipasi", "teks"), ("keterangan", "Dihitung dari", "teks")],
            page.ask("partisipasi_sebelumnya"),
        ),
    )  # fmt: skip


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, map_of_reach, frame.decisions)
    frame.halves(page, reach_by_segment, doubles)
    frame.reconciliation(page)
    frame.ground(page)


frame.draw(frame.open_page("partisipasi"), agenda_point)

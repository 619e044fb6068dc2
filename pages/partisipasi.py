"""Literasi politik dan partisipasi

Kelurahan dan kelompok mana yang belum terjangkau? Sesudah pemungutan suara: di mana partisipasinya paling rendah?
"""

from monev.screen import frame, parts
from monev.screen.draw import elements
from monev.words.words import listing

LEGEND = {2: "belum ada kegiatan maupun rencana", 1: "baru ada rencana", 0: "sudah ada kegiatan"}
#: Once reach is no longer judged, no plan is waited for.
AFTER, UNKNOWN = LEGEND | {2: "tidak ada kegiatan", 0: "ada kegiatan"}, {None: "belum diketahui"}
COUNTED, ROLLS = "angka = jumlah kegiatan tiga lembaga", "pemilihan wali kota; persen dari DPT + DPTb + DPK"
TWICE = [("tanggal", "Tanggal", "tgl-pendek"), ("kelurahan", "Kelurahan", "teks"), ("pemilik_a", "Lembaga", "teks"),
         ("nama_a", "Kegiatan", "teks"), ("pemilik_b", "Lembaga", "teks"), ("nama_b", "Kegiatan", "teks")]  # fmt: skip
COUNTS = ("terlaksana", "peserta", "rencana", "batal")
AGENCIES = [("nama", "Lembaga", "teks"), *((count, count.capitalize(), "bil") for count in COUNTS)]
AIMS = [("label", "Pemilihan", "teks"), ("teks", "Partisipasi", "teks"), ("keterangan", "Dihitung dari", "teks")]


def map_of_reach(page: frame.Page) -> None:
    rows = page.ask("peta")
    missed = [row["kelurahan"] for row in rows if row["tingkat"] in (1, 2)]
    days, over = rows[0]["jendela"], rows[0]["sampai"] is not None
    named = f"{'Tidak' if over else 'Belum'} terjangkau dalam {days}: {listing(missed)}."
    alt = f"Peta {len(rows)} kelurahan. {named if missed else 'Semua kelurahan terjangkau.'}"
    parts.mapped(page, f"Kegiatan terlaksana dalam {days}", COUNTED, rows, (AFTER if over else LEGEND) | UNKNOWN, alt)


def map_of_turnout(page: frame.Page) -> None:
    places = page.ask("peta_hasil")
    legend = {2: places[0]["arti_rendah"], 1: places[0]["arti_sedang"], 0: places[0]["arti_tinggi"]} | UNKNOWN
    low = listing([row["kelurahan"] for row in places if row["tingkat"] == 2]) or "tidak ada"
    title, alt = "Partisipasi per kelurahan", f"Peta {len(places)} kelurahan, {legend[2]}: {low}."
    parts.mapped(page, title, ROLLS, places, legend, alt)


def lowest(page: frame.Page) -> None:
    title, place = "Partisipasi paling rendah", page.ask("peta_hasil")[0]
    parts.ranked(page, page.ask("terendah"), title, f"garis = sasaran; {place['dulu']}", "terendah", place["sasaran"])


def reach_by_segment(page: frame.Page) -> None:
    parts.ranked(page, page.ask("segmen"), "Kegiatan menurut segmen pemilih", "yang paling jarang lebih dulu", "segmen")


def doubles(page: frame.Page) -> None:
    none = "Tidak ada kegiatan bersamaan dalam data yang terhitung."
    doubled = elements.table(TWICE, page.ask("tumpang_tindih"), none, what="pasang kegiatan")
    held = elements.section("Kegiatan menurut lembaga"), elements.table(AGENCIES, page.ask("per_lembaga"))
    frame.show(elements.section("Kegiatan bersamaan di satu kelurahan"), doubled, *held)
    title = "Hasil, sasaran, dan pemilihan lalu" if page.ask("peta_hasil") else "Partisipasi yang dituju"
    frame.show(elements.section(title, page.also()), elements.table(AIMS, page.of_city("partisipasi_sebelumnya")))


def results(page: frame.Page) -> None:
    frame.decisions(page)
    parts.listed(page, "jadwal_rekap", "Rekapitulasi", "rekapitulasi", nama="Tempat", rencana="Rencana",
                 keadaan="Keadaan", kendala="Kendala")  # fmt: skip


def agenda_point(page: frame.Page) -> None:
    voted = bool(page.ask("peta_hasil"))
    frame.first_screen(page, *((map_of_turnout, lowest) if voted else (map_of_reach, frame.decisions)))
    frame.halves(page, results if voted else reach_by_segment, doubles)
    frame.reconciliation(page)
    frame.ground(page)


frame.draw(frame.open_page("partisipasi"), agenda_point)

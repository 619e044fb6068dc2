"""Dinamika sosial dan stabilitas

Apa yang baru sejak rapat lalu? Titik mana yang sedang atau tinggi, dan siapa menanganinya?
"""

from monev.screen import frame, parts
from monev.screen.draw import elements
from monev.words import words

LEGEND = {2: "potensi tinggi", 1: "potensi sedang", 0: "potensi rendah", None: words.NOT_REPORTED}

DAILY = {"tanggal": "Tanggal", "nilai": "Kejadian", "tinggi": "Tingkat tinggi"}


def map_of_tension(page: frame.Page) -> None:
    places = page.ask("peta")
    high = words.listing([row["kelurahan"] for row in places if row["tingkat"] == 2]) or "tidak ada"
    beyond = f"; {words.number(places[0]['luar_peta'])} lagi tidak di peta" if places and places[0]["luar_peta"] else ""
    aside = f"angka = kejadian belum selesai{beyond}"
    alt = f"Peta {len(places)} kelurahan. Potensi konflik tinggi: {high}."
    parts.mapped(page, "Potensi konflik dan kejadian terbuka", aside, places, LEGEND, alt)


def incidents_by_day(page: frame.Page) -> None:
    daily = page.ask("harian")
    title = f"Kejadian tiap hari, {words.number(len(daily) - 1)} hari terakhir"
    parts.titled(page, title, "ungu = tingkat tinggi", "harian", daily, DAILY)
    parts.daily(page, daily, "Kejadian tiap hari", "tinggi", "harian")


def open_incidents(page: frame.Page) -> None:
    frame.show(
        elements.section("Kejadian sedang dan tinggi yang belum selesai"),
        elements.table(
            [("uraian", "Kejadian", "teks"), ("tingkat", "Tingkat", "teks"), ("tempat_kejadian", "Tempat", "teks"),
             ("tanggal_kejadian", "Tanggal", "tgl-pendek"), ("keadaan", "Keadaan", "teks"),
             ("penangan", "Ditangani", "teks")],
            page.ask("kejadian_terbuka"),
            "Tidak ada kejadian sedang atau tinggi yang terbuka dalam data yang terhitung.",
            what="kejadian",
        ),
        elements.section("Laporan bulanan Desk Pilkada", page.also("laporan_desk")),
        elements.table(
            [("bulan_kata", "Bulan", "teks"), ("batas", "Batas", "tgl"), ("keterangan", "Keadaan", "teks")],
            page.ask("laporan_desk"),
        ),
    )  # fmt: skip


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, map_of_tension, frame.decisions)
    frame.halves(page, incidents_by_day, open_incidents)
    frame.reconciliation(page)
    frame.ground(page)


frame.draw(frame.open_page("stabilitas"), agenda_point)

"""Pelaporan daerah

Siapa belum melapor, kiriman mana yang ditolak, dan apa yang perlu dilakukan?
"""

from monev.screen import frame, over_places, parts
from monev.screen.draw import elements

#: Provinces that stand open, the most silent first; the others open below.
OPEN = 10


def provinces(page: frame.Page) -> None:
    rows = [row for row in page.ask("provinsi") if row["belum"] or page.person.seat]
    columns = [("provinsi", "Provinsi", "teks"), ("semua", "Daerah", "bil"), ("melapor", "Melapor", "bil"),
               ("tepat_waktu", "Tepat waktu", "bil"), ("belum", "Belum", "bil")]  # fmt: skip
    if not page.large:
        columns.append(("yang_belum", "Yang belum melapor", "teks"))
    first, others = rows[:OPEN], rows[OPEN:]
    more = elements.rest(len(rows), len(first), "provinsi")
    if others and not page.large:
        count = elements.counted(len(others), len(others), "provinsi lagi")
        more = elements.expandable(count, elements.table(columns, others, most=None))
    frame.show(
        elements.section("Yang belum melapor menurut provinsi", over_places.reported(page)),
        elements.table(columns, first, "Semua daerah sudah melapor.", what="provinsi"),
        more,
    )


def refused(page: frame.Page) -> None:
    rows = page.ask("ditolak")
    frame.show(
        elements.section("Kiriman yang tidak dipakai", elements.counted(len(rows), len(rows), "temuan")),
        elements.table(
            [("alasan", "Apa yang ada", "teks"), ("saran", "Apa yang perlu dilakukan", "teks")],
            rows,
            "Tidak ada kiriman yang ditolak.",
            what="temuan",
        ),
    )


def rest(page: frame.Page) -> None:
    parts.folded(page, "aturan_lain", "Aturan lain, dan koreksi", "daerah", provinsi="Provinsi", daerah="Daerah",
                 aturan_lain="Aturan lain", kiriman_ke="Kiriman ke", versi="Versi dasbor")  # fmt: skip
    parts.listed(page, "janji", "Janji rapat daerah menurut pokok", "pokok", pokok="Pokok", terbuka="Belum selesai",
                 lewat="Lewat tenggat", selesai="Selesai", daerah="Daerah")  # fmt: skip
    parts.folded(page, "mutu", "Mutu lembar daerah yang melapor", "lembaga", instansi="Lembaga", daerah="Daerah",
                 terlihat="Baris", terhitung="Terhitung", ditahan="Belum ikut", temuan_tolak="Temuan yang menahan",
                 temuan_periksa="Mohon diperiksa")  # fmt: skip


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, provinces, frame.decisions)
    refused(page)
    if not page.large:
        rest(page)
    frame.ground(page)


frame.draw(frame.open_page("pelaporan"), agenda_point)

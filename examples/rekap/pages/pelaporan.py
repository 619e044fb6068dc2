"""Pelaporan daerah

Siapa belum melapor, kiriman mana yang ditolak, dan apa yang perlu dilakukan?
"""

from monev.screen import frame, over_places, shown
from monev.screen.draw import elements


def provinces(page: frame.Page) -> None:
    rows = [row for row in page.ask("provinsi") if row["belum"] or page.person.seat]
    columns = [("provinsi", "Provinsi", "teks"), ("semua", "Daerah", "bil"), ("melapor", "Melapor", "bil"),
               ("tepat_waktu", "Tepat waktu", "bil"), ("belum", "Belum", "bil")]  # fmt: skip
    if not page.large:
        columns.append(("yang_belum", "Yang belum melapor", "teks"))
    frame.show(
        elements.section("Yang belum melapor menurut provinsi", over_places.reported(page)),
        elements.table(columns, rows, "Semua daerah sudah melapor.", most=10 if page.large else 38, what="provinsi"),
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
    shown.listed(page, "aturan_lain", "Aturan lain, dan koreksi", "daerah", provinsi="Provinsi", daerah="Daerah",
                 aturan_lain="Aturan lain", kiriman_ke="Kiriman ke", versi="Versi dasbor")  # fmt: skip
    shown.listed(page, "janji", "Janji rapat daerah menurut pokok", "pokok", pokok="Pokok", terbuka="Belum selesai",
                 lewat="Lewat tenggat", selesai="Selesai", daerah="Daerah")  # fmt: skip
    shown.listed(page, "mutu", "Mutu lembar daerah yang melapor", "lembaga", instansi="Lembaga", daerah="Daerah",
                 terlihat="Baris", terhitung="Terhitung", ditahan="Belum ikut", temuan_tolak="Temuan yang menahan",
                 temuan_periksa="Mohon diperiksa")  # fmt: skip


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, provinces, frame.decisions)
    refused(page)
    if not page.large:
        rest(page)
    frame.ground(page)


frame.draw(frame.open_page("pelaporan"), agenda_point)

"""Bantuan pangan dan anggaran

Di kecamatan mana bantuan paling lambat sampai? Kegiatan mana yang anggarannya paling sedikit terpakai?
"""

from monev.screen import frame, parts
from monev.screen.draw import bar_charts, elements


def delivered(page: frame.Page) -> None:
    rows = page.ask("tersalur")
    first = rows[: bar_charts.MOST_LARGE] if page.large else rows
    title = "Bantuan pangan yang sudah sampai"
    aside = "garis = 100%" if len(first) == len(rows) else f"{len(first)} dari {len(rows)}; garis = 100%"
    parts.titled(page, title, aside, "tersalur", first, parts.BARS)
    figure = bar_charts.bars(first, frame.palette(), page.large, target=100)
    frame.chart(figure, bar_charts.bars_height(first, page.large), bar_charts.alt_bars(title, first), "tersalur")


def budget(page: frame.Page) -> None:
    frame.show(
        elements.section("Anggaran tiap kegiatan", "paling rendah lebih dulu"),
        elements.table(
            [("nama", "Kegiatan", "teks"), ("pelaksana", "Pelaksana", "teks"), ("pagu_rp", "Pagu", "rp"),
             ("realisasi_rp", "Realisasi", "rp"), ("persen", "Bagian", "persen")],
            page.ask("anggaran"),
            "Anggaran belum dilaporkan.",
            what="kegiatan",
        ),
    )  # fmt: skip


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, delivered, frame.decisions, wide=True)
    frame.halves(page, budget, frame.reconciliation)
    frame.ground(page)


frame.draw(frame.open_page("bantuan"), agenda_point)

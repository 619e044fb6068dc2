"""Layanan gizi dan kesehatan

Di kelurahan mana balita belum ditimbang? Di mana balita bermasalah gizi menunggu ditangani?
"""

from monev.screen import frame, parts
from monev.screen.draw import bar_charts, elements
from monev.words import words


def map_of_weighing(page: frame.Page) -> None:
    places = page.ask("peta")
    least, wanted = (f"{words.number(round(places[0][key]))}%" for key in ("rendah_persen", "sasaran_persen"))
    legend = {2: f"di bawah {least}", 1: f"di bawah {wanted}", 0: f"mulai {wanted}", None: words.NOT_REPORTED}
    low = words.listing([row["kelurahan"] for row in places if row["tingkat"] == 2]) or "tidak ada"
    aside = "angka = balita yang belum ditimbang"
    alt = f"Peta {len(places)} kelurahan. Di bawah {least}: {low}."
    parts.mapped(page, "Balita ditimbang bulan ini", aside, places, legend, alt)


def nutrition(page: frame.Page) -> None:
    rows, title = page.ask("gizi"), "Balita bermasalah gizi yang sudah ditangani"
    parts.titled(page, title, "garis = 100%", "gizi", rows, parts.BARS)
    if rows:
        figure = bar_charts.bars(rows, frame.palette(), page.large, target=100)
        frame.chart(figure, bar_charts.bars_height(rows, page.large), bar_charts.alt_bars(title, rows), "gizi")
    else:
        frame.show(elements.empty_state("Belum ada yang melapor."))


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, map_of_weighing, frame.decisions)
    frame.halves(page, nutrition, frame.reconciliation)
    frame.ground(page)


frame.draw(frame.open_page("layanan"), agenda_point)

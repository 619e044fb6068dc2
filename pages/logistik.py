"""Sarana, prasarana, dan logistik

Barang mana yang masih kurang dan kapan penggantinya datang? Apakah hibah cair, dan apakah catatannya sama?
"""

from monev import frame
from monev.draw import charts, elements, timelines

page = frame.open_page("logistik")
goods = page.ask("barang")
[ready] = page.ask("barang_siap")
grant = page.ask("hibah")
[due] = page.ask("batas_hibah")


def shortages() -> None:
    frame.show(
        elements.section(
            "Barang siap pakai terhadap kebutuhan", f"garis = 100%; {ready['siap']} dari {ready['semua']} jenis cukup"
        )
    )
    if goods:
        figure = charts.barang(goods, frame.palette())
        frame.chart(figure, charts.bars_height(goods), charts.alt_barang(goods), "barang")
    else:
        frame.show(
            elements.empty_state(
                "Tidak ada barang yang kurang." if ready["semua"] else "Belum ada barang yang dilaporkan."
            )
        )


def payments() -> None:
    frame.show(elements.section("Hibah yang sudah cair, terhadap NPHD"))
    figure = timelines.hibah(grant, frame.palette(), page.today, due["batas_hibah"])
    frame.chart(figure, charts.time_height(), timelines.alt_hibah(grant, page.today, due["batas_hibah"]), "hibah")


frame.lead(page)
frame.beside(shortages, lambda: frame.decisions(page))
frame.halves(payments, lambda: frame.reconciliation(page))
frame.ground(page)

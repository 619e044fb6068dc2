"""Sarana, prasarana, dan logistik

Barang mana yang masih kurang dan kapan penggantinya datang? Apakah hibah cair, dan apakah catatannya sama?
"""

from monev.screen import frame
from monev.screen.draw import bar_charts, elements, time_charts


def shortages(page: frame.Page) -> None:
    goods, [ready] = page.ask("barang"), page.ask("barang_siap")
    shown = goods[: bar_charts.MOST_LARGE] if page.large else goods
    aside = f"garis = 100%; {ready['siap']} dari {ready['semua']} jenis cukup"
    if len(shown) < len(goods):
        aside = f"{len(shown)} dari {len(goods)} yang belum cukup; {aside}"
    title = "Barang siap pakai terhadap kebutuhan"
    frame.show(elements.section(title, aside))
    if goods:
        figure = bar_charts.supplies(shown, frame.palette(), page.large, "satuan_barang")
        frame.chart(figure, bar_charts.bars_height(shown, page.large), bar_charts.alt_supplies(title, shown), "barang")
    else:
        none = "Tidak ada barang yang kurang." if ready["semua"] else "Belum ada barang yang dilaporkan."
        frame.show(elements.empty_state(none))


def payments(page: frame.Page) -> None:
    title, receiver = "Hibah yang sudah cair, terhadap NPHD", page.ask("penerima_hibah")
    frame.show(elements.section(title, "garis = 100%"))
    figure, told = (
        bar_charts.bars(receiver, frame.palette(), page.large, target=100),
        bar_charts.alt_bars(title, receiver),
    )
    frame.chart(figure, bar_charts.bars_height(receiver, page.large), told, "penerima")
    grant, [due] = page.ask("hibah"), page.ask("batas_hibah")
    frame.show(elements.section("Kapan hibah penyelenggara cair"))
    figure = time_charts.shares(grant, frame.palette(), page.today, due["batas_hibah"], page.large, "penerima")
    told = time_charts.alt_shares("Hibah yang sudah cair", grant, page.today, due["batas_hibah"], "penerima")
    frame.chart(figure, bar_charts.time_height(page.large), told, "hibah")


def needs(page: frame.Page) -> None:
    columns = [("nama", "Barang", "teks"), ("kebutuhan", "Kebutuhan", "teks"), ("dasar", "Dasar", "teks")]
    based = elements.table(columns, page.ask("dasar_kebutuhan"))
    apart = [elements.note("Surat suara.", row["kalimat"]) for row in page.ask("cadangan_surat_suara")]
    frame.show(*apart, elements.expandable("Dasar kebutuhan tiap jenis barang", based))


def receivers(page: frame.Page) -> None:
    columns = [
        ("label", "Penerima", "teks"), ("nomor_nphd", "NPHD", "teks"), ("tanggal_nphd", "Ditandatangani", "tgl"),
        ("nilai_rp", "Nilai", "rp"), ("dibayar_rp", "Cair", "rp"), ("bagian", "Bagian", "persen"),
        ("sisa_rp", "Sisa", "rp"), ("rencana", "Rencana cair sisanya", "teks"), ("batas", "Batas", "teks"),
    ]  # fmt: skip
    kept = [columns[place] for place in (0, 5, 6, 7)] if page.large else columns
    listed = elements.table(kept, page.ask("penerima_hibah"), most=None)
    shared = [elements.note("Pendanaan bersama.", row["kalimat"]) for row in page.ask("pendanaan_bersama")]
    frame.show(elements.section("Hibah menurut penerima"), listed, *shared)


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, shortages, frame.decisions, wide=True)
    frame.halves(page, payments, frame.reconciliation)
    receivers(page)
    needs(page)
    frame.ground(page)


frame.draw(frame.open_page("logistik"), agenda_point)

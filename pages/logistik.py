"""Sarana, prasarana, dan logistik

Barang mana yang masih kurang dan kapan penggantinya datang? Apakah hibah cair, dan apakah catatannya sama?
"""

from monev.screen import frame, parts
from monev.screen.draw import bar_charts, elements

GRANTS = [("label", "Penerima", "teks"), ("nomor_nphd", "NPHD", "teks"), ("tanggal_nphd", "Ditandatangani", "tgl"),
          ("nilai_rp", "Nilai", "rp"), ("dibayar_rp", "Cair", "rp"), ("bagian", "Bagian", "persen"),
          ("sisa_rp", "Sisa", "rp"), ("rencana", "Rencana sisanya", "teks"), ("batas", "Batas", "teks")]  # fmt: skip
PAID = {"penerima": "Penerima", "tanggal": "Sejak", "persen": "Cair (%)"}


def shortages(page: frame.Page) -> None:
    goods, [ready] = page.ask("barang"), page.ask("barang_siap")
    first, title = goods[: bar_charts.MOST_LARGE] if page.large else goods, "Barang siap pakai terhadap kebutuhan"
    more = f"{len(first)} dari {len(goods)} yang belum cukup; " if len(first) < len(goods) else ""
    aside = page.also("barang", f"{more}garis = 100%; {ready['siap']} dari {ready['semua']} jenis cukup")
    parts.supplied(page, first, title, aside, "barang", "satuan_barang")
    if not goods:
        none = "Tidak ada barang yang kurang." if ready["semua"] else "Belum ada barang yang dilaporkan."
        frame.show(elements.empty_state(none))


def returns(page: frame.Page) -> None:
    rows = page.ask("pengembalian")
    parts.ranked(page, rows, "Sisa hibah yang kembali", page.also("pengembalian", rows[0]["batas"]), "kembali", 100)


def payments(page: frame.Page) -> None:
    rows, title = page.ask("penerima_hibah"), "Hibah yang sudah cair, terhadap NPHD"
    parts.ranked(page, rows, title, page.also("penerima_hibah", "garis = 100%"), "penerima", 100)
    grant, [due] = page.ask("hibah"), page.ask("batas_hibah")
    parts.titled(page, "Kapan hibah penyelenggara cair", page.also("hibah"), "hibah", grant, PAID)
    parts.reached(page, grant, "Hibah yang sudah cair", due["batas_hibah"], "penerima", "hibah")


def needs(page: frame.Page) -> None:
    columns = [("nama", "Barang", "teks"), ("kebutuhan", "Kebutuhan", "teks"), ("dasar", "Dasar", "teks")]
    frame.show(*(elements.note("Surat suara.", row["kalimat"]) for row in page.ask("cadangan_surat_suara")))
    if rows := page.ask("dasar_kebutuhan"):
        frame.show(elements.expandable("Dasar kebutuhan tiap jenis barang", elements.table(columns, rows)))


def receivers(page: frame.Page) -> None:
    kept = [GRANTS[place] for place in (0, 5, 6, 7)] if page.large else GRANTS
    listed = elements.table(kept, page.ask("penerima_hibah"), most=None)
    shared = [elements.note("Pendanaan bersama.", row["kalimat"]) for row in page.ask("pendanaan_bersama")]
    frame.show(elements.section("Hibah menurut penerima", page.also("penerima_hibah")), listed, *shared)
    parts.listed(page, "pengembalian", "Sisa hibah menurut penerima", "penerima", label="Penerima", sisa_rp="Sisa",
                 kembali_rp="Kembali", belum_rp="Belum kembali", bukti="Bukti setor", laporan="Laporan")  # fmt: skip
    parts.listed(page, "ulangan_tps", "TPS yang diulang", "TPS", nama="TPS", jenis="Jenis", alasan="Alasan",
                 dana="Dana", tanggal_rencana="Rencana", keadaan="Keadaan")  # fmt: skip


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, returns if page.ask("pengembalian") else shortages, frame.decisions, wide=True)
    frame.halves(page, payments, frame.reconciliation)
    receivers(page)
    needs(page)
    frame.ground(page)


frame.draw(frame.open_page("logistik"), agenda_point)

"""Netralitas ASN

Berapa kasus menurut masing-masing lembaga, dan mana yang menunggu kita?
"""

from monev.screen import frame
from monev.screen.draw import elements, reconciliation


def cases(page: frame.Page) -> None:
    frame.show(reconciliation.counts(page.ask("tiga_angka")), reconciliation.flow(page.ask("alur"), "kasus"))
    frame.show(*(elements.note("Pola.", row["kalimat"]) for row in page.ask("pola_kalimat")))


def pledges(page: frame.Page) -> None:
    frame.show(
        elements.section("Perangkat daerah yang belum lengkap menandatangani pakta"),
        elements.table(
            [("perangkat_daerah", "Perangkat daerah", "teks"), ("jumlah_asn", "ASN", "bil"), ("belum", "Belum", "bil"),
             ("persen", "Sudah", "persen")],
            page.ask("pakta"),
            "Semua perangkat daerah sudah lengkap, atau belum ada yang melapor.",
        ),
    )  # fmt: skip


def grounds(page: frame.Page) -> None:
    if rows := page.ask("dasar_bentuk"):
        told = [("jenis", "Pelanggaran", "teks"), ("bentuk", "Bentuk", "teks"), ("dasar", "Dasar", "teks")]
        frame.show(elements.expandable("Dasar bentuk pelanggaran ASN", elements.table(told, rows)))


def agenda_point(page: frame.Page) -> None:
    frame.first_screen(page, cases, frame.decisions)
    frame.halves(page, pledges, frame.reconciliation)
    grounds(page)
    frame.ground(page)


frame.draw(frame.open_page("netralitas"), agenda_point)

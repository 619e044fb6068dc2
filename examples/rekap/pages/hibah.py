"""Dana hibah pemilihan

Hibah siapa belum cair penuh, berapa rupiahnya, dan kapan sisanya cair?
"""

from monev.screen import frame, over_places
from monev.screen.draw import elements, places, recipients
from monev.words import words

#: Of those that lag behind so many are drawn.
MOST = 40
RULE = "KPU dan Bawaslu: 100% hijau, {} ke atas kuning, di bawahnya atau tanpa NPHD kritis (Permendagri 54/2019). "
#: As much of the rule as has room where a room looks on.
UNJUDGED = "TNI dan Polri tidak diwarnai: batas 40/60 belum jelas berlaku."


def table(page: frame.Page) -> None:
    [said], [bounds] = page.ask("kalimat"), page.ask("batas_rencana")
    stage = f"{words.number(bounds['tahap1_persen'])}%"
    titles = ("NPHD belum ditandatangani", f"di bawah {stage}", f"{stage} ke atas", "100%",
              "belum melapor")  # fmt: skip
    notes = "dinilai", "tidak dinilai"
    frame.head(page, words.within(page.kecamatan, said["kalimat"]))
    frame.show(
        elements.section("Hibah menurut penerima", over_places.reported(page)),
        recipients.table(page.ask("penerima"), titles, notes, bounds["dekat"], bounds["sedang"]),
        elements.note("Aturan.", f"{'' if page.large else RULE.format(stage)}{UNJUDGED}"),
    )


def behind(page: frame.Page) -> None:
    rows = page.ask("tertinggal")
    told = [row | {"teks": f"{row['nama']}: {said(row)}; {planned(row)}", "tanda": []} for row in rows]
    frame.show(elements.section("Yang belum cair penuh", f"{words.number(len(rows))} hibah"),
               places.worst(told[:MOST], "Tidak ada hibah yang belum cair penuh di antara yang melapor.", wide=True),
               elements.rest(len(rows), MOST, "hibah"))  # fmt: skip


def said(row: dict) -> str:
    return (
        "NPHD belum ditandatangani"
        if row["kelompok"] == "tanpa_naskah"
        else f"cair {words.percent(row['persen_cair'])}"
    )


def planned(row: dict) -> str:
    if row["rencana"] is None:
        return "tanpa tanggal"
    return f"rencana {words.date_short(row['rencana'])}{', sudah lewat' if row['rencana_lewat'] else ''}"


def agenda_point(page: frame.Page) -> None:
    table(page)
    if not page.large:
        behind(page)
        frame.decisions(page)
    frame.ground(page)


frame.draw(frame.open_page("hibah"), agenda_point)

"""The picture of each point: where regions are critical, how far grants have come, where reports are missing."""

from __future__ import annotations

from monev.handouts.slide_canvas import SMALL, Box, Canvas, Line
from monev.handouts.slide_charts import Bar
from monev.handouts.slide_figures import bars, empty, section, table, told
from monev.handouts.slide_map import tiles
from monev.handouts.slide_tables import Column
from monev.handouts.source import Source
from monev.handouts.text_fit import fit, height
from monev.words import words


def _where(canvas: Canvas, box: Box, source: Source, page: str) -> None:
    """The provinces with how many of their regions are critical, and the worst regions below."""
    rows = [row for row in source.ask("rekap/panas") if row["halaman"] == page and row["provinsi"]]
    top = section(canvas, box, "Daerah kritis di tiap provinsi", "angka = yang kritis")
    if not any(row["petak_kolom"] is not None for row in rows):
        empty(canvas, box, top, "Belum ada provinsi untuk dipetakan.")
        return
    worst = [row for row in source.ask("bahan/terberat") if row["halaman"] == page]
    named = words.listing([f"**{row['daerah']}** ({row['provinsi']})" for row in worst])
    below = fit(f"Terberat: {named}." if worst else "Tidak ada daerah yang kritis di antara yang melapor.", SMALL,
                box.width, 3)  # fmt: skip
    deep = height(below, SMALL, box.width) + 6
    [bounds] = source.ask("rekap/peta_batas")
    much, some = bounds["banyak"], bounds["beberapa"]
    levels = {2: f"{much} atau lebih", 1: f"{some} sampai {much - 1}", 0: f"kurang dari {some}",
              None: "separuh lebih belum melapor"}  # fmt: skip
    most = sorted(rows, key=lambda row: (-row["merah"], row["provinsi"]))[:5]
    said = "Daerah kritis di tiap provinsi. Terbanyak: " + told(
        [(row["provinsi"], words.number(row["merah"])) for row in most]
    )
    drawn = [
        row | {"kelurahan": row["provinsi"], "kecamatan": row["pulau"], "nama_petak": row["singkat"],
               "label": words.number(row["merah"])}
        for row in rows
    ]  # fmt: skip
    tiles(canvas, Box(box.left, top, box.width, box.foot - deep - top), drawn, levels, said)
    canvas.text(
        Box(box.left, box.foot - deep + 6, box.width, deep - 6), [Line(below, SMALL, colour="ink2")], "Terberat"
    )


def logistik(canvas: Canvas, box: Box, source: Source) -> None:
    _where(canvas, box, source, "logistik")


def risiko(canvas: Canvas, box: Box, source: Source) -> None:
    _where(canvas, box, source, "risiko")


def partisipasi(canvas: Canvas, box: Box, source: Source) -> None:
    _where(canvas, box, source, "partisipasi")


def netralitas(canvas: Canvas, box: Box, source: Source) -> None:
    _where(canvas, box, source, "netralitas")


def stabilitas(canvas: Canvas, box: Box, source: Source) -> None:
    _where(canvas, box, source, "stabilitas")


def hibah(canvas: Canvas, box: Box, source: Source) -> None:
    rows = [row for row in source.ask("bahan/hibah_nasional") if not row["jumlah"]]
    top = section(canvas, box, "Jumlah daerah menurut pencairan", "yang melapor")
    columns = [Column("Penerima", 80), Column("Tanpa NPHD", 88), Column("Sebagian", 78), Column("100%", 58),
               Column("Sudah cair", box.width - 304)]  # fmt: skip
    shown = [
        [f"**{row['nama']}**", words.number(row["tanpa_naskah"]), words.number(row["bawah"] + row["tengah"]),
         words.number(row["penuh"]), _money(row)]
        for row in rows
    ]  # fmt: skip
    said = "Hibah yang cair penuh: " + told([(row["nama"], f"di {words.number(row['penuh'])} daerah") for row in rows])
    table(canvas, box, top, columns, shown, said, "penerima")


def _money(row: dict) -> str:
    if row["nilai_rp"] is None:
        return "belum diketahui"
    return f"**{words.value_text(row['dibayar_rp'], 'rp')}**, {words.percent(row['persen'])}"


def pelaporan(canvas: Canvas, box: Box, source: Source) -> None:
    rows = [row for row in source.ask("pelaporan/provinsi") if row["belum"]]
    top = section(canvas, box, "Yang belum melapor menurut provinsi", "terbanyak lebih dulu")
    if not rows:
        empty(canvas, box, top, "Semua daerah sudah melapor.")
        return
    drawn = [Bar(f"{row['provinsi']}: dari {words.number(row['semua'])} daerah", row["belum"]) for row in rows]
    said = "Daerah yang belum melapor, terbanyak lebih dulu: " + told(
        [(row["provinsi"], words.number(row["belum"])) for row in rows[:5]]
    )
    bars(canvas, box, top, drawn, 0, "#,##0", "Belum melapor", said, "provinsi")

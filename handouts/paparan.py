"""The one chart or table of each agenda point that says most, as on its page; each function is named as its page."""

from __future__ import annotations

from collections.abc import Sequence

from monev.handouts import slide_marks
from monev.handouts.slide_canvas import SMALL, Box, Canvas, Line
from monev.handouts.slide_charts import Bar, by_day
from monev.handouts.slide_figures import bars, empty, section, table, told
from monev.handouts.slide_map import tiles
from monev.handouts.slide_tables import Column
from monev.handouts.source import Source
from monev.handouts.text_fit import LINE, fit, height, width
from monev.words import legends, words
from monev.words.happened import told as happening, within
from monev.words.spoken import plain

#: Points between two counts that stand side by side.
_APART = 12


def logistik(canvas: Canvas, box: Box, source: Source) -> None:
    if returned := source.ask("logistik/pengembalian"):
        _returned(canvas, box, returned)
        return
    goods, [ready] = source.ask("logistik/barang"), source.ask("logistik/barang_siap")
    known = f"{words.number(ready['siap'])} dari {words.number(ready['semua'])} jenis cukup; garis = 100%"
    aside = known if ready["semua"] else ""
    top = section(canvas, box, "Barang siap pakai", aside)
    if not goods or not ready["semua"]:
        empty(
            canvas, box, top, "Tidak ada barang yang kurang." if ready["semua"] else "Belum ada barang yang dilaporkan."
        )
        return
    late = next((place for place, row in enumerate(goods) if (row["lewat_hari"] or 0) > 0), 0)
    drawn = [Bar(f"{row['label']}: {_shortage(row)}", row["siap_persen"]) for row in goods]
    said = "Barang siap pakai terhadap kebutuhan, yang paling mendesak lebih dulu: " + told(
        [(row["label"], words.percent(row["siap_persen"])) for row in goods]
    )
    bars(canvas, box, top, drawn, late, '#,##0.0"%"', "Siap terhadap kebutuhan (%)", said, "jenis barang", 100)


def _shortage(row: dict) -> str:
    if row["siap_persen"] is None or row["kurang"] is None:
        return row["keterangan"] or words.NOT_REPORTED
    return f"kurang {words.number(row['kurang'])}"


def _returned(canvas: Canvas, box: Box, rows: list[dict]) -> None:
    title = "Sisa hibah yang kembali"
    top = section(canvas, box, title, rows[0]["batas"])
    drawn = [Bar(f"{row['label']}: {row['singkat']}", row["persen_bulat"]) for row in rows]
    most = next((place for place, row in enumerate(rows) if row["sorot"]), 0)
    said = f"{title} ke kas daerah: " + told([(row["label"], row["rincian"]) for row in rows])
    bars(canvas, box, top, drawn, most, '#,##0"%"', "Kembali (%)", said, "penerima", 100)


def partisipasi(canvas: Canvas, box: Box, source: Source) -> None:
    if places := source.ask("partisipasi/peta_hasil"):
        _turnout(canvas, box, source, places[0])
        return
    rows = source.ask("partisipasi/segmen")
    top = section(canvas, box, "Kegiatan menurut segmen pemilih", "paling jarang lebih dulu")
    if all(row["nilai"] is None for row in rows):
        empty(canvas, box, top, "Belum ada kegiatan yang dilaporkan.")
        return
    drawn = [Bar(f"{row['label']}: {row['rincian']}", row["nilai"]) for row in rows]
    said = "Kegiatan menurut segmen, yang paling jarang lebih dulu: " + told(
        [(row["label"], row["teks"]) for row in rows]
    )
    bars(canvas, box, top, drawn, 0, "#,##0", "Kegiatan terlaksana", said, "segmen")


def _turnout(canvas: Canvas, box: Box, source: Source, place: dict) -> None:
    rows, title = source.ask("partisipasi/terendah"), "Partisipasi paling rendah"
    top = section(canvas, box, title, f"garis = sasaran; {place['dulu']}")
    if not rows:
        empty(canvas, box, top, "Partisipasi belum dilaporkan.")
        return
    drawn = [Bar(f"{row['label']}: {row['rincian_pendek']} pemilih", row["nilai"]) for row in rows]
    said = f"{title}: " + told([(row["label"], row["teks"]) for row in rows])
    bars(canvas, box, top, drawn, 0, '#,##0.0"%"', "Partisipasi (%)", said, "kelurahan", place["sasaran"])


def risiko(canvas: Canvas, box: Box, source: Source) -> None:
    places, marked = source.ask("risiko/peta"), source.ask("risiko/prioritas")
    first = [row["kelurahan"] for row in marked if row["didahulukan"]]
    top = section(canvas, box, f"Kelurahan prioritas: {words.number(len(first))}", "angka = banyaknya risiko")
    if not any(row["petak_kolom"] is not None for row in places):
        empty(canvas, box, top, "Belum ada data kelurahan untuk dipetakan.")
        return
    named = words.listing(first) or "tidak ada"
    said = f"Peta {words.number(len(places))} kelurahan. Didahulukan: {named}."
    levels = legends.counted(places[0]["didahulukan_mulai"], "risiko")
    tiles(canvas, box._replace(top=top, height=box.foot - top), places, levels, said)


def netralitas(canvas: Canvas, box: Box, source: Source) -> None:
    counts, cases = source.ask("netralitas/tiga_angka"), source.ask("netralitas/alur")
    top = section(canvas, box, "Kasus menurut tiga lembaga")
    needs = [max(width(_figure(row), 28, True) + width(f"  {row['pemilik']}", SMALL, True),
                 width(row["keterangan"] or "", SMALL) / 1.9) + _APART for row in counts]  # fmt: skip
    left, deep, scale = box.left, 0, box.width / sum(needs)
    for row, need in zip(counts, needs, strict=True):
        deep = max(deep, _count(canvas, Box(left, top, need * scale - _APART, 0), row))
        left += need * scale
    top += deep + 6
    if not cases:
        empty(canvas, box, top, "Belum ada kasus.")
        return
    columns = [Column("Kasus", 76), Column("Sampai di mana", box.width - 76)]
    rows = [[row["kode"], _last_step(row["langkah"])] for row in cases]
    said = "Kasus netralitas ASN dan langkah terakhirnya: " + told([(row[0], plain(row[1])) for row in rows])
    table(canvas, box, top, columns, rows, said, "kasus")


def _figure(row: dict) -> str:
    return "?" if row["nilai"] is None else words.value(row["nilai"], row["satuan"])[0]


def _count(canvas: Canvas, box: Box, row: dict) -> float:
    """One agency's count with what it counts; gives how high it is."""
    room = box.width - width(f"{_figure(row)} ", 28, True)
    owner = fit(row["pemilik"], SMALL, room, 1, bold=True)
    note = words.NOT_REPORTED if row["nilai"] is None else row["keterangan"] or ""
    note = fit(note, SMALL, box.width, 3)
    high = 28 * LINE + height(note, SMALL, box.width)
    name = f"Jumlah kasus: {row['pemilik']}"
    canvas.text(box._replace(height=28 * LINE), [Line(_figure(row), 28, bold=True, tail=owner)], name)
    below = box._replace(top=box.top + 28 * LINE, height=high - 28 * LINE)
    canvas.text(below, [Line(note, SMALL, colour="ink2")], name)
    return high


def _last_step(steps: Sequence[dict]) -> str:
    """The last step that a case has come to, as its lane on the page ends."""
    done = [step for step in steps if step["keadaan"] != "nihil"]
    return done[-1]["teks"] if done else "belum diketahui"


def stabilitas(canvas: Canvas, box: Box, source: Source) -> None:
    daily, still = source.ask("stabilitas/harian"), source.ask("stabilitas/kejadian_terbuka")
    title = f"Kejadian tiap hari, {words.number(max(len(daily) - 1, 0))} hari terakhir"
    top = section(canvas, box, title, "ungu = tingkat tinggi")
    still_open = [_incident(row) for row in still if not row["terbatas"]] + [
        row["uraian"] for row in still if row["terbatas"]
    ]
    left = f"Belum selesai, sedang dan tinggi: {'; '.join(still_open)}." if still_open else ""
    left = fit(left, SMALL, box.width, 4)
    foot = box.foot - (height(left, SMALL, box.width) + 6 if left else 0)
    known = [row for row in daily if row["nilai"] is not None]
    days = [row["tanggal"] for row in known]
    found = within(source.of_page("peristiwa", "stabilitas"), days[0], days[-1]) if days else None
    happened = slide_marks.words(found, box.width) if found else ""
    bottom = foot - slide_marks.needed(happened, box.width)
    if known:
        said = f"Kejadian tiap hari sampai {words.date_medium(source.today)}.{happening(found)} {plain(left)}".strip()
        parts = [("Tingkat tinggi", [row["tinggi"] for row in known]),
                 ("Tingkat lain", [row["rendah"] + row["sedang"] for row in known])]  # fmt: skip
        by_day(canvas, Box(box.left, top, box.width, bottom - top), days, parts, said, "Kejadian tiap hari", found)
        if happened:
            below = Box(box.left, bottom, box.width, foot - bottom)
            canvas.text(below, [Line(happened, SMALL, colour="ink2")], "Peristiwa")
    else:
        empty(canvas, box, top, "Belum ada kejadian yang dilaporkan.")
    if left:
        canvas.text(
            Box(box.left, foot + 6, box.width, box.foot - foot - 6), [Line(left, SMALL, colour="ink2")], "Belum selesai"
        )


def _incident(row: dict) -> str:
    where = ", ".join(filter(None, (row["tingkat"], row["tempat_kejadian"])))
    return f"**{row['uraian'] or words.MISSING}** ({where})"

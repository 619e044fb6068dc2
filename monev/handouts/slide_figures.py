"""The one chart or table of each agenda point that says most, as on its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from monev.handouts.slide_canvas import BODY, SMALL, Box, Canvas, Line
from monev.handouts.slide_charts import Bar, bars, by_day
from monev.handouts.slide_map import tiles
from monev.handouts.slide_tables import Column, fitting, shorten, table
from monev.handouts.source import Source
from monev.handouts.text_fit import LINE, fit, height, lines, width
from monev.words import legends, words
from monev.words.spoken import plain

#: Points between two counts that stand side by side.
_APART = 12
#: Points from one bar to the next, at least.
_BAR = 23


def section(canvas: Canvas, box: Box, title: str, aside: str = "") -> float:
    """The title of a part under its rule; gives where the part begins."""
    canvas.rule(Box(box.left, box.top, box.width, 2), "ink")
    whole = f"**{title}** {aside}"
    said = whole if len(lines(whole, BODY, box.width)) <= 1 else fit(f"**{title}**", BODY, box.width, 1)
    canvas.text(Box(box.left, box.top + 5, box.width, BODY * LINE), [Line(said, colour="ink2")], title)
    return box.top + 5 + BODY * LINE + 6


def fits(high: Sequence[float], room: float, rest: float) -> int:
    """How many of things so high have room; where not all have, a line of `rest` points stays free below them."""
    if sum(high) <= room:
        return len(high)
    shown = 0
    while shown < len(high) and sum(high[: shown + 1]) <= room - rest:
        shown += 1
    return shown


def rest(canvas: Canvas, box: Box, count: int, what: str = "") -> None:
    """That more are there than are shown; nothing where none is left."""
    if count > 0:
        said = f"dan {words.number(count)} {what} lainnya" if what else f"dan {words.number(count)} lagi"
        canvas.text(box, [Line(said, SMALL, colour="ink2")], "Selebihnya")


def _logistik(canvas: Canvas, box: Box, source: Source) -> None:
    goods, [ready] = source.ask("logistik/barang"), source.ask("logistik/barang_siap")
    known = f"{words.number(ready['siap'])} dari {words.number(ready['semua'])} jenis cukup; garis = 100%"
    aside = known if ready["semua"] else ""
    top = section(canvas, box, "Barang siap pakai", aside)
    if not goods or not ready["semua"]:
        _empty(
            canvas, box, top, "Tidak ada barang yang kurang." if ready["semua"] else "Belum ada barang yang dilaporkan."
        )
        return
    late = next((place for place, row in enumerate(goods) if (row["lewat_hari"] or 0) > 0), 0)
    drawn = [Bar(f"{row['label']}: {_shortage(row)}", row["siap_persen"]) for row in goods]
    said = "Barang siap pakai terhadap kebutuhan, yang paling mendesak lebih dulu: " + _told(
        [(row["label"], words.percent(row["siap_persen"])) for row in goods]
    )
    _bars(canvas, box, top, drawn, late, '#,##0.0"%"', "Siap terhadap kebutuhan (%)", said, "jenis barang", 100)


def _shortage(row: dict) -> str:
    if row["siap_persen"] is None or row["kurang"] is None:
        return row["keterangan"] or words.NOT_REPORTED
    return f"kurang {words.number(row['kurang'])}"


def _partisipasi(canvas: Canvas, box: Box, source: Source) -> None:
    rows = source.ask("partisipasi/segmen")
    top = section(canvas, box, "Kegiatan menurut segmen pemilih", "paling jarang lebih dulu")
    if all(row["nilai"] is None for row in rows):
        _empty(canvas, box, top, "Belum ada kegiatan yang dilaporkan.")
        return
    drawn = [Bar(f"{row['label']}: {row['rincian']}", row["nilai"]) for row in rows]
    said = "Kegiatan menurut segmen, yang paling jarang lebih dulu: " + _told(
        [(row["label"], row["teks"]) for row in rows]
    )
    _bars(canvas, box, top, drawn, 0, "#,##0", "Kegiatan terlaksana", said, "segmen")


def _bars(canvas: Canvas, box: Box, top: float, drawn: list[Bar], chosen: int, pattern: str, series: str,
          said: str, what: str, target: float | None = None) -> None:  # fmt: skip
    shown = fits([_BAR] * len(drawn), box.foot - top, SMALL * LINE + 2)
    high = min(shown * 34, box.foot - top - (SMALL * LINE + 2 if shown < len(drawn) else 0))
    bars(canvas, Box(box.left, top, box.width, high), drawn[:shown], chosen, pattern, series, said, target)
    rest(canvas, Box(box.left, top + high + 2, box.width, SMALL * LINE), len(drawn) - shown, what)


def _risiko(canvas: Canvas, box: Box, source: Source) -> None:
    places, marked = source.ask("risiko/peta"), source.ask("risiko/prioritas")
    first = [row["kelurahan"] for row in marked if row["didahulukan"]]
    top = section(canvas, box, f"Kelurahan prioritas: {words.number(len(first))}", "angka = banyaknya risiko")
    if not any(row["petak_kolom"] is not None for row in places):
        _empty(canvas, box, top, "Belum ada data kelurahan untuk dipetakan.")
        return
    named = words.listing(first) or "tidak ada"
    said = f"Peta {words.number(len(places))} kelurahan. Didahulukan: {named}."
    levels = legends.risk(places[0]["didahulukan_mulai"])
    tiles(canvas, box._replace(top=top, height=box.foot - top), places, levels, said)


def _netralitas(canvas: Canvas, box: Box, source: Source) -> None:
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
        _empty(canvas, box, top, "Belum ada kasus.")
        return
    columns = [Column("Kasus", 76), Column("Sampai di mana", box.width - 76)]
    rows = [[row["kode"], _last_step(row["langkah"])] for row in cases]
    said = "Kasus netralitas ASN dan langkah terakhirnya: " + _told([(row[0], plain(row[1])) for row in rows])
    _table(canvas, box, top, columns, rows, said, "kasus")


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


def _stabilitas(canvas: Canvas, box: Box, source: Source) -> None:
    daily, still = source.ask("stabilitas/harian"), source.ask("stabilitas/kejadian_terbuka")
    title = f"Kejadian tiap hari, {words.number(max(len(daily) - 1, 0))} hari terakhir"
    top = section(canvas, box, title, "ungu = tingkat tinggi")
    told = [_incident(row) for row in still if not row["terbatas"]] + [
        row["uraian"] for row in still if row["terbatas"]
    ]
    left = f"Belum selesai, sedang dan tinggi: {'; '.join(told)}." if told else ""
    left = fit(left, SMALL, box.width, 4)
    foot = box.foot - (height(left, SMALL, box.width) + 6 if left else 0)
    known = [row for row in daily if row["nilai"] is not None]
    if known:
        said = f"Kejadian tiap hari sampai {words.date_medium(source.today)}. {plain(left)}".strip()
        parts = [("Tingkat tinggi", [row["tinggi"] for row in known]),
                 ("Tingkat lain", [row["rendah"] + row["sedang"] for row in known])]  # fmt: skip
        by_day(canvas, Box(box.left, top, box.width, foot - top), [row["tanggal"] for row in known], parts, said,
               "Kejadian tiap hari")  # fmt: skip
    else:
        _empty(canvas, box, top, "Belum ada kejadian yang dilaporkan.")
    if left:
        canvas.text(
            Box(box.left, foot + 6, box.width, box.foot - foot - 6), [Line(left, SMALL, colour="ink2")], "Belum selesai"
        )


def _incident(row: dict) -> str:
    where = ", ".join(filter(None, (row["tingkat"], row["tempat_kejadian"])))
    return f"**{row['uraian'] or words.MISSING}** ({where})"


def _table(canvas: Canvas, box: Box, top: float, columns: list[Column], rows: list[list[str]], said: str, what: str,
           note: str = "") -> None:  # fmt: skip
    """As many rows as have room; below them how many are left, and `note`."""
    short = shorten(columns, rows, SMALL, 2)
    line, room = SMALL * LINE + 3, box.foot - top
    note = fit(note, SMALL, box.width, 1)
    shown = fitting(columns, short, SMALL, room - (line if note else 0))
    if shown < len(short):
        shown = fitting(columns, short, SMALL, room - line - (line if note else 0))
    if shown:
        top = table(canvas, Box(box.left, top, box.width, 0), columns, short[:shown], SMALL, said, f"Tabel {what}") + 3
    left = len(rows) - shown
    texts = [
        f"dan {words.number(left)} {what} lainnya" if shown else f"{words.number(left)} {what} di halaman ini"
    ] * bool(left)
    if texts or note:
        lines = [Line(text, SMALL, colour="ink2") for text in [*texts, note] if text]
        canvas.text(Box(box.left, top, box.width, len(lines) * SMALL * LINE), lines, "Selebihnya")


def _told(pairs: Sequence[tuple[str, str]]) -> str:
    return words.listing([f"{name} {value}" for name, value in pairs]) + "."


def _empty(canvas: Canvas, box: Box, top: float, said: str) -> None:
    canvas.text(Box(box.left, top, box.width, 44), [Line(said, colour="ink2")], "Keterangan")


#: The page of an agenda point -> what draws its picture.
OF: dict[str, Callable[[Canvas, Box, Source], None]] = {
    "logistik": _logistik, "risiko": _risiko, "partisipasi": _partisipasi, "netralitas": _netralitas,
    "stabilitas": _stabilitas,
}  # fmt: skip

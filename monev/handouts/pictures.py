"""The one chart or table of each agenda point that says most, as on its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from monev import words
from monev.handouts.canvas import BODY, SMALL, Box, Canvas, Line
from monev.handouts.measure import LINE, fit, plain
from monev.handouts.native import Bar, Column, bars, fitting, shorten, table
from monev.handouts.source import Source

#: Points from one bar to the next, at least.
_BAR = 23
_STATES = {"ya": "ya", "tidak": "tidak", "nanti": "belum waktunya", "belum_dilaporkan": "belum dilaporkan"}


def section(canvas: Canvas, box: Box, title: str, aside: str = "") -> float:
    """The title of a part under its rule; gives where the part begins."""
    canvas.rule(Box(box.left, box.top, box.width, 2), "ink")
    said = fit(f"**{title}**" + (f"  {aside}" if aside else ""), BODY, box.width, 1)
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


def rest(canvas: Canvas, box: Box, count: int, what: str) -> None:
    """That more are there than are shown; nothing where none is left."""
    if count > 0:
        said = f"dan {words.number(count)} {what} lainnya"
        canvas.text(box, [Line(said, SMALL, colour="ink2")], "Selebihnya")


def _logistik(canvas: Canvas, box: Box, source: Source) -> None:
    goods, [ready] = source.ask("logistik/barang"), source.ask("logistik/barang_siap")
    aside = f"{words.number(ready['siap'])} dari {words.number(ready['semua'])} jenis cukup; garis = 100%"
    top = section(canvas, box, "Barang siap pakai", aside)
    if not goods:
        _empty(
            canvas, box, top, "Tidak ada barang yang kurang." if ready["semua"] else "Belum ada barang yang dilaporkan."
        )
        return
    late = next((place for place, row in enumerate(goods) if (row["lewat_hari"] or 0) > 0), 0)
    drawn = [Bar(f"{row['label']}: {_shortage(row)}", row["siap_persen"]) for row in goods]
    said = "Barang siap pakai terhadap kebutuhan, yang paling mendesak lebih dulu: " + _told(
        [(row["label"], words.percent(row["siap_persen"])) for row in goods]
    )
    _bars(canvas, box, top, drawn, late, 205, '#,##0.0"%"', "Siap terhadap kebutuhan (%)", said, "jenis barang", 100)


def _shortage(row: dict) -> str:
    if row["siap_persen"] is None or row["kurang"] is None:
        return row["keterangan"] or "belum dilaporkan"
    return f"kurang {words.number(row['kurang'])}"


def _partisipasi(canvas: Canvas, box: Box, source: Source) -> None:
    rows = source.ask("partisipasi/segmen")
    top = section(canvas, box, "Kegiatan menurut segmen pemilih", "yang paling jarang lebih dulu")
    if not rows:
        _empty(canvas, box, top, "Belum ada kegiatan yang dilaporkan.")
        return
    drawn = [Bar(f"{row['label']}: {row['rincian']}", row["nilai"]) for row in rows]
    said = "Kegiatan menurut segmen, yang paling jarang lebih dulu: " + _told(
        [(row["label"], row["teks"]) for row in rows]
    )
    _bars(canvas, box, top, drawn, 0, 215, "#,##0", "Kegiatan terlaksana", said, "segmen")


def _bars(canvas: Canvas, box: Box, top: float, drawn: list[Bar], chosen: int, labels: float, pattern: str, series: str,
          said: str, what: str, target: float | None = None) -> None:  # fmt: skip
    shown = fits([_BAR] * len(drawn), box.foot - top, SMALL * LINE + 2)
    high = min(shown * 34, box.foot - top - (SMALL * LINE + 2 if shown < len(drawn) else 0))
    bars(canvas, Box(box.left, top, box.width, high), drawn[:shown], chosen, labels, pattern, series, said, target)
    rest(canvas, Box(box.left, top + high + 2, box.width, SMALL * LINE), len(drawn) - shown, what)


def _risiko(canvas: Canvas, box: Box, source: Source) -> None:
    marked = source.ask("risiko/prioritas")
    first = [row for row in marked if row["didahulukan"]]
    top = section(
        canvas, box, f"Kelurahan prioritas: {words.number(len(first))}", "dua tanda atau lebih; lalu satu tanda"
    )
    if not marked:
        _empty(canvas, box, top, "Tidak ada kelurahan yang bertanda dalam data yang terbaca.")
        return
    signs = [sign["nama"] for sign in marked[0]["tanda"]]
    wide = (box.width - 130) / len(signs)
    columns = [Column("Kelurahan", 130), *(Column(name, wide) for name in signs)]
    rows = [
        [f"**{row['kelurahan']}**" if row["didahulukan"] else row["kelurahan"],
         *(f"**{_STATES['ya']}**" if sign["keadaan"] == "ya" else _STATES[sign["keadaan"]] for sign in row["tanda"])]
        for row in marked
    ]  # fmt: skip
    named = words.listing([row["kelurahan"] for row in first]) or "tidak ada"
    _table(canvas, box, top, columns, rows, f"Kelurahan yang bertanda. Didahulukan: {named}.", "kelurahan")


def _netralitas(canvas: Canvas, box: Box, source: Source) -> None:
    counts, cases = source.ask("netralitas/tiga_angka"), source.ask("netralitas/alur")
    top = section(canvas, box, "Kasus menurut tiga lembaga")
    wide = box.width / max(len(counts), 1)
    for place, row in enumerate(counts):
        figure, unit = words.value(row["nilai"], row["satuan"])
        value = (
            Line("belum dilaporkan", BODY, colour="ink2") if row["nilai"] is None else Line(figure, 30, True, tail=unit)
        )
        canvas.text(
            Box(box.left + place * wide, top, wide - 12, 90),
            [Line(fit(row["pemilik"], SMALL, wide - 12, 1), SMALL, bold=True), value,
             Line(fit(row["keterangan"] or "", SMALL, wide - 12, 2), SMALL, colour="ink2")],
            f"Jumlah kasus: {row['pemilik']}",
        )  # fmt: skip
    top += 96
    if not cases:
        _empty(canvas, box, top, "Belum ada kasus.")
        return
    columns = [Column("Kasus", 76), Column("Sampai di mana", box.width - 76)]
    rows = [[row["kode"], _last_step(row["langkah"])] for row in cases]
    said = "Kasus netralitas ASN dan langkah terakhirnya: " + _told([(row[0], plain(row[1])) for row in rows])
    _table(canvas, box, top, columns, rows, said, "kasus")


def _last_step(steps: Sequence[dict]) -> str:
    """The last step that a case has come to, as its lane on the page ends."""
    done = [step for step in steps if step["keadaan"] != "nihil"]
    return done[-1]["teks"] if done else "belum diketahui"


def _stabilitas(canvas: Canvas, box: Box, source: Source) -> None:
    rows = source.ask("stabilitas/kejadian_terbuka")
    top = section(canvas, box, "Kejadian sedang dan tinggi yang belum selesai")
    if not rows:
        _empty(canvas, box, top, "Tidak ada kejadian sedang atau tinggi yang terbuka dalam data yang terbaca.")
        return
    widths = {"Kejadian": 0.34, "Tingkat": 0.14, "Tempat": 0.21, "Tanggal": 0.13, "Ditangani": 0.18}
    columns = [Column(title, box.width * share) for title, share in widths.items()]
    told = [
        [row["uraian"] or words.MISSING, row["tingkat"] or "", row["tempat_kejadian"] or "",
         words.date_short(row["tanggal_kejadian"]) if row["tingkat"] else "", row["penangan"] or ""]
        for row in rows
    ]  # fmt: skip
    said = "Kejadian yang belum selesai: " + _told([(row[0], ", ".join(filter(None, row[1:3]))) for row in told])
    _table(canvas, box, top, columns, told, said, "kejadian")


def _table(
    canvas: Canvas, box: Box, top: float, columns: list[Column], rows: list[list[str]], said: str, what: str
) -> None:
    short = shorten(columns, rows, SMALL, 2)
    room = box.foot - top
    shown = fitting(columns, short, SMALL, room)
    if shown < len(short):
        shown = fitting(columns, short, SMALL, room - SMALL * LINE - 2)
    foot = table(canvas, Box(box.left, top, box.width, 0), columns, short[:shown], SMALL, said, f"Tabel {what}")
    rest(canvas, Box(box.left, foot + 2, box.width, SMALL * LINE), len(rows) - shown, what)


def _told(pairs: Sequence[tuple[str, str]]) -> str:
    return words.listing([f"{name} {value}" for name, value in pairs]) + "."


def _empty(canvas: Canvas, box: Box, top: float, said: str) -> None:
    canvas.text(Box(box.left, top, box.width, 44), [Line(said, colour="ink2")], "Keterangan")


#: The page of an agenda point -> what draws its picture.
OF: dict[str, Callable[[Canvas, Box, Source], None]] = {
    "logistik": _logistik, "risiko": _risiko, "partisipasi": _partisipasi, "netralitas": _netralitas,
    "stabilitas": _stabilitas,
}  # fmt: skip

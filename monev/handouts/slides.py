"""The slides of a meeting: a title, one per agenda point, where agencies differ, what was promised and decided."""

from __future__ import annotations

import io
from collections.abc import Sequence

from monev import words
from monev.handouts import Tell, agenda_slide, archive, template
from monev.handouts.canvas import BODY, SENTENCE, SMALL, TITLE, Box, Canvas, Line
from monev.handouts.measure import LINE, fit, height, plain
from monev.handouts.native import Column, fitting, shorten, table
from monev.handouts.source import Rows, Source
from monev.handouts.template import FOOT, HIGH, RIM, WIDE

_ROOM = WIDE - 2 * RIM
#: Slides that one table may fill; what is left then is told in a line.
_MOST_SLIDES = 3
_AUTHOR = "Sekretariat rapat monev"


def write(source: Source, tell: Tell) -> bytes:
    """The bytes of the presentation; the same for the same snapshot and the same decisions."""
    deck = template.empty(source.colours)
    agendas = source.agendas()
    steps = len(agendas) + 3
    tell(0, "Menulis judul")
    _title(deck, source, agendas)
    spoken = {row["halaman"]: row["bacaan"] for row in source.ask("bahan/bacaan")}
    for place, agenda in enumerate(agendas, start=1):
        tell(place / steps, f"Menulis agenda {agenda['nomor']}: {agenda['judul_pendek']}")
        canvas = _canvas(deck, source, agenda["judul"])
        agenda_slide.write(canvas, source, agenda)
        canvas.notes(spoken[agenda["halaman"]])
    tell((steps - 2) / steps, "Menulis perbedaan, janji, dan keputusan")
    _disagreements(deck, source, agendas)
    _promises(deck, source)
    _recorded(deck, source)
    tell((steps - 1) / steps, "Menyimpan berkas")
    return _saved(deck, source)


def _saved(deck, source: Source) -> bytes:
    facts, about = source.facts, deck.core_properties
    about.title = _name(source)
    about.subject = source.ground()
    about.author = about.last_modified_by = _AUTHOR
    about.language, about.revision = "id-ID", 1
    about.keywords = "data simulasi" if facts["simulasi"] else ""
    about.created = about.modified = facts["dibuat"]
    made = io.BytesIO()
    deck.save(made)
    return archive.steady(made.getvalue(), facts["dibekukan"] or facts["dibuat"])


def _name(source: Source) -> str:
    return f"{source.facts['rapat_judul'] or 'Rapat monev'}, {words.date_medium(source.met)}"


def _canvas(deck, source: Source, title: str, layout: int = 1) -> Canvas:
    """A slide with what all have: foot, number, and the mark of simulated data."""
    canvas = Canvas(deck, layout, title, source.colours)
    canvas.foot(source.ground())
    if source.facts["simulasi"]:
        canvas.simulated(WIDE - RIM, 23)
    return canvas


def _title(deck, source: Source, agendas: Rows) -> None:
    facts = source.facts
    title = facts["rapat_judul"] or "Rapat monev"
    canvas = _canvas(deck, source, title, 0)
    canvas.rule(Box(0, 0, 14, HIGH), "accent")
    left, room = RIM + 16, _ROOM - 16
    canvas.text(Box(left, 26, 600, TITLE * LINE), [Line(facts["daerah"], TITLE, bold=True, colour="accent")], "Daerah")
    canvas.head(Box(left, 56, room, 52), [Line(fit(title, 40, room, 1), 40, bold=True)])
    begins = f", pukul {words.clock(facts['rapat_mulai'])}" if facts["rapat_mulai"] else ""
    when = f"{words.date_long(source.met)}{begins}  ·  **{words.countdown(facts['sisa_hari'])}** pemungutan suara"
    canvas.text(Box(left, 110, room, TITLE * LINE), [Line(when, TITLE, colour="ink2")], "Waktu")
    [said] = source.ask("ringkasan/kalimat")
    sentence = fit(said["kalimat"], SENTENCE, room, 2)
    top = 156
    canvas.text(
        Box(left, top, room, height(sentence, SENTENCE, room) + 2), [Line(sentence, SENTENCE, bold=True)], "Kalimat"
    )
    top += height(sentence, SENTENCE, room) + 18
    high = (FOOT - 12 - top) / max(len(agendas), 1)
    for place, agenda in enumerate(agendas):
        _status(canvas, agenda, Box(left, top + place * high, room, high))


def _status(canvas: Canvas, agenda: dict, box: Box) -> None:
    """One agenda point on the title slide: its status, and its name."""
    canvas.rule(Box(box.left, box.top, box.width, 1.25), "rule")
    middle = box.top + box.height / 2
    canvas.badge(box.left, middle - BODY * 0.95, agenda["status"], agenda["halaman"])
    name = fit(f"**{agenda['nomor']}**  {agenda['judul']}", TITLE, box.width - 200, 1)
    canvas.text(
        Box(box.left + 200, middle - TITLE * 0.62, box.width - 200, TITLE * LINE), [Line(name, TITLE)], "Agenda"
    )


def _disagreements(deck, source: Source, agendas: Rows) -> None:
    rows = [row for agenda in agendas for row in source.ask(f"{agenda['halaman']}/rekonsiliasi") if not row["petunjuk"]]
    apart = [row for row in rows if row["status"] not in ("hijau", "belum_waktunya")]
    equal = sum(row["status"] == "hijau" for row in rows)
    aside = f"Cocok di kedua pihak: {words.number(equal)} perbandingan." if equal else ""
    columns = [Column("Yang dibandingkan", 270), Column("Catatan pertama", 245), Column("Catatan kedua", 245),
               Column("Selisih", _ROOM - 760)]  # fmt: skip
    cells = [[f"**{row['kunci'] or ''}**", _side(row, "kiri"), _side(row, "kanan"), _gap(row)] for row in apart]
    said = f"Angka yang berbeda antarlembaga: {words.listing([row['kunci'] or '' for row in apart])}."
    _tables(deck, source, "Angka yang berbeda antarlembaga", columns, cells, said, "perbedaan",
            aside if rows else "Belum ada angka yang dapat dibandingkan.",
            "Tidak ada angka yang berbeda dalam data yang terbaca.")  # fmt: skip


def _side(row: dict, side: str) -> str:
    amount = row[f"nilai_{side}"]
    shown = "belum dilaporkan" if amount is None else words.value_text(amount, row["satuan"])
    return f"{row[side]} **{shown}**"


def _gap(row: dict) -> str:
    if row["selisih"] is None:
        return "belum bisa dibandingkan"
    return f"**{words.value_text(abs(row['selisih']), row['satuan'])}**"


def _promises(deck, source: Source) -> None:
    rows = source.ask("tindak_lanjut/daftar")
    left = [row for row in rows if row["keadaan"] != "selesai"]
    done = len(rows) - len(left)
    columns = [
        Column("Keadaan", 120),
        Column("Janji", 430),
        Column("Penanggung jawab", 160),
        Column("Tenggat", _ROOM - 710),
    ]
    cells = [
        [f"**{'Lewat tenggat' if row['lewat'] else row['keadaan_kata'] or 'Belum terbaca'}**", _promise(row),
         row["pemilik"] or "belum terbaca", _due(row)]
        for row in left
    ]  # fmt: skip
    aside = f"{words.number(done)} janji sudah selesai." if done else ""
    said = "Janji yang belum selesai: " + words.listing([plain(cell[1]) for cell in cells]) + "."
    _tables(deck, source, "Janji rapat dan tindak lanjutnya", columns, cells, said, "janji", aside,
            "Tidak ada janji yang terbuka." if rows else "Tidak ada janji yang terbaca.")  # fmt: skip


def _promise(row: dict) -> str:
    return f"**{row['uraian'] or words.MISSING}**" + (f" Kabar: {row['kabar']}" if row["kabar"] else "")


def _due(row: dict) -> str:
    parts = [words.date_short(row["tenggat"]) if row["tenggat"] else "belum terbaca"]
    parts += [f"lewat {words.number(row['lewat_hari'])} hari"] if row["lewat"] else []
    parts += [f"minta diundur ke {words.date_short(row['tenggat_baru'])}"] if row["minta_undur"] else []
    return ", ".join(parts)


def _recorded(deck, source: Source) -> None:
    columns = [Column("Keputusan", 520), Column("Penanggung jawab", 200), Column("Tenggat", _ROOM - 720)]
    cells = [
        [f"**{row['uraian']}**", row["pemilik"] or row["penanggung_jawab"] or "", words.date_short(row["tenggat"])]
        for row in reversed(source.recorded)
    ]
    said = "Keputusan yang dicatat: " + words.listing([plain(cell[0]) for cell in cells]) + "."
    _tables(deck, source, "Keputusan yang dicatat dalam rapat ini", columns, cells, said, "keputusan", "",
            "Belum ada keputusan yang dicatat dalam rapat ini.")  # fmt: skip


def _tables(deck, source: Source, title: str, columns: Sequence[Column], rows: Rows, said: str, what: str, aside: str,
            empty: str) -> None:  # fmt: skip
    """A table over as many slides as it needs, at most `_MOST_SLIDES`; `empty` is said where it has no rows."""
    top, foot = 80, FOOT - 16
    short, parts = shorten(columns, rows, BODY, 4), []
    while short and len(parts) < _MOST_SLIDES:
        shown = max(fitting(columns, short, BODY, foot - SMALL * LINE - 6 - top), 1)
        parts.append(short[:shown])
        short = short[shown:]
    for place, part in enumerate(parts or [[]], start=1):
        whole = f"{title} ({place}/{len(parts)})" if len(parts) > 1 else title
        canvas = _canvas(deck, source, whole)
        canvas.head(Box(RIM, 22, _ROOM - 160, 36), [Line(whole, SENTENCE, bold=True)])
        end, lines = top, [] if rows else [Line(empty, TITLE, colour="ink2")]
        if part:
            end = table(canvas, Box(RIM, top, _ROOM, 0), columns, part, BODY, said, f"Tabel {what}") + 6
        if place == max(len(parts), 1):
            more = f"dan {words.number(len(short))} {what} lainnya. " if short else ""
            lines += [Line(f"{more}{aside}", SMALL, colour="ink2", gap=6)] if more or aside else []
        if lines:
            canvas.text(Box(RIM, end, _ROOM, 60 if not rows else SMALL * LINE + 6), lines, "Keterangan")

"""The slides of a meeting: title, agenda points, differences, promises, decisions, and the numbers' course."""

from __future__ import annotations

import io
from collections.abc import Sequence

from monev.handouts import slide_agenda, slide_course, slide_template, stable_zip
from monev.handouts.handout import Tell
from monev.handouts.slide_canvas import BODY, SENTENCE, SMALL, TITLE, Box, Canvas, Line, foot
from monev.handouts.slide_tables import Cell, Column, fitting, shorten, table
from monev.handouts.slide_template import FOOT, HIGH, RIM, WIDE
from monev.handouts.source import SETTLED, Rows, Source
from monev.handouts.text_fit import LINE, fit, height, held
from monev.words import project, the_day, vouched, words
from monev.words.comparison import agrees
from monev.words.spoken import plain

_ROOM = WIDE - 2 * RIM
#: Points from one sign to the next, where those of all indicators stand in a row.
_SIGN = 24
#: Slides that one table may fill, and the list of terms; what is left then is told in a line.
_MOST_SLIDES, _MOST_OF_TERMS = 3, 6
#: Where tables begin.
_TABLE = 84
_AUTHOR = "Sekretariat rapat monev"


def write(source: Source, tell: Tell) -> bytes:
    """The bytes of the presentation; the same for the same snapshot and the same decisions."""
    deck = slide_template.empty(source.colours)
    agendas = source.agendas()
    steps = len(agendas) + 3
    tell(0, "Menulis judul")
    _title(deck, source, agendas)
    spoken = {row["halaman"]: row["bacaan"] for row in source.ask("bahan/bacaan")}
    for place, agenda in enumerate(agendas, start=1):
        tell(place / steps, f"Menulis agenda {agenda['nomor']}: {agenda['judul_pendek']}")
        canvas = _canvas(deck, source, agenda["judul"])
        slide_agenda.write(canvas, source, agenda)
        canvas.notes(spoken[agenda["halaman"]])
    tell((steps - 2) / steps, "Menulis perbedaan, janji, dan keputusan")
    compared = source.ask("bersama/rekonsiliasi")
    if source.compares():
        _disagreements(deck, source, [row for row in compared if not row["petunjuk"] and not row["berjalan"]])
    _under_way(deck, source, [row for row in compared if row["berjalan"] and row["status"] not in SETTLED])
    _promises(deck, source)
    _recorded(deck, source)
    for agenda in agendas:
        if rows := slide_course.known(source, agenda["halaman"]):
            slide_course.write(_canvas(deck, source, slide_course.title(agenda)), source, agenda, rows)
    _terms(deck, source)
    for number, slide in enumerate(deck.slides, start=1):
        foot(slide, number, source.ground(), source.colours)
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
    return stable_zip.steady(made.getvalue(), facts["dibekukan"] or facts["dibuat"])


def _name(source: Source) -> str:
    return f"{source.facts['rapat_judul'] or project.meeting()}, {words.date_medium(source.met)}"


def _canvas(deck, source: Source, title: str, layout: int = 1) -> Canvas:
    """A slide, with the mark of simulated data where it holds."""
    canvas = Canvas(deck, layout, title, source.colours)
    if source.facts["simulasi"]:
        canvas.simulated(WIDE - RIM, 23)
    return canvas


def _title(deck, source: Source, agendas: Rows) -> None:
    facts = source.facts
    title = facts["rapat_judul"] or project.meeting()
    canvas = _canvas(deck, source, title, 0)
    canvas.rule(Box(0, 0, 14, HIGH), "accent")
    left, room = RIM + 16, _ROOM - 16
    canvas.text(Box(left, 26, 600, TITLE * LINE), [Line(facts["daerah"], TITLE, bold=True, colour="accent")], "Daerah")
    canvas.head(Box(left, 56, room, 52), [Line(fit(title, 40, room, 1, bold=True), 40, bold=True)])
    begins = f", pukul {words.time_of_day(facts['rapat_mulai'])}" if facts["rapat_mulai"] else ""
    state = f"  ·  angka keadaan {words.date_spoken(source.today)}" if source.met != source.today else ""
    days, over = the_day.count(facts), the_day.since(facts)
    vote = f"  ·  **{days}**, {over}" if over else f"  ·  **{days}** {facts['hari_nama'].lower()}" if days else ""
    when = fit(f"{words.date_long(source.met)}{begins}{state}{vote}", TITLE, room, 1)
    canvas.text(Box(left, 110, room, TITLE * LINE), [Line(when, TITLE, colour="ink2")], "Waktu")
    [said] = source.ask("ringkasan/kalimat")
    sentence = fit(said["kalimat"], SENTENCE, room, 2, bold=True)
    top = 156
    canvas.text(
        Box(left, top, room, height(sentence, SENTENCE, room, True) + 2),
        [Line(sentence, SENTENCE, bold=True)],
        "Kalimat",
    )
    top += height(sentence, SENTENCE, room, True) + 18
    end = FOOT - 12
    if told := vouched.whole(source.vouched):
        said = fit(told, BODY, room, 2)
        end -= height(said, BODY, room) + 4
        canvas.text(
            Box(left, end + 2, room, height(said, BODY, room) + 2), [Line(said, BODY, colour="ink2")], "Dikonfirmasi"
        )
    high = (end - top) / max(len(agendas), 1)
    for place, agenda in enumerate(agendas):
        _status(canvas, agenda, Box(left, top + place * high, room, high))


def _status(canvas: Canvas, agenda: dict, box: Box) -> None:
    """One agenda point on the title slide: its status, and its name."""
    canvas.rule(Box(box.left, box.top, box.width, 1.25), "rule")
    middle = box.top + box.height / 2
    canvas.badge(box.left, middle - BODY * 0.95, agenda["status"], agenda["halaman"])
    signs = agenda["tanda"]
    room = box.width - 190 - len(signs) * _SIGN
    name = Line(fit(agenda["judul"], TITLE, room - 30, 1), TITLE, lead=str(agenda["nomor"]))
    canvas.text(Box(box.left + 190, middle - TITLE * 0.62, room, TITLE * LINE), [name], "Agenda")
    for place, status in enumerate(signs):
        left = box.left + box.width - (len(signs) - place) * _SIGN + 4
        canvas.sign(left, middle - 9, 18, status, word=words.status_word(status, agenda["halaman"]))


def _disagreements(deck, source: Source, rows: Rows) -> None:
    apart = [row for row in rows if row["status"] not in SETTLED and not agrees(row)]
    equal = sum(map(agrees, rows))
    aside = f"Cocok di kedua pihak: {words.number(equal)} perbandingan." if equal else ""
    columns = [Column("Yang dibandingkan", 240), Column("Catatan pertama", 255), Column("Catatan kedua", 255),
               Column("Selisih", _ROOM - 750)]  # fmt: skip
    cells = [[f"**{row['kunci'] or ''}**", _side(row, "kiri"), _side(row, "kanan"), _gap(row)] for row in apart]
    said = f"Angka yang berbeda antarlembaga: {words.listing([row['kunci'] or '' for row in apart])}."
    _tables(deck, source, "Angka yang berbeda antarlembaga", columns, cells, said, "perbedaan",
            aside if rows else "Belum ada angka yang dapat dibandingkan.",
            "Tidak ada angka yang berbeda dalam data yang terhitung.")  # fmt: skip


def _under_way(deck, source: Source, left: Rows) -> None:
    """What has not yet come from one to the other; without any there is no slide of it."""
    if not left:
        return
    columns = [Column("Keadaan", 145), Column("Hal", 235), Column("Sampai di mana", _ROOM - 380)]
    cells = [[f"**{words.status_word(row['status'])}**", f"**{row['kunci'] or ''}**", row["kalimat"]] for row in left]
    said = f"Yang belum sampai: {words.listing([row['kunci'] or '' for row in left])}."
    _tables(deck, source, "Yang belum sampai", columns, cells, said, "hal", "", "")


def _side(row: dict, side: str) -> tuple[str, str]:
    amount = row[f"nilai_{side}"]
    shown = words.NOT_REPORTED if amount is None else words.value_text(amount, row["satuan"])
    return row[side], f"**{held(shown)}**"


def _gap(row: dict) -> str:
    if row["selisih"] is None:
        return "belum bisa dibandingkan"
    return f"**{held(words.value_text(abs(row['selisih']), row['satuan']))}**"


def _promises(deck, source: Source) -> None:
    rows = source.promised
    left = [row for row in rows if row["keadaan"] not in ("selesai", "ditarik")]
    done = sum(row["keadaan"] == "selesai" for row in rows)
    columns = [
        Column("Keadaan", 145),
        Column("Janji", 420),
        Column("Penanggung jawab", 160),
        Column("Tenggat", _ROOM - 725),
    ]
    cells = [
        [f"**{'Lewat tenggat' if row['lewat'] else row['keadaan_kata'] or 'Belum jelas'}**", _promise(row),
         row["pemilik"] or "belum jelas", _due(row)]
        for row in left
    ]  # fmt: skip
    aside = f"{words.number(done)} janji sudah selesai." if done else ""
    said = "Janji yang belum selesai: " + words.listing([plain(cell[1]) for cell in cells]) + "."
    _tables(deck, source, "Janji rapat dan tindak lanjutnya", columns, cells, said, "janji", aside,
            "Tidak ada janji yang terbuka." if rows else "Tidak ada janji yang terhitung.")  # fmt: skip


def _promise(row: dict) -> str:
    return f"**{row['uraian'] or words.MISSING}**" + (f" Kabar: {row['kabar']}" if row["kabar"] else "")


def _due(row: dict) -> str:
    parts = [words.date_short(row["tenggat"]) if row["tenggat"] else "belum jelas"]
    parts += [f"lewat {words.number(row['lewat_hari'])} hari"] if row["lewat"] else []
    parts += [f"minta diundur ke {words.date_short(row['tenggat_baru'])}"] if row["minta_undur"] else []
    return ", ".join(parts)


def _recorded(deck, source: Source) -> None:
    columns = [Column("Keputusan", 520), Column("Penanggung jawab", 200), Column("Tenggat", _ROOM - 720)]
    cells = [[f"**{row['uraian']}**", row["pemilik"] or "", words.date_short(row["tenggat"])] for row in source.decided]
    said = "Keputusan yang dicatat: " + words.listing([plain(cell[0]) for cell in cells]) + "."
    _tables(deck, source, "Keputusan yang dicatat dalam rapat ini", columns, cells, said, "keputusan", "",
            "Belum ada keputusan yang dicatat dalam rapat ini.")  # fmt: skip


def _terms(deck, source: Source) -> None:
    """The appendix: what short words mean; no slide of it where the topic explains none."""
    rows = [row for row in source.ask("bersama/singkatan") if row["arti"]]
    if not rows:
        return
    columns = [Column("Istilah", 140), Column("Kepanjangan", 270), Column("Arti", _ROOM - 410)]
    cells = [[f"**{row['singkatan']}**", row["kepanjangan"], row["arti"]] for row in rows]
    said = f"Daftar istilah: {words.listing(list(dict.fromkeys(row['singkatan'] for row in rows)))}."
    _tables(deck, source, "Daftar istilah", columns, cells, said, "istilah", "", "", _MOST_OF_TERMS)


def _tables(deck, source: Source, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], said: str,
            what: str, aside: str, empty: str, most: int = _MOST_SLIDES) -> None:  # fmt: skip
    """A table over as many slides as it needs, at most `most`; `empty` is said where it has no rows."""
    room = FOOT - 16 - SMALL * LINE - 8 - _TABLE
    # As large as it may be in one slide; where that is not enough, in the size for reading.
    sizes = [size for size in (TITLE, 18) if fitting(columns, shorten(columns, rows, size, 4), size, room) == len(rows)]
    size = (sizes or [BODY])[0]
    short, parts = shorten(columns, rows, size, 4), []
    while short and len(parts) < most:
        shown = max(fitting(columns, short, size, room), 1)
        parts.append(short[:shown])
        short = short[shown:]
    for place, part in enumerate(parts or [[]], start=1):
        whole = f"{title} ({place}/{len(parts)})" if len(parts) > 1 else title
        canvas = _canvas(deck, source, whole)
        canvas.head(Box(RIM, 22, _ROOM - 160, 36), [Line(whole, SENTENCE, bold=True)])
        canvas.rule(Box(RIM, 66, 60, 5), "accent")
        end, texts = _TABLE, [] if rows else [Line(empty, TITLE, colour="ink2")]
        if part:
            end = table(canvas, Box(RIM, end, _ROOM, 0), columns, part, size, said, f"Tabel {what}") + 8
        if place == max(len(parts), 1):
            more = f"dan {words.number(len(short))} {what} lainnya. " if short else ""
            texts += [Line(f"{more}{aside}", SMALL, colour="ink2")] if more or aside else []
        if texts:
            canvas.text(Box(RIM, end, _ROOM, sum(text.size for text in texts) * LINE), texts, "Keterangan")

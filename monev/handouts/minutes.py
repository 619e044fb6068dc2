"""The minutes of a meeting as a Word document: what the screen told of each point, and room for what was said."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as Doc

from monev.handouts import minutes_point, word, word_tables
from monev.handouts.handout import Tell
from monev.handouts.minutes_point import NOTHING
from monev.handouts.source import Row, Source
from monev.handouts.word import CENTRE, LEFT, NOTE, RIGHT
from monev.handouts.word_tables import BLANK
from monev.words import project, words

#: Rows to write into: of each agency in the list of those present, at its end, and under what was decided.
SEATS, GUESTS, DECISIONS = 2, 4, 3


def write(source: Source, tell: Tell) -> bytes:
    """The minutes as a .docx file."""
    tell(0.0, "Menyiapkan kepala notulen")
    doc = word.begin(source, project.record())
    _opening(doc, source)
    points = source.agendas()
    disagreements, to_decide = source.ask("bersama/rekonsiliasi"), source.ask("bersama/perlu_diputuskan")
    for place, point in enumerate(points):
        tell((place + 1) / (len(points) + 4), f"Menulis agenda {point['nomor']}: {point['judul_pendek']}")
        of_page = [[row for row in rows if row["halaman"] == point["halaman"]] for rows in (disagreements, to_decide)]
        minutes_point.write(doc, source, point, *of_page)
    tell((len(points) + 1) / (len(points) + 4), "Menulis keputusan dan janji rapat")
    _decided(doc, source)
    _promised(doc, source)
    tell((len(points) + 2) / (len(points) + 4), "Menulis sumber data")
    _sources(doc, source)
    # On one page with those present: a page of signatures alone could belong to anything.
    _present(doc, source)
    word_tables.signatures(doc, ["Pimpinan rapat,"], ["Notulis,"])
    tell((len(points) + 3) / (len(points) + 4), "Menyimpan notulen")
    return word.finish(doc, source)


def _opening(doc: Doc, source: Source) -> None:
    frame = source.facts
    word.paragraph(doc, project.record(), "Title")
    word.paragraph(doc, f"{project.subject()} {frame['daerah']}", "Subtitle")
    begun = words.time_of_day(frame["rapat_mulai"]) if frame["rapat_mulai"] else BLANK
    pairs = [
        ("Rapat", frame["rapat_judul"] or BLANK),
        ("Hari, tanggal", words.date_long(source.met)),
        ("Waktu", f"{begun} sampai {BLANK}"),
        ("Tempat", f"{project.place()} {BLANK}".lstrip()),
        ("Pimpinan rapat", BLANK),
        ("Notulis", BLANK),
        ("Peserta", "menurut daftar hadir pada halaman terakhir"),
        ("Angka", source.ground().removeprefix("Data simulasi. ").partition(", kode data")[0]),
    ]
    word_tables.facts(doc, pairs)
    if frame["simulasi"]:
        word.paragraph(doc, "**Data simulasi.** Angka dalam notulen ini contoh, bukan dasar keputusan.", NOTE)
    [said] = source.ask("ringkasan/kalimat")
    word.paragraph(doc, "Ringkasan", "Heading 1")
    word.paragraph(doc, said["kalimat"])
    course = source.ask("bersama/acara")
    if course:
        word.paragraph(doc, "Susunan acara", "Heading 1")
        word_tables.table(
            doc,
            [("No.", 1.2, CENTRE), ("Pokok", 8.3, LEFT), ("Pembicara", 4.4, LEFT), ("Menit ke", 2.6, RIGHT)],
            [[row["ke"], row["judul"], row["pembicara"] or NOTHING, _minutes(row)] for row in course],
        )


def _minutes(row: Row) -> str:
    return NOTHING if row["menit"] is None else f"{row['mulai_menit']}–{row['selesai_menit']}"


def _decided(doc: Doc, source: Source) -> None:
    word.paragraph(doc, "Keputusan rapat", "Heading 1")
    columns = [("Keputusan", 8.0, LEFT), ("Agenda", 2.7, LEFT), ("Penanggung jawab", 3.3, LEFT), ("Tenggat", 2.5, LEFT)]
    points = {point["halaman"]: f"{point['nomor']} {point['judul_pendek']}" for point in source.agendas()}
    taken = [_decision(row, points) for row in source.decided]
    if not taken:
        word.leads(doc, "Belum ada keputusan yang dicatat di layar. Tuliskan di bawah ini bila ada.")
    word_tables.table(doc, columns, [*taken, *([[""] * 4] * DECISIONS)], high=0.8)
    withdrawn = [
        f"“{row['uraian'].rstrip('.')}” ({row['id']}, pukul {words.time_of_day(row['diubah'], zone=False)})"
        for row in source.withdrawn
    ]
    if withdrawn:
        word.paragraph(doc, f"Dicatat lalu ditarik dalam rapat: {words.listing(withdrawn)}.", NOTE)


def _decision(row: Row, points: Mapping[str, str]) -> list[str]:
    agenda = points.get(row["agenda"], NOTHING)
    owner = row["pemilik"]
    return [f"{row['uraian']}\n{row['id']}", agenda, owner, words.date_medium(row["tenggat"])]


def _promised(doc: Doc, source: Source) -> None:
    word.paragraph(doc, "Janji rapat sebelumnya yang belum selesai", "Heading 1")
    open_ones = [row for row in source.promised if row["keadaan"] not in ("selesai", "ditarik")]
    (word.leads if open_ones else word.paragraph)(doc, _of_promises(source, open_ones))
    if open_ones:
        word_tables.table(
            doc,
            [("Janji", 7.2, LEFT), ("Penanggung jawab", 3.3, LEFT), ("Tenggat", 2.9, LEFT), ("Keadaan", 3.1, LEFT)],
            [[_promise(row), row["pemilik"] or "belum jelas", _due(row), _state(row)] for row in open_ones],
        )
    gone = [
        f"{row['id']} (terakhir {words.date_medium(row['terakhir_terlihat'])})"
        for row in source.ask("tindak_lanjut/hilang")
    ]
    if gone:
        word.paragraph(
            doc, f"Tidak ada lagi di lembar, padahal terakhir terlihat belum selesai: {words.listing(gone)}.", NOTE
        )


def _of_promises(source: Source, open_ones: list[Row]) -> str:
    """What is said of them first; the sentence of the screen counts what was decided just now, too."""
    if len(source.promised) == len(source.ask("tindak_lanjut/daftar")):
        return source.ask("tindak_lanjut/kalimat")[0]["kalimat"]
    if not open_ones:
        return "Tidak ada janji rapat sebelumnya yang belum selesai."
    late = sum(bool(row["lewat"]) for row in open_ones)
    more = f"; {words.number(late)} lewat tenggat" if late else ""
    return f"{words.number(len(open_ones))} janji rapat sebelumnya belum selesai{more}."


def _promise(row: Row) -> str:
    return "\n".join(filter(None, (row["uraian"], row["kabar"] and f"Kabar: {row['kabar']}", row["id"])))


def _due(row: Row) -> str:
    if row["tenggat"] is None:
        return "belum jelas"
    asked = f"\nminta diundur ke {words.date_medium(row['tenggat_baru'])}" if row["minta_undur"] else ""
    return words.date_medium(row["tenggat"]) + asked


def _state(row: Row) -> str:
    said = row["keadaan_kata"] or "Belum jelas"
    return f"{said}, lewat {words.number(row['lewat_hari'])} hari" if row["lewat"] else said


def _sources(doc: Doc, source: Source) -> None:
    word.paragraph(doc, "Sumber dan catatan data", "Heading 1")
    [said] = source.ask("mutu_data/kalimat")
    word.leads(doc, said["kalimat"])
    word_tables.table(
        doc,
        [
            ("Lembaga", 4.5, LEFT),
            ("Keadaan data per", 5.0, LEFT),
            ("Baris terhitung", 4.0, RIGHT),
            ("Temuan", 3.0, RIGHT),
        ],
        [
            [row["nama"], words.date_medium(row["tanggal_data"]), _read(row), words.number(row["temuan"])]
            for row in source.ask("ringkasan/instansi")
        ],
    )
    word.paragraph(doc, "Yang belum jelas tidak dihitung dan tidak ditebak; rinciannya di halaman Mutu data.", NOTE)


def _read(row: Row) -> str:
    return f"{words.number(row['terhitung'])} dari {words.number(row['baris'])}"


def _present(doc: Doc, source: Source) -> None:
    word.paragraph(doc, "Daftar hadir", "Heading 1").paragraph_format.page_break_before = True
    agencies = [row["nama"] for row in source.ask("ringkasan/instansi") for _ in range(SEATS)]
    seats = [*agencies, *([""] * GUESTS)]
    word_tables.table(
        doc,
        [("No.", 1.1, CENTRE), ("Nama", 5.2, LEFT), ("Instansi", 3.2, LEFT), ("Jabatan", 3.8, LEFT),
         ("Tanda tangan", 3.2, LEFT)],
        [[place, "", agency, "", ""] for place, agency in enumerate(seats, start=1)],
        grid=True,
        high=1.1,
    )  # fmt: skip

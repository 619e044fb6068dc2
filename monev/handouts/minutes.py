"""The minutes of a meeting as a Word document: what the screen told of each point, and room for what was said."""

from __future__ import annotations

from typing import Any

from docx.document import Document as Doc

from monev import indicator, words
from monev.handouts import Tell, document, ruled
from monev.handouts.document import CENTRE, LEFT, NOTE, RIGHT
from monev.handouts.ruled import BLANK
from monev.handouts.source import Source

Row = dict[str, Any]

TITLE = "Notulen Rapat Monitoring dan Evaluasi"
#: Empty lines under a point for what is said about it, and rows of the list of those present.
ROOM, SEATS = 4, 2
_NOTHING = "–"


def write(source: Source, tell: Tell) -> bytes:
    """The minutes as a .docx file."""
    tell(0.0, "Menyiapkan kepala notulen")
    doc = document.begin(source, TITLE)
    _opening(doc, source)
    points = source.agendas()
    disagreements, to_decide = source.ask("bahan/perbedaan"), source.ask("bahan/diputuskan")
    for place, point in enumerate(points):
        tell((place + 1) / (len(points) + 4), f"Menulis agenda {point['nomor']}: {point['judul_pendek']}")
        of_page = [[row for row in rows if row["halaman"] == point["halaman"]] for rows in (disagreements, to_decide)]
        _point(doc, source, point, *of_page)
    tell((len(points) + 1) / (len(points) + 4), "Menulis keputusan dan janji rapat")
    _decided(doc, source)
    _promised(doc, source)
    tell((len(points) + 2) / (len(points) + 4), "Menulis sumber data")
    _sources(doc, source)
    ruled.signatures(doc, ["Pimpinan rapat,"], ["Notulis,"])
    _present(doc, source)
    tell((len(points) + 3) / (len(points) + 4), "Menyimpan notulen")
    return document.finish(doc, source)


def _opening(doc: Doc, source: Source) -> None:
    frame = source.facts
    document.paragraph(doc, TITLE, "Title")
    document.paragraph(doc, f"Pemilihan Kepala Daerah {frame['daerah']}", "Subtitle")
    begun = words.clock(frame["rapat_mulai"]) if frame["rapat_mulai"] else BLANK
    pairs = [
        ("Rapat", frame["rapat"] or BLANK),
        ("Hari, tanggal", words.date_long(frame["rapat_tanggal"] or source.today)),
        ("Waktu", f"{begun} sampai {BLANK}"),
        ("Tempat", f"daring dan {BLANK}"),
        ("Pimpinan rapat", BLANK),
        ("Notulis", BLANK),
        ("Peserta", "daftar hadir pada halaman terakhir"),
        ("Angka", source.ground().removeprefix("Data simulasi. ").partition(", potret")[0]),
    ]
    ruled.facts(doc, pairs)
    if frame["simulasi"]:
        document.paragraph(doc, "**Data simulasi.** Angka dalam notulen ini contoh, bukan dasar keputusan.", NOTE)
    [said] = source.ask("ringkasan/kalimat")
    document.paragraph(doc, "Ringkasan", "Heading 1")
    document.paragraph(doc, said["kalimat"])
    course = source.ask("ringkasan/acara")
    if course:
        document.paragraph(doc, "Susunan acara", "Heading 1")
        ruled.table(
            doc,
            [("No.", 1.2, CENTRE), ("Pokok", 8.3, LEFT), ("Pembicara", 4.4, LEFT), ("Menit ke", 2.6, RIGHT)],
            [
                [row["ke"], row["judul"], row["pembicara"] or _NOTHING, f"{row['mulai_menit']}–{row['selesai_menit']}"]
                for row in course
            ],
        )


def _point(doc: Doc, source: Source, point: Row, disagreements: list[Row], to_decide: list[Row]) -> None:
    page = point["halaman"]
    document.paragraph(doc, f"{point['nomor']}. {point['judul']}", "Heading 1")
    document.paragraph(doc, f"**{words.status_word(point['status'], page)}.** {point['kalimat']}")
    document.paragraph(doc, "Angka pokok", "Heading 2")
    before = source.facts["dulu_tanggal"]
    columns = [
        ("Angka", 4.0 if before else 6.5, LEFT),
        ("Kini", 2.6, RIGHT),
        ("Keadaan", 2.9, LEFT),
        ("Dasar", 4.5, LEFT),
    ]
    if before:
        columns.insert(1, (words.date_medium(before), 2.5, RIGHT))
    ruled.table(doc, columns, [_number(row, page, before is not None) for row in source.numbers(page)])
    document.paragraph(doc, "Angka yang berbeda antarlembaga", "Heading 2")
    _apart(
        doc, [row for row in disagreements if not row["petunjuk"] and row["status"] not in ("hijau", "belum_waktunya")]
    )
    document.paragraph(doc, "Yang perlu diputuskan", "Heading 2")
    if to_decide:
        ruled.table(
            doc,
            [("Hal", 7.6, LEFT), ("Keadaan", 2.8, LEFT), ("Penanggung jawab", 3.1, LEFT), ("Tenggat", 3.0, LEFT)],
            [
                [
                    row["uraian"],
                    words.status_word(row["status"], page),
                    row["pemilik"] or _NOTHING,
                    row["tenggat"] or _NOTHING,
                ]
                for row in to_decide
            ],
        )
    else:
        document.paragraph(doc, "Tidak ada yang menunggu keputusan menurut data yang terbaca.")
    document.paragraph(doc, "Pembahasan", "Heading 2").paragraph_format.keep_with_next = True
    document.lines(doc, ROOM)


def _number(row: Row, page: str, compared: bool) -> list[str]:
    then = None if row.get("dulu_status") == "belum_waktunya" else row.get("dulu_nilai")
    before = [_NOTHING if then is None else words.value_text(then, row["satuan"])] if compared else []
    status = words.status_word(row["status"], page)
    shown = words.MISSING if row["nilai"] is None else words.value_text(row["nilai"], row["satuan"])
    if indicator.figure(row) is None and row["status"] == "belum_waktunya":
        shown = _NOTHING
    return [row["indikator"], *before, shown, status, indicator.ground(row) or _NOTHING]


def _apart(doc: Doc, rows: list[Row]) -> None:
    if not rows:
        document.paragraph(doc, "Tidak ada angka yang berbeda dalam data yang terbaca.")
        return
    ruled.table(
        doc,
        [
            ("Yang dibandingkan", 4.2, LEFT),
            ("Satu pihak", 4.8, LEFT),
            ("Pihak lain", 4.8, LEFT),
            ("Selisih", 2.7, RIGHT),
        ],
        [[row["kunci"], _side(row, "kiri"), _side(row, "kanan"), _gap(row)] for row in rows],
    )


def _side(row: Row, side: str) -> str:
    amount = row[f"nilai_{side}"]
    shown = "belum dilaporkan" if amount is None else words.value_text(amount, row["satuan"])
    return f"{row[side]}: **{shown}**"


def _gap(row: Row) -> str:
    return (
        "belum dapat dibandingkan" if row["selisih"] is None else words.value_text(abs(row["selisih"]), row["satuan"])
    )


def _decided(doc: Doc, source: Source) -> None:
    document.paragraph(doc, "Keputusan rapat", "Heading 1")
    columns = [("Keputusan", 7.6, LEFT), ("Agenda", 2.9, LEFT), ("Penanggung jawab", 3.0, LEFT), ("Tenggat", 3.0, LEFT)]
    # Recorded newest first; minutes tell them in the order in which they were taken.
    taken = [
        [
            f"{row['uraian']}\n{row['id']}",
            row["agenda"] or _NOTHING,
            row["pemilik"] or row["penanggung_jawab"],
            words.date_medium(row["tenggat"]),
        ]
        for row in reversed(source.recorded)
    ]
    if not taken:
        document.paragraph(doc, "Belum ada keputusan yang dicatat di layar. Tuliskan di bawah ini bila ada.")
    ruled.table(doc, columns, [*taken, *([[""] * 4] * (ROOM - 1))], high=0.9)


def _promised(doc: Doc, source: Source) -> None:
    document.paragraph(doc, "Janji rapat sebelumnya yang belum selesai", "Heading 1")
    [said] = source.ask("tindak_lanjut/kalimat")
    document.paragraph(doc, said["kalimat"])
    open_ones = [row for row in source.ask("tindak_lanjut/daftar") if row["keadaan"] != "selesai"]
    if open_ones:
        ruled.table(
            doc,
            [("Janji", 7.6, LEFT), ("Penanggung jawab", 2.9, LEFT), ("Tenggat", 2.9, LEFT), ("Keadaan", 3.1, LEFT)],
            [[_promise(row), row["pemilik"] or "belum terbaca", _due(row), _state(row)] for row in open_ones],
        )
    gone = [
        f"{row['id']} (terakhir {words.date_medium(row['terakhir_terlihat'])})"
        for row in source.ask("tindak_lanjut/hilang")
    ]
    if gone:
        document.paragraph(
            doc, f"Tidak ada lagi di lembar, padahal terakhir terlihat belum selesai: {words.listing(gone)}.", NOTE
        )


def _promise(row: Row) -> str:
    return "\n".join(filter(None, (row["uraian"], row["kabar"] and f"Kabar: {row['kabar']}", row["id"])))


def _due(row: Row) -> str:
    if row["tenggat"] is None:
        return "belum terbaca"
    asked = f"\nminta diundur ke {words.date_medium(row['tenggat_baru'])}" if row["minta_undur"] else ""
    return words.date_medium(row["tenggat"]) + asked


def _state(row: Row) -> str:
    said = row["keadaan_kata"] or "Belum terbaca"
    return f"{said}, lewat {words.number(row['lewat_hari'])} hari" if row["lewat"] else said


def _sources(doc: Doc, source: Source) -> None:
    document.paragraph(doc, "Sumber dan catatan data", "Heading 1")
    [said] = source.ask("mutu_data/kalimat")
    document.paragraph(doc, said["kalimat"])
    ruled.table(
        doc,
        [
            ("Lembaga", 4.5, LEFT),
            ("Keadaan data per", 5.0, LEFT),
            ("Baris terbaca", 4.0, RIGHT),
            ("Temuan", 3.0, RIGHT),
        ],
        [
            [row["nama"], words.date_medium(row["tanggal_data"]), _read(row), words.number(row["temuan"])]
            for row in source.ask("ringkasan/instansi")
        ],
    )
    document.paragraph(
        doc, "Yang belum terbaca tidak dihitung dan tidak ditebak; rinciannya di halaman Mutu data.", NOTE
    )


def _read(row: Row) -> str:
    return f"{words.number(row['terhitung'])} dari {words.number(row['baris'])}"


def _present(doc: Doc, source: Source) -> None:
    doc.add_page_break()
    document.paragraph(doc, "Daftar hadir", "Heading 1")
    agencies = [row["nama"] for row in source.ask("ringkasan/instansi") for _ in range(SEATS)]
    seats = [*agencies, *([""] * ROOM)]
    ruled.table(
        doc,
        [("No.", 1.1, CENTRE), ("Nama", 5.2, LEFT), ("Instansi", 3.2, LEFT), ("Jabatan", 3.8, LEFT),
         ("Tanda tangan", 3.2, LEFT)],
        [[place, "", agency, "", ""] for place, agency in enumerate(seats, start=1)],
        grid=True,
        high=1.1,
    )  # fmt: skip

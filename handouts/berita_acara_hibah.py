"""The record of how BPKPD and a receiver of the grant compared their books, as a Word document to be signed."""

from __future__ import annotations

from monev.handouts import word, word_tables
from monev.handouts.handout import About, Tell
from monev.handouts.source import Row, Source
from monev.handouts.word import CENTRE, LEFT, NOTE, RIGHT, Doc
from monev.handouts.word_tables import BLANK
from monev.words import spoken, words

HANDOUT = About(
    "Berita acara rekonsiliasi hibah",
    "Word: angka BPKPD dan penerima hibah tiap tahap sampai rupiah terakhir, kesimpulan, tempat tanda tangan.",
    "docx",
)
TITLE = "Berita Acara Rekonsiliasi Hibah"
#: Who pays; the other party is the receiver.
_PAYS = "bpkpd"
PAYER = words.agency(_PAYS)
#: Rows to write agreed steps into.
STEPS = 3
_NOTHING = "–"


def write(source: Source, tell: Tell) -> bytes:
    """One record for each receiver, each on pages of its own, as one .docx file."""
    tell(0.0, "Menyiapkan berita acara")
    doc = word.begin(source, TITLE)
    receivers = source.ask("bahan/rekonsiliasi_hibah")
    stages, rows = source.ask("bahan/hibah_tahap"), source.ask("bahan/hibah_baris")
    for place, receiver in enumerate(receivers):
        tell((place + 1) / (len(receivers) + 2), f"Menulis rekonsiliasi BPKPD dan {receiver['nama']}")
        own = [[row for row in all_rows if row["penerima"] == receiver["penerima"]] for all_rows in (stages, rows)]
        _record(doc, source, receiver, *own, anew=place > 0)
    tell((len(receivers) + 1) / (len(receivers) + 2), "Menyimpan berita acara")
    return word.finish(doc, source)


def _record(doc: Doc, source: Source, receiver: Row, stages: list[Row], rows: list[Row], *, anew: bool) -> None:
    parties = [f"{name} {source.facts['daerah']}" for name in (PAYER, receiver["nama"])]
    _opening(doc, source, receiver["penerima"], parties, anew)
    word.paragraph(doc, "1. Naskah perjanjian hibah daerah (NPHD)", "Heading 2")
    _agreement(doc, receiver, [row for row in rows if row["tab"] == "nphd"])
    word.paragraph(doc, "2. Pencairan dan penerimaan per tahap", "Heading 2")
    _by_stage(doc, receiver, stages)
    word.paragraph(doc, "3. Kesimpulan", "Heading 2")
    _conclusion(doc, receiver)
    word.paragraph(doc, "4. Langkah yang disepakati", "Heading 2")
    word_tables.table(
        doc,
        [("No.", 1.1, CENTRE), ("Langkah", 8.4, LEFT), ("Penanggung jawab", 4.0, LEFT), ("Tenggat", 3.0, LEFT)],
        [[f"{step}.", "", "", ""] for step in range(1, STEPS + 1)],
        grid=True,
        high=0.75,
    )
    word.paragraph(
        doc, "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap dua untuk dipergunakan seperlunya."
    )
    word_tables.signatures(
        doc,
        *([f"Pihak {which},", party] for which, party in zip(("Pertama", "Kedua"), parties, strict=True)),
    )
    word.paragraph(doc, f"Lampiran: baris lembar {PAYER} dan {receiver['nama']} yang menjadi dasar", "Heading 2")
    _grounds(doc, rows)


def _opening(doc: Doc, source: Source, receiver: str, parties: list[str], anew: bool) -> None:
    title = word.paragraph(doc, TITLE, "Title")
    title.alignment, title.paragraph_format.page_break_before = CENTRE, anew
    word.paragraph(doc, f"{PAYER} dan {parties[1]}", "Subtitle").alignment = CENTRE
    word.paragraph(doc, f"Nomor: {BLANK}{BLANK}").alignment = CENTRE
    word.paragraph(
        doc,
        f"Pada hari ini, {BLANK} tanggal {BLANK}{BLANK}, bertempat di {BLANK}, yang bertanda tangan di bawah ini:",
    ).paragraph_format.space_before = word.ROOM
    word_tables.facts(
        doc,
        [
            (f"Pihak {which}", f"{party}, diwakili {BLANK}, jabatan {BLANK}")
            for which, party in zip(("Pertama", "Kedua"), parties, strict=True)
        ],
        2.6,
    )
    simulated = (
        " Angka di bawah ini **data simulasi**, bukan dasar penandatanganan." if source.facts["simulasi"] else ""
    )
    word.paragraph(
        doc,
        "Kedua pihak telah mencocokkan catatan hibah Pemilihan Kepala Daerah menurut lembar masing-masing per "
        f"{words.date_long(source.today)}, dengan hasil sebagai berikut.{simulated}",
    )
    # Nobody should sign for numbers that their owner may have changed since.
    if stale := source.stale((_PAYS, receiver)):
        word.paragraph(doc, f"**{stale}** Cocokkan dulu dengan isi lembar sekarang.")


def _agreement(doc: Doc, receiver: Row, rows: list[Row]) -> None:
    if rows:
        word_tables.table(
            doc,
            [("Nomor", 5.3, LEFT), ("Tanggal", 3.2, LEFT), ("Nilai naskah", 4.0, RIGHT), ("Addendum", 4.0, RIGHT)],
            [
                [
                    row["nomor"] or _NOTHING,
                    words.date_medium(row["tanggal"]),
                    _amount(row, "nilai_rp"),
                    _amount(row, "addendum_rp"),
                ]
                for row in rows
            ],
        )
    total = receiver["nphd_rp"]
    if total is None:
        word.paragraph(doc, f"Nilai hibah menurut naskah {words.MISSING}.")
    else:
        word.paragraph(doc, f"Nilai hibah menurut naskah: **{_full(total)}**.")


def _amount(row: Row, name: str) -> str:
    if row[name] is None:
        return _NOTHING if row["terbaca"] else "belum jelas"
    return words.rupiah_full(row[name])


def _by_stage(doc: Doc, receiver: Row, stages: list[Row]) -> None:
    body = [
        [row["nama_tahap"], _sum(row, "cair"), _sum(row, "diterima"), _gap(row), words.percent(row["persen_naskah"]),
         _NOTHING if row["aturan_persen"] is None else words.percent(row["aturan_persen"])]
        for row in stages
    ]  # fmt: skip
    total = ["Jumlah", _sum(receiver, "cair"), _sum(receiver, "diterima"), _gap(receiver)]
    total += [words.percent(receiver["cair_persen"]), ""]
    word_tables.table(
        doc,
        [("Tahap", 1.9, LEFT), (f"Cair ({PAYER})", 3.8, RIGHT), (f"Diterima ({receiver['nama']})", 3.8, RIGHT),
         ("Selisih", 3.1, RIGHT), ("Dari naskah", 2.3, RIGHT), ("Aturan", 1.6, RIGHT)],
        [*body, [text and f"**{text}**" for text in total]],
    )  # fmt: skip
    word.paragraph(doc, f"{receiver['pencairan']} {receiver['aturan']}")


def _sum(row: Row, side: str) -> str:
    if row[f"{side}_rp"] is not None:
        return words.rupiah_full(row[f"{side}_rp"])
    if not row[f"{side}_dilaporkan"]:
        return words.NOT_REPORTED
    return f"belum diketahui seluruhnya; terhitung {words.rupiah_full(row[f'{side}_terbaca_rp'])}"


def _gap(row: Row) -> str:
    return words.MISSING if row["selisih_rp"] is None else words.rupiah_full(abs(row["selisih_rp"]))


def _conclusion(doc: Doc, receiver: Row) -> None:
    word.paragraph(doc, receiver["kesimpulan"])
    gap = receiver["selisih_rp"]
    if gap:
        word.paragraph(
            doc, f"Selisih itu {_full(abs(gap))}. Berita acara ini tidak menetapkan catatan mana yang benar."
        )


def _full(value: int) -> str:
    return f"{words.rupiah_full(value)} ({spoken.rupiah_words(value)})"


def _grounds(doc: Doc, rows: list[Row]) -> None:
    listed = [row for row in rows if row["tab"] != "nphd"]
    if not listed:
        word.paragraph(doc, "Belum ada baris yang dilaporkan.")
        return
    word_tables.table(
        doc,
        [("Lembar dan baris", 4.2, LEFT), ("Tahap", 2.0, LEFT), ("SP2D", 1.7, LEFT), ("Tanggal", 2.5, LEFT),
         ("Nilai", 3.3, RIGHT), ("Keterangan", 2.8, LEFT)],
        [
            [f"{row['pihak']}, {row['judul_tab']} baris {row['baris']}", row["nama_tahap"], row["nomor"] or _NOTHING,
             _date(row), _amount(row, "nilai_rp"), row["keterangan"]]
            for row in listed
        ],
    )  # fmt: skip
    word.paragraph(doc, "Nomor SP2D disebut empat huruf atau angka terakhirnya.", NOTE)


def _date(row: Row) -> str:
    return _NOTHING if row["tanggal"] is None else words.date_medium(row["tanggal"])

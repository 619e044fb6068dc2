"""The record of how the city and a receiver of the grant compared their books, to be signed by both: one for each."""

from __future__ import annotations

from collections.abc import Iterator

from monev.handouts import letter, paper
from monev.handouts.handout import Tell
from monev.handouts.paper import BLANK, CENTRE, RIGHT, Column, Heading, Kind, Paper, Part, Table, Text
from monev.handouts.source import Row, Source
from monev.words import letters, project, spoken, words

TITLE = "Berita Acara Rekonsiliasi Hibah"
#: Who pays, and in whose sheet it stands; whoever speaks for the city may be another (surat.toml).
_PAYS = "bpkpd"
PAYER = words.agency(_PAYS)
#: The receivers that there may be, with what their signers write below their names.
RECEIVERS = {"kpu": "KPU", "bawaslu": "Bawaslu", "polres": "Polres", "kodim": "Kodim"}
_SERVING = ("polres", "kodim")
#: Which rule it rests on, as a record cites it; the screen and `aturan` have its short form.
RULE = (
    "Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2019 tentang Pendanaan Kegiatan Pemilihan Gubernur dan Wakil "
    "Gubernur, Bupati dan Wakil Bupati, serta Wali Kota dan Wakil Wali Kota yang Bersumber dari Anggaran Pendapatan "
    "dan Belanja Daerah, sebagaimana telah diubah dengan Peraturan Menteri Dalam Negeri Nomor 41 Tahun 2020"
)
#: Rows to write agreed steps into.
STEPS = 3
_NOTHING = "–"


def there(source: Source, receiver: str) -> bool:
    """Whether the sheets have anything to compare of this receiver."""
    return any(row["penerima"] == receiver for row in source.ask("bahan/rekonsiliasi_hibah"))


def compose(source: Source, tell: Tell, receiver: str) -> Paper:
    """The record of one receiver: what both found, the rows it rests on, and last of all the signatures."""
    tell(0.2, f"Menulis rekonsiliasi {PAYER} dan {RECEIVERS[receiver]}")
    found, stages, rows = (
        [row for row in source.ask(f"bahan/{question}") if row["penerima"] == receiver]
        for question in ("rekonsiliasi_hibah", "hibah_tahap", "hibah_baris")
    )
    speaker = letters.speaker("berita_acara_hibah", _PAYS)
    named = ((speaker, words.agency(speaker)), (receiver, RECEIVERS[receiver]))
    parties = [letters.party(code) or f"{name} {source.facts['daerah']}" for code, name in named]
    parts = [letter.head(speaker), *_opening(source, receiver, parties, rows)]
    for row in found:
        parts += _results(source, row, stages, rows)
    if not found:
        parts.append(Text("Belum ada naskah atau pencairan yang dilaporkan untuk penerima ini."))
    parts += [Heading("5. Langkah yang disepakati", 2), _steps(), *_annex(receiver, rows), *_closing(receiver, parties)]
    return Paper(f"{TITLE} {RECEIVERS[receiver]}", parts, initials=("Pihak Kesatu", "Pihak Kedua"))


PAPERS = tuple(
    Kind(
        f"berita-acara-hibah-{code}",
        f"Berita acara rekonsiliasi hibah {name}",
        f"Angka {PAYER} dan {name} sampai rupiah terakhir, nomor SP2D, belanja, saldo, tempat tanda tangan. Tanpa "
        "meterai; bila ragu, tanyakan Bagian Hukum.",
        lambda source, tell, code=code: compose(source, tell, code),
        lambda source, code=code: there(source, code),
    )
    for code, name in RECEIVERS.items()
)


def _opening(source: Source, receiver: str, parties: list[str], rows: list[Row]) -> Iterator[Part]:
    yield paper.Title(TITLE.upper(), f"antara {parties[0]} dan {parties[1]}", centred=True)
    for party in parties:
        yield letter.number(f"Nomor ({party}): {BLANK}{BLANK}")
    yield Text(
        f"Pada hari ini, {spoken.date_words(source.met)} ({source.met:%d-%m-%Y}), bertempat di {BLANK}, yang bertanda "
        "tangan di bawah ini:",
        above=True,
    )
    for which, party in zip(("Kesatu", "Kedua"), parties, strict=True):
        yield letter.person("NIP/NRP" if which == "Kedua" and receiver in _SERVING else "NIP")
        yield Text(f"bertindak untuk dan atas nama {party}, selanjutnya disebut **Pihak {which}**.")
    yield Text("Dasar:", leads=True)
    for place, ground in zip("abc", _grounds(source, rows), strict=True):
        yield Text(f"{place}. {ground}")
    simulated = " Angkanya **data simulasi**, bukan dasar penandatanganan." if source.facts["simulasi"] else ""
    yield Text(
        "Pihak Kesatu dan Pihak Kedua telah mencocokkan catatan hibah Pemilihan Kepala Daerah menurut lembar "
        f"masing-masing per {words.date_long(source.today)}, dengan hasil sebagai berikut.{simulated}"
    )
    if stale := source.stale((_PAYS, receiver)):
        yield Text(f"**{stale}** Cocokkan dulu dengan isi lembar sekarang.")


def _grounds(source: Source, rows: list[Row]) -> Iterator[str]:
    agreed = [f"nomor {row['nomor'] or BLANK} tanggal {_day(row)}" for row in rows if row["tab"] == "nphd"]
    yield f"Naskah Perjanjian Hibah Daerah {words.listing(agreed) or f'nomor {BLANK} tanggal {BLANK}'};"
    yield f"{RULE};"
    meeting = source.facts["rapat_judul"] or project.meeting()
    yield f"{meeting}, {words.date_long(source.met)}, undangan nomor {BLANK}."


def _day(row: Row) -> str:
    return BLANK if row["tanggal"] is None else words.date_long(row["tanggal"]).partition(", ")[2]


def _results(source: Source, receiver: Row, stages: list[Row], rows: list[Row]) -> Iterator[Part]:
    yield Heading("1. Naskah perjanjian hibah daerah (NPHD)", 2)
    yield from _agreement(receiver, [row for row in rows if row["tab"] == "nphd"])
    yield Heading("2. Pencairan dan penerimaan", 2)
    yield from _by_stage(receiver, stages, [row for row in rows if row["tab"] == "pencairan"])
    yield Heading("3. Belanja, saldo, dan pengembalian", 2)
    yield _spent(source, receiver)
    yield Heading("4. Kesimpulan", 2)
    yield Text(receiver["kesimpulan"])
    if gap := receiver["selisih_rp"]:
        yield Text(f"Selisih itu {_full(abs(gap))}. Berita acara ini tidak menetapkan catatan mana yang benar.")


def _agreement(receiver: Row, rows: list[Row]) -> Iterator[Part]:
    if rows:
        yield Table(
            [Column("Nomor", 5.3), Column("Tanggal", 3.2), Column("Nilai naskah", 4.0, RIGHT),
             Column("Addendum", 4.0, RIGHT)],
            [[row["nomor"] or _NOTHING, words.date_medium(row["tanggal"]), _amount(row, "nilai_rp"),
              _amount(row, "addendum_rp")] for row in rows],
        )  # fmt: skip
    said = f" {words.MISSING}" if receiver["nphd_rp"] is None else f": **{_full(receiver['nphd_rp'])}**"
    yield Text(f"Nilai hibah menurut naskah{said}.")


def _by_stage(receiver: Row, stages: list[Row], paid: list[Row]) -> Iterator[Part]:
    once = receiver.get("pola_pencairan") == "sekaligus"
    body = [
        ["Sekaligus" if once else row["nama_tahap"], _sum(row, "cair"), _sum(row, "diterima", receiver),
         _gap(row, receiver), words.percent(row["persen_naskah"]),
         _NOTHING if row["aturan_persen"] is None else words.percent(row["aturan_persen"])]
        for row in stages
    ]  # fmt: skip
    total = ["Jumlah", _sum(receiver, "cair"), _sum(receiver, "diterima", receiver), _gap(receiver, receiver)]
    total += [words.percent(receiver["cair_persen"]), ""]
    yield Table(
        [Column("Tahap", 2.0), Column(f"Cair ({PAYER})", 3.7, RIGHT),
         Column(f"Diterima ({receiver['nama']})", 3.8, RIGHT), Column("Selisih", 3.1, RIGHT),
         Column("Dari naskah", 2.3, RIGHT), Column("Aturan", 1.6, RIGHT)],
        [*body, [text and f"**{text}**" for text in total]],
    )  # fmt: skip
    yield Text(f"{receiver['pencairan']} {receiver['aturan']}")
    planned = [f"{row['nama_tahap'].lower()} pada {words.date_medium(row['tanggal_rencana_cair'])}"
               for row in paid if not row["dihitung"] and row.get("tanggal_rencana_cair") is not None]  # fmt: skip
    if planned:
        yield Text(f"Sisanya direncanakan cair: {words.listing(planned)}.")
    yield Text("Nomor SP2D dan baris lembar tiap pencairan dan penerimaan ada pada Lampiran.")


def _sum(row: Row, side: str, receiver: Row | None = None) -> str:
    if row[f"{side}_rp"] is not None:
        return words.rupiah_full(row[f"{side}_rp"])
    if receiver and not receiver["punya_lembar"]:
        return BLANK[:8]
    if not row[f"{side}_dilaporkan"]:
        return words.NOT_REPORTED
    return f"belum diketahui seluruhnya; terhitung {words.rupiah_full(row[f'{side}_terbaca_rp'])}"


def _gap(row: Row, receiver: Row) -> str:
    if row["selisih_rp"] is not None:
        return words.rupiah_full(abs(row["selisih_rp"]))
    return words.MISSING if receiver["punya_lembar"] else BLANK[:8]


def _spent(source: Source, receiver: Row) -> Part:
    """What was spent of it and what is left, in whose words; nothing is worked out of a sum that is not known."""
    name, day = receiver["nama"], words.date_medium(source.today)

    def of(name: str) -> str:
        if receiver[name] is not None:
            return words.rupiah_full(receiver[name])
        if not receiver["punya_lembar"]:
            return BLANK
        return words.MISSING if receiver["diterima_dilaporkan"] else words.NOT_REPORTED

    rows = [
        [f"Dana yang diterima menurut {name}", of("diterima_rp")],
        [f"Belanja menurut {name} sampai {day}", of("belanja_rp")],
        ["Saldo: diterima dikurangi belanja", of("saldo_rp")],
        *_left(receiver),
    ]
    return Table([Column("Uraian", 9.5), Column("Jumlah", 7.0, RIGHT)], rows)


def _left(receiver: Row) -> list[list[str]]:
    """What the payer's sheet says of the rest: left, given back with its slip, and whether its use was reported."""
    back = "Pengembalian ke kas daerah"
    if receiver["kembali_belum_waktunya"]:
        return [[back, words.NOT_YET]]
    known = words.MISSING if receiver["kembali_dilaporkan"] else words.NOT_REPORTED
    amounts = (receiver["sisa_tertulis_rp"], receiver["kembali_rp"])
    left, given = (known if amount is None else words.rupiah_full(amount) for amount in amounts)
    told = [[f"Sisa hibah menurut {PAYER}", left], [back, "\n".join(filter(None, (given, receiver["bukti_kembali"])))]]
    return [*told, *([["Laporan penggunaan hibah", receiver["laporan"]]] if receiver["laporan"] else [])]


def _full(value: int) -> str:
    return f"{words.rupiah_full(value)} ({spoken.rupiah_words(value)})"


def _steps() -> Part:
    columns = [
        Column("No.", 1.1, CENTRE),
        Column("Langkah", 8.4),
        Column("Penanggung jawab", 4.0),
        Column("Tenggat", 3),
    ]
    return Table(columns, [[f"{step}.", "", "", ""] for step in range(1, STEPS + 1)], grid=True, high=0.75)


def _annex(receiver: str, rows: list[Row]) -> Iterator[Part]:
    """On a page of its own, ahead of the signatures, so that they close it, too."""
    what = f"dokumen dan baris lembar {PAYER} dan {RECEIVERS[receiver]} yang menjadi dasar"
    yield Heading(f"Lampiran: {what}", 2, anew=True)
    yield Text(f"Lampiran berita acara nomor {BLANK} dan nomor {BLANK}.", note=True, leads=True)
    listed = [row for row in rows if row["tab"] != "nphd"]
    if not listed:
        yield Text("Belum ada baris yang dilaporkan.")
        return
    yield Table(
        [Column("Nomor SP2D", 4.0), Column("Tanggal", 2.2), Column("Tahap", 1.6), Column("Nilai", 3.1, RIGHT),
         Column("Lembar dan baris", 3.3), Column("Keterangan", 2.3)],
        [[row["nomor"] or _NOTHING, _date(row), row["nama_tahap"], _amount(row, "nilai_rp"),
          f"{row['pihak']}, {row['judul_tab']} baris {row['baris']}", row["keterangan"]]
         for row in listed],
    )  # fmt: skip


def _amount(row: Row, name: str) -> str:
    if row[name] is None:
        return _NOTHING if row["terbaca"] else "belum jelas"
    return words.rupiah_full(row[name])


def _date(row: Row) -> str:
    return _NOTHING if row["tanggal"] is None else words.date_medium(row["tanggal"])


def _closing(receiver: str, parties: list[str]) -> Iterator[Part]:
    yield Text(
        "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap dua, beserta lampirannya yang merupakan "
        "bagian tidak terpisahkan, untuk dipergunakan sebagaimana mestinya.",
        leads=True,
        above=True,
    )
    yield from letter.both(*parties, letter.SERVICE if receiver in _SERVING else letter.NUMBER)

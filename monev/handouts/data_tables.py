"""Which tables the data for analysts hold besides the agencies' tabs, and what each of their columns means."""

from __future__ import annotations

from dataclasses import dataclass

from monev.handouts.workbook_sheets import RECORDED
from monev.words import words

#: What each agency had said of its data; on a frozen meeting as it was said by then.
VOUCHED = "bersama/data_benar"
#: What a DuckDB type is called in the dictionary.
TYPES = {
    "VARCHAR": "teks", "VARCHAR[]": "daftar teks", "BIGINT": "bilangan bulat", "DOUBLE": "bilangan",
    "BOOLEAN": "ya atau tidak", "DATE": "tanggal", "TIMESTAMP": "tanggal dan jam",
}  # fmt: skip
_TEXT, _LIST, _WHOLE, _NUMBER, _YES_NO, _DAY, _MOMENT = TYPES
_BY_UNIT, _ROWS, _DAYS = "menurut kolom satuan", "baris", "hari"
_UNIT = "Satuan nilai; rupiah ditulis utuh, bukan ribuan atau jutaan."
_UNKNOWN = "Kosong berarti tidak diketahui, bukan nol"


@dataclass(frozen=True)
class Column:
    """`name` in the file, the DuckDB type, what it means, the unit of a figure, and the key in the rows asked for where
    that is another one."""

    name: str
    kind: str
    meaning: str
    unit: str = ""
    key: str = ""


@dataclass(frozen=True)
class DataTable:
    """One table: its name, what a row is, the question that gives them, its columns. Where it is `by_agency`, a row is
    for whoever may have the details of the agency in its key instansi alone."""

    name: str
    holds: str
    question: str
    columns: tuple[Column, ...]
    by_agency: bool = False


TABLES = (
    DataTable("angka", "Semua angka pokok rapat; satu baris per angka.", "bahan/angka", (
        Column("kode", _TEXT, "Kode angka, tetap dari rapat ke rapat."),
        Column("agenda", _WHOLE, "Nomor pokok agenda.", key="nomor"),
        Column("pokok", _TEXT, "Nama pendek pokok agenda.", key="judul_pendek"),
        Column("angka", _TEXT, "Nama angka.", key="indikator"),
        Column("nilai", _NUMBER, f"Nilai seperti di halaman. {_UNKNOWN}; sebabnya di kolom kalimat.", _BY_UNIT),
        Column("satuan", _TEXT, _UNIT),
        Column("status", _TEXT, f"Kode keadaan: {', '.join(words.STATUSES)}."),
        Column("keadaan", _TEXT, "Keadaan seperti di layar."),
        Column("kalimat", _TEXT, "Kalimat yang dibacakan tentang angka ini."),
        Column("sebab", _TEXT, "Mengapa kuning atau merah."),
        Column("landasan", _TEXT, "Dari berapa angkanya dihitung."),
        Column("arah", _TEXT, "naik: makin besar makin baik; turun: makin kecil makin baik."),
        Column("batas_hijau", _NUMBER, "Sampai di sini hijau; kosong bila tanpa batas.", _BY_UNIT),
        Column("batas_kuning", _NUMBER, "Sampai di sini kuning, selebihnya merah; kosong bila tanpa batas.", _BY_UNIT),
        Column("terhitung", _WHOLE, "Baris lembar yang ikut dihitung.", _ROWS),
        Column("dikecualikan", _WHOLE, "Baris lembar yang belum ikut dihitung.", _ROWS),
        Column("nilai_dibekukan", _NUMBER, "Nilai yang tampil ketika rapat dibekukan.", _BY_UNIT),
        Column("status_dibekukan", _TEXT, "Kode keadaan ketika rapat dibekukan."),
        Column("nilai_sebelumnya", _NUMBER, "Nilai pada rapat sebelumnya.", _BY_UNIT, key="dulu_nilai"),
        Column("tanggal_sebelumnya", _DAY, "Keadaan tanggal berapa nilai sebelumnya.", key="dulu_tanggal"),
        Column("gerak", _TEXT, "membaik, memburuk, atau tetap; kosong bila tidak dapat dibandingkan."),
        Column("sumber", _TEXT, "Tab yang dipakai."),
        Column("dasar", _TEXT, "Aturan dan ambang di baliknya."),
    )),
    DataTable("lembaga", "Keadaan data tiap lembaga; satu baris per lembaga.", "ringkasan/instansi", (
        Column("instansi", _TEXT, "Kode lembaga."),
        Column("nama", _TEXT, "Nama lembaga."),
        Column("tanggal_data", _DAY, "Keadaan data per tanggal ini, menurut lembarnya."),
        Column("umur_hari", _WHOLE, "Umur data pada tanggal acuan.", _DAYS),
        Column("status", _TEXT, "Kode keadaan kemutakhiran."),
        Column("baris", _WHOLE, "Baris isi.", _ROWS),
        Column("terhitung", _WHOLE, "Baris yang terhitung.", _ROWS),
        Column("ditahan", _WHOLE, "Baris yang belum terhitung.", _ROWS),
        Column("tab_ada", _WHOLE, "Tab yang ada.", "tab"),
        Column("tab", _WHOLE, "Tab yang diminta.", "tab"),
        Column("temuan", _WHOLE, "Temuan yang perlu dibenahi.", "temuan"),
        Column("menahan", _WHOLE, "Di antaranya yang menahan angka.", "temuan", key="tolak"),
        Column("data_benar", _TEXT, "Ucapan lembaga ketika dibekukan: benar, berubah (sesudah itu), atau belum."),
        Column("dinyatakan", _MOMENT, "Kapan lembaga menyatakannya."),
    )),
    DataTable("pembandingan", "Angka dua lembaga tentang hal yang sama; satu baris per hal.", "bersama/rekonsiliasi", (
        Column("kode", _TEXT, "Kode pembandingan."),
        Column("agenda", _WHOLE, "Nomor pokok agenda.", key="nomor"),
        Column("kunci", _TEXT, "Yang dibandingkan."),
        Column("kiri", _TEXT, "Satu pihak."),
        Column("nilai_kiri", _NUMBER, f"Angkanya. {_UNKNOWN}.", _BY_UNIT),
        Column("kanan", _TEXT, "Pihak lain."),
        Column("nilai_kanan", _NUMBER, f"Angkanya. {_UNKNOWN}.", _BY_UNIT),
        Column("selisih", _NUMBER, "Selisihnya.", _BY_UNIT),
        Column("satuan", _TEXT, _UNIT),
        Column("status", _TEXT, "Kode keadaan."),
        Column("kalimat", _TEXT, "Kalimat tentang pembandingan ini."),
        Column("berjalan", _YES_NO, "Wajar berbeda karena masih berjalan."),
        Column("petunjuk", _YES_NO, "Hanya petunjuk, tidak menilai siapa pun."),
    )),
    DataTable("janji", "Janji rapat menurut lembarnya; satu baris per janji.", "tindak_lanjut/daftar", (
        Column("id", _TEXT, "Kode janji."),
        Column("tanggal_rapat", _DAY, "Rapat yang mencatatnya."),
        Column("agenda", _TEXT, "Halaman pokok agenda."),
        Column("uraian", _TEXT, "Apa yang dijanjikan."),
        Column("penanggung_jawab", _TEXT, "Siapa yang mengerjakan.", key="pemilik"),
        Column("tenggat", _DAY, "Sampai kapan."),
        Column("tenggat_awal", _DAY, "Tenggat semula, bila pernah diundur."),
        Column("tenggat_baru", _DAY, "Tenggat yang diminta."),
        Column("keadaan", _TEXT, "Kode keadaan menurut lembar; kosong bila belum jelas."),
        Column("keadaan_kata", _TEXT, "Keadaan dalam kata."),
        Column("lewat", _YES_NO, "Lewat tenggat pada tanggal acuan."),
        Column("lewat_hari", _WHOLE, "Lewat berapa hari.", _DAYS),
        Column("kabar", _TEXT, "Kabar terakhir menurut lembar."),
        Column("indikator", _TEXT, "Kode angka yang terkait."),
        Column("nilai_saat_dicatat", _TEXT, "Nilai angka itu ketika dicatat, seperti ditulis."),
        Column("nilai_kini", _NUMBER, "Nilai angka itu kini.", _BY_UNIT, key="kini_nilai"),
        Column("satuan", _TEXT, _UNIT),
    )),
    DataTable("keputusan", "Yang dicatat di layar dalam rapat ini; satu baris per keputusan.", RECORDED, (
        Column("id", _TEXT, "Kode keputusan."),
        Column("dicatat", _MOMENT, "Kapan dicatat."),
        Column("agenda", _TEXT, "Halaman pokok agenda."),
        Column("pokok", _TEXT, "Pokok agenda."),
        Column("uraian", _TEXT, "Apa yang diputuskan."),
        Column("penanggung_jawab", _TEXT, "Siapa yang mengerjakan.", key="pemilik"),
        Column("tenggat", _DAY, "Sampai kapan."),
        Column("ditarik", _YES_NO, "Sudah ditarik kembali."),
        Column("keadaan", _TEXT, "Keadaan menurut lembar, bila sudah ada di sana.", key="keadaan_kata"),
    )),
    DataTable("temuan", "Sel yang perlu dibenahi atau diperiksa; satu baris per temuan.", "mutu_data/temuan", (
        Column("instansi", _TEXT, "Kode lembaga."),
        Column("tab", _TEXT, "Tab.", key="judul_tab"),
        Column("sel", _TEXT, "Alamat sel."),
        Column("baris", _WHOLE, "Nomor baris di lembar."),
        Column("kolom", _TEXT, "Kolom.", key="judul_kolom"),
        Column("tertulis", _TEXT, "Yang tertulis di sel; kosong bila tidak boleh dikutip."),
        Column("alasan", _TEXT, "Mengapa ditanyakan."),
        Column("saran", _TEXT, "Apa yang ditulis sebagai gantinya."),
        Column("bobot", _TEXT, "tolak: menahan angka; periksa: mohon diperiksa; dikonfirmasi: dinyatakan benar; info."),
        Column("akibat", _TEXT, "Akibatnya pada angka."),
        Column("terbuka", _YES_NO, "Masih perlu dibenahi."),
    ), by_agency=True),
    DataTable("tab", "Bagaimana setiap baris tiap tab diperhitungkan; satu baris per tab.", "mutu_data/cakupan_tab", (
        Column("lembaga", _TEXT, "Nama lembaga.", key="nama"),
        Column("tab", _TEXT, "Tab.", key="judul"),
        Column("status", _TEXT, "ada, atau mengapa tidak."),
        Column("tanggal_data", _DAY, "Keadaan data per tanggal ini."),
        Column("terlihat", _WHOLE, "Baris yang terlihat: terhitung, ditahan, dan tata letak.", _ROWS),
        Column("terhitung", _WHOLE, "Baris yang terhitung.", _ROWS),
        Column("ditahan", _WHOLE, "Baris yang belum terhitung.", _ROWS),
        Column("tata_letak", _WHOLE, "Judul, jumlah, dan baris kosong.", _ROWS),
        Column("nihil", _YES_NO, "Dinyatakan nihil."),
    )),
)  # fmt: skip
#: Those that every table of an agency's tab has behind its own.
OF_EVERY_TAB = (
    Column("baris", _WHOLE, "Nomor baris di lembar."),
    Column("kolom_rusak", _LIST, "Kolom yang selnya tidak dapat dibaca; nilainya kosong karena tidak diketahui."),
)

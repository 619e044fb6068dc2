"""The tables of a snapshot and the DuckDB types of their columns."""

from __future__ import annotations

from monev.contract.contracts import TabContract

BARIS = {
    "instansi": "VARCHAR",
    "tab": "VARCHAR",
    "baris": "INTEGER",
    "lembar": "VARCHAR",
    "kelas": "VARCHAR",
    "alasan": "VARCHAR",
    "kolom_rusak": "VARCHAR[]",
    "kolom_ragu": "VARCHAR[]",
}
TAB = {
    "instansi": "VARCHAR",
    "tab": "VARCHAR",
    "judul": "VARCHAR",
    "status": "VARCHAR",
    "nihil": "BOOLEAN",
    "dilaporkan": "BOOLEAN",
    "terlihat": "INTEGER",
    "terhitung": "INTEGER",
    "ditahan": "INTEGER",
    "tata_letak": "INTEGER",
    "kelurahan_hilang": "INTEGER",
    "tanggal_data": "DATE",
    "tautan": "VARCHAR",
    "kolom_ragu": "VARCHAR[]",
}
INSTANSI = {
    "instansi": "VARCHAR",
    "nama": "VARCHAR",
    "urutan": "INTEGER",
    "status": "VARCHAR",
    "hash": "VARCHAR",
    "dibaca_pada": "DATE",
    "diubah": "TIMESTAMP",
    "berkas": "VARCHAR",
    "tautan": "VARCHAR",
}
META = {"id": "VARCHAR", "tanggal_acuan": "DATE", "dibuat": "TIMESTAMP", "hash": "VARCHAR", "simulasi": "BOOLEAN"}
KOLOM = {
    "instansi": "VARCHAR",
    "tab": "VARCHAR",
    "judul_tab": "VARCHAR",
    "arti_tab": "VARCHAR",
    "kolom": "VARCHAR",
    "urutan": "INTEGER",
    "judul": "VARCHAR",
    "jenis": "VARCHAR",
    "jenis_kata": "VARCHAR",
    "wajib": "VARCHAR",
    "kunci": "BOOLEAN",
    "tertutup": "BOOLEAN",
    "contoh": "VARCHAR",
    "arti": "VARCHAR",
}
PILIHAN = {"daftar": "VARCHAR", "kode": "VARCHAR", "label": "VARCHAR", "urutan": "INTEGER"}
#: Cells as typed. `baris` counts on from `reading.APART` where several tabs are read as one. `isi` and `jenis` give
#: back the very value, `tertulis` is what a person sees.
SEL = {
    "instansi": "VARCHAR",
    "lembar": "VARCHAR",
    "tab": "VARCHAR",
    "sel": "VARCHAR",
    "baris": "INTEGER",
    "kolom_ke": "INTEGER",
    "kolom": "VARCHAR",
    "jenis": "VARCHAR",
    "isi": "VARCHAR",
    "tertulis": "VARCHAR",
}
LEMBAR = {"instansi": "VARCHAR", "urutan": "INTEGER", "lembar": "VARCHAR", "tautan": "VARCHAR", "lokal": "VARCHAR"}
#: A finding as the history keeps it. `sejak` is when it was first seen, `selesai` when it was first seen to be gone;
#: `asal` the check that it comes from, null for one of reading; `perihal` is kolom or tab where it is about a whole
#: column or tab that is not read, and null otherwise; `sebab` its reason without what it quotes, `banyak` of how many
#: cells it tells. Whatever compares in time goes by numbers of snapshots, which no
#: clock turns back: `potret_awal` is the one since which reading tells of it, or the check, `potret_akhir` the last one
#: that saw it. `kode` is its own for as long as it is open, and again when it comes back.
FINDING_HISTORY = {
    "instansi": "VARCHAR",
    "tab": "VARCHAR",
    "kolom": "VARCHAR",
    "sel": "VARCHAR",
    "baris": "INTEGER",
    "tertulis": "VARCHAR",
    "alasan": "VARCHAR",
    "bobot": "VARCHAR",
    "asal": "VARCHAR",
    "perihal": "VARCHAR",
    "sebab": "VARCHAR",
    "banyak": "INTEGER",
    "sejak": "TIMESTAMP",
    "selesai": "TIMESTAMP",
    "potret_awal": "INTEGER",
    "potret_akhir": "INTEGER",
    "kode": "VARCHAR",
}
#: What the sheet said of a promise on the days on which it was read, by its id (blanks and capitals apart).
#: `tenggat_awal` is its due date as first read; `belum_pada` the last reference date on which it was seen not done, and
#: `belum_menurut` the day of which the row said so by its own tanggal_data; `selesai_pada` the first reference date on
#: which it was seen done, null while it is not.
PROMISE_HISTORY = {
    "id": "VARCHAR",
    "tenggat_awal": "DATE",
    "belum_pada": "DATE",
    "belum_menurut": "DATE",
    "selesai_pada": "DATE",
}
#: What was confirmed: for a row, by `kunci`, the hash of its Keterangan, and those of all that was to be checked there
#: when that text was first seen. Whatever comes later the same text does not speak of. No text is kept.
CONFIRMATIONS = {
    "instansi": "VARCHAR",
    "tab": "VARCHAR",
    "kunci": "VARCHAR",
    "keterangan": "VARCHAR",
    "perihal": "VARCHAR[]",
}


def typed_types(tab: TabContract) -> dict[str, str]:
    """Columns of a tab's table and their DuckDB types: the contract's, then baris and kolom_rusak."""
    return {name: column.sql for name, column in tab.columns.items()} | {"baris": "INTEGER", "kolom_rusak": "VARCHAR[]"}

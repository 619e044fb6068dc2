"""What each tool answers, as the protocol tells it to an assistant: values with their units, null where unknown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Asal:
    """Of which numbers an answer is: a frozen meeting, or the newest (`rapat` is null then). Days are ISO 8601."""

    potret: str
    rapat: str | None
    judul_rapat: str | None
    tanggal_rapat: str | None
    keadaan_tanggal: str
    dibekukan: str | None
    simulasi: bool
    keterangan: str


@dataclass(frozen=True)
class Angka:
    """One number; where `nilai` is null it is unknown, and `sebab_tanpa_nilai` says why."""

    kode: str
    agenda: int
    pokok: str
    nama: str
    nilai: float | None
    satuan: str
    tertulis: str | None
    sebab_tanpa_nilai: str | None
    status: str
    keadaan: str
    kalimat: str


@dataclass(frozen=True)
class DaftarAngka:
    asal: Asal
    jumlah: int
    angka: list[Angka]
    tidak_ditampilkan: int


@dataclass(frozen=True)
class Ambang:
    """Up to where a number is green and yellow, in its own unit; null: without a bound."""

    arah: str
    hijau: float | None
    kuning: float | None
    satuan: str


@dataclass(frozen=True)
class Dulu:
    """The number as it was shown when the meeting was frozen, or at the meeting before."""

    nilai: float | None
    status: str | None
    tanggal: str | None


@dataclass(frozen=True)
class Sel:
    kolom: str
    sel: str
    isi: str | None


@dataclass(frozen=True)
class Perbaikan:
    sel: str | None
    alasan: str | None
    saran: str | None


@dataclass(frozen=True)
class Baris:
    nomor: int
    sebutan: str | None
    isi: list[Sel]
    belum_ikut_karena: str | None
    perbaikan: list[Perbaikan]


@dataclass(frozen=True)
class Kelompok:
    """Rows of one tab that are all counted, or not: `jumlah` in all, of which `terbatas` are never shown."""

    lembaga: str
    tab: str
    keadaan: str
    jumlah: int
    terbatas: int
    baris: list[Baris]
    tidak_ditampilkan: int


@dataclass(frozen=True)
class SatuAngka:
    asal: Asal
    angka: Angka
    sebab: str | None
    landasan: str | None
    aturan: str
    ambang: Ambang
    sumber: str | None
    rumus: str
    baris_terhitung: int
    baris_belum_ikut: int
    waktu_dibekukan: Dulu | None
    rapat_sebelumnya: Dulu | None
    gerak: str | None
    baris: list[Kelompok]
    catatan: str | None


@dataclass(frozen=True)
class Temuan:
    tab: str | None
    kolom: str | None
    sel: str | None
    baris: int | None
    tertulis: str | None
    alasan: str | None
    saran: str | None
    bobot: str
    akibat: str | None
    perlu_dibenahi: bool


@dataclass(frozen=True)
class TemuanInstansi:
    asal: Asal
    instansi: str
    lembaga: str
    jumlah: int
    perlu_dibenahi: int
    temuan: list[Temuan]
    tidak_ditampilkan: int
    catatan: str | None


@dataclass(frozen=True)
class Janji:
    id: str | None
    tanggal_rapat: str | None
    agenda: str | None
    uraian: str | None
    penanggung_jawab: str | None
    tenggat: str | None
    keadaan: str
    lewat_tenggat: bool | None
    lewat_hari: int | None
    kabar: str | None
    angka_terkait: str | None


@dataclass(frozen=True)
class Keputusan:
    id: str
    uraian: str | None
    agenda: str | None
    penanggung_jawab: str | None
    tenggat: str | None
    ditarik: bool
    keadaan: str | None


@dataclass(frozen=True)
class JanjiRapat:
    asal: Asal
    jumlah: int
    janji: list[Janji]
    tidak_ditampilkan: int
    keputusan_rapat_ini: list[Keputusan]
    keputusan_tidak_ditampilkan: int

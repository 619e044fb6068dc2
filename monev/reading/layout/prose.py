"""Lines around a table that are no part of it: who signed it, and what somebody tells of the data."""

from __future__ import annotations

import re

from monev.reading.layout.line_meaning import begins_section, kecamatan_of
from monev.sheets import Value
from monev.words.vocabulary import either

_SIGNED = re.compile(
    r"^\W*(?:mengetahui|menyetujui|disetujui|disahkan|yang\s+m(?:embuat|elaporkan|enyusun)|pembuat|penyusun|pelapor|dibuat|diperiksa|"
    r"diketahui|diverifikasi|petugas|operator|kepala|ketua|wakil|sekretaris|koordinator|kordiv|komisioner|anggota|"
    r"bendahara|kabid|kasi|kasub\w*|kabag|kadis|kaban|camat|lurah|plt|plh|pj|a\.?\s?n\b|u\.?\s?b\b|an\.|nip\b|nik\b|nrp\b|ttd|"
    r"tertanda|tanda\s+tangan|hormat|pejabat|pimpinan|walikota|wali\s+kota|pembina|penata|divisi|\.{3,}|_{3,}|…)"
    r"|\bnip\b|tanda\s+tangan|^\W*(?:\.{4,}|_{4,})\W*$",
    re.I,
)
# "Pos 5" is a thing with its number, no place with a day.
_PLACE_DATE = re.compile(
    r"^(?![^,\d]*[^\W\d_.]\s+\d{1,4}\W*$)\W*[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}\s*,?\s+(?:tanggal\s+)?[\d.…_]{1,10}\s*[/.\s-]*\w*[/.\s-]*\d{0,4}\W*$"
)
_SOURCE = re.compile(r"^\W*(?:sumber|dicetak|diunduh|halaman|lampiran|tembusan|hal\.|link|tautan|https?:)", re.I)
_LEGEND = re.compile(
    r"\w\s*=\s*\w|\b(?:wajib\s+)?diisi\b|\bisi(?:lah|kan)?\s|\bpetunjuk\b|\bmohon\b|^\W*demikian\b|\bterima\s+kasih\b",
    re.I,
)
#: A line that names a row by its code speaks of that row, however politely.
_CODE = re.compile(r"\b[A-Z]{2,5}[-/]\d{1,4}(?:[-/]\d+)*\b(?!\s*=)")
_REMARK = re.compile(
    r"^\W*(?:catatan|cat|nb|n\.b|ket(?:erangan)?|perhatian|ralat|koreksi|penjelasan|susulan|tambahan)\b\W*", re.I
)
_TURN = re.compile(
    r"\b(?:belum|blm|tidak|tdk|kurang|hilang|rusak|salah|ralat|koreksi|ditunda|tertunda|batal|menyusul|terlambat|seharusnya|"
    r"kecuali|direvisi|bertambah|berkurang|berubah|dobel|ganda|masih|susulan|ternyata|data\s+lama)\b",
    re.I,
)
# "Barang yang belum diterima" is the name of a section, not a remark.
_NAMING = re.compile(
    r"\byang\s+(?:belum|blm|tidak|tdk|kurang|rusak|hilang|masih|terlambat|tertunda|ditunda|batal)\b", re.I
)
#: What is only provisional, and what else bears such a word: an office, a building, a time.
_PROVISIONAL = re.compile(
    r"^\W*sementara\W*$|[(\[]\s*(?:(?:data|angka)\s+)?sementara\s*[)\]]|\b(?:bersifat|masih|status)\W+sementara\b"
    r"|\b(?:data|angka|rekap(?:itulasi)?|hasil|laporan|tabel|versi|realisasi|perhitungan|keadaan|kondisi|posisi|capaian)\W+sementara\b"
    rf"|\bdraf(?:t)?\b(?!\W+(?:{either('surat')}|sk|surat|per\w+|naskah|keputusan|kpt|rancangan|kontrak|mou))|\bbelum\W+(?:final|fix(?:ed)?|fiks|"
    r"valid|pasti|(?:di|ter)(?:verifikasi|validasi))\b|\bblm\W+(?:final|fix|fiks|valid|pasti)\b|\btentati(?:f|ve)\b"
    r"|^\W*(?:data\W+)?(?:contoh|dummy)(?:\W+(?:cara\W+)?(?:peng)?isian(?:nya)?|\W+data|\W+saja)?\W*$"
    r"|^\W*contoh\W+(?:cara\W+)?(?:peng)?isian\b(?!.*\b(?:di|pada|ada|lihat|terlampir)\b)",
    re.I,
)
_FINAL = re.compile(r"(?<!belum )(?<!blm )(?<!bukan )(?<!non )\bfinal\b", re.I)
_CALM = re.compile(r"\b(?:aman|kondusif|terkendali|tertib|damai|lancar)\b", re.I)
_LITTLE = frozenset(
    ["dan", "di", "ke", "dari", "pada", "untuk", "per", "dalam", "yang", "oleh", "dengan", "serta", "atau", "sampai",
     "sd", "s.d.", "tahun", "bulan", "tanggal", "se", "a.n.", "u.b."]
)  # fmt: skip


def is_signed(value: Value) -> bool:
    """Whether the cell belongs under a table: an office, a place with a date, dots to sign on, NIP."""
    text = value if isinstance(value, str) else ""
    return bool(text) and len(text) < 120 and (_SIGNED.search(text) or _PLACE_DATE.match(text)) is not None


def is_provisional(value: Value) -> bool:
    """Whether a line says that the data are provisional, a draft or an example."""
    text = " ".join(value.split()) if isinstance(value, str) and len(value) <= 200 else ""
    return bool(text) and _PROVISIONAL.search(text) is not None and not _FINAL.search(text)


def tells_something(value: Value) -> bool:
    """Whether a cell in a tab without any row of data tells how things stand: "Aman dan kondusif"."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if not text or _SOURCE.match(text) or is_signed(text) or _LEGEND.search(text) or kecamatan_of(text):
        return False
    words = re.findall(r"[^\W\d_][\w'’./-]*", text)
    lower = [word for word in words if word[0].islower() and word.casefold() not in _LITTLE]
    return _CALM.search(text) is not None or (len(words) >= 3 and bool(lower) and not begins_section(text))


def is_prose(value: Value, below: bool) -> bool:
    """Whether a line tells something about the data. `below` the table any sentence does; elsewhere, where titles and
    sections stand, only one that is marked as a remark or says that something is otherwise."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    legend = _LEGEND.search(text) and not (below and _CODE.search(text))
    if not text or _SOURCE.match(text) or is_signed(text) or legend or kecamatan_of(text):
        return False
    words = re.findall(r"[^\W\d_][\w'’./-]*", _REMARK.sub("", text))
    if _REMARK.match(text) and len(words) >= 3:
        return True
    content = [word for word in words if word[0].islower() and word.casefold() not in _LITTLE]
    if _TURN.search(text) and len(words) >= 3:
        return below or (len(words) >= 4 and not _NAMING.search(text))
    if not below:
        return len(words) >= 6 and len(content) >= 3 and text.endswith(".")
    return len(words) >= 5 and len(content) >= 3 and not (begins_section(text) and len(words) < 6)

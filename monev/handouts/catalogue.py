"""Which hand-outs there are, in the order in which they are offered."""

from __future__ import annotations

from monev.handouts import grant_record, minutes, slides, workbook
from monev.handouts.handout import Handout

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml.document"

ALL = (
    Handout(
        "paparan",
        "Paparan rapat",
        "PowerPoint: satu lembar per agenda dengan grafik yang dapat disunting, perbedaan angka, janji, dan keputusan.",
        "pptx",
        f"{_OFFICE}.presentationml.presentation",
        slides.write,
    ),
    Handout(
        "notulen",
        "Notulen rapat",
        "Word: susunan acara, angka dan keputusan tiap agenda, tempat untuk pembahasan, daftar hadir, tanda tangan.",
        "docx",
        _WORD,
        minutes.write,
    ),
    Handout(
        "berita-acara-hibah",
        "Berita acara rekonsiliasi hibah",
        "Word: angka BPKPD dan penerima hibah tiap tahap sampai rupiah terakhir, kesimpulan, tempat tanda tangan.",
        "docx",
        _WORD,
        grant_record.write,
    ),
    Handout(
        "tabel",
        "Semua tabel",
        "Excel: tabel di balik tiap halaman sebagai angka yang dapat dihitung lagi, dan sel yang perlu dibenahi.",
        "xlsx",
        f"{_OFFICE}.spreadsheetml.sheet",
        workbook.write,
    ),
)

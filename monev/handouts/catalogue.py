"""Which hand-outs there are, in the order in which they are offered.

Between those of every series of meetings stand those that the project adds, ahead of the workbook.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import lru_cache

from monev.handouts import data, memo, minutes, papers, project_files, slides, workbook
from monev.handouts.handout import Handout
from monev.handouts.paper import Kind

log = logging.getLogger("monev")

SLIDES = Handout(
    project_files.PICTURES,
    "Paparan rapat",
    "PowerPoint: satu lembar per agenda, perbedaan angka, janji, dan keputusan.",
    "pptx",
    slides.write,
)
#: What they hold where the project draws a picture for a point.
PICTURED = (
    "PowerPoint: satu lembar per agenda dengan grafik yang dapat disunting, perbedaan angka, janji, dan keputusan."
)
MINUTES = papers.handout(Kind(
    project_files.MINUTES,
    "Notula rapat",
    "Angka, pembahasan, dan keputusan tiap agenda, kesimpulan, daftar hadir, tanda tangan, tembusan.",
    minutes.compose,
))  # fmt: skip
MEMO = papers.handout(Kind(
    project_files.MEMO,
    "Nota dinas laporan",
    "Satu halaman untuk pimpinan: yang dimintakan keputusan, yang diputuskan, yang perlu ditandatangani.",
    memo.compose,
))  # fmt: skip
WORKBOOK = Handout(
    project_files.SHEETS,
    "Semua tabel",
    "Excel: tabel di balik tiap halaman sebagai angka yang dapat dihitung lagi, dan sel yang perlu dibenahi.",
    "xlsx",
    workbook.write,
)
#: Of a frozen meeting alone, behind all others.
DATA = Handout(
    project_files.DATA,
    "Data untuk analis",
    "ZIP: semua tabel rapat ini sebagai Parquet dan CSV, dengan kamus kolomnya, untuk dihitung sendiri.",
    "zip",
    data.write,
    there=lambda source: source.data is not None,
)


def offered() -> tuple[Handout, ...]:
    """All of them but DATA, as the project's files are now."""
    added = project_files.added()
    _tell(tuple(added.wrong.values()))
    shown = replace(SLIDES, holds=PICTURED) if added.pictures else SLIDES
    drawn, told = (replace(one, trouble=added.trouble(one.code)) for one in (shown, WORKBOOK))
    return drawn, MINUTES, MEMO, *added.handouts, told


@lru_cache(maxsize=8)
def _tell(wrong: tuple[str, ...]) -> None:
    """For operators, once: which files of the project cannot be used."""
    for one in wrong:
        log.error("%s Bahan rapat lainnya tetap dapat dibuat.", one)

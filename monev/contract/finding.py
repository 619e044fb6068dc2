"""A finding: one cell, row or tab that someone should look at, told to the person who typed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

#: What happens until a finding is mended; written out in every finding.
CELL_WAITS = "Sampai diperbaiki, sel ini belum ikut dihitung."
ROW_WAITS = "Sampai diperbaiki, baris ini belum ikut dihitung."
COLUMN_WAITS = "Sampai diperbaiki, kolom ini belum ikut dihitung."
TAB_WAITS = "Sampai diperbaiki, tab ini belum ikut dihitung; tab lain tetap dipakai."
TAB_LACKS = "Sampai diisi, angka yang memakai tab ini belum lengkap."
COUNTED_ONCE = "Dihitung sekali saja."
BLANK_WAITS = "Sampai diisi, angka yang memakai sel ini belum lengkap."
STILL_COUNTED = "Sementara ini tetap dihitung seperti tertulis, dan angkanya belum dapat hijau."
#: Of a tab beside the one that is read, with the same columns.
NOT_COUNTED = "Sementara ini isi tab itu tidak dihitung, dan angkanya belum dapat hijau."
#: Of a cell that no number uses: what is in it may point at a person.
HELD_BACK = "Isinya tidak disimpan dan tidak ditampilkan."
#: Of a date of the data that is yet to come.
NOT_NEWEST = "Tidak dipakai sebagai umur data, dan angkanya belum dapat hijau."
#: Of what was confirmed: it weighs nothing any more.
RIGHT, AS_TYPED = "dikonfirmasi", "Dihitung seperti tertulis."
NOTHING_LOST = "Tidak ada angka yang berubah karenanya."

#: Whether who typed a value may say in the row that it is right: there, in the first row of the tab, it was said, or it
#: was said of what stood there before.
CAN_CONFIRM, CAN_CONFIRM_ABOVE, CONFIRMED, OUTDATED = "dapat", "dapat_di_atas", "sudah", "usang"

#: Signs of what was typed that a finding quotes; whoever wants the rest has the address of the cell.
MOST_QUOTED = 300

#: Name of a field and its type in a snapshot; the order in which `python -m monev findings` gives them.
TYPES = {
    "instansi": "VARCHAR",
    "tab": "VARCHAR",
    "sel": "VARCHAR",
    "baris": "INTEGER",
    "kolom": "VARCHAR",
    "tertulis": "VARCHAR",
    "alasan": "VARCHAR",
    "saran": "VARCHAR",
    "contoh": "VARCHAR",
    "bobot": "VARCHAR",
    "akibat": "VARCHAR",
    "konfirmasi": "VARCHAR",
    "baris_semua": "INTEGER[]",
    "sel_semua": "VARCHAR[]",
}


#: Of columns in doubt, and beside a cell: every one of the row, or of the tab.
ALL = "*"
#: The weights that ask somebody to do something.
OPEN = ("tolak", "periksa")


def is_open(row: Mapping[str, object]) -> bool:
    """Whether a finding (as a row) asks somebody to do something."""
    return row["bobot"] in OPEN


@dataclass(frozen=True)
class Finding:
    """One thing to mend.

    `instansi`, `tab`, `kolom` are codes of the contract; `sel` is the address in A1 notation without the tab,
    None where no single cell is meant; `tertulis` is what stands there; `alasan` a full sentence; `saran` what to
    write or do; `contoh` an example as one would type it; `bobot` tolak (something typed is not counted), periksa
    (counted, please look), info, or dikonfirmasi (was periksa); `akibat` what happens meanwhile. `konfirmasi` is one of
    those above, None where there is nothing to confirm. Of several cells with one cause `sel` and `baris` are the
    first, `sel_semua` and `baris_semua` all of them. `beside` are other columns of the row that are as doubtful.
    """

    instansi: str
    tab: str | None
    sel: str | None
    baris: int | None
    kolom: str | None
    tertulis: str | None
    alasan: str
    saran: str
    contoh: str | None
    bobot: str
    akibat: str
    konfirmasi: str | None = None
    baris_semua: tuple[int, ...] = ()
    sel_semua: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def row(self) -> dict[str, object]:
        """As a row of the table temuan, with `beside`; a page pasted into a cell is quoted by its beginning."""
        typed = self.tertulis
        if typed is not None and len(typed) > MOST_QUOTED:
            typed = typed[:MOST_QUOTED] + "…"
        return asdict(self) | {"tertulis": typed}

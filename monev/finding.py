"""A finding: one cell, row or tab that someone should look at, told to the person who typed it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

#: What happens until a finding is mended; written out in every finding.
CELL_WAITS = "Sampai diperbaiki, sel ini belum ikut dihitung."
ROW_WAITS = "Sampai diperbaiki, baris ini belum ikut dihitung."
COLUMN_WAITS = "Sampai diperbaiki, kolom ini belum ikut dihitung."
TAB_WAITS = "Sampai diperbaiki, tab ini belum ikut dihitung; tab lain tetap dipakai."
TAB_LACKS = "Sampai diisi, angka yang memakai tab ini belum lengkap."
COUNTED_ONCE = "Dihitung sekali saja."
BLANK_WAITS = "Sampai diisi, angka yang memakai sel ini belum lengkap."
STILL_COUNTED = "Sementara ini tetap dihitung seperti tertulis."
#: Of a cell that no number uses: what is in it may point at a person.
HELD_BACK = "Isinya tidak disimpan dan tidak ditampilkan."
NOTHING_LOST = "Tidak ada angka yang berubah karenanya."

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
}


@dataclass(frozen=True)
class Finding:
    """One thing to mend.

    `instansi`, `tab`, `kolom` are codes of the contract; `sel` is the address in A1 notation without the tab,
    None where no single cell is meant; `tertulis` is what stands there; `alasan` a full sentence; `saran` what to
    write or do; `contoh` an example as one would type it; `bobot` tolak (something typed is not counted), periksa
    (counted, please look) or info; `akibat` what happens meanwhile.
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

    def row(self) -> dict[str, object]:
        """As a row of the table temuan; a page pasted into a cell is quoted by its beginning."""
        typed = self.tertulis
        if typed is not None and len(typed) > MOST_QUOTED:
            typed = typed[:MOST_QUOTED] + "…"
        return asdict(self) | {"tertulis": typed}

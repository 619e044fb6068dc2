"""What all points of the agenda ask to be decided: a question that no file holds, because it follows from theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monev.contract.sql_block import Declared
from monev.snapshot.literals import text
from monev.snapshot.shapes import nothing, unlike

#: The file of a page that says so.
FILE = "perlu_diputuskan"
#: What it may answer, with the DuckDB types.
ANSWER = {
    "status": "VARCHAR", "uraian": "VARCHAR", "pemilik": "VARCHAR", "tenggat": "VARCHAR", "tanggal": "DATE",
    "urut": "DOUBLE", "instansi": "VARCHAR", "tab": "VARCHAR", "baris": "INTEGER", "kode": "VARCHAR",
}  # fmt: skip
NEEDED = ("status", "uraian", "pemilik")
VALUE = "putusan_"


def questions(pages: Sequence[str]) -> dict[str, str]:
    """Its SQL by its name below queries/putusan/."""
    rows = [nothing({"halaman": "VARCHAR"} | ANSWER)]
    rows += [f'select {text(page)} as halaman, * from "{VALUE}{page}"' for page in pages]
    return {"semua_putusan": "\nunion all by name\n".join(rows)}


def usual(page: str) -> str:
    """What a page without such a file asks to be decided."""
    return f"select * exclude (halaman) from putusan_biasa where halaman = {text(page)}"


def answer(one: Declared) -> str:
    """The SQL of a page's own file."""
    return one.sql


def failed(one: Declared, why: str | None) -> str:
    """One thing to decide in place of all that could not be worked out because of `why`; without it, none."""
    if why is None:
        return nothing(ANSWER)
    said = f"Yang perlu diputuskan belum dapat disusun: {why.rstrip('.')}."
    return f"select 'belum_dilaporkan' as status, {text(said)} as uraian, null::varchar as pemilik"


def misshapen(columns: Mapping[str, str], rows: int) -> str | None:
    """Why the answer cannot be taken: its columns with their DuckDB types; it may have any rows."""
    return unlike(columns, NEEDED, ANSWER)

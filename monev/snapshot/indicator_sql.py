"""What the files of all indicators come to together: a question that no file holds, because it follows from these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monev.contract.sql_block import Declared
from monev.snapshot.literals import text
from monev.snapshot.shapes import nothing, unlike

#: What an indicator may answer, with the DuckDB types; `gagal` is why it could not.
ANSWER = {
    "nilai": "DOUBLE", "status": "VARCHAR", "kalimat": "VARCHAR", "sebab": "VARCHAR", "landasan": "VARCHAR",
    "belum_waktunya": "BOOLEAN", "kurang_lengkap": "BOOLEAN", "sebanding": "BOOLEAN", "pelapor": "VARCHAR[]",
    "gagal": "VARCHAR",
}  # fmt: skip
NEEDED = ("nilai",)
#: Before the code of an indicator: the table of its answer.
VALUE = "ukuran_"


def questions(found: Sequence[Declared]) -> dict[str, str]:
    """Its SQL by its name below queries/ukuran/."""
    rows = [nothing({"kode": "VARCHAR"} | ANSWER), *(f'from "{VALUE}{one.code}"' for one in found)]
    return {"ukuran": "\nunion all by name\n".join(rows)}


def answer(one: Declared) -> str:
    """The SQL of an indicator with its code."""
    return f"select {text(one.code)} as kode, * from ({one.sql})"


def failed(one: Declared, why: str | None) -> str:
    """The answer of an indicator that has none: because of `why`, or because nothing is known."""
    said = "null" if why is None else text(why)
    return f"select {text(one.code)} as kode, null::double as nilai, {said}::varchar as gagal"


def misshapen(columns: Mapping[str, str], rows: int) -> str | None:
    """Why the answer of an indicator cannot be taken: its columns with their DuckDB types, and how many rows it has."""
    own = {name: kind for name, kind in columns.items() if name != "kode"}
    if why := unlike(own, NEEDED, ANSWER):
        return why
    return f"memberi {rows} baris, harus satu" if rows > 1 else None

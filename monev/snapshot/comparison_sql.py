"""What the files of all comparisons come to together: questions that no file holds, because they follow from these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monev.contract.sql_block import Declared
from monev.snapshot.literals import text
from monev.snapshot.shapes import nothing, unlike

#: What a comparison may answer, with the DuckDB types.
ANSWER = {
    "kunci": "VARCHAR", "kiri": "VARCHAR", "nilai_kiri": "DOUBLE", "kanan": "VARCHAR", "nilai_kanan": "DOUBLE",
    "satuan": "VARCHAR", "kalimat": "VARCHAR", "cocok": "BOOLEAN", "berjalan": "BOOLEAN", "kurang_lengkap": "BOOLEAN",
    "bila_beda": "VARCHAR", "bila_kosong": "VARCHAR", "hanya": "VARCHAR",
}  # fmt: skip
#: What is said of each, and of each of its tabs.
ABOUT = {"kode": "VARCHAR", "halaman": "VARCHAR", "urutan": "INTEGER", "judul": "VARCHAR", "petunjuk": "BOOLEAN",
         "tampil": "BOOLEAN", "paling_banyak": "INTEGER"}  # fmt: skip
TABS = {"kode": "VARCHAR", "instansi": "VARCHAR", "tab": "VARCHAR", "kolom": "VARCHAR[]", "boleh_kosong": "BOOLEAN"}
#: What its block says of every row that does not say otherwise.
BLOCK = ("kiri", "kanan", "satuan")
NEEDED = ("kunci", "nilai_kiri", "nilai_kanan", "kalimat")
#: Before the code of a comparison: the table of its answer.
VALUE = "rekonsiliasi_"


def questions(found: Sequence[Declared]) -> dict[str, str]:
    """The SQL of each such question by its name below queries/rekonsiliasi/."""
    rows = [nothing({"kode": "VARCHAR", "agenda": "VARCHAR"} | ANSWER), *(f'from "{VALUE}{one.code}"' for one in found)]
    about = [
        f"select {text(one.code)}, {text(one.page)}, {turn}, {text(one.block['judul'])}, "
        f"{one.block.get('petunjuk', False)}, {one.block.get('tampil', True)}, "
        f"{one.block.get('paling_banyak', 'null')}::integer"
        for turn, one in enumerate(found, 1)
    ]
    tabs = [
        f"select {text(one.code)}, {text(use.agency)}, {text(use.tab)}, {list(use.columns)}::varchar[], "
        f"{use.may_be_blank}"
        for one in found
        for use in one.uses
    ]
    return {
        "pembandingan": "\nunion all\n".join([nothing(ABOUT), *about]),
        "pembandingan_tab": "\nunion all\n".join([nothing(TABS), *tabs]),
        "pembandingan_semua": "\nunion all by name\n".join(rows),
    }


def answer(one: Declared) -> str:
    """The SQL of a comparison with what its block says of every row that does not say otherwise."""
    block = ", ".join(f"{text(one.block[name])} as {name}" for name in BLOCK)
    otherwise = ", ".join(f"coalesce(a.{name}, b.{name}) as {name}" for name in BLOCK)
    return (
        f"select {text(one.code)} as kode, {text(one.page)} as agenda, {otherwise}, a.* exclude ({', '.join(BLOCK)})\n"
        f"from ({nothing(dict.fromkeys(BLOCK, 'VARCHAR'))} union all by name ({one.sql})) as a, (select {block}) as b"
    )


def failed(one: Declared, why: str | None) -> str:
    """The answer of a comparison that has none because of `why`; without it, no row: nothing is compared."""
    if why is None:
        return nothing({"kode": "VARCHAR", "agenda": "VARCHAR"} | ANSWER)
    said = f"{one.block['judul']} belum dapat dibandingkan: {why.rstrip('.')}."
    columns = {"kode": one.code, "agenda": one.page, "kunci": one.block["judul"], "kalimat": said}
    columns |= {name: one.block[name] for name in BLOCK}
    told = ", ".join(f"{text(value)} as {name}" for name, value in columns.items())
    return f"select {told}, null::double as nilai_kiri, null::double as nilai_kanan"


def misshapen(columns: Mapping[str, str], rows: int) -> str | None:
    """Why the answer of a comparison cannot be taken: its columns with their DuckDB types; it may have any rows."""
    return unlike({name: kind for name, kind in columns.items() if name not in ("kode", "agenda")}, NEEDED, ANSWER)

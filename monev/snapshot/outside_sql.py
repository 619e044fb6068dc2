"""Which rows the formula of an indicator does not read, or not where they are broken, as its block says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monev.contract.sql_block import Declared, Use
from monev.snapshot.shapes import nothing

TYPES = {"kode": "VARCHAR", "instansi": "VARCHAR", "tab": "VARCHAR", "baris": "INTEGER", "dipakai": "BOOLEAN"}
#: Before the code of an indicator: the table of those rows.
VALUE = "di_luar_"


def conditional(found: Sequence[Declared]) -> list[Declared]:
    """The indicators that do not read every row of their tabs alike."""
    return [one for one in found if any(part.only for use in one.uses for part in use.parts)]


def questions(found: Sequence[Declared]) -> dict[str, str]:
    """The SQL of what all of them leave out, by its name below queries/ukuran/."""
    rows = [nothing(TYPES), *(f'from "{VALUE}{one.code}"' for one in found)]
    return {"baris_di_luar_rumus": "\nunion all\n".join(rows)}


def answer(one: Declared) -> str:
    """The SQL of what one leaves out."""
    return "\nunion all\n".join(_of_tab(one.code, use) for use in one.uses if any(part.only for part in use.parts))


def _of_tab(code: str, use: Use) -> str:
    # What is not known to be outside is inside: only a condition that is false takes a row out.
    conditions = [f"coalesce(({part.only}), true)" if part.only else "true" for part in use.parts]
    read = [f"if({one}, {list(part.columns)}, [])" for one, part in zip(conditions, use.parts, strict=True)]
    return (
        f"select '{code}' as kode, '{use.agency}' as instansi, '{use.tab}' as tab, baris, dipakai from (\n"
        f"    select baris, kolom_rusak, {' or '.join(conditions)} as dipakai, {' || '.join(read)} as dibaca\n"
        f"    from {use.agency}__{use.tab} as t\n"
        ") where not dipakai or (utuh(kolom_rusak, dibaca) and len(kolom_rusak) > 0)"
    )


def failed(one: Declared, why: str | None) -> str:
    """None, so that every row counts as read: no number becomes greener by a condition that cannot be asked."""
    return nothing(TYPES)


def misshapen(columns: Mapping[str, str], rows: int) -> str | None:
    """Never: the columns are not written by whoever wrote the condition."""
    return None

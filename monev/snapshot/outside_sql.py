"""Which rows the formula of an indicator does not read, or not where they are broken, as its block says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monev.contract.parts import Column
from monev.contract.sql_block import Declared, Part, Use
from monev.snapshot import sql_constants, sql_tables
from monev.snapshot.literals import text
from monev.snapshot.shapes import nothing

TYPES = {"kode": "VARCHAR", "instansi": "VARCHAR", "tab": "VARCHAR", "baris": "INTEGER", "dipakai": "BOOLEAN"}
#: Before the code of an indicator: the table of those rows.
VALUE = "di_luar_"


def conditional(found: Sequence[Declared]) -> list[Declared]:
    """The indicators that do not read every row of their tabs alike."""
    return [one for one in found if any(part.only for use in one.uses for part in use.parts)]


def never_true(one: Declared, columns: Mapping[str, Mapping[str, Column]]) -> str | None:
    """The first text that a condition asks for of a column with choices and that is none of them: nothing could ever be
    what it leaves in, so it is not followed. `columns` are those of each table."""
    for use in one.uses:
        for part in use.parts:
            for held in sql_constants.held(condition(use, part), columns) if part.only and "'" in part.only else ():
                options = columns[held.table][held.column].options
                if options and held.text and not held.like and held.text not in options:
                    return held.text
    return None


def condition(use: Use, part: Part) -> str:
    """The condition of a part as a SELECT of its tab."""
    return f"select ({part.only}) from {use.agency}__{use.tab} as t"


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


def matching(use: Use, part: Part) -> str:
    """The SQL of how many rows the tab has, and for how many of them the condition of this part is true."""
    return f"select count(*) as semua, count_if({part.only}) as cocok from {use.agency}__{use.tab} as t"


def unread(use: Use) -> str | None:
    """The SQL of the tab as if of each row nothing had been read that no part reads of it, but for the cells that the
    conditions themselves ask about; None where nothing is left to read."""
    asked = {column for part in use.parts if part.only for column in sql_tables.columns(f"select {part.only}")}
    inside = {
        column: " or ".join(f"coalesce(({part.only or 'true'}), true)" for part in use.parts if column in part.columns)
        for column in use.columns
        if column not in asked
    }
    cells = [f"if({one}, t.{column}, null) as {column}" for column, one in inside.items()]
    broken = ["t.kolom_rusak", *(f"if({one}, [], [{text(column)}])" for column, one in inside.items())]
    replaced = ", ".join([*cells, f"{' || '.join(broken)} as kolom_rusak"])
    return f"select t.* replace ({replaced}) from {use.agency}__{use.tab} as t" if cells else None


def failed(one: Declared, why: str | None) -> str:
    """None, so that every row counts as read: no number becomes greener by a condition that cannot be asked."""
    return nothing(TYPES)


def misshapen(columns: Mapping[str, str], rows: int) -> str | None:
    """Never: the columns are not written by whoever wrote the condition."""
    return None

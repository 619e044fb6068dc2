"""One kecamatan of a snapshot: the same tables with only the rows that lie there, for the same questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from monev.contract.condition import Condition
from monev.contract.parts import Column, Contract, TabContract
from monev.snapshot.literals import text

#: What tells a question that it is asked of one kecamatan, and where each row lies; without rows in a whole snapshot.
CHOSEN, PLACED = "kecamatan_dipilih", "letak"
LETAK = {"instansi": "VARCHAR", "tab": "VARCHAR", "baris": "INTEGER", "kecamatan": "VARCHAR"}
TABLES = {CHOSEN: {"kecamatan": "VARCHAR", "nisbah": "VARCHAR[]"}, PLACED: LETAK}
#: The place of a row that concerns the whole city: it is of no kecamatan.
CITYWIDE = "Se-Kota"
#: Why a row that counts in the city does not count here.
UNPLACED = "tempatnya belum jelas"

#: The SELECT of a table of the snapshot, by its name; None where there is no such table.
Raw = Callable[[str], str | None]


@dataclass(frozen=True)
class Narrowed:
    """What of a snapshot lies in `kecamatan`; None: what lies in none of them, which is for whoever adds up.

    `tabs` are the tabs whose rows have a place, by the name of their table; `shares` the codes of numbers that are a
    part of something, whatever their unit. A row lies where its kelurahan lies, else
    in the kecamatan that it names. One whose place is not known, or may not be told, is of no kecamatan: in each of
    them it stands among the rows that do not count yet, so that no number is well as long as the row could lie there.
    """

    kecamatan: str | None
    tabs: Mapping[str, TabContract]
    shares: tuple[str, ...] = ()

    def laid(self, table: str, raw: Raw) -> str | None:
        """The SELECT that gives a table as it is here."""
        here = "is null" if self.kecamatan is None else f"= {text(self.kecamatan)}"
        if table == CHOSEN:
            return f"select {text(self.kecamatan or CITYWIDE)} as kecamatan, {list(self.shares)}::varchar[] as nisbah"
        if table == PLACED:
            return "\nunion all\n".join(map(self._letak, self.tabs.values(), [raw] * len(self.tabs)))
        found = raw(table)
        if found is None:
            return None
        if table == "wilayah":
            return f"from ({found}) where kecamatan {here}"
        if table in self.tabs:
            lies = f"select baris from ({_counted(self.tabs[table], raw)}) where {_at(here)}"
            return f"from ({found}) where baris in ({lies})"
        if table == "baris":
            return self._rows(found, here, raw)
        return self._tabs(found, here, raw) if table == "tab" else found

    def _letak(self, tab: TabContract, raw: Raw) -> str:
        return f"{_counted(tab, raw)}\nunion all\n{_held(tab, raw)}"

    def _rows(self, found: str, here: str, raw: Raw) -> str:
        """What is known of each row: those of other kecamatan are gone, those of an unknown place do not count."""
        placed = self.laid(PLACED, raw)
        lost = "false" if self.kecamatan is None else "l.baris is not null and l.kecamatan is null"
        counts = "b.kelas = 'terhitung'"
        return (
            f"select b.* replace (if({counts} and {lost}, 'ditahan', b.kelas) as kelas,\n"
            f"    if({counts} and {lost}, {text(UNPLACED)}, b.alasan) as alasan)\n"
            f"from ({found}) as b left join ({placed}) as l using (instansi, tab, baris)\n"
            f"where b.kelas = 'tata_letak' or l.baris is null or l.kecamatan is null or {_at(here, 'l.')}"
        )

    def _tabs(self, found: str, here: str, raw: Raw) -> str:
        """What is known of each tab, with the kelurahan of here of which it has no row."""
        missing = "\n".join(
            f"when t.instansi = {text(tab.agency)} and t.tab = {text(tab.code)} then (select count(*)::integer\n"
            f"    from ({raw('wilayah')}) as w where w.kecamatan {here} and w.kelurahan not in (\n"
            f"        select {_column(tab, 'kel')} from ({raw(table)}) where {_column(tab, 'kel')} is not null))"
            for table, tab in self.tabs.items()
            if tab.all_kelurahan
        )
        if not missing:
            return found
        told = f"case when t.nihil or not t.dilaporkan then t.kelurahan_hilang {missing} else t.kelurahan_hilang end"
        return f"select t.* replace ({told} as kelurahan_hilang) from ({found}) as t"


def laid(narrowed: Narrowed | None, table: str, raw: Raw) -> str | None:
    """The SELECT that gives a table, of the whole snapshot where it is not narrowed; None where there is no such
    table."""
    return narrowed.laid(table, raw) if narrowed else raw(table)


def placed(contracts: Mapping[str, Contract]) -> dict[str, TabContract]:
    """The tabs whose rows have a place, by the name of their table."""
    tabs = [tab for one in contracts.values() for tab in one.tabs.values()]
    return {tab.table: tab for tab in tabs if _column(tab, "kec") or _column(tab, "kel")}


def _at(here: str, of: str = "") -> str:
    """The condition that a row lies here; what concerns the whole city lies in none of the kecamatan."""
    return f"nullif({of}kecamatan, {text(CITYWIDE)}) {here}"


def _counted(tab: TabContract, raw: Raw) -> str:
    """Where each row lies of those that count in a tab."""
    named, within = _column(tab, "kec"), _column(tab, "kel")
    own = f"t.{named}" if named else "null"
    home = f"if(t.{within} is null or t.{within} = {text(CITYWIDE)}, {own}, w.kecamatan)" if within else own
    known = f"if({home} = {text(CITYWIDE)} or {home} in (select kecamatan from ({raw('wilayah')})), {home}, null)"
    if within and not named:
        known = f"if(t.{within} = {text(CITYWIDE)}, t.{within}, {known})"
    shown = f"if({_holds(tab.shown_if, tab.columns)}, {known}, null)" if tab.shown_if else known
    join = f" left join ({raw('wilayah')}) as w on w.kelurahan = t.{within}" if within else ""
    return (
        f"select {text(tab.agency)} as instansi, {text(tab.code)} as tab, t.baris, {shown} as kecamatan\n"
        f"from ({raw(tab.table)}) as t{join}"
    )


def _held(tab: TabContract, raw: Raw) -> str:
    """Where each row lies of those that are held out: only where all that was typed says so to the letter, and never
    of a tab whose rows may not all be told."""
    of_tab = f"instansi = {text(tab.agency)} and tab = {text(tab.code)}"
    rows = f"select instansi, tab, baris from ({raw('baris')}) where {of_tab} and kelas = 'ditahan'"
    if tab.shown_if:
        return f"select *, null::varchar as kecamatan from ({rows})"
    named, within = _column(tab, "kec"), _column(tab, "kel")
    typed = [
        f"max(lower(trim(s.tertulis))) filter (where s.kolom = {text(column)}) as {level}"
        for level, column in (("kec", named), ("kel", within))
        if column
    ]
    cells = (
        f"select r.*, {', '.join(typed)} from ({rows}) as r\n"
        f"left join ({raw('sel')}) as s using (instansi, tab, baris) group by all"
    )
    level = "kelurahan" if within else "kecamatan"
    agrees = " and coalesce(kec = '' or kec = lower(w.kecamatan), true)" if named and within else ""
    there = f"select distinct kecamatan, {level} from ({raw('wilayah')})"
    where = f"lower(w.{level}) = {'kel' if within else 'kec'}{agrees}"
    return f"select instansi, tab, baris, w.kecamatan from ({cells}) left join ({there}) as w on {where}"


def _column(tab: TabContract, kind: str) -> str | None:
    """The column of a tab that names a place of this kind."""
    return next((name for name, column in tab.columns.items() if column.type == kind), None)


def _holds(condition: Condition, columns: Mapping[str, Column]) -> str:
    """The SQL of a condition of a contract; null where the cell is blank."""
    cell = f"t.{condition.column}"
    if condition.op == ">":
        return f"{cell} > {condition.values[0]}"
    wanted = ", ".join(text(str(value)) for value in condition.values)
    listed = columns[condition.column].sql.endswith("[]")
    found = f"list_has_any({cell}, [{wanted}])" if listed else f"{cell} in ({wanted})"
    return found if condition.op == "is" else f"not {found}"

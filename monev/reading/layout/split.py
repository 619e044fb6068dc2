"""One tab taken apart: its header, its rows of data, its layout rows, and what is to be told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from monev.contract.parts import TabContract
from monev.reading.layout import (
    cell_kinds,
    columns as titles,
    empty_reports,
    fill_down,
    header,
    line_meaning,
    sum_rows,
)
from monev.reading.layout.emptied import marked
from monev.reading.layout.fill_down import DataRow
from monev.reading.layout.notes import LayoutFinding, whole
from monev.reading.layout.remarks import above, begun, coded, provisional, remarked, summed, without_rows
from monev.reading.layout.rows import judge, plain_reason
from monev.reading.layout.sparse_rows import TOTAL, Judged
from monev.reading.layout.title_hints import choices_of
from monev.sheets import Tab, Value


@dataclass(frozen=True)
class LayoutRow:
    """One row without data; `reason`: kosong, judul, kepala, penomoran, satu sel, bagian, jumlah, di luar kolom, rekap
    or tanda tangan."""

    number: int
    reason: str


@dataclass(frozen=True)
class Layout:
    """A tab taken apart: every sheet row is once in `rows` or once in `layout_rows`.

    `columns` is name -> index from 0 of the columns that are read; `unread` those that stand in the header
    but must not be read; `missing` those that do not stand there; `derived` those without a place whose cells come
    from lines of their own above the rows (the kecamatan). Without a header (`found` false) rows are without cells.
    """

    columns: Mapping[str, int]
    header_rows: tuple[int, ...]
    rows: tuple[DataRow, ...]
    layout_rows: tuple[LayoutRow, ...]
    findings: tuple[LayoutFinding, ...]
    unread: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        return bool(self.header_rows)

    @property
    def status(self) -> str:
        """The tab's status in the snapshot: ada or tanpa_kepala."""
        return "ada" if self.found else "tanpa_kepala"


def lay_out(tab: Tab, contract: TabContract) -> Layout:
    """The tab's header, data rows and layout rows by the rules of the contract; nothing is guessed.

    Rows above the header are titles, unless they are filled as only data is: a sheet that was sorted together
    with its header has data there.
    """
    contract = whole(contract)
    head = header_of(tab.rows, contract)
    if head is None:
        return _without_header(tab, contract)
    places = titles.first_places(head)
    judged = judge(tab.rows, head, places, contract)
    added = _add_up(tab.rows, judged, places, contract)
    said = empty_reports.nihil(tab.rows, judged, head.rows[-1], places, contract)
    for number in said.data:
        judged.why[number - 1] = None
    judged.remarks = [number for number in judged.remarks if number not in said.heard]
    for number in said.layout:
        judged.why[number - 1] = judged.why[number - 1] or "satu sel"
    data = [row for row, reason in zip(tab.rows, judged.why, strict=True) if reason is None]
    unread = titles.unread(head, contract.columns, data)
    read = {name: index for name, index in places.items() if name not in unread}
    derived = (fill_down.KECAMATAN,) if judged.kecamatan and fill_down.KECAMATAN not in places else ()
    data_rows, filled = fill_down.data_rows(tab.rows, judged, read, contract, derived)
    data_rows = [_as_nihil(row, contract) if row.number in said.data else row for row in data_rows]
    findings = [
        *unread.values(),
        *titles.remarks(head, contract.columns, data, unread, derived),
        *above(tab.rows, head, data_rows),
        *provisional(tab.rows, judged, head, data_rows),
        *(() if data_rows or said.findings else without_rows(tab.rows, judged, head, contract)),
        *remarked(tab.rows, judged, head),
        *coded(judged),
        *begun(judged, contract, places),
        *summed(added, judged),
        *filled,
        *said.findings,
    ]
    missing = tuple(name for name in contract.columns if name not in places and name not in derived)
    return Layout(
        read, head.rows, tuple(data_rows), _layout_rows(judged.why), tuple(findings), tuple(unread), missing, derived
    )


def header_of(rows: Sequence[Sequence[Value]], contract: TabContract) -> header.Header | None:
    """The header of these rows by the titles that the contract knows, without titles of emptied columns."""
    columns = contract.columns
    choices = {n: choices_of(c) for n, c in columns.items() if c.type in (cell_kinds.YES_NO, *cell_kinds.CHOICES)}
    also = {n: c.also for n, c in columns.items() if c.also}
    head = header.find(rows, {n: c.title for n, c in columns.items()}, also, choices)
    return head and replace(head, titles=tuple(title for title in head.titles if not marked(title.written)))


def _add_up(
    rows: Sequence[Sequence[Value]], judged: Judged, places: Mapping[str, int], contract: TabContract
) -> list[sum_rows.Sum]:
    """Rows that are the sum of others become layout; of those that a word alone calls one, the unproved are noted."""
    why = list(judged.why)
    for number in judged.cities:
        why[number - 1] = None
    added = sum_rows.find(rows, why, judged.full, places, contract)
    proved = {one.number for one in added if one.sure}
    judged.cities = [number for number in judged.cities if number not in proved]
    for number in proved:
        judged.why[number - 1] = TOTAL
    return [one for one in added if one.number not in judged.cities]


def _as_nihil(row: DataRow, contract: TabContract) -> DataRow:
    """The row with the word in its first key, where whoever reads it looks for it."""
    key = contract.key[0]
    if key not in row.cells or line_meaning.says_nihil(row.cells[key]):
        return row
    return replace(row, cells={**row.cells, key: empty_reports.NIHIL})


def _without_header(tab: Tab, contract: TabContract) -> Layout:
    why = [plain_reason(row, ()) for row in tab.rows]
    some = ", ".join(column.title for column in list(contract.columns.values())[:4])
    told = "Baris judul kolom tidak ditemukan di tab ini." if tab.rows else "Tab ini kosong."
    write = "tulis judul setiap kolom dalam satu baris di atas isinya"
    finding = LayoutFinding(None, None, None, None, told, write, some, "tolak")
    data_rows = tuple(DataRow(number, {}) for number, reason in enumerate(why, start=1) if reason is None)
    return Layout({}, (), data_rows, _layout_rows(why), (finding,), (), tuple(contract.columns))


def _layout_rows(why: Sequence[str | None]) -> tuple[LayoutRow, ...]:
    return tuple(LayoutRow(number, reason) for number, reason in enumerate(why, start=1) if reason is not None)

"""Which rows of a tab are data and which are layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from monev.layout import columns as titles
from monev.layout import header as heads
from monev.layout.columns import TabContract, at
from monev.layout.notes import LayoutFinding, a1
from monev.layout.rows import plain_reason, reasons, says_nihil
from monev.layout.tabs import match_tab, recognise_tabs, says_copy
from monev.sheets import Tab, Value, is_blank

__all__ = [
    "DataRow", "Layout", "LayoutFinding", "LayoutRow", "a1", "lay_out", "match_tab", "recognise_tabs", "says_copy",
]  # fmt: skip


@dataclass(frozen=True)
class DataRow:
    """One row of data: sheet row `number`, its `cells` by the name of their column (read columns only).

    `filled_down` names the columns whose cell is blank and whose value comes from a merged cell above.
    """

    number: int
    cells: Mapping[str, Value]
    filled_down: tuple[str, ...] = ()


@dataclass(frozen=True)
class LayoutRow:
    """One row without data; `reason`: kosong, judul, kepala, penomoran, satu sel, jumlah or tanda tangan."""

    number: int
    reason: str


@dataclass(frozen=True)
class Layout:
    """A tab taken apart: every sheet row is once in `rows` or once in `layout_rows`.

    `columns` is name -> index from 0 of the columns that are read; `unread` those that stand in the header
    but must not be read; `missing` those that do not stand there. Without a header (`found` false) rows are
    without cells.
    """

    columns: Mapping[str, int]
    header_rows: tuple[int, ...]
    rows: tuple[DataRow, ...]
    layout_rows: tuple[LayoutRow, ...]
    findings: tuple[LayoutFinding, ...]
    unread: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

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
    head = heads.find(tab.rows, {name: column.title for name, column in contract.columns.items()})
    if head is None:
        return _without_header(tab, contract)
    places = titles.first_places(head)
    why = list(reasons(tab.rows, head, places, contract))
    data = [row for row, reason in zip(tab.rows, why, strict=True) if reason is None]
    unread = titles.unread(head, contract.columns, data)
    read = {name: index for name, index in places.items() if name not in unread}
    data_rows = tuple(_data_rows(tab.rows, why, read, contract.fill_down))
    findings = [
        *unread.values(),
        *titles.remarks(head, contract.columns, data, unread),
        *_above(tab.rows, head, data_rows),
        *([] if data_rows else _undated_nihil(tab.rows, head, places, contract)),
    ]
    missing = tuple(name for name in contract.columns if name not in places)
    return Layout(read, head.rows, data_rows, _layout_rows(why), tuple(findings), tuple(unread), missing)


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


def _data_rows(
    rows: Sequence[Sequence[Value]],
    reasons: Sequence[str | None],
    read: Mapping[str, int],
    fill_down: Sequence[str],
) -> Iterator[DataRow]:
    above: dict[str, Value] = {}
    for number, (row, reason) in enumerate(zip(rows, reasons, strict=True), start=1):
        if reason is not None:
            continue
        cells = {name: at(row, index) for name, index in read.items()}
        down = tuple(name for name in fill_down if name in read and is_blank(cells[name]) and name in above)
        cells |= {name: above[name] for name in down}
        above |= {name: cells[name] for name in fill_down if name in read and not is_blank(cells[name])}
        yield DataRow(number, cells, down)


def _above(rows: Sequence[Sequence[Value]], head: heads.Header, data: Sequence[DataRow]) -> Iterator[LayoutFinding]:
    """What stands above the header and bears on the numbers below it."""
    early = [row.number for row in data if row.number < head.rows[0]]
    if early:
        why = f"Ada {len(early)} baris isi di atas judul kolom, mulai baris {early[0]}."
        write = f"pindahkan judul kolom dari baris {head.rows[0]} ke atas isinya"
        yield LayoutFinding(None, early[0], None, None, why, write, None, "periksa")
    why = "Keterangan di atas tabel ini menyebut ribuan, jutaan, atau sejenisnya; angkanya dibaca apa adanya."
    write = "pastikan angkanya ditulis penuh, lalu hapus keterangan itu"
    for number, row in enumerate(rows[: head.rows[0] - 1], start=1):
        for index, value in enumerate(row):
            if isinstance(value, str) and len(value) <= heads.LONGEST and heads.says_scale(value):
                cell, written = a1(index, number), " ".join(value.split())
                yield LayoutFinding(cell, number, None, written, why, write, None, "periksa")


def _undated_nihil(
    rows: Sequence[Sequence[Value]], head: heads.Header, places: Mapping[str, int], contract: TabContract
) -> Iterator[LayoutFinding]:
    """A lone nihil is one filled cell, so no data: without its date it reports nothing, and that is told."""
    index = places.get(contract.key[0])
    for number, row in enumerate(rows, start=1):
        if index is not None and number > head.rows[-1] and says_nihil(at(row, index)):
            why = "Tertulis nihil tanpa tanggal data, jadi tab ini belum dianggap dilaporkan."
            write, written = "isi juga tanggal data di baris ini", str(row[index]).strip()
            yield LayoutFinding(a1(index, number), number, None, written, why, write, None, "tolak")

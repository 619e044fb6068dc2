"""The tab that keeps decisions as it is typed now: which decisions stand in it, and below which row new ones go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from monev.meeting.row import Form
from monev.reading import layout, reader
from monev.reading.layout import Layout, LayoutFinding
from monev.reading.layout.header import plain
from monev.sheets import SourceError, Spreadsheet, Tab, Value, is_blank
from monev.words import words

#: Rows between the header and the first row of data, and those of them that new rows may stand above. A recap is a
#: table of its own: what stands below it would be taken for one of its rows.
_UNDER_HEAD = frozenset({"kosong", "di luar kolom", "penomoran", "kepala", "bagian"})
_APART = frozenset({"kosong", "di luar kolom"})


@dataclass(frozen=True)
class Standing:
    """`columns` is name -> index from 0. New rows go below sheet row `after`, which is of the header where
    `below_head`; `trouble` says why none can be written, with what to do.
    """

    tab: Tab | None
    columns: Mapping[str, int]
    after: int = 0
    below_head: bool = False
    trouble: str | None = None


def tab_called(title: str) -> str:
    """A tab of a spreadsheet as it is called in sentences."""
    return f"tab “{title}”"


def stand(sheet: Spreadsheet, form: Form, called: Callable[[str], str] = tab_called) -> Standing:
    """Find the tab, its columns, and the place for new rows; nothing is guessed. `called` says how the tab of a title
    is called where this sheet lies.

    SourceError where the sheet is that of another agency.
    """
    owner = reader.belongs_to(sheet, form.owner, form.contracts)
    if owner:
        raise SourceError(
            f"Lembar {form.owner.name} tampaknya milik {owner.name}, jadi tidak ditulisi. "
            "Periksa apakah lembarnya tertukar."
        )
    found, notes = layout.recognise_tabs(sheet.tabs, form.titles)
    if form.tab.code not in found:
        [note] = [note for note in notes if note.tab == form.tab.code]
        return Standing(None, {}, trouble=_no_tab(note, form, called))
    tab = found[form.tab.code]
    name = words.capital(called(tab.title))
    laid = layout.lay_out(tab, form.tab)
    if not laid.found:
        what = "tidak punya baris judul kolom" if tab.rows else "masih kosong"
        return Standing(tab, {}, trouble=f"{name} {what}. Kembalikan judul tiap kolom dalam satu baris di atas isinya.")
    after, below_head = _place(laid, form)
    return Standing(tab, laid.columns, after, below_head, _lacking(name, laid, form))


def seen(standing: Standing, wanted: Mapping[str, str]) -> dict[str, str | None]:
    """Which of the decisions `wanted` (id -> text) stand in the tab, in whatever kind of row.

    None for one that does, however its row was edited since; for one whose cells came to stand under other columns,
    a sentence that says so.
    """
    if standing.tab is None:
        return {}
    ids = {plain(one): one for one in wanted}
    at_id, at_text = standing.columns.get("id"), standing.columns.get("uraian")
    found: dict[str, str | None] = {}
    for number, row in enumerate(standing.tab.rows, start=1):
        for index, value in enumerate(row):
            one = ids.get(plain(value)) if isinstance(value, str) else None
            if one is None or found.get(one, "") is None:
                continue
            beside = {place for place, cell in enumerate(row) if _is(cell, wanted[one])}
            if index == at_id and (at_text in beside or not beside):
                found[one] = None
            elif beside and at_id is not None and at_text is not None:
                found[one] = (
                    f"Tertulis di baris {number}, tetapi kolom lembar berubah pada saat yang sama, jadi isinya tidak "
                    "tepat di bawah judulnya. Perbaiki baris itu dengan tangan."
                )
    return found


def rows_of(standing: Standing, ids: Collection[str]) -> dict[str, list[int]]:
    """The sheet rows that have each of these decisions in the column of ids; those that have none are left out."""
    at, wanted, found = standing.columns.get("id"), {plain(one): one for one in ids}, {}
    for number, row in enumerate(standing.tab.rows if standing.tab else (), start=1):
        cell = row[at] if at is not None and at < len(row) else None
        if isinstance(cell, str) and (one := wanted.get(plain(cell))):
            found.setdefault(one, []).append(number)
    return found


def mentioned(standing: Standing, id: str) -> bool:
    """Whether any cell of the tab is this id."""
    return any(_is(cell, id) for row in (standing.tab.rows if standing.tab else ()) for cell in row)


def _is(cell: Value, text: str) -> bool:
    return isinstance(cell, str) and plain(cell) == plain(text)


def _place(laid: Layout, form: Form) -> tuple[int, bool]:
    """The row below which new ones go: the last one filled as data is, with those that are being typed right below."""
    reasons = {row.number: row.reason for row in laid.layout_rows}
    head = laid.header_rows[-1]
    for number in range(head + 1, max(reasons, default=head) + 1):
        if reasons.get(number) not in _UNDER_HEAD:
            break
        head = head if reasons[number] in _APART else number
    required = [name for name in laid.columns if form.tab.columns[name].required]
    data = {row.number for row in laid.rows if row.number > head}
    full = [row.number for row in laid.rows if row.number > head and _half(row.cells, required)]
    after = max(full, default=head)
    while after + 1 in data:
        after += 1
    return after, after == head


def _half(cells: Mapping[str, Value], required: Sequence[str]) -> bool:
    return 2 * sum(not is_blank(cells[name]) for name in required) >= len(required) > 0


def _no_tab(note: LayoutFinding, form: Form, called: Callable[[str], str]) -> str:
    """Why there is no tab, and what to do; the note's own words are for whoever fills in the sheet."""
    title = form.tab.title
    missing = f"{words.capital(called(title))} tidak ditemukan"
    if note.written is None:
        return f"{missing} di lembar {form.owner.name}. Tambahkan {called(title)}."
    return f"{missing}. Bila {called(note.written)} yang dimaksud, ganti namanya kembali menjadi “{title}”."


def _lacking(name: str, laid: Layout, form: Form) -> str | None:
    """Why nothing may be written though there is a header: a required column that is not there or must not be read."""
    lacking = [column for column in (*laid.missing, *laid.unread) if form.tab.columns[column].required]
    if not lacking:
        return None
    titles = [f"“{form.tab.columns[column].title}”" for column in lacking]
    advice = _advice(lacking[0], titles[0], laid) if len(lacking) == 1 else "kembalikan judul semua kolom itu"
    return f"{name}: kolom {words.listing(titles)} tidak ditemukan atau tidak dapat dibaca. {words.capital(advice)}."


def _advice(column: str, title: str, laid: Layout) -> str:
    note = next((note for note in laid.findings if note.column == column), None)
    if note and column in laid.unread:
        return note.write
    if note and note.cell:  # a title that is nearly this one
        return f"ganti judul “{note.written}” kembali menjadi {title}"
    return f"ganti judulnya kembali menjadi {title}, atau tambahkan lagi kolomnya bila terhapus"

"""Why a row that is not filled as data is layout all the same: sections, signatures, remarks, recaps, empty places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from monev.reading.cells import DATED
from monev.reading.layout import cell_kinds, line_meaning, prose, total_keys
from monev.reading.layout.table import Filled, Table, filled_of
from monev.reading.layout.title_hints import namer
from monev.reading.layout.titles import plain

BLANK, ONE_CELL, TOTAL, SIGNATURE = "kosong", "satu sel", "jumlah", "tanda tangan"
SECTION, BESIDE, RECAP, HEAD = "bagian", "di luar kolom", "rekap", "kepala"

#: A signature line has no more filled cells than this, unless its words say what it is.
SIGNATURE_CELLS = 2
#: Share of the required columns that a line of titles names where it is the header once more, in other words.
HEAD_SHARE = 0.6


@dataclass
class Judged:
    """Why each row is layout (None: data), with what was seen on the way: rows that carry a remark, rows that only a
    word for the city makes a total, the kecamatan that a section's row names, rows in which all stands that is
    required, rows that hold the code of a key alone, and the column of those that hold another value alone."""

    why: list[str | None]
    remarks: list[int] = field(default_factory=list)
    cities: list[int] = field(default_factory=list)
    kecamatan: dict[int, str] = field(default_factory=dict)
    full: set[int] = field(default_factory=set)
    codes: list[int] = field(default_factory=list)
    values: dict[int, str] = field(default_factory=dict)


class Sparse:
    """The second look at such rows, from the top down, once the whole table is known."""

    def __init__(self, table: Table, judged: Judged) -> None:
        self.table, self.judged = table, judged
        self.signed = self.recap = False
        columns = table.column.items()
        self._notes = frozenset(i for i, c in columns if c.type == "teks" and not c.required and i not in table.keys)

    def look(self, number: int, filled: Filled) -> str | None:
        """Why the row is layout; None for data."""
        judged = self.judged
        below = number > self.table.last
        if number < self.table.head.rows[0]:
            return judged.why[number - 1]
        section = self._kecamatan(filled, number)
        if section is not None:
            judged.kecamatan[number] = section
            return SECTION if len(filled) > 1 else ONE_CELL
        if number > 1 and judged.why[number - 2] == BLANK and not self._captioned(number):
            self.recap = False
        if len(filled) == 1:
            if self.table.is_code(filled):
                judged.codes.append(number)
            elif prose.is_prose(*filled.values(), below):
                judged.remarks.append(number)
            elif below and (name := self._value(number, filled)):
                judged.values[number] = name
            return ONE_CELL
        return self._two_or_more(number, filled, below)

    def _two_or_more(self, number: int, filled: Filled, below: bool) -> str | None:
        table, judged = self.table, self.judged
        known = self._known(filled)
        if self._is_pre_numbered(known, filled):
            return BLANK
        if not known:
            return BESIDE
        if table.has_code(filled) or table.says_nihil(filled):
            return None
        if self._is_section(filled):
            if len(filled) > 2:
                judged.remarks.append(number)
            return SECTION
        if not below and not table.half(filled) and self._is_remark(filled):
            judged.remarks.append(number)
            return SECTION
        if self._second_header(number, filled, known):
            if self._names_most(known):
                return HEAD
            self.recap = self._captioned(number - 1) or self._is_little(number)
            return RECAP
        if self.recap and self._is_recap(filled):
            return RECAP
        if not below:
            return None
        if table.evident(known):
            return None
        self.signed = self.signed or any(map(prose.is_signed, filled.values()))
        if any(prose.is_prose(value, below=True) for value in filled.values()) and not self.signed:
            judged.remarks.append(number)
            return SIGNATURE
        if len(filled) <= SIGNATURE_CELLS:
            return SIGNATURE
        return SIGNATURE if self.signed and all(isinstance(one, str) for one in filled.values()) else None

    def _value(self, number: int, filled: Filled) -> str | None:
        """The column whose value stands alone right below the table: a row that was begun, or a second place."""
        table, judged = self.table, self.judged
        ((index, value),) = filled.items()
        above = number - 1
        if index not in table.column or table.contract.all_kelurahan or table.places.get(DATED) == index:
            return None
        if judged.why[above - 1] is not None and above not in judged.values and above != table.head.rows[-1]:
            return None
        column = table.column[index]
        if column.type not in (cell_kinds.DATE, *cell_kinds.CHOICES, *cell_kinds.PLACES) or not cell_kinds.looks(
            value, column
        ):
            return None
        said = line_meaning.says_none(value, column) or line_meaning.nearly_none(value) or prose.is_signed(value)
        said = said or (column.type in cell_kinds.PLACES and prose.tells_something(value))
        if said or total_keys.is_like(value) or total_keys.all_of(str(value)):
            return None
        return next(name for name, place in table.places.items() if place == index)

    def _known(self, filled: Filled) -> Filled:
        return {index: value for index, value in filled.items() if index in self.table.column}

    def _is_pre_numbered(self, known: Filled, filled: Filled) -> bool:
        """Only a running number, a code or a place was filled in ahead; nothing was typed yet."""
        if any(
            index not in self.table.column and not line_meaning.is_ordinal(value) for index, value in filled.items()
        ):
            return False
        numbered = len(known) < len(filled)
        by_place = any(self.table.column[index].type in cell_kinds.PLACES for index in self.table.keys)
        for index, value in known.items():
            column, prefilled = self.table.column[index], False
            if index in self.table.keys and self.table.shape is not None:
                prefilled = cell_kinds.shape(value) == self.table.shape
            elif column.type in cell_kinds.PLACES and by_place and not self.table.contract.all_kelurahan:
                prefilled = isinstance(value, str) and plain(value) in self.table.seen.get(index, set())
            elif self.table.places.get(DATED) == index:
                prefilled = numbered and len(known) == 1
            if not prefilled:
                return False
        return numbered or bool(known)

    def _is_section(self, filled: Filled) -> bool:
        """ "A." beside "Gedung reguler", or "A. TAHAP AKHIR" beside more words: nothing that the columns hold."""
        texts = {i: v for i, v in filled.items() if i not in self._notes}
        if len(texts) != 2:
            return False
        (_, mark), (index, value) = texts.items()
        if not line_meaning.is_section_mark(mark) and not (isinstance(mark, str) and line_meaning.begins_section(mark)):
            return False
        if not isinstance(value, str) or line_meaning.is_ordinal(value) or cell_kinds.figure(value) is not None:
            return False
        return index not in self.table.column or not self.table.fits(index, value)

    def _kecamatan(self, filled: Filled, number: int) -> str | None:
        """The kecamatan whose rows follow: named as such in a row of its own, or alone in its column."""
        if len(filled) > 2 or "kecamatan" not in self.table.contract.columns:
            return None
        (_, mark), (index, value) = (*filled.items(), *filled.items())[:2] if len(filled) == 1 else filled.items()
        if len(filled) == 2 and not line_meaning.is_section_mark(mark):
            return None
        named = line_meaning.kecamatan_of(value)
        if named is None and len(filled) == 1 and self.table.places.get("kecamatan") == index:
            bare = isinstance(value, str) and value.strip().replace(" ", "").replace("-", "").isalpha()
            named = (
                value.strip()
                if bare and len(value) < 40 and number < self.table.last and self._is_place(value)
                else None
            )
        return named

    def _is_place(self, text: str) -> bool:
        return (
            not prose.is_prose(text, below=False)
            and not total_keys.says_total(text)
            and not line_meaning.says_none(text)
        )

    def _is_remark(self, filled: Filled) -> bool:
        return not self.table.evident(
            {index: value for index, value in filled.items() if index in self.table.column}
        ) and any(prose.is_prose(value, below=False) for value in filled.values())

    def _captioned(self, number: int) -> bool:
        return any(line_meaning.captions_recap(value) for value in self.table.rows[number - 1])

    def _second_header(self, number: int, filled: Filled, known: Filled) -> bool:
        """Titles of a little table of its own, after a blank line or a caption: words where figures stand."""
        if number < 2 or not all(
            isinstance(value, str) and not any(map(str.isdigit, value)) for value in filled.values()
        ):
            return False
        above = self.table.rows[number - 2]
        apart = not filled_of(above) or len(filled_of(above)) == 1 or self._captioned(number - 1)
        typed = [(i, v) for i, v in known.items() if self.table.column[i].type != "teks"]
        return (
            apart
            and all(len(value) < 40 and not prose.is_prose(value, below=True) for value in filled.values())
            and bool(typed)
            and not any(map(prose.is_signed, filled.values()))
            and not any(self.table.fits(index, value) for index, value in typed)
        )

    def _is_recap(self, filled: Filled) -> bool:
        return not any(self.table.places.get(DATED) == index for index in filled) and isinstance(
            next(iter(filled.values())), str | int
        )

    def _names_most(self, known: Filled) -> bool:
        """Whether the titles are those of the table once more, in other words."""
        columns = self.table.contract.columns
        name_of = namer({n: c.title for n, c in columns.items()}, {n: c.also for n, c in columns.items() if c.also})
        named = [i for i, value in known.items() if self.table.places.get(name_of(str(value)).name or "") == i]
        return len(self.table.required & set(named)) >= HEAD_SHARE * len(self.table.required) > 0

    def _is_little(self, number: int) -> bool:
        """Whether the rows under such titles are no data: less than half of what data has, or in sum the table."""
        rows = []
        for row in self.table.rows[number:]:
            if not (filled := filled_of(row)):
                break
            rows.append(filled)
        if not any(self.table.half(filled) and self.table.evident(self._known(filled)) for filled in rows):
            return True
        return any(self._sums_up(index, rows) for index in self.table.column)

    def _sums_up(self, index: int, rows: Sequence[Filled]) -> bool:
        if self.table.column[index].type not in cell_kinds.FIGURES:
            return False
        whole = sum(cell_kinds.figure(filled_of(self.table.rows[n - 1]).get(index)) or 0 for n in self.table.full)
        return whole > 0 and sum(cell_kinds.figure(filled.get(index)) or 0 for filled in rows) in (whole, 2 * whole)

"""One table as a whole: its columns, where it ends, what its keys look like, and what one of its rows holds of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from monev.contract.parts import TabContract
from monev.reading.layout import cell_kinds, line_meaning, prose, total_keys
from monev.reading.layout.columns import at
from monev.reading.layout.header import Header
from monev.reading.layout.titles import plain
from monev.sheets import Value, is_blank

#: The column that every tab has.
#: The cells of a row in which something can be seen, by their place.
Filled = dict[int, Value]
#: Rows by which the look of a key is learned.
SAMPLE = 500


def filled_of(row: Sequence[Value]) -> Filled:
    """The cells of a row in which something can be seen."""
    # Nearly every text begins with a letter or digit, and then something can be seen.
    return {
        index: value
        for index, value in enumerate(row)
        if value is not None and (value.__class__ is not str or value[:1].isalnum() or not is_blank(value))
    }


class Table:
    """What must be known of the whole table to judge one of its rows."""

    def __init__(
        self, rows: Sequence[Sequence[Value]], head: Header, places: Mapping[str, int], contract: TabContract
    ) -> None:
        self.rows, self.head, self.places, self.contract = rows, head, places, contract
        self.column = {index: contract.columns[name] for name, index in places.items()}
        self.required = frozenset(index for name, index in places.items() if contract.columns[name].required)
        self.keys = [places[name] for name in contract.key if name in places]
        self.last = len(rows)
        self.shape: str | None = None
        self.seen: dict[int, set[str]] = {}
        self.full: Sequence[int] = ()

    def learn(self, why: Sequence[str | None], sparse: set[int]) -> None:
        """Where the table ends, what its keys look like, and which places were seen in it."""
        self.full = full = [n for n, reason in enumerate(why, start=1) if reason is None and n not in sparse]
        half = [
            n for n in sparse if why[n - 1] is None and self.half(filled_of(self.rows[n - 1])) and not self.signs(n)
        ]
        # Without any required column nothing tells where the table ends, and no row is taken for a signature.
        self.last = max([self.head.rows[-1], *full[-1:], *half]) if self.required else len(self.rows)
        key = self.keys[0] if len(self.contract.key) == 1 and self.keys else None
        if key is not None and self.column[key].type == "teks":
            full = full[:SAMPLE]
            shapes = Counter(cell_kinds.shape(at(self.rows[n - 1], key)) for n in full)
            shape, times = shapes.most_common(1)[0] if shapes else (None, 0)
            wanted = cell_kinds.shape(self.column[key].example)
            self.shape = shape if shape and "9" in shape and 2 * times >= len(full) else wanted if not full else None
        for index, column in self.column.items():
            if sparse and column.type in cell_kinds.PLACES:
                cells = {at(self.rows[n - 1], index) for n in full}
                self.seen[index] = {plain(cell) for cell in cells if isinstance(cell, str)}

    def half(self, filled: Filled) -> bool:
        """Whether half of what is required stands in the row."""
        return bool(self.required) and 2 * len(self.required & filled.keys()) >= len(self.required)

    def signs(self, number: int) -> bool:
        """Whether a row that is half filled is a wide signature all the same."""
        filled = filled_of(self.rows[number - 1])
        return any(map(prose.is_signed, filled.values())) and not any(
            self.fits(index, value) for index, value in filled.items() if index in self.column
        )

    def is_total(self, filled: Filled) -> bool:
        """The row begins with the word, and its key is blank or begins with it too ("Jumlah Kec. Timur"); or the word
        is all that stands in its key; or the row tells a rest, or how many kecamatan there are."""
        cells = [filled.get(index) for index in self.keys]
        at_, first = self._first(filled)
        said = total_keys.rest(first) or (total_keys.rest(cells[0]) if cells else "")
        if said and self._is_rest(filled, at_, first, said):
            return True
        if not any(map(total_keys.says_total, cells)):
            return total_keys.says_total(first) and all(map(line_meaning.names_nothing, cells))
        typed = [one for one in cells if not line_meaning.names_nothing(one)]
        begins = total_keys.says_total(next((v for i, v in filled.items() if i in self.column), None))
        if begins and all(map(total_keys.says_total, typed)):
            return True
        return len(typed) == 1 and total_keys.is_whole_total(typed[0])

    def _first(self, filled: Filled) -> tuple[int, Value]:
        """The first cell of the row that is no running number beside the table."""
        for index, value in filled.items():
            if index in self.column or not line_meaning.is_ordinal(value):
                return index, value
        return -1, None

    def _is_rest(self, filled: Filled, at_: int, first: Value, said: str) -> bool:
        """ "Sisa blm cair", "7 Kecamatan | 33 Kelurahan" as the key of figures, where nothing of the kind is a name."""
        if said == total_keys.BALANCE and (
            not total_keys.rest(first) or at_ in self.keys[1:] or (at_ in self.column and self.fits(at_, first))
        ):
            return False
        typed = [(i, filled[i]) for i in self.keys if not line_meaning.names_nothing(filled.get(i))]
        if not all(total_keys.is_like(one) and self._is_no_name(i, one) for i, one in typed):
            return False
        return any(i in self.column and self.column[i].type in cell_kinds.FIGURES for i in filled)

    def _is_no_name(self, index: int, value: Value) -> bool:
        """Whether such a count cannot be what one row is about; an office can be called "12 Kelurahan"."""
        return self.column[index].type != "teks" or total_keys.rest(value) != total_keys.COUNT

    def is_city(self, filled: Filled) -> bool:
        """ "Kota X", "Seluruh OPD", "12 OPD" as the key, where no row can stand for the whole city."""
        for index in self.keys:
            value = filled.get(index)
            if total_keys.rest(value) == total_keys.COUNT and self.column[index].type == "teks":
                return all(i == index or line_meaning.names_nothing(filled.get(i)) for i in self.keys)
            if self._is_coded(index):
                continue
            if value.__class__ is str and value[:1] in total_keys.CITY_LETTERS and not self.column[index].citywide:
                named = total_keys.all_of(value) or (self.column[index].type == "teks" and total_keys.names_city(value))
                return named and all(i == index or line_meaning.names_nothing(filled.get(i)) for i in self.keys)
        return False

    def _is_coded(self, index: int) -> bool:
        """Whether the column holds numbers that somebody gave, KBP-017: no such number names the city."""
        return self.column[index].type == "teks" and any(map(str.isdigit, self.column[index].example))

    def is_code(self, filled: Filled) -> bool:
        """Whether the key looks like those of the other rows: KBP-017."""
        return self.shape is not None and cell_kinds.shape(filled.get(self.keys[0])) == self.shape

    def has_code(self, filled: Filled) -> bool:
        """Whether it does, and more stands beside it than a running number."""
        others = [(index, value) for index, value in filled.items() if self.keys and index != self.keys[0]]
        return self.is_code(filled) and any(i in self.column or not line_meaning.is_ordinal(v) for i, v in others)

    def says_nihil(self, filled: Filled) -> bool:
        """Whether the first key says so, in one word."""
        return line_meaning.says_nihil(filled.get(self.places.get(self.contract.key[0], -1)))

    def evident(self, known: Filled) -> bool:
        """Whether the row has a key, and beside it something that its column holds."""
        keys = [
            (i, v)
            for i, v in known.items()
            if i in self.keys and not line_meaning.names_nothing(v) and not prose.is_signed(v)
        ]
        others = [
            (index, value)
            for index, value in known.items()
            if index not in self.keys[:1] and self.column[index].type not in (cell_kinds.DATE, *cell_kinds.PLACES)
        ]
        return (
            bool(keys)
            and any(self.fits(index, value) for index, value in others)
            and not any(
                cell_kinds.figure(value) is not None and self.column[i].type in cell_kinds.PLACES for i, value in keys
            )
        )

    def fits(self, index: int, value: Value) -> bool:
        """Whether the cell is what the column at this place holds."""
        return cell_kinds.fits(value, self.column[index], self.seen.get(index, set()))

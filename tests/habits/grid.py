"""A tab on its way to being a sheet: columns, header rows, lines of data and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.habits import clean


class Percent(float):
    """A number whose cell is formatted as a percentage; only a workbook can say so."""


@dataclass
class Line:
    """One sheet row below the header: `cells` by column key, `at` by position; `id` of a row of data, else None."""

    id: object = None
    cells: dict = field(default_factory=dict)
    at: dict = field(default_factory=dict)


@dataclass
class Grid:
    """`keys` are the columns from left to right (a code of the contract, or +title of an added one)."""

    agency: str
    code: str
    title: str
    keys: list
    titles: dict
    above: list = field(default_factory=list)
    over: list = field(default_factory=list)
    second: dict | None = None
    under: list = field(default_factory=list)
    body: list = field(default_factory=list)
    shift: tuple = (0, 0)

    @classmethod
    def of(cls, agency: str, code: str) -> Grid:
        keys, header = clean.columns(agency, code), clean.typed(agency, code)
        lines = [
            Line(number, {key: cell or None for key, cell in zip(keys, row, strict=True)})
            for number, row in enumerate(header[1:], start=1)
        ]
        title = clean.contracts()[agency].tabs[code].title
        return cls(agency, code, title, list(keys), dict(zip(keys, header[0], strict=True)), body=lines)

    def line(self, number: object) -> Line:
        return next(line for line in self.body if line.id == number)

    @property
    def data(self) -> list[Line]:
        """The rows that say something of the city, without totals and signatures that a habit put between them."""
        return [line for line in self.body if line.id is not None and not str(line.id).startswith("line")]

    def rows(self) -> tuple[list[list], dict]:
        """The sheet rows, and the sheet row number of each line of data by its id."""
        down, right = self.shift
        header = [*self.over, {key: self.titles[key] for key in self.keys}]
        if self.second is not None:
            header.append(self.second)
        rows = [[None] * 0 for _ in range(down)] + [self._positions(one.at) for one in self.above]
        places = {one.id: down + number for number, one in enumerate(self.above, start=1) if one.id is not None}
        rows += [[one.get(key) for key in self.keys] for one in header]
        rows += [self._line(one) for one in self.under]
        for line in self.body:
            rows.append(self._line(line))
            if line.id is not None:
                places[line.id] = len(rows)
        return [[None] * right + row if row else row for row in rows], places

    def index(self, key: str) -> int:
        return self.keys.index(key) + self.shift[1]

    def _line(self, line: Line) -> list:
        row = [line.cells.get(key) for key in self.keys]
        for index, value in line.at.items():
            row.extend([None] * (index + 1 - len(row)))
            row[index] = value
        return row

    @staticmethod
    def _positions(at: dict) -> list:
        row = [None] * (max(at, default=-1) + 1)
        for index, value in at.items():
            row[index] = value
        return row

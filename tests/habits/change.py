"""What one habit changes in a clean spreadsheet, read from its line; the grammar is told in README.md."""

from __future__ import annotations

import copy
import datetime as dt
import re
from dataclasses import dataclass, field

from num2words import num2words

from tests.habits import clean
from tests.habits.grid import Grid, Line, Percent

_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_LOCALE = "locale"


@dataclass
class Typed:
    """A spreadsheet with a habit in it, and what the habit touched: cells (tab, column, row id), rows (tab, row id),
    columns (tab, column), tabs (title). `gone` are rows of data that are no longer there; `added` those that are new."""

    agency: str
    grids: list[Grid]
    locale: str | None = None
    cells: set = field(default_factory=set)
    rows: set = field(default_factory=set)
    columns: set = field(default_factory=set)
    tabs: set = field(default_factory=set)
    added: set = field(default_factory=set)
    gone: set = field(default_factory=set)
    lines: set = field(default_factory=set)
    file: str | None = None


def clean_sheet(agency: str) -> Typed:
    return Typed(agency, [Grid.of(agency, tab) for tab in clean.tabs(agency)])


def apply(sheet: Typed, tab: str, text: str) -> None:
    """Make every change of the line, in its order; ValueError for what is no change."""
    for one in re.split(r"\s*;;\s*", text.strip()):
        _apply(sheet, next(grid for grid in sheet.grids if grid.code == tab), one)


def _apply(sheet: Typed, grid: Grid, text: str) -> None:
    for pattern, change in _CHANGES:
        if found := re.fullmatch(pattern, text, re.DOTALL):
            change(sheet, grid, *(part and part.strip() for part in found.groups()))
            return
    raise ValueError(f"no change: {text}")


def value_of(text: str, line: Line | None, column=None, key: str | None = None) -> object:
    """A cell as the line writes it: {} and its sisters filled in, stored types made."""
    text = re.sub(r"\\n", "\n", text)
    text = re.sub(r"\\t", "\t", text)
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda hit: chr(int(hit[1], 16)), text)
    if line is not None:
        text = re.sub(r"\{([\w/]*)\}", lambda hit: _filled(hit[1], line, key), text)
    kind, colon, rest = text.partition(":")
    if text == "blank":
        return None
    if colon and kind in _STORED:
        return _STORED[kind](rest)
    return text


def _number(text: str) -> int | float:
    number = float(text)
    return int(number) if number.is_integer() else number


def _date(text: str) -> dt.date | str:
    return dt.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


_STORED = {
    "num": _number,
    "date": _date,
    "pct": lambda text: Percent(float(text)),
    "bool": lambda text: text == "TRUE",
    "text": str,
}


def _filled(name: str, line: Line, key: str | None) -> str:
    typed = str(line.cells.get(key) or "")
    number = line.id if isinstance(line.id, int) else 0
    if name in ("", "upper", "lower", "title", "nospace", "code"):
        made = {"upper": typed.upper(), "lower": typed.lower(), "title": typed.title(),
                "nospace": typed.replace(" ", ""), "code": typed.lower().replace(" ", "_")}  # fmt: skip
        return made.get(name, typed)
    if name in ("i", "a", "I"):
        return {"i": str(number), "a": chr(96 + (number - 1) % 26 + 1), "I": _ROMAN[(number - 1) % 12]}[name]
    if name in line.cells:
        return str(line.cells[name] or "")
    if (date := clean.date_of(typed)) is not None:
        return _dated(date)[name]
    figure = int(typed.replace(".", ""))
    return {"n": str(figure), "en": f"{figure:,}", "k": str(figure / 1000), "jt": _short(figure / 1e6),
            "m": _short(figure / 1e9), "words": num2words(figure, lang="id"), "space": f"{figure:,}".replace(",", " "),
            "x10": str(figure * 10)}[name]  # fmt: skip


def _short(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")


def _dated(date: dt.date) -> dict[str, str]:
    d, m, y = date.day, date.month, date.year
    turned = dt.date(y, d, m).isoformat() if d <= 12 else f"{d}/{m}/{y}"
    return {
        "d": str(d), "dd": f"{d:02}", "m": str(m), "mm": f"{m:02}", "yyyy": str(y), "yy": f"{y % 100:02}",
        "bulan": clean.MONTHS[m - 1], "bln": clean.MONTHS[m - 1][:3], "month": _ENGLISH[m - 1], "mon": _ENGLISH[m - 1][:3],
        "rom": _ROMAN[m - 1], "iso": date.isoformat(), "turned": turned, "hari": clean.DAYS[date.weekday()],
        "serial": str((date - dt.date(1899, 12, 30)).days),
    }  # fmt: skip


def _rows(grid: Grid, which: str) -> list[Line]:
    if which == "*":
        return grid.data
    numbers = set()
    for part in which.split(","):
        low, _, high = part.partition("-")
        numbers |= set(range(int(low), int(high or low) + 1))
    return [line for line in grid.data if line.id in numbers]


def _cell(sheet: Typed, grid: Grid, column: str, which: str, text: str) -> None:
    if column not in grid.keys:
        raise ValueError(f"no column {column}")
    lines = _rows(grid, which)
    if not lines:
        raise ValueError(f"no row {which}")
    values = [
        value_of(text, line, key=column) if which != "*" or line.cells.get(column) or "{" not in text else None
        for line in lines
    ]
    for line, value in zip(lines, values, strict=True):
        if value == line.cells.get(column) and type(value) is type(line.cells.get(column)):
            continue
        line.cells[column] = value
        sheet.cells.add((grid.code, column, line.id))


def _retitle(sheet: Typed, grid: Grid, column: str, text: str) -> None:
    grid.titles[column] = value_of(text, None)
    sheet.columns.add((grid.code, column))


def _remove(sheet: Typed, grid: Grid, column: str) -> None:
    grid.keys.remove(column)
    sheet.columns.add((grid.code, column))


def _move(sheet: Typed, grid: Grid, column: str, where: str, other: str | None) -> None:
    grid.keys.remove(column)
    at = {"first": 0, "last": len(grid.keys)}.get(where)
    grid.keys.insert(grid.keys.index(other) + (where == "after") if at is None else at, column)


def _add(sheet: Typed, grid: Grid, title: str, where: str | None, other: str | None, text: str) -> None:
    key = f"+{title}{len(grid.keys)}"
    at = {None: len(grid.keys), "last": len(grid.keys), "first": 0}.get(where)
    grid.keys.insert(grid.keys.index(other) + (where == "after") if at is None else at, key)
    grid.titles[key] = None if title == "blank" else value_of(title, None)
    for line in grid.data:
        line.cells[key] = value_of(text, line, key=key)


def _rename_tab(sheet: Typed, grid: Grid, title: str) -> None:
    grid.title = title
    sheet.tabs.add(title)


def _line(sheet: Typed, grid: Grid, text: str, as_data: bool) -> Line:
    """A line as `a = x ~ b = y`, begun by `copy 3` where it repeats a row of data."""
    line = Line()
    for part in re.split(r"\s*~\s*", text):
        name, equals, typed = (one.strip() for one in part.partition("="))
        if not equals:
            line.cells = dict(grid.line(int(name.removeprefix("copy "))).cells)
        elif name.startswith("#"):
            line.at[int(name[1:]) - 1] = value_of(typed, line)
        elif name in grid.keys:
            line.cells[name] = value_of(typed, line, key=name)
        else:
            raise ValueError(f"no column {name}")
    if as_data:
        line.id = f"new{sum(1 for one in sheet.added) + 1}"
        sheet.added.add((grid.code, line.id))
        sheet.rows.add((grid.code, line.id))
    return line


def _insert(sheet: Typed, grid: Grid, what: str, where: str, number: str | None, text: str) -> None:
    line = _line(sheet, grid, text, what == "row")
    if where == "above":
        line.id = line.id or f"line{len(sheet.lines) + 1}"
        sheet.lines.add((grid.code, line.id))
        grid.above.append(line)
        return
    if where == "under header":
        grid.under.append(line)
        return
    if where.startswith("below"):
        grid.body.extend(Line() for _ in range(int(where.split()[1])))
    if where in ("after", "before"):
        at = grid.body.index(grid.line(int(number)))
        grid.body.insert(at + (where == "after"), line)
    else:
        grid.body.append(line)
    if line.id is None:
        line.id = f"line{len(sheet.lines) + 1}"
        sheet.lines.add((grid.code, line.id))


def _blank(sheet: Typed, grid: Grid, number: str) -> None:
    grid.body.insert(grid.body.index(grid.line(int(number))) + 1, Line())


def _drop(sheet: Typed, grid: Grid, which: str) -> None:
    for line in _rows(grid, which):
        grid.body.remove(line)
        sheet.gone.add((grid.code, line.id))


def _alone(sheet: Typed, grid: Grid, text: str) -> None:
    _drop(sheet, grid, "*")
    _insert(sheet, grid, "line", "end", None, text)


def _merge(sheet: Typed, grid: Grid, column: str, which: str | None) -> None:
    last = object()
    for line in _rows(grid, which or "*"):
        value = line.cells.get(column)
        if value == last:
            line.cells[column] = None
            sheet.cells.add((grid.code, column, line.id))
        last = value


def _section(sheet: Typed, grid: Grid, column: str, text: str | None) -> None:
    last, body = None, []
    groups = 0
    for line in grid.body:
        value = line.cells.get(column)
        if value != last:
            groups += 1
            head = Line(groups, {column: value})
            title = value_of(text or "{}", head, key=column)
            body.append(Line(None, {grid.keys[0]: title}))
            last = value
        line.cells[column] = None
        sheet.cells.add((grid.code, column, line.id))
        body.append(line)
    grid.body = body


def _header(sheet: Typed, grid: Grid, group: str, columns: str, titles: str) -> None:
    names = [one.strip() for one in columns.split(",")]
    grid.second = grid.second or {}
    for place, (name, title) in enumerate(zip(names, titles.split(","), strict=True)):
        grid.titles[name] = value_of(group, None) if place == 0 else None
        grid.second[name] = title.strip()
        sheet.columns.add((grid.code, name))


def _over(sheet: Typed, grid: Grid, text: str) -> None:
    grid.over.append(_line(sheet, grid, text, False).cells)


def _new_tab(sheet: Typed, grid: Grid, title: str, which: str, text: str | None) -> None:
    made = copy.deepcopy(grid)
    made.code, made.title = f"{grid.code}+{title}", title
    made.body = copy.deepcopy(_rows(grid, which))
    for line in made.body:
        for part in re.split(r"\s*~\s*", text or ""):
            name, equals, typed = (one.strip() for one in part.partition("="))
            if equals:
                line.cells[name] = value_of(typed, line, key=name)
    sheet.grids.append(made)
    sheet.tabs.add(title)


def _split(sheet: Typed, grid: Grid, column: str, title: str) -> None:
    at = sheet.grids.index(grid)
    groups: dict = {}
    for line in grid.body:
        groups.setdefault(line.cells.get(column), []).append(line)
    made = []
    for place, (value, lines) in enumerate(groups.items(), start=1):
        part = copy.deepcopy(grid)
        part.body, part.title = lines, title.replace("{}", str(value)).replace("{i}", str(place))
        part.code = f"{grid.code}+{part.title}"
        made.append(part)
        sheet.tabs.add(part.title)
    sheet.grids[at : at + 1] = made
    sheet.gone |= {(grid.code, line.id) for line in grid.data}


def _shift(sheet: Typed, grid: Grid, down: str, right: str) -> None:
    grid.shift = (int(down), int(right))


def _set_locale(sheet: Typed, grid: Grid, name: str) -> None:
    sheet.locale = name


def _file(sheet: Typed, grid: Grid, what: str) -> None:
    sheet.file = what
    sheet.tabs.add(grid.title)


def _remove_tab(sheet: Typed, grid: Grid) -> None:
    sheet.grids.remove(grid)
    sheet.gone |= {(grid.code, line.id) for line in grid.data}
    sheet.tabs.add(grid.title)


def _plain_tab(sheet: Typed, grid: Grid, title: str, text: str) -> None:
    """A tab of the officer's own, that has nothing to do with a contract: its rows parted by //, its cells by ~."""
    made = Grid(grid.agency, f"+{title}", title, [], {})
    for row in text.split("//"):
        made.above.append(Line(at={n: value_of(c.strip(), None) for n, c in enumerate(row.split("~")) if c.strip()}))
    sheet.grids.append(made)


_NAME = r"([a-z_0-9]+)"
_CHANGES = (
    (_NAME + r"\[([\d,*-]+)\]\s*=\s*(.*)", _cell),
    (r"title " + _NAME + r"\s*=\s*(.*)", _retitle),
    (r"remove tab", _remove_tab),
    (r"remove " + _NAME, _remove),
    (r"move " + _NAME + r" (first|last|before|after)(?: " + _NAME + ")?", _move),
    (r"add (.+?)(?: (first|last|before|after)(?: " + _NAME + r")?)? = (.*)", _add),
    (r"tab\s*=\s*(.*)", _rename_tab),
    (r"(row|line) (above|under header|end|below \d+|after|before)(?: (\d+))?\s*:\s*(.*)", _insert),
    (r"blank after (\d+)", _blank),
    (r"drop ([\d,*-]+)", _drop),
    (r"alone\s*:\s*(.*)", _alone),
    (r"merge " + _NAME + r"(?: ([\d,*-]+))?", _merge),
    (r"section " + _NAME + r"(?: = (.*))?", _section),
    (r"header (.+?) over ([a-z_0-9, ]+) = (.*)", _header),
    (r"over\s*:\s*(.*)", _over),
    (r"new tab (.+?): rows ([\d,*-]+)(?: ~ (.*))?", _new_tab),
    (r"split by " + _NAME + r" as (.*)", _split),
    (r"other tab (.+?): (.*)", _plain_tab),
    (r"shift (\d+) down (\d+) right", _shift),
    (r"locale = (\S+)", _set_locale),
    (r"file (.+)", _file),
)  # fmt: skip

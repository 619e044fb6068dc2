"""Was a habit read right, asked about, refused or passed over: the verdict on one line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.habits import clean, program, uses
from tests.habits.change import Typed
from tests.habits.line import Habit
from tests.habits.program import SERIOUS, Seen

#: The worst first: a habit counts where its worst verdict lies.
VERDICTS = ("crash", "silent", "misadvised", "false_green", "flooded", "refused_plain", "false_alarm", "told", "read")
WRONG = VERDICTS[:5]
MOST_FINDINGS = 7
LAYOUT = "layout"


@dataclass
class Verdict:
    habit: Habit
    flags: dict[str, str] = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        return next(name for name in VERDICTS if name in self.flags)

    def add(self, name: str, why: str) -> None:
        self.flags.setdefault(name, why)


@dataclass
class Case:
    """One habit with what the program made of it."""

    habit: Habit
    typed: Typed
    seen: Seen | None = None
    status: dict | None = None

    @property
    def agency(self) -> str:
        return self.habit.agency

    @property
    def alone(self) -> str | None:
        """The tab that can be read by itself, because nothing was done to tabs and files."""
        typed = self.typed
        touched = typed.tabs or typed.file or any(grid.code not in clean.tabs(self.agency) for grid in typed.grids)
        return None if touched else self.habit.tab


def judge(case: Case) -> Verdict:
    """The verdict from what is known so far: the reading, and after a sync also checks and indicators."""
    verdict, habit = Verdict(case.habit), case.habit
    found = _new_findings(case)
    serious = [note for note in found if note["bobot"] in SERIOUS]
    different = _differences(case) + _not_nihil(case)
    unnamed = [(where, why) for where, why in different if not _named(case, where, serious)]
    if len(found) > MOST_FINDINGS:
        verdict.add("flooded", f"{len(found)} findings: " + _told(found))
    if bad := _bad_advice(case, found):
        verdict.add("misadvised", bad)
    if habit.plain:
        if unnamed:
            verdict.add("silent", f"{unnamed[0][1]}; {_told(found)}")
        elif different:
            verdict.add("refused_plain", f"{different[0][1]}; {_told(found)}")
        elif serious and not habit.told:
            verdict.add("false_alarm", _told(serious))
        else:
            verdict.add("read", "")
        if different:
            _green(case, verdict)
        return verdict
    _asked(case, verdict, serious, different, unnamed)
    _green(case, verdict)
    return verdict


def _asked(case: Case, verdict: Verdict, serious: list, different: list, unnamed: list) -> None:
    wrong = [why for where, why in different if where[0] == "counted wrong"]
    if wrong:
        verdict.add("silent", f"{wrong[0]}; {_told(serious)}")
    elif unnamed:
        verdict.add("silent", f"{unnamed[0][1]}; {_told(serious)}")
    elif case.typed.file and any(where[1] != case.habit.tab for where, _ in different):
        verdict.add("refused_plain", f"a whole agency for one file; {_told(serious)}")
    elif not different and not serious and case.habit.value and case.habit.wanted == "ask":  # read after all
        verdict.add("read", "")
    else:
        wanted = _alternatives(case)
        missing = [ways for ways in wanted if not any(_named(case, where, serious) for where in ways)]
        several = len(case.typed.cells) > 1 and not case.habit.names and len(missing) < len(wanted)
        if case.habit.value or several:  # what is read as it was meant need not be asked about
            off = [where for where, _ in different]
            missing = [ways for ways in missing if any(_touches(where, one) for where in ways for one in off)]
        if missing:
            verdict.add("silent", f"not asked about {missing[0][0]}; {_told(serious)}")
        else:
            verdict.add("told", _told(serious))


def _touches(target: tuple, place: tuple) -> bool:
    """Whether a difference lies in what should have been asked about."""
    if target[0] not in ("cell", "column"):
        return True
    if place[1] != target[1]:
        return False
    if place[0] == "row":
        return target[0] == "column" or place[2] == target[3]
    return place[2 : len(target)] == target[2:]


def is_open(verdict: Verdict) -> bool:
    """Whether checks may still change the verdict: what was typed is put together, confirmed and compared with other
    cells only in a sync."""
    return bool(verdict.flags.keys() & {"silent", "misadvised", "flooded", "false_alarm"})


def needs_sync(case: Case, verdict: Verdict) -> bool:
    """Whether checks or indicators may still change the verdict."""
    return not case.habit.plain or bool(verdict.flags.keys() - {"read"})


def _green(case: Case, verdict: Verdict) -> None:
    if case.status is None or "read" in verdict.flags:
        return
    touched = touched_indicators(case) - set(case.habit.free)
    green = sorted(code for code in touched if case.status.get(code) == "hijau")
    if green:
        verdict.add("false_green", ", ".join(green))


def touched_indicators(case: Case) -> set[str]:
    """The indicators whose value rests on what is doubtful, by indicators.md."""
    found = set()
    for where in (ways[0] for ways in _alternatives(case)):
        if where[0] == "row" and (grid := _grid(case, where[1])):
            line = next((line for line in grid.body + grid.above if line.id == where[2]), None)
            found |= uses.of_row(case.agency, where[1], line.cells if line else {})
        elif where[0] == "cell" and where[2] in uses.DATES and not _dated(case, where):
            continue
        elif where[0] == "cell":
            found |= uses.of_cell(case.agency, where[1], where[2], where[3] if isinstance(where[3], int) else None)
        elif where[0] == "column" and where[2] in uses.DATES and case.habit.wanted != "doubt":
            continue
        elif where[0] == "column":
            found |= uses.of_cell(case.agency, where[1], where[2])
        else:
            found |= uses.of_cell(case.agency, case.habit.tab, None)
    return found


def _dated(case: Case, where: tuple) -> bool:
    """Whether a date that no formula uses says something that throws doubt on its row."""
    grid = _grid(case, where[1])
    typed = grid.line(where[3]).cells.get(where[2]) if grid else None
    return case.habit.wanted == "doubt" and any(sign.isdigit() for sign in str(typed or ""))


def _targets(case: Case) -> list[tuple]:
    """What a finding must name."""
    habit, typed = case.habit, case.typed
    if habit.names:
        return [_target(habit.tab, one) for text in habit.names for one in text.split(" or ")]
    cells = [("cell", *one) for one in sorted(typed.cells, key=str)]
    whole = {(tab, column) for tab, column, _ in typed.cells if sum(c[:2] == (tab, column) for c in typed.cells) > 12}
    cells = [one for one in cells if one[1:3] not in whole] + [("column", *one) for one in sorted(whole)]
    cells += [("column", *one) for one in sorted(typed.columns)]
    cells += [("row", *one) for one in sorted(typed.rows)]
    cells += [("tab", title) for title in sorted(typed.tabs)]
    return cells or [("row", *one) for one in sorted(typed.lines)] or [("tab", "")]


def _alternatives(case: Case) -> list[list[tuple]]:
    """What must be named, each with what would do as well."""
    if case.habit.names:
        return [[_target(case.habit.tab, one) for one in text.split(" or ")] for text in case.habit.names]
    return [[one] for one in _targets(case)]


def _target(tab: str, text: str) -> tuple:
    text = text.strip()
    if found := re.fullmatch(r"(\w+)/(.+)", text):
        return _target(found[1], found[2])
    if text.startswith("tab"):
        return ("tab", text.removeprefix("tab").strip())
    if found := re.fullmatch(r"row (\S+)", text):
        return ("row", tab, int(found[1]) if found[1].isdigit() else found[1])
    if found := re.fullmatch(r"(\w+)\[(\S+)\]", text):
        return ("cell", tab, found[1], int(found[2]) if found[2].isdigit() else found[2])
    return ("column", tab, text)


def _grid(case: Case, tab: str):
    return next((grid for grid in case.typed.grids if grid.code == tab), None)


def _named(case: Case, where: tuple, notes: list) -> bool:
    """Whether a finding leads to this cell, row, column or tab; `counted wrong` leads nowhere."""
    if where[0] == "counted wrong":
        return False
    if where[0] == "anywhere":
        return any(note["tab"] == case.habit.tab for note in notes)
    if where[0] == "tab":
        title = clean.plain(where[1])
        return any(
            (note["tab"] == case.habit.tab and not note["kolom"] and not _rows_of(note))
            or (title and title in clean.plain(" ".join(str(note[k]) for k in ("tertulis", "alasan", "saran"))))
            for note in notes
        )
    if any(note["tab"] is None and note["bobot"] == "tolak" and not note["saran"] for note in notes):
        return True
    tab = where[1]
    mine = [note for note in notes if note["tab"] == tab]
    column, row = (where[2], where[3]) if where[0] == "cell" else (where[2], None)
    if where[0] == "row":
        column, row = None, where[2]
    grid = _grid(case, tab)
    places = grid.rows()[1] if grid else {}
    place = places.get(row, row)
    first = min((at for key, at in places.items() if not str(key).startswith("line")), default=2)
    for note in mine:
        columns = {note["kolom"], *(note.get("beside") or ())} - {None}
        if not columns and note["sel"] and grid:
            columns = _columns_of(note, grid)
        # A finding at the title is one on the whole column.
        rows = {number for number in _rows_of(note) if number >= first or where[0] == "row"}
        if column and columns and column not in columns:
            continue
        if (
            where[0] == "row"
            and not rows - set(range(first))
            and columns & set(clean.contracts()[case.agency].tabs[tab].key)
        ):
            return True
        if where[0] == "column" and not columns:
            title = clean.plain(grid.titles.get(column))
            if not rows or any(title in clean.plain(note[key]) for key in ("tertulis", "alasan") if note[key]):
                return True
            continue
        if where[0] == "column" or place in rows or not rows:
            return True
    return False


def _columns_of(note: dict, grid) -> set:
    """The columns whose title a finding without a column points at."""
    letters = re.findall(r"([A-Z]+)\d", " ".join((note["sel"], *(note.get("sel_semua") or ()))))
    numbers = {sum((ord(sign) - 64) * 26**power for power, sign in enumerate(reversed(one))) - 1 for one in letters}
    return {key for key in grid.keys if grid.index(key) in numbers}


def _rows_of(note: dict) -> set[int]:
    rows = {note["baris"], *(note.get("baris_semua") or ())}
    for sel in (note["sel"], *(note.get("sel_semua") or ())):
        rows |= _of_area(sel) if sel else set()
    return rows - {None}


def _of_area(sel: str) -> set[int]:
    rows = set()
    for part in re.split(r"[,;]\s*", sel):
        numbers = [int(one) for one in re.findall(r"[A-Z]+(\d+)", part)]
        rows |= set(range(min(numbers), max(numbers) + 1)) if numbers else set()
    return rows


def _differences(case: Case) -> list[tuple[tuple, str]]:
    """Where the counted rows are not what a human would read, with a sentence for each."""
    habit, typed = case.habit, case.typed
    found = []
    was = program.usual(habit.agency)
    asked = {where[1:] for where in _targets(case)} if not habit.plain else set()
    for code, tab in clean.contracts()[habit.agency].tabs.items():
        if case.alone not in (None, code):
            continue
        now, before = case.seen.rows.get(code, {}), was.rows.get(code, {})
        grid = _grid(case, code)
        places = grid.rows()[1] if grid else {}
        expected = {}
        for number, values in sorted(before.items()):
            row = number - 1
            if (code, row) in typed.gone:
                continue
            place = places.get(row)
            expected[place] = row
            if place not in now:
                found.append((("row", code, row), f"{code} row {row} is not counted"))
                continue
            for name, column in tab.columns.items():
                wanted = clean.as_meant(column, values.get(name))
                if (code, name, row) in typed.cells and _as_typed(habit, name):
                    wanted = clean.as_meant(column, clean.meaning(column, grid.line(row).cells.get(name)))
                if habit.plain and grid and name not in grid.keys:
                    wanted = None
                touched = (code, name, row) in typed.cells or (code, name) in typed.columns
                spoken_of = habit.wanted == "read" and (code, name, row) in typed.cells
                if spoken_of and habit.value is not None and not _as_typed(habit, name):
                    wanted = clean.as_meant(column, clean.meaning(column, habit.value))
                got = clean.as_meant(column, now[place].get(name))
                if got != wanted:
                    found += _difference(case, code, name, row, column, wanted, got, touched, asked)
        for new in sorted(line.id for line in grid.data if isinstance(line.id, str)) if grid else []:
            place = places[new]
            expected[place] = new
            if place not in now:
                found.append((("row", code, new), f"{code} {new} is not counted"))
                continue
            for name, column in tab.columns.items():
                text = grid.line(new).cells.get(name)
                wanted = clean.as_meant(column, clean.meaning(column, text))
                got = clean.as_meant(column, now[place].get(name))
                if got != wanted and habit.wanted != "doubt":
                    found.append((("cell", code, name, new), f"{code}.{name}[{new}] is {got!r} for {wanted!r}"))
        extra = sorted(set(now) - set(expected))
        if extra:
            where = {place: key for key, place in places.items()}.get(extra[0], extra[0])
            kind = "counted wrong" if habit.wanted in ("ask",) and (code, where) in typed.lines else "row"
            if habit.wanted == "doubt" and grid is None:
                continue
            found.append(((kind, code, where), f"{code} sheet row {extra[0]} is counted as data"))
    return found


def _not_nihil(case: Case) -> list[tuple[tuple, str]]:
    if case.habit.wanted != "nihil" or case.habit.tab in case.seen.empty:
        return []
    return [(("anywhere",), f"{case.habit.tab} is not taken as truly empty")]


def _as_typed(habit: Habit, name: str) -> bool:
    """Whether a changed cell means what is plainly typed there: the line speaks of the first changed column only."""
    first = re.match(r"([a-z_0-9]+)\[", habit.change)
    if habit.wanted in ("same", "counted"):
        return habit.wanted == "counted"
    return bool(first) and first[1] != name and (habit.wanted != "ask" or name in ("keterangan",))


def _difference(case, code, name, row, column, wanted, got, touched, asked) -> list:
    habit = case.habit
    where = ("cell", code, name, row)
    sentence = f"{code}.{name}[{row}] is {got!r} for {wanted!r}"
    if not habit.plain and touched:
        if got is None:
            return [(where, sentence)]
        if habit.wanted == "doubt":
            return []
        meant = clean.as_meant(column, clean.meaning(column, habit.value)) if habit.value else None
        if habit.value and got == meant:
            return []
        never = [clean.as_meant(column, clean.meaning(column, one)) for one in habit.never]
        if (code, name) in case.typed.columns and (code, name, row) not in case.typed.cells:
            return [(where, sentence)]
        if got in never or habit.wanted == "ask":
            return [(("counted wrong", code, name, row), sentence)]
    return [(where, sentence)]


def _new_findings(case: Case) -> list[dict]:
    was = {_mark(note) for note in program.usual(case.agency).findings}
    return [note for note in case.seen.findings if _mark(note) not in was and note["instansi"] == case.agency]


def _mark(note: dict) -> tuple:
    return tuple(note[key] for key in ("instansi", "tab", "kolom", "alasan"))


def _told(notes: list[dict]) -> str:
    shown = [
        f"[{note['bobot']} {note['tab']}.{note['kolom']} {note['sel'] or note['baris']}: {note['alasan']} -> {note['saran']}"
        + (f" (contoh {note['contoh']})" if note["contoh"] else "")
        + "]"
        for note in notes[:3]
    ]
    return " ".join(shown) + (f" +{len(notes) - 3}" if len(notes) > 3 else "") if shown else "nothing told"


#: Words after which a suggestion names no value of its own.
_GENERAL = re.compile(
    r"^(ulang|salah satu|satu|angka|nilai(nya)?\b|tanggal(nya)?\b|sebagai|nama|judul|paling banyak|lengkap|dengan|hanya|sesuai|di|pada|bulan|jumlah|tahun)\b"
)


def _bad_advice(case: Case, notes: list[dict]) -> str | None:
    """The advice that would put a wrong value in, if there is one."""
    habit = case.habit
    for note in notes:
        for word in habit.unsaid:
            if clean.plain(word) in clean.plain(f"{note['alasan']} {note['saran']} {note['akibat']}"):
                return f"says {word}: {_told([note])}"
        if note["bobot"] == "info" and not note["saran"]:
            continue
        proposals = list(_proposals(note, habit))
        for one in proposals:
            if any(_has(one, wrong) for wrong in habit.refuse):
                return f"advises {one}: {_told([note])}"
            if _concerns(case, note) and not _same(case, note, one):
                return f"advises {one}: {_told([note])}"
    return None


def _has(text: str, wrong: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(clean.plain(wrong))}(?![\w]|[.,]\d)", clean.plain(text)) is not None


def _proposals(note: dict, habit: Habit):
    column = (
        clean.contracts()[note["instansi"]].tabs[note["tab"]].columns.get(note["kolom"] or "") if note["tab"] else None
    )
    general = column.example if column is not None else None
    ends = r"[(?]" if column is not None and column.type == "majemuk" else r"[;(?]"
    words = rf"\b(?:[Tt]ulis(?:kan)?|misalnya|contohnya|maksudnya) (.+?)(?=$|{ends}|, |\. )"
    for found in re.finditer(words, note["saran"] or ""):
        one = found[1].strip(' .“”"')
        if not _GENERAL.match(one.casefold()) and one != general and " atau " not in one:
            yield one
    for quoted in re.findall(r"“([^”]+)”", note["saran"] or ""):
        if quoted != note["tertulis"]:
            yield quoted
    example = note["contoh"]
    if example and column is not None and example != column.example:
        yield example


def _concerns(case: Case, note: dict) -> bool:
    return note["kolom"] is not None and any(
        one[0] == note["tab"] and one[1] == note["kolom"] for one in case.typed.cells
    )


def _meant(case: Case, note: dict, column) -> object:
    """What the cell of a finding truly means; None where the line does not say it."""
    habit = case.habit
    if habit.value and habit.value not in ("clean", "none"):
        return clean.as_meant(column, clean.meaning(column, habit.value))
    if habit.wanted != "same" and habit.value != "clean":
        return None
    grid = _grid(case, note["tab"])
    row = next((key for key, place in grid.rows()[1].items() if place == min(_rows_of(note), default=0)), None)
    values = program.usual(case.agency).rows[note["tab"]].get(row + 1 if isinstance(row, int) else 0, {})
    return clean.as_meant(column, values.get(note["kolom"]))


def _same(case: Case, note: dict, proposal: str) -> bool:
    """Whether a proposal is the meant value, or no value at all."""
    column = clean.contracts()[note["instansi"]].tabs[note["tab"]].columns[note["kolom"]]
    meant = _meant(case, note, column)
    if meant is None:
        return True
    got = clean.as_meant(column, clean.meaning(column, proposal))
    if got == meant:
        return True
    if column.type in ("bil", "rp"):
        return not isinstance(got, int)
    if column.type == "tgl":
        return isinstance(got, str)
    if column.type in ("pilihan", "majemuk"):
        codes = got if isinstance(got, list) else [got]
        return not any(code in column.options for code in codes)
    if column.type in ("kec", "kel"):
        return got not in {
            clean.plain(one).replace(" ", "") for row in clean.typed("kpu", "pemilih_tps")[1:] for one in row[:2]
        }
    return True

"""Tiny sheets typed in a test, taken the whole way: real files, real sync, a real snapshot to ask.

    snapshot = given(tmp_path, "2024-11-04", {
        "kpu/hibah": '''
            tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
            tahap_1         | 5 Feb 2024    | 10.000.000.000 | 4.000.000.000
        ''',
    })
    [row] = rows(snapshot, "logistik/angka_pokok", kode="selisih_kpu_rp")

The sheets are read in this process: that each agency is read in one of its own is the subject of other tests.

Columns are parted by "|"; what stands between them is the cell as typed. A tab without `tanggal_data` gets it as its
last column, filled with the reference date in every row that has a first cell. Tabs that are not given do not exist.
"""

import contextlib
import csv
import datetime as dt
import shutil
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from monev.settings import REFERENCE, Settings
from monev.snapshot import comparison_sql, decision_sql, few_numbers, indicator_sql, queries, store
from monev.sync import declared, sync

#: What the city of reference/ declares, loaded once for all that is typed.
_against = lru_cache(maxsize=1)(declared.load)
#: What lies in the folder of a test: the sheets as typed, the snapshots of them.
WRITTEN = ("lembar", "potret")
#: Questions of all numbers in which each stands for itself.
OF_ALL_NUMBERS = ("bersama/pembanding", "ringkasan/perubahan")


class Opened:
    """A snapshot that is opened when it is first asked. What is asked about one number or comparison, or of one page to
    decide, is answered without working out all others: in a part of it, which stays open for what is asked next.
    `numbers` are the codes of all that will ever be asked about, where the test knows them: all is one part then."""

    #: So many parts are opened before all numbers are worked out.
    MOST = 3

    def __init__(self, *place, numbers=None):
        self._place, self._whole, self._numbers, self._parts = place, None, numbers, {}

    def __getattr__(self, name):
        if self._whole is None:
            asked = self._numbers and among(self._numbers, {page_of(code) for code in self._numbers})
            self._whole = store.Snapshot(*self._place, questions=asked)
        return getattr(self._whole, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Let go of the files; nothing is opened for it."""
        for opened in (self._whole, *self._parts.values()):
            if opened is not None:
                opened.close()

    def apart(self, question, *codes):
        """The answer of a page to its numbers, in which these alone are sure to stand, or to what is to be decided
        there; of comparisons those of these codes."""
        page, _, asked = question.partition("/")
        if question in OF_ALL_NUMBERS and codes:
            page, asked = page_of(codes[0]), "angka_pokok"
        if asked == decision_sql.FILE and not self._numbers:
            codes = numbers_of(page)
        elif asked not in ("rekonsiliasi", *(() if self._numbers else ("angka_pokok",))):
            codes = ()
        if not codes:
            return self.ask(question)
        if any(page in known for known in self._parts):  # more of it may be asked then
            codes = numbers_of(page) if asked != "rekonsiliasi" else codes
        about = frozenset({page, *codes})
        part = next((part for known, part in self._parts.items() if about <= known), None)
        if part is None and len(self._parts) < self.MOST:
            part = self._parts[about] = store.Snapshot(*self._place, questions=among(about, {page}))
        return (part or self).ask(question)


def declared_numbers():
    """The declarations of all numbers."""
    return [one.declared for one in queries.load().values() if one.kind is indicator_sql]


def numbers_of(page):
    """The codes of the numbers of a page."""
    return [one.code for one in declared_numbers() if one.page == page]


def page_of(code):
    """The page on which a number stands."""
    [page] = [one.page for one in declared_numbers() if one.code == code]
    return page


def among(codes, pages):
    """All questions, those that are of all indicators or comparisons being about these only, where any of them is
    named, and those that are of all points about these pages; nobody else's number may come into their answers."""
    loaded = few_numbers.questions(codes)
    compared = [one.declared for one in loaded.values() if one.kind is comparison_sql and one.declared.code in codes]
    if compared:
        loaded, made = dict(queries.load()), {"rekonsiliasi": comparison_sql.questions(compared)}
    else:
        made = {"putusan": decision_sql.questions(sorted(pages))}
    for folder, questions in made.items():
        loaded |= {f"{folder}/{one}": replace(loaded[f"{folder}/{one}"], sql=sql) for one, sql in questions.items()}
    return loaded


def given(
    folder: Path, date: str, sheets: dict[str, str], reference: Path = REFERENCE, numbers: Collection[str] | None = None
) -> Opened:
    """Write the sheets below `folder`, sync them as of `date` (ISO) and open the snapshot.

    Called again on the same folder, the sheets given replace the earlier ones of their name, and the new snapshot is
    compared with the newest one of an earlier date. `reference` is the folder of what agencies do not type, `numbers`
    the codes of the only ones that will be asked about.
    """
    name = read(folder, date, sheets, reference)
    return Opened(folder / "potret", name, store.previous(folder / "potret", name), numbers=numbers)


def read(folder: Path, date: str, sheets: dict[str, str], reference: Path = REFERENCE) -> str:
    """As `given`, for a day that nobody looks at: the name of its snapshot."""
    if _kept and reference == REFERENCE:
        return _kept[-1].read(folder, date, sheets)
    return _read(folder, date, sheets, reference)


def _read(folder: Path, date: str, sheets: dict[str, str], reference: Path) -> str:
    source = folder / "lembar"
    for name, text in sheets.items():
        path = source / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(typed(text, date))
    settings = Settings("folder", source, folder / "potret", dt.date.fromisoformat(date), reference=reference)
    against = _against(reference) if reference == REFERENCE else _of_another(reference, _state(reference, (".",)))
    [result] = sync.sync(settings, against=against, bounded=False)
    return result.snapshot


class Kept:
    """Every folder of which all was typed and synced by `read`, as it was then, by the course of what was typed."""

    def __init__(self, room: Path):
        self._room, self._made, self._courses = room, {}, {}

    def read(self, folder: Path, date: str, sheets: dict[str, str]) -> str:
        before, was = self._courses.pop(folder, ((), ()))
        if _state(folder) != was:  # somebody else wrote there too
            return _read(folder, date, sheets, REFERENCE)
        course = (*before, (date, *sorted(sheets.items())))
        if course in self._made:
            name, copy = self._made[course]
            for part in WRITTEN:
                shutil.rmtree(folder / part, ignore_errors=True)
                shutil.copytree(copy / part, folder / part)
        else:
            name, copy = _read(folder, date, sheets, REFERENCE), self._room / str(len(self._made))
            for part in WRITTEN:
                shutil.copytree(folder / part, copy / part)
            self._made[course] = name, copy
        self._courses[folder] = course, _state(folder)
        return name


@lru_cache(maxsize=4)
def _of_another(reference: Path, _: tuple) -> declared.Declared:
    """What another city declares, as long as nobody writes into its folder."""
    return declared.load(reference)


def _state(folder: Path, parts: Collection[str] = WRITTEN) -> tuple:
    """What tells whether anybody wrote into these folders of one."""
    files = [path for part in parts for path in sorted((folder / part).rglob("*")) if path.is_file()]
    return tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files)


#: Those that keep what is synced, the innermost last.
_kept: list[Kept] = []


@contextlib.contextmanager
def once(room: Path) -> Iterator[None]:
    """Within it the same sheets on the same days are synced once and lie in every further folder as a copy: for tests
    that begin from the same state many times, and change nothing of the program."""
    _kept.append(Kept(room))
    yield
    _kept.pop()


def typed(text: str, date: str) -> list[list[str]]:
    """The cells of one tab as lists of text."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    if "tanggal_data" not in lines[0]:
        lines = [lines[0] + ["tanggal_data"]] + [
            line + [""] * (len(lines[0]) - len(line)) + [date if line[0] else ""] for line in lines[1:]
        ]
    return lines


def rows(snapshot: store.Snapshot | Opened, question: str, **wanted: object) -> list[dict]:
    """The answer's rows as dicts, those only whose cells equal `wanted`."""
    codes = [wanted["kode"]] if "kode" in wanted else []
    asked = snapshot.apart(question, *codes) if isinstance(snapshot, Opened) else snapshot.ask(question)
    answer = asked.to_dict("records")
    return [row for row in answer if all(row[name] == value for name, value in wanted.items())]


def indicator(snapshot: store.Snapshot | Opened, code: str) -> dict:
    """The one row of an indicator, by its code."""
    [row] = rows(snapshot, f"{page_of(code)}/angka_pokok", kode=code)
    return row

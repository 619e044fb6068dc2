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

import csv
import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from monev.settings import REFERENCE, Settings
from monev.snapshot import decision_sql, indicator_sql, outside_sql, queries, store
from monev.sync import declared, sync

#: What the city of reference/ declares, loaded once for all that is typed; another one is loaded each time.
_against = lru_cache(maxsize=1)(declared.load)


class Opened:
    """A snapshot that is opened when it is first asked. What is asked about one number, or of one page to decide, is
    answered without working out all others, as long as nothing else was asked; `numbers` are the codes of all that
    will ever be asked about, where the test knows them."""

    def __init__(self, *place, numbers=None):
        self._place, self._whole, self._numbers = place, None, numbers

    def __getattr__(self, name):
        if self._whole is None:
            asked = self._numbers and among(self._numbers, {page_of(code) for code in self._numbers})
            self._whole = store.Snapshot(*self._place, questions=asked)
        return getattr(self._whole, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._whole is not None:
            self._whole.close()

    def apart(self, question, code=None):
        """The answer of a page to its numbers, in which this one alone stands, or to what is to be decided there."""
        page, _, asked = question.partition("/")
        codes = [code] if code and asked == "angka_pokok" else numbers_of(page) if asked == decision_sql.FILE else []
        if self._whole is not None or self._numbers or not codes:
            return self.ask(question)
        with store.Snapshot(*self._place, questions=among(codes, {page})) as one:
            return one.ask(question)


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
    """All questions, those that are of all indicators being about these only, and those that are of all points about
    these pages; nobody else's number may come into their answers."""
    loaded = dict(queries.load())
    found = [one for one in declared_numbers() if one.code in codes]
    made = {
        "ukuran": indicator_sql.questions(found) | outside_sql.questions(outside_sql.conditional(found)),
        "putusan": decision_sql.questions(sorted(pages)),
    }
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
    source = folder / "lembar"
    for name, text in sheets.items():
        path = source / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(typed(text, date))
    settings = Settings("folder", source, folder / "potret", dt.date.fromisoformat(date), reference=reference)
    against = _against(reference) if reference == REFERENCE else None
    [result] = sync.sync(settings, against=against, bounded=False)
    return result.snapshot


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
    asked = snapshot.apart(question, wanted.get("kode")) if isinstance(snapshot, Opened) else snapshot.ask(question)
    answer = asked.to_dict("records")
    return [row for row in answer if all(row[name] == value for name, value in wanted.items())]


def indicator(snapshot: store.Snapshot | Opened, code: str) -> dict:
    """The one row of an indicator, by its code."""
    [row] = rows(snapshot, f"{page_of(code)}/angka_pokok", kode=code)
    return row

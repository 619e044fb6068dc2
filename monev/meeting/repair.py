"""A decision that was changed since its row was written: the cells of that row are put right, and no other cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monev.contract.parts import Column
from monev.meeting.row import Cell, Form
from monev.meeting.target_tab import Standing, mentioned, rows_of, stand
from monev.meeting.way import TRIES, Became, Fate, Line, Way
from monev.reading.cells import Places, read
from monev.sheets import SourceError, Value, is_blank
from monev.snapshot.outbox import Course
from monev.words import words

#: Why a decision waits on: what both ways into the sheet share.
RESTLESS = "Berkas lembar terus berubah selagi ditulisi. Dicoba lagi sebentar lagi."
UNSEEN = "Sudah ditulis, tetapi belum terlihat di lembar. Diperiksa lagi sebentar lagi."
DAMAGED = "Catatan keputusan ini di kotak keluar rusak. Ketik keputusannya di lembar dengan ID ini."
#: Why a change of one does.
_GONE = (
    "Baris keputusan ini tidak ada lagi di lembar, jadi perubahannya tidak ditulis. Bila masih berlaku, ketik kembali "
    "barisnya dengan ID ini."
)
_MISPLACED = (
    "ID keputusan ini tidak lagi berada di bawah judul “{}”, jadi perubahannya tidak ditulis. Pindahkan kembali."
)
_DOUBLED = "ID keputusan ini tertulis di beberapa baris ({}), jadi perubahannya tidak ditulis. Sisakan satu baris."
_UNSURE = "Pengiriman yang terputus masih mungkin tiba di lembar. Diperiksa sekali lagi sebelum dinyatakan selesai."
_NOWHERE = Places({}, {}, {})


@dataclass(frozen=True)
class _Work:
    """What a decision still lacks in its `row`: the cells that differ, by their column from 0."""

    row: int
    line: Line


def bring(courses: Sequence[Course], way: Way, form: Form, now: dt.datetime) -> Became:
    """Put the rows of these decisions right, each as its newest line has it; what became of each.

    A row is found by its id, is never deleted, and is only written where it is certain that it is the one. Done is what
    is seen there afterwards.
    """
    became: Became = {}
    left = list(courses)
    for _ in range(TRIES):
        standing = stand(way.look(), form, way.called)
        found = {one.id: _look(one, standing, form, way.late, now) for one in left}
        became |= {name: one for name, one in found.items() if isinstance(one, Fate)}
        works = {name: one for name, one in found.items() if isinstance(one, _Work)}
        try:
            became |= _refused(works, standing, way, form)
            works = {name: one for name, one in works.items() if name not in became}
            if not works:
                return became
            if way.change(standing.tab, {name: one.row for name, one in works.items()},
                          {name: one.line for name, one in works.items()}):  # fmt: skip
                return became | _looked_up([one for one in left if one.id in works], way, form, now)
        except SourceError as error:
            return became | {name: Fate(str(error), one.row) for name, one in works.items()}
        left = [one for one in left if one.id in works]
    return became | {one.id: Fate(RESTLESS) for one in left}


def _look(course: Course, standing: Standing, form: Form, late: dt.timedelta, now: dt.datetime) -> Fate | _Work:
    """What the sheet lacks of a decision, or what became of it."""
    rows = rows_of(standing, [course.id]).get(course.id, [])
    if standing.trouble:
        return Fate(standing.trouble)
    if not rows and mentioned(standing, course.id):
        return Fate(_MISPLACED.format(form.tab.columns["id"].title))
    if not rows and course.newest["ditarik"]:
        # Whatever was begun for it may still come, and would then stand there as if it were agreed upon.
        return Fate(_UNSURE if _under_way(course.lines[:-1], late, now) else None)
    if not rows:
        return Fate(_GONE)
    if len(rows) > 1:
        return Fate(_DOUBLED.format(words.listing([str(row) for row in rows])))
    [row] = rows
    try:
        lacking = _lacking(course, standing, row, form)
    except ValueError:
        return Fate(DAMAGED, row)
    if lacking:
        return _Work(row, lacking)
    # An earlier change that nobody saw arrive may arrive after this one.
    return Fate(_UNSURE if _under_way(course.lines[1:-1], late, now) else None, row)


def _under_way(lines: Sequence[Mapping[str, object]], late: dt.timedelta, now: dt.datetime) -> bool:
    tries = [dt.datetime.fromisoformat(str(one["dicoba"])) for one in lines if one["dicoba"] and not one["terkirim"]]
    return any(now - tried < late for tried in tries)


def _lacking(course: Course, standing: Standing, row: int, form: Form) -> Line:
    """The cells of the row that differ from the decision as it stands, of those that its changes are about."""
    wanted = form.cells(course.said(course.newest))
    written = [form.cells(course.said(line)) for line in course.unsure]
    about = {column for line in written for column in line | wanted if line.get(column) != wanted.get(column)}
    cells = standing.tab.rows[row - 1]
    return {
        index: wanted.get(column, "")
        for column, index in standing.columns.items()
        if column in about
        and not _same(cells[index] if index < len(cells) else None, wanted.get(column, ""), form.tab.columns[column])
    }


def _same(there: Value, wanted: Cell, column: Column) -> bool:
    """Whether a cell says what it should, however it was typed."""
    if wanted == "" or is_blank(there):
        return wanted == "" and is_blank(there)
    if there == wanted:
        return True
    found, meant = read(there, column, _NOWHERE), read(wanted, column, _NOWHERE)
    return found.state == meant.state == "dibaca" and found.value == meant.value


def _refused(works: Mapping[str, _Work], standing: Standing, way: Way, form: Form) -> Became:
    """Why some of these rows cannot be put right by the machine, and what is to be typed there instead."""
    why = {name: reason for name, one in works.items() if (reason := way.unwritable(standing.tab, one.line))}
    safe = {name: one.row for name, one in works.items() if name not in why}
    why |= way.unsafe(standing.tab, safe) if safe else {}
    titles = {index: form.tab.columns[column].title for column, index in standing.columns.items()}
    return {name: Fate(f"{reason} {_by_hand(works[name], titles)}", works[name].row) for name, reason in why.items()}


def _by_hand(work: _Work, titles: Mapping[int, str]) -> str:
    cells = [f"{titles[index]} menjadi “{_written(cell)}”" if cell else f"{titles[index]} dikosongkan"
             for index, cell in work.line.items()]  # fmt: skip
    return f"Ubah dengan tangan di baris {work.row}: {words.listing(cells)}."


def _written(cell: Cell) -> str:
    return words.date_spoken(cell) if isinstance(cell, dt.date) else cell


def _looked_up(courses: Sequence[Course], way: Way, form: Form, now: dt.datetime) -> Became:
    """What is seen of rows that were just put right."""
    standing = stand(way.look(), form, way.called)
    found = {one.id: _look(one, standing, form, way.late, now) for one in courses}
    return {name: Fate(UNSEEN, one.row) if isinstance(one, _Work) else one for name, one in found.items()}

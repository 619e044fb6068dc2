"""The course of the numbers on a page: what each meeting knew, and what is shown now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from monev.meeting import course, meeting
from monev.screen import answers
from monev.screen.page import Page
from monev.snapshot import store
from monev.words import words


def points(page: Page) -> Mapping[str, answers.Rows]:
    """The points of every number (by code) at the meetings before what the page shows, the earliest first.

    Keys of a point: rapat (its name), tanggal, nilai, status, berubah (thresholds and rules that became others there).
    """
    found = prepare(page.numbers)
    return {code: [_row(one) for one in line] for code, line in found.items()}


def prepare(numbers: answers.Numbers) -> Mapping[str, Sequence[course.Point]]:
    """The same as the meetings know it, kept for whoever asks next."""
    return course.course(numbers.folder, numbers.snapshot, _until(numbers))


def of_one(page: Page, row: Mapping, meetings: int) -> answers.Rows:
    """The points of one number (a row of bersama/angka_pokok) at the last so many meetings and at the days between,
    whose `rapat` is None, and with that of now behind them."""
    found = course.day_by_day(page.folder, page.numbers.snapshot, _until(page.numbers), row["kode"])
    met = [place for place, one in enumerate(found) if one.meeting]
    line = found[met[-meetings:][0] :] if met else []
    return ending({row["kode"]: [_row(one) for one in line]}, row, page.today)


def stamp(page: Page) -> tuple[object, ...]:
    """By what is told whether any course is another one than before, as long as the numbers in view are the same."""
    return course.stamp(page.folder)


def _until(numbers: answers.Numbers) -> dt.date:
    """The day of what is shown: of its meeting, or of the snapshot."""
    return meeting.day_of(numbers.snapshot) or store.reference_date(numbers.snapshot)


def corrected(page: Page, code: str, points: Sequence[Mapping]) -> answers.Rows:
    """The points of one number with `kini_dibaca`: what the sheets of now say of that day, where they can say it and it
    is another value; None everywhere else."""
    asked = [one["tanggal"] for one in points if one["rapat"]]
    now = course.read_now(page.folder, page.numbers.snapshot, code, asked)
    return [{**one, "kini_dibaca": now.get(one["tanggal"]) if one["rapat"] else None} for one in points]


def _row(point: course.Point) -> dict:
    return {"rapat": point.meeting, "tanggal": point.date, "nilai": point.value, "status": point.status,
            "berubah": point.changed}  # fmt: skip


def ending(known: Mapping[str, Sequence[Mapping]], now: Mapping, today: dt.date) -> answers.Rows:
    """The points of one number with that of now behind them."""
    return [
        *known.get(now["kode"], ()),
        {"rapat": None, "tanggal": today, "nilai": now["nilai"], "status": now["status"], "berubah": {}},
    ]


def table(points: Sequence[Mapping]) -> answers.Rows:
    """The points as rows of a table (those of `of_one`): with the word of the status, and the last one named now."""
    said = [one | {"keadaan": words.status_word(one["status"]) if one["status"] else ""} for one in points]
    return [*said[:-1], *(one | {"rapat": "kini"} for one in said[-1:])]

"""From the outbox to the secretariat's sheet: each decision once, whatever fails on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from monev import clock, modes
from monev.decision import form as forms
from monev.decision.by_folder import ByFolder
from monev.decision.by_google import ByGoogle
from monev.decision.form import Cell, Form
from monev.decision.standing import Standing, seen, stand
from monev.google.rows import Known
from monev.settings import Settings
from monev.sheets import SourceError, Spreadsheet, Tab
from monev.store import outbox

LOCK = ".kirim.kunci"
#: How long one sender waits for another one to end, in seconds, before it gives up with a clear word.
WAIT_FOR_OTHER = 90
#: How often a file is begun anew that somebody changes at the same time.
TRIES = 5

#: The cells of a row by their column, from 0.
Line = Mapping[int, Cell]
#: What became of decisions by id: None for one that was seen in the sheet, else why it waits.
Became = dict[str, str | None]


@dataclass(frozen=True)
class Sent:
    """What became of the decisions that waited: ids seen in the sheet, and why each of the others waits on."""

    sent: tuple[str, ...] = ()
    waiting: Mapping[str, str] = field(default_factory=dict)


class Way(Protocol):
    """A way to the sheet."""

    def look(self) -> Spreadsheet: ...
    def called(self, title: str) -> str: ...
    def unwritable(self, tab: Tab, line: Line) -> str | None: ...
    def insert(self, tab: Tab, after: int, below_head: bool, lines: Mapping[str, Line]) -> bool: ...


def send(settings: Settings) -> Sent:
    """Bring the decisions that wait into the sheet, and note in the outbox what became of each.

    The sheet is read anew, and only what is not there yet is written: so nothing is lost and nothing doubled when an
    earlier try ended halfway. Noted as sent is what is seen there afterwards. One sender at a time; raises Timeout
    where another one does not end, OSError where the outbox cannot be written.
    """
    folder = settings.snapshots
    modes.make_folder(folder / outbox.OUTBOX)
    with modes.lock(folder / outbox.OUTBOX / LOCK, WAIT_FOR_OTHER):
        outbox.sweep(folder)
        rows = [row for row in outbox.rows(folder) if row["terkirim"] is None]
        if not rows:
            return Sent()
        tried = _now()
        try:
            became = _deliver(rows, settings)
        except SourceError as error:
            became = dict.fromkeys((row["id"] for row in rows), str(error))
        for name, trouble in became.items():
            outbox.note(folder, name, dicoba=tried, pesan=trouble, terkirim=None if trouble else _now())
    return Sent(
        tuple(name for name, trouble in became.items() if trouble is None),
        {name: trouble for name, trouble in became.items() if trouble is not None},
    )


def _now() -> dt.datetime:
    return clock.now().replace(microsecond=0)


def _deliver(rows: Sequence[Mapping[str, object]], settings: Settings) -> Became:
    form = forms.load()
    way: Way = (ByGoogle if settings.source == "google" else ByFolder)(settings, form.titles)
    return _bring(rows, way, form)


def _bring(rows: Sequence[Mapping[str, object]], way: Way, form: Form) -> Became:
    texts = {str(row["id"]): str(row["uraian"]) for row in rows}
    for _ in range(TRIES):
        standing = stand(way.look(), form, way.called)
        became = seen(standing, texts)
        new = [row for row in rows if row["id"] not in became]
        if new and standing.trouble:
            return became | dict.fromkeys((row["id"] for row in new), standing.trouble)
        lines, refused = _lines(new, standing, way, form)
        became |= refused
        try:
            if not lines:
                return became
            if way.insert(standing.tab, standing.after, standing.below_head, lines):
                return became | _looked_up(way, form, {name: texts[name] for name in lines})
        except Known as error:
            # One of them holds up the others: each on its own.
            alone = [row for row in new if row["id"] in lines] if len(lines) > 1 else []
            became |= dict.fromkeys(lines, str(error))
            for row in alone:
                became |= _bring([row], way, form)
            return became
        except SourceError as error:
            return became | dict.fromkeys(lines, str(error))
    return became | dict.fromkeys(lines, "Berkas lembar terus berubah selagi ditulisi. Dicoba lagi sebentar lagi.")


def _lines(rows: Sequence[Mapping[str, object]], standing: Standing, way: Way,
           form: Form) -> tuple[dict[str, Line], Became]:  # fmt: skip
    """The rows to be written by id, in order, and of the others why they cannot be."""
    lines: dict[str, Line] = {}
    refused: Became = {}
    for row in rows:
        name, columns = str(row["id"]), standing.columns
        try:
            found = forms.cells(row, form)
        except ValueError:
            refused[name] = "Catatan keputusan ini di kotak keluar rusak. Ketik keputusannya di lembar dengan ID ini."
            continue
        line = {columns[column]: cell for column, cell in found.items() if column in columns}
        why = way.unwritable(standing.tab, line)
        if why:
            refused[name] = why
        else:
            lines[name] = line
    return lines, refused


def _looked_up(way: Way, form: Form, texts: Mapping[str, str]) -> Became:
    """What is seen of rows that were just written: whoever changed the sheet at that moment may have moved them."""
    found = seen(stand(way.look(), form), texts)
    return {name: found.get(name, "Sudah ditulis, tetapi belum terlihat di lembar. Diperiksa lagi sebentar lagi.")
            for name in texts}  # fmt: skip

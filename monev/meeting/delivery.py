"""From the outbox to the sheet that keeps decisions: each decision once and as it stands, whatever fails on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monev.meeting import repair
from monev.meeting.row import Form, load
from monev.meeting.target_tab import Standing, rows_of, seen, stand
from monev.meeting.to_csv import ByFolder
from monev.meeting.to_google import ByGoogle
from monev.meeting.way import TRIES, Became, Fate, Line, Way
from monev.settings import Settings
from monev.sheets import SourceError
from monev.sheets.google.insert import Known
from monev.snapshot import claims, outbox
from monev.words import clock

LOCK = ".kirim.kunci"
#: How long one sender waits for another one to end, in seconds, before it gives up with a clear word.
WAIT_FOR_OTHER, BUSY = 90, "Pengiriman lain masih berjalan. Coba lagi sebentar."


@dataclass(frozen=True)
class Sent:
    """What became of the decisions that waited: ids seen in the sheet, and why each of the others waits on."""

    sent: tuple[str, ...] = ()
    waiting: Mapping[str, str] = field(default_factory=dict)


def send(settings: Settings) -> Sent:
    """Bring the decisions that wait into the sheet, and note in the outbox what became of each.

    The sheet is read anew, and only what is not there yet is written: so nothing is lost and nothing doubled when an
    earlier try ended halfway. Noted as sent is what is seen there afterwards. One sender at a time; raises StoreError
    where another one does not end, OSError where the outbox cannot be written.
    """
    folder, form = settings.snapshots, load()
    if form is None:
        return Sent()
    with claims.held(folder / outbox.OUTBOX / LOCK, WAIT_FOR_OTHER, BUSY):
        outbox.sweep(folder)
        courses = [one for one in outbox.courses(folder) if one.waits]
        if not courses:
            return Sent()
        tried = clock.second()
        # Before anything is written: what a sender that is killed has begun may still come.
        for one in courses:
            outbox.note(folder, one.newest["id"], dicoba=tried)
        try:
            became = _deliver(courses, settings, form)
        except SourceError as error:
            became = {one.id: Fate(str(error)) for one in courses}
        lines = {one.id: one.newest["id"] for one in courses}
        for name, fate in became.items():
            noted = {"dicoba": tried, "pesan": fate.trouble, "terkirim": None if fate.trouble else clock.second()}
            outbox.note(folder, lines[name], **noted, baris=fate.row)
    return Sent(
        tuple(name for name, fate in became.items() if fate.trouble is None),
        {name: fate.trouble for name, fate in became.items() if fate.trouble is not None},
    )


def _deliver(courses: Sequence[outbox.Course], settings: Settings, form: Form) -> Became:
    way: Way = (ByGoogle if settings.source == "google" else ByFolder)(settings, form)
    new = [one.said(one.newest) for one in courses if not one.in_sheet and not one.newest["ditarik"]]
    became = _bring(new, way, form) if new else {}
    # A row that was there already may be of an earlier line.
    changed = [one for one in courses if len(one.lines) > 1 and became.get(one.id, Fate()).trouble is None]
    return became | (repair.bring(changed, way, form, clock.now()) if changed else {})


def _bring(rows: Sequence[Mapping[str, object]], way: Way, form: Form) -> Became:
    texts = {str(row["id"]): str(row["uraian"]) for row in rows}
    for _ in range(TRIES):
        standing = stand(way.look(), form, way.called)
        became = _seen(standing, texts)
        new = [row for row in rows if row["id"] not in became]
        if new and standing.trouble:
            return became | {str(row["id"]): Fate(standing.trouble) for row in new}
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
            became |= dict.fromkeys(lines, Fate(str(error)))
            for row in alone:
                became |= _bring([row], way, form)
            return became
        except SourceError as error:
            return became | dict.fromkeys(lines, Fate(str(error)))
    return became | dict.fromkeys(lines, Fate(repair.RESTLESS))


def _seen(standing: Standing, texts: Mapping[str, str]) -> Became:
    rows = rows_of(standing, texts)
    return {name: Fate(trouble, rows.get(name, [None])[0]) for name, trouble in seen(standing, texts).items()}


def _lines(rows: Sequence[Mapping[str, object]], standing: Standing, way: Way,
           form: Form) -> tuple[dict[str, Line], Became]:  # fmt: skip
    """The rows to be written by id, in order, and of the others why they cannot be."""
    lines: dict[str, Line] = {}
    refused: Became = {}
    for row in rows:
        name, columns = str(row["id"]), standing.columns
        try:
            found = form.cells(row)
        except ValueError:
            refused[name] = Fate(repair.DAMAGED)
            continue
        line = {columns[column]: cell for column, cell in found.items() if column in columns}
        why = way.unwritable(standing.tab, line)
        if why:
            refused[name] = Fate(why)
        else:
            lines[name] = line
    return lines, refused


def _looked_up(way: Way, form: Form, texts: Mapping[str, str]) -> Became:
    """What is seen of rows that were just written: whoever changed the sheet at that moment may have moved them."""
    return dict.fromkeys(texts, Fate(repair.UNSEEN)) | _seen(stand(way.look(), form), texts)

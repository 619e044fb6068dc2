"""The files of a project's handouts/ held against its agenda and its questions, and tried out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from monev.handouts import project_files
from monev.handouts.project_files import PICTURES, SHEETS
from monev.handouts.source import Source
from monev.handouts.workbook_sheets import RECORDED
from monev.snapshot import queries, store
from monev.words.safe_text import line


def wrong(folder: Path, points: Collection[str]) -> Iterator[str]:
    """Files that cannot be used or that nothing reads, and pictures of what is no point of the agenda."""
    added = project_files.added(folder)
    yield from added.wrong.values()
    for name in project_files.unread(folder):
        yield f"{folder.name}/{name}: tidak ada yang membaca berkas di sini."
    for name in sorted(added.pictures.keys() - set(points)):
        advice = f"namai {' atau '.join(points)}, atau awali namanya dengan _"
        yield f"{folder.name}/{PICTURES}.py: fungsi {name} bukan halaman agenda; {advice}."


def unmade(folder: Path, snapshot: store.Snapshot) -> Iterator[str]:
    """What does not fit the questions, or cannot be made of a snapshot in which nobody has reported."""
    added = project_files.added(folder)
    for subject in added.sheets:
        sheet = f"{folder.name}/{SHEETS}.py, lembar “{subject.title}”"
        try:
            columns = set() if subject.question == RECORDED else set(snapshot.ask(subject.question).columns)
        except (store.StoreError, queries.QuestionError) as error:
            yield f"{sheet}: {line(error).rstrip('.')}; periksa nama pertanyaannya."
            continue
        if columns and (missing := sorted(subject.keys - columns)):
            yield f"{sheet}: {subject.question} tidak menjawab kolom {', '.join(missing)}."
    if not (added.pictures or added.handouts):
        return
    [facts] = snapshot.rows("bersama/bingkai")
    source = Source(snapshot.rows, facts, [], defaultdict(lambda: "0" * 6))
    files = {
        f"{added.stems[one.code]}.py" + (f", {one.code}, {form.suffix}" if one.pdf else ""): form.write
        for one in added.handouts
        for form in one.forms
    }
    tried = {name: lambda write=write: write(source, lambda *_: None) for name, write in files.items()}
    tried |= {f"{PICTURES}.py, {page}": lambda draw=draw: _drawn(draw, source) for page, draw in added.pictures.items()}
    for name, make in tried.items():
        try:
            make()
        except Exception as error:
            at = project_files.at_line(folder / name.partition(",")[0], error)
            what = f"{type(error).__name__}, {line(error).rstrip('.')}"
            yield f"{folder.name}/{name}{at}: gagal dengan lembar kosong: {what}; perbaiki berkasnya."


def _drawn(draw, source: Source) -> None:
    from monev.handouts import slide_canvas, slide_template  # only this command, of all, draws

    canvas = slide_canvas.Canvas(slide_template.empty(source.colours), 1, "", source.colours)
    draw(canvas, slide_canvas.Box(30, 200, 480, 300), source)

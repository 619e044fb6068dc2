"""Run as a program with MONEV_PROYEK set: what a project answers to every question, and its hand-outs, read back as text.

python -m tests.topic_told <folder of snapshots>: JSON of question -> rows, and of hand-out -> text, that of a
second form by its suffix, too.
"""

import io
import json
import sys
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdf

from monev.handouts import catalogue
from monev.snapshot import queries, store
from tests.handed import source


def _slides(content):
    shapes = [shape for slide in pptx.Presentation(io.BytesIO(content)).slides for shape in slide.shapes]
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    tables = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return texts + tables + [shape.name for shape in shapes]


def _word(content):
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    feet = [part.text for one in document.sections for part in (*one.header.paragraphs, *one.footer.paragraphs)]
    return [part.text for part in document.paragraphs] + cells + feet + [document.core_properties.title or ""]


def _workbook(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [str(cell.value) for one in book for row in one.iter_rows() for cell in row if cell.value is not None] + (
        book.sheetnames
    )


def _printed(content):
    opened = pypdf.PdfReader(io.BytesIO(content))
    told = [str(one.get("/TU")) for one in (opened.get_fields() or {}).values()]
    return [page.extract_text() for page in opened.pages] + told + [opened.metadata.title or ""]


READ = {"pptx": _slides, "docx": _word, "xlsx": _workbook, "pdf": _printed}


def main(folder):
    name = store.latest(folder)
    with store.Snapshot(folder, name, store.previous(folder, name)) as shot:
        asked = {
            question: shot.ask(question).to_json(orient="records", date_format="iso") for question in queries.load()
        }
        made = {
            one.code if form.suffix == one.suffix else f"{one.code}.{form.suffix}": "\n".join(
                READ[form.suffix](form.write(source(shot), lambda *_: None))
            )
            for one in catalogue.offered()
            for form in one.forms
        }
        wrong = [one.trouble for one in catalogue.offered() if one.trouble]
    print(json.dumps({"asked": {one: json.loads(rows) for one, rows in asked.items()}, "made": made, "wrong": wrong}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""What several pages show alike: bars in their order, what came about over time, and a list where there is one."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping

from monev.screen import frame
from monev.screen.answers import Rows
from monev.screen.draw import bar_charts, chart_menu, elements, happened, time_charts
from monev.screen.draw.html import Html, html
from monev.sheets.csv_insert import plain_text
from monev.words import place, project, words
from monev.words.happened import told as told_events
from monev.words.safe_text import legible

#: What the rows of bars say, by their keys; a column in which no row says anything is left out.
BARS = {"label": "Nama", "nilai": "Nilai", "teks": "Tertulis", "rincian": "Rincian", "kanan": "Keterangan"}
#: What those of what is ready against its need say.
GOODS = {"label": "Nama", "kurang": "Kurang", "kebutuhan": "Kebutuhan", "siap_persen": "Siap (%)", "janji": "Janji",
         "lewat_hari": "Lewat (hari)"}  # fmt: skip
#: What those of a map say.
MAP = {
    "kelurahan": place.said("Kelurahan"),
    "kecamatan": place.said("Kecamatan"),
    "keadaan": "Keadaan",
    "angka": "Angka",
}
#: Says of every row that it is invented.
_SIMULATED = "Sifat data"


def ranked(page: frame.Page, rows: Rows, title: str, aside: str, key: str, target: float | None = None) -> None:
    """A section with the rows as `bar_charts.bars` takes them, and what they say in words."""
    titled(page, title, aside, key, rows, BARS)
    figure, told = bar_charts.bars(rows, frame.palette(), page.large, target), bar_charts.alt_bars(title, rows)
    frame.chart(figure, bar_charts.bars_height(rows, page.large), told, key)


def reached(page: frame.Page, rows: Rows, title: str, due: dt.date | None, of: str, key: str) -> None:
    """The share that each series (its name in the column `of`) has reached, with what happened meanwhile."""
    events = page.own("peristiwa")
    found = time_charts.happened_shares(rows, page.today, of, events)
    figure = time_charts.shares(rows, frame.palette(), page.today, due, page.large, of, events)
    said = time_charts.alt_shares(title, rows, page.today, due, of) + told_events(found)
    frame.chart(figure, bar_charts.time_height(page.large), said, key)
    frame.show(happened.listed(found))


def daily(page: frame.Page, rows: Rows, title: str, part: str, key: str) -> None:
    """A count per day, with the `part` of it that is highlighted and with what happened on those days."""
    events = page.own("peristiwa")
    found = time_charts.happened_daily(rows, page.today, events)
    figure = time_charts.waktu(rows, frame.palette(), page.today, page.large, part, events)
    frame.chart(
        figure,
        bar_charts.time_height(page.large),
        time_charts.alt_waktu(title, rows, page.today) + told_events(found),
        key,
    )
    frame.show(happened.listed(found))


def supplied(page: frame.Page, rows: Rows, title: str, aside: str, key: str, unit: str) -> None:
    """A section with the rows as `bar_charts.supplies` takes them, counted in what they say under `unit`."""
    # Of what is not known the chart draws no number, and so the file has none.
    taken = [row if row["siap_persen"] is not None else row | {"kurang": None} for row in rows]
    titled(page, title, aside, key, taken, GOODS | {unit: "Satuan"})
    if rows:
        figure = bar_charts.supplies(rows, frame.palette(), page.large, unit)
        told = bar_charts.alt_supplies(title, rows)
        frame.chart(figure, bar_charts.bars_height(rows, page.large), told, key)


def titled(page: frame.Page, title: str, aside: str, key: str, rows: Rows, columns: Mapping[str, str],
           named: str = "") -> None:  # fmt: skip
    """The title of the section of a chart, with the quiet menu by which that is taken home: as a picture, `named` so
    where the title alone does not say what it is of, and as its `rows` with these `columns` (key -> heading).

    No menu where a room looks on, or there is nothing to take.
    """
    if page.large or not rows:
        frame.show(elements.section(title, aside))
        return
    simulated, meeting = page.facts["simulasi"], page.held.meeting
    day = meeting.name if meeting else page.today.isoformat()
    name = re.sub(r"[^\w-]+", "-", f"{page.name}-{key}-{day}{'-simulasi' if simulated else ''}")
    when = f"rapat {words.date_long(meeting.date)}" if meeting else f"keadaan {words.date_long(page.today)}"
    foot = f"{project.name()} {page.facts['daerah']}, {when}{'. Data simulasi.' if simulated else '.'}"
    frame.show(chart_menu.titled(title, aside, named or title, name, foot, csv_of(rows, columns, simulated)))


def mapped(
    page: frame.Page, title: str, aside: str, rows: Rows, legend: dict[object, str], alt: str, key: str = "peta"
) -> None:
    """A section with the map of the places; its file has them with the words of the `legend` and the number that stands
    on them."""
    said = [row | {"keadaan": legend.get(row["tingkat"]), "angka": row.get("label") or row["jumlah"]} for row in rows]
    titled(page, title, aside, key, said, MAP)
    frame.place_map(page, rows, legend, alt, key)


def csv_of(rows: Rows, columns: Mapping[str, str], simulated: bool) -> str:
    """The rows as CSV. A number stays one, with a point; no text is one that a spreadsheet would reckon."""
    used = {key: head for key, head in columns.items() if any(row.get(key) not in (None, "") for row in rows)}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*used.values(), *([_SIMULATED] if simulated else [])])
    writer.writerows([*(_cell(row.get(key)) for key in used), *(["simulasi"] if simulated else [])] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int | float):
        return value
    return plain_text(" ".join(legible(value).replace("\u00ad", "").split()))


def listed(page: frame.Page, question: str, title: str, what: str, **columns: str) -> None:
    """A section with the answer as a table of `columns` (name -> its title); nothing where it has no row, as before the
    day from which it is judged."""
    if rows := page.ask(question):
        frame.show(elements.section(title, page.also(question)), _table(rows, what, columns))


def folded(page: frame.Page, question: str, title: str, what: str, **columns: str) -> None:
    """As `listed`, closed below its title and how many it holds: what few look for in a meeting."""
    if rows := page.ask(question):
        head = html("<b>{}</b>, {}", title, elements.counted(len(rows), len(rows), what))
        frame.show(elements.expandable(head, _table(rows, what, columns)))


def listed_of(page: frame.Page, question: str, title: str, code: str, **columns: str) -> None:
    """As `listed`, of one place alone (its code in `kode_daerah`)."""
    rows = [row for row in page.ask(question) if row["kode_daerah"] == code]
    if rows:
        frame.show(elements.section(title, page.also(question)), _table(rows, "baris", columns))


def _table(rows: Rows, what: str, columns: Mapping[str, str]) -> Html:
    return elements.table([(name, head, _kind(name)) for name, head in columns.items()], rows, what=what)


def _kind(name: str) -> str:
    """How a column is written: its unit ends its name, and a day begins it."""
    return "rp" if name.endswith("_rp") else "tgl" if name.startswith("tanggal_") else "teks"

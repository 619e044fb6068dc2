"""Satu angka

Bagaimana jalannya dari rapat ke rapat, dan baris mana yang membentuknya?
"""

import streamlit as st

from monev.screen import course, detail, frame, parts
from monev.screen.draw import course_chart, course_line, elements, one_number

COURSE = {"tanggal": "Keadaan per", "rapat": "Rapat", "nilai": "Nilai", "keadaan": "Keadaan",
          "kini_dibaca": "Kini dibaca"}  # fmt: skip


def one(page: frame.Page, code: str, _: object) -> None:
    [row] = [row for row in page.ask("bersama/angka_pokok") if row["kode"] == code]
    [agenda] = [point for point in page.ask("bersama/status_agenda") if point["halaman"] == row["halaman"]]
    frame.place_note(page, row["halaman"])
    frame.show(one_number.head(row, agenda))
    frame.halves(page, lambda page: shown_course(page, row), lambda page: counted(page, row))
    foot(page, row)


def shown_course(page: frame.Page, row: dict) -> None:
    [now] = [one for one in page.of_city("bersama/angka_pokok") if one["kode"] == row["kode"]]
    points = course.corrected(page, row["kode"], course.of_one(page, now, course_line.LAST - 1))
    [bounds] = [one for one in page.ask("ambang") if one["kode"] == row["kode"]]
    events = [one for one in page.ask("bersama/peristiwa") if one["halaman"] == row["halaman"]]
    corrected = course_chart.corrections(points, row["satuan"])[-1 if page.large else 0 :]
    changed = points[-1:] if page.large else points
    title, aside = "Jalannya dari rapat ke rapat", page.also(said="seperti diketahui waktu itu")
    parts.titled(page, title, aside, row["kode"], course.table(points), COURSE, f"{row['indikator']}: {title.lower()}")
    frame.show(
        course_chart.chart(points, row["satuan"], bounds["hijau"], events, row["halaman"]),
        *(one_number.correction(point["tanggal"], said) for point, said in corrected),
        one_number.changed(changed, row["satuan"], {one["kode"]: one for one in page.ask("aturan")}),
    )


def counted(page: frame.Page, row: dict) -> None:
    weighed = one_number.weighed(detail.of_number(page, row["kode"]), row, page.large)
    most = one_number.rows_beside(bool(weighed), page.large)
    held = one_number.HELD_LARGE if page.large else one_number.HELD
    found = [line for line in page.ask("baris") if line["kode"] == row["kode"]]
    seen = [one for one in found if page.person.details(one["instansi"])]
    frame.show(
        weighed,
        one_number.rows(seen, row, most, page.large),
        elements.empty_state(frame.OTHERS) if len(seen) < len(found) else "",
        one_number.held_out(seen, page.ask("mutu_data/temuan"), row["dikecualikan"], held),
    )


def foot(page: frame.Page, row: dict) -> None:
    if page.large:  # a room reads no SQL
        frame.show(one_number.rule(row))
        return
    asked = elements.code(page.measure(row))
    frame.show(
        elements.note("Aturan.", row["dasar"]),
        elements.note("Sumber.", row["sumber"]),
        elements.expandable("Pertanyaan SQL yang menghitungnya", asked),
    )


page, code = frame.open_page("angka"), st.query_params.get("kode", "").strip().lower()
if code in {row["kode"] for row in page.ask("bersama/angka_pokok")}:
    frame.draw(page, one, code, course.stamp(page))
else:
    frame.show(elements.title("Angka ini tidak ada."), elements.empty_state("Pilih satu angka di halaman agendanya."))

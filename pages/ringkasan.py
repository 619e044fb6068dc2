"""Ringkasan

Apa yang merah, apa yang berubah sejak rapat lalu, dan siapa berutang apa?
"""

import streamlit as st

from monev.screen import frame
from monev.screen.draw import elements, overview, promises
from monev.words import words


def agendas(page: frame.Page) -> None:
    [said] = page.ask("kalimat")
    figures = [] if page.large else page.ask("bersama/angka_pokok")
    rows = [
        row | {"agenda": row["halaman"], "tautan": f"/{row['halaman']}",
               "angka": [one for one in figures if one["halaman"] == row["halaman"]]}
        for row in page.ask("bersama/status_agenda")
    ]  # fmt: skip
    frame.show(elements.title(said["kalimat"]), overview.agenda_rows(rows))


def changes(page: frame.Page) -> None:
    rows = page.ask("perubahan")
    shown = rows[: 3 if page.large else 4]
    # A narrow column has no room for both counts; the rows that are shown can be seen.
    aside = f"{len(rows)} angka" if page.large else elements.counted(len(shown), len(rows), "angka")
    frame.show(
        elements.section(f"Berubah sejak {page.since}", aside, "/perubahan"), overview.changes(shown, short=True)
    )


def promised(page: frame.Page) -> None:
    rows = page.ask("janji")
    if rows:
        frame.show(
            elements.section(
                f"Janji rapat {words.date_spoken(rows[0]['tanggal_rapat'])}",
                f"semua {len(rows)} janji",
                "/tindak_lanjut",
            ),
            promises.summary(page.ask("janji_ringkas")[0], [row for row in rows if row["lewat"]][:1]),
        )


def overall(page: frame.Page) -> None:
    agencies, [total] = page.ask("instansi"), page.ask("mutu_data/kalimat")
    left, right = st.columns([796, 400] if page.large else [816, 380], gap="medium")
    with left:
        agendas(page)
    with right, st.container(gap="xsmall"):
        if not page.large:
            frame.show(overview.countdown(page.facts["sisa_hari"], page.ask("tenggat")[:4]))
        if page.before:
            changes(page)
        promised(page)
        if page.large:
            frame.show(elements.section("Kemutakhiran data"), overview.freshness_short(agencies, total))
    if not page.large:
        frame.show(overview.freshness(agencies, total))
    frame.onward(page)


frame.draw(frame.open_page("ringkasan"), overall)

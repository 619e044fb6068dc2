"""Ringkasan

Apa yang merah, apa yang berubah sejak rapat lalu, dan siapa berutang apa?
"""

from monev.screen import frame
from monev.screen.draw import arrangement, elements, overview, promises
from monev.words import place, words

#: Of the agenda and of what stands beside it.
WIDTHS, WIDTHS_LARGE = [816, 380], [796, 400]


def agendas(page: frame.Page) -> None:
    [said] = page.ask("kalimat")
    sentence = words.within(page.kecamatan, said["kalimat"])
    figures = [] if page.large else page.ask("bersama/angka_pokok")
    rows = [
        row | {"agenda": row["halaman"], "tautan": f"/{row['halaman']}",
               "angka": [one for one in figures if one["halaman"] == row["halaman"] and not one["nanti"]
                   and one.get("seluruh_kota") == row.get("seluruh_kota")]}
        for row in page.ask("bersama/status_agenda")
    ]  # fmt: skip
    frame.place_note(page)
    frame.show(elements.title(sentence), overview.agenda_rows(rows))


def changes(page: frame.Page) -> str:
    rows = page.ask("perubahan")
    shown = rows[: 3 if page.large else 4]
    # A narrow column has no room for both counts; the rows that are shown can be seen.
    aside = f"{len(rows)} angka" if page.large else elements.counted(len(shown), len(rows), "angka")
    here = place.short(page.kecamatan) if page.kecamatan else ""
    title = elements.section(f"Berubah sejak {page.since}", here or aside, "" if here else "/perubahan")
    return title + overview.changes(shown, short=True)


def promised(page: frame.Page) -> str:
    rows = page.ask("janji")
    if not rows:
        return ""
    met, late = words.date_spoken(rows[0]["tanggal_rapat"]), [row for row in rows if row["lewat"]][:1]
    reach = f", {said}" if (said := page.also("janji")) else ""
    title = elements.section(f"Janji rapat {met}{reach}", f"semua {len(rows)} janji", "/tindak_lanjut")
    return title + promises.summary(page.ask("janji_ringkas")[0], late)


def aside(page: frame.Page) -> None:
    agencies, [total] = page.ask("instansi"), page.ask("mutu_data/kalimat")
    days = "" if page.large else overview.countdown(page.facts, page.ask("tenggat")[:4])
    fresh = (
        elements.section("Kemutakhiran data") + overview.freshness_short(agencies, total, page.vouched)
        if page.large
        else ""
    )
    pieces = [days, changes(page) if page.numbers.before else "", promised(page), fresh]
    frame.show(arrangement.below([piece for piece in pieces if piece], "dempet"))


def overall(page: frame.Page) -> None:
    frame.beside(page, agendas, aside, WIDTHS_LARGE if page.large else WIDTHS)
    if not page.large:
        agencies, [total] = page.ask("instansi"), page.ask("mutu_data/kalimat")
        frame.show(overview.freshness(agencies, total, page.vouched, page.also()))
    frame.onward(page)


frame.draw(frame.open_page("ringkasan"), overall)

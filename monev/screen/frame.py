"""What every page shares: the parts that look the same on all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from monev.screen import answers, course, narrowed, pieces, sync_status, visit
from monev.screen.access import audit, gate
from monev.screen.access.roles import Right
from monev.screen.cached import draw
from monev.screen.copy_button import copy_button
from monev.screen.decision_form import form
from monev.screen.draw import (
    agenda_course,
    changes,
    decisions as deciding,
    elements,
    indicators,
    kecamatan,
    overview,
)
from monev.screen.draw.html import Html, html
from monev.screen.draw.reconciliation import disagreements, hints, under_way
from monev.screen.figures import chart, palette, place_map
from monev.screen.fragment import fragment
from monev.screen.page import Page, set_up
from monev.screen.pieces import show
from monev.words import place

__all__ = [
    "Page", "beside", "chart", "choose", "copy_button", "decisions", "draw", "first_screen", "ground", "halves",
    "head", "keep_fresh", "looking", "mended_since", "onward", "open_page", "palette", "place_map", "place_note",
    "reconciliation", "recorded", "show", "trouble",
]  # fmt: skip

#: A part of a page, which draws itself.
Part = Callable[[Page], None]
#: In the place of cells of another agency.
OTHERS = "Rincian selnya dibuka oleh lembaga ini sendiri, pimpinan, dan sekretariat."
#: Widths of the picture and of the column beside it.
PICTURE, PICTURE_LARGE, HALVES = [724, 460], [784, 408], [1, 1]
#: Decisions that a first screen has room for where a room looks at it: beside a wide picture, and below the numbers.
FIRST_WIDE, FIRST = 2, 1


def open_page(name: str, compared: str = "") -> Page:
    """As `page.set_up`, with the way to record a decision from the page."""
    page = set_up(name, compared)
    form.bar(page)
    return page


def trouble(page: Page, agency: str) -> str | None:
    """Why the sheet of an agency (code) could not be read at the last try; None where it could."""
    return sync_status.trouble(page.numbers, agency)


def mended_since(page: Page) -> tuple[tuple, ...]:
    """The findings of the page's numbers that were mended after these were read, each by its place."""
    rows = visit.asked_after(page.held, "mutu_data/sesudah_rapat")
    return tuple(tuple(row.values()) for row in rows)


def keep_fresh(page: Page, part: Callable[..., None], *of: object) -> None:
    """Draw `part(page, *of)`, and again every few seconds: it tells of what changes while the snapshot does not."""
    fragment(run_every=sync_status.EVERY)(part)(page, *of)


def looking(page: Page) -> None:
    """When the sheets were last looked at and, for whoever may, the button that has them read now."""
    folder = page.folder

    def wish() -> None:
        if gate.allowed(page.person, Right.SYNC):
            sync_status.wish(folder)
            gate.note(page.person, audit.ASKED_FOR_NEW)

    sync_status.looking(folder, wish if page.person.may(Right.SYNC) else None)


def choose(label: str, names: Mapping[str, str], key: str, default: str, labelled: bool = True) -> str:
    """One of `names` (code -> as it is shown), kept in the address under `key`; where that names none, the default."""
    chosen = st.segmented_control(
        label, list(names), format_func=names.get, key=key, default=default, required=True, bind="query-params",
        label_visibility="visible" if labelled else "collapsed",
    )  # fmt: skip
    return chosen or default


def first_screen(page: Page, picture: Part, side: Part, wide: bool = False, repeats: bool = False) -> None:
    """What an agenda page opens with: status and sentence, the headline numbers, the main picture, and `side`.

    Shown to a room, the first three and the first of what has to be decided have to stand on one screen: there numbers
    are a list beside the picture, above it where it is `wide`; all decisions come below, or `side` where that is
    something else. A picture that only `repeats` the numbers stands in their place, beside all decisions.
    """
    place_note(page, page.name)
    head(page)
    numbers = _compared(page)
    if not page.large or repeats:
        show("" if page.large else indicators.numbers(numbers, page.name), _of_city(page))
        beside(page, picture, side, PICTURE_LARGE if page.large else PICTURE)
        return
    wanted, most = page.wanted, FIRST_WIDE if wide else FIRST
    if wide:
        show(indicators.numbers(numbers, page.name, indicators.MOST_LARGE))
    listed = "" if wide else indicators.beside(numbers, page.name)
    first = partial(show, listed, deciding.first(wanted, most))
    pieces.columns(PICTURE_LARGE, [partial(picture, page), first])
    if side is not decisions or len(wanted) > most:
        side(page)


def head(page: Page, sentence: str | None = None) -> None:
    """The status, number and title of the page's agenda point, and its sentence; `sentence`: another one."""
    [agenda] = [row for row in page.ask("bersama/status_agenda") if row["halaman"] == page.name]
    within = {} if page.kecamatan is None or agenda["seluruh_kota"] else {"tempat": page.kecamatan}
    # The line above counts the points of the meeting; the number of the agenda must not be taken for its place there.
    numbered = {"nomor": f"Agenda {agenda['nomor']}"} if page.large else {}
    said = {} if sentence is None else {"kalimat": sentence}
    show(elements.heading(agenda | numbered | within | said | {"agenda": page.name}))


def _compared(page: Page) -> answers.Rows:
    """The page's headline numbers with what they were at the meeting before."""
    before = {row["kode"]: row for row in page.ask("bersama/pembanding")}
    rows, known = narrowed.here(page.own("angka_pokok")), course.points(page)
    ends = {row["kode"]: course.ending(known, row, page.today) for row in rows if not narrowed.apart(row)}
    return [row | before.get(row["kode"], {}) | {"jalan": ends.get(row["kode"])} for row in rows]


def place_note(page: Page, point: str | None = None) -> None:
    """What a narrowed page is about, and which rows of an agenda point (of all: None) take no part; else nothing."""
    if page.kecamatan is None:
        return
    if point and not narrowed.has_place(page.ask("bersama/angka_pokok"), point):
        show(kecamatan.only_city(page.kecamatan))
        return
    [left] = [row for row in page.ask("bersama/di_luar_kecamatan") if row["halaman"] == point]
    show(kecamatan.head(page.kecamatan, left))


def _of_city(page: Page) -> Html:
    """The headline numbers of a narrowed page whose tabs have no places."""
    rows = narrowed.city(page.own("angka_pokok"))
    return indicators.of_city(rows, page.name) if rows else html("")


def beside(page: Page, picture: Part, side: Part, widths: Sequence[int] = PICTURE) -> None:
    """The main picture with what belongs to it at its right; below it on a phone."""
    pieces.columns(widths, [partial(picture, page), partial(side, page)])


def halves(page: Page, left: Part, right: Part) -> None:
    """Two parts of equal width; one below the other on a phone."""
    pieces.columns(HALVES, [partial(left, page), partial(right, page)])


def decisions(page: Page) -> None:
    """What this agenda point asks to be decided, worst first."""
    wanted = page.wanted
    if page.kecamatan is None:
        show(elements.section("Yang perlu diputuskan"), deciding.decisions(wanted))
        return
    city = [row for row in wanted if row["seluruh_kota"]]
    if narrowed.has_place(page.ask("bersama/angka_pokok"), page.name):
        own = [row for row in wanted if not row["seluruh_kota"]]
        show(elements.section("Yang perlu diputuskan", place.short(page.kecamatan)), deciding.decisions(own))
    if city:
        show(elements.section("Yang perlu diputuskan", narrowed.CITY), deciding.decisions(city))


def messages(page: Page) -> answers.Rows:
    """The paragraphs of what is sent of every agenda point (rows of bahan/pesan)."""
    return sync_status.messages(page.numbers)


recorded = form.listed


def reconciliation(page: Page, title: str = "Angka yang berbeda antarlembaga") -> None:
    """Where two agencies have different numbers, side by side; below them what has not arrived yet, and what their
    sheets hint at together."""
    rows = page.own("rekonsiliasi")
    compared = [row for row in rows if not row["petunjuk"] and not row["berjalan"]]
    coming = [row for row in rows if row["berjalan"]]
    hinted = [row for row in rows if row["petunjuk"] and row["status"] != "hijau"]
    aside = page.also()
    if compared:
        show(elements.section(title, aside), disagreements(compared))
    if coming:
        show(elements.section("Yang belum sampai", aside), under_way(coming))
    if hinted:
        show(elements.section("Bila catatan antarlembaga dilihat bersama", aside), hints(hinted))


def ground(page: Page) -> None:
    """The foot of an agenda page: the numbers not shown above, what changed in the sheets, the sources, and how each
    number came about.
    """
    numbers, most = page.own("angka_pokok"), indicators.MOST_LARGE if page.large else indicators.MOST
    show(
        indicators.numbers_rest(narrowed.here(numbers), page.name, most),
        _changed(page),
        elements.section("Sumber", page.also()),
        overview.sources(page.own("sumber")),
        elements.expandable(
            "Hitungan dan dasar aturan tiap angka",
            elements.table(
                [("indikator", "Angka", "teks"), ("dasar", "Dasar dan ambang", "teks"),
                 ("sumber", "Tab yang dipakai", "teks"),
                 ("terhitung", "Baris terhitung", "bil"), ("dikecualikan", "Belum ikut", "bil")],
                narrowed.told(numbers),
            ),
        ),
        elements.expandable("Pertanyaan SQL yang menghitungnya", elements.code(_measures(page))),
    )  # fmt: skip
    onward(page)


def onward(page: Page) -> None:
    """The way to the next point of the meeting, at the foot of a page that a phone shows."""
    show(agenda_course.onward(page.ask("bersama/acara"), page.name))


def _changed(page: Page) -> Html:
    """The changes in the sheets that concern an agenda page most, and the way to all of them; cells of an agency only
    for whoever sees its details.
    """
    rows = [
        row
        for row in page.ask("perubahan/agenda")
        if row["halaman"] == page.name and page.person.details(row["instansi"])
    ]
    if not rows:
        return html("")
    aside = elements.counted(len(rows), rows[0]["semua"], "perubahan")
    city = f", {narrowed.CITY}" if page.kecamatan else ""
    title = elements.section(f"Berubah di lembar sejak {page.since}{city}", aside, "/perubahan")
    return title + changes.lines(rows, short=True)


def _measures(page: Page) -> str:
    """How the numbers of a page are worked out, one after the other as they are shown."""
    return "\n\n\n".join(page.measure(row) for row in page.own("angka_pokok"))

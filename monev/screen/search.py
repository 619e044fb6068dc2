"""What the search of the head can find, brought to the browser once somebody opens it, and not before."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from urllib.parse import quote

import streamlit as st

from monev import settings
from monev.contract import reference
from monev.contract.reference_csv import ReferenceDataError
from monev.screen import cached, meeting_keys, navigation, over_places, pieces
from monev.screen.access import reach
from monev.screen.draw import search
from monev.screen.page import Page, opened
from monev.snapshot import queries
from monev.words import place

#: The question of a page that has a map of all places.
_MAP = "peta"


def bring() -> None:
    """Put the index below the page where the browser has asked for it: the same for all who look at the same numbers in
    the same role, on whatever page they are."""
    page = opened()
    if page is not None and st.session_state.pop(meeting_keys.WISHED, False):
        cached.draw(replace(page, name=_MAP, large=False), _index)


def _index(page: Page) -> None:
    pieces.add(search.index(found(page)))


def found(page: Page) -> list[search.Row]:
    """All that whoever looks at the page may find, with the page on which each opens.

    Cells of an agency only for whoever sees its details; a place only where a page has a map of it.
    """
    with_map, known = _with_map(page), _spoken_of()
    rows = []
    for row in page.ask("bersama/cari"):
        if reach.closed(page.person, (row["ke"] or "").partition("?")[0]):
            continue
        if row["instansi"] and not page.person.details(row["instansi"]):
            continue
        if row["jenis"] == "angka":
            row["kata"] = " ".join([row["kata"], *known.get(row["kode"], ())])
        elif row["jenis"] == "tempat":
            if over_places.HEAT in queries.load():
                rows.append(row | _way(row))
                continue
            if with_map is None:
                continue
            row |= {
                "ke": with_map,
                "keterangan": f"{place.said(row['keterangan'])}, peta di {navigation.entries()[with_map].title}",
            }
        rows.append(row)
    return rows + [row for row in _pages() if not reach.closed(page.person, row["ke"])]


def _way(row: search.Row) -> search.Row:
    """Where a place opens that reports itself: a smaller one alone, a larger one in the choice of places."""
    seat = next((one for one in place.seats().values() if one.name == row["judul"] and one.small), None)
    opens = f"daerah={seat.code}" if seat else f"kec={quote(row['judul'])}"
    return {"ke": f"ringkasan?{opens}", "keterangan": place.said(row["keterangan"])}


def _with_map(page: Page) -> str | None:
    """The first point of the agenda that has a map."""
    questions = queries.load()
    points = (row["halaman"] for row in page.ask("bersama/status_agenda"))
    return next((point for point in points if f"{point}/{_MAP}" in questions), None)


def _spoken_of() -> dict[str, tuple[str, ...]]:
    """How the numbers are called when one speaks of them; without what cannot be read, of which the sync tells."""
    with suppress(ReferenceDataError):
        return reference.sayings(settings.reference())
    return {}


def _pages() -> list[search.Row]:
    """The pages of every series of meetings, which no snapshot knows."""
    named = {**navigation.BEFORE, **navigation.AFTER}
    return [{"jenis": "halaman", "judul": title, "keterangan": "halaman", "ke": name} for name, title in named.items()]

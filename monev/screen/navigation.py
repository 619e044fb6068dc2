"""The pages in the order of the meeting: what opens every one, the points of its agenda, what goes with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from copy import copy
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from monev import settings
from monev.contract import agenda_csv
from monev.contract.reference_csv import ReferenceDataError

#: The pages of every series of meetings, before and after the points of the agenda, with their titles in the menu.
BEFORE = {"ringkasan": "Ringkasan"}
AFTER = {"tindak_lanjut": "Tindak lanjut", "perubahan": "Perubahan", "rapat": "Rapat", "bahan": "Bahan",
         "mutu_data": "Mutu data"}  # fmt: skip


#: Pages that no menu names: they are reached from what they are about.
WITHIN = {"angka": "Satu angka"}


class Entry(NamedTuple):
    """A page: its title in the menu, and its file, by which Streamlit knows it; None where it is drawn from what the
    point declares."""

    title: str
    file: Path | None


def entries() -> Mapping[str, Entry]:
    """All pages by name. Without the points where agenda.csv cannot be read: the sync tells of that."""
    try:
        points = agenda_csv.read(settings.reference())
    except ReferenceDataError:
        points = []
    own = {row["halaman"]: Entry(f"{row['nomor']} {row['judul_pendek']}", _file(row["halaman"])) for row in points}
    first = {name: Entry(title, _file(name) or settings.ENGINE_PAGES / f"{name}.py") for name, title in BEFORE.items()}
    return first | own | _engine(AFTER)


def everywhere() -> Mapping[str, Entry]:
    """All pages by name, with those that the menu does not name behind the others."""
    return {**entries(), **_engine(WITHIN)}


def _engine(titles: Mapping[str, str]) -> dict[str, Entry]:
    return {name: Entry(title, settings.ENGINE_PAGES / f"{name}.py") for name, title in titles.items()}


def _file(point: str) -> Path | None:
    path = settings.PAGES / f"{point}.py"
    return path if path.is_file() else None


#: What was built, by the pages that are closed: at most once for each role.
_built: dict[tuple[str, ...], list[Any]] = {}


def built(draw: Callable[[str], None], closed: Collection[str] = ()) -> list[Any]:
    """What Streamlit navigates by: each page looks for its file on the disk. `draw` draws a point without one, by its
    name; those that are `closed` to whoever looks are named in no menu."""
    return [
        st.Page(one.file or _drawn(draw, name), title=one.title, url_path=None if name in BEFORE else name,
                default=name in BEFORE, visibility="hidden" if name in WITHIN or name in closed else "visible")
        for name, one in everywhere().items()
    ]  # fmt: skip


def _drawn(draw: Callable[[str], None], name: str) -> Callable[[], None]:
    def page() -> None:
        draw(name)

    return page


def pages(draw: Callable[[str], None], closed: tuple[str, ...] = ()) -> list[Any]:
    """The pages for one run; Streamlit marks the one that runs, so each run has its own."""
    if closed not in _built:
        _built[closed] = built(draw, closed)
    return [copy(page) for page in _built[closed]]


def switch(name: str, **more: Any) -> None:
    """To another page within the visit; nothing happens where there is no such page."""
    known = everywhere()
    if name in known:
        st.switch_page(known[name].file or built(_nothing)[list(known).index(name)], **more)


def _nothing(name: str) -> None:
    """Only by where it lies does Streamlit know the page that it goes to."""

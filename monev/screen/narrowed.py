"""One kecamatan: the choice in the address, and the answers on what of the numbers lies there.

Nothing is worked out here. The same questions are asked of the same snapshot with only the rows of that kecamatan; what
rests on a tab without places is answered for the whole city, and says so (`seluruh_kota`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from monev.screen import address, answers, navigation
from monev.screen.address import KECAMATAN
from monev.screen.answers import Numbers, Rows, Stamps
from monev.screen.draw import kecamatan
from monev.screen.draw.html import Html, html
from monev.snapshot import few_numbers, indicator_sql, kecamatan_sql, queries, schema, store
from monev.words import place as called

#: Narrowed snapshots that are open at once, and answers of them kept in memory.
OPEN, KEPT = 2, 150
#: What is said beside what is of the whole city.
CITY = called.whole()
#: Pages that are of the whole city whatever is chosen, and so are the questions in their folders.
_WHOLE = (*navigation.AFTER, queries.SHARED)
#: Questions whose rows are those of the kecamatan, and of the city where it has none: by what they are told apart.
_BY = {"bersama/angka_pokok": "kode", "bersama/pembanding": "kode", "bersama/angka_dua_saat": "kode",
       "bersama/status_agenda": "halaman", "angka/baris": "kode"}  # fmt: skip
_WANTED, _AGENDA, _LEFT = "bersama/perlu_diputuskan", "bersama/status_agenda", "bersama/di_luar_kecamatan"


@dataclass(frozen=True)
class Part:
    """What of a snapshot lies in one kecamatan, opened; with the codes of the numbers and the tables of the tabs of
    which every row has a place, and all that can be asked."""

    snapshot: store.Snapshot
    codes: frozenset[str]
    tabs: frozenset[str]
    questions: Mapping[str, queries.Question]


def names(numbers: Numbers) -> tuple[str, ...]:
    """The kecamatan that can be chosen; none where there is but one, or no number has places."""
    return _names(numbers, numbers.stamps)


def chosen(numbers: Numbers, page: str) -> str | None:
    """The one that the address names, on a page that it narrows; None where it names none that can be chosen."""
    return None if page in navigation.AFTER else _asked_for(numbers, _typed())


def _asked_for(numbers: Numbers, asked: str) -> str | None:
    there = _names(numbers, numbers.stamps) if asked else ()
    return next((name for name in there if name.casefold() == asked.strip().casefold()), None)


def _typed() -> str:
    return st.session_state.get(KECAMATAN) or st.query_params.get(KECAMATAN) or ""


def above(numbers: Numbers, page: str) -> tuple[Html, Html]:
    """The choice for the line above a page, and what stands below that line where the choice means nothing there."""
    typed = _typed()
    asked = _asked_for(numbers, typed)
    choice = kecamatan.choice(names(numbers), asked, address.here(page))
    if asked is None:
        return choice, kecamatan.unknown() if choice and typed else html("")
    return choice, kecamatan.elsewhere(asked) if page in navigation.AFTER else html("")


def ask(numbers: Numbers, place: str, question: str) -> Rows:
    """The rows of queries/<question>.sql about the kecamatan; of the whole city where they have no place. Whoever asks
    may change them."""
    return [dict(row) for row in _asked(numbers, place, question, numbers.stamps)]


def reach(numbers: Numbers, place: str, question: str) -> str:
    """What has to be said beside the answer of a page's own question: that it is of the whole city, as where none is
    named; else nothing."""
    return CITY if not question or _tabs(numbers, place, question, numbers.stamps) is False else ""


def apart(row: Mapping) -> bool:
    """Whether a row is that of a kecamatan: what is known of the city, such as its course, does not belong to it."""
    return row.get("seluruh_kota") is False


def here(rows: Rows) -> Rows:
    """Of numbers those of the kecamatan; all where none of them has places, and of the whole city."""
    return [row for row in rows if apart(row)] or rows


def city(rows: Rows) -> Rows:
    """The others: those that stand beside the numbers of the kecamatan."""
    return [row for row in rows if row.get("seluruh_kota")] if any(map(apart, rows)) else []


def told(rows: Rows) -> Rows:
    """Numbers whose name says where they are of the whole city beside those of a kecamatan."""
    mixed = city(rows)
    return [row | {"indikator": f"{row['indikator']} ({CITY})"} if row in mixed else row for row in rows]


def has_place(rows: Rows, point: str) -> bool:
    """Whether any number of an agenda point, among `rows`, is that of the kecamatan."""
    return any(apart(row) for row in rows if row["halaman"] == point)


@lru_cache(maxsize=64)
def _names(numbers: Numbers, stamps: Stamps) -> tuple[str, ...]:
    there = [row["kecamatan"] for row in answers.ask(numbers, "bersama/kecamatan")]
    return tuple(there) if len(there) > 1 and _placed() else ()


def _placed() -> dict[str, bool]:
    """The codes of the numbers all of whose tabs have places; whether each is a part of something."""
    tabs = kecamatan_sql.placed(queries.known_contracts())
    declared = [one.declared for one in queries.load().values() if one.kind is indicator_sql]
    return {
        one.code: bool(one.block.get("nisbah"))
        for one in declared
        if one.uses and all(f"{use.agency}__{use.tab}" in tabs for use in one.uses)
    }


@st.cache_resource(max_entries=OPEN, show_spinner=False)
def _part(numbers: Numbers, place: str, stamps: Stamps) -> Part:
    tabs, codes = kecamatan_sql.placed(queries.known_contracts()), _placed()
    narrowed = kecamatan_sql.Narrowed(place, tabs, tuple(code for code, share in codes.items() if share))
    asked = few_numbers.questions(codes.keys())
    opened = store.Snapshot(
        numbers.folder, numbers.snapshot, numbers.before, schema.today(), questions=asked, narrowed=narrowed
    )
    return Part(opened, frozenset(codes), frozenset(tabs), asked)


@lru_cache(maxsize=KEPT)
def _tabs(numbers: Numbers, place: str, question: str, stamps: Stamps) -> bool | None:
    """Whether every tab beneath a question has places; None where there is no tab beneath it."""
    part = _part(numbers, place, stamps)
    typed = {tab.table for one in queries.known_contracts().values() for tab in one.tabs.values()}
    if question not in part.questions:
        return None
    beneath = queries.beneath(part.questions, [question])[question] & typed
    return beneath <= part.tabs if beneath else None


@lru_cache(maxsize=KEPT)
def _asked(numbers: Numbers, place: str, question: str, stamps: Stamps) -> Rows:
    part = _part(numbers, place, stamps)
    if question == _LEFT:
        return part.snapshot.rows(question)
    if by := _BY.get(question):
        rows = _beside(part.snapshot.rows(question), answers.ask(numbers, question), by)
        return sorted(rows, key=lambda row: row["nomor"]) if question == _AGENDA else rows
    if question == _WANTED:
        return _wanted(part, answers.ask(numbers, question))
    if question.partition("/")[0] not in _WHOLE and _tabs(numbers, place, question, stamps):
        return part.snapshot.rows(question)
    return answers.ask(numbers, question)


def _beside(here: Rows, city: Rows, by: str) -> Rows:
    """The rows of the kecamatan, then those of the city about what it has no row of."""
    known = {row[by] for row in here}
    return [*_marked(here, False), *_marked((row for row in city if row[by] not in known), True)]


def _wanted(part: Part, city: Rows) -> Rows:
    """What has to be decided about the kecamatan; then what rests on tabs without places. `ke` is the place among those
    of the city, by which what was decided is known; None where the city says it in other words."""
    said = {_told(row): row["ke"] for row in city}
    here = [row | {"ke": said.get(_told(row))} for row in part.snapshot.rows(_WANTED) if _has_place(part, row)]
    return [*_marked(here, False), *_marked((row for row in city if not _has_place(part, row)), True)]


def _told(row: Mapping) -> tuple:
    return row["halaman"], row["uraian"], row["pemilik"], row["tenggat"]


def _has_place(part: Part, row: Mapping) -> bool:
    return f"{row['instansi']}__{row['tab']}" in part.tabs or row["kode"] in part.codes


def _marked(rows: Iterable[Mapping], city: bool) -> Rows:
    return [{**row, "seluruh_kota": city} for row in rows]

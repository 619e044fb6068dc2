"""The headline numbers of an agenda point, as HTML: value, change since the last meeting, and ground."""

from __future__ import annotations

from collections.abc import Sequence

from monev.screen.draw import course_line
from monev.screen.draw.elements import Row, block, emphasis, empty_state, mark, unbroken
from monev.screen.draw.html import every, html, safe
from monev.words import indicator, place

#: So many numbers are shown first; fewer where a room reads them in larger type.
MOST, MOST_LARGE = 6, 5
_NONE = "Belum ada angka pokok untuk agenda ini."


def numbers(rows: Sequence[Row], agenda: str = "", most: int = MOST) -> str:
    """The headline numbers in their fixed order, at most `most` of them.

    Keys: kode, indikator, nilai, satuan, status, kalimat, terhitung, dikecualikan; dulu_nilai and dulu_tanggal (the
    last meeting) and gerak (which way it moved) where there is something to compare with; jalan, its course.
    Each leads to its own page.
    """
    shown, _ = indicator.split(rows, most)
    if not shown:
        return empty_state(_NONE)
    cells = html("").join(_number(row, agenda) for row in shown)
    return block(cells, "angka-baris", style=f"--n:{len(shown)};--pasang:{len(shown) // 2}")


def beside(rows: Sequence[Row], agenda: str = "", most: int = MOST_LARGE) -> str:
    """The same numbers as a list beside a picture, one in a line with its change below; keys as for `numbers`."""
    shown, _ = indicator.split(rows, most)
    if not shown:
        return empty_state(_NONE)
    return block(every("<li>{}</li>", ([_line(row, agenda)] for row in shown)), "angka-sisi", "ul")


def _line(row: Row, agenda: str) -> str:
    return html(
        '{}<a href="{}" target="_self">{}</a><b>{}</b><small>{}</small>',
        mark(row["status"], agenda),
        address(row["kode"]),
        row["indikator"],
        _figure(row, agenda),
        _below(row, agenda),
    )


def _figure(row: Row, agenda: str) -> str:
    figure, unit = indicator.figure(row) or ("", "")  # the word that stands for it has its place below
    return html("{} <small>{}</small>", figure, unit) if unit else safe(figure)


def _below(row: Row, agenda: str) -> str:
    """Why it is not green, and what it was; where nothing is to be explained, how it moved; ahead of it the word that
    stands for a number that there is not."""
    if indicator.figure(row) is None:
        return html("<strong>{}.</strong> {}", indicator.value_or_word(row, agenda), _moved(row))
    why, before = indicator.reason(row), indicator.change(row, judged=False)
    return html(" · ").join([html("<strong>{}</strong>", why), *([before] if before else [])]) if why else _moved(row)


def numbers_rest(rows: Sequence[Row], agenda: str = "", most: int = MOST) -> str:
    """The numbers that `numbers` left out, in one line; empty when none was."""
    _, left = indicator.split(rows, most)
    if not left:
        return html("")
    items = every(
        "<li>{} {} <b>{}</b></li>",
        ((mark(row["status"], agenda), row["indikator"], indicator.value_or_word(row, agenda)) for row in left),
    )
    return block(html("<ul>{}</ul>", items), "angka-lain kecil")


def of_city(rows: Sequence[Row], agenda: str = "") -> str:
    """The numbers that have no place, beside those of one kecamatan, in one line."""
    items = every(
        "<li>{} {} <b>{}</b></li>",
        ((mark(row["status"], agenda), row["indikator"], indicator.value_or_word(row, agenda)) for row in rows),
    )
    told = html("<p><b>{}</b>, lembarnya tanpa tempat:</p><ul>{}</ul>", place.said("Seluruh kota"), items)
    return block(told, "angka-lain kota kecil")


def _number(row: Row, agenda: str) -> str:
    status, found = row["status"], indicator.figure(row)
    if found is None:
        value = html('<span class="nilai kosong">{}</span>', indicator.value_or_word(row, agenda))
    else:
        figure, unit = found
        small = html(" <small>{}</small>", unit) if unit else ""
        line = course_line.small(row.get("jalan") or [], row["satuan"], agenda)
        value = html('<span class="nilai">{}{}</span>{}', figure, small, line)
    return html(
        '<a class="angka" href="{}" target="_self" data-s="{}"><span class="label">{}<span>{}</span></span>'
        '<span class="besar">{}</span><span class="sebab">{}</span><span class="dasar">{}</span>'
        '<span class="beda">{}</span></a>',
        address(row["kode"]),
        status,
        mark(status, agenda),
        row["indikator"],
        value,
        unbroken(indicator.reason(row)),
        unbroken(indicator.ground(row)),
        _moved(row),
    )


def address(code: str) -> str:
    """Where the page of one number is."""
    return f"/angka?kode={code}"


def _moved(row: Row) -> str:
    """How the number moved; where that would say nothing, why."""
    return emphasis(row["kalimat"]) if indicator.explained(row) else unbroken(indicator.change(row))

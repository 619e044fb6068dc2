"""The headline numbers of an agenda point, as HTML: value, change since the last meeting, and ground."""

from __future__ import annotations

from collections.abc import Sequence

from monev.screen.draw.elements import Row, block, emphasis, empty_state, mark, text, unbroken
from monev.words import indicator

#: So many numbers are shown first; fewer where a room reads them in larger type.
MOST, MOST_LARGE = 6, 5
_NONE = "Belum ada angka pokok untuk agenda ini."


def numbers(rows: Sequence[Row], agenda: str = "", most: int = MOST) -> str:
    """The headline numbers in their fixed order, at most `most` of them.

    Keys: indikator, nilai, satuan, status, kalimat, terhitung, dikecualikan; dulu_nilai and dulu_tanggal (the
    last meeting) and gerak (which way it moved) where there is something to compare with.
    """
    shown, _ = indicator.split(rows, most)
    if not shown:
        return empty_state(_NONE)
    cells = "".join(_number(row, agenda) for row in shown)
    return block(cells, "angka-baris", style=f"--n:{len(shown)};--pasang:{len(shown) // 2}")


def beside(rows: Sequence[Row], agenda: str = "", most: int = MOST_LARGE) -> str:
    """The same numbers as a list beside a picture, one in a line with its change below; keys as for `numbers`."""
    shown, _ = indicator.split(rows, most)
    if not shown:
        return empty_state(_NONE)
    return block("".join(f"<li>{_line(row, agenda)}</li>" for row in shown), "angka-sisi", "ul")


def _line(row: Row, agenda: str) -> str:
    return (
        f"{mark(row['status'], agenda)}<span>{text(row['indikator'])}</span>"
        f"<b>{_figure(row, agenda)}</b><small>{_below(row, agenda)}</small>"
    )


def _figure(row: Row, agenda: str) -> str:
    figure, unit = indicator.figure(row) or ("", "")  # the word that stands for it has its place below
    return f"{text(figure)} <small>{text(unit)}</small>" if unit else text(figure)


def _below(row: Row, agenda: str) -> str:
    """Why it is not green, and what it was; where nothing is to be explained, how it moved; ahead of it the word that
    stands for a number that there is not."""
    if indicator.figure(row) is None:
        return f"<strong>{text(indicator.value_or_word(row, agenda))}.</strong> {_moved(row)}"
    why, before = indicator.reason(row), indicator.change(row, judged=False)
    return " · ".join([f"<strong>{text(why)}</strong>", *([text(before)] if before else [])]) if why else _moved(row)


def numbers_rest(rows: Sequence[Row], agenda: str = "", most: int = MOST) -> str:
    """The numbers that `numbers` left out, in one line; empty when none was."""
    _, left = indicator.split(rows, most)
    if not left:
        return ""
    items = "".join(
        f"<li>{mark(row['status'], agenda)} {text(row['indikator'])} "
        f"<b>{text(indicator.value_or_word(row, agenda))}</b></li>"
        for row in left
    )
    return block(f"<ul>{items}</ul>", "angka-lain kecil")


def _number(row: Row, agenda: str) -> str:
    status, found = row["status"], indicator.figure(row)
    if found is None:
        value = f'<div class="nilai kosong">{text(indicator.value_or_word(row, agenda))}</div>'
    else:
        figure, unit = found
        small = f" <small>{text(unit)}</small>" if unit else ""
        value = f'<div class="nilai">{text(figure)}{small}</div>'
    return (
        f'<div class="angka" data-s="{text(status)}"><div class="label">{mark(status, agenda)}'
        f"<span>{text(row['indikator'])}</span></div>{value}"
        f'<div class="sebab">{unbroken(indicator.reason(row))}</div>'
        f'<div class="dasar">{unbroken(indicator.ground(row))}</div>'
        f'<div class="beda">{_moved(row)}</div></div>'
    )


def _moved(row: Row) -> str:
    """How the number moved; where that would say nothing, why."""
    return emphasis(row["kalimat"]) if indicator.explained(row) else unbroken(indicator.change(row))

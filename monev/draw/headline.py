"""The headline numbers of an agenda point, as HTML: value, change since the last meeting, and ground."""

from __future__ import annotations

from collections.abc import Sequence

from monev import words
from monev.draw.elements import Row, block, emphasis, empty_state, mark, text

#: So many numbers are shown first; fewer where a room reads them in larger type.
MOST, MOST_LARGE = 6, 5
#: The order in which numbers leave the first row when there are too many; the worst never before the better.
_LEAVES_FIRST = ("hijau", "belum_waktunya", "belum_dilaporkan", "kuning", "merah")

_NONE = "Belum ada angka pokok untuk agenda ini."


def numbers(rows: Sequence[Row], agenda: str = "", most: int = MOST) -> str:
    """The headline numbers in their fixed order, at most `most` of them.

    Keys: indikator, nilai, satuan, status, kalimat, terhitung, dikecualikan; dulu_nilai and dulu_tanggal (the
    last meeting) and arah ("naik" or "turun": which way is better) where there is something to compare with.
    """
    shown, _ = _split(rows, most)
    if not shown:
        return empty_state(_NONE)
    cells = "".join(_number(row, agenda) for row in shown)
    return block(cells, "angka-baris", style=f"--n:{len(shown)}")


def beside(rows: Sequence[Row], agenda: str = "", most: int = MOST_LARGE) -> str:
    """The same numbers as a list beside a picture, one in a line with its change below; keys as for `numbers`."""
    shown, _ = _split(rows, most)
    if not shown:
        return empty_state(_NONE)
    return block("".join(f"<li>{_line(row, agenda)}</li>" for row in shown), "angka-sisi", "ul")


def _line(row: Row, agenda: str) -> str:
    said = _explained(row) or _change(row)
    return (
        f"{mark(row['status'], agenda)}<span>{text(row['indikator'])}</span>"
        f"<b>{text(_value_or_word(row, agenda))}</b><small>{said}</small>"
    )


def numbers_rest(rows: Sequence[Row], agenda: str = "", most: int = MOST) -> str:
    """The numbers that `numbers` left out, in one line; empty when none was."""
    _, left = _split(rows, most)
    if not left:
        return ""
    items = "".join(
        f"<li>{mark(row['status'], agenda)} {text(row['indikator'])} <b>{text(_value_or_word(row, agenda))}</b></li>"
        for row in left
    )
    return block(f"<ul>{items}</ul>", "angka-lain kecil")


def _split(rows: Sequence[Row], most: int) -> tuple[list[Row], list[Row]]:
    """Shown and left out, both in the given order; green leaves first, from the end."""
    ranked = sorted(range(len(rows)), key=lambda place: (_LEAVES_FIRST.index(rows[place]["status"]), -place))
    out = set(ranked[: max(len(rows) - most, 0)])
    return (
        [row for place, row in enumerate(rows) if place not in out],
        [row for place, row in enumerate(rows) if place in out],
    )


def _value_or_word(row: Row, agenda: str) -> str:
    if row["nilai"] is None or row["status"] == "belum_waktunya":
        return words.status_word(row["status"], agenda)
    return words.value_text(row["nilai"], row["satuan"])


def _number(row: Row, agenda: str) -> str:
    status = row["status"]
    # Before its time a number says nothing yet: zero of a hundred would read as a failure.
    early = status == "belum_waktunya"
    if row["nilai"] is None or early:
        value = f'<div class="nilai kosong">{text(_value_or_word(row, agenda))}</div>'
    else:
        figure, unit = words.value(row["nilai"], row["satuan"])
        small = f" <small>{text(unit)}</small>" if unit else ""
        value = f'<div class="nilai">{text(figure)}{small}</div>'
    said = _explained(row)
    return (
        f'<div class="angka" data-s="{text(status)}"><div class="label">{mark(status, agenda)}'
        f"<span>{text(row['indikator'])}</span></div>{value}"
        f'<div class="beda">{said or _change(row)}</div>'
        f'<div class="dasar">{_ground(row)}</div></div>'
    )


def _explained(row: Row) -> str:
    """Why there is nothing to judge yet; a change of what is not due or not reported would say nothing."""
    unknown = row["status"] in ("belum_waktunya", "belum_dilaporkan")
    return emphasis(row["kalimat"]) if unknown and row.get("kalimat") else ""


def _change(row: Row) -> str:
    """ "21 Okt: 7, membaik". Judged on what is shown, so that 40,0% after 40,0% is never called a change."""
    if row.get("dulu_tanggal") is None:
        return ""
    before = row.get("dulu_nilai")
    date = words.date_short(row["dulu_tanggal"])
    if before is None:
        return f"{date}: belum ada angka"
    then = words.value_text(before, row["satuan"])
    # The counting word stands beside the number above; only "miliar" or "juta" belongs to the amount itself.
    line = f"{date}: {text(then if row['satuan'] == 'rp' else words.value(before, row['satuan'])[0])}"
    if row["nilai"] is None:
        return line
    if then == words.value_text(row["nilai"], row["satuan"]):
        return f"{line}, tetap"
    if row.get("arah") not in ("naik", "turun"):
        return line
    better = (row["nilai"] > before) == (row["arah"] == "naik")
    return f"{line}, {'membaik' if better else 'memburuk'}"


def _ground(row: Row) -> str:
    if row["status"] == "belum_waktunya":
        return "" if row["nilai"] is None else f"sejauh ini {text(words.value_text(row['nilai'], row['satuan']))}"
    counted, held = row.get("terhitung"), row.get("dikecualikan") or 0
    if counted is None or counted + held == 0:
        return ""
    return f"{words.number(counted)} dari {words.number(counted + held)} baris terbaca"

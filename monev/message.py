"""The message that asks an agency to mend its cells, ready for WhatsApp."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Mapping, Sequence
from typing import Any

from monev import finding, words
from monev.legible import legible

#: Cells named in one message; a longer list is not read on a phone.
MOST = 10
_NOTHING = "\N{ZERO WIDTH SPACE}"
#: Within an address: https://, nama@, kpu.go.id; between digits a point stays as it is.
_PARTED = re.compile(r"[.:@/](?=[^\W\d]|/)")
_SET = re.compile(r"[*_~`]")


def request(agency: str, rows: Sequence[Mapping[str, Any]], counted: int, trouble: str | None = None) -> str:
    """The text for one agency; `rows` are its findings (keys of queries/mutu_data/temuan.sql) in order of urgency,
    `counted` its rows that are counted, `trouble` why its sheet could not be read at the last try: it stands first,
    before what the last reading found.

    Findings that are only for information are left out. Nobody is thanked for a sheet that did not arrive.
    """
    wanted = [row for row in rows if finding.is_open(row)]
    opening = f"Yth. rekan {agency}, mohon {words.number(len(wanted))} hal berikut diperiksa:"
    if trouble:
        first = (
            f"Yth. rekan {agency}, lembarnya belum dapat kami baca. {trouble} Mohon dibantu bila ini di pihak rekan."
        )
        if not wanted or not counted:
            return first
        opening = f"{first}\nMenurut pembacaan terakhir, mohon {words.number(len(wanted))} hal berikut diperiksa:"
    if not wanted and not counted:
        return f"Yth. rekan {agency}, lembarnya belum kami terima atau belum berisi. Mohon dikirim atau diisi."
    if not wanted:
        return f"Yth. rekan {agency}, semua baris sudah terhitung. Terima kasih."
    lines = [opening]
    lines += [f"{place}. {_line(row)}" for place, row in enumerate(wanted[:MOST], start=1)]
    if len(wanted) > MOST:
        lines.append(f"… dan {words.number(len(wanted) - MOST)} lagi di halaman Mutu data.")
    lines.append("Terima kasih." if trouble or not counted else "Angka lain sudah terhitung. Terima kasih.")
    return "\n".join(lines)


def _line(row: Mapping[str, Any]) -> str:
    typed = f"tertulis “{_short(row['tertulis'])}”." if row["tertulis"] else ""
    asked = (f"{words.capital(row['saran'])}.", row.get("pernyataan"))
    if len(row.get("sel_semua") or ()) > 1:  # its reason says how many cells it is about, and which is the first
        spot, example = row.get("judul_kolom"), typed and f"Di {row['sel']} {typed}"
        parts = (row["alasan"], example, *asked)
    else:
        spot, parts = _spot(row), (typed, row["alasan"], *asked)
    place = ", ".join(part for part in (row["judul_tab"], spot) if part)
    said = " ".join(part for part in parts if part)
    # What stands between these marks was typed by somebody.
    said = re.sub(r"“([^”]*)”", lambda hit: f"“{inert(hit[1])}”", said)
    return f"{place}: {said}" if place else words.capital(said)


def _spot(row: Mapping[str, Any]) -> str:
    if row["sel"]:
        return f"sel {row['sel']}"
    return f"baris {row['baris']}" if row["baris"] else ""


def _short(typed: str) -> str:
    line = " ".join(typed.split())
    return line if len(line) <= 60 else line[:59] + "…"


def inert(text: str) -> str:
    """The text as it is, in which WhatsApp finds no address and nothing to set bold, slanted or struck: signs that draw
    nothing part what only counts where it stands together."""
    shown = _PARTED.sub(f"\\g<0>{_NOTHING}", legible(text))
    return _SET.sub(f"{_NOTHING}\\g<0>{_NOTHING}", shown)


def whatsapp(text: str) -> str:
    """The address that opens WhatsApp with the text in it; whom to send it to is chosen there."""
    return "https://wa.me/?text=" + urllib.parse.quote(text)

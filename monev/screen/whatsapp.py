"""What is sent by WhatsApp: the message that asks an agency to mend its cells, and the text of an agenda point."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Mapping, Sequence
from typing import Any

from monev.contract import finding
from monev.words import project, to_mend, words
from monev.words.safe_text import legible
from monev.words.spoken import BOLD

#: Cells named in one message; a longer list is not read on a phone.
MOST = 10
#: The signs of the pages in a text that has no pictures, alike in shape and not in colour alone.
SIGNS = {
    "merah": "🛑",
    "kuning": "⚠️",
    "hijau": "✅",
    "belum_waktunya": "🕒",
    "selesai_dinilai": "🏁",
    "belum_dilaporkan": "➖",
}
_NOTHING = "\N{ZERO WIDTH SPACE}"
#: Within an address: https://, nama@, contoh.go.id; between digits a point stays as it is.
_PARTED = re.compile(r"[.:@/](?=[^\W\d]|/)")
_SET = re.compile(r"[*_~`]")


def request(agency: str, rows: Sequence[Mapping[str, Any]], counted: int, trouble: str | None = None) -> str:
    """The text for one agency; `rows` are its findings (keys of mutu_data/temuan) in order of urgency,
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
        opening = f"{first}\n\nMenurut pembacaan terakhir, mohon {words.number(len(wanted))} hal berikut diperiksa:"
    if not wanted and not counted:
        return f"Yth. rekan {agency}, lembarnya belum kami terima atau belum berisi. Mohon dikirim atau diisi."
    if not wanted:
        return f"Yth. rekan {agency}, semua baris sudah terhitung. Terima kasih."
    lines = [opening]
    lines += [f"{place}. {_line(row)}" for place, row in enumerate(wanted[:MOST], start=1)]
    if len(wanted) > MOST:
        lines.append(f"… dan {words.number(len(wanted) - MOST)} lagi di halaman Mutu data.")
    lines.append("Terima kasih." if trouble or not counted else "Angka lain sudah terhitung. Terima kasih.")
    return "\n\n".join(lines)


def _line(row: Mapping[str, Any]) -> str:
    # Of what was sent nobody typed anything: what stands there is the name of a file.
    sent = project.sends_without_sheet(row.get("instansi"))
    typed = f"tertulis “{_short(row['tertulis'])}”" if row["tertulis"] and not sent else ""
    request, stated = to_mend.whole(row["saran"], row.get("contoh")), row.get("pernyataan")
    asked = f"{words.capital(request)}."
    if len(cells := [cell for cell in row.get("sel_semua") or () if cell]) > 1:
        spot = ", ".join(part for part in (row.get("judul_kolom"), f"sel {to_mend.cells(cells)}") if part)
        parts = (to_mend.reason(row["alasan"]), typed and f"Di {row['sel']} {typed}.", asked, stated)
    elif typed and request.startswith("tulis "):  # what stands there beside what it is to become
        spot, parts = _spot(row), (f"{typed} → {request}.", row["alasan"], stated)
    else:
        spot, parts = _spot(row), (typed and f"{typed}.", row["alasan"], asked, stated)
    place = ", ".join(inert(part) for part in (row["judul_tab"], spot) if part)
    said = " ".join(part for part in parts if part)
    # What stands between these marks was typed by somebody.
    said = re.sub(r"“([^”]*)”", lambda hit: f"“{inert(hit[1])}”", said)
    return f"*{place}*: {said}" if place else words.capital(said)


def _spot(row: Mapping[str, Any]) -> str:
    if row["sel"]:
        return f"sel {row['sel']}"
    return f"baris {row['baris']}" if row["baris"] else ""


def _short(typed: str) -> str:
    line = " ".join(typed.split())
    return line if len(line) <= 60 else line[:59] + "…"


def of_point(rows: Sequence[Mapping[str, Any]]) -> str:
    """The text of one agenda point; `rows` are its paragraphs (keys of bahan/pesan) in their
    order, the sentence of the point first."""
    first = rows[0]
    head = f"{first['nomor']} {first['judul']}: {words.status_word(first['keadaan'], first['halaman'])}"
    paragraphs = [f"{SIGNS[first['keadaan']]} *{inert(head)}*\n{_marked(first['isi'])}"]
    paragraphs += [
        f"{SIGNS[row['status']]} {_marked(row['isi'])}" if row["status"] else _marked(row["isi"]) for row in rows[1:]
    ]
    return "\n\n".join(paragraphs)


def _marked(text: str) -> str:
    """A text of ours in WhatsApp's marks: what stands out here, **so**, is *so* there."""
    parts = BOLD.split(text)
    return "".join(f"*{inert(part)}*" if place % 2 else inert(part) for place, part in enumerate(parts))


def inert(text: str) -> str:
    """The text as it is, in which WhatsApp finds no address and nothing to set bold, slanted or struck: signs that draw
    nothing part what only counts where it stands together."""
    shown = _PARTED.sub(f"\\g<0>{_NOTHING}", legible(text))
    return _SET.sub(f"{_NOTHING}\\g<0>{_NOTHING}", shown)


def whatsapp(text: str) -> str:
    """The address that opens WhatsApp with the text in it; whom to send it to is chosen there."""
    return "https://wa.me/?text=" + urllib.parse.quote(text)

"""What a comment says: what is typed, why it is not counted, what to write, an example; never a person's data."""

from __future__ import annotations

import re

from monev.reading import personal
from monev.sync.finding_codes import ALPHABET, SIGNS
from monev.sync.told.wanted import Told
from monev.words import to_mend, words

#: UTF-8 code units of a comment, as Google bounds it.
MOST = 2048
#: Said when a finding is gone; when its cell is, too; when nothing is known of it any more; when another comment took
#: its place, where it moved to or together with others.
THANKS = "Sudah terbaca, terima kasih."
GONE = "Sel ini sudah tidak ada di lembar, jadi komentar ini selesai. Terima kasih."
NO_MORE = "Komentar ini ditutup"
REPLACED = "Selnya berpindah, jadi komentar ini digantikan yang baru di sel yang tepat."
JOINED = "Sel ini kini disebut bersama sel lain, dalam komentar di judul kolomnya."
#: How the reply begins that says what is left of several cells.
PARTLY = "Sebagian sudah terbaca, terima kasih."
#: By this sign at its end a comment is known again, in any sheet and by any server.
_SIGN = "[monev {}]"
_SIGNED = re.compile(rf"\[monev ([{ALPHABET}]{{{SIGNS}}}|selebihnya)\]\s*\Z")
#: The code of the comment that says how many findings have none.
REST = "selebihnya"
#: The least that a part of a text is cut down to, in code units.
_LEAST = 40
#: How the line begins that says why; numbers and cells in it change while it says the same.
_WHY, _NUMBERS = "Mengapa: ", re.compile(r"[A-Z]{0,3}\d+")


def comment(told: Told) -> str:
    """The comment of a finding."""
    return _fitted([_place(told)], _parts(told), [told.meanwhile or "", _SIGN.format(told.code)])


def again(told: Told) -> str:
    """The reply where a finding came back after its comment was resolved."""
    return _fitted(["Temuan ini muncul lagi.", _place(told)], _parts(told), [told.meanwhile or ""])


def left(told: Told) -> str:
    """The reply where some of several cells were mended: which are still to be."""
    return _mute(f"{PARTLY} Yang masih perlu dibenahi: {_cells(told)}.")


def no_more(follows: Told | None) -> str:
    """The reply that ends a comment of which nothing is known any more; `follows` is told of the same cell."""
    if follows is None:
        return f"{NO_MORE}: menurut pembacaan terakhir tidak ada lagi yang perlu dibenahi di sini."
    return f"{NO_MORE}; sel ini kini disebut dalam komentar “{_place(follows)}”."


def rest(many: int) -> str:
    """The comment that says how many findings have none, the worst being told already."""
    return "\n".join([
        f"Masih ada {words.number(many)} temuan lain di lembar ini yang belum diberi komentar.",
        "Yang paling menahan angka diberi komentar lebih dulu; yang lain menyusul setelah sebagian dibenahi.",
        "Daftar lengkapnya ada di halaman Mutu data.", _SIGN.format(REST),
    ])  # fmt: skip


def code(text: str) -> str | None:
    """The code by which a comment of ours is known again; None for any other text."""
    found = _SIGNED.search(text)
    return found[1] if found else None


def alike(one: str, other: str) -> bool:
    """Whether two comments on one cell tell of the same: of the same place, or for the same reason, in however many
    cells."""
    return one.partition("\n")[0] == other.partition("\n")[0] or bool(_reasons(one) & _reasons(other))


def _reasons(said: str) -> set[str]:
    return {_NUMBERS.sub("#", line) for line in said.split("\n") if line.startswith(_WHY)}


def _place(told: Told) -> str:
    heading = f"kolom {told.heading}" if told.heading else None
    if told.cell or told.many > 1:
        where = [heading, _cells(told)] if told.many > 1 else [_cells(told), heading]
    else:
        where = [f"baris {told.row + 1}" if told.row is not None and told.heading is None else None, heading]
    return _mute(", ".join([told.title or "Berkas ini", *(one for one in where if one)]))


def _cells(told: Told) -> str:
    if told.many == 1:
        return f"sel {told.cell}" if told.cell else f"baris {(told.row or 0) + 1}"
    across = " di beberapa kolom" if told.of_columns else ""
    listed = to_mend.cells(told.cells) or f"mulai {told.cell or f'baris {(told.row or 0) + 1}'}"
    return f"{words.number(told.many)} sel{across}: {listed}"


def _parts(told: Told) -> list[tuple[str, str]]:
    typed = " ".join((told.typed or "").split())
    # Nobody's data: what is read as such was taken out before; this looks once more at what leaves us.
    hidden = personal.kind(told.typed) or personal.kind(typed)
    where = f" di {told.cell}" if told.many > 1 and told.cell else ""
    parts = [(f"Tertulis{where}", "" if hidden else typed), ("Mengapa", to_mend.reason(told.why)),
             *(to_mend.parts(told.write, told.example) if told.write else ())]  # fmt: skip
    return [(name, _mute(text)) for name, text in parts if text]


def _mute(text: str) -> str:
    """In a comment whoever is named behind @ would be told of it, as if somebody had called."""
    return text.replace("@", "\uff20")


def _fitted(before: list[str], parts: list[tuple[str, str]], behind: list[str]) -> str:
    """The lines, the longest parts cut short until all fits."""
    texts = [text for _, text in parts]
    while True:
        lines = [*before, *(f"{name}: {text}" for (name, _), text in zip(parts, texts, strict=True)), *behind]
        whole = "\n".join(line for line in lines if line)
        over = _units(whole) - MOST
        if over <= 0:
            return whole
        longest = max(range(len(texts)), key=lambda at: _units(texts[at]), default=None)
        if longest is None or _units(texts[longest]) <= _LEAST:  # titles alone are too long
            return whole.encode()[: MOST - _units(behind[-1]) - 1].decode("utf-8", "ignore") + "\n" + behind[-1]
        wanted = max(_LEAST, _units(texts[longest]) - over - _units("…"))
        texts[longest] = texts[longest].encode()[:wanted].decode("utf-8", "ignore").rstrip("… ") + "…"


def _units(text: str) -> int:
    return len(text.encode())

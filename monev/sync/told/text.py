"""What a comment says: what is typed, why it is not counted, what to write, an example; never a person's data."""

from __future__ import annotations

import re

from monev.reading import personal
from monev.sync.finding_codes import ALPHABET, SIGNS
from monev.sync.told.wanted import Told
from monev.words import words

#: UTF-8 code units of a comment, as Google bounds it.
MOST = 2048
#: Said when a finding is gone; when it was never one of ours to judge any more; when another comment took its place.
THANKS = "Sudah terbaca, terima kasih."
NO_MORE = "Hal ini tidak diperiksa lagi dengan cara yang sama, jadi komentar ini ditutup."
REPLACED = "Selnya berpindah, jadi komentar ini digantikan yang baru di sel yang tepat."
#: By this sign at its end a comment is known again, in any sheet and by any server.
_SIGN = "[monev {}]"
_SIGNED = re.compile(rf"\[monev ([{ALPHABET}]{{{SIGNS}}}|selebihnya)\]\s*\Z")
#: The code of the comment that says how many findings have none.
REST = "selebihnya"
#: The least that a part of a text is cut down to, in code units.
_LEAST = 40


def comment(told: Told) -> str:
    """The comment of a finding."""
    return _fitted([_place(told)], _parts(told), [told.meanwhile or "", _SIGN.format(told.code)])


def again(told: Told) -> str:
    """The reply where a finding came back after its comment was resolved."""
    return _fitted(["Temuan ini muncul lagi.", _place(told)], _parts(told), [told.meanwhile or ""])


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


def _place(told: Told) -> str:
    title, heading = told.title or "Berkas ini", f"kolom {told.heading}" if told.heading else None
    if told.many > 1:
        where = [heading, f"{words.number(told.many)} sel, mulai {told.cell or f'baris {(told.row or 0) + 1}'}"]
    elif told.cell:
        where = [f"sel {told.cell}", heading]
    else:
        where = [f"baris {told.row + 1}" if told.row is not None and told.heading is None else None, heading]
    return _mute(", ".join([title, *(one for one in where if one)]))


def _parts(told: Told) -> list[tuple[str, str]]:
    typed = " ".join((told.typed or "").split())
    # Nobody's data: what is read as such was taken out before; this looks once more at what leaves us.
    hidden = personal.kind(told.typed) or personal.kind(typed)
    parts = [("Tertulis", "" if hidden else typed), ("Mengapa", told.why), ("Tulis", told.write or ""),
             ("Contoh", told.example or "")]  # fmt: skip
    return [(name, _mute(words.capital(text) if name == "Tulis" else text)) for name, text in parts if text]


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

"""Words that ask for something and are no value: a hint behind a title, a row of instructions under the header."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from monev.reading.layout.titles import plain, words_of
from monev.sheets import Value
from monev.words import vocabulary

_DAY, _TURN = r"(?:hari|hr|tgl|tanggal|dd?|hh?|t{2})", r"(?:bulan|bln|mm?|bb?)"
_PATTERN = (
    rf"(?:hari\W+)?(?:{_DAY}\W*{_TURN}\W*(?:tahun|thn|th|y{{2,4}}|t{{2,4}})?"
    rf"|(?:tahun|thn|y{{2,4}}|t{{4}})\W+{_TURN}\W+{_DAY})"
)
_KIND = (
    r"(?:angka|teks|text|huruf|tanggal|tgl|date|number|bilangan|bulat|pilihan|dropdown|string|rupiah|saja|penuh|bebas"
    r"|singkat|ya\s*/\s*tidak|y\s*/\s*t)"
)
_ASKS = (
    r"(?:(?:harap|mohon|silakan|silahkan|jangan|harus|boleh|tidak|tdk)\s+)?(?:di)?(?:isi(?:kan|lah)?|pilih(?:lah)?|tulis(?:kan|lah)?"
    r"|kosongkan|kosong|wajib|ketik)|opsional|optional|mandatory|required|format|contoh|cth|misal(?:nya)?|otomatis"
    r"|jika\s+ada|bila\s+ada"
)
_INSTRUCTION = re.compile(rf"\W*(?:(?:{_ASKS})\b.*|{_PATTERN}\W*|{_KIND}(?:[\s/,]+{_KIND})*\W*)", re.I | re.S)
#: An instruction is no longer than this.
LONGEST = 80

_LAST_BRACKET = re.compile(r"(?P<title>.*\S)\s*[(\[](?P<hint>[^()\[\]]*)[)\]]\W*", re.S)
_LAST_PART = re.compile(r"(?P<title>[^:/|–]*\S)\s*(?:[:/|–]|\s-\s)\s*(?P<hint>.*\S)\s*", re.S)
_PARTS = re.compile(r"\s*(?:[/,;|&\n]|\bdan\b|\batau\b)\s*", re.I)
_UNTIL = re.compile(r"(?P<title>.*\S)\s*[\s(\[](?P<hint>(?:s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)\s.*\S)", re.S | re.I)
_LEAD = re.compile(r"\W*(?:(?:di)?(?:pilih|isi)(?:an|lah)?|salah\s+satu|[:=]|\s)+\W*", re.I)
_YES_NO = frozenset({"ya", "tidak", "y", "t", "tdk", "sudah", "belum", "ada", "tidakada", "aktif", "tidakaktif"})
#: Words that make another thing of a title that they stand behind; those of its own title do not.
_TURNING = frozenset(
    ["belum", "blm", "tidak", "tdk", "kurang", "non", "tanpa", "bukan", "sisa", "selisih", "persen",
     "persentase", "prosentase", "rata", "rata2", "rerata", "rataan", "maks", "min", "target", "sasaran",
     "lama", "baru", "sebelum", "sebelumnya", "lalu", "kemarin", "sesudah", "setelah", "kumulatif", "akumulasi",
     "total", "jumlah", "sementara", "batal", "dibatalkan", "rusak", "hilang", "cacat", "kembali",
     "dikembalikan", "retur", "pengganti", "ganti", "tambahan", "susulan", "usulan", "usul", "rencana",
     "direncanakan", "realisasi", "perkiraan", "estimasi", "prediksi", "proyeksi", "kebutuhan", "undangan",
     "diundang", "lakilaki", "perempuan", "khusus", "reguler", "saja", "hanya", "kecuali", "selain",
     "tahun", "bulan", "minggu", "pekan", "hari", "harian", "mingguan", "bulanan", "per", "tiap", "setiap",
     "awal", "akhir", "asal", "revisi", "perubahan", "murni", "addendum", "lebih",
     "kelebihan", "ganda", "dobel", "pindah", "masuk", "keluar", "baik", "sah", "sd", *vocabulary.words("pembeda")]
)  # fmt: skip
_BOTH = (frozenset({"lakilaki", "perempuan"}),)


def is_instruction(value: Value) -> bool:
    """Whether a cell asks for what is to be filled in: "diisi Camat", "wajib", "dd/mm/yyyy", "contoh: …"."""
    return isinstance(value, str) and len(value) <= LONGEST and _asks(value)


@lru_cache(20_000)
def _asks(text: str) -> bool:
    return _INSTRUCTION.fullmatch(text.strip()) is not None


def hinted(text: str) -> tuple[str, str, bool] | None:
    """A title and what stands behind it, in a bracket (true) or behind a slash, a dash or a colon (false)."""
    if found := _LAST_BRACKET.fullmatch(text):
        return found["title"], found["hint"], True
    found = _LAST_PART.fullmatch(text)
    return (found["title"], found["hint"], False) if found else None


def until(text: str) -> str | None:
    """The title in front of "s.d. November 2024", which only a cumulative column may bear."""
    found = _UNTIL.fullmatch(text)
    return found["title"] if found else None


def parts(hint: str) -> list[str]:
    """What a hint lists, in the one form that is compared."""
    return [plain(one) for one in _PARTS.split(hint) if plain(one).strip(".…")]


def is_hint(hint: str, bracketed: bool, own: Collection[str], choices: Collection[str], yes_no: bool) -> bool:
    """Whether what stands behind a title only helps to fill it. `own` are the words of its column, `choices` what its
    column may hold: two of them are a list of them. Outside of a bracket only an instruction or such a list is one."""
    listed = parts(_LEAD.sub("", hint, count=1) if _LEAD.match(hint) else hint)
    known = [one for one in listed if one in choices or (yes_no and one in _YES_NO)]
    if len(known) > 1 and 2 * len(known) > len(listed):
        return True
    if _asks(hint.strip()) and not _turns(hint, {*own, "tidak", "hari", "bulan", "tahun", "saja"}):
        return True
    return bracketed and not any(map(str.isdigit, hint)) and not _turns(hint, own)


def _turns(hint: str, own: Collection[str]) -> bool:
    words = set(words_of(hint))
    turning = words & (_TURNING | set("%?<>≥≤±")) - set(own)
    return bool(turning) and turning not in _BOTH

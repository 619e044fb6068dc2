"""How people say that there is none: nihil, tidak ada kejadian, situasi kondusif; and nothing besides."""

from __future__ import annotations

import re

from monev.reading.cells.month_names import NAMED

#: Things of which a tab lists one per row, or that a column counts. Not "data": no data is not reported, not none.
_THINGS = (
    "kejadian|kegiatan|laporan|temuan|kasus|pelanggaran|dugaan pelanggaran|perkara|peristiwa|insiden|gangguan"
    "|gangguan kamtibmas|konflik|potensi konflik|isu|sengketa|aduan|pengaduan|kendala|hambatan|masalah|permasalahan"
    "|kerusakan|kekurangan|unjuk rasa|psu|pencairan|addendum"
)
_NOW = (
    r"(?: (?:sampai(?: dengan)?|hingga|pada|untuk|di|selama|dalam))*"
    r" (?:(?:saat|bulan|minggu|pekan|hari|periode|masa) ini|sekarang)"
)
_DAY = rf"\d{{1,2}}(?:[.\- ]\d{{1,2}}|[\- ](?:{NAMED}))(?:[.\- ]\d{{2,4}})?"
_AS_OF = rf" (?:sampai(?: dengan)?|hingga|per|pada)(?: (?:(?:tgl|tanggal) \d{{1,2}}|(?:(?:tgl|tanggal) )?{_DAY}))"
_WORD = "(?:(?:tidak|tdk|tak|nggak|ga) ?ada|nihil)"
_BARE = re.compile(rf"{_WORD}(?:{_NOW}|{_AS_OF})?")
_NONE = re.compile(rf"(?:{_WORD}(?: (?:{_THINGS}))?|tiada (?:{_THINGS})|(?:{_THINGS}) {_WORD})(?:{_NOW}|{_AS_OF})?")
#: Says nothing of its own, but stands for none beside a word that does.
_CALM = re.compile(
    r"(?:(?:situasi|kondisi|keadaan|wilayah|suasana)(?: (?:wilayah|umum|di lapangan))?(?: (?:masih|tetap|terpantau"
    r"|dalam|keadaan|relatif))* )?(?:aman|kondusif|terkendali|tertib|damai|lancar|sejuk)"
    r"(?: (?:dan )?(?:aman|kondusif|terkendali|tertib|damai|lancar|sejuk))*|kosong|0"
)
_PARTED = re.compile(r"[,;:/()\[\]!*“”\"'=\n]+|(?<!\S)[-–—]+(?!\S)|\. ")
_UNTIL = re.compile(r"\bs[./]?d\b\.?")
#: A date in figures is no list.
_SLASHED = re.compile(r"(?<= )(\d{1,2})/(\d{1,2})(?:/(\d{2,4}))?(?!\S*/)")
_OFTEN = frozenset({"nihil", "tidak ada", "tdk ada"})
_SPACED = re.compile(r"\bn([ .\-_]*)i\1h\1i\1l\b")
_MAY_BE = re.compile(r"nihil|n[ .\-_]*i[ .\-_]*h|(?:ada|tiada)\b")

_COSTS_NOTHING = (
    r"(?:gratis|cuma-cuma|(?:(?:tidak|tdk|tak) (?:ada|memerlukan|membutuhkan|menggunakan|memakai)|tanpa|nihil|non|nir"
    r"|bebas)[ -]?(?:biaya|anggaran)|(?:biaya|anggaran) (?:nihil|gratis|(?:tidak|tdk) ada))"
)
_ZERO = r"(?:(?:rp|idr)[ .:]*)?(?:0(?:,-|,00)?|nol|nihil)(?: rupiah)?"
_FREE = re.compile(
    rf"{_COSTS_NOTHING}(?: ?[/(,] ?(?:{_ZERO}|{_COSTS_NOTHING})\)?)?|{_ZERO} ?[/(,] ?{_COSTS_NOTHING}\)?"
)


def costs_nothing(text: str) -> bool:
    """Whether one line in small letters says that something is free, and nothing besides: an amount of 0 rupiah."""
    return bool(_FREE.fullmatch(text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text.strip(" !*;,")))


def only_none(text: str, bare: bool = False) -> bool:
    """Whether one line in small letters says that there is none, and nothing that it does not cover.

    `bare`: without naming of what, since no trouble is not no deliveries.
    """
    if text in _OFTEN:
        return True
    if not _MAY_BE.search(text):
        return False
    text = _UNTIL.sub("sampai", _SPACED.sub("nihil", text)).replace("tgl.", "tgl").replace("tanggal:", "tanggal")
    text = _SLASHED.sub(lambda found: "-".join(part for part in found.groups() if part), text)
    form = _BARE if bare else _NONE
    parts = [part for part in (part.strip(" .-–—_") for part in _PARTED.split(text)) if part]
    none = [part for part in parts if form.fullmatch(part)]
    return bool(none) and all(part in none or _CALM.fullmatch(part) for part in parts)

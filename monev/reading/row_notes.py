"""What a note in a row says against the row itself: that it is wrong, or that what it calls done is not."""

from __future__ import annotations

import re

#: Columns in which people write such notes.
COLUMNS = ("keterangan", "kabar")
#: Choices that say that something has come about.
DONE = frozenset({"terlaksana", "selesai", "cair", "siap"})

_TAKEN_BACK = re.compile(
    r"\b(?:(?:di)?abaikan|tidak (?:usah )?dihitung|jangan dihitung)\b"
    r"|\bsalah (?:input|ketik|tulis|isi|entri|entry)\b"
    r"|\b(?:baris|data|entri|isian|angka) (?:ini )?(?:di)?(?:batal(?:kan)?|hapus|salah|keliru|ganda|dobel|double)\b"
    r"|\b(?:baris|data|entri|isian|angka) (?:ini )?(?:contoh|percobaan|sementara)\b"
    r"|\b(?:duplikat|dobel input|double input|data dummy|hanya contoh|uji coba input|ralat)\b"
    r"|\b(?:se)?harusnya\b"
    r"|\b(?:nanti|akan|perlu|belum|blm|masih) (?:akan )?(?:di)?(?:perbaiki|koreksi|revisi|ralat)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:batal(?:kan)?|dibatalkan|ditunda|tertunda|diundur|tidak jadi|tdk jadi|gagal|di ?jadwal(?:kan)? ulang"
    r"|(?:belum|blm|tidak|tdk) (?:di ?laksanakan|terlaksana|selesai|tuntas|cair|dicairkan|siap|dikerjakan))\b"
    r"|\b(?:belum|blm) ditindaklanjuti\b",
    re.IGNORECASE,
)
#: What follows is told of the past, or of something else.
_BEFORE = re.compile(r"\b(?:sempat|semula|awalnya|sebelumnya|tadinya|bukan|tidak ada yang)\b", re.IGNORECASE)


def takes_back(note: str) -> bool:
    """Whether the note says that something in its row is wrong or does not count."""
    return _TAKEN_BACK.search(note) is not None


def denies(note: str) -> bool:
    """Whether the note says that what its row calls done did not come about."""
    return _NOT_DONE.search(note) is not None and _BEFORE.search(note) is None

"""Keys by which a row is the sum, the mean, the rest or the whole of others: "JUMLAH", "Sisa", "7 Kecamatan"."""

from __future__ import annotations

import re
from functools import lru_cache

from monev.reading.layout.titles import plain
from monev.sheets import Value
from monev.words.vocabulary import either

_TOTAL_WORDS = (
    r"(?:(?:jumlah|jmlh?|jum|jlh|total|sub[\s_.-]*(?:total|jumlah|jml)|grand[\s_.-]*total|keseluruhan)"
    r"|(?:rata[\s_-]*rata|rata2|rerata|rataan|average)|(?:persentase|prosentase|presentase|persen)|(?:rekap(?:itulasi)?))"
)
_TOTAL = re.compile(rf"[\W_]*{_TOTAL_WORDS}(?![^\W_])|\s*%\s*$", re.I)
_SPACED_TOTAL = frozenset({"jumlah", "total", "subtotal", "grandtotal", "ratarata", "jml", "keseluruhan"})
_WHOLE_TOTAL = re.compile(
    rf"[\W_]*(?:{_TOTAL_WORDS}[\W_]*)+(?:(?:semua|seluruh|opd|skpd|perangkat daerah|kota|kab(?:upaten)?|kec(?:amatan)?|"
    rf"kel(?:urahan)?|umum|akhir|besar|sementara|tahap|barang|dana|{either('jumlah')}|penerimaan|pencairan)\b.*)?[\W_]*",
    re.I,
)
COUNT, BALANCE = "banyaknya", "sisa"
#: "7 Kecamatan", "551 kegiatan": how many there are of a level, and no name of one.
_COUNT_OF = re.compile(
    r"\W*(?:(?:semua|seluruh|total|jumlah)\s+)?\d{1,3}(?:\.\d{3})*\s+(?:kec(?:amatan)?|kel(?:urahan)?|desa|opd|skpd|perangkat\s+daerah|"
    rf"dinas|badan|instansi|unit(?:\s+kerja)?|kegiatan|kasus|kejadian|{either('satuan_tempat')})\W*", re.I,
)  # fmt: skip
_STATE = (
    r"(?:cair|dicairkan|terealisasi|terserap|diserap|dibayar(?:kan)?|disalurkan|tersalur|tersalurkan|direalisasikan)"
)
#: What is left of a sum, or the part of it that is or is not spent.
_BALANCE = re.compile(
    rf"\W*(?:(?:sisa|selisih|kekurangan|kelebihan|saldo)(?:\s+(?:yang|yg|dana|anggaran|{either('dana')}|pagu|kas|belanja|pencairan|"
    rf"realisasi|kurang|lebih|bayar|(?:belum|blm|sudah|sdh|telah|tidak|tdk)(?:\s+{_STATE})?|{_STATE}))*"
    rf"|(?:(?:yang|yg|dana|anggaran)\s+)?(?:belum|blm|sudah|sdh|telah|tidak|tdk)\s+{_STATE})\W*", re.I,
)  # fmt: skip
_UNIT = (
    r"(?:kec(?:amatan)?|kel(?:urahan)?|desa|kota|kab(?:upaten)?|wilayah|daerah|opd|skpd|perangkat\s+daerah|dinas|badan|bagian|"
    rf"instansi|lembaga|unit(?:\s+kerja)?|{either('semua')}|pns|pegawai|penerima)"
)
_WHOLE_CITY = (
    r"(?:se[\s-]*(?:kota|kab(?:upaten)?|kec(?:amatan)?)|tingkat\s+kota|(?:pemerintah\s+)?(?:kota|kab(?:upaten)?\.?))"
)
#: "Seluruh OPD", "Semua kecamatan di Kota X", "Se-Kota"; what goes on in other words is a name: "Seluruh warga RW 3".
_ALL_OF = re.compile(
    rf"\W*(?:(?:seluruh|semua)(?:nya)?\W*(?:{_UNIT}\W*(?:(?:dan|serta|di|lingkungan|lingkup)\b\W*)*)*)?"
    rf"(?:{_WHOLE_CITY}(?:\s+[^\W\d_]+)?)?\W*", re.I,
)  # fmt: skip
_BEGINS_ALL = re.compile(r"\W*(?:se(?:luruh|mua|[\s-]*k)|tingkat\s+kota)", re.I)
_CITY = re.compile(
    r"\W*(?:(?:pemerintah(?:an)?|pemda)\s+)?(?:kota|kab(?:upaten)?\.?|pemkot|pemkab)\s+\w[\w\s]*\W*", re.I
)
_GROUP = re.compile(r"\W*(?:kec(?:amatan)?|wilayah|dapil|gabungan|kelompok)\b\W*\w.*", re.I)
_GROUP_ALONE = re.compile(
    r"\W*(?:kecamatan|kelurahan|dinas|badan|bagian|sekretariat|kantor|lembaga)(?:\s*(?:[-–/&,]|dan)\s*(?:kecamatan|kelurahan|dinas|"
    r"badan|bagian|kantor|lembaga))*\W*", re.I,
)  # fmt: skip


@lru_cache(50_000)
def _begins_total(text: str) -> bool:
    return _TOTAL.match(text) is not None or plain(text[:40]) in _SPACED_TOTAL


def says_total(value: Value) -> bool:
    """Whether a cell begins with a word for a total, a mean or a share."""
    return isinstance(value, str) and _begins_total(value)


def is_whole_total(value: Value) -> bool:
    """Whether a cell is such a word and nothing that could be a name: "Total OPD", "JUMLAH", "Se-Kota" is `all_of`."""
    text = value if isinstance(value, str) else ""
    return len(text) < 60 and (_WHOLE_TOTAL.fullmatch(text) is not None or plain(text[:40]) in _SPACED_TOTAL)


def rest(value: Value) -> str:
    """COUNT where a cell says how many there are of a level ("7 Kecamatan"), BALANCE where it says what is left or what
    is or is not spent ("Sisa", "Belum cair"); empty for others."""
    return _rest(value) if value.__class__ is str else ""


def is_like(value: Value) -> bool:
    """Whether a cell says that its row is made of others."""
    return bool(rest(value)) or says_total(value)


@lru_cache(50_000)
def _rest(text: str) -> str:
    if len(text) >= 60:
        return ""
    return COUNT if _COUNT_OF.fullmatch(text) else BALANCE if _BALANCE.fullmatch(text) else ""


#: Letters that such names begin with; nearly every other cell need not be looked at.
CITY_LETTERS = frozenset("kKsSpPtT( ")
GROUP_LETTERS = CITY_LETTERS | frozenset("bBgGdDjJlLrRwW%-")


@lru_cache(50_000)
def all_of(text: str) -> bool:
    """Whether a text names all there is: Se-Kota, Seluruh OPD."""
    return len(text) < 60 and _BEGINS_ALL.match(text) is not None and _ALL_OF.fullmatch(text) is not None


@lru_cache(50_000)
def names_city(text: str) -> bool:
    """Whether a text names a city, or its government."""
    return len(text) < 60 and _CITY.fullmatch(text) is not None


@lru_cache(50_000)
def names_group(text: str) -> bool:
    """Whether a text names what other rows are parts of: Kecamatan X, a city, all."""
    return (
        (_GROUP.fullmatch(text) or _GROUP_ALONE.fullmatch(text)) is not None
        or names_city(text)
        or all_of(text)
        or says_total(text)
    )

"""What the title of a column says: its words in one form, its unit, its scale, and the column of the contract."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from monev.words import vocabulary

_SCALES = frozenset(
    ["ribu", "ribuan", "rb", "juta", "jutaan", "jt", "miliar", "miliaran", "milyar", "milyaran", "triliun", "triliunan",
     "trilyun", "persen"]
)  # fmt: skip
# Scales only where nothing else stands beside them: (M), (Rp M), (000), (x 1.000), (%).
_SHORT_SCALES = re.compile(r"m|t|%|x?1?(?:[.,]?000)+")
#: What is counted, and so may stand behind a title without a bracket ("Anggaran Rp").
_COUNTED = frozenset(
    [
        "rp",
        "idr",
        "rupiah",
        "unit",
        "buah",
        "bh",
        "lembar",
        "lbr",
        "set",
        "keping",
        "botol",
        "box",
        "orang",
        "org",
        "jiwa",
    ]
)
_UNITS = _COUNTED | frozenset(
    ["kegiatan", "kasus", "hari", "dd", "mm", "yy", "yyyy", "hh", "bb", "tt", "tttt", "tgl", "bln",
     "thn", "tanggal", "bulan", "tahun", *vocabulary.words("satuan_tempat", "satuan_orang")]
)  # fmt: skip
_FILLERS = frozenset({"dalam", "satuan", "x", "kali"})
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_WORD = re.compile(r"[^\W\d_]+|x?\d[\d.,]*|%")
# A question mark or the like is a word too: whoever writes it means something else, or is not sure.
_TOKEN = re.compile(r"[^\W_]+|[%?<>≥≤±+]")

#: Numbering in front of a title: 1. · (3) · 2) · a. · IV. · Kol. 4
_FRONT = re.compile(
    r"\A\s*(?:\(\s*(?:\d{1,2}|[a-z]|[ivx]{1,5})\s*\)|(?:kol(?:om)?\b\.?\s*)?\d{1,2}(?:\.\d{1,2})*\s*(?:[.):–-]|(?=\s))"
    r"|(?:[a-z]|[ivx]{1,5})\s*[.)])\s*",
    re.I,
)
#: What stands behind a title and says nothing of its content: footnote stars, its number, whether it must be filled.
_BEHIND = re.compile(
    r"\s*(?:[*†‡¹²³⁴⁵]+\s*\)?|[(\[]\s*(?:\*+|\d{1,2}|wajib(?:\s+diisi)?|harus\s+diisi|opsional|jika\s+ada|bila\s+ada)\s*"
    r"[)\]]|\s\d{1,2}\)|:)\s*$",
    re.I,
)
#: Short forms and sisters of single words, each for one word (or two) of a contract's titles.
_SHORT = {
    "jml": "jumlah", "jmlh": "jumlah", "jum": "jumlah", "jlh": "jumlah", "jmh": "jumlah",
    "tgl": "tanggal", "tggl": "tanggal", "tg": "tanggal", "no": "nomor", "nmr": "nomor", "nomer": "nomor",
    "kel": "kelurahan", "kec": "kecamatan", "ket": "keterangan", "opd": "perangkatdaerah", "skpd": "perangkatdaerah",
    "l": "lakilaki", "lk": "lakilaki", "laki": "lakilaki", "laki2": "lakilaki", "lk2": "lakilaki", "pria": "lakilaki",
    "p": "perempuan", "pr": "perempuan", "prp": "perempuan", "wanita": "perempuan",
}  # fmt: skip
_FOOTNOTES = str.maketrans("¹²³⁴⁵†‡", "       ")
_ONE_WORD = (
    (re.compile(r"laki[\W_]*(?:laki|2)(?![^\W_])"), "lakilaki"),
    (re.compile(r"(?:organisasi\s+|satuan\s+kerja\s+)?perangkat[\s_]+daerah(?![^\W_])"), "perangkatdaerah"),
    (re.compile(r"(?:kelurahan|kel\.?)\s*/\s*desa(?![^\W_])|desa\s*/\s*(?:kelurahan|kel\.?)(?![^\W_])"), "kelurahan"),
)
#: A name of such a thing is the thing itself; a "Nama Kegiatan" is more than a Kegiatan.
_NAMED = frozenset({"kelurahan", "kecamatan", "perangkatdaerah"})


@dataclass(frozen=True)
class Meaning:
    """What a title says: the `name` of its column or None, whether it names a scale (thousands, percent), and,
    where it could mean more than one column, their names. `hinted`: only without a hint behind it.
    """

    name: str | None
    scaled: bool = False
    meant: tuple[str, ...] = ()
    hinted: bool = False


def plain(text: str) -> str:
    """What matching compares: lower case without blanks, underscores and signs that draw nothing."""
    text = "".join(text.lower().replace("_", " ").split())
    if not (text.isascii() and text.isprintable()):
        text = _drawn(text)
    return text.lstrip("'")


def _drawn(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) not in ("Cf", "Cc")
    )


def without_unit(text: str) -> tuple[str, bool]:
    """The title without a bracketed unit, and whether a bracket names a scale. Other brackets stay."""
    if "(" not in text and "[" not in text:
        return text, False
    scaled = False

    def weigh(bracket: re.Match[str]) -> str:
        nonlocal scaled
        kind = unit_or_scale(bracket[1])
        scaled = scaled or kind == "scale"
        return " " if kind else bracket[0]

    return _BRACKET.sub(weigh, text), scaled


def unit_or_scale(text: str) -> str | None:
    """Whether these words are a unit or a scale; None for other words. A text without brackets, or one in them."""
    words = _WORD.findall(_BRACKET.sub(r"\1", text).lower())
    if any(word in _SCALES for word in words):
        return "scale"
    if not words or not all(word in _UNITS | _FILLERS or _SHORT_SCALES.fullmatch(word) for word in words):
        return None
    return "scale" if any(_SHORT_SCALES.fullmatch(word) for word in words) else "unit"


def says_scale(text: str) -> bool:
    """Whether a line above a table says that its numbers are scaled: a bracket, or `dalam jutaan rupiah`."""
    words = _WORD.findall(text.lower())
    spoken = any(first == "dalam" and second in _SCALES for first, second in itertools.pairwise(words))
    return spoken or without_unit(text)[1]


def words_of(text: str) -> list[str]:
    """The words of a title in their one form: Jml. Pos is jumlah, pos."""
    text = _drawn(" ".join(text.lower().replace("_", " ").split())).translate(_FOOTNOTES)
    for pattern, word in _ONE_WORD:
        text = pattern.sub(word, text)
    found = _TOKEN.findall(text)
    words = (
        [_SHORT.get(word, word) for word in found]
        if len(found) > 1
        else [_SHORT.get(found[0], found[0])]
        if found
        else []
    )
    if len(words) == 2 and words[0] == "nama" and words[1] in _NAMED:
        words = words[1:]
    return _once(words)


def _once(words: list[str]) -> list[str]:
    """Without what is said twice: "Tanggal (Tgl)", "Perangkat Daerah/OPD"."""
    half = len(words) // 2
    return words[:half] if half and len(words) % 2 == 0 and words[:half] == words[half:] else words


def _forms(text: str) -> Iterator[str]:
    """A title's words, then without what stands in front and behind, then without its unit; never other words."""
    bare = without_unit(text)[0]
    behind = bare
    while (cut := _BEHIND.sub("", behind)) != behind:
        behind = cut
    for form in dict.fromkeys((bare, behind, _FRONT.sub("", behind, count=1))):
        words = words_of(form)
        yield "".join(words)
        kept = list(words)
        while len(kept) > 1 and kept[-1] in _COUNTED | _FILLERS:
            kept.pop()
        if len(kept) < len(words):
            yield "".join(kept)


def plain_namer(columns: Mapping[str, str], also: Mapping[str, Sequence[str]]) -> Callable[[str], Meaning]:
    """What tells the column that a title means. `columns` is name -> title, `also` name -> its other titles.

    Only exact titles count, after words were brought to one form; a title that could mean two columns means none.
    """
    return _namer(tuple(columns.items()), tuple((name, tuple(others)) for name, others in also.items()))


@lru_cache(100)
def _namer(titles: Sequence[tuple[str, str]], others: Sequence[tuple[str, Sequence[str]]]) -> Callable[[str], Meaning]:
    columns, also = dict(titles), dict(others)
    exact = {plain(without_unit(other)[0]): name for name, others in also.items() for other in others}
    exact |= {plain(without_unit(title)[0]): name for name, title in columns.items()}
    exact |= {plain(name): name for name in columns}
    formed: dict[str, set[str]] = defaultdict(set)
    known: set[str] = set()
    for name, title in columns.items():
        for one in (name, without_unit(title)[0], *(without_unit(other)[0] for other in also.get(name, ()))):
            words = words_of(one)
            formed["".join(words)].add(name)
            known.update(words)
    known -= {"%"}

    @lru_cache(5_000)
    def meaning(text: str) -> Meaning:
        seen = plain(text)
        if seen in exact:
            return Meaning(exact[seen], without_unit(text)[1])
        bare, scaled = without_unit(text)
        if (seen := plain(bare)) in exact:
            return Meaning(exact[seen], scaled)
        words = bare.lower().split()
        if any(word in _SCALES for word in words):
            rest = " ".join(word for word in words if word not in _SCALES | _FILLERS | {"rp", "rp.", "rupiah"})
            return Meaning(exact.get(plain(rest)), True)
        if known.isdisjoint(words_of(bare)):
            return Meaning(None, scaled)
        for form in _forms(text):
            if names := formed.get(form):
                meant = tuple(name for name in columns if name in names)
                return Meaning(meant[0], scaled) if len(meant) == 1 else Meaning(None, scaled, meant)
        return Meaning(None, scaled)

    return meaning

"""What people write behind a figure that leaves it as it is: a footnote star, its share, what it was meant to reach."""

from __future__ import annotations

import re

from monev.contract.parts import Column
from monev.reading.cells.month_names import NAMED
from monev.reading.cells.units import turns
from monev.words.vocabulary import either

_PERCENT = r"\d{1,3}(?:[.,]\d{1,2})? ?(?:%|persen)"
_CLOSES = re.compile(
    r" ?\*{1,3}\)?$|,? ?\((?:sudah |telah )?termasuk [^()]*\)$"
    rf"|(?<=[\da-z.=–-]) ?\((?:sebesar )?{_PERCENT}(?: dari (?:pagu|target|total|anggaran)(?: [\d.]+)?)?\)$"
    r"|(?<=[a-z)]) ?[.,] ?[-–=]{1,2}$|(?<=\d),? (?:sudah |telah )?termasuk [^()]*$"
)
_DAY = (
    r"(?:(?:tgl|tanggal)\.? )?\d{1,2}(?: ?[/-] ?\d{1,2}(?: ?[/-] ?\d{2,4})?|\.\d{1,2}\.\d{2,4}"
    rf"|[ -](?:{NAMED})\.?(?:[ -]\d{{2,4}})?)|(?:tgl|tanggal)\.? \d{{1,2}}"
)
_PAPER = rf"(?:ba|bap|bast|berita acara|sk|surat keputusan|{either('surat')}|sp2d|spm|dpa|dokumen|lampiran|laporan)"
#: Where a figure is from, or as of when.
_SOURCE = (
    rf"terlampir|(?:sesuai|berdasarkan) {_PAPER}(?: (?:no|nomor)\b[. :]*[\w./-]+)?|updated?|terbaru|terkini|final|fix"
    rf"|(?:(?:data|keadaan|kondisi|posisi|update) )?per (?:{_DAY})|(?:data|update) (?:{_DAY})"
)
#: Says of what is counted that it is as it should be, which is no note on a count of what is not.
_AS_IT_SHOULD_BE = r"reguler|regular|lengkap|valid|ok|oke|sudah benar|benar"
_NOTE = re.compile(rf"(?<=[\da-z.=–-]) ?\((?:(?P<source>{_SOURCE})|{_AS_IT_SHOULD_BE})\)$")
_REACHED = r"\d[\d.,]*(?: [a-z]+)?"
_OF_TARGET = re.compile(
    rf"(?<=[\da-z]),? (?:dari|dr) target(?:nya)? ?:? ?{_REACHED}$"
    rf"|(?<=[\da-z]) ?\((?:(?:dari|dr) )?target(?:nya)? ?:? ?{_REACHED}\)$"
)


def without_ends(text: str, column: Column) -> str:
    """The text without quotation marks, what parts a list, and what stands behind a figure and leaves it."""
    if len(text) > 1 and text[0] in '"“' and text[-1] in '"”':
        text = text[1:-1].strip()
    for _ in range(3):
        text = _CLOSES.sub("", text.rstrip(" ;:,."))
        if text.endswith(")") and (found := _NOTE.search(text)) and (found["source"] or not turns(column)):
            text = text[: found.start()]
        if "target" in text and "target" not in column.title.casefold():
            text = _OF_TARGET.sub("", text)
    return text

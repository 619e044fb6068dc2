"""What people write behind a choice that does not change which one it is."""

from __future__ import annotations

import re

from monev.words.vocabulary import either

#: How far something under way is; all of it, or nothing, is another choice.
_SOME = r"\(?(?:(?:baru|sudah|sdh|mencapai) )?[1-9]\d?(?:[.,]\d{1,2})? ?(?:%|persen)\)?"
_UNDER_WAY = (
    r"(?:(?:masih|msh|sedang|sdg|dalam|dlm|on|in) )*(?:proses|process|progress|progres|diproses|berjalan|going|ongoing)"
)
_PARTLY = re.compile(rf"(?P<behind>{_UNDER_WAY})[ ,:;–-]*{_SOME}|{_SOME} (?P<before>{_UNDER_WAY})", re.I)
#: To whom a case was passed on.
_ADDRESSEE = (
    rf"bkn|bkpsdm|bkd|inspektorat|polres|polresta|polri|kepolisian|kejaksaan|kejari|sekda|wali ?kota"
    rf"|{either('penerima')}|instansi (?:lain|terkait|(?:yang )?berwenang)"
)
_PASSED_ON = re.compile(
    rf"(?P<done>(?:(?:sudah|sdh|telah) )?diteruskan)[ ,:–-]*\(?(?:ke|kepada|kpd) (?:{_ADDRESSEE})\)?", re.I
)
_WITH_NUMBER = re.compile(
    r"(?P<done>(?:(?:sudah|sdh|telah) )?(?:di|te)?registrasi)[ ,:–-]*\(?(?:no|nomor)\b[. :]*(?=\S*\d)[\w./-]+\)?", re.I
)
#: Behind an office that bears the word kota in its own name, the city is named without it.
_OF_THE_MAYOR = re.compile(rf"(?:wali ?kota|{either('berkota')})$", re.I)


def as_it_stands(text: str, of_no_city: str) -> str:
    """Where something stands without how far it is, to whom it went, or under which number it is.

    `of_no_city` is the same text without the city that the addressee is of, or empty.
    """
    if found := _PARTLY.fullmatch(text):
        return found["behind"] or found["before"]
    passed = _PASSED_ON.fullmatch(of_no_city or text)
    return found["done"] if (found := passed or _WITH_NUMBER.fullmatch(text)) else ""


def of_the_mayor(text: str, city: str) -> str:
    """What is of the mayor without the bare name of the city."""
    name = city.partition(" ")[2]
    if not name or not text.casefold().endswith(f" {name.casefold()}"):
        return ""
    office = text[: -len(name)].strip()
    return office if _OF_THE_MAYOR.search(office) else ""
